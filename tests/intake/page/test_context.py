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
