from __future__ import annotations

import io
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.document import Document, IntakeError
from clustertui.intake.json_document import form, keys_of, kind_of, text_of, value_of


def document(data: bytes) -> Document:
    return Document("tides.json", lambda: io.BytesIO(data), len(data), data[:65536])


def nobody(_done: int, _all: int) -> None:
    pass


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
        assert value_of(made, text_of(made, nobody)) == value


def test_lists_under_equal_keys_are_put_together_on_demand() -> None:
    text = '{"a": [1], "b": 1, "a": [2], "b": [3]}'
    assert value_of(document(b""), text) == {"a": [2], "b": [3]}
    assert value_of(document(b""), text, together=True) == {"a": [1, 2], "b": [3]}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"a":\n1,}', "tides.json, line 2: is no valid JSON (Expecting property name"),
        ('{"a":', "is no valid JSON"),
        ("[" * 200_000, "is nested too deeply"),
        ("[" + "9" * 5000 + "]", "cannot be read as JSON"),
    ],
)
def test_what_is_no_json_is_refused(text: str, said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        value_of(document(b""), text)
    assert said in str(caught.value)


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
