"""Pages as texts: what stands on which line."""

from __future__ import annotations

from collections.abc import Iterable

from clustertui.documents import Passage
from clustertui.model import Detail, Fact, Line, Piece, Provenance, Ref, Row, Section
from clustertui.tui.layout import Paragraph, lay_out
from clustertui.tui.pages import detail_page, keys_page, provenance_page, text_page

QUILL = Ref("organisation", "quill")
TALK = Ref("talk", "undated-talk")


def cited(first: int, last: int, title: str = "A letter", **others: str | None) -> Provenance:
    values: dict[str, str | None] = dict.fromkeys(
        ("publisher", "author", "published", "url", "document", "sha256")
    )
    values |= others
    return Provenance(title=title, source=title, first_line=first, last_line=last, **values)


def line(*texts: str, number: int | None = None, group: str | None = None) -> Line:
    return Line(tuple(Piece(text) for text in texts), number, group)


def detail(**values: object) -> Detail:
    empty: dict[str, object] = {
        "row": Row(QUILL, "QUILL [x]", "QUILL"), "summary": None, "facts": (), "sections": (),
        "provenance": (), "inferred": {},
    }  # fmt: skip
    return Detail(**{**empty, **values})  # type: ignore[arg-type]


def said(paragraphs: Iterable[Paragraph], width: int = 60) -> list[str]:
    page = lay_out(paragraphs, width)
    return ["".join(run.text for run in laid).rstrip() for laid in page.lines]


# --- A record ------------------------------------------------------------------------------------


def test_a_record_without_anything_is_its_title() -> None:
    assert said(detail_page(detail())) == ["QUILL [x]", ""]


def test_facts_stand_in_a_column_and_the_sources_last() -> None:
    page = detail_page(
        detail(
            summary="Writes letters.",
            facts=(
                Fact("Kind", (line("fair"),)),
                Fact("Expected in", (line("spring"), line("autumn")), inferred="a guess"),
            ),
            provenance=(cited(3, 3), cited(5, 6), cited(2, 2, "Another")),
        )
    )
    assert said(page) == [
        "QUILL [x]",
        "Writes letters.",
        "",
        "Kind         fair",
        "Expected in  spring (inferred)",
        "             autumn (inferred)",
        "Source       A letter, lines 3, 5–6",
        "             Another, line 2",
    ]


def test_lists_are_numbered_under_their_groups() -> None:
    section = Section(
        "Programme",
        (
            line("Opening", number=1, group="Morning"),
            line("Tides", "– Pak", number=2, group="Morning"),
            line("Film", group="Evening"),
            line("End", number=10),
        ),
    )
    assert said(detail_page(detail(sections=(section,))))[2:] == [
        "",
        "Programme",
        "  Morning",
        "  1. Opening",
        "  2. Tides – Pak",
        "  Evening",
        "   • Film",
        " 10. End",
    ]


def test_long_items_hang_under_their_number() -> None:
    section = Section("Aims", (line("Meet all neighbours", number=1),))
    assert said(detail_page(detail(sections=(section,))), 20)[-2:] == [
        "  1. Meet all",
        "     neighbours",
    ]


def test_what_is_linked_is_a_link() -> None:
    facts = (Fact("Talk", (Line((Piece("Résumé", TALK), Piece("· soon"))),)),)
    page = lay_out(detail_page(detail(facts=facts)), 60)
    assert page.links == (TALK,)
    assert page.link_lines == (2,)
    styles = {run.text: run.style for run in page.lines[2]}
    assert styles["Résumé"] == "link"
    assert styles["· soon"] == ""


# --- Where it stands -----------------------------------------------------------------------------


def test_provenance_shows_the_source_and_the_very_lines() -> None:
    source = cited(5, 6, publisher="Press", author="Inès", published="2031", url="https://x.example",
                   document="letter.txt")  # fmt: skip
    page = provenance_page(detail(), [(source, Passage(((5, "Dear [all],"), (6, "come."))))])
    assert said(page) == [
        "QUILL [x]",
        "organisation/quill",
        "",
        "A letter",
        "Publisher  Press",
        "Author     Inès",
        "Published  2031",
        "Address    https://x.example",
        "Document   letter.txt",
        "",
        "Lines 5–6",
        "    5  Dear [all],",
        "    6  come.",
    ]


def test_provenance_names_each_source_once_and_says_once_what_is_missing() -> None:
    missing = Passage(missing="No document is named.")
    pairs = [(cited(1, 1), missing), (cited(4, 4), missing), (cited(2, 2, "Another"), Passage())]
    assert said(provenance_page(detail(), pairs))[2:] == [
        "",
        "A letter",
        "",
        "Line 1",
        "       No document is named.",
        "",
        "Line 4",
        "",
        "Another",
        "",
        "Line 2",
    ]


def test_provenance_says_what_is_inferred_and_why() -> None:
    page = said(provenance_page(detail(inferred={"start": "a Monday", "kind": "its length"}), []))
    assert page[-3:] == [
        "Inferred: no source says it outright",
        "start  a Monday",
        "kind   its length",
    ]


# --- Keys and texts ------------------------------------------------------------------------------


def test_keys_stand_in_a_column_under_their_headings() -> None:
    rows = [("Find", "/", "Search"), ("Find", "esc  backspace", "Back"), ("Do", "[", "Before")]
    assert said(keys_page(rows)) == [
        "Find",
        "  /                Search",
        "  esc  backspace   Back",
        "",
        "Do",
        "  [                Before",
        "",
        "Letters act only while no text box has the focus.",
    ]


def test_without_keys_there_is_still_a_page() -> None:
    assert said(keys_page([])) == ["Letters act only while no text box has the focus."]


def test_a_text_keeps_its_lines() -> None:
    assert said(text_page("Select it.", "one\ntwo [b]\n")) == ["Select it.", "", "one", "two [b]"]
