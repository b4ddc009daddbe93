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

UNDER_WAY = 0.1
"""Seconds for which a key may still be on its way. Who types is slower, and waits for nothing."""


LOST = 0.5
"""Seconds after which a KeyDone has been lost, as with the dialogue that the key has closed."""


class KeyDone(Message):
    """Follows a key on its way through the widgets, so that it arrives when the key is done."""


class KeyQueue:
    """Holds keys back while another one is under way; at first, until there is a screen."""

    def __init__(self) -> None:
        self._waiting: deque[Key] = deque()
        self._until = inf
        self._followed = False

    def put(self, key: Key) -> Key | None:
        """Take in a key that arrived; the key itself when it may pass at once."""
        if not self._waiting and monotonic() >= self._until:
            self._until = monotonic() + UNDER_WAY
            return key
        self._waiting.append(key)
        return None

    def clear(self) -> None:
        """Forget the keys that wait: one has come that makes them void."""
        self._waiting.clear()

    def following(self) -> Key | None:
        """The key before is done: the next one that waits, if any, which may pass now."""
        self._followed = False
        self._until = monotonic() + UNDER_WAY if self._waiting else 0.0
        return self._waiting.popleft() if self._waiting else None

    def is_stuck(self) -> bool:
        """Whether keys wait for a KeyDone that will not come."""
        return self._followed and bool(self._waiting) and monotonic() > self._until + LOST

    def must_follow(self) -> bool:
        """Whether a KeyDone is to be sent behind the key that passed last."""
        if not self._waiting or self._followed or self._until == inf:
            return False
        self._followed = True
        return True
