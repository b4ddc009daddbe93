from __future__ import annotations

from datetime import time

import pytest

from clustertui.intake.page.clock import leading, without_times


@pytest.mark.parametrize(
    ("text", "start", "end", "rest"),
    [
        ("9:00 Opening", time(9), None, "Opening"),
        ("09:00 – 09:20 Opening", time(9), time(9, 20), "Opening"),
        ("14.20", time(14, 20), None, ""),
        ("9.30-10.15\tHeat", time(9, 30), time(10, 15), "Heat"),
        ("9h30 – Ouverture", time(9, 30), None, "Ouverture"),
        ("9h – 10h Visite", time(9), time(10), "Visite"),
        ("10:15 h. Fugas", time(10, 15), None, "Fugas"),
        ("13:00 Uhr  Anmeldung", time(13), None, "Anmeldung"),
        ("10 Uhr Beginn", time(10), None, "Beginn"),
        ("ab 9.30 Uhr: Einlass", time(9, 30), None, "Einlass"),
        ("ore 9.30", time(9, 30), None, ""),
        ("2:10 pm Mud", time(14, 10), None, "Mud"),
        ("12:05 am Stars", time(0, 5), None, "Stars"),
        ("2 pm – 4 pm CET", time(14), time(16), ""),
        ("9-10 am Tea", time(9), time(10), "Tea"),
        ("9:00-10:30am Talk", time(9), time(10, 30), "Talk"),
        ("11:00-1:00 pm Talk", time(11), time(13), "Talk"),
        ("0900-0930 Talk", time(9), time(9, 30), "Talk"),
        ("(10:00) Talk", time(10), None, "Talk"),
        ("8:00 a.m.", time(8), None, ""),
    ],
)
def test_a_time_at_the_beginning_is_read(
    text: str, start: time, end: time | None, rest: str
) -> None:
    assert leading(text) == (start, end, rest)


@pytest.mark.parametrize(
    "text",
    [
        "Opening at 9:00", "", "20 minutes", "38.50 % of exports", "4.8 million euro", "9.30 km",
        "11.06.2012 Ljubljana", "2010-2012 Report", "4H clubs", "25:00 Late", "4h-clubs meet",
        "25-26 pm", "30 am",
    ],
)  # fmt: skip
def test_what_is_no_time_is_none(text: str) -> None:
    assert leading(text) is None


def test_times_are_hidden_and_dates_are_not() -> None:
    hidden = without_times("23.11. at 9:00 and 14.30, 3 pm, 15 Uhr")
    assert "23.11." in hidden
    assert not any(part in hidden for part in ("9:00", "14.30", "3 pm", "15 Uhr"))
    assert len(hidden) == len("23.11. at 9:00 and 14.30, 3 pm, 15 Uhr")
    assert without_times("no figures") == "no figures"
    assert without_times("26.50 euro") == "26.50 euro"


def test_a_mark_or_a_weekday_may_stand_before_the_time() -> None:
    assert leading("» 10:00 Tides") == (time(10), None, "Tides")
    assert leading("Mo 10:00 Tides") == (time(10), None, "Tides")
    assert leading("Mo 10 boats") is None


def test_four_figures_are_a_time_only_before_wide_blanks_or_capitals() -> None:
    assert leading("0930    Tides") == (time(9, 30), None, "Tides")
    assert leading("0930 TIDES") == (time(9, 30), None, "TIDES")
    assert leading("0930") == (time(9, 30), None, "")
    assert leading("1200 firms came") is None


def test_a_bare_hour_is_a_time_only_at_the_end_of_its_phrase() -> None:
    assert leading("9h Ouverture") == (time(9), None, "Ouverture")
    assert leading("4H clubs") is None


@pytest.mark.parametrize(
    "text", ["10.11. Opening", "23.11. Moor", "2h30' walk", "1h 20 min film", "4H clubs"]
)
def test_days_and_lengths_are_no_times(text: str) -> None:
    assert leading(text) is None


@pytest.mark.parametrize(
    "text", ["À partir de 8h30 Accueil", "Dalle ore 13:00 alle ore 14:30 pausa"]
)
def test_words_before_and_between_times(text: str) -> None:
    assert leading(text) is not None
