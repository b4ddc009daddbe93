from __future__ import annotations

import pytest

from clustertui.intake.page.reading import LONGEST
from clustertui.intake.page.readings import readings
from clustertui.intake.page.signs import SURE


def best(text: str) -> tuple[str | None, list[str]]:
    read = readings(text)[0]
    if read.score < SURE:
        read = readings(text)[-1]
    return read.title, [person.name for person in read.people.people] if read.people else []


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("Shore power in ports, Kirsi Aalto (Port of Kymi)", "Shore power in ports", ["Kirsi Aalto"]),
        ("Methanol, ammonia or nothing, Dr Ingrid Solh (Ocean Cluster)", "Methanol, ammonia or nothing",
         ["Ingrid Solh"]),
        ("Evaluation without tears, Maja Hriba, Head of Unit, Ministry of Growth, Slovenia",
         "Evaluation without tears", ["Maja Hriba"]),
        ("Stitchless – Tomasz Wron, Kraków Biomaterials", "Stitchless", ["Tomasz Wron"]),
        ("Welcome by Anna Bergh, Baltic Woodnet", "Welcome", ["Anna Bergh"]),
        ("Le hêtre, mal-aimé ? – Salima Benka", "Le hêtre, mal-aimé ?", ["Salima Benka"]),
        ("Who owns the data? Sofie Class, Scheldt Institute", "Who owns the data?", ["Sofie Class"]),
        ("Cluster policy in Gyeonggi province (IICC) (Seung Lee, Gyeonggi Institute)",
         "Cluster policy in Gyeonggi province (IICC)", ["Seung Lee"]),
        ("Pilot call experiences (Puch, Bureau of Trees at DLW, Germany)", "Pilot call experiences",
         ["Puch"]),
        ("Dr. Anna Bergh, Foo GmbH: Wie wir lernen", "Wie wir lernen", ["Anna Bergh"]),
        ("Jan Holm (Foo) – Ash is not waste", "Ash is not waste", ["Jan Holm"]),
        ("Starting a cluster. Moderator: Jan Holm", "Starting a cluster", ["Jan Holm"]),
        ("Open discussion on the quarter (N.N.)", "Open discussion on the quarter", []),
        ("The case of Kvarn, Austria", "The case of Kvarn, Austria", []),
        ("Stand und Ausblick – Faserverbund", "Stand und Ausblick – Faserverbund", []),
        ("Johann Egg – Director, Tyrol Cluster", None, ["Johann Egg"]),
        ("Daisuke Hayash (Senior Fellow, Institute for Land, Japan)", None, ["Daisuke Hayash"]),
        ("Prof. Luc Fave – Professor, Snow Institute", None, ["Luc Fave"]),
        ("Results [Jan Holm, Foo Cluster]", "Results", ["Jan Holm"]),
        ("Results (Jan Holm, Foo Cluster) from 2010", "Results (Jan Holm, Foo Cluster) from 2010", []),
        ("x" * (LONGEST + 1), "x" * (LONGEST + 1), []),
        ("“Clusters as tools, Anna Bergh said", "“Clusters as tools, Anna Bergh said", []),
        ("Is there a way out? (Kvarn)", "Is there a way out? (Kvarn)", []),
        ("Beauty of the, Jan Holm", "Beauty of the, Jan Holm", []),
    ],
)  # fmt: skip
def test_a_line_is_parted_into_title_and_people(
    text: str, title: str | None, names: list[str]
) -> None:
    assert best(text) == (title, names)


def test_every_line_can_be_a_title_alone() -> None:
    for text in ("", "Shore power, Jan Holm (Foo Cluster)", "(", ")", "a ) b", ", "):
        last = readings(text)[-1]
        assert (last.layout, last.people, last.score) == ("title", None, 0.0)


def test_two_unknown_words_in_brackets_are_no_speaker() -> None:
    assert readings("Lunch at noon (Prarie Balroom)")[0].score < SURE


@pytest.mark.parametrize(
    "text", ["Dr. – Anna Berg", "What does Anna Berg do?", "“The end of rope” in Lund, for all"]
)
def test_a_line_that_is_no_title_with_people_has_no_sure_reading(text: str) -> None:
    assert readings(text)[0].score < SURE


def test_a_sign_before_a_name_parts_it_from_no_title() -> None:
    for text in ("— Anna Berg, Rope Museum", ": Anna Berg, Rope Museum"):
        assert readings(text)[0].layout == "people"


@pytest.mark.parametrize("text", ["Anna Berg, Rope Museum!", "“Anna Berg”, Rope Museum"])
def test_quotes_and_calls_are_rather_a_title_than_people(text: str) -> None:
    plain = readings("Anna Berg, Rope Museum")[0]
    assert plain.layout == "people"
    assert readings(text)[0].score <= plain.score - 2


def test_a_kind_of_talk_and_a_name_in_brackets() -> None:
    assert best("Invited talk (Xelu Vornak)") == ("Invited talk", ["Xelu Vornak"])


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("Intervento del Presidente della Camera di Foo, Anna Ruz", "Intervento", ["Anna Ruz"]),
        ("Ponencia “Molinos que beben” de la Directora de la Fundación Foo, Anna Ruz",
         "Molinos que beben", ["Anna Ruz"]),
        ("Roofs and rain with Anna Berg (Foo College). Moderator: Peter Falk, Bar Institute",
         "Roofs and rain", ["Anna Berg", "Peter Falk"]),
        ("Roofs and how they end. Moderator: Peter Falk, Bar Institute",
         "Roofs and how they end", ["Peter Falk"]),
        ("Conclusioni Prof. Anna Rossi – Coordinatrice del Centro Studi Foo", "Conclusioni",
         ["Anna Rossi"]),
        ("Prof. Anna Berg Comets Our Grandparents Saw", "Comets Our Grandparents Saw",
         ["Anna Berg"]),
        ("Prof. Rangi Te Whata Where does the wind blow?", "Where does the wind blow?",
         ["Rangi Te Whata"]),
        ("Moderated Interview with Anna Berg “Buyer, be kind to sellers”",
         "Buyer, be kind to sellers", ["Anna Berg"]),
        ("Anna Berg, Futurist and Author, speaking on “A drawer full of screws”",
         "A drawer full of screws", ["Anna Berg"]),
        ("Havna om ti år ved Anna Berg", "Havna om ti år", ["Anna Berg"]),
    ],
)  # fmt: skip
def test_title_and_people_of_a_line(text: str, title: str, people: list[str]) -> None:
    best = readings(text)[0]
    assert best.people is not None
    assert (best.title, [each.name for each in best.people.people]) == (title, people)


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("Saluti del Sindaco Marco Rossi e del Vice Sindaco Paola Ferrari", "Saluti",
         ["Marco Rossi", "Paola Ferrari"]),
        ("Ten years of roofs (remote presentation by Anna Berg, Moss Institute)",
         "Ten years of roofs", ["Anna Berg"]),
        ("Vortrag Prof. Dr. Anna Berg, Universität Foo", "Vortrag", ["Anna Berg"]),
        ("Welcome by moderator, Karin Lindqvist", "Welcome", ["Karin Lindqvist"]),
        ("Welcome Anna Berg, Port of Foo", "Welcome", ["Anna Berg"]),
        ("Plenary 1 Anna Berg, Port of Foo", None, ["Anna Berg"]),
        ("Roofs and how they end Eva Holm (Xanto). Moderator: Peter Falk, Bar Institute",
         "Roofs and how they end", ["Eva Holm", "Peter Falk"]),
        ("Perspectives from Zorvan Quill, Chief Engineer, Foo Institute", "Perspectives",
         ["Zorvan Quill"]),
    ],
)  # fmt: skip
def test_officials_and_remarks_before_names(
    text: str, title: str | None, people: list[str]
) -> None:
    best = readings(text)[0]
    assert best.people is not None
    assert (best.title, [each.name for each in best.people.people]) == (title, people)


@pytest.mark.parametrize(
    "text", ["Buses, Bicycles and Village Schools", "WHAT PIKES DO – WINTER BELOW ICE"]
)
def test_words_with_capitals_alone_are_a_title(text: str) -> None:
    assert readings(text)[0].people is None


def test_full_stops_part_a_name_from_its_post_and_its_organisation() -> None:
    read = readings("Dña. Ana García López. Directora. Instituto Foo.")[0].people
    assert read is not None
    (person,) = read.people
    assert person.name == "Ana García López"
    assert [(each.role, each.organisation) for each in person.affiliations] == [
        ("Directora", "Instituto Foo")
    ]
