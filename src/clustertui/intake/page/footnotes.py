"""Footnotes: organisations that a page lists by number, `(1) Foo Institute`, read beside names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clustertui.intake.page.lines import Line

_SMALL = str.maketrans("¹²³⁴⁵⁶⁷⁸⁹", "123456789")
_MARK = re.compile(r"(?<=[^\W\d_.])\s?(?:[(\[](\d{1,2})[)\]]|([¹²³⁴⁵⁶⁷⁸⁹]))")
_NOTE = re.compile(r"(?:[(\[](\d{1,2})[)\]]|([¹²³⁴⁵⁶⁷⁸⁹]))\s*([A-ZÀ-Þ].{3,120})$")


def with_footnotes(lines: Sequence[Line]) -> tuple[list[Line], set[int]]:
    """The lines with the notes behind the names they belong to, and the numbers of the notes."""
    notes: dict[str, str] = {}
    places: dict[str, int] = {}
    for at, line in enumerate(lines):
        found = _NOTE.match(f"{line.bullet} {line.text}" if line.bullet else line.text)
        if found:
            key = _number(found)
            notes[key] = found[3].strip().replace("(", ", ").replace(")", "")
            places[key] = at
    if len(notes) < 2:
        return list(lines), set()
    first = min(places.values())
    used: set[str] = set()
    read = list(lines)
    for at, line in enumerate(lines[:first]):
        marks = [_number(each) for each in _MARK.finditer(line.text)]
        if marks and len(line.text) < 300 and set(marks) <= notes.keys():
            used.update(marks)
            read[at] = line._replace(
                text=_MARK.sub(lambda mark: f" ({notes[_number(mark)]})", line.text)
            )
    if len(used) < len(notes):
        return list(lines), set()
    return read, {lines[at].number for at in places.values()}


def _number(found: re.Match[str]) -> str:
    return (found[1] or found[2]).translate(_SMALL)
