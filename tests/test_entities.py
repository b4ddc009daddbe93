"""The records as plain values, and as the form of the record files."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest

from clustertui.entities import RECORD_TABLES, Citation, Person, Place, Record, Records
from clustertui.schema import TABLES

EVERY_TABLE = pytest.mark.parametrize(
    ("table", "cls"), RECORD_TABLES.items(), ids=list(RECORD_TABLES)
)


def all_fields(cls: Any) -> Iterator[tuple[str, dataclasses.Field[Any]]]:
    """Every field of a record class, those of the values within it included."""
    hints = get_type_hints(cls)
    for each in dataclasses.fields(cls):
        yield cls.__name__, each
        for part in get_args(hints[each.name]):
            if dataclasses.is_dataclass(part):
                yield from all_fields(part)


@pytest.mark.parametrize(("first", "last", "text"), [(38, 38, "page:38"), (5, 10, "page:5-10")])
def test_a_citation_is_written_as_in_a_record_file(first: int, last: int, text: str) -> None:
    assert str(Citation(source="page", first_line=first, last_line=last)) == text


def test_records_are_counted_over_all_tables() -> None:
    people = tuple(Person(id=name, name=name, cite=()) for name in "abc")
    assert len(Records(people=people, places=(Place(id="a", name="A"),))) == 4
    assert len(Records()) == 0


@pytest.mark.parametrize("value", [Records(), Place(id="a", name="A")])
def test_records_never_change(value: Records | Place) -> None:
    name = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, name, "other")


def test_every_table_of_records_is_a_table_of_the_record_files() -> None:
    assert {each.name for each in dataclasses.fields(Records)} == set(RECORD_TABLES)


@EVERY_TABLE
def test_every_table_of_the_record_files_is_one_of_the_database(
    table: str, cls: type[Record]
) -> None:
    assert {"id"} <= {each.name for each in dataclasses.fields(cls)} & set(TABLES[table].columns)


@EVERY_TABLE
def test_what_a_field_refers_to_is_a_table(table: str, cls: type[Record]) -> None:
    referring = {
        (owner, each.name): each.metadata["refers"]
        for owner, each in all_fields(cls)
        if "refers" in each.metadata
    }
    assert set(referring.values()) <= set(RECORD_TABLES)
    if table not in ("places", "sources"):
        assert referring["Citation", "source"] == "sources"


@EVERY_TABLE
def test_a_field_that_allows_some_words_allows_several(table: str, cls: type[Record]) -> None:
    for owner, each in all_fields(cls):
        allowed = each.metadata.get("one_of", ("a", "b"))
        assert len(set(allowed)) == len(allowed) > 1, (owner, each.name)
