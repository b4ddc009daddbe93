from __future__ import annotations

from datetime import date

import pytest

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.layout import day_of, subtitles

from .reading import entries_of, talks, titles

MARCH = [date(2019, 3, 3), date(2019, 3, 4)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5 March 2019", date(2019, 3, 5)),
        ("Monday, 4 March", date(2019, 3, 4)),
        ("6 March", date(2019, 3, 6)),
        ("31 February", None),
    ],
)
def test_a_day_is_in_the_year_of_the_others(text: str, day: date | None) -> None:
    assert day_of(dates_in(text)[0], MARCH) == day


def test_a_day_without_year_is_none_where_no_other_is_known() -> None:
    assert day_of(dates_in("6 March")[0], []) is None


def test_talks_are_on_the_day_above_them() -> None:
    page = (
        "Harbour Day\n3-5 March 2019\n\nProgramme\nMonday, 4 March\n"
        "10:00 Knots, Eva Falk (Rope Museum)\n31 February\n10:00 Moss, Jon Rask (Rope Museum)\n"
    )
    assert [str(each.start) for each in talks(page)] == ["2019-03-04 10:00:00", "None"]
    assert [each.kind for each in entries_of(page)].count("date") == 3


def test_a_line_between_a_timed_title_and_its_people_says_more_of_the_title() -> None:
    page = (
        "13:00 Uhr: Feuerstätten im Haus\nWas der Verwalter gern verdrängt\n"
        "Anna Berg, Geschäftsführerin, Ofen GmbH\n14:00 Uhr: Neue Pflichten\nPeter Falk, Rope Museum\n"
    )
    assert subtitles(entries_of(page)) == {1}


def test_below_what_says_nothing_of_its_own_stands_the_title() -> None:
    page = (
        "9:00 Keynote Speaker\nA river without a mouth\nAnna Berg, Moss Institute\n"
        "10:00 Closing of the day\n"
    )
    assert subtitles(entries_of(page)) == set()


def test_titles_with_a_word_for_their_speakers_below_are_talks() -> None:
    page = (
        "Museum Days\n9-10 November 2020\n\nRooms and ropes\n\n"
        "What happens to rooms when children hang ropes there, and who takes them down again.\n\n"
        "Medverkande:\nAnna Berg, Moss Institute\n\nChildren in the case\n\n"
        "Two museums tell what children do when they may build behind the glass themselves.\n\nMedverkande:\nPeter Falk, Rope Museum\n"
    )
    assert titles(page) == ["Rooms and ropes", "Children in the case"]
