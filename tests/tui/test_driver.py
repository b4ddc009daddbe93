"""The terminal driver: what was typed becomes keys, however it arrives, and an end is an end."""

from __future__ import annotations

import asyncio
import io
import os
import signal
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from textual.app import App
from textual.events import Key, Paste, Resize
from textual.geometry import Size
from textual.message import Message

from clustertui.tui.driver import TerminalDriver, _Screen

Typed = Callable[..., list[str]]


@pytest.fixture
def driver() -> Iterator[TerminalDriver]:
    """A driver whose terminal has always something to read."""
    numbers = (signal.SIGTSTP, signal.SIGCONT)
    handlers = [signal.getsignal(number) for number in numbers]
    driver = asyncio.run(_driver())
    ready, write = os.pipe()
    os.write(write, b"x")
    driver.fileno = ready
    yield driver
    for file in (ready, write, driver._wake_read, driver._wake_write):
        os.close(file)
    for number, handler in zip(numbers, handlers, strict=True):
        signal.signal(number, handler)


async def _driver() -> TerminalDriver:
    return TerminalDriver(App(), size=(80, 24))  # a driver asks for the loop it is made in


@pytest.fixture
def typed(driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch) -> Typed:
    """The keys and pastes that pieces of input become, up to the end of the terminal."""

    def keys_of(*pieces: bytes) -> list[str]:
        left = list(pieces)
        found: list[str] = []

        def note(message: Message) -> None:
            if isinstance(message, Key):
                found.append(message.character or message.key)
            elif isinstance(message, Paste):
                found.append(f"<{message.text}>")

        def end(_: object, *arguments: Any) -> None:
            found.append(f"end {arguments[-1]}")

        monkeypatch.setattr(driver, "_read", lambda: left.pop(0) if left else b"")
        monkeypatch.setattr(driver, "process_message", note)
        monkeypatch.setattr(driver._app, "call_later", end)
        driver.run_input_thread()
        return found

    return keys_of


def test_keys_come_one_after_another_and_the_end_of_the_terminal_is_a_hang_up(typed: Typed) -> None:
    assert typed(b"ki", b"c", "öx밀".encode(), b"\x1b[A\x1b[6~") == [
        "k", "i", "c", "ö", "x", "밀", "up", "pagedown", "end 129",
    ]  # fmt: skip


def test_a_key_may_arrive_in_two_pieces(typed: Typed) -> None:
    assert typed(b"a\x1b[", b"A", b"b") == ["a", "up", "b", "end 129"]


@pytest.mark.parametrize("pieces", [[b"\xc3", b"\xbc"], [b"\xeb", b"\xb0", b"\x80"]])
def test_a_letter_may_arrive_in_pieces(typed: Typed, pieces: list[bytes]) -> None:
    assert typed(*pieces, b"x") == [b"".join(pieces).decode(), "x", "end 129"]


@pytest.mark.parametrize("odd", [b"\xff", b"\xe4\xf6\xfc", b"\xc3("])
def test_what_is_not_utf_8_is_shown_to_be_so(typed: Typed, odd: bytes) -> None:
    keys = typed(b"a", odd, b"b")
    assert keys[0] == "a"
    assert keys[-2:] == ["b", "end 129"]
    assert "\ufffd" in keys


@pytest.mark.parametrize(
    "odd", [b"\x1b[1114112u", b"\x1b[99999999999999999999u", b"\x1b[<999;999;999M", b"\x1b[?9;9$y"]
)
def test_a_malformed_report_is_dropped_and_keys_go_on(typed: Typed, odd: bytes) -> None:
    assert typed(b"a", odd, b"b") == ["a", "b", "end 129"]
    assert typed(b"a" + odd + b"bc") == ["a", "b", "c", "end 129"]


def test_a_paste_is_one_text(typed: Typed) -> None:
    assert typed(b"\x1b[200~kicox\ncluster\x1b[201~", b"x") == ["<kicox\ncluster>", "x", "end 129"]


def test_reading_stops_when_it_is_told_to(driver: TerminalDriver) -> None:
    driver.exit_event.set()
    driver.run_input_thread()


def test_an_error_while_reading_ends_the_app_with_that_error(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Any] = []

    def fail() -> None:
        raise RuntimeError("the input broke")

    app = SimpleNamespace(fail=None, call_later=lambda *arguments: told.extend(arguments))
    monkeypatch.setattr(driver, "_app", app)
    monkeypatch.setattr(driver, "run_input_thread", fail)
    driver._run_input_thread()
    assert told[0] is app.fail
    assert str(told[1]) == "the input broke"


# --- Drawing -------------------------------------------------------------------------------------


def drawn_in(encoding: str, text: str) -> bytes:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding, errors="strict", newline="")
    screen = _Screen(stream)
    screen.write(text)
    screen.flush()
    return raw.getvalue()


def test_a_terminal_without_a_letter_is_drawn_in_ascii_of_the_same_width() -> None:
    assert drawn_in("ascii", "\x1b[1mMüller › 밀 │…\x1b[0m") == b"\x1b[1mMuller > Mi |.\x1b[0m"
    assert drawn_in("latin-1", "Müller ›") == b"M\xfcller >"
    assert drawn_in("utf-8", "Müller › 밀") == "Müller › 밀".encode()


def test_a_terminal_that_is_gone_takes_everything() -> None:
    end, pipe = os.pipe()
    os.close(end)
    stream = os.fdopen(pipe, "w", encoding="utf-8")
    screen = _Screen(stream)
    for _ in range(100):
        screen.write("x" * 5000)
        screen.flush()
    assert screen.fileno() == pipe
    stream.close()


@pytest.mark.parametrize(("width", "height"), [(0, 5), (9999, 9999), (1001, 10), (10, 501)])
def test_a_size_that_nobody_can_mean_is_not_taken(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch, width: int, height: int
) -> None:
    sent: list[Message] = []
    monkeypatch.setattr(driver, "send_message", sent.append)
    driver._in_band_window_resize = True
    for size in (Size(80, 24), Size(width, height)):
        driver.process_message(Resize(size, size))
    assert [message.size for message in sent if isinstance(message, Resize)] == [Size(80, 24)]


def test_a_size_in_the_input_is_not_taken_from_a_terminal_that_sends_none(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[Message] = []
    monkeypatch.setattr(driver, "send_message", sent.append)
    driver.process_message(Resize(Size(5, 5), Size(5, 5)))
    assert sent == []


def test_the_size_is_bounded(driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "65535")
    monkeypatch.setenv("LINES", "65535")
    assert driver._get_terminal_size() == (1000, 500)
