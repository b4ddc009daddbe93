from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.schedule_times import (
    Day,
    clock,
    day_of,
    length,
    local,
    moment,
    start_of,
    zone_named,
)

SATURDAY = Day(date(2031, 5, 3))
NIGHT = Day(date(2031, 5, 3), datetime(2031, 5, 3, 9), datetime(2031, 5, 4, 4))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10:00", time(10)),
        (" 9:30 ", time(9, 30)),
        ("09:30:15", time(9, 30, 15)),
        ("9.30", time(9, 30)),
        ("9h30", time(9, 30)),
        ("24:00", None),
        ("10:60", None),
        ("-1:00", None),
        ("ten", None),
        ("10", None),
        ("1:2:3:4", None),
        ("9" * 30 + ":00", None),
        ("9" * 5000 + ":00", None),
    ],
)
def test_a_time_of_day_is_read_as_people_write_it(text: str, found: time | None) -> None:
    assert clock(text) == found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("01:30", 90), ("0:45", 45), ("1:30:00", 90), ("00:00:30", 0.5), ("90", 90), (" 90 ", 90),
        ("90 min", 90), ("90m", 90), ("PT1H30M", 90), ("pt45m", 45), ("P1DT2H", 1560),
        ("48:00", 2880), ("2h", 120), ("PT90S", 1.5),
        ("0", None), ("00:00", None), ("-1:30", None), ("1:-30", None), ("", None), ("PT", None),
        ("soon", None), ("1:2:3:4", None), ("x:30", None), ("9" * 20, None), ("9" * 5000, None),
        ("1.5", None), ("²", None),
    ],
)  # fmt: skip
def test_a_length_is_read_as_people_write_it(text: str, minutes: float | None) -> None:
    assert length(text) == (None if minutes is None else timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("2031-05-03T10:00:00+02:00", datetime(2031, 5, 3, 10)),
        (" 2031-05-03 10:00:00 +0200 ", datetime(2031, 5, 3, 10)),
        ("2031-05-03 10:00:00 UTC", datetime(2031, 5, 3, 10)),
        ("2031-05-03T10:00:00.250Z", datetime(2031, 5, 3, 10, 0, 0, 250000)),
        ("2031-05-03", datetime(2031, 5, 3)),
        ("20310503", datetime(2031, 5, 3)),
        ("2031-02-30", None),
        ("2031-05-03T25:00", None),
        ("03.05.2031", None),
        ("", None),
    ],
)
def test_a_moment_is_an_iso_date(text: str, printed: datetime | None) -> None:
    found = moment(text)
    assert (found and found.replace(tzinfo=None)) == printed


def test_local_time_is_that_of_the_event() -> None:
    at = datetime.fromisoformat("2031-05-03T08:00:00+00:00")
    assert local(at, BERLIN) == datetime(2031, 5, 3, 10)
    assert local(at, None) == datetime(2031, 5, 3, 8)
    assert local(datetime(2031, 5, 3, 8), BERLIN) == datetime(2031, 5, 3, 8)
    first = datetime.fromisoformat("0001-01-01T00:00:00+00:00")
    assert local(first, ZoneInfo("America/New_York")) == datetime(1, 1, 1)


@pytest.mark.parametrize(
    "name", [None, "", " ", "Nowhere/Land", "../../etc/passwd", "Europe", "a\0b", "x" * 9999]
)
def test_a_zone_that_is_not_known_is_none(name: str | None) -> None:
    assert zone_named(name) is None


def test_a_zone_is_known_by_its_name() -> None:
    assert zone_named(" Europe/Berlin ") == BERLIN


@pytest.mark.parametrize(
    ("printed", "opens", "closes", "day", "fault"),
    [
        ("2031-05-03", None, None, SATURDAY, None),
        ("2031-05-03", "2031-05-03T09:00:00+02:00", "2031-05-04T04:00:00+02:00", NIGHT, None),
        ("2031-05-03", "2031-05-03T07:00:00Z", "2031-05-04T02:00:00Z", NIGHT, None),
        (None, "2031-05-03T09:00:00+02:00", "2031-05-04T04:00:00+02:00", NIGHT, None),
        (" ", "soon", "later", Day(), None),
        ("2031-02-30", None, None, Day(), "`2031-02-30` is no date"),
    ],
)
def test_a_day_has_a_date_and_may_end_after_midnight(
    printed: str | None, opens: str | None, closes: str | None, day: Day, fault: str | None
) -> None:
    assert day_of(printed, opens, closes, BERLIN) == (day, fault)


@pytest.mark.parametrize(
    ("printed", "start", "day", "found"),
    [
        (None, "10:00", SATURDAY, "2031-05-03 10:00"),
        (None, " 9:30", SATURDAY, "2031-05-03 09:30"),
        (None, "00:30", SATURDAY, "2031-05-04 00:30"),
        (None, "03:59", SATURDAY, "2031-05-04 03:59"),
        (None, "04:00", SATURDAY, "2031-05-03 04:00"),
        (None, "00:30", NIGHT, "2031-05-04 00:30"),
        (None, "04:00", NIGHT, "2031-05-04 04:00"),
        (None, "04:30", NIGHT, "2031-05-03 04:30"),
        (None, "09:00", NIGHT, "2031-05-03 09:00"),
        ("2031-05-03T00:30:00+02:00", "00:30", SATURDAY, "2031-05-03 00:30"),
        ("2031-05-03", "00:30", NIGHT, "2031-05-03 00:30"),
        ("2031-05-03T10:00:00+02:00", None, SATURDAY, "2031-05-03 10:00"),
        ("2031-05-03T08:00:00Z", None, SATURDAY, "2031-05-03 10:00"),
        ("2031-05-03T08:00:00Z", "10:00", Day(), "2031-05-03 10:00"),
        ("2031-05-03T10:00:00Z", "10:00", Day(), "2031-05-03 10:00"),
        ("2031-05-03T23:30:00Z", "00:30", Day(), "2031-05-04 00:30"),
        ("2031-05-03T10:00:00+02:00", "10:00:00", Day(), "2031-05-03 10:00"),
        (None, "2031-05-03T10:00:00+02:00", Day(), "2031-05-03 10:00"),
        (None, "00:30", Day(date.max), "9999-12-31 00:30"),
    ],
)
def test_a_talk_starts_when_its_date_says_else_its_day(
    printed: str | None, start: str | None, day: Day, found: str
) -> None:
    assert start_of(printed, start, day, time(4), BERLIN) == (datetime.fromisoformat(found), None)


def test_a_day_that_only_says_when_it_ends_goes_on_after_midnight() -> None:
    day = Day(date(2031, 5, 3), None, datetime(2031, 5, 4, 2))
    assert start_of(None, "01:00", day, None, None)[0] == datetime(2031, 5, 4, 1)
    assert start_of(None, "10:00", day, None, None)[0] == datetime(2031, 5, 3, 10)


@pytest.mark.parametrize(
    ("printed", "start", "day", "found", "fault"),
    [
        (None, None, SATURDAY, None, "no start time is given"),
        ("", " ", SATURDAY, None, "no start time is given"),
        ("2031-05-03", None, SATURDAY, None, "no start time is given"),
        (None, "25:00", SATURDAY, None, "start `25:00` is no time of day"),
        (None, "10:00", Day(), None, "start `10:00` has no date"),
        (None, "2031-13-03T10:00", Day(), None, "date `2031-13-03T10:00` does not exist"),
        ("2031-02-30T10:00:00", "10:00", SATURDAY, "2031-05-03 10:00",
         "date `2031-02-30T10:00:00` does not exist"),
        ("2031-02-30", "10:00", Day(), None, "date `2031-02-30` does not exist"),
        ("2031-05-03T10:00:00+02:00", "noon", SATURDAY, "2031-05-03 10:00",
         "start `noon` is no time of day"),
        ("2031-05-03T10:00:00+02:00", "12:45", SATURDAY, "2031-05-03 10:00",
         "date `2031-05-03T10:00:00+02:00` and start `12:45` differ; the date is taken"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_start_is_said(
    printed: str | None, start: str | None, day: Day, found: str | None, fault: str
) -> None:
    at = datetime.fromisoformat(found) if found else None
    assert start_of(printed, start, day, time(4), BERLIN) == (at, fault)


def test_a_date_in_utc_beside_a_local_start_means_the_start_nearest_to_it() -> None:
    assert start_of("2031-05-03T22:00:00Z", "00:00", Day(), None, None) == (
        datetime(2031, 5, 4),
        None,
    )
    assert start_of("0001-01-01T22:00:00Z", "00:00", Day(), None, None) == (
        datetime(1, 1, 1, 22),
        None,
    )


@given(st.text(), st.text(), st.sampled_from([SATURDAY, NIGHT, Day()]))
def test_no_text_is_too_strange(printed: str, start: str, day: Day) -> None:
    found, fault = start_of(printed, start, day, time(4), BERLIN)
    assert found is not None or fault
    length(start)
