"""What opens over the screen: a page to read, and the question where to write an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from clustertui.export import FORMATS, Record
from clustertui.text import clean
from clustertui.tui.actions import bindings
from clustertui.tui.layout import Paragraph
from clustertui.tui.widgets.page_view import PageView


class PageDialog(ModalScreen[None]):
    """A page of text to read and leave."""

    BINDINGS: ClassVar = [
        ("escape,backspace,q,enter,p,?,f1", "dismiss", "close"),
        *bindings("Move"),
    ]

    def __init__(self, title: str, paragraphs: Sequence[Paragraph]) -> None:
        super().__init__()
        self._title = title
        self._paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        """The page in a frame."""
        with Vertical(id="dialog") as frame:
            frame.border_title = Content(clean(self._title))
            frame.border_subtitle = Content("esc close")
            yield PageView(id="page")

    def on_mount(self) -> None:
        """Fill the page."""
        self.query_one(PageView).show(self._paragraphs)

    def action_move(self, steps: int) -> None:
        """A line on."""
        self.query_one(PageView).move(steps)

    def action_page(self, pages: int) -> None:
        """A screen on."""
        self.query_one(PageView).move_page(pages)

    def action_edge(self, side: int) -> None:
        """To the beginning or the end."""
        self.query_one(PageView).move_edge(side)


class ExportDialog(ModalScreen[None]):
    """Asks for a file name, whose suffix is the format, and writes the records there."""

    BINDINGS: ClassVar = [("escape", "dismiss", "close")]

    def __init__(self, stem: str, records: Callable[[], Sequence[Record]]) -> None:
        super().__init__()
        self._stem = stem
        self._records = records

    def compose(self) -> ComposeResult:
        """A file name and what is wrong with it."""
        with Vertical(id="dialog") as frame:
            frame.border_title = Content("Export this view")
            frame.border_subtitle = Content("enter write · esc cancel")
            yield Static("File name; its ending is the format: .csv .json .jsonl .md", markup=False)
            yield Input(f"{self._stem}.csv", id="file", compact=True, select_on_focus=False)
            yield Static("", id="fault", markup=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write the file, or say why not."""
        fault = self._write(message.value.strip())
        if fault:
            self.query_one("#fault", Static).update(clean(fault))
        else:
            self.dismiss()

    def _write(self, name: str) -> str | None:
        file = Path(name)
        write = FORMATS.get(file.suffix.removeprefix(".").lower())
        if write is None:
            return f"“{file.name}” must end with {', '.join(f'.{form}' for form in FORMATS)}."
        records = self._records()
        try:
            with file.expanduser().open("x", encoding="utf-8", newline="") as out:
                out.write(write(records))
        except FileExistsError:
            return f"{file} is there already; choose another name."
        except OSError as error:
            return f"{file} cannot be written: {error.strerror}."
        except (RuntimeError, ValueError) as error:  # no such home folder; no name for a file
            return f"{file} cannot be written: {error}."
        self.app.notify(
            f"{len(records)} records in {clean(str(file))}", title="Exported", markup=False
        )
        return None
