"""The values that travel between rooms."""

from __future__ import annotations

import dataclasses
import inspect

import pytest

from clustertui import model
from clustertui.model import (
    ClusterError,
    DatabaseError,
    Line,
    Piece,
    Provenance,
    Ref,
    UsageError,
    View,
)


@pytest.mark.parametrize(
    ("address", "ref"),
    [
        ("organisation/kicox", Ref("organisation", "kicox")),
        ("point/a-1", Ref("point", "a-1")),
        ("event/a/b", Ref("event", "a/b")),
        ("kicox", None),
        ("organisation/", None),
        ("/kicox", None),
        ("/", None),
        ("", None),
    ],
)
def test_an_address_is_a_kind_and_an_id(address: str, ref: Ref | None) -> None:
    assert Ref.parse(address) == ref


def test_a_ref_is_written_as_its_address() -> None:
    ref = Ref("organisation", "kicox")
    assert str(ref) == "organisation/kicox"
    assert Ref.parse(str(ref)) == ref


def test_refs_are_sorted_by_kind_then_by_id() -> None:
    refs = [Ref("talk", "a"), Ref("event", "b"), Ref("event", "a")]
    assert sorted(refs) == [Ref("event", "a"), Ref("event", "b"), Ref("talk", "a")]


def test_a_view_asks_for_everything_unless_told_otherwise() -> None:
    assert View() == View(kind="", words="", scope=None, sort="")


@pytest.mark.parametrize("value", [Ref("talk", "a"), View(), Piece("a"), Line(())])
def test_values_never_change(value: Ref | View | Piece | Line) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "other")


def test_a_line_reads_as_its_pieces_in_a_row() -> None:
    line = Line((Piece("Müller"), Piece("for"), Piece("VDI", Ref("organisation", "vdi"))))
    assert line.text == "Müller for VDI"
    assert Line(()).text == ""


@pytest.mark.parametrize(
    ("first", "last", "text"), [(38, 38, "line 38"), (5, 10, "lines 5–10"), (1, 2, "lines 1–2")]
)
def test_provenance_names_its_lines(first: int, last: int, text: str) -> None:
    found = Provenance("T", "t", None, None, None, None, None, None, first, last)
    assert found.lines == text


def test_provenance_without_lines_names_what_the_source_calls_it() -> None:
    found = Provenance("T", "t", None, None, None, None, None, None, None, None, "talk 9")
    assert found.lines == "talk 9"


def test_every_fault_that_a_person_can_mend_is_a_cluster_error() -> None:
    assert issubclass(DatabaseError, ClusterError)
    assert issubclass(UsageError, ClusterError)


def test_every_value_says_what_it_is() -> None:
    for name, member in inspect.getmembers(model, inspect.isclass):
        if member.__module__ == model.__name__:
            assert member.__doc__, name
            assert not member.__doc__.startswith(f"{name}("), name
