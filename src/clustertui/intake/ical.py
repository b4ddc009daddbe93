"""iCalendar: calendars of events, and programmes that conference systems publish as calendars.

A calendar's timed entries are the talks of one event, which has the calendar's name; an entry that
lasts a day or longer is an event of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from clustertui.intake.calendar_entries import Entry, Stamp, entry_of, unescaped
from clustertui.intake.calendar_lines import CalendarPart, calendar_parts
from clustertui.intake.calendar_people import title_and_speaker
from clustertui.intake.document import Document, IntakeError
from clustertui.intake.jsontext import beginning
from clustertui.intake.moments import IN_UTC
from clustertui.intake.persons import Keys, looks_like_name
from clustertui.intake.plain import one_line, plain
from clustertui.intake.stated import (
    Doubt,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedPlace,
    StatedSource,
    StatedTalk,
    Statement,
    Tell,
    Where,
)
from clustertui.intake.wording import kind_of_event, kind_of_talk, kind_of_title

NAME = "iCalendar"
GUESSES = False

_TITLES_WITH_SPEAKERS = 0.75
"""Share of the titles that must end in a name before the name is believed."""


def recognises(document: Document) -> bool:
    """Whether it begins like a calendar."""
    return beginning(document)[:64].upper().startswith(("BEGIN:VCALENDAR", "BEGIN:VEVENT"))


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """Everything that the calendars of the document state.

    Raises IntakeError when there is no entry in it at all, or the library is missing.
    """
    parse = _library(document)
    reading = _Reading(document)
    for part in calendar_parts(document, tell):
        if part.is_calendar:
            reading.close(part)
        else:
            reading.open.append(entry_of(part, parse, reading.keys))
    yield from reading.statements()


def _library(document: Document) -> Callable[[str], Any]:
    try:
        from icalendar import Event
    except ImportError:
        message = "needs the extra `intake`: pip install 'clustertui[intake]'"
        raise IntakeError(document.name, message) from None
    return Event.from_ical


@dataclass(slots=True)
class _Programme:
    """The event that the timed entries of the calendars of one name make up."""

    name: str
    key: str
    where: Where
    url: str | None = None
    description: str | None = None
    guessed: tuple[tuple[str, str], ...] = ()
    doubts: list[Doubt] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    """Those that became talks."""
    talks: list[StatedTalk | Doubt] = field(default_factory=list)


class _Reading:
    """What the calendars of one document have stated so far."""

    def __init__(self, document: Document) -> None:
        self.keys = Keys()
        self.open: list[Entry] = []
        """Entries of the calendar that is being read."""
        self._document = document
        self._programmes: dict[str, _Programme] = {}
        self._events: list[StatedEvent | Doubt] = []
        self._uids: set[str] = set()
        self._any = False

    def close(self, part: CalendarPart) -> None:
        """Takes in the entries of a calendar, now that it is known what it says of itself."""
        programme, zone = self._programme(part)
        entries, self.open = self.open, []
        for entry in entries:
            self._any = True
            for name in ("start", "end", "occurrence"):
                setattr(entry, name, _local(getattr(entry, name), zone))
        replaced = {(each.uid, each.occurrence) for each in entries if each.uid and each.occurrence}
        for entry in entries:
            out = self._events if entry.lasts_days else programme.talks
            lost = _why_lost(entry, replaced)
            if lost:
                entry.doubt(lost, "event" if entry.lasts_days else "talk")
            elif not entry.lost and entry.lasts_days:
                self._events.append(self._event(entry))
            elif not entry.lost:
                programme.entries.append(entry)
                programme.talks.append(self._talk(entry, programme.key))
            out += entry.doubts

    def statements(self) -> Iterator[Statement]:
        """Everything: programmes with their talks, then events of their own."""
        if not self._any:
            raise IntakeError(self._document.name, "is a calendar without any event (VEVENT)")
        first = next(iter(self._programmes.values()))
        yield StatedSource(first.name, url=first.url)
        for programme in self._programmes.values():
            yield from programme.doubts
            if programme.entries:
                _take_speakers_from_titles(programme)
                yield _whole(programme)
            yield from programme.talks
        yield from self._events

    def _programme(self, part: CalendarPart) -> tuple[_Programme, tzinfo | None]:
        said = {name: unescaped(line.partition(":")[2]) for name, line in reversed(part.lines)}
        named = one_line(said.get("X-WR-CALNAME", said.get("NAME", "")))
        name = self._document.event or named or self._document.stem
        found = self._programmes.get(name)
        if found is None:
            where = Where(part.first_line, part.last_line)
            url = one_line(said.get("URL", said.get("X-ORIGINAL-URL", ""))) or None
            about = plain(said.get("X-WR-CALDESC", said.get("DESCRIPTION", ""))) or None
            found = _Programme(name, f"calendar {name}", where, url, about)
            if not (self._document.event or named):
                found.guessed = (("name", "the name of the file"),)
            self._programmes[name] = found
        if not part.whole:
            message = "the calendar has no END:VCALENDAR; it may be cut off"
            found.doubts.append(Doubt(Where(part.last_line), message))
        if part.faulty:
            message = "the calendar has a line that is no property; it is left out"
            found.doubts.append(Doubt(Where(part.faulty[0]), message))
        zone = one_line(said.get("X-WR-TIMEZONE", said.get("TIMEZONE-ID", "")))
        try:
            return found, ZoneInfo(zone) if zone else None
        except (LookupError, ValueError, OSError):
            message = f"the time zone `{zone}` is not known; times stay in UTC"
            found.doubts.append(Doubt(Where(part.first_line, part.last_line), message))
            return found, None

    def _key(self, entry: Entry) -> str | None:
        key = entry.uid
        if key and entry.occurrence:
            key = f"{key} {entry.occurrence.at or entry.occurrence.day}"
        if key in self._uids:
            entry.doubt(f"its identifier is used before: `{key}`")
            return None
        if key:
            self._uids.add(key)
        return key

    def _talk(self, entry: Entry, event: str) -> StatedTalk:
        kinds = [kind_of_talk(name) for name in entry.categories]
        tracks = (name for name, kind in zip(entry.categories, kinds, strict=True) if not kind)
        kind = next(filter(None, kinds), None) or kind_of_title(entry.title) or "presentation"
        if not entry.said.people and kind != "break":
            entry.doubt("no speaker is named")
        start, end = entry.start, entry.end
        utc = bool(start and start.utc)
        return StatedTalk(
            event, entry.title, self._key(entry), kind, ", ".join(tracks) or None, entry.place,
            start.at if start else None, end.at if start and end else None, None,
            entry.said.abstract, entry.url, entry.said.people, (entry.where,),
            (("start", IN_UTC),) if utc else (),
        )  # fmt: skip

    def _event(self, entry: Entry) -> StatedEvent:
        start = entry.start.day if entry.start else None
        end = _last_day(entry) if entry.start else None
        people, organisations = _organisers([entry])
        known = self._key(entry)
        return StatedEvent(
            known or str(entry.where), entry.title, kind_of_event(entry.title) or "event", start,
            end, "day" if start else "none", None, entry.said.abstract, None,
            (StatedPlace(entry.place),) if entry.place else (), organisations,
            (*entry.said.people, *people), (), entry.url, (entry.where,),
        )  # fmt: skip


def _why_lost(entry: Entry, replaced: Collection[tuple[str | None, Stamp | None]]) -> str:
    if entry.cancelled:
        return "it is cancelled"
    if not entry.title and not entry.lost:
        return "it has no title"
    if entry.repeats:
        if not entry.occurrence and (entry.uid, entry.start) in replaced:
            return "it repeats, and its first occurrence is replaced by another entry"
        entry.doubt("it repeats; only the first occurrence is taken")
    return ""


def _local(stamp: Stamp | None, zone: tzinfo | None) -> Stamp | None:
    if not (stamp and stamp.at and stamp.utc and zone):
        return stamp
    at = stamp.at.replace(tzinfo=UTC).astimezone(zone).replace(tzinfo=None)
    return Stamp(at.date(), at)


def _last_day(entry: Entry) -> date | None:
    """The last day of an event: the end of a calendar's entry lies after it."""
    start, end = entry.start, entry.end
    if not start or not end:
        return start.day if start else None
    if end.at is None or end.at.time() == time():
        return max(start.day, end.day - timedelta(days=1))
    return end.day


def _whole(programme: _Programme) -> StatedEvent:
    days = [stamp.day for each in programme.entries for stamp in (each.start, each.end) if stamp]
    people, organisations = _organisers(programme.entries)
    return StatedEvent(
        programme.key, programme.name, kind_of_event(programme.name) or "conference",
        min(days, default=None), max(days, default=None), "day" if days else "none", None,
        programme.description, None, (), organisations, people, (), programme.url,
        (programme.where,), programme.guessed,
    )  # fmt: skip


def _organisers(
    entries: list[Entry],
) -> tuple[tuple[StatedPerson, ...], tuple[tuple[str, str], ...]]:
    """Who is named as organiser of some entries: people, and organisations with that role."""
    found = dict.fromkeys(each.said.organiser for each in entries if each.said.organiser)
    role = (StatedAffiliation(None, None, "organiser"),)
    people = [each._replace(affiliations=role) for each in found if looks_like_name(each.name)]
    others = [(each.name, "organiser") for each in found if not looks_like_name(each.name)]
    return tuple(people), tuple(others)


def _take_speakers_from_titles(programme: _Programme) -> None:
    """`Title - Ana Quill`, where no speaker is named otherwise and most titles end in a name."""
    talks = [each for each in programme.talks if isinstance(each, StatedTalk)]
    if any(talk.people for talk in talks):
        return
    parts = [title_and_speaker(talk.title or "") for talk in talks]
    named = sum(1 for each in parts if each)
    sessions = sum(1 for talk in talks if talk.kind != "break")
    if named < 3 or named < _TITLES_WITH_SPEAKERS * sessions:
        return
    why = "the part of the title behind the dash"
    at = 0
    for place, talk in enumerate(programme.talks):
        if not isinstance(talk, StatedTalk):
            continue
        if found := parts[at]:
            guessed = (*talk.guessed, ("people", why), ("title", "the part before the dash"))
            programme.talks[place] = talk._replace(
                title=found[0], people=(StatedPerson(found[1]),), guessed=guessed
            )
        at += 1
