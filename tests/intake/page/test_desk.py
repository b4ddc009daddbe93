from __future__ import annotations

from datetime import date

from clustertui.intake.page.desk import Desk
from clustertui.intake.stated import StatedPerson

from .reading import entries_of

DAY = date(2016, 5, 5)
TIMED, PLAIN = entries_of("10:00 Tides\n\nRopes\n")


def desk() -> Desk:
    return Desk([DAY], DAY)


def test_an_item_opens_under_the_day_and_the_heading_that_hold() -> None:
    table = desk()
    table.session = ("Session 1", (1, 1))
    item = table.open(TIMED)
    assert (item.day, item.session, item.timed, item.lines) == (DAY, "Session 1", True, [(1, 1)])


def test_what_is_below_an_item_is_so_until_another_time() -> None:
    table = desk()
    table.session = ("Session 1", (1, 1))
    table.below = ("Visit", (2, 2))
    assert table.open(PLAIN).session == "Visit"
    assert table.open(TIMED).session == "Session 1"
    assert table.open(PLAIN).session == "Session 1"


def test_an_item_without_a_heading_has_none() -> None:
    assert desk().open(PLAIN).session is None


def test_another_item_closes_the_open_one() -> None:
    table = desk()
    first, second = table.open(TIMED), table.open(PLAIN)
    assert (table.read.items, table.item) == ([first], second)
    table.close()
    table.close()
    assert (table.read.items, table.item) == ([first, second], None)


def test_who_is_named_in_a_list_of_speakers_is_told_from_who_is_present() -> None:
    table = desk()
    for heading in ("speakers", "present", "excused", ""):
        table.listing = heading
        table.attend(StatedPerson("Ida Holm"), PLAIN)
    assert [listed for _, _, listed in table.read.present] == [True, False, False, False]


def test_lines_that_say_nothing() -> None:
    table = desk()
    table.pass_over(PLAIN)
    assert (table.read.furniture, PLAIN.lines) == ({3}, (3, 3))
