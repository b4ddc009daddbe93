"""Schedules as frab, pentabarf, pretalx, wafer and OSEM write them in XML, with exact lines."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from datetime import date
from html.entities import html5
from xml.parsers import expat

from clustertui.intake.document import Document, IntakeError
from clustertui.intake.plain import label
from clustertui.intake.schedule import Programme, person
from clustertui.intake.schedule_times import Day, day_of
from clustertui.intake.stated import Doubt, StatedPerson, Statement, Tell, Where

NAME = "frab schedule (XML)"
"""As shown to people."""
GUESSES = False
DEEPEST = 100
"""Elements inside one another; no schedule has ten."""
MOST_PEOPLE = 50_000
"""People that are remembered at a time, so that memory has a bound."""

_LISTS = frozenset(("persons", "people", "speakers", "presenters"))
_ONE = frozenset(("person", "speaker", "presenter"))
_SPECIAL = _ONE | {"event"}
_WANTED = _LISTS | {
    "title", "subtitle", "type", "track", "room", "date", "start", "end", "duration", "language",
    "abstract", "description", "url", "id", "code", "guid",
}  # fmt: skip
_INLINE = frozenset(("b", "i", "em", "strong", "span", "a"))
_MARKED = frozenset(("abstract", "description"))
_OF_ROOT = frozenset(("title", "acronym", "base_url"))
_WIDE = ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"))


class _Found(Exception):
    """The root element has been seen."""


def recognises(document: Document) -> bool:
    """Whether the root element, or the type that a DOCTYPE names, is `schedule`."""
    if b"<" not in document.head[:1024]:
        return False
    names: list[str] = []

    def seen(name: str, *_rest: object) -> None:
        names.append(_local(name))
        raise _Found

    parser, head = _parser_for(document)
    parser.StartDoctypeDeclHandler = parser.StartElementHandler = seen
    try:
        parser.Parse(head(document.head.lstrip()), False)
    except _Found:
        return names == ["schedule"]
    except (expat.ExpatError, LookupError, ValueError):  # the latter of declared encodings
        pass
    return False


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """The conference and its talks, in the order of the document.

    Raises IntakeError when it is no XML, declares entities, or has neither days nor events.
    """
    yield from _Reader(document).statements(tell)


def _parser_for(document: Document) -> tuple[expat.XMLParserType, Callable[[bytes], bytes]]:
    """A parser, and what makes the document's bytes readable for it, piece by piece."""
    encoding = next((name for mark, name in _WIDE if document.head.startswith(mark)), None)
    if encoding is None:
        return expat.ParserCreate(), bytes
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    # The one encoding that the parser does not know.
    return expat.ParserCreate("utf-8"), lambda piece: decoder.decode(piece).encode()


def _local(name: str) -> str:
    return name.rpartition(":")[2]


class _Walk:
    """One way through the document from tag to tag; faults of the document end it."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parser, self._readable = _parser_for(document)
        self._parser.buffer_text = True
        self._parser.EntityDeclHandler = self._entity
        self._blank_lines = 0

    def _pieces(self, tell: Tell) -> Iterator[None]:
        """Parses the document; comes back after every piece."""
        begun, fed, wanted, waiting = False, 0, 0, 0
        parts: list[bytes] = []
        try:
            for piece in self._document.pieces(tell):
                data = self._readable(piece)
                if not begun:  # blanks before the document are common though XML forbids them
                    kept = data.lstrip(b" \t\r\n")
                    self._blank_lines += data.count(b"\n", 0, len(data) - len(kept))
                    data, begun = kept, bool(kept)
                parts.append(data)
                waiting += len(data)
                if waiting < wanted:
                    continue
                self._parse(b"".join(parts), last=False)
                fed += waiting
                # What is left of a long comment is parsed from its beginning each time, so wait
                # for as much again.
                wanted, waiting = fed - self._parser.CurrentByteIndex, 0
                parts.clear()
                yield
            self._parse(b"".join(parts), last=True)
            yield
        except expat.ExpatError as error:
            said = f"is no valid XML ({expat.ErrorString(error.code)}); export it anew"
            raise self._fault(said, error.lineno + self._blank_lines) from error

    def _parse(self, data: bytes, *, last: bool) -> None:
        try:
            self._parser.Parse(data, last)
        except (LookupError, ValueError) as error:
            said = f"declares an encoding that cannot be read ({error}); save it as UTF-8"
            raise self._fault(said) from error

    def _line(self) -> int:
        return self._parser.CurrentLineNumber + self._blank_lines

    def _fault(self, message: str, line: int | None = None) -> IntakeError:
        return IntakeError(self._document.name, message, line)

    def _entity(self, *_said: object) -> None:
        raise self._fault(
            "declares entities, which no schedule needs; save it without its DOCTYPE", self._line()
        )


class _Days(_Walk):
    """Looks ahead for the dates of the days, where the conference states none."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.found: list[date] = []
        self._parser.StartElementHandler = self._start
        for _ in self._pieces(_nobody):
            pass

    def _start(self, name: str, said: dict[str, str]) -> None:
        if _local(name) == "day":
            day = day_of(said.get("date"), said.get("start"), said.get("end"), None)[0]
            if day.date:
                self.found.append(day.date)


def _nobody(_done: int, _all: int) -> None:
    """Nobody is told how far a look ahead has come."""


class _Reader(_Walk):
    """Reads the talks of one document.

    Outside of events every element is on `_path`; inside one, the depth tells a field (1) from
    what stands in it.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._out: list[Statement] = []
        self._programme: Programme | None = None
        self._facts: dict[str, str | None] = {}
        self._late = False
        self._rooms: set[str] = set()
        self._people: dict[tuple[str, ...], StatedPerson | None] = {}
        self._seen: dict[str, None] = {}
        self._path: list[str] = []
        self._day = Day()
        self._room: str | None = None
        self._event: dict[str, str] = {}
        self._fields: dict[str, str] = {}
        self._field = ""
        self._speakers: list[StatedPerson | None] = []
        self._first_line = self._depth = self._person_depth = 0
        self._said: dict[str, str] = {}
        self._parts: list[str] = []
        self._parser.SkippedEntityHandler = self._skipped
        self._parser.CharacterDataHandler = self._parts.append
        self._outside()

    def statements(self, tell: Tell) -> Iterator[Statement]:
        """Everything the document states."""
        for _ in self._pieces(tell):
            yield from self._out
            self._out.clear()
        if self._programme is None:
            seen = ", ".join([f"`{name[:40]}`" for name in self._seen]) or "nothing"
            raise self._fault(f"has neither days nor events; its `schedule` holds {seen}")
        if self._late:
            where = Where(item="conference")
            yield Doubt(where, "what stands of the conference after the talks was not taken")
        yield from self._programme.end()

    # --- Outside of events -----------------------------------------------------------------------

    def _outside(self) -> None:
        self._parser.StartElementHandler = self._open
        self._parser.EndElementHandler = self._close

    def _open(self, name: str, said: dict[str, str]) -> None:
        tag = _local(name)
        path = self._path
        if not path and tag != "schedule":
            raise self._fault(f"is no schedule: its root element is `{tag[:40]}`")
        if len(path) == DEEPEST:
            self._too_deep()
        if len(path) == 1 and len(self._seen) < 6:
            self._seen[tag] = None
        self._parts.clear()
        if tag == "event":
            self._begun()
            self._begin_event(name, said)
            return
        if tag == "day":
            self._new_day(said, self._begun())
        elif tag == "room":
            self._room = label(said.get("name") or "")
            if self._room:
                self._rooms.add(self._room)
        elif tag == "conference":
            self._facts |= said
        path.append(tag)

    def _close(self, _name: str) -> None:
        tag = self._path.pop()
        parent = self._path[-1] if self._path else ""
        if tag == "day":
            self._day = Day()
        elif tag == "room":
            self._room = None
        elif parent == "conference" or (parent == "schedule" and tag in _OF_ROOT):
            self._late = self._late or self._programme is not None
            if parent == "conference" or tag not in self._facts:
                self._facts[tag] = "".join(self._parts)
        self._parts.clear()

    def _begun(self) -> Programme:
        """The programme; its head is stated when the first day or event is met."""
        if self._programme is None:
            self._programme = Programme(self._document, self._facts)
            self._programme.rooms = self._rooms
            self._out += self._programme.head(lambda: _Days(self._document).found)
        return self._programme

    def _new_day(self, said: dict[str, str], programme: Programme) -> None:
        get = said.get
        where = Where(self._line())
        self._day, fault = day_of(get("date"), get("start"), get("end"), programme.zone)
        if fault:
            self._out.append(Doubt(where, fault))
        self._out += programme.outside(self._day, where)

    # --- Inside an event -------------------------------------------------------------------------

    def _begin_event(self, name: str, said: dict[str, str]) -> None:
        self._event = said
        self._fields = {}
        self._speakers = []
        self._first_line = self._line()
        self._depth = self._person_depth = 0
        prefixed = ":" in name
        self._parser.StartElementHandler = self._start_prefixed if prefixed else self._start
        self._parser.EndElementHandler = self._end_prefixed if prefixed else self._end

    def _start_prefixed(self, name: str, said: dict[str, str]) -> None:
        self._start(_local(name), said)

    def _end_prefixed(self, name: str) -> None:
        self._end(_local(name))

    def _start(self, name: str, said: dict[str, str]) -> None:
        if not self._depth and not said and name not in _SPECIAL:  # nearly always
            self._depth = 1
            self._parts.clear()
            self._field = name
            return
        self._depth = depth = self._depth + 1
        if depth == 1:
            self._parts.clear()
            self._field = name
            if name not in _ONE:
                self._fields.setdefault(f"@{name}", said.get("name", ""))
        elif depth + len(self._path) >= DEEPEST:
            self._too_deep()
        if self._person_depth:
            if depth == self._person_depth + 1 and name not in _INLINE:
                self._parts.clear()
        elif (depth == 2 and self._field in _LISTS) or (depth == 1 and name in _ONE):
            self._person_depth = depth
            self._said = said
            self._parts.clear()
        elif depth > 1 and self._field in _MARKED:
            self._parts.append(f"<{name}>")
        if name == "event":
            where = Where(self._line())
            self._out.append(Doubt(where, "an event inside another event", lost="talk"))

    def _end(self, name: str) -> None:
        depth = self._depth
        self._depth = depth - 1
        if self._person_depth:
            text = "".join(self._parts)
            if depth == self._person_depth:
                self._end_person(text)
            elif depth == self._person_depth + 1 and name not in _INLINE:
                self._said.setdefault(name, text)
                self._parts.clear()
        elif depth == 1:
            if name in _WANTED and name not in self._fields:  # the first of two prevails
                text = "".join(self._parts)
                if text and not text.isspace():
                    self._fields[name] = text
        elif depth == 0:
            self._end_event()
        elif self._field in _MARKED:
            self._parts.append(f"</{name}>")

    def _end_person(self, text: str) -> None:
        self._person_depth = 0
        self._parts.clear()
        said = self._said
        mark = (text, *said, *said.values())
        if mark not in self._people:
            if len(self._people) >= MOST_PEOPLE:
                self._people.clear()
            self._people[mark] = person({"full_name": text, **said} if text.strip() else said)
        self._speakers.append(self._people[mark])

    def _end_event(self) -> None:
        self._outside()
        self._parts.clear()
        said = {**self._event, **self._fields}
        get = said.get
        for tag in _LISTS.intersection(self._fields):  # names where others have elements
            names = self._fields[tag].split(",")
            self._speakers += [person({"name": name}) for name in names if name.strip()]
        key = self._event.get("id") or get("id") or get("code") or get("guid")
        where = Where(self._first_line, self._line(), f"event {key}" if key else None)
        if not get("room"):
            said["room"] = get("@room") or self._room or ""
        self._out += self._begun().talk(where, key, said, self._speakers, self._day)

    def _too_deep(self) -> None:
        raise self._fault(f"is nested more than {DEEPEST} elements deep", self._line())

    def _skipped(self, name: str, _is_parameter: bool) -> None:
        """An entity of a DTD that is not fetched: those of HTML are known without it."""
        character = html5.get(f"{name};")
        if character is None:
            said = f"uses the entity `{name[:40]}`, which it does not declare"
            raise self._fault(said, self._line())
        self._parts.append(character)
