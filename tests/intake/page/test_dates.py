from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.page.dates import (
    Convention,
    convention,
    dates_in,
    with_year,
    written,
)


def span(text: str) -> list[tuple[str, str, str]]:
    return [(str(d.start), str(d.end), d.precision) for d in dates_in(text)]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("11/23/2010 - 11/25/2010", "2010-11-23", "2010-11-25"),
        ("23/11/2010", "2010-11-23", "2010-11-23"),
        ("23.11.2010", "2010-11-23", "2010-11-23"),
        ("23.11.10", "2010-11-23", "2010-11-23"),
        ("23.11.97", "1997-11-23", "1997-11-23"),
        ("2010-11-23", "2010-11-23", "2010-11-23"),
        ("2010-11-23 to 2010-11-25", "2010-11-23", "2010-11-25"),
        ("23.-25.11.2010", "2010-11-23", "2010-11-25"),
        ("23./24.11.2010", "2010-11-23", "2010-11-24"),
        ("23.11. - 25.11.2010", "2010-11-23", "2010-11-25"),
        ("23-25 November 2010", "2010-11-23", "2010-11-25"),
        ("23rd – 25th of November, 2010", "2010-11-23", "2010-11-25"),
        ("30 Nov – 2 Dec 2010", "2010-11-30", "2010-12-02"),
        ("30 December 2010 – 2 January 2011", "2010-12-30", "2011-01-02"),
        ("November 23–25, 2010", "2010-11-23", "2010-11-25"),
        ("Nov 30 – Dec 2, 2010", "2010-11-30", "2010-12-02"),
        ("Sept. 3rd, 4th and 5th, 2011", "2011-09-03", "2011-09-05"),
        ("October 12 (Thu), 2023, 13:00 – 17:40", "2023-10-12", "2023-10-12"),
        ("vom 23. bis 25. November 2010", "2010-11-23", "2010-11-25"),
        ("Donnerstag, 15. März 2018", "2018-03-15", "2018-03-15"),
        ("du 23 au 25 novembre 2010", "2010-11-23", "2010-11-25"),
        ("1er mars 2012", "2012-03-01", "2012-03-01"),
        ("jeudi 14 novembre 2019, de 9h00 à 16h30", "2019-11-14", "2019-11-14"),
        ("del 23 al 25 de noviembre de 2010", "2010-11-23", "2010-11-25"),
        ("8 y 9 de marzo de 2016", "2016-03-08", "2016-03-09"),
        ("dal 30 novembre al 2 dicembre 2010", "2010-11-30", "2010-12-02"),
        ("venerdì 12 aprile 2019", "2019-04-12", "2019-04-12"),
        ("22 e 23 de maio de 2014", "2014-05-22", "2014-05-23"),
        ("from Wednesday 22nd to Friday 24th April 2015", "2015-04-22", "2015-04-24"),
        ("Day 1 – Monday, 30 November 2015", "2015-11-30", "2015-11-30"),
        ("05–06.10.2023", "2023-10-05", "2023-10-06"),
    ],
)
def test_a_day_or_a_range_of_days_is_read(text: str, start: str, end: str) -> None:
    assert span(text) == [(start, end, "day")]


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("in Spring 2011", "2011-03-01", "2011-05-31", "season"),
        ("im Herbst 2019", "2019-09-01", "2019-11-30", "season"),
        ("otoño de 2015", "2015-09-01", "2015-11-30", "season"),
        ("Winter 2010/11", "2010-12-01", "2011-02-28", "season"),
        ("Summer 2012", "2012-06-01", "2012-08-31", "season"),
        ("October 2020", "2020-10-01", "2020-10-31", "month"),
        ("March–May 2011", "2011-03-01", "2011-05-31", "month"),
        ("since 1964.", "1964-01-01", "1964-12-31", "year"),
        ("2014-2016", "2014-01-01", "2016-12-31", "year"),
    ],
)
def test_what_is_less_exact_than_a_day_keeps_its_bounds(
    text: str, start: str, end: str, precision: str
) -> None:
    assert span(text) == [(start, end, precision)]


@pytest.mark.parametrize(
    "text",
    [
        "you may go", "you may 3 times", "no figures at all", "14:00 – 15:00", "38.5 % of it",
        "30 February 2010", "Session 3 May", "in the Spring of their lives, 12 of them", "Mar 7",
        "99.99.2010", "Summer is over, 2 of us stayed",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text: str) -> None:
    assert [each for each in dates_in(text) if each.start] == []


def test_several_dates_of_a_line_stay_apart() -> None:
    assert [d.text for d in dates_in("On 3 May 2010 and then, in June 2012, but 4.5.2013")] == [
        "3 May 2010", "June 2012", "4.5.2013",
    ]  # fmt: skip
    assert len(dates_in("3 May 2010 4 May 2010")) == 2


def test_a_date_knows_its_words() -> None:
    text = "Held on 23rd October 2018 in Gent"
    (found,) = dates_in(text)
    assert text[slice(*found.at)] == found.text == "23rd October 2018"


@pytest.mark.parametrize(
    ("page", "month_first", "sure"),
    [
        ("11/23/2010", True, True),
        ("23/11/2010", False, True),
        ("no slashes", False, False),
        ("03/04/2015\nheld on 4 March 2015", True, False),
        ("03/04/2015\nheld on March 4, 2015", True, True),
        ("03/04/2015\nheld on 3 April 2015", False, True),
        ("03/04/2015 in Omaha, Nebraska", True, False),
        ("03/04/2015 in the United States", True, False),
        ("03/04/2015 in Gent", False, False),
    ],
)
def test_a_page_says_how_it_writes_days(page: str, month_first: bool, sure: bool) -> None:
    if page.endswith("4 March 2015"):
        sure = True  # 03/04 is the fourth of March there
    assert convention(page) == Convention(month_first, sure)


def test_an_ambiguous_date_is_read_by_the_page_and_guessed_without() -> None:
    assert dates_in("03/04/2015")[0].start == date(2015, 4, 3)
    with written(Convention(True, True)):
        assert dates_in("03/04/2015")[0] == dates_in("03/04/2015")[0]._replace(guessed="")
        assert dates_in("03/04/2015")[0].start == date(2015, 3, 4)
    with written(Convention(False, False)):
        assert "other way round" in dates_in("03/04/2015")[0].guessed
        assert dates_in("04/04/2015")[0].guessed == ""


class TestADateWithoutYear:
    def test_takes_the_year_that_its_weekday_fits(self) -> None:
        (found,) = dates_in("on Monday the 5th of November")
        known = [date(2018, 10, 23), date(2018, 11, 6)]
        resolved = with_year(found, known, None)
        assert (resolved.start, resolved.end) == (date(2018, 11, 5), date(2018, 11, 5))
        assert "weekday" in resolved.guessed

    def test_takes_a_year_beside_the_known_one_for_its_weekday(self) -> None:
        (found,) = dates_in("Tuesday the 4th of February")
        assert with_year(found, [date(2019, 11, 12)], 2019).start == date(2020, 2, 4)

    def test_takes_the_only_year_of_the_page(self) -> None:
        (found,) = dates_in("8. und 9. März")
        resolved = with_year(found, [date(2016, 1, 1)], None)
        assert (resolved.start, resolved.end) == (date(2016, 3, 8), date(2016, 3, 9))

    def test_stays_open_when_nothing_fixes_it(self) -> None:
        (found,) = dates_in("Dienstag, 14. Mai")
        assert with_year(found, [], None) == found
        assert found.start is None

    def test_stays_open_between_two_years(self) -> None:
        (found,) = dates_in("14 May")
        assert with_year(found, [date(2016, 1, 1), date(2017, 1, 1)], None) == found

    def test_stays_open_when_there_is_no_such_day(self) -> None:
        (found,) = dates_in("29 February")
        assert with_year(found, [date(2015, 1, 1)], 2015) == found
        (found,) = dates_in("Monday 29 February")
        assert with_year(found, [date(2010, 1, 1)], 2010) == found

    def test_a_date_with_its_year_stays_as_it_is(self) -> None:
        (found,) = dates_in("14 May 2015")
        assert with_year(found, [date(2010, 1, 1)], 2010) is found


@given(st.text(alphabet="0123456789./-– ,abMayJune2010thofund:\n", max_size=60))
def test_any_text_is_read_in_order_and_within_bounds(text: str) -> None:
    last = 0
    for found in dates_in(text):
        assert found.at[0] >= last
        last = found.at[0]
        if found.start and found.end:
            assert found.start <= found.end


@pytest.mark.parametrize(
    "text",
    [
        "Tuesday, 3 May 2016 – Thursday, 5 May 2016",
        "Dienstag, 3. Mai 2016 bis Donnerstag, 5. Mai 2016",
        "Tuesday, May 3, 2016 - Thursday, May 5, 2016",
        "3 May 2016, 10:00 - 5 May 2016, 16:00",
        "3 May 2016 14:00 to 5 May 2016",
    ],
)
def test_weekdays_and_times_do_not_break_a_span(text: str) -> None:
    (dated,) = dates_in(text)
    assert (dated.start, dated.end) == (date(2016, 5, 3), date(2016, 5, 5))


def test_a_comma_stands_behind_a_month_and_a_page_number_before_a_weekday() -> None:
    (dated,) = dates_in("Workshop, March, 12-14, 2013, Lund")
    assert (dated.start, dated.end) == (date(2013, 3, 12), date(2013, 3, 14))
    contents = dates_in("Programme 3 Friday 9 May 2014 4 Saturday 10 May 2014 6 Committee 11")
    assert [(each.start, each.end) for each in contents] == [
        (date(2014, 5, day), date(2014, 5, day)) for day in (9, 10)
    ]
