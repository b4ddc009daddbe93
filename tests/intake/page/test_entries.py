from __future__ import annotations

from .reading import entries_of, present, talks, titles, verdicts

PAGES = (
    "Harbour Day\n5 May 2016, Lund\n\nProgramme\n"
    "10:00 Tides, Ida Holm (Port of Lund)\nHarbour Notes 2016\nPage 1\n"
    "11:00 Knots, Eva Falk (Rope Museum)\nHarbour Notes 2016\nPage 2\n"
)


def kinds(text: str) -> list[tuple[int, str, str]]:
    return [(each.line.number, each.kind, each.text) for each in entries_of(text)]


def test_a_line_that_begins_with_a_day_set_apart_is_two() -> None:
    assert kinds("04.03.2019   Tides, Ida Holm (Port of Lund)\n") == [
        (1, "date", "04.03.2019"), (1, "both", "Tides, Ida Holm (Port of Lund)"),
    ]  # fmt: skip


def test_a_doubtful_name_above_a_post_is_one() -> None:
    page = "Harbour Day\n5 May 2016, Lund\n\nParticipants\n\nMarlu Xanteo\nDirector, Rope Museum\n"
    assert present(page) == [("Marlu Xanteo", [("Rope Museum", "Director", None)])]


def test_a_remark_in_square_brackets_before_a_talk_is_none_of_it() -> None:
    assert kinds("[Keynote] Knots, Eva Falk (Rope Museum)\n") == [
        (1, "both", "Knots, Eva Falk (Rope Museum)")
    ]


def test_what_stands_beside_every_page_number_is_furniture() -> None:
    assert titles(PAGES) == ["Tides", "Knots"]
    assert verdicts(PAGES) == {line: "furniture" for line in (4, 6, 7, 9, 10)}
    assert [each.where[0].first_line for each in talks(PAGES)] == [5, 8]


def test_one_page_number_says_nothing_about_the_line_beside_it() -> None:
    once = PAGES.rsplit("Harbour Notes", 1)[0]
    assert [kind for number, kind, _ in kinds(once) if number == 6] == ["title"]


def test_a_day_in_a_cell_of_its_own_is_a_line_of_its_own() -> None:
    line = "15 Jan 2016 | Tides and timber, Ida Holm (Port of Lund)"
    assert [each.kind for each in entries_of(line)] == ["date", "both"]


def test_a_sentence_with_one_quoted_title_is_an_item_but_a_report_is_none() -> None:
    (item,) = entries_of("- Ida Holm of the Port of Lund presents “Tides and timber”")
    (report,) = entries_of(
        "On 5 May 2016 the Port of Lund held the Harbour Forum in Lund. "
        "Ida Holm spoke on “Tides and timber”."
    )
    assert (item.kind, report.kind) == ("both", "prose")


def test_a_paragraph_that_names_several_speakers_and_titles_is_no_item() -> None:
    page = (
        "Harbour Day\n5 May 2016\n\nIda Holm, engineer, will speak about “Tides and timber”. Tor Berg of the Crane Institute: "
        "“Ropes of rye”. Eva Lind, economist, “Dams that fail in winter”.\n"
    )
    assert titles(page) == [
        "Tides and timber", "Ropes of rye", "Dams that fail in winter",
    ]  # fmt: skip


def test_who_pays_for_a_talk_is_none_of_its_title() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nProgramme\n10:00 Tides, Ida Holm (Port of Lund)\n"
        "11:00 Knots in the harbour, Eva Falk (Rope Museum). Sponsored by Rope and Sons\n"
    )
    assert titles(page) == ["Tides", "Knots in the harbour"]


def test_an_opening_lecture_is_a_format_and_no_title() -> None:
    page = (
        "Journée des cartes\n11 avril 2024, Valence\n\nProgramme\n"
        "9h45-10h30 : Conférence introductive. Écrire court, par Marie Dupont, Institut Foo.\n"
        "10h30-11h : Conférence de clôture. Écrire de loin, par Jeanne Petit, Institut Foo.\n"
    )
    assert titles(page) == ["Écrire court", "Écrire de loin"]
