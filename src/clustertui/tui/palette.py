"""The command palette: Textual's own, with two defects of 8.2.8 mended."""

from __future__ import annotations

from contextlib import suppress

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette


class Palette(CommandPalette):
    """Minds no key that comes before it has been laid out, or when it has been left."""

    def _action_command_list(self, action: str) -> None:
        # A page down in a list without lines raises a KeyError that would end the app.
        with suppress(KeyError, IndexError):
            super()._action_command_list(action)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, once: a second time would take the screen below off the stack."""
        return super().dismiss(result) if self.is_current else AwaitComplete()
