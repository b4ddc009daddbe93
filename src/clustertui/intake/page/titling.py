"""What the title of an item is: without the name of its format, its room, its quotation marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from clustertui.intake.page.reading import title_of
from clustertui.intake.page.vocabulary import FORMATS, NUMBERED, PANEL, SECTION_WORDS
from clustertui.text import fold


class Titled(NamedTuple):
    """A title, and what stood before it."""

    title: str | None
    kind: str
    """presentation, keynote or panel."""


_PREFIX = re.compile(
    r"([^\W\d_][^:–—\"“„«]{1,44}?)\s*(?::|\s[–—|-]\s|\.\s(?=[\"“„«A-ZÀ-Þ])|(?=\s[\"“„«‘']))\s*(?=\S)"
)
_NUMBER = re.compile(
    r"\s*(?:\s(?:no\.?|nr\.?|n°))?\s*#?(?:\d{1,2}|(?<=\s)(?:[ivx]{1,4}|[a-f]|one|two|three|four|eins|zwei|drei))\.?$",
    re.I,
)
_ORDINAL = re.compile(
    r"^(?:[ivx]{1,4}|\d{1,2}\s?(?:st|nd|rd|th|a|o|e|eme|ere|er|re|ª|º)|\d{1,2}\.|first|second|third|fourth|"
    r"prima|seconda|terza|primera|segunda|tercera|premiere|deuxieme|erste|zweite|dritte)\s(?=\w{4})"
)
_COUNTED = re.compile(
    r"^(?:\d{1,2}\s?(?:st|nd|rd|th|ª|º|ère|er|[eè]me|e|a|o)|[IVX]{1,4})\s(?=\w{4})"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)$")
_CLOCK = re.compile(r"\s*\(\d{1,2}[:.h]\d\d[^()]{0,20}\)(?=[.:])")
_ITEM = re.compile(
    r"(?:agenda item|item|top|punkt)\s\d{1,2}\.?\s?(?:\([a-z]\)|[a-z]\))?[.:]?\s+(?=\S)", re.I
)
"""What counts the items of a meeting: `Agenda item 2 (a)`."""
_TOPIC = re.compile(
    r"\s[–-]\s(?:topic|title|thema|titel|tema|titre)\s?:\s*(.{5,}?)(?=\s[–-]\s|$)", re.I
)
"""The topic among other things that a line says of a meeting."""
_ROMAN = re.compile(r"^(?:I{1,3}|IV|VI{0,3}|IX|XI{0,2})\.\s+(?=[A-ZÀ-Þ“„«\"])")
_TAIL = re.compile(r"\s*[(\[]([^()\[\]]{1,120})\s?[)\]]\s*$")
_ASIDE = re.compile(
    r"room|raum|amphi|lobby|saal|sala\b|salle|hall|floor|min\b|minut|hour|uhr|tbc|tba|tbd|invited|video|online|"
    r"in english|in german|auf deutsch|en français|bus|parallel|leaves|simult|plenary|auditori|"
    r"n\.n\.|speaker|building|interpretation|langu|bring|please|only|\d|provided|included|"
    r"see |pdf|cancel|live|optional|registration|required|tbd",
    re.I,
)
_YEARS = re.compile(r"(?:c\.\s?)?\d{3,4}s?\s?[–-]\s?\d{2,4}s?$")
_IN_BRACKETS = re.compile(r"([^()]{4,30}?)\s\(([^()]{5,160})\)$")
_QUOTED_FIRST = re.compile(
    r"[\"“„«‘'](?P<title>[^\"“”„«»]{5,}?)[\"”»’'](?P<rest>(?:\s\(|,\s(?![a-zà-ÿ])).*)$"
)
_QUOTED = re.compile(r"^[\"“„«‘'»]\s*(.+?)\s*[\"”“»’'«][.,]?$")


def titled(text: str) -> Titled:
    """The title that a text prints, with the kind of item that it says."""
    topic = _TOPIC.search(text)
    text = topic[1] if topic else text
    text = own_title(title_of(_ROMAN.sub("", _ITEM.sub("", _CLOCK.sub("", text)))))
    counted = _COUNTED.sub("", text)
    prefix = _PREFIX.match(counted)
    if prefix and _is_format(format_name(prefix[1])):
        text = counted  # `1ère table ronde : …`
    kind = _kind(text)
    text = _without_aside(text)
    while True:
        found = _PREFIX.match(text)
        if not found:
            break
        name, rest = format_name(found[1]), text[found.end() :].strip()
        numbered = name.split()[:1] and name != " ".join(fold(found[1]).replace("-", " ").split())
        known = _is_format(name) or (numbered and name in NUMBERED)
        if len(rest) < 3 or not (known or (_QUOTED.match(rest) and len(name.split()) < 4)):
            break
        whole = _QUOTED.match(rest)
        if (
            whole is None
            and found[0].strip()[-1] not in ":"
            and name not in _PANELS
            and name not in FORMATS
            and not (numbered and name in NUMBERED)
            and not (len(name.split()) > 1 and _is_format(name))
        ):
            break
        kind = _kind(name) if kind == "presentation" else kind
        text = rest
    inner = _IN_BRACKETS.match(text)
    if (
        inner
        and (is_panel(inner[1]) or is_format(inner[1]))
        and len(inner[2].split()) > 1
        and not inner[2][0].islower()
    ):
        text = inner[2]
    first = _QUOTED_FIRST.match(text)
    if first and not re.search(r"[\"“”„«»]", first["rest"]):
        text = first["title"]
    quoted = _QUOTED.match(text)
    if quoted and not re.search(r"[\"“”„«»]", quoted[1]):
        text = quoted[1]
    text = title_of(text)
    return Titled(text or None, kind)


_SESSION = re.compile(
    r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+)?)\s*(?:no\.?\s*|nr\.?\s*|#)?"
    r"(?:\d{1,2}[a-z]?|[ivx]{1,4}|[a-z]\d?)\s*(?::|\.|\s[–—-]|[–—])\s*(?=\S)",
    re.I,
)


def own_title(text: str) -> str:
    """The title of a session that is an item itself, without the word that counts it."""
    found = _SESSION.match(text)
    counts = found and any(word in SECTION_WORDS for word in fold(found["word"]).split())
    rest = text[found.end() :] if found and counts else text
    return rest if len(rest) > 3 else text


_PANELS = frozenset(name.replace("-", " ") for name in PANEL)


def format_name(text: str) -> str:
    """A format as the vocabulary has it: `Mesa-redonda 2` is `mesa redonda`."""
    text = _BRACKETS.sub("", text)
    name = _NUMBER.sub("", " ".join(fold(text).replace("-", " ").replace(" #", " ").split()))
    return _ORDINAL.sub("", name)


def is_format(text: str) -> bool:
    """Whether a text is what a contribution is called, and nothing more."""
    name = format_name(text)
    if name in NUMBERED and name != " ".join(fold(text).split()):
        return True  # `Forum II`
    return name in FORMATS or (name.endswith(_FORMATS) and len(name.split()) < 3)


_FORMATS = ("vortrage", "talks", "lectures", "keynotes", "speeches", "presentations", "vortrag")


def is_remark(text: str) -> bool:
    """Whether a text says how someone contributes, not about what: `Introductory remarks`."""
    words = [
        word for word in re.findall(r"[^\W\d_]+", fold(text)) if word not in ("a", "an", "the")
    ]
    return 0 < len(words) < 5 and all(word.startswith(_REMARKS) for word in words)


_REMARKS = (
    "introduc", "opening", "closing", "remark", "presentation", "presented", "statement", "speech",
    "intervention", "contribution", "keynote", "address", "moderat", "facilitat", "comment",
    "conversation", "perspective", "interview", "dialogue", "reflection", "reaction", "response",
    "chair", "follow", "brief", "short", "welcom",
)  # fmt: skip


def is_panel(text: str) -> bool:
    """Whether a text is what a discussion is called, and nothing more."""
    return format_name(text) in _PANELS


def _is_format(name: str) -> bool:
    """Whether a text before a colon only names the format: `Keynote`, `Panel discussion`."""
    words = name.split()
    if name in _PANELS or name in FORMATS:
        return True
    if not words or len(words) > 4:
        return False
    if len(words) > 1 and words[0] in ("seminar", "training"):
        return False
    ends = words[-1].endswith(_FORMAT_ENDS) or words[-1] in ("case", "session")
    return words[0] in _OF_FORMATS or name.startswith(PANEL) or ends


_OF_FORMATS = frozenset(("keynote", "briefing", "invited", "plenary", "impuls", "special"))
"""First words of longer names of formats: `Invited contribution`."""


_FORMAT_ENDS = (
    "keynote", "panel", "lecture", "talk", "address", "vortrag", "vorstellung", "debate", "speech",
    "discussion", "dialogue", "presentation", "prasentation", "showcase", "statement",
)  # fmt: skip
"""Ends of what a contribution is called: `Research presentation`, `Festvortrag`."""


def _kind(text: str) -> str:
    folded = fold(text).replace("-", " ")
    if folded.startswith(PANEL):
        return "panel"
    return "keynote" if "keynote" in folded[:40] else "presentation"


def _without_aside(text: str) -> str:
    """The title without a room, a time or a remark in brackets at its end."""
    found = _TAIL.search(text)
    if not found or found.start() < 3:
        return text
    inside = found[1]
    if _YEARS.match(inside):
        return text
    acronym = inside.isupper() and len(inside) < 9 and " " not in inside
    if acronym or not _ASIDE.search(inside):
        return text
    return text[: found.start()].rstrip()
