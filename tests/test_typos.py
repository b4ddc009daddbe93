"""Misspelt words: what they share with the words that are meant, and how far they are from them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from clustertui.typos import (
    BEGINNINGS,
    FIRST_LETTERS,
    MOST_BEGINNINGS,
    begins_nearly,
    hashes_of_beginning,
    hashes_of_typed,
    hashes_of_typed_beginning,
    hashes_of_word,
    near_beginnings,
    near_words,
    typos_allowed,
)

WORDS = st.text("abcdest0", min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("word", "typos"),
    [("", 0), ("a", 0), ("of", 0), ("kim", 1), ("etri", 1), ("kicox", 2), ("photovoltaic", 2)],
)
def test_longer_words_may_have_more_typos(word: str, typos: int) -> None:
    assert typos_allowed(word) == typos


# --- Hashes --------------------------------------------------------------------------------------


TYPOS = st.tuples(st.integers(0, 12), st.sampled_from("+-x~"), st.sampled_from("abcdest0"))
"""Where, what, and with which letter."""


def mistyped(word: str, typos: list[tuple[int, str, str]]) -> str:
    """The word with letters added, left out, wrong, or swapped with the next."""
    for place, typo, letter in typos:
        at = place % (len(word) or 1)
        before, here, after = word[:at], word[at : at + 1], word[at + 1 :]
        match typo:
            case "+":
                word = before + letter + here + after
            case "-":
                word = before + after
            case "x":
                word = before + letter + after
            case _:
                word = before + after[:1] + here + after[1:]
    return word


@given(WORDS, st.lists(TYPOS, max_size=2))
def test_a_word_shares_a_hash_with_whatever_is_so_many_typos_away(
    word: str, typos: list[tuple[int, str, str]]
) -> None:
    typed = mistyped(word, typos)
    assert hashes_of_word(word) & hashes_of_typed(typed, OSA.distance(word, typed))


@given(st.text("abcdest0", min_size=3, max_size=8), st.lists(TYPOS, max_size=1))
def test_a_beginning_shares_a_hash_with_an_unfinished_word_one_typo_away(
    beginning: str, typos: list[tuple[int, str, str]]
) -> None:
    assert len(beginning) in BEGINNINGS
    typed = mistyped(beginning, typos)
    assume(len(typed) <= BEGINNINGS[-1])
    assert hashes_of_beginning(beginning) & hashes_of_typed_beginning(typed)


@pytest.mark.parametrize("length", [*BEGINNINGS, 12, 20])
def test_a_typo_among_the_first_letters_of_an_unfinished_word_of_any_length(length: int) -> None:
    word = "internationalisation"
    typed = f"{word[:1]}{word[2]}{word[1]}{word[3:length]}"
    size = min(length, BEGINNINGS.stop - 1)
    assert hashes_of_beginning(word[:size]) & hashes_of_typed_beginning(typed)


def test_beginnings_of_other_lengths_and_whole_words_have_other_hashes() -> None:
    assert not hashes_of_beginning("clus") & hashes_of_beginning("clust")
    assert not hashes_of_beginning("clus") & hashes_of_word("clus")


def test_beyond_the_first_letters_words_are_told_apart_by_verification_only() -> None:
    word = "x" * FIRST_LETTERS
    assert hashes_of_word(word + "abc") == hashes_of_word(word)
    assert hashes_of_typed(word + "abc", 1) <= hashes_of_word(word)


@pytest.mark.parametrize("word", ["", "a", "ab", "aaaaaaa"])
def test_short_words_have_hashes_too(word: str) -> None:
    assert hashes_of_word(word) == hashes_of_typed(word, 2)
    assert all(0 <= hash_ < 2**32 for hash_ in hashes_of_word(word))
    assert not hashes_of_typed_beginning("a")


# --- Verification --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("muler", {"muller", "mueller"}, id="letter left out"),
        pytest.param("policcy", {"policy", "polity"}, id="letter doubled"),
        pytest.param("poilcy", {"policy", "polity"}, id="letters swapped"),
        pytest.param("kym", {"kim"}, id="letter wrong"),
        pytest.param("pohtovoltiac", {"photovoltaic"}, id="two typos"),
        pytest.param("phtvltic", set(), id="too many typos"),
        pytest.param("policy", {"polity"}, id="no misspelling of itself"),
        pytest.param("ki", set(), id="too short for a typo"),
        pytest.param("zebra", set(), id="nothing like it"),
    ],
)
def test_of_the_candidates_those_are_near_that_few_typos_part(word: str, found: set[str]) -> None:
    candidates = {"policy", "polity", "muller", "mueller", "kim", "kin", "photovoltaic", "sun"}
    near = near_words(word, candidates, typos_allowed(word))
    assert set(near) == found - ({"kin"} if word == "kym" else set())


def test_fewer_typos_are_nearer_and_among_equals_the_likelier() -> None:
    near = near_words("muler", ["mueller", "muller", "miler"], 2)
    assert near["muller"] < near["mueller"]
    assert 10 <= near["muller"] <= near["miler"] < 20 <= near["mueller"] < 30


@given(WORDS, st.lists(WORDS, max_size=9), st.integers(0, 2))
def test_what_is_near_is_what_the_distance_says(
    word: str, candidates: list[str], allowed: int
) -> None:
    near = near_words(word, candidates, allowed)
    assert set(near) == {c for c in candidates if 0 < OSA.distance(word, c) <= allowed}
    for candidate, cost in near.items():
        assert cost // 10 == OSA.distance(word, candidate)


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("phto", {"phot", "photo"}),
        ("poto", {"photo"}),
        ("phot", {"photo"}),
        ("fotov", set()),
        ("photvol", {"photo", "photov", "photovo", "photovol"}),
        ("intrenationalisation", {"internat"}),
        ("internationlaisation", set()),
        ("xyzxyzxyz", set()),
    ],
)
def test_an_unfinished_word_may_stand_for_beginnings_nearly_like_it(
    word: str, found: set[str]
) -> None:
    near = near_beginnings(word, ["phot", "photo", "photov", "photovo", "photovol", "internat"])
    assert {beginning for beginning, _ in near} == found
    assert [cost for _, cost in near] == sorted(cost for _, cost in near)


def test_a_finished_word_is_nearer_than_one_still_to_be_finished() -> None:
    ((_, cost),) = near_beginnings("clutser", ["cluster"])
    assert near_words("clutser", ["cluster"], 2)["cluster"] < cost


def test_an_unfinished_word_stands_for_the_nearest_few_beginnings_only() -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    candidates = [*(f"c{a}xb" for a in letters), *(f"clx{a}" for a in letters)]
    near = near_beginnings("clxb", candidates)
    assert len(near) == MOST_BEGINNINGS < len(set(candidates) - {"clxb"})
    assert {cost for _, cost in near} <= {14, 15}


@pytest.mark.parametrize(
    ("word", "term", "nearly"),
    [
        ("intrenationalis", "internationalisation", True),
        ("internationlais", "internationalisation", True),
        ("internationalis", "internationalisation", True),
        ("internatonalis", "internationalisation", True),
        ("internattionnalis", "internationalisation", True),
        ("intrenationlaisx", "internationalisation", False),
        ("internatxyz", "internationalisation", False),
        ("internationalis", "international", True),
        ("internationalisa", "international", False),
        ("photxyzo", "photovoltaic", True),
    ],
)
def test_a_long_unfinished_word_must_go_on_nearly_like_the_term(
    word: str, term: str, nearly: bool
) -> None:
    assert begins_nearly(word, term) == nearly
