"""What a page says: a record, its provenance, the keys. Values in, paragraphs out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from clustertui.documents import Passage, taken
from clustertui.kinds import KINDS
from clustertui.model import Detail, Fact, Line, Provenance, Row, View
from clustertui.report import INFERRED, REVIEWS, source_lines, texts_of
from clustertui.tui.layout import BLANK, Paragraph, Phrase, paragraph, split_by


def detail_page(detail: Detail) -> Iterator[Paragraph]:
    """Everything about one record."""
    yield paragraph(detail.row.title, "title")
    if detail.row.review:
        yield paragraph(REVIEWS.get(detail.row.review, detail.row.review), "group")
    if detail.summary:
        yield paragraph(detail.summary)
    yield BLANK
    yield from _facts(detail)
    for section in detail.sections:
        yield BLANK
        yield paragraph(section.title, "heading")
        for group, lines in groupby(section.lines, key=lambda line: line.group):
            if group:
                yield paragraph(group, "group", "  ")
            yield from (_item(line) for line in lines)


def _facts(detail: Detail) -> Iterator[Paragraph]:
    sources = source_lines(detail.provenance)
    width = max((len(fact.label) for fact in detail.facts), default=0)
    width = max(width, len("Source")) + 2
    for fact in detail.facts:
        yield from _fact(fact, width)
    for number, source in enumerate(sources):
        label = "" if number else "Source"
        yield paragraph(source, "", label.ljust(width), "label")


def _fact(fact: Fact, width: int) -> Iterator[Paragraph]:
    for number, line in enumerate(fact.lines):
        phrases = tuple(_phrases(line))
        if fact.inferred:
            phrases += (Phrase(INFERRED, "muted"),)
        label = "" if number else fact.label
        yield Paragraph(phrases, label.ljust(width), "label")


def _item(line: Line) -> Paragraph:
    mark = "•" if line.number is None else f"{line.number}."
    return Paragraph(tuple(_phrases(line)), f"{mark:>4} ", "muted")


def _phrases(line: Line) -> Iterator[Phrase]:
    for piece in line.pieces:
        yield Phrase(piece.text, "link" if piece.ref else "", piece.ref)


def provenance_page(
    detail: Detail, passages: Sequence[tuple[Provenance, Passage]]
) -> Iterator[Paragraph]:
    """On which lines of which sources a record stands, with the lines themselves."""
    yield paragraph(detail.row.title, "title")
    yield paragraph(str(detail.row.ref), "muted")
    for _, group in groupby(passages, key=lambda pair: pair[0].source):
        cited = list(group)
        yield BLANK
        yield from _source(cited[0][0])
        yield from _passages(cited, texts_of(detail))
    if detail.inferred:
        yield BLANK
        yield paragraph("Inferred: no source says it outright", "heading")
        width = max(map(len, detail.inferred)) + 2
        for field, reason in detail.inferred.items():
            yield paragraph(reason, "", field.ljust(width), "label")


def _source(source: Provenance) -> Iterator[Paragraph]:
    yield paragraph(source.title, "heading")
    facts = (
        ("Publisher", source.publisher),
        ("Author", source.author),
        ("Published", source.published),
        ("Address", source.url),
        ("Document", source.document),
    )
    for label, text in facts:
        if text:
            yield paragraph(text, "", label.ljust(11), "label")


def _passages(
    cited: Iterable[tuple[Provenance, Passage]], said: Sequence[str]
) -> Iterator[Paragraph]:
    told: set[str] = set()
    for source, passage in cited:
        yield BLANK
        yield paragraph(source.lines.capitalize(), "group")
        for number, text in passage.lines:
            yield Paragraph(tuple(_with_taken(text, said)), f"{number:>5}  ", "muted")
        if passage.missing and passage.missing not in told:
            told.add(passage.missing)
            yield paragraph(passage.missing, "muted", "       ")


def _with_taken(text: str, said: Sequence[str]) -> Iterator[Phrase]:
    """A line of a source, with the words that a record took from it set off."""
    for start, end, is_taken in split_by(text, taken(text, said)):
        yield Phrase(text[start:end], "taken" if is_taken else "", goes_on=True)


def keys_page(keys: Iterable[tuple[str, str, str]]) -> Iterator[Paragraph]:
    """Headings, keys and what each does."""
    rows = list(keys)
    width = max((len(pressed) for _, pressed, _ in rows), default=0) + 3
    for heading, group in groupby(rows, key=lambda row: row[0]):
        yield paragraph(heading, "heading")
        for _, pressed, meaning in group:
            yield paragraph(meaning, "", f"  {pressed}".ljust(width + 2), "label")
        yield BLANK
    yield paragraph("Letters act only while no text box has the focus.", "muted")


def text_page(explanation: str, text: str) -> Iterator[Paragraph]:
    """A text to select by hand, below what to do with it."""
    yield paragraph(explanation, "muted")
    yield BLANK
    for line in text.splitlines():
        yield paragraph(line)


def why_empty(view: View, scope: Row | None, linked: bool) -> str:
    """What an empty list says; `linked` is whether the scope has records of any kind."""
    where = f" of {scope.title}" if scope else ""
    if view.words.strip():
        return f"Nothing{where} matches “{view.words.strip()}”. Esc clears it."
    if scope and not linked:
        return f"Nothing else is linked to {scope.title}. Esc goes back."
    return f"There are no {KINDS[view.kind].plural}{where}."
