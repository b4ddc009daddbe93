from __future__ import annotations

from datetime import date

import pytest

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.dating import is_aside, known_days, spanned, stated_days

from .reading import entries_of, events

TALK = "10:00 Tides, Ida Holm (Port of Lund)\n"


VAGUE = dates_in("Spring 2016")[0]


def dates(text: str) -> tuple[str | None, str | None]:
    event = events(text)[0]
    return (str(event.start), str(event.end)) if event.start else (None, None)


def dated(text: str) -> tuple[str, str, str]:
    event = events(text)[0]
    return str(event.start), str(event.end), event.precision


@pytest.mark.parametrize(
    ("top", "start", "end", "precision"),
    [
        # a label says it
        ("Harbour Day\nDate: 5 May 2016\n", "2016-05-05", "2016-05-05", "day"),
        # a day of the document is none of the event
        ("Harbour Day (programme as of 3 May 2016)\n10 May 2016\n", "2016-05-10", "2016-05-10",
         "day"),
        ("Published: 3 May 2016\nHarbour Day\n10 May 2016\n", "2016-05-10", "2016-05-10", "day"),
        # only a month
        ("Harbour Days\nMarch 2019\n\nProgramme\nMonday, 4 June\n", "2019-03-01", "2019-03-31", "month"),
    ],
)  # fmt: skip
def test_the_date_of_an_event(top: str, start: str, end: str, precision: str) -> None:
    assert dated(f"{top}\n{TALK}") == (start, end, precision)


def test_a_month_is_made_exact_by_the_days_of_the_programme() -> None:
    page = (
        "Harbour Days\nMarch 2019\n\nProgramme\n"
        f"Monday, 4 March\n{TALK}Tuesday, 5 March\n10:00 Ropes, Eva Falk (Rope Museum)\n"
    )
    assert dated(page) == ("2019-03-04", "2019-03-05", "day")


def test_the_first_day_that_heads_the_programme_goes_on_to_the_last() -> None:
    page = (
        f"Harbour Days\n\nProgramme\n\n4 March 2019\n{TALK}"
        "5 March 2019\n10:00 Ropes, Eva Falk (Rope Museum)\n"
    )
    assert dated(page) == ("2019-03-04", "2019-03-05", "day")


def test_a_year_that_only_the_weekday_fixes_is_guessed() -> None:
    event = events(f"Harbour Day 2016\nTuesday, 10 May\n\n{TALK}")[0]
    assert str(event.start) == "2016-05-10"
    assert dict(event.guessed)["start"].endswith("the weekday fits this one")


def test_a_sentence_may_be_the_only_place_of_the_date() -> None:
    page = (
        "Harbours look ahead\n\n"
        "On 5 May 2016 the Port of Lund organised the Harbour Forum in Lund, and many came.\n\n"
        "Ida Holm spoke on “Tides and timber”.\n"
    )
    assert dated(page) == ("2016-05-05", "2016-05-05", "day")


def test_a_page_without_any_date() -> None:
    assert dated(f"Harbour Day\n\n{TALK}") == ("None", "None", "none")


@pytest.mark.parametrize(
    ("text", "aside"),
    [("(version 3, 28.02.2014)", True), ("Stand 28.02.2014", True), ("Lund, 28.02.2014", False)],
)
def test_a_date_of_the_document(text: str, aside: bool) -> None:
    assert is_aside(text, dates_in(text)[0]) is aside


def test_a_month_or_year_stands_in_where_no_day_is_known() -> None:
    assert known_days(entries_of("Harbour Days\nMarch 2019\nApril 2020\n")) == [date(2019, 3, 1)]
    assert known_days(entries_of("Harbour Days\nfounded in 1812\n")) == []


def test_a_day_that_only_running_text_tells_of_beside_a_place() -> None:
    page = (
        "Ropes of the sea\nPlace: Lund\nIda Holm spoke on “Tides and timber”.\n\n"
        "The Port of Lund held the Rope Workshop on 5 March 2019, and many came.\n"
    )
    assert dated(page) == ("2019-03-05", "2019-03-05", "day")


def test_stated_days_begin_with_the_first_of_the_page_and_leave_out_those_of_the_document() -> None:
    entries = entries_of(
        "Published: 2 May 2016\n5 May 2016\n\nTides\n\n3 May 2016\n\nProgramme as of 1 May 2016\n"
    )
    assert stated_days(entries) == [date(2016, 5, 5), date(2016, 5, 3), date(2016, 5, 5)]


def test_the_day_of_publication_is_not_the_events() -> None:
    page = (
        "12 May 2009\n\nRope Forum opens its doors\n\n"
        "The Rope Forum begins in Lund on Monday 18 May, and many guests are expected there.\n"
    )
    assert dates(page) == ("2009-05-18", "2009-05-18")


def test_a_series_lasts_from_its_first_talk_to_its_last() -> None:
    page = (
        "Lecture Series (Spring 2018)\n\n"
        "Speaker: Anna Berg, Rope Museum\nDate: February 8, 2018\nTitle: Ropes and rain\n\n"
        "Speaker: Peter Falk, Moss Institute\nDate: March 22, 2018\nTitle: Moss and rain\n"
    )
    assert dates(page) == ("2018-02-08", "2018-03-22")


def test_days_of_a_series_go_on_into_the_next_year() -> None:
    page = (
        "Faculty Lectures\n\nOct. 30, 2017 – Mending a River\nDr. Anna Berg\n\n"
        "Feb. 12 – The Unfinished Sweater\nDr. Peter Falk\n"
    )
    assert dates(page) == ("2017-10-30", "2018-02-12")


def test_the_span_that_running_text_states_ends_the_event() -> None:
    page = (
        "Cold Chain Conference\n\nThe Cold Chain Conference was opened on 14 November 2017. "
        "It ran for three days (14-16 November 2017) in Lund.\n"
    )
    assert dates(page) == ("2017-11-14", "2017-11-16")


def test_a_year_in_running_text_is_not_the_events() -> None:
    page = (
        "High-level workshop on coasts\n\nMinisters spoke about what they will do until 2023.\n\n"
        "Speakers:\nMs. Anna Berg, Minister of Seas\n\n10:00 Tides, Ida Holm (Port of Lund)\n"
    )
    assert dates(page) == (None, None)


def test_days_outside_a_vague_date_do_not_change_it() -> None:
    assert spanned(VAGUE, [date(2017, 5, 1), date(2017, 5, 2)]) == VAGUE
    assert spanned(VAGUE, [date(2016, 5, 1), date(2016, 5, 9)]) == VAGUE._replace(
        start=date(2016, 5, 1), end=date(2016, 5, 9), precision="day"
    )
    assert spanned(None, [date(2016, 5, 1), date(2016, 5, 9)]) is None


def test_a_page_published_after_its_event_does_not_date_it() -> None:
    page = (
        "9 March 2015\n\nThe study day of ropes\n\n"
        "The study day was attended by 45 people on Saturday 7 March.\n"
    )
    assert dates(page) == ("2015-03-07", "2015-03-07")


def test_the_day_of_publication_right_above_the_programme_is_not_the_events() -> None:
    page = "Harbour Day\n\n02/05/2013\n\n\nSaturday 18 May\n" + TALK
    assert dates(page) == ("2013-05-18", "2013-05-18")


def test_the_day_on_which_a_letter_was_sent_is_not_the_events() -> None:
    head = (
        "Subject: Harbour Day\n\nFrom: Ida Holm <ida@example.org>\nDate: Monday, April 20, 2009\n"
    )
    assert dates(
        head + "The Harbour Day is about ropes.\n\nIt will be held on Wednesday 10 June 2009 in Lund.\n"
        "\nProgramme\n" + TALK
    ) == ("2009-06-10", "2009-06-10")  # fmt: skip
    told = (
        "Harbour Day\n\nIda Holm\nMon, 20 Apr 2009 18:22:41 +0200\n\n"
        "The 2009 Harbour Day is Wednesday, June 10th to Friday, June 12th in Lund.\n\n"
        "Wednesday, June 10, 2009\n" + TALK
    )
    assert dates(told) == ("2009-06-10", "2009-06-12")


def test_a_deadline_begins_no_series_of_days() -> None:
    page = (
        "Harbour Day 2019\n\nDeadline (5 April 2019, 23:45) passed\nLund,\n\n"
        "Programme\nThursday, 11 April 2019, 10:30\n" + TALK
    )
    assert dates(page) == ("2019-04-11", "2019-04-11")


def test_the_days_of_the_programme_end_an_event_that_a_sentence_dates() -> None:
    page = (
        "The Harbour Convention starts on Thursday 5 May 2016 with a talk of ropes.\n\n"
        f"Programme\n\nThursday 5 May\n{TALK}\nFriday 6 May\n10:00 Lunch\n"
    )
    assert dates(page) == ("2016-05-05", "2016-05-06")
