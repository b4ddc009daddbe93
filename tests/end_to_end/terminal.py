"""A pseudo-terminal with the installed command in it. Every wait is for a condition."""

from __future__ import annotations

import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import Any
from unicodedata import combining

import pyte
from wcwidth import wcwidth

DEADLINE = 20.0
"""Seconds after which a condition that does not come true is a failure."""

CLUSTERTUI = (sys.executable, "-m", "clustertui")

# The new session needs its terminal; taking it here spares a fork in a process with threads.
_TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.argv[1], sys.argv[1:])
"""
_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_POP_KEYBOARD = re.compile(rb"\x1b\[<\d*u")
_PUSH_KEYBOARD = re.compile(rb"\x1b\[>\d*u")


@contextmanager
def _nothing_ignored() -> Iterator[None]:
    """Commands that begin here get all signals, even below `nohup` or behind a shell's `&`."""
    numbers = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
    ignored = [number for number in numbers if signal.getsignal(number) is signal.SIG_IGN]
    for number in ignored:
        signal.signal(number, signal.SIG_DFL)
    try:
        yield
    finally:
        for number in ignored:
            signal.signal(number, signal.SIG_IGN)


class _Screen(pyte.Screen):
    """A screen that goes on behind marks without a width, where pyte drops the rest of the text."""

    def draw(self, data: str) -> None:
        super().draw("".join(each for each in data if combining(each) or wcwidth(each) > 0))


class Terminal:
    """Runs a command, types into it, and sees what a person would see."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], env: Mapping[str, str], cwd: Path
    ) -> None:
        columns, lines = size
        self._master, self._slave = os.openpty()
        self._screen = _Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.output = b""
        """Everything that was written to the terminal."""
        self._set_size(columns, lines)
        self.settings = self._settings()
        """How the terminal was set up before."""
        with _nothing_ignored():
            self.process = subprocess.Popen(
                [sys.executable, "-I", "-S", "-c", _TAKE_TERMINAL, *command],
                stdin=self._slave, stdout=self._slave, stderr=self._slave,
                start_new_session=True, env=dict(env), cwd=cwd,
            )  # fmt: skip

    # --- doing -----------------------------------------------------------------------------------

    def type(self, keys: str | bytes) -> None:
        """Type keys, all at once."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def send_all(self, data: bytes) -> None:
        """Send more than a terminal holds at a time, as a paste does; what is written is read."""
        os.set_blocking(self._master, False)
        try:
            while data:
                with suppress(BlockingIOError):
                    data = data[os.write(self._master, data[:4096]) :]
                self._read(0.001)
                assert self.process.poll() is None, "\n".join(self.lines)
        finally:
            os.set_blocking(self._master, True)

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size."""
        self._screen.resize(lines, columns)
        self._set_size(columns, lines)

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the command."""
        self.process.send_signal(number)

    def hang_up(self) -> None:
        """Close the terminal, as closing its window does."""
        for file in (self._master, self._slave):
            with suppress(OSError):
                os.close(file)

    def forget(self) -> None:
        """Wipe what was seen so far, so that only what comes now is seen."""
        self._screen.reset()

    def end(self) -> None:
        """Leave nothing behind."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.hang_up()

    # --- seeing ----------------------------------------------------------------------------------

    @property
    def lines(self) -> list[str]:
        """What stands on the screen."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """What stands on the screen, without the way it was wrapped and framed."""
        return " ".join("\n".join(self.lines).replace("│", " ").replace("▐", " ").split())

    def ground(self, text: str) -> str | None:
        """The colour behind a text, where it stands last on the screen."""
        for y in reversed(range(len(self.lines))):
            x = self.lines[y].rfind(text)
            if x >= 0:
                return str(self._screen.buffer[y][x].bg)
        return None

    def columns_of(self, mark: str, lines: slice) -> set[int]:
        """The first column of a mark in each of these lines; -1 where there is none."""
        rows = [self._screen.buffer[y] for y in range(self._screen.lines)][lines]
        width = range(self._screen.columns)
        return {next((x for x in width if row[x].data == mark), -1) for row in rows}

    def until(self, condition: Callable[[], object], within: float = DEADLINE) -> None:
        """Read what is written until a condition comes true."""
        started = monotonic()
        while not condition():
            screen = "\n".join(self.lines)
            assert self.process.poll() is None, f"ended with {self.process.returncode}\n{screen}"
            assert monotonic() - started < within, screen
            self._read(0.05)

    def until_seen(self, *texts: str, within: float = DEADLINE) -> None:
        """Read until all these texts stand on the screen."""
        self.until(lambda: all(text in self.text for text in texts), within)

    def settle(self, quiet: float = 0.05) -> None:
        """Read until nothing is written for a moment."""
        while self._read(quiet):
            pass

    def settle_for(self, seconds: float) -> None:
        """Read for so long."""
        until = monotonic() + seconds
        while (left := until - monotonic()) > 0 and self.process.poll() is None:
            self._read(min(left, 0.05))

    def exit_code(self, within: float = DEADLINE) -> int:
        """Read until the command ends; how it ended."""
        started = monotonic()
        while self.process.poll() is None:
            assert monotonic() - started < within, "\n".join(self.lines)
            self._read(0.05)
        while self._read(0):
            pass
        return self.process.returncode

    @property
    def is_stopped(self) -> bool:
        """Whether the command waits to be continued."""
        state = Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()[0]
        return state == "T"

    @property
    def modes_on(self) -> set[int]:
        """The private modes of the terminal that were switched on and not off again."""
        modes: dict[int, bool] = {}
        for numbers, letter in _MODE.findall(self.output):
            modes |= dict.fromkeys(map(int, numbers.split(b";")), letter == b"h")
        return {mode for mode, is_on in modes.items() if is_on}

    @property
    def is_restored(self) -> bool:
        """Whether nothing of the interface is left: screen, cursor, mouse, keyboard, settings."""
        keyboards = len(_PUSH_KEYBOARD.findall(self.output))
        keyboards -= len(_POP_KEYBOARD.findall(self.output))
        cursor, wrapping = 25, 7
        return (
            cursor in self.modes_on
            and self.modes_on <= {cursor, wrapping}
            and keyboards == 0
            and self._settings() == self.settings
        )

    def _read(self, patience: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], patience)
        if not ready:
            return False
        data = os.read(self._master, 1 << 16)
        self.output += data
        self._stream.feed(_POP_KEYBOARD.sub(b"", data))  # pyte would print its last letter
        return True

    def _set_size(self, columns: int, lines: int) -> None:
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, size)

    def _settings(self) -> list[Any]:
        return termios.tcgetattr(self._slave)
