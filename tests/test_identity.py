"""One person, one organisation, one record, over all sources; what is only alike is reported."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustertui.build import build
from clustertui.decisions import Decisions, Likeness
from clustertui.entities import (
    Affiliation,
    Citation,
    Event,
    Organisation,
    OtherName,
    Person,
    Place,
    Records,
    Source,
    Talk,
)
from clustertui.identity import MOST_ALIKE, MOST_NAMES, United, unite
from clustertui.model import ClusterError
from clustertui.records import read_records

CURATED = Path(__file__).parent.parent / "data" / "records"
GYEONGGI = "Gyeonggi Institute of S&T Promotion"


@pytest.fixture(scope="module")
def curated() -> Records:
    """The two real sources."""
    return read_records(CURATED)


class Part:
    """The records of one source, put together piece by piece."""

    def __init__(self, source: str, *, year: int | None = 2031, by_hand: bool = False) -> None:
        self.source = Source(
            id=source, title=source, lines=9, document=f"{source}.xml", sha256=source,
            format=None if by_hand else "invented",
        )  # fmt: skip
        self.cite = (Citation(source=source, first_line=1, last_line=1),)
        self.year = year
        self.people: list[Person] = []
        self.organisations: list[Organisation] = []
        self.places: list[Place] = []
        self.affiliations: list[Affiliation] = []

    def person(self, id_: str, name: str, *identifiers: str, of: Sequence[str] = ()) -> Part:
        self.people.append(Person(id=id_, name=name, identifiers=identifiers, cite=self.cite))
        self.affiliations += [Affiliation(person=id_, organisation=each) for each in of]
        return self

    def organisation(
        self, id_: str, name: str, acronym: str | None = None, *, country: str | None = None,
        names: Sequence[str] = (),
    ) -> Part:  # fmt: skip
        self.organisations.append(
            Organisation(id=id_, name=name, acronym=acronym, country=country, cite=self.cite,
                         names=tuple(OtherName(name=each, kind="alias") for each in names))
        )  # fmt: skip
        return self

    def place(self, id_: str, name: str, country: str | None = None) -> Part:
        self.places.append(Place(id=id_, name=name, country=country))
        return self

    def records(self) -> Records:
        day = date(self.year, 5, 1) if self.year else None
        event = Event(
            id=self.source.id, name=self.source.id, kind="fair", start=day, end=day,
            precision="day" if day else "none", places=tuple(place.id for place in self.places),
            cite=self.cite,
        )  # fmt: skip
        talk = Talk(id=f"{self.source.id}-talk", event=event.id, position=1, kind="keynote",
                    title="Tides", speakers=tuple(self.affiliations), cite=self.cite)  # fmt: skip
        return Records(
            sources=(self.source,), places=tuple(self.places), people=tuple(self.people),
            organisations=tuple(self.organisations), events=(event,), talks=(talk,),
        )  # fmt: skip


def united(*parts: Part, same: str = "", different: str = "") -> United:
    """Some sources in one, with decisions on pairs of addresses such as `person/a=person/b`."""

    def pairs(text: str) -> tuple[tuple[str, str], ...]:
        return tuple((a, b) for a, _, b in (pair.partition("=") for pair in text.split()))

    return unite([part.records() for part in parts], Decisions(pairs(same), pairs(different)))


def people(found: United) -> list[str]:
    return [person.id for person in found.records.people]


def organisations(found: United) -> list[str]:
    return [organisation.id for organisation in found.records.organisations]


def alike(found: United) -> list[tuple[int, str, str]]:
    return [(each.score, each.first, each.second) for each in found.alike]


# --- The two real sources and a programme with a homonym -----------------------------------------

HOMONYM = "person/seung-lee=person/seung-lee-fair"


def programme(*speakers: tuple[str, str | None]) -> Part:
    """A programme with speakers, each of an organisation or of none."""
    part = Part("fair")
    for number, (name, organisation) in enumerate(speakers):
        id_ = name.lower().replace(" ", "-")
        if organisation is None:
            part.person(id_, name)
            part.affiliations.append(Affiliation(person=id_))
        else:
            part.organisation(f"o{number}", organisation).person(id_, name, of=[f"o{number}"])
    return part


@pytest.mark.parametrize("organisation", [None, "Seoul Opera House"])
def test_a_homonym_stays_apart_and_is_reported_once(
    curated: Records, organisation: str | None
) -> None:
    found = unite([curated, programme(("Seung Lee", organisation)).records()])
    assert {"seung-lee", "seung-lee-fair"} <= set(people(found))
    assert len(found.records.people) == len(curated.people) + 1
    assert found.alike == [
        Likeness(90, "person/seung-lee", "person/seung-lee-fair",
                 "both are named “Seung Lee”, nothing ties them")
    ]  # fmt: skip


@pytest.mark.parametrize("organisation", [None, "Seoul Opera House"])
def test_a_decision_makes_the_homonym_one_and_without_it_there_are_two_again(
    curated: Records, organisation: str | None
) -> None:
    parts = [curated, programme(("Seung Lee", organisation)).records()]
    first, _, second = HOMONYM.partition("=")
    decided = unite(parts, Decisions(same=((second, first),)))
    assert people(decided) == [person.id for person in curated.people]
    assert (decided.alike, decided.unknown) == ([], [])
    assert decided.merged[second] == first
    speakers = {a.person for t in decided.records.talks for a in t.speakers if t.event == "fair"}
    assert speakers == {"seung-lee"}
    assert len(unite(parts).records.people) == len(curated.people) + 1


def test_a_decision_that_they_differ_silences_the_report(curated: Records) -> None:
    parts = [curated, programme(("Seung Lee", None)).records()]
    first, _, second = HOMONYM.partition("=")
    found = unite(parts, Decisions(different=((first, second),)))
    assert len(found.records.people) == len(curated.people) + 1
    assert found.alike == []


def test_the_same_affiliation_makes_one_person_of_the_curated_id(curated: Records) -> None:
    found = unite([curated, programme(("Seung Lee", GYEONGGI)).records()])
    assert people(found) == [person.id for person in curated.people]
    assert organisations(found) == [organisation.id for organisation in curated.organisations]
    assert found.alike == []
    (person,) = (person for person in found.records.people if person.id == "seung-lee")
    assert {cited.source for cited in person.cite} == {"koranet-2010", "fair"}
    (talk,) = (talk for talk in found.records.talks if talk.event == "fair")
    assert [a.person for a in talk.speakers] == ["seung-lee"]


def test_a_programme_makes_two_of_the_speakers_named_alike_if_it_tells_them_apart(
    curated: Records,
) -> None:
    part = programme(("Seung Lee", GYEONGGI)).person("lee-2", "Seung Lee", of=["o0"])
    found = unite([curated, part.records()])
    assert len(found.records.people) == len(curated.people) + 2
    assert [each.first for each in found.alike] == ["person/seung-lee", "person/seung-lee"]


def test_kicox_is_the_curated_organisation_under_each_of_its_names(curated: Records) -> None:
    (kicox,) = (each for each in curated.organisations if each.id == "kicox")
    assert kicox.acronym
    names = [kicox.acronym, kicox.name, *(other.name for other in kicox.names)]
    assert len(names) > 2
    for name in (*names, kicox.name.upper()):
        found = unite([curated, Part("fair").organisation("x", name).records()])
        assert len(found.records.organisations) == len(curated.organisations), name
        assert found.merged == {"organisation/x": "organisation/kicox"}
    together = Part("fair")
    for number, name in enumerate(names):
        together.organisation(f"x{number}", name)
    found = unite([curated, together.records()])
    assert len(found.records.organisations) == len(curated.organisations)
    assert found.alike == []


def test_a_programme_never_changes_an_id_of_the_curated_records(curated: Records) -> None:
    part = Part("fair", year=1990)
    for person in curated.people:
        part.person(person.id, person.name)
    for each in curated.organisations:
        part.organisation(each.id, each.name)
        if each.acronym:
            part.organisation(f"{each.id}-short", each.acronym)
    for place in curated.places:
        part.place(place.id, place.name)
    for parts in permutations([curated, part.records()]):
        found = unite(parts).records
        for table in ("sources", "people", "organisations", "events", "talks", "points", "places"):
            before = {record.id for record in getattr(curated, table)}
            assert before <= {record.id for record in getattr(found, table)}, table
        names = {person.id: person.name for person in found.people}
        assert all(names[person.id] == person.name for person in curated.people)


# --- People --------------------------------------------------------------------------------------


def test_one_identifier_in_two_editions_is_one_person() -> None:
    first = Part("fair-2030", year=2030).person("jo-ek", "Jo Ek", "fair#5")
    second = Part("fair-2031").person("jo-ek", "Jo R. Ek", "fair#5", "guid:9")
    found = united(second, first)
    assert people(found) == ["jo-ek"]
    assert (found.records.people[0].name, found.records.people[0].identifiers) == (
        "Jo Ek", ("fair#5", "guid:9"),
    )  # fmt: skip
    assert found.alike == []


def test_one_identifier_and_names_unlike_is_reported_and_not_merged() -> None:
    found = united(
        Part("fair-2030", year=2030).person("jo-ek", "Jo Ek", "fair#5"),
        Part("fair-2031").person("al-moe", "Al Moe", "fair#5"),
    )
    assert people(found) == ["al-moe", "jo-ek"]
    assert found.alike == [
        Likeness(50, "person/jo-ek", "person/al-moe",
                 "one identifier, for “Jo Ek” and “Al Moe”")
    ]  # fmt: skip


def test_an_identifier_is_compared_with_every_holder() -> None:
    names = {2029: "Al Moe", 2030: "Jo Ek", 2031: "Jo Ek"}
    parts = [Part(f"fair-{y}", year=y).person(f"p{y}", n, "fair#5") for y, n in names.items()]
    for order in permutations(parts):
        assert people(united(*order)) == ["p2029", "p2030"]


def test_an_identifier_that_everybody_has_ties_nobody() -> None:
    parts = []
    for year in (2030, 2031):
        part = Part(f"fair-{year}", year=year)
        for number in range(MOST_NAMES + 1):
            part.person(f"p{number}-{year}", f"{'abcdefghijk'[number] * 5} Moe", "fair#0")
        parts.append(part)
    found = united(*parts)
    assert len(found.records.people) == 2 * (MOST_NAMES + 1)
    assert {score for score, _, _ in alike(found)} == {90}  # they are but namesakes


def test_an_identifier_does_not_make_one_of_two_whom_a_source_tells_apart() -> None:
    part = Part("fair").person("jo", "Jo Ek", "fair#5").person("jo-2", "Jo Ek", "fair#5")
    part.person("jo-3", "Jo Ek Moe", "fair#5")
    found = united(part)
    assert people(found) == ["jo", "jo-2", "jo-3"]
    assert alike(found) == [(90, "person/jo", "person/jo-2"), (90, "person/jo", "person/jo-3")]


def test_three_kims_stay_three() -> None:
    kims = {"tae-hee-kim": "Tae Hee Kim", "sun-geun-kim": "Sun-Geun Kim", "kim": "Yong-Jin Kim"}
    parts = []
    for year in (2030, 2031):
        part = Part(f"fair-{year}", year=year).organisation("nhc", "Harbour")
        for id_, name in kims.items():
            part.person(id_, name.replace("-", " ") if year == 2031 else name, of=["nhc"])
        parts.append(part)
    found = united(*parts)
    assert people(found) == sorted(kims)
    assert found.alike == []


def test_namesakes_of_one_organisation_are_one_over_sources_only() -> None:
    def part(year: int, *ids: str) -> Part:
        found = Part(f"fair-{year}", year=year).organisation("nhc", "Harbour")
        for id_ in ids:
            found.person(id_, "Jo Ek", of=["nhc"])
        return found

    assert people(united(part(2030, "a"), part(2031, "b"))) == ["a"]
    assert people(united(part(2030, "a", "b"))) == ["a", "b"]
    doubtful = united(part(2030, "a"), part(2031, "b", "c"))
    assert people(doubtful) == ["a", "b", "c"]
    assert alike(doubtful) == [(90, "person/a", "person/b"), (90, "person/a", "person/c")]


def test_the_organisation_counts_under_any_of_its_names() -> None:
    found = united(
        Part("a", year=2030)
        .organisation("nhc", "Harbour Cluster", "NHC")
        .person("jo", "Jo Ek", of=["nhc"]),
        Part("b").organisation("n", "NHC").person("jo", "JO  EK", of=["n"]),
    )
    assert (people(found), organisations(found)) == (["jo"], ["nhc"])


def test_very_many_namesakes_are_all_reported_and_not_each_with_each() -> None:
    parts = [Part(f"s{n:03}", year=2000 + n).person("jo", "Jo Ek") for n in range(100)]
    found = united(*parts)
    assert len(found.records.people) == 100
    assert len(found.alike) == 99
    others = {each.second for each in found.alike}
    assert len(others) == 99


def test_a_namesake_that_is_not_the_first_may_still_be_the_second() -> None:
    parts = [Part(f"s{n}", year=2000 + n).person(f"jo-{n}", "Jo Ek") for n in range(3)]
    assert alike(united(*parts)) == [
        (90, "person/jo-0", "person/jo-1"), (90, "person/jo-0", "person/jo-2"),
    ]  # fmt: skip
    told = united(*parts, different="person/jo-0=person/jo-1 person/jo-2=person/jo-0")
    assert alike(told) == [(90, "person/jo-1", "person/jo-2")]
    all_told = "person/jo-0=person/jo-1 person/jo-2=person/jo-0 person/jo-1=person/jo-2"
    assert alike(united(*parts, different=all_told)) == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Hyeyoung Cho", "Cho Hyeyoung", "the words of the name in another order"),
        ("Müller", "Anna Müller", "one is a part of the other"),
        ("Anna Müller", "Müller", "one is a part of the other"),
        ("J. Ek", "Jo Ek", "one has only an initial"),
        ("Anna Müller", "Anna Mueller", "spelt nearly alike"),
        ("Müller", "Anna Schmidt", None),
        ("Anna Müller", "Anna Schmidt", None),
        ("Tae Hee Kim", "Sun Geun Kim", None),
        ("A. Ek", "Jo Ek", None),
        ("…", "Jo Ek", None),
    ],
)
def test_colleagues_with_names_alike_are_reported(one: str, other: str, reason: str | None) -> None:
    part = Part("fair").organisation("nhc", "Harbour")
    part.person("a", one, of=["nhc"]).person("b", other, of=["nhc"])
    found = united(part)
    assert people(found) == ["a", "b"]
    said = f"“{one}” and “{other}” of one organisation: {reason}"
    assert found.alike == ([Likeness(70, "person/a", "person/b", said)] if reason else [])


def test_a_person_at_an_event_is_tied_as_well(curated: Records) -> None:
    def part(source: str) -> Records:
        records = Part(source).organisation("nhc", "Harbour").person("jo", "Jo Ek").records()
        (event,) = records.events
        here = Event(id=event.id, name=event.name, kind="fair", precision="none", cite=event.cite,
                     people=(Affiliation(person="jo", organisation="nhc"),))  # fmt: skip
        return Records(sources=records.sources, people=records.people, events=(here,),
                       organisations=records.organisations)  # fmt: skip

    assert people(unite([part("a"), part("b")])) == ["jo"]


# --- Organisations -------------------------------------------------------------------------------


def test_organisations_are_one_by_name_and_alias() -> None:
    first = Part("a", year=2030).organisation("nhc", "Nøvik Harbour", names=["The Old Quay"])
    for name in ("NOVIK HARBOUR", "Nøvik-Harbour", "the old quay", "NovikHarbour"):
        found = united(first, Part("b").organisation("x", name))
        assert organisations(found) == ["nhc"], name
    other = united(first, Part("b").organisation("x", "Fish Hall", names=["The old quay"]))
    assert organisations(other) == ["nhc"]
    assert {each.name for each in other.records.organisations[0].names} == {
        "The Old Quay", "The old quay", "Fish Hall",
    }  # fmt: skip


def test_one_acronym_of_two_names_is_reported_and_not_merged() -> None:
    found = united(
        Part("a", year=2030).organisation("x", "Karlsruhe Institute of Technology", "KIT"),
        Part("b").organisation("y", "Kyoto Institute of Technology", "KIT"),
    )
    assert organisations(found) == ["x", "y"]
    assert found.alike == [Likeness(80, "organisation/x", "organisation/y", "same acronym")]


def test_an_acronym_that_several_have_belongs_to_none_of_them() -> None:
    parts = [
        Part("a", year=2029).organisation("x", "Karlsruhe Institute of Technology", "KIT"),
        Part("b", year=2030).organisation("y", "Kyoto Institute of Technology", "KIT"),
        Part("c").organisation("z", "KIT"),
    ]
    for order in permutations(parts):
        found = united(*order)
        assert organisations(found) == ["x", "y", "z"]
        assert alike(found) == [
            (80, "organisation/x", "organisation/y"),
            (80, "organisation/x", "organisation/z"),
            (80, "organisation/y", "organisation/z"),
        ]


def test_the_country_says_which_of_several_an_acronym_means() -> None:
    found = united(
        Part("a", year=2029).organisation("x", "Karlsruhe Institute", "KIT", country="Germany"),
        Part("b", year=2030).organisation("y", "Kyoto Institute", "KIT", country="Japan"),
        Part("c").organisation("z", "KIT", country="Japan"),
    )
    assert organisations(found) == ["x", "y"]
    assert found.alike == []


def test_one_owner_of_an_acronym_cannot_be_of_two_countries() -> None:
    found = united(
        Part("a", year=2029).organisation("x", "Institute of Technology", "KIT"),
        Part("b", year=2030).organisation("y", "KIT", country="Germany"),
        Part("c").organisation("z", "KIT", country="Japan"),
    )
    assert organisations(found) == ["x", "y", "z"]
    assert alike(found) == [
        (80, "organisation/x", "organisation/y"), (80, "organisation/x", "organisation/z"),
    ]  # fmt: skip


def test_an_alias_that_is_an_acronym_of_another_is_reported() -> None:
    found = united(
        Part("a", year=2030).organisation("x", "Fish Hall", names=["NHC"]),
        Part("b").organisation("y", "Nøvik Harbour", "NHC"),
        Part("c").organisation("z", "NHC"),
    )
    assert organisations(found) == ["x", "y"]
    assert found.merged == {"organisation/z": "organisation/x"}
    assert alike(found) == [(80, "organisation/x", "organisation/y")]


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        (None, "Germany", True),
        ("Korea", "South Korea", True),
        ("North Korea", "South Korea", False),
        ("Germany", "Austria", False),
        ("DE", "Germany", True),
        ("DE", "AT", False),
        ("de", "DE", True),
        ("DE", "DEU", True),
    ],
)
def test_one_name_in_two_countries_is_two(one: str | None, other: str | None, is_one: bool) -> None:
    parts = (
        Part("a", year=2030).organisation("x", "National Library", country=one),
        Part("b").organisation("y", "National Library", country=other),
    )
    for found in (united(*parts), united(*reversed(parts))):
        assert organisations(found) == (["x"] if is_one else ["x", "y"])


def test_a_name_without_a_country_that_may_be_two_is_neither_and_is_reported() -> None:
    parts = [
        Part("a", year=2028).organisation("x", "National Library", country="Germany"),
        Part("b", year=2029).organisation("y", "National Library"),
        Part("c", year=2030).organisation("z", "National Library", country="Austria"),
        Part("d", year=2031).organisation("w", "National Library"),
        Part("e", year=2032).organisation("v", "National Library", country="Austria"),
    ]
    for order in permutations(parts):
        found = united(*order)
        assert organisations(found) == ["x", "y", "z"]
        assert alike(found) == [
            (100, "organisation/x", "organisation/y"), (100, "organisation/y", "organisation/z"),
        ]  # fmt: skip


def test_a_programme_does_not_make_one_of_two_that_were_told_apart_by_hand() -> None:
    hand = Part("hand", by_hand=True).organisation("x", "Harbour", names=["Port"])
    hand.organisation("y", "Quay", names=["Port"])
    found = united(Part("a").organisation("z", "Port"), hand)
    assert organisations(found) == ["x", "y", "z"]
    assert alike(found) == [
        (85, "organisation/x", "organisation/z"), (85, "organisation/y", "organisation/z"),
    ]  # fmt: skip
    decided = united(hand, Part("a").organisation("z", "Port"),
                     same="organisation/z=organisation/y")  # fmt: skip
    assert organisations(decided) == ["x", "y"]
    clear = united(hand, Part("a").organisation("z", "Harbour").organisation("w", "Quay"),
                   Part("b").organisation("v", "Quay", names=["Harbour"]))  # fmt: skip
    assert {"x", "y"} <= set(organisations(clear))


def test_names_nearly_alike_are_reported_unless_a_number_tells_them_apart() -> None:
    found = united(
        Part("a", year=2030).organisation("x", "Gyeonggi Institute of Promotion", country="Korea")
        .organisation("n", "Lyceum of Nøvik 1"),
        Part("b").organisation("y", "Gyeongi Institute of Promotion")
        .organisation("m", "Lyceum of Nøvik 2")
        .organisation("k", "Gyeonggi Institute of Promotions", country="Norway"),
    )  # fmt: skip
    assert organisations(found) == ["k", "m", "n", "x", "y"]
    assert ("organisation/x", "organisation/y") in {pair[1:] for pair in alike(found)}
    assert not any({"organisation/m", "organisation/n"} & set(pair[1:]) for pair in alike(found))
    assert ("organisation/x", "organisation/k") not in {pair[1:] for pair in alike(found)}
    reasons = {each.reason for each in found.alike}
    assert "“Gyeonggi Institute of Promotion” and “Gyeongi Institute of Promotion”" in reasons


def test_a_word_that_very_many_share_tells_nothing() -> None:
    part = Part("a")
    for number in range(MOST_ALIKE + 1):
        part.organisation(f"o{number}", f"Universityx{chr(97 + number % 26)}{'y' * number}")
        part.organisation(f"u{number}", "University")
    assert not any(each.first.startswith("organisation/u") for each in united(part).alike)


# --- Places --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("countries", "expected"),
    [
        ([None, "France"], 1),
        (["France", "United States"], 2),
        (["France", None, "United States"], 3),
        (["Korea", "South Korea"], 1),
        ([None, None, "FRANCE", "France"], 1),
    ],
)
def test_places_are_one_unless_two_countries_are_meant(
    countries: list[str | None], expected: int
) -> None:
    parts = [Part(f"s{n}").place("paris", "Paris", country) for n, country in enumerate(countries)]
    for order in permutations(parts):
        assert len(united(*order).records.places) == expected


# --- Any order, any source -----------------------------------------------------------------------


def test_the_order_of_the_sources_changes_nothing(curated: Records) -> None:
    parts = [
        curated,
        programme(("Seung Lee", GYEONGGI)).records(),
        Part("b", year=None).person("seung-lee", "Seung Lee").organisation("k", "KICOX").records(),
        Part("c", year=2030).person("lee", "Seung Lee", "x#1").records(),
        Part("a", year=None).person("lee", "S. Lee", "x#1").records(),
    ]
    expected = unite(parts)
    for order in permutations(parts):
        found = unite(order)
        assert found.records == expected.records
        assert (found.merged, found.alike) == (expected.merged, expected.alike)


def test_a_source_that_shares_nothing_changes_no_id(curated: Records) -> None:
    parts = [curated, programme(("Seung Lee", None)).records()]
    before = unite(parts)
    stranger = Part("opera", year=1900).person("ute-moe", "Ute Moe").organisation("op", "Opera")
    after = unite([stranger.records(), *parts])
    for table in ("people", "organisations", "events", "talks", "places"):
        ids = {record.id for record in getattr(before.records, table)}
        assert ids <= {record.id for record in getattr(after.records, table)}
    assert after.alike == before.alike


def test_decisions_on_what_no_source_has_are_named() -> None:
    found = united(Part("a").person("jo", "Jo"), same="person/jo=person/al",
                   different="organisation/x=organisation/y")  # fmt: skip
    assert found.unknown == ["organisation/x", "organisation/y", "person/al"]


def test_decisions_that_contradict_each_other_are_a_fault() -> None:
    part = Part("a").person("a", "A").person("b", "B").person("c", "C")
    with pytest.raises(ClusterError, match="another decision"):
        united(part, same="person/a=person/b person/b=person/c", different="person/a=person/c")


def test_two_documents_cannot_be_one_source() -> None:
    with pytest.raises(ClusterError, match=r"a\.xml is given twice; give it once"):
        united(Part("a"), Part("a"))


def test_nothing_is_united_to_nothing() -> None:
    assert len(unite([]).records) == 0


_Drawn = tuple[Any, ...]
NAMES = st.sampled_from(["Kim", "kim", "Jo Ek", "Jo  Ek", "J. Ek", "KIT", "Port", "…", "港"])
PARTS = st.lists(
    st.tuples(
        st.lists(st.tuples(NAMES, st.sampled_from(["", "x#1", "x#2"]), st.integers(0, 2)),
                 max_size=4),
        st.lists(st.tuples(NAMES, st.sampled_from([None, "KIT", "kim"]),
                           st.sampled_from([None, "Korea", "South Korea", "DE"]), NAMES),
                 min_size=3, max_size=3),
        st.booleans(),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(PARTS, st.randoms(use_true_random=False))
def test_whatever_shares_names_is_united_alike_in_any_order_and_can_be_built(
    drawn: list[tuple[list[_Drawn], list[_Drawn], bool]],
    random: Random,
) -> None:
    parts = []
    for number, (persons, orgs, by_hand) in enumerate(drawn):
        part = Part(f"s{number}", year=2000 + number, by_hand=by_hand and number == 0)
        for at, (name, acronym, country, alias) in enumerate(orgs):
            part.organisation(f"o{at}", name, acronym, country=country, names=[alias])
            part.place(f"p{at}", name, country)
        for at, (name, identifier, desk) in enumerate(persons):
            part.person(f"p{at}", name, *filter(None, [identifier]), of=[f"o{desk}"])
        parts.append(part.records())
    found = unite(parts)
    random.shuffle(parts)
    assert unite(parts).records == found.records
    with TemporaryDirectory() as folder:
        counts = build(found.records, Path(folder, "a.db"))
    assert counts["people"] == len(found.records.people)
    known = {f"person/{p.id}" for p in found.records.people}
    known |= {f"organisation/{o.id}" for o in found.records.organisations}
    assert {address for each in found.alike for address in (each.first, each.second)} <= known
