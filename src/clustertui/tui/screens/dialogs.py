"""What opens over the screen: a page to read, and the question where to write an export."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from clustertui.export import FORMATS
from clustertui.text import clean
from clustertui.tui.actions import bindings
from clustertui.tui.exporting import Exporting, format_of
from clustertui.tui.layout import Paragraph
from clustertui.tui.widgets.page_view import PageView


class Dialog(ModalScreen[None]):
    """A screen over the one screen there is."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave, once: a second time would take the screen below off the stack."""
        return super().dismiss(result) if self.is_current else AwaitComplete()


class PageDialog(Dialog):
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


class FileName(Input):
    """One line to type a file name in."""

    def validate_value(self, value: str) -> str:
        """Nothing that is pasted may reach the terminal as it is."""
        return clean(value)


class ExportDialog(Dialog):
    """Asks for a file name, whose suffix is the format, and has the records written there."""

    BINDINGS: ClassVar = [("escape", "leave", "close")]

    def __init__(self, stem: str, export: Callable[[Path, Callable[[], None]], Exporting]) -> None:
        super().__init__()
        self._stem = stem
        self._export = export
        self._exporting: Exporting | None = None

    def compose(self) -> ComposeResult:
        """A file name and what is wrong with it."""
        with Vertical(id="dialog") as frame:
            frame.border_title = Content("Export this view")
            frame.border_subtitle = Content("enter write · esc cancel")
            yield Static("File name; its ending is the format: .csv .json .jsonl .md", markup=False)
            name = clean(f"{self._stem}.csv")
            yield FileName(name, id="file", compact=True, select_on_focus=False)
            yield Static("", id="fault", markup=False)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Write the file, or say why not."""
        if self._exporting is not None:
            return
        name = message.value.strip()
        if format_of(Path(name)) not in FORMATS:
            ends = ", ".join(f".{form}" for form in FORMATS)
            self._say(f"“{Path(name).name}” must end with {ends}.")
            return
        try:
            file = Path(name).expanduser()
            file.lstat()
        except FileNotFoundError:
            self._exporting = self._export(file, partial(self._told, self.app))
            self._exporting.start()
            self.show_progress()
        except OSError as error:
            self._say(f"{file} cannot be written: {error.strerror}.")
        except (RuntimeError, ValueError) as error:  # no such home folder; no name for a file
            self._say(f"{name} cannot be written: {error}.")
        else:
            self._say(f"{file} is there already; choose another name.")

    def _told(self, app: App[None]) -> None:
        """Called in the thread of the export."""
        with suppress(RuntimeError):  # the app has ended
            app.call_later(self.show_progress)

    def show_progress(self) -> None:
        """Say how far the export is; leave when it is done."""
        exporting = self._exporting
        if exporting is None or not self.is_attached:
            return
        if not exporting.is_over:
            self._say(f"{exporting.done:,} of {exporting.total:,} records read; esc breaks off")
            return
        self._exporting = None
        if exporting.fault is not None:
            self._say(exporting.fault)
            return
        self.app.notify(
            f"{exporting.done} records in {clean(str(exporting.file))}",
            title="Exported",
        )
        self.dismiss()

    def _say(self, text: str) -> None:
        self.query_one("#fault", Static).update(clean(text))

    def action_leave(self) -> None:
        """Write nothing."""
        if self._exporting is not None:
            self._exporting.cancel()
        self.dismiss()
