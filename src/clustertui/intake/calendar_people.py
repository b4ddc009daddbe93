"""Who speaks in an entry of a calendar, wherever the entry says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from clustertui.intake.persons import Keys, Named, bare_name, looks_like_name, people_named, stated
from clustertui.intake.plain import plain
from clustertui.intake.stated import Doubt, StatedPerson, Where
from clustertui.text import words

_SPEAKERS = re.compile(
    r"\W*(?:speakers?|presenters?|presented by|lecturers?|talk by|with speakers?"
    r"|referent(?:in|innen|en|:in|\*in)?|vortragende[rn]?|sprecher(?:in|innen)?"
    r"|intervenante?s?|orateurs?|oratrices?|ponentes?|oradore?s?|oradoras?|relator[ei]"
    r")(?:\(s\)|\(in\))?\s*:\W*?(?P<names>[^\s\W].*)?$", re.IGNORECASE
)  # fmt: skip
_LOOKED_AT = 3
"""Lines of a description that may name the speakers."""
_DASH = re.compile(r" [-–—|] ")
_NO_SPEAKERS = frozenset(["ROOM", "RESOURCE", "GROUP"])


class Speakers(NamedTuple):
    """Who speaks, who organises, and what is left of the description."""

    people: tuple[StatedPerson, ...]
    organiser: StatedPerson | None
    abstract: str | None
    doubts: tuple[Doubt, ...]


NO_ONE = Speakers((), None, None, ())


def speakers_of(entry: Any, stray: Sequence[str], keys: Keys, where: Where) -> Speakers:
    """The speakers of an entry: its attendees, its own properties for speakers, its description."""
    doubts: list[Doubt] = []
    found: list[StatedPerson] = []
    for address in _several(entry.get("ATTENDEE")):
        if str(_first(address.params.get("CUTYPE"))).upper() in _NO_SPEAKERS:
            continue
        person = _addressed(address, keys)
        if person:
            found.append(person)
        else:
            doubts.append(Doubt(where, f"a participant has no name: `{address}`", "person"))
    for text in stray:
        found += map(stated, people_named(text, commas=True))
    abstract, said = _described(plain(str(_first(entry.get("DESCRIPTION")) or "")))
    found += map(stated, said)
    organiser = [_addressed(each, keys) for each in _several(entry.get("ORGANIZER"))]
    return Speakers(tuple(_together(found)), next(iter(organiser), None), abstract, tuple(doubts))


def title_and_speaker(title: str) -> tuple[str, str] | None:
    """The two sides of `Title - Ana Quill`, when there is one dash and a name behind it."""
    sides = _DASH.split(title)
    if len(sides) == 2 and looks_like_name(sides[1]) and not looks_like_name(sides[0]):
        return sides[0].strip(), bare_name(sides[1])
    return None


def _described(text: str) -> tuple[str | None, tuple[Named, ...]]:
    lines = text.split("\n")
    for number, line in enumerate(lines[:_LOOKED_AT]):
        if found := _SPEAKERS.match(line):
            names, left = found["names"], [*lines[:number], *lines[number + 1 :]]
            if not names and left[number:]:
                names = left.pop(number)
            return "\n".join(left).strip() or None, people_named(names or "", commas=True)
    return text or None, ()


def _addressed(address: Any, keys: Keys) -> StatedPerson | None:
    name = bare_name(str(_first(address.params.get("CN")) or ""))
    if not name or "@" in name:
        return None
    scheme, _, mail = str(address).partition(":")
    key = f"mailto:{mail.lower()}" if scheme.lower() == "mailto" and "@" in mail else None
    return StatedPerson(name, keys.of(name, key))


def _together(people: Sequence[StatedPerson]) -> Iterator[StatedPerson]:
    """Each person once: what a second mention adds is taken over."""
    known: dict[str, StatedPerson] = {}
    for person in people:
        said = " ".join(sorted(words(person.name))) or person.name
        first = known.get(said)
        known[said] = (
            person if first is None
            else first._replace(
                key=first.key or person.key, affiliations=first.affiliations or person.affiliations
            )
        )  # fmt: skip
    yield from known.values()


def _first(value: Any) -> Any:
    return next(iter(value), None) if isinstance(value, list) else value


def _several(value: Any) -> list[Any]:
    found = value if isinstance(value, list) else [value]
    return [each for each in found if hasattr(each, "params")]
