"""Pages as tests write them, and what is read of them in short."""

from __future__ import annotations

import io
from textwrap import dedent

from clustertui.intake.document import Document
from clustertui.intake.page import importer
from clustertui.intake.page.context import read_entries
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.lines import read_text
from clustertui.intake.page.scoring import accounted_lines
from clustertui.intake.page.wrapping import joined
from clustertui.intake.stated import (
    LineNote,
    StatedEvent,
    StatedPoint,
    StatedTalk,
    Statement,
)

Affiliation = tuple[str | None, str | None, str | None]
"""Organisation, role, country."""
Spoken = tuple[str | None, list[tuple[str, list[Affiliation]]]]


def document_of(data: str | bytes, name: str = "page.txt") -> Document:
    raw = data.encode() if isinstance(data, str) else data
    return Document(name, lambda: io.BytesIO(raw), len(raw), raw[: 1 << 16])


def statements(text: str | bytes, name: str = "page.txt") -> list[Statement]:
    page = dedent(text) if isinstance(text, str) else text
    return list(importer.read(document_of(page, name), lambda done, size: None))


def events(text: str) -> list[StatedEvent]:
    return [each for each in statements(text) if isinstance(each, StatedEvent)]


def talks(text: str) -> list[StatedTalk]:
    return [each for each in statements(text) if isinstance(each, StatedTalk)]


def spoken(text: str) -> list[Spoken]:
    """Title, speakers and affiliations of each talk."""
    return [
        (
            talk.title,
            [
                (
                    person.name,
                    [(each.organisation, each.role, each.country) for each in person.affiliations],
                )
                for person in talk.people
            ],
        )
        for talk in talks(text)
    ]


def titles(text: str) -> list[str | None]:
    return [talk.title for talk in talks(text)]


def points(text: str) -> list[tuple[str, str]]:
    return [
        (each.kind, each.text)
        for each in statements(text)
        if isinstance(each, StatedPoint) and each.kind != "figure"
    ]


def verdicts(text: str) -> dict[int, str]:
    return {each.line: each.verdict for each in statements(text) if isinstance(each, LineNote)}


def unaccounted(text: str) -> set[int]:
    """Lines that are not blank and that neither a statement nor a note names."""
    said = {number for number, row in enumerate(text.split("\n"), 1) if row.strip()}
    return said - accounted_lines(statements(text.encode()))


def entries_of(text: str) -> list[Entry]:
    """What each line of a text is."""
    return read_entries(joined(read_text(dedent(text)).lines))


def present(text: str) -> list[tuple[str, list[Affiliation]]]:
    """The people of the first event, who have no talk."""
    return [
        (
            person.name,
            [(each.organisation, each.role, each.country) for each in person.affiliations],
        )
        for person in events(text)[0].people
    ]
