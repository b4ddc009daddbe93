"""Dates and times as machines and tables write them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from clustertui.text import fold

EARLIEST, LATEST = 1800, 2200
"""Years beyond these are placeholders or slips of the pen."""


LONGEST = 80
"""Characters; what is longer is neither a date nor a time."""


class Moment(NamedTuple):
    """What a date says: bounds, how exact it is, and the time of day where it has one."""

    start: date
    end: date
    """The last day of what is said: `2024-05` ends on the 31st."""
    precision: str = "day"
    at: datetime | None = None
    """Local time as written, without a zone."""
    doubt: str = ""
    """Why it may be otherwise."""


IN_UTC = "given in UTC; the zone of the event is not said"
DAY_FIRST = "read as day before month"
ONLY_DAY = "only the day is stated, no time"

_LOOSE = re.compile(
    r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ,]+(\d{1,2}):(\d\d)(?::(\d\d))?(?:[.,]\d+)?"
    r"\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?$"
)
_COMMON = re.compile(
    r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?:[T ,]+(\d{1,2})[:.h](\d\d)(?::\d\d)?)?$"
)
_WRITTEN = re.compile(
    r"(?:[^\W\d]+\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th|er|\.|º)? (?:de |of )?([^\W\d]+)\.?,? (?:de )?"
    r"|([^\W\d]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? )(\d{4})"
    r"(?:,? (?:at )?(\d{1,2})[:.h](\d\d)(?::\d\d)?)?$"
)
_TIME = re.compile(
    r"(\d{1,2})(?:[:.h](\d\d))?(?::\d\d)?\s*(a\.?m\.?|p\.?m\.?|uhr|h)?$", re.IGNORECASE
)
_LENGTH = re.compile(
    r"\+?P(?:(\d{1,3})W)?(?:(\d{1,4})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$"
)
_MONTHS = (
    "jan ene gen", "feb fev", "mar mrz", "apr avr abr", "may mai mag",
    "jun juin giu", "jul juil lug", "aug aout ago", "sep set", "oct okt ott", "nov",
    "dec dez dic",
)  # fmt: skip
_MONTH = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def clock(said: Moment | None) -> tuple[datetime | None, str]:
    """The time of day that is said, and why it may be otherwise (empty: it is so).

    Where only a day is said, its midnight stands for it: the day is not to be lost.
    """
    if said is None or (said.at is None and said.precision != "day"):
        return None, ""
    if said.at is None:
        return datetime(said.start.year, said.start.month, said.start.day), said.doubt or ONLY_DAY
    return said.at, said.doubt


@lru_cache(maxsize=1 << 14)
def moment(text: str) -> Moment | None:
    """What a date or a date with a time says, or None when there is no such date."""
    text = text.strip()
    if len(text) > LONGEST:
        return None
    try:
        return _exact(text) or _loose(text)
    except (ValueError, OverflowError):
        return None


def _exact(text: str) -> Moment | None:
    if not (text[:4].isascii() and text[:4].isdecimal()):
        return None
    if len(text) == 4:
        return _within(date(int(text), 1, 1), date(int(text), 12, 31), "year")
    if len(text) == 7 and text[4] == "-" and text[5:].isdecimal():
        year, month = int(text[:4]), int(text[5:])
        return _within(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    utc = text[-1] in "Zz"
    bare = len(text) <= 10 and ":" not in text and "T" not in text
    return _timed(at.replace(tzinfo=None), bare=bare, doubt=IN_UTC if utc else "")


def _timed(at: datetime, *, bare: bool, doubt: str = "") -> Moment | None:
    return _within(at.date(), at.date(), "day", None if bare else at, doubt)


def _within(
    start: date, end: date, precision: str, at: datetime | None = None, doubt: str = ""
) -> Moment | None:
    if not EARLIEST <= start.year <= LATEST:
        return None
    return Moment(start, end, precision, at, doubt)


def _loose(text: str) -> Moment | None:
    doubt = ""
    if found := _LOOSE.match(text):
        year, _, month, day, hour, minute, _, zone = found.groups()
        doubt = IN_UTC if zone in ("Z", "UTC", "GMT") and hour else ""
    elif found := _COMMON.match(text):
        day, mark, month, year, hour, minute = found.groups()
        if int(month) > 12:
            day, month = month, day
        elif mark == "/" and int(day) <= 12 and int(day) != int(month):
            doubt = DAY_FIRST
    elif found := _WRITTEN.match(fold(text)):
        day, word, other, other_day, year, hour, minute = found.groups()
        number = month_number(word or other)
        if number is None:
            return None
        day, month = day or other_day, str(number)
    else:
        return None
    at = datetime(int(year), int(month), int(day))
    if hour is not None:
        at += timedelta(hours=_in(hour, 24), minutes=_in(minute, 59))
    return _timed(at, bare=hour is None, doubt=doubt)


def _in(text: str, largest: int) -> int:
    if int(text) > largest:
        raise ValueError
    return int(text)


def month_number(word: str) -> int | None:
    """The month that a folded word names, in English, German, French, Spanish or Italian."""
    return _MONTH.get(word[:4]) or _MONTH.get(word[:3])


@lru_cache(maxsize=1 << 12)
def time_of_day(text: str) -> time | None:
    """The time that `10:00`, `10.00 Uhr`, `10h30` or `2 pm` says, or None."""
    found = _TIME.match(text.strip()) if len(text) <= LONGEST else None
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if not found[2] and not half:
        return None
    if half[:1] in ("a", "p"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] == "p" else 0)
    return time(hour % 24, minute) if hour <= 24 and minute < 60 else None


def length_of(text: str) -> timedelta | None:
    """The length of time that `PT1H30M` says, or None; none is negative."""
    found = _LENGTH.match(text.strip().upper())
    if not found or not any(found.groups()):
        return None
    weeks, days, hours, minutes, seconds = (int(each or 0) for each in found.groups())
    return timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
