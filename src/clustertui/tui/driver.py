"""The terminal driver: Textual's own, with the defects mended that a user would feel.

What is mended, all seen with Textual 8.2.8: Escape waits for the 100 ms at which the input is
polled; so does quitting; input that is not UTF-8, or a malformed key report, ends the program; a
terminal that went away is read for ever, at full load.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import selectors
import signal
import time
from codecs import getincrementaldecoder
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size


class TerminalDriver(LinuxDriver):
    """Sleeps until there is input, a deadline of the parser, or an end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wake_read, self._wake_write = os.pipe()

    def start_application_mode(self) -> None:
        """Take over the terminal, and learn its size in the loop.

        Textual's own handler can interrupt itself and then tell the older size last.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        asyncio.get_running_loop().add_signal_handler(signal.SIGWINCH, self._tell_size)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def disable_input(self) -> None:
        """Stop reading, at once."""
        if self._key_thread is not None and not self.exit_event.is_set():
            self.exit_event.set()
            os.write(self._wake_write, b"\0")
            self._key_thread.join()
            os.read(self._wake_read, 1)
            self.exit_event.clear()
            self._key_thread = None
        super().disable_input()

    def run_input_thread(self) -> None:
        """Read keys until told to stop or until the terminal is gone."""
        with _selector(self.fileno, self._wake_read) as selector:
            decode = getincrementaldecoder("utf-8")("replace").decode
            parser = XTermParser(self._debug)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(_patience(parser))}
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, None, 128 + signal.SIGHUP)
                        return
                    if text := decode(data):  # half a letter is no text yet
                        parser = self._feed(parser, text)
                for event in parser.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        with contextlib.suppress(OSError):
            return os.read(self.fileno, 1 << 16)
        return b""

    def _feed(self, parser: XTermParser, text: str) -> XTermParser:
        """Take in what was typed; a parser that choked on it is replaced."""
        try:
            for event in parser.feed(text):
                self.process_message(event)
        except (ValueError, OverflowError, StopIteration):
            return XTermParser(self._debug)
        return parser


def _selector(*files: int) -> selectors.BaseSelector:
    selector: selectors.BaseSelector = selectors.DefaultSelector()
    try:
        for file in files:
            selector.register(file, selectors.EVENT_READ)
    except OSError:  # epoll takes no plain files
        selector.close()
        selector = selectors.SelectSelector()
        for file in files:
            selector.register(file, selectors.EVENT_READ)
    return selector


def _patience(parser: XTermParser) -> float | None:
    """Seconds until the parser decides that an escape sequence is complete; None is no limit."""
    # A private name of Textual's; without it the wait is Textual's own.
    due: float | None = getattr(parser, "_timeout_time", None)
    return None if due is None else max(0.001, due - time.monotonic())
