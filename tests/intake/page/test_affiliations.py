from __future__ import annotations

import pytest

from clustertui.intake.page.affiliations import read_affiliations

Read = list[tuple[str | None, str | None, str | None, str | None]]


def read(text: str) -> Read:
    """Organisation, acronym, role and country of each affiliation."""
    return [
        (each.organisation, each.acronym, each.role, each.country)
        for each in read_affiliations(text.split(","))[0]
    ]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Director, Foo Cluster, Norway", [("Foo Cluster", None, "Director", "Norway")]),
        ("Waldwerk, Germany", [("Waldwerk", None, None, "Germany")]),
        ("National Research Foundation, NRF", [("National Research Foundation", "NRF", None, None)]),
        ("Foo Institute (Norway)", [("Foo Institute", None, None, "Norway")]),
        ("Ministry of Trade, Industry and Energy",
         [("Ministry of Trade, Industry and Energy", None, None, None)]),
        ("Ministry of Power and Professor of Kvarn University",
         [("Ministry of Power", None, None, None), ("Kvarn University", None, "Professor", None)]),
        ("Founder and CEO, Luma Labs", [("Luma Labs", None, "Founder and CEO", None)]),
        ("Head of Relations at Fjordlink, The Cluster for the Sea in Denmark",
         [("Fjordlink", None, "Head of Relations", "Denmark")]),
        ("Head of Relations at Fjordlink, the agency of all",
         [("Fjordlink", None, "Head of Relations", None)]),
        ("Department of Physics, University of Kvarn",
         [("Department of Physics, University of Kvarn", None, None, None)]),
        ("Acting Director, DG TREE, European Commission",
         [("DG TREE, European Commission", None, "Acting Director", None)]),
        ("journalist", [(None, None, "journalist", None)]),
        ("independent", [(None, None, "independent", None)]),
        ("Minister of State for Regions, Ireland",
         [(None, None, "Minister of State for Regions", "Ireland")]),
        ("Norway", [(None, None, None, "Norway")]),
        ("Foo Institute, Director", [("Foo Institute", None, "Director", None)]),
        ("Director, Foo Institute, Senator", [("Foo Institute", None, "Director", None),
                                              (None, None, "Senator", None)]),
        ("Buyer, Hanbit Wine Trading", [("Hanbit Wine Trading", None, "Buyer", None)]),
        ("Thinker, Foo Institute", [("Foo Institute", None, "Thinker", None)]),
        ("Deep Thinker, Foo Institute", [("Foo Institute", None, "Deep Thinker", None)]),
        ("KVARN, Foo Institute", [("KVARN", None, None, None), ("Foo Institute", None, None, None)]),
        ("Foo Institute, Bologna, Italy", [("Foo Institute", None, None, "Italy")]),
        ("CNRW, GREQ", [("CNRW", None, None, None), ("GREQ", None, None, None)]),
        ("Director, GrainSight, Inc.", [("GrainSight, Inc.", None, "Director", None)]),
        ("Corticeira do Rio, S.A.", [("Corticeira do Rio, S.A.", None, None, None)]),
        ("Nebraska", [("Nebraska", None, None, None)]),
        ("Omaha, Nebraska", [("Omaha", None, None, None)]),
        ("Director, Breathe West, Somewhere Else Entirely Far", [("Breathe West", None, "Director", None)]),
        ("Director, Moor, Office of Y of a long winding name",
         [("Moor", None, "Director", None), ("Office of Y of a long winding name", None, None, None)]),
        ("Director of Studies, training and transfer", [(None, None, "Director of Studies, training and transfer", None)]),
        ("Solartal Mitte and EESA Energy Network, Germany",
         [("Solartal Mitte", None, None, "Germany"), ("EESA Energy Network", None, None, "Germany")]),
        ("", []),
    ],
)  # fmt: skip
def test_the_parts_after_a_name_are_tied_together(text: str, stated: Read) -> None:
    assert read(text) == stated


def test_two_organisations_out_of_an_and_are_guessed() -> None:
    _, guessed = read_affiliations(["AGEN Institute and Podla Cluster of Energy"])
    assert [name for name, _ in guessed] == ["organisation"]
    assert read_affiliations(["Foo Institute"])[1] == ()


def test_a_second_post_is_parted_only_where_the_first_is_one() -> None:
    assert read("Baker and Professor at Ghent University") == [
        ("Ghent University", None, "Baker and Professor", None)
    ]
