from __future__ import annotations

import pytest

from clustertui.intake.page.dates import dates_in
from clustertui.intake.page.readings import readings
from clustertui.intake.page.signs import (
    is_day,
    is_day_number,
    is_empty,
    is_furniture,
    is_pause,
    is_post,
    is_prose,
    is_section,
    labelled,
)


@pytest.mark.parametrize(
    "text",
    [
        "Coffee break", "Registration and welcome coffee", "Pausa para café", "Mittagsimbiss",
        "Pause-café", "Lunch (Prairie Ballroom)", "Boxed lunches", "Train to Obihiro", "Dinner",
        "Welcome dinner", "Bilateral meetings (20 minutes each, tables 1-14)",
    ],
)  # fmt: skip
def test_meals_rides_and_registration_are_pauses(text: str) -> None:
    assert is_pause(text)


@pytest.mark.parametrize(
    "text",
    [
        "The future of train transport", "Visit to the coffee roastery", "", "()", "x" * 120,
        "Coffee, Anna Bergh (Foo Cluster)", "Dinner speech", "Opening",
    ],
)  # fmt: skip
def test_talks_are_no_pauses(text: str) -> None:
    assert not is_pause(text)


@pytest.mark.parametrize(
    "text",
    [
        "Share this Article", "Home > Events > 2016 > Summit", "Mentions légales – Plan du site",
        "Page 2 of 3", "- 7 -", "info@foo.example", "https://foo.example/x", "© 2016 Foo",
        "[1] Profile of the agency", "Foto: NFS / Teilen / Drucken", "Print", "Log in",
        "Submitted by Anna Bergh on 1 November 2018", "Kind regards,", "Inicio > Agenda > Jornadas",
    ],
)  # fmt: skip
def test_the_furniture_of_a_page_is_known(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize(
    "text", ["Home care after the flood", "Agenda", "Share of exports in the region", "Opening"]
)
def test_what_begins_like_furniture_may_be_none(text: str) -> None:
    assert not is_furniture(text)


@pytest.mark.parametrize(
    "text",
    [
        "Monday 20 January – Sapporo", "27 Feb, Ankara", "DAY 1 – Monday, 30 November 2015",
        "Day 2", "First day", "Mittwoch", "Gdynia (Poland), 21 September 2017",
        "Dienstag, den 24.09.2019, 10:00 bis 17:00 Uhr", "Martes, 8 de marzo",
    ],
)  # fmt: skip
def test_the_heading_of_a_day_is_known(text: str) -> None:
    assert is_day(text, dates_in(text))


@pytest.mark.parametrize(
    "text",
    [
        "Spring 2011", "An info day will be held on 5 March 2020", "x" * 100, "Date: 5 March 2020",
        "May", "in October", "What we did after 3 May 2010",
        "Mar 7 and so on 3 May", "June, 12th",
    ],
)  # fmt: skip
def test_other_lines_head_no_day(text: str) -> None:
    assert not is_day(text, dates_in(text))


def test_a_day_may_be_counted() -> None:
    assert is_day_number("Day 1")
    assert not is_day_number("Day 1 of the cluster conference")


@pytest.mark.parametrize(
    "text",
    [
        "Session 1. Regions under Pressure", "Parallel session A: Fuels", "Block B", "Plenary",
        "Seduta pomeridiana",
        "Opening session", "Track 1 – Health", "Part II", "Teil 2: Praxis", "Theme",
    ],
)  # fmt: skip
def test_the_heading_of_several_talks_is_known(text: str) -> None:
    assert is_section(text, readings(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "Part of the whole story", "", "Session with Anna Bergh (Foo Cluster)", "Opening",
        "Session " + "x" * 150, "The best session of all of the years that we had",
    ],
)  # fmt: skip
def test_a_title_heads_no_other_talks(text: str) -> None:
    assert not is_section(text, readings(text)[0])


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Venue: Gent", ("place", "Venue", "Gent")),
        ("Datum : 3. Mai", ("date", "Datum", "3. Mai")),
        ("Referenten: Anna Bergh", ("speaker", "Referenten", "Anna Bergh")),
        ("Vortrag 2: Licht", ("title", "Vortrag 2", "Licht")),
        ("Speaker(s): Anna Bergh", ("speaker", "Speaker(s)", "Anna Bergh")),
        ("Moderated by Anna Bergh, Foo Cluster",
         ("moderator", "Moderated by", "Anna Bergh, Foo Cluster")),
        ("Presentation by Anna Bergh (Foo)", ("speaker", "Presentation by", "Anna Bergh (Foo)")),
        ("Organised by the Foo Cluster", ("organiser", "Organised by", "Foo Cluster")),
        ("Organisé par l’Agence du Lac", ("organiser", "Organisé par", "Agence du Lac")),
        ("Led by Anna Bergh", ("moderator", "Led by", "Anna Bergh")),
        ("Mission leader: Anna Bergh, Foo Cluster",
         ("officer", "Mission leader", "Anna Bergh, Foo Cluster")),
        ("mit", ("speaker", "mit", "")),
        ("avec Anne Dupont (OSEA)", ("speaker", "avec", "Anne Dupont (OSEA)")),
        ("Present: Anna Bergh", ("list", "Present", "Anna Bergh")),
    ],
)  # fmt: skip
def test_labels_are_read_in_five_languages(text: str, read: tuple[str, str, str]) -> None:
    assert labelled(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Presentations by guests", "Clusters: a history", "with joy", "Presentation by Korean participants",
        "Director: the film", "Mit Holz bauen",
    ],
)  # fmt: skip
def test_what_looks_like_a_label_may_be_none(text: str) -> None:
    assert labelled(text) is None


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The workshop was held in the old hall of the port.", True),
        ("The aims that the partners of the workshop have agreed on are:", True),
        ("Opening of the workshop", False),
        ("Gait in a shoe that talks to you, Foo s.r.o.", False),
        ("Results of the survey in the region (Foo Cluster).", False),
        ("A. " * 100, True),
        ("A NAME WITH A DOT AND CAPITALS AT END.", False),
    ],
)
def test_running_text_is_told_from_titles(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


def test_posts_are_roles_with_what_they_are_for() -> None:
    assert is_post("Director, Foo Institute")
    assert is_post("Head of Learning")
    assert not is_post("How to find a director?")
    assert not is_post("Anna Bergh, Director")
    assert not is_post("Director " + "of many things " * 14)


def test_items_without_content_are_empty() -> None:
    assert is_empty("Q&A")
    assert is_empty("(tbc)")
    assert is_empty("Discussion (30 min)")
    assert not is_empty("Discussion of results")


def test_a_row_of_pictures_is_furniture_and_its_reading_ends_whatever_follows() -> None:
    assert is_furniture("hall.jpg | tower 2.png | view.jpeg")
    assert not is_furniture("hall.jpg | " * 200 + "Opening")


@pytest.mark.parametrize(
    "text",
    [
        "Conference dinner (Old Refectory)", "Broodjesmaaltijd", "Group photo on the steps",
        "Welcome reception at the harbour", "Inschrijving en ontvangstkoffie",
    ],
)  # fmt: skip
def test_pauses_of_many_words_and_languages(text: str) -> None:
    assert is_pause(text)


@pytest.mark.parametrize("text", ["Photo exhibition of the year", "Conference on coffee and rain"])
def test_what_only_sounds_like_a_pause(text: str) -> None:
    assert not is_pause(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("DATE Tuesday, 4 March 2025", ("date", "DATE", "Tuesday, 4 March 2025")),
        ("Experts of Panel 2 – Dr. Anna Berg, Foo", ("speaker", "Experts of Panel 2", "Dr. Anna Berg, Foo")),
    ],
)  # fmt: skip
def test_labels_without_a_colon(text: str, label: tuple[str, str, str]) -> None:
    assert labelled(text) == label


def test_a_plenary_lecture_heads_nothing() -> None:
    text = "Plenary lecture: Roofs and rain"
    assert not is_section(text, readings(text)[0])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Speaker - Anna Berg, Moss Institute", ("speaker", "Speaker", "Anna Berg, Moss Institute")),
        ("Speaker - a word on the wise", None),
    ],
)  # fmt: skip
def test_a_label_with_a_dash(text: str, label: tuple[str, str, str] | None) -> None:
    assert labelled(text) == label
