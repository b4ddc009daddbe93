"""What schedules of all forms have in common: talks as printed become statements and doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from urllib.parse import urljoin

from clustertui.intake.document import Document
from clustertui.intake.plain import heading, label, plain, quoted
from clustertui.intake.schedule_times import (
    Day,
    clock,
    length,
    local,
    moment,
    start_of,
    zone_named,
)
from clustertui.intake.stated import (
    Doubt,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedPlace,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.text import fold, slug, words

CONFERENCE = "conference"
"""Key of the one event of a schedule."""
_MORE = frozenset(
    (
        "full_public_name", "full_name", "organization", "organisation", "affiliation", "company",
        "institution", "employer", "position", "job_title", "country",
    )
)  # fmt: skip
PERSON = _MORE | {"guid", "id", "code", "public_name", "name", "url"}
"""What a schedule may say of a person."""

Said = Mapping[str, str | None]
"""What a document says of one thing, by the names that frab uses."""
Speakers = Sequence[StatedPerson | None]
"""The people of a talk; None stands for one without a name."""

_KINDS = (
    ("lightning", "lightning talk"), ("blitzvortrag", "lightning talk"), ("keynote", "keynote"),
    ("tutorial", "tutorial"), ("workshop", "workshop"), ("panel", "panel"), ("podium", "panel"),
    ("round table", "panel"), ("roundtable", "panel"), ("diskussion", "panel"),
    ("discussion", "panel"), ("debate", "panel"),
)  # fmt: skip
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,8})*")
_BREAKS = frozenset(("break", "breaks", "pause", "lunch", "coffee", "kaffeepause", "mittagspause"))


@lru_cache(maxsize=1 << 12)
def kind_of(printed: str) -> str:
    """The kind of talk that a type such as `lightningtalk` or `Podium` means."""
    text = fold(printed.partition("(")[0])
    for part, kind in _KINDS:
        if part in text:
            return kind
    return "break" if _BREAKS.intersection(words(text)) else "presentation"


def person(said: Mapping[str, object]) -> StatedPerson | None:
    """A person of whom any of the fields of `PERSON` is said; None without a name."""
    values = {
        field: shown
        for field, value in said.items()
        if field in PERSON and (shown := heading(wording(value) or ""))
    }
    get = values.get
    name = get("public_name") or get("name") or get("full_public_name") or get("full_name")
    if not name:
        return None
    key = next(
        (f"{kind}:{values[kind]}" for kind in ("guid", "id", "code") if kind in values), None
    )
    organisation = (
        get("organisation") or get("organization") or get("affiliation") or get("company")
        or get("institution") or get("employer")
    )  # fmt: skip
    role = get("position") or get("job_title")
    affiliations: tuple[StatedAffiliation, ...] = ()
    if organisation or role:
        affiliations = (StatedAffiliation(organisation, None, role, get("country")),)
    return StatedPerson(name, key, affiliations, address(get("url")))


def wording(value: object) -> str | None:
    """The text that a value of JSON holds: English where it has several, the name of an object."""
    if type(value) is int:
        return str(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict):
        for key in ("en", "name", "title"):
            if found := wording(value.get(key)):
                return found
        texts = [each for key, each in value.items() if _LANGUAGE.fullmatch(key)]
        return next((found for each in texts if (found := wording(each))), None)
    if isinstance(value, list):
        return ", ".join([each for each in value if isinstance(each, str)]) or None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return None if isinstance(value, bool) else str(value)


class SaidPeople:
    """People as JSON says them; who is said again is not read again."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], StatedPerson | None] = {}

    def of(self, value: object) -> list[StatedPerson | None]:
        """The people of a talk; None for each without a name."""
        people = value if isinstance(value, list) else [] if value is None else [value]
        found: list[StatedPerson | None] = []
        for said in people:
            if not isinstance(said, dict):
                found.append(person({"name": said}))
                continue
            if not _MORE.isdisjoint(said):
                found.append(person(said))
                continue
            get = said.get
            mark = (get("guid"), get("id"), get("code"), get("public_name"), get("name"))
            try:
                found.append(self._known[mark])
            except KeyError:
                found.append(self._known.setdefault(mark, person(said)))
            except TypeError:  # a value that is itself an object
                found.append(person(said))
        return found


def address(printed: str | None, base: str | None = None) -> str | None:
    """A web address, made whole by the address of the schedule; None when it is none."""
    if not printed:
        return None
    found = "".join(printed.split())
    if base and found and not found.startswith(("http://", "https://")):
        try:
            found = urljoin(base, found)
        except ValueError:
            return None
    whole = found.startswith(("http://", "https://")) and found.isprintable()
    return found if whole else None


class Programme:
    """Turns the talks of one document into statements, and remembers what they share."""

    def __init__(self, document: Document, facts: Said) -> None:
        self._document = document
        self._facts = {
            field: shown for field, text in facts.items() if text and (shown := heading(text))
        }
        self.zone = zone_named(self._facts.get("time_zone_name") or self._facts.get("timezone"))
        self.rooms: set[str] = set()
        """The rooms that the document lists; empty when it lists none."""
        self._change = clock(self._facts.get("day_change", ""))
        self._base = address(self._facts.get("base_url"))
        self._first: date | None = None
        self._last: date | None = None
        self._keys: set[str] = set()
        self._elsewhere: list[tuple[Where, str]] = []
        self._nameless: list[tuple[Where, str]] = []
        self._known_by_key = False

    def head(self, days: Callable[[], Iterable[date]]) -> Iterator[Statement]:
        """The source and the conference; without its dates, `days` are asked for them."""
        facts, where = self._facts, Where(item="conference")
        doubts = [
            Doubt(where, f"{field} of the conference, {quoted(facts[field])}, is no date")
            for field in ("start", "end")
            if field in facts and moment(facts[field]) is None
        ]
        first, last = self._date("start"), self._date("end")
        if first and last and last < first:
            doubts.append(Doubt(where, f"the conference ends ({last}) before it starts ({first})"))
            first = last = None
        self._first, self._last = first, last
        if not first or not last:
            found = sorted(days())
            first = first or (found[0] if found else last)
            last = last or (max(found[-1], first) if found and first else first)
        title = facts.get("title") or facts.get("name")
        name = self._document.event or title or self._document.stem
        printed = facts.get("acronym") or title
        yield StatedSource(
            title or name,
            url=self._base or address(facts.get("url")),
            key=slug(printed or "") or None,
        )
        yield StatedEvent(
            CONFERENCE,
            name,
            start=first,
            end=last,
            precision="day" if first else "none",
            description=facts.get("subtitle"),
            places=tuple(
                StatedPlace(facts[field], facts.get("country"))
                for field in ("city", "venue")
                if field in facts
            ),
            url=address(facts.get("url")) or self._base,
        )
        yield from doubts

    def _date(self, field: str) -> date | None:
        found = moment(self._facts.get(field, ""))
        return local(found, self.zone).date() if found else None

    def outside(self, day: Day, where: Where) -> Iterator[Doubt]:
        """A doubt when a day lies outside the dates of the conference."""
        first, last = self._first, self._last
        if day.date and ((first and day.date < first) or (last and day.date > last)):
            yield Doubt(where, f"{day.date} is outside the conference ({first} to {last})")

    def talk(
        self, where: Where, key: str | None, said: Said, people: Speakers, day: Day
    ) -> list[Statement]:
        """What one item of the programme states, doubts first.

        `said` is what it says of itself: title, subtitle, type, track, room, date, start, end,
        duration, language, abstract, description and url.
        """
        get = said.get
        title = heading(get("title") or "")
        if not title:
            return [Doubt(where, "a talk without a title", lost="talk")]
        out: list[Statement] = []
        start, fault = start_of(get("date"), get("start"), day, self._change, self.zone)
        if fault:
            out.append(Doubt(where, fault))
        end = self._end(start, get("duration"), get("end"), where, out)
        track = get("track")
        kind, guessed = _kind(get("type"), track)
        speakers = self._people(people, where, out)
        if not speakers and kind != "break":
            out.append(Doubt(where, "a talk without a speaker"))
        out.append(
            StatedTalk(
                CONFERENCE,
                title,
                self._key(key, where, out),
                kind,
                label(track) if track else None,
                self._room(get("room"), where),
                start,
                end,
                label(get("language") or ""),
                _body(get("subtitle"), get("abstract"), get("description")),
                address(get("url"), self._base),
                speakers,
                (where,),
                guessed,
            )
        )
        return out

    def end(self) -> Iterator[Doubt]:
        """Doubts that only the whole document shows."""
        if self.rooms:
            for where, room in self._elsewhere:
                if room not in self.rooms:
                    yield Doubt(
                        where, f"room {quoted(room)} is not among the rooms of the schedule"
                    )
        if self._known_by_key:
            for where, name in self._nameless:
                yield Doubt(where, f"{quoted(name)} has no id, though other people here have one")

    def _key(self, printed: str | None, where: Where, out: list[Statement]) -> str | None:
        key = heading(printed) if printed else None
        if key in self._keys:
            out.append(Doubt(where, f"id {quoted(key)} is used twice; this talk goes without"))
            return None
        if key:
            self._keys.add(key)
        return key or None

    def _room(self, printed: str | None, where: Where) -> str | None:
        room = label(printed or "")
        if room and room not in self.rooms:
            self._elsewhere.append((where, room))
        return room

    def _people(
        self, people: Speakers, where: Where, out: list[Statement]
    ) -> tuple[StatedPerson, ...]:
        if len(people) == 1 and (one := people[0]) and one.key:  # as nearly all have
            self._known_by_key = True
            return (one,)
        found: dict[str, StatedPerson] = {}
        for each in people:
            if each is None:
                out.append(Doubt(where, "a person without a name", lost="person"))
                continue
            if each.key:
                self._known_by_key = True
            else:
                self._nameless.append((where, each.name))
            mark = each.key or each.name
            if mark in found:
                out.append(Doubt(where, f"{quoted(each.name)} is listed twice and taken once"))
            else:
                found[mark] = each
        return tuple(found.values())

    def _end(
        self,
        start: datetime | None,
        duration: str | None,
        end: str | None,
        where: Where,
        out: list[Statement],
    ) -> datetime | None:
        if duration and duration.strip():
            lasts = length(duration)
            if lasts is None:
                out.append(Doubt(where, f"duration {quoted(duration)} is no length of time"))
            elif start is not None:
                try:
                    return start + lasts
                except OverflowError:
                    out.append(Doubt(where, f"duration {quoted(duration)} goes beyond all dates"))
        if start is None or not end or not end.strip():
            return None
        found, _ = start_of(None, end.strip(), Day(start.date()), None, self.zone)
        at_night = found and found < start and len(end.strip()) <= 8
        if found and at_night and found.date() < date.max:
            found += timedelta(days=1)
        if found and found > start:
            return found
        out.append(Doubt(where, f"end {quoted(end)} is no time after the start"))
        return None


@lru_cache(maxsize=1 << 12)
def _kind(printed: str | None, track: str | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    if printed and printed.strip():
        return kind_of(printed), ()
    kind = kind_of(track) if track else "presentation"
    if track and kind in ("lightning talk", "keynote"):
        return kind, (("kind", f"the track is {quoted(track)}"),)
    return "presentation", ()


def _body(*parts: str | None) -> str | None:
    found: list[str] = []
    for part in parts:
        if part and (text := plain(part)):
            if found and text.startswith(found[-1]):
                found.pop()
            found.append(text)
    return "\n".join(found) or None
