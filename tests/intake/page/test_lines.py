from __future__ import annotations

import pytest

from clustertui.intake.page import lines as room
from clustertui.intake.page.lines import read_text, without_bullet, without_marks


def test_a_line_knows_its_number_bullet_and_indentation() -> None:
    first, second, third = read_text("Agenda\n\n  - Opening\n\t• Talk").lines
    assert (first.number, first.text, first.gap) == (1, "Agenda", True)
    assert (second.number, second.text, second.bullet, second.indent) == (3, "Opening", "-", 2)
    assert (third.text, third.bullet, third.gap, third.indent) == ("Talk", "•", False, 4)


@pytest.mark.parametrize(
    ("text", "bullet", "rest"),
    [
        ("- Title", "-", "Title"),
        ("•Title", "•", "Title"),
        ("-5 degrees", "", "-5 degrees"),
        ("o   how to weld", "o", "how to weld"),
        ("o one", "", "o one"),
        ("1. Aim", "1.", "Aim"),
        ("(a) to meet", "(a)", "to meet"),
        ("3) to join", "3)", "to join"),
        ("22. Oktober 2017", "", "22. Oktober 2017"),
        ("8. und 9. März", "", "8. und 9. März"),
        ("9. 30 Uhr", "", "9. 30 Uhr"),
        ("9.00 Opening", "", "9.00 Opening"),
    ],
)
def test_bullets_and_numbers_are_taken_off(text: str, bullet: str, rest: str) -> None:
    assert without_bullet(text) == (bullet, rest)


def test_a_small_o_is_a_bullet_where_there_are_several() -> None:
    page = read_text("o one\no two\no three\n")
    assert [line.bullet for line in page.lines] == ["o", "o", "o"]
    assert read_text("o one\n").lines[0].bullet == ""


def test_the_whole_of_a_numbered_line_has_its_number() -> None:
    (line,) = read_text("12. Jahrestagung\n").lines
    assert (line.text, line.whole, line.ordered) == ("Jahrestagung", "12. Jahrestagung", True)
    (line,) = read_text("- Talk\n").lines
    assert (line.whole, line.ordered) == ("Talk", False)


def test_the_marks_of_markdown_are_understood() -> None:
    page = read_text("# Name #\n**Date:** 3 *May*\n\n[Form](https://x.example) `code`\n")
    assert [(line.text, line.level) for line in page.lines] == [
        ("Name", 1), ("Date: 3 May", 0), ("Form code", 0),
    ]  # fmt: skip
    assert without_marks("2 * 3 * 4 and snake_case_name") == "2 * 3 * 4 and snake_case_name"


def test_a_line_under_a_heading_is_no_line_of_its_own() -> None:
    page = read_text("Name\n====\n\nPart\n----\n\n---\nText\n")
    assert [(line.text, line.level) for line in page.lines] == [
        ("Name", 1),
        ("Part", 2),
        ("Text", 0),
    ]
    assert page.silent == {2, 5, 7}


def test_columns_are_parted_by_tabs_bars_and_wide_blanks() -> None:
    page = read_text(
        "9:00\tTalk\tSpeaker\n"
        "| 9:00 | **Talk** | |\n"
        "9:00 | Talk\n"
        "9:00    Talk   Speaker\n"
        "\tTopic\tWho\n"
        "Date:\t3 May\n"
        "\tTalk\n"
        "wide   once\n"
        "- a   b   c\n"
    )
    assert [line.cells for line in page.lines] == [
        ("9:00", "Talk", "Speaker"), ("9:00", "Talk", ""), ("9:00", "Talk"),
        ("9:00", "Talk", "Speaker"), ("", "Topic", "Who"), (), (), (), (),
    ]  # fmt: skip
    assert page.lines[1].text == "9:00 | Talk"
    assert page.lines[5].text == "Date: 3 May"


def test_an_endless_page_is_read_up_to_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_LINES", 2)
    page = read_text("one\n\ntwo\nthree\n\nfour\n")
    assert [line.text for line in page.lines] == ["one", "two"]
    assert page.unread == (4, 6)


def test_a_page_without_lines_has_none() -> None:
    assert read_text("").lines == ()
    assert read_text("\n \n").lines == ()


def test_a_row_with_one_filled_cell_behind_an_empty_one_is_indented_text() -> None:
    (line,) = read_text("|  | Tides |").lines
    assert (line.text, line.cells, line.indent) == ("Tides", (), 4)


def test_a_bullet_behind_tabs_stays_a_bullet() -> None:
    (line,) = read_text("\t\t- Tides").lines
    assert (line.text, line.cells, line.bullet) == ("Tides", (), "-")


def test_the_marks_of_quoted_letters_are_left_out() -> None:
    assert [each.text for each in read_text("> > Tides\n> Ropes").lines] == ["Tides", "Ropes"]
