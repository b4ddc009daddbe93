"""Progress on one line of a terminal: what is done, how quickly, and how long it still takes."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

EVERY = 0.1
"""Seconds between two lines."""


class ProgressLine:
    """Writes over one line of a terminal; on anything else it writes nothing."""

    def __init__(self, stream: TextIO, *, of_bytes: bool = False) -> None:
        self._stream = stream if stream.isatty() else None
        self._started = monotonic()
        self._shown = 0.0
        self._done = 0
        self._of_bytes = of_bytes

    def __call__(self, step: str, done: int, total: int) -> None:
        """Say how far a step has come; of a total of 0 nothing is known."""
        now = monotonic()
        if done < self._done:  # the next file begins
            self._started = now
        self._done = done
        if self._stream is None or now - self._shown < EVERY:
            return
        self._shown = now
        rate = done / max(now - self._started, EVERY)
        said = f"{rate / 2**20:,.1f} MiB" if self._of_bytes else f"{rate:,.0f}"
        share = f"{done / total:.0%}, " if total else ""
        left = f", {max(total - done, 0) / rate:.0f} s left" if rate and total else ""
        self._write(f"{step}: {share}{said} a second{left}")

    def clear(self) -> None:
        """Leave the line as it was."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(f"\r\x1b[2K{text}")
            self._stream.flush()
