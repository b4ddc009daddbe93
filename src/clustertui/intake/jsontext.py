"""JSON that a person hands in: its form, its whole value, or its outermost list item by item."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.stated import Tell

_DECODER = json.JSONDecoder(strict=False)  # a line break inside a text harms nobody
_BLANK = re.compile(r"[ \t\n\r]*")
# No part can be matched in two ways, and a text may be cut off, so that it is quick on any input.
_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"(\s*+:)?)?|[{}\[\]]', re.DOTALL)
DEEPEST = 5
"""Levels of keys that `form` looks at."""


class FaultyJsonError(ValueError):
    """Text that is no JSON: what is wrong, in words, and the line of the text."""

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(message)


def beginning(document: Document) -> str:
    """The first characters of a document, for recognition."""
    return decoded(document.head).lstrip("\ufeff \t\r\n")


def form(head: bytes) -> frozenset[str]:
    """The keys that stand at the beginning of a document, such as `results[].title`."""
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] not in (b"{", b"["):
        return frozenset()
    found = set()
    path: list[str] = []
    key = ""
    for token in _TOKEN.finditer(decoded(head)):
        mark = token[0][0]
        if mark == '"':
            if token[2] and len(path) <= DEEPEST:
                key = token[1]
                found.add("".join(path) + key)
        elif mark == "{":
            path.append(key + "." if path else "")
            key = ""
        elif mark == "[":
            path.append(key + "[]")
            key = ""
        elif path:
            path.pop()
            key = ""
    return frozenset(found)


def text_of(document: Document, tell: Tell) -> str:
    """The text of a JSON document. Line numbers of faults count in it."""
    return decoded(document.read(tell)).removeprefix("\ufeff")


def value(text: str, decoder: json.JSONDecoder = _DECODER) -> Any:
    """The value that the text holds. Raises FaultyJsonError."""
    try:
        return decoder.decode(text)
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
    lines = "\n" in text
    while more:
        line, done = line + (text.count("\n", done, at) if lines else 0), at
        try:
            item, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            raise _fault(text, error) from None
        last = line + (text.count("\n", done, at) if lines else 0)
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


Hook = Callable[[dict[str, Any]], Any]
"""Is given every object, the inner ones first, and gives what stands for it."""


def loaded(document: Document, text: str, hook: Hook | None = None) -> Any:
    """The value of a document's text. Raises IntakeError."""
    return _loaded(document, text, json.JSONDecoder(strict=False, object_hook=hook))


def loaded_together(document: Document, text: str) -> Any:
    """As `loaded`, but of two equal keys in an object both lists are kept, as one.

    It takes twice as long.
    """
    return _loaded(document, text, json.JSONDecoder(strict=False, object_pairs_hook=_together))


def _loaded(document: Document, text: str, decoder: json.JSONDecoder) -> Any:
    try:
        return value(text, decoder)
    except FaultyJsonError as error:
        raise IntakeError(document.name, str(error), error.line) from None


def listed(document: Document, text: str) -> Iterator[tuple[Any, int, int]]:
    """As `items`, of a document's text. Raises IntakeError."""
    try:
        yield from items(text)
    except FaultyJsonError as error:
        raise IntakeError(document.name, str(error), error.line) from None


def kind_of(value: object) -> str:
    """What a value is, as faults say it."""
    if isinstance(value, dict):
        return f"an object with {keys_of(value)}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "nothing" if value is None else f"`{str(value)[:40]}`"


def keys_of(value: dict[str, Any]) -> str:
    """The first keys of an object, as faults say them."""
    names = [f"`{key[:40]}`" for key in list(value)[:6]]
    return ", ".join([*names, "…"] if len(value) > 6 else names) or "no keys"


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


def _together(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        known = found.get(key)
        if isinstance(value, list) and isinstance(known, list):
            known.extend(value)
        else:
            found[key] = value
    return found
