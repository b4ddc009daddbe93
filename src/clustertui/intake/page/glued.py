"""Words that a page runs together: `on the scalesBeatriz Arnaut`, `Duarte MeloDirector, Foo`."""

from __future__ import annotations

import re

from clustertui.intake.page.callings import ROLE_HEADS
from clustertui.intake.page.given_names import GIVEN_NAMES
from clustertui.intake.page.months import MONTHS
from clustertui.intake.page.names import named
from clustertui.intake.page.organisations import organisation_score
from clustertui.intake.page.vocabulary import LABELS
from clustertui.text import fold

MONTH_NAMES = sorted(
    (name for name in MONTHS if len(name) > 2 and name.isalpha()), key=len, reverse=True
)
_SEAM = re.compile(
    r"(?P<before>[^\W\d_]*[a-zà-ÿ]|[)?!”\"])(?P<word>[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?)"
    r"(?P<after>\.?,?\s[A-ZÀ-Þ]|,|$|\s(?:of|for|and|de|der|du|di)\s)"
)
_COMMA = re.compile(r"(?<=[^\W\d_]{3})([,;:])(?=[A-ZÀ-Þ][a-zà-ÿ])")
_DIGITS = re.compile(
    r"(?<=(?:19|20)\d\d)(?=[012]\d:[0-5]\d)|(?<=[a-zà-ÿ]{4})(?=\d{1,2}\.?\s(?:"
    + "|".join(MONTH_NAMES)
    + r")\b)",
    re.I,
)
"""Where a year meets a time, or a word a day: `202408:30`, `hinsieht11. Juni`."""
_SQUARE = re.compile(r"(?<=\w\s)\[\s([^\[\]]{3,90}?)\s\]")
"""`Name [ University ]` with round brackets."""
_MINUTES = re.compile(r"\s\d{1,3}m(?=Speakers?:)")
"""`Title 20mSpeaker: Name`, as Indico's pages are copied."""
_PREFIXES = ("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Fitz", "O", "San", "Al", "El", "D")


def unglued(text: str) -> str:
    """The text with a bar where a name or a role begins right behind the last letter of a word.

    A comma without a blank gets one.
    """
    if len(text) > 1000:
        return text
    text = _SQUARE.sub(r"(\1)", text)
    text = _MINUTES.sub(" | ", _DIGITS.sub(" ", text))
    text = _in_capitals(text)
    text = _LABEL.sub(_before_label, _SEAM.sub(_parted, _COMMA.sub(r"\1 ", text)))
    return _before_organisation(text)


_CAPITALS = re.compile(
    r"(?<=[a-zà-ÿ”)?]{2})(?=[A-ZÀ-ÞŁŚŻŹĆŃĄĘÓČŠŽĖĮŲŪ]{3,}(?:-[A-ZÀ-ÞŁŚŻŹĆŃĄĘÓČŠŽĖĮŲŪ]{2,})?\s"
    r"[A-ZÀ-ÞŁŚŻŹĆŃĄĘÓČŠŽĖĮŲŪ-]{3,}\s[–—-]\s)"
)


def _in_capitals(text: str) -> str:
    """`TitleANNA BERG – Post, FooIVO LIND – Post`: a bar before the first name, stops after."""
    first, *rest = _CAPITALS.split(text)
    return f"{first} | {'; '.join(rest)}" if rest else text


_LABEL = re.compile(
    r"(?<=[a-zà-ÿ]{3})(?P<label>[A-ZÀ-Þ][a-zà-ÿ]{3,}(?: [A-ZÀ-Þa-z][a-zà-ÿ]{3,})?)(?=\s?:)"
)


def _before_label(found: re.Match[str]) -> str:
    """`IntroductionsConference Moderator: Name`: a bar before a label."""
    label = fold(found["label"])
    known = label in LABELS or label.rpartition(" ")[2] in LABELS
    return f" | {found['label']}" if known else found[0]


_CAMEL = re.compile(r"(?<=[a-zà-ÿ]{3})(?=[A-ZÀ-Þ][a-zà-ÿ]{3,}\s[A-ZÀ-Þ])")


def _before_organisation(text: str) -> str:
    """`KelkarAravalli Institute`: a bar between a name and the organisation behind it."""
    for seam in _CAMEL.finditer(text):
        name = " ".join(re.split(r"[,;:|–—-]\s", text[: seam.end()])[-1].split()[-3:])
        after = " ".join(text[seam.end() :].split(",")[0].split()[:4])
        if organisation_score(after) >= 2 and named(name).score >= 2:
            return f"{text[: seam.end()]} | {text[seam.end() :]}"
    return text


def _parted(found: re.Match[str]) -> str:
    before, word, after = found["before"], fold(found["word"]), found["after"]
    if before in _PREFIXES or (before[:1].isupper() and len(before) < 3):
        return found[0]
    name = word.partition("-")[0] in GIVEN_NAMES and after[-1:].isupper()
    role = word in ROLE_HEADS and len(before) > 1
    return f"{before} | {found['word']}{after}" if name or role else found[0]
