from __future__ import annotations

import pytest

from clustertui.intake.page.context import read_entries
from clustertui.intake.page.lines import read_text
from clustertui.intake.page.points import Lists, figures_of, lists_of
from clustertui.intake.stated import StatedPoint

from .reading import statements


def lists(text: str) -> Lists:
    return lists_of(read_entries(read_text(text).lines))


def read(text: str) -> list[tuple[str, str]]:
    return [(point.kind, point.text) for point in lists(text).points]


def figures(text: str) -> list[tuple[str, float | None, str | None, str | None]]:
    return [
        (point.text, point.value, point.unit, point.printed)
        for point in figures_of(read_entries(read_text(text).lines), "x in figures")
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Aims", "aim"), ("The aim of the workshops was:", "aim"), ("Objectives", "aim"),
        ("Ziele der Veranstaltung:", "aim"), ("Objectifs :", "aim"), ("Obiettivi", "aim"),
        ("We want to:", "aim"), ("The expected outcomes of the school are:", "expected outcome"),
        ("Expected results", "expected outcome"), ("Risultati attesi:", "expected outcome"),
        ("Challenges noted", "challenge"), ("Retos identificados", "challenge"),
        ("Le sfide emerse:", "challenge"), ("Als Herausforderungen wurden genannt:", "challenge"),
        ("## The Danish approach", "approach"), ("Principles:", "approach"),
        ("Some issues about the challenges of the clusters in the region refer to:", "challenge"),
        ("She gave a talk on the approach to challenges of a kind that nobody saw before, told about "
         "her work and described the characteristics of the Danish approach:", "approach"),
    ],
)  # fmt: skip
def test_a_heading_says_what_its_list_holds(heading: str, kind: str) -> None:
    assert read(f"{heading}\n\n- find partners;\n- share data; and\n- meet.\n") == [
        (kind, "find partners"), (kind, "share data"), (kind, "meet"),
    ]  # fmt: skip


def test_lists_are_numbered_lettered_or_without_signs() -> None:
    assert len(read("Aims\n1. one thing\n2. two things\n")) == 2
    assert len(read("Aims\n(a) one thing\n(b) two things\n- no more\n")) == 2
    assert len(read("Aims:\none thing\ntwo things\n\nnot this\n")) == 2
    assert len(read("Aims\no   one thing\n\no   two things\n")) == 2


def test_a_list_may_stand_on_the_line_that_announces_it() -> None:
    assert read("Our aims: to meet partners; to compare rules; and to share\n") == [
        ("aim", "to meet partners"), ("aim", "to compare rules"), ("aim", "to share"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "What you get\n- a room\n- a list\n",
        "Aims\n\nA paragraph.\n",
        "Aims\n",
        "Challenges\n- Ships and harbours, Jan Holm (Foo Cluster)\n",
        "9:00 Aims\n- one thing\n",
        "- Aims and means\n- one thing\n",
        "The aims of this long heading are many and far between\n- one\n",
        "Aims:\none thing alone\n",
        "Challenges\nSpeaker: Jan Holm\n",
        "The aims were good. They were met.\n- one thing\n",
        "Goals: 9:00 and more\n",
        "Aims:\n\none\ntwo\n",
        "The speaker told us of her aims: they are many and good and far too long to be a list.\n",
    ],
)
def test_what_announces_no_list_has_no_points(text: str) -> None:
    assert read(text) == []


def test_lists_know_their_lines_and_topic() -> None:
    found = lists("Text.\n\nAims of the mission\n- one thing\n- two things\n")
    assert found.taken == {4, 5}
    assert found.headings == {3}
    assert {point.topic for point in found.points} == {"Aims of the mission"}


def test_a_sentence_before_the_announcement_keeps_its_line() -> None:
    found = lists(
        "Some partners came to visit. The aims of it were:\n(a) one thing\n(b) two things\n"
    )
    assert found.taken == {2, 3}
    assert not found.headings


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It counts 212 members with 18.400 staff and sells for 2,6 Milliarden Euro.",
         [("members with", 212, "members with", "212"), ("staff", 18400, "staff", "18.400"),
          ("", 2.6, "Milliarden Euro", "2,6 Milliarden Euro")]),
        ("They stand for 21.7% of the exports of the region.",
         [("exports of the region", 21.7, "%", "21.7%")]),
        ("About 1,500,000.50 tonnes of ice went over the sea.", [("tonnes of ice went over", 1500000.5, "tonnes of ice went over", "1,500,000.50")]),
        ("Six firms have signed up so far.", [("firms have signed up so", 6, "firms have signed up so", "Six")]),
        ("On 3 May 2010 the 4th meeting took place at 9:00 with footnote [12].", []),
        ("The fee for all of the days is £420 in all.", [("fee", 420, "£", "£420")]),
    ],
)  # fmt: skip
def test_figures_are_numbers_with_what_they_count(
    text: str, found: list[tuple[str, float | None, str | None, str | None]]
) -> None:
    read_ones = figures(text)
    assert [each[1] for each in read_ones] == [each[1] for each in found]
    assert [each[3] for each in read_ones] == [each[3] for each in found]
    for mine, theirs in zip(read_ones, found, strict=True):
        assert mine[2] in (theirs[2], mine[0])
        assert not theirs[0] or mine[0]


def test_figures_stand_in_running_text_and_lists_of_figures() -> None:
    assert len(figures("The cluster in figures: 84 members, 3.200 jobs\n")) == 2
    assert len(figures("- 30 small firms take part\n")) == 1
    assert figures("9:00 Opening of 30 firms that came here.\n") == []
    assert figures("A title with 30 firms\n") == []
    assert figures("Jan Holm and 3 others (Foo Cluster)\n") == []


def test_numbers_with_too_many_signs_have_no_value() -> None:
    assert figures("The quay carries 12.500 tonnes and 0.125 percent more.") == [
        ("tonnes", 12500.0, "tonnes", "12.500"),
        ("more", 0.125, "percent", "0.125 percent"),
    ]


def test_endless_sentences_and_bare_number_words_give_no_figures() -> None:
    assert figures("We counted 12 boats " + "and more boats " * 200 + ".") == []
    assert figures("Two of which, that is.") == []


def test_a_number_word_without_a_noun_and_a_number_without_a_value() -> None:
    page = (
        "Harbour Day 2019\n4 March 2019, Lund\n\n- Four of the 12 boats\n- Six ships\n"
        "- 1’000.000.000 ropes were counted\n"
    )
    figures = [each for each in statements(page) if isinstance(each, StatedPoint)]
    assert [(each.text, each.value, each.printed) for each in figures] == [
        ("boats", 12.0, "12"), ("ships", 6.0, "Six"), ("ropes", None, "1’000.000.000"),
    ]  # fmt: skip
