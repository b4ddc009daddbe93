"""Starts the application: what must be decided before Textual is imported, and the exit code."""

from __future__ import annotations

import gc
import os
from pathlib import Path

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.settings import Settings, config_file, remembered_theme

CRASHED = 70
"""Exit code after an error of the program itself (EX_SOFTWARE of sysexits.h)."""


def launch(catalogue: Catalogue, search: Search, settings: Settings, documents: Path | None) -> int:
    """Run the application and return its exit code."""
    gc.disable()  # until the first paint: collecting while importing finds nothing to free
    os.environ.setdefault("ESCDELAY", "25")  # ms; Textual reads it when it is imported
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]  # Textual takes an empty one for a set one
    from clustertui.tui.actions import checked_keymap
    from clustertui.tui.app import ClusterApp
    from clustertui.tui.driver import TerminalDriver

    plain = "ansi-dark" if os.environ.get("NO_COLOR") else None
    app = ClusterApp(
        catalogue,
        search,
        Documents(documents),
        theme=plain or remembered_theme() or settings.theme,
        keymap=checked_keymap(settings.keys, str(config_file())),
        driver_class=TerminalDriver,
    )
    app.run()
    return CRASHED if app.return_code == 1 else app.return_code or 0
