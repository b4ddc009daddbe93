"""What may be shown, and what counts as the same text."""

from __future__ import annotations

from unicodedata import category, normalize

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clustertui.text import (
    LONGEST_LINE,
    clean,
    columns,
    fold,
    in_ascii,
    is_clean,
    joined_pairs,
    likeness,
    name_key,
    slug,
    spellings,
    suggestion,
    unsafe_character,
    word_places,
    words,
)

ANY_TEXT = st.text(st.characters())
"""Texts of every kind of character, lone surrogates included."""

HARMLESS = (
    "",
    "plain",
    "[b]markup[/b] is [/text] [link=http://x]",
    "Müller, Ångström, Łódź, Øre",
    "별과 밀물",
    "family 👩\u200d👧 joined by a zero width joiner",
    "é as two: e\u0301",
    "four marks at most: e\u0301\u0302\u0303\u0304",
)


# --- clean ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", HARMLESS)
def test_harmless_text_is_shown_as_it_is(text: str) -> None:
    assert clean(text) == text
    assert unsafe_character(text) is None


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a b"),
        ("a\nb\r\nc", "a b  c"),
        ("a\x85b\u2028c\u2029d", "a b c d"),
        ("a\v\f\x1c\x1d\x1e\x1fb", "a      b"),
    ],
)
def test_line_breaks_and_tabs_become_blanks(text: str, shown: str) -> None:
    assert clean(text) == shown


@pytest.mark.parametrize(
    "unsafe",
    [
        pytest.param("\x00", id="null"),
        pytest.param("\x07", id="bell"),
        pytest.param("\x1b", id="escape"),
        pytest.param("\x7f", id="delete"),
        pytest.param("\x9b", id="C1 control sequence introducer"),
        pytest.param("\u00ad", id="soft hyphen"),
        pytest.param("\u061c", id="Arabic letter mark"),
        pytest.param("\u180e", id="Mongolian vowel separator"),
        pytest.param("\u200b", id="zero width space"),
        pytest.param("\u200f", id="right-to-left mark"),
        pytest.param("\u202e", id="right-to-left override"),
        pytest.param("\u2066", id="left-to-right isolate"),
        pytest.param("\u2060", id="word joiner"),
        pytest.param("\ufeff", id="byte order mark"),
        pytest.param("\ufff9", id="interlinear annotation"),
        pytest.param("\ud800", id="lone surrogate"),
        pytest.param("\U000e0041", id="language tag"),
    ],
)
def test_unsafe_characters_are_replaced_in_sight(unsafe: str) -> None:
    assert clean(f"a{unsafe}b") == "a\ufffdb"
    assert unsafe_character(f"a{unsafe}b") == unsafe


def test_an_escape_sequence_loses_its_escape() -> None:
    assert clean("\x1b[31mred\x1b]8;;http://x\x1b\\") == "\ufffd[31mred\ufffd]8;;http://x\ufffd\\"


def test_the_first_unsafe_character_is_named() -> None:
    assert unsafe_character("ok\u202eok\x1b") == "\u202e"


@pytest.mark.parametrize("filler", ["\u115f", "\u1160", "\u3164", "\uffa0"])
def test_hangul_fillers_are_seen_as_blanks(filler: str) -> None:
    assert clean(f"별{filler}밤") == "별 밤"


def test_a_flood_of_combining_marks_is_dammed() -> None:
    assert clean("e" + "\u0301" * 200 + "f") == "e" + "\u0301" * 4 + "f"


@pytest.mark.parametrize("letter", ["x", "ü", "\x1b"])
def test_a_line_without_end_is_cut_with_an_ellipsis(letter: str) -> None:
    shown = clean(letter * (LONGEST_LINE + 1))
    assert len(shown) == LONGEST_LINE
    assert shown.endswith("…")


def test_a_line_of_just_the_longest_length_is_whole() -> None:
    assert clean("x" * LONGEST_LINE) == "x" * LONGEST_LINE


@given(ANY_TEXT)
def test_cleaned_text_holds_no_control_and_no_override(text: str) -> None:
    shown = clean(text)
    assert {category(character) for character in shown}.isdisjoint({"Cc", "Cs", "Zl", "Zp"})
    assert not set(shown) & set(
        "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068"
    )
    assert unsafe_character(shown) is None


@given(st.text(st.characters()) | st.text("a\u0301\u3164é", min_size=1))
def test_what_is_clean_at_a_glance_stays_as_it_is(text: str) -> None:
    assert not is_clean(text) or clean(text) == text


@pytest.mark.parametrize("text", ["", "Tides", "Straßen für Nøvik – “별”", "x" * 4096])
def test_most_texts_are_seen_to_be_clean(text: str) -> None:
    assert is_clean(text)
    assert not is_clean(text + "\n")
    assert not is_clean(text + "\u3164")
    assert not is_clean("x" * 4097)


@given(ANY_TEXT)
@example("e" + "\u0301" * 5 + "\u200b" + "\u0301" * 5)
@example("ü" * (LONGEST_LINE + 9))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


# --- fold, words, spellings ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("KICOX", "kicox"),
        ("Müller", "muller"),
        ("MU\u0308LLER", "muller"),
        ("Straße", "strasse"),
        ("Øyenstråle", "oyenstrale"),
        ("Łódź", "lodz"),
        ("Æther", "aether"),
        ("ﬁne", "fine"),
        ("Ｗｉｄｅ", "wide"),
        ("Ⅳ", "iv"),
        ("“T-shaped”", '"t-shaped"'),
        ("Ελλάδα", "ellada"),
    ],
)
def test_case_accents_and_letter_forms_are_folded_away(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["별하늘", normalize("NFD", "별하늘"), "달무지개연구원"])
def test_other_scripts_are_folded_to_latin_words(text: str) -> None:
    assert fold(text).isascii()
    assert len(words(text)) == 1


def test_composed_and_decomposed_text_are_the_same() -> None:
    for text in ("별하늘", "Ångström", "Martí Estévez"):
        assert fold(normalize("NFD", text)) == fold(normalize("NFC", text))


@given(ANY_TEXT)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_words_are_runs_of_small_letters_and_digits(text: str) -> None:
    for word in words(text):
        assert word.isascii()
        assert word.isalnum()
        assert word == word.lower()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("…!? [/]", []),
        ("Cluster workshop, in Korea!", ["cluster", "workshop", "in", "korea"]),
        ("R&D strategy", ["r", "d", "strategy"]),
        ("Sun-Geun Kim", ["sun", "geun", "kim"]),
        ("1.000 / 35.5%", ["1", "000", "35", "5"]),
        ("[b]Øl[/b]", ["b", "ol", "b"]),
    ],
)
def test_words_stand_in_the_order_of_the_text(text: str, found: list[str]) -> None:
    assert words(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain words", ["plain", "words"]),
        ("Müller", ["muller", "mueller"]),
        ("MU\u0308LLER", ["muller", "mueller"]),
        ("Ångström", ["angstrom", "aangstroem"]),
        ("Straße", ["strasse"]),
        ("Sørlie", ["sorlie", "soerlie"]),
        ("Sun-Geun Kim", ["sun", "geun", "kim", "sungeun"]),
        ("Jong‐In", ["jong", "in", "jongin"]),
        ("know-how know how", ["know", "how", "know", "how", "knowhow"]),
        ("a-b ab", ["a", "b", "ab"]),
        ("a-b-c-d", ["a", "b", "c", "d", "abcd"]),
        ("a-b-c-d-e", ["a", "b", "c", "d", "e"]),
        ("- – -", []),
        ("mid-Ülm", ["mid", "ulm", "uelm", "midulm"]),
    ],
)
def test_words_are_also_spelt_in_their_other_ways(text: str, found: list[str]) -> None:
    assert spellings(text) == found


def test_neighbouring_words_of_a_name_are_also_written_together() -> None:
    assert joined_pairs("Sun-Geun Kim") == ["sungeun", "geunkim"]
    assert joined_pairs("Tae Hee Kim, Bo Lo") == ["taehee", "heekim", "bolo"], "name by name"
    assert joined_pairs("Kim") == []
    assert joined_pairs("") == []


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("Korea Industrial Complex", "korea-industrial-complex"),
        ("  Müller & Søn ", "muller-son"),
        ("S&T [/b]", "s-t-b"),
        ("!?", ""),
    ],
)
def test_a_slug_is_the_folded_words_joined_by_hyphens(text: str, identifier: str) -> None:
    assert slug(text) == identifier


# --- word_places ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("a bc", [("a", [0]), ("bc", [2, 3])]),
        ("Maß", [("mass", [0, 1, 2, 2])]),
        ("ﬁn Æ", [("fin", [0, 0, 1]), ("ae", [3, 3])]),
        ("u\u0308b", [("ub", [0, 2])]),
    ],
)
def test_each_letter_of_a_word_knows_its_source(
    text: str, found: list[tuple[str, list[int]]]
) -> None:
    assert [(word, list(places)) for word, places in word_places(text)] == found


@given(ANY_TEXT)
def test_places_are_always_inside_the_text_and_in_order(text: str) -> None:
    last = -1
    for word, places in word_places(text):
        assert len(places) == len(word) > 0
        assert list(places) == sorted(places)
        assert last <= places[0]
        last = places[-1]
        assert last < len(text)


@given(ANY_TEXT)
def test_placed_words_are_the_words_that_searching_compares(text: str) -> None:
    text = normalize("NFC", text)
    assert [word for word, _ in word_places(text)] == words(text)


# --- Suggestions ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("kicx", " (did you mean `kicox`?)"),
        ("kicox", " (did you mean `kicox`?)"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(wrong: str, said: str) -> None:
    assert suggestion(wrong, ["kaist", "kicox", "etri"]) == said
    assert suggestion(wrong, []) == ""


# --- ASCII ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said", "drawn"),
    [
        ("plain", "plain", "plain"),
        ("Müller", "Muller", "Muller"),
        ("Straße", "Strasse", "Strase"),
        ("김 …", "Gim ...", "Gi ."),
        ("› │▐", "> |#", "> |#"),
        ("e\u0301", "e?", "e"),
        ("\ufffd\U0010fffd", "??", "??"),
    ],
)
def test_letters_are_readable_in_ascii(text: str, said: str, drawn: str) -> None:
    assert in_ascii(text) == said
    assert in_ascii(text, same_width=True) == drawn


@given(ANY_TEXT)
def test_what_is_drawn_in_ascii_keeps_its_place(text: str) -> None:
    drawn = in_ascii(clean(text), same_width=True)
    assert drawn.isascii()
    assert len(drawn) == sum(map(columns, clean(text)))
    assert in_ascii(text).isascii()


# --- Names ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Sun-Geun Kim", "sun geun kim", "SUNGEUN KIM", "Sun Geun  Kím"])
def test_the_spellings_of_a_name_have_one_key(name: str) -> None:
    assert name_key(name) == "sungeunkim"


def test_names_without_letters_have_keys_of_their_own() -> None:
    assert len({name_key("…"), name_key("!"), name_key(""), name_key("별")}) == 4


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Jo Ek", "JO EK", 100),
        ("Jo Ek", "Ek, Jo", 100),
        ("Anna Müller", "Anna Müller-Schmidt", 100),
        ("!", "!", 100),
        ("Jo Ek", "Al Moe", None),
        ("Anna Kim", "Anna Lee", None),
        ("Jo Ek", "!", None),
    ],
)
def test_likeness_is_that_of_the_words(one: str, other: str, expected: int | None) -> None:
    found = likeness(one, other)
    assert found == expected or (expected is None and found < 80)
    assert found == likeness(other, one)
