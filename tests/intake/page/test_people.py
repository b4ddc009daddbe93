from __future__ import annotations

import pytest

from clustertui.intake.page.people import LONGEST, read_people

from .reading import Affiliation

People = list[tuple[str, list[Affiliation]]]


def read(text: str) -> People:
    return [
        (person.name, [(each.organisation, each.role, each.country) for each in person.affiliations])
        for person in read_people(text).people
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Joana Meira (Têxtil Norte) and Bart Vermeer (Flanders Fibre Valley)",
         [("Joana Meira", [("Têxtil Norte", None, None)]),
          ("Bart Vermeer", [("Flanders Fibre Valley", None, None)])]),
        ("Emil Soren (Herning Network), Joana Meira (Têxtil Norte) & Jan Holm (Foo e.V.)",
         [("Emil Soren", [("Herning Network", None, None)]),
          ("Joana Meira", [("Têxtil Norte", None, None)]),
          ("Jan Holm", [("Foo e.V.", None, None)])]),
        ("Paweł Gorski and Anna Liss (Yards Cluster)",
         [("Paweł Gorski", [("Yards Cluster", None, None)]),
          ("Anna Liss", [("Yards Cluster", None, None)])]),
        ("Johann Egg – Director, Tyrol Cluster", [("Johann Egg", [("Tyrol Cluster", "Director", None)])]),
        ("Anna Bergh: Director, Tyrol Cluster", [("Anna Bergh", [("Tyrol Cluster", "Director", None)])]),
        ("Park Soo-Bin, Daisuke Hayash, Jan Holm",
         [("Park Soo-Bin", []), ("Daisuke Hayash", []), ("Jan Holm", [])]),
        ("Anna Bergh, Director, Foo Cluster, Jan Holm, Professor, University of Bar, Norway",
         [("Anna Bergh", [("Foo Cluster", "Director", None)]),
          ("Jan Holm", [("University of Bar", "Professor", "Norway")])]),
        ("Anna Bergh, Foo Cluster and Jan Holm, Bar Institute",
         [("Anna Bergh", [("Foo Cluster", None, None)]), ("Jan Holm", [("Bar Institute", None, None)])]),
        ("Anna Bergh, PhD, Foo Cluster", [("Anna Bergh", [("Foo Cluster", None, None)])]),
        ("Luca Ferrar, Partner, Nodari & Partners; Lecturer, Scuola di Trieste",
         [("Luca Ferrar", [("Nodari & Partners", "Partner", None),
                           ("Scuola di Trieste", "Lecturer", None)])]),
        ("Anna Bergh, Foo Cluster; Jan Holm, Bar Institute",
         [("Anna Bergh", [("Foo Cluster", None, None)]), ("Jan Holm", [("Bar Institute", None, None)])]),
        ("Anna Bergh, Director; ; Jan Holm", [("Anna Bergh", [(None, "Director", None)]), ("Jan Holm", [])]),
        ("Müller, Waldwerk, Germany", [("Müller", [("Waldwerk", None, "Germany")])]),
        ("Brandt and Lund, Nordic Packaging Network, Denmark",
         [("Brandt", [("Nordic Packaging Network", None, "Denmark")]),
          ("Lund", [("Nordic Packaging Network", None, "Denmark")])]),
        ("Commissioner Hal Brewer, Broadband Office",
         [("Hal Brewer", [("Broadband Office", "Commissioner", None)])]),
        ("Commissioner Hal Brewer", [("Hal Brewer", [(None, "Commissioner", None)])]),
        ("Prof. Pierre Chetel von der Haute École du Lac",
         [("Pierre Chetel", [("Haute École du Lac", None, None)])]),
        ("President of the Foo Institute, Dr. Graça Falcon",
         [("Graça Falcon", [("Foo Institute", "President", None)])]),
        ("Moderator: Jan Holm (Foo Cluster)", [("Jan Holm", [("Foo Cluster", "Moderator", None)])]),
        ("Speaker: Jan Holm", [("Jan Holm", [])]),
        ("Jan Holm, Director (Foo Cluster)", [("Jan Holm", [("Foo Cluster", "Director", None)])]),
        ("Jan Holm, Foo Cluster (Norway)", [("Jan Holm", [("Foo Cluster", None, "Norway")])]),
        ("Jan Holm (Foo Cluster) – Moderator", [("Jan Holm", [("Foo Cluster", "Moderator", None)])]),
        ("Jan Holm (Foo Cluster) (moderator)", [("Jan Holm", [("Foo Cluster", "moderator", None)])]),
        ("Jan Holm (Chair)", [("Jan Holm", [(None, "Chair", None)])]),
        ("Jan Holm (Heat Pump Platform) (HPP)", [("Jan Holm", [("Heat Pump Platform", None, None)])]),
        ("Seo-Yeon Hwang, Geo Shipping Council (GSC), Norway",
         [("Seo-Yeon Hwang", [("Geo Shipping Council", None, "Norway")])]),
        ("Laura Petrow (tbc)", [("Laura Petrow", [])]),
        ("Jan Holm (Foo Cluster", [("Jan Holm", [("Foo Cluster", None, None)])]),
        ("Dipl.-Ing. (FH) Mario Vogt, Foo GmbH", [("Mario Vogt", [("Foo GmbH", None, None)])]),
        ("Jan Holm (Foo Cluster), N.N. (Bar Institute)", [("Jan Holm", [("Foo Cluster", None, None)])]),
        ("Jan Holm | Foo Cluster", [("Jan Holm", [("Foo Cluster", None, None)])]),
        ("Jan Holm, Foo Cluster (Director)", [("Jan Holm", [("Foo Cluster", "Director", None)])]),
        ("Jan Holm (Foo Cluster) (Bar Institute)",
         [("Jan Holm", [("Foo Cluster", None, None), ("Bar Institute", None, None)])]),
    ],
)  # fmt: skip
def test_people_are_read_with_what_they_speak_for(text: str, people: People) -> None:
    assert read(text) == people
    assert read_people(text).score > 0


@pytest.mark.parametrize(
    "text",
    [
        "Soil sensors, cheap drones, and the price of being early", "Clusters and the young",
        "Smart Wood Meets Smart Money", "", "x" * (LONGEST + 1), "(Foo Cluster)", "Fees (2010)",
        "Anna Bergh (how to find welders?)", "Company visit: Foo GmbH", "Lunch – and more",
        "Founders' stories", "Anna Bergh; green growth and jobs", ";", "(((", "; ;",
        "Results (Jan Holm) of the survey about welding", "Anna Bergh: how to weld",
    ],
)  # fmt: skip
def test_what_names_no_people_scores_low(text: str) -> None:
    assert read_people(text).score < 0


def test_no_one_yet_is_certain() -> None:
    assert read_people("N.N.").people == ()
    assert read_people("N.N.").score == 3.0


def test_a_question_after_a_name_is_no_post() -> None:
    assert read_people("Jan Holm, who pays?").score < read_people("Jan Holm, Waldwerk").score
    many = ", ".join(["Jan Holm", *("Foo Cluster",) * 6])
    assert read_people(many).score < read_people("Jan Holm, Foo Cluster").score


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Anna Berg (Port of Lund) (Quay 3), Jon Rask",
         [("Anna Berg", [("Port of Lund", None, None), ("Quay 3", None, None)]), ("Jon Rask", [])]),
        ("Anna Berg (Port of Lund), head of the pier (Lund Society)",
         [("Anna Berg", [("Port of Lund", "head of the pier", None),
                         ("Lund Society", None, None)])]),
        ("Anna Berg (Port (Quay 3)) and Jon Rask (Rope Museum)",
         [("Anna Berg", [("Port (Quay 3)", None, None)]),
          ("Jon Rask", [("Rope Museum", None, None)])]),
        ("Anna Berg (Port of Lund), on leave this year, Jon Rask (Rope Museum)",
         [("Anna Berg", [("Port of Lund", None, None), ("on leave this year", None, None)]),
          ("Jon Rask", [("Rope Museum", None, None)])]),
    ],
)  # fmt: skip
def test_what_follows_brackets_may_say_more_of_the_person_before_them(
    text: str, people: People
) -> None:
    assert read(text) == people


def test_a_calling_in_small_letters_before_a_name_is_none_of_it() -> None:
    (person,) = read_people("schipper Anna Berg, Rope Museum").people
    assert (person.name, person.affiliations[0].organisation) == ("Anna Berg", "Rope Museum")


def test_a_name_behind_a_post_outside_of_brackets_is_taken_by_its_own_brackets() -> None:
    people = read_people("Anna Berg (Rope Museum), Mia Lund, Eva Falk (Port of Lund)").people
    assert [(each.name, [post.organisation for post in each.affiliations]) for each in people] == [
        ("Anna Berg", ["Rope Museum"]),
        ("Mia Lund", []),
        ("Eva Falk", ["Port of Lund"]),
    ]


def test_a_lone_sign_behind_brackets_is_no_person() -> None:
    (person,) = read_people("Anna Berg (Rope Museum) /").people
    assert (person.name, person.affiliations[0].organisation) == ("Anna Berg", "Rope Museum")


def test_who_leads_in_brackets_behind_a_speaker_is_no_post() -> None:
    (person,) = read_people("Ida Holm (Chairman: Tor Berg)").people
    assert (person.name, person.affiliations) == ("Ida Holm", ())


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Zorvan Quill (Foo College); Anna Berg (Bar Institute); Mirl Oxan (Qux School)",
         ["Zorvan Quill", "Anna Berg", "Mirl Oxan"]),
        ("Presidente de la Cámara de Foo, Anna Ruz; la Alcaldesa del Ayuntamiento de Bar, Eva Gil",
         ["Anna Ruz", "Eva Gil"]),
        ("President of the Conference, H.E. Mr. Anna Berg-Falk", ["Anna Berg-Falk"]),
        ("Dott. Anna Rossi – Sindaco del Comune di Foo Prof.ssa Eva Bianchi – Università di Bar",
         ["Anna Rossi", "Eva Bianchi"]),
        ("Mr. Jon Rask; Ag Economist, Foo State College", ["Jon Rask"]),
        ("Anna Berg, Haiti, and Zorvan Quill, Jamaica", ["Anna Berg", "Zorvan Quill"]),
        ("Jean Petit, président de Foo & Rosa Bour-Diop, présidente de Bar",
         ["Jean Petit", "Rosa Bour-Diop"]),
    ],
)  # fmt: skip
def test_several_people_of_a_line(text: str, people: list[str]) -> None:
    assert [each.name for each in read_people(text).people] == people


def test_an_institute_behind_a_post_is_nobody() -> None:
    assert not read_people("Director of Works, Bar University").people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Ana Prado – secretária do Foo, Paulo Tavares – presidente da Bar e Luis Mata – diretor do Qux",
         ["Ana Prado", "Paulo Tavares", "Luis Mata"]),
        ("Elena Rossi con la partecipazione di Simona Bianchi e Marco Galli",
         ["Elena Rossi", "Simona Bianchi", "Marco Galli"]),
        ("wethouder Sannx de Vriex", ["Sannx de Vriex"]),
        ("Hagedorn, Office for Ropes, Germany", ["Hagedorn"]),
    ],
)  # fmt: skip
def test_people_joined_by_more_than_commas(text: str, people: list[str]) -> None:
    assert [each.name for each in read_people(text).people] == people
