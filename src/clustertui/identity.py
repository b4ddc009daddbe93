"""Who is who over many sources: one person, one organisation, one record.

Records are told to be the same by what sources say and by what people decide, never by likeness
alone: what is only alike is reported. Neither does a name join that may mean several.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from typing import NamedTuple

from clustertui.decisions import Decisions, Groups, Likeness
from clustertui.entities import Organisation, Person, Place, Records
from clustertui.merging import merged, with_own_ids
from clustertui.text import fold, likeness, name_key, words

ALIKE = 88
"""Per cent of likeness from which names are reported."""
MOST_NAMES = 8
"""Names that one identifier may have; what more are called by identifies nobody."""
MOST_ALIKE = 60
"""Records that share a word and are compared with each other; a more common word tells nothing."""


@dataclass(slots=True)
class United:
    """The records of all sources together."""

    records: Records
    merged: dict[str, str] = field(default_factory=dict)
    """Address of a record that has become a part of another one → address of that one."""
    alike: list[Likeness] = field(default_factory=list)
    """What may be one, the likest first."""
    unknown: list[str] = field(default_factory=list)
    """Addresses in decisions that no source has."""


def unite(parts: Sequence[Records], decisions: Decisions | None = None) -> United:
    """The records of several sources in one, whatever the order of the sources.

    Of two that are one, what was written by hand keeps its id, else the older programme's.
    Raises ClusterError when two sources have the same id, or decisions contradict each other.
    """
    parts = with_own_ids(sorted(parts, key=_age))
    groups = Groups(decisions or Decisions())
    _match_places(parts, groups)
    _match_organisations(parts, groups)
    _match_people(parts, groups)
    known = [f"person/{p.id}" for part in parts for p in part.people]
    known += [f"organisation/{o.id}" for part in parts for o in part.organisations]
    return United(
        merged(parts, groups.of),
        {mine: other for mine in known if (other := groups.of(mine)) != mine},
        groups.alike(),
        groups.unknown(),
    )


def _is_by_hand(part: Records) -> bool:
    return not any(source.format for source in part.sources)


def _age(part: Records) -> tuple[bool, date, str]:
    """What orders the parts, so that ids do not hang on the order in which files were named."""
    if _is_by_hand(part):
        return False, date.min, ""
    days = [event.start for event in part.events if event.start]
    days += [source.published for source in part.sources if source.published]
    return True, min(days, default=date.max), min(source.id for source in part.sources)


# --- Countries -----------------------------------------------------------------------------------


def _agree(one: str | None, other: str | None) -> bool:
    """Whether two countries may be one: `Korea` may be South Korea, but that is not North Korea."""
    if one is None or other is None:
        return True
    first, second = set(words(one)), set(words(other))
    return first <= second or second <= first


def _may_agree(one: str | None, other: str | None) -> bool:
    """The same where a country may also be given by a code: `DE` may be any but `AT`."""
    lengths = {len(one or ""), len(other or "")}
    if min(lengths) <= 3 and len(lengths) > 1:
        return True
    return _agree(one, other)


class _Meaning(NamedTuple):
    """What tells namesakes apart."""

    country: str | None
    hand: str
    """Who it is, when that was written by hand."""


def _meanings(
    namesakes: Iterable[tuple[str, str | None]], by_hand: set[str], groups: Groups
) -> dict[_Meaning, list[str]]:
    found: dict[_Meaning, list[str]] = defaultdict(list)
    for address, country in namesakes:
        found[_Meaning(country, groups.of(address) if address in by_hand else "")].append(address)
    return found


def _join_namesakes(
    namesakes: Sequence[tuple[str, str | None]],
    by_hand: set[str],
    agree: Callable[[str | None, str | None], bool],
    groups: Groups,
) -> list[tuple[str, str]]:
    """Join addresses that have a name in common, as far as their countries leave no doubt.

    Returns the pairs that may be one, where one of them may be another one as well.
    """

    def may_be_one(one: _Meaning, other: _Meaning) -> bool:
        hands = not one.hand or not other.hand or one.hand == other.hand
        return hands and agree(one.country, other.country)

    found = _meanings(namesakes, by_hand, groups)
    clear = {
        one for one in found
        if all(may_be_one(*pair)
               for pair in combinations([each for each in found if may_be_one(one, each)], 2))
    }  # fmt: skip
    doubtful = []
    for few in found.values():
        for address in few[1:]:
            groups.join(few[0], address)
    for one, other in combinations(found, 2):
        if not may_be_one(one, other):
            continue
        pair = found[one][0], found[other][0]
        if one not in clear or other not in clear or not groups.join(*pair):
            doubtful.append(pair)
    return doubtful


# --- Places, organisations -----------------------------------------------------------------------


def _match_places(parts: Sequence[Records], groups: Groups) -> None:
    """Places are one when they have one name and no two countries."""
    by_name: dict[str, list[Place]] = defaultdict(list)
    by_hand = set()
    for number, part in enumerate(parts):
        for place in part.places:
            address = f"place/{place.id}"
            groups.add(address, number if _is_by_hand(part) else None)
            by_name[fold(place.name)].append(place)
            if _is_by_hand(part):
                by_hand.add(address)
    for same_name in by_name.values():
        named = [(f"place/{place.id}", place.country) for place in same_name]
        _join_namesakes(named, by_hand, _agree, groups)


def _match_organisations(parts: Sequence[Records], groups: Groups) -> None:
    """Organisations are one when one has a name of the other, or its acronym as its only name."""
    by_name: dict[str, dict[str, Organisation]] = defaultdict(dict)
    by_hand = set()
    for number, part in enumerate(parts):
        for each in part.organisations:
            groups.add(_address(each), number if _is_by_hand(part) else None)
            if _is_by_hand(part):
                by_hand.add(_address(each))
            for name in (each.name, *(other.name for other in each.names)):
                by_name[name_key(name)][each.id] = each
    groups.replay("organisation")
    for named in by_name.values():
        few = [(_address(each), each.country) for each in named.values()]
        for first, second in _join_namesakes(few, by_hand, _may_agree, groups):
            groups.suspect(85, first, second, "one name, which several have")
    _match_acronyms(parts, by_name, groups)
    _suspect_alike(parts, groups)


def _address(each: Organisation | Person) -> str:
    return f"{'person' if isinstance(each, Person) else 'organisation'}/{each.id}"


def _match_acronyms(
    parts: Sequence[Records], by_name: Mapping[str, Mapping[str, Organisation]], groups: Groups
) -> None:
    holders: dict[str, list[Organisation]] = defaultdict(list)
    for part in parts:
        for each in part.organisations:
            if each.acronym:
                holders[name_key(each.acronym)].append(each)
    for acronym, found in holders.items():
        named = [*found, *by_name.get(acronym, {}).values()]
        bare = {groups.of(_address(each)): each for each in named if _is_bare(each, acronym)}
        full = {groups.of(_address(each)): each for each in named if not _is_bare(each, acronym)}
        for address, each in bare.items():
            _match_acronym(address, each, bare.values(), full, groups)
        for first, second in combinations(list(full)[:MOST_ALIKE], 2):
            if _may_agree(full[first].country, full[second].country):
                groups.suspect(80, first, second, "same acronym")


def _is_bare(each: Organisation, acronym: str) -> bool:
    """Whether an organisation is known by nothing but an acronym."""
    return name_key(each.name) == acronym and all(name_key(x.name) == acronym for x in each.names)


def _match_acronym(
    address: str, each: Organisation, bare: Iterable[Organisation],
    full: Mapping[str, Organisation], groups: Groups,
) -> None:  # fmt: skip
    """An acronym alone is the one organisation that has it; one of several is only suspected."""
    if address in full:
        return
    meant = [one for one, other in full.items() if _may_agree(each.country, other.country)]
    clear = len(meant) == 1 and all(_may_agree(each.country, other.country) for other in bare)
    for one in meant:
        if not clear or not groups.join(one, address):
            groups.suspect(80, one, address, "same acronym")


def _suspect_alike(parts: Sequence[Records], groups: Groups) -> None:
    from rapidfuzz import fuzz

    sharing: dict[str, list[tuple[str, Organisation]]] = defaultdict(list)
    for part in parts:
        for each in part.organisations:
            found = words(each.name)
            spelt = " ".join(sorted(found))
            for word in set(found):
                sharing[word].append((spelt, each))
    for word in sorted(sharing):
        few = sharing[word]
        if not 1 < len(few) <= MOST_ALIKE:
            continue
        for (spelt, one), (other_spelt, other) in combinations(few, 2):
            score = int(fuzz.ratio(spelt, other_spelt, score_cutoff=ALIKE))
            if (
                score
                and not _numbered_apart(one.name, other.name)
                and _may_agree(one.country, other.country)
            ):
                groups.suspect(
                    score, _address(one), _address(other), f"“{one.name}” and “{other.name}”"
                )


def _numbered_apart(one: str, other: str) -> bool:
    """Whether names differ in a number: they are named alike on purpose."""
    return re.findall(r"\d+", one) != re.findall(r"\d+", other)


# --- People --------------------------------------------------------------------------------------


def _match_people(parts: Sequence[Records], groups: Groups) -> None:
    """People are one when an identifier, or a name and an organisation, ties them.

    Two people whom one source tells apart stay two.
    """
    people = [person for part in parts for person in part.people]
    part_of = {person.id: number for number, part in enumerate(parts) for person in part.people}
    for person in people:
        groups.add(_address(person), part_of[person.id])
    groups.replay("person")
    for_whom = _organisations_of_people(parts, groups)
    _match_identifiers(people, groups)
    namesakes: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        namesakes[name_key(person.name)].append(person)
    for same_name in namesakes.values():
        if len(same_name) > 1:
            _match_colleagues(same_name, for_whom, part_of, groups)
            _suspect_namesakes(same_name, groups)
    _suspect_colleagues(people, for_whom, groups)


def _organisations_of_people(
    parts: Sequence[Records], groups: Groups
) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = defaultdict(dict)  # in order, that all may be repeatable
    for part in parts:
        for stated in (*(a for t in part.talks for a in t.speakers),
                       *(a for e in part.events for a in e.people)):  # fmt: skip
            if stated.organisation:
                found[stated.person][groups.of(f"organisation/{stated.organisation}")] = None
    return found


def _match_identifiers(people: Sequence[Person], groups: Groups) -> None:
    """One identifier and names alike make one person; with names unlike it is only reported."""
    holders: dict[str, dict[str, list[Person]]] = defaultdict(lambda: defaultdict(list))
    for person in people:
        for identifier in person.identifiers:
            holders[identifier][name_key(person.name)].append(person)
    for by_name in holders.values():
        if len(by_name) > MOST_NAMES:
            continue
        for few in by_name.values():
            for person in few[1:]:
                _join_or_suspect(few[0], person, 90, groups)
        for one, other in combinations([few[0] for few in by_name.values()], 2):
            if likeness(one.name, other.name) >= ALIKE:
                _join_or_suspect(one, other, 90, groups)
            else:
                _suspect_identifier(one, other, 50, groups)


def _join_or_suspect(one: Person, other: Person, score: int, groups: Groups) -> None:
    if not groups.join(_address(one), _address(other)):
        _suspect_identifier(one, other, score, groups)


def _suspect_identifier(one: Person, other: Person, score: int, groups: Groups) -> None:
    reason = f"one identifier, for “{one.name}” and “{other.name}”"
    groups.suspect(score, _address(one), _address(other), reason)


def _match_colleagues(
    same_name: Sequence[Person], for_whom: Mapping[str, Mapping[str, None]],
    part_of: Mapping[str, int], groups: Groups,
) -> None:  # fmt: skip
    """Join namesakes of one organisation, unless a source has two of them there."""
    desks: dict[str, list[Person]] = defaultdict(list)
    for person in same_name:
        for organisation in for_whom.get(person.id, ()):
            desks[organisation].append(person)
    for few in desks.values():
        seen: dict[int, str] = {}
        found = [(part_of[each.id], groups.of(_address(each))) for each in few]
        if all(seen.setdefault(part, leader) == leader for part, leader in found):
            for person in few[1:]:
                groups.join(_address(few[0]), _address(person))


def _suspect_namesakes(same_name: Sequence[Person], groups: Groups) -> None:
    """Suspect each of some namesakes of being the first one that nobody has told apart from it."""
    found = dict.fromkeys(groups.of(_address(person)) for person in same_name)
    leaders = list(found)
    for at, leader in enumerate(leaders):
        before = next((b for b in leaders[: min(at, MOST_ALIKE)] if not groups.parted(b, leader)),
                      None)  # fmt: skip
        if before is not None:
            name = same_name[0].name
            groups.suspect(90, before, leader, f"both are named “{name}”, nothing ties them")


def _suspect_colleagues(
    people: Sequence[Person], for_whom: Mapping[str, Mapping[str, None]], groups: Groups
) -> None:
    """People of one organisation with names that share a word and are alike."""
    desks: dict[tuple[str, str], list[tuple[list[str], Person]]] = defaultdict(list)
    for person in people:
        found = words(person.name)
        for organisation in for_whom.get(person.id, ()):
            for word in dict.fromkeys(found[:1] + found[-1:]):
                desks[organisation, word].append((found, person))
    for few in desks.values():
        for (first, one), (second, other) in combinations(few[:MOST_ALIKE], 2):
            if first != second and (reason := _alike_names(first, second)):
                reason = f"“{one.name}” and “{other.name}” of one organisation: {reason}"
                groups.suspect(70, _address(one), _address(other), reason)


def _alike_names(one: Sequence[str], other: Sequence[str]) -> str:
    from rapidfuzz import fuzz

    if sorted(one) == sorted(other):
        return "the words of the name in another order"
    if len(one) == 1 or len(other) == 1:
        part = set(one) <= set(other) or set(other) <= set(one)
        return "one is a part of the other" if part else ""
    if one[-1] == other[-1] and one[0][0] == other[0][0] and 1 in (len(one[0]), len(other[0])):
        return "one has only an initial"
    return "spelt nearly alike" if fuzz.ratio(" ".join(one), " ".join(other)) >= ALIKE else ""
