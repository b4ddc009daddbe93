"""One database file: opened only when it is one of ours, and so that reading never writes."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from clustertui.model import DatabaseError
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, VIEWS
from clustertui.text import clean

REBUILD = "rebuild it from its records with `clustertui build`"
PATIENCE = 1.0
"""Seconds for which a reader waits while another program writes."""

_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)

Identity = tuple[int, int, int, int]
"""Device, inode, size and time of change of a file."""


def identity(path: Path) -> Identity | None:
    """What tells a file from the one that replaces it; None when there is none to be read."""
    try:
        found = path.stat()
    except (OSError, RuntimeError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def opened(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, whatever the file is. Raises DatabaseError."""
    try:
        if not path.exists():
            raise DatabaseError(f"{path}: no such database; name one with --db, or {REBUILD}")
        if not path.is_file():
            raise DatabaseError(f"{path}: is not a file; name a database with --db")
        uri = f"{path.resolve().as_uri()}?mode=ro{_as_is(path)}"
        return sqlite3.connect(uri, uri=True, timeout=PATIENCE)
    except (OSError, RuntimeError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise DatabaseError(f"{path}: cannot be opened: {reason}; name one with --db") from error


def connect(path: Path) -> sqlite3.Connection:
    """The database read-only, once it has been seen to be one of ours. Raises DatabaseError."""
    connection = opened(path)
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cache_size = -16000")  # KiB, at the most
        _check_marks(path, connection)
        _check_views(path, connection)
    except (sqlite3.Error, UnicodeError) as error:
        connection.close()
        raise fault(path, error) from error
    except DatabaseError:
        connection.close()
        raise
    return connection


def fault(path: Path, error: Exception) -> DatabaseError:
    """What an error of SQLite means to a person."""
    code = getattr(error, "sqlite_errorcode", None)
    if code in _BUSY:
        return DatabaseError(f"{path}: another program is writing to it; try again when it is done")
    if code == sqlite3.SQLITE_READONLY_ROLLBACK:
        return DatabaseError(
            f"{path}: another program broke off while it wrote to it; {REBUILD}, or open it with"
            " that program once more"
        )
    return DatabaseError(f"{path}: cannot be read: {clean(str(error))}; {REBUILD}")


def _as_is(path: Path) -> str:
    """What to add to the address of a database so that SQLite writes nothing beside it.

    A database in WAL mode, which none of ours is until another program makes it so, is read with
    files that SQLite creates, unless it is told that nothing changes.
    """
    with path.open("rb") as file:
        header = file.read(20)
    if header[18:20] != b"\2\2":
        return ""
    log = path.resolve().with_name(f"{path.resolve().name}-wal")
    if log.exists() and os.path.getsize(log):
        raise DatabaseError(
            f"{path}: another program is writing to it, or broke off; close that program, or"
            f" {REBUILD}"
        )
    return "&immutable=1"


def _check_marks(path: Path, connection: sqlite3.Connection) -> None:
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path}: is no clustertui database; name another with --db")
    if version != SCHEMA_VERSION:
        age = "an older" if version < SCHEMA_VERSION else "a newer"
        raise DatabaseError(
            f"{path}: was built by {age} clustertui (schema {version}, this one reads"
            f" {SCHEMA_VERSION}); {REBUILD}"
        )


def _check_views(path: Path, connection: sqlite3.Connection) -> None:
    """A view may stand for any statement, also for one that never ends: only ours are asked."""
    views = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    for name, sql in views:
        ours = name == "links" and str(sql).partition(" AS ")[2].strip() == VIEWS[name]
        if not ours and (name == "links" or name in TABLES):
            raise DatabaseError(f"{path}: cannot be read: {name} is not ours; {REBUILD}")
