"""An error of the program itself ends it in order: terminal, sentence, account, exit code 70."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Open

BROKEN = """
import asyncio, sys
from clustertui.tui.driver import TerminalDriver
from clustertui.tui.screens.browse import Browse
from clustertui.tui.widgets.record_list import RecordList
from clustertui.tui.searching import Searcher

def fail(*_):
    secret = "Harriet-Secret-Name"
    raise RuntimeError(secret)

async def fail_later():
    fail()

def fail_in_task(self):
    asyncio.get_running_loop().create_task(fail_later())
    self.set_timer(0.05, __import__("gc").collect)

def fail_in_timer(self):
    self.set_timer(0.01, fail)

def fail_in_drawing(self):
    RecordList.draw_line = fail
    self.query_one("#list").refresh()
    self.query_one("#list")._drawn = None

def fail_in_reading(self):
    TerminalDriver._read = fail
    self.app.notify("ready to fail")

Browse.action_sort = {what}
from clustertui.__main__ import main
main()
"""


@pytest.mark.parametrize(
    "what", ["fail", "fail_in_task", "fail_in_timer", "fail_in_drawing", "fail_in_reading"]
)
def test_an_error_gives_the_terminal_back_and_is_told_in_one_sentence(
    open_terminal: Open, environment: dict[str, str], what: str
) -> None:
    terminal = open_terminal([sys.executable, "-c", BROKEN.replace("{what}", what)], size=(200, 24))
    terminal.until_seen("type to search", "[Events 7]")
    terminal.type("2")
    terminal.until_seen("[Talks 20]")
    terminal.type("s")
    if what == "fail_in_reading":
        terminal.until_seen("ready to fail")
        terminal.type("x")
    assert terminal.exit_code(within=5) == 70
    assert terminal.is_restored
    assert "an error of its own (RuntimeError)" in terminal.text
    account = Path(environment["XDG_STATE_HOME"], "clustertui", "error.log").read_text("utf-8")
    assert "fail" in account
    assert "clustertui." in account
    assert "Traceback" not in terminal.output.decode()
    assert "Harriet" not in terminal.output.decode() + account


def test_an_error_while_starting_gives_the_terminal_back(open_terminal: Open) -> None:
    script = BROKEN.replace("Browse.action_sort = {what}", "Browse.on_mount = fail")
    terminal = open_terminal([sys.executable, "-c", script], size=(200, 24))
    assert terminal.exit_code(within=10) == 70
    assert terminal.is_restored
    assert "an error of its own (RuntimeError)" in terminal.text
    assert "Traceback" not in terminal.output.decode()
