"""One record whole, as text, Markdown or JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import Any

from clustertui.model import ACCEPTED, REJECTED, UNCERTAIN, Detail, Line, Provenance
from clustertui.text import as_json as text_as_json
from clustertui.text import clean, columns

INFERRED = "(inferred)"
"""Stands behind what no source says outright."""


REVIEWS = {
    UNCERTAIN: "Guessed from the page; nobody has accepted it yet",
    ACCEPTED: "Guessed from the page, and accepted",
    REJECTED: "Guessed from the page, and rejected: it goes nowhere but its file",
}
"""What a record of a draft is, in words."""


def texts_of(detail: Detail) -> list[str]:
    """The texts that a record took from its sources, title first."""
    facts = (piece.text for fact in detail.facts for line in fact.lines for piece in line.pieces)
    return [detail.row.title, *facts]


def source_lines(provenance: Sequence[Provenance]) -> list[str]:
    """One line a source: `Cluster workshop in Korea (KORANET), lines 1, 3, 5–6`."""
    said = []
    sources = dict.fromkeys(cited.source for cited in provenance)
    for source in sources:
        cited = [each for each in provenance if each.source == source]
        details = ", ".join(part for part in (cited[0].publisher, cited[0].published) if part)
        title = f"{cited[0].title} ({details})" if details else cited[0].title
        said.append(clean(f"{title}, {', '.join(_places(cited))}"))
    return said


def _places(cited: Sequence[Provenance]) -> Iterator[str]:
    """`lines 1`, `3`, `5–6`, `talk 2871`: the word only once."""
    lines = [each.lines.partition(" ")[2] for each in cited if each.first_line is not None]
    if lines:
        word = "line" if lines[0].isdigit() and len(lines) == 1 else "lines"
        yield f"{word} {', '.join(lines)}"
    yield from (each.item for each in cited if each.first_line is None and each.item)


def as_text(detail: Detail, width: int | None = None) -> str:
    """The record for reading in a terminal; lines are wrapped when `width` is given."""
    title = f"{clean(detail.row.title)}  [{clean(str(detail.row.ref))}]"
    out = [_wrapped(title, "", width)]
    if detail.summary:
        out += ["", _wrapped(clean(detail.summary), "", width)]
    if facts := list(_facts(detail)):
        margin = max(len(label) for label, _ in facts) + 2
        out.append("")
        out += [_wrapped(text, label.ljust(margin), width) for label, text in facts]
    for section in detail.sections:
        out += ["", section.title]
        for heading, lines in groupby(section.lines, key=lambda line: line.group):
            if heading:
                out.append(_wrapped(clean(heading), "  ", width))
            out += [_wrapped(_text(line), _mark(line).rjust(5) + " ", width) for line in lines]
    return "\n".join(out) + "\n"


def as_markdown(detail: Detail) -> str:
    """The record as a Markdown page."""
    out = [f"# {_escaped(detail.row.title)}", ""]
    if detail.summary:
        out += [_escaped(detail.summary), ""]
    out += [
        f"- **{label}:** {_escaped(text)}" if label else f"  {_escaped(text)}"
        for label, text in _facts(detail)
    ]
    for section in detail.sections:
        out += ["", f"## {section.title}"]
        for heading, lines in groupby(section.lines, key=lambda line: line.group):
            out += ["", f"### {_escaped(heading)}", ""] if heading else [""]
            out += [f"{_mark(line) or '-'} {_escaped(_text(line))}" for line in lines]
    return "\n".join(out) + "\n"


def as_json(detail: Detail) -> str:
    """The record as a JSON object; every linked record comes with its address."""

    def line_value(line: Line) -> dict[str, Any]:
        value: dict[str, Any] = {"text": line.text}
        if line.number is not None:
            value["number"] = line.number
        if line.group is not None:
            value["under"] = line.group
        if links := [str(piece.ref) for piece in line.pieces if piece.ref]:
            value["links"] = links
        return value

    value = {
        "ref": str(detail.row.ref),
        "title": detail.row.title,
        "context": detail.row.context,
        "summary": detail.summary,
        "facts": {fact.label: [line_value(line) for line in fact.lines] for fact in detail.facts},
        "sections": {
            section.title: [line_value(line) for line in section.lines]
            for section in detail.sections
        },
        "review": detail.row.review or None,
        "inferred": dict(detail.inferred),
        "sources": [
            {
                "source": cited.source,
                "title": cited.title,
                "publisher": cited.publisher,
                "author": cited.author,
                "published": cited.published,
                "document": cited.document,
                "first_line": cited.first_line,
                "last_line": cited.last_line,
                "item": cited.item,
            }
            for cited in detail.provenance
        ],
    }
    return text_as_json(value, indent=2) + "\n"


def _facts(detail: Detail) -> Iterator[tuple[str, str]]:
    for fact in detail.facts:
        for number, line in enumerate(fact.lines):
            inferred = f" {INFERRED}" if fact.inferred else ""
            yield ("" if number else fact.label), f"{_text(line)}{inferred}"
    if detail.row.review:
        yield "Review", clean(REVIEWS.get(detail.row.review, detail.row.review))
    for field, reason in detail.inferred.items():
        yield "Inferred", clean(f"{field}: {reason}")
    for number, source in enumerate(source_lines(detail.provenance)):
        yield ("" if number else "Source"), source


def _text(line: Line) -> str:
    return clean(line.text)


def _mark(line: Line) -> str:
    return f"{line.number}." if line.number is not None else ""


def _wrapped(text: str, margin: str, width: int | None) -> str:
    if width is None:
        return (margin + text).rstrip()
    lines = _lines(text, max(width - len(margin), 20))
    return (margin + f"\n{' ' * len(margin)}".join(lines)).rstrip()


def _lines(text: str, room: int) -> Iterator[str]:
    """`text` in lines of at most `room` columns; only words that are longer are broken."""
    line = ""
    for blank, word in re.findall("( *)([^ ]+)", text):
        if line and sum(map(columns, line + blank + word)) > room:
            yield line
            line = word
        else:
            line += blank + word
        while (fitting := bisect_right(list(accumulate(map(columns, line))), room)) < len(line):
            yield line[:fitting]
            line = line[fitting:]
    yield line


def _escaped(text: str) -> str:
    for mark in "\\`*_[]<":
        text = text.replace(mark, f"\\{mark}")
    return clean(text)
