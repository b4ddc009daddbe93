"""What is made of sources: databases of records and programmes alike, and record files."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from clustertui.cli import run
from clustertui.intake import document as room
from clustertui.intake.document import Document
from clustertui.records import read_parts
from clustertui.text import unsafe_character

pytestmark = pytest.mark.usefixtures("invented_importer")

CURATED = Path(__file__).parent.parent / "data" / "records"
PROGRAMME = (
    "programme | fair-2031 | Fair 2031\nevent | fair | 2031-05-30\n"
    "talk | Tides | Jo Ek @ KICOX | Al Moe\ntalk | Locks | Seung Lee\nlost\n"
)
SUMMARY = (
    "schedule.txt: invented programme: 1 event, 2 talks, 3 people, 1 organisation; left out: 1 talk"
)
HOMONYM = (
    "same person/seung-lee person/seung-lee-fair-2031"
    "  # 90 %: both are named “Seung Lee”, nothing ties them\n"
)


class Done(NamedTuple):
    """What one command did."""

    code: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str]) -> Call:
    def call(*arguments: str | Path) -> Done:
        code = run([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture(autouse=True)
def schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder holds a programme, and nothing else."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "schedule.txt").write_text(PROGRAMME, "utf-8")
    return Path("schedule.txt")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the two real sources, to add to."""
    shutil.copytree(CURATED, tmp_path / "records")
    return Path("records")


def ask(database: Path | str, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


# --- Building ------------------------------------------------------------------------------------


def test_a_build_takes_records_and_programmes_alike(call: Call, schedule: Path) -> None:
    done = call("build", CURATED, schedule, "-o", "my.db")
    assert (done.code, done.out) == (0, "")
    assert done.err.splitlines() == [
        SUMMARY,
        "1 pair of records may be one; `clustertui check` with the same sources lists it",
        "my.db: 8 events, 22 talks, 23 people, 21 organisations, 35 points",
    ]
    assert ask("my.db", "SELECT title FROM talks WHERE event_id = 'fair-2031' ORDER BY position") \
        == [("Tides",), ("Locks",)]  # fmt: skip
    linked = ask("my.db", "SELECT person_id FROM affiliations WHERE organisation_id = 'kicox'")
    assert ("jo-ek",) in linked
    assert call("build", schedule, CURATED, "--check", "-o", "my.db") == (
        0,
        "",
        "my.db: up to date\n",
    )


def test_a_programme_alone_is_a_database(call: Call, schedule: Path) -> None:
    assert call("build", schedule, "-o", "my.db").err.splitlines() == [
        SUMMARY, "my.db: 1 events, 2 talks, 3 people, 1 organisations, 0 points",
    ]  # fmt: skip


def test_decisions_are_replayed_and_can_be_taken_back(
    call: Call, schedule: Path, records: Path
) -> None:
    sources = (records, schedule)
    apart = call("check", *sources)
    assert apart.code == 0
    assert apart.out == HOMONYM
    assert apart.err == (
        "122 records, no fault; 1 pair of records may be one: put such lines into a file of"
        " decisions, with `same` or `different`\n"
    )
    decisions = records / "decisions.txt"
    decisions.write_text(apart.out, "utf-8")
    assert call("check", *sources) == (0, "", "121 records, no fault\n")
    assert "22 people" in call("build", *sources, "-o", "my.db").err
    decisions.write_text(apart.out.replace("same", "different"), "utf-8")
    assert call("check", *sources) == (0, "", "122 records, no fault\n")
    decisions.unlink()
    assert call("check", *sources) == apart
    assert "23 people" in call("build", *sources, "-o", "my.db").err


def test_decisions_may_be_named_and_unknown_addresses_are_said(call: Call, schedule: Path) -> None:
    Path("mine.txt").write_text(HOMONYM + "different person/nobody person/seung-lee\n", "utf-8")
    said = "decisions: no source has person/nobody"
    for command in (["check"], ["build", "-o", "my.db"]):
        done = call(*command, CURATED, schedule, "--decisions", "mine.txt")
        assert (done.code, done.out) == (0, "")
        assert said in done.err.splitlines()
    Path("mine.txt").write_text("maybe\n")
    done = call("build", CURATED, "--decisions", "mine.txt", "-o", "my.db")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("mine.txt, line 1: is no decision; ")


def test_many_pairs_are_said_in_the_plural(call: Call, schedule: Path) -> None:
    text = "".join(f"talk | T{n} | Jo Ek #{n}\n" for n in range(3))
    schedule.write_text(f"programme | fair | Fair\n{text}")
    done = call("build", schedule, "-o", "my.db")
    assert "2 pairs of records may be one; `clustertui check` with the same sources lists them" \
        in done.err.splitlines()  # fmt: skip


@pytest.mark.parametrize("command", [["build", "-o", "my.db"], ["check"]])
def test_two_documents_of_one_source_are_one_sentence(
    call: Call, schedule: Path, command: list[str]
) -> None:
    Path("newer.txt").write_text(PROGRAMME.replace("Tides", "Ebb"), "utf-8")
    assert call(*command, schedule, "newer.txt") == (
        1,
        "",
        "schedule.txt and newer.txt both claim the source id `fair-2031`; if they are editions of"
        " one programme, give only the newer one\n",
    )
    assert call(*command, schedule, schedule) == (
        1, "", "schedule.txt is given twice; give it once\n",
    )  # fmt: skip
    assert not Path("my.db").exists()


# --- Records among records -----------------------------------------------------------------------


def test_an_import_among_the_records_is_built_with_them(
    call: Call, schedule: Path, records: Path
) -> None:
    call("build", records, schedule, "-o", "direct.db")
    assert call("import", schedule, "-o", records).code == 0
    assert call("check", records).out == HOMONYM
    assert call("build", records, "-o", "saved.db").code == 0
    for table in ("people", "talks", "affiliations", "citations", "organisations"):
        sql = f"SELECT * FROM {table} ORDER BY id"
        assert ask("saved.db", sql) == ask("direct.db", sql)


def test_an_import_may_refer_to_curated_records_and_they_not_to_it(
    call: Call, schedule: Path, records: Path
) -> None:
    call("import", schedule, "-o", records)
    file = records / "fair-2031.toml"
    ours = 'person = "jo-ek", organisation = "kicox"'
    theirs = 'person = "joan-marti-estevez", organisation = "accio"'
    text = file.read_text("utf-8").replace(ours, theirs)
    assert theirs in text
    file.write_text(text, "utf-8")
    assert call("build", records, "-o", "my.db").code == 0
    sql = (
        "SELECT person_id, organisation_id FROM affiliations WHERE talk_id = 'fair-2031-tides'"
    )  # fmt: skip
    assert ("joan-marti-estevez", "accio") in ask("my.db", sql)
    file.write_text(text.replace("al-moe", "al-mow", 1), "utf-8")
    done = call("check", records)
    assert done.code == 1
    assert "fair-2031.toml: talks/fair-2031-tides: " in done.err
    file.write_text(text, "utf-8")
    people = records / "people.toml"
    people.write_text(people.read_text("utf-8").replace("koranet-2010:20", "fair-2031:1"), "utf-8")
    done = call("check", records)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "no record sources/fair-2031" in done.err


# --- Importing -----------------------------------------------------------------------------------


def test_an_import_shows_what_would_come_in_and_writes_nothing(call: Call, schedule: Path) -> None:
    done = call("import", schedule)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        SUMMARY,
        "  fair · 30 May 2031 · conference",
        "    Tides",
        "    Locks",
        "doubts (1):",
        "  line 5: a talk without title; talk left out",
    ]
    assert os.listdir() == ["schedule.txt"]


def test_all_is_shown_when_asked_for(call: Call, schedule: Path) -> None:
    schedule.write_text(PROGRAMME + "talk | More | Jo\n" * 20)
    assert "… and 17 more talks" in call("import", schedule).out
    assert "more" not in call("import", schedule, "--all").out


def test_an_import_is_written_once_and_updated_by_a_newer_edition(
    call: Call, schedule: Path
) -> None:
    assert call("import", schedule, "-o", "fair.toml").err == "fair.toml: written\n"
    assert call("import", schedule, "-o", "fair.toml").err == "fair.toml: unchanged\n"
    schedule.write_text(PROGRAMME.replace("Locks", "Quays").replace("Al Moe", "Al Moe @ Port"))
    assert call("import", schedule, "-o", "fair.toml").err == (
        "fair.toml: talks: 1 added, 1 changed, 1 gone; organisations: 1 added, 0 changed, 0 gone;"
        " the one before is fair.toml~\n"
    )
    schedule.write_text(schedule.read_text() + "\n")
    assert call("import", schedule, "-o", "fair.toml").err == (
        "fair.toml: written anew; the one before is fair.toml~2\n"
    )
    edited = Path("fair.toml")
    edited.write_text(edited.read_text("utf-8").replace("Tides", "TIDES"), "utf-8")
    done = call("import", schedule, "-o", "fair.toml")
    assert done.code == 1
    assert "fair.toml: was edited since it was imported from this document" in done.err
    assert "TIDES" in edited.read_text("utf-8")


def test_several_imports_go_into_a_folder(call: Call, schedule: Path) -> None:
    Path("other.txt").write_text(PROGRAMME.replace("fair-2031", "days-2031"), "utf-8")
    Path("made").mkdir()
    done = call("import", schedule, "other.txt", "-o", "made")
    assert done.err == "made/fair-2031.toml: written\nmade/days-2031.toml: written\n"
    assert [p.sources[0].id for p in read_parts(Path("made"))[1:]] == ["days-2031", "fair-2031"]
    wrong = call("import", schedule, "other.txt", "-o", "none")
    assert (wrong.code, wrong.out) == (2, "")
    assert wrong.err == "none: is no folder, which several files need; make it first\n"


def test_two_imports_of_one_name_are_not_written_over_each_other(
    call: Call, schedule: Path
) -> None:
    Path("newer.txt").write_text(PROGRAMME.replace("Tides", "Ebb"), "utf-8")
    Path("made").mkdir()
    assert call("import", schedule, "newer.txt", "-o", "made") == (
        1,
        "",
        "schedule.txt and newer.txt would both be written to made/fair-2031.toml; import them one"
        " by one, with a name for each\n",
    )
    assert os.listdir("made") == []


def test_when_one_of_several_files_is_bad_none_is_written(call: Call, schedule: Path) -> None:
    Path("bad.txt").write_bytes(b"\0\1\2\3")
    Path("made").mkdir()
    done = call("import", schedule, "bad.txt", "-o", "made")
    assert (done.code, done.out, done.err) == (1, "", "bad.txt: is binary, not text\n")
    assert os.listdir("made") == []


@pytest.mark.parametrize("columns", ["title", "title=", "=Titel", "title=Titel,odd"])
def test_a_mapping_of_columns_that_is_none_is_wrong_usage(
    call: Call, schedule: Path, columns: str
) -> None:
    done = call("import", schedule, "--columns", columns)
    assert (done.code, done.out) == (2, "")
    assert "has not the form OURS=THEIRS" in done.err


def test_columns_and_event_are_handed_to_the_importer(
    call: Call, schedule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Document] = []
    module = sys.modules["clustertui.intake.invented"]

    def recognises(document: Document) -> bool:
        seen.append(document)
        return True

    monkeypatch.setattr(module, "recognises", recognises)
    assert call("import", schedule, "--columns", " title = Titel ,,speaker=Wer", "--event",
                "Fair").code == 0  # fmt: skip
    assert (dict(seen[0].columns), seen[0].event) == ({"title": "Titel", "speaker": "Wer"}, "Fair")


def test_standard_input_is_imported(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    for command in (["import"], ["build", "-o", "my.db"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROGRAMME.encode())))
        done = call(*command, "-")
        assert done.code == 0
        assert "Fair 2031: invented programme: 1 event, 2 talks" in done.out + done.err


def test_standard_input_is_kept_beside_its_records(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def given(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    Path("made").mkdir()
    for target, page in (("fair.toml", "fair.txt"), ("made", "made/page.txt")):
        given(PROGRAMME)
        assert call("import", "-", "-o", target).code == 0
        assert Path(page).read_text("utf-8") == PROGRAMME
    assert read_parts(Path("fair.toml"))[1].sources[0].document == "fair.txt"
    given(PROGRAMME)
    assert call("import", "-", "-o", "fair.toml").err == "fair.toml: unchanged\n"
    given(PROGRAMME + "\n")
    done = call("import", "-", "-o", "fair.toml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "fair.txt: is there already and holds another text; name another -o\n"
    os.mkfifo("pipe.txt")
    given(PROGRAMME)
    assert call("import", "-", "-o", "pipe.toml").code == 1


def test_what_cannot_be_read_or_kept_leaves_no_page(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text in ("key: value\n", "\0\1\2"):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert call("import", "-", "-o", "fair.toml").code == 1
    assert os.listdir() == ["schedule.txt"]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(PROGRAMME.encode())))
    done = call("import", "-", "-o", "none/fair.toml")
    assert (done.code, done.out) == (1, "")
    assert done.err == "none/fair.txt: cannot be written: No such file or directory\n"


# --- Bad input -----------------------------------------------------------------------------------


def bad(name: str) -> str:
    """Make a bad file, and return its path."""
    made = {
        "binary": bytes(range(256)),
        "empty": b"",
        "blank": b" \n\t\r\n",
        "zip": b"PK\x03\x04\x14\x00\x00\x00",
        "gzip": gzip.compress(PROGRAMME.encode()),
        "pdf": b"%PDF-1.4\n",
        "database": b"SQLite format 3\x00" + b"\0" * 84,
        "unknown": b"key: value\n",
        "json": json.dumps({"a": 1}).encode(),
    }
    if name in made:
        Path(name).write_bytes(made[name])
    elif name == "fifo":
        os.mkfifo(name)
    elif name == "folder":
        Path(name).mkdir()
    elif name == "long":
        Path(name).write_bytes(b"programme | a | A\n" + b"x" * (1 << 20))
    return {"nul": "a\0b", "hostile": "a\x1b[2J\x9b\nb"}.get(name, name)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("binary", "binary: is binary, not text"),
        ("empty", "empty: is empty"),
        ("blank", "blank: is empty"),
        ("zip", "zip: is a zip archive"),
        ("gzip", "gzip: is compressed with gzip"),
        ("pdf", "pdf: is a PDF"),
        ("database", "database: is a database"),
        ("unknown", "unknown: is in no format that is known here; it begins “key: value”"),
        ("json", "json: is in no format that is known here; it begins “{"),
        ("fifo", "fifo: is no regular file"),
        ("folder", "folder: holds neither record files nor videos in JSON"),
        ("missing", "missing: cannot be read: No such file or directory"),
        ("nul", "a\ufffdb: is no path"),
        ("hostile", "a\ufffd[2J\ufffd b: cannot be read: No such file or directory"),
        ("long", "long: is longer than 1 MiB"),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_written(
    call: Call, monkeypatch: pytest.MonkeyPatch, schedule: Path, name: str, said: str
) -> None:
    monkeypatch.setattr(room, "LONGEST_TEXT", 1 << 20)
    path = bad(name)
    before = sorted(os.listdir())
    for command in (
        ["import", path],
        ["import", path, "-o", "made.toml"],
        ["import", schedule, path],
        ["build", path, "-o", "made.db"],
        ["build", schedule, path, "-o", "made.db"],
        ["check", path],
    ):
        done = call(*command)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith(said)
        assert done.err.count("\n") == 1
        assert unsafe_character(done.err[:-1]) is None
        assert sorted(os.listdir()) == before


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_one_sentence(call: Call) -> None:
    Path("closed").mkdir(mode=0)
    for command in ("import", "build", "check"):
        assert call(command, "closed") == (1, "", "closed: cannot be read: Permission denied\n")


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", ""), ("utf-8", "\ufeff"), ("utf-16", ""), ("utf-16-le", ""), ("utf-16-be", ""),
     ("windows-1252", "")],
)  # fmt: skip
def test_a_programme_is_imported_whatever_its_encoding(
    call: Call, schedule: Path, monkeypatch: pytest.MonkeyPatch, encoding: str, mark: str
) -> None:
    module = sys.modules["clustertui.intake.invented"]
    monkeypatch.setattr(module, "recognises", lambda document: True)
    text = mark + PROGRAMME.replace("Tides", "Flüsse – “Ebbe”")
    schedule.write_bytes(text.encode(encoding))
    assert "    Flüsse – “Ebbe”" in call("import", schedule).out.splitlines()


def test_an_interrupt_while_reading_leaves_no_trace(
    call: Call, schedule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(document: object, tell: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sys.modules["clustertui.intake.invented"], "read", interrupted)
    for command in (["import", schedule, "-o", "a.toml"], ["build", schedule, "-o", "a.db"]):
        done = call(*command)
        assert (done.code, done.out) == (130, "")
    assert os.listdir() == ["schedule.txt"]


def test_progress_is_shown_on_a_terminal_and_gone_afterwards(
    call: Call, schedule: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.progress.EVERY", 0)
    with monkeypatch.context() as patch:
        patch.setattr(sys.stderr, "isatty", lambda: True)
        done = call("build", schedule, "-o", "my.db")
    assert "reading schedule.txt: 100%, " in done.err
    assert "writing talks" in done.err
    assert f"\r\x1b[2K{SUMMARY}\n" in done.err
