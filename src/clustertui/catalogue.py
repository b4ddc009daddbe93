"""The database read-only: one method for each question that is asked of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clustertui.kinds import KINDS, FactQuery, Kind, SectionQuery
from clustertui.model import (
    ClusterError,
    DatabaseError,
    Detail,
    Fact,
    Line,
    Piece,
    Provenance,
    Ref,
    Row,
    Section,
)
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION

_REBUILD = "rebuild it from its records with `clustertui build`"


class UnknownRecordError(ClusterError):
    """No record has this address."""


class Catalogue:
    """What the database holds. Not for use by two threads at once: `reopened` gives another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = _connect(path)

    def reopened(self) -> Catalogue:
        """The same database on a connection of its own, for another thread."""
        return Catalogue(self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def counts(self, scope: Ref | None = None) -> dict[str, int]:
        """How many records of each kind there are, or are linked to `scope`."""
        if scope is None:
            sql = "SELECT kind, count(*) FROM entries GROUP BY kind"
            found = dict(self._rows(sql))
        else:
            sql = "SELECT to_kind, count(DISTINCT to_id) FROM links{} GROUP BY to_kind"
            found = dict(self._rows(sql.format(_FROM_SCOPE), *_address(scope)))
        return {kind: found.get(kind, 0) for kind in KINDS}

    def linked(self, scope: Ref) -> set[int]:
        """The numbers of all entries that are linked to `scope`."""
        sql = (
            "SELECT e.number FROM links l JOIN entries e ON e.kind = l.to_kind AND e.id = l.to_id"
            f"{_FROM_SCOPE}"
        )
        return {number for (number,) in self._rows(sql, *_address(scope))}

    def rows(
        self, kind: str, scope: Ref | None = None, sort: str = "", offset: int = 0, limit: int = -1
    ) -> list[Row]:
        """A page of the records of a kind in one of its orders, all or those linked to `scope`."""
        sorts = KINDS[kind].sorts
        order = sorts.get(sort) or next(iter(sorts.values()))
        linked = f"AND id IN (SELECT to_id FROM links{_FROM_SCOPE} AND to_kind = ?)"
        return [
            Row(Ref(kind, id_), title, context)
            for id_, title, context in self._rows(
                f"SELECT id, title, context FROM entries WHERE kind = ? {linked if scope else ''}"
                f" ORDER BY {order} LIMIT ? OFFSET ?",
                kind,
                *((*_address(scope), kind) if scope else ()),
                limit,
                offset,
            )
        ]

    def row(self, ref: Ref) -> Row:
        """The record at `ref` as a list shows it. Raises UnknownRecordError."""
        sql = "SELECT title, context FROM entries WHERE kind = ? AND id = ?"
        for title, context in self._rows(sql, *_address(ref)):
            return Row(ref, title, context)
        raise self._unknown(ref)

    def entries(self) -> list[tuple[Any, ...]]:
        """Number, kind, id, title, context and further texts of every record."""
        return self._rows(
            "SELECT number, kind, id, title, context, also FROM entries ORDER BY number"
        )

    def detail(self, ref: Ref) -> Detail:
        """Everything about the record at `ref`. Raises UnknownRecordError."""
        row = self.row(ref)
        kind = KINDS[ref.kind]
        inferred = self.inferences(ref)
        facts = (self._fact(query, ref.id, inferred) for query in kind.facts)
        sections = (self._section(query, ref.id) for query in kind.sections)
        return Detail(
            row=row,
            summary=self._text(kind.summary, ref.id),
            facts=tuple(fact for fact in facts if fact.lines),
            sections=tuple(section for section in sections if section.lines),
            provenance=self.provenance(ref),
            inferred=inferred,
            url=self._text(kind.url, ref.id),
        )

    def provenance(self, ref: Ref) -> tuple[Provenance, ...]:
        """The lines of the sources on which the record at `ref` stands."""
        return tuple(
            Provenance(*found)
            for found in self._rows(
                "SELECT s.title, s.id, s.publisher, p.name, s.published, s.url, s.document,"
                " s.sha256, c.first_line, c.last_line"
                " FROM citations c JOIN sources s ON s.id = c.source_id"
                " LEFT JOIN people p ON p.id = s.author_id"
                " WHERE c.kind = ? AND c.record_id = ? ORDER BY c.id",
                *_address(ref),
            )
        )

    def inferences(self, ref: Ref) -> dict[str, str]:
        """Field → why it is believed, for the fields of a record that no source states outright."""
        sql = "SELECT field, reason FROM inferences WHERE kind = ? AND record_id = ? ORDER BY id"
        return dict(self._rows(sql, *_address(ref)))

    def sheet(self, kind: Kind, refs: Sequence[Ref]) -> list[dict[str, Any]]:
        """The records at `refs`, all of one kind, with the columns of an export, in that order.

        Raises UnknownRecordError.
        """
        cursor = self._connection.cursor()
        rows = self._rows(kind.sheet, ids=json.dumps([ref.id for ref in refs]), cursor=cursor)
        names = [column[0] for column in cursor.description]
        found = {}
        for values in rows:
            record = dict(zip(names, values, strict=True))
            for name in kind.lists:
                record[name] = json.loads(record[name])
            found[record["ref"]] = record
        if missing := [ref for ref in refs if str(ref) not in found]:
            raise self._unknown(missing[0])
        return [found[str(ref)] for ref in refs]

    def _fact(self, query: FactQuery, id_: str, inferred: dict[str, str]) -> Fact:
        lines = (_line(found) for found in self._rows(query.sql, id=id_))
        return Fact(
            query.label,
            tuple(line for line in lines if line.pieces),
            inferred.get(query.field) if query.field else None,
        )

    def _section(self, query: SectionQuery, id_: str) -> Section:
        rows = self._rows(query.sql, id=id_)
        return Section(
            query.title,
            tuple(_line(found, number=number, group=group) for group, number, *found in rows),
        )

    def _text(self, sql: str | None, id_: str) -> str | None:
        for (text,) in self._rows(sql, id=id_) if sql else ():
            return str(text) if text is not None else None
        return None

    def _unknown(self, ref: Ref) -> UnknownRecordError:
        return UnknownRecordError(f"no record {ref} in {self.path}; search for it by name")

    def _rows(
        self, sql: str, *values: Any, cursor: sqlite3.Cursor | None = None, **named: Any
    ) -> list[tuple[Any, ...]]:
        try:
            return (cursor or self._connection).execute(sql, named or values).fetchall()
        except (sqlite3.Error, UnicodeDecodeError) as error:
            raise DatabaseError(f"{self.path}: cannot be read: {error}; {_REBUILD}") from error


_FROM_SCOPE = " WHERE from_kind = ? AND from_id = ?"


def _address(ref: Ref) -> tuple[str, str]:
    return ref.kind, ref.id


def _line(found: Sequence[Any], number: int | None = None, group: str | None = None) -> Line:
    pieces = [
        Piece(str(text), Ref.parse(address) if address else None)
        for text, address in zip(found[::2], found[1::2], strict=True)
        if text not in (None, "")
    ]
    return Line(tuple(pieces), number, group)


def _connect(path: Path) -> sqlite3.Connection:
    """The database read-only, once it has been seen to be one of ours."""
    try:
        if not path.exists():
            raise DatabaseError(f"{path}: no such database; name one with --db, or {_REBUILD}")
        if not path.is_file():
            raise DatabaseError(f"{path}: is not a file; name a database with --db")
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    except (OSError, sqlite3.Error) as error:
        reason = getattr(error, "strerror", None) or error
        raise DatabaseError(f"{path}: cannot be opened: {reason}; name one with --db") from error
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        connection.execute("PRAGMA query_only = ON")
        _check_marks(path, application, version)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        connection.close()
        raise DatabaseError(f"{path}: cannot be read: {error}; {_REBUILD}") from error
    except DatabaseError:
        connection.close()
        raise
    return connection


def _check_marks(path: Path, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path}: is no clustertui database; name another with --db")
    if version != SCHEMA_VERSION:
        age = "an older" if version < SCHEMA_VERSION else "a newer"
        raise DatabaseError(
            f"{path}: was built by {age} clustertui (schema {version}, this one reads"
            f" {SCHEMA_VERSION}); {_REBUILD}"
        )
