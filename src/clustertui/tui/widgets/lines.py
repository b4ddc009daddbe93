"""Widgets that draw their own lines: styles computed once, only changed lines painted again."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget


class StyledLines(Widget):
    """Keeps its styles until the style sheet says otherwise.

    Textual forgets the styles of a widget with every refresh and then walks the whole tree anew.
    """

    _styles_kept: dict[tuple[str, bool], Style] | None = None

    def style_of(self, part: str = "", *, over: bool = False) -> Style:
        """The style of a component class, or of the widget itself.

        With `over` only what the class itself sets, to be added to another style.
        """
        kept = self._styles_kept
        if kept is None:
            kept = self._styles_kept = {}
        style = kept.get((part, over))
        if style is None:
            style = self.get_component_rich_style(part, partial=over) if part else self.rich_style
            kept[part, over] = style
        return style

    def notify_style_update(self) -> None:
        """Forget the styles: a class, the focus or the theme changed."""
        self._styles_kept = None
        super().notify_style_update()


class LineView(StyledLines, ScrollView, can_focus=True, inherit_bindings=False):
    """Lines that scroll. A subclass draws any of them; what did not change is not painted again.

    The scrollbar is drawn with the lines, in a column that is always kept: no change of the
    contents ever asks for a new layout of the screen, or for a second frame. Textual calls the
    `on_` methods of this class after those of a subclass.
    """

    DEFAULT_CSS = """
    LineView {
        width: 1fr; height: 1fr; overflow: hidden;
        & > .lines--thumb { color: $foreground 30%; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--thumb"}

    _drawn: tuple[int, tuple[Strip, ...]] | None = None
    """First line and strips of what was drawn last."""

    def draw_line(self, line: int, width: int) -> Strip:
        """Line number `line` of all lines, in `width` cells."""
        raise NotImplementedError

    @property
    def lines_seen(self) -> int:
        """How many lines fit, at least one."""
        return max(1, self.scrollable_content_region.height)

    @property
    def line_width(self) -> int:
        """How many cells a line has, the scrollbar's column left out."""
        return max(0, self.scrollable_content_region.width - 1)

    def set_length(self, lines: int) -> None:
        """Say how many lines there are in all."""
        size = Size(0, lines)
        if self.styles.height is not None and self.styles.height.is_auto:
            self.virtual_size = size
        else:
            self.set_reactive(Widget.virtual_size, size)
            self.scroll_lines(0)

    def scroll_lines(self, lines: int) -> None:
        """Scroll by some lines, at once, as far as there are any."""
        self.scroll_line_to(self.scroll_offset.y + lines)

    def scroll_line_to(self, line: int) -> None:
        """Scroll so that `line` comes first, at once, as far as there are lines."""
        line = max(0, min(line, self.virtual_size.height - self.lines_seen))
        if line != self.scroll_offset.y:
            self.scroll_to(y=line, animate=False, force=True, immediate=True)

    def show_line(self, line: int, lines: int = 1) -> None:
        """Scroll as little as needed to have some lines in sight."""
        top = self.scroll_offset.y
        self.scroll_line_to(min(line, max(top, line + lines - self.lines_seen)))

    # --- drawing ---------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Paint the lines that look different from what was drawn last."""
        before, (_, strips) = self._drawn, self._draw()
        if before is None or len(before[1]) != len(strips):
            self.refresh()
            return
        width = self.size.width
        pairs = enumerate(zip(before[1], strips, strict=True))
        changed = (y for y, (old, new) in pairs if old != new)
        for _, group in groupby(enumerate(changed), key=lambda pair: pair[1] - pair[0]):
            rows = [y for _, y in group]
            self.refresh(Region(0, rows[0], width, len(rows)))

    def _draw(self) -> tuple[int, tuple[Strip, ...]]:
        top, width = self.scroll_offset.y, self.line_width
        thumb = self._thumb()
        bar = Segment("▐", self.style_of("lines--thumb"))
        blank = Segment(" ", self.style_of())
        strips = tuple(
            Strip([*self.draw_line(top + y, width), bar if y in thumb else blank], width + 1)
            for y in range(self.scrollable_content_region.height)
        )
        self._drawn = (top, strips)
        return self._drawn

    def _thumb(self) -> range:
        """The lines beside which the scrollbar's thumb stands; none when all lines are seen."""
        total, seen = self.virtual_size.height, self.lines_seen
        if total <= seen:
            return range(0)
        size = max(1, seen * seen // total)
        start = round(self.scroll_offset.y / (total - seen) * (seen - size))
        return range(start, start + size)

    def render_line(self, y: int) -> Strip:
        """One line of what is in sight."""
        drawn = self._drawn
        height = self.scrollable_content_region.height
        if drawn is None or drawn[0] != self.scroll_offset.y or len(drawn[1]) != height:
            drawn = self._draw()
        if y < len(drawn[1]):
            return drawn[1][y]
        return Strip.blank(self.size.width, self.style_of())

    # --- mouse -----------------------------------------------------------------------------------

    def _on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.scroll_lines(3)

    def _on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.scroll_lines(-3)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the scrollbar."""
        if event.x - self.gutter.left == self.line_width and self._thumb():
            self.capture_mouse()
            self._drag_to(event.y - self.gutter.top)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag the scrollbar."""
        if self.app.mouse_captured is self:
            self._drag_to(event.y - self.gutter.top)

    def on_mouse_up(self) -> None:
        """Let go of the scrollbar."""
        if self.app.mouse_captured is self:
            self.release_mouse()

    def _drag_to(self, y: int) -> None:
        seen = self.lines_seen
        part = max(0, min(y, seen - 1)) / max(1, seen - 1)
        self.scroll_line_to(round(part * (self.virtual_size.height - seen)))

    # --- changes ---------------------------------------------------------------------------------

    def notify_style_update(self) -> None:
        """Draw everything anew."""
        self._drawn = None
        super().notify_style_update()

    def on_resize(self) -> None:
        """Draw everything anew."""
        self._drawn = None

    def on_focus(self) -> None:
        """The cursor looks different with the focus."""
        self.redraw()

    def on_blur(self) -> None:
        """The cursor looks different without the focus."""
        self.redraw()
