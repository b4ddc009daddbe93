"""The search box: every change is told at once, in the message of the key itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from clustertui.text import clean
from clustertui.tui.actions import character_of


class SearchBox(Input):
    """One line to type in.

    While nothing has been typed yet and `/` was not pressed, keys that begin no search (digits,
    brackets, `?`, `:`, `/`) do what they do in the list. So whoever starts typing at once searches,
    and whoever knows the keys can use them at once.
    """

    DEFAULT_CSS = """
    SearchBox {
        width: 1fr; height: 1; border: none; padding: 0; background: transparent;
        &:focus { border: none; background-tint: transparent 0%; }
    }
    """
    BINDINGS: ClassVar = [
        Binding("enter", "submit", "open", id="open", show=False),
        # Textual's widgets would scroll with these; here they leave for the list.
        Binding("down", "screen.move(1)", "down", id="down", show=False),
        Binding("up", "screen.move(-1)", "up", id="up", show=False),
        Binding("pagedown", "screen.page(1)", "page down", id="page-down", show=False),
        Binding("pageup", "screen.page(-1)", "page up", id="page-up", show=False),
    ]
    # What is typed moves no other widget: laying out the whole screen for it costs a key a sixth.
    virtual_size = Reactive(Size(0, 0))
    SHORTCUTS = frozenset("12345[]?:/")

    def __init__(self, changed: Callable[[str], None], *, id: str) -> None:  # noqa: A002
        super().__init__(id=id, placeholder="type to search", compact=True, select_on_focus=False)
        # A call, not a message: the hits then show in the same frame as the letter.
        self._changed = changed
        self.ready = True
        """Whether shortcuts still act in the empty box."""

    def validate_value(self, value: str) -> str:
        """Nothing that is pasted may reach the terminal as it is."""
        return clean(value)

    def watch_value(self, value: str) -> None:
        """Tell every change."""
        if self.is_mounted:
            self._changed(value)

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is text here."""
        if self.ready and not self.value and character in self.SHORTCUTS:
            return False
        return super().check_consume_key(key, character)

    def types(self, key: str) -> bool:
        """Whether a key edits the text."""
        return self.check_consume_key(key, character_of(key)) or key == "backspace"

    def _on_key(self, event: events.Key) -> None:  # type: ignore[override]
        if event.is_printable and not self.check_consume_key(event.key, event.character):
            event.prevent_default()  # so that Textual does not insert it; it bubbles to the screen
        elif event.is_printable:
            self.ready = False
