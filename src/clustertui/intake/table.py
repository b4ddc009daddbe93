"""Tables of talks or events with a header row: CSV, and cells parted by tabs, `;` or `|`.

A row with a title is a talk of the event that its row, the user or the file's name says. In a
table without titles every row is an event.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from operator import itemgetter
from typing import Any, NamedTuple

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.moments import ONLY_DAY
from clustertui.intake.persons import Keys
from clustertui.intake.plain import heading, is_tidy, one_line, plain
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedPerson,
    StatedPlace,
    StatedSource,
    StatedTalk,
    Statement,
    Tell,
    Where,
)
from clustertui.intake.table_cells import Span, span, speakers
from clustertui.intake.table_columns import (
    COLUMNS,
    DELIMITERS,
    columns_of,
    delimiter_of,
    names_several,
    recognised,
    split,
)
from clustertui.intake.textlines import text_lines
from clustertui.intake.wording import kind_of_event, kind_of_talk, kind_of_title

NAME = "table (CSV)"
GUESSES = False

_ROWS_LOOKED_AT = 20
_OF_LINES = frozenset(["title", "speaker", "organisation", "role", "country", "event"])
_ABSTRACT = COLUMNS.index("abstract")
_HEADINGS = (COLUMNS.index("title"), COLUMNS.index("event"))


def recognises(document: Document) -> bool:
    """Whether its first line names at least two columns that are known, and more rows follow.

    Where the user says which column holds what, any text but markup and JSON is taken for a table.
    """
    if document.folder:
        return False
    lines = decoded(document.head).lstrip("\ufeff \n\r").splitlines()
    if lines and _stated_delimiter(lines[0]):
        lines = lines[1:]
    if not lines or lines[0][:1] in ("{", "[", "<", "|"):
        return False
    if document.columns:
        return True
    delimiter = delimiter_of(lines[0], {})
    if recognised(split(lines[0], delimiter)) < 2:
        return False
    rows = [row for row in csv.reader(lines[1:_ROWS_LOOKED_AT], delimiter=delimiter) if row]
    return sum(len(row) > 1 for row in rows) * 2 >= len(rows)


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Every row of the table as a talk or an event.

    Raises IntakeError when no column holds titles or events, or a quotation mark is not closed.
    """
    table = _Table(document, tell)
    rows = table.rows()
    reading = _Reading(document, *next(rows, (Where(1, 1), [])))
    for where, cells in rows:
        reading.add(where, cells)
    yield from reading.statements()


def _stated_delimiter(line: str) -> str:
    """What a first line such as `sep=;` says, else nothing."""
    said = line.strip().strip('"')
    return said[4:] if said[:4].lower() == "sep=" and said[4:] in DELIMITERS else ""


class _Table:
    """The rows of a document, with the lines on which they stand."""

    def __init__(self, document: Document, tell: Tell) -> None:
        self._document = document
        self._lines = text_lines(document, tell)
        self._over = False

    def rows(self) -> Iterator[tuple[Where, list[str]]]:
        """The header, then every row."""
        before, header, delimiter = 0, "", ""
        for header in self._lines:
            before += 1
            found = _stated_delimiter(header) if not delimiter else ""
            delimiter = found or delimiter
            if header.strip() and not found:
                break
        delimiter = delimiter or delimiter_of(header, self._document.columns)
        source = chain([header], self._lines, self._ending())
        reader = csv.reader(source, delimiter=delimiter)
        last, before = 0, before - 1
        try:
            for cells in reader:
                first, last = last + 1, reader.line_num
                if self._over:
                    self._refuse(before + first, "a quotation mark opens a cell that never ends")
                if cells:
                    yield Where(before + first, before + last), cells
        except csv.Error:
            self._refuse(before + last + 1, "a cell is too long; is a quotation mark not closed?")

    def _ending(self) -> Iterator[str]:
        """Marks that the lines are over; a row that asks for more has an open quotation mark."""
        self._over = True
        yield from ()

    def _refuse(self, line: int, message: str) -> None:
        raise IntakeError(self._document.name, message, line)


class _Row(NamedTuple):
    """The cells of one row, in the order of `COLUMNS`; empty where there is no such column."""

    title: str
    speaker: str
    organisation: str
    role: str
    country: str
    event: str
    date: str
    start: str
    end: str
    time: str
    room: str
    session: str
    url: str
    abstract: str
    language: str
    kind: str
    place: str
    organiser: str
    email: str
    id: str
    given: str
    family: str
    name: str


@dataclass(slots=True)
class _Event:
    """What the rows of one event have said."""

    key: str
    name: str
    where: Where
    start: date | None = None
    end: date | None = None
    precision: str = "none"
    places: dict[str, None] = field(default_factory=dict)
    organisers: dict[str, None] = field(default_factory=dict)
    talks: list[StatedTalk | Doubt] = field(default_factory=list)
    guessed: tuple[tuple[str, str], ...] = ()

    def stated(self, places: tuple[StatedPlace, ...]) -> StatedEvent:
        """What is stated of it, now that all its rows are read."""
        kind = kind_of_event(self.name) or "event"
        return StatedEvent(
            self.key, self.name, kind, self.start, self.end, self.precision, places=places,
            organisations=tuple((each, "organiser") for each in self.organisers),
            where=(self.where,), guessed=self.guessed,
        )  # fmt: skip


class _Reading:
    """What the rows have stated so far."""

    def __init__(self, document: Document, where: Where, header: Sequence[str]) -> None:
        self._document = document
        self._stem = document.stem
        self._header = where
        self._places = self._found(header)
        self._width = len(header)
        width = self._width
        self._pick: Callable[[list[str]], Any] = itemgetter(
            *(self._places.get(column, width) for column in COLUMNS)
        )
        self._commas = "speaker" in self._places and names_several(header[self._places["speaker"]])
        self._has_titles = "title" in self._places
        self._events: dict[str, _Event] = {}
        self._rows: list[StatedEvent | Doubt] = []
        used = set(self._places.values())
        rest = [one_line(each) for at, each in enumerate(header) if at not in used]
        self._unused = ", ".join(f"`{each}`" for each in rest if each)
        self._ids: set[str] = set()
        self._keys = Keys()

    def _found(self, header: Sequence[str]) -> dict[str, int]:
        seen = ", ".join(f"`{one_line(each)}`" for each in header[:30] if each.strip()) or "none"
        try:
            found = columns_of(header, self._document.columns)
        except LookupError as error:
            message = f"there is no column `{error.args[0]}`; the columns are {seen}"
            raise IntakeError(self._document.name, message) from None
        if "title" not in found and "event" not in found:
            message = (
                f"no column holds titles of talks or names of events; the columns are {seen}."
                " Say which one does, such as --columns title=…,speaker=…"
            )
            raise IntakeError(self._document.name, message)
        return found

    def add(self, where: Where, cells: list[str]) -> None:
        """Takes in one row."""
        doubts: list[Doubt] = []
        missing = self._width - len(cells)
        if missing < 0:
            if any(map(str.strip, cells[missing:])):
                message = f"the row has {len(cells)} cells and the header {self._width}"
                doubts.append(Doubt(where, f"{message}; what is beyond is left out"))
            del cells[missing:]
            missing = 0
        cells += [""] * (missing + 1)  # the last one stands for every column that is not there
        values = list(map(str.strip, self._pick(cells)))
        abstract, values[_ABSTRACT] = values[_ABSTRACT], ""  # as long as all others together
        joined = "".join(values)
        if not joined and not any(map(str.strip, cells)):
            return
        if not is_tidy(joined):
            values = list(map(_tidy, COLUMNS, values))
        if "<" in joined or "&" in joined or "\n" in joined:
            for at in _HEADINGS:
                values[at] = heading(values[at])
        values[_ABSTRACT] = plain(abstract)
        row = _Row._make(values)
        if self._has_titles:
            self._talk(where, row, doubts)
        else:
            self._event(where, row, doubts)

    def statements(self) -> Iterator[Statement]:
        """Everything: each event before its talks."""
        if not self._events and not self._rows:
            raise IntakeError(self._document.name, "is a table without any row below its header")
        first = next(iter(self._events.values()), None)
        name = first.name if first and len(self._events) == 1 else self._stem
        yield StatedSource(self._document.event or name)
        if self._unused:
            yield Doubt(self._header, f"what these columns hold is left out: {self._unused[:500]}")
        for event in self._events.values():
            rooms = "room" not in self._places and len(event.places) > 1
            if any(isinstance(each, StatedTalk) for each in event.talks):
                places = () if rooms else tuple(map(StatedPlace, event.places))
                yield event.stated(places)
            if not rooms and "room" not in self._places and event.places:
                yield from map(_without_room, event.talks)
            else:
                yield from event.talks
        yield from self._rows

    def _talk(self, where: Where, row: _Row, doubts: list[Doubt]) -> None:
        event = self._event_of(row.event, where)
        title = row.title
        if not title:
            event.talks += [*doubts, Doubt(where, "the row has no title", "talk")]
            return
        when, people = self._read(where, row, doubts)
        _widen(event, when)
        place = row.place
        if place:
            event.places.setdefault(place)
        if row.organiser:
            event.organisers.setdefault(row.organiser)
        kind = kind_of_talk(row.kind) if row.kind else None
        kind = kind or kind_of_title(title) or "presentation"
        if not people and kind != "break":
            doubts.append(Doubt(where, "no speaker is named"))
        key = row.id or None
        if key in self._ids:
            doubts.append(Doubt(where, f"its identifier is used before: `{key}`"))
            key = None
        elif key:
            self._ids.add(key)
        room = row.room or ("" if "room" in self._places else place)
        talk = StatedTalk(
            event.key, title, key, kind, row.session or None, room or None,
            when.start, when.end, row.language or None, row.abstract or None,
            row.url or None, people, (where,),
            (("start", when.guessed),) if when.guessed else (),
        )  # fmt: skip
        event.talks.append(talk)
        event.talks += doubts

    def _event(self, where: Where, row: _Row, doubts: list[Doubt]) -> None:
        """A row that is an event of its own."""
        name = row.event
        if not name:
            self._rows += [*doubts, Doubt(where, "the row has no name of an event", "event")]
            return
        named = row.speaker or row.given or row.family
        when, people = self._read(where, row, doubts)
        firm = row.organiser or ("" if named else one_line(row.organisation))
        town = row.place
        country = one_line(row.country) or None
        place = StatedPlace(town, country if not named else None) if town else None
        if not place and country and not named:
            place = StatedPlace(country)
        kind = kind_of_event(row.kind) or kind_of_event(name) or "event"
        guessed = when.guessed if when.guessed != ONLY_DAY else ""
        event = StatedEvent(
            str(where), name, kind, when.first, when.last, when.precision, None,
            row.abstract or None, None, (place,) if place else (),
            ((firm, "organiser"),) if firm else (), people, (),
            row.url or None, (where,), (("start", guessed),) if guessed else (),
        )  # fmt: skip
        self._rows.append(event)
        self._rows += doubts

    def _read(
        self, where: Where, row: _Row, doubts: list[Doubt]
    ) -> tuple[Span, tuple[StatedPerson, ...]]:
        """When a row takes place and who is named in it."""
        when = span(row.date, row.start, row.end, row.time)
        names = row.speaker or f"{row.given} {row.family}"
        said = speakers(names, row.organisation, row.role, row.country, row.email, self._commas)
        for message in (*when.doubts, *said.doubts):
            doubts.append(Doubt(where, message))
        people = said.people
        if row.email:
            people = tuple(each._replace(key=self._keys.of(each.name, each.key)) for each in people)
        return when, people

    def _event_of(self, cell: str, where: Where) -> _Event:
        """The event of a row: its own, else the user's, else the file's."""
        said = cell or self._document.event
        name = said or self._stem
        found = self._events.get(name)
        if found is None:
            found = self._events[name] = _Event(name, name, where)
            found.guessed = () if said else (("name", "the name of the file"),)
        return found


def _tidy(column: str, cell: str) -> str:
    """A cell on one line, unless its line breaks tell something."""
    if column in _OF_LINES:
        return "\n".join(map(one_line, cell.split("\n")))
    return one_line(cell)


def _widen(event: _Event, when: Span) -> None:
    """Takes the days of a talk into those of its event."""
    if when.first and when.last:
        event.start = min(event.start or when.first, when.first)
        event.end = max(event.end or when.last, when.last)
        if event.precision in ("none", "day"):
            event.precision = when.precision


def _without_room(each: StatedTalk | Doubt) -> StatedTalk | Doubt:
    """A talk whose room turned out to be the town of all of them."""
    return each._replace(room=None) if isinstance(each, StatedTalk) else each
