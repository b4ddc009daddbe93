"""Progress on one line of a terminal."""

from __future__ import annotations

from io import StringIO

import pytest

from clustertui.progress import ProgressLine


class Screen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [100.0]
    monkeypatch.setattr("clustertui.progress.monotonic", lambda: now[0])
    return now


def test_it_says_share_rate_and_time_left(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen)
    clock[0] += 2
    line("writing talks", 1000, 4000)
    assert screen.getvalue() == "\r\x1b[2Kwriting talks: 25%, 500 a second, 6 s left"


def test_it_writes_no_more_often_than_can_be_read(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen)
    line("writing", 1, 10)
    first = screen.getvalue()
    clock[0] += 0.05
    line("writing", 2, 10)
    assert screen.getvalue() == first
    clock[0] += 0.06
    line("writing", 3, 10)
    assert screen.getvalue() != first


def test_nothing_done_yet_has_no_time_left(clock: list[float]) -> None:
    screen = Screen()
    ProgressLine(screen)("writing", 0, 10)
    assert screen.getvalue().endswith("writing: 0%, 0 a second")


def test_it_leaves_the_line_as_it_was(clock: list[float]) -> None:
    screen = Screen()
    ProgressLine(screen).clear()
    assert screen.getvalue() == "\r\x1b[2K"


def test_it_writes_nothing_where_there_is_no_terminal(clock: list[float]) -> None:
    stream = StringIO()
    line = ProgressLine(stream)
    clock[0] += 2
    line("writing", 5, 10)
    line.clear()
    assert stream.getvalue() == ""


def test_bytes_are_said_as_mebibytes(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen, of_bytes=True)
    clock[0] += 2
    line("reading a.xml", 3 << 20, 6 << 20)
    assert screen.getvalue() == "\r\x1b[2Kreading a.xml: 50%, 1.5 MiB a second, 2 s left"


def test_of_an_unknown_size_there_is_no_share_and_no_time_left(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen)
    clock[0] += 2
    line("reading", 1000, 0)
    assert screen.getvalue().endswith("reading: 500 a second")


def test_a_file_that_grows_takes_no_time_less_than_none(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen)
    clock[0] += 2
    line("reading", 1000, 10)
    assert screen.getvalue().endswith(", 0 s left")


def test_each_file_has_a_rate_of_its_own(clock: list[float]) -> None:
    screen = Screen()
    line = ProgressLine(screen)
    clock[0] += 100
    line("reading a", 1000, 1000)
    clock[0] += 1
    line("reading b", 10, 1000)
    clock[0] += 1
    line("reading b", 500, 1000)
    assert screen.getvalue().endswith("reading b: 50%, 500 a second, 1 s left")
