"""All that the lines of a page say, as statements: the event first, then talks, people, points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clustertui.intake.page.accounts import (
    confident,
    notes,
    talks_of,
    where_of,
)
from clustertui.intake.page.acronyms import organisations_in
from clustertui.intake.page.beginning import start_of_programme
from clustertui.intake.page.context import read_entries
from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.dating import known_days, spanned, stated_days
from clustertui.intake.page.desk import Programme
from clustertui.intake.page.entries import Entry
from clustertui.intake.page.events import main_event, other_events
from clustertui.intake.page.found import Found
from clustertui.intake.page.items import Item, joined_lines
from clustertui.intake.page.layout import when
from clustertui.intake.page.lines import MOST_LINES, Page
from clustertui.intake.page.lives import lives_of
from clustertui.intake.page.points import Lists, Point, figures_of, lists_of
from clustertui.intake.page.programme import Reader
from clustertui.intake.page.prose import talks_in
from clustertui.intake.page.signs import PUBLISHED
from clustertui.intake.page.wrapping import joined
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedOrganisation,
    StatedPerson,
    StatedPlace,
    StatedPoint,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.text import fold, slug


@dataclass(slots=True)
class Reading:
    """A page while its statements are put together."""

    page: Page
    name: str
    """What the document is called."""
    event_name: str | None = None
    """The name of the event, where the user says so."""
    entries: list[Entry] = field(default_factory=list)
    lists: Lists = field(default_factory=lambda: Lists((), frozenset(), frozenset()))
    programme: Programme = field(default_factory=Programme)
    talks: list[Item] = field(default_factory=list)
    known: dict[str, tuple[StatedPerson, Where]] = field(default_factory=dict)
    """People whose affiliation the page gives somewhere, by their folded names."""
    listed: set[str] = field(default_factory=set)
    """Those of them who stand in a list of people."""

    def statements(self) -> list[Statement]:
        """Everything that the page states, and what became of its other lines."""
        self.entries = read_entries(joined(self.page.lines))
        self.lists = lists_of(self.entries)
        apart = self.lists.taken | self.lists.headings
        rest = [each for each in self.entries if each.line.number not in apart]
        start = start_of_programme(rest)
        days = stated_days(rest)
        reader = Reader(days or known_days(rest), days[0] if days else None)
        reader.header(rest[:start])
        self.programme = reader.programme(rest[start:])
        if confident(self.programme.items, rest):
            self.talks = talks_of(self.programme.items)
        self._leave_no_one_out()
        told = self._told_beside() if self.talks else self._told(self.entries)
        main = main_event(rest[:start], rest, self.page.title, bool(self.talks), self.name)
        if main is not None and not self._is_event(main, rest, told):
            main = None
        if main is not None:
            main.dated = spanned(main.dated, [item.day for item in self.talks if item.day])
        if self.event_name:
            main = main or Found(self.event_name)
            main.name = self.event_name
        top = rest[:start] if self.talks else self.entries
        found: list[Statement] = [self._source(main, top)]
        if main is not None:
            found += self._of_event(main, told, rest)
        found += self._organisations(main)
        found += self._unread()
        return [*found, *self._notes(found)]

    def _unread(self) -> Iterator[Statement]:
        """Says where the reading of an endless page ends."""
        if self.page.unread:
            first, last = self.page.unread[0], self.page.unread[-1]
            message = f"only the first {MOST_LINES} lines of text are read; divide the page"
            yield Doubt(Where(first, last), message)

    def _leave_no_one_out(self) -> None:
        """People of items that are no talks take part in the event."""
        talks = {id(talk) for talk in self.talks}
        for item in self.programme.items:
            if id(item) not in talks and item.people:
                for person in item.people:
                    where = joined_lines(item.lines)
                    first, last = where[0].first_line or 0, where[0].last_line or 0
                    self.programme.present.append((person, (first, last), False))
        for person, (first, last), _ in self.programme.present:
            if _organised(person):
                self.known.setdefault(fold(person.name), (person, Where(first, last)))
                self.listed.add(fold(person.name))
        for item in self.talks:
            for person in item.people:
                if _organised(person):
                    first_lines = joined_lines(item.lines)[0]
                    self.known.setdefault(fold(person.name), (person, first_lines))
        speakers = [person for item in self.talks for person in item.people]
        unplaced = [each for each in speakers if not _organised(each)]
        taken = self._taken()
        free = [each for each in self.entries if each.line.number not in taken]
        self.known |= lives_of(unplaced, free)

    def _taken(self) -> set[int]:
        """The numbers of the lines of talks."""
        return {
            n for item in self.talks for first, last in item.lines for n in range(first, last + 1)
        }

    def _told_beside(self) -> list[tuple[StatedTalk, Entry]]:
        """Talks that running text tells of beside a few others, where no programme has times."""
        if any(item.timed for item in self.talks):
            return []
        taken = self._taken()
        titles = {fold(item.title or "") for item in self.talks}
        free = [
            each for each in self.entries
            if each.line.number not in taken and each.kind == "prose"
        ]  # fmt: skip
        return [
            each for each in self._told(free)
            if fold(each[0].title or "") not in titles and '"' not in (each[0].title or "")
            and each[0].kind == "presentation"
        ]  # fmt: skip

    def _told(self, rest: Sequence[Entry]) -> list[tuple[StatedTalk, Entry]]:
        """Talks that running text tells of, each title and speaker once."""
        found: list[tuple[StatedTalk, Entry]] = []
        seen: set[tuple[str, str]] = set()
        for entry in rest:
            if entry.kind not in ("prose", "title", "both") or len(entry.line.text) > 20000:
                continue
            for said in talks_in(entry.line.text):
                key = fold(said.title or ""), fold(said.people[0].name)
                if key in seen or (not said.quoted and any(name == key[1] for _, name in seen)):
                    continue
                seen.add(key)
                kind = (
                    "keynote"
                    if "keynote" in fold(entry.line.text) and not said.quoted
                    else "presentation"
                )
                guessed = (("title", "read out of running text"),)
                where = (Where(entry.line.number, entry.line.last),)
                found.append(
                    (
                        StatedTalk(
                            "",
                            said.title,
                            kind=kind,
                            people=said.people,
                            where=where,
                            guessed=guessed,
                        ),
                        entry,
                    )
                )
        return found

    def _is_event(self, main: Found, rest: Sequence[Entry], told: Sequence[object]) -> bool:
        """Whether there is enough to say that the page is about an event at all."""
        if self.talks or told or main.certain:
            return True
        labels = {each.label for each in rest if each.kind == "label"}
        if main.kind != "event" and (main.dated or "place" in labels or main.organisers):
            return True
        exact = main.dated is not None and main.dated.precision == "day"
        if exact and self.programme.present and any(each.kind == "list" for each in rest[:4]):
            return True
        if exact and main.places and (self.programme.present or main.kind != "event"):
            return True
        return bool(main.dated) and bool({"date", "place", "organiser"} & labels)

    def _source(self, main: Found | None, top: Sequence[Entry]) -> StatedSource:
        """The page itself, by the first line of its top that can be a title."""
        first = next(
            (
                each.line.text
                for each in top
                if each.kind in ("title", "both", "section", "post")
                and not each.timed
                and all(dated.precision == "year" for dated in each.dates)
            ),
            None,
        )
        title = self.page.title or first or (main.name if main else self.name)
        published = author = None
        for entry in self.entries[:60]:
            found = PUBLISHED.match(entry.line.text)
            if found:
                dates = dates_in(entry.line.text)
                published = dates[0].start if dates and dates[0].precision == "day" else None
                author = (found["author"] or "").strip() or None
                break
        return StatedSource(title[:200], author=author, published=published)

    def _of_event(
        self, main: Found, told: Sequence[tuple[StatedTalk, Entry]], rest: Sequence[Entry]
    ) -> Iterator[Statement]:
        key = slug(main.name) or "event"
        taken = self._taken()
        others = other_events(self.entries, main, taken)
        keys = [f"{slug(each.name) or 'event'}-{number}" for number, each in enumerate(others, 2)]
        ahead = tuple(k for k, each in zip(keys, others, strict=True) if each.follows)
        yield self._event(main, key, ahead, self._present())
        for each, its_key in zip(others, keys, strict=True):
            yield self._event(each, its_key, (), ())
        for item in self.talks:
            yield self._talk(item, key)
        for talk, _ in told:
            yield talk._replace(event=key)
        for point in self.lists.points:
            yield _point(point, key)
        for point in figures_of(
            [each for each in rest if each.line.number not in taken], f"{main.name} in figures"
        ):
            yield _point(point, key)

    def _present(self) -> tuple[StatedPerson, ...]:
        """People without a talk, each once, with every line they stand on."""
        speaking = {fold(person.name) for item in self.talks for person in item.people}
        found: dict[str, StatedPerson] = {}
        for person, (first, last), _ in self.programme.present:
            key = fold(person.name)
            where = Where(first, last)
            if key in speaking and key in self.known:
                continue
            if key in found:
                old = found[key]
                found[key] = old._replace(
                    where=(*old.where, where), affiliations=old.affiliations or person.affiliations
                )
            else:
                found[key] = person._replace(where=(where,))
        return tuple(found.values())

    def _event(
        self, found: Found, key: str, ahead: tuple[str, ...], people: tuple[StatedPerson, ...]
    ) -> StatedEvent:
        dated = found.dated
        organisations = [(name, "organiser") for name in found.organisers]
        organisations += [(name, "partner") for name in found.partners]
        return StatedEvent(
            key,
            found.name,
            found.kind,
            dated.start if dated else None,
            dated.end if dated else None,
            dated.precision if dated and dated.start else "none",
            dated.text if dated else None,
            places=tuple(StatedPlace(place) for place in found.places),
            organisations=tuple(organisations),
            people=people,
            follow_ups=ahead,
            where=joined_lines(found.lines),
            guessed=tuple(found.guessed),
        )

    def _talk(self, item: Item, key: str) -> StatedTalk:
        guessed: list[tuple[str, str]] = []
        people = []
        for person in item.people:
            known = self.known.get(fold(person.name))
            if known and not _organised(person):
                role = person.affiliations[0].role if person.affiliations else None
                own = known[0].affiliations
                own = (own[0]._replace(role=own[0].role or role), *own[1:])
                reason = "the page gives the affiliation elsewhere"
                person = person._replace(
                    affiliations=own, where=(known[1],), guessed=(("affiliations", reason),)
                )
            elif known and fold(person.name) in self.listed:
                person = person._replace(where=(known[1],))
            people.append(person)
        if item.title and 0 < item.score < 1.5:
            guessed.append(("title", "it is not sure where the title ends and the speaker begins"))
        return StatedTalk(
            key,
            _without_stop(item.title),
            kind=item.kind,
            session=item.session,
            start=when(item),
            end=when(item, end=True),
            people=tuple(people),
            where=item.where,
            guessed=tuple(guessed),
            abstract=item.abstract,
        )

    def _organisations(self, main: Found | None) -> Iterator[Statement]:
        """Organisations that running text or a label ties to their acronyms."""
        found: dict[str, StatedOrganisation] = {}
        for entry in self.entries:
            if entry.kind not in ("prose", "label", "title") or len(entry.line.text) > 20000:
                continue
            where = Where(entry.line.number, entry.line.last)
            for name, acronym in organisations_in(entry.line.text):
                known = found.setdefault(fold(name), StatedOrganisation(name, acronym))
                if where not in known.where:
                    found[fold(name)] = known._replace(where=(*known.where, where))
        yield from found.values()

    def _notes(self, found: Sequence[Statement]) -> Iterator[Statement]:
        taken = {
            number
            for where in where_of(found)
            for number in range(
                where.first_line or 0, (where.last_line or where.first_line or 0) + 1
            )
        }
        furniture = set(self.page.silent) | self.programme.furniture | self.lists.headings
        numbers = set(self.page.silent)
        for entry in self.entries:
            span = range(entry.line.number, entry.line.last + 1)
            numbers.update(span)
            if entry.kind in ("furniture", "programme", "list", "date", "empty"):
                furniture.update(span)
        yield from notes([*sorted(numbers), *self.page.unread], taken, furniture)


def _organised(person: StatedPerson) -> bool:
    """Whether an organisation stands with a person."""
    return any(each.organisation for each in person.affiliations)


def _without_stop(title: str | None) -> str | None:
    """A title without the full stop that parted it from its speakers."""
    if title and title.endswith(".") and title.count(".") == 1:
        return title[:-1]
    return title


def _point(point: Point, key: str) -> StatedPoint:
    return StatedPoint(
        point.kind,
        point.topic,
        point.text,
        key,
        None,
        point.value,
        point.unit,
        point.printed,
        (Where(*point.lines),),
    )
