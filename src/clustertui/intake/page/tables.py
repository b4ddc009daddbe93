"""Tables that a page flattened: what each column holds, and what each row says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import time
from typing import NamedTuple

from clustertui.intake.page.affiliations import read_affiliations
from clustertui.intake.page.clock import Times, leading
from clustertui.intake.page.dates import Dated, dates_in
from clustertui.intake.page.entries import Entry, columns_of
from clustertui.intake.page.names import is_nobody
from clustertui.intake.page.organisations import is_country, organisation_score, with_acronym
from clustertui.intake.page.people import read_people
from clustertui.intake.page.readings import readings
from clustertui.intake.page.signs import is_empty, is_pause
from clustertui.intake.stated import StatedAffiliation, StatedPerson


class Part(NamedTuple):
    """One item of a row; a row of parallel sessions has several."""

    title: str | None
    people: tuple[StatedPerson, ...]
    nobody: bool = False
    session: str | None = None


class Row(NamedTuple):
    """What a row of a table says."""

    start: time | None = None
    end: time | None = None
    title: str | None = None
    people: tuple[StatedPerson, ...] = ()
    parts: tuple[Part, ...] = ()
    day: Dated | None = None
    heading: bool = False
    pause: bool = False
    person_only: bool = False
    doubtful: bool = False
    """Whether it has neither a time nor sure people."""


_CODE = re.compile(r"^[\[(][A-Z]{1,4}[ -]?\d{1,3}[A-Z]?[\])]\s+")
"""The code of a talk: `(IL-1A)`."""
_BREAKS = re.compile(r"\s*[,;]?\s*¶[\s¶]*")
_LISTS = ("speaker", "organisation", "moderator", "role")
Columns = Mapping[int, str]


def rows_of(entries: Sequence[Entry]) -> dict[int, Row]:
    """Index of an entry → what it says as a row of its table."""
    found: dict[int, Row] = {}
    group: list[int] = []
    for at, entry in enumerate((*entries, None)):
        if entry is not None and entry.kind == "row":
            group.append(at)
        elif entry is None or (entry.kind in ("programme", "list", "section") and not entry.timed):
            found.update(_table(entries, group))
            group = []
    return found


def _table(entries: Sequence[Entry], group: Sequence[int]) -> dict[int, Row]:
    found: dict[int, Row] = {}
    columns: Columns = {}
    names: tuple[str, ...] = ()
    if group:
        columns = _inferred([entries[at].line.cells for at in group])
    for at in group:
        cells = entries[at].line.cells
        named = _header(cells)
        if named:
            columns, names = {**_times(named, cells), **named}, cells
            dates = dates_in(cells[0])
            found[at] = Row(heading=True, day=dates[0] if dates else None)
        else:
            found[at] = _row(cells, columns, names)
    timed = [at for at, row in found.items() if row.start is not None]
    if len(timed) * 2 > len(found):
        return {at: row for at, row in found.items() if not row.doubtful or row.pause}
    return found


def _header(cells: Sequence[str]) -> dict[int, str]:
    """The meanings of a row of names; {} for any other row."""
    filled = [cell for cell in cells if cell]
    named = columns_of(cells)
    known = len(named) + sum(bool(dates_in(cell)) for cell in filled)
    if leading(cells[0]) is None and (
        (len(named) > 1 and known * 2 > len(filled)) or _are_tracks(cells)
    ):
        if _are_tracks(cells) and len(named) < 2:
            return {0: "time", **{at: "track" for at in range(1, len(cells)) if cells[at]}}
        if "title" not in named.values():
            for at, meaning in named.items():
                if meaning in ("session", "event"):
                    return {**named, at: "title"}
        return named
    return {}


def _are_tracks(cells: Sequence[str]) -> bool:
    """`Time | Hall 1: Machines | Hall 2: People`."""
    first = columns_of(cells[:1])
    others = [cell for cell in cells[1:] if cell]
    if first.get(0) not in ("time", "date") or len(others) < 2:
        return False
    return not any(read_people(cell).score > 1 for cell in others) and len(columns_of(cells)) == 1


def _times(named: Columns, cells: Sequence[str]) -> dict[int, str]:
    """The column of times, where the header leaves it without a name."""
    return {} if 0 in named or "time" in named.values() else {0: "time"}


def _inferred(rows: Sequence[Sequence[str]]) -> dict[int, str]:
    """What columns without names hold, by what most of their cells look like."""
    votes: dict[int, Counter[str]] = {}
    for cells in rows:
        for at, cell in enumerate(cells):
            if cell:
                votes.setdefault(at, Counter())[_look(cell)] += 1
    found: dict[int, str] = {}
    for at, counts in votes.items():
        look = counts.most_common(1)[0][0]
        people = counts["speaker"]
        speakers = people and people * 2 >= sum(counts.values()) - counts["pause"]
        found[at] = "speaker" if speakers else look
    if "title" not in found.values():
        for at, look in found.items():
            if look in ("pause", "organisation", "both"):
                found[at] = "title"
                break
    return found


def _look(cell: str) -> str:
    times = leading(cell)
    if times is not None and len(times.rest) < 4:
        return "time"
    if _rests(cell):
        return "pause"
    if is_country(cell):
        return "country"
    if len(cell) < 200 and read_people(cell).score > 1.5:
        return "speaker"
    if organisation_score(cell) >= 2 and len(cell) < 80:
        return "organisation"
    return "title"


def _rests(cell: str) -> bool:
    return bool(cell) and (is_pause(cell) or is_empty(cell))


def _row(cells: Sequence[str], columns: Columns, names: Sequence[str]) -> Row:
    """What a row says, by what its columns hold."""
    times = next((found for cell in cells[:2] if (found := leading(cell)) is not None), None)
    first = columns.get(0, "")
    dates = dates_in(cells[0]) if first == "date" or (times is None and first in _DAYS) else []
    of_talk = any(
        columns.get(at) in ("title", "speaker") for at in range(1, len(cells)) if cells[at]
    )
    if dates and len(cells[0]) < 60 and not (names and of_talk):
        return Row(heading=len([cell for cell in cells if cell]) > 2, day=dates[0])
    values: dict[str, str] = {}
    tracks: list[tuple[str, str]] = []
    for at, printed in enumerate(cells):
        meaning = columns.get(at, "")
        name = names[at] if at < len(names) else ""
        cell = _joined(printed, meaning)
        if at < 2 and times is not None and (found := leading(cell)) is not None:
            cell = found.rest
        if (
            not cell
            or meaning in ("room", "number", "date")
            or (name and not meaning)
            or (not at and dates)
        ):
            continue
        if meaning == "time" and times is None and (times := _hours(cell)) is not None:
            continue
        if meaning == "track" or (meaning == "both" and "title" in values):
            tracks.append((name, cell))
        elif meaning in ("", "time", "pause") or meaning in values:
            values.setdefault("title" if "title" not in values else "speaker", cell)
        else:
            values[meaning] = cell
    row = Row(times.start, times.end) if times else Row()
    if dates and values.keys() & {"title", "speaker"}:
        row = row._replace(day=dates[0])
    return _parallel(row, values, tracks) if tracks else _single(row, values)


_DAYS = ("time", "date", "", "title")


def _joined(cell: str, meaning: str) -> str:
    """A cell on one line: what stands on lines of their own is a list of people, or one title."""
    return " ".join(_BREAKS.sub(", " if meaning in _LISTS else " ", cell).split())


def _hours(cell: str) -> Times | None:
    """The time in a column of times, wherever it stands and without a weekday: `Mo 9-10`."""
    found = leading(cell)
    if found is None:
        bare = re.fullmatch(r"(?:[^\W\d_]+\.?\s+)?(\d{1,2})(?:\s?[-–]\s?(\d{1,2}))?", cell.strip())
        if bare and int(bare[1]) < 24 and int(bare[2] or 0) < 24:
            end = time(int(bare[2])) if bare[2] else None
            return Times(time(int(bare[1])), end, "")
    return found


def _single(row: Row, values: Mapping[str, str]) -> Row:
    title = _CODE.sub("", values.get("title", "")) or None
    said = _CODE.sub("", values.get("speaker", ""))
    people = read_people(said) if said and not _rests(said) else None
    stated = people.people if people and people.score > -1 else ()
    if not title and said and not stated:
        title, said = said, ""
    if title and not stated and (not said or _rests(said)) and _rests(title):
        return row._replace(pause=True)
    if title and not said:
        read = readings(title)[0]
        if read.people and read.score >= 1:
            title, stated = read.title, read.people.people
            said = title or ""
    stated = _with_columns(said, stated, values)
    nobody = bool(said) and not stated and is_nobody(said)
    part = Part(title, stated, nobody, values.get("session"))
    if (
        row.start is None
        and not (stated and people and people.score >= 1)
        and not values.get("role")
    ):
        row = row._replace(doubtful=True)
    only = title is None and row.start is None and bool(stated)
    return row._replace(title=title or "", people=stated, parts=(part,), person_only=only)


def _with_columns(
    said: str, people: tuple[StatedPerson, ...], values: Mapping[str, str]
) -> tuple[StatedPerson, ...]:
    """The people with what the columns beside their names say of each."""
    posts = {name: values[name] for name in ("organisation", "role", "country") if name in values}
    if not posts or not people:
        return people
    found = []
    for at, person in enumerate(people):
        own = {name: _share(value, at, len(people)) for name, value in posts.items()}
        affiliations: list[StatedAffiliation] = []
        if "organisation" in own:
            affiliations = list(read_affiliations(_cell_parts(own["organisation"]))[0])
            if len(affiliations) == 1 and not (
                affiliations[0].organisation or affiliations[0].country
            ):
                name, acronym, country = with_acronym(own["organisation"])
                affiliations = [StatedAffiliation(name, acronym, None, country)]
        affiliations = affiliations or list(person.affiliations) or [StatedAffiliation()]
        affiliations = [
            each._replace(
                role=each.role or own.get("role"), country=each.country or own.get("country")
            )
            for each in affiliations
        ]
        found.append(person._replace(affiliations=tuple(affiliations)))
    return tuple(found)


def _cell_parts(cell: str) -> list[str]:
    return [part for piece in cell.split(";") for part in piece.split(",")]


def _share(value: str, at: int, count: int) -> str:
    """What a cell says of one of several people: its own part, when there are as many parts."""
    for sign in (" / ", ";", "/", ", ", " and ", " & "):
        parts = [part.strip() for part in value.split(sign)]
        if count > 1 and len(parts) == count and all(parts):
            return parts[at]
    return value


def _parallel(row: Row, values: Mapping[str, str], tracks: Sequence[tuple[str, str]]) -> Row:
    """A row with an item in each of several tracks, or one item for all of them."""
    parts = []
    for name, cell in tracks:
        if _rests(cell):
            continue
        read = readings(cell)[0]
        people = read.people if read.people and read.score >= 1 else None
        title = read.title if people else cell
        parts.append(
            Part(
                title,
                people.people if people else (),
                people is not None and not people.people,
                name if len(tracks) > 1 else None,
            )
        )
    if not parts:
        return row._replace(pause=True)
    return row._replace(title=values.get("title") or parts[0].title, parts=tuple(parts))
