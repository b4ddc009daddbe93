"""Terminals, signals and input of every kind: the terminal is given back, and codes are true."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from tests.end_to_end.terminal import CLUSTERTUI, Terminal
from torture.tries import Tries

QUIT = "\x11"
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)

ENVIRONMENTS: tuple[dict[str, str | None], ...] = (
    {"TERM": "linux"}, {"TERM": "vt100"}, {"TERM": "xterm"}, {"TERM": "xterm-16color"},
    {"TERM": "screen"}, {"TERM": "odd"},
    {"COLORTERM": "truecolor"}, {"NO_COLOR": "1"}, {"NO_COLOR": ""}, {"LANG": "C"}, {"LANG": None},
    {"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "de_DE.ISO-8859-1"}, {"LC_ALL": "nonsense"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "latin-1"},
    {"PYTHONIOENCODING": "ascii"}, {"HOME": "/nowhere"}, {"XDG_STATE_HOME": "/dev/null/x"},
    {"XDG_CONFIG_HOME": "/dev/null/x"}, {"COLUMNS": "7", "LINES": "3"}, {"COLUMNS": "99999"},
    {"ESCDELAY": "1"}, {"TMPDIR": "/nowhere"}, {"PYTHONWARNINGS": "error"},
)  # fmt: skip
REFUSED: tuple[dict[str, str | None], ...] = ({"TERM": "dumb"}, {"TERM": ""}, {"TERM": None})

SIZES = ((1, 1), (2, 1), (1, 2), (1, 200), (500, 1), (3, 3), (10, 3), (20, 5), (40, 12), (59, 15),
         (60, 16), (80, 24), (99, 40), (100, 30), (200, 60), (500, 200))  # fmt: skip


class Desk:
    """Opens clustertui in terminals, on one database, in one folder."""

    def __init__(self, database: Path, folder: Path) -> None:
        self._database = database
        self.folder = folder
        (folder / "home").mkdir(exist_ok=True)

    def environment(self, changes: Mapping[str, str | None]) -> dict[str, str]:
        """What a fresh login has, with some changes."""
        names = ("PATH", "PYTHONPATH")
        env: dict[str, str | None] = {n: os.environ[n] for n in names if n in os.environ}
        env |= {"HOME": str(self.folder / "home"), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
        return {name: value for name, value in (env | dict(changes)).items() if value is not None}

    def command(self, prefix: Sequence[str] = ()) -> list[str]:
        """The command line."""
        return [*prefix, *CLUSTERTUI, "--db", str(self._database)]

    @contextmanager
    def open(
        self,
        size: tuple[int, int] = (100, 30),
        wait: bool = True,
        changes: Mapping[str, str | None] | None = None,
    ) -> Iterator[Terminal]:
        """A terminal with clustertui in it; ready, unless nobody waits for that."""
        terminal = Terminal(self.command(), size, self.environment(changes or {}), self.folder)
        try:
            if wait:
                terminal.until(lambda: terminal.modes_on & {2004} and terminal.output)
                terminal.settle(0.1)
            yield terminal
        finally:
            terminal.end()


def _quit(terminal: Terminal, within: float = 5) -> float:
    """Quit and look whether everything is as it was; how long that took."""
    started = monotonic()
    terminal.type(QUIT)
    code = terminal.exit_code(within)
    took = monotonic() - started
    assert code == 0, f"exit code {code}: {terminal.text[-300:]}"
    assert terminal.is_restored, "the terminal is not as it was"
    return took


PYTHON_INTERRUPTED = ("Fatal Python error: init_", "Could not import runpy module")
"""What Python itself says to an interrupt before it has reached any code of clustertui."""


def signals(tries: Tries, desk: Desk, count: int) -> None:
    """Signals at random moments, from the first millisecond on."""
    for number in range(count):
        which = tries.random.choice(SIGNALS)
        moment = tries.random.random() * 1.2
        with tries.one(f"{which.name} after {moment:.3f} s"), desk.open(wait=False) as terminal:
            terminal.settle_for(moment)
            terminal.send(which)
            code = terminal.exit_code(5)
            untouched = not terminal.modes_on
            assert untouched or terminal.is_restored, "the terminal is not as it was"
            before_us = code == 1 and any(each in terminal.text for each in PYTHON_INTERRUPTED)
            assert code in (128 + which, -which) or before_us, f"exit code {code}"
            assert "Traceback" not in terminal.text or which == signal.SIGINT, terminal.text[-300:]
        if number % 10 == 0:
            with tries.one(f"stopped and continued, {number}"), desk.open() as terminal:
                for _ in range(3):
                    terminal.send(signal.SIGTSTP)
                    terminal.until(lambda: terminal.is_stopped and terminal.is_restored)
                    terminal.send(signal.SIGCONT)
                    terminal.until(lambda: 2004 in terminal.modes_on)
                    terminal.settle()
                _quit(terminal)


def environments(tries: Tries, desk: Desk) -> None:
    """Every kind of terminal and locale, at every size."""
    for changes in ENVIRONMENTS:
        with tries.one(f"{changes}"), desk.open(changes=changes) as terminal:
            terminal.type("tide\x1b\x1b[B\r\x1b")
            terminal.settle()
            assert "\\u" not in terminal.text
            _quit(terminal)
    for changes in REFUSED:
        with tries.one(f"{changes}"), desk.open(wait=False, changes=changes) as terminal:
            assert terminal.exit_code(5) == 2
            assert terminal.modes_on == set()
    for size in SIZES:
        with tries.one(f"{size[0]} × {size[1]}"), desk.open(size) as terminal:
            for keys in ("tide", "\x1b", "\x1b[B", "\t", "\r", "p", "\x1b", "?", "\x1b", "\x10",
                         "\x1b[6~", "\x1b", "e", "\x1b", "s", "R"):  # fmt: skip
                terminal.type(keys)
                terminal.settle(0.03)
            _quit(terminal)
    for redirected in ("</dev/null", "<&-", ">/dev/null", "2>/dev/null", "2>&-", "| cat"):
        with tries.one(f"clustertui {redirected}"):
            line = " ".join(f"'{part}'" for part in desk.command()) + f" {redirected}"
            done = subprocess.run(
                ["sh", "-c", line], stdin=subprocess.DEVNULL, capture_output=True, timeout=10,
                env=desk.environment({}), check=False,
            )  # fmt: skip
            assert b"\x1b" not in done.stdout + done.stderr
            assert done.returncode == 2 or redirected == "| cat", done.returncode


def resizes(tries: Tries, desk: Desk, count: int) -> None:
    """Random sizes while somebody types."""
    with tries.one(f"{count} sizes"), desk.open() as terminal:
        for _ in range(count):
            most = tries.random.choice((30, 500)), tries.random.choice((10, 200))
            terminal.resize(tries.random.randint(1, most[0]), tries.random.randint(1, most[1]))
            terminal.type(tries.random.choice(["a", "\x7f", "\x1b", "\x1b[B", "\t", "\r", "?"]))
            terminal.settle(0.001)
        tries.tried += count - 1
        terminal.resize(100, 30)
        terminal.settle(0.3)
        _quit(terminal)


def inputs(tries: Tries, desk: Desk, count: int) -> None:
    """Pastes that are huge or never end, and bytes that no keyboard sends."""
    pastes = {
        "1 MB": b"\x1b[200~" + b"tide harbour " * 80_000 + b"\x1b[201~",
        "1 MB in one word": b"\x1b[200~" + b"x" * (1 << 20) + b"\x1b[201~",
        "1 MB of escapes": b"\x1b[200~" + b"\x1b[31m\x9b" * 180_000 + b"\x1b[201~",
        "1 MB of lines": b"\x1b[200~" + b"tide\n" * 200_000 + b"\x1b[201~",
        "1 MB that is no paste": b"tide " * 200_000,
        "never ended": b"\x1b[200~tide",
        "1 MB never ended": b"\x1b[200~" + b"tide" * (1 << 18),
        "ended only": b"\x1b[201~" * 100,
        "begun twice": b"\x1b[200~a\x1b[200~b\x1b[201~c\x1b[201~",
        "a far size": b"\x1b[48;9999;9999;1;1t\x1b[8;9999;9999t",
        "an open string": b"\x1b]0;" + b"x" * 5000,
        "an open device string": b"\x1bP" + b"x" * 5000,
    }
    for what, sent in pastes.items():
        with tries.one(f"pasted: {what}"), desk.open() as terminal:
            terminal.send_all(sent)
            terminal.settle(0.3)
            sleep(1.2 if "never" in what else 0)
            terminal.type("\x1b")
            terminal.settle(0.2)
            took = _quit(terminal, within=20)
            assert took < 5, f"quitting took {took:.1f} s"
    bits = """1b 1b5b 1b4f 1b5d 1b50 ff c3 eda080 00 3c 3b 3f 39 31313134313132 75 7e 4d 6d 74 52
              2479 9b 07 61 7f 09 f09f918d 1b5b4dffffff""".split()  # noqa: SIM905 - one text
    with desk.open() as terminal:
        for number in range(count):
            sent = bytes.fromhex(
                "".join(tries.random.choices(bits, k=tries.random.randrange(1, 40)))
            )
            with tries.one(f"input {number}: {sent!r}"):
                assert terminal.process.poll() is None, f"ended: {terminal.text[-300:]}"
                terminal.send_all(sent)
                terminal.settle(0.01)
        with tries.one("quitting behind all that"):
            terminal.type("\x1b")
            sleep(1.2)
            terminal.settle(0.3)
            _quit(terminal, within=10)


def endings(tries: Tries, desk: Desk, count: int) -> None:
    """The terminal is closed, or its owner is gone: nothing stays behind, and nothing spins."""
    for number in range(count):
        moment = tries.random.random()
        with tries.one(f"closed after {moment:.3f} s"), desk.open(wait=number % 2 == 0) as terminal:
            terminal.settle_for(moment if number % 2 else 0)
            terminal.hang_up()
            terminal.process.wait(5)
    for number in range(count):
        ignoring = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        ignoring += "os.execv(sys.argv[1], sys.argv[1:])"
        command = desk.command([sys.executable, "-c", ignoring])
        with tries.one(f"closed though hang-ups are ignored, {number}"):
            terminal = Terminal(command, (80, 24), desk.environment({}), desk.folder)
            try:
                terminal.settle_for(0.2 + tries.random.random())
                terminal.hang_up()
                terminal.process.wait(5)
            finally:
                terminal.end()
    with tries.one("idle without load"), desk.open() as terminal:
        before = _seconds_of(terminal.process.pid)
        terminal.settle_for(3)
        spent = _seconds_of(terminal.process.pid) - before
        tries.notes.append(f"idle load {spent / 3:.1%}")
        assert spent < 0.15, f"{spent:.2f} s of work in 3 s without a key"


def quitting(tries: Tries, desk: Desk, count: int) -> None:
    """Quitting in the middle of a search or an export, of a large database."""
    slowest = 0.0
    for number in range(count):
        with tries.one(f"quit in the middle of work, {number}"), desk.open() as terminal:
            if number % 2:
                terminal.type("harbuor clsuter internatoinal cooperatoin polciy")
            else:
                terminal.type(f"2e{'x' * number}\x01export-{number}-\r")
            terminal.settle_for(tries.random.random() * 0.6)
            took = _quit(terminal)
            slowest = max(slowest, took)
            assert took < 1.0, f"quitting took {took:.2f} s"
    left = [name for name in os.listdir(desk.folder) if name.startswith(".clustertui-")]
    tries.check(f"half an export is left: {left}", holds=not left)
    tries.notes.append(f"the slowest took {slowest:.2f} s")


def _seconds_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
