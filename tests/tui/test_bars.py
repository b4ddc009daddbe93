"""The bars alone: what is said in how many cells, and what a click means."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import App, ComposeResult

from clustertui.kinds import KINDS
from clustertui.tui.widgets.bars import Bar, Breadcrumb, KeyBar, KindTabs, Label
from tests.tui.conftest import Keyboard, at_keyboard, in_loop

COUNTS = dict(zip(KINDS, ("7", "1,000+", "0", "21", "35"), strict=True))


class BarApp(App[None]):
    """Nothing but a bar."""

    def __init__(self, bar: Bar) -> None:
        super().__init__()
        self.bar = bar
        self.clicked: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.bar

    def on_bar_clicked(self, message: Bar.Clicked) -> None:
        assert message.control is self.bar
        self.clicked.append(message.value)


async def shown(at: Keyboard, bar: Bar, width: int) -> str:
    """What the bar says when the terminal is that wide."""
    await at.resize(width + 2, 3)
    line = bar.render_line(0).text
    assert cell_len(line) == width
    return line.rstrip()


# --- A bar ---------------------------------------------------------------------------------------


@in_loop
async def test_the_left_side_has_precedence() -> None:
    bar = Bar(id="bar")
    async with at_keyboard(BarApp(bar)) as at:
        bar.put([Label("clustertui")], [Label("data/clusters.db")])
        assert await shown(at, bar, 40) == "clustertui              data/clusters.db"
        assert await shown(at, bar, 28) == "clustertui  data/clusters.db"
        assert await shown(at, bar, 27) == "clustertui"
        assert await shown(at, bar, 4) == "clus"


@in_loop
async def test_a_bar_says_everything_literally() -> None:
    bar = Bar(id="bar")
    async with at_keyboard(BarApp(bar)) as at:
        bar.put([Label("[b]x[/b] [/] \x1b[2J\n")], [Label("[@click=app.quit]y[/]")])
        await at.resize(80, 3)
        assert at.lines[0].split("  ")[0].strip() == "[b]x[/b] [/] \ufffd[2J"
        assert at.lines[0].endswith("[@click=app.quit]y[/]")


@in_loop
async def test_a_click_posts_the_value_of_the_label() -> None:
    bar = Bar(id="bar")
    app = BarApp(bar)
    async with at_keyboard(app, (40, 3)) as at:
        bar.put([Label("one", value="1"), Label(" none "), Label("two", value="2")],
                [Label("right", value="3")])  # fmt: skip
        await at.settle()
        for x in (1, 3, 5, 10, 12, 20, 38):
            await at.click("#bar", (x, 0))
        assert app.clicked == ["1", "1", "2", "2", "3"]


@in_loop
async def test_what_was_put_before_is_gone() -> None:
    bar = Bar(id="bar")
    async with at_keyboard(BarApp(bar), (40, 3)) as at:
        bar.put([Label("first")], [Label("right")])
        await at.settle()
        bar.put([Label("new")])
        await at.settle()
        assert at.lines[0].strip() == "new"


# --- The breadcrumb ------------------------------------------------------------------------------


def crumbs(*names: str) -> Sequence[Label]:
    last = len(names) - 1
    return [Label(n if i == last else f"{n} › ", "", str(i)) for i, n in enumerate(names)]


@in_loop
async def test_the_beginning_of_a_long_breadcrumb_gives_way() -> None:
    bar = Breadcrumb(id="bar")
    async with at_keyboard(BarApp(bar)) as at:
        bar.put(crumbs("All", "KICOX", "Cluster Policy of KICOX"))
        for width, said in (
            (40, "All › KICOX › Cluster Policy of KICOX"),
            (37, "All › KICOX › Cluster Policy of KICOX"),
            (36, "… › KICOX › Cluster Policy of KICOX"),
            (34, "… › Cluster Policy of KICOX"),
            (27, "… › Cluster Policy of KICOX"),
            (20, "… › Cluster Policy…"),
            (5, "… › …"),
            (2, "…"),
            (1, "…"),
        ):
            assert await shown(at, bar, width) == said


@in_loop
async def test_a_crumb_that_is_seen_can_be_clicked() -> None:
    bar = Breadcrumb(id="bar")
    app = BarApp(bar)
    async with at_keyboard(app, (38, 3)) as at:
        bar.put(crumbs("All", "KICOX", "Cluster Policy of KICOX"))
        await at.settle()
        assert at.lines[0] == " … › KICOX › Cluster Policy of KICOX"
        await at.click("#bar", (6, 0))
        await at.click("#bar", (20, 0))
        assert app.clicked == ["1", "2"]


@in_loop
async def test_without_crumbs_the_breadcrumb_is_blank() -> None:
    bar = Breadcrumb(id="bar")
    async with at_keyboard(BarApp(bar)) as at:
        assert await shown(at, bar, 10) == ""


# --- The tabs ------------------------------------------------------------------------------------


@in_loop
async def test_the_names_of_the_tabs_are_shortened_where_the_line_is_short() -> None:
    tabs = KindTabs(id="bar")
    async with at_keyboard(BarApp(tabs)) as at:
        tabs.show("talk", COUNTS, "by newest")
        for width, said in (
            (90, " Events 7 [Talks 1,000+] People 0  Organisations 21  Points 35"
                 "                   by newest"),
            (65, " Events 7 [Talks 1,000+] People 0  Organisations 21  Points 35"),
            (58, " Events 7 [Talks 1,000+] People 0  Organi 21  Points 35"),
            (50, " Eve 7 [Tal 1,000+] Peo 0  Org 21  Poi 35"),
            (30, " Eve 7 [Tal 1,000+] Peo 0  Org"),
        ):  # fmt: skip
            assert await shown(at, tabs, width) == said


@in_loop
async def test_a_tab_is_clicked_by_its_kind_and_the_order_as_sort() -> None:
    tabs = KindTabs(id="bar")
    app = BarApp(tabs)
    async with at_keyboard(app, (92, 3)) as at:
        tabs.show("talk", COUNTS, "by newest")
        await at.settle()
        for word in ("Events", "Talks", "1,000+", "People", "Organ", "Points", "newest"):
            await at.click("#bar", (at.lines[0].index(word), 0))
        assert app.clicked == ["event", "talk", "talk", "person", "organisation", "point", "sort"]


@in_loop
async def test_a_shortened_tab_can_be_clicked_and_grows_again() -> None:
    tabs = KindTabs(id="bar")
    app = BarApp(tabs)
    async with at_keyboard(app, (46, 3)) as at:
        tabs.show("talk", COUNTS, "by newest")
        await at.settle()
        await at.click("#bar", (at.lines[0].index("Org"), 0))
        assert app.clicked == ["organisation"]
        await at.resize(120, 3)
        assert at.sees("Organisations 21")


@in_loop
async def test_tabs_that_were_shown_nothing_yet_are_there() -> None:
    tabs = KindTabs(id="bar")
    async with at_keyboard(BarApp(tabs)) as at:
        assert "Events 0" in await shown(at, tabs, 80)


# --- The keys ------------------------------------------------------------------------------------


@in_loop
async def test_whole_keys_give_way_on_a_short_line() -> None:
    bar = KeyBar(id="bar")
    async with at_keyboard(BarApp(bar)) as at:
        bar.put([
            Label("/", "key", "search"), Label(" search  ", "muted", "search"),
            Label("⏎", "key", "open"), Label(" open  ", "muted", "open"),
            Label("esc", "key", "back"), Label(" back  ", "muted", "back"),
        ])  # fmt: skip
        for width, said in (
            (60, "/ search  ⏎ open  esc back"),
            (26, "/ search  ⏎ open  esc back"),
            (25, "/ search  ⏎ open"),
            (16, "/ search  ⏎ open"),
            (15, "/ search"),
            (7, ""),
        ):
            assert await shown(at, bar, width) == said
