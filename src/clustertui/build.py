"""Records into a database: the only writer. Beside, checked, then in place; or not at all."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

import sqlite_utils

from clustertui.dates import span
from clustertui.entities import Affiliation, CitedRecord, Point, Records
from clustertui.kinds import KINDS
from clustertui.model import ClusterError
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, VIEWS
from clustertui.text import fold

Progress = Callable[[str, int, int], None]
"""Called with the step at hand, its rows done and its rows in all."""

RECORD_KINDS = {kind.plural: kind.name for kind in KINDS.values()}
_TEMPORARY = ".building-"


def build(records: Records, path: Path, progress: Progress | None = None) -> dict[str, int]:
    """Write `records` as the database at `path`, replacing the one there, and count its rows.

    The new database is written beside the old one, checked, and renamed over it: whatever happens
    before the rename, the old one stays whole. Raises ClusterError when it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with _beside(path) as temporary:
            connection = sqlite3.connect(temporary)
            with contextlib.closing(connection):
                counts = fill(connection, records, progress)
            _flush(temporary)
            os.replace(temporary, path)
            _flush(path.parent)
    except (OSError, sqlite3.OperationalError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ClusterError(
            f"{path}: cannot be written: {reason}; any database there is as it was"
        ) from error
    return counts


def fill(
    connection: sqlite3.Connection, records: Records, progress: Progress | None = None
) -> dict[str, int]:
    """Write `records` into an empty database in one transaction, and count its rows."""
    tell = progress or (lambda step, done, total: None)
    database = sqlite_utils.Database(connection)
    connection.create_function("fold", 1, fold, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    counts: dict[str, int] = {}
    with database.atomic():
        connection.execute("PRAGMA defer_foreign_keys = ON")  # an event may precede its parent
        _create_tables(database)
        rows = _rows(records)
        for done, table in enumerate(TABLES):
            tell(table, done, len(TABLES))
            found = _entries(connection) if table == "entries" else rows[table]
            counts[table] = _insert(connection, table, found)
        _create_indexes(database)
        for name, sql in VIEWS.items():
            database.create_view(name, sql)
        _check(connection)
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("VACUUM")
    tell("done", len(TABLES), len(TABLES))
    return counts


def differences(records: Records, path: Path) -> list[str]:
    """The tables and views in which the database at `path` differs from a build of `records`."""
    if not path.exists():
        return ["there is no such database"]
    uri = f"{path.resolve().as_uri()}?mode=ro"
    with (
        contextlib.closing(sqlite3.connect(":memory:")) as fresh,
        contextlib.closing(sqlite3.connect(uri, uri=True)) as built,
    ):
        fill(fresh, records)
        try:
            return [
                name for name in (*TABLES, *VIEWS, "sqlite_master", "pragma_user_version")
                if _content(fresh, name) != _content(built, name)
            ]  # fmt: skip
        except sqlite3.DatabaseError as error:
            return [f"the database cannot be compared: {error}"]


def _content(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    if table == "sqlite_master":
        return connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
    return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


# --- Files ---------------------------------------------------------------------------------------


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file next to `path`, on the same file system; gone afterwards unless renamed."""
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}{_TEMPORARY}", dir=path.parent)
    try:
        os.fchmod(handle, mode)
        os.close(handle)
        yield Path(name)
    finally:
        for leftover in (name, f"{name}-journal"):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(leftover)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


# --- Tables --------------------------------------------------------------------------------------


def _create_tables(database: sqlite_utils.Database) -> None:
    for name, table in TABLES.items():
        database.table(name).create(
            table.columns,
            pk=table.pk,
            not_null=table.required,
            foreign_keys=[(c, other, "id") for c, other in (table.references or {}).items()],
        )


def _create_indexes(database: sqlite_utils.Database) -> None:
    for name, table in TABLES.items():
        for columns in chain(((c,) for c in table.references or ()), table.indexes):
            database.table(name).create_index(columns)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> int:
    marks = ", ".join("?" * len(TABLES[table].columns))
    before = connection.total_changes
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    return connection.total_changes - before


def _entries(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    numbers = count(1)
    for kind in KINDS.values():
        for id_, title, context, also, name, weight in connection.execute(kind.entries).fetchall():
            yield (next(numbers), kind.name, id_, title, context, also, fold(name), weight)


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        table, row, other, _ = broken[0]
        raise ClusterError(f"{table}, row {row}, names a record that is not in {other}")
    state = connection.execute("PRAGMA integrity_check").fetchone()[0]
    if state != "ok":
        raise ClusterError(f"the new database is damaged: {state}")


# --- Rows ----------------------------------------------------------------------------------------


def _rows(records: Records) -> dict[str, Iterable[tuple[Any, ...]]]:
    """The rows of every table but `entries`, in an order that the records alone decide."""
    by_id = {
        table: sorted(getattr(records, table), key=lambda record: record.id)
        for table in ("sources", "places", "people", "organisations", "events", "talks", "points")
    }
    organisations, events, talks = by_id["organisations"], by_id["events"], by_id["talks"]
    cited = [
        (RECORD_KINDS[table], record)
        for table in RECORD_KINDS
        for record in by_id[table]
        if isinstance(record, CitedRecord)
    ]
    return {
        "people": ((p.id, p.name, p.family_name, p.given_name, p.url) for p in by_id["people"]),
        "sources": (
            (s.id, s.title, s.publisher, s.author, _day(s.published), s.url, s.document, s.sha256,
             s.lines, s.note) for s in by_id["sources"]
        ),
        "places": ((p.id, p.name, p.country, p.lat, p.lon) for p in by_id["places"]),
        "organisations": (
            (o.id, o.name, o.acronym, o.kind, o.country, o.description, o.founded, o.url)
            for o in organisations
        ),
        "organisation_names": _numbered(
            (o.id, n.name, n.kind) for o in organisations for n in o.names
        ),
        "organisation_links": _numbered(
            (o.id, x.to, x.relation) for o in organisations for x in o.links
        ),
        "events": (
            (e.id, e.name, e.kind, span(e.start, e.end, e.precision), _day(e.start), _day(e.end),
             e.precision, e.date_text, e.parent, e.position, e.description, e.url) for e in events
        ),
        "event_places": _numbered((e.id, place) for e in events for place in e.places),
        "event_organisations": _numbered(
            (e.id, part.organisation, part.role) for e in events for part in e.organisations
        ),
        "event_links": _numbered((e.id, x.to, x.relation) for e in events for x in e.links),
        "talks": (
            (t.id, t.title, t.subject, t.kind, t.event, t.session, t.position) for t in talks
        ),
        "affiliations": _numbered(
            chain(
                (_affiliation(a, t.id, None) for t in talks for a in t.speakers),
                (_affiliation(a, None, e.id) for e in events for a in e.people),
            )
        ),
        "points": (
            (p.id, p.kind, p.number, p.topic, p.text, p.value, p.unit, p.printed, p.event, p.talk,
             p.organisation, p.place, point_label(p)) for p in by_id["points"]
        ),
        "citations": _numbered(
            (kind, r.id, c.source, c.first_line, c.last_line) for kind, r in cited for c in r.cite
        ),
        "inferences": _numbered(
            (kind, r.id, field, reason) for kind, r in cited for field, reason in r.inferred.items()
        ),
    }  # fmt: skip


def point_label(point: Point) -> str:
    """A point in one line: its text, behind the value and unit of a figure."""
    if point.value is None:
        return point.text
    if point.unit == "year":
        return f"{point.value:.0f}: {point.text}"
    value = f"{point.value:g}" if point.value % 1 else f"{point.value:,.0f}"
    return " ".join(part for part in (value, point.unit, point.text) if part)


def _affiliation(a: Affiliation, talk: str | None, event: str | None) -> tuple[Any, ...]:
    return (a.person, a.organisation, a.role, talk, event)


def _numbered(rows: Iterable[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    return ((number, *row) for number, row in enumerate(rows, start=1))


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
