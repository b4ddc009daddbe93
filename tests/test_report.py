"""One record whole, in three forms; the invented records show that none of them can be fooled."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from clustertui.catalogue import Catalogue
from clustertui.kinds import KINDS
from clustertui.model import Detail, Fact, Line, Piece, Provenance, Ref, Row, Section
from clustertui.report import as_json, as_markdown, as_text, source_lines

EBB = Ref("talk", "ebb")
EVENT = Ref("event", "harbour-days")
CITED = Provenance(
    title="Harbour days",
    source="harbour",
    publisher=None,
    author=None,
    published=None,
    url="https://harbour.example",
    document="harbour.txt",
    sha256=None,
    first_line=38,
    last_line=38,
)


def line(text: str, number: int | None = None, group: str | None = None) -> Line:
    return Line((Piece(text),), number, group)


BARE = Detail(Row(EBB, "The ebb", "Harbour days · 2031"), None, (), (), (), {})
FULL = Detail(
    row=Row(EVENT, "Harbour days", "Cluster day · 2031"),
    summary="Four days on the quays.",
    facts=(
        Fact("Kind", (line("cluster day"),), "called a day, yet it lasts four"),
        Fact(
            "Organised",
            (Line((Piece("NHC", Ref("organisation", "nhc")), Piece("· host"))), line("Ministry")),
        ),
    ),
    sections=(
        Section("Aims", (line("Meet", 1), line("Dredge", 2))),
        Section("Figures", (line("12 barrels"),)),
        Section(
            "Programme",
            (
                Line((Piece("Opening", EBB), Piece("– Åstrid")), 1),
                line("Bridges", 2, "Session [1]"),
                line("Locks", 10, "Session [1]"),
                line("Stars", 11, "Session [2]"),
            ),
        ),
    ),
    provenance=(CITED, replace(CITED, first_line=5, last_line=10)),
    inferred={"kind": "called a day, yet it lasts four"},
)


# --- Sources -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("spans", "said"),
    [
        ([(38, 38)], "Harbour days, line 38"),
        ([(5, 10)], "Harbour days, lines 5–10"),
        ([(1, 1), (3, 3), (5, 6)], "Harbour days, lines 1, 3, 5–6"),
        ([(1, 1), (3, 3)], "Harbour days, lines 1, 3"),
    ],
)
def test_a_source_is_said_once_with_all_its_lines(spans: list[tuple[int, int]], said: str) -> None:
    cited = [replace(CITED, first_line=first, last_line=last) for first, last in spans]
    assert source_lines(cited) == [said]


@pytest.mark.parametrize(
    ("publisher", "published", "said"),
    [
        ("Nøvik Press", None, "Harbour days (Nøvik Press), line 38"),
        (None, "2031-06-01", "Harbour days (2031-06-01), line 38"),
        ("Nøvik Press", "2031-06-01", "Harbour days (Nøvik Press, 2031-06-01), line 38"),
    ],
)
def test_a_source_says_what_is_known_of_it(
    publisher: str | None, published: str | None, said: str
) -> None:
    assert source_lines([replace(CITED, publisher=publisher, published=published)]) == [said]


def test_each_source_has_a_line() -> None:
    other = replace(CITED, source="letter", title="A\x1b[31m letter", first_line=2, last_line=4)
    assert source_lines([CITED, other]) == [
        "Harbour days, line 38",
        "A\ufffd[31m letter, lines 2–4",
    ]
    assert source_lines([]) == []


def test_a_source_is_said_once_wherever_it_is_cited() -> None:
    other = replace(CITED, source="letter", title="A letter")
    again = replace(CITED, first_line=40, last_line=40)
    assert source_lines([CITED, other, again]) == [
        "Harbour days, lines 38, 40",
        "A letter, line 38",
    ]


# --- Text ----------------------------------------------------------------------------------------


def test_a_bare_record_is_its_title_and_address() -> None:
    assert as_text(BARE) == "The ebb  [talk/ebb]\n"


def test_a_record_reads_from_the_title_down_to_its_lists() -> None:
    assert as_text(FULL) == (
        "Harbour days  [event/harbour-days]\n"
        "\n"
        "Four days on the quays.\n"
        "\n"
        "Kind       cluster day (inferred)\n"
        "Organised  NHC · host\n"
        "           Ministry\n"
        "Inferred   kind: called a day, yet it lasts four\n"
        "Source     Harbour days, lines 38, 5–10\n"
        "\n"
        "Aims\n"
        "   1. Meet\n"
        "   2. Dredge\n"
        "\n"
        "Figures\n"
        "      12 barrels\n"
        "\n"
        "Programme\n"
        "   1. Opening – Åstrid\n"
        "  Session [1]\n"
        "   2. Bridges\n"
        "  10. Locks\n"
        "  Session [2]\n"
        "  11. Stars\n"
    )


LONG = replace(
    FULL,
    summary="word " * 30 + "end",
    facts=(Fact("Kind", (line("fact " * 30 + "well-known"),)),),
    sections=(Section("Aims", (line("aim " * 30 + "end", 1),)),),
    inferred={},
)


@pytest.mark.parametrize("width", [40, 72, 100])
def test_long_lines_are_wrapped_under_their_own_margin(width: int) -> None:
    text = as_text(LONG, width)
    assert max(map(len, text.splitlines())) <= width
    assert max(map(len, text.splitlines())) > width - 10
    assert text.split() == as_text(LONG).split()
    facts = text[text.index("Kind") : text.index("Source")].splitlines()
    assert all(each.startswith("        fact") for each in facts[1:-1])
    aims = text[text.index("   1. ") :].splitlines()
    assert all(each.startswith("      aim") for each in aims[1:-1])


def test_without_a_width_nothing_is_wrapped() -> None:
    assert max(map(len, as_text(LONG).splitlines())) > 150


@pytest.mark.parametrize("width", [0, 1, 10])
def test_however_narrow_twenty_characters_are_left_beside_the_margin(width: int) -> None:
    text = as_text(LONG, width)
    assert text.split() == as_text(LONG).split()
    body = text[text.index("word") :].splitlines()
    assert max(map(len, body)) <= len("Source  ") + 20


def test_words_with_hyphens_stay_whole() -> None:
    assert "well-known" in as_text(LONG, 30)


def test_titles_and_headings_are_wrapped_too() -> None:
    detail = replace(
        BARE,
        row=Row(EBB, "title " * 20, ""),
        sections=(Section("Programme", (line("Stars", 1, "session " * 20),)),),
    )
    assert max(map(len, as_text(detail, 40).splitlines())) <= 40


def test_wide_letters_are_wrapped_by_the_columns_they_take() -> None:
    detail = replace(BARE, summary="별과 밀물 " * 20)
    body = as_text(detail, 40).splitlines()[2:]
    assert max(sum(1 if each.isascii() else 2 for each in text) for text in body) <= 40


def test_long_words_of_wide_letters_are_broken_between_letters() -> None:
    wide = "별하늘" * 20
    body = as_text(replace(BARE, summary=f"x{wide} tide"), 40).splitlines()[2:]
    assert body == [f"x{wide[:19]}", wide[19:39], wide[39:59], f"{wide[59:]} tide"]


def test_an_accent_takes_no_column_and_stays_with_its_letter() -> None:
    accented = "e\u0301" * 41
    body = as_text(replace(BARE, summary=accented), 40).splitlines()[2:]
    assert body == [accented[:80], accented[80:]]


# --- Markdown ------------------------------------------------------------------------------------


def test_a_bare_record_is_a_heading() -> None:
    assert as_markdown(BARE) == "# The ebb\n\n"


def test_a_record_is_a_markdown_page() -> None:
    assert as_markdown(FULL) == (
        "# Harbour days\n"
        "\n"
        "Four days on the quays.\n"
        "\n"
        "- **Kind:** cluster day (inferred)\n"
        "- **Organised:** NHC · host\n"
        "  Ministry\n"
        "- **Inferred:** kind: called a day, yet it lasts four\n"
        "- **Source:** Harbour days, lines 38, 5–10\n"
        "\n"
        "## Aims\n"
        "\n"
        "1. Meet\n"
        "2. Dredge\n"
        "\n"
        "## Figures\n"
        "\n"
        "- 12 barrels\n"
        "\n"
        "## Programme\n"
        "\n"
        "1. Opening – Åstrid\n"
        "\n"
        "### Session \\[1\\]\n"
        "\n"
        "2. Bridges\n"
        "10. Locks\n"
        "\n"
        "### Session \\[2\\]\n"
        "\n"
        "11. Stars\n"
    )


@pytest.mark.parametrize("mark", ["\\", "`", "*", "_", "[", "]", "<"])
def test_markdown_takes_no_mark_from_a_text(mark: str) -> None:
    text = f"a{mark}b"
    detail = Detail(
        row=Row(EBB, text, ""),
        summary=text,
        facts=(Fact("Kind", (line(text),)),),
        sections=(Section("Aims", (line(text, 1, text),)),),
        provenance=(replace(CITED, title=text),),
        inferred={"kind": text},
    )
    assert as_markdown(detail).count(f"a\\{mark}b") == 7


# --- JSON ----------------------------------------------------------------------------------------


def test_a_record_is_one_json_object_with_its_links() -> None:
    text = as_json(FULL)
    assert text.endswith("\n}\n")
    assert "Åstrid" in text
    source = {
        "source": "harbour",
        "title": "Harbour days",
        "publisher": None,
        "author": None,
        "published": None,
        "document": "harbour.txt",
    }
    assert json.loads(text) == {
        "ref": "event/harbour-days",
        "title": "Harbour days",
        "context": "Cluster day · 2031",
        "summary": "Four days on the quays.",
        "facts": {
            "Kind": [{"text": "cluster day"}],
            "Organised": [
                {"text": "NHC · host", "links": ["organisation/nhc"]},
                {"text": "Ministry"},
            ],
        },
        "sections": {
            "Aims": [{"text": "Meet", "number": 1}, {"text": "Dredge", "number": 2}],
            "Figures": [{"text": "12 barrels"}],
            "Programme": [
                {"text": "Opening – Åstrid", "number": 1, "links": ["talk/ebb"]},
                {"text": "Bridges", "number": 2, "under": "Session [1]"},
                {"text": "Locks", "number": 10, "under": "Session [1]"},
                {"text": "Stars", "number": 11, "under": "Session [2]"},
            ],
        },
        "review": None,
        "inferred": {"kind": "called a day, yet it lasts four"},
        "sources": [
            {**source, "first_line": 38, "last_line": 38, "item": None},
            {**source, "first_line": 5, "last_line": 10, "item": None},
        ],
    }


def test_a_bare_record_has_every_key_too() -> None:
    assert json.loads(as_json(BARE)) == {
        "ref": "talk/ebb",
        "title": "The ebb",
        "context": "Harbour days · 2031",
        "summary": None,
        "facts": {},
        "sections": {},
        "review": None,
        "inferred": {},
        "sources": [],
    }


def test_no_label_or_title_hides_another_in_json() -> None:
    for kind in KINDS.values():
        for queries in ([q.label for q in kind.facts], [q.title for q in kind.sections]):
            assert len(set(queries)) == len(queries)


# --- Hostile text --------------------------------------------------------------------------------

HOSTILE = "evil\x1b[31m\x9b2J\r\n# Heading\n\u202e\u2028\x07\t|"


def everywhere(text: str) -> Detail:
    """A record with `text` in every place that a database fills."""
    return Detail(
        row=Row(Ref("talk", text), text, text),
        summary=text,
        facts=(Fact("Kind", (line(text), line(text)), text),),
        sections=(Section("Aims", (line(text, 1, text), line(text, None, text))),),
        provenance=(
            replace(CITED, title=text, publisher=text, published=text, document=text, author=text),
        ),
        inferred={text: text},
        url=text,
    )


@pytest.mark.parametrize(
    "write", [as_text, lambda detail: as_text(detail, 40), as_markdown], ids=["text", "40", "md"]
)
def test_no_text_reaches_the_terminal_as_a_control_or_makes_up_a_line(write: Any) -> None:
    text = write(everywhere(HOSTILE))
    assert all(character == "\n" or character.isprintable() for character in text)
    assert "evil\ufffd" in text
    assert not any(each.startswith("# Heading") for each in text.splitlines())


def test_json_gives_the_text_back() -> None:
    record = json.loads(as_json(everywhere(HOSTILE)))
    assert record["title"] == HOSTILE
    assert record["facts"]["Kind"][0]["text"] == HOSTILE


def test_json_holds_no_control() -> None:
    text = as_json(everywhere(HOSTILE))
    assert all(character == "\n" or character.isprintable() for character in text)


# --- Of the catalogue ----------------------------------------------------------------------------


@pytest.mark.parametrize("kind", KINDS)
def test_every_record_of_the_invented_universe_can_be_reported(
    catalogue: Catalogue, kind: str
) -> None:
    for row in catalogue.rows(kind):
        detail = catalogue.detail(row.ref)
        text, markdown, value = as_text(detail), as_markdown(detail), json.loads(as_json(detail))
        assert text.startswith(f"{row.title}  [{row.ref}]\n")
        assert markdown.startswith("# ")
        assert value["ref"] == str(row.ref)
        for section in detail.sections:
            assert f"\n{section.title}\n" in text
            assert f"\n## {section.title}\n" in markdown
            assert len(value["sections"][section.title]) == len(section.lines)
        for fact in detail.facts:
            assert f"\n- **{fact.label}:** " in markdown
            assert len(value["facts"][fact.label]) == len(fact.lines)


def test_what_is_cited_by_lines_and_by_name_is_said_together() -> None:
    def cited(first: int | None, last: int | None, item: str | None = None) -> Provenance:
        return Provenance("Fair", "fair", None, None, None, None, None, None, first, last, item)

    assert source_lines([cited(3, 3)]) == ["Fair, line 3"]
    assert source_lines([cited(None, None, "talk 9")]) == ["Fair, talk 9"]
    assert source_lines([cited(3, 4), cited(None, None, "talk 9")]) == ["Fair, lines 3–4, talk 9"]
