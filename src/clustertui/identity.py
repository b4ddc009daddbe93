"""Who is who over many sources: one person, one organisation, one record.

Records are told to be the same by what sources say and by what people decide, never by likeness
alone: what is only alike is reported.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from clustertui.entities import Organisation, Person, Place, Records
from clustertui.merging import merged, with_own_ids
from clustertui.model import ClusterError
from clustertui.text import clean, fold, words

ALIKE = 88
"""Per cent of likeness from which names of organisations are reported."""
MOST_ALIKE = 60
"""Records that share a word and are compared with each other; a more common word tells nothing."""
_DECISION = re.compile(r"(same|different)\s+(\w+/[a-z0-9-]+)\s+(\w+/[a-z0-9-]+)\s*(?:#.*)?")


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two records that may be one, and have not been told to be."""

    score: int
    """Per cent."""
    first: str
    """Address of a record, such as `person/seung-lee`."""
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided: pairs of addresses that are one record, or are not."""

    same: tuple[tuple[str, str], ...] = ()
    different: frozenset[frozenset[str]] = frozenset()

    def part(self, first: str, second: str) -> bool:
        """Whether two records were told to be different."""
        return frozenset((first, second)) in self.different


@dataclass(slots=True)
class United:
    """The records of all sources together."""

    records: Records
    merged: dict[str, str] = field(default_factory=dict)
    """Address of a record that has become a part of another one → address of that one."""
    alike: list[Likeness] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    """Addresses in decisions that no source has."""


def read_decisions(text: str, file: str) -> Decisions:
    """Decisions, one a line: `same person/a person/b  # why`. Raises ClusterError with the line."""
    same, different = [], set()
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        found = _DECISION.fullmatch(line.strip())
        kinds = {address.partition("/")[0] for address in found.groups()[1:]} if found else set()
        if not found or len(kinds) > 1 or not kinds <= {"person", "organisation"}:
            raise ClusterError(
                f"{clean(file)}, line {number}: is no decision; write `same person/a person/b`"
                " or `different organisation/a organisation/b`"
            )
        if found[1] == "same":
            same.append((found[2], found[3]))
        else:
            different.add(frozenset((found[2], found[3])))
    return Decisions(tuple(same), frozenset(different))


def unite(parts: Sequence[Records], decisions: Decisions | None = None) -> United:
    """The records of several sources in one; of two that are one, the earlier keeps its id.

    Raises ClusterError when two sources have the same id.
    """
    decisions = decisions or Decisions()
    parts = with_own_ids(parts)
    groups = _Groups(decisions)
    _match_places(parts, groups)
    _match_organisations(parts, groups)
    _match_people(parts, groups)
    alike = groups.alike()
    known = {f"person/{p.id}" for part in parts for p in part.people}
    known |= {f"organisation/{o.id}" for part in parts for o in part.organisations}
    named = {address for pair in (*decisions.same, *decisions.different) for address in pair}
    return United(
        merged(parts, groups.of),
        {mine: other for mine in known if (other := groups.of(mine)) != mine},
        sorted(alike, key=lambda each: (-each.score, each.first, each.second)),
        sorted(named - known),
    )


# --- Groups --------------------------------------------------------------------------------------


class _Groups:
    """Addresses that are one record, led by the one that came first."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._leader: dict[str, str] = {}
        self._order: dict[str, int] = {}
        self._members: dict[str, list[str]] = {}
        self._alike: dict[tuple[str, str], Likeness] = {}

    def add(self, address: str) -> None:
        """One more record; the order of these calls decides who leads."""
        self._order.setdefault(address, len(self._order))
        self._members.setdefault(address, [address])

    def of(self, address: str) -> str:
        """The leader of the record's group."""
        while (leader := self._leader.get(address, address)) != address:
            address = leader
        return address

    def join(self, first: str, second: str) -> None:
        """Two records are one, unless people have decided that any two of their groups are not."""
        one, other = self.of(first), self.of(second)
        if one == other or self._parted(one, other):
            return
        if self._order[other] < self._order[one]:
            one, other = other, one
        self._leader[other] = one
        self._members[one] += self._members.pop(other)

    def replay(self, kind: str) -> None:
        """Join what people have decided to be one."""
        for first, second in self._decisions.same:
            if first in self._order and second in self._order and first.startswith(kind):
                self.join(first, second)

    def suspect(self, score: int, first: str, second: str, reason: str) -> None:
        """Two records are alike; reported unless they turn out to be one or are told apart."""
        if self._order[second] < self._order[first]:
            first, second = second, first
        known = self._alike.get((first, second))
        if known is None or known.score < score:
            self._alike[first, second] = Likeness(score, first, second, reason)

    def alike(self) -> list[Likeness]:
        """What is alike and has not been decided, once for each two groups."""
        found: dict[tuple[str, str], Likeness] = {}
        for each in self._alike.values():
            one, other = self.of(each.first), self.of(each.second)
            if one != other and not self._parted(one, other):
                pair = (one, other) if self._order[one] < self._order[other] else (other, one)
                best = replace(each, first=pair[0], second=pair[1])
                found[pair] = max(found.get(pair, best), best)
        return list(found.values())

    def _parted(self, one: str, other: str) -> bool:
        if not self._decisions.different:
            return False
        return any(self._decisions.part(a, b)
                   for a in self._members[one] for b in self._members[other])  # fmt: skip


# --- Places, organisations -----------------------------------------------------------------------


def _match_places(parts: Sequence[Records], groups: _Groups) -> None:
    """Places are one when they have one name and no two countries."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    for part in parts:
        for place in part.places:
            groups.add(f"place/{place.id}")
            same = next((p for p in by_name[fold(place.name)] if _agree(p.country, place.country)),
                        None)  # fmt: skip
            if same is not None:
                groups.join(f"place/{same.id}", f"place/{place.id}")
            else:
                by_name[fold(place.name)].append(place)


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two countries may be one: `Korea` may be South Korea, but that is not North Korea."""
    if one is None or other is None:
        return True
    first, second = set(words(one)), set(words(other))
    return first <= second or second <= first


def _may_agree(one: Organisation, other: Organisation) -> bool:
    """The same of organisations, whose countries are also given by a code: `DE` may be any."""
    codes = min(len(one.country or ""), len(other.country or "")) <= 3
    return codes or _agree(one.country, other.country)


def _key(name: str) -> str:
    """Blanks, hyphens, accents and case are one in names."""
    return "".join(words(name)) or fold(name)


def _match_organisations(parts: Sequence[Records], groups: _Groups) -> None:
    """Organisations are one when one has a name of the other, or its acronym as its only name."""
    by_name: dict[str, list[Organisation]] = defaultdict(list)
    by_acronym: dict[str, list[Organisation]] = defaultdict(list)
    for part in parts:
        for each in part.organisations:
            groups.add(f"organisation/{each.id}")
    groups.replay("organisation")
    for part in parts:
        for each in part.organisations:
            for other in _same_name(each, by_name):
                groups.join(f"organisation/{other.id}", f"organisation/{each.id}")
            for other in _same_acronym(each, by_name, by_acronym):
                _join_by_acronym(each, other, groups)
        for each in part.organisations:
            for name in _names(each):
                by_name[_key(name)].append(each)
            if each.acronym:
                by_acronym[_key(each.acronym)].append(each)
    _suspect_alike(parts, groups)


def _names(each: Organisation) -> tuple[str, ...]:
    return (each.name, *(other.name for other in each.names))


def _join_by_acronym(each: Organisation, other: Organisation, groups: _Groups) -> None:
    first, second = f"organisation/{other.id}", f"organisation/{each.id}"
    if _may_agree(other, each) and _one_is_acronym(each, other):
        groups.join(first, second)
    else:
        groups.suspect(80, first, second, "same acronym")


def _same_name(
    each: Organisation, by_name: Mapping[str, list[Organisation]]
) -> Iterator[Organisation]:
    for name in _names(each):
        for other in by_name.get(_key(name), ()):
            if _may_agree(other, each):
                yield other


def _same_acronym(
    each: Organisation,
    by_name: Mapping[str, list[Organisation]],
    by_acronym: Mapping[str, list[Organisation]],
) -> Iterator[Organisation]:
    yield from by_acronym.get(_key(each.name), ())
    if each.acronym:
        yield from by_acronym.get(_key(each.acronym), ())
        yield from by_name.get(_key(each.acronym), ())


def _one_is_acronym(one: Organisation, other: Organisation) -> bool:
    """Whether one of two is known by nothing but the acronym of the other."""
    return any(
        _key(a.name) == _key(b.acronym or "") and not a.names
        for a, b in ((one, other), (other, one))
    )


def _suspect_alike(parts: Sequence[Records], groups: _Groups) -> None:
    from rapidfuzz import fuzz

    sharing: dict[str, list[Organisation]] = defaultdict(list)
    for part in parts:
        for each in part.organisations:
            for word in set(words(each.name)):
                sharing[word].append(each)
    for few in sharing.values():
        if not 1 < len(few) <= MOST_ALIKE:
            continue
        for one, other in combinations(few, 2):
            if not _may_agree(one, other):
                continue
            score = int(fuzz.token_sort_ratio(fold(one.name), fold(other.name)))
            if score >= ALIKE and not _numbered_apart(one.name, other.name):
                groups.suspect(score, f"organisation/{one.id}", f"organisation/{other.id}",
                               f"“{one.name}” and “{other.name}”")  # fmt: skip


def _numbered_apart(one: str, other: str) -> bool:
    """Whether names differ in a number: they are named alike on purpose."""
    return re.findall(r"\d+", one) != re.findall(r"\d+", other)


# --- People --------------------------------------------------------------------------------------


def _match_people(parts: Sequence[Records], groups: _Groups) -> None:
    """People are one when an identifier, or a name and an organisation, ties them."""
    people = [person for part in parts for person in part.people]
    for person in people:
        groups.add(f"person/{person.id}")
    groups.replay("person")
    part_of = {person.id: number for number, part in enumerate(parts) for person in part.people}
    for_whom = _organisations_of_people(parts, groups)
    _match_identifiers(people, groups)
    namesakes: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        namesakes[_key(person.name)].append(person)
    for same_name in namesakes.values():
        for one, other in combinations(same_name[:MOST_ALIKE], 2):
            first, second = f"person/{one.id}", f"person/{other.id}"
            if part_of[one.id] != part_of[other.id] and for_whom[one.id] & for_whom[other.id]:
                groups.join(first, second)
            else:
                groups.suspect(
                    90, first, second, f"both are named “{other.name}”, nothing ties them"
                )
    _suspect_colleagues(people, for_whom, groups)


def _organisations_of_people(parts: Sequence[Records], groups: _Groups) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for part in parts:
        for stated in (*(a for t in part.talks for a in t.speakers),
                       *(a for e in part.events for a in e.people)):  # fmt: skip
            if stated.organisation:
                found[stated.person].add(groups.of(f"organisation/{stated.organisation}"))
    return found


def _match_identifiers(people: Sequence[Person], groups: _Groups) -> None:
    """One identifier and names alike make one person; with names unlike it is only reported."""
    from rapidfuzz import fuzz

    holders: dict[str, Person] = {}
    for person in people:
        for identifier in person.identifiers:
            holder = holders.setdefault(identifier, person)
            if holder is person:
                continue
            first, second = f"person/{holder.id}", f"person/{person.id}"
            score = int(fuzz.token_set_ratio(fold(holder.name), fold(person.name)))
            if score >= ALIKE:
                groups.join(first, second)
            else:
                groups.suspect(50, first, second,
                               f"one id, yet “{holder.name}” and “{person.name}”")  # fmt: skip


def _suspect_colleagues(
    people: Sequence[Person], for_whom: Mapping[str, set[str]], groups: _Groups
) -> None:
    """People of one organisation with one family name, or with names in another order."""
    desks: dict[tuple[str, str], list[Person]] = defaultdict(list)
    for person in people:
        found = words(person.name)
        for organisation in for_whom.get(person.id, ()):
            for word in {found[0], found[-1]} if found else ():
                desks[organisation, word].append(person)
    for few in desks.values():
        for one, other in combinations(few[:MOST_ALIKE], 2):
            reason = _alike_names(words(one.name), words(other.name))
            if reason:
                reason = f"“{one.name}” and “{other.name}” of one organisation: {reason}"
                groups.suspect(70, f"person/{one.id}", f"person/{other.id}", reason)


def _alike_names(one: Sequence[str], other: Sequence[str]) -> str:
    if one == other:
        return ""
    if sorted(one) == sorted(other):
        return "the words of the name in another order"
    if len(one) == 1 or len(other) == 1:
        return (
            "one is a part of the other" if set(one) <= set(other) or set(other) <= set(one) else ""
        )
    if one[-1] == other[-1] and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
        return "one has only an initial"
    return ""
