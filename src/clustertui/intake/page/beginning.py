"""Where the programme of a page begins: what stands above tells of the event."""

from __future__ import annotations

from collections.abc import Sequence

from clustertui.intake.page.belonging import is_in_room
from clustertui.intake.page.clock import anywhere, leading
from clustertui.intake.page.entries import Entry, columns_of
from clustertui.intake.page.layout import announced, day_follows_title, sections_without_titles
from clustertui.intake.page.naming import has_kind
from clustertui.intake.page.vocabulary import PANEL
from clustertui.text import fold


def start_of_programme(entries: Sequence[Entry]) -> int:
    """Where the programme begins; what stands above it tells of the event."""
    timed = [
        at for at, each in enumerate(entries)
        if each.timed or _is_timed_row(each) or _is_timed_day(entries, at)
    ]  # fmt: skip
    firsts = timed[:1] if len(timed) > 1 else []
    heads = [
        at
        for at, each in enumerate(entries)
        if each.kind == "programme"
        and at + 1 < len(entries)
        and (len(timed) < 2 or _not_first(entries, at))
    ]
    firsts += heads[:1]
    firsts += [
        at
        for at, each in enumerate(entries)
        if _is_table_row(each) or (each.kind == "list" and not each.timed and _heads(entries, at))
    ][:1]
    firsts += [
        at
        for at, each in enumerate(entries)
        if each.kind == "label"
        and each.label in ("title", "speaker")
        and (_not_first(entries, at) or _are_pair(entries, at))
    ][:1]
    firsts += [*_posters(entries)[:1], *sorted(announced(entries))[:1]]
    firsts += sorted(sections_without_titles(entries))[:1] if len(timed) < 2 else []
    if not timed[1:]:
        firsts += [at for at, each in enumerate(entries) if _is_item(each)][:1]
    if not firsts:
        return len(entries)
    first = min(firsts)
    return _with_headings(entries, first)


def _posters(entries: Sequence[Entry]) -> list[int]:
    """Numbered titles right above their people, three at least: a list of talks or posters."""
    found = [
        at
        for at, each in enumerate(entries[:-1])
        if each.kind == "title"
        and each.line.bullet
        and not each.text.endswith((":", "."))
        and entries[at + 1].kind == "people"
        and not entries[at + 1].line.gap
    ]
    return found if len(found) > 2 else []


def _is_timed_day(entries: Sequence[Entry], at: int) -> bool:
    """Whether a day with a time stands above what happens then, as other times of the page do."""
    entry, after = entries[at], entries[at + 1] if at + 1 < len(entries) else None
    if entry.kind != "date" or after is None or after.line.gap or anywhere(entry.line.text) is None:
        return False
    return after.kind in ("title", "people", "both") and any(each.timed for each in entries)


def _is_timed_row(entry: Entry) -> bool:
    return entry.kind == "row" and any(leading(cell) for cell in entry.line.cells[:2] if cell)


def _is_table_row(entry: Entry) -> bool:
    cells = [cell for cell in entry.line.cells if cell]
    return entry.kind == "row" and (_is_timed_row(entry) or len(columns_of(cells)) > 1)


def _heads(entries: Sequence[Entry], at: int) -> bool:
    """Whether a list begins here; `List of participants` can also be the title of the page."""
    after = entries[at + 1] if at + 1 < len(entries) else None
    return _not_first(entries, at) or after is None or after.kind not in ("title", "date")


def _are_pair(entries: Sequence[Entry], at: int) -> bool:
    """Whether labels for a speaker and for a title stand together."""
    return {each.label for each in entries[at : at + 2]} == {"speaker", "title"}


def _not_first(entries: Sequence[Entry], at: int) -> bool:
    return any(each.kind != "furniture" for each in entries[:at])


def _is_item(entry: Entry) -> bool:
    strong = entry.reading is not None and entry.reading.score >= 1.8
    return (entry.kind in ("both", "people") and strong) or (
        entry.kind == "title" and fold(entry.text).startswith(PANEL) and not entry.dates
    )


def _with_headings(entries: Sequence[Entry], first: int) -> int:
    """The start, moved up over titles and headings that belong to what begins there."""
    lowest = next((at for at, each in enumerate(entries) if each.kind != "furniture"), 0)
    lowest += not _heads(entries, lowest) and entries[lowest].kind == "list"
    while first > 0 and _are_one_table(entries[first - 1], entries[first]):
        first -= 1
    if entries[first].kind in ("programme", "list", "row"):
        return first
    at = first
    while at - 1 > lowest and _is_heading(entries, at - 1, first):
        at -= 1
    return at


def _are_one_table(above: Entry, below: Entry) -> bool:
    return above.kind == "row" and below.kind == "row" and not below.line.gap


def _is_heading(entries: Sequence[Entry], at: int, first: int) -> bool:
    """Whether a line right above what is known of the programme belongs to it, too."""
    above, below = entries[at], entries[at + 1]
    if above.kind == "date":  # the first date of a page is the event's
        dated = any(map(_is_date, entries[: first - 1]))
        return any(map(_is_date, entries[:at])) or (not dated and day_follows_title(entries))
    if above.kind == "title":
        if above.line.level == 1 or (below.timed and below.kind != "time"):
            return False
        if above.dates and has_kind(above.text):
            return False
        apart = below.kind == "time" and below.line.gap
        return not apart and (below.kind != "date" or day_follows_title(entries))
    if above.label in ("date", "time", "place"):  # each talk of a series has its own
        return any(each.label == above.label for each in entries[first:])
    if above.kind == "both":
        return at + 1 == first and not above.timed and is_in_room(below.text)
    return above.kind in ("section", "pause")


def _is_date(entry: Entry) -> bool:
    return entry.kind == "date" or entry.label == "date"
