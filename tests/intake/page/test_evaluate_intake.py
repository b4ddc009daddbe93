from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "scripts" / "evaluate_intake.py"

PAGE = "Moss Workshop\n3 June 2015\n\nProgramme\n10:00 Moss in cities, Ida Holm (Moss Institute)\n"
GOLD = {
    "events": [{"name": "Moss Workshop", "start": "2015-06-03", "end": "2015-06-03"}],
    "talks": [
        {
            "title": "Moss in towns and cities",
            "speakers": [
                {"name": "Ida Holm", "affiliations": [{"organisation": "Moss Institute"}]}
            ],
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    # a name that begins like the line of the sums
    (tmp_path / "allmoss.txt").write_text(PAGE, "utf-8")
    (tmp_path / "allmoss.gold.json").write_text(json.dumps(GOLD), "utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> object:
    monkeypatch.setattr(sys, "argv", [str(SCRIPT), *arguments])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(str(SCRIPT), run_name="__main__")
    return left.value.code


def test_a_table_of_all_pages_and_of_all_together(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, str(folder)) == 0
    rows = [row.split() for row in capsys.readouterr().out.splitlines()]
    assert [row[0] for row in rows] == ["F1", "allmoss", "all:", "all:", "all:"]
    assert rows[1][1:] == ["1.00", "1.00", "0.00", "0.00", "0.00", "1.00", "1.00", "1.00"]


def test_what_went_wrong_is_told_on_demand(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, str(folder), "--wrong") == 0
    assert "    missed talk: Moss in towns and cities\n" in capsys.readouterr().out


def test_the_same_as_data(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, str(folder), "--json") == 0
    data = json.loads(capsys.readouterr().out)
    assert data["all"] == data["pages"]["allmoss"]
    assert data["all"]["event dates"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0}


def test_a_folder_that_cannot_be_scored_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, str(tmp_path / "none")) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 1)
    assert "holds no page" in told.err
