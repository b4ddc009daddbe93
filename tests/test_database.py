"""Files that are no database of ours are told in a sentence, and reading never writes."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from clustertui.catalogue import Catalogue
from clustertui.database import connect, identity, opened
from clustertui.kinds import KINDS
from clustertui.model import DatabaseError, View
from clustertui.search import Search


@pytest.fixture
def copy(database: Path, tmp_path: Path) -> Path:
    """The invented universe in a folder of its own."""
    folder = tmp_path / "folder"
    folder.mkdir()
    return Path(shutil.copy(database, folder / "clusters.db"))


def refused(path: Path) -> str:
    with pytest.raises(DatabaseError) as failed:
        Catalogue(path).close()
    said = str(failed.value)
    assert said.startswith(f"{path}: ")
    assert len(said.splitlines()) == 1
    return said.removeprefix(f"{path}: ")


def state_of(folder: Path) -> dict[str, tuple[str, int]]:
    return {
        file.name: (hashlib.sha256(file.read_bytes()).hexdigest(), file.stat().st_mtime_ns)
        for file in folder.iterdir()
    }


def read_all(path: Path) -> int:
    """Read every record whole; how many there are."""
    with closing(Catalogue(path)) as catalogue:
        read = [catalogue.detail(row.ref) for kind in KINDS for row in catalogue.rows(kind)] + [
            Search(catalogue).find(View(words="tide"))
        ]
    return len(read)


# --- Reading never writes ------------------------------------------------------------------------


def test_reading_changes_nothing(copy: Path) -> None:
    before = state_of(copy.parent)
    assert read_all(copy) > 20
    assert state_of(copy.parent) == before


def test_reading_a_database_in_wal_mode_changes_nothing(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as other:
        assert other.execute("PRAGMA journal_mode = WAL").fetchone() == ("wal",)
    before = state_of(copy.parent)
    assert list(before) == ["clusters.db"]
    assert read_all(copy) > 20
    assert state_of(copy.parent) == before


def test_what_another_program_writes_to_in_wal_mode_is_refused(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE people SET name = 'x'")
        other.commit()
        assert "another program is writing to it" in refused(copy)


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_connection_cannot_write(copy: Path, mode: str) -> None:
    with closing(sqlite3.connect(copy)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
    with closing(opened(copy)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("CREATE TABLE mine (id)")


def test_a_database_in_a_folder_that_cannot_be_written_is_read(copy: Path) -> None:
    copy.chmod(0o444)
    copy.parent.chmod(0o555)
    try:
        assert read_all(copy) > 20
    finally:
        copy.parent.chmod(0o755)


# --- What is no database of ours -----------------------------------------------------------------


def test_a_database_that_is_locked_is_told_within_seconds(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program is writing to it; try again" in refused(copy)
    assert read_all(copy) > 20


def test_a_write_that_was_broken_off_is_told(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("PRAGMA cache_spill = 1")
        other.execute("BEGIN")
        for table in ("people", "talks", "organisations", "events", "points", "entries"):
            column = "title" if table in ("talks", "entries") else "name"
            if table != "points":
                other.execute(f"UPDATE {table} SET {column} = {column} || hex(randomblob(9000))")
        journal = copy.with_name("clusters.db-journal").read_bytes()
        torn = copy.read_bytes()
    copy.write_bytes(torn)
    copy.with_name("clusters.db-journal").write_bytes(journal)
    assert "another program broke off" in refused(copy)


def test_links_in_a_circle_are_no_database(tmp_path: Path) -> None:
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    one.symlink_to(two)
    two.symlink_to(one)
    assert "no such database" in refused(one)
    assert identity(one) is None


def test_a_pipe_is_no_database(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in refused(tmp_path / "pipe")


def test_a_file_that_may_not_be_opened_is_told(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(copy) == "cannot be opened: Permission denied; name one with --db"


@pytest.mark.parametrize(
    "name", [b"a b.db", b"a\nb.db", b"\xff\xfe.db", b"50%?#x=1&mode=rw.db", b"\x1b[2J.db", b"~.db"]
)
def test_any_name_of_a_file_will_do(copy: Path, name: bytes) -> None:
    odd = copy.parent / os.fsdecode(name)
    copy.rename(odd)
    assert read_all(odd) > 20
    assert [os.fsencode(file.name) for file in copy.parent.iterdir()] == [name]


@pytest.mark.parametrize(
    "sql",
    [
        "DROP VIEW links; CREATE VIEW links AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT"
        " x + 1 FROM n) SELECT x AS from_kind, x AS from_id, x AS to_kind, x AS to_id FROM n",
        "ALTER TABLE entries RENAME TO other; CREATE VIEW entries AS SELECT * FROM other",
    ],
)
def test_a_view_that_is_not_ours_is_not_asked(copy: Path, sql: str) -> None:
    with closing(sqlite3.connect(copy)) as other:
        other.executescript(sql)
    assert "is not ours" in refused(copy)


# --- What tells one file from another ------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda path: os.utime(path, (1, 1)),
        lambda path: path.write_bytes(path.read_bytes() + b"x"),
        lambda path: (path.with_name("new").write_bytes(path.read_bytes()),
                      path.with_name("new").rename(path)),
    ],
    ids=["older", "longer", "another"],
)  # fmt: skip
def test_a_file_that_was_replaced_is_another_one(
    copy: Path, change: Callable[[Path], object]
) -> None:
    before = identity(copy)
    assert before == identity(copy)
    change(copy)
    assert identity(copy) not in (before, None)


def test_marks_are_checked_before_anything_is_read(copy: Path) -> None:
    with closing(connect(copy)) as connection:
        assert connection.execute("PRAGMA query_only").fetchone() == (1,)
        assert connection.execute("PRAGMA trusted_schema").fetchone() == (0,)
