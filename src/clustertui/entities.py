"""The records of the catalogue as plain values, as the record files hold them.

The classes are the form of the files: a field is a key, its type is what the key may hold, and
its metadata says which table it refers to or which words it allows.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any

EVENT_KINDS = (
    "workshop", "cluster day", "matchmaking", "mission", "visit", "fair", "conference", "seminar",
    "webinar", "forum", "training", "hackathon", "meeting", "event",
)  # fmt: skip
TALK_KINDS = (
    "presentation", "keynote", "panel", "workshop", "lightning talk", "tutorial", "break",
)  # fmt: skip
POINT_KINDS = ("expected outcome", "approach", "aim", "challenge", "figure")
PRECISIONS = ("day", "month", "season", "year", "none")


def refers(table: str, *, optional: bool = False) -> Any:
    """A field that holds the id of a record of `table`."""
    metadata = {"refers": table}
    return field(default=None, metadata=metadata) if optional else field(metadata=metadata)


def one_of(*allowed: str) -> Any:
    """A field that holds one of these words."""
    return field(metadata={"one_of": allowed})


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """Where in a source: `source:38`, `source:5-10`, or `source#talk 2871` without lines."""

    source: str = refers("sources")
    first_line: int | None = None
    last_line: int | None = None
    item: str | None = None
    """The source's own identifier of what is cited."""

    def __str__(self) -> str:
        if self.first_line is None:
            return f"{self.source}#{self.item}"
        if self.first_line == self.last_line:
            return f"{self.source}:{self.first_line}"
        return f"{self.source}:{self.first_line}-{self.last_line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What all records share."""

    id: str
    """A readable slug, stable for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedRecord(Record):
    """A record that says on which lines of which sources it stands."""

    cite: tuple[Citation, ...]
    inferred: dict[str, str] = field(default_factory=dict)
    """Field → why it is believed although no source says it outright."""
    uncertain: bool = False
    """Guessed by a program, and not yet accepted by a person."""
    rejected: bool = False
    """Found to be wrong by a person: it stays in its file, and goes nowhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Record):
    """A document that facts were taken from."""

    title: str
    lines: int
    """How many lines the document has; citations are checked against it."""
    publisher: str | None = None
    author: str | None = refers("people", optional=True)
    published: date | None = None
    url: str | None = None
    document: str | None = None
    """The document's file name in the folder where the user keeps documents."""
    sha256: str | None = None
    """Digest of that file, so that line numbers are never shown against another text."""
    note: str | None = None
    format: str | None = None
    """What it was imported as; None when its records were written by hand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Record):
    """A town, region or country."""

    name: str
    country: str | None = None
    lat: float | None = None
    """Degrees north."""
    lon: float | None = None
    """Degrees east."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(CitedRecord):
    """One person, under one name."""

    name: str
    family_name: str | None = None
    given_name: str | None = None
    url: str | None = None
    identifiers: tuple[str, ...] = ()
    """What sources call the person, such as `fosdem#2871`; one in common makes one person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """Another name of an organisation."""

    name: str
    kind: str = one_of("alias", "former", "as printed")


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationLink:
    """What an organisation is to another."""

    to: str = refers("organisations")
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(CitedRecord):
    """One organisation under all its names."""

    name: str
    acronym: str | None = None
    kind: str | None = None
    country: str | None = None
    description: str | None = None
    founded: int | None = None
    """Year."""
    url: str | None = None
    names: tuple[OtherName, ...] = ()
    links: tuple[OrganisationLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Involvement:
    """An organisation's part in an event."""

    organisation: str = refers("organisations")
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventLink:
    """What an event is to another: `follow-up of`, `prepares` …"""

    to: str = refers("events")
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Affiliation:
    """A person's part in a talk or an event, for an organisation, in a role, as stated there."""

    person: str = refers("people")
    organisation: str | None = refers("organisations", optional=True)
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(CitedRecord):
    """A workshop, cluster day, matchmaking, mission, visit or fair."""

    name: str
    kind: str = one_of(*EVENT_KINDS)
    precision: str = one_of(*PRECISIONS)
    """How exact the source is; `start` and `end` are the bounds of what it says."""
    start: date | None = None
    end: date | None = None
    date_text: str | None = None
    """The date as the source prints it."""
    description: str | None = None
    parent: str | None = refers("events", optional=True)
    position: int | None = None
    """Place among the events of its parent."""
    url: str | None = None
    places: tuple[str, ...] = field(default=(), metadata={"refers": "places"})
    organisations: tuple[Involvement, ...] = ()
    people: tuple[Affiliation, ...] = ()
    """Who took part without a talk of their own."""
    links: tuple[EventLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk(CitedRecord):
    """One item of a programme."""

    event: str = refers("events")
    position: int
    kind: str = one_of(*TALK_KINDS)
    title: str | None = None
    subject: str | None = None
    """What it was about, where the source gives no title."""
    session: str | None = None
    room: str | None = None
    start: datetime | None = None
    """Local time at the event."""
    end: datetime | None = None
    language: str | None = None
    abstract: str | None = None
    url: str | None = None
    speakers: tuple[Affiliation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point(CitedRecord):
    """One thing a source says of an event, an organisation or a region."""

    kind: str = one_of(*POINT_KINDS)
    number: int
    """Place in its list, from 1."""
    topic: str
    """What the list is about, such as `Catalan cluster approach`."""
    text: str
    value: float | None = None
    unit: str | None = None
    printed: str | None = None
    """The figure as the source prints it."""
    event: str | None = refers("events", optional=True)
    talk: str | None = refers("talks", optional=True)
    organisation: str | None = refers("organisations", optional=True)
    place: str | None = refers("places", optional=True)


RECORD_TABLES: dict[str, type[Record]] = {
    "sources": Source,
    "places": Place,
    "people": Person,
    "organisations": Organisation,
    "events": Event,
    "talks": Talk,
    "points": Point,
}
"""Table of a record file → the class of its records, in the order they are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """All records, checked against each other; the input of a build."""

    sources: tuple[Source, ...] = ()
    places: tuple[Place, ...] = ()
    people: tuple[Person, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    events: tuple[Event, ...] = ()
    talks: tuple[Talk, ...] = ()
    points: tuple[Point, ...] = ()

    def __len__(self) -> int:
        return sum(len(getattr(self, each.name)) for each in fields(self))
