"""How a span of time reads: as exact as what is known of it, no more."""

from __future__ import annotations

from datetime import date

_SEASONS = ("Winter", "Spring", "Summer", "Autumn")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def span(start: date | None, end: date | None, precision: str) -> str | None:
    """`23–25 November 2010`, `November 2010`, `Spring 2011`, `2016`, or None without a date.

    `start` and `end` bound what is known; `precision` says how much of them was stated.
    """
    if start is None or end is None or precision == "none":
        return None
    if precision == "year":
        return _joined(str(start.year), str(end.year))
    if precision == "season":
        first, last = _season(start), _season(end)
        if first[0] == last[0] and (end - start).days < 100:
            last = first  # one winter, of two years
        return _joined(*_without_shared_tail(first, last))
    if precision == "month":
        return _joined(*_without_shared_tail([_month(start), str(start.year)],
                                             [_month(end), str(end.year)]))  # fmt: skip
    return _joined(*_without_shared_tail(_day(start), _day(end)))


def _season(day: date) -> list[str]:
    return [_SEASONS[day.month % 12 // 3], str(day.year)]


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _day(day: date) -> list[str]:
    return [str(day.day), _month(day), str(day.year)]


def _without_shared_tail(first: list[str], last: list[str]) -> tuple[str, str]:
    """What to write before and after the dash: month and year only once when they are the same."""
    kept = len(first)
    while kept > 1 and first[kept - 1 :] == last[kept - 1 :]:
        kept -= 1
    if first == last:
        return " ".join(last), " ".join(last)
    return " ".join(first[:kept]), " ".join(last)


def _joined(first: str, last: str) -> str:
    if first == last:
        return last
    dash = "–" if " " not in first else " – "
    return f"{first}{dash}{last}"
