"""Words into ranked hits of every kind, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from time import perf_counter

from clustertui.catalogue import Catalogue
from clustertui.kinds import KINDS, NAME_LABELS
from clustertui.matching import EXACT, Expansion, Marker, Span, Vocabulary, readings
from clustertui.model import Hit, Ref, Row, View
from clustertui.text import joined_pairs, spellings, words


class Tier(IntEnum):
    """Why a hit ranks where it does: every hit of a tier stands before all hits of the next.

    Within a tier, names go before contexts and those before running text; then words that stand
    together, fewer typos, shorter texts, and last the order of the list.
    """

    NAME = 0
    OTHER_NAME = 1
    ALL_WORDS = 2
    COMPLETED = 3
    MISSPELT = 4
    ONE_MISSING = 5

    @property
    def label(self) -> str:
        """The tier in words."""
        return self.name.lower().replace("_", " ")


_IN_NAME, _IN_CONTEXT, _IN_TEXT = range(3)


@dataclass(frozen=True, slots=True)
class _Field:
    """One searchable text of an entry."""

    label: str
    """Empty for the title and the context, which are seen anyway."""
    level: int
    text: str
    words: tuple[str, ...]
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Entry:
    number: int
    row: Row
    fields: tuple[_Field, ...]
    terms: frozenset[str]


Rank = tuple[int, int, int, int, int, int]
"""Tier, level, scattered, cost, length, number: smaller is better."""


class Results:
    """The answer to one view: how many records of each kind, and the pages of one kind."""

    def __init__(
        self,
        view: View,
        catalogue: Catalogue,
        counts: Mapping[str, int],
        totals: Mapping[str, int],
        hits: Sequence[Hit] | None,
        marker: Marker,
        seconds: float,
    ) -> None:
        self.view = view
        """The view that was asked for, its kind settled."""
        self.counts = counts
        """Hits of each kind."""
        self.totals = totals
        """Records of each kind in the scope, whatever the words."""
        self.seconds = seconds
        """How long the search took."""
        self._catalogue = catalogue
        self._hits = hits
        self._marker = marker

    def __len__(self) -> int:
        return self.counts[self.view.kind] if self.view.kind else sum(self.counts.values())

    def page(self, offset: int, limit: int) -> Sequence[Hit]:
        """Hits `offset` up to `offset + limit`, best first."""
        if self._hits is not None:
            return self._hits[offset : offset + limit]
        view = self.view
        return [Hit(row) for row in
                self._catalogue.rows(view.kind, view.scope, view.sort, offset, limit)]  # fmt: skip

    def position(self, ref: Ref) -> int | None:
        """Where a record stands among the hits, or None."""
        hits = self._hits if self._hits is not None else self.page(0, len(self))
        return next((at for at, hit in enumerate(hits) if hit.row.ref == ref), None)

    def spans(self, text: str) -> tuple[Span, ...]:
        """The letters of any text that match the words."""
        return self._marker.spans(text)


class Search:
    """Searches one catalogue. Its words are read at the first search and kept in memory."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._entries: list[_Entry] | None = None
        self._vocabulary = Vocabulary(set())

    def warm_up(self) -> None:
        """Read the catalogue now, so that the first search does not have to."""
        self._load()

    def find(self, view: View) -> Results:
        """The records that `view` asks for. A view without a kind takes that of the best hit."""
        started = perf_counter()
        totals = self._catalogue.counts(view.scope)
        typed = words(view.words)
        if not typed and not view.words.strip():
            kind = view.kind or next(iter(KINDS))
            view = View(kind, "", view.scope, view.sort)
            return Results(
                view, self._catalogue, totals, totals, None, Marker({}), perf_counter() - started
            )
        ranked, marker = self._rank(typed, view)
        counts = dict.fromkeys(KINDS, 0)
        for _, entry in ranked:
            counts[entry.row.ref.kind] += 1
        kind = view.kind
        if (not kind or not counts[kind]) and ranked:
            kind = ranked[0][1].row.ref.kind
        view = View(kind or next(iter(KINDS)), view.words, view.scope, view.sort)
        hits = [self._hit(rank, entry, marker) for rank, entry in ranked
                if entry.row.ref.kind == view.kind]  # fmt: skip
        return Results(
            view, self._catalogue, counts, totals, hits, marker, perf_counter() - started
        )

    def everything(self, typed: str, scope: Ref | None = None) -> list[Hit]:
        """The hits of all kinds in one list, best first."""
        ranked, marker = self._rank(words(typed), View("", typed, scope))
        return [self._hit(rank, entry, marker) for rank, entry in ranked]

    # --- ranking ---------------------------------------------------------------------------------

    def _rank(self, typed: list[str], view: View) -> tuple[list[tuple[Rank, _Entry]], Marker]:
        """Literal matches; only without any, misspelt ones; only without those, one word less."""
        entries = self._load()
        if view.scope is not None:
            linked = self._catalogue.linked(view.scope)
            entries = [entry for entry in entries if entry.number in linked]
        expansions: Mapping[str, Expansion] = {}
        for expansions in self._widening(typed):
            if ranked := _ranked(entries, typed, expansions):
                return ranked, Marker(expansions)
        return _without_one(entries, typed, expansions), Marker(expansions)

    def _widening(self, typed: Sequence[str]) -> Iterator[Mapping[str, Expansion]]:
        """What each word may meet, step by step: itself and its completions, then the nearest
        misspellings of unknown words, then all of those, then misspellings of every word.
        """
        alone = dict.fromkeys(word for reading in readings(typed) for word in reading)
        literal = {word: self._vocabulary.literal(word) for word in alone}
        yield literal
        last = typed[-1] if typed else ""
        for nearest, everywhere in ((True, False), (False, False), (False, True)):
            yield {
                word: self._vocabulary.misspelt(word, word.endswith(last), nearest) | found
                if everywhere or not found
                else found
                for word, found in literal.items()
            }

    def _hit(self, rank: Rank, entry: _Entry, marker: Marker) -> Hit:
        seen = f"{entry.row.title}\n{entry.row.context}"
        reason = ""
        if rank[0] == Tier.OTHER_NAME or not marker.spans(seen):
            reason = next(
                (f"{field.label}: {field.text}" for field in entry.fields
                 if field.label and marker.spans(field.text)), ""
            )  # fmt: skip
        return Hit(entry.row, reason, Tier(rank[0]).label)

    def _load(self) -> list[_Entry]:
        if self._entries is None:
            self._entries = [
                _entry(number, Row(Ref(kind, id_), title, context), also)
                for number, kind, id_, title, context, also in self._catalogue.entries()
            ]
            self._vocabulary = Vocabulary({term for entry in self._entries for term in entry.terms})
        return self._entries


def _entry(number: int, row: Row, also: str) -> _Entry:
    level = _IN_NAME if KINDS[row.ref.kind].titles_are_names else _IN_TEXT
    fields = [
        _field("", level, row.title, pairs=row.ref.kind == "person"),
        _field("", _IN_CONTEXT, row.context),
    ]
    for line in also.splitlines():
        label, _, text = line.partition(": ")
        fields.append(_field(label, _IN_NAME if label in NAME_LABELS else _IN_TEXT, text))
    return _Entry(number, row, tuple(fields), frozenset().union(*(f.terms for f in fields)))


def _field(label: str, level: int, text: str, pairs: bool = False) -> _Field:
    found = words(text)
    terms = spellings(text) + (joined_pairs(found) if pairs else [])
    return _Field(label, level, text, tuple(found), frozenset(terms))


def _ranked(
    entries: Iterable[_Entry], typed: Sequence[str], expansions: Mapping[str, Expansion]
) -> list[tuple[Rank, _Entry]]:
    best: dict[int, tuple[Rank, _Entry]] = {}
    for reading in readings(typed):
        met = [expansions[word] for word in reading]
        for entry in entries:
            rank = _rank_of(entry, reading, met)
            if rank is not None and (entry.number not in best or rank < best[entry.number][0]):
                best[entry.number] = (rank, entry)
    return sorted(best.values(), key=lambda pair: pair[0])


def _without_one(
    entries: Sequence[_Entry], typed: Sequence[str], expansions: Mapping[str, Expansion]
) -> list[tuple[Rank, _Entry]]:
    """Entries in which all words but one are found."""
    best: dict[int, tuple[Rank, _Entry]] = {}
    for left_out in range(len(typed) if len(typed) > 1 else 0):
        rest = [*typed[:left_out], *typed[left_out + 1 :]]
        for rank, entry in _ranked(entries, rest, {**_pairs(rest, expansions), **expansions}):
            penalty = len(typed[left_out])
            lower = (int(Tier.ONE_MISSING), rank[1], rank[2], rank[3] + 10 * penalty, *rank[4:])
            if entry.number not in best or lower < best[entry.number][0]:
                best[entry.number] = (lower, entry)
    return sorted(best.values(), key=lambda pair: pair[0])


def _pairs(typed: Sequence[str], expansions: Mapping[str, Expansion]) -> dict[str, Expansion]:
    """Readings that leaving a word out makes possible; nothing is known to meet them."""
    return {w: {} for reading in readings(typed) for w in reading if w not in expansions}


def _rank_of(entry: _Entry, reading: Sequence[str], met: Sequence[Expansion]) -> Rank | None:
    """How well an entry answers one reading of the words; None when a word is not there."""
    worst = level = cost = 0
    for expansion in met:
        meetings = [
            (meeting.quality, field.level, meeting.cost)
            for field in entry.fields
            for term in field.terms & expansion.keys()
            for meeting in (expansion[term],)
        ]
        if not meetings:
            return None
        nearest = min(meetings)
        worst = max(worst, nearest[0])
        level = max(level, nearest[1])
        cost += nearest[2]
    together = [field for field in entry.fields
                if all(not field.terms.isdisjoint(expansion) for expansion in met)]  # fmt: skip
    whole = min(together or entry.fields[:1], key=lambda field: (field.level, len(field.words)))
    tier = Tier(Tier.ALL_WORDS + worst)
    if worst == EXACT:
        named = _named(entry, reading)
        if named is not None:
            tier = Tier.OTHER_NAME if named.label else Tier.NAME
            whole = named
    return (int(tier), level, 0 if together else 1, cost, len(whole.words), entry.number)


def _named(entry: _Entry, reading: Sequence[str]) -> _Field | None:
    """The name that the typed words are, word for word or written together."""
    together = "".join(reading)
    for field in entry.fields:
        if field.level == _IN_NAME and "".join(field.words) == together:
            return field
    return None
