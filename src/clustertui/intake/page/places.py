"""Places: towns, countries and venues as a label, a line with a date or a sentence names them."""

from __future__ import annotations

import re

from clustertui.intake.page.clock import without_times
from clustertui.intake.page.furniture import FURNITURE_WORDS
from clustertui.intake.page.organisations import is_country, organisation_score
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold

_PARTS = re.compile(r"\s*[,;|/()·•\x01]\s*|\s[–—-]\s|\s(?:and|und|et|y|e|&)\s(?=[A-ZÀ-Þ])")
_ADDRESS = re.compile(
    r"\d{2,}|\b(?:street|road|str\.|straße|strasse|via|rue|calle|ul\.|avenue|platz)\b|"
    r"(?:straße|strasse|gasse|weg)\s*\d",
    re.I,
)
_LEAD = re.compile(r"^(?:in|at|à|en|im|a|ad|bei|near|hotel:)\s+(?=[A-ZÀ-Þ])")
_NOT = frozenset(
    words_of(
        """
    day tag online zoom virtual hybrid uhr cet cest gmt time h programme tbc
    """
    )
)


def places_of(text: str, *, strict: bool = False) -> list[str]:
    """The places that a text lists. `strict` keeps only what can be a town, a region, a country."""
    found: list[str] = []
    for part in _PARTS.split(without_times(text)):
        part = _LEAD.sub("", part.replace("\x01", "").strip(" .:–—-"))
        if (
            not part
            or not part[:1].isupper()
            or fold(part) in _NOT
            or fold(part) in FURNITURE_WORDS
        ):
            continue
        if _ADDRESS.search(part) and not re.match(r"(?:Halle|Hall|Room|Salle|Sala|Raum)\s\d", part):
            continue
        words = part.split()
        if len(words) > 8:
            continue
        if strict and (len(words) > 3 or (organisation_score(part) >= 2 and not is_country(part))):
            continue
        if strict and any(word[:1].islower() and len(word) > 3 for word in words):
            continue
        found.append(part)
    return found
