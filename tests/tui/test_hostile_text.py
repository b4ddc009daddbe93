"""Texts of records that look like markup, or hold controls, are shown as they are written."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from shutil import copyfile

from clustertui.catalogue import Catalogue
from clustertui.kinds import KINDS
from tests.tui.conftest import exploring, in_loop


@in_loop
async def test_brackets_are_shown_wherever_a_record_is_shown(database: Path) -> None:
    async with exploring(database, size=(140, 40)) as at:
        await at.press("1", *"/harbour days", "down")
        assert "Harbour days [b]2031[/b]" in at.titles
        assert "Four days on the quays [A] and [B]; [/nothing] is closed." in at.detail_text
        await at.press("enter")
        assert at.breadcrumb == "All › Harbour days [b]2031[/b]"
        await at.press("p")
        assert at.sees("Harbour days of Nøvik [programme]")
        assert at.sees("https://harbour.example/days?x=[/b]")
        await at.press("escape", "escape", "y")
        await at.until(lambda: at.sees("Sent to the clipboard"))
        assert at.text.count("Harbour days [b]2031[/b]") == 3
        await at.press("y")
        assert at.sees("Copy by hand")
        assert at.text.count("Harbour days [b]2031[/b]") >= 3


@in_loop
async def test_what_is_typed_is_shown(database: Path) -> None:
    async with exploring(database) as at:
        for typed in ("[/]", "[b]", "[/link]on[red]", "$primary", "\\[", "[@click=app.quit]x"):
            await at.press("/", *typed, *"zz")
            assert at.sees(f"/ {typed}zz")
            await at.press("escape")


@in_loop
async def test_every_record_can_be_shown(database: Path) -> None:
    with closing(Catalogue(database)) as catalogue:
        titles = {kind: [row.title for row in catalogue.rows(kind)] for kind in KINDS}
    async with exploring(database, size=(100, 40)) as at:
        for number, kind in enumerate(KINDS, start=1):
            await at.press(str(number))
            for title in titles[kind]:
                await at.pilot.pause(0)
                assert at.detail_text.startswith(" ".join(title.split()))
                at.records.move(1)
            await at.press("p")
            assert at.sees(at.here)
            await at.press("escape")


HOSTILE = "[/] \x1b[2J\x1b]52;c;eA==\x07 \x9b5n \0 \u202edesrever \u200b [@click=app.quit]x[/] "


@in_loop
async def test_no_text_of_a_database_reaches_the_screen_with_its_controls(
    database: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.db"
    copyfile(database, spoilt)
    with closing(sqlite3.connect(spoilt)) as connection, connection:
        for table, columns in (
            ("entries", ("title", "context", "also")),
            ("organisations", ("name", "description", "kind", "country")),
            ("people", ("name",)),
            ("talks", ("title", "session")),
            ("events", ("name", "description")),
            ("points", ("text", "label", "topic")),
            ("sources", ("title", "publisher")),
            ("affiliations", ("role",)),
        ):
            for column in columns:
                connection.execute(f"UPDATE {table} SET {column} = ? || {column}", (HOSTILE,))
    async with exploring(spoilt, size=(120, 36)) as at:
        for number in range(1, 6):
            await at.press(str(number))
            for keys in (["down"], ["tab", "escape"], ["p"], ["escape"], ["y"], ["y"], ["escape"],
                         ["enter"], ["backspace"]):  # fmt: skip
                await at.press(*keys)
                assert at.text.replace("\n", "").isprintable(), keys
        await at.press(*"/desrever")
        assert at.text.replace("\n", "").isprintable()
        assert at.is_running
