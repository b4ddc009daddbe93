"""The database as data: its tables, indexes and views, and the marks that tell it from others."""

from __future__ import annotations

from dataclasses import dataclass

APPLICATION_ID = 0x434C5455
"""`PRAGMA application_id` of every database of this program: the letters CLTU."""

SCHEMA_VERSION = 3
"""`PRAGMA user_version`; goes up with every change that older programs cannot read."""


@dataclass(frozen=True, slots=True)
class Table:
    """One table, in the order of its columns."""

    columns: dict[str, type]
    pk: str | tuple[str, ...] = "id"
    required: tuple[str, ...] = ()
    """Columns that are never NULL."""
    references: dict[str, str] | None = None
    """Column → the table whose id it holds."""
    indexes: tuple[tuple[str, ...], ...] = ()
    """Columns of further indexes; a column that references a table is always indexed."""


TABLES: dict[str, Table] = {
    "people": Table(
        {"id": str, "name": str, "family_name": str, "given_name": str, "url": str},
        required=("name",),
    ),
    "sources": Table(
        {"id": str, "title": str, "publisher": str, "author_id": str, "published": str,
         "url": str, "document": str, "sha256": str, "lines": int, "note": str, "format": str},
        required=("title", "lines"),
        references={"author_id": "people"},
    ),
    "places": Table(
        {"id": str, "name": str, "country": str, "lat": float, "lon": float},
        required=("name",),
    ),
    "organisations": Table(
        {"id": str, "name": str, "acronym": str, "kind": str, "country": str,
         "description": str, "founded": int, "url": str},
        required=("name",),
    ),
    "organisation_names": Table(
        {"id": int, "organisation_id": str, "name": str, "kind": str},
        required=("organisation_id", "name", "kind"),
        references={"organisation_id": "organisations"},
    ),
    "organisation_links": Table(
        {"id": int, "from_id": str, "to_id": str, "relation": str},
        required=("from_id", "to_id", "relation"),
        references={"from_id": "organisations", "to_id": "organisations"},
    ),
    "events": Table(
        {"id": str, "name": str, "kind": str, "dates": str, "start": str, "end": str,
         "precision": str, "date_text": str, "parent_id": str, "position": int,
         "description": str, "url": str},
        required=("name", "kind", "precision"),
        references={"parent_id": "events"},
        indexes=(("start",),),
    ),
    "event_places": Table(
        {"id": int, "event_id": str, "place_id": str},
        required=("event_id", "place_id"),
        references={"event_id": "events", "place_id": "places"},
    ),
    "event_organisations": Table(
        {"id": int, "event_id": str, "organisation_id": str, "role": str},
        required=("event_id", "organisation_id", "role"),
        references={"event_id": "events", "organisation_id": "organisations"},
    ),
    "event_links": Table(
        {"id": int, "from_id": str, "to_id": str, "relation": str},
        required=("from_id", "to_id", "relation"),
        references={"from_id": "events", "to_id": "events"},
    ),
    "talks": Table(
        {"id": str, "title": str, "subject": str, "kind": str, "event_id": str,
         "session": str, "position": int, "room": str, "start": str, "end": str,
         "language": str, "abstract": str, "url": str},
        required=("kind", "event_id", "position"),
        references={"event_id": "events"},
    ),
    "affiliations": Table(
        {"id": int, "person_id": str, "organisation_id": str, "role": str, "talk_id": str,
         "event_id": str},
        required=("person_id",),
        references={"person_id": "people", "organisation_id": "organisations",
                    "talk_id": "talks", "event_id": "events"},
    ),
    "points": Table(
        {"id": str, "kind": str, "number": int, "topic": str, "text": str, "value": float,
         "unit": str, "printed": str, "event_id": str, "talk_id": str, "organisation_id": str,
         "place_id": str, "label": str},
        required=("kind", "number", "topic", "text", "label"),
        references={"event_id": "events", "talk_id": "talks",
                    "organisation_id": "organisations", "place_id": "places"},
        indexes=(("kind", "topic"),),
    ),
    "citations": Table(
        {"id": int, "kind": str, "record_id": str, "source_id": str, "first_line": int,
         "last_line": int, "item": str},
        required=("kind", "record_id", "source_id"),
        references={"source_id": "sources"},
        indexes=(("record_id", "kind"),),
    ),
    "inferences": Table(
        {"id": int, "kind": str, "record_id": str, "field": str, "reason": str},
        required=("kind", "record_id", "field", "reason"),
        indexes=(("record_id", "kind"),),
    ),
    "entries": Table(
        {"number": int, "kind": str, "id": str, "title": str, "context": str, "also": str,
         "review": str},
        pk="number",
        required=("kind", "id", "title", "context", "also", "review"),
        indexes=(("kind", "id"),),
    ),
    "orders": Table(
        {"number": int, "by_name": int, "by_weight": int},
        pk="number",
        required=("by_name", "by_weight"),
        references={"number": "entries"},
        indexes=(("by_name",), ("by_weight",)),
    ),
    "ranges": Table(
        {"kind": str, "first": int, "last": int}, pk="kind", required=("first", "last")
    ),
}  # fmt: skip
"""Every table, each after the tables that it references.

`citations` and `inferences` point at records of several tables, by kind and id. `entries` has one
row for each record that can be listed and found: title and context as shown, and in `also` one
`label: text` line for everything else that a search looks into; `review` is `uncertain` for what a
program guessed and no person has accepted, otherwise empty. Their numbers follow the order of
the lists and are dense: those of one kind are a range of `ranges`. `orders` numbers the same range
by name and by weight (how many talks), so that any page of any order is one range of numbers.
"""

_SPOKEN = "affiliations a JOIN talks t ON t.id = a.talk_id"

_LINKS: tuple[tuple[str, str, str, str, str, str], ...] = (
    # from kind, its column, to kind, its column, relation, tables
    ("event", "event_id", "talk", "id", "'programme'", "talks"),
    ("event", "parent_id", "event", "id", "'has part'", "events WHERE parent_id IS NOT NULL"),
    ("event", "from_id", "event", "to_id", "relation", "event_links"),
    ("event", "t.event_id", "person", "a.person_id", "'speaker'", _SPOKEN),
    ("event", "event_id", "person", "person_id", "'participant'",
     "affiliations WHERE event_id IS NOT NULL"),
    ("event", "t.event_id", "organisation", "a.organisation_id", "'spoken for'",
     f"{_SPOKEN} WHERE a.organisation_id IS NOT NULL"),
    ("event", "event_id", "organisation", "organisation_id", "'represented'",
     "affiliations WHERE event_id IS NOT NULL AND organisation_id IS NOT NULL"),
    ("event", "event_id", "organisation", "organisation_id", "role", "event_organisations"),
    ("event", "event_id", "point", "id", "kind", "points WHERE event_id IS NOT NULL"),
    ("talk", "talk_id", "person", "person_id", "'speaker'",
     "affiliations WHERE talk_id IS NOT NULL"),
    ("talk", "talk_id", "organisation", "organisation_id", "'spoken for'",
     "affiliations WHERE talk_id IS NOT NULL AND organisation_id IS NOT NULL"),
    ("talk", "talk_id", "point", "id", "kind", "points WHERE talk_id IS NOT NULL"),
    ("person", "person_id", "organisation", "organisation_id", "'for'",
     "affiliations WHERE organisation_id IS NOT NULL"),
    ("person", "a.person_id", "point", "p.id", "'presented'",
     "affiliations a JOIN points p ON p.talk_id = a.talk_id"),
    ("organisation", "organisation_id", "point", "id", "kind",
     "points WHERE organisation_id IS NOT NULL"),
    ("organisation", "from_id", "organisation", "to_id", "relation", "organisation_links"),
)  # fmt: skip
"""Each connection once; the view below reads it both ways."""


def _links_view() -> str:
    selects = []
    for from_kind, from_column, to_kind, to_column, relation, tables in _LINKS:
        for one, one_column, other, other_column in (
            (from_kind, from_column, to_kind, to_column),
            (to_kind, to_column, from_kind, from_column),
        ):
            selects.append(
                f"SELECT '{one}' AS from_kind, {one_column} AS from_id, '{other}' AS to_kind,"
                f" {other_column} AS to_id, {relation} AS relation FROM {tables}"
            )
    return "\nUNION ALL\n".join(selects)


_SPEAKERS = """
SELECT t.id AS talk_id, p.name AS speaker, a.role, coalesce(o.acronym, o.name) AS for_organisation,
  coalesce(t.title, t.subject) AS talk, e.name AS event, e.dates,
  (SELECT s.title || ', ' || coalesce('line ' || c.first_line, c.item)
   FROM citations c JOIN sources s ON s.id = c.source_id
   WHERE c.kind = 'talk' AND c.record_id = t.id ORDER BY c.id LIMIT 1) AS stands_in
FROM affiliations a
JOIN talks t ON t.id = a.talk_id
JOIN events e ON e.id = t.event_id
JOIN people p ON p.id = a.person_id
LEFT JOIN organisations o ON o.id = a.organisation_id
ORDER BY e.start, t.event_id, t.position, a.id
"""

_STATEMENTS = """
SELECT p.id AS point_id, p.kind, p.topic, p.number, p.label AS statement,
  e.name AS event, coalesce(o.acronym, o.name) AS organisation, l.name AS place,
  (SELECT s.title || ', ' || coalesce('line ' || c.first_line, c.item)
   FROM citations c JOIN sources s ON s.id = c.source_id
   WHERE c.kind = 'point' AND c.record_id = p.id ORDER BY c.id LIMIT 1) AS stands_in
FROM points p
LEFT JOIN events e ON e.id = p.event_id
LEFT JOIN organisations o ON o.id = p.organisation_id
LEFT JOIN places l ON l.id = p.place_id
ORDER BY p.kind, p.topic, p.number
"""

VIEWS: dict[str, str] = {
    "links": _links_view(),
    "who_spoke_where": _SPEAKERS.strip(),
    "what_was_said": _STATEMENTS.strip(),
}
"""Views: the links behind every drill-down, and two that read like sentences."""
