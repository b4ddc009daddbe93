"""The key bar, the help and the palette: they name what works, and what they name works."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic
from typing import Any

import pytest
from textual.app import App
from textual.screen import Screen

from clustertui.tui.actions import ACTIONS as ALL_ACTIONS
from clustertui.tui.actions import Action, help_rows, key_label
from clustertui.tui.app import ClusterApp
from clustertui.tui.keys import KeyDone
from clustertui.tui.screens.browse import Browse
from clustertui.tui.widgets.bars import KeyBar
from tests.tui.conftest import Journey, exploring, in_loop

PLACES: dict[str, Sequence[str]] = {
    "search box, ready": (),
    "search box, asked for": ("escape", "/"),
    "search box, typing": (*"kicox",),
    "list": ("escape",),
    "detail": ("tab",),
}
"""Where the focus is → the keys that lead there after the launch."""

ACTIONS = [action for action in ALL_ACTIONS if action.group != "Review"]
"""What works without a draft."""


def names_in_help(at: Journey) -> dict[str, set[str]]:
    """What an action means → the keys that the help names for it."""
    named = {}
    for _, keys, meaning in help_rows(at.browse._working_keys()):
        named[meaning] = set(keys.split("  "))
    return named


def each_key(action: Action) -> list[str]:
    return action.keys.split(",")


# --- The help ------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES)
@in_loop
async def test_the_help_names_exactly_the_keys_that_work(
    real_database: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    done: list[str] = []
    async with exploring(real_database) as at:
        await at.press(*PLACES[place])
        named = names_in_help(at)
        focused, value, ready = at.app.focused, at.box.value, at.box.ready
        silence(monkeypatch, done)
        working: dict[str, set[str]] = {}
        for action in ACTIONS:
            for key in each_key(action):
                done.clear()
                await at.press(key)
                if action.call in done:
                    working.setdefault(action.meaning, set()).add(key_label(key))
                at.box.value, at.box.ready = value, ready
                at.box.action_end()
                await at.settle()
                assert at.app.focused is focused
        assert named == working


def silence(monkeypatch: pytest.MonkeyPatch, done: list[str]) -> None:
    """Let every action do nothing but note that it was asked for."""

    def noting(name: str) -> Callable[..., None]:
        def note(_: Any, *arguments: object) -> None:
            said = ", ".join(map(repr, arguments))
            done.append(f"{name}({said})" if said else name)

        return note

    for action in ACTIONS:
        name = action.call.partition("(")[0]
        if name.startswith("app."):
            owner: type = ClusterApp if name == "app.command_palette" else App
            monkeypatch.setattr(owner, f"action_{name[4:]}", noting(name))
        else:
            monkeypatch.setattr(Browse, f"action_{name}", noting(name))


@in_loop
async def test_the_help_is_a_page_with_all_keys_in_groups(real_database: Path) -> None:
    async with exploring(real_database, size=(120, 60)) as at:
        await at.press("escape", "?")
        for action in ACTIONS:
            assert at.sees(action.meaning)
        for group in ("Find", "Kinds", "Move", "Do", "Program"):
            assert at.sees(group)
        assert at.sees("end G To the last")
        assert at.sees("Letters act only while no text box has the focus.")


@in_loop
async def test_the_help_scrolls_where_the_terminal_is_low(real_database: Path) -> None:
    async with exploring(real_database, size=(80, 14)) as at:
        await at.press("f1")
        assert at.sees("Keys")
        assert not at.sees("Letters act only")
        await at.press("end")
        assert at.sees("Letters act only")
        await at.press("home", "pagedown", "j", "down", "k", "ctrl+u", "G")
        assert at.sees("Letters act only")


# --- The key bar ---------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PLACES)
@in_loop
async def test_the_key_bar_names_only_keys_that_work(real_database: Path, place: str) -> None:
    async with exploring(real_database, size=(200, 40)) as at:
        await at.press(*PLACES[place])
        named = names_in_help(at)
        words = at.bar("#keys").split()
        pairs = dict(zip(words[1::2], words[::2], strict=True))
        assert {"open", "back", "details", "help"} <= pairs.keys()
        by_label = {action.label: action for action in ACTIONS if action.label}
        for label, key in pairs.items():
            if label != "list":
                assert key in named[by_label[label].meaning], label


@in_loop
async def test_a_key_in_the_bar_can_be_clicked(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("escape")
        for word, seen in (("source", "Publisher"), ("help", "Letters act only")):
            x = at.lines_of(at.browse.query_one(KeyBar))[0].index(word)
            await at.click("#keys", (x + 1, 0))
            await at.press("end")
            assert at.sees(seen)
            await at.press("escape")
        x = at.lines_of(at.browse.query_one(KeyBar))[0].index("/ search")
        await at.click("#keys", (x + 1, 0))
        assert at.focus == "search"


# --- The palette ---------------------------------------------------------------------------------


async def open_palette(at: Journey, key: str = "ctrl+p") -> None:
    await at.press(key)
    await at.until(lambda: at.sees("Search for commands"))


@pytest.mark.parametrize("key", ["ctrl+p", ":"])
@in_loop
async def test_the_palette_finds_and_runs_a_command(real_database: Path, key: str) -> None:
    async with exploring(real_database) as at:
        await open_palette(at, key)
        await at.press(*"show the talks")
        await at.until(lambda: at.sees("Show the talks") and not at.sees("Show the people"))
        await at.press("enter")
        await at.until(lambda: "[Talks 20]" in at.tabs)
        assert at.app.screen is at.browse


@in_loop
async def test_the_palette_opens_again_while_it_still_closes(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await open_palette(at)
        at.app.screen.dismiss()
        at.app.action_command_palette()
        await at.until(lambda: at.sees("Search for commands"))
        await at.press("escape")
        assert at.titles


@in_loop
async def test_the_palette_lists_what_keys_do_with_their_keys(real_database: Path) -> None:
    async with exploring(real_database, size=(100, 70)) as at:
        await open_palette(at)
        listed = [action for action in ACTIONS if action.palette]
        await at.until(lambda: at.sees("Choose a theme"))
        for action in listed:
            assert at.sees(action.meaning), action.meaning
            labels = " ".join(map(key_label, each_key(action)))
            assert at.sees(f"{action.meaning} key {labels}"), action.meaning


@in_loop
async def test_every_command_of_the_palette_can_be_run(
    real_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    async with exploring(real_database) as at:
        silence(monkeypatch, done)
        screen: Screen[Any] = at.browse
        commands = {command.title: command for command in at.app.get_system_commands(screen)}
        for action in ACTIONS:
            assert (action.meaning in commands) is action.palette
            if action.palette:
                ran = commands[action.meaning].callback()
                if ran is not None:
                    await ran
                assert done[-1] == action.call


@in_loop
async def test_the_palette_minds_no_key_that_comes_at_once(real_database: Path) -> None:
    for key in ("pagedown", "pageup", "down", "up", "enter", "ctrl+end", "ctrl+home", "escape"):
        async with exploring(real_database) as at:
            at.send("ctrl+p")
            at.send(key)
            await at.settle()
            assert at.is_running
            await at.press("escape")
            await at.until(lambda: at.app.screen is at.browse)


# --- The theme -----------------------------------------------------------------------------------


@in_loop
async def test_a_theme_is_chosen_in_the_palette_and_remembered(
    real_database: Path, own_home: Path
) -> None:
    state = own_home / "state" / "clustertui" / "state.json"
    async with exploring(real_database) as at:
        await open_palette(at)
        await at.press(*"choose a theme")
        await at.until(lambda: at.sees("Choose a theme") and not at.sees("Show the talks"))
        await at.press("enter")
        await at.until(lambda: at.sees("Search for themes"))
        assert not state.exists()
        await at.press(*"textual-light")
        await at.until(lambda: at.sees("textual-light") and not at.sees("nord"))
        await at.press("enter")
        await at.until(lambda: at.app.theme == "textual-light")
        await at.until(state.exists)
    assert "textual-light" in state.read_text(encoding="utf-8")


@in_loop
async def test_every_theme_can_be_worn(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox")
        seen = at.text
        for theme in at.app.available_themes:
            at.app.theme = theme
            await at.settle()
            assert at.text == seen


@in_loop
async def test_an_unknown_theme_is_the_default(real_database: Path) -> None:
    async with exploring(real_database, theme="no-such-theme") as at:
        assert at.app.theme == "textual-dark"
    async with exploring(real_database, theme="nord") as at:
        assert at.app.theme == "nord"


@in_loop
async def test_a_theme_that_cannot_be_remembered_is_no_reason_to_stop(
    real_database: Path, own_home: Path
) -> None:
    (own_home / "state").write_text("a file where a folder should be", encoding="utf-8")
    async with exploring(real_database) as at:
        at.app.theme = "nord"
        await at.settle()
        assert at.is_running


@in_loop
async def test_a_dialog_is_left_once(real_database: Path) -> None:
    async with exploring(real_database) as at:
        for opening in ("?", "e", "ctrl+p"):
            await at.press("4", opening)
            dialog = at.app.screen
            dialog.dismiss()
            dialog.dismiss()
            await at.settle()
            assert at.app.screen is at.browse
            assert at.is_running


@in_loop
async def test_keys_behind_the_one_that_quits_are_nothing(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("4")
        for key in ("q", *"2345", "enter", "ctrl+p", "down"):
            at.send(key)
        await at.until(lambda: not at.app.is_running)
    assert at.app.fault is None
    assert at.app.return_code == 0


@in_loop
async def test_keys_wait_in_vain_for_no_dialog_that_was_closed(
    real_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with exploring(real_database) as at:
        await at.press("4")
        post = type(at.browse).post_message
        lost: list[object] = []

        def lose(screen: Screen[Any], message: Any) -> bool:
            if isinstance(message, KeyDone) and not lost:
                lost.append(message)
                return True
            return post(screen, message)

        for each in (type(at.browse), type(at.records)):
            monkeypatch.setattr(each, "post_message", lose)
        for key in "123":
            at.send(key)
        await at.until(lambda: "[People 20]" in at.tabs)
        assert len(lost) == 1


@in_loop
async def test_who_quits_does_not_wait_for_what_was_typed_ahead(real_database: Path) -> None:
    async with exploring(real_database) as at:
        for _ in range(2000):
            at.send("down")
        at.send("ctrl+q")
        started = monotonic()
        await at.until(lambda: not at.app.is_running)
        assert at.app._keys_held._waiting == deque()
        assert monotonic() - started < 5
