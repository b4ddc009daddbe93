"""Texts laid out in lines of a given width: wrapping, hanging indents, links and marked letters.

Knows no widget: a line is a tuple of runs, and a run names its style instead of having one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rich.cells import cell_len, chop_cells, set_cell_size

from clustertui.model import Ref
from clustertui.text import clean

Span = tuple[int, int]
Marks = Callable[[str], Sequence[Span]]
"""Finds the letters of a text that match what was typed."""


def no_marks(text: str) -> Sequence[Span]:
    """Marks nothing."""
    return ()


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line in one style."""

    text: str
    style: str = ""
    """Name of a style; empty is plain text."""
    marked: bool = False
    """Whether these letters match what was typed."""
    link: int | None = None
    """Number of the link that it belongs to."""


LaidLine = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a paragraph, in one style; with `ref` it is a link."""

    text: str
    style: str = ""
    ref: Ref | None = None
    goes_on: bool = False
    """Whether it follows the phrase before without a blank."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Phrases that flow together, wrapped under a margin that only the first line fills."""

    phrases: tuple[Phrase, ...]
    margin: str = ""
    """Stands before the first line; the others are indented by its width."""
    margin_style: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Laid-out lines with the links in them."""

    lines: tuple[LaidLine, ...]
    links: tuple[Ref, ...]
    link_lines: tuple[int, ...]
    """The line on which each link begins."""


def fitting(breakpoints: Sequence[tuple[int, str]] | None, size: int) -> str:
    """The class of the largest breakpoint that a screen of this size reaches."""
    return next((name for least, name in reversed(breakpoints or ()) if size >= least), "")


def paragraph(text: str, style: str = "", margin: str = "", margin_style: str = "") -> Paragraph:
    """A paragraph of one phrase."""
    return Paragraph((Phrase(text, style),), margin, margin_style)


BLANK = paragraph("")


def lay_out(
    paragraphs: Iterable[Paragraph],
    width: int,
    marks: Marks = no_marks,
    most_lines: float = math.inf,
) -> Page:
    """The paragraphs in lines of at most `width` cells; none is begun after `most_lines` lines."""
    lines: list[LaidLine] = []
    links: list[Ref] = []
    link_lines: list[int] = []
    for each in paragraphs:
        if len(lines) >= most_lines:
            break
        for line in _lay_paragraph(each, max(1, width), marks, links):
            for run in line:
                if run.link is not None and run.link == len(link_lines):
                    link_lines.append(len(lines))
            lines.append(line)
    return Page(tuple(lines), tuple(links), tuple(link_lines))


def _lay_paragraph(
    each: Paragraph, width: int, marks: Marks, links: list[Ref]
) -> Iterator[LaidLine]:
    text, pieces = _flow(each.phrases, marks, links)
    margin = clean(each.margin) if cell_len(each.margin) < width - 8 else ""
    indent = cell_len(margin)
    lead = (Run(margin, each.margin_style),) if margin else ()
    for start, end in break_lines(text, width - indent):
        yield (*lead, *_cut(pieces, start, end))
        lead = (Run(" " * indent),) if indent else ()


def _flow(
    phrases: Sequence[Phrase], marks: Marks, links: list[Ref]
) -> tuple[str, list[tuple[int, Run]]]:
    """The phrases as one text, and the runs in it with their starts."""
    text = ""
    pieces: list[tuple[int, Run]] = []
    for phrase in phrases:
        if text and not phrase.goes_on:
            pieces.append((len(text), Run(" ")))
            text += " "
        shown = clean(phrase.text)
        link = None
        if phrase.ref is not None and shown.strip():
            link = len(links)
            links.append(phrase.ref)
        for start, end, marked in split_by(shown, marks(shown)):
            pieces.append((len(text) + start, Run(shown[start:end], phrase.style, marked, link)))
        text += shown
    return text, pieces


def split_by(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """The text in stretches that are inside a span or outside all of them."""
    at = 0
    for start, end in spans:
        if at < start:
            yield at, start, False
        yield start, end, True
        at = end
    if at < len(text):
        yield at, len(text), False


def _cut(pieces: Sequence[tuple[int, Run]], start: int, end: int) -> Iterator[Run]:
    for at, run in pieces:
        first, last = max(start - at, 0), min(end - at, len(run.text))
        if first < last:
            yield Run(run.text[first:last], run.style, run.marked, run.link)


def break_lines(text: str, width: int) -> list[Span]:
    """Where each line begins and ends when `text` is wrapped at blanks into `width` cells.

    A word that is wider than a line is cut. An empty text is one empty line.
    """
    lines: list[Span] = []
    start = end = used = 0
    for word_start, word_end in _word_spans(text):
        size = cell_len(text[word_start:word_end])
        gap = cell_len(text[end:word_start]) if end > start else 0
        if end > start and used + gap + size <= width:
            end, used = word_end, used + gap + size
            continue
        if end > start:
            lines.append((start, end))
        start, end, used = word_start, word_end, size
        if size > width:
            for part in chop_cells(text[start:end], width)[:-1]:
                lines.append((start, start + len(part)))
                start += len(part)
            used = cell_len(text[start:end])
    lines.append((start, end))
    return lines


def _word_spans(text: str) -> Iterator[Span]:
    start = 0
    for end, character in enumerate(text):
        if character == " ":
            if start < end:
                yield start, end
            start = end + 1
    if start < len(text):
        yield start, len(text)


@lru_cache(maxsize=4096)
def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: padded with blanks, or cut with an ellipsis."""
    return set_cell_size(cut(text, width), width)


@lru_cache(maxsize=4096)
def cut(text: str, width: int) -> str:
    """`text` in at most `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""
