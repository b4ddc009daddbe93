#!/usr/bin/env python3
"""Draw the pictures of the README: the real app on the real database, driven by its keys."""

import asyncio
import os
import re
import tempfile
from pathlib import Path

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.tui.app import ClusterApp

PICTURES = {
    "clustertui": ((112, 30), ["k", "i", "c", "o", "x", "enter"]),
}
"""File name → size in cells and the keys that lead there."""


async def draw(name: str, size: tuple[int, int], keys: list[str]) -> None:
    """Press the keys and keep what is seen as docs/NAME.svg."""
    catalogue = Catalogue(Path("data/clusters.db"))
    app = ClusterApp(catalogue, Search(catalogue), Documents(None))
    async with app.run_test(size=size) as pilot:
        for key in keys:
            await pilot.press(key)
        await pilot.pause()
        picture = app.export_screenshot(title="clustertui")
    # No fonts from elsewhere: whoever looks at the picture has a monospaced one.
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)
    Path("docs", f"{name}.svg").write_text(picture, encoding="utf-8")


if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    with tempfile.TemporaryDirectory() as state:
        os.environ["XDG_STATE_HOME"] = state
        for file, (cells, pressed) in PICTURES.items():
            asyncio.run(draw(file, cells, pressed))
