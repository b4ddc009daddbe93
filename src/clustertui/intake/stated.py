"""What an importer reads out of a document: what is stated there, and where it stands.

Nothing is matched with other documents yet. An importer is a module with `NAME`, `recognises` and
`read`; it knows no database, no interface and no other importer. Values are named tuples: a
schedule has a hundred thousand of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NamedTuple, Protocol

from clustertui.intake.document import Document

Tell = Callable[[int, int], None]
"""Called with the bytes read so far and the bytes in all (0 when not known)."""


class Where(NamedTuple):
    """Where a statement stands in its document: lines, or the document's own identifier of it."""

    first_line: int | None = None
    last_line: int | None = None
    item: str | None = None
    """Such as `event 2871`; used where lines mean nothing."""

    def __str__(self) -> str:
        if self.first_line is None:
            return self.item or ""
        if self.last_line in (None, self.first_line):
            return f"line {self.first_line}"
        return f"lines {self.first_line}–{self.last_line}"


class StatedAffiliation(NamedTuple):
    """For whom a person speaks or takes part."""

    organisation: str | None = None
    """Name as printed."""
    acronym: str | None = None
    """Only where the document ties it to the name."""
    role: str | None = None
    country: str | None = None


class StatedPerson(NamedTuple):
    """A person, as named at one place."""

    name: str
    """As printed, without honorifics and degrees."""
    key: str | None = None
    """The document's own identifier of the person; without one the name identifies."""
    affiliations: tuple[StatedAffiliation, ...] = ()
    url: str | None = None
    where: tuple[Where, ...] = ()
    """Where the person stands, when not where the talk stands."""
    guessed: tuple[tuple[str, str], ...] = ()


class StatedPlace(NamedTuple):
    """A town, region, country or venue."""

    name: str
    country: str | None = None


class StatedSource(NamedTuple):
    """What a document says of itself."""

    title: str
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    key: str | None = None
    """A short name such as `fosdem-2015`; the ids of all its records begin with it."""


class StatedEvent(NamedTuple):
    """An event. The first one of a document is what the document is about."""

    key: str
    """Names the event within the document; talks refer to it."""
    name: str
    kind: str = "conference"
    """One of the kinds of `entities.Event`."""
    start: date | None = None
    end: date | None = None
    precision: str = "day"
    """day, month, season, year or none; `start` and `end` bound what is stated."""
    date_text: str | None = None
    """The date as printed, where it is not machine-readable."""
    description: str | None = None
    parent: str | None = None
    """Key of the event it is a part of."""
    places: tuple[StatedPlace, ...] = ()
    organisations: tuple[tuple[str, str], ...] = ()
    """Name of an organisation and its role (`organiser`, `host`, `partner` …)."""
    people: tuple[StatedPerson, ...] = ()
    """Who takes part without a talk."""
    follow_ups: tuple[str, ...] = ()
    """Keys of events that this one prepares."""
    url: str | None = None
    where: tuple[Where, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()
    """Field → why it is believed."""


class StatedTalk(NamedTuple):
    """One item of a programme, in the order of the document."""

    event: str
    """Key of its event."""
    title: str | None
    key: str | None = None
    """The document's own identifier of the talk."""
    kind: str = "presentation"
    """One of the kinds of `entities.Talk`."""
    session: str | None = None
    """Track, session or block of the programme."""
    room: str | None = None
    start: datetime | None = None
    """Local time at the event, without a zone."""
    end: datetime | None = None
    language: str | None = None
    abstract: str | None = None
    url: str | None = None
    people: tuple[StatedPerson, ...] = ()
    where: tuple[Where, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()


class StatedOrganisation(NamedTuple):
    """An organisation that is described, or named with its acronym, outside a talk."""

    name: str
    acronym: str | None = None
    kind: str | None = None
    country: str | None = None
    description: str | None = None
    founded: int | None = None
    url: str | None = None
    where: tuple[Where, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()


class StatedPoint(NamedTuple):
    """An aim, expected outcome, challenge, approach point or figure, in the order of its list."""

    kind: str
    """One of the kinds of `entities.Point`."""
    topic: str
    """What the list is about."""
    text: str
    event: str | None = None
    """Key of the event it is about."""
    organisation: str | None = None
    """Or the name of the organisation it is about."""
    value: float | None = None
    unit: str | None = None
    printed: str | None = None
    where: tuple[Where, ...] = ()
    guessed: tuple[tuple[str, str], ...] = ()


class Doubt(NamedTuple):
    """Something that could not be taken as it stands; the rest of the document comes in."""

    where: Where
    message: str
    """What is wrong, in words that need no knowledge of the format."""
    lost: str = ""
    """`talk`, `event`, `person` or `point` when the whole item stays out, else empty."""


FURNITURE, NOT_UNDERSTOOD = "furniture", "not understood"


class LineNote(NamedTuple):
    """What became of a line that no statement cites: furniture of the page, or not understood."""

    line: int
    verdict: str
    """FURNITURE or NOT_UNDERSTOOD."""


Statement = (
    StatedSource | StatedEvent | StatedTalk | StatedOrganisation | StatedPoint | Doubt | LineNote
)
"""Whatever an importer yields; an event comes before the talks and points that refer to it."""


class Importer(Protocol):
    """What every importer module has."""

    NAME: str
    """As shown to people, such as `frab schedule (XML)`."""
    GUESSES: bool
    """Whether a person should review what it believes without being told."""

    def recognises(self, document: Document) -> bool:
        """Whether the document is of this format, by its content."""

    def read(self, document: Document, tell: Tell) -> Iterator[Statement]:
        """Everything the document states.

        Raises IntakeError when the document as a whole cannot be read.
        """
