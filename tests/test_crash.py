"""What is kept of an error says where it happened, and nothing of whom it happened to."""

from __future__ import annotations

import errno
import sqlite3
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path
from types import ModuleType

import pytest

from clustertui import __version__, crash
from clustertui.crash import account, log_file, sentence

SECRET = "Harriet-Secret-Name"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def raised(error: Exception, cause: Exception | None = None) -> Exception:
    """The error, once it has gone through a few frames full of what is nobody's business."""
    typed = SECRET
    try:
        try:
            if cause is not None:
                raise cause
            int(typed if cause else "1")
        except ValueError as first:
            raise error from first
        raise error
    except Exception as caught:
        return caught


def test_modules_and_lines_are_told() -> None:
    told = account(raised(KeyError(SECRET)))
    assert f"  {__name__}:" in told
    assert " raised\n" in told
    assert "\nKeyError\n" in told
    assert f"clustertui {__version__}, " in told
    assert f"SQLite {sqlite3.sqlite_version}" in told


def test_no_message_no_value_and_no_path_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["clustertui", SECRET])
    told = account(raised(RuntimeError(f"{tmp_path}/{SECRET}"), ValueError(SECRET)))
    assert SECRET not in told
    assert "/" not in told.split("\n\n", 1)[1]
    assert str(Path.home()) not in told
    assert "\nRuntimeError\n" in told
    assert "\nValueError\n" in told


def test_the_terminal_is_told_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm\x1b[2J" + "x" * 500)
    monkeypatch.delenv("COLORTERM", raising=False)
    told = account(raised(KeyError()))
    assert "terminal xterm\ufffd[2J" in told
    assert "unset" in told
    assert max(map(len, told.splitlines())) < 160


def test_codes_of_the_system_and_of_sqlite_are_told() -> None:
    assert f"\nOSError {errno.EIO}\n" in account(raised(OSError(errno.EIO, SECRET)))
    with pytest.raises(sqlite3.OperationalError) as failed:
        sqlite3.connect("/nowhere/at/all.db")
    assert "\nOperationalError SQLITE_CANTOPEN\n" in account(failed.value)


def test_of_many_frames_those_nearest_to_the_error_are_told() -> None:
    def deeper(left: int) -> None:
        if left == 0:
            raise KeyError
        deeper(left - 1)

    with pytest.raises(KeyError) as failed:
        deeper(200)
    told = account(failed.value)
    assert told.count(" deeper\n") == crash.MOST_FRAMES
    assert "(162 before)" in told


def test_of_many_causes_the_first_are_told() -> None:
    error = raised(KeyError())
    for _ in range(30):
        error = raised(RuntimeError(), ValueError())
        error.__cause__ = raised(KeyError())
        error.__cause__.__context__ = error
    assert len(account(error).split("\n\n")) == crash.MOST_CAUSES + 1


def test_an_error_without_frames_has_an_account() -> None:
    assert account(KeyError(SECRET)).endswith("\nKeyError\n")


def test_where_textual_is_missing_that_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(package: str) -> str:
        raise PackageNotFoundError(package)

    monkeypatch.setattr(crash, "version", missing)
    assert "Textual missing" in account(KeyError())


def test_a_frame_of_no_module_is_told() -> None:
    place = ModuleType("place")
    with pytest.raises(ZeroDivisionError) as failed:
        exec("1 / 0", {"place": place})
    assert "  ?:1 <module>" in account(failed.value)


def test_the_sentence_names_the_file_with_the_account(state: Path) -> None:
    said = sentence(raised(KeyError(SECRET)))
    assert log_file() == state / "clustertui" / "error.log"
    assert str(log_file()) in said
    assert "(KeyError)" in said
    assert SECRET not in said + log_file().read_text("utf-8")
    sentence(raised(ValueError()))
    assert "KeyError" not in log_file().read_text("utf-8")


def test_where_the_account_cannot_be_written_the_sentence_says_so(state: Path) -> None:
    state.write_text("not a folder")
    said = sentence(raised(KeyError()))
    assert f"{log_file()} cannot be written to tell more: Not a directory" in said
