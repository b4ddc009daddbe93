"""How typed words meet the words of a record: exactly, completed, misspelt or not at all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from clustertui.text import spellings, word_places, words

EXACT, COMPLETED, MISSPELT = range(3)
"""How good a match of two words is, best first."""

Span = tuple[int, int]
"""Start and end of matched letters in a text."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How one word of the vocabulary meets a typed word."""

    quality: int
    cost: int
    """Among equals of one quality, the smaller is the nearer."""


def typos_allowed(word: str) -> int:
    """How many typos a typed word may have: none below three letters, one below five, else two."""
    return 0 if len(word) < 3 else 1 if len(word) < 5 else 2


def readings(typed: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The typed words as they are, then with each two neighbours written together."""
    yield tuple(typed)
    for at in range(len(typed) - 1):
        yield (*typed[:at], typed[at] + typed[at + 1], *typed[at + 2 :])


class Vocabulary:
    """All words of a catalogue, folded and sorted."""

    def __init__(self, terms: set[str]) -> None:
        self._terms = sorted(terms)
        self._known = terms

    def literal(self, word: str) -> dict[str, Meeting]:
        """The word itself, and the words that it begins."""
        first = bisect_left(self._terms, word)
        last = bisect_left(self._terms, word + "\x7f", first)
        found = {
            term: Meeting(COMPLETED, min(len(term) - len(word), 9))
            for term in self._terms[first:last]
        }
        if word in self._known:
            found[word] = Meeting(EXACT, 0)
        return found

    def misspelt(self, word: str, unfinished: bool, nearest: bool) -> dict[str, Meeting]:
        """Words within the typos allowed, and, for an unfinished word, words that begin so.

        With `nearest`, only those with the fewest typos.
        """
        from rapidfuzz import process  # not before the first misspelt word: it costs 15 ms
        from rapidfuzz.distance import OSA

        allowed = typos_allowed(word)
        found: dict[str, Meeting] = {}
        if not allowed:
            return found
        for _, distance, index in process.extract_iter(
            word, self._terms, scorer=OSA.distance, score_cutoff=allowed, processor=None
        ):
            found[self._terms[index]] = Meeting(MISSPELT, 10 * int(distance))
        if unfinished and len(word) > 3:
            for term in self._terms:
                if len(term) > len(word) and term not in found:
                    distance = _prefix_distance(word, term, allowed)
                    if distance <= allowed:
                        found[term] = Meeting(MISSPELT, 10 * distance + 5)
        found.pop(word, None)
        if nearest and found:
            fewest = min(meeting.cost for meeting in found.values()) // 10
            return {
                term: meeting for term, meeting in found.items() if meeting.cost // 10 == fewest
            }
        return found


def _prefix_distance(word: str, term: str, allowed: int) -> int:
    """The fewest typos that turn `word` into a beginning of `term`."""
    from rapidfuzz.distance import OSA

    size = len(word)
    return min(
        OSA.distance(word, term[:cut], score_cutoff=allowed) for cut in (size - 1, size, size + 1)
    )


Expansion = Mapping[str, Meeting]
"""The words of the vocabulary that meet one typed word."""


class Marker:
    """Finds the letters of any text that match what was typed."""

    def __init__(self, typed: Mapping[str, Expansion]) -> None:
        self._typed = typed

    def spans(self, text: str) -> tuple[Span, ...]:
        """The matched letters of `text`, in order and without overlaps."""
        if not self._typed:
            return ()
        marked: set[int] = set()
        found = word_places(text)
        for at, (word, places) in enumerate(found):
            marked.update(self._marked_places(word, text, places))
            if at + 1 < len(found):
                following, more = found[at + 1]
                if self._letters(word + following) == len(word + following):
                    marked.update(places, more)
        return tuple(_runs(sorted(marked)))

    def _marked_places(self, word: str, text: str, places: Sequence[int]) -> Sequence[int]:
        letters = self._letters(word)
        if not letters and not text.isascii():
            original = text[places[0] : places[-1] + 1]
            if any(self._letters(other) for other in spellings(original)[len(words(original)) :]):
                letters = len(word)
        return places[:letters]

    def _letters(self, word: str) -> int:
        """How many letters of a word are matched by what was typed."""
        best = 0
        for typed, expansion in self._typed.items():
            meeting = expansion.get(word)
            if meeting is not None:
                best = max(best, len(typed) if meeting.quality == COMPLETED else len(word))
        return best


def _runs(places: list[int]) -> Iterator[Span]:
    start = end = -1
    for place in places:
        if place == end:
            end += 1
            continue
        if end > start:
            yield start, end
        start, end = place, place + 1
    if end > start:
        yield start, end
