"""The documentation names everything there is: a key, an option, a table, a target added later too.

What is named may stand in README.md or in CONTRIBUTING.md; names stand between backticks or in
blocks of code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click
import pytest

from clustertui.cli import main
from clustertui.kinds import KINDS
from clustertui.schema import TABLES, VIEWS
from clustertui.tui.actions import ACTIONS, character_of, key_label

ROOT = Path(__file__).parents[1]

OTHER_NAMES = {
    "enter": {"return"},
    "escape": {"esc"},
    "pageup": {"page up", "page-up", "pgup"},
    "pagedown": {"page down", "page-down", "pgdn"},
    "up": {"↑", "arrows", "arrow keys"},
    "down": {"↓", "arrows", "arrow keys"},
}
"""Name of a key → what people call it, besides the label that the interface gives it."""


@pytest.fixture(scope="module")
def readme() -> str:
    return (ROOT / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def documentation(readme: str) -> str:
    """Everything that is written for users and for contributors."""
    return readme + "\n" + (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def code_blocks(markdown: str) -> list[str]:
    return re.findall(r"^```[^\n]*\n(.*?)^```", markdown, re.MULTILINE | re.DOTALL)


def code_spans(markdown: str) -> list[str]:
    """What stands between backticks, or in <kbd>, outside of the blocks of code."""
    prose = re.sub(r"^```.*?^```", "", markdown, flags=re.MULTILINE | re.DOTALL)
    found = re.findall(r"``\s?(.+?)\s?``|`([^`\n]+)`|<kbd>(.+?)</kbd>", prose)
    return [next(filter(None, groups)) for groups in found]


def named_keys(markdown: str) -> set[str]:
    """The keys that a text names: between backticks alone, or several parted by blanks or commas.

    `1`…`5` names those between as well.
    """
    keys: set[str] = set()
    for span in code_spans(markdown):
        keys |= {span, span.lower()} if len(span) > 1 else {span}
        for part in re.split(r",\s+|\s+|(?<=\w),(?=\w)", span):
            keys |= {part, part.lower()} if len(part) > 1 else {part}
    for first, last in re.findall(r"(\d)`?(?:</kbd>)?\s*[…–-]\s*`?(?:<kbd>)?(\d)", markdown):
        keys |= {str(number) for number in range(int(first), int(last) + 1)}
    return keys


# --- What the tests themselves take for named ----------------------------------------------------


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("press `s` or `Ctrl+D`", {"s", "ctrl+d"}),
        ("`j` `k`", {"j", "k"}),
        ("`j k`, `g, G`, `down,j`", {"j", "k", "g", "G", "down"}),
        ("`1`…`5` and `[` `]`", {"1", "2", "3", "4", "5", "[", "]"}),
        ("<kbd>Esc</kbd>, <kbd>1</kbd>–<kbd>3</kbd>", {"esc", "1", "2", "3"}),
        ("`,` and `:`", {",", ":"}),
        ("`page up`", {"page up"}),
    ],
)
def test_a_key_is_named_between_backticks(text: str, keys: set[str]) -> None:
    assert keys <= named_keys(text)


def test_a_letter_of_a_word_is_no_key() -> None:
    assert "s" not in named_keys("sort with a key, in `words` or\n```\ns\n```\n")
    assert "g" not in named_keys("`G` goes to the last")


# --- What is documented --------------------------------------------------------------------------


def test_the_readme_begins_with_the_two_commands(readme: str) -> None:
    first = code_blocks(readme)[0].splitlines()
    assert any(re.match(r"\s*(\$ )?make run\b", line) for line in first)
    assert any(re.match(r"\s*(\$ )?make test\b", line) for line in first)


@pytest.mark.parametrize(
    ("action", "key"),
    [(action.id, key) for action in ACTIONS for key in action.keys.split(",")],
)
def test_every_key_is_documented(documentation: str, action: str, key: str) -> None:
    names = {key, key_label(key).lower(), *OTHER_NAMES.get(key, ())}
    if character := character_of(key):
        names = {character}
    assert names & named_keys(documentation), action


def commands() -> list[str]:
    return sorted(main.commands)


def options() -> list[Any]:
    """Each command, the program itself being the first, with the names of each of its options."""
    every = [("clustertui", main), *sorted(main.commands.items())]
    return [
        pytest.param(option.opts, id=f"{name} {option.opts[-1]}")
        for name, command in every
        for option in command.params
        if isinstance(option, click.Option)
    ]


@pytest.mark.parametrize("command", commands())
def test_every_command_is_documented(documentation: str, command: str) -> None:
    assert re.search(rf"\bclustertui {command}\b", documentation)


@pytest.mark.parametrize("names", options())
def test_every_option_is_documented(documentation: str, names: list[str]) -> None:
    assert any(re.search(rf"(?<![\w-]){name}(?![\w-])", documentation) for name in names)


@pytest.mark.parametrize("kind", [kind.plural for kind in KINDS.values()])
def test_every_kind_is_documented(documentation: str, kind: str) -> None:
    assert re.search(rf"\b{kind}\b", documentation, re.IGNORECASE)


@pytest.mark.parametrize("table", [*TABLES, *VIEWS])
def test_every_table_and_view_is_documented(documentation: str, table: str) -> None:
    code = "\n".join([*code_spans(documentation), *code_blocks(documentation)])
    assert re.search(rf"(?<![\w-]){table}(?![\w-])", code)


def make_targets() -> list[str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return re.findall(r"^([\w-]+):[^\n#]*## ", makefile, re.MULTILINE)


def test_the_makefile_says_what_its_targets_do() -> None:
    assert {"run", "test", "check", "db", "help"} <= set(make_targets())


@pytest.mark.parametrize("target", make_targets())
def test_every_make_target_is_documented(documentation: str, target: str) -> None:
    assert re.search(rf"\bmake {target}\b", documentation)
