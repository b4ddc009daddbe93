"""The items of a programme while they are being read: what is known of each so far."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, time

from clustertui.intake.page.roles import with_role
from clustertui.intake.page.titling import titled
from clustertui.intake.stated import StatedAffiliation, StatedPerson, Where
from clustertui.text import fold

Lines = tuple[int, int]


@dataclass(slots=True)
class Item:
    """One item of a programme."""

    title: str | None = None
    people: list[StatedPerson] = field(default_factory=list)
    lines: list[Lines] = field(default_factory=list)
    session: str | None = None
    session_lines: Lines | None = None
    day: date | None = None
    start: time | None = None
    end: time | None = None
    kind: str = "presentation"
    timed: bool = False
    nobody: bool = False
    """Whether the page says that a speaker is still to be found."""
    called: str = ""
    """The word before its title, without its number: `Lecture` of `Lecture 2: …`."""
    placeholder: bool = False
    """Whether its title is but the word for its format, and the true one may follow."""
    untitled: bool = False
    """Whether the page says that the title is still to come."""
    speaker_first: bool = False
    listed: bool = False
    """Whether it stands behind a bullet."""
    indent: int = 0
    children: int = 0
    """Items below it: it is then the heading of a session."""
    panel: bool = False
    section: str = ""
    """What it is called where it is called a session: then it may only head the talks below it."""
    awaits_leader: bool = False
    """Whether a word such as `Chair:` stands alone above the next people."""
    awaits_leaders: bool = False
    """Whether that word names several."""
    led: int = 0
    """How many of its people only lead it."""
    unaffiliated: int = 0
    """How many of its last people may still get a post on a line of their own."""
    score: float = 0.0
    abstract: str | None = None

    def take(self, first: int, last: int) -> None:
        """Notes that these lines belong to it."""
        self.lines.append((first, last))

    def name(self, text: str) -> None:
        """Gives it its title."""
        if self.placeholder and self.section:
            self.section = text
        self.placeholder = False
        self.title, kind = titled(text)
        self.kind = kind if self.kind == "presentation" else self.kind
        self.panel = self.panel or kind == "panel"

    def add(self, people: Iterable[StatedPerson], role: str | None = None) -> None:
        """Adds speakers; one who is there already only gains what was missing."""
        for person in people:
            if role:
                person = with_role(person, role)
            known = next(
                (at for at, each in enumerate(self.people) if fold(each.name) == fold(person.name)),
                None,
            )
            if known is None:
                self.people.append(person)
            elif not self.people[known].affiliations:
                self.people[known] = person

    def give_post(self, affiliations: tuple[StatedAffiliation, ...]) -> None:
        """Gives the people on the line before the post that stands under their names."""
        again = not any(each.organisation for each in affiliations)
        for at in range(len(self.people) - self.unaffiliated, len(self.people)):
            person = self.people[at]
            kept = person.affiliations[0].role if person.affiliations else None
            given = affiliations
            if kept and affiliations and affiliations[0].role is None:
                given = (affiliations[0]._replace(role=kept), *affiliations[1:])
            self.people[at] = person._replace(affiliations=given)
        self.unaffiliated = self.unaffiliated if again else 0

    @property
    def led_only(self) -> bool:
        """Whether nobody but those who lead it is known: its speakers, or its talks, may follow."""
        return len(self.people) == self.led

    @property
    def may_have_speakers(self) -> bool:
        """Whether a list of people below it can be its speakers: it is no word alone, as a town."""
        return self.title is not None and (self.timed or " " in self.title)

    @property
    def places_last(self) -> bool:
        """Whether the page gives a country for its last person: no post follows below."""
        last = self.people[-1].affiliations if self.people else ()
        return any(each.country for each in last)

    @property
    def where(self) -> tuple[Where, ...]:
        """The lines it stands on, neighbours together."""
        return joined_lines(self.lines)


def joined_lines(lines: Iterable[Lines]) -> tuple[Where, ...]:
    """Lines in order, neighbours together."""
    found: list[Where] = []
    for first, last in sorted(set(lines)):
        if found and first <= (found[-1].last_line or 0) + 1:
            found[-1] = Where(found[-1].first_line, max(last, found[-1].last_line or 0))
        else:
            found.append(Where(first, last))
    return tuple(found)
