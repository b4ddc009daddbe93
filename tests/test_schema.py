"""The database as data fits together."""

from __future__ import annotations

import re

import pytest

from clustertui.kinds import KINDS
from clustertui.schema import APPLICATION_ID, SCHEMA_VERSION, TABLES, VIEWS, Table

EVERY_TABLE = pytest.mark.parametrize(("name", "table"), TABLES.items(), ids=list(TABLES))


@EVERY_TABLE
def test_a_table_names_only_columns_that_it_has(name: str, table: Table) -> None:
    key = (table.pk,) if isinstance(table.pk, str) else table.pk
    indexed = [column for columns in table.indexes for column in columns]
    for column in (*key, *table.required, *(table.references or {}), *indexed):
        assert column in table.columns, name


@EVERY_TABLE
def test_a_table_comes_after_the_tables_that_it_references(name: str, table: Table) -> None:
    order = list(TABLES)
    for other in (table.references or {}).values():
        assert order.index(other) <= order.index(name)


@EVERY_TABLE
def test_a_column_named_after_another_record_references_it(name: str, table: Table) -> None:
    pointing = {column for column in table.columns if column.endswith("_id")}
    assert pointing - {"record_id"} == set(table.references or {}) - {table.pk}


def test_every_kind_has_its_table() -> None:
    assert {kind.plural for kind in KINDS.values()} <= set(TABLES)


def test_the_application_is_marked_by_four_letters() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"CLTU"
    assert SCHEMA_VERSION >= 1


def test_links_connect_kinds_only() -> None:
    named = set(re.findall(r"'(\w+)' AS (?:from|to)_kind", VIEWS["links"]))
    assert named == set(KINDS)


def test_no_view_has_the_name_of_a_table() -> None:
    assert not VIEWS.keys() & TABLES.keys()
