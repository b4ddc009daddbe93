from __future__ import annotations

from clustertui.intake.page.found import Found

from .reading import entries_of


def test_an_event_is_found_by_its_name_alone() -> None:
    found = Found("Harbour Day")
    assert (found.kind, found.dated, found.places, found.follows) == ("event", None, [], False)


def test_two_finds_share_no_list() -> None:
    Found("Harbour Day").places.append("Lund")
    assert Found("Rope Day").places == []


def test_the_lines_of_an_entry() -> None:
    (entry,) = entries_of("\n\nHarbour Day\n")
    assert entry.lines == (3, 3)
