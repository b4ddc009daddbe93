"""Words into ranked hits of every kind, with the reason for each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain, pairwise, repeat
from operator import itemgetter
from time import perf_counter

from clustertui.catalogue import Catalogue, UnknownRecordError
from clustertui.index import Group
from clustertui.kinds import KINDS
from clustertui.matching import Marker, Meaning, Span, typed_words
from clustertui.model import Hit, Ref, View
from clustertui.ranking import Found, Rank, Tier, rank_all, reasons
from clustertui.typos import begins_nearly, near_beginnings, near_words, typos_allowed

MOST_HITS = 1000
"""Hits of a kind that are listed and counted; of more, the count says `1,000+`."""
POOL = 100
"""Rows of a kind that are ranked; further ones follow in the order of their list."""

_GLANCE = POOL // len(KINDS)
"""Rows of each kind that are ranked to see which kind has the best hit."""

_Ranked = tuple[Rank, Found]
_RankedHit = tuple[int, Tier | None, Found | None]
"""Number of a row, why it is there and what it says; beyond the pool only the number."""


@dataclass(frozen=True, slots=True)
class _Attempt:
    """One way to understand the words, and which terms a row must hold for each."""

    meanings: tuple[Meaning, ...]
    groups: tuple[Group, ...]
    missing: Meaning | None = None


class Results:
    """The answer to one view: how many records of each kind, and the pages of one kind."""

    def __init__(
        self,
        view: View,
        catalogue: Catalogue,
        counts: Mapping[str, int],
        totals: Mapping[str, int],
        hits: Sequence[_RankedHit] | None = None,
        meanings: Sequence[Meaning] = (),
        missing: Meaning | None = None,
    ) -> None:
        self.view = view
        """The view that was asked for, its kind settled."""
        self.counts = counts
        """Hits of each kind; MOST_HITS + 1 stands for more than MOST_HITS."""
        self.totals = totals
        """Records of each kind in the scope, whatever the words."""
        self.seconds = 0.0
        """How long the search took."""
        self._catalogue = catalogue
        self._hits = hits
        self._meanings, self._missing = meanings, missing
        self._marker = Marker(meanings)

    def __len__(self) -> int:
        return len(self._hits) if self._hits is not None else self.counts[self.view.kind]

    def count_said(self, kind: str) -> str:
        """How many hits of a kind there are, as it is shown."""
        count = self.counts[kind]
        return f"{MOST_HITS:,}+" if self._hits is not None and count > MOST_HITS else f"{count:,}"

    def page(self, offset: int, limit: int) -> Sequence[Hit]:
        """Hits `offset` up to `offset + limit`, best first."""
        if self._hits is None:
            view = self.view
            rows = self._catalogue.rows(view.kind, view.scope, view.sort, offset, limit)
            return [Hit(row) for row in rows]
        hits = self._hits[offset : offset + limit]
        unread = [number for number, _, found in hits if found is None]
        read = {entry[0]: Found(*entry) for entry in self._catalogue.entries(unread)}
        page = [found or read[number] for number, _, found in hits]
        why = reasons(page, self._meanings)
        return [
            Hit(found.row, told, self._tier(found, tier).label)
            for found, told, (_, tier, _) in zip(page, why, hits, strict=True)
        ]

    def position(self, ref: Ref) -> int | None:
        """Where a record stands among the hits, or None."""
        view = self.view
        if ref.kind != view.kind:
            return None
        try:
            if self._hits is None:
                return self._catalogue.position(ref, view.scope, view.sort)
            number = self._catalogue.number(ref)
        except UnknownRecordError:
            return None
        return next((at for at, (found, _, _) in enumerate(self._hits) if found == number), None)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The letters of any text that match the words."""
        return self._marker.spans(text)

    def hand_to(self, catalogue: Catalogue) -> None:
        """From now on read pages from this catalogue; for use in its thread."""
        self._catalogue = catalogue

    def _tier(self, found: Found, tier: Tier | None) -> Tier:
        if tier is None:  # beyond the pool: ranked only now that it is seen
            ranked = rank_all([found], self._meanings, self._missing)
            tier = Tier(ranked[0][0].tier) if ranked else Tier.ONE_MISSING
        return tier


class Search:
    """Searches one catalogue, with nothing of it in memory."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._index = catalogue.index

    def stop_when(self, unwanted: Callable[[], bool]) -> None:
        """End a search soon, with a DatabaseError, whenever nobody wants its results any more."""
        self._catalogue.stop_when(unwanted)

    def close(self) -> None:
        """Let go of the database."""
        self._catalogue.close()

    def warm_up(self) -> None:
        """Load now what the first misspelt word would have to wait for."""
        near_words("warm", ["worm"], 1)

    def find(self, view: View) -> Results:
        """The records that `view` asks for. A view without a kind takes that of the best hit."""
        started = perf_counter()
        totals = self._catalogue.counts(view.scope)
        if view.words.strip():
            results = self._search(view, totals)
        else:
            kind = view.kind or next(iter(KINDS))
            view = replace(view, kind=kind, words="")
            results = Results(view, self._catalogue, totals, totals)
        results.seconds = perf_counter() - started
        return results

    def everything(self, words: str, scope: Ref | None = None) -> list[Hit]:
        """The hits of all kinds in one list, best first; at most MOST_HITS of a kind."""
        for attempt in self._attempts(typed_words(words)):
            ranked = [
                pair
                for numbers in self._numbers(attempt, scope).values()
                for pair in self._rank(attempt, numbers[:MOST_HITS])
            ]
            if ranked:
                ranked.sort(key=lambda pair: pair[0])
                why = reasons([found for _, found in ranked], attempt.meanings)
                return [
                    Hit(found.row, told, Tier(ranks.tier).label)
                    for (ranks, found), told in zip(ranked, why, strict=True)
                ]
        return []

    def _search(self, view: View, totals: Mapping[str, int]) -> Results:
        for attempt in self._attempts(typed_words(view.words)):
            found = self._numbers(attempt, view.scope)
            kind, ranked = self._kind_to_show(attempt, found, view.kind)
            hits = self._hits(attempt, found[kind][:MOST_HITS], ranked) if kind else []
            if kind and hits:
                counts = {kind: len(numbers) for kind, numbers in found.items()}
                if counts[kind] <= MOST_HITS:
                    counts[kind] = len(hits)
                return Results(replace(view, kind=kind), self._catalogue, counts, totals, hits,
                               attempt.meanings, attempt.missing)  # fmt: skip
        kind = view.kind or next(iter(KINDS))
        none = dict.fromkeys(KINDS, 0)
        return Results(replace(view, kind=kind), self._catalogue, none, totals, ())

    # --- ways to understand the words ------------------------------------------------------------

    def _attempts(self, typed: tuple[str, ...]) -> Iterator[_Attempt]:
        """From literal to lenient; the first that finds anything is the answer.

        The last word completed; every word completed; misspellings of unknown words, the nearest
        first; misspellings of every word, and of neighbours written together; one word missing.
        """
        if not typed:
            return
        index = self._index
        joined = self._joined(typed)
        literal = tuple(map(Meaning, typed, repeat({}), map(tuple, joined)))
        exact: list[Group] = [(word,) if index.knows(word) else () for word in typed]
        completed = [index.completed(word) for word in typed]
        yield _Attempt(literal, _with(joined, (*exact[:-1], completed[-1])))
        if exact[:-1] != completed[:-1]:
            yield _Attempt(literal, _with(joined, completed))
        near = lru_cache(lambda word, nearest: self._near(word, word == typed[-1], nearest))
        for nearest, everywhere in ((True, False), (False, False), (False, True)):
            if everywhere or not all(completed):
                yield _lenient(typed, joined, completed, near, nearest, everywhere)
        if len(typed) > 1:
            yield self._lenient_together(typed, completed)
            yield from _without_one(_lenient(typed, joined, completed, near, False, True))

    def _joined(self, typed: Sequence[str]) -> list[dict[str, Group]]:
        """For each word: what it makes with a neighbour → the terms that are meant by that."""
        joined: list[dict[str, Group]] = [{} for _ in typed]
        for at, together in enumerate(map("".join, pairwise(typed)), start=1):
            if together.isdigit():  # hyphens and blanks are one in names, not in numbers
                continue
            if at == len(typed) - 1:
                terms: Group = self._index.completed(together)
            else:
                terms = (together,) if self._index.knows(together) else ()
            if terms:
                joined[at - 1][together] = joined[at][together] = terms
        return joined

    def _near(self, word: str, unfinished: bool, nearest: bool) -> dict[str, int]:
        """Words that may be meant → 10 for each typo, and a little for what is unlike.

        With `nearest`, only those one typo away if there are any: fewer candidates, so quicker.
        """
        allowed = typos_allowed(word)
        if nearest and allowed:
            near = near_words(word, self._index.like(word, 1), 1)
            if near:
                return near
        near = near_words(word, self._index.like(word, allowed), allowed) if allowed else {}
        if unfinished and len(word) > 3:
            for beginning, cost in near_beginnings(word, self._index.beginning_like(word)):
                for term in self._index.completed_to(beginning):
                    if begins_nearly(word, term):
                        near.setdefault(term, cost)
        near.pop(word, None)
        return near

    def _lenient_together(self, typed: Sequence[str], completed: Sequence[Group]) -> _Attempt:
        """Neighbours written together may be misspelt: `sun guen` for `Sungeun`."""
        meant: list[dict[str, int]] = [{} for _ in typed]
        for at, together in enumerate(map("".join, pairwise(typed))):
            near = self._near(together, False, True)
            meant[at] |= near
            meant[at + 1] |= near
        meanings = tuple(map(Meaning, typed, meant))
        pairs = zip(completed, meant, strict=True)
        return _Attempt(meanings, tuple((*known, *near) for known, near in pairs))

    # --- rows ------------------------------------------------------------------------------------

    def _numbers(self, attempt: _Attempt, scope: Ref | None) -> dict[str, list[int]]:
        """The first rows of each kind, in the order of the lists; one more than are ever shown."""
        groups, ranges = attempt.groups, {kind: self._catalogue.range(kind) for kind in KINDS}
        if scope is not None:
            return {kind: self._index.rows_among(groups, self._catalogue.linked(scope, kind),
                                                 MOST_HITS + 1) for kind in KINDS}  # fmt: skip
        found = self._index.rows(groups, 1, max(last for _, last in ranges.values()), MOST_HITS + 1)
        numbers = {}
        for kind, (first, last) in ranges.items():
            known = found[bisect_left(found, first) : bisect_right(found, last)]
            if len(found) > MOST_HITS and last > found[-1]:  # there may be more of this kind
                begin, more = max(first, found[-1] + 1), MOST_HITS + 1 - len(known)
                known += self._index.rows(groups, begin, last, more) if more else ()
            numbers[kind] = known
        return numbers

    def _rank(self, attempt: _Attempt, numbers: Sequence[int]) -> list[_Ranked]:
        found = [Found(*entry) for entry in self._catalogue.entries(numbers)]
        return rank_all(found, attempt.meanings, attempt.missing)

    def _hits(
        self, attempt: _Attempt, numbers: Sequence[int], ranked: Sequence[_Ranked]
    ) -> list[_RankedHit]:
        """The rows of one kind, those of the pool by rank; the first ones are ranked already."""
        ranked = [*ranked, *self._rank(attempt, numbers[_GLANCE if ranked else 0 : POOL])]
        ranked.sort(key=itemgetter(0))
        hits: list[_RankedHit] = [
            (found.number, Tier(ranks.tier), found) for ranks, found in ranked
        ]
        return hits + [(number, None, None) for number in numbers[POOL:]]

    def _kind_to_show(
        self, attempt: _Attempt, found: Mapping[str, Sequence[int]], wanted: str
    ) -> tuple[str | None, Sequence[_Ranked]]:
        """The kind that is wanted if it has hits, else that of the best hit as far as the first
        rows of each kind tell; and of its rows those that were ranked for that.
        """
        if wanted and found[wanted]:
            return wanted, ()
        glances = {kind: self._rank(attempt, found[kind][:_GLANCE]) for kind in KINDS}
        best = [(ranked[0][0], kind) for kind, ranked in glances.items() if ranked]
        kind = min(best)[1] if best else None
        return kind, glances[kind] if kind else ()


def _with(joined: Sequence[Mapping[str, Group]], groups: Sequence[Group]) -> tuple[Group, ...]:
    """Groups in which each word may also be a part of what it makes with a neighbour."""
    return tuple(
        (*group, *chain.from_iterable(together.values())) if together else group
        for group, together in zip(groups, joined, strict=True)
    )


def _lenient(
    typed: Sequence[str],
    joined: Sequence[Mapping[str, Group]],
    completed: Sequence[Group],
    near: Callable[[str, bool], Mapping[str, int]],
    nearest: bool,
    everywhere: bool,
) -> _Attempt:
    """Unknown words, or all words everywhere, may be misspelt."""
    meanings, groups = [], []
    for word, together, known in zip(typed, joined, completed, strict=True):
        meant = near(word, nearest) if everywhere or not known else {}
        meanings.append(Meaning(word, meant, tuple(together)))
        groups.append((*known, *meant))
    return _Attempt(tuple(meanings), _with(joined, groups))


def _without_one(attempt: _Attempt) -> Iterator[_Attempt]:
    """Each word left out in turn; the longer ones are given up last."""
    meanings, groups = attempt.meanings, attempt.groups
    for at in sorted(range(len(groups)), key=lambda at: len(meanings[at].typed)):
        yield _Attempt(
            meanings[:at] + meanings[at + 1 :], groups[:at] + groups[at + 1 :], meanings[at]
        )
