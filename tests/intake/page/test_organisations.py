from __future__ import annotations

import pytest

from clustertui.intake.page.organisations import (
    acronym_of,
    is_country,
    is_field,
    is_state,
    kind_of,
    organisation_score,
    parted,
    role_score,
    with_acronym,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ministry of Knowledge Economy", "organisation"),
        ("Rural Broadband Office of Nebraska", "organisation"),
        ("Passo Certo Lda.", "organisation"),
        ("Waldnetz Ost GmbH & Co. KG", "organisation"),
        ("Moor Solicitors", "organisation"),
        ("City of Gdynia", "organisation"),
        ("Stadtwerke Trave", "organisation"),
        ("Holzverband Süd", "organisation"),
        ("Director", "role"),
        ("Photovoltaic R&D Program Director", "role"),
        ("Head of the Cluster Unit", "role"),
        ("Regional Minister for Economy", "role"),
        ("Abteilungsleiterin Mittelstandspolitik", "role"),
        ("Chair of Health Design", "role"),
        ("Vice-Dean", "role"),
        ("Projektreferentin", "role"),
        ("Chargée de recherche", "role"),
        ("Senior Adviser", "role"),
        ("Norway", "country"),
        ("DE", "country"),
        ("Corea del Sud", "country"),
        ("Breathe West", ""),
        ("VDI/VDE-IT", ""),
        ("Istituto Tecnico Ballarin", "organisation"),
    ],
)
def test_a_part_of_a_line_tells_what_it_is(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_what_is_no_organisation_scores_below_nothing() -> None:
    assert organisation_score("") < 0
    assert organisation_score("– dash") < 0
    assert organisation_score("how to find welders?") < 0
    assert organisation_score("As") == 0
    long = "Agency " + "of many small words " * 5
    assert organisation_score(long) < organisation_score("Agency of many small words")
    assert role_score("") == role_score("a " * 20) == 0


def test_countries_and_states_are_told_by_name() -> None:
    assert is_country("United Kingdom")
    assert is_country("(Germany)")
    assert not is_country("germany")
    assert is_state("Nebraska")
    assert not is_state("Gent")


@pytest.mark.parametrize(
    ("name", "acronym", "fits"),
    [
        ("National Research Foundation", "NRF", True),
        ("Korea Industrial Complex Corporation", "KICOX", True),
        ("Turkish Heat Pump Platform", "THPP", True),
        ("Daejeon University", "Korea", False),
        ("Foo", "FOO", False),
        ("Some Long Name Here", "XQZ", False),
        ("& & & &", "AB", False),
    ],
)
def test_an_acronym_is_made_of_the_letters_of_its_name(name: str, acronym: str, fits: bool) -> None:
    assert acronym_of(name, acronym) is fits


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Heat Pump Platform (HPP)", ("Heat Pump Platform", "HPP", None)),
        ("HPP (Heat Pump Platform)", ("Heat Pump Platform", "HPP", None)),
        ("Foo Institute (Norway)", ("Foo Institute", None, "Norway")),
        ("Foo Institute (since May)", ("Foo Institute (since May)", None, None)),
        ("Foo Institute", ("Foo Institute", None, None)),
        ("Foo Institute (XYZ)", ("Foo Institute", "XYZ", None)),
    ],
)
def test_brackets_after_an_organisation_are_acronym_or_country(
    text: str, read: tuple[str, str | None, str | None]
) -> None:
    assert with_acronym(text) == read


@pytest.mark.parametrize(
    "text",
    [
        "Electronics and Telecommunications Research Institute",
        "Korea Advanced Institute of Science and Technology",
        "Gumi Electronics and Information Technology Research Institute",
        "Centre for Yarn and Fabric Research",
        "Brennan and Moore Solicitors",
        "Institut des Sciences et Techniques du Bois",
        "Nodari & Partners",
        "Export Council for Food and Feed",
        "Agency and",
        "Moor and lowland Agency",
        "Board of Trade and Institute",
    ],
)
def test_an_and_within_a_name_joins_nothing(text: str) -> None:
    assert parted(text) == [text]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Solartal Mitte and EESA Energy Network", ["Solartal Mitte", "EESA Energy Network"]),
        ("AGEN Institute and Podla Cluster of Energy",
         ["AGEN Institute", "Podla Cluster of Energy"]),
        ("Ministry of Education and University of Kvarn",
         ["Ministry of Education", "University of Kvarn"]),
        ("Grappe Bois et Agence de l’Habitat", ["Grappe Bois", "Agence de l’Habitat"]),
        ("Clúster Agua & Fundación Regadíos", ["Clúster Agua", "Fundación Regadíos"]),
        ("A Institute / B Institute", ["A Institute", "B Institute"]),
        ("Agency of Ports and Kvarn GmbH", ["Agency of Ports", "Kvarn GmbH"]),
        ("Institute of Welding and Institute of Yarn",
         ["Institute of Welding", "Institute of Yarn"]),
    ],
)  # fmt: skip
def test_an_and_between_two_names_parts_them(text: str, parts: list[str]) -> None:
    assert parted(text) == parts


def test_fields_of_work_are_no_names() -> None:
    assert is_field("Technology")
    assert is_field("Horology")
    assert not is_field("Institute")
    assert not is_field("Kvarn")


@pytest.mark.parametrize(
    ("text", "score"),
    [("Projekt-Koordinatorin", 1.5), ("Bootsführer", 1.2), ("Harbour scheme", 0.0)],
)
def test_compounds_say_a_role_too(text: str, score: float) -> None:
    assert role_score(text) == pytest.approx(score)


def test_a_role_at_the_end_wins_over_an_organisation_in_it() -> None:
    assert kind_of("Research Foundation Director") == "role"
    assert kind_of("Institute of Teacher Training") == "organisation"
    assert kind_of("Port Manager GmbH") == "organisation"


def test_a_rank_before_an_organisation_is_a_role() -> None:
    assert kind_of("Senior Rope Institute") == "role"
    assert kind_of("Rope Institute") == "organisation"
