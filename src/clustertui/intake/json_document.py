"""A JSON document: the form that its beginning shows, and its whole value or the one fault."""

from __future__ import annotations

import json
import re
from typing import Any

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.stated import Tell

# No part can be matched in two ways, and a text may be cut off, so that it is quick on any input.
_TOKEN = re.compile(r'"((?:[^"\\]++|\\.)*+)(?:"(\s*+:)?)?|[{}\[\]]', re.DOTALL)
DEEPEST = 5
"""Levels of keys that `form` looks at."""


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
    return decoded(document.read(tell))


def value_of(document: Document, text: str, *, together: bool = False) -> Any:
    """The value of a JSON text. Raises IntakeError when it is no JSON.

    Of two equal keys in an object JSON keeps the last; `together` puts their lists together, which
    takes twice as long.
    """
    try:
        return json.loads(text, object_pairs_hook=_together if together else None)
    except json.JSONDecodeError as error:
        raise IntakeError(
            document.name, f"is no valid JSON ({error.msg}); export it anew", error.lineno
        ) from error
    except RecursionError as error:
        raise IntakeError(document.name, "is nested too deeply for a schedule") from error
    except ValueError as error:  # a number of thousands of digits
        raise IntakeError(document.name, f"cannot be read as JSON: {error}") from error


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


def _together(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        known = found.get(key)
        if isinstance(value, list) and isinstance(known, list):
            known.extend(value)
        else:
            found[key] = value
    return found
