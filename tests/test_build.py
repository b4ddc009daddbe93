"""Records into a database: whole or not at all, and the same from the same records."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import sqlite_utils

from clustertui.build import build, differences, fill
from clustertui.entities import (
    RECORD_TABLES,
    Citation,
    OrganisationLink,
    Person,
    Place,
    Records,
    Source,
)
from clustertui.index import PLAIN_TABLES
from clustertui.model import ClusterError
from clustertui.recordfile import write_tables
from clustertui.records import read_records
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, VIEWS


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as found:
        yield found


def dump(records: Records) -> dict[str, Any]:
    """Everything a fresh build of `records` holds: each table row by row, and each word's rows."""
    with contextlib.closing(sqlite3.connect(":memory:")) as fresh:
        fill(fresh, records)
        fresh.execute("CREATE VIRTUAL TABLE temp.held USING fts5vocab('main', 'words', 'instance')")
        return {
            "sqlite_master": fresh.execute("SELECT * FROM sqlite_master").fetchall(),
            "words": fresh.execute("SELECT term, doc FROM held").fetchall(),
            **{
                table: fresh.execute(f"SELECT * FROM {table}").fetchall()
                for table in (*TABLES, *PLAIN_TABLES, "sqlite_stat1")
            },
        }


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- What a build holds --------------------------------------------------------------------------


def test_every_record_becomes_a_row(connection: sqlite3.Connection, records: Records) -> None:
    for table in RECORD_TABLES:
        ids = [record.id for record in getattr(records, table)]
        assert connection.execute(f"SELECT id FROM {table} ORDER BY id").fetchall() == [
            (id_,) for id_ in ids
        ]


def test_a_build_counts_its_rows(tmp_path: Path, records: Records) -> None:
    counts = build(records, tmp_path / "clusters.db")
    assert list(counts) == [name for name in TABLES if name not in ("orders", "ranges")]
    assert counts["talks"] == len(records.talks)
    assert counts["organisation_names"] == 3
    assert counts["affiliations"] == 11
    assert counts["inferences"] == 5
    assert counts["entries"] == sum(
        counts[table] for table in ("events", "talks", "people", "organisations", "points")
    )


def test_every_reference_leads_to_a_row(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_column_that_references_is_indexed(connection: sqlite3.Connection) -> None:
    for name, table in TABLES.items():
        leading = {
            connection.execute(f"PRAGMA index_info('{index[1]}')").fetchone()[2]
            for index in connection.execute(f"PRAGMA index_list('{name}')")
        }
        assert set(table.references or {}) <= leading | {table.pk}, name


def test_columns_that_are_required_refuse_nothing_else_than_null(
    connection: sqlite3.Connection,
) -> None:
    for name, table in TABLES.items():
        found = {
            column: bool(not_null)
            for _, column, _, not_null, _, _ in connection.execute(f"PRAGMA table_info('{name}')")
        }
        assert list(found) == list(table.columns)
        assert {column for column, not_null in found.items() if not_null} == set(table.required)


def test_a_database_is_marked_as_one_of_this_program(connection: sqlite3.Connection) -> None:
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)


def test_a_build_of_nothing_is_an_empty_database(tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    assert set(build(Records(), path).values()) == {0}
    assert differences(Records(), path) == []


def test_entries_are_numbered_in_the_order_of_the_lists(connection: sqlite3.Connection) -> None:
    found = connection.execute("SELECT number, kind FROM entries ORDER BY number").fetchall()
    assert [number for number, _ in found] == list(range(1, len(found) + 1))
    kinds = [kind for _, kind in found]
    assert list(dict.fromkeys(kinds)) == ["event", "talk", "person", "organisation", "point"]
    assert kinds == sorted(kinds, key=list(dict.fromkeys(kinds)).index)


def test_each_kind_is_one_range_of_numbers(connection: sqlite3.Connection) -> None:
    sql = "SELECT kind, min(number), max(number) FROM entries GROUP BY kind ORDER BY min(number)"
    assert connection.execute("SELECT * FROM ranges").fetchall() == [
        ("event", 1, 7), ("talk", 8, 15), ("person", 16, 23), ("organisation", 24, 29),
        ("point", 30, 39),
    ]  # fmt: skip
    ranges = connection.execute("SELECT * FROM ranges ORDER BY first").fetchall()
    assert ranges == connection.execute(sql).fetchall()


@pytest.mark.parametrize("column", ["by_name", "by_weight"])
def test_every_order_numbers_the_range_of_each_kind(
    connection: sqlite3.Connection, column: str
) -> None:
    for kind, first, last in connection.execute("SELECT * FROM ranges"):
        sql = (
            f"SELECT {column} FROM orders JOIN entries USING (number) WHERE kind = ?"
            f" ORDER BY {column}"
        )
        found = [number for (number,) in connection.execute(sql, (kind,))]
        assert found == list(range(first, last + 1))


def test_a_kind_without_records_is_an_empty_range(tmp_path: Path) -> None:
    path = tmp_path / "clusters.db"
    build(Records(people=(Person(id="a", name="A", cite=()),)), path)
    with contextlib.closing(sqlite3.connect(path)) as built:
        assert built.execute("SELECT * FROM ranges").fetchall() == [
            ("event", 1, 0), ("talk", 1, 0), ("person", 1, 1), ("organisation", 2, 1),
            ("point", 2, 1),
        ]  # fmt: skip


def test_namesakes_stay_two_people(connection: sqlite3.Connection) -> None:
    sql = "SELECT person_id, organisation_id FROM affiliations WHERE talk_id = 'namesakes'"
    assert connection.execute(sql).fetchall() == [
        ("do-yun-pak", "dalmujigae"),
        ("do-yun-pak-of-linkworks", "linkworks"),
    ]


def test_dates_are_stored_as_text_and_as_they_read(connection: sqlite3.Connection) -> None:
    found = connection.execute("SELECT id, dates, start, end, precision FROM events ORDER BY id")
    assert found.fetchall() == [
        ("dock-workshop-2031", "31 May 2031", "2031-05-31", "2031-05-31", "day"),
        ("far-mission", "2032", "2032-01-01", "2032-12-31", "year"),
        ("harbour-days-2031", "30 May – 2 June 2031", "2031-05-30", "2031-06-02", "day"),
        ("lock-workshop-2031", "31 May 2031", "2031-05-31", "2031-05-31", "day"),
        ("tide-fair-2030", "September–October 2030", "2030-09-01", "2030-10-31", "month"),
        ("undated-matchmaking", None, None, None, "none"),
        ("winter-visit", "Winter 2029", "2029-12-01", "2030-02-28", "season"),
    ]


def test_texts_are_stored_as_they_are(connection: sqlite3.Connection, records: Records) -> None:
    for table, column in (("people", "name"), ("organisations", "name"), ("talks", "title")):
        stored = dict(connection.execute(f"SELECT id, {column} FROM {table}").fetchall())
        assert stored == {r.id: getattr(r, column) for r in getattr(records, table)}


def test_reasons_are_stored_with_record_and_field(connection: sqlite3.Connection) -> None:
    sql = "SELECT kind, record_id, field, reason FROM inferences WHERE kind = 'point'"
    assert connection.execute(sql).fetchall() == [
        ("point", "barrels", "value", "a dot that can only be a thousands mark")
    ]


def test_labels_of_points_are_stored(connection: sqlite3.Connection) -> None:
    found = dict(connection.execute("SELECT id, label FROM points").fetchall())
    assert found["share-of-herring"] == "12.5 % of all herring lands here"
    assert found["founding-year"] == "1931: the auction becomes a cluster"
    assert found["barrels"] == "12,000 barrels rolled over the quays"
    assert found["harbour-aim-1"] == "Meet [all] neighbours[/]"


# --- Others can read it --------------------------------------------------------------------------


def test_sqlite_utils_reads_tables_counts_and_references(
    connection: sqlite3.Connection, records: Records
) -> None:
    found = sqlite_utils.Database(connection)
    tables = set(found.table_names()) - {"sqlite_stat1", "sqlite_stat4"}
    assert {name for name in tables if not name.startswith("words")} == {*TABLES, *PLAIN_TABLES}
    assert found.table("words").virtual_table_using == "FTS5"
    assert set(found.view_names()) == set(VIEWS)
    assert found.table("talks").count == len(records.talks)
    assert found.table("talks").pks == ["id"]
    assert {(key.column, key.other_table) for key in found.table("affiliations").foreign_keys} == {
        ("person_id", "people"),
        ("organisation_id", "organisations"),
        ("talk_id", "talks"),
        ("event_id", "events"),
    }
    assert found.table("people").get("astrid-oeyen")["name"] == "Åstrid Øyenstråle"


def test_who_spoke_where_reads_like_a_sentence(connection: sqlite3.Connection) -> None:
    cursor = connection.execute("SELECT * FROM who_spoke_where WHERE talk_id = 'two-hats'")
    columns = [column[0] for column in cursor.description]
    assert [dict(zip(columns, row, strict=True)) for row in cursor] == [
        {
            "talk_id": "two-hats",
            "speaker": "Jörg Weißmüller",
            "role": role,
            "for_organisation": organisation,
            "talk": "Straßen, Brücken & Molen: ein Überblick",
            "event": "Harbour days [b]2031[/b]",
            "dates": "30 May – 2 June 2031",
            "stands_in": "Harbour days of Nøvik [programme], line 7",
        }
        for role, organisation in (("Director", "SLÜ"), ("Adviser", "NHC"))
    ]


def test_who_spoke_where_names_the_subject_of_an_untitled_talk(
    connection: sqlite3.Connection,
) -> None:
    sql = "SELECT speaker, talk FROM who_spoke_where WHERE talk_id = 'opening-keynote'"
    assert connection.execute(sql).fetchall() == [("Åstrid Øyenstråle", "What the tide brings")]


def test_what_was_said_reads_like_a_sentence(connection: sqlite3.Connection) -> None:
    cursor = connection.execute("SELECT * FROM what_was_said WHERE point_id = 'barrels'")
    columns = [column[0] for column in cursor.description]
    assert [dict(zip(columns, row, strict=True)) for row in cursor] == [
        {
            "point_id": "barrels",
            "kind": "figure",
            "topic": "The harbour in figures",
            "number": 3,
            "statement": "12,000 barrels rolled over the quays",
            "event": "Harbour days [b]2031[/b]",
            "organisation": "NHC",
            "place": "Nøvik",
            "stands_in": "Harbour days of Nøvik [programme], line 30",
        }
    ]


def test_what_was_said_has_every_point_once(
    connection: sqlite3.Connection, records: Records
) -> None:
    found = connection.execute("SELECT point_id FROM what_was_said").fetchall()
    assert sorted(id_ for (id_,) in found) == [point.id for point in records.points]


# --- The same from the same ----------------------------------------------------------------------


def test_the_order_of_files_and_of_records_does_not_matter(
    tmp_path: Path, records: Records
) -> None:
    pairs = [(table, record) for table in RECORD_TABLES for record in getattr(records, table)]
    expected = dump(records)
    for step in (5, 7):
        folder = tmp_path / str(step)
        folder.mkdir()
        shuffled = [pairs[at * step % len(pairs)] for at in range(len(pairs))]
        assert len({id(record) for _, record in shuffled}) == len(pairs)
        for part in range(step):
            (folder / f"{(part * 3) % step}.toml").write_text(
                write_tables(shuffled[part::step]), "utf-8"
            )
        assert dump(read_records(folder)) == expected


def test_two_builds_differ_in_nothing(database: Path, records: Records, tmp_path: Path) -> None:
    assert differences(records, database) == []
    build(records, tmp_path / "again.db")
    assert (tmp_path / "again.db").read_bytes() == database.read_bytes()


def test_building_over_a_database_replaces_it(tmp_path: Path, records: Records) -> None:
    path = tmp_path / "clusters.db"
    build(Records(places=(Place(id="gone", name="Gone"),)), path)
    build(records, path)
    assert differences(records, path) == []


def test_differences_name_the_tables_that_differ(database: Path, records: Records) -> None:
    first, *others = records.points
    changed = replace(records, points=(replace(first, text="Something else"), *others))
    found = differences(changed, database)
    assert set(found) == {
        "points", "entries", "what_was_said", "terms", "spellings", "deletions"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sql", "named"),
    [
        ("DELETE FROM citations", "citations"),
        ("CREATE TABLE more (id)", "sqlite_master"),
        ("DROP VIEW who_spoke_where", "no such table"),
        ("UPDATE orders SET by_weight = 99 WHERE number = 3", "orders"),
        ("UPDATE ranges SET last = last + 1", "ranges"),
        ("UPDATE terms SET rows = 99 WHERE term = 'quill'", "terms"),
        ("DELETE FROM spellings WHERE id = 7", "spellings"),
        ("UPDATE deletions SET pairs = x'00'", "deletions"),
        ("DROP TABLE words", "sqlite_master"),
        ("PRAGMA user_version = 99", "pragma_user_version"),
        pytest.param(
            "PRAGMA application_id = 99",
            "application_id",
        ),
    ],
)
def test_whatever_was_changed_is_a_difference(
    tmp_path: Path, records: Records, sql: str, named: str
) -> None:
    path = tmp_path / "clusters.db"
    build(records, path)
    with contextlib.closing(sqlite3.connect(path)) as changed:
        changed.execute(sql)
        changed.commit()
    assert named in " ".join(differences(records, path))


def test_a_missing_or_foreign_database_is_a_difference(tmp_path: Path, records: Records) -> None:
    path = tmp_path / "clusters.db"
    assert differences(records, path) == ["there is no such database"]
    path.write_bytes(b"not a database, but long enough to have been one" * 100)
    (said,) = differences(records, path)
    assert said.startswith("the database cannot be compared: ")


def test_a_database_that_another_program_writes_to_is_a_difference(
    tmp_path: Path, records: Records
) -> None:
    path = tmp_path / "clusters.db"
    build(records, path)
    with contextlib.closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE people SET name = 'x'")
        other.commit()
        (said,) = differences(records, path)
    assert "another program is writing to it" in said


def test_a_folder_for_a_database_is_a_difference(tmp_path: Path, records: Records) -> None:
    assert len(differences(records, tmp_path)) == 1


# --- Whole or not at all -------------------------------------------------------------------------


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database from an earlier build, alone in its folder."""
    path = tmp_path / "clusters.db"
    build(Records(places=(Place(id="old", name="Old"),)), path)
    return path


def test_progress_is_told_step_by_step(tmp_path: Path, records: Records) -> None:
    told: list[tuple[str, int, int]] = []
    build(records, tmp_path / "clusters.db", lambda *step: told.append(step))
    assert [step for step, _, _ in told] == [
        *(f"writing {table}" for table in TABLES), "indexing words", "checking", "done"
    ]  # fmt: skip
    assert {total for _, _, total in told} == {4 * len(records)}
    steps = [done for _, done, _ in told]
    assert steps == sorted(steps)
    assert (steps[0], steps[-1]) == (0, 4 * len(records))
    done_with = dict(zip([f"writing {table}" for table in TABLES], steps[1:], strict=False))
    assert done_with["writing talks"] - done_with["writing event_links"] == len(records.talks)
    assert done_with["writing affiliations"] == done_with["writing talks"]


def test_progress_through_many_rows_and_words_never_goes_back_nor_beyond_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.index.BATCH", 5)
    told: list[tuple[str, int, int]] = []
    people = tuple(
        Person(id=f"{n:03}", name=f"Person{letter * 9}", cite=())
        for n, letter in enumerate("abcdefghijklmnop")
    )
    build(Records(people=people), tmp_path / "clusters.db", lambda *step: told.append(step))
    steps = [done for _, done, _ in told]
    assert steps == sorted(steps)
    assert steps[-1] == told[-1][2] == 4 * len(people)
    indexing = [(part, done) for part, done, _ in told if part.startswith("indexing")]
    assert indexing[:4] == [("indexing words", 32 + done) for done in (5, 10, 15, 16)]
    assert {part for part, _ in indexing[4:]} == {"indexing misspellings"}
    assert len({done for _, done in indexing[4:]}) > 5
    assert all(48 <= done <= 64 for _, done in indexing[4:])


def test_folders_are_made_and_nothing_else_is_left(tmp_path: Path, records: Records) -> None:
    path = tmp_path / "new" / "deep" / "clusters.db"
    build(records, path)
    build(records, path)
    assert names_in(path.parent) == ["clusters.db"]


def test_while_a_database_is_built_one_file_stands_beside_it(old: Path, records: Records) -> None:
    seen: list[list[str]] = []
    build(records, old, lambda step, done, total: seen.append(names_in(old.parent)))
    for names in seen:
        assert len(names) == 2, "no journal, no write-ahead log"
    assert names_in(old.parent) == ["clusters.db"]


def test_a_failing_rename_leaves_the_old_database(
    old: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clustertui.build.os.replace", refuse)
    with pytest.raises(ClusterError) as caught:
        build(records, old)
    assert str(caught.value) == (
        f"{old}: cannot be written: No space left on device; any database there is as it was"
    )
    assert old.read_bytes() == before
    assert names_in(old.parent) == ["clusters.db"]


@pytest.mark.parametrize(
    "step",
    ["writing people", "writing talks", "writing entries", "indexing words", "checking", "done"],
)
@pytest.mark.parametrize("fault", [KeyboardInterrupt, ZeroDivisionError])
def test_a_build_that_is_broken_off_leaves_the_old_database(
    old: Path, records: Records, step: str, fault: type[BaseException]
) -> None:
    before = old.read_bytes()

    def break_off(at: str, done: int, total: int) -> None:
        if at == step:
            raise fault

    with pytest.raises(fault):
        build(records, old, break_off)
    assert old.read_bytes() == before
    assert names_in(old.parent) == ["clusters.db"]


def test_a_build_that_is_killed_leaves_the_old_database(old: Path) -> None:
    before = old.read_bytes()
    script = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from clustertui.build import build\n"
        "from clustertui.records import read_records\n"
        "def kill(step, done, total):\n"
        "    if step == 'indexing words':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "build(read_records(Path(sys.argv[1])), Path(sys.argv[2]), kill)\n"
    )
    folder = Path(__file__).parent / "records"
    ended = subprocess.run(
        [sys.executable, "-c", script, folder, old],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL
    assert old.read_bytes() == before


def test_what_a_killed_build_left_is_removed_by_the_next(old: Path, records: Records) -> None:
    for name in (".clusters.db.building-abc", ".clusters.db.building-abc-journal"):
        (old.parent / name).write_bytes(b"half a database")
    (old.parent / ".other.db.building-abc").write_bytes(b"another one's")
    (old.parent / ".clusters.db.building-link").symlink_to(old)
    build(records, old)
    assert names_in(old.parent) == [
        ".clusters.db.building-link", ".other.db.building-abc", "clusters.db",
    ]  # fmt: skip


def test_what_a_running_build_writes_is_left_to_it(old: Path, records: Records) -> None:
    during: list[str] = []

    def build_another(step: str, done: int, total: int) -> None:
        if step == "writing talks":
            before = set(names_in(old.parent))
            build(Records(), old)
            during.extend(before - set(names_in(old.parent)))

    build(records, old, build_another)
    assert during == []
    assert differences(records, old) == []
    assert names_in(old.parent) == ["clusters.db"]


def test_a_file_that_was_taken_for_a_leftover_is_made_anew(
    old: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    flock = fcntl.flock
    taken: list[Path] = []

    def take(handle: int, how: int) -> None:
        if not taken:
            taken.extend(old.parent.glob(".clusters.db.building-*"))
            for left in taken:
                left.unlink()
        flock(handle, how)

    monkeypatch.setattr("clustertui.build.fcntl.flock", take)
    build(records, old)
    assert len(taken) == 1
    assert differences(records, old) == []
    assert names_in(old.parent) == ["clusters.db"]


def test_a_file_system_without_locks_and_a_folder_without_a_list_will_do(
    old: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    left = old.parent / ".clusters.db.building-abc"
    left.write_bytes(b"half")
    monkeypatch.setattr("clustertui.build.fcntl.flock", refuse)
    build(records, old)
    monkeypatch.setattr("clustertui.build.os.listdir", refuse)
    build(records, old)
    assert left.exists()
    assert differences(records, old) == []


def test_links_in_a_circle_cannot_be_written_to(tmp_path: Path, records: Records) -> None:
    (tmp_path / "one.db").symlink_to(tmp_path / "two.db")
    (tmp_path / "two.db").symlink_to(tmp_path / "one.db")
    with pytest.raises(ClusterError, match="cannot be written: Too many levels of symbolic links"):
        build(records, tmp_path / "one.db")


def test_what_is_no_text_cannot_be_written(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(ClusterError, match=r"cannot be written: .*surrogates not allowed"):
        build(Records(places=(Place(id="odd", name="a\ud800b"),)), old)
    assert old.read_bytes() == before


def test_an_sqlite_fault_leaves_the_old_database(
    old: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()

    def refuse(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("clustertui.build.fill", refuse)
    with pytest.raises(ClusterError, match="database or disk is full"):
        build(records, old)
    assert old.read_bytes() == before
    assert names_in(old.parent) == ["clusters.db"]


def test_a_reference_to_nothing_is_found_before_the_rename(old: Path, records: Records) -> None:
    before = old.read_bytes()
    first, *others = records.organisations
    link = OrganisationLink(to="nobody", relation="partner of")
    broken = replace(records, organisations=(replace(first, links=(link,)), *others))
    with pytest.raises(ClusterError) as caught:
        build(broken, old)
    assert str(caught.value) == (
        "organisation_links, row 1, names a record that is not in organisations"
    )
    assert old.read_bytes() == before
    assert names_in(old.parent) == ["clusters.db"]


class Damaged(sqlite3.Connection):
    """A connection to a database that is found to be damaged."""

    def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        if sql == "PRAGMA quick_check":
            return super().execute("SELECT 'row 3 missing from index'")
        return super().execute(sql, *parameters)


def test_a_damaged_build_is_found(records: Records) -> None:
    with (
        contextlib.closing(sqlite3.connect(":memory:", factory=Damaged)) as connection,
        pytest.raises(ClusterError, match="the new database is damaged: row 3 missing"),
    ):
        fill(connection, records)


def test_a_faulty_fill_writes_nothing(records: Records) -> None:
    lines = (Citation(source="nowhere", first_line=1, last_line=1),)
    broken = replace(records, people=tuple(replace(p, cite=lines) for p in records.people))
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        with pytest.raises(ClusterError):
            fill(connection, broken)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_file_keeps_its_mode(old: Path, records: Records, mode: int) -> None:
    old.chmod(mode)
    build(records, old)
    assert old.stat().st_mode & 0o777 == mode


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600)])
def test_a_new_file_has_the_usual_mode(
    tmp_path: Path, records: Records, mask: int, mode: int
) -> None:
    before = os.umask(mask)
    try:
        build(records, tmp_path / "clusters.db")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert (tmp_path / "clusters.db").stat().st_mode & 0o777 == mode


def test_a_file_for_a_folder_cannot_be_written_to(tmp_path: Path, records: Records) -> None:
    (tmp_path / "file").write_text("")
    path = tmp_path / "file" / "clusters.db"
    with pytest.raises(ClusterError, match=": cannot be written: "):
        build(records, path)


def test_a_folder_is_not_replaced(tmp_path: Path, records: Records) -> None:
    path = tmp_path / "clusters.db"
    path.mkdir()
    with pytest.raises(ClusterError, match=": cannot be written: Is a directory"):
        build(records, path)
    assert names_in(tmp_path) == ["clusters.db"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_cannot_be_written_to(old: Path, records: Records) -> None:
    before = old.read_bytes()
    old.parent.chmod(0o555)
    try:
        with pytest.raises(ClusterError, match=": cannot be written: Permission denied"):
            build(records, old)
    finally:
        old.parent.chmod(0o755)
    assert old.read_bytes() == before


def test_a_link_to_a_database_stays_a_link(tmp_path: Path, records: Records) -> None:
    target, link = tmp_path / "kept.db", tmp_path / "clusters.db"
    build(Records(), target)
    link.symlink_to(target)
    build(records, link)
    assert link.is_symlink()
    assert differences(records, target) == []


def test_a_folder_that_cannot_be_flushed_is_not_said_to_hold_the_old_database(
    old: Path, records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(22, "Invalid argument")
        fsync(handle)

    monkeypatch.setattr("clustertui.build.os.fsync", refuse)
    before = old.read_bytes()
    try:
        build(records, old)
    except ClusterError:
        assert old.read_bytes() == before


def test_a_number_that_no_database_holds_is_said_in_a_sentence(tmp_path: Path) -> None:
    source = Source(id="page", title="Page", lines=2**63)
    with pytest.raises(ClusterError):
        build(Records(sources=(source,)), tmp_path / "clusters.db")
