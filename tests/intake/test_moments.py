"""Dates and times as machines and tables write them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.moments import (
    DAY_FIRST,
    IN_UTC,
    ONLY_DAY,
    Moment,
    clock,
    moment,
    time_of_day,
)

DAY = date(2024, 2, 3)


def day(on: date = DAY, doubt: str = "") -> Moment:
    return Moment(on, on, "day", None, doubt)


def at(hour: int, minute: int = 0, on: date = DAY, doubt: str = "") -> Moment:
    return Moment(on, on, "day", datetime(on.year, on.month, on.day, hour, minute), doubt)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-02-03", day()),
        ("20240203", day()),
        ("2024-2-3", day()),
        ("2024/02/03", day()),
        ("03.02.2024", day()),
        ("3. 2. 2024", day()),
        ("3/2/2024", day(doubt=DAY_FIRST)),
        ("2/2/2024", day(date(2024, 2, 2))),
        ("11/23/2010", day(date(2010, 11, 23))),
        ("3 February 2024", day()),
        ("Saturday, 3rd of February 2024", day()),
        ("February 3, 2024", day()),
        ("3. März 2024", day(date(2024, 3, 3))),
        ("3 août 2024", day(date(2024, 8, 3))),
        ("3 de julio de 2024", day(date(2024, 7, 3))),
        ("3 Blurb 2024", None),
        ("2024-02-03T10:00", at(10)),
        ("2024-02-03 10:00:59+01:00", Moment(DAY, DAY, "day", datetime(2024, 2, 3, 10, 0, 59))),
        ("2024-02-03T10:00:00Z", at(10, doubt=IN_UTC)),
        ("2024-2-3 9:05 UTC", at(9, 5, doubt=IN_UTC)),
        ("2024-02-03T24:00:00", at(0, on=date(2024, 2, 4))),
        ("03.02.2024 10:30", at(10, 30)),
        ("3 Feb 2024 at 10.30", at(10, 30)),
        ("2024-05", Moment(date(2024, 5, 1), date(2024, 5, 31), "month")),
        ("2024", Moment(date(2024, 1, 1), date(2024, 12, 31), "year")),
        ("2024-13", None),
        ("20008-02-24", None),
        ("2023-02-29", None),
        ("0001-01-01T00:00:00Z", None),
        ("9999-12-31", None),
        ("2024-02-03 25:00", None),
        ("2024-2-3 10:61", None),
        ("²024", None),
        ("soon", None),
        ("3 February 2024" + "0" * 80, None),
        ("", None),
    ],
)
def test_a_date_is_read_as_it_is_meant(text: str, found: Moment | None) -> None:
    assert moment(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10:00", time(10)),
        ("9.05 Uhr", time(9, 5)),
        ("10h30", time(10, 30)),
        ("14h", time(14)),
        ("2 pm", time(14)),
        ("12:15 a.m.", time(0, 15)),
        ("24:00", time(0)),
        ("13 pm", None),
        ("10", None),
        ("10:60", None),
        ("25:00", None),
        ("noon", None),
        ("1" * 100, None),
    ],
)
def test_a_time_of_day_is_read(text: str, found: time | None) -> None:
    assert time_of_day(text) == found


def test_a_day_without_a_time_is_not_lost_but_marked() -> None:
    assert clock(moment("2024-02-03")) == (datetime(2024, 2, 3), ONLY_DAY)
    assert clock(moment("3/2/2024")) == (datetime(2024, 2, 3), DAY_FIRST)
    assert clock(moment("2024-02-03T10:00")) == (datetime(2024, 2, 3, 10), "")
    assert clock(moment("2024-02")) == (None, "")
    assert clock(None) == (None, "")


@given(st.text() | st.text("0123456789-/.:TZ amp", max_size=25))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = moment(text)
    assert found is None or found.start <= found.end
    time_of_day(text)
