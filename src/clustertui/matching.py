"""How typed words meet the words of a record: exactly, completed, misspelt or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from clustertui.text import spellings, word_places, words

EXACT, COMPLETED, MISSPELT = range(3)
"""How good a match of two words is, best first."""
_SAME = (EXACT, 0)

Span = tuple[int, int]
"""Start and end of matched letters in a text."""

MOST_WORDS = 12
"""Typed words beyond these are not looked at."""


def typed_words(text: str) -> tuple[str, ...]:
    """The words that were typed, folded."""
    return tuple(words(text[:1000])[:MOST_WORDS])


class Meaning:
    """What one typed word may stand for: itself, its completions, and words nearly like it.

    Hyphen, blank or nothing are one in names, so that it may also be a part of a word that is made
    of typed neighbours.
    """

    __slots__ = ("_beginnings", "_words", "joined", "misspelt", "typed")

    def __init__(
        self, typed: str, misspelt: Mapping[str, int] | None = None, joined: Sequence[str] = ()
    ) -> None:
        self.typed = typed
        self.misspelt = misspelt or {}
        """Word that may be meant → how far it is from what was typed."""
        self.joined = joined
        """Words, and beginnings of words, that it makes together with a neighbour."""
        self._beginnings = tuple(f" {each}" for each in (typed, *joined))
        self._words = tuple(f"{beginning} " for beginning in self._beginnings)

    def meet(self, padded: str) -> tuple[int, int] | None:
        """Quality and cost of the best match among words that stand between blanks."""
        for word in self._words:
            if word in padded:
                return _SAME
        for beginning in self._beginnings:
            at = padded.find(beginning)
            if at >= 0:
                return COMPLETED, padded.index(" ", at + 1) - at - len(beginning)
        if self.misspelt:
            costs = [self.misspelt[word] for word in padded.split() if word in self.misspelt]
            if costs:
                return MISSPELT, min(costs)
        return None

    def letters(self, word: str) -> int:
        """How many letters of a word are matched."""
        if word.startswith(self.typed):
            return len(self.typed)
        joined = max((len(each) for each in self.joined if word.startswith(each)), default=0)
        return joined or (len(word) if word in self.misspelt else 0)


class Marker:
    """Finds the letters of any text that match what was typed."""

    def __init__(self, meanings: Sequence[Meaning]) -> None:
        self._meanings = meanings

    def spans(self, text: str) -> tuple[Span, ...]:
        """The matched letters of `text`, in order and without overlaps."""
        if not self._meanings:
            return ()
        marked: set[int] = set()
        found = word_places(text)
        for at, (word, places) in enumerate(found):
            marked.update(self._marked_places(word, text, places))
            if at + 1 < len(found):
                following, more = found[at + 1]
                if self._letters(word + following) == len(word + following):
                    marked.update(places, more)
        return tuple(runs(sorted(marked)))

    def _marked_places(self, word: str, text: str, places: Sequence[int]) -> Sequence[int]:
        letters = self._letters(word)
        if not letters and not text.isascii():
            original = text[places[0] : places[-1] + 1]
            if any(self._letters(other) for other in spellings(original)[len(words(original)) :]):
                letters = len(word)
        return places[:letters]

    def _letters(self, word: str) -> int:
        return max(meaning.letters(word) for meaning in self._meanings)


def runs(places: Sequence[int]) -> Iterator[Span]:
    """The stretches that places, given in order, make."""
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
