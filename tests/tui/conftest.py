"""A person at the keyboard of the interface, and what they see. Waits are for conditions only."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from time import monotonic
from typing import Any, ParamSpec

import pytest
from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.tui.app import ClusterApp
from clustertui.tui.screens.browse import Browse
from clustertui.tui.widgets.bars import Bar
from clustertui.tui.widgets.page_view import PageView
from clustertui.tui.widgets.record_list import RecordList
from clustertui.tui.widgets.search_box import SearchBox

DEADLINE = 20.0
"""Seconds after which a condition that does not come true is a failure."""
HOPS = 4
"""A key travels from the app to a widget, up to the screen, and its effect back down."""

P = ParamSpec("P")


def in_loop(test: Callable[P, Coroutine[Any, Any, None]]) -> Callable[P, None]:
    """Make a plain test of an asynchronous one."""

    @wraps(test)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


class Keyboard:
    """Presses keys in an app and reads its screen."""

    def __init__(self, app: App[Any], pilot: Pilot[Any]) -> None:
        self.app = app
        self.pilot = pilot

    async def settle(self) -> None:
        """Let every message that is under way arrive, every search be answered and painted."""
        for _ in range(HOPS):
            await self.pilot.pause(0)
        while self.app.is_running and self._is_searching():
            await self.until(lambda: not self._is_searching())
            for _ in range(HOPS):
                await self.pilot.pause(0)

    def _is_searching(self) -> bool:
        screen = self.app.screen_stack[0]
        return isinstance(screen, Browse) and screen._pending

    async def press(self, *keys: str) -> None:
        """Press keys, each after the effect of the one before."""
        for key in keys:
            self.send(key)
            await self.settle()

    def send(self, key: str) -> None:
        """Press a key and wait for nothing."""
        character = " " if key == "space" else key if len(key) == 1 else None
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(events.Key(name, character))

    async def click(self, selector: str, at: tuple[int, int]) -> None:
        """Click on a cell of a widget."""
        corner = self.app.screen.query_one(selector).region.offset
        x, y = corner.x + at[0], corner.y + at[1]
        for event in (events.MouseMove, events.MouseDown, events.MouseUp):
            self.app.post_message(event(None, x, y, 0, 0, 1, False, False, False, x, y))
            await self.settle()

    async def wheel_down(self, at: tuple[int, int]) -> None:
        """Turn the mouse wheel over a cell of the screen."""
        x, y = at
        self.app.post_message(
            events.MouseScrollDown(None, x, y, 0, 1, 0, False, False, False, x, y)
        )
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Give the terminal another size and wait until the screen has it."""
        self.send_size(width, height)
        await self.until(lambda: self.fills(width, height))
        await self.settle()

    def fills(self, width: int, height: int) -> bool:
        """Whether the screen is a rectangle of this size."""
        return [strip.cell_length for strip in self.strips] == [width] * height

    def send_size(self, width: int, height: int) -> None:
        """Give the terminal another size and wait for nothing."""
        size = Size(width, height)
        assert isinstance(self.app._driver, HeadlessDriver)
        self.app._driver._size = size
        self.app.post_message(events.Resize(size, size))

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a condition."""
        started = monotonic()
        while not condition():
            assert monotonic() - started < DEADLINE, "\n".join(self.lines)
            await self.pilot.pause(0)

    @property
    def strips(self) -> list[Strip]:
        """The lines of the screen with their styles."""
        return self.app.screen._compositor.render_strips()

    @property
    def lines(self) -> list[str]:
        """What stands on the screen, without what is blank or scrollbar at its right edge."""
        return [strip.text.rstrip(" ▐") for strip in self.strips]

    def lines_of(self, widget: Widget) -> list[str]:
        """What stands on the screen where a widget is."""
        area = widget.content_region
        strips = widget.screen._compositor.render_strips()[area.y : area.bottom]
        return [strip.crop(area.x, area.right).text.rstrip(" ▐") for strip in strips]

    @property
    def text(self) -> str:
        """What stands on the screen, in one text."""
        return "\n".join(self.lines)

    def sees(self, text: str) -> bool:
        """Whether a text stands on the screen, wherever its lines are broken."""
        return _flat(text) in _flat(self.text)


class Journey(Keyboard):
    """Somebody at work with clustertui."""

    app: ClusterApp

    @property
    def browse(self) -> Browse:
        """The one screen, also while a dialogue is open over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Browse)
        return screen

    @property
    def box(self) -> SearchBox:
        return self.browse.query_one("#search", SearchBox)

    @property
    def records(self) -> RecordList:
        return self.browse.query_one("#list", RecordList)

    @property
    def detail(self) -> PageView:
        return self.browse.query_one("#detail", PageView)

    @property
    def focus(self) -> str | None:
        """The id of the widget that has the focus."""
        return self.app.focused.id if self.app.focused else None

    def bar(self, selector: str) -> str:
        """The text of one of the bars."""
        return "".join(self.lines_of(self.browse.query_one(selector, Bar))).strip()

    @property
    def tabs(self) -> str:
        """The tabs without the order at their right."""
        return " ".join(self.bar("#kinds").split("  by ")[0].split())

    @property
    def order(self) -> str:
        """The order of the list."""
        return self.bar("#kinds").split("  by ")[1]

    @property
    def breadcrumb(self) -> str:
        return self.bar("#breadcrumb")

    @property
    def here(self) -> str:
        """The address of the record under the cursor."""
        hit = self.records.hit
        return str(hit.row.ref) if hit else ""

    @property
    def titles(self) -> list[str]:
        """The titles of the records in sight, as far as the list shows them."""
        lines = self.lines_of(self.records)[:: self.records.row_height]
        return [line[2:].strip() for line in lines if line]

    @property
    def detail_text(self) -> str:
        """What the detail shows, in one line."""
        return _flat("\n".join(self.lines_of(self.detail)))

    @property
    def is_running(self) -> bool:
        return self.app.return_code is None and self.app.is_running


def _flat(text: str) -> str:
    """Text without the way it was wrapped and framed."""
    return " ".join(text.replace("│", " ").replace("▐", " ").split())


@asynccontextmanager
async def at_keyboard(app: App[Any], size: tuple[int, int] = (60, 20)) -> AsyncIterator[Keyboard]:
    """An app that runs, and somebody at its keyboard."""
    async with app.run_test(size=size) as pilot:
        yield Keyboard(app, pilot)


@asynccontextmanager
async def exploring(
    database: Path, *, size: tuple[int, int] = (120, 36), documents: Path | None = None,
    theme: str | None = None, keymap: dict[str, str] | None = None,
) -> AsyncIterator[Journey]:  # fmt: skip
    """clustertui on a database, just launched."""
    catalogue = Catalogue(database)
    app = ClusterApp(catalogue, Search(catalogue), Documents(documents), theme, keymap)
    try:
        async with app.run_test(size=size, notifications=True) as pilot:
            journey = Journey(app, pilot)
            await journey.settle()
            yield journey
    finally:
        catalogue.close()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder without settings, and no settings in the environment."""
    for name in ("NO_COLOR", "COLUMNS", "LINES", "CLUSTERTUI_DB", "CLUSTERTUI_DOCUMENTS"):
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(home / "state"))
    return home
