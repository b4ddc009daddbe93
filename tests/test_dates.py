"""A span of time reads as exactly as it is known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.dates import span


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2010-11-23", "2010-11-25", "23–25 November 2010"),
        ("2018-10-23", "2018-10-23", "23 October 2018"),
        ("2031-05-30", "2031-06-02", "30 May – 2 June 2031"),
        ("2010-12-30", "2011-01-02", "30 December 2010 – 2 January 2011"),
        ("2010-11-05", "2011-11-05", "5 November 2010 – 5 November 2011"),
        ("2010-05-05", "2010-06-05", "5 May – 5 June 2010"),
    ],
)
def test_days_are_written_with_what_they_share_once(start: str, end: str, text: str) -> None:
    assert span(date.fromisoformat(start), date.fromisoformat(end), "day") == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2010-11-01", "2010-11-30", "November 2010"),
        ("2030-09-01", "2030-10-31", "September–October 2030"),
        ("2010-12-01", "2011-01-31", "December 2010 – January 2011"),
        ("2010-03-01", "2011-03-31", "March 2010 – March 2011"),
    ],
)
def test_a_month_has_no_day(start: str, end: str, text: str) -> None:
    assert span(date.fromisoformat(start), date.fromisoformat(end), "month") == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        ("2011-03-01", "2011-05-31", "Spring 2011"),
        ("2011-06-01", "2011-08-31", "Summer 2011"),
        ("2011-09-01", "2011-11-30", "Autumn 2011"),
        ("2029-12-01", "2030-02-28", "Winter 2029"),
        ("2028-12-01", "2029-02-28", "Winter 2028"),
        ("2030-01-01", "2030-02-28", "Winter 2030"),
        ("2011-04-01", "2011-04-30", "Spring 2011"),
        ("2011-03-01", "2011-08-31", "Spring–Summer 2011"),
        ("2010-09-01", "2011-05-31", "Autumn 2010 – Spring 2011"),
        ("2010-06-01", "2011-08-31", "Summer 2010 – Summer 2011"),
        ("2029-12-01", "2031-02-28", "Winter 2029 – Winter 2031"),
    ],
)
def test_a_season_is_named(start: str, end: str, text: str) -> None:
    assert span(date.fromisoformat(start), date.fromisoformat(end), "season") == text


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [("2016-01-01", "2016-12-31", "2016"), ("2016-01-01", "2018-12-31", "2016–2018")],
)
def test_a_year_is_but_a_year(start: str, end: str, text: str) -> None:
    assert span(date.fromisoformat(start), date.fromisoformat(end), "year") == text


@pytest.mark.parametrize("precision", ["day", "month", "season", "year", "none"])
def test_without_a_date_nothing_is_said(precision: str) -> None:
    assert span(None, None, precision) is None
    assert span(date(2010, 1, 1), None, precision) is None
    assert span(None, date(2010, 1, 1), precision) is None


def test_an_event_of_no_precision_has_no_date() -> None:
    assert span(date(2010, 1, 1), date(2010, 1, 2), "none") is None


@given(st.dates(), st.integers(0, 800), st.sampled_from(["day", "month", "year"]))
def test_a_span_always_ends_with_its_last_year(start: date, days: int, precision: str) -> None:
    end = min(start, date(9000, 1, 1)) + timedelta(days=days)
    text = span(min(start, end), end, precision)
    assert text is not None
    assert text.endswith(str(end.year))
    assert "  " not in text
