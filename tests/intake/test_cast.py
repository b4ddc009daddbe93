"""Who and where: each person, organisation and place of a document is one record."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clustertui.entities import Affiliation, Citation, Organisation, Person
from clustertui.intake.cast import Cast
from clustertui.intake.naming import Ids
from clustertui.intake.stated import StatedAffiliation, StatedPerson, StatedPlace, Where

HERE = (Where(1),)


class Stage:
    """A cast, and what it has doubts about."""

    def __init__(self) -> None:
        self.doubts: list[tuple[str, str]] = []
        self.cast = Cast(Ids(), lambda: "fair-2031", self._cite, self._doubt)

    def _cite(self, where: Sequence[Where]) -> tuple[Citation, ...]:
        return tuple(Citation(source="fair-2031", first_line=w.first_line) for w in where)

    def _doubt(self, where: Sequence[Where], message: str, lost: str) -> None:
        self.doubts.append((message, lost))

    def person(self, name: str, key: str | None = None) -> str | None:
        return self.cast.person(StatedPerson(name, key), HERE)

    def organisation(self, name: str | None, acronym: str | None = None) -> str | None:
        return self.cast.organisation(name, HERE, acronym)

    def people(self) -> dict[str, Person]:
        return {person.id: person for person in self.cast.people()}

    def organisations(self) -> dict[str, Organisation]:
        return {organisation.id: organisation for organisation in self.cast.organisations()}


@pytest.fixture
def stage() -> Stage:
    return Stage()


# --- People --------------------------------------------------------------------------------------


def test_a_name_twice_is_one_person_however_it_is_spelt(stage: Stage) -> None:
    assert {stage.person(name) for name in ("Müller", "MULLER", "Müller ")} == {"muller"}
    assert {stage.person(name) for name in ("Sun-Geun Kim", "Sun Geun Kim")} == {"sun-geun-kim"}
    assert [person.name for person in stage.cast.people()] == ["Müller", "Sun-Geun Kim"]


def test_three_kims_are_three(stage: Stage) -> None:
    names = ("Tae Hee Kim", "Sun-Geun Kim", "Dong-Soo Kim")
    assert len({stage.person(name) for name in names}) == 3


def test_names_without_a_latin_letter_are_told_apart(stage: Stage) -> None:
    assert len({stage.person(name) for name in ("김철수", "이영희", "★", "♣")}) == 4


def test_an_identifier_tells_namesakes_apart_and_spellings_together(stage: Stage) -> None:
    assert stage.person("Jo Ek", "5") == "jo-ek"
    assert stage.person("Jo Ek", "6") == "jo-ek-fair-2031"
    assert stage.person("Jo Ek") == "jo-ek-fair-2031-2"
    assert stage.person("Dr Jo Ek", " 5 ") == "jo-ek"
    assert stage.people()["jo-ek"].identifiers == ("fair#5",)
    assert stage.people()["jo-ek-fair-2031-2"].identifiers == ()
    assert stage.doubts == []


def test_one_identifier_of_two_names_makes_two_people_and_a_doubt(stage: Stage) -> None:
    first, second = stage.person("Jo Ek", "0"), stage.person("Astrid Moe", "0")
    assert first != second
    assert (stage.person("Astrid Moe", "0"), stage.person("Jo Ek", "0")) == (second, first)
    assert stage.doubts == [("“Astrid Moe” has the identifier of “Jo Ek”; taken as two people", "")]
    assert [p.identifiers for p in stage.cast.people()] == [("fair#0",), ("fair#0",)]


def test_a_key_is_not_taken_for_a_name(stage: Stage) -> None:
    assert stage.person("Jo Ek") != stage.person("Al Moe", "joek")
    assert stage.person("Al Moe", "\0") == stage.person("Al Moe")


@pytest.mark.parametrize("name", ["", " ", "\0"])
def test_a_person_without_a_name_is_reported(stage: Stage, name: str) -> None:
    assert stage.person(name, "5") is None
    assert stage.doubts == [("a person without a name", "person")]
    assert stage.cast.people() == ()


def test_a_person_is_cited_where_the_person_stands(stage: Stage) -> None:
    stage.cast.person(StatedPerson("Jo Ek", where=(Where(7),), url="https://jo.example"), HERE)
    stage.cast.person(StatedPerson("Jo Ek"), HERE)
    (person,) = stage.cast.people()
    assert [cited.first_line for cited in person.cite] == [7, 1]
    assert person.url == "https://jo.example"


def test_people_stand_for_every_organisation_that_is_stated(stage: Stage) -> None:
    jo = StatedPerson(
        "Jo Ek",
        affiliations=(
            StatedAffiliation("Harbour", None, "Head"),
            StatedAffiliation("Harbour", None, "Head"),
            StatedAffiliation("Port", None, "\0", "Norway"),
            StatedAffiliation(None, None, "Guest"),
        ),
    )
    assert stage.cast.affiliations([jo, StatedPerson(""), StatedPerson("Al")], HERE) == (
        Affiliation(person="jo-ek", organisation="harbour", role="Head"),
        Affiliation(person="jo-ek", organisation="port"),
        Affiliation(person="jo-ek", role="Guest"),
        Affiliation(person="al"),
    )
    assert stage.organisations()["port"].country == "Norway"


# --- Organisations -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [None, "", "\0"])
def test_no_name_is_no_organisation(stage: Stage, name: str | None) -> None:
    assert stage.organisation(name, "NHC") is None
    assert stage.cast.organisations() == ()


def test_an_organisation_is_found_by_its_acronym(stage: Stage) -> None:
    whole = stage.organisation("Nøvik Harbour", "NHC")
    assert whole == "novik-harbour"
    assert stage.organisation("nhc") == stage.organisation("Nøvik-Harbour") == whole
    assert stage.organisations()["novik-harbour"].acronym == "NHC"


def test_an_acronym_that_comes_later_counts_as_well(stage: Stage) -> None:
    whole = stage.organisation("Nøvik Harbour")
    assert stage.organisation("Nøvik Harbour", "NHC") == whole
    assert stage.organisation("NHC") == whole


def test_an_acronym_that_came_first_gets_its_name(stage: Stage) -> None:
    first = stage.organisation("NHC")
    assert stage.organisation("Nøvik Harbour", "NHC") == first == "nhc"
    assert stage.organisation("NHC") == stage.organisation("Nøvik Harbour") == first
    (found,) = stage.cast.organisations()
    assert (found.name, found.acronym) == ("Nøvik Harbour", "NHC")


def test_an_acronym_that_two_have_is_neither(stage: Stage) -> None:
    karlsruhe = stage.organisation("Karlsruhe Institute of Technology", "KIT")
    kyoto = stage.organisation("Kyoto Institute of Technology", "KIT")
    assert stage.organisation("Kyoto Institute of Technology", "KIT") == kyoto
    bare = stage.organisation("KIT")
    assert len({karlsruhe, kyoto, bare}) == 3
    assert stage.organisation("KIT") == bare


def test_a_name_that_is_its_own_acronym_is_no_other(stage: Stage) -> None:
    assert stage.organisation("KICOX", "Kicox") == stage.organisation("KICOX") == "kicox"
    assert len(stage.cast.organisations()) == 1


# --- Places --------------------------------------------------------------------------------------


def test_places_are_told_apart_by_their_country(stage: Stage) -> None:
    places = [("Nøvik", None), ("NOVIK", None), ("Nøvik", "Norway"), ("Nøvik", "Sweden")]
    assert [stage.cast.place(StatedPlace(*place)) for place in places] == [
        "novik", "novik", "novik-norway", "novik-sweden",
    ]  # fmt: skip
    assert stage.cast.place(StatedPlace("\0")) is None
    assert [(place.name, place.country) for place in stage.cast.places()] == [
        ("Nøvik", None), ("Nøvik", "Norway"), ("Nøvik", "Sweden"),
    ]  # fmt: skip


def test_places_whose_names_make_one_slug_have_ids_that_may_be(stage: Stage) -> None:
    names = ["Old Town", "Old-Town", "Old_Town", "…", "‥"]
    found = [stage.cast.place(StatedPlace(name)) for name in names]
    assert found == ["old-town", "old-town-2", "old-town-3", "place", "place-2"]
