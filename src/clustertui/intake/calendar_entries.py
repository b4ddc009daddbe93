"""One entry of a calendar: its times, its texts, its speakers, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from clustertui.intake.calendar_lines import CalendarPart
from clustertui.intake.calendar_people import NO_ONE, Speakers, speakers_of
from clustertui.intake.moments import length_of, moment
from clustertui.intake.persons import Keys
from clustertui.intake.plain import heading, one_line
from clustertui.intake.stated import Doubt, Where

_STAMP = re.compile(r".*[:,](\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)?\S*?(Z?))?$")
_ZONE = re.compile(r"""TZID="?(?:UTC|GMT|Etc/UTC)"?[:;]""", re.IGNORECASE)
_TIMES = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
_VALUE = re.compile(r";VALUE=[A-Za-z-]*(?=[;:])", re.IGNORECASE)  # all that is left is text
_ESCAPE = re.compile(r"\\(.)")
_DAY = timedelta(days=1)


class Stamp(NamedTuple):
    """A date, or a time as written."""

    day: date
    at: datetime | None = None
    utc: bool = False


@dataclass(slots=True)
class Entry:
    """One entry, as it says itself; what cannot be read is a doubt."""

    where: Where
    doubts: list[Doubt] = field(default_factory=list)
    uid: str | None = None
    occurrence: Stamp | None = None
    """The time that it replaces in a series."""
    repeats: bool = False
    title: str = ""
    start: Stamp | None = None
    end: Stamp | None = None
    is_day: bool = False
    cancelled: bool = False
    lost: bool = False
    """Whether nothing of it could be read."""
    said: Speakers = NO_ONE
    place: str | None = None
    categories: tuple[str, ...] = ()
    url: str | None = None

    def doubt(self, message: str, lost: str = "") -> None:
        """Notes something that is wrong with it."""
        self.doubts.append(Doubt(self.where, message, lost))

    @property
    def lasts_days(self) -> bool:
        """Whether it is an event of its own."""
        if self.is_day or not self.start or not self.start.at:
            return self.is_day
        if not self.end or not self.end.at:
            return False
        midnights = (self.start.at.hour, self.start.at.minute, self.end.at.hour, self.end.at.minute)
        length = self.end.at - self.start.at
        return length > _DAY or (length == _DAY and midnights == (0, 0, 0, 0))


def entry_of(part: CalendarPart, parse: Callable[[str], Any], keys: Keys) -> Entry:
    """The entry that some lines make; `parse` is the library's reading of one."""
    entry = Entry(Where(part.first_line, part.last_line))
    if part.faulty:
        count = len(part.faulty)
        what = "a line is" if count == 1 else f"{count} lines are"
        entry.doubts.append(Doubt(Where(part.faulty[0]), f"{what} no property and left out"))
    if not part.whole:
        entry.doubt("the entry has no END:VEVENT; it may be cut off")
    stray: list[str] = []
    given: list[str] = []
    stamps: dict[str, str] = {}
    for name, line in part.lines:
        if name in _TIMES:
            stamps.setdefault(name, line)
        elif name.startswith("X-") and name != "X-MICROSOFT-CDO-ALLDAYEVENT":
            stray.append(unescaped(line.partition(":")[2]))
        elif name in ("RRULE", "RDATE"):
            entry.repeats = True
        else:
            given.append(_VALUE.sub("", line))
    try:
        found = parse("\r\n".join(("BEGIN:VEVENT", *given, "END:VEVENT")))
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
        entry.doubt("the entry cannot be read", "talk")
        entry.lost = True
        return entry
    _fill(entry, found, stray, keys)
    _time(entry, stamps)
    return entry


def _fill(entry: Entry, found: Any, stray: list[str], keys: Keys) -> None:
    for name, _ in found.errors:
        entry.doubt(f"`{name or 'a property'}` cannot be read and is left out")
    entry.title = heading(_one(found, "SUMMARY"))
    entry.uid = _one(found, "UID") or None
    entry.place = _one(found, "LOCATION") or None
    entry.url = _one(found, "URL") or None
    entry.cancelled = _one(found, "STATUS").upper() == "CANCELLED"
    entry.is_day = _one(found, "X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE"
    entry.said = speakers_of(found, stray, keys, entry.where)
    entry.doubts += entry.said.doubts
    lists = _values(found, "CATEGORIES")
    names = (one_line(str(name)) for each in lists for name in getattr(each, "cats", [each]))
    entry.categories = tuple(dict.fromkeys(name for name in names if name))


def _time(entry: Entry, stamps: dict[str, str]) -> None:
    entry.start = _stamp(entry, stamps.get("DTSTART"))
    entry.end = _stamp(entry, stamps.get("DTEND"))
    entry.occurrence = _stamp(entry, stamps.get("RECURRENCE-ID"))
    first = stamps.get("DTSTART", "").upper()
    entry.is_day = (
        entry.is_day or "VALUE=DATE:" in first or "VALUE=DATE;" in first
        or (entry.start is not None and entry.start.at is None)
    )  # fmt: skip
    if "DTSTART" not in stamps:
        entry.doubt("no start is given")
    if "DURATION" in stamps:
        _add_length(entry, stamps["DURATION"].rpartition(":")[2])
    if entry.start and entry.end and _before(entry.end, entry.start):
        entry.doubt("it ends before it begins; the end is left out")
        entry.end = None


def _add_length(entry: Entry, value: str) -> None:
    length = length_of(value)
    if length is None:
        entry.doubt(f"`{one_line(value)[:60]}` is no length of time")
    elif entry.start and not entry.end:
        day, at, utc = entry.start
        entry.end = Stamp(day + length, at + length if at else None, utc)


def _before(end: Stamp, start: Stamp) -> bool:
    if end.at and start.at:
        return end.at < start.at
    return end.day < start.day


def _stamp(entry: Entry, line: str | None) -> Stamp | None:
    if line is None:
        return None
    try:
        return _read_stamp(line)
    except (ValueError, OverflowError):
        value = one_line(line.partition(":")[2])
        entry.doubt(f"`{value[:60]}` is no date or time that there is")
        return None


def _read_stamp(line: str) -> Stamp:
    found = _STAMP.match(line)
    said = moment(f"{found[1]}-{found[2]}-{found[3]}") if found else None
    if not found or not said:
        raise ValueError
    if found[4] is None:
        return Stamp(said.start)
    at = datetime(said.start.year, said.start.month, said.start.day) + timedelta(
        hours=_in(found[4], 24), minutes=_in(found[5], 59), seconds=_in(found[6], 60)
    )
    in_utc = bool(_ZONE.search(line)) or (found[7] == "Z" and "TZID" not in line.upper())
    return Stamp(at.date(), at, in_utc)


def _in(text: str | None, largest: int) -> int:
    number = int(text or 0)
    if number > largest:
        raise ValueError
    return number


def _values(found: Any, name: str) -> list[Any]:
    value = found.get(name)
    return value if isinstance(value, list) else [] if value is None else [value]


def _one(found: Any, name: str) -> str:
    """The first value of a property, on one line."""
    return next((one_line(str(value)) for value in _values(found, name)), "")


def unescaped(text: str) -> str:
    """A text without the backslashes of the format."""
    return _ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], text)
