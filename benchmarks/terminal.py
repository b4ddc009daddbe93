"""Launch and keystrokes in a real pseudo-terminal, beside a minimal Textual app."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

import pyte

from benchmarks.figures import percentile

COLUMNS, LINES = 100, 30
QUIET = 0.25
"""Seconds without output after which the screen is taken for stable."""
TYPED = "kicox\x7f\x7f\x7f\x7f\x7fpolicy"
MINIMAL = (
    "from textual.app import App\n"
    "from textual.widgets import Input, Label\n"
    "class Minimal(App):\n"
    "    def compose(self):\n"
    "        yield Input()\n"
    "        yield Label('a label')\n"
    "Minimal().run()\n"
)


class Terminal:
    """A program in a pseudo-terminal; what it writes is kept with the time of its arrival."""

    def __init__(self, command: Sequence[str]) -> None:
        self._started = perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execvp(command[0], list(command))
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)

    def settle(self) -> tuple[float, float]:
        """Wait until nothing changes; ms to the first and to the last change of the screen."""
        chunks: list[tuple[float, bytes]] = []
        while select.select([self._file], [], [], QUIET if chunks else 10)[0]:
            try:
                chunks.append((perf_counter(), os.read(self._file, 1 << 16)))
            except OSError:
                break
        changes = []
        for when, data in chunks:
            before = self._screen.display
            self._stream.feed(data.replace(b"\x1b[<u", b"").replace(b"\x1b[>", b"\x1b[?"))
            if self._screen.display != before:
                changes.append((when - self._started) * 1000)
        return (changes[0], changes[-1]) if changes else (0.0, 0.0)

    def press(self, key: str) -> float:
        """Milliseconds from a key to a stable screen."""
        sleep(0.02)
        self._started = perf_counter()
        os.write(self._file, key.encode())
        return self.settle()[1]

    def close(self) -> None:
        """End the program."""
        os.kill(self._pid, signal.SIGTERM)
        os.waitpid(self._pid, 0)
        os.close(self._file)


def measure_start(runs: int = 7) -> None:
    """Launch to first paint, in turn with the minimal app."""
    commands = {"minimal app": [sys.executable, "-c", MINIMAL], "clustertui": _command()}
    paints: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            terminal = Terminal(command)
            paints[name].append(terminal.settle()[0])
            terminal.close()
    minimal, ours = median(paints["minimal app"]), median(paints["clustertui"])
    print(
        f"launch to first paint, medians of {runs}: clustertui {ours:.0f} ms, minimal Textual"
        f" app {minimal:.0f} ms, ratio {ours / minimal:.2f}",
        flush=True,
    )


def measure_keys(databases: Sequence[Path], runs: int = 3) -> None:
    """Key to stable screen at every size, in turn with the minimal app."""
    commands = {"minimal app": [sys.executable, "-c", MINIMAL]}
    commands |= {path.name: [*_command(), "--db", str(path)] for path in databases}
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            terminal = Terminal(command)
            terminal.settle()
            times[name] += [terminal.press(key) for key in TYPED]
            terminal.close()
    floor = median(times["minimal app"])
    for name, values in times.items():
        print(f"key to stable screen, {name:14} median {median(values):5.1f}"
              f"  p95 {percentile(values, 0.95):5.1f} ms, {median(values) / floor:.1f} × the"
              f" minimal app", flush=True)  # fmt: skip


def _command() -> list[str]:
    return [sys.executable, "-m", "clustertui"]
