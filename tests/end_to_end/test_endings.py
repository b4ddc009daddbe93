"""However clustertui ends, the terminal is as it was; and where there is none, it says so."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Open
from tests.end_to_end.terminal import CLUSTERTUI, DEADLINE, Terminal

CTRL_C, CTRL_Q, CTRL_Z, ESCAPE = "\x03", "\x11", "\x1a", "\x1b"

_IGNORING_HANG_UPS = """
import os, signal, sys
signal.signal(signal.SIGHUP, signal.SIG_IGN)
os.execv(sys.argv[1], sys.argv[1:])
"""


_INTERRUPTED_EARLY = """
import os, signal, sys
from clustertui.tui.app import ClusterApp
take_signals = ClusterApp.on_load
def on_load(app):
    os.kill(os.getpid(), signal.SIGINT)
    take_signals(app)
ClusterApp.on_load = on_load
from clustertui.__main__ import main
sys.argv = ["clustertui"]
main()
"""


# --- Leaving -------------------------------------------------------------------------------------


def test_the_interface_takes_the_terminal(terminal: Terminal) -> None:
    assert 1049 in terminal.modes_on  # the alternate screen
    assert 25 not in terminal.modes_on  # the cursor of the terminal
    assert terminal.modes_on & {1000, 1002, 1003}  # the mouse
    assert not terminal.is_restored


def test_quitting_from_the_list_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.type("4")
    terminal.until_seen("[Organisations 21]", "y copy")
    terminal.type("q")
    assert terminal.exit_code() == 0
    assert terminal.is_restored


def test_quitting_while_typing_gives_the_terminal_back(terminal: Terminal) -> None:
    terminal.type("q")
    terminal.until_seen("/ q")
    terminal.type(CTRL_Q)
    assert terminal.exit_code() == 0
    assert terminal.is_restored


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_signal_gives_the_terminal_back(
    terminal: Terminal, number: signal.Signals, code: int
) -> None:
    terminal.send(number)
    assert terminal.exit_code() == code
    assert terminal.is_restored


def test_ctrl_c_does_not_end_it(terminal: Terminal) -> None:
    terminal.type(CTRL_C)
    terminal.type("kicox")
    terminal.until_seen("/ kicox", "[Organisations 1]")


def test_a_closed_terminal_leaves_nothing_running(terminal: Terminal) -> None:
    terminal.hang_up()
    assert terminal.process.wait(DEADLINE) != 0


def test_a_closed_terminal_leaves_nothing_running_that_ignores_hang_ups(
    open_terminal: Open,
) -> None:
    terminal = open_terminal([sys.executable, "-c", _IGNORING_HANG_UPS, *CLUSTERTUI])
    terminal.until_seen("type to search")
    terminal.hang_up()
    terminal.process.wait(DEADLINE)


def test_it_can_be_left_for_the_shell_and_taken_up_again(open_terminal: Open) -> None:
    terminal = open_terminal(["/bin/sh", "-i"], PS1="ready> ")
    terminal.until_seen("ready>")
    terminal.type(f"{sys.executable} -m clustertui\n")
    terminal.until_seen("type to search", "commands")
    terminal.type(CTRL_Z)
    terminal.until_seen("Stopped", "ready>")
    assert terminal.is_restored
    terminal.forget()
    terminal.type("fg\n")
    terminal.until_seen("type to search", "[Events 7]", "commands", within=5)
    terminal.type("kicox")
    terminal.until_seen("/ kicox", "[Organisations 1]")
    terminal.type(CTRL_Q)
    terminal.until_seen("ready>")
    terminal.type("exit\n")
    assert terminal.exit_code() == 0
    assert terminal.is_restored


# --- What no keyboard sends ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "keys",
    [
        b"\xff",  # no UTF-8
        b"\x00",
        b"\x1b[<999;999;999M",  # a mouse far away
        b"\x1b[?9999;9$y",
        b"\x1b]52;c;!\x07",
    ],
    ids=repr,
)
def test_odd_input_does_not_end_it(terminal: Terminal, keys: bytes) -> None:
    terminal.type("4")
    terminal.until_seen("[Organisations 21]", "y copy")
    terminal.type(keys)
    terminal.type("3")
    terminal.until_seen("[People 20]")


def test_what_is_pasted_is_searched_and_puts_no_control_on_the_screen(terminal: Terminal) -> None:
    terminal.type("\x1b[200~ki\x9bcox\x1b[201~")
    terminal.until(lambda: "/ type to search" not in terminal.text)
    terminal.type("zz")
    terminal.until(lambda: "zz" in terminal.lines[2])
    assert "\x9b".encode() not in terminal.output


# --- Colours -------------------------------------------------------------------------------------

_COLOURS = re.compile(rb"38;2;(\d+;\d+;\d+);48;2;(\d+;\d+;\d+)m")


def test_without_colours_everything_is_grey_and_can_be_read(open_terminal: Open) -> None:
    terminal = open_terminal(NO_COLOR="1", COLORTERM="truecolor")
    terminal.until_seen("type to search", "commands")
    terminal.type("kicox")
    terminal.until_seen("/ kicox", "› Korea Industrial Complex Corporation")
    pairs = set(_COLOURS.findall(terminal.output))
    greys = [[list(map(int, colour.split(b";"))) for colour in pair] for pair in pairs]
    assert greys
    for letter, ground in greys:
        assert len(set(letter)) == len(set(ground)) == 1
        assert abs(letter[0] - ground[0]) > 20


# --- Where there is no terminal ------------------------------------------------------------------

INSTEAD = "use `clustertui search WORDS`, `clustertui list KIND` or `clustertui show REF` instead"

Run = Callable[[], subprocess.CompletedProcess[str]]


@pytest.fixture
def run(environment: dict[str, str], real_database: Path) -> Run:
    """Runs clustertui without a terminal."""

    def run_one() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            CLUSTERTUI, env=environment, cwd=real_database.parent.parent, text=True,
            stdin=subprocess.DEVNULL, capture_output=True, timeout=DEADLINE, check=False,
        )  # fmt: skip

    return run_one


def test_without_a_terminal_it_says_what_to_use_instead(run: Run) -> None:
    ended = run()
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "there is no terminal to draw on" in ended.stderr
    assert INSTEAD in ended.stderr


@pytest.mark.parametrize("redirected", ["</dev/null", "| cat", "2>/dev/null"])
def test_it_does_not_draw_where_one_stream_is_no_terminal(
    open_terminal: Open, redirected: str
) -> None:
    line = f"{sys.executable} -m clustertui {redirected}; echo ended with $?"
    if redirected == "| cat":
        line = f"{{ {sys.executable} -m clustertui; echo ended with $? >&2; }} {redirected}"
    terminal = open_terminal(["/bin/sh", "-c", line], size=(200, 10))
    terminal.exit_code()
    assert "ended with 2" in terminal.text
    assert redirected == "2>/dev/null" or INSTEAD in terminal.text
    assert terminal.modes_on == set()


@pytest.mark.parametrize(
    "name",
    ["dumb", None, ""],
)
def test_a_terminal_that_cannot_be_drawn_on_is_refused(
    open_terminal: Open, name: str | None
) -> None:
    terminal = open_terminal(size=(200, 10), TERM=name)
    assert terminal.exit_code(within=5) == 2
    assert "cannot be drawn on" in terminal.text
    assert INSTEAD in terminal.text
    assert terminal.modes_on == set()


def test_an_interrupt_right_before_the_app_takes_signals_is_one(open_terminal: Open) -> None:
    terminal = open_terminal([sys.executable, "-c", _INTERRUPTED_EARLY])
    assert terminal.exit_code() == 130
    assert terminal.modes_on == set()


def test_without_a_database_the_terminal_is_left_alone(open_terminal: Open, tmp_path: Path) -> None:
    terminal = open_terminal([*CLUSTERTUI, "--db", str(tmp_path / "none.db")])
    assert terminal.exit_code() == 3
    assert "no such database" in terminal.text
    assert terminal.modes_on == set()


def test_a_faulty_configuration_is_said_before_anything_is_drawn(
    open_terminal: Open, environment: dict[str, str]
) -> None:
    file = Path(environment["XDG_CONFIG_HOME"], "clustertui", "config.toml")
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nsrot = "f5"\n', encoding="utf-8")
    terminal = open_terminal(size=(400, 36))  # the name of the file fits on the line
    assert terminal.exit_code() == 1
    assert "unknown action `srot`" in terminal.text
    assert terminal.modes_on == set()
    file.write_text('theme = "nord"\n[keys]\nsort = "f5"\n', encoding="utf-8")
    terminal = open_terminal()
    terminal.until_seen("type to search")
    terminal.type(ESCAPE)
    terminal.until_seen("f5 sort")
