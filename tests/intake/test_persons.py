"""Names of people as feeds write them."""

from __future__ import annotations

from time import perf_counter

import pytest

from clustertui.intake.persons import (
    Keys,
    Named,
    bare_name,
    looks_like_name,
    people_named,
    stated,
)
from clustertui.intake.stated import StatedAffiliation, StatedPerson
from tests.intake.feeds import short


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Quill", "Ana Quill"),
        (" Prof. Dr. Ana  Quill, PhD", "Ana Quill"),
        ("Dr.-Ing. Bo Ek", "Bo Ek"),
        ("Dr. rer. nat. Bo Ek, M.A.", "Bo Ek"),
        ("Mme Carla Fé", "Carla Fé"),
        ("Bo Ek (he/him)", "Bo Ek"),
        ("Bo Ek (tbc)", "Bo Ek"),
        ("Bo Ek et al.", "Bo Ek"),
        ("Jack Ma", "Jack Ma"),
        ("Drew Marsh", "Drew Marsh"),
        ("김별", "김별"),
        ("ⴰⴱ", "ⴰⴱ"),
        ("TBA", ""),
        ("N.N.", ""),
        ("Various speakers", ""),
        ("Multiple Speakers", ""),
        ("—", ""),
        ("Dr. " + "x" * 300, "Dr. " + "x" * 300),
        ("", ""),
    ],
    ids=short,
)
def test_a_name_is_bare(text: str, name: str) -> None:
    assert bare_name(text) == name


def named(*names: str) -> tuple[Named, ...]:
    return tuple(map(Named, names))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Quill; Bo Ek", named("Ana Quill", "Bo Ek")),
        ("Ana Quill & Bo Ek", named("Ana Quill", "Bo Ek")),
        ("Ana Quill\nBo Ek\n", named("Ana Quill", "Bo Ek")),
        ("Ana Quill; TBA; Ana Quill", named("Ana Quill")),
        ("Ana Quill, Bo Ek", named("Ana Quill, Bo Ek")),
        (
            "Ana Quill (Tide & Foam; Lisbon) & Bo Ek",
            (Named("Ana Quill", "Tide & Foam; Lisbon"), Named("Bo Ek")),
        ),
        ("Ana Quill (Moderator)", (Named("Ana Quill", None, "Moderator"),)),
        ("Ana Quill ( )", (Named("Ana Quill"),)),
        ("", ()),
    ],
)
def test_several_people_stand_in_one_text(text: str, found: tuple[Named, ...]) -> None:
    assert people_named(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ana Quill, Bo Ek", named("Ana Quill", "Bo Ek")),
        ("Ana Quill, Ben Ek, and Carla von Fé", named("Ana Quill", "Ben Ek", "Carla von Fé")),
        ("Ana Quill (Tide, Lisbon), Bo Ek", (Named("Ana Quill", "Tide, Lisbon"), Named("Bo Ek"))),
        ("Quill, Ana", named("Quill, Ana")),
        ("Ana Quill, Tide Institute", named("Ana Quill, Tide Institute")),
        ("Ana Quill, Jr.", named("Ana Quill, Jr")),
    ],
)
def test_a_comma_parts_people_where_all_parts_are_names(
    text: str, found: tuple[Named, ...]
) -> None:
    assert [each.name.rstrip(".") for each in people_named(text, commas=True)] == [
        each.name for each in found
    ]


def test_a_tail_stays_where_the_organisation_has_a_place_of_its_own() -> None:
    assert people_named("Ana (Foam) Quill (Tide)", tails=False) == named("Ana (Foam) Quill (Tide)")


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Ana Quill", True),
        ("Dr. Ana de la Cruz", True),
        ("Ana", False),
        ("Cluster Policy", False),
        ("Ana quill", False),
        ("Room 2", False),
        ("von der", False),
        ("A B C D E F", False),
    ],
)
def test_some_words_look_like_a_name(text: str, does: bool) -> None:
    assert looks_like_name(text) is does


def test_an_address_that_stands_behind_several_names_identifies_nobody() -> None:
    keys = Keys()
    assert keys.of("Ana Quill", "mailto:info@tide.example") == "mailto:info@tide.example"
    assert keys.of("A. Quill", "mailto:info@tide.example") == "mailto:info@tide.example"
    assert keys.of("Bo Ek", "mailto:info@tide.example") is None
    assert keys.of("Bo Ek", None) is None


def test_what_stands_behind_a_name_is_an_affiliation() -> None:
    assert stated(Named("Ana Quill")) == StatedPerson("Ana Quill")
    assert stated(Named("Ana Quill", "Tide")) == StatedPerson(
        "Ana Quill", None, (StatedAffiliation("Tide"),)
    )
    assert stated(Named("Ana Quill", None, "chair")).affiliations[0].role == "chair"


@pytest.mark.parametrize("text", [" ", ";", "(", "(a;", "Dr. ", "Ana Quill, ", "Ana Quill and "])
def test_the_time_grows_with_the_text_and_no_faster(text: str) -> None:
    begun = perf_counter()
    people_named("Ana" + text * 100_000 + "Quill", commas=True)
    assert perf_counter() - begun < 20
