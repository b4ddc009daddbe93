"""What each table of the database holds of the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from clustertui.dates import span
from clustertui.entities import Affiliation, CitedRecord, Point, Records
from clustertui.kinds import KINDS
from clustertui.model import REJECTED, UNCERTAIN

Row = tuple[Any, ...]
Rows = dict[str, Iterable[Row]]
"""Table → its rows, in the order of its columns."""

_KIND_OF = {kind.plural: kind.name for kind in KINDS.values()}


def rows_of(records: Records) -> Rows:
    """The rows of every table but `entries`, in an order that the records alone decide."""
    by_id = {
        table: sorted(getattr(records, table), key=lambda record: record.id)
        for table in ("sources", "places", "people", "organisations", "events", "talks", "points")
    }
    return _records(by_id) | _connections(by_id) | _citations(by_id)


def _records(by_id: Mapping[str, Sequence[Any]]) -> Rows:
    return {
        "people": ((p.id, p.name, p.family_name, p.given_name, p.url) for p in by_id["people"]),
        "sources": (
            (s.id, s.title, s.publisher, s.author, _day(s.published), s.url, s.document, s.sha256,
             s.lines, s.note, s.format) for s in by_id["sources"]
        ),
        "places": ((p.id, p.name, p.country, p.lat, p.lon) for p in by_id["places"]),
        "organisations": (
            (o.id, o.name, o.acronym, o.kind, o.country, o.description, o.founded, o.url)
            for o in by_id["organisations"]
        ),
        "events": (
            (e.id, e.name, e.kind, span(e.start, e.end, e.precision), _day(e.start), _day(e.end),
             e.precision, e.date_text, e.parent, e.position, e.description, e.url)
            for e in by_id["events"]
        ),
        "talks": (
            (t.id, t.title, t.subject, t.kind, t.event, t.session, t.position, t.room,
             _day(t.start), _day(t.end), t.language, t.abstract, t.url)
            for t in by_id["talks"]
        ),
        "points": (
            (p.id, p.kind, p.number, p.topic, p.text, p.value, p.unit, p.printed, p.event, p.talk,
             p.organisation, p.place, point_label(p)) for p in by_id["points"]
        ),
    }  # fmt: skip


def _connections(by_id: Mapping[str, Sequence[Any]]) -> Rows:
    organisations, events, talks = by_id["organisations"], by_id["events"], by_id["talks"]
    return {
        "organisation_names": _numbered(
            (o.id, n.name, n.kind) for o in organisations for n in o.names
        ),
        "organisation_links": _numbered(
            (o.id, x.to, x.relation) for o in organisations for x in o.links
        ),
        "event_places": _numbered((e.id, place) for e in events for place in e.places),
        "event_organisations": _numbered(
            (e.id, part.organisation, part.role) for e in events for part in e.organisations
        ),
        "event_links": _numbered((e.id, x.to, x.relation) for e in events for x in e.links),
        "affiliations": _numbered(
            chain(
                (_affiliation(a, t.id, None) for t in talks for a in t.speakers),
                (_affiliation(a, None, e.id) for e in events for a in e.people),
            )
        ),
    }


def _citations(by_id: Mapping[str, Sequence[Any]]) -> Rows:
    def cited() -> Iterator[tuple[str, CitedRecord]]:
        return ((kind, record) for table, kind in _KIND_OF.items() for record in by_id[table])

    return {
        "citations": _numbered(
            (kind, r.id, c.source, c.first_line, c.last_line, c.item)
            for kind, r in cited()
            for c in r.cite
        ),
        "inferences": _numbered(
            (kind, r.id, field, why) for kind, r in cited() for field, why in r.inferred.items()
        ),
    }


def reviews_of(records: Records) -> dict[tuple[str, str], str]:
    """Kind and id of the records that a program guessed, and what a person has found them to be."""
    return {
        (kind, record.id): REJECTED if record.rejected else UNCERTAIN
        for table, kind in _KIND_OF.items()
        for record in getattr(records, table)
        if record.uncertain or record.rejected
    }


def point_label(point: Point) -> str:
    """A point in one line: its text, behind the value and unit of a figure."""
    if point.value is None:
        return point.text
    if point.unit == "year":
        return f"{point.value:.0f}: {point.text}"
    value = f"{point.value:,}" if point.value % 1 else f"{point.value:,.0f}"
    return " ".join(part for part in (value, point.unit, point.text) if part)


def _affiliation(a: Affiliation, talk: str | None, event: str | None) -> Row:
    return (a.person, a.organisation, a.role, talk, event)


def _numbered(rows: Iterable[Row]) -> Iterator[Row]:
    return ((number, *row) for number, row in enumerate(rows, start=1))


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
