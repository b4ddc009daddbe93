"""How typed words meet the words of a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.matching import (
    COMPLETED,
    EXACT,
    MISSPELT,
    Marker,
    Meeting,
    Vocabulary,
    readings,
    typos_allowed,
)
from clustertui.text import spellings

TERMS = {"cluster", "clusters", "clustering", "policy", "polity", "muller", "mueller", "kim", "kin",
         "a", "of", "photovoltaic", "sun", "geun", "sungeun"}  # fmt: skip
VOCABULARY = Vocabulary(TERMS)


# --- Vocabulary ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "typos"),
    [("", 0), ("a", 0), ("of", 0), ("kim", 1), ("etri", 1), ("kicox", 2), ("photovoltaic", 2)],
)
def test_longer_words_may_have_more_typos(word: str, typos: int) -> None:
    assert typos_allowed(word) == typos


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("cluster", {"cluster": EXACT, "clusters": COMPLETED, "clustering": COMPLETED}),
        ("cluste", {"cluster": COMPLETED, "clusters": COMPLETED, "clustering": COMPLETED}),
        ("clustering", {"clustering": EXACT}),
        ("ki", {"kim": COMPLETED, "kin": COMPLETED}),
        ("z", {}),
        ("zebra", {}),
    ],
)
def test_a_word_is_met_by_itself_and_by_the_words_it_begins(
    word: str, found: dict[str, int]
) -> None:
    assert {t: m.quality for t, m in VOCABULARY.literal(word).items()} == found


def test_the_shorter_completion_is_the_nearer() -> None:
    met = VOCABULARY.literal("cluste")
    assert met["cluster"].cost < met["clusters"].cost < met["clustering"].cost


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("muler", {"muller", "mueller"}, id="letter left out"),
        pytest.param("policcy", {"policy", "polity"}, id="letter doubled"),
        pytest.param("poilcy", {"policy", "polity"}, id="letters swapped"),
        pytest.param("kym", {"kim"}, id="letter wrong"),
        pytest.param("pohtovoltiac", {"photovoltaic"}, id="two typos"),
        pytest.param("phtvltic", set(), id="too many typos"),
        pytest.param("ki", set(), id="too short for a typo"),
        pytest.param("a", set(), id="one letter"),
    ],
)
def test_a_word_is_met_despite_its_typos(word: str, found: set[str]) -> None:
    assert set(VOCABULARY.misspelt(word, unfinished=False, nearest=False)) == found


def test_a_word_is_no_misspelling_of_itself() -> None:
    assert set(VOCABULARY.misspelt("policy", unfinished=True, nearest=False)) == {"polity"}


def test_only_the_nearest_misspellings_are_kept_on_demand() -> None:
    everything = VOCABULARY.misspelt("muler", unfinished=False, nearest=False)
    assert everything["muller"].cost < everything["mueller"].cost
    nearest = VOCABULARY.misspelt("muler", unfinished=False, nearest=True)
    assert nearest == {"muller": everything["muller"]}
    assert VOCABULARY.misspelt("zebra", unfinished=True, nearest=True) == {}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("fotov", {"photovoltaic"}, id="two typos"),
        pytest.param("potov", {"photovoltaic"}, id="letter left out"),
        pytest.param("clutser", {"cluster", "clusters", "clustering"}, id="letters swapped"),
        pytest.param("zzzzz", set(), id="no beginning"),
        pytest.param("phto", {"photovoltaic"}, id="four letters, two swapped"),
        pytest.param("poto", {"photovoltaic"}, id="four letters, one left out"),
        pytest.param("phho", {"photovoltaic"}, id="four letters, one too many"),
        pytest.param("pto", set(), id="three letters"),
    ],
)
def test_an_unfinished_word_is_met_by_words_that_begin_nearly_so(
    word: str, found: set[str]
) -> None:
    met = VOCABULARY.misspelt(word, unfinished=True, nearest=False)
    assert set(met) == found
    assert {meeting.quality for meeting in met.values()} <= {MISSPELT}


def test_a_finished_word_is_nearer_than_one_still_to_be_finished() -> None:
    met = VOCABULARY.misspelt("clutser", unfinished=True, nearest=False)
    assert met["cluster"].cost < met["clustering"].cost


def test_an_empty_vocabulary_meets_nothing() -> None:
    empty = Vocabulary(set())
    assert empty.literal("a") == {}
    assert empty.misspelt("cluster", unfinished=True, nearest=True) == {}


# --- Readings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ([], [()]),
        (["kim"], [("kim",)]),
        (
            ["sun", "geun", "kim"],
            [("sun", "geun", "kim"), ("sungeun", "kim"), ("sun", "geunkim")],
        ),
    ],
)
def test_words_are_also_read_written_together(
    typed: list[str], read: list[tuple[str, ...]]
) -> None:
    assert list(readings(typed)) == read


# --- Marker --------------------------------------------------------------------------------------


def marked(text: str, *typed: str, misspelt: bool = False) -> str:
    """`text` with its marked letters between angles, in a vocabulary of its own words."""
    vocabulary = Vocabulary(set(spellings(text)) | {"sungeun"})
    marker = Marker(
        {
            word: vocabulary.literal(word)
            | (vocabulary.misspelt(word, unfinished=True, nearest=False) if misspelt else {})
            for word in typed
        }
    )
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
        ("Photovoltaic", ["fotov"], "<Photovoltaic>"),
        ("Überblick", ["uebrblick"], "<Überblick>"),
    ],
)
def test_a_misspelt_word_is_marked_whole(text: str, typed: list[str], shown: str) -> None:
    assert marked(text, *typed, misspelt=True) == shown


def test_the_longest_of_several_matches_is_marked() -> None:
    marker = Marker(
        {
            "clu": {"cluster": Meeting(COMPLETED, 4)},
            "cluster": {"cluster": Meeting(EXACT, 0)},
            "clust": {"cluster": Meeting(COMPLETED, 2)},
        }
    )
    assert marker.spans("Cluster") == ((0, 7),)


@given(st.text(st.characters()) | st.text("aüßﬁ -서\u0308"), st.data())
def test_marked_letters_are_in_order_and_inside_the_text(text: str, data: st.DataObject) -> None:
    vocabulary = Vocabulary(set(spellings(text)))
    some = st.sampled_from(sorted(vocabulary.literal(""))) if spellings(text) else st.nothing()
    typed = data.draw(st.lists(some | st.text("abcdeimnorstu", min_size=1, max_size=6), max_size=3))
    marker = Marker(
        {
            word: vocabulary.literal(word[:3]) | vocabulary.misspelt(word, True, False)
            for word in typed
        }
    )
    last = -1
    for start, end in marker.spans(text):
        assert last < start < end <= len(text)
        last = end
    if any(word in spellings(text) for word in typed):
        assert marker.spans(text)
