"""What can be done with a record or a view: sources, copies, exports, web addresses."""

from __future__ import annotations

import csv
import json
import shlex
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.widgets import Input

from clustertui.cli import run
from tests.tui.conftest import Journey, exploring, in_loop


def refs(at: Journey) -> list[str]:
    """The addresses of all records in the list."""
    rows = at.records._rows
    assert rows is not None
    return [str(hit.row.ref) for hit in rows.page(0, len(rows))]


# --- Sources -------------------------------------------------------------------------------------


@in_loop
async def test_the_passage_is_shown_when_its_document_is_at_hand(
    database: Path, tmp_path: Path
) -> None:
    lines = [f"Line {number} of the programme [b]" for number in range(1, 41)]
    (tmp_path / "harbour-days.txt").write_text("\n".join(lines), encoding="utf-8")
    async with exploring(database, documents=tmp_path) as at:
        await at.press(*"/nhc", "down", "p")
        assert at.sees("Nøvik Harbour Cluster organisation/novik-harbour-cluster")
        assert at.sees("Lines 5–6 5 Line 5 of the programme [b] 6 Line 6 of the programme [b]")
        assert at.sees("The records name no document for this source.")
        await at.press("escape")
        assert not at.sees("Line 5 of the programme")


@in_loop
async def test_without_the_document_it_is_said_how_to_get_to_it(database: Path) -> None:
    async with exploring(database) as at:
        await at.press(*"/nhc", "down", "p")
        assert at.sees("name the folder that holds harbour-days.txt with --documents")


@in_loop
async def test_what_no_source_says_outright_is_marked_and_explained(database: Path) -> None:
    async with exploring(database) as at:
        await at.press("1", *"/harbour days", "down")
        assert at.here == "event/harbour-days-2031"
        assert "When 30 May – 2 June 2031 (inferred)" in at.detail_text
        await at.press("p")
        assert at.sees("start the page gives no year; 30 May is called a Friday")


@in_loop
async def test_a_page_is_left_by_any_key_that_might_be_meant(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("2")
        for key in ("escape", "backspace", "q", "enter", "p", "?", "f1"):
            await at.press("p")
            assert at.sees("esc close")
            await at.press(key)
            assert not at.sees("esc close")
            assert at.is_running


# --- Copies --------------------------------------------------------------------------------------


@in_loop
async def test_a_record_is_copied_with_its_address_and_its_source(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"/kicox", "enter", "y")
        assert at.app.clipboard.splitlines() == [
            "Cluster Policy of KICOX and status of International cooperation",
            "Hyeyoung Cho · KICOX · Cluster workshop in Korea · 2010",
            "talk/kicox-cluster-policy",
            "Cluster workshop in Korea (KORANET), line 38",
        ]
        await at.until(lambda: at.sees("Sent to the clipboard"))


@in_loop
async def test_a_second_copy_in_a_row_shows_the_text(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("4", "y", "y")
        assert at.sees("Copy by hand")
        assert at.sees("organisation/accio")
        await at.press("escape", "y")
        assert not at.sees("Copy by hand")
        await at.press("down", "y")
        assert not at.sees("Copy by hand")


@pytest.mark.parametrize(
    "keys",
    [
        ["4"],
        ["3", "s"],
        [*"kicox", "enter"],
        [*"kicox", "enter", "5", "s"],
        [*"kicox", "enter", *"/policy", "down"],
        ["4", *"/korea", "down"],
        [*"kim", "down"],
        ["2", *"/--of 'kicox' \"x", "down"],
        ["5", *"/catalan approach", "down"],
        ["3", *"/boesso", "enter", "enter"],
        ["1", *"/muler", "down"],
    ],
    ids="".join,
)
def test_the_copied_command_prints_the_same_records(
    keys: Sequence[str], real_database: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("CLUSTERTUI_DB", str(real_database))
    command, expected = shown_and_copied(real_database, keys)
    words = shlex.split(command)
    assert words[:2] == ["clustertui", "list"]
    code = run(words[1:])
    printed = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert printed == expected
    assert code == (0 if expected else 1)


def shown_and_copied(database: Path, keys: Sequence[str]) -> tuple[str, list[str]]:
    """The command that `Y` copies after some keys, and the records that were shown."""
    found: list[tuple[str, list[str]]] = []

    @in_loop
    async def journey() -> None:
        async with exploring(database) as at:
            await at.press(*keys, "Y")
            found.append((at.app.clipboard, refs(at)))

    journey()
    return found[0]


# --- Exports -------------------------------------------------------------------------------------


async def export_as(at: Journey, name: str) -> None:
    """Ask for an export, type a file name over the proposed one, and confirm it."""
    if not at.sees("Export this view"):
        await at.press("e")
    at.app.screen.query_one(Input).value = name
    await at.press("enter")


@in_loop
async def test_a_view_is_exported_in_every_format(real_database: Path, tmp_path: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox", "enter")
        shown = refs(at)
        for ending in ("csv", "json", "jsonl", "md", "CSV"):
            await export_as(at, str(tmp_path / f"talks.{ending}"))
            assert not at.sees("Export this view")
        await at.until(lambda: at.sees("Exported"))
    table = (tmp_path / "talks.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(table.splitlines()))
    assert [row["ref"] for row in rows] == shown
    assert rows[0]["speakers"] == "Hyeyoung Cho"
    assert (tmp_path / "talks.CSV").read_text(encoding="utf-8") == table
    records = json.loads((tmp_path / "talks.json").read_text(encoding="utf-8"))
    assert [record["ref"] for record in records] == shown
    lines = (tmp_path / "talks.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == records
    markdown = (tmp_path / "talks.md").read_text(encoding="utf-8").splitlines()
    assert [line.split(" | ")[0] for line in markdown[2:]] == [f"| {ref}" for ref in shown]


@in_loop
async def test_an_export_holds_the_whole_view_in_its_order(
    real_database: Path, tmp_path: Path
) -> None:
    file = tmp_path / "people.json"
    async with exploring(real_database, size=(80, 12)) as at:
        await at.press("3", "s", "home")
        await export_as(at, str(file))
        records = json.loads(file.read_text(encoding="utf-8"))
        assert [record["ref"] for record in records] == refs(at)
        assert len(records) == 20
        assert records[0]["name"] == "Müller"


@in_loop
async def test_the_proposed_name_says_what_the_view_is(
    real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with exploring(real_database) as at:
        await at.press(*"kicox", "enter", "e", "enter")
        assert (tmp_path / "talks-of-kicox.csv").exists()
        await at.press("backspace", "4", "e", "enter")
        assert (tmp_path / "organisations.csv").exists()


@in_loop
async def test_an_existing_file_is_left_as_it_is(
    real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "talks.csv"
    file.write_text("mine", encoding="utf-8")
    async with exploring(real_database) as at:
        await at.press("2", "e", "enter")
        assert at.sees("talks.csv is there already; choose another name.")
        assert at.sees("Export this view")
        await export_as(at, "other.csv")
        assert not at.sees("Export this view")
    assert file.read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "other.csv").exists()


@in_loop
async def test_a_file_that_cannot_be_written_is_refused_with_the_reason(
    real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    async with exploring(real_database) as at:
        await at.press("2")
        for name, said in (
            ("talks.xlsx", "“talks.xlsx” must end with .csv, .json, .jsonl, .md."),
            ("talks", "“talks” must end with"),
            ("", "must end with"),
            (".csv", "“.csv” must end with"),
            ("[b]x[/b] [/].[/]", "must end with"),
            ("no-such-folder/talks.csv", "cannot be written: No such file or directory."),
            ("/dev/null/talks.csv", "cannot be written: Not a directory."),
            (f"{'x' * 300}.csv", "cannot be written: File name too long."),
        ):
            await export_as(at, name)
            assert at.sees(said)
        await at.press("escape")
        assert not at.sees("Export this view")
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize("name", ["~no-such-user/talks.csv", "talks\0.csv", "talks\ud800.csv"])
@in_loop
async def test_a_file_name_that_no_system_takes_is_refused(
    real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with exploring(real_database) as at:
        await at.press("2")
        await export_as(at, name)
        assert at.is_running


@in_loop
async def test_a_tilde_is_the_home_folder(real_database: Path, own_home: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("2")
        await export_as(at, "~/talks.md")
        assert not at.sees("Export this view")
    assert (own_home / "talks.md").exists()


@in_loop
async def test_an_empty_view_is_not_exported(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"zzzzqqqq", "down", "e")
        await at.until(lambda: at.sees("There is nothing to export in this view."))
        assert not at.sees("Export this view")


# --- Web addresses -------------------------------------------------------------------------------


@in_loop
async def test_the_web_address_of_a_record_is_opened(
    database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    async with exploring(database) as at:
        monkeypatch.setattr(at.app, "open_url", opened.append)
        await at.press("4", *"/nhc", "down", "o")
        assert opened == ["https://nhc.example/[/]"]
        await at.press("escape", *"/quill", "down", "o")
        assert len(opened) == 1
        await at.until(lambda: at.sees("No web address is known for this record."))
