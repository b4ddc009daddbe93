"""What was tried, and what failed: the figures of the report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from time import monotonic
from traceback import extract_tb

MOST_SAID = 20
"""Failures of one attack that are named."""


class Tries:
    """Counts the inputs of one attack; after a failure of one the others are tried, too."""

    def __init__(self, name: str, seed: int) -> None:
        self.name = name
        self.random = Random(f"{seed}/{name}")
        """Everything that is drawn at random comes from the seed and the name of the attack."""
        self.tried = 0
        self.failures: list[str] = []
        self.notes: list[str] = []
        """Figures that are not failures, such as the longest time that was taken."""
        self._started = monotonic()

    @contextmanager
    def one(self, what: str) -> Iterator[None]:
        """Try one input; whatever is raised is a failure."""
        self.tried += 1
        try:
            yield
        except Exception as error:
            place = extract_tb(error.__traceback__)[-1]
            said = " ".join(str(error).split())[:300]
            where = f"{place.filename.rpartition('/')[2]}:{place.lineno}"
            self.failures.append(f"{what}: {type(error).__name__} at {where}: {said!a}")

    def check(self, what: str, *, holds: bool) -> None:
        """Try one condition."""
        self.tried += 1
        if not holds:
            self.failures.append(what)

    def report(self) -> str:
        """One line, and one for each failure."""
        lines = [
            f"{self.name:28} {self.tried:>9,} tried {len(self.failures):>5,} failed"
            f" {monotonic() - self._started:>7.0f} s"
            + (f"   {'; '.join(self.notes)}" if self.notes else "")
        ]
        lines += [f"    {failure}" for failure in self.failures[:MOST_SAID]]
        return "\n".join(lines)
