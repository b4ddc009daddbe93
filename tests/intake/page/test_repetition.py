from __future__ import annotations

from clustertui.intake.page.lines import Line
from clustertui.intake.page.repetition import numbered, speaker_labels, with_days

from .reading import spoken, titles


def _texts(*texts: str) -> list[tuple[str, str]]:
    lines = [Line(at, at, text) for at, text in enumerate(texts, 1)]
    return [(each.bullet, each.text) for each in numbered(lines)]


def test_a_word_that_counts_items_is_their_number() -> None:
    assert _texts("Punkt 1. Moor", "Anna Bergh", "Punkt 2. Haff") == [
        ("1.", "Moor"), ("", "Anna Bergh"), ("2.", "Haff"),
    ]  # fmt: skip
    assert _texts("1 | Moor", "2 | Haff") == [("1.", "Moor"), ("2.", "Haff")]
    assert _texts("Round 1 (14:10). Moor", "Round 2 (15:00). Haff") == [
        ("", "14:10 Moor"), ("", "15:00 Haff"),
    ]  # fmt: skip


def test_sessions_days_and_numbers_out_of_order_stay() -> None:
    for texts in (
        ("Session 1. Moor", "Session 2. Haff"),
        ("Day 1. Moor", "Day 2. Haff"),
        ("Panel 1. Moor", "Panel 2. Haff"),
        ("Hall 4. Moor", "Hall 2. Haff"),
        ("Punkt 1. Moor", "Haff"),
    ):
        assert [text for _, text in _texts(*texts)] == list(texts)


def test_words_that_name_people_twice_are_labels() -> None:
    texts = ["Moor", "Raconte: Anna Bergh", None, "Haff", "Raconte: Paul Weiss", "Fin: on rentre"]
    assert speaker_labels(texts) == {
        1: ("Raconte", "Anna Bergh"), 4: ("Raconte", "Paul Weiss"),
    }  # fmt: skip
    assert speaker_labels(["Moor", "Gold: Anna Bergh", "Silver: Paul Weiss", "x",
                           "Gold: Maria Rossi", "Silver: Peter Lang"]) == {}  # fmt: skip


def test_minutes_with_points_and_reporters() -> None:
    page = """\
        MINUTES OF THE REED BOARD, 3 May 2010

        Present:
        Anna Bergh - Institute of Reeds
        Paul Weiss - Haff Museum

        Point 1. The beetle from abroad
        Reported on: Anna Bergh

        Point 2. Boats for rent
        Reported on: Paul Weiss
        """
    assert spoken(page) == [
        ("The beetle from abroad", [("Anna Bergh", [("Institute of Reeds", None, None)])]),
        ("Boats for rent", [("Paul Weiss", [("Haff Museum", None, None)])]),
    ]


def test_a_title_with_a_comma_is_one_where_the_others_stand_above_people() -> None:
    page = """\
        Reed Symposium, Gent, 3 May 2010

        1 | LISTENING TO MUD
        Dr. Anna Bergh, Institute of Reeds, Norway
        2 | WHO PAYS FOR IT?
        Dr. Paul Weiss, Haff Museum, Germany
        3 | EELS, AN UNWANTED SIGNAL
        Dr. Maria Rossi, Eel Station, Canada
        """
    assert titles(page) == ["LISTENING TO MUD", "WHO PAYS FOR IT?", "EELS, AN UNWANTED SIGNAL"]


def test_a_month_alone_is_no_day_before_a_talk() -> None:
    lines = [
        Line(1, 1, "May (2 talks) Ida Holm, Tides and timber"),
        Line(2, 2, "June 2016 Tor Berg, Ropes of rye"),
    ]
    assert with_days(lines) == lines
