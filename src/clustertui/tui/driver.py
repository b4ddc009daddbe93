"""The terminal driver: Textual's own, with the defects mended that a user would feel.

What is mended, all seen with Textual 8.2.8: Escape waits for the 100 ms at which the input is
polled; so does quitting; input that is not UTF-8 ends the program; a terminal that went away is
read for ever, at full load, and written to until the program hangs; a terminal may claim any size;
an error while reading ends the program as if nothing had happened.
"""

from __future__ import annotations

import asyncio
import codecs
import contextlib
import os
import selectors
import signal
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO, cast

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size
from textual.message import Message

from clustertui.text import in_ascii
from clustertui.tui.typed import Typed

if TYPE_CHECKING:
    from clustertui.tui.app import ClusterApp

LARGEST_SCREEN = Size(1000, 500)
"""More is not drawn, whatever a terminal claims: the time that it takes has to end."""


class TerminalDriver(LinuxDriver):
    """Sleeps until there is input, a deadline of the parser, or an end."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._wake_read, self._wake_write = os.pipe()
        assert self._file is not None
        self._file = cast(Any, _Screen(self._file))

    def start_application_mode(self) -> None:
        """Take over the terminal, and mind the signals of its size and of stopping in the loop.

        Textual's own handlers can interrupt what they wait for, or tell the older size last.
        """
        super().start_application_mode()  # type: ignore[no-untyped-call]
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGWINCH, self._tell_size)
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def _tell_size(self) -> None:
        if not self._in_band_window_resize:
            size = Size(*self._get_terminal_size())
            self._app.post_message(Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        width, height = super()._get_terminal_size()
        return min(width, LARGEST_SCREEN.width), min(height, LARGEST_SCREEN.height)

    def process_message(self, message: Message) -> None:
        """Pass on what was typed, but for sizes that nobody can mean."""
        if isinstance(message, Resize) and not (
            self._in_band_window_resize and message.size.width in range(1, LARGEST_SCREEN.width + 1)
            and message.size.height in range(1, LARGEST_SCREEN.height + 1)
        ):  # fmt: skip
            return
        super().process_message(message)

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

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(cast("ClusterApp", self._app).fail, error)

    def run_input_thread(self) -> None:
        """Read keys until told to stop or until the terminal is gone."""
        with _selector(self.fileno, self._wake_read) as selector:
            # Who says that the terminal has ASCII only types nothing else, or UTF-8 after all.
            encoding = _encoding(sys.__stdin__)
            known = "utf-8" if encoding == "ascii" else encoding
            decode = getincrementaldecoder(known)("replace").decode
            typed = Typed()
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(typed.patience)}
                if self.fileno in ready:
                    data = self._read()
                    if not data:
                        self._app.call_later(self._app.exit, None, 128 + signal.SIGHUP)
                        return
                    for event in typed.feed(decode(data)):
                        self.process_message(event)
                for event in typed.tick():
                    self.process_message(event)

    def _read(self) -> bytes:
        with contextlib.suppress(OSError):
            return os.read(self.fileno, 1 << 16)
        return b""


class _Screen:
    """The terminal as a file that takes everything: letters it has not are drawn in ASCII, and
    what is written when it is gone is nothing to be told.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._encoding = _encoding(stream)
        codecs.register_error("clustertui.drawn", _drawn)

    def write(self, text: str) -> None:
        """Draw."""
        shown = text.encode(self._encoding, "clustertui.drawn").decode(self._encoding)
        with self._while_there():
            self._stream.write(shown)

    def flush(self) -> None:
        """Have it drawn now."""
        with self._while_there():
            self._stream.flush()

    def fileno(self) -> int:
        """The number of the file."""
        return self._stream.fileno()

    @contextlib.contextmanager
    def _while_there(self) -> Iterator[None]:
        try:
            yield
        except OSError:
            # What is still buffered must not fail a second time when the program ends.
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self._stream.fileno())
            os.close(nowhere)


def _drawn(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return in_ascii(error.object[error.start : error.end], same_width=True), error.end


def _encoding(stream: TextIO | None) -> str:
    return codecs.lookup((stream.encoding if stream is not None else None) or "utf-8").name


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
