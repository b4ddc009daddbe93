"""What was typed, from text to messages: a paste is one text, and no report can stop the keys.

Textual's own parser (8.2.8) takes a paste apart at an Escape in it, waits for ever for the end of
one that was broken off, and drops all that came together with a report it chokes on.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.events import Paste
from textual.message import Message

from clustertui.text import clean

PASTE_PATIENCE = 1.0
"""Seconds of silence after which a paste that was not ended is taken as it is."""
LONGEST_PASTE = 1 << 16
"""Characters of a paste that are kept; more than any box here can hold."""

LONG = 64
"""Letters that nobody types at once: a paste of a terminal that does not mark it as one."""
FLOOD = 0.05
"""Seconds for which what follows such a paste still belongs to it."""

_TAIL = len(BRACKETED_PASTE_END) - 1
_TEXT = r"[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_PIECE = re.compile(rf"{_TEXT}{{{LONG},}}|\x1b\[[0-?]*[ -/]*[@-~]?|{_TEXT}{{1,{LONG}}}|.", re.S)
_FLOOD_TEXT = re.compile(f"{_TEXT}+")
_REPORT = re.compile(r"(?:\x1b\[?)?[0-?]*[ -/]*[@-~]?")
_KEPT = ("last_x", "last_y", "mouse_pixels", "terminal_size", "terminal_pixel_size")


class Typed:
    """Turns text into keys, clicks and pastes, some of them only when nothing more comes."""

    def __init__(self) -> None:
        self._parser = XTermParser()
        self._pending = ""
        """The last characters of a sequence that may still go on."""
        self._paste: str | None = None
        self._paste_tail = ""
        """The last characters of the paste, which may begin its end."""
        self._paste_due = 0.0
        self._flooded_until = 0.0

    @property
    def patience(self) -> float | None:
        """Seconds until `tick` decides something; None while there is nothing to decide."""
        due = self._parser_due if self._paste is None else self._paste_due
        return None if due is None else max(0.001, due - time.monotonic())

    @property
    def _parser_due(self) -> float | None:
        # A private name of Textual's; without it an Escape waits for the next key.
        due: float | None = getattr(self._parser, "_timeout_time", None)
        return due

    def feed(self, text: str) -> Iterator[Message]:
        """What some more text means."""
        while text:
            if self._paste is not None:
                paste, text = self._collect(text)
                yield from paste
                continue
            before = len(self._pending)
            at = (self._pending + text).find(BRACKETED_PASTE_START) - before
            if at < -before:
                yield from self._parse(text)
                return
            if at < 0:  # it began with what the parser has taken already
                self._renew_parser()
            yield from self._parse(text[: max(at, 0)])
            text = text[at + len(BRACKETED_PASTE_START) :]
            self._paste, self._pending = "", ""
            self._paste_due = time.monotonic() + PASTE_PATIENCE

    def tick(self) -> Iterator[Message]:
        """What the silence means."""
        if self._paste is None:
            for event in self._parser.tick():
                self._pending = ""
                yield event
        elif time.monotonic() >= self._paste_due:
            yield self._pasted(self._paste_tail)

    def _parse(self, text: str) -> Iterator[Message]:
        for piece in _PIECE.findall(text):
            if self._is_flood(piece):
                yield Paste(_shown(piece))
                continue
            if len(piece) > LONG:  # behind the beginning of a sequence that is none
                yield from self._parse(piece[:LONG])
                yield from self._parse(piece[LONG:])
                continue
            try:
                yield from self._parser.feed(piece)
            except (ValueError, OverflowError, StopIteration, RuntimeError):
                self._renew_parser()
                report = _REPORT.match(piece)
                # What follows the report that the parser choked on is typed text again.
                if behind := piece[report.end() if report else 0 :]:
                    yield from self._parser.feed(behind)
            waits = self._parser_due is not None
            self._pending = (self._pending + piece)[-_TAIL:] if waits else ""

    def _is_flood(self, piece: str) -> bool:
        now = time.monotonic()
        if self._parser_due is not None or not (
            len(piece) >= LONG or (now < self._flooded_until and piece.isprintable())
        ):
            return False
        if not _FLOOD_TEXT.fullmatch(piece):
            return False
        self._flooded_until = now + FLOOD
        return True

    def _renew_parser(self) -> None:
        parser = XTermParser()
        for name in _KEPT:
            setattr(parser, name, getattr(self._parser, name))
        self._parser = parser

    def _collect(self, text: str) -> tuple[list[Message], str]:
        """The paste, if it ends in `text`, and what comes behind it."""
        more, ended, behind = (self._paste_tail + text).partition(BRACKETED_PASTE_END)
        if ended:
            return [self._pasted(more)], behind
        self._keep(more[:-_TAIL])
        self._paste_tail = more[-_TAIL:]
        self._paste_due = time.monotonic() + PASTE_PATIENCE
        return [], ""

    def _keep(self, more: str) -> None:
        kept = self._paste or ""
        self._paste = kept + more[: LONGEST_PASTE - len(kept)]

    def _pasted(self, more: str) -> Paste:
        self._keep(more)
        text, self._paste, self._paste_tail = self._paste or "", None, ""
        return Paste(_shown(text))


def _shown(text: str) -> str:
    return "\n".join(map(clean, text.splitlines()))
