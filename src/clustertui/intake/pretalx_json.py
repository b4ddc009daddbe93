"""What pretalx gives as JSON: the talks of its API, whole or page by page, and its schedule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from clustertui.intake.document import Document, IntakeError
from clustertui.intake.jsontext import form, kind_of, loaded, text_of
from clustertui.intake.plain import label
from clustertui.intake.schedule import Programme, SaidPeople, wording
from clustertui.intake.schedule_times import Day, local, moment
from clustertui.intake.stated import Doubt, StatedTalk, Statement, Tell, Where
from clustertui.text import words

NAME = "pretalx (JSON)"
"""As shown to people."""
GUESSES = False
NIGHT_ENDS = 6
"""Hour before which a talk is of the evening before."""

_NOT_HELD = frozenset(
    ("rejected", "withdrawn", "canceled", "cancelled", "submitted", "deleted", "draft")
)
_TEXTS = frozenset(("title", "abstract", "description", "url"))
_MARKS = frozenset(("submission_type", "speakers", "slot", "slots", "state"))
_NOTHING: dict[Any, Any] = {}
_AFFILIATION = frozenset(
    ("affiliation", "company", "organisation", "organization", "institution", "employer")
)
_AROUND = frozenset(("your", "name", "of", "or", "and", "the", "current"))


class _Item(NamedTuple):
    """A talk at one time of the programme."""

    said: Mapping[str, Any]
    slot: Mapping[str, Any]


def recognises(document: Document) -> bool:
    """Whether there are talks with code and title, or slots with their talks."""
    keys = form(document.head)
    for path in ("results[].", "[]."):
        if f"{path}code" in keys and f"{path}title" in keys:
            return any(path + mark in keys for mark in _MARKS)
    if "results[].submission.code" in keys or "slots[].submission.code" in keys:
        return True
    return {"talks[].title", "talks[].start", "talks[].room"} <= keys


def read(document: Document, tell: Tell) -> Iterator[Statement]:
    """The conference and its talks, in the order of the document.

    Raises IntakeError when it is no JSON, or its form is another.
    """
    value = loaded(document, text_of(document, tell))
    yield from _Reader(document, value).statements()


class _Reader:
    """Reads one answer of the API or one schedule."""

    def __init__(self, document: Document, value: Any) -> None:
        self._document = document
        self._root: dict[str, Any] = value if isinstance(value, dict) else {}
        found = next(
            (self._root[key] for key in ("results", "talks", "slots") if key in self._root), value
        )
        if not isinstance(found, list):
            raise IntakeError(document.name, f"holds no list of talks; it is {kind_of(value)}")
        self._talks: list[Any] = found
        root = self._root
        event = root.get("event")
        facts: dict[str, str | None] = {
            "title": wording(event) or wording(root.get("event_name")),
            "start": wording(root.get("event_start")),
            "end": wording(root.get("event_end")),
            "timezone": wording(root.get("timezone")),
            "acronym": wording(event.get("slug")) if isinstance(event, dict) else None,
        }
        self._programme = Programme(document, facts)
        self._room_names = self._names("rooms", "id")
        self._track_names = self._names("tracks", "id")
        self._speakers = {
            each.get("code"): each for each in self._table("speakers") if isinstance(each, dict)
        }
        self._programme.rooms = {name for name in self._room_names.values() if name}
        self._people = SaidPeople()
        self._numbers: dict[str, Where] = {}
        self._days: set[date] = set()

    def statements(self) -> Iterator[Statement]:
        """Everything the document states."""
        self._check()
        yield from self._programme.head(self._dates)
        for number, talk in enumerate(self._talks, 1):
            if isinstance(talk, dict):
                yield from self._talk(talk, number)
            else:
                where = Where(item=f"talk number {number}")
                yield Doubt(where, f"no talk but {kind_of(talk)}", lost="talk")
        for what, where in self._numbers.items():
            yield Doubt(where, f"{what} are numbers without names; export them with their names")
        yield from self._whole()
        yield from self._programme.end()

    def _check(self) -> None:
        """Raises IntakeError when what is listed are no talks at all."""
        if self._talks and not any(
            isinstance(talk, dict)
            and (talk.get("title") or isinstance(talk.get("submission"), dict))
            for talk in self._talks
        ):
            said = f"lists no talks with titles, but such as {kind_of(self._talks[0])}"
            raise IntakeError(self._document.name, said)

    def _table(self, key: str) -> list[Any]:
        found = self._root.get(key)
        return found if isinstance(found, list) else []

    def _names(self, key: str, identifier: str) -> dict[str | None, str | None]:
        return {
            wording(each.get(identifier)): label(wording(each.get("name")) or "")
            for each in self._table(key)
            if isinstance(each, dict)
        }

    def _dates(self) -> Iterator[date]:
        slots = [
            item.slot for talk in self._talks if isinstance(talk, dict) for item in _items(talk)
        ]
        starts = {wording(slot.get("start")) or "" for slot in slots}
        for at in map(moment, starts):
            if at is not None:
                yield local(at, self._programme.zone).date()

    def _whole(self) -> Iterator[Doubt]:
        """A doubt when the document is one page of several."""
        count = self._root.get("count")
        more = isinstance(count, int) and count > len(self._talks)
        if more or self._root.get("next"):
            of = f" of {count}" if more else ""
            said = f"this is one page with {len(self._talks)}{of} talks; import the other pages too"
            yield Doubt(Where(item="pages"), said)

    def _talk(self, talk: dict[str, Any], number: int) -> Iterator[Statement]:
        for item in _items(talk):
            code = wording(item.said.get("code"))
            key = code or wording(item.said.get("id"))
            where = Where(None, None, f"talk {key}" if key else f"talk number {number}")
            state = item.said.get("state")
            if isinstance(state, str) and state in _NOT_HELD:
                yield Doubt(where, f"the talk is {state}, not on the programme", lost="talk")
                return
            said = self._said(item, where)
            if code is None and not item.said.get("speakers"):
                said["type"] = "break"  # blocks of the schedule have a title and no code
            people = self._people.of(self._persons(item.said.get("speakers")))
            statements = self._programme.talk(where, key, said, people, Day())
            yield from statements
            last = statements[-1]
            if isinstance(last, StatedTalk) and last.start is not None:
                yield from self._outside(last.start, where)

    def _outside(self, start: datetime, where: Where) -> Iterator[Doubt]:
        """A doubt for the first talk of a day outside the event; its nights belong to it."""
        day = start.date()
        if start.hour < NIGHT_ENDS and day > date.min:
            day -= timedelta(days=1)
        if day not in self._days:
            self._days.add(day)
            yield from self._programme.outside(Day(day), where)

    def _said(self, item: _Item, where: Where) -> dict[str, str | None]:
        get, slot = item.said.get, item.slot
        end = slot.get("end")
        said = {
            field: value if value.__class__ is str else wording(value)
            for field, value in item.said.items()
            if field in _TEXTS
        }
        return said | {
            "type": self._named(get("submission_type"), _NOTHING, "types of talks", where),
            "track": self._named(get("track"), self._track_names, "tracks", where),
            "room": self._named(slot.get("room"), self._room_names, "rooms", where),
            "start": None,
            "date": wording(slot.get("start")),
            "end": wording(end),
            "duration": None if end else wording(get("duration")),
            "language": wording(get("content_locale")),
        }

    def _named(
        self, value: Any, names: Mapping[str | None, str | None], what: str, where: Where
    ) -> str | None:
        """The name that a text, a text in languages or a number means."""
        if value is None:
            return None
        if not isinstance(value, int):
            return wording(value)
        number = wording(value)
        if number in names:
            return names[number]
        if names:
            return number
        self._numbers.setdefault(what, where)
        return None

    def _persons(self, speakers: Any) -> list[Any]:
        people = speakers if isinstance(speakers, list) else []
        return [self._person(each) for each in people]

    def _person(self, said: Any) -> Any:
        if isinstance(said, str):  # a code; with no one of that code there is no name
            return self._speakers.get(said, {"code": said})
        if isinstance(said, dict) and said.get("answers"):
            return _with_affiliation(said)
        return said


def _items(talk: dict[str, Any]) -> list[_Item]:
    """The talk at each of its times; once without a time when it has none."""
    submission = talk.get("submission")
    if isinstance(submission, dict):
        return [_Item(submission, talk)]
    slots = talk.get("slots")
    if isinstance(slots, list):
        found = [_Item(talk, slot) for slot in slots if isinstance(slot, dict)]
        return found or [_Item(talk, _NOTHING)]
    slot = talk.get("slot")
    if isinstance(slot, dict):
        return [_Item(talk, slot)]
    return [_Item(talk, talk if "start" in talk else _NOTHING)]


def _with_affiliation(said: dict[str, Any]) -> dict[str, Any]:
    """A speaker with what is answered to a question for nothing but the affiliation."""
    for each in said["answers"] if isinstance(said["answers"], list) else []:
        question = each.get("question") if isinstance(each, dict) else None
        asked = question.get("question") if isinstance(question, dict) else None
        found = set(words(wording(asked) or ""))
        if found & _AFFILIATION and found <= _AFFILIATION | _AROUND:
            return {"affiliation": wording(each.get("answer")), **said}
    return said
