"""The records of the repository and the database built from them: what the two sources hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from clustertui.build import differences
from clustertui.catalogue import Catalogue
from clustertui.entities import CitedRecord, Point, Records, Talk
from clustertui.kinds import KINDS
from clustertui.model import Detail, Ref, View
from clustertui.records import canonical_difference, read_records
from clustertui.search import Search

FOLDER = Path(__file__).parent.parent / "data" / "records"
FILES = sorted(FOLDER.glob("*.toml"))
KICOX = Ref("organisation", "kicox")
WORKSHOP = "koranet-workshop-2010"


@pytest.fixture(scope="module")
def real() -> Records:
    return read_records(FOLDER)


@pytest.fixture(scope="module")
def catalogue(real_database: Path) -> Iterator[Catalogue]:
    found = Catalogue(real_database)
    yield found
    found.close()


@pytest.fixture(scope="module")
def search(catalogue: Catalogue) -> Search:
    return Search(catalogue)


def talk_on(real: Records, line: int) -> Talk:
    """The talk that stands on a line of the programme of 2010."""
    (found,) = (
        talk
        for talk in real.talks
        if talk.event == WORKSHOP and any(c.first_line == line for c in talk.cite)
    )
    return found


def points(real: Records, kind: str) -> list[Point]:
    return [point for point in real.points if point.kind == kind]


def name_of(real: Records, organisation: str | None) -> str:
    (found,) = (each.name for each in real.organisations if each.id == organisation)
    return found


# --- Files and database --------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=[file.name for file in FILES])
def test_every_record_file_is_canonical(file: Path) -> None:
    assert canonical_difference(file) is None


def test_the_database_is_what_a_build_makes_of_the_records(
    real: Records, real_database: Path
) -> None:
    assert differences(real, real_database) == []


def test_every_record_says_where_it_stands(catalogue: Catalogue, real: Records) -> None:
    for kind in KINDS.values():
        for record in getattr(real, kind.plural):
            assert isinstance(record, CitedRecord)
            assert record.cite, record.id
            assert catalogue.provenance(Ref(kind.name, record.id)), record.id


def test_every_detail_can_be_shown(catalogue: Catalogue) -> None:
    for kind in KINDS.values():
        listed = [row.ref for row in catalogue.rows(kind.name)]
        details = [catalogue.detail(ref) for ref in listed]
        assert [detail.row.ref for detail in details] == listed
        assert len(catalogue.sheet(kind, listed)) == len(listed)


# --- What was counted by hand --------------------------------------------------------------------


def test_the_records_are_as_many_as_the_sources_hold(catalogue: Catalogue) -> None:
    counts = catalogue.counts()
    assert counts["event"] == 7
    assert counts["talk"] == 20
    assert counts["person"] == 20
    assert counts["organisation"] >= 21
    assert counts["point"] == 3 + 4 + 4 + 9 + 15


def test_points_are_aims_outcomes_challenges_approaches_and_figures(real: Records) -> None:
    assert Counter(point.kind for point in real.points) == {
        "aim": 3,
        "expected outcome": 4,
        "challenge": 4,
        "approach": 9,
        "figure": 15,
    }


def test_each_list_of_points_is_numbered_from_one(real: Records) -> None:
    lists: dict[tuple[str, str], list[int]] = {}
    for point in real.points:
        lists.setdefault((point.kind, point.topic), []).append(point.number)
    for name, numbers in lists.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), name


def test_nineteen_talks_of_2010_are_six_european_and_thirteen_korean(real: Records) -> None:
    talks = [talk for talk in real.talks if talk.event == WORKSHOP]
    assert Counter(talk.session for talk in talks) == {
        "Presentation by European participants": 6,
        "Presentation by Korean participants": 13,
    }
    assert sorted(talk.position for talk in talks) == list(range(1, 20))
    assert all(talk.title and talk.kind == "presentation" for talk in talks)


def test_the_one_talk_of_2018_is_a_keynote_without_a_title(real: Records) -> None:
    (keynote,) = (talk for talk in real.talks if talk.event != WORKSHOP)
    assert (keynote.kind, keynote.title) == ("keynote", None)
    assert keynote.subject
    (speaker,) = keynote.speakers
    assert (speaker.person, speaker.organisation) == ("joan-marti-estevez", "accio")
    assert speaker.role == "Deputy Director of Cluster Development"


def test_twenty_people_are_eighteen_speakers_of_2010_one_of_2018_and_an_author(
    real: Records,
) -> None:
    speakers = {
        talk.event == WORKSHOP: {
            affiliation.person
            for other in real.talks
            if (other.event == WORKSHOP) == (talk.event == WORKSHOP)
            for affiliation in other.speakers
        }
        for talk in real.talks
    }
    assert len(speakers[True]) == 18
    assert speakers[False] == {"joan-marti-estevez"}
    authors = {source.author for source in real.sources} - {None}
    assert authors == {"lucia-seel"}
    assert {person.id for person in real.people} == speakers[True] | speakers[False] | authors


def test_what_is_linked_to_kicox_is_counted(catalogue: Catalogue) -> None:
    assert catalogue.counts(KICOX) == {
        "event": 2,
        "talk": 2,
        "person": 2,
        "organisation": 1,
        "point": 11,
    }


def test_kicox_is_one_organisation_in_both_sources(real: Records) -> None:
    found = [each for each in real.organisations if "Korea Industrial Complex" in each.name]
    (kicox,) = found
    assert kicox.acronym == "KICOX"
    assert {citation.source for citation in kicox.cite} == {"koranet-2010", "cluster-day-2018"}
    assert {(other.name, other.kind) for other in kicox.names} == {
        ("Korea Industrial Complex", "as printed"),
        ("Korea Export Industrial Corporation", "former"),
    }


def test_what_kicox_leads_to_is_named(catalogue: Catalogue) -> None:
    found = {kind: {row.ref.id for row in catalogue.rows(kind, KICOX)} for kind in KINDS}
    assert found["event"] == {WORKSHOP, "korean-cluster-day-2018"}
    assert found["talk"] == {"kicox-cluster-policy", "regional-development-and-cooperation"}
    assert found["person"] == {"hyeyoung-cho", "in-hwa-chung"}
    assert found["organisation"] == {"motie"}


# --- Traps ---------------------------------------------------------------------------------------


def test_the_five_workshops_were_at_four_places(real: Records) -> None:
    (workshop,) = (event for event in real.events if event.id == WORKSHOP)
    assert workshop.places == ("seoul", "gyeonggi", "daejeon", "gumi")
    (figure,) = (point for point in real.points if point.unit == "workshops")
    assert (figure.value, figure.printed) == (5, "Five")


def test_the_speaker_on_line_28_speaks_for_two_organisations(real: Records) -> None:
    assert [
        (each.person, name_of(real, each.organisation)) for each in talk_on(real, 28).speakers
    ] == [
        ("franke", "Solarvalley Mitteldeutschland"),
        ("franke", "EESA Renewable Energy Network Saxony"),
    ]


def test_the_speaker_on_line_40_has_two_roles(real: Records) -> None:
    assert [
        (each.person, each.role, name_of(real, each.organisation))
        for each in talk_on(real, 40).speakers
    ] == [
        (
            "hyung-keun-ahn",
            "Photovoltaic Energy R&D Program Director",
            "Ministry of Knowledge Economy",
        ),
        ("hyung-keun-ahn", "Professor", "Konkuk University"),
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        (52, "Korea Advanced Institute of Science and Technology"),
        (54, "Electronics and Telecommunications Research Institute"),
        (58, "Gumi Electronics and Information Technology Research Institute"),
    ],
)
def test_and_within_the_name_of_an_institute_parts_nothing(
    real: Records, line: int, name: str
) -> None:
    (speaker,) = talk_on(real, line).speakers
    assert name_of(real, speaker.organisation) == name


@pytest.mark.parametrize(
    ("printed", "value"),
    [("1.000", 1000), ("10.000", 10_000), ("35.5%", 35.5), ("34.9%", 34.9), ("28.3%", 28.3)],
)
def test_a_dot_is_a_thousands_mark_or_a_decimal(real: Records, printed: str, value: float) -> None:
    (figure,) = (point for point in real.points if point.printed == printed)
    assert figure.value == value


def test_a_season_is_a_date(catalogue: Catalogue, real: Records) -> None:
    (event,) = (each for each in real.events if each.precision == "season")
    assert event.id == "korea-eu-cluster-expert-workshop-2011"
    assert (event.start, event.end) == (date(2011, 3, 1), date(2011, 5, 31))
    assert "Spring 2011" in catalogue.row(Ref("event", event.id)).context


def test_the_year_of_the_monday_is_inferred_and_marked(catalogue: Catalogue, real: Records) -> None:
    (visit,) = (each for each in real.events if each.date_text == "Monday the 5th of November")
    assert visit.start == visit.end == date(2018, 11, 5)
    assert date(2018, 11, 5).isoweekday() == 1
    assert {"start", "end"} <= set(visit.inferred)
    detail: Detail = catalogue.detail(Ref("event", visit.id))
    (when,) = (fact for fact in detail.facts if fact.label == "When")
    assert when.lines[0].text == "5 November 2018"
    assert when.inferred == visit.inferred["start"]


def test_mueller_is_one_person_with_two_talks(catalogue: Catalogue, real: Records) -> None:
    (mueller,) = (person for person in real.people if person.family_name == "Müller")
    assert catalogue.counts(Ref("person", mueller.id))["talk"] == 2
    assert {talk_on(real, line).speakers[0].person for line in (22, 24)} == {mueller.id}


def test_three_kims_are_three_people(real: Records) -> None:
    kims = {person.name for person in real.people if person.family_name == "Kim"}
    assert kims == {"Tae Hee Kim", "Sun-Geun Kim", "So-Yeun Kim"}


def test_fourteen_clusters_belong_to_the_mission_and_28_to_the_programme(real: Records) -> None:
    clusters = {point.value: point for point in points(real, "figure") if point.unit == "clusters"}
    assert set(clusters) == {14, 28}
    assert clusters[14].event == "catalan-mission-2016"
    assert clusters[28].event == "korean-cluster-day-2018"


def test_two_ministries_are_not_taken_for_one(catalogue: Catalogue, real: Records) -> None:
    ministries = {each.id: each for each in real.organisations if each.kind == "ministry"}
    assert set(ministries) == {"ministry-of-knowledge-economy", "motie"}
    assert [ministry.links for ministry in ministries.values()] == [(), ()]
    for one, other in (("ministry-of-knowledge-economy", "motie"),
                       ("motie", "ministry-of-knowledge-economy")):  # fmt: skip
        linked = catalogue.rows("organisation", Ref("organisation", one))
        assert other not in {row.ref.id for row in linked}


def test_the_matchmaking_is_part_of_the_utility_week(real: Records) -> None:
    (part,) = (event for event in real.events if event.parent)
    assert (part.id, part.parent) == ("eu-korea-matchmaking-2018", "european-utility-week-2018")


# --- What a search finds first -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kicox", "organisation/kicox"),
        ("KICOX", "organisation/kicox"),
        ("korea industrial complex", "organisation/kicox"),
        ("korea export industrial", "organisation/kicox"),
        ("korea export industrial corporation", "organisation/kicox"),
        ("muler", "person/mueller"),
        ("muller", "person/mueller"),
        ("mueller", "person/mueller"),
        ("MÜLLER", "person/mueller"),
        ("sun geun kim", "person/sun-geun-kim"),
        ("kim sungeun", "person/sun-geun-kim"),
        ("marti", "person/joan-marti-estevez"),
        ("joan marti estevez", "person/joan-marti-estevez"),
        ("photovoltac", "talk/photovoltaic-strategy"),
        ("t-shaped", "point/catalan-approach-4"),
        ("etri", "organisation/etri"),
    ],
)
def test_what_is_meant_comes_first(search: Search, typed: str, first: str) -> None:
    assert str(search.everything(typed)[0].row.ref) == first
    results = search.find(View("", typed))
    assert str(results.page(0, 1)[0].row.ref) == first


def test_veneto_is_a_talk_or_an_organisation(search: Search) -> None:
    first = str(search.everything("veneto")[0].row.ref)
    assert first in ("talk/cluster-management-in-italy", "organisation/veneto-innovazione")


def test_the_catalan_approach_is_found_despite_a_typo(search: Search) -> None:
    found = [str(hit.row.ref) for hit in search.everything("catalan aproach")]
    assert found[:9] == [f"point/catalan-approach-{number}" for number in range(1, 10)]


def test_what_is_nowhere_is_not_found(search: Search) -> None:
    assert search.everything("zzzzqqq") == []
    assert sum(search.find(View("", "zzzzqqq")).counts.values()) == 0


def test_a_former_name_typed_whole_is_told_as_the_reason(search: Search) -> None:
    (first, *_) = search.everything("Korea Export Industrial Corporation")
    assert first.reason == "former name: Korea Export Industrial Corporation"
