"""What one document states, as records with ids, citations and places of their own."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from math import isfinite

from clustertui.entities import (
    EVENT_KINDS,
    POINT_KINDS,
    PRECISIONS,
    TALK_KINDS,
    Citation,
    Event,
    EventLink,
    Involvement,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.intake.cast import Cast
from clustertui.intake.document import STANDARD_INPUT, Document
from clustertui.intake.naming import (
    LONGEST_SLUG,
    Ids,
    reasons,
    said,
    short_slug,
)
from clustertui.intake.stated import (
    Doubt,
    LineNote,
    StatedEvent,
    StatedOrganisation,
    StatedPerson,
    StatedPoint,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.text import slug

_LATEST = 2**31 - 1


@dataclass(slots=True)
class Programme:
    """One document, read: its records, and an account of what did not become one."""

    format: str
    source: Source
    records: Records
    doubts: list[Doubt] = field(default_factory=list)
    notes: list[LineNote] = field(default_factory=list)

    @property
    def lost(self) -> Counter[str]:
        """How many items of each kind stay out, each with a doubt."""
        return Counter(doubt.lost for doubt in self.doubts if doubt.lost)


def assemble(
    document: Document, format_: str, statements: Iterable[Statement], guesses: bool = False
) -> Programme:
    """Everything that a document states, each person, organisation and place once.

    With `guesses`, what is believed without being stated is for a person to review.
    """
    assembly = _Assembly(document, guesses)
    for statement in statements:
        assembly.take(statement)
    return assembly.programme(format_)


class _Assembly:
    def __init__(self, document: Document, guesses: bool) -> None:
        self._document = document
        self._guesses = guesses
        self._sha256, self._lines = document.fingerprint()
        self._ids = Ids()
        self._stated: StatedSource | None = None
        self._name = ""
        """Id of the source, once it is known."""
        self._events: dict[str, Event] = {}
        self._assumed: set[str] = set()
        """Keys of events that talks name and nothing has stated yet."""
        self._follow_ups: list[tuple[str, str]] = []
        self._parents: list[tuple[str, str]] = []
        self._talks: list[Talk] = []
        self._positions: Counter[str] = Counter()
        self._points: list[Point] = []
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._doubts: list[Doubt] = []
        self._notes: list[LineNote] = []
        self._cited = lru_cache(maxsize=64)(self._citation)
        self._cast = Cast(self._ids, lambda: self._source, self._cite, self._doubt)

    def take(self, statement: Statement) -> None:
        """Take one statement in."""
        match statement:
            case StatedTalk():
                self._take_talk(statement)
            case StatedSource():
                self._stated = statement
            case StatedEvent():
                self._take_event(statement)
            case StatedOrganisation():
                self._take_organisation(statement)
            case StatedPoint():
                self._take_point(statement)
            case LineNote():
                self._notes.append(statement)
            case _:
                self._doubts.append(statement)

    # --- names and places ------------------------------------------------------------------------

    @property
    def _source(self) -> str:
        if not self._name:
            stated = self._stated
            wanted = (stated.key or stated.title) if stated else self._document.stem
            self._name = short_slug(wanted) or short_slug(self._document.stem) or "source"
        return self._name

    def _citation(self, where: Where) -> Citation:
        if where.first_line is None:
            return Citation(source=self._source, item=said(where.item) or "whole document")
        first = min(max(where.first_line, 1), self._lines)
        last = min(max(where.last_line or first, first), self._lines)
        return Citation(source=self._source, first_line=first, last_line=last)

    def _cite(self, where: Sequence[Where]) -> tuple[Citation, ...]:
        if len(where) == 1:
            return (self._cited(where[0]),)
        return tuple(dict.fromkeys(map(self._cited, where or (Where(1),))))

    def _doubt(self, where: Sequence[Where], message: str, lost: str = "") -> None:
        self._doubts.append(Doubt(where[0] if where else Where(), message, lost))

    # --- statements ------------------------------------------------------------------------------

    def _take_event(self, stated: StatedEvent) -> None:
        if self._stated is None:
            self._stated = StatedSource(stated.name)
        name = said(stated.name) or self._title()
        known = self._events.get(stated.key)
        if known and stated.key not in self._assumed:
            self._doubt(stated.where, f"“{name}” goes by the identifier of “{known.name}”", "event")
            return
        self._assumed.discard(stated.key)
        start, end = self._days(stated, name)
        precision = stated.precision if stated.precision in PRECISIONS[:-1] else "day"
        involved = dict.fromkeys(
            Involvement(organisation=organisation, role=said(role) or "organiser")
            for named, role in stated.organisations
            if (organisation := self._cast.organisation(named, stated.where))
        )
        self._events[stated.key] = Event(
            id=known.id if known else self._event_id(stated), name=name,
            kind=stated.kind if stated.kind in EVENT_KINDS else "event",
            precision=precision if start else "none", start=start, end=end,
            date_text=said(stated.date_text), description=said(stated.description),
            url=said(stated.url), organisations=tuple(involved),
            places=tuple(dict.fromkeys(filter(None, map(self._cast.place, stated.places)))),
            people=self._cast.affiliations(stated.people, stated.where),
            cite=self._cite(stated.where), inferred=reasons(stated.guessed, Event),
            uncertain=self._guesses and bool(stated.guessed),
        )  # fmt: skip
        if stated.parent:
            self._parents.append((stated.key, stated.parent))
        self._follow_ups += [(stated.key, other) for other in stated.follow_ups]

    def _event_id(self, stated: StatedEvent) -> str:
        first = [] if self._events else [self._source]
        base = short_slug(stated.key if len(stated.key) < LONGEST_SLUG else stated.name) or "event"
        base = base if base.startswith(self._source) else f"{self._source}-{base}"
        return self._ids.new("events", *first, base)

    def _days(self, stated: StatedEvent, name: str) -> tuple[date | None, date | None]:
        start, end = _day(stated.start), _day(stated.end)
        if start and end and end < start:
            self._doubt(stated.where, f"“{name}” ends before it begins; its end is left out")
            end = None
        return start or end, end or start

    def _take_talk(self, stated: StatedTalk) -> None:
        event = self._event_of(stated.event)
        self._positions[event] += 1
        title = said(stated.title)
        kind = stated.kind if stated.kind in TALK_KINDS else TALK_KINDS[0]
        speakers = self._cast.affiliations(stated.people, stated.where)
        start, end = _local(stated.start), _local(stated.end)
        if start and end and end < start:
            self._doubt(stated.where, "a talk ends before it begins; its end is left out")
            end = None
        self._talks.append(
            Talk(
                id=self._talk_id(stated, title), event=event, position=self._positions[event],
                kind=kind, title=title,
                subject=None if title else said(stated.session) or f"{kind} without a title",
                session=said(stated.session), room=said(stated.room), start=start,
                end=end, language=said(stated.language), abstract=said(stated.abstract),
                url=said(stated.url), speakers=speakers, cite=self._cite(stated.where),
                inferred=reasons(stated.guessed, Talk),
                uncertain=self._guesses and bool(stated.guessed),
            )
        )  # fmt: skip

    def _talk_id(self, stated: StatedTalk, title: str | None) -> str:
        if not stated.key:
            titled = short_slug(title or "untitled") or "talk"
            return self._ids.new("talks", f"{self._source}-{titled}")
        key = slug(stated.key)
        if not key or len(key) > LONGEST_SLUG // 2:  # such as a uuid: stable, but not to be read
            key = hashlib.sha256(stated.key.encode("utf-8", "replace")).hexdigest()[:10]
        return self._ids.new("talks", f"{self._source}-{key}")

    def _event_of(self, key: str) -> str:
        if key not in self._events:
            self._take_event(StatedEvent(key, self._title(), precision="none"))
            self._assumed.add(key)
        return self._events[key].id

    def _take_organisation(self, stated: StatedOrganisation) -> None:
        self._cast.organisation(
            stated.name, stated.where, stated.acronym, stated.guessed, kind=stated.kind,
            country=stated.country, description=stated.description, url=stated.url,
            founded=stated.founded if 0 < (stated.founded or 0) <= _LATEST else None,
        )  # fmt: skip

    def _take_point(self, stated: StatedPoint) -> None:
        text = said(stated.text)
        value = stated.value if stated.value is not None and isfinite(stated.value) else None
        figure = stated.kind == "figure"
        if text is None or stated.kind not in POINT_KINDS or (figure and value is None):
            self._doubt(stated.where, f"a point without text, kind or value: “{text}”", "point")
            return
        organisation = self._cast.organisation(stated.organisation, stated.where)
        event = (
            None if organisation and stated.event is None else self._event_of(stated.event or "")
        )
        topic = said(stated.topic) or stated.kind
        self._numbers[stated.kind, topic] += 1
        number = self._numbers[stated.kind, topic]
        self._points.append(
            Point(
                id=self._ids.new("points", f"{self._source}-{short_slug(stated.kind)}-{number}"),
                kind=stated.kind, number=number, topic=topic, text=text,
                value=value if figure else None, unit=said(stated.unit),
                printed=said(stated.printed), event=event,
                organisation=organisation, cite=self._cite(stated.where),
                inferred=reasons(stated.guessed, Point),
                uncertain=self._guesses and bool(stated.guessed),
            )
        )  # fmt: skip

    # --- the whole -------------------------------------------------------------------------------

    def programme(self, format_: str) -> Programme:
        """Everything that was taken in."""
        stated = self._stated or StatedSource(self._document.stem)
        author = said(stated.author)
        source = Source(
            id=self._source, title=self._title(), lines=self._lines, sha256=self._sha256,
            publisher=said(stated.publisher), published=_day(stated.published),
            author=self._cast.person(StatedPerson(author), ()) if author else None,
            url=said(stated.url), document=_document_name(self._document), format=format_,
        )  # fmt: skip
        records = Records(
            sources=(source,),
            places=self._cast.places(),
            people=self._cast.people(self._guesses),
            organisations=self._cast.organisations(self._guesses),
            events=tuple(self._linked_events()),
            talks=tuple(self._talks),
            points=tuple(self._points),
        )
        return Programme(format_, source, records, self._doubts, self._notes)

    def _title(self) -> str:
        stated = said(self._stated.title) if self._stated else None
        return stated or said(self._document.stem) or "untitled"

    def _linked_events(self) -> list[Event]:
        """The events with their parents and follow-ups; a circle of parents is reported and cut."""
        above: dict[str, str] = {}
        for child, parent in self._parents:
            fault = self._fault_of_parent(child, parent, above)
            if fault:
                self._doubt_of_event(child, fault)
            else:
                above[child] = parent
        prepared: dict[str, list[EventLink]] = defaultdict(list)
        for key, other in self._follow_ups:
            if other not in self._events or other == key:
                self._doubt_of_event(key, "prepares an event that is not in the document")
                continue
            prepared[key].append(EventLink(to=self._events[other].id, relation="prepares"))
        return [
            replace(event, links=tuple(dict.fromkeys(prepared[key])),
                    parent=self._events[above[key]].id if key in above else None)
            for key, event in self._events.items()
        ]  # fmt: skip

    def _doubt_of_event(self, key: str, fault: str) -> None:
        event = self._events[key]
        cited = event.cite[0]
        where = Where(cited.first_line, cited.last_line, cited.item)
        self._doubt((where,), f"“{event.name}” {fault}")

    def _fault_of_parent(self, child: str, parent: str, above: Mapping[str, str]) -> str:
        if parent not in self._events:
            return "is part of an event that is not in the document"
        at: str | None = parent
        while at is not None and at != child:
            at = above.get(at)
        return "is part of itself" if at == child else ""


def _day(day: date | None) -> date | None:
    return day.date() if isinstance(day, datetime) else day


def _local(time: datetime | None) -> datetime | None:
    return time.replace(tzinfo=None) if time and time.tzinfo else time


def _document_name(document: Document) -> str | None:
    """The file name of a document that is a file, as far as it can be said."""
    if document.folder is not None or document.name == STANDARD_INPUT:
        return None
    return said((said(document.name) or "").rpartition("/")[2].lstrip("."))
