"""Pages of text as an importer: from pasted lines to statements, every line accounted for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from clustertui.intake.document import Document
from clustertui.intake.page.assembly import Reading
from clustertui.intake.page.dates import convention, written
from clustertui.intake.page.lines import Page, read_text
from clustertui.intake.page.markup import is_html, read_html
from clustertui.intake.page.repair import Mended, mended, plain
from clustertui.intake.stated import Statement, Tell, Where

NAME = "page of text"
GUESSES = True


def recognises(document: Document) -> bool:
    """Any text; it stands behind all importers of exact formats."""
    return document.folder is None


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Everything that a page of text or HTML states, and what became of each of its lines."""
    repaired = mended(document.text(tell))
    text = plain(repaired.text)
    with written(convention(text)):
        found = Reading(page_of(text), document.stem, document.event).statements()
    for statement in found:
        yield as_printed(statement, repaired) if repaired.broken else statement


def page_of(text: str) -> Page:
    """The lines of a text, be it plain, Markdown or HTML."""
    return read_html(text) if is_html(text) else read_text(text)


def as_printed(value: Any, repaired: Mended) -> Any:
    """A statement with all its texts as the page prints them."""
    if isinstance(value, str):
        return repaired.printed(value)
    if isinstance(value, Where | date | datetime):
        return value
    if isinstance(value, tuple):
        parts = [as_printed(part, repaired) for part in value]
        return value._make(parts) if hasattr(value, "_make") else tuple(parts)
    return value
