"""Texts in lines: nothing is lost, nothing is wider than it may be."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from clustertui.model import Ref
from clustertui.tui.layout import (
    BLANK,
    Page,
    Paragraph,
    Phrase,
    Run,
    break_lines,
    cut,
    fit,
    lay_out,
    paragraph,
    split_by,
)

KICOX = Ref("organisation", "kicox")
MOTIE = Ref("organisation", "motie")

texts = st.text(st.sampled_from("abcdefgh  밀물별の長éñ́‘–[/]…"), max_size=60)
"""Words of narrow and wide letters, accents of their own, brackets."""
shown_texts = texts.filter(lambda text: bool(text.strip()))


def broken(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in break_lines(text, width)]


def lines_of(page: Page) -> list[str]:
    return ["".join(run.text for run in line) for line in page.lines]


# --- Breaking lines ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one", 10, ["one"]),
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("one  two", 8, ["one  two"]),
        ("  one two  ", 7, ["one two"]),
        ("a cluster", 5, ["a", "clust", "er"]),
        ("clusters go on", 5, ["clust", "ers", "go on"]),
        ("밀물 밀물", 4, ["밀물", "밀물"]),
        ("밀물별하늘", 5, ["밀물", "별하", "늘"]),
        ("a밀물", 2, ["a", "밀", "물"]),
    ],
)
def test_lines_are_broken_at_blanks_and_words_only_where_they_must(
    text: str, width: int, lines: list[str]
) -> None:
    assert broken(text, width) == lines


@given(texts, st.integers(1, 40))
def test_every_letter_stands_on_one_line_in_its_order(text: str, width: int) -> None:
    spans = break_lines(text, width)
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
    assert "".join(broken(text, width)).replace(" ", "") == text.replace(" ", "")


@given(texts, st.integers(1, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    for line in broken(text, width):
        assert cell_len(line) <= max(width, 2 if len(line) == 1 else 0)
        assert line == line.strip(" ")


@given(texts, st.integers(1, 40))
def test_no_line_could_take_the_next_word(text: str, width: int) -> None:
    lines = broken(text, width)
    for line, following in pairwise(lines):
        word = following.split(" ")[0]
        assert cell_len(f"{line} {word}") > width


# --- Laying out ----------------------------------------------------------------------------------


def test_a_margin_fills_the_first_line_and_indents_the_others() -> None:
    page = lay_out([paragraph("one two three", "", "  1. ", "muted")], 14)
    assert lines_of(page) == ["  1. one two", "     three"]
    assert page.lines[0][0] == Run("  1. ", "muted")
    assert page.lines[1][0] == Run("     ")


def test_a_margin_gives_way_where_it_would_leave_no_room() -> None:
    assert lines_of(lay_out([paragraph("one two", "", "Speaker  ")], 18)) == ["Speaker  one two"]
    assert lines_of(lay_out([paragraph("one two", "", "Speaker  ")], 17)) == ["one two"]


def test_a_blank_paragraph_is_a_blank_line() -> None:
    assert lines_of(lay_out([paragraph("a"), BLANK, paragraph("b")], 10)) == ["a", "", "b"]


@pytest.mark.parametrize("width", [0, -1, -100])
def test_a_width_of_nothing_is_one_cell(width: int) -> None:
    assert lines_of(lay_out([paragraph("ab")], width)) == ["a", "b"]


def test_phrases_flow_together_each_in_its_style() -> None:
    flowing = Paragraph((Phrase("Hyeyoung Cho", "link"), Phrase("for"), Phrase("KICOX", "link")))
    page = lay_out([flowing], 40)
    assert lines_of(page) == ["Hyeyoung Cho for KICOX"]
    assert [(run.text, run.style) for run in page.lines[0]] == [
        ("Hyeyoung Cho", "link"), (" ", ""), ("for", ""), (" ", ""), ("KICOX", "link"),
    ]  # fmt: skip


def test_links_are_numbered_through_the_page_and_know_their_first_lines() -> None:
    page = lay_out(
        [
            Paragraph((Phrase("one two three", "link", KICOX), Phrase("x"))),
            paragraph("between"),
            Paragraph((Phrase("four", "link", MOTIE), Phrase("again", "link", KICOX))),
        ],
        8,
    )
    assert lines_of(page) == ["one two", "three x", "between", "four", "again"]
    assert page.links == (KICOX, MOTIE, KICOX)
    assert page.link_lines == (0, 3, 4)
    numbers = [[run.link for run in line if run.link is not None] for line in page.lines]
    assert numbers == [[0], [0], [], [1], [2]]


@given(
    st.lists(st.tuples(texts, shown_texts), max_size=5),
    st.text("▸ 1.", max_size=8),
    st.integers(1, 40),
)
def test_pages_keep_every_letter_and_every_link(
    pairs: list[tuple[str, str]], margin: str, width: int
) -> None:
    paragraphs = [
        Paragraph((Phrase(plain), Phrase(linked, "link", KICOX)), margin)
        for plain, linked in pairs
    ]  # fmt: skip
    page = lay_out(paragraphs, width)
    said = "".join(plain + linked for plain, linked in pairs).replace(" ", "")
    indent = margin if cell_len(margin) < width - 8 else ""
    runs = [run.text for line in page.lines for run in (line[1:] if indent else line)]
    assert "".join(runs).replace(" ", "") == said
    assert len(page.links) == len(page.link_lines) == len(pairs)
    for number, line in enumerate(page.link_lines):
        assert any(run.link == number for run in page.lines[line])
    for line_text in lines_of(page):
        assert cell_len(line_text) <= max(width, 2 if len(line_text) == 1 else 0)


def test_a_link_without_a_visible_letter_does_not_disturb_the_links_after_it() -> None:
    blank = Paragraph((Phrase("  ", "link", KICOX), Phrase("seen", "link", MOTIE)))
    page = lay_out([blank], 20)
    assert len(page.link_lines) == len(page.links)
    assert page.links[-1] == MOTIE


def test_marks_part_a_phrase_without_changing_it() -> None:
    page = lay_out([paragraph("Cluster policy", "title")], 20, lambda text: [(8, 14)])
    assert page.lines == ((Run("Cluster ", "title"), Run("policy", "title", marked=True)),)


def test_marks_survive_a_line_break() -> None:
    page = lay_out([paragraph("ab cd")], 2, lambda text: [(1, 4)])
    assert page.lines == (
        (Run("a"), Run("b", marked=True)),
        (Run("c", marked=True), Run("d")),
    )


def test_what_is_laid_out_is_safe_to_show() -> None:
    hostile = Paragraph((Phrase("a\x1b[2Jb\n\u202ec"),), "\x07\t")
    (line,) = lines_of(lay_out([hostile], 40))
    assert line.isprintable()
    assert line == "\ufffd a\ufffd[2Jb \ufffdc"


@given(
    st.lists(st.integers(0, 20), max_size=6).map(sorted),
    st.integers(0, 25),
)
def test_stretches_inside_and_outside_of_spans_make_the_text(ends: list[int], size: int) -> None:
    text = "x" * max(size, *ends, 0)
    spans = list(zip(ends[::2], ends[1::2], strict=False))
    stretches = list(split_by(text, spans))
    assert "".join(text[start:end] for start, end, _ in stretches) == text
    assert [(start, end) for start, end, marked in stretches if marked] == spans


# --- Cutting -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("cluster", 7, "cluster"),
        ("cluster", 6, "clust…"),
        ("a cluster", 3, "a…"),
        ("cluster", 1, "…"),
        ("cluster", 0, ""),
        ("밀물별", 6, "밀물별"),
        ("밀물별", 5, "밀물…"),
        ("밀물별", 4, "밀…"),
        ("", 0, ""),
    ],
)
def test_what_is_cut_ends_with_an_ellipsis(text: str, width: int, shown: str) -> None:
    assert cut(text, width) == shown


@given(texts, st.integers(0, 40))
def test_cutting_keeps_to_the_width_and_to_the_beginning(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cell_len(shown) <= width
    assert text.startswith(shown.removesuffix("…"))
    assert (shown == text) == (cell_len(text) <= width) or text.endswith("…")


@given(texts, st.integers(0, 40))
def test_fitting_fills_the_width(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
