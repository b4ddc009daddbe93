from __future__ import annotations

from .reading import entries_of, spoken, titles

TOP = "Harbour Day\n5 May 2016\n\nProgramme\n"


def test_a_doubtful_name_counts_where_the_others_stand() -> None:
    page = TOP + (
        "10:00 Tides and timber\nIda Holm\n\n10:30 Ropes of rye\nTor Berg\n\n"
        "11:00 Dams that fail\nXelu Vornak\n"
    )
    assert [name for _, people in spoken(page) for name, _ in people] == [
        "Ida Holm", "Tor Berg", "Xelu Vornak",
    ]  # fmt: skip


def test_what_most_lines_have_behind_a_name_is_a_title() -> None:
    page = "Harbour Day\n5 May 2016\n\nIda Holm - Tides and timber\nTor Berg - Ropes of rye\n"
    assert spoken(page) == [
        ("Tides and timber", [("Ida Holm", [])]), ("Ropes of rye", [("Tor Berg", [])]),
    ]  # fmt: skip


def test_lines_that_a_page_ran_together_are_read_by_their_times() -> None:
    page = (
        TOP + "08:30 Registration 09:00 Opening by the mayor 09:30 Tides and timber 10:15 Coffee\n"
    )
    assert titles(page) == ["Opening by the mayor", "Tides and timber"]


def test_the_edges_of_printed_pages_are_furniture() -> None:
    page = TOP + (
        "10:00 Tides and timber\nIda Holm, Port of Lund\nHarbour Day 2016\nPage 1 of 2\n"
        "11:00 Ropes of rye\nTor Berg, Crane Institute\nHarbour Day 2016\nPage 2 of 2\n"
    )
    assert [each.text for each in entries_of(page) if each.kind == "furniture"] == [
        "Harbour Day 2016", "Page 1 of 2", "Harbour Day 2016", "Page 2 of 2",
    ]  # fmt: skip
    assert titles(page) == ["Tides and timber", "Ropes of rye"]


def test_a_list_inside_a_cell_is_a_list() -> None:
    page = (
        "|\n09.00 – 10.00 |\n"
        "Session 1: Counting trees • Which tree counts – Mr. Jon Rask, Rope Museum "
        "• Errors of the count – Ms. Anna Berg, Moss Institute | |||\n"
    )
    assert [(each.kind, each.line.bullet, each.text[:12]) for each in entries_of(page)][-3:] == [
        ("section", "", "Session 1: C"), ("both", "•", "Which tree c"), ("both", "•", "Errors of th"),
    ]  # fmt: skip


def test_titles_in_quotation_marks_run_together_are_several() -> None:
    page = (
        "Talks of the day “Glaciers and us” Prof. Anna Berg – Moss Institute "
        "“Shepherds without sons” Dr. Peter Falk – Rope Museum\n"
    )
    assert [(each.kind, each.text[:12]) for each in entries_of(page)] == [
        ("title", "Talks of the"), ("both", "“Glaciers an"), ("both", "“Shepherds w"),
    ]  # fmt: skip


def test_quotations_of_a_sentence_are_left_together() -> None:
    page = "The words “never again” Made sense to “all of us” Long before the rain and the wind.\n"
    assert len(entries_of(page)) == 1


def test_a_word_for_those_who_speak_stands_alone_above_them() -> None:
    page = "10:00 Who pays?\nModerators\nAnna Berg, Moss Institute\nPeter Falk, Rope Museum\n"
    assert [(each.kind, each.label) for each in entries_of(page)][1] == ("label", "moderator")


def test_a_few_words_with_a_colon_between_a_title_and_people_say_who_they_are() -> None:
    page = (
        "Concluding Roundtable\n\nConference Fellows:\n"
        "Anna Berg, Moss Institute; Peter Falk, Rope Museum\n"
    )
    assert [(each.kind, each.label) for each in entries_of(page)][1] == ("label", "speaker")


def test_in_a_list_of_people_a_doubtful_name_is_one() -> None:
    page = (
        "• Gezje Oldkamp, vicevoorzitter Vereniging Bakkers\n"
        "• Anna Berg, Moss Institute\n• Peter Falk, Rope Museum\n"
    )
    assert [each.kind for each in entries_of(page)] == ["people"] * 3


def test_where_most_lines_have_a_title_behind_a_name_doubtful_ones_have_too() -> None:
    page = (
        "Anna Berg - Insuring the river\nPeter Falk - Voters on islands\nIda Holm - Eels and law\n"
        "Jiang Ruolan - Noodles at Midnight: street trade\n"
    )
    assert [each.kind for each in entries_of(page)] == ["both"] * 4
