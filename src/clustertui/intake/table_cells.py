"""What the cells of a row say together: of the people, and of the time."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from datetime import time as clock_time
from functools import lru_cache
from typing import NamedTuple

from clustertui.intake.moments import Moment, moment, time_of_day
from clustertui.intake.moments import clock as local_clock
from clustertui.intake.persons import bare_name, people_named
from clustertui.intake.plain import one_line
from clustertui.intake.stated import StatedAffiliation, StatedPerson

_FROM_TO = re.compile(
    r"\s*[–—]\s*|\s+-+\s+|\s+(?:to|till|until|bis|à|al?)\s+|(?<=\d\d)-(?=\d\d?[:.h])"
)
_FROM_TO_DAY = re.compile(r"\s*[–—/]\s*|\s+-+\s+|\s+(?:to|till|until|bis|au|al?|hasta)\s+")
_SEVERAL = re.compile(r"\s*[;\n]\s*")
_PARTED = re.compile(r"[;\n&,(]|\s(?:and|und|et)\s")
_BLANKS = re.compile(r"[;,\s]+")
EARLY = 6
"""Hour before which an end lies on the day after."""


class Speakers(NamedTuple):
    """Who speaks, and what is wrong with the cells that say so."""

    people: tuple[StatedPerson, ...] = ()
    doubts: tuple[str, ...] = ()


NOBODY = Speakers()


class Span(NamedTuple):
    """When a row takes place."""

    start: datetime | None = None
    end: datetime | None = None
    first: date | None = None
    last: date | None = None
    precision: str = "none"
    guessed: str = ""
    """Why the start may be otherwise."""
    doubts: tuple[str, ...] = ()


@lru_cache(maxsize=1 << 13)
def speakers(
    names: str, organisation: str, role: str, country: str, email: str, commas: bool
) -> Speakers:
    """The people of one row.

    As many organisations as people belong to them in turn; one belongs to all; several belong to
    a single person. Roles and countries likewise.
    """
    others = f"{organisation}{role}{country}"
    if not (email or _PARTED.search(names) or ";" in others or "\n" in others):
        name = bare_name(names)
        told = _affiliation(organisation, role, country)
        return Speakers((StatedPerson(name, None, told),)) if name else NOBODY
    named = people_named(names, commas, not organisation.strip())
    count = len(named)
    doubts: list[str] = []
    cells: list[list[str]] = []
    for what, cell in (("organisations", organisation), ("roles", role), ("countries", country)):
        parts = [one_line(part) for part in _SEVERAL.split(cell)] if cell.strip() else []
        if count > 1 and len(parts) not in (0, 1, count):
            doubts.append(f"{count} people, but {len(parts)} {what}; the {what} are left out")
            parts = []
        cells.append(parts)
    mails = [part.lower() for part in _BLANKS.split(email) if "@" in part]
    people = []
    for at, each in enumerate(named):
        if count > 1:
            firms, roles, lands = (one[at : at + 1] if len(one) > 1 else one for one in cells)
        else:
            firms, roles, lands = cells
        told = _affiliations(
            firms or [each.organisation or ""], roles or [each.role or ""], lands or [""]
        )
        key = f"mailto:{mails[at]}" if len(mails) == count else None
        people.append(StatedPerson(each.name, key, told))
    return Speakers(tuple(people), tuple(doubts))


@lru_cache(maxsize=1 << 12)
def _affiliation(firm: str, role: str, country: str) -> tuple[StatedAffiliation, ...]:
    """The affiliation of one person at one organisation."""
    told = StatedAffiliation(
        one_line(firm) or None, None, one_line(role) or None, one_line(country) or None
    )
    return (told,) if any(told) else ()


def _affiliations(
    firms: list[str], roles: list[str], lands: list[str]
) -> tuple[StatedAffiliation, ...]:
    """Each affiliation of a person; what is said once is said of all."""

    def at(cells: list[str], place: int) -> str | None:
        place = 0 if len(cells) == 1 else place
        return (cells[place] or None) if place < len(cells) else None

    found = [
        StatedAffiliation(at(firms, place), None, at(roles, place), at(lands, place))
        for place in range(max(len(firms), len(roles), len(lands)))
    ]
    return tuple(each for each in found if any(each))


@lru_cache(maxsize=1 << 13)
def span(day: str, start: str, end: str, time: str) -> Span:
    """When a row takes place, by the cells `date`, `start`, `end` and `time`."""
    doubts: list[str] = []
    first, last = _days(day, doubts)
    times = _FROM_TO.split(time.strip(), maxsplit=1) if time else [""]
    begins, hour = _read(start, doubts), _read(times[0], doubts)
    ends = _read(end, doubts) or (_read(times[1], doubts) if len(times) > 1 else None)
    if isinstance(begins, Moment):
        first, begins = begins, None
    begins_at = first.at if first else None
    clock = begins or (hour if isinstance(hour, clock_time) else None)
    if clock and not begins_at:
        begins_at = _at(first, clock, doubts)
    if isinstance(ends, Moment):
        last, ends_at = ends, ends.at
    else:
        ends_at = _at(first, ends, doubts) if ends and begins_at else None
        if begins_at and ends_at and ends_at < begins_at and ends_at.hour < EARLY:
            ends_at += timedelta(days=1)
    if (begins_at and ends_at and ends_at < begins_at) or (
        first and last and last.end < first.start
    ):
        doubts.append("it ends before it begins; the end is left out")
        ends_at, last = None, None
    if first is None:
        return Span(doubts=tuple(doubts))
    at, why = local_clock(first if first.at is begins_at else first._replace(at=begins_at))
    return Span(at, ends_at, first.start, (last or first).end, first.precision, why, tuple(doubts))


def _days(cell: str, doubts: list[str]) -> tuple[Moment | None, Moment | None]:
    """The first and the last day that a cell says."""
    if not cell.strip():
        return None, None
    found = moment(cell)
    if found:
        return found, None
    parts = _FROM_TO_DAY.split(cell.strip())
    if len(parts) == 2 and (first := moment(parts[0])) and (last := moment(parts[1])):
        return first, last
    doubts.append(f"`{one_line(cell)[:60]}` is no date that can be read; write it as 2024-02-03")
    return None, None


def _read(cell: str, doubts: list[str]) -> Moment | clock_time | None:
    if not cell or cell.isspace():
        return None
    found = time_of_day(cell) or moment(cell)
    if found is None:
        doubts.append(f"`{one_line(cell)[:60]}` is no time or date that can be read")
    return found


def _at(day: Moment | None, hour: clock_time, doubts: list[str]) -> datetime | None:
    if day is None or day.precision != "day":
        doubts.append(f"the time {hour:%H:%M} has no day")
        return None
    return datetime.combine(day.start, hour)
