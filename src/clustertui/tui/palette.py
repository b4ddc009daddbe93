"""The command palette: Textual's own, with a defect of 8.2.8 mended."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Minds no key that comes before it has been laid out."""

    def _action_command_list(self, action: str) -> None:
        # A page down in a list without height raises a KeyError that would end the app.
        if self.query_one(CommandList).scrollable_content_region.height:
            super()._action_command_list(action)
