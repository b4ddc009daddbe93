"""The database read-only: one method for each question that is asked of it."""

from __future__ import annotations

import json
import math
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from clustertui.database import REBUILD, connect, fault, identity
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
from clustertui.text import clean

PAGE = 500
"""Records that are read with one statement."""
STEPS = 2000
"""Virtual machine steps of SQLite between two looks at whether an answer is still wanted."""

_Shape = tuple[Any, ...]
"""What each column of an answer must be. A file says nothing of what is in it."""

_ENTRY: _Shape = (int, str, str, str, str, str, str)
_PROVENANCE: _Shape = (str, str, *[str | None] * 6, int | None, int | None, str | None)


class UnknownRecordError(ClusterError):
    """No record has this address."""


class Catalogue:
    """What the database holds. Not for use by two threads at once: `reopened` gives another one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._open()

    def _open(self) -> None:
        opened = identity(self.path)
        connection = connect(self.path)
        try:
            ranges = _read_ranges(self.path, connection)
        except DatabaseError:
            connection.close()
            raise
        self._identity, self._connection, self._ranges = opened, connection, ranges
        self.index = Index(connection)
        """The search index of the same database."""
        # A scope is asked for with every keystroke and page; its rows are read once.
        self._linked = lru_cache(maxsize=8)(self._read_linked)

    @property
    def is_replaced(self) -> bool:
        """Whether there is another database at its path than the one that was opened."""
        return identity(self.path) not in (self._identity, None)

    def reload(self) -> None:
        """Read what is at its path now. Raises DatabaseError, and then all is as it was."""
        before = self._connection
        self._open()
        before.close()

    def reopened(self) -> Catalogue:
        """The same database on a connection of its own, for another thread.

        Raises DatabaseError when there is another one by now: their numbers must not be mixed.
        """
        other = Catalogue(self.path)
        if other._identity != self._identity:
            other.close()
            raise DatabaseError(f"{self.path}: was replaced since it was opened; reload it")
        return other

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
        found = self._rows(sql, *_address(scope), shape=(int,))
        return array("q", (number for (number,) in found))

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
                numbers = [n for (n,) in self._rows(sql, numbers[0], numbers[-1], shape=(int,))]
        return [row for _, row, _ in self.entries(numbers)]

    def position(self, ref: Ref, scope: Ref | None = None, sort: str = "") -> int | None:
        """Where a record stands in the list of its kind, all or those linked to `scope`."""
        number = self.number(ref)
        column = _column(ref.kind, sort)
        if scope is not None:
            numbers = list(self._sorted(scope, ref.kind, column))
            return numbers.index(number) if number in numbers else None
        if column != "number":
            sql = f"SELECT {column} FROM orders WHERE number = ?"
            placed = self._rows(sql, number, shape=(int,))
            if not placed:
                raise self._unreadable(f"record {number} has no place")
            ((number,),) = placed
        return number - self.range(ref.kind)[0]

    def _sorted(self, scope: Ref, kind: str, column: str) -> Sequence[int]:
        numbers = self.linked(scope, kind)
        if column == "number":
            return numbers
        sql = (
            "SELECT o.number FROM json_each(?) j JOIN orders o ON o.number = j.value"
            f" ORDER BY o.{column}"
        )
        return [number for (number,) in self._rows(sql, json.dumps(list(numbers)), shape=(int,))]

    def number(self, ref: Ref) -> int:
        """The number of a record. Raises UnknownRecordError."""
        sql = "SELECT number FROM entries WHERE kind = ? AND id = ?"
        for (number,) in self._rows(sql, *_address(ref), shape=(int,)):
            found: int = number
            return found
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
            for number, kind, id_, title, context, also, review in self._rows(sql, shape=_ENTRY):
                if kind not in KINDS:
                    raise self._unreadable(f"record {number} is of no known kind")
                row = Row(Ref(kind, id_), title, context, review)
                found[number] = (number, row, also)
        if missing := [number for number in numbers if number not in found]:
            raise DatabaseError(f"{self.path}: record {missing[0]} cannot be read; {REBUILD}")
        return [found[number] for number in numbers]

    def addressed(self, beginning: str) -> list[Row]:
        """Records whose address begins so, some of many."""
        kind_name, slash, id_ = beginning.encode("utf-8", "replace").decode().partition("/")
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
                shape=_PROVENANCE,
            )
        )

    def inferences(self, ref: Ref) -> dict[str, str]:
        """Field → why it is believed, for the fields of a record that no source states outright."""
        sql = "SELECT field, reason FROM inferences WHERE kind = ? AND record_id = ? ORDER BY id"
        return dict(self._rows(sql, *_address(ref), shape=(str, str)))

    def sheet(self, kind: Kind, refs: Sequence[Ref]) -> list[dict[str, Any]]:
        """The records at `refs`, all of one kind, with the columns of an export, in that order.

        Raises UnknownRecordError.
        """
        cursor = self._connection.cursor()
        rows = self._rows(kind.sheet, ids=json.dumps([ref.id for ref in refs]), cursor=cursor)
        names = [column[0] for column in cursor.description]
        found = {}
        for values in rows:
            if not all(map(_is_sayable, values)):
                raise self._unreadable(f"{values[0]} holds what no text and no number is")
            record = dict(zip(names, values, strict=True))
            for name in kind.lists:
                record[name] = self._list(record[name])
            found[record["ref"]] = record
        if missing := [ref for ref in refs if str(ref) not in found]:
            raise self._unknown(missing[0])
        return [found[str(ref)] for ref in refs]

    def _list(self, text: str) -> list[Any]:
        try:
            found: list[Any] = json.loads(text)
        except ValueError as error:  # SQLite writes an infinite number as no JSON
            raise self._unreadable(f"a list holds what it should not: {text[:40]}") from error
        return found

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
            if not all(isinstance(number, int | None) for _, number, *_ in rows):
                raise self._unreadable(f"a number of {kind.name}/{id_} is none")
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

    def _unreadable(self, reason: str) -> DatabaseError:
        return DatabaseError(f"{self.path}: cannot be read: {clean(reason)}; {REBUILD}")

    def _rows(
        self,
        sql: str,
        *values: Any,
        shape: _Shape | None = None,
        cursor: sqlite3.Cursor | None = None,
        **named: Any,
    ) -> list[tuple[Any, ...]]:
        try:
            found = (cursor or self._connection).execute(sql, named or values).fetchall()
        except (sqlite3.Error, UnicodeError) as error:
            raise fault(self.path, error) from error
        if shape is not None:
            for row in found:
                if not all(map(isinstance, row, shape)):
                    raise self._unreadable("a column holds what it should not")
        return found


def _read_ranges(path: Path, connection: sqlite3.Connection) -> dict[str, tuple[int, int]]:
    """Kind → first and last number of its records, as far as they can be true."""
    try:
        ranges = connection.execute("SELECT kind, first, last FROM ranges").fetchall()
        ((most,),) = connection.execute("SELECT max(number) FROM entries").fetchall()
    except (sqlite3.Error, UnicodeError) as error:
        raise fault(path, error) from error
    for kind, first, last in ranges:
        if kind not in KINDS or not (
            isinstance(first, int) and isinstance(last, int) and 0 < first <= last + 1
        ):
            break
        if last >= first and last > (most if isinstance(most, int) else 0):
            break
    else:
        return {kind: (first, last) for kind, first, last in ranges}
    raise DatabaseError(f"{path}: cannot be read: its list of kinds is damaged; {REBUILD}")


def _is_sayable(value: object) -> bool:
    return isinstance(value, str | int | None) or (
        isinstance(value, float) and math.isfinite(value)
    )


def _column(kind: str, sort: str) -> str:
    """The column of `orders` that numbers a kind in one of its orders; `number` is the first."""
    sorts = KINDS[kind].sorts
    return sorts.get(sort) or next(iter(sorts.values()))


def _address(ref: Ref) -> tuple[str, str]:
    # What a shell passes on that is no text cannot be asked for, and is the id of nothing.
    return ref.kind, ref.id.encode("utf-8", "replace").decode()


def _linked_ref(address: object) -> Ref | None:
    ref = Ref.parse(str(address)) if address else None
    return ref if ref is not None and ref.kind in KINDS else None


def _line(found: Sequence[Any], number: int | None = None, group: object = None) -> Line:
    pieces = [
        Piece(str(text), _linked_ref(address))
        for text, address in zip(found[::2], found[1::2], strict=True)
        if text not in (None, "")
    ]
    return Line(tuple(pieces), number, None if group is None else str(group))
