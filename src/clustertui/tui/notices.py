"""Messages that go by themselves, on a clock that no one can set.

Textual (8.2.8) asks the clock of the day twice: whether a message is still to be shown, and then
for how long. When its time ends between the two, the timer of its toast gets an interval below
zero, counts backwards without end, and the program hangs at full load.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from time import monotonic

from textual.notifications import Notification

SHORTEST = 0.1
"""Seconds for which the toast of a message stays whose time is just over."""


@dataclass
class Notice(Notification):
    """A message whose toast always has some time left."""

    raised_at: float = field(default_factory=monotonic)

    @property
    def time_left(self) -> float:
        """Seconds for which its toast is to stay, never none."""
        return max(self._left(), SHORTEST)

    @property
    def has_expired(self) -> bool:
        """Whether its time is over, so that no new screen shows it."""
        return self._left() <= 0

    def _left(self) -> float:
        return self.raised_at + self.timeout - monotonic()


def replaces(new: Notification, old: Notification) -> bool:
    """Whether the older message has nothing more to say; of two errors, only if they are one."""
    same_kind = (new.title, new.severity) == (old.title, old.severity)
    return same_kind and (new.severity != "error" or new.message == old.message)
