"""How a programme is laid out as a whole: times above or below titles, days, names of sessions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise
from typing import NamedTuple

from clustertui.intake.page.belonging import is_room
from clustertui.intake.page.dates import Dated
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.items import Item
from clustertui.intake.page.reading import title_of
from clustertui.intake.page.signs import meaning_of
from clustertui.intake.page.titling import is_format, is_panel, own_title, titled
from clustertui.intake.page.vocabulary import ROOMS
from clustertui.text import fold


class Layout(NamedTuple):
    """How a programme is laid out, and the places of what has a meaning by its place."""

    time_follows: bool
    day_follows: bool
    speaker_first: bool
    items: set[int]
    """Headings of sessions that are items themselves."""
    titled_lists: set[int]
    """Numbers of the lines above speakers each of whom has a title."""
    subtitles: set[int]
    announced: set[int]
    """Titles with a word for those who speak below, as each talk of the page has."""


def layout_of(entries: Sequence[Entry]) -> Layout:
    """The layout of a programme."""
    return Layout(
        time_follows_title(entries),
        day_follows_title(entries),
        speaker_before_title(entries),
        sections_without_titles(entries),
        titled_lists(entries),
        subtitles(entries),
        announced(entries),
    )


def announced(entries: Sequence[Entry]) -> set[int]:
    """Places of titles, several, each with a word alone for its speakers below it."""
    found: set[int] = set()
    for at, entry in enumerate(entries):
        if entry.label != "speaker" or entry.text:
            continue
        above = [
            place for place in range(max(at - 3, 0), at)
            if all(each.kind == "prose" for each in entries[place + 1 : at])
        ]  # fmt: skip
        found.update(place for place in above[:1] if entries[place].kind == "title")
    return found if len(found) > 1 else set()


def titled_lists(entries: Sequence[Entry]) -> set[int]:
    """Lines that head a list of speakers each of whom has a labelled title."""
    people: dict[int, int] = {}
    titles: dict[int, int] = {}
    heading: int | None = None
    for entry in entries:
        if entry.kind == "list":
            heading = entry.line.number
        elif entry.kind == "programme":
            heading = None
        elif heading and entry.kind == "people":
            people[heading] = people.get(heading, 0) + 1
        elif heading and entry.label == "title":
            titles[heading] = titles.get(heading, 0) + 1
    return {line for line, count in titles.items() if count * 2 > people.get(line, 0)}


def subtitles(entries: Sequence[Entry]) -> set[int]:
    """Places of lines between a title with its time and people, up to the next title."""
    found: set[int] = set()
    for at in range(1, len(entries) - 1):
        above, entry, below = entries[at - 1 : at + 2]
        plain = entry.kind == "title" and not (entry.timed or entry.line.gap or entry.line.bullet)
        if not plain or above.kind != "title" or not above.timed or below.kind != "people":
            continue
        after = next((each for each in entries[at + 1 :] if each.kind != "people"), None)
        if below.timed or below.line.gap or below.line.bullet or _is_generic(above.text):
            continue
        if after is None or after.timed or after.line.gap:
            found.add(at)
    return found


def _is_generic(title: str) -> bool:
    """Whether a title says nothing of its own, so that the next line does: `Keynote speaker`."""
    return " " not in title or is_format(title) or is_panel(title) or meaning_of(title) != ""


def speaker_before_title(entries: Sequence[Entry]) -> bool:
    """Whether the page labels a talk's speaker first and its title then."""
    labels = [each.label for each in entries if each.label in ("speaker", "title")]
    pairs = list(pairwise(labels))
    after = pairs.count(("title", "speaker"))
    return labels[:1] == ["speaker"] and pairs.count(("speaker", "title")) > max(after, 1)


def time_follows_title(entries: Sequence[Entry]) -> bool:
    """Whether the page prints titles above their times."""
    above = below = 0
    for at, entry in enumerate(entries):
        if entry.kind != "time":
            continue
        dated = at > 1 and entries[at - 1].kind == "date" and not entry.line.gap
        before = entries[at - 1 - dated] if at else None
        after = entries[at + 1] if at + 1 < len(entries) else None
        titled_before = before is not None and (
            (before.kind == "title" and (not entry.line.gap or before.line.level > 0))
            or (before.kind == "title" and after is not None and _is_right_below(after))
            or (before.kind == "section" and after is not None and _names_people(after))
            or (before.kind in ("pause", "label") and bool(before.line.bullet) and entry.line.gap)
        )
        titled_after = after is not None and after.kind in ("title", "both", "post", "section")
        above += titled_before and not (titled_after and not _bulleted_before(before, after))
        below += titled_after and not titled_before
    return above > below


def _is_right_below(entry: Entry) -> bool:
    return entry.kind == "people" and not entry.line.gap and not entry.timed


def _names_people(entry: Entry) -> bool:
    return entry.kind == "people" or entry.label in ("speaker", "moderator")


def _bulleted_before(before: Entry | None, after: Entry | None) -> bool:
    """Whether a title above and one below are both items of one list, with the time between."""
    return bool(before and after and before.line.bullet and after.line.bullet and after.line.gap)


def day_follows_title(entries: Sequence[Entry]) -> bool:
    """Whether days stand under the titles of what happens on them, and people below."""
    days = [at for at, each in enumerate(entries) if each.kind == "date"]
    under = [
        at
        for at in days
        if at
        and at + 1 < len(entries)
        and entries[at - 1].kind in ("title", "section", "both")
        and not entries[at].line.gap
        and any(
            _names_people(each) or each.kind == "both"
            for each in entries[at + 1 : at + 2 + (entries[at + 1].kind == "time")][-1:]
        )
    ]
    return len(under) > 1 and len(under) * 2 > len(days)


def day_of(dated: Dated, known: Sequence[date], before: date | None = None) -> date | None:
    """The day that a heading names, in the year of the page's other days.

    A day far ahead of the one `before` is in the year that follows, as in a series of lectures.
    """
    if dated.start:
        return dated.start
    for day in known:
        if (day.day, day.month) in dated.day_and_month:
            return day
    if dated.day_and_month and known:
        number, month = dated.day_and_month[0]
        year = before.year if before else known[0].year
        try:
            day = date(year, month, number or 1)
            return day.replace(year=year + 1) if before and (before - day).days > FAR else day
        except ValueError:
            return None
    return None


FAR = 120
"""Days by which a later day of a series seems to lie before an earlier one of the year before."""


def session_name(text: str) -> str:
    """The name of a session, without its room."""
    name = titled(text).title or text
    return title_of(text) if len(name) < 4 else title_of(_without_room(text))


def sections_without_titles(entries: Sequence[Entry]) -> set[int]:
    """Places of headings of sessions under which nothing but people stands, or nothing at all.

    Such a session is an item itself: a panel, or a part of which only the title is known.
    """
    found: set[int] = set()
    heading: int | None = None
    people = False
    below = time_follows_title(entries)
    for at, entry in enumerate(entries):
        if _is_passed_over(entry) or (entry.kind == "date" and at and heading == at - 1):
            continue
        if entry.kind == "time" and not below:
            heading = None
        if entry.kind == "section" or entry.kind in _ENDS_SECTION:
            if heading is not None and (people or _has_own_title(entries[heading])):
                found.add(heading)
            heading, people = (at, False) if entry.kind == "section" else (None, False)
        elif entry.kind == "people" or entry.label in ("speaker", "moderator"):
            people = True
        elif people and _is_function(entry):
            continue
        elif entry.kind not in _SAYS_NOTHING:
            heading = None
    if heading is not None and (people or _has_own_title(entries[heading])):
        found.add(heading)
    return found


def _is_passed_over(entry: Entry) -> bool:
    """A room, or a word above the speakers of a session."""
    return is_room(entry.text) or (entry.kind == "list" and entry.said.startswith("speaker"))


def _is_function(entry: Entry) -> bool:
    """`Cities: Mr. Name, Mayor of Foo` among people: for what someone speaks."""
    read = entry.reading
    alone = read is not None and read.layout == ":" and not entry.timed
    return alone and read is not None and len((read.title or "").split()) < 4


_ENDS_SECTION = ("date", "pause", "programme", "list")
_SAYS_NOTHING = ("furniture", "empty", "prose", "post", "time")


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
