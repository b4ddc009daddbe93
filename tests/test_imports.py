"""What a fresh interpreter loads: a command does not pay for the interface, nor for what it is not.

The rules between the rooms are import-linter's (`make imports`); this is what happens in fact.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import clustertui

HERE = Path(__file__).parent
PACKAGE = Path(clustertui.__file__).parent

REPORT = "\nimport json, sys\nprint('\\nLOADED' + json.dumps(sorted(sys.modules)))\n"
COMMAND = """
import sys
from clustertui.cli import run
code = run(sys.argv[1:])
assert code == 0, code
"""

LoadedBy = Callable[..., set[str]]


@pytest.fixture
def loaded_by(tmp_path: Path, database: Path) -> LoadedBy:
    """The modules that a fresh interpreter, in an empty home and folder, has after some code."""

    def loaded_by(code: str, *arguments: str | Path) -> set[str]:
        (tmp_path / "home").mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-c", code + REPORT, *map(str, arguments)],
            cwd=tmp_path / "home",
            env={
                "PATH": os.environ.get("PATH", ""),
                "HOME": str(tmp_path / "home"),
                "PYTHONPATH": str(PACKAGE.parent),
                "CLUSTERTUI_DB": str(database),
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=30,
        )
        assert done.returncode == 0, done.stderr
        return set(json.loads(done.stdout.rpartition("\nLOADED")[2]))

    return loaded_by


def packages(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def rooms(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("clustertui.")}


def test_the_package_itself_imports_nothing_else_of_it(loaded_by: LoadedBy) -> None:
    loaded = loaded_by("import clustertui; assert clustertui.__version__")
    assert rooms(loaded) == set()
    assert packages(loaded) & {"click", "sqlite3", "textual"} == set()


@pytest.mark.parametrize("package", ["clustertui.tui", "clustertui.tui.screens"])
def test_no_package_imports_when_it_is_imported(loaded_by: LoadedBy, package: str) -> None:
    parents = {package.rsplit(".", depth)[0] for depth in range(package.count(".") + 1)}
    assert rooms(loaded_by(f"import {package}")) == rooms(parents)


def test_the_start_of_the_program_waits_for_nothing(loaded_by: LoadedBy) -> None:
    assert rooms(loaded_by("import clustertui.__main__")) == {"clustertui.__main__"}


@pytest.mark.parametrize("room", ["cli", "launch", "build", "search", "export", "report"])
def test_no_room_below_the_interface_loads_it(loaded_by: LoadedBy, room: str) -> None:
    loaded = loaded_by(f"import clustertui.{room}")
    assert packages(loaded) & {"textual", "rich"} == set()
    assert not any(name.startswith("clustertui.tui") for name in loaded)


@pytest.mark.parametrize("room", ["text", "model", "entities", "schema", "kinds", "dates"])
def test_the_lowest_rooms_need_no_database(loaded_by: LoadedBy, room: str) -> None:
    loaded = loaded_by(f"import clustertui.{room}")
    assert packages(loaded) & {"sqlite3", "sqlite_utils", "click", "textual", "rich"} == set()


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["--version"],
        ["search", "tide"],
        ["search", "tide", "--of", "quill", "--json"],
        ["list", "talks", "--csv"],
        ["list", "points", "--search", "tide", "--md"],
        ["show", "quill"],
        ["show", "quill", "--json"],
        ["path"],
        ["check", str(HERE / "records")],
    ],
    ids=" ".join,
)
def test_no_command_pays_for_the_interface_or_the_build(
    loaded_by: LoadedBy, arguments: list[str]
) -> None:
    loaded = loaded_by(COMMAND, *arguments)
    assert packages(loaded) & {"textual", "rich", "sqlite_utils"} == set()
    assert not any(name.startswith("clustertui.tui") for name in loaded)


def test_a_build_does_not_pay_for_the_interface(loaded_by: LoadedBy, tmp_path: Path) -> None:
    loaded = loaded_by(COMMAND, "build", HERE / "records", "-o", tmp_path / "made.db")
    assert "sqlite_utils" in loaded
    assert packages(loaded) & {"textual", "rich"} == set()
    assert not any(name.startswith("clustertui.tui") for name in loaded)


def test_a_launch_without_a_terminal_does_not_load_the_interface(loaded_by: LoadedBy) -> None:
    code = """
import sys
from clustertui.__main__ import main
try:
    main()
except SystemExit as left:
    assert left.code == 2, left.code
"""
    assert packages(loaded_by(code)) & {"textual", "rich", "click"} == set()
