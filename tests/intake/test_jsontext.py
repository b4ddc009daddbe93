"""JSON that a person hands in."""

from __future__ import annotations

import json
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.document import IntakeError
from clustertui.intake.jsontext import FaultyJsonError, beginning, items, listed, loaded, value
from tests.intake.feeds import document, short


def test_a_list_is_read_item_by_item_with_its_lines() -> None:
    text = '\n[\n  {"a":\n 1},\n\n  2\n , "x"]\n'
    assert list(items(text)) == [({"a": 1}, 3, 4), (2, 6, 6), ("x", 7, 7)]
    assert list(items(" []")) == []
    assert list(items('{"a":\n1}\n')) == [({"a": 1}, 1, 2)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('[1,\n {"a": 1},\n]', 3, "column 1 a comma stands before the closing bracket"),
        ('{"a": 1,}', 1, "column 9 a comma stands before the closing bracket"),
        ("[1 2]", 1, "a comma or a bracket is missing at column 4"),
        ("[1, 2", 1, "no whole JSON"),
        ('{"a": ', 1, "no whole JSON"),
        ("[1] x", 1, "more follows after the end"),
        ("{} x", 1, "extra data at column 4"),
        ("[" * 100_000, None, "nested too deeply"),
        ("[" + "[" * 100_000, None, "nested too deeply"),
        ('{"a":' * 100_000, None, "nested too deeply"),
    ],
    ids=short,
)
def test_a_fault_is_told_with_its_line(text: str, line: int | None, words: str) -> None:
    with pytest.raises(FaultyJsonError, match=words) as caught:
        list(items(text))
    assert caught.value.line == line


@pytest.mark.skipif(not hasattr(sys, "get_int_max_str_digits"), reason="numbers have no limit")
def test_an_endless_number_is_a_fault() -> None:
    with pytest.raises(FaultyJsonError, match="a number that is too long"):
        value("9" * 5000)


def test_a_line_break_inside_a_text_harms_nobody() -> None:
    assert value('"a\nb"') == "a\nb"


def test_faults_of_a_document_name_it() -> None:
    given = document("{", "tide.json")
    with pytest.raises(IntakeError, match=r"^tide.json, line 1: is no whole JSON"):
        loaded(given, "{")
    with pytest.raises(IntakeError, match=r"^tide.json, line 1: is no JSON"):
        list(listed(given, "[1,]"))
    assert loaded(given, "{}") == {}
    assert list(listed(given, "[1]")) == [(1, 1, 1)]


def test_the_beginning_has_no_marks_and_blanks() -> None:
    assert beginning(document("\ufeff \n{")) == "{"
    assert beginning(document('{"a'.encode("utf-16"))) == '{"a'


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab", max_size=2), inner),
    max_leaves=9,
)


@given(st.lists(VALUES, max_size=5), st.sampled_from([None, 1]))
def test_item_by_item_reads_what_the_whole_reads(values: list[object], indent: int | None) -> None:
    text = json.dumps(values, indent=indent)
    found = list(items(text))
    assert [item for item, _, _ in found] == values
    lines = text.split("\n")
    for item, first, last in found:
        assert json.dumps(item, indent=indent).split("\n")[0] in lines[first - 1]
        assert last - first == json.dumps(item, indent=indent).count("\n")
