"""What the engine is measured against: the usual ways to search the same rows."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

from clustertui.entities import Records
from clustertui.text import fold, words

Rival = Callable[[str], list[str]]
"""Takes what was typed and gives the ids of the first talks found."""


def texts_of(records: Records) -> list[tuple[str, str, str, str]]:
    """Id, title, speakers and organisations of every talk: the rows that all rivals search."""
    people = {person.id: person.name for person in records.people}
    organisations = {each.id: each.name for each in records.organisations}
    return [
        (
            talk.id,
            talk.title or talk.subject or "",
            ", ".join(people[a.person] for a in talk.speakers),
            ", ".join(organisations[a.organisation] for a in talk.speakers if a.organisation),
        )
        for talk in records.talks
    ]


def fts5(rows: Sequence[tuple[str, str, str, str]], path: Path) -> Rival:
    """FTS5 with prefix index, ranked by bm25: what Datasette and sqlite-utils give."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    connection.execute(
        "CREATE VIRTUAL TABLE talks USING fts5(id UNINDEXED, title, speakers, organisations,"
        " prefix='2 3', tokenize='unicode61 remove_diacritics 2')"
    )
    connection.executemany("INSERT INTO talks VALUES (?, ?, ?, ?)", rows)
    connection.execute("INSERT INTO talks (talks) VALUES ('optimize')")
    connection.commit()

    def search(typed: str) -> list[str]:
        found = words(typed)
        match = " ".join([*(f'"{word}"' for word in found[:-1]), f'"{found[-1]}"*'])
        sql = "SELECT id FROM talks WHERE talks MATCH ? ORDER BY rank LIMIT 50"
        return [id_ for (id_,) in connection.execute(sql, (match,))]

    return search


def rapidfuzz_scan(rows: Sequence[tuple[str, str, str, str]]) -> Rival:
    """Every row scored by WRatio, folded beforehand."""
    from rapidfuzz import fuzz, process

    ids = [row[0] for row in rows]
    folded = [fold(" ".join(row[1:])) for row in rows]

    def search(typed: str) -> list[str]:
        found = process.extract(fold(typed), folded, scorer=fuzz.WRatio, limit=10)
        return [ids[at] for _, _, at in found]

    return search


def fzf(rows: Sequence[tuple[str, str, str, str]], path: Path) -> Rival | None:
    """`fzf --filter` over a file with a talk a line, its reading time included."""
    if shutil.which("fzf") is None:
        return None
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")

    def search(typed: str) -> list[str]:
        with path.open(encoding="utf-8") as lines:
            done = subprocess.run(["fzf", "--filter", fold(typed)], stdin=lines,
                                  capture_output=True, text=True, check=False)  # fmt: skip
        return [line.split("\t", 1)[0] for line in done.stdout.splitlines()[:50]]

    return search
