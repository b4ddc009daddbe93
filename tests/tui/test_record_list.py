"""The list alone: any number of rows, few of them held, the cursor always on one of them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from textual.app import App, ComposeResult

from clustertui.model import Hit, Ref, Row
from clustertui.tui.layout import Span
from clustertui.tui.widgets.record_list import RecordList
from tests.tui.conftest import at_keyboard, in_loop


class Numbers:
    """Rows made up when they are asked for."""

    def __init__(self, count: int, title: str = "Record {}", reason: str = "") -> None:
        self.count = count
        self.title = title
        self.reason = reason
        self.fetched: list[tuple[int, int]] = []

    def __len__(self) -> int:
        return self.count

    def page(self, offset: int, limit: int) -> Sequence[Hit]:
        self.fetched.append((offset, limit))
        return [self.hit(n) for n in range(offset, min(offset + limit, self.count))]

    def hit(self, number: int) -> Hit:
        title = self.title.replace("{}", str(number))
        return Hit(Row(Ref("talk", str(number)), title, f"context {number}"), self.reason)

    def spans(self, text: str) -> Sequence[Span]:
        return [(0, 6)] if text.startswith("Record") else []


class ListApp(App[None]):
    """Nothing but a list."""

    def __init__(self) -> None:
        super().__init__()
        self.moved: list[str | None] = []
        self.opened: list[int] = []

    def compose(self) -> ComposeResult:
        yield RecordList(self.note, id="list")

    def note(self, hit: Hit | None) -> None:
        self.moved.append(hit.row.ref.id if hit else None)

    def on_record_list_opened(self, message: RecordList.Opened) -> None:
        self.opened.append(message.index)


def list_in(app: App[None]) -> RecordList:
    return app.query_one(RecordList)


def held(records: RecordList) -> int:
    return sum(len(page) for page in records._pages.values())


# --- Any number of rows --------------------------------------------------------------------------


@in_loop
async def test_a_million_rows_are_never_held() -> None:
    rows = Numbers(1_000_000)
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        records = list_in(app)
        records.show(rows, 0)
        await at.settle()
        assert held(records) <= RecordList.PAGE
        for turn in range(60):
            records.move_page(1 if turn % 7 else 2000)
            await at.settle()
            assert held(records) <= RecordList.PAGE * RecordList.PAGES
        records.move_edge(1)
        await at.settle()
        assert records.cursor == 999_999
        assert at.lines[-2:] == ["› Record 999999", "  context 999999"]
        records.move_edge(-1)
        await at.settle()
        assert at.lines[:2] == ["› Record 0", "  context 0"]
        assert held(records) <= RecordList.PAGE * RecordList.PAGES
        assert {limit for _, limit in rows.fetched} == {RecordList.PAGE}


@in_loop
async def test_a_page_in_hand_is_not_fetched_again() -> None:
    rows = Numbers(1000)
    app = ListApp()
    async with at_keyboard(app) as at:
        list_in(app).show(rows, 0)
        for _ in range(20):
            list_in(app).move(1)
            await at.settle()
        assert rows.fetched == [(0, RecordList.PAGE)]


@in_loop
async def test_new_rows_take_the_place_of_the_old_ones() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        list_in(app).show(Numbers(500, "Old {}"), 400)
        await at.settle()
        list_in(app).show(Numbers(3, "New {}"), 400)
        await at.settle()
        assert [line[2:] for line in at.lines[::2] if line] == ["New 0", "New 1", "New 2"]
        assert list_in(app).cursor == 2


# --- The cursor ----------------------------------------------------------------------------------


@in_loop
async def test_the_cursor_stays_on_a_row() -> None:
    app = ListApp()
    async with at_keyboard(app):
        records = list_in(app)
        for asked, got in ((-5, 0), (0, 0), (4, 4), (9, 9), (10, 9), (10**9, 9)):
            records.show(Numbers(10), asked)
            assert records.cursor == got
            records.show(Numbers(10), 0)
            records.move(asked)
            assert records.cursor == got
            assert records.hit is not None
            assert records.hit.row.ref.id == str(got)


@in_loop
async def test_every_move_is_told_once_and_none_that_is_no_move() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        records = list_in(app)
        records.show(Numbers(10), 3)
        assert app.moved == ["3"]
        records.move(1)
        records.move(0)
        records.move_edge(1)
        records.move(1)
        records.move_edge(-1)
        records.move(-1)
        await at.settle()
        assert app.moved == ["3", "4", "9", "0"]


@in_loop
async def test_the_row_under_the_cursor_is_in_sight_at_every_size() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        list_in(app).show(Numbers(300), 150)
        for size in ((60, 20), (60, 3), (30, 1), (10, 40), (120, 12), (60, 11)):
            await at.resize(*size)
            assert any(line.startswith("› Rec") for line in at.lines), size


@in_loop
async def test_a_page_is_a_screen_less_one_row() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        list_in(app).show(Numbers(300), 0)
        list_in(app).move_page(1)
        assert list_in(app).cursor == 9
        await at.resize(60, 10)
        list_in(app).move_page(1)
        assert list_in(app).cursor == 18
        list_in(app).move_page(-1)
        assert list_in(app).cursor == 9
        await at.resize(60, 1)
        list_in(app).move_page(1)
        assert list_in(app).cursor == 10


# --- What a row looks like -----------------------------------------------------------------------


@in_loop
async def test_where_there_is_room_a_record_takes_two_lines() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, RecordList.ROOMY)) as at:
        list_in(app).show(Numbers(3, reason="alias: R"), 1)
        await at.settle()
        assert at.lines[:6] == [
            "  Record 0", "  alias: R · context 0",
            "› Record 1", "  alias: R · context 1",
            "  Record 2", "  alias: R · context 2",
        ]  # fmt: skip


@in_loop
async def test_where_there_is_little_height_a_record_takes_one_line() -> None:
    app = ListApp()
    async with at_keyboard(app, (80, RecordList.ROOMY - 1)) as at:
        list_in(app).show(Numbers(3), 1)
        await at.settle()
        first, second = at.lines[:2]
        assert first.split() == ["Record", "0", "context", "0"]
        assert second.split() == ["›", "Record", "1", "context", "1"]
        await at.resize(50, RecordList.ROOMY - 1)
        assert at.lines[:2] == ["  Record 0", "› Record 1"]


@pytest.mark.parametrize(
    "title", ["{}", "Tagung {} " * 20, "별과 밀물 {} " * 20], ids=["short", "long", "wide"]
)
@in_loop
async def test_a_list_of_any_size_is_drawn(title: str) -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        list_in(app).show(Numbers(9, title, "alias: 밀물 " * 9), 1)
        for height in (6, 14):
            for width in (1, 2, 3, 20, 58, 59, 60, 75, 120):
                await at.resize(width, height)
                assert at.lines[0].startswith(" ") or not at.lines[0]


@in_loop
async def test_a_wide_context_beside_the_title_ends_with_an_ellipsis() -> None:
    app = ListApp()
    async with at_keyboard(app, (80, 6)) as at:
        list_in(app).show(Numbers(2, reason="별과 밀물 " * 20), 0)
        await at.settle()
        assert at.lines[0].endswith("…")


@in_loop
async def test_matched_letters_stand_out() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        list_in(app).show(Numbers(2), 1)
        await at.settle()
        styles = {segment.text: segment.style for segment in list_in(app).render_line(0)}
        assert styles["Record"] != styles[" 0"]
        assert styles["Record"] is not None
        assert styles["Record"].underline


@in_loop
async def test_a_row_is_shown_as_it_is_written() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        list_in(app).show(Numbers(1, "[b]x[/b] [/] [@click=app.quit]{}[/] \x1b[2J\n\u202e"), 0)
        await at.settle()
        assert at.lines[0] == "› [b]x[/b] [/] [@click=app.quit]0[/] \ufffd[2J \ufffd"


# --- Without rows --------------------------------------------------------------------------------


@in_loop
async def test_an_empty_list_says_so_and_has_nothing_under_its_cursor() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        records = list_in(app)
        records.show(Numbers(0), 0, "Nothing [b] here. Esc goes back.")
        await at.settle()
        assert [line for line in at.lines if line] == ["  Nothing [b] here. Esc goes back."]
        assert records.hit is None
        assert app.moved == [None]
        for move in (records.move, records.move_page, records.move_edge):
            move(1)
            move(-1)
        await at.click("#list", (3, 2))
        assert records.cursor == 0
        assert app.opened == []


@in_loop
async def test_what_an_empty_list_says_is_wrapped() -> None:
    app = ListApp()
    async with at_keyboard(app, (12, 6)) as at:
        list_in(app).show(Numbers(0), 0, "Nothing is here.")
        await at.settle()
        assert [line for line in at.lines if line] == ["  Nothing", "  is here."]


@in_loop
async def test_a_list_that_was_shown_nothing_yet_is_blank() -> None:
    app = ListApp()
    async with at_keyboard(app) as at:
        await at.settle()
        assert at.text.strip() == ""
        assert list_in(app).hit is None


# --- The mouse -----------------------------------------------------------------------------------


@in_loop
async def test_a_click_moves_the_cursor_and_a_second_one_opens() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        records = list_in(app)
        records.show(Numbers(300), 0)
        await at.click("#list", (5, 7))
        assert (records.cursor, app.opened) == (3, [])
        await at.click("#list", (5, 6))
        assert (records.cursor, app.opened) == (3, [3])


@in_loop
async def test_a_click_counts_from_what_was_scrolled() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 10)) as at:
        records = list_in(app)
        records.show(Numbers(300), 100)
        await at.settle()
        top = int(at.lines[0].split()[1 if at.lines[0].startswith(" ") else 2])
        await at.click("#list", (5, 4))
        assert records.cursor == top + 4


@in_loop
async def test_a_click_below_the_last_row_does_nothing() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        list_in(app).show(Numbers(2), 1)
        await at.click("#list", (5, 15))
        assert (list_in(app).cursor, app.opened) == (1, [])


@in_loop
async def test_the_scrollbar_is_clicked_and_dragged_and_leaves_the_cursor() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        records = list_in(app)
        records.show(Numbers(300), 0)
        await at.click("#list", (59, 19))
        assert at.lines[-2].strip() == "Record 299"
        await at.pilot.mouse_down("#list", offset=(59, 19))
        await at.pilot.hover("#list", offset=(59, 10))
        await at.settle()
        assert 100 < int(at.lines[0].split()[-1]) < 200
        await at.pilot.hover("#list", offset=(59, 0))
        await at.pilot.mouse_up("#list", offset=(59, 0))
        await at.settle()
        assert at.lines[0] == "› Record 0"
        assert (records.cursor, app.opened) == (0, [])


@in_loop
async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = ListApp()
    async with at_keyboard(app, (60, 20)) as at:
        list_in(app).show(Numbers(300), 0)
        await at.settle()
        before = at.lines[0]
        await at.wheel_down((5, 5))
        await at.until(lambda: at.lines[0] != before)
        assert list_in(app).cursor == 0
