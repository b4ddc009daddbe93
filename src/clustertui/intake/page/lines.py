"""A page as lines: what each says, and how blanks, bullets, headings, columns set it apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from clustertui.intake.page.months import MONTHS
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold


class Line(NamedTuple):
    """One line, or several that a page breaks one sentence into."""

    number: int
    """Of its first line in the document."""
    last: int
    text: str
    """What it says, without bullet and marks of emphasis."""
    indent: int = 0
    bullet: str = ""
    """The sign or number it begins with."""
    level: int = 0
    """Of a heading, from 1; 0 for what is none."""
    cells: tuple[str, ...] = ()
    """Its columns, when it has several."""
    gap: bool = False
    """Whether a blank line stands before it."""

    @property
    def whole(self) -> str:
        """What it says, with its number when it begins with one."""
        return f"{self.bullet} {self.text}" if self.bullet[:1].isdigit() else self.text

    @property
    def ordered(self) -> bool:
        """Whether it begins with a number or a letter of a list."""
        return self.bullet.strip(".)(").isalnum() and self.bullet != "o"


class Page(NamedTuple):
    """All lines of a page that say something, and those that are known to say nothing."""

    lines: tuple[Line, ...]
    silent: frozenset[int] = frozenset()
    """Numbers of lines that are not blank and show nothing to a reader."""
    title: str | None = None
    """What an HTML page calls itself."""
    unread: tuple[int, ...] = ()
    """Numbers of lines behind the last one that is read; no page of people has so many."""


SPACED = 3
"""Blank lines that set parts of any page apart."""
MOST_LINES = 20_000
"""Lines of a page that are read."""
_SIGNS = "-–—•◦▪▫▸▹◾◽✦✧❖~‣∙·*●○■□►▶➢➤✓✔→»>※‐⁃◆◇★☆⦁♦➔➜⇒"
_BULLET = re.compile(
    rf"(?P<sign>[{_SIGNS}])(?:[ \t]+|(?=[^\W\d_])(?<=[•◦▪▫‣∙●○■□►▶➢➤✓✔→※⁃◆◇★☆⦁♦➔➜⇒]))"
    r"|(?P<letter>o)(?:[ ]{2,}|\t[ ]*)"
    r"|(?P<count>\d{1,2})[ ]\|[ ](?=[A-ZÀ-Þ])"
    r"|(?P<code>[A-Z]{1,2}-?\d{1,2})[ ]?(?:::|[|:.–-])?[ ]+(?:\|[ ])?(?=[A-ZÀ-Þ“„\"][^\s]*[ ])"
    r"|(?P<coded>[\[(][A-Z]{1,4}[ -]?\d{1,3}[A-Z]?[\])])[ ]?:?[ ]+(?=[A-ZÀ-Þ“„\"])"
    r"|(?P<number>\d{1,2}[.)/]|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\))[ \t]+(?=\S)"
)
_WORD = re.compile(r"[^\W\d_]+")
_LEVEL = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t#]*$")
_WIKI = re.compile(r"(={2,4})\s(.{1,120}?)\s={2,4}$")
_STAR = re.compile(r"^\*(?=[A-ZÀ-Þ][^*]*$)")
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\((?:[^()\s]{0,2000})\)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_\n]{1,400}?)(?<=[^\s*_])\1(?![\w*])")
_RULE = re.compile(r"[^\w]*$")
_WIDE = re.compile(r"(?<=\S)[ ]{3,}(?=\S)")
_SETEXT = re.compile(r"(={3,}|-{3,})\s*$")


def read_text(text: str) -> Page:
    """The lines of plain text, with the marks of Markdown where it has any."""
    rows = text.split("\n")
    loose = sum(row.lstrip().startswith("o ") for row in rows) > 2
    found: list[Line] = []
    blanks: list[int] = []
    silent: set[int] = set()
    blank = 1
    for number, row in enumerate(rows, 1):
        if not row or row.isspace():
            blank += 1
        elif _RULE.match(row):
            silent.add(number)
            if not blank and found and _SETEXT.match(row):
                found[-1] = found[-1]._replace(level=1 if row[0] == "=" else 2)
            blank += SPACED
        else:
            line = _line(number, row, blank > 0, loose)
            if not line.text:
                silent.add(number)
                blank = blank or 1
                continue
            found.append(line)
            blanks.append(blank)
            blank = 0
            if len(found) == MOST_LINES:
                break
    return Page(_evenly(found, blanks), frozenset(silent), None, _unread(rows, number))


def _evenly(lines: Sequence[Line], blanks: Sequence[int]) -> tuple[Line, ...]:
    """The lines; where nearly all stand apart, only what stands further apart has a gap.

    Pages that are copied from a browser have a blank line after every paragraph, be it a name.
    """
    apart = [count for count in blanks[1:] if count]
    if len(lines) < 8 or len(apart) * 5 < (len(lines) - 1) * 4:
        return tuple(lines)
    usual = max(set(apart), key=apart.count)
    if usual >= SPACED:
        return tuple(lines)
    return tuple(
        line._replace(gap=count > usual) for line, count in zip(lines, blanks, strict=True)
    )


def _unread(rows: list[str], last: int) -> tuple[int, ...]:
    """Numbers of the rows behind the last one that was read."""
    return tuple(n for n, row in enumerate(rows[last:], last + 1) if row.strip())


def _line(number: int, row: str, gap: bool, loose: bool) -> Line:
    cells = _cells(row)
    if cells and "|" in row and not cells[0] and len([cell for cell in cells if cell]) == 1:
        cells, row = (), "    " + max(cells)
    if len(cells) == 2 and cells[0].endswith(":"):
        cells, row = (), " ".join(cells)
    text = row.expandtabs(4) if not cells else row
    stripped = text.lstrip()
    indent = len(text) - len(stripped)
    level = 0
    while stripped.startswith("> "):
        stripped = stripped[2:].lstrip()  # a letter that is quoted in another
    heading = _LEVEL.match(stripped) or _WIKI.match(stripped)
    if heading:
        level, stripped = len(heading[1]), heading[2]
    if not cells:
        stripped = _STAR.sub("* ", stripped).lstrip("| ")
    bullet = ""
    if not cells or row.lstrip()[:1] not in "|":
        bullet, stripped = without_bullet(stripped, loose)
    said = without_marks(" ".join(_WIDE.sub(" | ", stripped).split()))
    if cells:
        said = " | ".join(filter(None, (without_marks(cell) for cell in cells)))
        cells = tuple(without_marks(cell) for cell in cells)
        bullet = ""
    return Line(number, number, said, indent, bullet, level, cells, gap)


def without_bullet(text: str, loose: bool = False) -> tuple[str, str]:
    """The bullet or number a text begins with, and the rest; a day of a month is no number."""
    found = _BULLET.match(text)
    if not found:
        return ("o", text[2:].lstrip()) if loose and text.startswith("o ") else ("", text)
    rest = text[found.end() :]
    number = found["number"]
    if number and number[0].isdigit():
        word = _WORD.match(rest)
        if rest[0].isdigit() or (word and fold(word[0]) in _AFTER_A_DAY):
            return "", text
    signs = ("sign", "letter", "count", "code", "coded")
    return next((found[sign] for sign in signs if found[sign]), number), rest


_AFTER_A_DAY = frozenset(MONTHS) | frozenset(
    words_of(
        """
    und bis and y et e
    """
    )
)


def without_marks(text: str) -> str:
    """The text without the marks that Markdown sets for links and emphasis."""
    text = text.strip()
    if "](" in text:
        text = _LINK.sub(r"\1", text)
    if "*" in text or "_" in text:
        text = _EMPHASIS.sub(r"\2", _STRONG.sub(r"\2", text)).replace("**", "")
    return text.replace("`", "").strip()


def _cells(row: str) -> tuple[str, ...]:
    """The columns of a row that is parted by tabs, bars or wide blanks; () when it is not."""
    if "|" in row:
        inner = row.strip()
        parts = inner.strip("|").split("|") if inner[0] == "|" else inner.split("|")
        return tuple(map(_squeezed, parts)) if len(parts) > 1 else ()
    if "\t" in row.strip():
        return tuple(map(_squeezed, row.rstrip("\n").split("\t")))
    if "   " in row:
        parts = _WIDE.split(row.strip())
        if len(parts) > 2:
            parts = re.split(r"[ ]{2,}", row.strip())
        if len(parts) > 2 and not _BULLET.match(row.lstrip()):
            return tuple(map(_squeezed, parts))
    return ()


def _squeezed(cell: str) -> str:
    return " ".join(cell.split())
