"""What "the same text" means, and what of a text may be shown in a terminal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, east_asian_width, normalize

_WORD = re.compile(r"[0-9a-z]+")
_SEPARATORS = {code: " " for code in range(128) if not chr(code).isalnum()}
_SEPARATORS_IN_LINES = _SEPARATORS | {ord("\n"): "\n"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_UMLAUT = re.compile("[äöüøåÄÖÜØÅ]")
_HYPHENATED = re.compile(r"[^\s‐‑-]*[‐‑-]\S*")
_SPELT_OTHERWISE = re.compile("[-‐‑äöüøåÄÖÜØÅ\u0308\u030a]")  # the last two are combining
_GERMANIC = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})

# Controls (C0, DEL, C1), line separators, soft hyphen, directional marks and overrides,
# invisible operators, byte order mark, interlinear marks, lone surrogates, language tags.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BLANKS = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_FILLERS = re.compile("[\u115f\u1160\u3164\uffa0]")
_COMBINING_FLOOD = re.compile("([\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]{4})"
                              "[\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff]+")  # fmt: skip
_RARE = re.compile("[\u0300-\u036f\u115f\u1160\u1ab0-\u1aff\u20d0-\u20ff\u3164\uffa0"
                   "\U000e0000-\U000e0fff]")  # fmt: skip
"""Of all that is printable, what `clean` may yet replace."""

LONGEST_LINE = 4096
"""Characters of one line of text that are ever shown; the rest is cut with an ellipsis."""


def clean(text: str) -> str:
    """One line that is safe to show: no controls, no overrides, no line breaks, not endless.

    Blank controls become spaces, other unsafe characters U+FFFD, so that nothing vanishes unseen.
    """
    if len(text) > LONGEST_LINE:
        text = text[: LONGEST_LINE - 1] + "…"
    if text.isascii() and text.isprintable():
        return text
    text = _UNSAFE.sub(lambda found: " " if found[0] in _BLANKS else "\ufffd", text)
    return _COMBINING_FLOOD.sub(r"\1", _FILLERS.sub(" ", text))


def columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def in_ascii(text: str, same_width: bool = False) -> str:
    """`text` for a reader who has ASCII only: `Müller` is `Muller`, `밀` is `Mil`.

    With `same_width` every character keeps its columns, so that what is drawn stays in place.
    """
    from anyascii import anyascii  # its tables are only needed where an encoding is poor

    if not same_width:
        return "".join(anyascii(character) or "?" for character in text)
    drawn = ((anyascii(character) or "?", columns(character)) for character in text)
    return "".join(said[:width].ljust(width, said[-1]) for said, width in drawn)


def as_json(value: object, indent: int | None = None) -> str:
    """`value` as JSON in which all that `clean` would not show is escaped; nothing is lost."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _UNSAFE.sub(lambda found: "\n" if found[0] == "\n" else json.dumps(found[0])[1:-1], text)


def is_clean(text: str) -> bool:
    """Whether it takes no more than a glance to see that `clean` would leave a text as it is."""
    if len(text) > LONGEST_LINE or not text.isprintable():
        return False
    return text.isascii() or not _RARE.search(text)


def unsafe_character(text: str) -> str | None:
    """The first character of `text` that `clean` would not show, or None."""
    found = _UNSAFE.search(text)
    return found[0] if found else None


@lru_cache(maxsize=8192)
def _fold_character(character: str) -> str:
    from anyascii import anyascii  # its tables are not needed before the first search

    return anyascii(normalize("NFKC", character)).lower()


def fold(text: str) -> str:
    """`text` without case, accents, ligatures, width forms and scripts: what searching compares."""
    if text.isascii():
        return text.lower()
    folded = _NOT_ASCII.sub(lambda found: _fold_character(found[0]), normalize("NFC", text))
    return folded.lower()


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return fold(text).translate(_SEPARATORS).split()


@lru_cache(maxsize=1 << 16)
def name_key(name: str) -> str:
    """What the spellings of one name have in common: blanks, hyphens, accents and case are one."""
    return "".join(words(name)) or fold(name)


def likeness(one: str, other: str) -> float:
    """How alike two names are, in per cent; more words in one of them do not matter."""
    from rapidfuzz import fuzz  # not needed before two names differ

    first, second = (" ".join(words(name)) or fold(name) for name in (one, other))
    return fuzz.token_set_ratio(first, second)


def spellings(text: str) -> list[str]:
    """The folded words of `text`, then further ways to write some of them.

    Umlauts are also written out (`Müller`: muller, mueller) and hyphenated words are also
    written together (`Sun-Geun`: sun, geun, sungeun).
    """
    found = words(text)
    extra: dict[str, None] = {}
    if not text.isascii():
        composed = normalize("NFC", text)
        if _UMLAUT.search(composed):
            extra.update(dict.fromkeys(words(composed.lower().translate(_GERMANIC))))
    for chunk in _HYPHENATED.findall(text):
        parts = words(chunk)
        if 1 < len(parts) < 5:
            extra["".join(parts)] = None
    known = set(found)
    return found + [word for word in extra if word not in known]


def padded(texts: Sequence[str]) -> list[str]:
    """The folded words of each text between blanks, with the further spellings at the end."""
    if not texts:
        return []
    # Folding many texts in one go is several times quicker than one by one.
    joined = "\n".join(text.replace("\n", " ") for text in texts).replace("·", " ")
    lines = fold(joined).translate(_SEPARATORS_IN_LINES).split("\n")
    return [
        f" {line} "
        if "-" not in text and (text.isascii() or not _SPELT_OTHERWISE.search(text))
        else f" {' '.join(dict.fromkeys((*line.split(), *spellings(text))))} "
        for line, text in zip(lines, texts, strict=True)
    ]


def joined_pairs(names: str) -> list[str]:
    """Each two neighbouring words of every name of a list, written together.

    Hyphen, blank or nothing are one in names of people: `Tae Hee Kim` is found by `taehee`, too.
    """
    return [first + second for name in names.split(",") for first, second in pairwise(words(name))]


@lru_cache(maxsize=4096)
def word_places(text: str) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Each folded word of `text` with, for each of its letters, the index of its source in `text`.

    The folded form can be longer than the original (`ß` is `ss`), hence an index for each letter.
    """
    folded: list[str] = []
    places: list[int] = []
    for index, character in enumerate(text):
        piece = character.lower() if character.isascii() else _fold_character(character)
        folded.append(piece)
        places.extend([index] * len(piece))
    return tuple(
        (found[0], tuple(places[found.start() : found.end()]))
        for found in _WORD.finditer("".join(folded))
    )


def slug(text: str) -> str:
    """`text` as a readable identifier: folded words joined by hyphens."""
    return "-".join(words(text))


def suggestion(wrong: str, known: Iterable[str]) -> str:
    """` (did you mean …?)` with the nearest known word, or nothing."""
    from difflib import get_close_matches  # only ever needed for a mistake

    near = get_close_matches(wrong, list(known), n=1, cutoff=0.6)
    return f" (did you mean `{near[0]}`?)" if near else ""
