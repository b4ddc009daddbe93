"""The kinds as data: every entry is whole and fits the database."""

from __future__ import annotations

import contextlib
import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from clustertui.catalogue import Catalogue
from clustertui.entities import RECORD_TABLES
from clustertui.kinds import KINDS, NAME_LABELS, Kind, kind_named
from clustertui.model import Ref
from clustertui.schema import TABLES
from clustertui.text import fold

EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


@pytest.fixture
def connection(database: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as found:
        yield found


def test_the_kinds_stand_in_the_order_of_the_tabs() -> None:
    assert list(KINDS) == ["event", "talk", "person", "organisation", "point"]
    assert [kind.name for kind in KINDS.values()] == list(KINDS)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("talk", "talk"),
        ("talks", "talk"),
        ("person", "person"),
        ("people", "person"),
        ("persons", None),
        ("Talks", None),
        ("", None),
    ],
)
def test_a_kind_is_found_by_its_singular_and_its_plural(name: str, found: str | None) -> None:
    kind = kind_named(name)
    assert (kind.name if kind else None) == found


def test_the_title_of_a_kind_is_its_plural_as_a_heading() -> None:
    assert [kind.title for kind in KINDS.values()] == [
        "Events", "Talks", "People", "Organisations", "Points"
    ]  # fmt: skip


@EVERY_KIND
def test_a_kind_has_a_table_and_records(kind: Kind) -> None:
    assert kind.plural in TABLES
    assert kind.plural in RECORD_TABLES


@EVERY_KIND
def test_a_kind_leads_to_kinds(kind: Kind) -> None:
    assert kind.leads_to
    assert set(kind.leads_to) <= set(KINDS)
    assert len(set(kind.leads_to)) == len(kind.leads_to)


@EVERY_KIND
def test_what_may_be_inferred_is_a_field_of_the_record(kind: Kind) -> None:
    fields = RECORD_TABLES[kind.plural].__dataclass_fields__
    assert {fact.field for fact in kind.facts if fact.field} <= set(fields)


@EVERY_KIND
def test_each_fact_and_each_section_has_a_name_of_its_own(kind: Kind) -> None:
    for names in ([f.label for f in kind.facts], [s.title for s in kind.sections]):
        assert all(names)
        assert len(set(names)) == len(names)


@EVERY_KIND
def test_a_fact_alternates_text_and_address(kind: Kind, connection: sqlite3.Connection) -> None:
    for fact in kind.facts:
        assert len(connection.execute(fact.sql, {"id": "x"}).description) % 2 == 0, fact.label


@EVERY_KIND
def test_a_section_has_heading_number_and_then_pieces(
    kind: Kind, connection: sqlite3.Connection
) -> None:
    for section in kind.sections:
        columns = connection.execute(section.sql, {"id": "x"}).description
        assert len(columns) >= 4, section.title
        assert len(columns) % 2 == 0, section.title


@EVERY_KIND
def test_the_lists_of_a_sheet_are_among_its_columns(
    kind: Kind, connection: sqlite3.Connection
) -> None:
    columns = [c[0] for c in connection.execute(kind.sheet, {"ids": "[]"}).description]
    assert columns[0] == "ref"
    assert columns[-1] == "cite"
    assert kind.lists <= set(columns)
    assert len(set(columns)) == len(columns)


@EVERY_KIND
def test_the_first_order_of_a_kind_is_that_of_its_entries(kind: Kind) -> None:
    assert next(iter(kind.sorts.values())) == "number"


@EVERY_KIND
def test_every_order_of_a_kind_is_total(kind: Kind, connection: sqlite3.Connection) -> None:
    for column in kind.sorts.values():
        assert column in TABLES["orders"].columns
        found = connection.execute(
            f"SELECT count(*), count(DISTINCT orders.{column}) FROM orders"
            " JOIN entries USING (number) WHERE kind = ?",
            (kind.name,),
        ).fetchone()
        assert found[0] == found[1] > 0


@EVERY_KIND
def test_entries_give_what_is_listed_searched_and_sorted(
    kind: Kind, connection: sqlite3.Connection
) -> None:
    connection.create_function("fold", 1, fold, deterministic=True)
    columns = [column[0] for column in connection.execute(kind.entries).description]
    assert columns == ["id", "title", "context", "also", "name", "weight"]
    ids = [id_ for id_, *_ in connection.execute(kind.entries)]
    sql = "SELECT id FROM entries WHERE kind = ? ORDER BY number"
    assert ids == [id_ for (id_,) in connection.execute(sql, (kind.name,))]


def test_labels_of_names_are_labels_that_occur(connection: sqlite3.Connection) -> None:
    texts = connection.execute("SELECT also FROM entries").fetchall()
    labels = {line.partition(": ")[0] for (also,) in texts for line in also.splitlines()}
    assert labels >= NAME_LABELS


def test_every_further_text_has_a_label(connection: sqlite3.Connection) -> None:
    for (also,) in connection.execute("SELECT also FROM entries"):
        for line in also.splitlines():
            assert re.match(r"[^:]+: \S", line), line


@EVERY_KIND
def test_every_record_can_be_exported_whole(kind: Kind, connection: sqlite3.Connection) -> None:
    ids = [id_ for (id_,) in connection.execute(f"SELECT id FROM {kind.plural}")]
    rows = connection.execute(kind.sheet, {"ids": json.dumps(ids)}).fetchall()
    assert sorted(row[0] for row in rows) == sorted(f"{kind.name}/{id_}" for id_ in ids)


@pytest.mark.parametrize(
    ("ref", "label", "reason"),
    [
        (
            Ref("event", "harbour-days-2031"),
            "When",
            "the page gives no year; 30 May is called a Friday",
        ),
        pytest.param(
            Ref("event", "harbour-days-2031"),
            "Kind",
            "called a day, yet it lasts four",
        ),
        (
            Ref("organisation", "dalmujigae"),
            "Country",
            "it shares the letterhead of the institute",
        ),
    ],
)
def test_an_inferred_fact_says_why_it_is_believed(
    catalogue: Catalogue, ref: Ref, label: str, reason: str
) -> None:
    facts = {fact.label: fact.inferred for fact in catalogue.detail(ref).facts}
    assert facts[label] == reason
