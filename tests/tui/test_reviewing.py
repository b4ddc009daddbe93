"""Reviewing a draft: accept, reject, leave open, and go on to what comes next."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.drafts import Draft
from clustertui.records import read_parts
from clustertui.search import Search
from clustertui.tui.app import ClusterApp
from clustertui.tui.widgets.page_view import PageView
from tests.test_drafts import RECORDS
from tests.tui.conftest import Journey, exploring, in_loop

PAGE = "Dock Days\n- The tide and the quay (Ann Ek, NHC)\nAnother talk on quays\n"


@asynccontextmanager
async def reviewing(folder: Path) -> AsyncIterator[tuple[Journey, Path]]:
    """clustertui on a draft, its list of talks in focus."""
    file = folder / "dock.toml"
    file.write_text(RECORDS, encoding="utf-8")
    (folder / "dock.txt").write_text(PAGE, encoding="utf-8")
    with closing(Draft(file)) as draft, closing(Catalogue(draft.database)) as catalogue:
        documents = Documents(draft.documents)
        app = ClusterApp(catalogue, Search(catalogue), documents, draft=draft)
        async with app.run_test(size=(120, 30), notifications=True) as pilot:
            at = Journey(app, pilot)
            await at.settle()
            await at.press("2", "escape")
            yield at, file


@in_loop
async def test_a_draft_says_what_is_left_to_review(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, _):
        assert at.sees("draft · 3 to review")
        assert at.sees("? The tide and the quay")
        assert at.sees("Guessed from the page; nobody has accepted it yet")
        assert {"accept", "reject", "undecided"} <= set(at.bar("#keys").split())


@in_loop
async def test_verdicts_lead_from_guess_to_guess_and_on_to_the_next_kind(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, file):
        assert at.here == "talk/dock-tide"
        await at.press("x")
        assert (at.here, at.sees("✓ The tide and the quay")) == ("talk/dock-quays", True)
        await at.press("n")
        assert (at.here, at.sees("draft · 1 to review")) == ("person/ann-ek", True)
        await at.press("x")
        assert at.sees("draft · all reviewed")
        talks = {talk.id: talk for talk in read_parts(file)[-1].talks}
        assert not talks["dock-tide"].uncertain
        assert talks["dock-quays"].rejected


@in_loop
async def test_a_verdict_is_taken_back(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, file):
        await at.press("n", "up", "u")
        assert at.sees("? The tide and the quay")
        assert at.sees("3 to review")
        assert not any(talk.rejected for talk in read_parts(file)[-1].talks)


@in_loop
async def test_hits_of_a_search_are_reviewed_too(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, file):
        await at.press("/", *"quays", "down", "x")
        talks = {talk.id: talk for talk in read_parts(file)[-1].talks}
        assert not talks["dock-quays"].uncertain
        assert talks["dock-tide"].uncertain


@in_loop
async def test_what_was_not_guessed_needs_no_review(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, file):
        before = file.read_bytes()
        await at.press("1", "x")
        await at.until(lambda: at.sees("it needs no review"))
        assert file.read_bytes() == before


@in_loop
async def test_work_of_somebody_else_is_kept_and_said(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, file):
        file.write_text(RECORDS.replace("tide", "ebb"), encoding="utf-8")
        await at.press("x")
        await at.until(lambda: at.sees("was changed meanwhile"))
        assert "ebb" in file.read_text(encoding="utf-8")


@in_loop
async def test_the_passage_shows_the_words_that_were_taken(tmp_path: Path) -> None:
    async with reviewing(tmp_path) as (at, _):
        await at.press("p")
        (line,) = (
            strip for strip in at.strips if "- The tide and the quay (Ann Ek, NHC)" in strip.text
        )
        taken = at.app.screen.query_one(PageView).get_component_rich_style("page--taken").bgcolor
        marked = [each.text for each in line if each.style and each.style.bgcolor == taken]
        assert marked == ["The tide and the quay", "Ann Ek"]


@in_loop
async def test_without_a_draft_there_is_nothing_to_review(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("escape", "x")
        assert "accept" not in at.bar("#keys")
        await at.press("?")
        assert not at.sees("Accept what was guessed")
