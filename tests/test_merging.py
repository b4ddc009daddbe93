"""Records of several sources in one set: nobody's ids are shared, and what is one says it all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from clustertui.entities import (
    RECORD_TABLES,
    Affiliation,
    Citation,
    Event,
    EventLink,
    Involvement,
    Organisation,
    OrganisationLink,
    OtherName,
    Person,
    Place,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.merging import merged, with_own_ids, without_rejected
from clustertui.model import ClusterError


def cite(source: str, line: int = 1) -> tuple[Citation, ...]:
    return (Citation(source=source, first_line=line, last_line=line),)


def full(source: str) -> Records:
    """One record of each kind, each naming all it can; the ids are those of every other source."""
    return Records(
        sources=(Source(id=source, title=source, lines=9, author="jo"),),
        places=(Place(id="novik", name="Nøvik"),),
        people=(Person(id="jo", name="Jo", cite=cite(source)),),
        organisations=(
            Organisation(id="nhc", name="NHC", cite=cite(source),
                         links=(OrganisationLink(to="port", relation="part of"),)),
            Organisation(id="port", name="Port", cite=cite(source)),
        ),
        events=(
            Event(id="fair", name="Fair", kind="fair", precision="none", parent="days",
                  places=("novik",), people=(Affiliation(person="jo", organisation="nhc"),),
                  organisations=(Involvement(organisation="nhc", role="host"),),
                  links=(EventLink(to="days", relation="prepares"),), cite=cite(source)),
            Event(id="days", name="Days", kind="fair", precision="none", cite=cite(source)),
        ),
        talks=(
            Talk(id="tides", event="fair", position=1, kind="keynote", title="Tides",
                 speakers=(Affiliation(person="jo", organisation="nhc", role="Head"),),
                 cite=cite(source)),
        ),
        points=(
            Point(id="aim", kind="aim", number=1, topic="Aims", text="Meet", event="fair",
                  talk="tides", organisation="nhc", place="novik", cite=cite(source)),
        ),
    )  # fmt: skip


# --- Ids -----------------------------------------------------------------------------------------


def test_the_first_keeps_its_ids_and_the_second_gets_its_own() -> None:
    first, second = with_own_ids([full("a"), full("b")])
    assert first == full("a")
    for table in RECORD_TABLES:
        ids = [[record.id for record in getattr(part, table)] for part in (first, second)]
        assert ids[1] == [f"{id_}-b" for id_ in ids[0]] or table == "sources"


def test_a_record_names_the_new_ids_of_its_own_source() -> None:
    _, found = with_own_ids([full("a"), full("b")])
    assert found.sources[0].author == "jo-b"
    assert found.organisations[0].links == (OrganisationLink(to="port-b", relation="part of"),)
    event = found.events[0]
    assert (event.parent, event.places) == ("days-b", ("novik-b",))
    assert event.people == (Affiliation(person="jo-b", organisation="nhc-b"),)
    assert event.organisations == (Involvement(organisation="nhc-b", role="host"),)
    assert event.links == (EventLink(to="days-b", relation="prepares"),)
    (talk,) = found.talks
    assert talk.event == "fair-b"
    assert talk.speakers == (Affiliation(person="jo-b", organisation="nhc-b", role="Head"),)
    (point,) = found.points
    assert (point.event, point.talk, point.organisation, point.place) == (
        "fair-b", "tides-b", "nhc-b", "novik-b",
    )  # fmt: skip
    assert point.cite == cite("b")


def test_what_a_source_does_not_have_itself_is_that_of_the_others() -> None:
    guest = Talk(id="guest", event="fair", position=2, kind="keynote", title="Guests",
                 speakers=(Affiliation(person="jo"),), cite=cite("b"))  # fmt: skip
    sources = (Source(id="b", title="b", lines=9),)
    assert with_own_ids([full("a"), Records(sources=sources, talks=(guest,))])[1].talks == (guest,)


@pytest.mark.parametrize("ids", [("jo", "jo-b"), ("jo-b", "jo"), ("jo", "jo-b", "jo-b-2")])
def test_a_new_id_is_none_that_anybody_has(ids: tuple[str, ...]) -> None:
    people = tuple(Person(id=id_, name=id_, cite=cite("b")) for id_ in ids)
    first, second = with_own_ids(
        [full("a"), Records(sources=(Source(id="b", title="b", lines=9),), people=people)]
    )
    found = [person.id for part in (first, second) for person in part.people]
    assert len(set(found)) == len(found) == len(ids) + 1
    assert [person.name for person in second.people] == list(ids)


def test_records_without_a_source_get_ids_as_well() -> None:
    stray = Records(people=(Person(id="jo", name="Jo", cite=()),))
    assert with_own_ids([full("a"), stray])[1].people[0].id == "jo-other"


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [
        (("a.xml", "0f"), ("a.xml", "0f"), "a.xml is given twice; give it once"),
        (("a.xml", "0f"), ("b.xml", "0f"), "a.xml and b.xml are one document; give it once"),
        (("a.xml", "0f"), ("b.xml", "1f"),
         "a.xml and b.xml both claim the source id `fair`; if they are editions of one programme,"
         " give only the newer one"),
        ((None, None), ("b.xml", None),
         "“Fair” and b.xml both claim the source id `fair`; if they are editions of one programme,"
         " give only the newer one"),
    ],
)  # fmt: skip
def test_two_documents_of_one_source_id_are_named(
    first: tuple[str | None, str | None], second: tuple[str | None, str | None], said: str
) -> None:
    parts = [
        Records(sources=(Source(id="fair", title="Fair", lines=1, document=name, sha256=sha),))
        for name, sha in (first, second)
    ]
    with pytest.raises(ClusterError) as caught:
        with_own_ids(parts)
    assert str(caught.value) == said


# --- Rejected records ----------------------------------------------------------------------------


def rejected(table: str, id_: str) -> Records:
    """What is left when a person rejects one record of a full source."""
    records = full("a")
    found = tuple(
        replace(record, rejected=True) if record.id == id_ else record
        for record in getattr(records, table)
    )
    return without_rejected(replace(records, **{table: found}))


def test_where_nothing_is_rejected_everything_stays() -> None:
    assert without_rejected(full("a")) == full("a")


def test_a_rejected_person_is_named_nowhere() -> None:
    found = rejected("people", "jo")
    assert (found.people, found.sources[0].author) == ((), None)
    assert (found.events[0].people, found.talks[0].speakers) == ((), ())


def test_without_a_rejected_organisation_people_still_speak() -> None:
    found = rejected("organisations", "nhc")
    assert [each.id for each in found.organisations] == ["port"]
    assert found.talks[0].speakers == (Affiliation(person="jo", role="Head"),)
    assert (found.events[0].organisations, found.points) == ((), ())
    assert rejected("organisations", "port").organisations[0].links == ()


def test_with_a_rejected_event_go_its_talks_and_points() -> None:
    found = rejected("events", "fair")
    assert ([event.id for event in found.events], found.talks, found.points) == (["days"], (), ())
    apart = rejected("events", "days")
    assert (apart.events[0].parent, apart.events[0].links) == (None, ())
    assert len(apart.talks) == len(apart.points) == 1


def test_with_a_rejected_talk_go_its_points() -> None:
    found = rejected("talks", "tides")
    assert (found.talks, found.points) == ((), ())
    assert rejected("points", "aim").points == ()


# --- Merging -------------------------------------------------------------------------------------


def all_merged(first: Records, second: Records, same: Mapping[str, str]) -> Records:
    parts = with_own_ids([first, second])
    return merged(parts, lambda address: same.get(address, address))


def test_without_anything_in_common_all_records_stay() -> None:
    found = all_merged(full("a"), full("b"), {})
    assert len(found) == len(full("a")) * 2
    assert [person.id for person in found.people] == ["jo", "jo-b"]


def test_records_that_are_one_are_named_by_one_id_everywhere() -> None:
    found = all_merged(
        full("a"),
        full("b"),
        {"person/jo-b": "person/jo", "organisation/nhc-b": "organisation/nhc",
         "place/novik-b": "place/novik"},
    )  # fmt: skip
    assert [place.id for place in found.places] == ["novik"]
    assert {source.author for source in found.sources} == {"jo"}
    assert {a.person for talk in found.talks for a in talk.speakers} == {"jo"}
    assert {a.organisation for talk in found.talks for a in talk.speakers} == {"nhc"}
    assert {place for event in found.events for place in event.places} == {"novik"}
    assert {point.organisation for point in found.points} == {"nhc"}
    (nhc,) = (each for each in found.organisations if each.id == "nhc")
    assert nhc.links == (
        OrganisationLink(to="port", relation="part of"),
        OrganisationLink(to="port-b", relation="part of"),
    )
    assert nhc.cite == (*cite("a"), *cite("b"))


def test_what_is_named_twice_after_a_merge_is_named_once() -> None:
    one = full("a")
    two = Person(id="jo-2", name="Jo", cite=cite("a", 2))
    speakers = (Affiliation(person="jo"), Affiliation(person="jo-2"))
    talks = (replace(one.talks[0], speakers=speakers),)
    records = replace(one, people=(*one.people, two), talks=talks)
    found = merged([records], lambda a: "person/jo" if a == "person/jo-2" else a)
    assert found.talks[0].speakers == (Affiliation(person="jo"),)
    assert found.people[0].cite == (*cite("a"), *cite("a", 2))


def test_an_organisation_is_not_linked_to_itself() -> None:
    found = merged([full("a")], lambda a: a.replace("organisation/port", "organisation/nhc"))
    assert [each.links for each in found.organisations] == [()]


def test_what_the_first_does_not_say_the_second_says() -> None:
    first = Person(id="jo", name="Jo", identifiers=("x#1",), cite=cite("a"), uncertain=True,
                   inferred={"name": "guessed"})  # fmt: skip
    second = Person(id="jo-b", name="Jo Ek", family_name="Ek", url="https://jo.example",
                    identifiers=("x#1", "y#1"), cite=cite("b"),
                    inferred={"family_name": "the last word", "name": "so"})  # fmt: skip
    parts = [Records(people=(first,)), Records(people=(second,))]
    (found,) = merged(parts, lambda address: "person/jo").people
    assert found == Person(
        id="jo", name="Jo", family_name="Ek", url="https://jo.example",
        identifiers=("x#1", "y#1"), cite=(*cite("a"), *cite("b")),
        inferred={"name": "guessed", "family_name": "the last word"},
    )  # fmt: skip


def test_only_what_nobody_is_sure_of_stays_uncertain() -> None:
    for sure in (True, False):
        people = [Person(id=id_, name="Jo", cite=(), uncertain=True) for id_ in ("a", "b")]
        people.append(Person(id="c", name="Jo", cite=(), uncertain=not sure))
        parts = [Records(people=(person,)) for person in people]
        (found,) = merged(parts, lambda address: "person/a").people
        assert found.uncertain == (not sure)


@pytest.mark.parametrize(
    ("first", "second", "acronym", "names"),
    [
        (("Harbour", None), ("Harbour", None), None, []),
        (("Harbour", None), ("HARBOUR", None), None, ["HARBOUR"]),
        (("Harbour", "NHC"), ("NHC", None), "NHC", []),
        (("Harbour", "NHC"), ("Port", "PRT"), "NHC", ["Port", "PRT"]),
        (("Harbour", None), ("Port", "PRT"), "PRT", ["Port"]),
        (("NHC", None), ("Harbour", "NHC"), "NHC", ["Harbour"]),
    ],
)
def test_no_name_of_an_organisation_is_lost(
    first: tuple[str, str | None], second: tuple[str, str | None], acronym: str | None,
    names: list[str],
) -> None:  # fmt: skip
    parts = [
        Records(organisations=(Organisation(id=id_, name=name, acronym=short, cite=()),))
        for id_, (name, short) in zip("ab", (first, second), strict=True)
    ]
    (found,) = merged(parts, lambda address: "organisation/a").organisations
    assert (found.name, found.acronym) == (first[0], acronym)
    assert [other.name for other in found.names] == names
    assert {other.kind for other in found.names} <= {"as printed"}


def test_other_names_keep_their_kind() -> None:
    old = OtherName(name="Old quay", kind="former")
    parts = [
        Records(organisations=(Organisation(id="a", name="Harbour", names=(old,), cite=()),)),
        Records(organisations=(Organisation(id="b", name="Old quay", cite=()),)),
    ]
    (found,) = merged(parts, lambda address: "organisation/a").organisations
    assert found.names == (old,)
