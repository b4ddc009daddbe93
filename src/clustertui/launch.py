"""Launching the interface: whether this terminal will do, and how the parts are put together."""

from __future__ import annotations

import gc
import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.model import UsageError
from clustertui.outcome import CRASHED
from clustertui.search import Search
from clustertui.settings import (
    Settings,
    config_file,
    find_database,
    find_documents,
    load_settings,
    remembered_theme,
)

if TYPE_CHECKING:
    from clustertui.drafts import Draft

_INSTEAD = "use `clustertui search WORDS`, `clustertui list KIND` or `clustertui show REF` instead"


def launch(database: str | None = None, documents: str | None = None) -> int:
    """Open the database and show it until the user quits; return the exit code.

    Raises UsageError where there is no terminal to draw on.
    """
    _check_terminal()
    settings = load_settings()
    with closing(Catalogue(find_database(database))) as catalogue:
        return _show(catalogue, settings, find_documents(documents, settings))


def review(page: Path, documents: str | None = None) -> int:
    """Show a draft, or the draft made of a page, until the user quits; return the exit code.

    Raises UsageError where there is no terminal to draw on, and ClusterError when the page cannot
    be read.
    """
    from clustertui.drafts import Draft

    _check_terminal()
    settings = load_settings()
    with closing(Draft(page)) as draft, closing(Catalogue(draft.database)) as catalogue:
        folder = find_documents(documents, Settings()) or draft.documents
        return _show(catalogue, settings, folder, draft)


def _show(
    catalogue: Catalogue, settings: Settings, documents: Path | None, draft: Draft | None = None
) -> int:
    gc.disable()  # until the first paint: collecting while importing finds nothing to free
    os.environ.setdefault("ESCDELAY", "25")  # ms; Textual reads it when it is imported
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # Textual takes an empty one for a set one
    from clustertui.tui.actions import checked_keymap
    from clustertui.tui.app import ClusterApp
    from clustertui.tui.driver import TerminalDriver

    app = ClusterApp(
        catalogue,
        Search(catalogue),
        Documents(documents),
        theme=remembered_theme() or settings.theme,
        keymap=checked_keymap(settings.keys, str(config_file())),
        driver_class=TerminalDriver,
        draft=draft,
    )
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        # Until the app takes signals: asyncio would take this one, and end as if all was well.
        signal.signal(signal.SIGINT, _interrupt)
    app.run()
    if app.fault is not None:
        raise app.fault
    return CRASHED if app.return_code == 1 else app.return_code or 0


def _interrupt(number: int, frame: object) -> None:
    raise KeyboardInterrupt


def _check_terminal() -> None:
    if not all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise UsageError(f"there is no terminal to draw on; {_INSTEAD}")
    if os.environ.get("TERM") in (None, "", "dumb"):
        raise UsageError(f"this terminal cannot be drawn on (TERM is dumb or unset); {_INSTEAD}")
