"""Misspelt words: how they are found among many, and how far they are from what was typed.

Two words a few typos apart share a form with letters left out; the idea is that of SymSpell (Wolf
Garbe, 2012). Only the first letters of a word are considered, and forms are kept as 32-bit hashes,
so that what is found must be verified.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

FIRST_LETTERS = 7
"""Letters of a whole word whose deletions are indexed."""
BEGINNINGS = range(3, FIRST_LETTERS + 2)
"""Lengths of the beginnings that are indexed for words still being typed."""

MOST_BEGINNINGS = 30
"""Beginnings that an unfinished word may stand for."""


def typos_allowed(word: str) -> int:
    """How many typos a typed word may have: none below three letters, one below five, else two."""
    return 0 if len(word) < 3 else 1 if len(word) < 5 else 2


def hashes_of_word(word: str) -> set[int]:
    """What a word of the catalogue is found by."""
    return _hashes(word[:FIRST_LETTERS], 2, 0)


def hashes_of_beginning(beginning: str) -> set[int]:
    """What a beginning of a word is found by; beginnings of other lengths have other hashes."""
    return _hashes(beginning, 1, len(beginning))


def hashes_of_typed(word: str, typos: int) -> set[int]:
    """The hashes that a typed word shares with the words that are so many typos away."""
    return _hashes(word[:FIRST_LETTERS], typos, 0)


def hashes_of_typed_beginning(word: str) -> set[int]:
    """The hashes that an unfinished word shares with the beginnings it may stand for."""
    size = min(len(word), BEGINNINGS.stop - 1)
    return set().union(
        *(_hashes(word[:length], 1, length)
          for length in (size - 1, size, size + 1) if length in BEGINNINGS)
    )  # fmt: skip


def _hashes(word: str, deletions: int, salt: int) -> set[int]:
    return {crc32(form, salt) for form in _forms(word.encode(), deletions)}


def _forms(word: bytes, deletions: int) -> Iterator[bytes]:
    yield word
    if deletions:
        ones = {word[:at] + word[at + 1 :] for at in range(len(word))}
        yield from ones
        if deletions > 1:
            for one in ones:
                for at in range(len(one)):
                    yield one[:at] + one[at + 1 :]


def near_words(word: str, candidates: Iterable[str], allowed: int) -> dict[str, int]:
    """The candidates within so many typos → 10 for each typo, and up to 9 for unlikeness."""
    from rapidfuzz.distance import OSA, JaroWinkler  # not before the first misspelt word: 15 ms

    near = {}
    for candidate in candidates:
        distance = OSA.distance(word, candidate, score_cutoff=allowed)
        if 0 < distance <= allowed:
            near[candidate] = 10 * distance + int(9 * JaroWinkler.distance(word, candidate))
    return near


def near_beginnings(word: str, candidates: Iterable[str]) -> list[tuple[str, int]]:
    """The beginnings that an unfinished word may stand for, with their costs, the nearest first."""
    from rapidfuzz.distance import OSA, JaroWinkler

    allowed = 1 if len(word) < FIRST_LETTERS else 2
    start = word[: BEGINNINGS.stop - 1]
    near = []
    for candidate in candidates:
        distance = OSA.distance(start, candidate, score_cutoff=allowed)
        if 0 < distance <= allowed:
            unlike = int(5 * JaroWinkler.distance(start, candidate))
            near.append((candidate, 10 * distance + 4 + unlike))
    return sorted(near, key=lambda pair: pair[1])[:MOST_BEGINNINGS]


def begins_nearly(word: str, term: str) -> bool:
    """Whether an unfinished word, whose first letters led to a term, goes on nearly like it."""
    from rapidfuzz.distance import OSA

    size = len(word)
    return size <= BEGINNINGS[-1] or any(
        OSA.distance(word, term[:length], score_cutoff=2) <= 2
        for length in range(size - 2, size + 3)
    )
