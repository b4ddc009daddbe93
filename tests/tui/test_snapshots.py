"""The look that is promised: wide, usual and light, and the help. Four pictures, no more."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from textual.pilot import Pilot

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.tui.app import ClusterApp
from tests.tui.conftest import Keyboard

Compare = Callable[..., bool]


@pytest.fixture
def catalogue_here(
    real_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Catalogue]:
    """The real database under a path that is always shown alike, searched in no time."""
    (tmp_path / "data").mkdir()
    copyfile(real_database, tmp_path / "data" / "clusters.db")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("clustertui.search.perf_counter", lambda: 0.0)
    with closing(Catalogue(Path("data", "clusters.db"))) as catalogue:
        yield catalogue


def app_on(catalogue: Catalogue, theme: str | None = None) -> ClusterApp:
    return ClusterApp(catalogue, Search(catalogue), Documents(None), theme)


def after(*keys: str) -> Callable[[Pilot[Any]], Awaitable[None]]:
    """Press keys; no cursor blinks."""

    async def press(pilot: Pilot[Any]) -> None:
        at = Keyboard(pilot.app, pilot)
        await at.settle()
        pilot.app.screen.query_one("#search").cursor_blink = False  # type: ignore[attr-defined]
        await at.press(*keys)

    return press


def test_wide_and_dark(snap_compare: Compare, catalogue_here: Catalogue) -> None:
    keys = after(*"kicox", "enter", *"/policy")
    assert snap_compare(app_on(catalogue_here), terminal_size=(120, 36), run_before=keys)


def test_usual_size(snap_compare: Compare, catalogue_here: Catalogue) -> None:
    keys = after("1", *"/workshop korea", "down")
    assert snap_compare(app_on(catalogue_here), terminal_size=(80, 24), run_before=keys)


def test_light(snap_compare: Compare, catalogue_here: Catalogue) -> None:
    keys = after("5", "down", "tab", "down")
    app = app_on(catalogue_here, "textual-light")
    assert snap_compare(app, terminal_size=(110, 30), run_before=keys)


def test_help(snap_compare: Compare, catalogue_here: Catalogue) -> None:
    keys = after("escape", "?")
    assert snap_compare(app_on(catalogue_here), terminal_size=(100, 50), run_before=keys)
