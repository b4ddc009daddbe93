from __future__ import annotations

import pytest

from clustertui.intake.page.clauses import listed

from .reading import Affiliation


def read(text: str) -> list[tuple[str, list[Affiliation]]]:
    return [
        (person.name, [(each.organisation, each.role, each.country) for each in person.affiliations])
        for person in listed(text).people
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Berg. Rope Museum, Lund", [("Anna Berg", [("Rope Museum", None, None)])]),
        ("Xelu Vorn. Director, Rope Museum", [("Xelu Vorn", [("Rope Museum", "Director", None)])]),
        ("Berg, Anna: Director, Rope Museum",
         [("Anna Berg", [("Rope Museum", "Director", None)])]),
        ("Rope Museum: Anna Berg, Director", [("Anna Berg", [("Rope Museum", "Director", None)])]),
        ("Anna Berg: Director, Rope Museum", [("Anna Berg", [("Rope Museum", "Director", None)])]),
        ("Minister for Ports, Dr. Anna Berg", [("Anna Berg", [(None, "Minister for Ports", None)])]),
        ("Director Anna Berg, Jon Rask",
         [("Anna Berg", [(None, "Director", None)]), ("Jon Rask", [])]),
        ("Anna Berg, Director, Rope Museum; Chair, Lund Society",
         [("Anna Berg", [("Rope Museum", "Director", None), ("Lund Society", "Chair", None)])]),
        ("Anna Berg of the Rope Museum", [("Anna Berg", [("Rope Museum", None, None)])]),
        ("Anna Berg / Jon Rask", [("Anna Berg", []), ("Jon Rask", [])]),
        ("Anna Berg, Jon Rask, Eva Falk", [("Anna Berg", []), ("Jon Rask", []), ("Eva Falk", [])]),
    ],
)  # fmt: skip
def test_people_of_clauses(text: str, people: list[tuple[str, list[Affiliation]]]) -> None:
    assert read(text) == people


@pytest.mark.parametrize(
    "text",
    [
        "Xelu Vorn. Something that floats, Lund",
        "Jon Rask, Captain, Rope Museum; Chair, Lund Society; xyz",
        "PhD, MSc",
        "tides and timber: how they meet",
        "a rope – and its end",
        "",
    ],
)
def test_no_people_where_there_are_none(text: str) -> None:
    assert listed(text).score < 0
