"""The search index inside the database: which rows hold which words, and what words there are.

`words` is an FTS5 table without contents, positions and sizes, asked only for row numbers in their
order; `terms` is its vocabulary; `spellings` and `deletions` lead from a misspelt word to the
words, and beginnings of words, that may be meant.
"""

from __future__ import annotations

import re
import sqlite3
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from clustertui.kinds import KINDS
from clustertui.model import DatabaseError
from clustertui.text import joined_pairs, padded
from clustertui.typos import (
    BEGINNINGS,
    hashes_of_beginning,
    hashes_of_typed,
    hashes_of_typed_beginning,
    hashes_of_word,
)

TABLES = """
CREATE VIRTUAL TABLE words USING fts5(
    text, content='', columnsize=0, detail=none, prefix='1 2 3', tokenize='ascii');
CREATE VIRTUAL TABLE vocabulary USING fts5vocab(words, row);
CREATE TABLE terms (term TEXT PRIMARY KEY, rows INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spellings (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE TABLE deletions (bucket INTEGER PRIMARY KEY, pairs BLOB NOT NULL);
"""
"""`deletions.pairs` holds 8-byte little-endian integers in order, `hash << 32 | spelling`, of all
hashes whose upper half is the bucket: thousands of rows instead of millions.
"""
PLAIN_TABLES = ("terms", "spellings", "deletions")
"""Those that can be read row by row."""

COMPLETIONS = 150
"""The most words that an unfinished word of four or more letters is completed to."""
FEW_COMPLETIONS = 20
"""The same for each beginning that a misspelt word may stand for."""
FEW_ROWS = 200
"""Up to so many rows are looked up one by one; of more, all matches are looked through."""
SHORT = 3
"""Up to this length FTS5 keeps beginnings itself, and all completions count."""
BUCKET_BITS = 48
"""Lower bits of a pair that do not choose its bucket: 16 of the hash, and the spelling."""
BATCH = 10_000
_LABEL = re.compile(r"^[^:\n]*: ", re.MULTILINE)

PARTS = ("words", "misspellings")
"""What is written, in this order."""

Step = Callable[[str, float], None]
"""Told which part of the index is being written, and what share of it is done."""


Entry = tuple[int, str, str, str, str]
"""Number, kind, title, context and further texts of a row."""


def searchable(entries: Sequence[Entry]) -> list[tuple[int, str]]:
    """The number of each row, and the terms by which it is found, parted by blanks."""
    texts = [f"{title} {context} {_LABEL.sub('', also)}" for _, _, title, context, also in entries]
    found = []
    for (number, kind, title, context, _), terms in zip(entries, padded(texts), strict=True):
        people = KINDS[kind].people_of(title, context)
        found.append((number, terms + " ".join(joined_pairs(people)) if people else terms))
    return found


def write(connection: sqlite3.Connection, tell: Step = lambda part, share: None) -> None:
    """Write the index of all entries. The tables must not exist yet."""
    for statement in TABLES.split(";"):
        connection.execute(statement)
    _write_words(connection, tell)
    connection.execute("INSERT INTO terms SELECT term, doc FROM vocabulary ORDER BY term")
    connection.execute("DROP TABLE vocabulary")
    _write_deletions(connection, tell)


def _write_words(connection: sqlite3.Connection, tell: Step) -> None:
    rows = connection.execute("SELECT number, kind, title, context, also FROM entries")
    ((last,),) = connection.execute("SELECT max(number) FROM entries")
    done = 0
    while batch := rows.fetchmany(BATCH):
        connection.executemany("INSERT INTO words (rowid, text) VALUES (?, ?)", searchable(batch))
        done += len(batch)
        tell("words", done / last)
    connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def _write_deletions(connection: sqlite3.Connection, tell: Step) -> None:
    """Number every word and beginning, and keep them under the hashes they are found by."""
    terms = [term for (term,) in connection.execute("SELECT term FROM terms ORDER BY term")
             if len(term) >= BEGINNINGS.start and not term.isdigit()]  # fmt: skip
    most = sum(1 + len(BEGINNINGS[: max(0, len(term) - BEGINNINGS.start)]) for term in terms)
    number = 0
    pairs: list[int] = []  # hash and number in one integer: small, and quick to sort

    def add(texts: Iterable[str], hashes: Callable[[str], set[int]]) -> Iterator[tuple[int, str]]:
        nonlocal number
        for text in texts:
            number += 1
            pairs.extend(hash_ << 32 | number for hash_ in hashes(text))
            if not number % BATCH:
                tell("misspellings", number / most)
            yield number, text

    insert = "INSERT INTO spellings VALUES (?, ?)"
    connection.executemany(insert, add(terms, hashes_of_word))
    for length in BEGINNINGS:
        beginnings = dict.fromkeys(term[:length] for term in terms if len(term) > length)
        connection.executemany(insert, add(beginnings, hashes_of_beginning))
    pairs.sort()
    connection.executemany("INSERT INTO deletions VALUES (?, ?)", _buckets(pairs))


def _buckets(pairs: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    """Each bucket that is not empty with its sorted pairs."""
    end = 0
    while end < len(pairs):
        bucket = pairs[end] >> BUCKET_BITS
        start, end = end, bisect_left(pairs, (bucket + 1) << BUCKET_BITS, lo=end)
        yield bucket, _little_endian(array("Q", pairs[start:end])).tobytes()


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


Group = Sequence[str]
"""Terms of which a row must hold one; a term that ends with `*` stands for its completions."""


class Index:
    """Asks the index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def knows(self, word: str) -> bool:
        """Whether any row holds exactly this word."""
        return bool(self._ask("SELECT 1 FROM terms WHERE term = ?", word))

    def completed(self, word: str) -> Group:
        """The terms that begin with a word, itself included; the most frequent ones of many."""
        if len(word) <= SHORT:
            begins = self._ask("SELECT 1 FROM terms WHERE term >= ? AND term < ? LIMIT 1",
                               word, f"{word}\x7f")  # fmt: skip
            return (f"{word}*",) if begins else ()
        return self.completed_to(word, COMPLETIONS)

    def completed_to(self, beginning: str, limit: int = FEW_COMPLETIONS) -> list[str]:
        """The most frequent terms that begin so."""
        sql = "SELECT term FROM terms WHERE term >= ? AND term < ? ORDER BY rows DESC LIMIT ?"
        return [term for (term,) in self._ask(sql, beginning, f"{beginning}\x7f", limit)]

    def like(self, word: str, typos: int) -> list[str]:
        """Words that may be meant by a whole word with so many typos; to be verified."""
        return self._spelt(hashes_of_typed(word, typos))

    def beginning_like(self, word: str) -> list[str]:
        """Beginnings of words that may be meant by an unfinished word; to be verified."""
        return self._spelt(hashes_of_typed_beginning(word))

    def rows(self, groups: Sequence[Group], first: int, last: int, limit: int) -> list[int]:
        """Numbers from `first` to `last` of rows that hold a term of every group, in order."""
        sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?"
        found = self._ask(sql, _match(groups), first, last, limit) if all(groups) else ()
        return [number for (number,) in found]

    def rows_among(self, groups: Sequence[Group], numbers: Sequence[int], limit: int) -> list[int]:
        """Those of some rows, given in order, that hold a term of every group."""
        if not numbers or not all(groups):
            return []
        match = _match(groups)
        if len(numbers) <= FEW_ROWS:
            among = ",".join(map(str, numbers))
            sql = f"SELECT rowid FROM words WHERE words MATCH ? AND rowid IN ({among}) LIMIT ?"
            return sorted(number for (number,) in self._ask(sql, match, limit))
        sql = "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?"
        wanted = set(numbers)
        with _readable():
            found = self._connection.execute(sql, (match, numbers[0], numbers[-1]))
            return list(islice((number for (number,) in found if number in wanted), limit))

    def _spelt(self, hashes: set[int]) -> list[str]:
        buckets = ",".join({str(hash_ << 32 >> BUCKET_BITS) for hash_ in hashes})
        found: set[int] = set()
        sql = f"SELECT bucket, pairs FROM deletions WHERE bucket IN ({buckets})"
        with _readable():
            pairs = {bucket: _little_endian(array("Q", blob))
                     for bucket, blob in self._ask(sql, of=bytes)}  # fmt: skip
        for hash_ in hashes:
            bucket = pairs.get(hash_ << 32 >> BUCKET_BITS, ())
            first = bisect_left(bucket, hash_ << 32)
            last = bisect_left(bucket, (hash_ + 1) << 32, lo=first)
            found.update(pair & 0xFFFFFFFF for pair in bucket[first:last])
        if not found:
            return []
        numbers = ",".join(map(str, found))
        return [
            text for (text,) in self._ask(f"SELECT text FROM spellings WHERE id IN ({numbers})",
                                          of=str)
        ]  # fmt: skip

    def _ask(self, sql: str, *values: Any, of: type = object) -> list[tuple[Any, ...]]:
        with _readable():
            found = self._connection.execute(sql, values).fetchall()
            if not all(isinstance(row[-1], of) for row in found):
                raise ValueError("a column holds what it should not")
            return found


@contextmanager
def _readable() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError) as error:
        raise DatabaseError(
            f"the search index cannot be read: {error};"
            " rebuild the database from its records with `clustertui build`"
        ) from error


def _match(groups: Sequence[Group]) -> str:
    """An FTS5 expression. Terms are folded letters and digits, so that nothing needs quoting but
    the words that FTS5 keeps for itself.
    """
    return " AND ".join(
        "(" + " OR ".join(f'"{term[:-1]}"*' if term[-1] == "*" else f'"{term}"' for term in group)
        + ")" for group in groups
    )  # fmt: skip
