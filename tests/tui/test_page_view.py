"""The page alone: links to move between, text to scroll, wrapped anew for every width."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import App, ComposeResult

from clustertui.model import Ref
from clustertui.tui.layout import Paragraph, Phrase, paragraph
from clustertui.tui.widgets.page_view import PageView
from tests.tui.conftest import at_keyboard, in_loop


class PageApp(App[None]):
    """Nothing but a page."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[Ref] = []

    def compose(self) -> ComposeResult:
        yield PageView(id="page")

    def on_page_view_link_opened(self, message: PageView.LinkOpened) -> None:
        self.opened.append(message.ref)


def page_in(app: App[None]) -> PageView:
    return app.query_one(PageView)


def talk(number: int) -> Ref:
    return Ref("talk", str(number))


def links(count: int, lines_between: int = 0) -> Sequence[Paragraph]:
    """Some links, with lines of text after each."""
    paragraphs: list[Paragraph] = []
    for number in range(count):
        paragraphs.append(Paragraph((Phrase(f"link {number}", "link", talk(number)),)))
        paragraphs += [paragraph(f"text {number}.{n}") for n in range(lines_between)]
    return paragraphs


# --- Links ---------------------------------------------------------------------------------------


@in_loop
async def test_the_first_link_is_under_the_cursor() -> None:
    app = PageApp()
    async with at_keyboard(app):
        page_in(app).show(links(3))
        assert page_in(app).linked == talk(0)


@in_loop
async def test_a_page_without_links_has_none_under_its_cursor() -> None:
    app = PageApp()
    async with at_keyboard(app) as at:
        assert page_in(app).linked is None
        page_in(app).show([paragraph("text")])
        for move in (page_in(app).move, page_in(app).move_page, page_in(app).move_edge):
            move(1)
            move(-1)
        await at.settle()
        assert page_in(app).linked is None
        assert at.text.strip() == "text"


@in_loop
async def test_moving_goes_from_link_to_link_and_stays_on_the_last() -> None:
    app = PageApp()
    async with at_keyboard(app):
        page_in(app).show(links(3))
        been = []
        for step in (1, 1, 1, -1, -1, -1):
            page_in(app).move(step)
            been.append(page_in(app).linked)
        assert been == [talk(n) for n in (1, 2, 2, 1, 0, 0)]


@in_loop
async def test_moving_scrolls_by_lines_until_the_next_link_is_in_sight() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page = page_in(app)
        page.show(links(3, lines_between=19))
        await at.settle()
        steps = 0
        while page.linked == talk(0):
            page.move(1)
            steps += 1
        await at.settle()
        assert page.linked == talk(1)
        assert steps == 11
        assert at.lines[-1].strip() == "link 1"


@in_loop
async def test_a_screen_further_takes_the_link_cursor_along() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page = page_in(app)
        page.show(links(30, lines_between=1))
        page.move_page(1)
        await at.settle()
        assert at.lines[0].strip() == "text 4.0"
        assert page.linked == talk(5)
        page.move_page(-1)
        await at.settle()
        assert at.lines[0].strip() == "link 0"
        assert page.linked == talk(4)


@in_loop
async def test_the_edges_are_the_first_and_the_last_link() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page = page_in(app)
        page.show([*links(30), paragraph("end")])
        page.move_edge(1)
        await at.settle()
        assert page.linked == talk(29)
        assert at.lines[-1].strip() == "end"
        page.move_edge(-1)
        await at.settle()
        assert page.linked == talk(0)
        assert at.lines[0].strip() == "link 0"


@in_loop
async def test_a_new_page_begins_at_its_top_with_its_first_link() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page_in(app).show(links(30))
        page_in(app).move_edge(1)
        page_in(app).show([paragraph("new"), *links(40)])
        await at.settle()
        assert at.lines[0].strip() == "new"
        assert page_in(app).linked == talk(0)


@in_loop
async def test_a_click_opens_the_link_and_nothing_else() -> None:
    app = PageApp()
    async with at_keyboard(app) as at:
        page_in(app).show([paragraph("text"), *links(3)])
        await at.settle()
        await at.click("#page", (2, 0))
        await at.click("#page", (30, 2))
        await at.click("#page", (2, 15))
        assert app.opened == []
        await at.click("#page", (2, 2))
        assert app.opened == [talk(1)]
        assert page_in(app).linked == talk(1)


@in_loop
async def test_only_with_the_focus_the_link_under_the_cursor_stands_out() -> None:
    app = PageApp()
    async with at_keyboard(app) as at:
        page = page_in(app)
        page.show(links(2))
        app.set_focus(None)
        await at.settle()
        assert ground(page, 0) == ground(page, 1)
        page.focus()
        await at.settle()
        assert ground(page, 0) != ground(page, 1)


def ground(page: PageView, line: int) -> object:
    """The colour behind the first letter of a line."""
    style = next(segment.style for segment in page.render_line(line))
    assert style is not None
    return style.bgcolor


@in_loop
async def test_the_focus_brings_the_link_under_the_cursor_into_sight() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page = page_in(app)
        page.show([*(paragraph(f"text {n}") for n in range(30)), *links(1)])
        app.set_focus(None)
        await at.settle()
        assert not at.sees("link 0")
        page.focus()
        await at.until(lambda: at.sees("link 0"))


@in_loop
async def test_the_scrollbar_and_the_wheel_scroll() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 10)) as at:
        page_in(app).show([*(paragraph(f"text {n}") for n in range(100)), *links(1)])
        await at.click("#page", (58, 9))
        assert at.lines[-1].strip() == "link 0"
        await at.click("#page", (58, 0))
        assert at.lines[0].strip() == "text 0"
        await at.wheel_down((5, 5))
        assert at.lines[0].strip() == "text 3"
        assert app.opened == []


# --- Width and height ----------------------------------------------------------------------------


@in_loop
async def test_a_page_is_wrapped_anew_for_every_width() -> None:
    text = "Insight into the cluster management projects of Korea and the EU"
    app = PageApp()
    async with at_keyboard(app, (60, 20)) as at:
        page_in(app).show([paragraph(text)])
        for width in (60, 30, 12, 80, 5):
            await at.resize(width, 80)
            assert "".join(at.text.split()) == text.replace(" ", "")
            assert all(cell_len(line) < width for line in at.lines)
        await at.resize(40, 5)
        assert at.text.split() == text.split()


@in_loop
async def test_a_resize_keeps_the_link_under_the_cursor() -> None:
    app = PageApp()
    async with at_keyboard(app, (60, 20)) as at:
        page_in(app).show(links(5))
        page_in(app).move(1)
        page_in(app).move(1)
        await at.resize(9, 3)
        await at.resize(100, 50)
        assert page_in(app).linked == talk(2)


@in_loop
async def test_a_page_of_any_size_is_drawn_and_moved() -> None:
    app = PageApp()
    async with at_keyboard(app) as at:
        page = page_in(app)
        page.show([paragraph("별과 밀물 tide", "", "  1. "), *links(9)])
        for size in ((1, 1), (2, 1), (1, 9), (3, 3), (10, 2), (200, 60)):
            await at.resize(*size)
            for move in (page.move, page.move_page, page.move_edge):
                move(1)
                move(-1)
            await at.settle()
            assert at.fills(*size)


@in_loop
async def test_matched_letters_stand_out_and_texts_are_literal() -> None:
    app = PageApp()
    async with at_keyboard(app) as at:
        page_in(app).show([paragraph("[b]tide[/b] [/]")], lambda text: [(3, 7)])
        await at.settle()
        assert at.lines[0].strip() == "[b]tide[/b] [/]"
        styles = {segment.text: segment.style for segment in page_in(app).render_line(0)}
        assert styles["tide"] != styles["[b]"]
