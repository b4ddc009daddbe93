"""The lines of an iCalendar file: folds undone, cut into its calendars and their entries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.stated import Tell

LONGEST_LINE = 1 << 22
"""Bytes of one line before unfolding; what is longer is no calendar."""
_PROPERTY = re.compile(rb"([A-Za-z0-9-]+)[:;]")
_KEPT = re.compile(
    rb"BEGIN|END|SUMMARY|DTSTART|DTEND|DURATION|DESCRIPTION|LOCATION|CATEGORIES|URL|UID|STATUS"
    rb"|RRULE|RDATE|RECURRENCE-ID|ATTENDEE|ORGANIZER|NAME|TIMEZONE-ID|X-WR-.*|X-ORIGINAL-URL"
    rb"|X-MICROSOFT-CDO-ALLDAYEVENT|X-.*(?:SPEAKER|PRESENTER|LECTURER).*", re.IGNORECASE
)  # fmt: skip
Lines = Iterator[tuple[int, int, bytes, bytes]]
"""First and last line, name in capitals (empty: no property) and text of each unfolded line."""


@dataclass(slots=True)
class CalendarPart:
    """One entry, or what a calendar says of itself."""

    first_line: int
    last_line: int = 0
    lines: list[tuple[str, str]] = field(default_factory=list)
    """Name of the property in capitals, and its whole line."""
    faulty: list[int] = field(default_factory=list)
    """Lines that are no property."""
    whole: bool = True
    """Whether its end is there."""
    is_calendar: bool = False

    def ended(self, line: int, whole: bool = True) -> CalendarPart:
        """Itself, with its last line."""
        self.last_line, self.whole = max(line, self.first_line), whole
        return self


def calendar_parts(document: Document, tell: Tell) -> Iterator[CalendarPart]:
    """The entries of every calendar, and after them what the calendar says of itself.

    Tasks, alarms and time zones are passed over. What has no end, ends where the next begins.
    """
    cutter, last = _Cutter(), 0
    for line, last, name, text in _unfolded(document, tell):
        if name in (b"BEGIN", b"END"):
            component = text[len(name) + 1 :].strip().upper()
            yield from (
                cutter.begin(component, line)
                if name == b"BEGIN"
                else cutter.end(component, line, last)
            )
        else:
            cutter.take(name, text, line)
    yield from cutter.close(last)


class _Cutter:
    """What has begun and not ended yet."""

    def __init__(self) -> None:
        self._calendar: CalendarPart | None = None
        self._entry: CalendarPart | None = None
        self._passed_over: list[bytes] = []

    def begin(self, component: bytes, line: int) -> Iterator[CalendarPart]:
        """A component begins; gives what has ended without saying so."""
        if component not in (b"VCALENDAR", b"VEVENT"):
            self._passed_over.append(component)
            return
        self._passed_over = []
        if self._entry:
            yield self._entry.ended(line - 1, whole=False)
            self._entry = None
        if self._calendar and component == b"VCALENDAR":
            yield self._calendar.ended(line - 1, whole=False)
            self._calendar = None
        self._calendar = self._calendar or CalendarPart(line, is_calendar=True)
        if component == b"VEVENT":
            self._entry = CalendarPart(line)

    def end(self, component: bytes, line: int, last: int) -> Iterator[CalendarPart]:
        """A component ends."""
        if component == b"VEVENT" and self._entry:
            self._passed_over = []
            yield self._entry.ended(last)
            self._entry = None
        elif component == b"VCALENDAR" and self._calendar:
            self._passed_over = []
            if self._entry:
                yield self._entry.ended(line - 1, whole=False)
            yield self._calendar.ended(last)
            self._entry = self._calendar = None
        elif component in self._passed_over:
            del self._passed_over[self._passed_over.index(component) :]

    def take(self, name: bytes, text: bytes, line: int) -> None:
        """A property, or a line that is none."""
        part = self._entry or self._calendar
        if not part or self._passed_over:
            return
        if name:
            part.lines.append((name.decode(), _text(text)))
        else:
            part.faulty.append(line)

    def close(self, last: int) -> Iterator[CalendarPart]:
        """The document is over."""
        for part in (self._entry, self._calendar):
            if part:
                yield part.ended(last, whole=False)


def _text(line: bytes) -> str:
    return decoded(line.replace(b"\0", b"")).rstrip()


def _unfolded(document: Document, tell: Tell) -> Lines:
    """Lines with their continuations: joined as bytes, for a fold may divide a letter."""
    first, last, name, kept, parts = 0, 0, b"", False, [b""]
    for number, line in enumerate(_lines(document, tell), 1):
        if line[:1] in (b" ", b"\t") and first and name not in (b"BEGIN", b"END"):
            last = number
            if kept:
                parts.append(line[1:])
            continue
        if not line.strip():
            continue
        if kept:
            yield first, last, name, b"".join(parts)
        line = line.lstrip()
        found = _PROPERTY.match(line)
        name = found[1].upper() if found else b""
        first, last, parts = number, number, [line]
        kept = not name or _KEPT.fullmatch(name) is not None
    if kept:
        yield first, last, name, b"".join(parts)


def _lines(document: Document, tell: Tell) -> Iterator[bytes]:
    head = document.head
    if b"\0" in head[:4] or head[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\n" not in head:
        yield from document.text(tell).encode("utf-8", "replace").split(b"\n")
        return
    rest, number = b"", 0
    for piece in document.pieces(tell):
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            number += 1
            yield (
                line.removeprefix(b"\xef\xbb\xbf").rstrip(b"\r")
                if number == 1
                else line.rstrip(b"\r")
            )
        if len(rest) > LONGEST_LINE:
            raise IntakeError(document.name, "is one endless line, no calendar", number + 1)
    yield rest.rstrip(b"\r")
