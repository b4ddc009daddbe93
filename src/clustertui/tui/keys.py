"""Keys that arrive together, as after a paste, a macro or a pause of the machine, one by one.

Textual gives a key to the widget that has the focus when the key arrives; the key before it may
still be on its way to an action that moves the focus. Here the next key waits until then.
"""

from __future__ import annotations

from collections import deque
from math import inf
from time import monotonic

from textual.events import Key
from textual.message import Message

LONGEST_WAIT = 0.5
"""Seconds after which a key that was not seen to end is taken for ended."""


class KeyDone(Message):
    """Follows a key on its way through the widgets, so that it arrives when the key is done."""


class KeyQueue:
    """Holds keys back while another one is under way; at first, until there is a screen."""

    def __init__(self) -> None:
        self._waiting: deque[Key] = deque()
        self._until = inf

    def put(self, key: Key) -> Key | None:
        """Take in a key that arrived; the key that may pass now, if any."""
        self._waiting.append(key)
        return self.following() if monotonic() >= self._until else None

    def following(self) -> Key | None:
        """The key before is done; the next one, if any is waiting."""
        self._until = monotonic() + LONGEST_WAIT if self._waiting else 0.0
        return self._waiting.popleft() if self._waiting else None
