"""JSON that a person hands in: read whole, or its outermost list item by item, with lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from clustertui.intake.document import Document, IntakeError, decoded

_DECODER = json.JSONDecoder(strict=False)  # a line break inside a text harms nobody
_BLANK = re.compile(r"[ \t\n\r]*")


class FaultyJsonError(ValueError):
    """Text that is no JSON: what is wrong, in words, and the line of the text."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(message)


def beginning(document: Document) -> str:
    """The first characters of a document, for recognition."""
    return decoded(document.head).lstrip("\ufeff \t\r\n")


def value(text: str) -> Any:
    """The value that the text holds. Raises FaultyJsonError."""
    try:
        return _DECODER.decode(text)
    except (ValueError, RecursionError) as error:
        raise _fault(text, error) from None


def items(text: str) -> Iterator[tuple[Any, int, int]]:
    """The values of the list that the text holds, each with its first and last line.

    A value that is no list is its only item. Raises FaultyJsonError, maybe after some items.
    """
    at, line, done = _after(text, 0), 1, 0
    if text[at : at + 1] != "[":
        yield value(text), 1, text.count("\n", 0, len(text.rstrip())) + 1
        return
    at = _after(text, at + 1)
    more = text[at : at + 1] != "]"
    while more:
        line, done = line + text.count("\n", done, at), at
        try:
            item, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise _fault(text, error) from None
        last = line + text.count("\n", done, at)
        yield item, line, last
        line, done = last, at
        at = _after(text, at)
        more = text[at : at + 1] == ","
        if more:
            at = _after(text, at + 1)
    if text[at : at + 1] != "]":
        raise _fault(text, json.JSONDecodeError("a comma or a bracket is missing", text, at))
    if _after(text, at + 1) < len(text):
        raise _fault(text, json.JSONDecodeError("more follows after the end", text, at + 1))


def loaded(document: Document, text: str) -> Any:
    """The value of a document's text. Raises IntakeError."""
    try:
        return value(text)
    except FaultyJsonError as error:
        raise IntakeError(document.name, str(error), error.line) from None


def listed(document: Document, text: str) -> Iterator[tuple[Any, int, int]]:
    """As `items`, of a document's text. Raises IntakeError."""
    try:
        yield from items(text)
    except FaultyJsonError as error:
        raise IntakeError(document.name, str(error), error.line) from None


def _after(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _fault(text: str, error: Exception) -> FaultyJsonError:
    if isinstance(error, json.JSONDecodeError):
        place = f"column {error.colno}"
        before = text[: error.pos].rstrip()[-1:]
        if before == "," and text[error.pos : error.pos + 1] in ("]", "}"):
            return FaultyJsonError(
                f"is no JSON: at {place} a comma stands before the closing bracket; take it out",
                error.lineno,
            )
        if error.pos >= len(text.rstrip()):
            return FaultyJsonError(f"is no whole JSON: the text ends at {place}", error.lineno)
        reason = error.msg[:1].lower() + error.msg[1:]
        return FaultyJsonError(f"is no JSON: {reason} at {place}; correct it", error.lineno)
    if isinstance(error, RecursionError):
        return FaultyJsonError("is JSON that is nested too deeply to be read")
    return FaultyJsonError("is JSON with a number that is too long to be read")
