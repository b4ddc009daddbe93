"""Records into a database: the only writer. Beside, checked, then in place; or not at all."""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import sqlite_utils

from clustertui import index
from clustertui.database import opened
from clustertui.entities import RECORD_TABLES, Records
from clustertui.kinds import KINDS
from clustertui.model import ClusterError, DatabaseError, Ref
from clustertui.rows import reviews_of, rows_of
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, VIEWS
from clustertui.text import fold

Progress = Callable[[str, int, int], None]
"""Called with the step at hand, its rows done and its rows in all."""

BATCH = 10_000
"""Rows that are held in memory at a time."""
_TEMPORARY = ".building-"


def build(records: Records, path: Path, progress: Progress | None = None) -> dict[str, int]:
    """Write `records` as the database at `path`, replacing the one there, and count its rows.

    The new database is written beside the old one, checked, and renamed over it: whatever happens
    before the rename, the old one stays whole. Raises ClusterError when it cannot be written.
    """
    try:
        path = _resolved(path)  # a link to the database stays a link
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        with _beside(path) as temporary:
            connection = sqlite3.connect(temporary)
            with contextlib.closing(connection):
                # A file that is thrown away on any fault needs no journal of its own.
                connection.execute("PRAGMA journal_mode = OFF")
                connection.execute("PRAGMA synchronous = OFF")
                connection.execute("PRAGMA cache_size = -100000")  # KiB
                counts = fill(connection, records, progress)
            _flush(temporary)
            os.replace(temporary, path)
        with contextlib.suppress(OSError):  # some file systems cannot; the database is in place
            _flush(path.parent)
    except (OSError, OverflowError, UnicodeError, sqlite3.Error) as error:
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
        rows = rows_of(records)
        total, done = 4 * len(records), 0
        for table in TABLES:
            tell(f"writing {table}", done, total)
            if table in rows:
                counts[table] = _insert(connection, table, rows[table])
            elif table == "entries":
                counts[table] = _write_entries(connection, reviews_of(records))
            _create_indexes(database, table)
            done += counts[table] if table in RECORD_TABLES or table == "entries" else 0
        index.write(
            connection,
            lambda part, share: tell(
                f"indexing {part}",
                done + int((index.PARTS.index(part) + share) * len(records)),
                total,
            ),
        )
        for name, sql in VIEWS.items():
            database.create_view(name, sql)
        tell("checking", total, total)
        _check(connection)
    connection.execute("ANALYZE")
    connection.commit()
    tell("done", total, total)
    return counts


def differences(records: Records, path: Path) -> list[str]:
    """The tables and views in which the database at `path` differs from a build of `records`."""
    if not path.is_file():
        return ["there is no such database"]
    try:
        built = opened(path)
    except DatabaseError as error:
        return [str(error)]
    fresh = sqlite3.connect(":memory:")
    with contextlib.closing(fresh), contextlib.closing(built):
        fill(fresh, records)
        try:
            return [name for name in (*TABLES, *index.PLAIN_TABLES, *VIEWS, *_MARKS)
                    if _content(fresh, name) != _content(built, name)]  # fmt: skip
        except sqlite3.DatabaseError as error:
            return [f"the database cannot be compared: {error}"]


_MARKS = ("sqlite_master", "pragma_user_version", "pragma_application_id")


def _content(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    if table == "sqlite_master":
        return connection.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
        ).fetchall()
    return sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def mark(path: Path, ref: Ref, review: str) -> None:
    """Write what a person found a record of a draft to be; nothing else of the database changes.

    Raises ClusterError when it cannot be written.
    """
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection, connection:
            connection.execute(
                "UPDATE entries SET review = ? WHERE kind = ? AND id = ?",
                (review, ref.kind, ref.id),
            )
    except sqlite3.Error as error:
        raise ClusterError(f"{path}: cannot be written: {error}") from error


# --- Files ---------------------------------------------------------------------------------------


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """A new file next to `path`, on the same file system; gone afterwards unless renamed.

    It is locked as long as this build runs, so that another one can tell it from what a build
    that was killed has left behind.
    """
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
    handle, name = _reserved(path)
    try:
        os.fchmod(handle, mode)
        yield Path(name)
    finally:
        _remove(name)
        os.close(handle)


def _reserved(path: Path) -> tuple[int, str]:
    while True:
        handle, name = tempfile.mkstemp(prefix=_prefix(path), dir=path.parent)
        with contextlib.suppress(OSError):  # some file systems know no locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        if os.path.exists(name):
            return handle, name
        os.close(handle)  # another build took it for a leftover before it was locked


def _sweep(path: Path) -> None:
    """Remove what builds of `path` that were killed have left behind."""
    with contextlib.suppress(OSError):  # not every folder that can be written can be listed
        for name in os.listdir(path.parent):
            if name.startswith(_prefix(path)) and not name.endswith("-journal"):
                _remove_if_left(os.path.join(path.parent, name))


def _remove_if_left(name: str) -> None:
    with contextlib.suppress(OSError):  # it is in use, somebody else's, or gone by now
        handle = os.open(name, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _remove(name)
        finally:
            os.close(handle)


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # what Python before 3.13 says of links in a circle
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error


def _prefix(path: Path) -> str:
    return f".{path.name}{_TEMPORARY}"


def _remove(name: str) -> None:
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
            foreign_keys=[
                (column, other, str(TABLES[other].pk))
                for column, other in (table.references or {}).items()
            ],
        )


def _create_indexes(database: sqlite_utils.Database, name: str) -> None:
    table = TABLES[name]
    for columns in chain(((c,) for c in table.references or () if c != table.pk), table.indexes):
        database.table(name).create_index(columns)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> int:
    marks = ", ".join("?" * len(TABLES[table].columns))
    before = connection.total_changes
    connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    return connection.total_changes - before


def _write_entries(connection: sqlite3.Connection, reviews: Mapping[tuple[str, str], str]) -> int:
    """Number all records in the order of their lists, and number them by name and weight, too."""
    connection.execute("CREATE TEMP TABLE keys (number INTEGER PRIMARY KEY, name, weight)")
    insert = "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?)"
    last = 0
    for kind in KINDS.values():
        first = last + 1
        rows = connection.execute(kind.entries)
        while batch := rows.fetchmany(BATCH):
            numbered = list(enumerate(batch, start=last + 1))
            connection.executemany(
                insert,
                [
                    (n, kind.name, *row[:4], reviews.get((kind.name, row[0]), ""))
                    for n, row in numbered
                ],
            )
            connection.executemany("INSERT INTO keys VALUES (?, ?, ?)",
                                   [(n, fold(row[4]), row[5]) for n, row in numbered])  # fmt: skip
            last += len(batch)
        connection.execute("INSERT INTO ranges VALUES (?, ?, ?)", (kind.name, first, last))
        _write_orders(connection, first)
    connection.execute("DROP TABLE keys")
    return last


def _write_orders(connection: sqlite3.Connection, first: int) -> None:
    """Number the rows of `keys` from `first` by name and by weight."""
    place = "row_number() OVER (ORDER BY {}, number) + ? - 1"
    connection.execute(
        f"INSERT INTO orders SELECT number, {place.format('name')}, {place.format('weight DESC')}"
        " FROM keys ORDER BY number",
        (first, first),
    )
    connection.execute("DELETE FROM keys")


def _check(connection: sqlite3.Connection) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        table, row, other, _ = broken[0]
        raise ClusterError(f"{table}, row {row}, names a record that is not in {other}")
    state = connection.execute("PRAGMA quick_check").fetchone()[0]
    if state != "ok":
        raise ClusterError(f"the new database is damaged: {state}")
