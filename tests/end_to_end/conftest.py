"""clustertui in a terminal of its own, with a home folder of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.end_to_end.terminal import CLUSTERTUI, Terminal

Open = Callable[..., Terminal]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Nothing but what a fresh login would have."""
    home = tmp_path / "home"
    home.mkdir()
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "STATE", "DATA")}
    return {
        **kept, **folders, "HOME": str(home), "TERM": "xterm-256color", "LANG": "C.UTF-8",
    }  # fmt: skip


@pytest.fixture
def open_terminal(environment: dict[str, str], real_database: Path) -> Iterator[Open]:
    """Opens a terminal with a command in it, in the folder of the project."""
    opened: list[Terminal] = []

    def open_one(
        command: Sequence[str] = CLUSTERTUI, size: tuple[int, int] = (120, 36), **env: str | None
    ) -> Terminal:
        folder = real_database.parent.parent
        values = {name: value for name, value in (environment | env).items() if value is not None}
        opened.append(Terminal(command, size, values, folder))
        return opened[-1]

    yield open_one
    for terminal in opened:
        terminal.end()


@pytest.fixture
def terminal(open_terminal: Open) -> Terminal:
    """clustertui, launched and ready."""
    ready = open_terminal()
    ready.until_seen("type to search", "[Events 7]", "commands")
    return ready
