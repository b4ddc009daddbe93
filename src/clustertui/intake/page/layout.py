"""How a programme is laid out as a whole: times above or below titles, days, names of sessions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime

from clustertui.intake.page.dates import Dated
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item
from clustertui.intake.page.readings import title_of
from clustertui.intake.page.titling import titled
from clustertui.intake.page.vocabulary import ROOMS, SECTION_WORDS
from clustertui.text import fold


def titled_lists(entries: Sequence[Entry]) -> set[int]:
    """Lines that head a list of speakers each of whom has a labelled title."""
    found: set[int] = set()
    heading: int | None = None
    for entry in entries:
        if entry.kind == "list":
            heading = entry.line.number
        elif entry.kind == "programme":
            heading = None
        elif entry.kind == "label" and entry.label == "title" and heading:
            found.add(heading)
    return found


def time_follows_title(entries: Sequence[Entry]) -> bool:
    """Whether the page prints titles above their times."""
    above = below = 0
    for at, entry in enumerate(entries):
        if entry.kind != "time":
            continue
        before = entries[at - 1] if at else None
        after = entries[at + 1] if at + 1 < len(entries) else None
        titled_before = (
            before is not None
            and before.kind == "title"
            and (not entry.line.gap or before.line.level > 0)
        )
        titled_after = after is not None and after.kind in ("title", "both", "post", "section")
        above += titled_before and not titled_after
        below += titled_after
    return above > below


def day_of(dated: Dated, known: Sequence[date]) -> date | None:
    """The day that a heading names, in the year of the page's other days."""
    if dated.start:
        return dated.start
    for day in known:
        if (day.day, day.month) in dated.day_and_month:
            return day
    if dated.day_and_month and known:
        number, month = dated.day_and_month[0]
        try:
            return date(known[0].year, month, number or 1)
        except ValueError:
            return None
    return None


def session_name(text: str) -> str:
    """The name of a session, without its room."""
    name = titled(text).title or text
    return title_of(text) if len(name) < 4 else title_of(_without_room(text))


_COUNTED = re.compile(
    r"(?P<word>[^\W\d_]+(?:[ -][^\W\d_]+)?)\s*(?:no\.?\s*|nr\.?\s*|#)?"
    r"(?:\d{1,2}[a-z]?|[ivx]{1,4}|[a-z]\d?)\s*(?::|\.|\s[–—-]|[–—])\s*(?=\S)",
    re.I,
)


def own_title(text: str) -> str:
    """The title of a session that is an item itself, without the word that counts it."""
    found = _COUNTED.match(text)
    counts = found and any(word in SECTION_WORDS for word in fold(found["word"]).split())
    rest = text[found.end() :] if found and counts else text
    return rest if len(rest) > 3 else text


def sections_without_titles(entries: Sequence[Entry]) -> set[int]:
    """Places of headings of sessions under which nothing but people stands, or nothing at all.

    Such a session is an item itself: a panel, or a part of which only the title is known.
    """
    found: set[int] = set()
    heading: int | None = None
    people = False
    for at, entry in enumerate(entries):
        if entry.kind == "section" or entry.kind in _ENDS_SECTION:
            if heading is not None and (people or _has_own_title(entries[heading])):
                found.add(heading)
            heading, people = (at, False) if entry.kind == "section" else (None, False)
        elif entry.kind == "people" or entry.label in ("speaker", "moderator"):
            people = True
        elif entry.kind not in _SAYS_NOTHING:
            heading = None
    if heading is not None and (people or _has_own_title(entries[heading])):
        found.add(heading)
    return found


_ENDS_SECTION = ("date", "pause", "programme", "list")
_SAYS_NOTHING = ("furniture", "empty", "prose", "post")


def _has_own_title(entry: Entry) -> bool:
    return len(own_title(entry.text)) < len(entry.text) and len(own_title(entry.text).split()) > 1


def _without_room(text: str) -> str:
    at = text.rfind("(")
    if at > 0 and any(fold(text[at:]).strip("( ").startswith(room) for room in ROOMS):
        return text[:at].strip()
    return text


def when(item: Item, end: bool = False) -> datetime | None:
    """The moment at which an item begins or ends, where its day is known."""
    clock = item.end if end else item.start
    return datetime.combine(item.day, clock) if item.day and clock else None
