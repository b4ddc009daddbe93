"""JSON that a person hands in."""

from __future__ import annotations

import json
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.document import IntakeError
from clustertui.intake.jsontext import (
    FaultyJsonError,
    beginning,
    form,
    items,
    keys_of,
    kind_of,
    listed,
    loaded,
    loaded_together,
    text_of,
    value,
)
from tests.intake.feeds import document, short, untold


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


@pytest.mark.parametrize(
    ("value", "keys"),
    [
        ({"a": 1, "b": {"c": {"d": 2}}}, {"a", "b", "b.c", "b.c.d"}),
        ([{"a": [{"b": 1}, {"c": 1}]}, {"d": "{x:"}], {"[].a", "[].a[].b", "[].a[].c", "[].d"}),
        ({"a": [[{"b": 1}]], "c": "\"}]\\"}, {"a", "a[][].b", "c"}),
        ({"a": {"b": {"c": {"d": {"e": {"f": 1}}}}}},
         {"a", "a.b", "a.b.c", "a.b.c.d", "a.b.c.d.e"}),
        ([], set()),
    ],
)  # fmt: skip
def test_the_form_is_the_keys_and_where_they_stand(value: object, keys: set[str]) -> None:
    text = json.dumps(value)
    for data in (text.encode(), b"\xef\xbb\xbf \n" + text.encode(), text.encode("utf-16")):
        assert form(data) == keys


@pytest.mark.parametrize("head", [b"", b"<schedule/>", b"a,b", b'"a": {', b"\x00\x00"])
def test_what_does_not_begin_as_json_has_no_form(head: bytes) -> None:
    assert form(head) == frozenset()


def test_a_document_that_is_cut_off_shows_what_it_has() -> None:
    assert form(b'{"a": {"b": "long text that is cut {"') == {"a", "a.b"}
    assert form(b'}]{"a": 1') == frozenset()
    assert form(b'{}]]{"a": 1}') == {"a"}


@given(st.binary() | st.text('{}[]":,\\ab').map(str.encode))
def test_the_form_of_anything_can_be_asked(data: bytes) -> None:
    assert isinstance(form(data), frozenset)


@pytest.mark.parametrize("part", [b'"', b"{", b'"\\', b'["a":', b"]"])
def test_the_form_is_found_at_once(part: bytes) -> None:
    started = time.process_time()
    form(b"{" + part * (60_000 // len(part)))
    assert time.process_time() - started < 1


def test_a_value_is_read_in_any_encoding() -> None:
    value = {"name": "Größe"}
    text = json.dumps(value, ensure_ascii=False)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "windows-1252"):
        made = document(text.encode(encoding))
        assert loaded(made, text_of(made, untold)) == value


def test_every_object_is_seen_on_demand() -> None:
    seen: list[object] = []

    def see(found: dict[str, object]) -> int:
        seen.append(found)
        return len(seen)

    assert loaded(document(b""), '{"a": {"b": 1}, "a": {}}', see) == 3
    assert seen == [{"b": 1}, {}, {"a": 2}]


def test_lists_under_equal_keys_are_put_together_on_demand() -> None:
    text = '{"a": [1], "b": 1, "a": [2], "b": [3]}'
    assert loaded(document(b""), text) == {"a": [2], "b": [3]}
    assert loaded_together(document(b""), text) == {"a": [1, 2], "b": [3]}
    with pytest.raises(IntakeError, match="is no JSON"):
        loaded_together(document(b""), "{,}")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ({}, "an object with no keys"),
        ({"a": 1}, "an object with `a`"),
        ({key: 1 for key in "abcdefg"}, "an object with `a`, `b`, `c`, `d`, `e`, `f`, …"),
        ([1, 2], "a list of 2"),
        (None, "nothing"),
        ("x" * 50, f"`{'x' * 40}`"),
    ],
)
def test_a_value_in_a_fault_is_named_by_its_kind(value: object, said: str) -> None:
    assert kind_of(value) == said


def test_keys_in_a_fault_are_short() -> None:
    assert keys_of({"k" * 90: 1}) == f"`{'k' * 40}`"
