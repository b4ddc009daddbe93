"""Progress on one line of a terminal: what is done, how quickly, and how long it still takes."""

from __future__ import annotations

from time import monotonic
from typing import TextIO

EVERY = 0.1
"""Seconds between two lines."""


class ProgressLine:
    """Writes over one line of a terminal; on anything else it writes nothing."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream if stream.isatty() else None
        self._started = monotonic()
        self._shown = 0.0

    def __call__(self, step: str, done: int, total: int) -> None:
        """Say how far a step has come."""
        now = monotonic()
        if self._stream is None or now - self._shown < EVERY:
            return
        self._shown = now
        rate = done / max(now - self._started, EVERY)
        left = f", {(total - done) / rate:.0f} s left" if rate else ""
        self._write(f"{step}: {done / max(total, 1):.0%}, {rate:,.0f} a second{left}")

    def clear(self) -> None:
        """Leave the line as it was."""
        self._write("")

    def _write(self, text: str) -> None:
        if self._stream is not None:
            self._stream.write(f"\r\x1b[2K{text}")
            self._stream.flush()
