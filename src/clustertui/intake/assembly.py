"""What one document states, as records with ids, citations and places of their own."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple

from clustertui.entities import (
    EVENT_KINDS,
    TALK_KINDS,
    Affiliation,
    Citation,
    Event,
    EventLink,
    Involvement,
    Organisation,
    Person,
    Place,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.intake.document import Document
from clustertui.intake.naming import LONGEST_SLUG, Ids, Named, said, short_slug
from clustertui.intake.stated import (
    Doubt,
    LineNote,
    StatedAffiliation,
    StatedEvent,
    StatedOrganisation,
    StatedPerson,
    StatedPlace,
    StatedPoint,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.text import clean, fold, slug, words

_YEAR = re.compile(r"-?\d+$")
_GLOBAL = ("guid:", "urn:", "http:", "https:")
"""How identifiers begin that no two persons of the world share."""


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


class _Fingerprint(NamedTuple):
    sha256: str | None
    lines: int


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
        self._ids = Ids()
        self._stated: StatedSource | None = None
        self._name = ""
        """Id of the source, once it is known."""
        self._people: dict[str, Named] = {}
        self._organisations: dict[str, Named] = {}
        self._places: dict[tuple[str, str], Place] = {}
        self._events: dict[str, Event] = {}
        self._follow_ups: list[tuple[str, str]] = []
        self._parents: list[tuple[str, str]] = []
        self._talks: list[Talk] = []
        self._positions: Counter[str] = Counter()
        self._points: list[Point] = []
        self._numbers: Counter[tuple[str, str]] = Counter()
        self._doubts: list[Doubt] = []
        self._notes: list[LineNote] = []
        self._cited = lru_cache(maxsize=64)(self._citation)

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
            case Doubt():
                self._doubts.append(statement)
            case LineNote():
                self._notes.append(statement)

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
        last = where.last_line or where.first_line
        return Citation(source=self._source, first_line=where.first_line, last_line=last)

    def _cite(self, where: Sequence[Where]) -> tuple[Citation, ...]:
        return tuple(dict.fromkeys(map(self._cited, where))) or (self._whole(),)

    def _whole(self) -> Citation:
        return Citation(source=self._source, first_line=1, last_line=1)

    def _person(self, stated: StatedPerson, where: Sequence[Where]) -> str | None:
        name = said(stated.name)
        if name is None:
            return None
        key = stated.key or f"name:{''.join(words(name)) or fold(name)}"
        known = self._people.get(key)
        if known is None:
            base = short_slug(name) or "person"
            known = Named(self._ids.new("people", base, f"{base}-{self._source}"))
            self._people[key] = known
            if stated.key:
                known.values["identifiers"] = (self._identifier(stated.key),)
        known.merge(self._cite(stated.where or where), stated.guessed, name=name,
                    url=said(stated.url))  # fmt: skip
        return known.id

    def _identifier(self, key: str) -> str:
        """What makes the person one in all sources, as far as the source's key is worth."""
        if key.startswith("mailto:"):  # an address of a person is nobody's business here
            return f"mail#{hashlib.sha256(key.lower().encode()).hexdigest()[:16]}"
        if key.startswith(_GLOBAL):
            return clean(key)
        return clean(f"{_YEAR.sub('', self._source) or self._source}#{key}")

    def _organisation(
        self, name: str | None, where: Sequence[Where], acronym: str | None = None,
        guessed: Sequence[tuple[str, str]] = (), **values: Any,
    ) -> str | None:  # fmt: skip
        name = said(name)
        if name is None:
            return None
        key = "".join(words(name)) or fold(name)
        known = self._organisations.get(key)
        if known is None:
            known = Named(self._ids.new("organisations", short_slug(name) or "organisation"))
            self._organisations[key] = known
            short = said(acronym)
            if short and fold(short) != fold(name):
                self._organisations.setdefault("".join(words(short)) or fold(short), known)
        values = {each: said(value) if isinstance(value, str) else value
                  for each, value in values.items()}  # fmt: skip
        known.merge(self._cite(where), guessed, name=name, acronym=said(acronym), **values)
        return known.id

    def _place(self, stated: StatedPlace) -> str | None:
        name = said(stated.name)
        if name is None:
            return None
        key = (fold(name), fold(stated.country or ""))
        if key not in self._places:
            id_ = self._ids.new(
                "places", short_slug(name) or "place", f"{short_slug(name)}-{short_slug(key[1])}"
            )
            self._places[key] = Place(id=id_, name=name, country=said(stated.country))
        return self._places[key].id

    def _affiliations(
        self, people: Iterable[StatedPerson], where: Sequence[Where]
    ) -> tuple[Affiliation, ...]:
        found: dict[Affiliation, None] = {}
        for person in people:
            id_ = self._person(person, where)
            if id_ is None:
                continue
            for stated in person.affiliations or (StatedAffiliation(),):
                organisation = self._organisation(
                    stated.organisation, person.where or where, stated.acronym,
                    country=stated.country,
                )  # fmt: skip
                role = said(stated.role)
                found[Affiliation(person=id_, organisation=organisation, role=role)] = None
        return tuple(found)

    # --- statements ------------------------------------------------------------------------------

    def _take_event(self, stated: StatedEvent) -> None:
        if self._stated is None:
            self._stated = StatedSource(stated.name)
        name = said(stated.name) or self._document.stem
        first = not self._events
        base = short_slug(stated.key if len(stated.key) < LONGEST_SLUG else stated.name) or "event"
        base = base if base.startswith(self._source) else f"{self._source}-{base}"
        id_ = self._ids.new("events", *([self._source] if first else []), base)
        start, end, precision = stated.start, stated.end or stated.start, stated.precision
        if start is None or end is None:
            start = end = None
        elif end < start:
            self._doubts.append(Doubt(_first(stated.where), f"“{name}” ends before it begins"))
            end = start
        involved = dict.fromkeys(
            Involvement(organisation=organisation, role=said(role) or "organiser")
            for named, role in stated.organisations
            if (organisation := self._organisation(named, stated.where))
        )
        self._events[stated.key] = Event(
            id=id_, name=name, kind=stated.kind if stated.kind in EVENT_KINDS else "event",
            precision=precision if start else "none", start=start, end=end,
            date_text=said(stated.date_text), description=said(stated.description),
            url=said(stated.url), organisations=tuple(involved),
            places=tuple(dict.fromkeys(filter(None, map(self._place, stated.places)))),
            people=self._affiliations(stated.people, stated.where),
            cite=self._cite(stated.where), inferred=_reasons(stated.guessed, Event),
            uncertain=self._guesses and bool(stated.guessed),
        )  # fmt: skip
        if stated.parent:
            self._parents.append((stated.key, stated.parent))
        self._follow_ups += [(stated.key, other) for other in stated.follow_ups]

    def _take_talk(self, stated: StatedTalk) -> None:
        event = self._event_of(stated.event)
        self._positions[event] += 1
        title, kind = said(stated.title), stated.kind if stated.kind in TALK_KINDS else None
        speakers = self._affiliations(stated.people, stated.where)
        self._talks.append(
            Talk(
                id=self._talk_id(stated, title), event=event, position=self._positions[event],
                kind=kind or "presentation", title=title,
                subject=None if title else self._subject(stated, event),
                session=said(stated.session), room=said(stated.room), start=stated.start,
                end=stated.end, language=said(stated.language), abstract=said(stated.abstract),
                url=said(stated.url), speakers=speakers, cite=self._cite(stated.where),
                inferred=_reasons(stated.guessed, Talk),
                uncertain=self._guesses and bool(stated.guessed),
            )
        )  # fmt: skip

    def _talk_id(self, stated: StatedTalk, title: str | None) -> str:
        titled = f"{self._source}-{short_slug(title or stated.kind) or 'talk'}"
        if not stated.key:
            return self._ids.new("talks", titled)
        key = slug(stated.key)
        if not key or len(key) > LONGEST_SLUG // 2:  # such as a uuid: stable, but not to be read
            key = hashlib.sha256(stated.key.encode("utf-8", "replace")).hexdigest()[:10]
        return self._ids.new("talks", f"{self._source}-{key}")

    def _subject(self, stated: StatedTalk, event: str) -> str:
        return said(stated.session) or f"{stated.kind} without a title"

    def _event_of(self, key: str) -> str:
        if key not in self._events:
            name = self._stated.title if self._stated else self._document.stem
            self._take_event(StatedEvent(key, name, precision="none"))
        return self._events[key].id

    def _take_organisation(self, stated: StatedOrganisation) -> None:
        self._organisation(
            stated.name, stated.where, stated.acronym, stated.guessed, kind=stated.kind,
            country=stated.country, description=stated.description, founded=stated.founded,
            url=stated.url,
        )  # fmt: skip

    def _take_point(self, stated: StatedPoint) -> None:
        text = said(stated.text)
        if text is None:
            return
        organisation = self._organisation(stated.organisation, stated.where)
        event = (
            None if organisation and stated.event is None else self._event_of(stated.event or "")
        )
        topic = said(stated.topic) or stated.kind
        self._numbers[stated.kind, topic] += 1
        number = self._numbers[stated.kind, topic]
        self._points.append(
            Point(
                id=self._ids.new("points", f"{self._source}-{short_slug(stated.kind)}-{number}"),
                kind=stated.kind, number=number, topic=topic, text=text, value=stated.value,
                unit=said(stated.unit), printed=said(stated.printed), event=event,
                organisation=organisation, cite=self._cite(stated.where),
                inferred=_reasons(stated.guessed, Point),
                uncertain=self._guesses and bool(stated.guessed),
            )
        )  # fmt: skip

    # --- the whole -------------------------------------------------------------------------------

    def programme(self, format_: str) -> Programme:
        """Everything that was taken in."""
        stated = self._stated or StatedSource(self._document.stem)
        sha256, lines = _fingerprint(self._document)
        author = self._person(StatedPerson(stated.author), ()) if stated.author else None
        source = Source(
            id=self._source, title=said(stated.title) or self._document.stem, lines=lines,
            publisher=said(stated.publisher), author=author, published=stated.published,
            url=said(stated.url), document=_document_name(self._document), sha256=sha256,
            format=format_,
        )  # fmt: skip
        whole = self._whole()
        records = Records(
            sources=(source,),
            places=tuple(self._places.values()),
            people=tuple(
                each.record(Person, whole, self._guesses) for each in self._people.values()
            ),
            organisations=tuple(
                each.record(Organisation, whole, self._guesses)
                for each in {id(each): each for each in self._organisations.values()}.values()
            ),
            events=tuple(self._linked_events()),
            talks=tuple(self._talks),
            points=tuple(self._points),
        )
        return Programme(format_, source, records, self._doubts, self._notes)

    def _linked_events(self) -> list[Event]:
        """The events with their parents and follow-ups; a circle of parents is reported and cut."""
        above: dict[str, str] = {}
        for child, parent in self._parents:
            fault = self._fault_of_parent(child, parent, above)
            if fault:
                event = self._events[child]
                self._doubts.append(Doubt(_first_cited(event), f"“{event.name}” {fault}"))
            else:
                above[child] = parent
        prepared: dict[str, list[EventLink]] = defaultdict(list)
        for key, other in self._follow_ups:
            if other in self._events and other != key:
                link = EventLink(to=self._events[other].id, relation="prepares")
                prepared[key].append(link)
        return [
            replace(event, links=tuple(dict.fromkeys(prepared[key])),
                    parent=self._events[above[key]].id if key in above else None)
            for key, event in self._events.items()
        ]  # fmt: skip

    def _fault_of_parent(self, child: str, parent: str, above: Mapping[str, str]) -> str:
        if parent not in self._events:
            return "is part of an event that is not in the document"
        at: str | None = parent
        while at is not None and at != child:
            at = above.get(at)
        return "is part of itself" if at == child else ""


def _reasons(guessed: Sequence[tuple[str, str]], cls: Any) -> dict[str, str]:
    known = cls.__dataclass_fields__
    return {name: said(reason) or "guessed" for name, reason in guessed if name in known}


def _first(where: Sequence[Where]) -> Where:
    return where[0] if where else Where()


def _first_cited(event: Event) -> Where:
    cited = event.cite[0]
    return Where(cited.first_line, cited.last_line, cited.item)


def _document_name(document: Document) -> str | None:
    name = said(document.name.lstrip("."))
    return name if document.folder is None and name != "standard input" else None


def _fingerprint(document: Document) -> _Fingerprint:
    """The digest of a document and how many lines it has, as an editor counts them."""
    if document.folder is not None:
        return _Fingerprint(None, 1)
    digest, lines, last = hashlib.sha256(), 0, b"\n"
    for piece in document.pieces(lambda done, total: None):
        digest.update(piece)
        lines += piece.count(b"\n") + piece.count(b"\r") - piece.count(b"\r\n")
        lines -= last == b"\r" and piece.startswith(b"\n")
        last = piece[-1:]
    return _Fingerprint(digest.hexdigest(), max(1, lines + (last not in b"\r\n")))
