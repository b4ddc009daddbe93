"""Any size of terminal will do, and any change of it at any time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.tui.conftest import exploring, in_loop


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 20), (40, 12), (10, 3), (1, 1)])
@in_loop
async def test_a_whole_journey_at_every_size(real_database: Path, size: tuple[int, int]) -> None:
    async with exploring(real_database, size=size) as at:
        assert at.fills(*size)
        await at.press(*"kicox", "enter", "tab", "down", "down", "pagedown", "end", "escape")
        assert at.fills(*size)
        assert str(at.here) == "talk/kicox-cluster-policy"
        await at.press("p", "pagedown", "end", "escape", "?", "pagedown", "G", "escape")
        await at.press("down", "enter", "escape", "escape", "4", *"/zzzzqqqq", "escape", "y", "y")
        await at.press("escape", "e", "escape")
        await at.press("ctrl+p")
        await at.until(lambda: at.app.screen is not at.browse)
        await at.press("escape")
        await at.until(lambda: at.app.screen is at.browse)
        assert at.fills(*size)
        assert at.is_running


@in_loop
async def test_a_wide_terminal_has_list_and_detail_side_by_side(real_database: Path) -> None:
    async with exploring(real_database, size=(100, 30)) as at:
        await at.press(*"kicox")
        assert at.records.region.y == at.detail.region.y
        assert at.records.region.right == at.detail.region.x
        assert at.detail.region.right == 100


@in_loop
async def test_a_usual_terminal_has_the_detail_below_the_list(real_database: Path) -> None:
    async with exploring(real_database, size=(80, 24)) as at:
        await at.press(*"kicox")
        assert at.records.region.x == at.detail.region.x == 0
        assert at.records.region.bottom == at.detail.region.y
        assert at.detail_text.startswith("Korea Industrial Complex Corporation")


@in_loop
async def test_a_narrow_terminal_has_one_pane_and_tab_changes_it(real_database: Path) -> None:
    async with exploring(real_database, size=(40, 12)) as at:
        await at.press(*"kicox", "enter")
        assert at.records.display
        assert not at.detail.display
        await at.press("tab")
        assert at.detail.display
        assert not at.records.display
        assert at.detail_text.startswith("Cluster Policy of KICOX")
        await at.press("escape")
        assert at.records.display
        assert not at.detail.display
        assert at.titles[0].startswith("Cluster Policy of KICOX")
        await at.press("tab", "enter")
        assert at.records.display
        assert at.breadcrumb.endswith("Hyeyoung Cho")


@in_loop
async def test_a_low_terminal_gives_up_its_title(real_database: Path) -> None:
    async with exploring(real_database, size=(80, 16)) as at:
        assert at.lines[0].startswith(" clustertui")
        await at.resize(80, 15)
        assert at.lines[0] == " All"


@pytest.mark.parametrize("focus", ["search", "list", "detail"])
@in_loop
async def test_the_focus_is_somewhere_useful_after_every_change_of_size(
    real_database: Path, focus: str
) -> None:
    async with exploring(real_database) as at:
        await at.press(*{"search": [], "list": ["escape"], "detail": ["tab"]}[focus])
        for size in ((40, 12), (120, 36), (80, 24), (1, 1), (120, 36)):
            await at.resize(*size)
            await at.press("f1")
            assert at.app.screen is not at.browse
            await at.press("escape")
        await at.press("escape", "escape", "2", "down", "enter")
        assert at.breadcrumb.startswith("All › Introduction of the KORANET project")


@in_loop
async def test_a_detail_that_was_clicked_into_does_not_vanish_with_the_focus(
    real_database: Path,
) -> None:
    async with exploring(real_database) as at:
        await at.click("#detail", (2, 12))
        await at.resize(50, 20)
        await at.press("2", "down", "enter")
        assert at.breadcrumb.startswith("All › Introduction")


@in_loop
async def test_thirty_changes_of_size_while_typing(real_database: Path) -> None:
    rolls = random.Random(30)
    async with exploring(real_database) as at:
        for letter in "clusters in korea kicox policy":
            at.send("space" if letter == " " else letter)
            at.send_size(rolls.randint(1, 140), rolls.randint(1, 50))
            await at.pilot.pause(0)
        await at.resize(120, 36)
        assert at.box.value == "clusters in korea kicox policy"
        assert at.is_running


@in_loop
async def test_changes_of_size_under_an_open_dialogue(real_database: Path) -> None:
    rolls = random.Random(31)
    async with exploring(real_database) as at:
        await at.press("2")
        for key in ("?", "p", "e", "ctrl+p"):
            await at.press(key)
            for _ in range(5):
                await at.resize(rolls.randint(1, 140), rolls.randint(1, 50))
            await at.press("escape")
            await at.until(lambda: at.app.screen is at.browse)
