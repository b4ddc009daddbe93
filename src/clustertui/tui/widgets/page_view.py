"""A page of text with links: the detail of a record, its provenance, the help."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from clustertui.model import Ref
from clustertui.tui.layout import LaidLine, Marks, Page, Paragraph, lay_out, no_marks
from clustertui.tui.widgets.lines import LineView


class PageView(LineView):
    """Paragraphs laid out anew for every width, scrolled by line, with a cursor on their links."""

    DEFAULT_CSS = """
    PageView {
        padding: 0 1;
        & > .page--title { text-style: bold; }
        & > .page--heading { text-style: bold; color: $text-accent; }
        & > .page--group { text-style: italic; color: $foreground 60%; }
        & > .page--label, & > .page--muted { color: $foreground 60%; }
        & > .page--link { color: $text-primary; }
        & > .page--taken { background: $accent 25%; }
        & > .page--match { color: $text-accent; text-style: bold; }
        & > .page--cursor {
            background: $block-cursor-background; color: $block-cursor-foreground;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "page--title", "page--heading", "page--group", "page--label", "page--muted",
        "page--link", "page--match", "page--taken", "page--cursor",
    }  # fmt: skip

    @dataclass
    class LinkOpened(Message):
        """A link was opened."""

        ref: Ref

    @dataclass
    class Reading(Message):
        """The page is about to be scrolled by mouse."""

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._paragraphs: Sequence[Paragraph] = ()
        self._marks: Marks = no_marks
        self._glance = False
        self._page = Page((), (), ())
        self._width = -1
        self.link = 0

    def show(
        self, paragraphs: Sequence[Paragraph], marks: Marks = no_marks, glance: bool = False
    ) -> None:
        """Show these paragraphs from the top, with the letters that `marks` finds.

        For a glance, little more is laid out than is seen.
        """
        self._paragraphs, self._marks, self._glance = paragraphs, marks, glance
        self.link = 0
        self.scroll_line_to(0)
        self._lay_out()

    @property
    def linked(self) -> Ref | None:
        """The record that the link under the cursor leads to."""
        links = self._page.links
        return links[self.link] if self.link < len(links) else None

    def move(self, steps: int) -> None:
        """To the next link when it is in sight, else a line on."""
        target = self.link + (1 if steps > 0 else -1)
        lines = self._page.link_lines
        top, height = self.scroll_offset.y, self.lines_seen
        if 0 <= target < len(lines) and top <= lines[target] < top + height:
            self.link = target
            self.redraw()
        else:
            self.scroll_lines(steps)
            self._link_into_sight(steps)

    def move_page(self, pages: int) -> None:
        """Scroll by some screens; the link cursor comes along."""
        self.scroll_lines(pages * max(1, self.lines_seen - 1))
        self._link_into_sight(pages)

    def move_edge(self, side: int) -> None:
        """To the beginning (-1) or the end (1)."""
        self.scroll_line_to(0 if side < 0 else self.virtual_size.height)
        self.link = 0 if side < 0 else max(0, len(self._page.links) - 1)
        self.redraw()

    # --- drawing ---------------------------------------------------------------------------------

    def _link_into_sight(self, direction: int) -> None:
        top, bottom = self.scroll_offset.y, self.scroll_offset.y + self.lines_seen
        seen = [n for n, line in enumerate(self._page.link_lines) if top <= line < bottom]
        if seen and self.link not in seen:
            self.link = seen[0] if direction > 0 else seen[-1]
        self.redraw()

    def _lay_out(self) -> None:
        self._width = self.line_width
        most_lines = self.lines_seen + 1 if self._glance else math.inf
        self._page = lay_out(self._paragraphs, self._width - 1, self._marks, most_lines)
        self.set_length(len(self._page.lines))
        self.redraw()

    def on_resize(self) -> None:
        """Wrap anew when the width changed; a glance may now see more."""
        if self._glance or self.line_width != self._width:
            self._lay_out()
            if self.link == 0:  # nobody has moved yet
                self.scroll_line_to(0)

    def draw_line(self, line: int, width: int) -> Strip:
        """One line of the page."""
        base = self.style_of()
        if line >= len(self._page.lines):
            return Strip.blank(width, base)
        return Strip(self._segments(self._page.lines[line], base)).adjust_cell_length(width, base)

    def _segments(self, line: LaidLine, base: Style) -> list[Segment]:
        segments = []
        for run in line:
            style = base
            if run.style:
                style = self.style_of(f"page--{run.style}")
            if run.marked:
                style += self.style_of("page--match", over=True)
            if run.link is not None:
                style += Style(meta={"link": run.link})
                if run.link == self.link and self.has_focus:
                    style += self.style_of("page--cursor", over=True)
            segments.append(Segment(run.text, style))
        return segments

    def on_enter(self) -> None:
        """With the mouse over it a page is soon scrolled."""
        self.post_message(self.Reading())

    def on_click(self, event: events.Click) -> None:
        """Open the link that was clicked."""
        link = event.style.meta.get("link")
        if link is not None and link < len(self._page.links):
            self.link = link
            self.post_message(self.LinkOpened(self._page.links[link]))

    def on_focus(self) -> None:
        """Show the link under the cursor, and have it in sight."""
        self._link_into_sight(1)
        lines = self._page.link_lines
        if self.link < len(lines):
            self.show_line(lines[self.link])
