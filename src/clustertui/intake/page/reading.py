"""One way to read a line of a programme: what its title is and who its people are."""

from __future__ import annotations

import re
from typing import NamedTuple

from clustertui.intake.page.clauses import People
from clustertui.intake.page.vocabulary import FORMATS
from clustertui.text import fold

LONGEST = 700
"""Letters of a line that is weighed; a longer one is running text."""


class Reading(NamedTuple):
    """What one line says."""

    title: str | None
    people: People | None
    layout: str
    """How title and people are parted: `()`, `,`, `–`, `:`, `by`, `people`, `title` …"""
    score: float
    """How sure the people are; what is below 1 needs other lines that read alike."""


_LOOSE_QUOTE = re.compile(r"^([^'’‘“\"]{4,}?)[.,]?['’]$")
"""A title whose opening quotation mark was lost."""


def title_of(text: str) -> str:
    """A title without the signs around it."""
    text = text.strip(" \t,;|–—-·•*").rstrip(":").strip()
    return _LOOSE_QUOTE.sub(r"\1", text)


COLON = re.compile(r":\s+")


DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*—\s*|\s[|·•▸►→~»]\s|\s//\s|\s/\s|\s::\s")


def is_format_alone(title: str) -> bool:
    """Whether a title only says what kind of talk it is: `Invited talk`."""
    folded = fold(title)
    return folded in FORMATS or folded.endswith((" talk", " lecture", " keynote"))


def is_open(text: str) -> bool:
    """Whether a bracket or a quotation is still open at the end of a text."""
    if text.count("(") > text.count(")"):
        return True
    return text.count("“") + text.count("„") > text.count("”") + text.count("“") and "”" not in text
