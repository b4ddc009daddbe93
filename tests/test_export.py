"""Lists of records in five forms: each holds everything, and none of them can be broken out of."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from clustertui import export
from clustertui.catalogue import Catalogue
from clustertui.export import (
    FORMATS,
    as_blocks,
    as_csv,
    as_json,
    as_jsonl,
    as_markdown,
    as_plain,
    as_raw_csv,
)
from clustertui.kinds import KINDS
from clustertui.model import Hit, Ref, Row

TIDE: dict[str, Any] = {
    "ref": "talk/tide",
    "title": "별과 밀물: [b]Stars[/b], tides",
    "note": None,
    "speakers": ["Åstrid", 'The "Gull"'],
    "talks": 3,
    "value": 12.5,
    "cite": [],
}
EBB: dict[str, Any] = {**TIDE, "ref": "talk/ebb", "title": "Ebb | flow", "talks": 0, "value": 7.0}


def read_csv(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline="")))


# --- JSON ----------------------------------------------------------------------------------------


def test_json_is_one_array_for_people_and_programs() -> None:
    text = as_json([TIDE, EBB])
    assert json.loads(text) == [TIDE, EBB]
    assert text.endswith("}\n]\n")
    assert "별과 밀물" in text
    assert '\n    "talks": 3,\n' in text


def test_json_lines_are_one_object_a_line() -> None:
    text = as_jsonl([TIDE, {**EBB, "title": "two\nlines\u2028"}])
    assert text.count("\n") == 2
    assert [json.loads(line)["talks"] for line in text.split("\n")[:-1]] == [3, 0]
    assert "별과 밀물" in text


def test_without_records_json_is_an_empty_array_and_json_lines_are_none() -> None:
    assert as_json([]) == "[]\n"
    assert as_jsonl([]) == ""


@pytest.mark.parametrize("write", [as_json, as_jsonl])
@pytest.mark.parametrize("character", ["\x1b", "\x00", "\x7f", "\x9b", "\x85", "\u2028", "\u202e"])
def test_json_holds_no_control(write: Any, character: str) -> None:
    text = write([{"title": f"a{character}b"}])
    assert character not in text
    assert "b" in text


# --- CSV -----------------------------------------------------------------------------------------


def test_csv_has_a_heading_and_one_line_a_record() -> None:
    text = as_csv([TIDE, EBB])
    assert text.count("\n") == 3
    assert "\r" not in text
    assert read_csv(text) == [
        ["ref", "title", "note", "speakers", "talks", "value", "cite"],
        ["talk/tide", TIDE["title"], "", 'Åstrid; The "Gull"', "3", "12.5", ""],
        ["talk/ebb", "Ebb | flow", "", 'Åstrid; The "Gull"', "0", "7", ""],
    ]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "-", "=", " =1", "＝1+1", "-x"],
)
def test_no_spreadsheet_runs_a_cell(text: str) -> None:
    record = {"ref": text, "list": [text, "x"], "=heading": "x"}
    heading, cells = read_csv(as_csv([record]))
    assert heading == ["ref", "list", "'=heading"]
    assert cells == [f"'{text}", f"'{text}; x", "x"]
    assert read_csv(as_raw_csv([record])) == [
        ["ref", "list", "=heading"],
        [text, f"{text}; x", "x"],
    ]


@pytest.mark.parametrize("text", ["\t=1", "\r=1", "\tx", "\rx"])
def test_a_blank_that_hides_a_formula_is_made_harmless_with_it(text: str) -> None:
    assert read_csv(as_csv([{"a": text}]))[1] == [f"' {text[1:]}"]


@pytest.mark.parametrize(
    ("value", "text"),
    [("-12.5", "-12.5"), ("+3", "+3"), ("-1,000", "-1,000"), (-5, "-5"), (-2.5, "-2.5"),
     ("1 = 1", "1 = 1"), ("a-b", "a-b"), ("", ""), (None, ""), ([], "")],
)  # fmt: skip
def test_a_number_stays_a_number(value: Any, text: str) -> None:
    assert read_csv(as_csv([{"a": value, "b": "x"}]))[1] == [text, "x"]


def test_without_records_csv_is_nothing() -> None:
    assert as_csv([]) == ""


@given(some.lists(some.text(), min_size=1, max_size=4))
def test_no_text_can_break_out_of_its_cell(texts: list[str]) -> None:
    record = {f"column {number}": text for number, text in enumerate(texts)}
    heading, row = read_csv(as_csv([record]))
    assert len(heading) == len(row) == len(texts)
    lines = as_markdown([{**record, "last": "x"}]).split("\n")
    assert len(lines) == 4
    assert lines[3] == ""


# --- Markdown ------------------------------------------------------------------------------------


def test_markdown_is_a_table_without_the_columns_that_are_empty() -> None:
    assert as_markdown([TIDE, EBB]) == (
        "| ref | title | speakers | talks | value |\n"
        "| --- | --- | --- | --- | --- |\n"
        '| talk/tide | 별과 밀물: [b]Stars[/b], tides | Åstrid; The "Gull" | 3 | 12.5 |\n'
        '| talk/ebb | Ebb \\| flow | Åstrid; The "Gull" | 0 | 7 |\n'
    )


def test_a_column_that_one_record_fills_is_there_for_all() -> None:
    text = as_markdown([TIDE, {**EBB, "note": "low"}])
    assert text.splitlines()[0] == "| ref | title | note | speakers | talks | value |"
    assert text.splitlines()[2].split(" | ")[2] == ""


def test_without_records_markdown_is_nothing() -> None:
    assert as_markdown([]) == ""


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a|b", "a\\|b"),
        ("a\\|b", "a\\\\\\|b"),
        ("<script>", "&lt;script>"),
        ("two\nlines", "two lines"),
        ("\x1b[31m", "\ufffd[31m"),
    ],
)
def test_markdown_takes_no_mark_from_a_text(text: str, written: str) -> None:
    assert as_markdown([{"title": text}]).splitlines()[2] == f"| {written} |"


# --- Cells ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        ("", ""),
        ("plain", "plain"),
        ("tab\tand\nline", "tab and line"),
        ("\x1b[31mred\x9b", "\ufffd[31mred\ufffd"),
        (0, "0"),
        (1_000_000, "1000000"),
        (35.5, "35.5"),
        (1000.0, "1000"),
        (10_000.0, "10000"),
        (-0.25, "-0.25"),
        (1_234_567.0, "1234567"),
        (50_000_000.0, "50000000"),
        (1234.5678, "1234.5678"),
        ([], ""),
        (["one"], "one"),
        (["one", None, 2.0, "\x07"], "one; ; 2; \ufffd"),
    ],
)
def test_a_cell_is_one_line_of_safe_text(value: Any, text: str) -> None:
    assert export.cell(value) == text


# --- Plain text ----------------------------------------------------------------------------------

HITS = [
    Hit(Row(Ref("organisation", "nhc"), "Harbour Cluster", "NHC · cluster"), "alias: Hafenverbund"),
    Hit(Row(Ref("talk", "ebb"), "Film: the ebb", "Harbour days · 2031")),
]


def test_plain_text_is_one_line_a_record_parted_by_tabs() -> None:
    assert as_plain(HITS) == (
        "organisation/nhc\tHarbour Cluster\tNHC · cluster\talias: Hafenverbund\n"
        "talk/ebb\tFilm: the ebb\tHarbour days · 2031\n"
    )
    assert as_plain([]) == ""


def test_a_column_of_plain_text_is_always_the_same_column() -> None:
    hit = Hit(Row(Ref("point", "x"), "A title", ""), "region: Somewhere")
    assert as_plain([hit]) == "point/x\tA title\t\tregion: Somewhere\n"


def test_for_reading_there_are_two_lines_a_record() -> None:
    assert as_blocks(HITS) == (
        "Harbour Cluster  [organisation/nhc]\n"
        "    NHC · cluster  (alias: Hafenverbund)\n"
        "Film: the ebb  [talk/ebb]\n"
        "    Harbour days · 2031\n"
    )
    assert as_blocks([]) == ""


@given(some.tuples(some.text(), some.text(), some.text(), some.text(min_size=1)))
def test_no_text_can_make_up_a_line(texts: tuple[str, str, str, str]) -> None:
    title, context, reason, id_ = texts
    hit = Hit(Row(Ref("talk", id_), title, context), reason)
    plain, blocks = as_plain([hit]), as_blocks([hit])
    assert plain.splitlines() == plain.split("\n")[:-1]
    assert len(plain.splitlines()) == 1
    assert plain.count("\t") <= 3
    assert "\t" not in blocks
    assert len(blocks.splitlines()) == 2


# --- Of the catalogue ----------------------------------------------------------------------------


def test_the_name_of_a_format_is_the_suffix_of_its_files() -> None:
    assert set(FORMATS) == {"csv", "json", "jsonl", "md"}
    assert FORMATS["md"] is as_markdown


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_sheet_of_the_catalogue_can_be_written(catalogue: Catalogue, kind: Any) -> None:
    refs = [row.ref for row in catalogue.rows(kind.name)]
    sheet = catalogue.sheet(kind, refs)
    assert json.loads(as_json(sheet)) == sheet
    assert [json.loads(line) for line in as_jsonl(sheet).splitlines()] == sheet
    assert len(read_csv(as_csv(sheet))) == len(sheet) + 1
    assert as_markdown(sheet).count("\n") == len(sheet) + 2
