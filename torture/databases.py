"""Databases that nobody would write: cut, flipped, of odd types. A sentence, or an answer."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from time import monotonic

from clustertui.catalogue import Catalogue
from clustertui.export import FORMATS, as_blocks, as_plain
from clustertui.kinds import KINDS
from clustertui.model import ClusterError, View
from clustertui.report import as_json, as_markdown, as_text
from clustertui.schema import TABLES
from clustertui.search import Search
from torture.tries import Tries

LONGEST = 10.0
"""Seconds after which a file that is asked everything has hung the reader."""

ODD_VALUES = (
    "NULL", "-1", "0", "9223372036854775807", "-9223372036854775808", "3.5", "9e999", "-9e999",
    "x''", "x'00ff1b'", "''", "'a' || char(27) || '[2J'", "CAST(x'eda080ff' AS TEXT)",
    "char(0) || 'x'", "'talk'", "replace(hex(zeroblob(50000)), '0', 'm')",
)  # fmt: skip
"""What may stand in a column, whatever its type, written in SQL."""

_ASKED = {"terms": ("term", "rows"), "spellings": ("text",), "deletions": ("bucket", "pairs")}


def ask_everything(path: Path) -> None:
    """Ask every question there is, and print what is answered. Raises ClusterError at the most."""
    with closing(Catalogue(path)) as catalogue:
        for kind in KINDS.values():
            rows = catalogue.rows(kind.name)
            for sort in kind.sorts:
                catalogue.rows(kind.name, sort=sort)
            refs = [row.ref for row in rows]
            for write in FORMATS.values():
                write(catalogue.sheet(kind, refs))
            for ref in refs[:3]:
                detail = catalogue.detail(ref)
                for say in (as_text, as_markdown, as_json):
                    say(detail)
                catalogue.counts(ref)
                for sort in kind.sorts:
                    catalogue.position(ref, sort=sort)
                    catalogue.rows(kind.name, ref, sort)
            catalogue.addressed(kind.name)
        search = Search(catalogue)
        for words in ("tide", "tidd", "st", "quay harbor", "nothing like it"):
            search.find(View(words=words)).page(0, 50)
            found = search.everything(words)
            as_plain(found)
            as_blocks(found)


def ask(tries: Tries, what: str, path: Path) -> None:
    """Ask a file everything: it answers or says why not, soon, and is as it was afterwards."""
    before = hashlib.sha256(path.read_bytes()).digest(), sorted(os.listdir(path.parent))
    started = monotonic()
    with tries.one(what), suppress(ClusterError):
        ask_everything(path)
    took = monotonic() - started
    after = hashlib.sha256(path.read_bytes()).digest(), sorted(os.listdir(path.parent))
    tries.check(f"{what}: took {took:.0f} s", holds=took < LONGEST)
    tries.check(f"{what}: reading has written", holds=before == after)


def truncated(tries: Tries, database: Path, folder: Path, count: int) -> None:
    """Cut at random places."""
    whole = database.read_bytes()
    path = folder / "cut.db"
    for _ in range(count):
        at = tries.random.randrange(len(whole))
        path.write_bytes(whole[:at])
        ask(tries, f"cut at {at}", path)


def flipped(tries: Tries, database: Path, folder: Path, count: int) -> None:
    """Random bytes flipped: a few anywhere, or many on one page."""
    whole = database.read_bytes()
    path = folder / "flipped.db"
    for number in range(count):
        spoilt = bytearray(whole)
        first, last = 0, len(whole)
        if number % 2:
            first = tries.random.randrange(0, len(whole), 4096)
            last = min(len(whole), first + 4096)
        for _ in range(tries.random.choice((1, 2, 10, 50))):
            spoilt[tries.random.randrange(first, last)] = tries.random.randrange(256)
        path.write_bytes(spoilt)
        ask(tries, f"copy {number}, flipped between {first} and {last}", path)


def odd_values(tries: Tries, database: Path, folder: Path, count: int | None = None) -> None:
    """Every column with every odd value, in every second row; or so many of them at random."""
    loose = folder / "loose.db"
    loosened(database, loose)
    cases = [(*column, odd) for column in columns() for odd in ODD_VALUES]
    if count is not None:
        cases = tries.random.sample(cases, count)
    path = folder / "odd.db"
    for table, column, odd in cases:
        path.write_bytes(loose.read_bytes())
        where = "" if table in ("terms", "deletions") else " WHERE rowid % 2"
        with closing(sqlite3.connect(path)) as other:
            with suppress(sqlite3.IntegrityError):  # an id that is there already
                other.execute(f'UPDATE OR IGNORE "{table}" SET "{column}" = {odd}{where}')
            other.commit()
        ask(tries, f"{table}.{column} = {odd}", path)


def columns() -> Iterator[tuple[str, str]]:
    """Every table and column that is read."""
    for name, table in TABLES.items():
        yield from ((name, column) for column in table.columns)
    for name, names in _ASKED.items():
        yield from ((name, column) for column in names)


def loosened(database: Path, path: Path) -> None:
    """A copy whose columns take anything."""
    path.write_bytes(database.read_bytes())
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA writable_schema = ON")
        other.execute(
            "UPDATE sqlite_master SET sql = replace(replace(replace(replace(sql, ' NOT NULL', ''),"
            " ' TEXT', ' BLOB'), ' INTEGER,', ' BLOB,'), ' FLOAT', ' BLOB')"
            " WHERE type = 'table' AND name NOT LIKE 'words%' AND name NOT LIKE 'sqlite%'"
        )
        other.commit()
