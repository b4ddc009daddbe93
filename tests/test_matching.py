"""How typed words meet the words of a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.matching import (
    COMPLETED,
    EXACT,
    MISSPELT,
    MOST_WORDS,
    Marker,
    Meaning,
    typed_words,
)
from clustertui.text import fold, padded, spellings
from clustertui.typos import near_words, typos_allowed

# --- Typed words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ()),
        (" \t\n", ()),
        ("!!!", ()),
        ("…", ()),
        ("\0", ()),
        ("\ud800", ()),
        ("😀", ("grinning",)),
        ("Sun-Geun  KIM", ("sun", "geun", "kim")),
        ("tide\0fair", ("tide", "fair")),
        ("Straße", ("strasse",)),
        ("ﬁlm ｗｉｄｅ", ("film", "wide")),
        ("별하늘", ("byeolhaneul",)),
        ('"a" OR b* NEAR(c)', ("a", "or", "b", "near", "c")),
    ],
)
def test_typed_words_are_folded(typed: str, found: tuple[str, ...]) -> None:
    assert typed_words(typed) == found


def test_of_a_pasted_page_only_the_first_words_are_looked_at() -> None:
    words = tuple(f"w{n}" for n in range(200))
    assert typed_words(" ".join(words)) == words[:MOST_WORDS]
    assert typed_words("x" * 1_000_000) == ("x" * 1000,)


@given(st.text())
def test_typed_words_are_letters_and_digits_only(typed: str) -> None:
    for word in typed_words(typed):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()


# --- Meanings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "text", "met"),
    [
        ("policy", "cluster policy", (EXACT, 0)),
        ("pol", "cluster policy", (COMPLETED, 3)),
        ("cluster", "clusters cluster", (EXACT, 0)),
        ("cluster", "clusters", (COMPLETED, 1)),
        ("olicy", "policy", None),
        ("policy", "", None),
        ("zebra", "policy", None),
    ],
)
def test_a_word_is_met_by_itself_and_by_the_words_it_begins(
    typed: str, text: str, met: tuple[int, int] | None
) -> None:
    (field,) = padded([text])
    assert Meaning(typed).meet(field) == met


@pytest.mark.parametrize(
    ("text", "met"),
    [
        ("policy", (MISSPELT, 12)),
        ("polity policy", (MISSPELT, 12)),
        ("polity", (MISSPELT, 17)),
        ("polciy policy", (EXACT, 0)),
        ("polciyx policy", (COMPLETED, 1)),
        ("politics", None),
    ],
)
def test_a_misspelt_word_is_met_by_the_nearest_of_those_that_may_be_meant(
    text: str, met: tuple[int, int] | None
) -> None:
    meaning = Meaning("polciy", {"policy": 12, "polity": 17})
    assert meaning.meet(f" {text} ") == met


@pytest.mark.parametrize(
    ("word", "letters"), [("policy", 3), ("pol", 3), ("po", 0), ("ploy", 4), ("zebra", 0)]
)
def test_the_matched_letters_of_a_word_are_counted(word: str, letters: int) -> None:
    assert Meaning("pol", {"ploy": 10}).letters(word) == letters


# --- Marker --------------------------------------------------------------------------------------


def meaning(typed: str, text: str) -> Meaning:
    """A typed word that may stand for the misspelt words of a text."""
    return Meaning(typed, near_words(typed, spellings(text), typos_allowed(typed)))


def marked(text: str, *typed: str, misspelt: bool = False) -> str:
    """`text` with its marked letters between angles."""
    marker = Marker([meaning(word, text) if misspelt else Meaning(word) for word in typed])
    for start, end in reversed(marker.spans(text)):
        text = f"{text[:start]}<{text[start:end]}>{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Cluster Policy", ["policy"], "Cluster <Policy>"),
        ("Cluster Policy", ["pol", "clu"], "<Clu>ster <Pol>icy"),
        ("Cluster Policy", [], "Cluster Policy"),
        ("Cluster Policy", ["zebra"], "Cluster Policy"),
        ("", ["zebra"], ""),
        ("Müller", ["mull"], "<Müll>er"),
        ("Müller", ["muller"], "<Müller>"),
        ("Müller", ["mueller"], "<Müller>"),
        ("Straße 5", ["strasse"], "<Straße> 5"),
        ("Straße 5", ["stras"], "<Straß>e 5"),
        ("Sun-Geun Kim", ["sungeun"], "<Sun>-<Geun> Kim"),
        ("sun geun kim", ["sungeun", "kim"], "<sun> <geun> <kim>"),
        ("[b]bold[/b]", ["b"], "[<b>]<b>old[/<b>]"),
        ("별하늘 Kim", ["kim"], "별하늘 <Kim>"),
        ("Øl, øl", ["ol"], "<Øl>, <øl>"),
        ("Kim kim", ["kim", "ki"], "<Kim> <kim>"),
    ],
)
def test_matched_letters_are_marked(text: str, typed: list[str], shown: str) -> None:
    assert marked(text, *typed) == shown


@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Müller", ["muler"], "<Müller>"),
        ("Photovoltaic", ["photovltiac"], "<Photovoltaic>"),
        ("Überblick", ["uebrblick"], "<Überblick>"),
    ],
)
def test_a_misspelt_word_is_marked_whole(text: str, typed: list[str], shown: str) -> None:
    assert marked(text, *typed, misspelt=True) == shown


def test_the_longest_of_several_matches_is_marked() -> None:
    marker = Marker([Meaning("clu"), Meaning("cluster"), Meaning("clust")])
    assert marker.spans("Clusters") == ((0, 7),)


@given(st.text(st.characters()) | st.text("aüßﬁ -서\u0308"), st.data())
def test_marked_letters_are_in_order_and_inside_the_text(text: str, data: st.DataObject) -> None:
    some = st.sampled_from(sorted(spellings(text))) if spellings(text) else st.nothing()
    typed = data.draw(st.lists(some | st.text("abcdeimnorstu", min_size=1, max_size=6), max_size=3))
    marker = Marker([meaning(word, text) for word in typed])
    last = -1
    for start, end in marker.spans(text):
        assert last < start < end <= len(text)
        last = end
    if any(word in spellings(text) for word in typed):
        assert marker.spans(text)


@given(st.text(), st.text("abcü -", min_size=1, max_size=5))
def test_what_is_met_in_a_text_is_marked_in_it(text: str, typed: str) -> None:
    for word in typed_words(typed):
        (field,) = padded([text])
        if Meaning(word).meet(field):
            assert Marker([Meaning(word)]).spans(text), (word, fold(text))


# --- Neighbours written together -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "joined", "text", "met"),
    [
        ("sun", ("sungeun",), "sungeun park", (EXACT, 0)),
        ("geun", ("sungeun", "geunpark"), "sungeun park", (EXACT, 0)),
        ("pa", ("geunpa",), "sun geunpark", (COMPLETED, 2)),
        ("sun", ("sungeun",), "sunlight sun", (EXACT, 0)),
        ("geun", ("sungeun",), "park", None),
    ],
)
def test_a_word_is_met_by_what_it_makes_with_a_neighbour(
    typed: str, joined: tuple[str, ...], text: str, met: tuple[int, int] | None
) -> None:
    assert Meaning(typed, {}, joined).meet(f" {text} ") == met


def test_what_neighbours_make_is_marked_whole() -> None:
    meanings = [Meaning("sun", {}, ("sungeun",)), Meaning("geun", {}, ("sungeun",))]
    assert Marker(meanings).spans("Sungeun Park") == ((0, 7),)
    assert Marker(meanings).spans("Sungeuni Park") == ((0, 7),), "its beginning"
