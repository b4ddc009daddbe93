"""The list of records: drawn line by line from pages that are fetched when they are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from clustertui.model import ACCEPTED, REJECTED, UNCERTAIN, Hit, Ref, Row
from clustertui.text import clean
from clustertui.tui.layout import Span, break_lines, cut, fit, split_by
from clustertui.tui.widgets.lines import LineView

_REVIEWS = {"": "", UNCERTAIN: "? ", ACCEPTED: "✓ ", REJECTED: "✗ "}
"""What stands before the title of a record that was guessed."""


class Rows(Protocol):
    """What the list needs of results: how many, which, and which letters match."""

    def __len__(self) -> int: ...

    def page(self, offset: int, limit: int) -> Sequence[Hit]:
        """Hits from `offset` on."""
        ...

    def spans(self, text: str) -> Sequence[Span]:
        """The letters of a text that match."""
        ...


class RecordList(LineView):
    """A list of any length that holds no more rows than it shows, give or take a page."""

    DEFAULT_CSS = """
    RecordList {
        & > .list--context { color: $foreground 60%; }
        & > .list--match { color: $text-accent; text-style: bold underline; }
        & > .list--cursor { background: $panel; }
        & > .list--empty { color: $foreground 60%; }
        &:focus > .list--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "list--context", "list--match", "list--cursor", "list--empty",
    }  # fmt: skip

    PAGE = 32
    """Rows fetched at a time."""
    PAGES = 16
    """Pages kept."""
    ROOMY = 12
    """Lines of height from which a record takes two lines."""

    cursor: reactive[int] = reactive(0, repaint=False)

    @dataclass
    class Opened(Message):
        """The record under the cursor was asked for, by mouse."""

        index: int

    def __init__(self, moved: Callable[[Hit | None], None], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id)
        # A call, not a message: what follows the cursor then shows in the same frame.
        self._moved = moved
        self._rows: Rows | None = None
        self._count = 0
        self._pages: dict[int, Sequence[Hit]] = {}
        self._empty = ""
        self.row_height = 1

    def show(self, rows: Rows, cursor: int, empty: str = "") -> None:
        """Show `rows` with the cursor on one of them; without rows, say `empty`."""
        self._rows, self._count, self._empty = rows, len(rows), empty
        self._pages.clear()
        self._resize_lines()
        self.set_reactive(RecordList.cursor, max(0, min(cursor, self._count - 1)))
        self._scroll_to_cursor()
        self.redraw()
        self._moved(self.hit)

    @property
    def hit(self) -> Hit | None:
        """What stands under the cursor."""
        return self._hit(self.cursor) if self._count else None

    def following(self, wanted: Callable[[Row], bool]) -> Ref | None:
        """The next record after the cursor that is wanted, or the first one before it."""
        for index in (*range(self.cursor + 1, self._count), *range(self.cursor)):
            if wanted(row := self._hit(index).row):
                return row.ref
        return None

    def move(self, rows: int) -> None:
        """Move the cursor by some rows."""
        self.cursor += rows

    def move_page(self, pages: int) -> None:
        """Move the cursor by some screens."""
        self.cursor += pages * max(1, self.lines_seen // self.row_height - 1)

    def move_edge(self, side: int) -> None:
        """Move the cursor to the first row (-1) or the last (1)."""
        self.cursor = 0 if side < 0 else self._count - 1

    # --- drawing ---------------------------------------------------------------------------------

    def _hit(self, index: int) -> Hit:
        page, place = divmod(index, self.PAGE)
        if page not in self._pages:
            assert self._rows is not None
            while len(self._pages) >= self.PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[page] = self._rows.page(page * self.PAGE, self.PAGE)
        return self._pages[page][place]

    def _resize_lines(self) -> None:
        self.row_height = 2 if self.size.height >= self.ROOMY else 1
        self.set_length(self._count * self.row_height)

    def on_resize(self) -> None:
        """Keep the cursor in sight, whatever the size."""
        self._resize_lines()
        self._scroll_to_cursor()

    def draw_line(self, line: int, width: int) -> Strip:
        """One line of the list."""
        index, part = divmod(line, self.row_height)
        if not self._count:
            return self._empty_line(line, width)
        if index >= self._count or width < 1:
            return Strip.blank(width, self.style_of())
        hit = self._hit(index)
        base = self.style_of()
        if index == self.cursor:
            base = self.style_of("list--cursor")
        muted = base if index == self.cursor else self.style_of("list--context")
        mark = "›" if index == self.cursor else " "
        title = clean(_REVIEWS.get(hit.row.review, "") + hit.row.title)
        aside = clean(f"{hit.reason} · {hit.row.context}" if hit.reason else hit.row.context)
        lead = Segment(f"{mark} "[:width], base)
        room = max(0, width - 3)
        if self.row_height == 2:
            text, style = (title, base) if part == 0 else (aside, muted)
            lead = lead if part == 0 else Segment("  "[:width], base)
            return self._strip([lead, *self._marked(cut(text, room), style)], width, base)
        beside = cut(aside, min(room // 2, max(room - cell_len(title) - 2, room // 3)))
        if room < 56:
            beside = ""
        title = fit(title, room - (cell_len(beside) + 2 if beside else 0))
        segments = [lead, *self._marked(title, base)]
        if beside:
            segments += [Segment("  ", base), *self._marked(beside, muted)]
        return self._strip(segments, width, base)

    def _strip(self, segments: list[Segment], width: int, base: Style) -> Strip:
        return Strip(segments).adjust_cell_length(width, base)

    def _marked(self, text: str, style: Style) -> list[Segment]:
        assert self._rows is not None
        match = style + self.style_of("list--match", over=True)
        return [
            Segment(text[start:end], match if marked else style)
            for start, end, marked in split_by(text, self._rows.spans(text))
        ]

    def _empty_line(self, line: int, width: int) -> Strip:
        style = self.style_of("list--empty")
        said = clean(self._empty)
        lines = [said[start:end] for start, end in break_lines(said, max(1, width - 3))]
        at = line - min(2, self.lines_seen // 3)
        text = lines[at] if 0 <= at < len(lines) else ""
        return self._strip([Segment(f"  {text}", style)], width, style)

    # --- cursor ----------------------------------------------------------------------------------

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self._count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Redraw the two rows, and tell."""
        if old != new:
            self._scroll_to_cursor()
            self.redraw()
            self._moved(self.hit)

    def _scroll_to_cursor(self) -> None:
        self.show_line(self.cursor * self.row_height, self.row_height)

    def on_click(self, event: events.Click) -> None:
        """Move to the row that was clicked; the row under the cursor is opened."""
        index = (event.y + self.scroll_offset.y) // self.row_height
        if index < self._count and event.x < self.line_width:
            if index == self.cursor:
                self.post_message(self.Opened(index))
            self.cursor = index
