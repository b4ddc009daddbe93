"""Copying: what is copied, and a way out for terminals that have no clipboard."""

from __future__ import annotations

import shlex

from textual.app import App

from clustertui.kinds import KINDS
from clustertui.model import Detail, View
from clustertui.report import source_lines
from clustertui.text import clean
from clustertui.tui.pages import text_page
from clustertui.tui.screens.dialogs import PageDialog


def record_text(detail: Detail) -> str:
    """A record in a few lines, with its address and its sources."""
    row = detail.row
    lines = [row.title, row.context, str(row.ref), *source_lines(detail.provenance)]
    return "\n".join(map(clean, lines))  # also what is pasted elsewhere may be a terminal


def view_command(view: View) -> str:
    """The command that prints what a view shows."""
    command = ["clustertui", "list", KINDS[view.kind].plural]
    for option, value in (
        ("--of", view.scope),
        ("--search", view.words.strip()),
        ("--sort", view.sort),
    ):
        command += [option, str(value)] if value else []
    return clean(shlex.join(command))


class Clipboard:
    """Sends texts to the terminal's clipboard; the same text again is shown, to select by hand.

    A terminal never says whether it took a text (OSC 52), so nothing is claimed.
    """

    def __init__(self) -> None:
        self._sent = ""

    def copy(self, app: App[None], text: str) -> None:
        """Send a text, or show it when it was the last one sent."""
        if text == self._sent:
            self._sent = ""
            page = text_page("Select the text with the mouse, holding Shift where needed.", text)
            app.push_screen(PageDialog("Copy by hand", tuple(page)))
            return
        self._sent = text
        app.copy_to_clipboard(text)
        app.notify(
            f"{clean(text.splitlines()[0])}\nIf nothing arrived, press the key again for the text.",
            title="Sent to the clipboard",
        )
