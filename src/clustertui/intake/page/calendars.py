"""Calendars: events that a page lists with their dates, one a line or a date under a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from clustertui.intake.page.datelines import OTHER_DATES
from clustertui.intake.page.dates import Dated, dates_in, with_year
from clustertui.intake.page.dating import is_aside
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.found import Found
from clustertui.intake.page.naming import event_kind, event_name, has_kind
from clustertui.intake.page.places import places_of
from clustertui.intake.page.signs import is_day_number

_SIGN = re.compile(r"\s*:\s|\s[—–-]\s|\s?—\s?")
_EDGES = " .,;:|–—-("


def calendar(entries: Sequence[Entry], known: Sequence[date], year: int | None) -> dict[int, Found]:
    """The events that lines list with a date, by the places of the lines among the entries."""
    noted = {at: _noted(each) for at, each in enumerate(entries)}
    alike = sum(each is not None for each in noted.values())
    found: dict[int, Found] = {}
    for at, entry in enumerate(entries):
        said = noted[at]
        before = entries[at - 1] if at else None
        if said is None and before is not None:
            said = _under_name(before, entry)
        elif said is not None and alike < 2 and not has_kind(said[0]):
            said = None
        if said is None:
            continue
        name, dated, places = said
        lines = [entry.lines]
        found[at] = Found(
            name,
            event_kind(name) or "event",
            with_year(dated, known, year),
            places_of(places, strict=True)[:3],
            lines=lines,
            follows=True,
        )
    return found


def _day_in(entry: Entry) -> Dated | None:
    """The only date of a short line that is neither timed nor an aside."""
    text = entry.line.text
    if entry.timed or len(text) > 160 or entry.kind in ("prose", "row") or OTHER_DATES.match(text):
        return None
    dates = [each for each in dates_in(text) if each.precision in ("day", "month")]
    return dates[0] if len(dates) == 1 and not is_aside(text, dates[0]) else None


def _noted(entry: Entry) -> tuple[str, Dated, str] | None:
    """`3 May 2010, Gent — Name`, `Name: 3 May 2010, Gent` or `Name 3 May 2010, Gent`."""
    dated = _day_in(entry)
    if dated is None:
        return None
    text = entry.line.text
    start, end = dated.at
    name, places = "", ""
    if start < 6 and (parted := _SIGN.search(text, end)):
        name, places = text[parted.end() :], text[end : parted.start()]
    elif (parted := _SIGN.search(text)) and parted.end() <= start < parted.end() + 8:
        name, places = text[: parted.start()], text[end:]
    elif entry.line.bullet and start > 8 and len(text) - end < 40:
        name, places = text[:start], text[end:]
    name = event_name(name.strip(_EDGES)) if name else ""
    if not _is_name(name) or (not has_kind(name) and not entry.line.bullet and start > 5):
        return None
    return name, dated, places


def _is_name(name: str) -> bool:
    """Whether a text can name an event: with a capital, and not just any word."""
    capital = name[:1].isupper() or name[:1].isdigit()
    return capital and not is_day_number(name) and (" " in name or has_kind(name))


def _under_name(before: Entry, entry: Entry) -> tuple[str, Dated, str] | None:
    """A line that begins with a date right under one that only names an event."""
    dated = _day_in(entry)
    if dated is None or entry.line.gap or dated.at[0] > 5 or before.timed or before.dates:
        return None
    text = before.line.text.rpartition(" | ")[2]
    if (
        before.kind not in ("title", "section", "post")
        or len(text) > 90
        or text.endswith((".", "?"))
    ):
        return None
    name = event_name(text)
    return (name, dated, entry.line.text[dated.at[1] :]) if has_kind(name) else None
