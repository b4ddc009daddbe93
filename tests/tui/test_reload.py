"""A database that is replaced while it is shown: noticed, offered, and the view stays."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clustertui.build import build
from clustertui.entities import Records
from tests.tui.conftest import Journey, exploring, in_loop

OFFER = "The database was replaced: R reloads it"


@pytest.fixture
def path(records: Records, tmp_path: Path) -> Path:
    build(records, tmp_path / "clusters.db")
    return tmp_path / "clusters.db"


def renamed(records: Records, id_: str, name: str) -> Records:
    others = [each for each in records.organisations if each.id != id_]
    (one,) = (each for each in records.organisations if each.id == id_)
    return replace(records, organisations=(*others, replace(one, name=name)))


async def drilled(at: Journey) -> str:
    """In the talks of an organisation, on the second; the name of the organisation."""
    await at.press("4", *"/harbour cluster", "enter")
    await at.press("2", "down")
    return at.here


@in_loop
async def test_a_rebuild_is_offered_and_changes_nothing_by_itself(
    records: Records, path: Path
) -> None:
    async with exploring(path) as at:
        before = await drilled(at)
        assert not at.sees(OFFER)
        at.browse.show_title()
        assert not at.sees(OFFER)
        build(Records(), path)
        at.browse.show_title()
        at.browse.show_title()
        await at.settle()
        assert at.sees(OFFER)
        assert at.here == before


@in_loop
async def test_it_is_looked_for_while_nobody_does_anything(records: Records, path: Path) -> None:
    async with exploring(path) as at:
        build(Records(), path)
        await at.until(lambda: at.sees(OFFER))


@in_loop
async def test_a_reload_keeps_the_view_and_the_cursor(records: Records, path: Path) -> None:
    async with exploring(path) as at:
        before = await drilled(at)
        titles = at.titles
        scope = at.browse._trail.here.scope
        assert scope is not None
        build(renamed(records, scope.ref.id, "Harbour cluster anew"), path)
        at.browse.show_title()
        await at.press("R")
        assert not at.sees(OFFER)
        assert at.breadcrumb == "All › Harbour cluster anew"
        assert at.titles == titles
        assert at.here == before
        await at.press(*"/quay")
        assert at.browse._results is not None
        await at.press("escape")
        assert at.here


@in_loop
async def test_a_record_that_is_gone_leads_back_to_where_there_is_something(
    records: Records, path: Path
) -> None:
    async with exploring(path) as at:
        await drilled(at)
        build(Records(), path)
        await at.press("ctrl+r")
        assert at.breadcrumb == "All"
        assert at.sees("Nothing matches “harbour cluster”")
        build(records, path)
        await at.press("R")
        assert at.titles


@in_loop
async def test_without_a_reload_a_search_says_that_the_database_was_replaced(
    records: Records, path: Path
) -> None:
    async with exploring(path) as at:
        build(Records(), path)
        await at.press(*"/tide")
        await at.until(
            lambda: any("opened; reload it" in each.message for each in at.app._notifications)
        )
        assert at.is_running


@in_loop
async def test_what_cannot_be_reloaded_stays_as_it_is(path: Path) -> None:
    async with exploring(path) as at:
        before = await drilled(at)
        data = path.read_bytes()
        path.unlink()
        path.write_bytes(data[:5000])
        await at.press("R")
        await at.until(lambda: at.sees("cannot be read"))
        assert at.here == before
        path.unlink()
        await at.press("R")
        await at.until(lambda: at.sees("no such database"))
        assert at.here == before


@in_loop
async def test_the_offer_can_be_clicked(records: Records, path: Path) -> None:
    async with exploring(path) as at:
        build(records, path)
        at.browse.show_title()
        await at.settle()
        await at.click("#title", (5, 0))
        await at.until(lambda: not at.sees(OFFER))
        assert at.sees("clustertui")
