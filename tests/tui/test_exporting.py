"""An export in its thread: whole or not at all, and never in the way."""

from __future__ import annotations

import csv
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.widgets import Input

from clustertui.catalogue import Catalogue
from clustertui.model import ClusterError, Ref, View
from clustertui.tui.exporting import Exporting, file_stem
from tests.tui.conftest import exploring, in_loop

TALKS = View(kind="talk")


@pytest.fixture
def catalogue(many_talks: Path) -> Iterator[Catalogue]:
    found = Catalogue(many_talks)
    yield found
    found.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    return tmp_path / "folder"


def finished(catalogue: Catalogue, view: View, file: Path) -> Exporting:
    ended = Event()
    exporting = Exporting(catalogue, view, file, lambda: ended.set() if exporting.is_over else None)
    exporting.start()
    assert ended.wait(20)
    return exporting


def test_everything_is_written_in_order(catalogue: Catalogue, folder: Path) -> None:
    exporting = finished(catalogue, TALKS, folder / "talks.csv")
    assert exporting.fault is None
    assert exporting.done == exporting.total == 2000
    with (folder / "talks.csv").open(encoding="utf-8", newline="") as file:
        written = [row["ref"] for row in csv.DictReader(file)]
    assert written == [str(row.ref) for row in catalogue.rows("talk")]
    assert os.listdir(folder) == ["talks.csv"]


def test_a_file_that_came_meanwhile_is_left_as_it_is(catalogue: Catalogue, folder: Path) -> None:
    file = folder / "talks.csv"
    file.write_text("mine")
    assert "is there already" in (finished(catalogue, TALKS, file).fault or "")
    assert file.read_text() == "mine"
    assert os.listdir(folder) == ["talks.csv"]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "cannot be written: No space left on device."),
        (ClusterError("the database broke"), "the database broke"),
        (MemoryError("secret"), "The export failed: MemoryError."),
    ],
)
def test_what_fails_is_said_and_nothing_is_left(
    catalogue: Catalogue, folder: Path, monkeypatch: pytest.MonkeyPatch, error: Exception,
    said: str,
) -> None:  # fmt: skip
    def fail(*_: Any) -> None:
        raise error

    monkeypatch.setattr(os, "rename", fail)
    assert said in (finished(catalogue, TALKS, folder / "talks.csv").fault or "")
    assert os.listdir(folder) == []


def test_an_export_that_is_broken_off_writes_nothing(catalogue: Catalogue, folder: Path) -> None:
    ended = Event()

    def break_off() -> None:
        exporting.cancel()
        if exporting.is_over:
            ended.set()

    exporting = Exporting(catalogue, TALKS, folder / "talks.csv", break_off)
    exporting.start()
    assert ended.wait(20)
    assert 0 < exporting.done < exporting.total
    assert os.listdir(folder) == []


@pytest.mark.parametrize(
    ("view", "stem"),
    [
        (View(kind="person"), "people"),
        (View(kind="talk", scope=Ref("organisation", "kicox")), "talks-of-kicox"),
        (View(kind="talk", scope=Ref("event", "../a\x1b[2J b")), "talks-of-a-2j-b"),
    ],
)
def test_the_name_says_what_is_in_it(view: View, stem: str) -> None:
    assert file_stem(view) == stem


@in_loop
async def test_a_long_export_shows_how_far_it_is_and_can_be_left(
    many_talks: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()
    sheet = Catalogue.sheet

    def slow_sheet(*arguments: Any) -> Any:
        found = sheet(*arguments)
        go_on.wait(20)
        return found

    monkeypatch.setattr(Catalogue, "sheet", slow_sheet)
    monkeypatch.chdir(folder)
    async with exploring(many_talks) as at:
        await at.press("2", "e", "enter")
        await at.until(lambda: at.sees("of 2,000 records read; esc breaks off"))
        await at.press("enter")  # a second one is not begun
        await at.press("escape")
        assert not at.sees("Export this view")
        go_on.set()
        await at.press("down")
        assert at.is_running
    assert os.listdir(folder) == []


@in_loop
async def test_a_name_may_hold_nothing_that_a_terminal_obeys(
    real_database: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    async with exploring(real_database) as at:
        await at.press("2", "e")
        at.app.screen.query_one(Input).value = "a\x1b[2J\x9b.txt"
        await at.press("enter")
        assert at.sees("must end with")
        assert at.text.replace("\n", "").isprintable()
