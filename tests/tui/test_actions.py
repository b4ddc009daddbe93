"""What a user can do is said once, and a keymap is checked before it is used."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.binding import Binding

from clustertui.kinds import KINDS
from clustertui.model import ClusterError
from clustertui.tui.actions import (
    ACTIONS,
    Action,
    action_of,
    bindings,
    character_of,
    checked_keymap,
    key_label,
    key_labels,
)
from clustertui.tui.screens.browse import Browse
from tests.tui.conftest import exploring, in_loop

BY_ID = {action.id: action for action in ACTIONS}


# --- The actions ---------------------------------------------------------------------------------


def test_no_action_is_named_twice_and_no_key_does_two_things() -> None:
    assert len(BY_ID) == len(ACTIONS)
    assert checked_keymap({}, "config.toml") == {}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_there_and_says_what_it_does(action: Action) -> None:
    owner: type = App if action.call.startswith("app.") else Browse
    method = action.call.removeprefix("app.").partition("(")[0]
    assert hasattr(owner, f"action_{method}")
    assert action.meaning[0].isupper()
    assert not action.meaning.endswith(".")


def test_every_kind_has_a_number() -> None:
    numbers = {
        each.keys: each.call for each in ACTIONS if each.group == "Kinds" and each.keys.isdigit()
    }
    assert numbers == {str(n): f"kind('{kind}')" for n, kind in enumerate(KINDS, start=1)}


def test_bindings_can_be_asked_for_by_group() -> None:
    assert len(bindings()) == len(ACTIONS)
    moving = [each.id for each in bindings("Move") if isinstance(each, Binding)]
    assert moving == ["down", "up", "page-down", "page-up", "first", "last"]


def test_the_action_behind_a_binding_is_known() -> None:
    assert action_of(Binding("x", "anything", id="sort")) is BY_ID["sort"]
    assert action_of(Binding("x", "anything", id="none-of-ours")) is None
    assert action_of(Binding("ctrl+q", "quit")) is BY_ID["quit"]
    assert action_of(Binding("ctrl+p", "command_palette")) is BY_ID["palette"]
    assert action_of(Binding("x", "anything")) is None


# --- Labels --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("enter", "⏎"),
        ("escape", "esc"),
        ("pageup", "pgup"),
        ("pagedown", "pgdn"),
        ("down", "↓"),
        ("question_mark", "?"),
        ("left_square_bracket", "["),
        ("ctrl+p", "ctrl+p"),
        ("G", "G"),
        ("f1", "F1"),
    ],
)
def test_keys_are_written_for_people(key: str, label: str) -> None:
    assert key_label(key).casefold() == label.casefold()


def test_several_keys_are_written_in_their_order() -> None:
    assert key_labels("escape, backspace") == "esc ⌫"
    assert key_labels(["slash", "j"]) == "/ j"
    assert key_labels("[") == "["


def test_the_character_of_a_key() -> None:
    assert [character_of(key) for key in ("j", "G", "slash", "colon", "f1", "ctrl+p")] == [
        "j", "G", "/", ":", None, None,
    ]  # fmt: skip


# --- The keymap ----------------------------------------------------------------------------------


def test_a_keymap_that_is_right_is_kept() -> None:
    keys = {"sort": "f5,ctrl+o", "search": "ctrl+f", "help": "question_mark"}
    assert checked_keymap(keys, "config.toml") == keys


def test_keys_may_change_places() -> None:
    keys = {"copy": "Y", "copy-command": "y"}
    assert checked_keymap(keys, "config.toml") == keys


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ({"srot": "f5"}, ["unknown action `srot`", "`sort`"]),
        ({"sort": ""}, ["`sort` names no key"]),
        ({"sort": " , "}, ["`sort` names no key"]),
        ({"sort": "y"}, ["y is set for both", "`copy`", "`sort`"]),
        ({"sort": "question_mark"}, ["? is set for both", "`help`", "`sort`"]),
        ({"sort": "slash"}, ["/ is set for both", "`search`", "`sort`"]),
        ({"sort": "f5", "copy": "f5"}, ["f5 is set for both", "`copy`", "`sort`"]),
    ],
)
def test_a_keymap_that_is_wrong_is_refused_with_the_file_and_the_fault(
    keys: dict[str, str], words: list[str]
) -> None:
    with pytest.raises(ClusterError) as fault:
        checked_keymap(keys, "config.toml")
    assert str(fault.value).startswith("config.toml: keys: ")
    assert all(word in str(fault.value) for word in words)


@in_loop
async def test_a_remapped_key_works_and_is_named_in_the_bar_and_the_help(
    real_database: Path,
) -> None:
    async with exploring(real_database, keymap={"sort": "f5", "source": "v,ctrl+o"}) as at:
        await at.press("down", "s", "p")
        assert at.order == "newest"
        assert not at.sees("esc close")
        assert "v source" in at.bar("#keys")
        await at.press("f5")
        assert at.order == "name"
        await at.press("ctrl+o")
        assert at.sees("Sources")
        await at.press("escape", "f1")
        assert at.sees("v ctrl+o Show the lines")
        assert at.sees("f5 Sort the list")


@in_loop
async def test_a_letter_given_to_moving_is_still_a_letter_in_the_search_box(
    real_database: Path,
) -> None:
    keymap = {"down": "n,down", "open": "o,enter", "web": "w"}
    async with exploring(real_database, keymap=keymap) as at:
        await at.press(*"nohn")
        assert at.box.value == "nohn"


@in_loop
async def test_the_palette_names_the_keys_that_are_set(real_database: Path) -> None:
    async with exploring(real_database, keymap={"sort": "f5"}) as at:
        await at.press("ctrl+p")
        await at.until(lambda: at.sees("Search for commands"))
        await at.press(*"sort the")
        await at.until(lambda: at.sees("Sort the list in another order"))
        assert at.sees("Sort the list in another order key f5")
