"""Organisations that running text names with their acronyms."""

from __future__ import annotations

import re

from clustertui.intake.page.organisations import acronym_of, organisation_score
from clustertui.text import fold

_TIED = re.compile(r"\s\(([A-ZÀ-Þ][\w&/.-]{1,14})\)")
_LAST_WORDS = re.compile(r"(?:[^\s,;:().]+\s){0,9}[^\s,;:().]+$")
_TIED_BACK = re.compile(
    r"\b([A-ZÀ-Þ][A-ZÀ-Þ0-9&-]{1,12})\s\(((?:[A-ZÀ-Þ][\w&'’-]*|of|for|and|the|für|und|"
    r"der|de|la|et|di)(?:\s(?:[A-ZÀ-Þ][\w&'’-]*|of|for|and|the|für|und|der|de|la|et|di)){1,9})\)"
)
_CAPITAL = re.compile(r"[A-ZÀ-ÞŁŚŻČŠŽĀĒĪŌŪİÅØÆ]")


def organisations_in(text: str) -> list[tuple[str, str]]:
    """Organisations that a text ties to an acronym: name and acronym."""
    found: list[tuple[str, str]] = []
    if "(" not in text:
        return found
    for match in _TIED.finditer(text):
        before = text[max(0, match.start() - 120) : match.start()]
        words = _LAST_WORDS.search(before)
        name = _name_before(words[0], match[1]) if words else None
        if name:
            found.append((name, match[1]))
    for match in _TIED_BACK.finditer(text):
        if acronym_of(match[2], match[1]) and len(match[2].split()) > 1:
            found.append((match[2], match[1]))
    return found


def _name_before(words: str, acronym: str) -> str | None:
    """The words before an acronym that it abbreviates: the fewest that have all its letters."""
    if not acronym[:1].isupper() or sum(map(str.isupper, acronym)) < 2:
        return None
    tokens = words.split()
    for count in range(2, len(tokens) + 1):
        name = " ".join(tokens[-count:])
        if not _CAPITAL.match(name):
            continue
        if fold(name)[0] == fold(acronym)[0] and acronym_of(name, acronym):
            return name
    for count in range(len(tokens), 1, -1):
        name = " ".join(tokens[-count:])
        if _CAPITAL.match(name) and organisation_score(name) >= 2 and acronym_of(name, acronym):
            return name
    return None
