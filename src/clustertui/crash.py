"""What is kept of an error of the program: where it happened, and nothing that anyone wrote."""

from __future__ import annotations

import os
import platform
import sqlite3
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from traceback import walk_tb

from platformdirs.unix import Unix

from clustertui import __version__
from clustertui.text import clean

MOST_FRAMES = 40
"""Frames of one error that are kept; of more, those nearest to the error."""
MOST_CAUSES = 8


def log_file() -> Path:
    """Where the last error is kept."""
    return Unix("clustertui").user_state_path / "error.log"


def account(error: BaseException) -> str:
    """Types, modules, lines and versions; no message, no value, no path, for these may tell of
    a person.
    """
    lines = [
        f"clustertui {__version__}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC",
        f"Python {platform.python_version()}, Textual {_version('textual')},"
        f" SQLite {sqlite3.sqlite_version}, {platform.system()} {platform.machine()}",
        f"terminal {_said('TERM')}, {_said('COLORTERM')}, encoding"
        f" {getattr(sys.stderr, 'encoding', None)}",
    ]
    for each in _causes(error):
        code = getattr(each, "sqlite_errorname", None) or getattr(each, "errno", None)
        lines += ["", type(each).__qualname__ + (f" {code}" if code is not None else "")]
        lines += _frames(each)
    return "\n".join(lines) + "\n"


def sentence(error: BaseException) -> str:
    """Keep an account of `error`, and say where it is."""
    file = log_file()
    failed = f"clustertui ended with an error of its own ({type(error).__name__})"
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(account(error), encoding="utf-8", errors="replace")
    except OSError as reason:
        return f"{failed}; {file} cannot be written to tell more: {reason.strerror}"
    return f"{failed}; {file} says where, and holds nothing of yours: please send it along"


def _causes(error: BaseException) -> Iterator[BaseException]:
    each: BaseException | None = error
    for _ in range(MOST_CAUSES):
        if each is None:
            return
        yield each
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)


def _frames(error: BaseException) -> list[str]:
    frames = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    left_out = len(frames) - MOST_FRAMES
    return frames if left_out <= 0 else [f"  ({left_out} before)", *frames[-MOST_FRAMES:]]


def _said(variable: str) -> str:
    return clean(os.environ.get(variable, "unset"))[:40]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "missing"
