from __future__ import annotations

from datetime import date

from .reading import events


def _dated(page: str) -> dict[str, tuple[date | None, date | None]]:
    return {each.name: (each.start, each.end) for each in events(page)}


HEAD = """\
        Reed Forum, Gent, 3 May 2010

        10:00 Mud and memory (Anna Bergh, Haff Museum)
        10:30 Counting eels (Paul Weiss, Haff Museum)
"""


def test_lines_with_a_date_are_a_calendar() -> None:
    page = HEAD + """
        4 September 2010, Bremen — Drivers' Day
        Autumn Workshop: 5 October 2010, Gent
        - Harbour Supper 6 November 2010, Gent
        - Night of Boats 7 and 8 November 2010, Gent
        - tea 9 November 2010
        """  # fmt: skip
    found = _dated(page)
    assert found["Drivers' Day"] == (date(2010, 9, 4), date(2010, 9, 4))
    assert found["Autumn Workshop"] == (date(2010, 10, 5), date(2010, 10, 5))
    assert found["Harbour Supper"] == (date(2010, 11, 6), date(2010, 11, 6))
    assert found["Night of Boats"] == (date(2010, 11, 7), date(2010, 11, 8))
    assert "tea" not in found


def test_a_single_line_needs_the_word_for_a_kind() -> None:
    page = HEAD + """
        - Harbour Supper 6 November 2010, Gent
        """  # fmt: skip
    assert "Harbour Supper" not in _dated(page)


def test_a_date_under_a_name_is_its_own() -> None:
    page = HEAD + """
        Next board meeting
        17 September 2010, Gent

        No more meetings.
        18 September 2010, Gent
        """  # fmt: skip
    assert _dated(page)["Next board meeting"] == (date(2010, 9, 17), date(2010, 9, 17))
    assert "No more meetings" not in _dated(page)


def test_a_call_is_an_event_without_a_day() -> None:
    page = """\
        Call for proposals: Reeds for All

        Deadline: 30 April 2020

        Info day: 5 March 2020, Gent
        """
    found = events(page)
    assert [(each.start, each.end) for each in found] == [
        (None, None), (date(2020, 3, 5), date(2020, 3, 5)),
    ]  # fmt: skip


def test_a_call_with_a_day_of_its_own_has_it() -> None:
    page = """\
        Open call: Reed Hackathon

        Date: 30 April 2020
        Venue: Gent
        """
    assert [each.start for each in events(page)] == [date(2020, 4, 30)]


def test_a_diary_lasts_from_its_first_to_its_last_day() -> None:
    page = """\
        Diary of a study trip to the Haff

        Day 1, Sunday 9 June 2019. We land in Gent, and all of us are tired.

        Day 2, Monday 10 June 2019. Anna Bergh (Haff Museum) talks to us about "Mud and memory".

        Day 3, Tuesday 11 June 2019. We fly home again, and all of us are glad.
        """
    (trip,) = events(page)
    assert (trip.start, trip.end) == (date(2019, 6, 9), date(2019, 6, 11))


def test_a_series_lasts_to_its_last_day() -> None:
    page = """\
        Reed Talks 2012

        Friday, March 9
        Anna Bergh, Haff Museum: Mud and memory
        Friday, March 23
        Paul Weiss, Haff Museum: Counting eels
        Friday, April 13
        Maria Rossi, Haff Museum: Boats
        """
    (series,) = events(page)
    assert (series.start, series.end) == (date(2012, 3, 9), date(2012, 4, 13))


def test_a_list_of_participants_names_its_event() -> None:
    page = """\
        LIST OF PARTICIPANTS
        Haff-Baltic Cluster Managers' Retreat
        Gent, Belgium, 18 to 20 May 2016

        No.  Name            Organisation           Country
        1    BERGH Anna      Institute of Reeds     NO
        2    WEISS Paul      Haff Museum            DE
        3    ROSSI Maria     Eel Station            IT

        Organiser: Haff Museum
        """
    assert _dated(page) == {
        "Haff-Baltic Cluster Managers' Retreat": (date(2016, 5, 18), date(2016, 5, 20))
    }
