"""The search box alone: ready for shortcuts until something is typed, every change told at once."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.events import Key, Paste

from clustertui.tui.widgets.search_box import SearchBox
from tests.tui.conftest import Keyboard, at_keyboard, in_loop


class BoxApp(App[None]):
    """Nothing but a search box; what it leaves to others is noted."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.left: list[str] = []

    def compose(self) -> ComposeResult:
        yield SearchBox(self.told.append, id="search")

    def on_key(self, event: Key) -> None:
        if event.character:
            self.left.append(event.character)


def box_in(at: Keyboard) -> SearchBox:
    return at.app.query_one(SearchBox)


@in_loop
async def test_every_change_is_told_once() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        await at.press(*"kic", "backspace", "x", "ctrl+u")
        assert app.told == ["k", "ki", "kic", "ki", "kix", ""]


@in_loop
async def test_a_value_that_is_set_is_told_too() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        box_in(at).value = "kicox"
        await at.settle()
        assert app.told == ["kicox"]


@in_loop
async def test_shortcuts_are_left_to_others_while_the_box_is_ready() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        shortcuts = sorted(SearchBox.SHORTCUTS)
        await at.press(*shortcuts)
        assert (box_in(at).value, app.left, app.told) == ("", shortcuts, [])


@in_loop
async def test_shortcuts_are_text_after_the_first_letter() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        shortcuts = sorted(SearchBox.SHORTCUTS)
        await at.press("a", *shortcuts)
        assert (box_in(at).value, app.left) == ("a" + "".join(shortcuts), [])
        await at.press("ctrl+u", *shortcuts)
        assert (box_in(at).value, app.left) == ("".join(shortcuts), [])


@in_loop
async def test_shortcuts_are_text_where_a_search_was_asked_for() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        box_in(at).ready = False
        await at.press(*"1[/?:")
        assert (box_in(at).value, app.left) == ("1[/?:", [])


@in_loop
async def test_letters_and_spaces_are_always_text() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        await at.press("q", "space", *"jkY06é밀")
        assert (box_in(at).value, app.left) == ("q jkY06é밀", [])


@in_loop
async def test_what_is_pasted_is_searched() -> None:
    app = BoxApp()
    async with at_keyboard(app) as at:
        app.post_message(Paste("1 kicox\nsecond line"))
        await at.settle()
        assert app.told == ["1 kicox"]


@in_loop
async def test_it_is_one_plain_line() -> None:
    app = BoxApp()
    async with at_keyboard(app, (30, 3)) as at:
        await at.settle()
        assert at.lines[0].startswith("type to search")
        await at.press(*"a[b][/]")
        assert at.lines[0].strip() == "a[b][/]"
        assert box_in(at).size.height == 1
