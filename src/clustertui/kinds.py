"""The kinds of record as data: how each is listed, searched, sorted, shown and exported.

A further kind is one entry of KINDS, a table in `schema` and a record class in `model`.
Every statement takes the id of the record as `:id`.
"""

from __future__ import annotations

from dataclasses import dataclass

from clustertui.model import View
from clustertui.pieces import (
    FOR,
    FULL_ORGANISATION,
    ORGANISATION,
    ROLE_FOR,
    SPEAKING,
    TALK,
    TALK_PEOPLE,
    array,
    cited,
    line,
    lines,
    names,
)

NAME_LABELS = frozenset({"acronym", "alias", "former name", "as printed", "topic"})
"""Labels in `entries.also` whose text is a name of the record."""


@dataclass(frozen=True, slots=True)
class FactQuery:
    """A labelled fact. Each row is a line; its columns alternate text and address (or NULL)."""

    label: str
    sql: str
    field: str | None = None
    """The field of the record that may be inferred."""


@dataclass(frozen=True, slots=True)
class SectionQuery:
    """A titled list. Each row is a line: heading, number, then text and address in turn."""

    title: str
    sql: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Everything that tells one kind of record from another."""

    name: str
    """Singular, as in addresses."""
    plural: str
    """Name of its table, its tab and its command."""
    leads_to: tuple[str, ...]
    """The kinds to show first after drilling into a record, the best first."""
    titles_are_names: bool
    """Whether a search takes the title for a name or for running text."""
    entries: str
    """id, title, context, also, name, weight of every record, in the order of the list."""
    sorts: dict[str, str]
    """Name of an order → the column that numbers it; the first is the list's own."""
    facts: tuple[FactQuery, ...]
    sections: tuple[SectionQuery, ...]
    sheet: str
    """The columns of an export, for the records in the temporary list :ids."""
    lists: frozenset[str]
    """Columns of the sheet that hold a JSON list."""
    people_in: str = ""
    """`title` or `context`: where names of people stand, first of all and parted by commas."""
    is_leaf: bool = False
    """Opened to be read: its few links are in its detail."""
    summary: str | None = None
    url: str | None = None

    @property
    def title(self) -> str:
        """The plural as a heading."""
        return self.plural.capitalize()

    def people_of(self, title: str, context: str) -> str:
        """The names of people in title or context, parted by commas."""
        if not self.people_in:
            return ""
        return title if self.people_in == "title" else context.partition(" · ")[0]


def _points(column: str, *kinds: str) -> tuple[SectionQuery, ...]:
    """One numbered list for each kind of point that hangs on a record by `column`."""
    titles = {"aim": "Aims", "expected outcome": "Expected outcomes", "challenge": "Challenges",
              "approach": "Approach", "figure": "Figures"}  # fmt: skip
    return tuple(
        SectionQuery(
            titles[kind],
            f"SELECT {'topic' if kind in ('approach', 'challenge') else 'NULL'},"
            f" {'NULL' if kind == 'figure' else 'number'}, label, 'point/' || id"
            f" FROM points WHERE {column} = :id AND kind = '{kind}' ORDER BY topic, number",
        )
        for kind in kinds
    )


# --- Events --------------------------------------------------------------------------------------

_PLACES_OF_EVENT = (
    "event_places ep JOIN places l ON l.id = ep.place_id WHERE ep.event_id = e.id ORDER BY ep.id"
)
_ORGANISERS = "event_organisations eo JOIN organisations o ON o.id = eo.organisation_id"

_EVENT = Kind(
    name="event",
    plural="events",
    leads_to=("talk", "organisation", "point", "event"),
    titles_are_names=True,
    entries=f"""
        SELECT e.id, e.name AS title,
          upper(substr(e.kind, 1, 1)) || substr(e.kind, 2) || coalesce(' · ' || e.dates, '')
            || coalesce(' · ' || {names("l.name", "l.id", _PLACES_OF_EVENT)}, '') AS context,
          {line("date", "e.date_text")}
            || {lines("eo.role", FULL_ORGANISATION,
                       f"{_ORGANISERS} WHERE eo.event_id = e.id ORDER BY eo.id")}
            || {line("description", "e.description")} AS also,
          e.name AS name, (SELECT count(*) FROM talks t WHERE t.event_id = e.id) AS weight
        FROM events e
        ORDER BY e.start IS NULL, e.start DESC, e.end DESC, e.position, e.id""",
    sorts={"newest": "number", "name": "by_name", "talks": "by_weight"},
    summary="SELECT description FROM events WHERE id = :id",
    url="SELECT url FROM events WHERE id = :id",
    facts=(
        FactQuery("Kind", "SELECT kind, NULL FROM events WHERE id = :id", "kind"),
        FactQuery("When", "SELECT dates, NULL FROM events WHERE id = :id", "start"),
        FactQuery("As printed", """SELECT date_text, NULL FROM events WHERE id = :id
            AND replace(date_text, '-', '–') <> coalesce(dates, '')"""),
        FactQuery("Where", f"SELECT {names('l.name', 'l.id', _PLACES_OF_EVENT)}, NULL"
                           " FROM events e WHERE e.id = :id", "places"),
        FactQuery("Organised", f"""SELECT {FULL_ORGANISATION}, 'organisation/' || o.id,
            '· ' || eo.role, NULL FROM {_ORGANISERS} WHERE eo.event_id = :id ORDER BY eo.id""",
                  "organisations"),
        FactQuery("Part of", """SELECT e.name, 'event/' || e.id FROM events e
            JOIN events part ON part.parent_id = e.id WHERE part.id = :id""", "parent"),
        FactQuery("Parts", """SELECT name, 'event/' || id FROM events WHERE parent_id = :id
            ORDER BY position, start, id"""),
        FactQuery("Related", """SELECT relation, NULL, e.name, 'event/' || e.id
            FROM event_links l JOIN events e ON e.id = l.to_id WHERE l.from_id = :id
            UNION ALL SELECT CASE relation WHEN 'prepares' THEN 'prepared by'
              WHEN 'follow-up of' THEN 'followed up by' ELSE relation END, NULL,
              e.name, 'event/' || e.id
            FROM event_links l JOIN events e ON e.id = l.from_id WHERE l.to_id = :id""", "links"),
        FactQuery("Took part", f"""SELECT p.name, 'person/' || p.id, {ROLE_FOR}, NULL,
            {FULL_ORGANISATION}, 'organisation/' || o.id FROM {SPEAKING}
            LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.event_id = :id
            ORDER BY a.id"""),
        FactQuery("Address", "SELECT url, NULL FROM events WHERE id = :id"),
    ),
    sections=(
        *_points("event_id", "aim", "expected outcome", "challenge", "approach", "figure"),
        SectionQuery("Programme", f"""
            SELECT t.session, t.position, {TALK}, 'talk/' || t.id,
              '– ' || {names("p.name", "p.id", TALK_PEOPLE)}, NULL
            FROM talks t WHERE t.event_id = :id ORDER BY t.position, t.id"""),
    ),
    sheet=f"""
        SELECT 'event/' || e.id AS ref, e.name, e.kind, e.dates, e.start, e.end, e.precision,
          {array("l.name", "l.id", _PLACES_OF_EVENT)} AS places,
          {array("o.name", "o.id", f"{_ORGANISERS} WHERE eo.event_id = e.id ORDER BY eo.id")}
            AS organisations,
          (SELECT count(*) FROM talks t WHERE t.event_id = e.id) AS talks, e.description, e.url,
          {cited("event", "e.id")} AS cite
        FROM events e WHERE e.id IN (SELECT value FROM json_each(:ids))""",
    lists=frozenset({"places", "organisations", "cite"}),
)  # fmt: skip

# --- Talks ---------------------------------------------------------------------------------------

_TALK_ORGANISATIONS = f"{FOR} WHERE a.talk_id = t.id ORDER BY a.id"

_TALK_KIND = Kind(
    name="talk",
    plural="talks",
    leads_to=("person", "organisation", "event", "point"),
    titles_are_names=True,
    people_in="context",
    entries=f"""
        SELECT t.id, {TALK} AS title,
          coalesce({names("p.name", "p.id", TALK_PEOPLE)} || ' · ', '')
            || coalesce({names(ORGANISATION, "o.id", _TALK_ORGANISATIONS)} || ' · ', '')
            || e.name || coalesce(' · ' || substr(e.start, 1, 4), '') AS context,
          {lines("'for'", "o.name", _TALK_ORGANISATIONS)}
            || {lines("'role'", "a.role",
                       "affiliations a WHERE a.talk_id = t.id AND role IS NOT NULL ORDER BY a.id")}
            || {line("session", "t.session")} || {line("room", "t.room")} AS also,
          {TALK} AS name, 0 AS weight
        FROM talks t JOIN events e ON e.id = t.event_id
        ORDER BY e.start IS NULL, e.start DESC, e.id, t.position, t.id""",
    sorts={"programme": "number", "title": "by_name"},
    summary="SELECT abstract FROM talks WHERE id = :id",
    url="SELECT url FROM talks WHERE id = :id",
    facts=(
        FactQuery("Speaker", f"""SELECT p.name, 'person/' || p.id, {ROLE_FOR}, NULL,
            {FULL_ORGANISATION}, 'organisation/' || o.id FROM {SPEAKING}
            LEFT JOIN organisations o ON o.id = a.organisation_id WHERE a.talk_id = :id
            ORDER BY a.id""", "speakers"),
        FactQuery("Event", """SELECT e.name, 'event/' || e.id, '· ' || e.dates, NULL
            FROM talks t JOIN events e ON e.id = t.event_id WHERE t.id = :id"""),
        FactQuery("Item", """SELECT upper(substr(t.kind, 1, 1)) || substr(t.kind, 2)
              || CASE WHEN total > 1 THEN ', ' || t.position || ' of ' || total ELSE '' END, NULL
            FROM talks t, (SELECT count(*) AS total FROM talks
              WHERE event_id = (SELECT event_id FROM talks WHERE id = :id)) n
            WHERE t.id = :id"""),
        FactQuery("When", """SELECT
              CASE WHEN "end" IS NULL AND start LIKE '%T00:00:00' THEN date(start)
                ELSE strftime('%Y-%m-%d, %H:%M', start) END
              || coalesce('–' || strftime('%H:%M', "end"), ''), NULL
            FROM talks WHERE id = :id""", "start"),
        FactQuery("Session", "SELECT session, NULL FROM talks WHERE id = :id", "session"),
        FactQuery("Room", "SELECT room, NULL FROM talks WHERE id = :id", "room"),
        FactQuery("Language", "SELECT language, NULL FROM talks WHERE id = :id", "language"),
        FactQuery("Address", "SELECT url, NULL FROM talks WHERE id = :id"),
        FactQuery("Title", "SELECT 'none in the source', NULL FROM talks"
                           " WHERE id = :id AND title IS NULL"),
    ),
    sections=_points("talk_id", "aim", "expected outcome", "challenge", "approach", "figure"),
    sheet=f"""
        SELECT 'talk/' || t.id AS ref, t.title, t.subject, t.kind,
          {array("p.name", "p.id", TALK_PEOPLE)} AS speakers,
          {array("o.name", "o.id", _TALK_ORGANISATIONS)} AS organisations,
          e.name AS event, e.dates, t.session, t.position, t.room, t.start, t."end", t.language,
          t.abstract, t.url, {cited("talk", "t.id")} AS cite
        FROM talks t JOIN events e ON e.id = t.event_id
        WHERE t.id IN (SELECT value FROM json_each(:ids))""",
    lists=frozenset({"speakers", "organisations", "cite"}),
)  # fmt: skip

# --- People --------------------------------------------------------------------------------------

_PERSON_ROLES = "affiliations a WHERE a.person_id = p.id AND a.role IS NOT NULL ORDER BY a.id"
_PERSON_ORGANISATIONS = f"{FOR} WHERE a.person_id = p.id ORDER BY a.id"
_TALKS_OF_PERSON = "(SELECT count(DISTINCT talk_id) FROM affiliations a WHERE a.person_id = p.id)"
_SORTED_NAME = "coalesce(p.family_name || ' ' || p.given_name, p.family_name, p.name)"
_SOURCES_OF_PERSON = "sources s WHERE s.author_id = p.id ORDER BY s.id"

_PERSON = Kind(
    name="person",
    plural="people",
    leads_to=("talk", "organisation", "event"),
    titles_are_names=True,
    people_in="title",
    entries=f"""
        WITH listed AS MATERIALIZED (
          SELECT p.id, p.name, {_SORTED_NAME} AS sorted, {_TALKS_OF_PERSON} AS talks,
            {names(ORGANISATION, "o.id", _PERSON_ORGANISATIONS)} AS organisations
          FROM people p)
        SELECT p.id, p.name AS title,
          coalesce(organisations || ' · ', '')
            || CASE talks WHEN 0 THEN
                 CASE WHEN EXISTS (SELECT 1 FROM {_SOURCES_OF_PERSON}) THEN 'author of a source'
                 ELSE 'no talk' END WHEN 1 THEN '1 talk' ELSE talks || ' talks' END AS context,
          {lines("'for'", "o.name", _PERSON_ORGANISATIONS)}
            || {lines("'role'", "a.role", _PERSON_ROLES)} AS also,
          sorted AS name, talks AS weight
        FROM listed p ORDER BY fold(sorted), p.id""",
    sorts={"family name": "number", "talks": "by_weight"},
    url="SELECT url FROM people WHERE id = :id",
    facts=(
        FactQuery("Family name", "SELECT family_name, NULL FROM people WHERE id = :id"
                                 " AND family_name <> name", "family_name"),
        FactQuery("Given name", "SELECT given_name, NULL FROM people WHERE id = :id", "given_name"),
        FactQuery("For", f"""SELECT DISTINCT {FULL_ORGANISATION}, 'organisation/' || o.id,
            '· ' || a.role, NULL FROM {FOR} WHERE a.person_id = :id ORDER BY a.id"""),
        FactQuery("Author of", f"""SELECT s.title || coalesce(', ' || s.publisher, '')
            || coalesce(', ' || s.published, ''), NULL
            FROM {_SOURCES_OF_PERSON.replace("p.id", ":id")}"""),
        FactQuery("Took part", """SELECT e.name, 'event/' || e.id FROM affiliations a
            JOIN events e ON e.id = a.event_id WHERE a.person_id = :id ORDER BY e.start, e.id"""),
        FactQuery("Address", "SELECT url, NULL FROM people WHERE id = :id"),
    ),
    sections=(
        SectionQuery("Talks", f"""
            SELECT DISTINCT e.name || coalesce(', ' || e.dates, ''), t.position, {TALK},
              'talk/' || t.id
            FROM affiliations a JOIN talks t ON t.id = a.talk_id JOIN events e ON e.id = t.event_id
            WHERE a.person_id = :id ORDER BY e.start DESC, e.id, t.position"""),
        SectionQuery("Presented", """
            SELECT topic, CASE kind WHEN 'figure' THEN NULL ELSE number END, label, 'point/' || id
            FROM points WHERE talk_id IN (SELECT talk_id FROM affiliations WHERE person_id = :id)
            ORDER BY kind, topic, number"""),
    ),
    sheet=f"""
        SELECT 'person/' || p.id AS ref, p.name, p.family_name, p.given_name,
          {array("o.name", "o.id", _PERSON_ORGANISATIONS)} AS organisations,
          {array("a.role", "a.role", _PERSON_ROLES)} AS roles,
          {_TALKS_OF_PERSON} AS talks, p.url, {cited("person", "p.id")} AS cite
        FROM people p WHERE p.id IN (SELECT value FROM json_each(:ids))""",
    lists=frozenset({"organisations", "roles", "cite"}),
)  # fmt: skip

# --- Organisations -------------------------------------------------------------------------------

_TALKS_OF_ORGANISATION = (
    "(SELECT count(DISTINCT talk_id) FROM affiliations a WHERE a.organisation_id = o.id)"
)
_OTHER_NAMES = "organisation_names n WHERE n.organisation_id = o.id ORDER BY n.id"

_ORGANISATION_KIND = Kind(
    name="organisation",
    plural="organisations",
    leads_to=("talk", "person", "event", "point", "organisation"),
    titles_are_names=True,
    entries=f"""
        WITH listed AS MATERIALIZED (
          SELECT o.*, {_TALKS_OF_ORGANISATION} AS talks FROM organisations o)
        SELECT o.id, o.name AS title,
          coalesce(nullif(o.acronym, o.name) || ' · ', '') || coalesce(o.kind || ' · ', '')
            || coalesce(o.country || ' · ', '')
            || CASE talks WHEN 0 THEN 'no talk' WHEN 1 THEN '1 talk' ELSE talks || ' talks' END
            AS context, {line("acronym", "o.acronym")}
            || {lines("CASE n.kind WHEN 'former' THEN 'former name' ELSE n.kind END",
                       "n.name", _OTHER_NAMES)}
            || {line("description", "o.description")} AS also,
          o.name AS name, talks AS weight
        FROM listed o ORDER BY fold(o.name), o.id""",
    sorts={"name": "number", "talks": "by_weight"},
    summary="SELECT description FROM organisations WHERE id = :id",
    url="SELECT url FROM organisations WHERE id = :id",
    facts=(
        FactQuery("Acronym", "SELECT acronym, NULL FROM organisations WHERE id = :id", "acronym"),
        FactQuery("Also", """SELECT name, NULL, CASE kind WHEN 'former' THEN '(former name)'
            WHEN 'as printed' THEN '(as printed)' ELSE '' END, NULL
            FROM organisation_names WHERE organisation_id = :id ORDER BY id""", "names"),
        FactQuery("Kind", "SELECT kind, NULL FROM organisations WHERE id = :id", "kind"),
        FactQuery("Country", "SELECT country, NULL FROM organisations WHERE id = :id", "country"),
        FactQuery("Founded", "SELECT founded, NULL FROM organisations WHERE id = :id", "founded"),
        FactQuery("Related", """SELECT relation, NULL, o.name, 'organisation/' || o.id
            FROM organisation_links l JOIN organisations o ON o.id = l.to_id WHERE l.from_id = :id
            UNION ALL SELECT CASE relation WHEN 'affiliate of' THEN 'has the affiliate'
              WHEN 'agency of' THEN 'has the agency' ELSE relation END, NULL,
              o.name, 'organisation/' || o.id
            FROM organisation_links l JOIN organisations o ON o.id = l.from_id
            WHERE l.to_id = :id""", "links"),
        FactQuery("Address", "SELECT url, NULL FROM organisations WHERE id = :id"),
    ),
    sections=(
        SectionQuery("Talks", f"""
            SELECT e.name || coalesce(', ' || e.dates, ''), t.position, {TALK}, 'talk/' || t.id,
              '– ' || {names("p.name", "p.id", f"{SPEAKING} WHERE a.talk_id = t.id"
                              " AND a.organisation_id = :id ORDER BY a.id")}, NULL
            FROM talks t JOIN events e ON e.id = t.event_id
            WHERE t.id IN (SELECT talk_id FROM affiliations WHERE organisation_id = :id)
            ORDER BY e.start DESC, e.id, t.position"""),
        SectionQuery("People", """
            SELECT DISTINCT NULL, NULL, p.name, 'person/' || p.id, '· ' || a.role, NULL
            FROM affiliations a JOIN people p ON p.id = a.person_id
            WHERE a.organisation_id = :id ORDER BY a.id"""),
        SectionQuery("Events", """
            SELECT NULL, NULL, e.name, 'event/' || e.id, '· ' || eo.role, NULL
            FROM event_organisations eo JOIN events e ON e.id = eo.event_id
            WHERE eo.organisation_id = :id ORDER BY e.start DESC, e.id"""),
        *_points("organisation_id", "aim", "expected outcome", "challenge", "approach", "figure"),
    ),
    sheet=f"""
        SELECT 'organisation/' || o.id AS ref, o.name, o.acronym,
          {array("n.name", "n.id", _OTHER_NAMES)} AS other_names, o.kind, o.country, o.founded,
          {_TALKS_OF_ORGANISATION} AS talks, o.description, o.url,
          {cited("organisation", "o.id")} AS cite
        FROM organisations o WHERE o.id IN (SELECT value FROM json_each(:ids))""",
    lists=frozenset({"other_names", "cite"}),
)  # fmt: skip

# --- Points --------------------------------------------------------------------------------------

_POINT_KINDS = ("expected outcome", "approach", "aim", "challenge", "figure")
_POINT_ORDER = " ".join(f"WHEN '{kind}' THEN {n}" for n, kind in enumerate(_POINT_KINDS))
_LIST_LENGTH = (
    "(SELECT count(*) FROM points same WHERE same.kind = p.kind AND same.topic = p.topic)"
)
_POINT_NAME = (
    "upper(substr(p.kind, 1, 1)) || substr(p.kind, 2)"
    f" || CASE p.kind WHEN 'figure' THEN '' ELSE ' ' || p.number || ' of ' || {_LIST_LENGTH} END"
)
_POINT_TABLES = """points p LEFT JOIN events e ON e.id = p.event_id
    LEFT JOIN organisations o ON o.id = p.organisation_id
    LEFT JOIN places l ON l.id = p.place_id"""

_POINT = Kind(
    name="point",
    plural="points",
    is_leaf=True,
    leads_to=("event", "talk", "organisation", "person"),
    titles_are_names=False,
    entries=f"""
        SELECT p.id, p.label AS title,
          {_POINT_NAME} || coalesce(' · ' || e.name, ' · ' || {ORGANISATION}, ' · ' || l.name, '')
            AS context,
          {line("topic", "p.topic")} || {line("of", "o.name")}
            || {line("acronym of the organisation", "o.acronym")} || {line("region", "l.name")}
            || {line("printed", "p.printed")} AS also,
          p.label AS name, 0 AS weight
        FROM {_POINT_TABLES}
        ORDER BY CASE p.kind {_POINT_ORDER} END, p.topic, p.number, p.id""",
    sorts={"list": "number", "text": "by_name"},
    facts=(
        FactQuery("Kind", f"SELECT {_POINT_NAME}, NULL FROM points p WHERE id = :id"),
        FactQuery("List", "SELECT topic, NULL FROM points WHERE id = :id", "topic"),
        FactQuery("Printed", "SELECT printed, NULL FROM points WHERE id = :id"),
        FactQuery("Event", """SELECT e.name, 'event/' || e.id, '· ' || e.dates, NULL
            FROM points p JOIN events e ON e.id = p.event_id WHERE p.id = :id""", "event"),
        FactQuery("Talk", f"""SELECT {TALK}, 'talk/' || t.id FROM points p
            JOIN talks t ON t.id = p.talk_id WHERE p.id = :id""", "talk"),
        FactQuery("Speaker", f"""SELECT DISTINCT p.name, 'person/' || p.id FROM {SPEAKING}
            WHERE a.talk_id = (SELECT talk_id FROM points WHERE id = :id) ORDER BY a.id"""),
        FactQuery("Of", f"""SELECT {FULL_ORGANISATION}, 'organisation/' || o.id FROM points p
            JOIN organisations o ON o.id = p.organisation_id WHERE p.id = :id""", "organisation"),
        FactQuery("Region", """SELECT l.name, NULL FROM points p
            JOIN places l ON l.id = p.place_id WHERE p.id = :id""", "place"),
    ),
    sections=(
        SectionQuery("The whole list", """
            SELECT NULL, CASE p.kind WHEN 'figure' THEN NULL ELSE p.number END, p.label,
              'point/' || p.id
            FROM points p JOIN points this ON this.kind = p.kind AND this.topic = p.topic
            WHERE this.id = :id ORDER BY p.number"""),
    ),
    sheet=f"""
        SELECT 'point/' || p.id AS ref, p.kind, p.topic, p.number, p.text, p.value, p.unit,
          p.printed, e.name AS event, o.name AS organisation, l.name AS region,
          {cited("point", "p.id")} AS cite
        FROM {_POINT_TABLES} WHERE p.id IN (SELECT value FROM json_each(:ids))""",
    lists=frozenset({"cite"}),
)  # fmt: skip

KINDS: dict[str, Kind] = {
    kind.name: kind for kind in (_EVENT, _TALK_KIND, _PERSON, _ORGANISATION_KIND, _POINT)
}
"""Name of a kind → the kind, in the order of the tabs."""


def kind_named(name: str) -> Kind | None:
    """The kind with this singular or plural name."""
    return KINDS.get(name) or next((k for k in KINDS.values() if k.plural == name), None)


def orders_of(view: View) -> dict[str, str]:
    """The orders in which what a view shows can be listed."""
    return KINDS[view.kind or next(iter(KINDS))].sorts
