from __future__ import annotations

import pytest

from clustertui.intake.page.accounts import confident
from clustertui.intake.page.items import Item

from .reading import entries_of, events, titles, verdicts

TIDES = "10:00\nTides\nIda Holm (Port of Lund)\n"
KNOTS = "11:00\nKnots\nEva Falk (Rope Museum)\n"


def test_a_title_with_a_day_and_a_kind_is_the_event_and_no_heading_of_the_programme() -> None:
    page = f"Harbour Day\n\nWe meet at the Rope Workshop, 4 March 2019\n{TIDES}{KNOTS}"
    assert titles(page) == ["Tides", "Knots"]
    assert str(events(page)[0].start) == "2019-03-04"


def test_a_title_above_a_time_that_is_set_apart_is_none_of_the_programme() -> None:
    page = f"Harbour Day\n5 March 2019\n\nLund in spring\n\n{TIDES}\n{KNOTS}"
    assert titles(page) == ["Tides", "Knots"]
    assert verdicts(page) == {4: "not understood"}


@pytest.mark.parametrize(
    ("named", "sure"),
    [
        (["Boil the rope.", "Stir the soup!", "Lunch for all"], False),
        (["Ropes", "Knots", "Lunch for all"], True),
        (["Ropes"], False),
    ],
)
def test_timed_sentences_are_the_steps_of_a_recipe(named: list[str], sure: bool) -> None:
    items = [Item(title=title, timed=True) for title in named]
    assert confident(items, entries_of("Programme\n")) is sure


def test_what_is_cancelled_is_no_talk() -> None:
    page = "Harbour Day\n5 May 2016\n\n10:00 Cancelled\n11:00 Knots, Eva Falk (Rope Museum)\n"
    assert titles(page) == ["Knots"]
    assert verdicts(page) == {4: "not understood"}


def test_a_talk_that_is_listed_again_without_its_time_is_the_same() -> None:
    page = (
        "Harbour Day\n5 May 2016\n\n10:00 Tides (Ida Holm, Port of Lund)\n"
        "11:00 Tides (Ida Holm, Port of Lund)\n\nAbstracts\n\nTides (Ida Holm, Port of Lund)\n"
    )
    assert titles(page) == ["Tides", "Tides"]
    assert 9 not in verdicts(page)
