from __future__ import annotations

import pytest

from clustertui.intake.page.lines import read_text
from clustertui.intake.page.wrapping import joined


def said(text: str) -> list[str]:
    return [line.text for line in joined(read_text(text).lines)]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Proceedings of the 5th Work-\nshop on Clusters", "Proceedings of the 5th Workshop on Clusters"),
        ("Wirtschaft in Baden-\nWürttemberg", "Wirtschaft in Baden-Württemberg"),
        ("Do clusters grow because they are funded, or are they\nfunded because they grow?",
         "Do clusters grow because they are funded, or are they funded because they grow?"),
        ("Zoltán Kert, State Secretary, Ministry of Economy and\nRegions, Hungary",
         "Zoltán Kert, State Secretary, Ministry of Economy and Regions, Hungary"),
        ("Oldřich Ben, Analyst, Centre for Innovation, Czech\nRepublic",
         "Oldřich Ben, Analyst, Centre for Innovation, Czech Republic"),
        ("Gonçalo Tell, Assistant Professor, University of Minho Interior,\nPortugal",
         "Gonçalo Tell, Assistant Professor, University of Minho Interior, Portugal"),
        ("Results of the survey (Jan Holm,\nFoo Cluster)", "Results of the survey (Jan Holm, Foo Cluster)"),
        ("We met in the old hall of the port where the first of the ships\nLay for years and told of "
         "the time when all of them went out to sea.",
         "We met in the old hall of the port where the first of the ships Lay for years and told of "
         "the time when all of them went out to sea."),
        ("to formulate strategies that go on for longer than one line does;\nand to meet",
         "to formulate strategies that go on for longer than one line does; and to meet"),
    ],
)  # fmt: skip
def test_a_broken_line_is_put_together(text: str, whole: str) -> None:
    assert said(text) == [whole]


@pytest.mark.parametrize(
    "text",
    [
        "Opening\nAnna Bergh",
        "Opening\n\nof the day",
        "Opening of the\n- day",
        "Opening of the\n9:00 Day",
        "# Opening of the\nday",
        "Opening (with\nmore",
        "That was all.\nand more",
        "Venue of the\nPlace: Gent",
        "Table ronde animée par Philippe Laur, journaliste\navec Anne Dupont (OSEA)",
        "Names, that go on and on until the line is really long,\nAnna Bergh, Foo Cluster",
        "a\tb\tc\nand d",
        "See the page of all the things that people ever wrote\nwww.example.org",
        "Anna\nvon Bergh",
    ],
)
def test_lines_of_their_own_stay_apart(text: str) -> None:
    assert len(said(text)) == 2


def test_a_line_put_together_knows_where_it_ends() -> None:
    (line,) = joined(
        read_text("Indicators nobody needs: a plea for interna-\ntional com-\nparisons").lines
    )
    assert (line.number, line.last, line.text[-11:]) == (1, 3, "comparisons")


def test_who_is_not_yet_known_goes_on_with_no_line() -> None:
    lines = joined(
        read_text("10:00 What the sea brings to the timber of the old town\nn.n.\n").lines
    )
    assert [each.text for each in lines][1:] == ["n.n."]


def test_an_item_that_ends_with_its_people_does_not_go_on() -> None:
    page = (
        "14h - 15h : La nappe sous nos pieds et ce que l'on en sait (Thomas Delmas, Bureau des eaux)\n"
        "Dans cette présentation on a fait un retour sur trente ans de mesures dans le pays.\n"
    )
    assert len(said(page)) == 2
