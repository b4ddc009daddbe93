"""Lines with the people first: `Name: Title`, `Name (Org) Title`, `Name “Title”`, and such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clustertui.intake.page.clauses import NO_PEOPLE
from clustertui.intake.page.given_names import FAMILY_NAMES, GIVEN_NAMES
from clustertui.intake.page.names import LIKELY, is_title, named
from clustertui.intake.page.organisations import kind_of
from clustertui.intake.page.people import read_people
from clustertui.intake.page.reading import (
    COLON,
    DASH,
    Reading,
    is_open,
    title_of,
)
from clustertui.intake.page.titles import COMMON_WORDS, NAME_PARTICLES
from clustertui.text import fold

_ANY_SIGN = re.compile(r",|\s[|/–—·-]\s")


_PLAIN_DASH = re.compile(r"\s[–—-]\s")


def _at_the_start(text: str) -> Iterator[Reading]:
    """People first: `Name (Org): Title`, `Name, Org – Title`."""
    for pattern, layout, bonus in ((COLON, "people:", 0.2), (DASH, "people–", 0.0)):
        for found in list(pattern.finditer(text))[:3]:
            people, title = text[: found.start()], text[found.end() :]
            if layout == "people:":
                people = _WORD_FOR_TITLE.sub("", people)
                behind = _PLAIN_DASH.split(people)
                if len(behind) > 1 and not kind_of(behind[1].split(",")[0]):
                    continue  # `Name - Title: subtitle`
            if is_open(people) or not title or (found[0] in title and found[0].strip() in "|/·—"):
                continue
            if kind_of(_ANY_SIGN.split(title)[0]) in ("role", "organisation", "country"):
                continue
            if title.isupper() and " " not in title and len(title) < 13:
                continue  # an organisation by its letters
            read = read_people(people)
            if not read.people or read.score < LIKELY:
                continue
            score = read.score + bonus - 0.3 - (3.0 if named(title).score > LIKELY else 0.0)
            score -= 0.0 if read.known or read.tied else 1.5
            yield Reading(title_of(title), read, layout, score)


_WORD_FOR_TITLE = re.compile(
    r"\s[–|-]\s(?:theme|topic|title|talk|subject|thema|titel|tema|titolo|t[ií]tulo|titre|sujet)\s?$",
    re.I,
)


_NAME_FIRST = re.compile(
    r"(?P<name>[^()]{5,60}\([^()]{2,90}\))(?P<sign>[.:,]?)\s+(?=[A-ZÀ-Þ“\"„«¿])(?P<title>.*)$"
)


def _brackets_first(text: str) -> Iterator[Reading]:
    """`Name (Organisation) Title`."""
    found = _NAME_FIRST.match(text)
    if not found or len(found["title"].split()) < 2:
        return
    asks = found["title"].endswith("?") or ": " in found["title"]
    listed = (
        found["sign"] == ","
        and not asks
        and (
            len(found["title"].split()) < 3
            or kind_of(found["title"].split(",")[0])
            or "(" in found["title"]
        )
    )
    read = NO_PEOPLE if listed else read_people(found["name"])
    if len(read.people) == 1 and read.known and read.score >= LIKELY + 1:
        score = read.score - 0.8 - (3.0 if named(found["title"]).score > LIKELY else 0.0)
        yield Reading(title_of(found["title"]), read, "people()", score)


def _is_longer_name(middle: str, last: str) -> bool:
    """Whether a name of two words goes on with a third one: `Rangi Te Whata`, `Ana Lucía Ruz`."""
    key = fold(last).strip(".,")
    return fold(middle) in NAME_PARTICLES or key in GIVEN_NAMES or key in FAMILY_NAMES


def _name_and_title(text: str) -> Iterator[Reading]:
    """`Prof. Name Title`: whoever has a title of honour stands before the title of the talk."""
    words = text.split()
    if len(words) < 5 or not is_title(words[0]) or "," in " ".join(words[:4]):
        return
    for count in (4, 3):
        if not is_title(words[1]) and count == 4 and not _is_longer_name(words[2], words[3]):
            continue
        if fold(words[count - 1]) in NAME_PARTICLES:
            continue
        head, title = words[:count], " ".join(words[count:])
        read = read_people(" ".join(head))
        sure = len(read.people) == 1 and named(" ".join(head)).score >= 4
        common = fold(head[-1].strip(".,")) in COMMON_WORDS
        if sure and not common and title[:1].isupper() and not kind_of(title.split(",")[0]):
            yield Reading(title_of(title), read, "name title", 2.2)


_QUOTE_LAST = re.compile(
    r"(?P<people>[^“”„«»\"‘]{5,200}?)[\s,:;–-]+[“„«\"‘](?P<title>[^“”„«»\"]{4,200}?)[”“»\"’][.,]?$"
)


_SPEAKING = re.compile(
    r",?\s(?:speaking|talking|speaks|talks|on|über|sobre|sur|su)(?:\s(?:on|about|to))?$"
)


_INTRODUCED = re.compile(
    r"^(?:[^\W\d_]+\s){0,6}?"
    r"(?:speaker:|(?:interview|conversation|talk|discussion|dialogue|chat) with|by:?)"
    r"\s(?=[A-ZÀ-Þ])",
    re.I,
)
"""`Moderated interview with`, `Ceremony followed by speaker:` before a name."""


def _quoted_last(text: str) -> Iterator[Reading]:
    """`Name, Organisation “Title”`."""
    found = _QUOTE_LAST.match(text)
    if not found or len(found["title"].split()) < 2:
        return
    people = _SPEAKING.sub("", found["people"].strip(" ,:;–-"))
    read = read_people(_INTRODUCED.sub("", people))
    if read.people and read.score >= 1.5 and (read.known or read.tied):
        yield Reading(title_of(found["title"]), read, "people“", read.score + 0.5)


def people_first(text: str) -> Iterator[Reading]:
    """Every reading of a line that has its people first."""
    yield from _at_the_start(text)
    yield from _brackets_first(text)
    yield from _name_and_title(text)
    yield from _quoted_last(text)
