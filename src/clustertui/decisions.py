"""Who is one with whom: what people have decided in a plain file, and groups that grow by it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass, replace

from clustertui.model import ClusterError
from clustertui.text import clean

_DECISION = re.compile(r"(same|different)\s+(\w+)/([a-z0-9-]+)\s+(\w+)/([a-z0-9-]+)\s*(?:#.*)?")
_KINDS = ("person", "organisation")

Pair = tuple[str, str]
"""Addresses of two records, such as `person/seung-lee`."""


@dataclass(frozen=True, slots=True, order=True)
class Likeness:
    """Two records that may be one, and have not been told to be."""

    score: int
    """Per cent."""
    first: str
    """Address of a record."""
    second: str
    reason: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people have decided: pairs of addresses that are one record, or are not."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


def read_decisions(text: str, file: str) -> Decisions:
    """Decisions, one a line: `same person/a person/b  # why`. Raises ClusterError with the line."""
    decided: dict[frozenset[str], tuple[str, int]] = {}
    found: dict[str, list[Pair]] = {"same": [], "different": []}
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        place = f"{clean(file)}, line {number}"
        said = _DECISION.fullmatch(line.strip())
        if not said or said[2] not in _KINDS or said[2] != said[4] or said[3] == said[5]:
            raise ClusterError(
                f"{place}: is no decision; write `same person/a person/b`"
                " or `different organisation/a organisation/b`"
            )
        pair = f"{said[2]}/{said[3]}", f"{said[4]}/{said[5]}"
        verdict, before = decided.setdefault(frozenset(pair), (said[1], number))
        if verdict != said[1]:
            raise ClusterError(f"{place}: line {before} says the opposite; take one of them out")
        found[said[1]].append(pair)
    return Decisions(tuple(found["same"]), tuple(found["different"]))


class Groups:
    """Addresses that are one record, led by the one that came first."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._different: dict[str, list[str]] = defaultdict(list)
        for first, second in decisions.different:
            self._different[first].append(second)
            self._different[second].append(first)
        self._leader: dict[str, str] = {}
        self._order: dict[str, int] = {}
        self._members: dict[str, list[str]] = {}
        self._origins: dict[str, set[Hashable]] = {}
        self._alike: dict[Pair, Likeness] = {}

    def add(self, address: str, origin: Hashable = None) -> None:
        """One more record; the order of these calls decides who leads.

        Two records of one origin are told apart there, and become one by decision only.
        """
        self._order.setdefault(address, len(self._order))
        self._members.setdefault(address, [address])
        self._origins.setdefault(address, set() if origin is None else {origin})

    def of(self, address: str) -> str:
        """The leader of the record's group."""
        way = []
        while (above := self._leader.get(address)) is not None:
            way.append(address)
            address = above
        for each in way[:-1]:  # so that no way is gone twice
            self._leader[each] = address
        return address

    def join(self, first: str, second: str, *, decided: bool = False) -> bool:
        """Make two records one, and say whether they are; what was told apart stays apart."""
        one, other = self.of(first), self.of(second)
        if one == other:
            return True
        if self.parted(one, other):
            return False
        if not decided and self._origins[one] & self._origins[other]:
            return False
        if self._order[other] < self._order[one]:
            one, other = other, one
        few, many = sorted((self._members.pop(one), self._members.pop(other)), key=len)
        many += few
        self._members[one] = many
        self._leader[other] = one
        self._origins[one] |= self._origins.pop(other)
        return True

    def parted(self, first: str, second: str) -> bool:
        """Whether people have decided that any two members of two groups are different."""
        if not self._different:
            return False
        one, other = self.of(first), self.of(second)
        if len(self._members[other]) < len(self._members[one]):
            one, other = other, one
        return any(
            self.of(foe) == other
            for member in self._members[one]
            for foe in self._different.get(member, ())
        )

    def replay(self, kind: str) -> None:
        """Join what people have decided to be one. Raises ClusterError when they contradict it."""
        for first, second in self._decisions.same:
            if (
                first.startswith(f"{kind}/")
                and first in self._order
                and second in self._order
                and not self.join(first, second, decided=True)
            ):
                raise ClusterError(
                    f"the decision `same {first} {second}` makes two records one that another"
                    " decision calls different; take one of them out"
                )

    def suspect(self, score: int, first: str, second: str, reason: str) -> None:
        """Two records are alike; reported unless they turn out to be one or are told apart."""
        if self._order[second] < self._order[first]:
            first, second = second, first
        known = self._alike.get((first, second))
        if known is None or known.score < score:
            self._alike[first, second] = Likeness(score, first, second, reason)

    def alike(self) -> list[Likeness]:
        """What is alike and has not been decided, once for each two groups; the likest first."""
        found: dict[Pair, Likeness] = {}
        for each in self._alike.values():
            one, other = self.of(each.first), self.of(each.second)
            if one != other and not self.parted(one, other):
                pair = (one, other) if self._order[one] < self._order[other] else (other, one)
                best = replace(each, first=pair[0], second=pair[1])
                found[pair] = max(found.get(pair, best), best)
        return sorted(found.values(), key=lambda each: (-each.score, each.first, each.second))

    def unknown(self) -> list[str]:
        """Addresses of decisions that no source has."""
        decided = (*self._decisions.same, *self._decisions.different)
        return sorted({address for pair in decided for address in pair} - self._order.keys())
