"""What people come for, typed into a real terminal."""

from __future__ import annotations

import random

import pytest

from tests.end_to_end.conftest import Open
from tests.end_to_end.terminal import Terminal

ESCAPE, ENTER, DOWN, TAB, PAGE_DOWN = "\x1b", "\r", "\x1b[B", "\t", "\x1b[6~"
CTRL_P = "\x10"

OF_KICOX = "Events 2 [Talks 2] People 2 Organisations 1 Points 11"


def until_in_the_list(terminal: Terminal) -> None:
    """Read until the key bar says that the search box has not the focus."""
    terminal.until(lambda: terminal.lines[-1].startswith(" / search"))


def test_from_an_organisation_to_its_talks_to_a_speaker_and_back(terminal: Terminal) -> None:
    terminal.type("4")
    terminal.until_seen("[Organisations 21]")
    until_in_the_list(terminal)
    terminal.type("/")
    terminal.until_seen("↓ list")
    terminal.type("kicox")
    terminal.until_seen("/ kicox", "[Organisations 1]", "› Korea Industrial Complex Corporation")
    terminal.type(ENTER)
    terminal.until_seen("All › Korea Industrial Complex Corporation", OF_KICOX)
    terminal.until_seen("Cluster Policy of KICOX", "Development of the region")
    until_in_the_list(terminal)
    terminal.type(DOWN)
    terminal.until_seen("› Development of the region", "Speaker In-Hwa Chung")
    terminal.type(ENTER)
    terminal.until_seen("[People 1]", "› In-Hwa Chung")
    terminal.type(ESCAPE)
    terminal.until_seen(OF_KICOX, "› Development of the region")
    terminal.type(ESCAPE)
    terminal.until_seen("/ kicox", "[Organisations 1]", "› Korea Industrial Complex Corporation")


def test_what_is_typed_before_the_first_picture_is_searched(open_terminal: Open) -> None:
    terminal = open_terminal()
    terminal.type("quarter")
    terminal.until_seen("/ quarter", within=5)


def test_keys_that_arrive_at_once_act_one_after_another(terminal: Terminal) -> None:
    terminal.type("4/kicox")
    terminal.until_seen("/ kicox", "[Organisations 1]")


def test_a_name_without_its_umlaut_leads_to_the_talks(terminal: Terminal) -> None:
    terminal.type("/muler")
    terminal.until_seen("/ muler", "› Müller", "VDI/VDE-IT · 2 talks")
    terminal.type(ENTER)
    terminal.until_seen("All › Müller", "[Talks 2]", "Thematic cooperation offers", "Results of")


@pytest.mark.parametrize(
    "size",
    [
        (80, 24),
        (60, 20),
        (40, 12),
    ],
)
def test_small_terminals_are_usable(open_terminal: Open, size: tuple[int, int]) -> None:
    terminal = open_terminal(size=size)
    terminal.until_seen("type to search")
    terminal.type("kicox")
    terminal.until_seen("/ kicox", "› Korea Industrial")
    terminal.type(ENTER)
    terminal.until_seen("› Cluster Policy of KICOX")
    until_in_the_list(terminal)
    terminal.type(DOWN)
    terminal.until_seen("› Development of the region")
    terminal.type(TAB)
    terminal.until_seen("In-Hwa Chung", "Speaker", within=5)
    terminal.until(lambda: terminal.ground("In-Hwa Chung") != terminal.ground("Speaker"))
    terminal.type(ENTER)
    terminal.until(lambda: any("› In-Hwa Chung" in line for line in terminal.lines[:2]))


def test_the_terminal_changes_its_size_while_somebody_types(terminal: Terminal) -> None:
    rolls = random.Random(7)
    for letter in "hyeyoung cho":
        terminal.type(letter)
        terminal.forget()
        terminal.resize(rolls.randint(40, 140), rolls.randint(12, 50))
        terminal.until(lambda: terminal.lines[-1].startswith(" ↓ list"))
    terminal.forget()
    terminal.resize(100, 30)
    terminal.until_seen("/ hyeyoung cho", "› Hyeyoung Cho", "[People 1]")
    terminal.until(lambda: "commands" in terminal.lines[29])


def test_the_palette_runs_a_command(terminal: Terminal) -> None:
    terminal.type(CTRL_P)
    terminal.until_seen("Search for commands")
    terminal.type("show the people")
    terminal.until_seen("show the people", "Show the people key 3")
    terminal.type(ENTER)
    terminal.until_seen("[People 20]")


def test_a_page_down_right_after_opening_the_palette_is_no_harm(terminal: Terminal) -> None:
    terminal.type(CTRL_P + PAGE_DOWN)
    terminal.until_seen("Search for commands")
    terminal.type("sort")
    terminal.until_seen("Sort the list in another order")
