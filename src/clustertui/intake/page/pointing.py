"""Signs between people that a line leaves out: a comma behind a name, a stop between two people."""

from __future__ import annotations

import re

from clustertui.intake.page.callings import is_role_word
from clustertui.intake.page.names import is_title, named
from clustertui.intake.page.organisations import kind_of
from clustertui.text import fold


def pointed(text: str) -> str:
    """The text with a semicolon between people, and a comma between a name and its post."""
    stopped = [piece.strip(" .") for piece in _STOPS.split(text)]
    if 2 < len(stopped) < 5 and named(stopped[0]).known and all(map(kind_of, stopped[1:])):
        return ", ".join(stopped)
    pieces = _NEXT_POSTED.split(text)
    if len(pieces) > 1 and all(map(_begins_with_name, pieces)):
        text = "; ".join(pieces)
    return _SEAM.sub(_as_stop, _DOT.sub(_as_comma, text))


_NEXT_POSTED = re.compile(
    r"(?:,|,?\s(?:and|und|et|y|e))\s(?=[A-ZÀ-Þ][\w.'’-]+(?:\s[\w.'’-]+){1,4}\s[–—]\s)"
)
"""What parts `Name – Post, Name – Post and Name – Post`."""
_STOPS = re.compile(r"(?<=[^\W\d_]{4})\.\s")
"""What parts `Dña. Name. Post. Foo Institute.`"""
_DASH = re.compile(r"\s[–—]\s")


def _begins_with_name(text: str) -> bool:
    """Whether a name and nothing else stands before a dash."""
    head = _DASH.split(text)[0]
    return head != text and named(head).score >= 1 and kind_of(head) == ""


_SEAM = re.compile(
    r"(?<=[^\W\d_]{3})\s(?=(?:Prof|Dott|Dr|Mrs?|Ms|Ing|Avv|Arch|Sra?|Dra|Mme)\b\.?(?:ssa|a)?"
    r"\s[A-ZÀ-Þ])"
)


def _as_stop(found: re.Match[str]) -> str:
    """`Dr. Name – Post Prof. Name – Post` with a stop where the post ends and nothing else does."""
    before = re.split(r";|\s[–—-]\s|,\s", found.string[: found.start()])
    last = before[-1].split()[-1:]
    ends = len(before) > 1 and kind_of(before[-1]) and not any(map(is_title, last))
    joins = fold(last[0]) in ("and", "und", "with", "mit", "con", "par") if last else True
    return "; " if ends and not joins and not is_role_word(fold(last[0])) else found[0]


_DOT = re.compile(r"^([^.,;()]{4,50}[^\W\d_]{2})\.\s(?=([A-ZÀ-Þ][^,;.]*))")


def _as_comma(found: re.Match[str]) -> str:
    """`Name. Role, Organisation` with a comma, where a sure name stands before the dot."""
    read = named(found[1])
    if is_title(found[1].split()[-1]) or read.score < 1.9:
        return found[0]
    if not read.known and kind_of(found[2]) != "role":
        return found[0]
    return f"{found[1]}, "
