"""What the tests of importers share: documents out of texts, and statements by their kind."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping
from typing import TypeVar

from clustertui.intake.document import PIECE, Document
from clustertui.intake.stated import Doubt, Importer, StatedEvent, StatedTalk, Statement

T = TypeVar("T", bound=Statement)


def document(
    text: str | bytes,
    name: str = "harbour.txt",
    columns: Mapping[str, str] | None = None,
    event: str | None = None,
) -> Document:
    data = text if isinstance(text, bytes) else text.encode()
    return Document(
        name, lambda: io.BytesIO(data), len(data), data[:PIECE], None, columns or {}, event
    )


def untold(done: int, size: int) -> None:
    """Nobody wants to know how far it has come."""


def statements(importer: Importer, given: Document | str | bytes) -> list[Statement]:
    known = given if isinstance(given, Document) else document(given)
    return list(importer.read(known, untold))


def only(kind: type[T], found: Iterable[Statement]) -> list[T]:
    return [each for each in found if isinstance(each, kind)]


def talks(importer: Importer, given: Document | str | bytes) -> list[StatedTalk]:
    return only(StatedTalk, statements(importer, given))


def events(importer: Importer, given: Document | str | bytes) -> list[StatedEvent]:
    return only(StatedEvent, statements(importer, given))


def doubts(importer: Importer, given: Document | str | bytes) -> list[tuple[str, str, str]]:
    """Where, message and loss of every doubt."""
    found = only(Doubt, statements(importer, given))
    return [(str(each.where), each.message, each.lost) for each in found]


def short(value: object) -> str:
    """The name of an example in a list of tests, where examples are long."""
    return repr(value)[:40]
