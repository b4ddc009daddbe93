from __future__ import annotations

import pytest

from .reading import Spoken, present, spoken, talks, verdicts

TOP = "Harbour Day\n5 May 2016, Lund\n\n"
TIDES: Spoken = ("Tides", [("Ida Holm", [("Port of Lund", None, None)])])
KNOTS: Spoken = ("Knots", [("Eva Falk", [("Rope Museum", None, None)])])


@pytest.mark.parametrize("name", ["Title", "Session"])
def test_a_header_says_what_the_columns_hold(name: str) -> None:
    page = TOP + (
        f"Time | {name} | Speaker\n"
        "10:00 | Tides | Ida Holm (Port of Lund)\n"
        "11:00 | Knots | Eva Falk (Rope Museum)\n"
    )
    assert spoken(page) == [TIDES, KNOTS]
    assert [each.session for each in talks(page)] == [None, None]


def test_without_a_header_the_organisations_beside_the_speakers_are_titles() -> None:
    page = TOP + (
        "10:00 | Port of Lund | Ida Holm\n"
        "11:00 | Rope Museum | Eva Falk\n"
        "12:00 | Town of Lund | Jon Rask\n"
    )
    assert [(title, people[0][0]) for title, people in spoken(page)] == [
        ("Port of Lund", "Ida Holm"), ("Rope Museum", "Eva Falk"), ("Town of Lund", "Jon Rask"),
    ]  # fmt: skip


def test_bare_hours_behind_a_weekday_are_times_in_their_column() -> None:
    page = TOP + (
        "Time | Title | Speaker\n"
        "Mo 9-10 | Tides | Ida Holm (Port of Lund)\n"
        "Tu 11 | Knots | Eva Falk (Rope Museum)\n"
        "Tu 25 | Moss | Jon Rask (Rope Museum)\n"
    )
    assert [
        (each.title, each.start and each.start.hour, each.end and each.end.hour)
        for each in talks(page)[:2]
    ] == [("Tides", 9, 10), ("Knots", 11, None)]
    assert all(each.start is None for each in talks(page)[2:])


def test_what_stands_in_the_column_of_speakers_and_is_nobody_is_the_title() -> None:
    page = TOP + (
        "Time | Title | Speaker\n"
        "10:00 | | Lunch break\n"
        "11:00 | Knots | Eva Falk (Rope Museum)\n"
        "12:00 | | The sea and all of us in it\n"
    )
    assert spoken(page) == [KNOTS, ("The sea and all of us in it", [])]
    assert verdicts(page) == {4: "furniture", 5: "furniture"}


def test_a_row_may_name_a_speaker_and_no_title_yet() -> None:
    page = TOP + (
        "Time | Title | Speaker\n"
        "10:00 | | Ida Holm (Port of Lund)\n"
        "11:00 | Knots | Eva Falk (Rope Museum)\n"
    )
    assert spoken(page) == [(None, TIDES[1]), KNOTS]


def test_columns_beside_a_name_say_role_and_country() -> None:
    page = TOP + (
        "Title | Speaker | Role | Country\n"
        "Tides | Ida Holm | Director | Sweden\n"
        "Knots | Eva Falk | Curator | Norway\n"
    )
    assert spoken(page) == [
        ("Tides", [("Ida Holm", [(None, "Director", "Sweden")])]),
        ("Knots", [("Eva Falk", [(None, "Curator", "Norway")])]),
    ]


def test_what_stands_in_a_column_of_organisations_is_one_whatever_it_looks_like() -> None:
    page = TOP + (
        "Time | Title | Speaker | Organisation\n"
        "10:00 | Tides | Ida Holm | Director\n"
        "11:00 | Knots | Eva Falk | Rope Museum\n"
    )
    assert spoken(page) == [("Tides", [("Ida Holm", [("Director", None, None)])]), KNOTS]


def test_tracks_are_sessions_side_by_side_and_pauses_are_in_none() -> None:
    page = TOP + (
        "Time | Hall 1: Moss | Hall 2: Water\n"
        "10:00 | Tides, Ida Holm (Port of Lund) | Lunch\n"
        "11:00 | Knots, Eva Falk (Rope Museum) | Ropes, Jon Rask (Rope Museum)\n"
        "12:00 | Lunch | Coffee break\n"
    )
    assert [(each.title, each.session) for each in talks(page)] == [
        ("Tides", "Hall 1: Moss"), ("Knots", "Hall 1: Moss"), ("Ropes", "Hall 2: Water"),
    ]  # fmt: skip
    assert verdicts(page) == {4: "furniture", 7: "furniture"}


def test_times_may_stand_in_the_last_column() -> None:
    page = TOP + (
        "Title | Speaker | Time\n"
        "Tides | Ida Holm (Port of Lund) | 10:00\n"
        "Knots | Eva Falk (Rope Museum) | 11:00\n"
    )
    assert spoken(page) == [TIDES, KNOTS]
    assert [each.start and each.start.hour for each in talks(page)] == [10, 11]


def test_times_and_names_without_titles_are_no_talks_but_people() -> None:
    page = TOP + (
        "10:00 | Ida Holm (Port of Lund)\n"
        "11:00 | Eva Falk (Rope Museum)\n"
        "12:00 | Jon Rask (Rope Museum)\n"
    )
    assert spoken(page) == []
    assert [name for name, _ in present(page)] == ["Ida Holm", "Eva Falk", "Jon Rask"]


def test_speakers_by_day_and_time_speak_though_no_title_is_known() -> None:
    page = (
        "Harbour lectures\n\n| Date | Time | College | Speaker |\n"
        "| Tuesday 3 May 2016 | 6.00pm - 7.00pm | Collier Hall | Ida Holm, Port of Lund |\n"
        "| Tuesday 10 May 2016 | 6.00pm - 7.00pm | Lambton | Eva Falk, Rope Museum |\n"
    )
    assert spoken(page) == [
        (None, [("Ida Holm", [("Port of Lund", None, None)])]),
        (None, [("Eva Falk", [("Rope Museum", None, None)])]),
    ]
    assert [each.start and each.start.day for each in talks(page)] == [3, 10]


def test_a_pause_is_no_talk_and_no_speaker() -> None:
    page = TOP + "09:00 | Coffee | Coffee\n10:00 | Lunch | Ida Holm\n11:00 | Dinner | Eva Falk\n"
    assert [title for title, _ in spoken(page)] == ["Lunch", "Dinner"]
    assert verdicts(page)[4] == "furniture"


def test_a_country_in_a_column_of_organisations_is_a_country() -> None:
    page = TOP + (
        "Name | Role | Organisation\nIda Holm | Director | Moss Institute\n"
        "Jon Rask | Captain | Sweden\n"
    )
    assert present(page)[1] == ("Jon Rask", [(None, "Captain", "Sweden")])
