from __future__ import annotations

import pytest

from clustertui.intake.page.posts import role_and_organisation


@pytest.mark.parametrize(
    ("text", "role", "organisation"),
    [
        ("Director of Cluster Affairs at ACCLU", "Director of Cluster Affairs", "ACCLU"),
        ("CEO of Bar GmbH", "CEO", "Bar GmbH"),
        ("Professor of Kvarn University", "Professor", "Kvarn University"),
        ("Vorsitzende des Netzwerks Feinwerk", "Vorsitzende", "Netzwerks Feinwerk"),
        ("President of the Chamber of Ice", "President", "Chamber of Ice"),
        ("Projektleiter bei Waldwerk", "Projektleiter", "Waldwerk"),
        ("Professeur à l’Université du Lac", "Professeur", "Université du Lac"),
        ("responsabile relazioni del Geo Shipping Council", "responsabile relazioni",
         "Geo Shipping Council"),
        ("directora de Tecnología de Nava Seanergas", "directora de Tecnología", "Nava Seanergas"),
        ("direttore de Il Giornale di Vicen", "direttore", "Il Giornale di Vicen"),
        ("Presidente Camera di Commercio", "Presidente", "Camera di Commercio"),
        ("CEO Foo GmbH", "CEO", "Foo GmbH"),
        ("Managing Director TAYLAD", "Managing Director", "TAYLAD"),
    ],
)  # fmt: skip
def test_a_role_is_parted_from_its_organisation(text: str, role: str, organisation: str) -> None:
    assert role_and_organisation(text) == (role, organisation)


@pytest.mark.parametrize(
    "text",
    [
        "Head of Unit", "Head of the Cluster Unit", "Professor of Economic Geography",
        "Head of R&D", "Minister of State for Regional Enterprise", "Mayor of Graz Umgebung",
        "Director", "Director General", "Head of Mechatronics", "Foo of Bar Baz", "Head of ",
        "Director am Fluss", "Director am Bodensee",
    ],
)  # fmt: skip
def test_a_role_alone_has_no_organisation(text: str) -> None:
    assert role_and_organisation(text) is None


def test_no_role_without_a_word_before_the_link() -> None:
    assert role_and_organisation("– at Rope Museum") is None
    assert role_and_organisation("2019 at Rope Museum") is None


def test_signs_before_an_organisation_are_no_role() -> None:
    assert role_and_organisation("… of Rope Museum") is None


def test_a_secretary_general_has_a_house_and_no_place() -> None:
    found = role_and_organisation("Secretary-General of Nava Seanergas")
    assert found == ("Secretary-General", "Nava Seanergas")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("vicevoorzitter Vereniging Dorpsbakkers", ("vicevoorzitter", "Vereniging Dorpsbakkers")),
        ("Dyrektor Muzeum Warty", ("Dyrektor", "Muzeum Warty")),
        ("ingegnere all’Università delle Prealpi", ("ingegnere", "Università delle Prealpi")),
        ("tot ziens Vereniging", None),
    ],
)
def test_callings_of_several_languages(text: str, parts: tuple[str, str] | None) -> None:
    assert role_and_organisation(text) == parts
