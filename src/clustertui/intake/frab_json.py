"""Schedules as frab, pretalx and the hub of the CCC write them in JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from clustertui.intake.document import Document, IntakeError
from clustertui.intake.jsontext import form, kind_of, loaded, loaded_together, text_of
from clustertui.intake.plain import label
from clustertui.intake.schedule import Programme, SaidPeople, wording
from clustertui.intake.schedule_times import Day, day_of
from clustertui.intake.stated import Doubt, Statement, Tell, Where

NAME = "frab schedule (JSON)"
"""As shown to people."""
GUESSES = False

_TEXTS = frozenset((
    "title", "subtitle", "type", "track", "room", "date", "start", "end", "duration", "language",
    "abstract", "description", "url",
))  # fmt: skip
_PEOPLE = ("persons", "participants", "speakers", "people")
_OF_SCHEDULE = ("base_url", "time_zone_name", "title", "acronym")
_MARKS = frozenset(
    f"schedule.{key}" for key in ("conference", "days", "events", "conference.days")
) | {"conference.days"}


def recognises(document: Document) -> bool:
    """Whether there is a `schedule` with a conference, days or events."""
    return not _MARKS.isdisjoint(form(document.head))


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """The conference and its talks, in the order of the document.

    Raises IntakeError when it is no JSON, or its form is another.
    """
    text = text_of(document, tell)
    talks = 0

    def counted(said: dict[str, Any]) -> dict[str, Any]:
        nonlocal talks
        talks += _is_talk(said)
        return said

    reader = _reader(document, loaded(document, text, counted))
    if talks > reader.held():
        # Two rooms of one name on one day: the talks of the first would be lost.
        reader = _reader(document, loaded_together(document, text))
    del text
    yield from reader.statements()


def _is_talk(said: dict[str, Any]) -> bool:
    return "duration" in said or "persons" in said or "participants" in said


def _reader(document: Document, value: Any) -> _Reader:
    schedule = value.get("schedule", value) if isinstance(value, dict) else None
    if not isinstance(schedule, dict):
        raise IntakeError(document.name, f"is no schedule: it is {kind_of(value)}")
    return _Reader(document, schedule)


class _Reader:
    """Reads one schedule."""

    def __init__(self, document: Document, schedule: dict[str, Any]) -> None:
        self._document = document
        conference = schedule.get("conference")
        self._conference: dict[str, Any] = conference if isinstance(conference, dict) else {}
        self._days = _items(self._conference.get("days"), self._fault, "days")
        self._days += _items(schedule.get("days"), self._fault, "days")
        self._events = _items(schedule.get("events"), self._fault, "events")
        self._events += _items(self._conference.get("events"), self._fault, "events")
        if not self._days and not self._events and "days" not in self._conference:
            raise self._fault(f"has neither days nor events; it is {kind_of(schedule)}")
        facts = {key: wording(schedule.get(key)) for key in _OF_SCHEDULE}
        facts |= {key: wording(said) for key, said in self._conference.items()}
        self._programme = Programme(document, facts)
        self._programme.rooms = set(self._rooms())
        self._tracks = {
            wording(track.get("slug")): wording(track.get("name"))
            for track in _items(self._conference.get("tracks"), self._fault, "tracks")
            if isinstance(track, dict)
        }
        self._people = SaidPeople()
        self._number = 0
        self._read = [self._day(day, number) for number, day in enumerate(self._days, 1)]

    def held(self) -> int:
        """How many talks are held that can be told without knowing where they stand."""
        inside = [event for *_, events in self._read for _, event in events]
        return sum([_is_talk(each) for each in inside + self._events if isinstance(each, dict)])

    def statements(self) -> Iterator[Statement]:
        """Everything the document states."""
        dates: list[date] = [day.date for day, *_ in self._read if day.date]
        yield from self._programme.head(lambda: dates)
        for day, fault, where, events in self._read:
            if fault:
                yield Doubt(where, fault)
            yield from self._programme.outside(day, where)
            for room, event in events:
                yield from self._talk(event, room, day)
        for event in self._events:
            yield from self._talk(event, None, Day())
        yield from self._programme.end()

    def _fault(self, message: str) -> IntakeError:
        return IntakeError(self._document.name, message)

    def _rooms(self) -> Iterator[str]:
        for room in _items(self._conference.get("rooms"), self._fault, "rooms"):
            if name := label(wording(room) or ""):
                yield name

    def _day(
        self, said: Any, number: int
    ) -> tuple[Day, str | None, Where, list[tuple[str | None, Any]]]:
        where = Where(item=f"day {number}")
        if not isinstance(said, dict):
            raise self._fault(f"has a day {number} that is {kind_of(said)}")
        printed = wording(said.get("date"))
        opens = wording(said.get("day_start") or said.get("start"))
        closes = wording(said.get("day_end") or said.get("end"))
        day, fault = day_of(printed, opens, closes, self._programme.zone)
        return day, fault, where, list(self._events_of(said, number))

    def _events_of(self, day: dict[str, Any], number: int) -> Iterator[tuple[str | None, Any]]:
        rooms = day.get("rooms") or {}
        if isinstance(rooms, dict):
            rooms = [{"name": name, "events": events} for name, events in rooms.items()]
        for room in _items(rooms, self._fault, f"rooms of day {number}"):
            if not isinstance(room, dict):
                raise self._fault(f"has a room on day {number} that is {kind_of(room)}")
            name = wording(room.get("name"))
            inside = room.get("events", room.get("talks"))
            for event in _items(inside, self._fault, f"events of room {name} on day {number}"):
                yield name, event
        for event in _items(day.get("events"), self._fault, f"events of day {number}"):
            yield None, event

    def _talk(self, event: Any, room: str | None, day: Day) -> list[Statement]:
        self._number += 1
        if not isinstance(event, dict):
            where = Where(item=f"event number {self._number}")
            return [Doubt(where, f"no talk but {kind_of(event)}", lost="talk")]
        get = event.get
        key = wording(get("id")) or wording(get("code")) or wording(get("guid"))
        where = Where(None, None, f"event {key}" if key else f"event number {self._number}")
        said: dict[str, str | None] = {
            field: value if value.__class__ is str else wording(value)
            for field, value in event.items()
            if field in _TEXTS
        }
        if not said.get("room"):
            said["room"] = room
        track = get("track")
        if isinstance(track, dict) and "name" not in track:
            said["track"] = self._tracks.get(wording(track.get("slug")))
        people = get("persons") or next((get(field) for field in _PEOPLE if get(field)), None)
        return self._programme.talk(where, key, said, self._people.of(people), day)


def _items(value: Any, fault: Callable[[str], IntakeError], what: str) -> list[Any]:
    if value is None:
        return []
    if not isinstance(value, list):
        raise fault(f"has {what} that are no list but {kind_of(value)}")
    return value
