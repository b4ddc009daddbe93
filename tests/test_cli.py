"""The command line: data on stdout, talk on stderr, and an exit code that can be relied on."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple, TextIO

import pytest

from clustertui import __version__, cli
from clustertui.build import build
from clustertui.catalogue import Catalogue
from clustertui.cli import run
from clustertui.entities import Person, Records
from clustertui.kinds import KINDS
from clustertui.model import Ref
from clustertui.schema import SCHEMA_VERSION, TABLES

HERE = Path(__file__).parent
CURATED = HERE.parent / "data"
INVENTED = HERE / "records"
PLURALS = [kind.plural for kind in KINDS.values()]
FORMATS = ["--plain", "--json", "--jsonl", "--csv", "--md"]


class Done(NamedTuple):
    """What one command did."""

    code: int
    out: str
    err: str


Call = Callable[..., Done]


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A home and a current folder that hold nothing, and no variable that a command would read."""
    for name in list(os.environ):
        if name.startswith(("CLUSTERTUI_", "_CLUSTERTUI_", "XDG_", "COMP_")):
            monkeypatch.delenv(name)
    for name in ("PYTHONIOENCODING", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def drawn() -> set[str]:
    """The standard streams that say that they are a terminal."""
    return set()


@pytest.fixture
def terminal(drawn: set[str]) -> set[str]:
    """All three standard streams say that they are a terminal."""
    drawn |= {"stdin", "stdout", "stderr"}
    return drawn


@pytest.fixture
def call(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, drawn: set[str]
) -> Call:
    def call(*arguments: str | Path) -> Done:
        with monkeypatch.context() as patch:
            for name in drawn:
                patch.setattr(getattr(sys, name), "isatty", lambda: True)
            code = run([str(argument) for argument in arguments])
        return Done(code, *capsys.readouterr())

    return call


@pytest.fixture
def real(monkeypatch: pytest.MonkeyPatch, real_database: Path) -> None:
    """Commands read the database of the repository."""
    monkeypatch.setenv("CLUSTERTUI_DB", str(real_database))


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch, database: Path) -> None:
    """Commands read the invented universe."""
    monkeypatch.setenv("CLUSTERTUI_DB", str(database))


def spawn(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run one command in a process of its own."""
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.run(
        [sys.executable, "-m", "clustertui", *map(str, arguments)],
        **{"timeout": 30, "check": False, **streams, **options},
    )


def lines(text: str) -> list[str]:
    """The lines of `text`, which ends with the last of them."""
    assert not text or text.endswith("\n")
    return text.split("\n")[:-1]


def addresses(plain: str) -> list[str]:
    """The first column of `--plain`."""
    return [line.partition("\t")[0] for line in lines(plain)]


# --- The command itself --------------------------------------------------------------------------


def test_the_version_is_data(call: Call) -> None:
    assert call("--version") == (0, f"clustertui {__version__}\n", "")


@pytest.mark.parametrize("command", [[], *([name] for name in sorted(cli.main.commands))])
def test_help_is_data(call: Call, command: list[str]) -> None:
    done = call(*command, "--help")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: clustertui")


def test_the_help_begins_with_examples_and_says_what_a_ref_is(call: Call) -> None:
    out = call("--help").out
    assert out.index("Examples:") < out.index("Options:")
    assert "A REF is an address such as organisation/kicox" in out


def example_lines() -> list[str]:
    commands = [line.strip() for line in cli.EXAMPLES.splitlines() if "  clustertui " in line]
    examples = [re.split(r"\s{3,}", command)[0] for command in commands]
    return [example for example in examples if example != "clustertui"]


@pytest.mark.usefixtures("invented_importer")
@pytest.mark.parametrize("example", example_lines())
def test_every_example_of_the_help_works(call: Call, tmp_path: Path, example: str) -> None:
    (tmp_path / "data").symlink_to(CURATED)
    (tmp_path / "schedule.xml").write_text("programme | fair | Fair\ntalk | Tides | Jo Ek\n")
    done = call(*shlex.split(example)[1:])
    assert done.code == 0


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["nonsense"], "No such command 'nonsense'"),
        (["list", "--nonsense"], "No such option '--nonsense'"),
        (["list"], "Missing argument"),
        (["list", "talk"], "'talk' is not one of 'events', 'talks', 'people'"),
        (["list", "talks", "--limit", "-1"], "-1 is not in the range x>=0"),
        (["list", "talks", "--limit", "many"], "'many' is not a valid integer"),
        (["search"], "Missing argument 'WORDS...'"),
        (["search", "kicox", "--limit", "-1"], "-1 is not in the range x>=0"),
        (["show"], "Missing argument 'REF...'"),
        (["show", "kicox", "--csv"], "No such option '--csv'"),
        (["path", "more"], "unexpected extra argument"),
    ],
)  # fmt: skip
def test_wrong_usage_is_2_and_says_what_is_wrong(
    call: Call, arguments: list[str], reason: str
) -> None:
    done = call(*arguments)
    assert (done.code, done.out) == (2, "")
    assert reason in done.err
    assert done.err.startswith("Usage: clustertui")


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("kind", list(KINDS.values()), ids=lambda kind: kind.plural)
def test_an_unknown_order_is_wrong_usage_and_the_known_ones_are_named(
    call: Call, kind: Any
) -> None:
    done = call("list", kind.plural, "--sort", "colour")
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(
        f"Error: {kind.plural} have no order 'colour'; they have {', '.join(kind.sorts)}\n"
    )


@pytest.mark.parametrize("command", [["search", "kicox"], ["list", "talks"], ["show", "kicox"]])
def test_an_interrupt_is_130_and_prints_no_data(
    call: Call, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    def interrupt(path: Path) -> Catalogue:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "Catalogue", interrupt)
    done = call(*command)
    assert (done.code, done.out, done.err.strip()) == (130, "", "")


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("command", [["search", "kicox"], ["list", "talks"], ["show", "kicox"]])
def test_a_command_lets_go_of_its_database(
    call: Call, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    opened: list[Catalogue] = []
    closed: list[Catalogue] = []

    class Watched(Catalogue):
        def __init__(self, path: Path) -> None:
            super().__init__(path)
            opened.append(self)

        def close(self) -> None:
            super().close()
            closed.append(self)

    monkeypatch.setattr(cli, "Catalogue", Watched)
    assert call(*command).code == 0
    unclosed = [catalogue for catalogue in opened if catalogue not in closed]
    for catalogue in unclosed:
        catalogue.close()
    assert unclosed == []


# --- Which database ------------------------------------------------------------------------------


def test_the_database_may_be_named_before_or_after_the_command(
    call: Call, database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERTUI_DB", str(tmp_path / "none.db"))
    before = call("--db", database, "list", "people", "--plain")
    after = call("list", "people", "--plain", "--db", database)
    assert before.code == 0
    assert before == after


@pytest.mark.parametrize("command", [["search", "tide"], ["list", "events"], ["show", "quill"]])
def test_every_command_that_reads_takes_a_database(
    call: Call, database: Path, command: list[str]
) -> None:
    before, after = call("--db", database, *command), call(*command, "--db", database)
    assert before == after
    assert before.code == 0


def test_the_nearer_database_wins(call: Call, database: Path) -> None:
    assert call("--db", "none.db", "list", "events", "--db", database).code == 0
    assert call("--db", database, "list", "events", "--db", "none.db").code == 3


def test_the_variable_names_the_database(
    call: Call, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERTUI_DB", str(database))
    assert "event/far-mission" in addresses(call("list", "events", "--plain").out)


def test_path_prints_the_database_that_would_be_read(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("path", "--db", "x.db") == (0, f"{tmp_path / 'x.db'}\n", "")
    assert call("--db", "y.db", "path").out == f"{tmp_path / 'y.db'}\n"
    monkeypatch.setenv("CLUSTERTUI_DB", "z.db")
    assert call("path").out == f"{tmp_path / 'z.db'}\n"


def test_path_prints_the_very_bytes_of_a_name() -> None:
    done = spawn("path", "--db", os.fsdecode(b"/n\xf8vik.db"))
    assert done.stdout == b"/n\xf8vik.db\n"


def foreign(path: Path, database: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE talks (id)")


def with_version(version: int) -> Callable[[Path, Path], None]:
    def copy(path: Path, database: Path) -> None:
        shutil.copy(database, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(f"PRAGMA user_version = {version}")

    return copy


def without_tables(path: Path, database: Path) -> None:
    shutil.copy(database, path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE entries")


def cut_short(path: Path, database: Path) -> None:
    path.write_bytes(database.read_bytes()[: -(database.stat().st_size // 2)])


@pytest.mark.parametrize("command", [["search", "tide"], ["list", "talks"], ["show", "quill"]])
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path, database: None, "no such database; name one with --db, or rebuild it"),
        (lambda path, database: path.mkdir(), "is not a file"),
        (lambda path, database: path.write_text("tide\n" * 99), "file is not a database"),
        (lambda path, database: path.touch(), "is no clustertui database"),
        (foreign, "is no clustertui database"),
        (with_version(SCHEMA_VERSION - 1), "older clustertui"),
        (with_version(SCHEMA_VERSION + 1), "newer clustertui"),
        (without_tables, "no such table: entries"),
        (cut_short, "malformed"),
    ],
    ids=["missing", "folder", "text", "empty", "foreign", "older", "newer", "torso", "cut"],
)
def test_without_a_usable_database_the_code_is_3(
    call: Call,
    database: Path,
    tmp_path: Path,
    make: Callable[[Path, Path], object],
    reason: str,
    command: list[str],
) -> None:
    path = tmp_path / "other.db"
    make(path, database)
    done = call("--db", path, *command)
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith(f"{path}: ")
    assert reason in done.err
    assert len(lines(done.err)) == 1


def test_the_home_of_nobody_holds_no_database(call: Call) -> None:
    done = call("--db", "~nobody-of-this-name/x.db", "list", "talks")
    assert (done.code, done.out) == (3, "")


# --- list ----------------------------------------------------------------------------------------


@pytest.mark.usefixtures("real")
def test_the_talks_of_kicox_are_two(call: Call) -> None:
    done = call("list", "talks", "--of", "organisation/kicox", "--json")
    assert (done.code, done.err) == (0, "")
    talks = json.loads(done.out)
    assert [(talk["ref"], talk["speakers"]) for talk in talks] == [
        ("talk/kicox-cluster-policy", ["Hyeyoung Cho"]),
        ("talk/regional-development-and-cooperation", ["In-Hwa Chung"]),
    ]
    assert all(talk["organisations"] == ["Korea Industrial Complex Corporation"] for talk in talks)
    assert [talk["cite"] for talk in talks] == [["koranet-2010:38"], ["koranet-2010:56"]]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    "named",
    [
        "kicox",
        "KICOX",
        "Korea Industrial Complex Corporation",
        "organisation/kicox",
        "organisations/kicox",
    ],
)
def test_a_scope_may_be_named_by_words_or_by_either_address(call: Call, named: str) -> None:
    done = call("list", "talks", "--of", named, "--plain")
    assert (done.code, done.err) == (0, "")
    assert addresses(done.out) == [
        "talk/kicox-cluster-policy",
        "talk/regional-development-and-cooperation",
    ]


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("plural", PLURALS)
def test_every_record_of_a_kind_is_listed_as_the_app_lists_it(
    call: Call, catalogue: Catalogue, plural: str
) -> None:
    kind = next(kind for kind in KINDS.values() if kind.plural == plural)
    rows = catalogue.rows(kind.name)
    done = call("list", plural)
    assert (done.code, done.err) == (0, "")
    assert addresses(done.out) == [str(row.ref) for row in rows]
    assert done.out == call("list", plural, "--plain").out


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize(
    ("plural", "sort"), [(kind.plural, sort) for kind in KINDS.values() for sort in kind.sorts]
)
def test_every_order_of_a_kind_can_be_asked_for(
    call: Call, catalogue: Catalogue, plural: str, sort: str
) -> None:
    kind = next(kind for kind in KINDS.values() if kind.plural == plural)
    done = call("list", plural, "--sort", sort, "--plain")
    assert done.code == 0
    assert addresses(done.out) == [str(row.ref) for row in catalogue.rows(kind.name, sort=sort)]


def read_markdown(text: str) -> list[dict[str, str]]:
    rows = [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines(text)]
    assert rows[1] == ["---"] * len(rows[0])
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("plural", PLURALS)
def test_every_format_of_a_list_holds_the_same_records(call: Call, plural: str) -> None:
    done = {form: call("list", plural, form) for form in FORMATS}
    assert {(each.code, each.err) for each in done.values()} == {(0, "")}
    records = json.loads(done["--json"].out)
    assert [json.loads(line) for line in lines(done["--jsonl"].out)] == records
    table = list(csv.DictReader(io.StringIO(done["--csv"].out)))
    assert [list(row) for row in table] == [list(record) for record in records]
    expected = [record["ref"] for record in records]
    assert expected == addresses(done["--plain"].out)
    assert expected == [row["ref"] for row in table]
    assert expected == [row["ref"] for row in read_markdown(done["--md"].out)]


@pytest.mark.usefixtures("invented")
def test_the_last_format_counts(call: Call) -> None:
    assert call("list", "talks", "--plain", "--json").out == call("list", "talks", "--json").out
    assert call("list", "talks", "--json", "--plain").out == call("list", "talks", "--plain").out


@pytest.mark.usefixtures("invented", "terminal")
def test_a_list_on_a_terminal_is_for_reading(call: Call) -> None:
    assert call("list", "events", "--search", "dock workshop").out == (
        "Dock workshop  [event/dock-workshop-2031]\n    Workshop · 31 May 2031 · Nøvik\n"
    )
    assert call("list", "events", "--search", "dock workshop", "--plain").out == (
        "event/dock-workshop-2031\tDock workshop\tWorkshop · 31 May 2031 · Nøvik\n"
    )


@pytest.mark.usefixtures("real")
def test_a_list_can_be_searched_within_a_scope(call: Call) -> None:
    done = call("list", "talks", "--of", "kicox", "--search", "policy", "--plain")
    assert addresses(done.out)[0] == "talk/kicox-cluster-policy"
    found = call("list", "points", "--search", "catalan approach", "--md").out
    assert [row["number"] for row in read_markdown(found)] == list("123456789")


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--search", "zzzzqqqq"], "no talks for “zzzzqqqq”"),
        (["--of", "organisation/motie"], "no talks of organisation/motie"),
        (["--of", "accio", "--search", "kicox"], "no talks of organisation/accio for “kicox”"),
    ],
)
def test_an_empty_list_is_1_and_says_why(call: Call, options: list[str], said: str) -> None:
    assert call("list", "talks", *options) == (1, "", f"{said}\n")


@pytest.mark.usefixtures("real")
def test_hits_of_another_kind_are_no_hits(call: Call) -> None:
    assert call("list", "talks", "--search", "photovoltaic").code == 0
    assert call("list", "events", "--search", "photovoltaic").code == 1


@pytest.mark.usefixtures("invented")
def test_of_very_many_hits_it_is_said_that_only_the_best_are_listed(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = call("list", "talks", "--search", "2031", "--plain")
    assert (len(addresses(whole.out)), whole.err) == (7, "")
    for most, said in ((7, ""), (3, "only the best 3 are listed; more words would find fewer\n")):
        monkeypatch.setattr("clustertui.search.MOST_HITS", most)
        done = call("list", "talks", "--search", "2031", "--plain")
        assert (done.code, len(addresses(done.out)), done.err) == (0, most, said)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("form", FORMATS)
def test_what_a_limit_cuts_off_is_said_on_stderr(call: Call, form: str) -> None:
    whole, cut = call("list", "talks", form), call("list", "talks", form, "--limit", "2")
    assert (cut.code, cut.err) == (0, "2 of 20 shown; more with --limit\n")
    assert whole.err == ""
    if form == "--json":
        assert json.loads(cut.out) == json.loads(whole.out)[:2]
    elif form != "--md":  # its columns follow from its rows
        assert whole.out.startswith(cut.out)


@pytest.mark.usefixtures("real")
def test_a_search_says_that_it_looks_at_the_best_hits_only(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clustertui.search.MOST_HITS", 3)
    monkeypatch.setattr("clustertui.cli.MOST_HITS", 3)
    told = call("search", "korea", "--plain")
    assert "only the best 3 of a kind are looked at" in told.err
    assert len(lines(told.out)) <= 15


@pytest.mark.parametrize("limit", ["0", "20", "99999999999999999999"])
def test_a_limit_that_cuts_nothing_off_is_silent(call: Call, limit: str) -> None:
    assert call("list", "talks", "--limit", limit) == call("list", "talks")


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("command", [["list", "talks"], ["search", "policy"]])
def test_an_empty_scope_is_not_everything(call: Call, command: list[str]) -> None:
    """As in a script whose `--of "$REF"` found no value."""
    done = call(*command, "--of", "")
    assert (done.code, done.out) in ((1, ""), (2, ""))


# --- search --------------------------------------------------------------------------------------


@pytest.mark.usefixtures("real")
def test_a_search_finds_records_of_all_kinds_the_best_first(call: Call) -> None:
    done = call("search", "kicox")
    assert (done.code, done.err) == (0, "")
    found = addresses(done.out)
    assert found[0] == "organisation/kicox"
    assert {address.partition("/")[0] for address in found} >= {"organisation", "talk", "person"}
    assert done.out == call("search", "kicox", "--plain").out


@pytest.mark.usefixtures("real")
def test_words_may_come_as_several_arguments_or_as_one(call: Call) -> None:
    assert call("search", "joan", "marti") == call("search", "joan marti")


@pytest.mark.usefixtures("real")
def test_a_search_can_be_scoped(call: Call) -> None:
    done = call("search", "policy", "--of", "kicox", "--plain")
    assert done.code == 0
    assert addresses(done.out)[0] == "talk/kicox-cluster-policy"
    assert len(lines(done.out)) < len(lines(call("search", "policy", "--plain").out))


@pytest.mark.usefixtures("real")
def test_every_format_of_a_search_holds_the_same_hits(call: Call) -> None:
    done = {form: call("search", "kicox", form) for form in FORMATS}
    assert {(each.code, each.err) for each in done.values()} == {(0, "")}
    records = json.loads(done["--json"].out)
    assert records[0] == {
        "ref": "organisation/kicox",
        "kind": "organisation",
        "title": "Korea Industrial Complex Corporation",
        "context": "KICOX · corporation · South Korea · 2 talks",
        "match": "other name",
        "reason": "acronym: KICOX",
    }
    assert [json.loads(line) for line in lines(done["--jsonl"].out)] == records
    expected = [record["ref"] for record in records]
    assert expected == addresses(done["--plain"].out)
    assert expected == [row["ref"] for row in csv.DictReader(io.StringIO(done["--csv"].out))]
    assert expected == [row["ref"] for row in read_markdown(done["--md"].out)]


@pytest.mark.usefixtures("real", "terminal")
def test_a_search_on_a_terminal_is_for_reading(call: Call) -> None:
    assert call("search", "kicox").out.startswith(
        "Korea Industrial Complex Corporation  [organisation/kicox]\n"
        "    KICOX · corporation · South Korea · 2 talks  (acronym: KICOX)\n"
    )


@pytest.mark.usefixtures("real")
def test_a_search_prints_fifty_hits_and_says_how_many_there_are(call: Call) -> None:
    done = call("search", "korea", "--plain")
    total = len(lines(call("search", "korea", "--plain", "--limit", "0").out))
    assert total > 50
    assert len(lines(done.out)) == 50
    assert done.err == f"50 of {total} shown; more with --limit\n"
    assert call("search", "korea", "--limit", "0").err == ""


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("form", [[], *([form] for form in FORMATS)])
def test_a_search_without_a_hit_is_1_and_prints_no_data(call: Call, form: list[str]) -> None:
    assert call("search", "zzzz", "qqqq", *form) == (1, "", "nothing found for “zzzz qqqq”\n")


@pytest.mark.usefixtures("real")
def test_words_that_look_like_options_can_be_searched_for(call: Call) -> None:
    done = call("search", "--", "--kicox")
    assert addresses(done.out)[0] == "organisation/kicox"


# --- show ----------------------------------------------------------------------------------------


def section(markdown: str, title: str) -> list[str]:
    """The lines of a Markdown section that hold something."""
    _, _, rest = markdown.partition(f"\n## {title}\n")
    return [line for line in rest.partition("\n## ")[0].splitlines() if line]


@pytest.mark.usefixtures("real")
def test_the_workshop_of_2010_has_its_aims_and_expected_outcomes(call: Call) -> None:
    done = call("show", "event/koranet-workshop-2010", "--md")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("# Cluster workshop in Korea\n")
    aims, outcomes = section(done.out, "Aims"), section(done.out, "Expected outcomes")
    assert [line.partition(" ")[0] for line in aims] == ["1.", "2.", "3."]
    assert [line.partition(" ")[0] for line in outcomes] == ["1.", "2.", "3.", "4."]
    assert "Potentials for international cooperation on the basis of clusters" in outcomes[3]
    programme = section(done.out, "Programme")
    assert [line for line in programme if line.startswith("### ")] == [
        "### Presentation by European participants",
        "### Presentation by Korean participants",
    ]
    assert len(programme) == 2 + 19


@pytest.mark.usefixtures("real")
def test_a_record_can_be_shown_in_every_form(call: Call) -> None:
    text, json_, markdown = (
        call("show", "organisation/kicox", *form) for form in ([], ["--json"], ["--md"])
    )
    assert {(each.code, each.err) for each in (text, json_, markdown)} == {(0, "")}
    assert text.out.startswith("Korea Industrial Complex Corporation  [organisation/kicox]\n")
    assert markdown.out.startswith("# Korea Industrial Complex Corporation\n")
    assert json.loads(json_.out)["ref"] == "organisation/kicox"


@pytest.mark.usefixtures("invented")
def test_every_record_can_be_shown_by_its_address(call: Call, catalogue: Catalogue) -> None:
    for kind in KINDS.values():
        for row in catalogue.rows(kind.name):
            for form in ([], ["--json"], ["--md"]):
                done = call("show", str(row.ref), *form)
                assert (done.code, done.err) == (0, "")
                assert done.out


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    "named",
    [
        ["person/joan-marti-estevez"],
        ["people/joan-marti-estevez"],
        ["joan marti estevez"],
        ["Joan", "Martí", "Estévez"],
    ],
)
def test_a_record_is_named_by_either_address_or_by_words(call: Call, named: list[str]) -> None:
    done = call("show", *named)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Joan Martí Estévez  [person/joan-marti-estevez]\n")


@pytest.mark.usefixtures("real")
def test_words_that_are_a_name_mean_its_owner_whatever_else_they_find(call: Call) -> None:
    assert len(lines(call("search", "kicox", "--plain").out)) > 1
    assert call("show", "kicox").out.startswith(
        "Korea Industrial Complex Corporation  [organisation/kicox]"
    )


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("form", [[], ["--json"], ["--md"]])
def test_words_that_may_mean_several_records_list_them_and_end_with_1(
    call: Call, form: list[str]
) -> None:
    done = call("show", "do-yun pak", *form)
    assert done.code == 1
    assert done.err == "“do-yun pak” may be any of 2 records; name one of them:\n"
    assert addresses(done.out) == ["person/do-yun-pak", "person/do-yun-pak-of-linkworks"]


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize("command", [["list", "talks"], ["search", "tide"]])
def test_a_scope_that_may_be_several_records_lists_them_and_ends_with_1(
    call: Call, command: list[str]
) -> None:
    done = call(*command, "--of", "do-yun pak", "--json")
    assert done.code == 1
    assert "may be any of 2 records" in done.err
    assert addresses(done.out) == ["person/do-yun-pak", "person/do-yun-pak-of-linkworks"]


@pytest.mark.usefixtures("real")
def test_of_very_many_candidates_fifty_are_listed(call: Call) -> None:
    done = call("show", "korea")
    assert done.code == 1
    assert len(lines(done.out)) == 50


@pytest.mark.usefixtures("real")
def test_no_option_is_suggested_that_the_command_does_not_have(call: Call) -> None:
    assert "--limit" not in call("show", "korea").err


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("zzzz qqqq", "nothing found for “zzzz qqqq”"),
        ("animal/zebra-qqqq", "nothing found for “animal/zebra-qqqq”"),
        ("person/nobody", "no record person/nobody in "),
        ("people/nobody", "no record person/nobody in "),
    ],
)
@pytest.mark.parametrize("command", [["show"], ["list", "talks", "--of"], ["search", "x", "--of"]])
def test_an_unknown_record_is_1(call: Call, named: str, said: str, command: list[str]) -> None:
    done = call(*command, named)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)


@pytest.mark.usefixtures("real")
def test_all_but_one_word_is_not_enough_to_name_a_record(call: Call) -> None:
    assert call("search", "kicox zzzzqqqq").code == 0
    assert call("show", "kicox zzzzqqqq") == (1, "", "nothing found for “kicox zzzzqqqq”\n")


@pytest.mark.usefixtures("real")
def test_a_record_is_wrapped_to_the_terminal_and_to_nothing_else(
    call: Call, monkeypatch: pytest.MonkeyPatch, terminal: set[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "50")
    wrapped = call("show", "event/koranet-workshop-2010").out
    terminal.clear()
    piped = call("show", "event/koranet-workshop-2010").out
    assert max(map(len, lines(wrapped)[1:])) <= 50
    assert max(map(len, lines(piped)[1:])) > 100
    assert wrapped.split() == piped.split()


# --- build and check -----------------------------------------------------------------------------

FAULTY = """\
[[people]]
id = "somebody"
nmae = "Some Body"
cite = ["harbour-days:1"]

[[talks]]
id = "a-talk"
event = "no-such-event"
position = 1
kind = "presentation"
title = "A talk"
cite = ["harbour-days:400"]
"""
FAULTS = [
    "more.toml: people/somebody: unknown key `nmae` (did you mean `name`?)",
    "more.toml: talks/a-talk: `cite`: harbour-days:400 is outside the document, which has 40 lines",
]


NAMESAKES = (
    "1 pair of records may be one; `clustertui check` with the same sources lists it",
    "1 pair of records may be one: put such lines into a file of decisions, with `same` or"
    " `different`",
)
"""What a build and a check say of the two people of one name in the invented records."""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A copy of the invented records with a file that has several faults."""
    folder = tmp_path / "faulty"
    shutil.copytree(INVENTED, folder)
    (folder / "more.toml").write_text(FAULTY, "utf-8")
    (folder / "broken.toml").write_text("[[people]\n", "utf-8")
    return folder


def test_a_build_makes_a_database_and_counts_what_is_in_it(
    call: Call, tmp_path: Path, records: Records
) -> None:
    made = tmp_path / "made.db"
    done = call("build", INVENTED, "-o", made)
    assert (done.code, done.out) == (0, "")
    counts = [f"{len(getattr(records, plural))} {plural}" for plural in PLURALS]
    assert done.err == f"{NAMESAKES[0]}\n{made}: {', '.join(counts)}\n"
    for plural in PLURALS:
        listed = call("list", plural, "--plain", "--db", made).out
        assert len(lines(listed)) == len(getattr(records, plural))


def test_a_build_of_the_current_folder_needs_no_arguments(call: Call, tmp_path: Path) -> None:
    shutil.copytree(INVENTED, tmp_path / "data" / "records")
    assert lines(call("build").err)[-1].startswith("data/clusters.db: ")
    assert call("path").out == f"{tmp_path / 'data' / 'clusters.db'}\n"
    assert call("build", "--check") == (0, "", "data/clusters.db: up to date\n")
    assert call("check").code == 0


def test_records_may_stand_in_several_folders(call: Call, tmp_path: Path) -> None:
    for name, folder in (("harbour-days.toml", "one"), ("letter.toml", "two")):
        shutil.copytree(INVENTED, tmp_path / folder, ignore=shutil.ignore_patterns(name))
    shutil.copytree(INVENTED, tmp_path / "rest")
    for name in ("harbour-days.toml", "letter.toml"):
        (tmp_path / "rest" / name).unlink()
    for folder, kept in (("one", "letter.toml"), ("two", "harbour-days.toml")):
        for file in (tmp_path / folder).iterdir():
            if file.name != kept:
                file.unlink()
    assert call("check", "one", "two", "rest") == call("check", INVENTED)


def test_faulty_records_are_1_with_every_fault_and_leave_the_database_as_it_was(
    call: Call, faulty: Path, tmp_path: Path
) -> None:
    made = tmp_path / "made.db"
    call("build", INVENTED, "-o", made)
    before = made.read_bytes()
    done = call("build", faulty, "-o", made)
    assert (done.code, done.out) == (1, "")
    said = lines(done.err)
    assert set(FAULTS) <= set(said)
    assert any(line.startswith("broken.toml: is not valid TOML: ") for line in said)
    assert any(
        line.startswith("more.toml: talks/a-talk: `event`: ") and "no-such-event" in line
        for line in said
    )
    assert made.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty", "made.db"]


def test_faulty_records_make_no_database(call: Call, faulty: Path, tmp_path: Path) -> None:
    assert call("build", faulty, "-o", tmp_path / "made.db").code == 1
    assert not (tmp_path / "made.db").exists()


def test_check_says_the_same_faults_as_a_build(call: Call, faulty: Path, tmp_path: Path) -> None:
    assert call("check", faulty) == call("build", faulty, "-o", tmp_path / "made.db")


def test_check_counts_good_records(call: Call, records: Records) -> None:
    assert call("check", CURATED / "records") == (0, "", "115 records, no fault\n")
    assert call("check", INVENTED) == (
        0,
        "same person/do-yun-pak person/do-yun-pak-of-linkworks"
        "  # 90 %: both are named “Do-Yun Pak”, nothing ties them\n",
        f"{len(records)} records, no fault; {NAMESAKES[1]}\n",
    )


@pytest.mark.usefixtures("invented_importer")
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_without_records_is_1(call: Call, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty").mkdir()
    assert call(command, "empty") == (
        1,
        "",
        "empty: holds neither record files nor videos in JSON\n",
    )
    assert call(command, "none") == (
        1,
        "",
        "none: cannot be read: No such file or directory\n",
    )


def test_build_check_writes_nothing_and_says_what_differs(
    call: Call, database: Path, tmp_path: Path
) -> None:
    path = tmp_path / "made.db"
    done = call("build", INVENTED, "--check", "-o", path)
    assert (done.code, done.out) == (1, "")
    assert "there is no such database" in done.err
    assert not path.exists()
    shutil.copy(database, path)
    assert call("build", INVENTED, "--check", "-o", path) == (0, "", f"{path}: up to date\n")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE people SET name = 'Another' WHERE id = 'rolf-tagg'")
        connection.commit()
    before = path.read_bytes()
    assert call("build", INVENTED, "--check", "-o", path) == (
        1,
        "",
        f"{path}: is not what the records say: people, who_spoke_where; rebuild it\n",
    )
    assert path.read_bytes() == before


def test_a_database_that_cannot_be_written_is_1(call: Call, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    done = call("build", INVENTED, "-o", tmp_path / "file" / "made.db")
    assert (done.code, done.out) == (1, "")
    assert "made.db: cannot be written: " in done.err


def test_the_curated_records_are_those_of_the_curated_database(call: Call) -> None:
    records, database = CURATED / "records", CURATED / "clusters.db"
    assert call("build", records, "--check", "-o", database).code == 0


# --- Completion ----------------------------------------------------------------------------------


@pytest.fixture
def completed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., list[tuple[str, str]]]:
    """What a shell is offered for the last of some words: value and help."""

    def completed(*words: str | Path) -> list[tuple[str, str]]:
        monkeypatch.setenv("_CLUSTERTUI_COMPLETE", "zsh_complete")
        monkeypatch.setenv("COMP_WORDS", shlex.join(["clustertui", *map(str, words)]))
        monkeypatch.setenv("COMP_CWORD", str(len(words)))
        with pytest.raises(SystemExit) as left:
            run([])
        assert left.value.code == 0
        out, err = capsys.readouterr()
        assert err == ""
        found = lines(out)
        return list(zip(found[1::3], found[2::3], strict=True))

    return completed


Completed = Callable[..., list[tuple[str, str]]]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize(
    "words", [["show"], ["show", "--json"], ["list", "talks", "--of"], ["search", "x", "--of"]]
)
def test_addresses_are_completed(completed: Completed, words: list[str]) -> None:
    assert completed(*words, "organisation/ki") == [
        ("organisation/kicox", "Korea Industrial Complex Corporation")
    ]


def test_addresses_are_those_of_the_database_that_is_meant(
    completed: Completed, database: Path, real_database: Path
) -> None:
    expected = [("organisation/quill", "QUILL")]
    assert completed("--db", database, "show", "organisation/q") == expected
    assert completed("show", "--db", database, "organisation/q") == expected
    assert completed("show", "--db", real_database, "organisation/q") == []


def test_without_a_database_no_address_is_completed(completed: Completed) -> None:
    assert completed("--db", "none.db", "show", "o") == []


@pytest.mark.usefixtures("real")
def test_kinds_and_commands_are_completed(completed: Completed) -> None:
    assert [value for value, _ in completed("list", "")] == PLURALS
    assert [value for value, _ in completed("s")] == ["search", "show"]


@pytest.mark.usefixtures("real")
def test_a_real_shell_gets_addresses() -> None:
    asked = {
        "_CLUSTERTUI_COMPLETE": "bash_complete",
        "COMP_WORDS": "clustertui show organisation/ki",
        "COMP_CWORD": "2",
    }
    done = subprocess.run(
        [sys.executable, "-c", "from clustertui.__main__ import main; main()"],
        env={**os.environ, **asked},
        capture_output=True,
        check=True,
        timeout=30,
    )
    assert (done.stdout, done.stderr) == (b"plain,organisation/kicox\n", b"")


# --- Hostile text --------------------------------------------------------------------------------

HOSTILE = (
    "\x1b[31m\x1b]0;owned\x07\x1bP\x9b2J\x9d\x00\x08\x7f\r\nperson/fake\tFake\n"
    "\x0b\x0c\x85\u2028\u2029\u202e\u2066\u200f\ufeff[b]</td>|"
)
ARGUMENT = HOSTILE.replace("\0", "")
"""No argument and no name of a file can hold the character NUL."""

NOT_TEXT = {
    (table, "kind") for table in ("entries", "points", "citations", "inferences", "ranges")
} | {("citations", "record_id"), ("inferences", "record_id"), ("entries", "id")}  # fmt: skip


@pytest.fixture(scope="session")
def hostile_database(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented universe with controls in every text that is no id and no keyword of a query."""
    path = tmp_path_factory.mktemp("hostile") / "clusters.db"
    shutil.copy(database, path)
    with closing(sqlite3.connect(path)) as connection:
        for name, table in TABLES.items():
            for column, type_ in table.columns.items():
                if type_ is not str or column == "id" or column in (table.references or {}):
                    continue
                if (name, column) in NOT_TEXT:
                    continue
                if column == "also":
                    sql = "replace(also, char(10), ? || char(10))"
                else:
                    sql = f"{column} || ?"
                connection.execute(
                    f"UPDATE {name} SET {column} = {sql} WHERE {column} IS NOT NULL", [HOSTILE]
                )
        connection.commit()
    return path


def dangers(text: str, allowed: str = "\n") -> set[str]:
    """The characters of `text` that a terminal might obey."""
    return {
        f"U+{ord(each):04X}"
        for each in text
        if each not in allowed
        and (unicodedata.category(each) in ("Cc", "Cf", "Cs", "Zl", "Zp") or each == "\ufeff")
        and each not in "\u200c\u200d"
    }


@pytest.fixture
def hostile(monkeypatch: pytest.MonkeyPatch, hostile_database: Path) -> None:
    monkeypatch.setenv("CLUSTERTUI_DB", str(hostile_database))


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("form", [[], ["--plain"], ["--csv"], ["--md"]])
@pytest.mark.parametrize("command", [["search", "tide"], *(["list", each] for each in PLURALS)])
def test_no_text_of_a_list_reaches_the_terminal_as_a_control(
    call: Call, command: list[str], form: list[str]
) -> None:
    done = call(*command, *form)
    assert done.code == 0
    assert "[31m" in done.out
    assert dangers(done.out, allowed="\n" if form and form != ["--plain"] else "\n\t") == set()
    assert dangers(done.err) == set()


@pytest.mark.usefixtures("hostile", "terminal")
@pytest.mark.parametrize("command", [["search", "tide"], *(["list", each] for each in PLURALS)])
def test_no_text_of_a_list_for_reading_is_a_control(call: Call, command: list[str]) -> None:
    done = call(*command)
    assert "[31m" in done.out
    assert dangers(done.out + done.err) == set()


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("plural", PLURALS)
def test_no_text_can_make_up_a_record(call: Call, catalogue: Catalogue, plural: str) -> None:
    kind = next(kind for kind in KINDS.values() if kind.plural == plural)
    known = {str(row.ref) for row in catalogue.rows(kind.name)}
    assert set(addresses(call("list", plural, "--plain").out)) == known
    assert {row["ref"] for row in read_markdown(call("list", plural, "--md").out)} == known
    table = csv.DictReader(io.StringIO(call("list", plural, "--csv").out))
    assert {row["ref"] for row in table} == known


REFS = [
    "event/harbour-days-2031",
    "talk/two-hats",
    "person/byeol-haneul",
    "organisation/novik-harbour-cluster",
    "point/barrels",
]


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("form", [[], ["--md"]])
@pytest.mark.parametrize("ref", REFS)
def test_no_text_of_a_record_reaches_the_terminal_as_a_control(
    call: Call, ref: str, form: list[str]
) -> None:
    done = call("show", ref, *form)
    assert done.code == 0
    assert "[31m" in done.out.replace("\\", "")
    assert dangers(done.out + done.err) == set()


@pytest.mark.usefixtures("hostile", "terminal")
@pytest.mark.parametrize("ref", REFS)
def test_no_text_of_a_wrapped_record_is_a_control(call: Call, ref: str) -> None:
    assert dangers(call("show", ref).out) == set()


JSON_COMMANDS = [
    *(["list", each, form] for each in PLURALS for form in ("--json", "--jsonl")),
    *(["search", "tide", form] for form in ("--json", "--jsonl")),
    *(["show", ref, "--json"] for ref in REFS),
]


@pytest.mark.usefixtures("hostile")
@pytest.mark.parametrize("command", JSON_COMMANDS, ids=" ".join)
def test_no_json_reaches_the_terminal_as_a_control(call: Call, command: list[str]) -> None:
    done = call(*command)
    assert done.code == 0
    assert dangers(done.out) == set()


@pytest.mark.usefixtures("hostile")
def test_json_holds_the_text_as_it_is(call: Call) -> None:
    (record, *_) = json.loads(call("list", "people", "--json").out)
    assert record["name"].endswith(HOSTILE)
    assert json.loads(call("show", "talk/two-hats", "--json").out)["title"].endswith(HOSTILE)
    for line in call("list", "people", "--jsonl").out.split("\n")[:-1]:
        assert json.loads(line)["name"].endswith(HOSTILE)


@pytest.mark.usefixtures("hostile")
def test_what_a_shell_is_offered_holds_no_control(completed: Completed) -> None:
    offered = completed("show", "person/")
    assert len(offered) == 8
    assert dangers("".join(value + help_ for value, help_ in offered)) == set()


@pytest.fixture
def hostile_address(records: Records, tmp_path: Path) -> Path:
    """The invented universe with one more person, whose very id is hostile."""
    path = tmp_path / "address.db"
    evil = Person(id=f"zzevil{ARGUMENT}", name="Evil", cite=())
    build(replace(records, people=(*records.people, evil)), path)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["list", "people"],
        ["list", "people", "--csv"],
        ["list", "people", "--md"],
        ["search", "evil"],
        ["show", "evil"],
        ["show", "evil", "--md"],
        ["list", "talks", "--of", "evil"],
    ],
    ids=" ".join,
)
def test_an_address_holds_no_control_either(
    call: Call, hostile_address: Path, command: list[str]
) -> None:
    done = call("--db", hostile_address, *command)
    assert "evil" in (done.out + done.err).lower()
    assert dangers(done.out + done.err, allowed="\n\t") == set()


def test_no_completed_address_holds_a_control(
    hostile_address: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_CLUSTERTUI_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", f"clustertui --db {hostile_address} show person/zz")
    monkeypatch.setenv("COMP_CWORD", "4")
    with pytest.raises(SystemExit):
        run([])
    assert dangers(capsys.readouterr().out) == set()


@pytest.mark.usefixtures("invented")
@pytest.mark.parametrize(
    "command",
    [
        ["search", f"zzzzqqqq{ARGUMENT}"],
        ["show", f"zzzzqqqq{ARGUMENT}"],
        ["show", f"person/{ARGUMENT}"],
        ["list", "talks", "--search", f"zzzzqqqq{ARGUMENT}"],
        ["list", "talks", "--of", f"zzzzqqqq{ARGUMENT}"],
        ["list", "talks", "--sort", ARGUMENT],
        ["list", ARGUMENT],
        [ARGUMENT],
        [f"--{ARGUMENT}"],
        ["--db", f"evil{ARGUMENT}.db", "list", "talks"],
        ["check", f"evil{ARGUMENT}"],
    ],
)
def test_no_message_repeats_a_control(call: Call, command: list[str]) -> None:
    done = call(*command)
    assert done.code in (1, 2, 3)
    assert done.out == ""
    assert done.err
    assert dangers(done.err) == set()


def test_no_name_of_a_file_reaches_the_terminal_as_a_control(call: Call, tmp_path: Path) -> None:
    name = "evil\x1b[31m\x9b2J\n\u202e"
    (tmp_path / "records").mkdir()
    (tmp_path / "records" / f"{name}.toml").write_text("[[people]\n", "utf-8")
    done = call("check", "records")
    assert (done.code, done.out) == (1, "")
    assert dangers(done.err) == set()
    made = call("build", INVENTED, "-o", tmp_path / f"{name}.db")
    assert (made.code, dangers(made.err)) == (0, set())
    assert len(lines(made.err)) == 2


# --- Streams -------------------------------------------------------------------------------------


@pytest.mark.usefixtures("real")
def test_a_reader_that_leaves_early_hears_no_complaint() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "clustertui", "list", "points"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as command:
        head = subprocess.run(["head", "-1"], stdin=command.stdout, capture_output=True, check=True)
        assert command.stdout is not None
        command.stdout.close()
        assert command.stderr is not None
        assert command.stderr.read() == b""
    assert head.stdout.startswith(b"point/")
    assert head.stdout.count(b"\n") == 1


def spawn_unread(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """Run one command whose output nobody reads any more."""
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return spawn(*arguments, stdout=writer)
    finally:
        os.close(writer)


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("command", [["list", "points"], ["show", "kicox"], ["--help"]])
def test_a_broken_pipe_is_quiet(command: list[str]) -> None:
    assert spawn_unread(*command).stderr == b""


@pytest.fixture
def unread() -> Iterator[TextIO]:
    """A pipe whose reader has left."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as stream:
        yield stream


@pytest.fixture
def full() -> Iterator[TextIO]:
    """A disk without any space."""
    with open("/dev/full", "w") as stream:
        yield stream


@pytest.mark.usefixtures("real")
def test_a_write_that_nobody_reads_is_done(unread: TextIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", unread)
    assert run(["list", "points"]) == 0


@pytest.mark.usefixtures("real")
def test_a_write_that_fails_is_said(
    full: TextIO, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", full)
        assert run(["list", "points"]) == 1
    assert capsys.readouterr().err == (
        "the output cannot be written: No space left on device\n"
    )  # fmt: skip


@pytest.mark.usefixtures("real")
def test_a_broken_pipe_is_not_nothing_found() -> None:
    assert spawn_unread("list", "points").returncode == 0


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("command", [["show", "joan marti estevez"], ["search", "kim"]])
def test_a_terminal_without_unicode_gets_what_it_can_show(command: list[str]) -> None:
    done = spawn(*command, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b"Kim" in done.stdout or b"Joan Mart" in done.stdout
    assert done.stderr == b""


@pytest.mark.usefixtures("real")
def test_talk_is_shown_whatever_the_encoding() -> None:
    done = spawn("search", "zürich-qqqq", env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (done.returncode, done.stdout) == (1, b"")
    assert b"nothing found for" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("real")
def test_the_c_locale_is_no_obstacle() -> None:
    named = {key: value for key, value in os.environ.items() if not key.startswith("LC_")}
    done = spawn("show", "joan marti estevez", env={**named, "LC_ALL": "C"})
    assert done.returncode == 0
    assert done.stdout.decode().startswith("Joan Martí Estévez")


@pytest.mark.usefixtures("real")
def test_a_full_disk_is_said_in_a_sentence() -> None:
    with open("/dev/full", "wb") as full:
        done = spawn("list", "talks", stdout=full)
    assert done.returncode != 0
    assert b"No space left on device" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stderr.count(b"\n") == 1


@pytest.mark.usefixtures("real")
def test_a_closed_stdout_is_no_traceback() -> None:
    done = spawn("list", "talks", stdout=None, preexec_fn=lambda: os.close(1))
    assert b"Traceback" not in done.stderr


@pytest.mark.usefixtures("real")
def test_a_closed_stderr_is_no_matter() -> None:
    done = spawn("search", "kicox", "--limit", "1", stderr=None, preexec_fn=lambda: os.close(2))
    assert done.returncode == 0
    assert done.stdout.startswith(b"organisation/kicox\t")


@pytest.mark.usefixtures("real")
def test_a_process_gives_the_code_of_its_command() -> None:
    assert spawn("show", "kicox").returncode == 0
    assert spawn("show", "zzzzqqqq").returncode == 1
    assert spawn("nonsense").returncode == 2
    assert spawn("--db", "none.db", "show", "kicox").returncode == 3


def test_a_ref_of_the_help_is_a_ref_of_the_database(real_database: Path) -> None:
    with closing(Catalogue(real_database)) as catalogue:
        assert catalogue.row(Ref("organisation", "kicox")).title


# --- What a shell may pass on --------------------------------------------------------------------

_HOSTILE = "\x1b[2J\x9b5n\u202e\udcff"


@pytest.mark.parametrize(
    "arguments",
    [
        [_HOSTILE],
        [f"--{_HOSTILE}"],
        ["search", _HOSTILE],
        ["search", "x", f"--{_HOSTILE}"],
        ["search", "x", "--limit", _HOSTILE],
        ["search", "x", "--of", _HOSTILE],
        ["search", "x", "--of", f"talk/{_HOSTILE}"],
        ["list", _HOSTILE],
        ["list", "talks", "--sort", _HOSTILE],
        ["list", "talks", "--of", f"{_HOSTILE}/{_HOSTILE}"],
        ["show", _HOSTILE],
        ["show", f"talk/{_HOSTILE}"],
        ["show", "x", "--db", _HOSTILE],
        ["build", _HOSTILE],
        ["check", _HOSTILE],
        ["check", "x", _HOSTILE],
    ],
    ids=repr,
)
def test_no_argument_reaches_the_terminal_as_it_is(call: Call, arguments: list[str]) -> None:
    done = call(*arguments)
    assert done.code in (1, 2, 3)
    assert (done.out + done.err).replace("\n", "").isprintable()
    assert done.err


def test_the_path_is_clean_on_a_terminal_and_exact_for_a_program(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "\x1b[2J" in call("--db", "a\x1b[2J.db", "path").out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert "\x1b" not in call("--db", "a\x1b[2J.db", "path").out


def test_without_a_current_folder_a_relative_path_is_told(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(_: Path) -> Path:
        raise FileNotFoundError(2, "No such file or directory")

    monkeypatch.setattr(Path, "absolute", gone)
    done = call("--db", "a.db", "path")
    assert (done.code, done.out) == (1, "")
    assert done.err == "the current folder cannot be read: No such file or directory\n"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "--help"]])
def test_help_that_cannot_be_written_is_told(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "clustertui", *arguments],
            stdout=full, stderr=subprocess.PIPE, timeout=30,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr == b"the output cannot be written: No space left on device\n"


def test_help_that_cannot_be_written_is_told_once(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with open("/dev/full", "w") as full, monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", full)
        assert run(["--version"]) == 1
    assert capsys.readouterr().err == "the output cannot be written: No space left on device\n"


def test_an_error_of_the_system_that_is_not_of_the_output_is_ours(
    call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ConnectionError(104, "Connection reset by peer")

    monkeypatch.setattr(cli, "find_database", fail)
    done = call("path")
    assert done.code == 70
    assert "an error of its own (ConnectionError)" in done.err


def test_raw_csv_keeps_what_a_spreadsheet_would_run(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "formulas.db"
    build(Records(people=(Person(id="sum", name="=SUM(A1)", cite=()),)), path)
    for command in (["list", "people"], ["search", "sum"]):
        safe, raw = (call("--db", path, *command, "--csv", *more).out for more in ((), ("--raw",)))
        assert "'=SUM(A1)" in safe
        assert "'=SUM(A1)" not in raw
        assert "=SUM(A1)" in raw
