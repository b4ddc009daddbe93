"""Dates in a text: days, ranges, months, seasons and years, in figures and in five languages."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, timedelta
from typing import NamedTuple

from clustertui.intake.page.clock import without_times
from clustertui.intake.page.countries import AMERICAN_STATES, MONTH_FIRST
from clustertui.intake.page.months import (
    AMBIGUOUS_MONTHS,
    FILLERS,
    JOINS,
    MONTHS,
    RANGES,
    SEASONS,
    WEEKDAYS,
)
from clustertui.intake.page.wordlists import words_of
from clustertui.text import fold


class Dated(NamedTuple):
    """A date as stated in a text: bounds, how exact they are, and where it stands."""

    start: date | None
    end: date | None
    precision: str
    """day, month, season, year; none without a year."""
    text: str
    at: tuple[int, int]
    guessed: str = ""
    """Why it is believed, where the text leaves it open."""
    weekday: int | None = None
    day_and_month: tuple[tuple[int, int], ...] = ()
    """Day and month of what lacks its year."""

    @property
    def names_days(self) -> bool:
        """Whether what lacks its year has a day, and not only a month."""
        return all(day for day, _ in self.day_and_month)


class _Token(NamedTuple):
    kind: str
    value: int
    start: int
    end: int
    full: tuple[int, int, int] = (0, 0, 0)


_SPLIT = re.compile(
    r"(?P<iso>(?<!\d)(?:19|20)\d\d([-/.])\d{1,2}\2\d{1,2}(?!\d))"
    r"|(?P<cjk>(?:19|20)\d\d\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)"
    r"|(?P<full>(?<!\d)(?<!\d/)(?!(?:1[3-9]|[23]\d)/(?:1[3-9]|[23]\d)/)\d{1,2}\s?(?P<by>[./-])\s?\d{1,2}\s?(?P=by)\s?(?:(?:19|20)\d\d|"
    r"\d\d)(?![\d/]))"
    r"|(?P<days>(?<!\d)\d{1,2}\.\s?(?:0?[1-9]|1[0-2])\.(?!\d))"
    r"|(?P<year>(?<![\d.,])(?:19|20)\d\d(?![\d]|[.,]\d))"
    r"|(?P<day>(?<![\d.,:])\d{1,2}(?:(?i:st|nd|rd|th|er|ère)|º|ª|°|\.(?!\d))?(?![\d%:]|[^\W\d_]))"
    r"|(?P<word>[^\W\d_]+(?:[’'][^\W\d_]+)?\.?)"
    r"|(?P<sign>[-–—−‐/&+,()→>]|\|)"
    r"|(?P<other>[^\s\w])"
)
_COUNTED = frozenset(
    words_of(
        """
    day tag jour dia giorno session part panel room hall block teil track version page no nr
    issue number ausgabe heft vol volume numero
    edition num
    """
    )
)
"""Words after which a number counts something else than days."""


class Convention(NamedTuple):
    """How a page writes days and months in figures."""

    month_first: bool = False
    sure: bool = True


_USUAL = Convention()
_CONVENTION: ContextVar[Convention] = ContextVar("convention")


@contextmanager
def written(convention: Convention) -> Iterator[None]:
    """Within it, dates such as `03/04/2015` are read as this page writes them."""
    token = _CONVENTION.set(convention)
    try:
        yield
    finally:
        _CONVENTION.reset(token)


def dates_in(text: str) -> list[Dated]:
    """Every date of a text, in order."""
    if not any(map(str.isdigit, text)):
        return []
    masked = without_times(text)
    if not any(map(str.isdigit, masked)):
        return []
    found: list[Dated] = []
    for run in _runs(_tokens(masked, _CONVENTION.get(_USUAL).month_first)):
        dated = _read(run, text)
        if dated and found and _is_end_of(found[-1], dated, masked):
            last = found.pop()
            at = (last.at[0], dated.at[1])
            dated = last._replace(end=dated.end, at=at, text=text[at[0] : at[1]])
        if dated:
            found.append(dated)
    return found


_UNTIL = re.compile(r"[\s,\x01–—-]*(?:to|until|till|bis|à|au|al|–|—|-)\s*(?:[^\W\d_]+day,?\s*)?$")


def _is_end_of(first: Dated, second: Dated, masked: str) -> bool:
    """Whether a day and a later one with the time of the first between them are one span."""
    between = masked[first.at[1] : second.at[0]]
    if "\x01" not in between or first.precision != "day" or second.precision != "day":
        return False
    in_order = first.start and second.end and first.start < second.end
    return bool(in_order) and _UNTIL.match(between) is not None


def _tokens(text: str, month_first: bool) -> Iterable[_Token]:
    before = ""
    for found in _SPLIT.finditer(text):
        kind, said, (start, end) = found.lastgroup or "", found[0], found.span()
        if found["iso"] or found["cjk"]:
            year, month, its_day = (int(part) for part in re.findall(r"\d+", said))
            yield _Token("F", 0, start, end, (its_day, month, year))
        elif found["full"]:
            yield _full(said, found["by"], month_first, start, end)
        elif found["days"]:
            its_day, month = (int(part) for part in re.findall(r"\d+", said))
            yield _Token("F", 0, start, end, (its_day, month, 0))
        elif found["year"]:
            yield _Token("Y", int(said), start, end)
        elif found["day"]:
            number = int(re.match(r"\d+", said)[0])  # type: ignore[index]
            day = 0 < number < 32 and before not in _COUNTED
            yield _Token("D" if day else "?", number, start, end)
        elif found["word"]:
            yield _word(said, start, end)
        else:
            kind = (
                "R" if said in RANGES else "J" if said in JOINS else "," if said in ",()/." else "?"
            )
            yield _Token(kind, 0, start, end)
        before = fold(said) if found["word"] else ""


def _full(said: str, by: str, month_first: bool, start: int, end: int) -> _Token:
    day, month, year = (int(part) for part in re.findall(r"\d+", said))
    if year < 100:
        year += 2000 if year < 80 else 1900
    if (by == "/" or by == "-") and (month > 12 or (month_first and day <= 12)):
        day, month = month, day
    ambiguous = by != "." and day <= 12 and month <= 12 and day != month
    return _Token("F", int(ambiguous), start, end, (day, month, year))


def _word(said: str, start: int, end: int) -> _Token:
    word = fold(said).rstrip(".")
    capital = said[0].isupper()
    if word in MONTHS and (capital or len(word) > 3 or said.endswith(".") or word in _LOW_MONTHS):
        return _Token("M", MONTHS[word], start, end, (int(word in AMBIGUOUS_MONTHS), 0, 0))
    if word in SEASONS:
        return _Token("S", SEASONS[word], start, end)
    if word in JOINS:
        return _Token("J", 0, start, end)
    if word in RANGES:
        return _Token("R", 0, start, end)
    if word in FILLERS:
        return _Token("f", 0, start, end)
    if word in WEEKDAYS and (capital or len(word) > 2):
        return _Token("W", WEEKDAYS[word], start, end)
    return _Token("?", 0, start, end)


_LOW_MONTHS = frozenset(
    words_of(
        """
    mai mar ago set ott dic gen feb mei maj jan apr jun jul aug sep oct nov dec okt avr abr
    """
    )
)


def _runs(tokens: Iterable[_Token]) -> Iterable[list[_Token]]:
    """Tokens of dates that nothing else parts; words at the ends that say nothing are cut off."""
    run: list[_Token] = []
    for token in (*tokens, _Token("?", 0, 0, 0)):
        if token.kind != "?":
            run.append(token)
            continue
        while run and run[-1].kind in "RJ,f":
            run.pop()
        while run and run[0].kind in "RJ,f":
            run.pop(0)
        if run:
            yield from _parted(run)
        run = []


def _parted(run: list[_Token]) -> Iterable[list[_Token]]:
    """The run as dates of their own: after a year, only a range or a list goes on."""
    part: list[_Token] = []
    for token in run:
        kinds = "".join(each.kind for each in part)
        behind_year = kinds[max(kinds.rfind("Y"), kinds.rfind("F")) + 1 :]
        complete = len(behind_year) < len(kinds) and kinds[-1:] != "W"
        if complete and token.kind in "DMWSF" and not set("RJ") & set(behind_year):
            yield part
            part = []
        part.append(token)
    yield part


def _without_page(run: list[_Token]) -> list[_Token]:
    """The run without the number of a page before it: `3 Friday 9 May`."""
    return run[1:] if [token.kind for token in run[:4]] == ["D", "W", "D", "M"] else run


def _read(run: list[_Token], text: str) -> Dated | None:
    run = _without_page(run)
    if any(token.kind == "S" for token in run):
        return _season(run, text)
    points: list[list[int]] = []
    pending: list[_Token] = []
    month, used = 0, []
    for at, token in enumerate(run):
        if token.kind == "D":
            if month and not pending and _follows_month(run, at):
                points.append([token.value, month, 0])
                used.append(token)
            else:
                pending.append(token)
        elif token.kind == "M":
            month = token.value
            points += [[day.value, month, 0] for day in pending]
            used += [*pending, token]
            if pending:
                month, pending = 0, []
            elif not _day_follows(run, at):
                points.append([0, token.value, 0])
        elif token.kind == "F":
            day, its_month, year = token.full
            points += [[each.value, its_month, year] for each in pending]
            points.append([day, its_month, year])
            used += [*pending, token]
            pending = []
        elif token.kind == "Y":
            _give_year(points, token.value)
            used.append(token)
    return _dated(points, used, run, text)


def _follows_month(run: Sequence[_Token], at: int) -> bool:
    """Whether the day at `at` belongs to the month before it: `November 23`, `November 23–25`."""
    return next(token.kind for token in reversed(run[:at]) if token.kind not in "DRJ,W") == "M"


def _day_follows(run: Sequence[_Token], at: int) -> bool:
    """Whether the day of the month at `at` stands behind it: `May 3`, `March, 12–14, 2013`."""
    return _ITS_DAY.match("".join(token.kind for token in run[at + 1 :])) is not None


_ITS_DAY = re.compile(r"f?D|,D(?:[RJ]D)*,?Y")


def _give_year(points: list[list[int]], year: int) -> None:
    if not points or all(point[2] for point in points):
        points.append([0, 0, year])
    for point in points:
        point[2] = point[2] or year


def _dated(
    points: list[list[int]], used: list[_Token], run: list[_Token], text: str
) -> Dated | None:
    if not points:
        return None
    if any(month for _, month, _ in points):
        points = [point for point in points if point[1]]
    if _is_a_word(points, used):
        return None
    first, last = min(token.start for token in used), max(token.end for token in used)
    weekday = next((token.value for token in run if token.kind == "W"), None)
    for token in run:
        if token.kind == "W" and token.start < first:
            first = min(first, token.start)
    said = text[first:last].strip(" ,.;")
    guessed = (
        "day and month could be the other way round"
        if any(token.kind == "F" and token.value for token in used)
        and not _CONVENTION.get(_USUAL).sure
        else ""
    )
    if points[-1][2]:
        for point in points:
            point[2] = point[2] or points[-1][2]
    if not all(point[2] for point in points):
        days = tuple((day, month) for day, month, _ in points)
        return Dated(None, None, "none", said, (first, last), guessed, weekday, days)
    bounds = [_bounds(*point) for point in points]
    if None in bounds:
        return None
    whole = [each for each in bounds if each]
    precision = _precision(points)
    start, end = min(each[0] for each in whole), max(each[1] for each in whole)
    return Dated(start, end, precision, said, (first, last), guessed, weekday)


def _is_a_word(points: list[list[int]], used: list[_Token]) -> bool:
    """Whether `May` or `Mar` alone was taken for a month."""
    alone = all(not day for day, _, _ in points) and not any(year for *_, year in points)
    return alone and all(token.kind == "M" for token in used)


def _precision(points: Sequence[Sequence[int]]) -> str:
    if all(day for day, _, _ in points):
        return "day"
    return "month" if all(month for _, month, _ in points) else "year"


def _bounds(day: int, month: int, year: int) -> tuple[date, date] | None:
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        if month:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except ValueError:
        return None


def _season(run: list[_Token], text: str) -> Dated | None:
    month = next(token for token in run if token.kind == "S")
    year = next((token for token in run if token.kind == "Y"), None)
    if not year or year.start < month.start:
        return None
    start = date(year.value, month.value, 1)
    end = date(year.value + month.value // 12, (month.value + 2) % 12 + 1, 1) - timedelta(1)
    if month.value == 12:
        end = date(year.value + 1, 3, 1) - timedelta(1)
    said = text[month.start : year.end]
    return Dated(start, end, "season", said, (month.start, year.end))


_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:19|20)?\d\d(?![\d/])")


def convention(text: str) -> Convention:
    """How a page writes days in figures, by its other dates, its countries, its words."""
    slashed = [(int(a), int(b)) for a, b in _SLASHED.findall(text[: 1 << 20])]
    if any(b > 12 for _, b in slashed) and not any(a > 12 for a, _ in slashed):
        return Convention(True, True)
    if any(a > 12 for a, _ in slashed) or not slashed:
        return Convention(False, bool(slashed))
    worded = {
        (each.start.day, each.start.month)
        for line in text[: 1 << 18].split("\n")
        if len(line) < 2000 and not _SLASHED.search(line)
        for each in dates_in(line)
        if each.start and each.precision == "day"
    }
    if worded & {(b, a) for a, b in slashed if a != b} and not worded & set(slashed):
        return Convention(True, True)
    if worded & set(slashed):
        return Convention(False, True)
    words = set(re.findall(r"[a-z.]+", fold(text[: 1 << 16])))
    american = bool(words & (MONTH_FIRST | AMERICAN_STATES)) or "united states" in fold(
        text[: 1 << 16]
    )
    return Convention(american, False)


def with_year(dated: Dated, known: Sequence[date], main: int | None) -> Dated:
    """A date without a year, in the year that the page's other dates give it; else as it is.

    A weekday decides between the years around those that the page names.
    """
    if dated.start or not dated.day_and_month:
        return dated
    years = list(dict.fromkeys([*([main] if main else []), *(day.year for day in known)]))
    if dated.weekday is not None and dated.names_days:
        around = dict.fromkeys(year + step for year in years for step in (0, 1, -1))
        fitting = [year for year in around if _weekday(dated, year) == dated.weekday]
        nearest = min(fitting, key=lambda year: _distance(dated, year, known), default=None)
        reason = "the page gives no year; the weekday fits this one"
    else:
        nearest = years[0] if len(years) == 1 or main else None
        reason = "the page gives no year here; its other dates are of this one"
    if nearest is None:
        return dated
    bounds = [_bounds(day, month, nearest) for day, month in dated.day_and_month]
    whole = [each for each in bounds if each]
    if not whole:
        return dated
    return dated._replace(
        start=min(each[0] for each in whole),
        end=max(each[1] for each in whole),
        precision="day" if dated.names_days else "month",
        guessed=reason,
    )


def _weekday(dated: Dated, year: int) -> int | None:
    day, month = dated.day_and_month[0]
    bounds = _bounds(day, month, year)
    return bounds[0].weekday() if bounds else None


def _distance(dated: Dated, year: int, known: Sequence[date]) -> int:
    day, month = dated.day_and_month[0]
    bounds = _bounds(day, month, year)
    return min((abs((bounds[0] - each).days) for each in known), default=0) if bounds else 99999
