"""One-line bars: title, breadcrumb, tabs, keys. Each says runs of text, some of them to click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from clustertui.kinds import KINDS
from clustertui.text import clean
from clustertui.tui.layout import cut
from clustertui.tui.widgets.lines import StyledLines


@dataclass(frozen=True, slots=True)
class Label:
    """A run of text on a bar; with `value` a click on it posts that value."""

    text: str
    style: str = ""
    value: str | None = None


def _width(labels: Sequence[Label]) -> int:
    return sum(cell_len(label.text) for label in labels)


class Bar(StyledLines):
    """One line of labels at the left and some at the right."""

    DEFAULT_CSS = """
    Bar { height: 1; width: 1fr; padding: 0 1; }
    Bar > .bar--strong { text-style: bold; color: $foreground; }
    Bar > .bar--accent { text-style: bold; color: $text-accent; }
    Bar > .bar--muted { color: $foreground 60%; }
    Bar > .bar--key { text-style: bold; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"bar--strong", "bar--accent", "bar--muted", "bar--key"}

    @dataclass
    class Clicked(Message):
        """A label was clicked."""

        bar: Bar
        value: str

        @property
        def control(self) -> Bar:
            """The bar, for selectors."""
            return self.bar

    def __init__(self, *, id: str) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._left: Sequence[Label] = ()
        self._right: Sequence[Label] = ()

    def put(self, left: Sequence[Label], right: Sequence[Label] = ()) -> None:
        """Show these labels."""
        left, right = tuple(left), tuple(right)
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.refresh()

    def labels(self, width: int) -> tuple[Sequence[Label], Sequence[Label]]:
        """What to show in `width` cells; the left side has precedence."""
        room = width - _width(self._left) - 2
        right = self._right if _width(self._right) <= room else ()
        return self._left, right

    def render_line(self, y: int) -> Strip:
        """The bar itself."""
        width = self.size.width
        base = self.style_of()
        left, right = self.labels(width)
        head = Strip(self._segments(left))
        tail = Strip(self._segments(right))
        gap = max(0, width - head.cell_length - tail.cell_length)
        line = Strip([*head, Segment(" " * gap, base), *tail])
        return line.adjust_cell_length(width, base)

    def _segments(self, labels: Sequence[Label]) -> list[Segment]:
        base = self.style_of()
        segments = []
        for label in labels:
            style = base
            if label.style:
                style = self.style_of(f"bar--{label.style}")
            if label.value is not None:
                style += Style(meta={"value": label.value})
            segments.append(Segment(clean(label.text), style))
        return segments

    def on_click(self, event: events.Click) -> None:
        """Post the value of the label that was clicked."""
        value = event.style.meta.get("value")
        if value is not None:
            self.post_message(self.Clicked(self, value))


class TitleBar(Bar):
    """What is shown: a database, whether there is a newer one, or a draft."""

    def show(self, path: str, is_outdated: bool, guesses: int | None = None) -> None:
        """Name what stands at `path`, or offer to reload it.

        Of a draft say how many of its guesses nobody has judged yet.
        """
        left = Label("clustertui", "strong")
        if is_outdated:
            left = Label("The database was replaced: R reloads it", "accent", "reload")
        state = []
        if guesses is not None:
            said = f"{guesses} to review" if guesses else "all reviewed"
            state = [Label(f"draft · {said} · ", "accent")]
        self.put([left], [*state, Label(path, "muted")])


class Breadcrumb(Bar):
    """The way here; when it is too long, its beginning gives way."""

    def show(self, names: Sequence[str]) -> None:
        """Show the steps; each is a way back to itself."""
        *before, last = enumerate(names)
        crumbs = [Label(f"{name} › ", "muted", str(number)) for number, name in before]
        self.put([*crumbs, Label(last[1], "strong", str(last[0]))])

    def labels(self, width: int) -> tuple[Sequence[Label], Sequence[Label]]:
        """The last crumbs that fit, the very last cut if need be."""
        crumbs = list(self._left)
        cut_off: list[Label] = []
        while len(crumbs) > 1 and _width([*cut_off, *crumbs]) > width:
            del crumbs[0]
            cut_off = [Label("… › ", "muted")]
        if crumbs:
            last = crumbs[-1]
            room = width - _width([*cut_off, *crumbs[:-1]])
            crumbs[-1] = Label(cut(last.text, max(0, room)), last.style, last.value)
        return [*cut_off, *crumbs], ()


class KindTabs(Bar):
    """The kinds with their counts; the one that is shown stands in brackets."""

    def show(self, active: str, counts: dict[str, str], order: str) -> None:
        """Show the counts of all kinds, and the order of the list at the right."""
        self._state = (active, counts)
        self.put(self._tabs(None), [Label(order, "muted", "sort")])

    def labels(self, width: int) -> tuple[Sequence[Label], Sequence[Label]]:
        """The tabs, their names shortened where the line is short."""
        for letters in (None, 6, 3):
            left = self._tabs(letters)
            if _width(left) <= width:
                break
        self._left = left
        return super().labels(width)

    def _tabs(self, letters: int | None) -> list[Label]:
        active, counts = self._state
        labels = []
        for name, kind in KINDS.items():
            title = kind.title[:letters]
            said = f"{title} {counts[name]}"
            if name == active:
                labels.append(Label(f"[{said}]", "accent", name))
            else:
                labels.append(Label(f" {said} ", "muted" if counts[name] == "0" else "", name))
        return labels

    _state: tuple[str, dict[str, str]] = ("", dict.fromkeys(KINDS, "0"))


class KeyBar(Bar):
    """The most useful keys that work here; the least useful give way on a short line."""

    def show(self, keys: Sequence[tuple[str, str, str]]) -> None:
        """Show keys, what they do in a word, and the names of their actions."""
        labels: list[Label] = []
        for key, word, action in keys:
            labels += [Label(key, "key", action), Label(f" {word}  ", "muted", action)]
        self.put(labels)

    def labels(self, width: int) -> tuple[Sequence[Label], Sequence[Label]]:
        """As many pairs of key and word as fit."""
        shown: list[Label] = []
        used = 0
        for key, word in zip(self._left[::2], self._left[1::2], strict=True):
            size = cell_len(key.text) + cell_len(word.text)
            if used + size > width + 2:
                break
            used += size
            shown += [key, word]
        return shown, ()
