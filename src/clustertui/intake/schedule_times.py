"""When a talk begins and how long it lasts, in all the ways that schedules write it."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from clustertui.intake.plain import quoted

_DAY = timedelta(days=1)
_NO_TIME = timedelta()
_PERIOD = re.compile(
    r"P?(?:(?P<days>\d{1,3})D)?T?(?:(?P<hours>\d{1,4})H)?(?:(?P<minutes>\d{1,6})M(?:IN)?)?"
    r"(?:(?P<seconds>\d{1,6})S)?"
)


class Day(NamedTuple):
    """A day of the programme, which may go on after midnight."""

    date: date | None = None
    opens: datetime | None = None
    closes: datetime | None = None


@lru_cache(maxsize=1 << 12)
def clock(text: str) -> time | None:
    """The time of day that `9:30`, `09:30:00`, `9.30` or `9h30` means."""
    parts = text.strip().replace(".", ":").replace("h", ":").split(":")
    if not 2 <= len(parts) <= 3:
        return None
    try:
        hour, minute, second = (*map(int, parts), 0)[:3]
        return time(hour, minute, second)
    except (ValueError, OverflowError):
        return None


@lru_cache(maxsize=1 << 12)
def length(text: str) -> timedelta | None:
    """How long `01:30`, `1:30:00`, `90` (minutes), `90 min` or `PT1H30M` is; None if no length."""
    text = text.strip()
    parts = text.split(":")
    try:
        if len(parts) in (2, 3):
            hours, minutes, seconds = (*map(int, parts), 0)[:3]
            if min(hours, minutes, seconds) < 0:
                return None
            found = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        elif text.isdecimal():
            found = timedelta(minutes=int(text))
        else:
            period = _PERIOD.fullmatch(text.upper().replace(" ", ""))
            if period is None:
                return None
            found = timedelta(**{unit: int(many or 0) for unit, many in period.groupdict().items()})
    except (ValueError, OverflowError):
        return None
    return found if found > _NO_TIME else None


def moment(text: str) -> datetime | None:
    """The moment that an ISO date, with or without time and zone, means."""
    text = text.strip()
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(
            text.replace(" +", "+").replace(" -", "-").replace(" UTC", "Z")
        )
    except ValueError:
        return None


def local(at: datetime, zone: ZoneInfo | None) -> datetime:
    """What clocks at the event show: in its zone when that is known, else as printed."""
    if zone is None or at.tzinfo is None:
        return at.replace(tzinfo=None)
    try:
        return at.astimezone(zone).replace(tzinfo=None)
    except OverflowError:  # at either end of the calendar
        return at.replace(tzinfo=None)


def zone_named(name: str | None) -> ZoneInfo | None:
    """The time zone of that name, if this machine knows it."""
    try:
        return ZoneInfo(name.strip()) if name and name.strip() else None
    except (KeyError, ValueError, OSError):
        return None


def day_of(
    printed: str | None, opens: str | None, closes: str | None, zone: ZoneInfo | None
) -> tuple[Day, str | None]:
    """A day of a schedule, and what is wrong with its date."""
    first = moment(opens) if opens else None
    last = moment(closes) if closes else None
    start = local(first, zone) if first else None
    end = local(last, zone) if last else None
    stated = moment(printed) if printed and printed.strip() else None
    if stated:
        return Day(stated.date(), start, end), None
    fault = f"{quoted(printed)} is no date" if printed and printed.strip() else None
    return Day(start.date() if start else None, start, end), fault


def start_of(
    printed: str | None, start: str | None, day: Day, change: time | None, zone: ZoneInfo | None
) -> tuple[datetime | None, str | None]:
    """When a talk begins, and what is wrong with what is printed.

    The talk's own date decides; without one, the day it stands under, and a time before the
    change of days is in the night after that day.
    """
    start = start.strip() if start else None
    if not printed and start and len(start) > 8:  # a whole date where others have a time
        printed, start = start, None
    fault = None
    if printed:
        if start and printed[11:16] == start:  # as nearly all are: both say the same
            try:
                return datetime.fromisoformat(printed[:19]), None
            except ValueError:
                pass
        at = moment(printed)
        if at is not None and len(printed) > 10:
            return _agreed(at, start, printed, zone)
        if at is not None:
            day, change = Day(at.date()), None
        else:
            fault = f"date {quoted(printed)} does not exist"
    if not start:
        return None, fault or "no start time is given"
    when = clock(start)
    if when is None:
        return None, f"start {quoted(start)} is no time of day"
    if day.date is None:
        return None, fault or f"start {quoted(start)} has no date"
    return _in_day(day, when, change), fault


def _agreed(
    at: datetime, start: str | None, printed: str, zone: ZoneInfo | None
) -> tuple[datetime, str | None]:
    """The one time that a date with a time and a start both mean."""
    if not start:
        return local(at, zone), None
    when = clock(start)
    if when is None:
        return local(at, zone), f"start {quoted(start)} is no time of day"
    naive = at.replace(tzinfo=None)
    if (naive.hour, naive.minute) == (when.hour, when.minute):
        return naive, None
    there = local(at, zone)
    if (there.hour, there.minute) == (when.hour, when.minute):
        return there, None
    if at.utcoffset() == _NO_TIME:  # the date is in UTC, the start in a zone nobody names
        try:
            near = [datetime.combine(naive.date() + n * _DAY, when) for n in (-1, 0, 1)]
        except OverflowError:
            return naive, None
        return min(near, key=lambda each: abs(each - naive)), None
    return there, f"date {quoted(printed)} and start {quoted(start)} differ; the date is taken"


def _in_day(day: Day, when: time, change: time | None) -> datetime:
    assert day.date is not None
    at = datetime.combine(day.date, when)
    if day.date == date.max:
        return at
    if day.opens is not None and day.closes is not None:
        night = at < day.opens and at + _DAY <= day.closes
    elif change is not None:
        night = when < change
    else:
        night = day.closes is not None and at + _DAY <= day.closes
    return at + _DAY if night else at
