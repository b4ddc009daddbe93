"""What each table holds of the records: every column, in an order that the records decide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from clustertui.entities import (
    RECORD_TABLES,
    Affiliation,
    Citation,
    Event,
    EventLink,
    Involvement,
    Organisation,
    OrganisationLink,
    OtherName,
    Person,
    Place,
    Point,
    Records,
    Source,
    Talk,
)
from clustertui.rows import point_label, reviews_of, rows_of
from clustertui.schema import TABLES

CITED = Citation(source="page", first_line=5, last_line=10)


def listed(records: Records) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of every table, each read once as the build does."""
    return {table: list(rows) for table, rows in rows_of(records).items()}


# --- Every table ---------------------------------------------------------------------------------


def test_every_table_but_those_of_the_lists_has_rows(records: Records) -> None:
    assert set(listed(records)) == set(TABLES) - {"entries", "orders", "ranges"}
    assert all(listed(records).values())


def test_a_row_has_a_value_for_each_column(records: Records) -> None:
    for table, rows in listed(records).items():
        assert {len(row) for row in rows} == {len(TABLES[table].columns)}, table


def test_nothing_makes_no_rows() -> None:
    assert all(rows == [] for rows in listed(Records()).values())


def test_the_order_of_the_records_does_not_matter(records: Records) -> None:
    turned = {table: tuple(reversed(getattr(records, table))) for table in RECORD_TABLES}
    assert listed(replace(records, **turned)) == listed(records)


def test_connections_are_numbered_from_one(records: Records) -> None:
    def numbers(rows: Iterable[tuple[Any, ...]]) -> list[Any]:
        return [row[0] for row in rows]

    for table, rows in listed(records).items():
        if TABLES[table].columns["id"] is int:
            assert numbers(rows) == list(range(1, len(rows) + 1)), table


# --- Each field where it belongs -----------------------------------------------------------------


def test_each_field_stands_in_its_column() -> None:
    found = listed(
        Records(
            sources=(
                Source(id="page", title="Page", lines=9, publisher="Press", author="jo",
                       published=date(2031, 6, 1), url="https://page.example",
                       document="page.txt", sha256="0f", note="torn",
                       format="calendar"),
            ),
            places=(Place(id="novik", name="Nøvik", country="Brackland", lat=61.5, lon=5.0),),
            people=(
                Person(id="jo", name="Jo Ek", family_name="Ek", given_name="Jo",
                       url="https://jo.example", cite=()),
            ),
            organisations=(
                Organisation(id="nhc", name="Harbour", acronym="NHC", kind="cluster",
                             country="Brackland", description="Quays.", founded=1931,
                             url="https://nhc.example",
                             names=(OtherName(name="Auction", kind="former"),),
                             links=(OrganisationLink(to="port", relation="part of"),), cite=()),
            ),
            events=(
                Event(id="fair", name="Fair", kind="fair", precision="month",
                      start=date(2030, 9, 1), end=date(2030, 10, 31), date_text="fall",
                      description="Tents.", parent="days", position=2,
                      url="https://fair.example", places=("novik",),
                      organisations=(Involvement(organisation="nhc", role="host"),),
                      people=(Affiliation(person="jo"),),
                      links=(EventLink(to="visit", relation="prepares"),), cite=()),
            ),
            talks=(
                Talk(id="tides", event="fair", position=3, kind="keynote", title="Tides",
                     subject="Water", session="One", room="Pier", start=datetime(2030, 9, 1, 9, 30),
                     end=datetime(2030, 9, 1, 10), language="no", abstract="Low, then high.",
                     url="https://fair.example/tides", cite=(CITED,), inferred={"title": "torn"},
                     speakers=(Affiliation(person="jo", organisation="nhc", role="Head"),)),
            ),
            points=(
                Point(id="boats", kind="figure", number=4, topic="Quays", text="at sea",
                      value=7.0, unit="boats", printed="seven", event="fair", talk="tides",
                      organisation="nhc", place="novik", cite=()),
            ),
        )
    )  # fmt: skip
    named = {
        table: [dict(zip(TABLES[table].columns, row, strict=True)) for row in rows]
        for table, rows in found.items()
    }
    assert named == {
        "sources": [
            {"id": "page", "title": "Page", "publisher": "Press", "author_id": "jo",
             "published": "2031-06-01", "url": "https://page.example", "document": "page.txt",
             "sha256": "0f", "lines": 9, "note": "torn", "format": "calendar"},
        ],
        "places": [
            {"id": "novik", "name": "Nøvik", "country": "Brackland", "lat": 61.5, "lon": 5.0},
        ],
        "people": [
            {"id": "jo", "name": "Jo Ek", "family_name": "Ek", "given_name": "Jo",
             "url": "https://jo.example"},
        ],
        "organisations": [
            {"id": "nhc", "name": "Harbour", "acronym": "NHC", "kind": "cluster",
             "country": "Brackland", "description": "Quays.", "founded": 1931,
             "url": "https://nhc.example"},
        ],
        "organisation_names": [
            {"id": 1, "organisation_id": "nhc", "name": "Auction", "kind": "former"},
        ],
        "organisation_links": [
            {"id": 1, "from_id": "nhc", "to_id": "port", "relation": "part of"},
        ],
        "events": [
            {"id": "fair", "name": "Fair", "kind": "fair", "dates": "September–October 2030",
             "start": "2030-09-01", "end": "2030-10-31", "precision": "month",
             "date_text": "fall", "parent_id": "days", "position": 2, "description": "Tents.",
             "url": "https://fair.example"},
        ],
        "event_places": [{"id": 1, "event_id": "fair", "place_id": "novik"}],
        "event_organisations": [
            {"id": 1, "event_id": "fair", "organisation_id": "nhc", "role": "host"},
        ],
        "event_links": [{"id": 1, "from_id": "fair", "to_id": "visit", "relation": "prepares"}],
        "talks": [
            {"id": "tides", "title": "Tides", "subject": "Water", "kind": "keynote",
             "event_id": "fair", "session": "One", "position": 3, "room": "Pier",
             "start": "2030-09-01T09:30:00", "end": "2030-09-01T10:00:00", "language": "no",
             "abstract": "Low, then high.", "url": "https://fair.example/tides"},
        ],
        "affiliations": [
            {"id": 1, "person_id": "jo", "organisation_id": "nhc", "role": "Head",
             "talk_id": "tides", "event_id": None},
            {"id": 2, "person_id": "jo", "organisation_id": None, "role": None,
             "talk_id": None, "event_id": "fair"},
        ],
        "points": [
            {"id": "boats", "kind": "figure", "number": 4, "topic": "Quays", "text": "at sea",
             "value": 7.0, "unit": "boats", "printed": "seven", "event_id": "fair",
             "talk_id": "tides", "organisation_id": "nhc", "place_id": "novik",
             "label": "7 boats at sea"},
        ],
        "citations": [
            {"id": 1, "kind": "talk", "record_id": "tides", "source_id": "page",
             "first_line": 5, "last_line": 10, "item": None},
        ],
        "inferences": [
            {"id": 1, "kind": "talk", "record_id": "tides", "field": "title", "reason": "torn"},
        ],
    }  # fmt: skip


def test_a_day_that_is_not_known_is_null() -> None:
    found = listed(
        Records(
            sources=(Source(id="page", title="Page", lines=9),),
            events=(Event(id="fair", name="Fair", kind="fair", precision="none", cite=()),),
        )
    )
    assert found["sources"] == [("page", "Page", *[None] * 6, 9, None, None)]
    assert found["events"] == [("fair", "Fair", "fair", *[None] * 3, "none", *[None] * 5)]


def test_what_a_source_names_itself_is_cited_without_lines() -> None:
    cited = Citation(source="page", item="event 7")
    found = listed(Records(people=(Person(id="jo", name="Jo", cite=(cited,)),)))
    assert found["citations"] == [(1, "person", "jo", "page", None, None, "event 7")]


def test_what_a_program_guessed_is_known_by_kind_and_id() -> None:
    sure, guessed = (
        Person(id=id_, name="Jo", cite=(), uncertain=id_ == "jo") for id_ in ["a", "jo"]
    )
    aim = Point(id="jo", kind="aim", number=1, topic="t", text="Dredge", cite=(), uncertain=True)
    wrong = replace(aim, id="jib", rejected=True)
    assert reviews_of(Records(people=(sure, guessed), points=(aim, wrong))) == {
        ("person", "jo"): "uncertain",
        ("point", "jo"): "uncertain",
        ("point", "jib"): "rejected",
    }


# --- Points --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "unit", "text", "label"),
    [
        (None, None, "Dredge the fairway", "Dredge the fairway"),
        (1000.0, "attendees", "on the quay", "1,000 attendees on the quay"),
        (7.0, None, "gulls", "7 gulls"),
        (35.5, "%", "of production", "35.5 % of production"),
        (0.25, "km", "of quay", "0.25 km of quay"),
        (0.0, "boats", "lost", "0 boats lost"),
        (-3.0, "metres", "at ebb", "-3 metres at ebb"),
        (1964.0, "year", "it is founded", "1964: it is founded"),
        (1234567.0, "companies", "in all", "1,234,567 companies in all"),
        pytest.param(
            12345.67,
            "km",
            "of coast",
            "12,345.67 km of coast",
        ),
        pytest.param(
            1234567.5,
            "t",
            "of herring",
            "1,234,567.5 t of herring",
        ),
    ],
)
def test_a_point_reads_in_one_line(
    value: float | None, unit: str | None, text: str, label: str
) -> None:
    point = Point(id="p", kind="figure", number=1, topic="t", text=text, value=value, unit=unit,
                  cite=())  # fmt: skip
    assert point_label(point) == label
