from __future__ import annotations

from datetime import date

import pytest

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.layout import day_of

from .reading import entries_of, talks

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
