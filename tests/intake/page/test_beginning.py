from __future__ import annotations

from clustertui.intake.page.beginning import start_of_programme

from .reading import entries_of, events, titles


def start(text: str) -> str:
    entries = entries_of(text)
    at = start_of_programme(entries)
    return entries[at].line.text if at < len(entries) else ""


def test_a_programme_begins_with_its_heading_its_first_time_or_its_day() -> None:
    head = "Harbour Day\nLund\n5 May 2016\n\n"
    assert start(head + "Programme\n10:00 Tides\n11:00 Ropes\n") == "Programme"
    assert start(head + "10:00 Tides\n11:00 Ropes\n") == "10:00 Tides"
    assert start(head + "Friday 6 May\n10:00 Tides\n11:00 Ropes\n") == "Friday 6 May"
    assert start(head + "We met at the port and saw the cranes of the town.\n") == ""


def test_what_stands_above_tells_of_the_event() -> None:
    page = "Harbour Day\nLund, 5 May 2016\n\nSession 1: Ropes\n10:00 Tides\n11:00 Ropes of rye\n"
    (event,) = events(page)
    assert event.name == "Harbour Day"
    assert titles(page) == ["Tides", "Ropes of rye"]
