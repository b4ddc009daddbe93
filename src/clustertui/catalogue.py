"""The database read-only: one method for each question that is asked of it."""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from clustertui.index import Index
from clustertui.kinds import KINDS, FactQuery, Kind
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


PAGE = 500
"""Records that are read with one statement."""
STEPS = 2000
"""Virtual machine steps of SQLite between two looks at whether an answer is still wanted."""


class UnknownRecordError(ClusterError):
    """No record has this address."""


class Catalogue:
    """What the database holds. Not for use by two threads at once: `reopened` gives another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = _connect(path)
        self.index = Index(self._connection)
        """The search index of the same database."""
        ranges = self._rows("SELECT kind, first, last FROM ranges")
        self._ranges = {kind: (first, last) for kind, first, last in ranges}
        # A scope is asked for with every keystroke and page; its rows are read once.
        self._linked = lru_cache(maxsize=8)(self._read_linked)

    def reopened(self) -> Catalogue:
        """The same database on a connection of its own, for another thread."""
        return Catalogue(self.path)

    def stop_when(self, unwanted: Callable[[], bool]) -> None:
        """End what is asked of the database, with a DatabaseError, as soon as it is unwanted.

        Asked every few thousand steps of SQLite, in the middle of any statement.
        """
        self._connection.set_progress_handler(unwanted, STEPS)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    # --- lists -----------------------------------------------------------------------------------

    def range(self, kind: str) -> tuple[int, int]:
        """The first and last number of the records of a kind, in the order of its list."""
        return self._ranges.get(kind, (1, 0))

    def counts(self, scope: Ref | None = None) -> dict[str, int]:
        """How many records of each kind there are, or are linked to `scope`."""
        if scope is not None:
            return {kind: len(self.linked(scope, kind)) for kind in KINDS}
        return {kind: last - first + 1 for kind in KINDS for first, last in [self.range(kind)]}

    def linked(self, scope: Ref, kind: str) -> Sequence[int]:
        """The numbers of the records of a kind that are linked to `scope`, in order."""
        numbers = self._linked(scope)
        first, last = self.range(kind)
        return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]

    def _read_linked(self, scope: Ref) -> array[int]:
        sql = (
            "SELECT DISTINCT e.number FROM links l"
            " JOIN entries e ON e.kind = l.to_kind AND e.id = l.to_id"
            " WHERE l.from_kind = ? AND l.from_id = ? ORDER BY e.number"
        )
        return array("q", (number for (number,) in self._rows(sql, *_address(scope))))

    def rows(
        self, kind: str, scope: Ref | None = None, sort: str = "", offset: int = 0, limit: int = -1
    ) -> list[Row]:
        """A page of the records of a kind in one of its orders, all or those linked to `scope`."""
        first, last = self.range(kind)
        limit = limit if limit >= 0 else last - first + 1
        column = _column(kind, sort)
        numbers: Sequence[int]
        if scope is not None:
            numbers = self._sorted(scope, kind, column)[offset : offset + limit]
        else:
            numbers = range(first + offset, min(last + 1, first + offset + limit))
            if column != "number" and numbers:
                sql = f"SELECT number FROM orders WHERE {column} BETWEEN ? AND ? ORDER BY {column}"
                numbers = [n for (n,) in self._rows(sql, numbers[0], numbers[-1])]
        return [row for _, row, _ in self.entries(numbers)]

    def position(self, ref: Ref, scope: Ref | None = None, sort: str = "") -> int | None:
        """Where a record stands in the list of its kind, all or those linked to `scope`."""
        number = self.number(ref)
        column = _column(ref.kind, sort)
        if scope is not None:
            numbers = list(self._sorted(scope, ref.kind, column))
            return numbers.index(number) if number in numbers else None
        if column != "number":
            ((number,),) = self._rows(f"SELECT {column} FROM orders WHERE number = ?", number)
        return int(number) - self.range(ref.kind)[0]

    def _sorted(self, scope: Ref, kind: str, column: str) -> Sequence[int]:
        numbers = self.linked(scope, kind)
        if column == "number":
            return numbers
        sql = (
            "SELECT o.number FROM json_each(?) j JOIN orders o ON o.number = j.value"
            f" ORDER BY o.{column}"
        )
        return [number for (number,) in self._rows(sql, json.dumps(list(numbers)))]

    def number(self, ref: Ref) -> int:
        """The number of a record. Raises UnknownRecordError."""
        sql = "SELECT number FROM entries WHERE kind = ? AND id = ?"
        for (number,) in self._rows(sql, *_address(ref)):
            return int(number)
        raise self._unknown(ref)

    def entries(self, numbers: Sequence[int]) -> list[tuple[int, Row, str]]:
        """Number, row and further texts of the records with these numbers, in their order."""
        found: dict[int, tuple[int, Row, str]] = {}
        for at in range(0, len(numbers), PAGE):
            among = ",".join(map(str, numbers[at : at + PAGE]))
            sql = (
                "SELECT number, kind, id, title, context, also, review FROM entries"
                f" WHERE number IN ({among})"
            )
            for number, kind, id_, title, context, also, review in self._rows(sql):
                row = Row(Ref(kind, id_), title, context, review)
                found[number] = (number, row, also)
        if missing := [number for number in numbers if number not in found]:
            raise DatabaseError(f"{self.path}: record {missing[0]} cannot be read; {_REBUILD}")
        return [found[number] for number in numbers]

    def addressed(self, beginning: str) -> list[Row]:
        """Records whose address begins so, some of many."""
        kind_name, slash, id_ = beginning.partition("/")
        sql = "SELECT number FROM entries WHERE kind = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?"
        return [
            row
            for kind in KINDS
            if (kind == kind_name if slash else kind.startswith(kind_name))
            for _, row, _ in self.entries(
                [n for (n,) in self._rows(sql, kind, id_, f"{id_}\U0010ffff", PAGE)]
            )
        ]

    # --- records ---------------------------------------------------------------------------------

    def row(self, ref: Ref) -> Row:
        """The record at `ref` as a list shows it. Raises UnknownRecordError."""
        return self.entries([self.number(ref)])[0][1]

    def detail(self, ref: Ref, most_lines: int | None = None) -> Detail:
        """Everything about the record at `ref`. Raises UnknownRecordError.

        With `most_lines`, the sections end after so many lines in all: enough for a glance.
        """
        row = self.row(ref)
        kind = KINDS[ref.kind]
        inferred = self.inferences(ref)
        facts = (self._fact(query, ref.id, inferred) for query in kind.facts)
        sections = self._sections(kind, ref.id, most_lines)
        return Detail(
            row=row,
            summary=self._text(kind.summary, ref.id),
            facts=tuple(fact for fact in facts if fact.lines),
            sections=tuple(sections),
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
                " s.sha256, c.first_line, c.last_line, c.item"
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

    def _sections(self, kind: Kind, id_: str, most: int | None) -> Iterator[Section]:
        for query in kind.sections:
            if most is not None and most <= 0:
                return
            sql = query.sql if most is None else f"SELECT * FROM ({query.sql}) LIMIT {most}"
            rows = self._rows(sql, id=id_)
            if rows:
                yield Section(
                    query.title,
                    tuple(_line(found, number, group) for group, number, *found in rows),
                )
            most = None if most is None else most - len(rows)

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


def _column(kind: str, sort: str) -> str:
    """The column of `orders` that numbers a kind in one of its orders; `number` is the first."""
    sorts = KINDS[kind].sorts
    return sorts.get(sort) or next(iter(sorts.values()))


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
        connection.execute("PRAGMA cache_size = -16000")  # KiB, at the most
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
