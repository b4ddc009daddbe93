"""Texts, ids and names of a document, made fit for records."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.entities import Citation, Event, Organisation
from clustertui.intake.naming import (
    GUESSED,
    LONGEST_SLUG,
    Ids,
    Named,
    identifier,
    reasons,
    said,
    short_slug,
)
from clustertui.text import unsafe_character

ONE, TWO = (Citation(source="page", first_line=n, last_line=n) for n in (1, 2))
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

# --- Texts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, None),
        ("", None),
        (" \t\n", None),
        ("\0\u202e\ud800", None),
        ("Tides", "Tides"),
        ("  low   tide \r\n", "low tide"),
        ("  Flut   kømmer\u00a0nå ", "Flut kømmer nå"),
        ("red\x1b[31m alert", "red[31m alert"),
        ("a\u200bb c\u202ed", "ab cd"),
        ("x" * 100, "x" * 100),
    ],
)
def test_a_text_is_said_in_one_line(text: str | None, expected: str | None) -> None:
    assert said(text) == expected


def test_a_long_text_is_said_whole() -> None:
    text = "word " * 10_000 + "ende ø"
    assert said(text) == text


@given(st.text(st.characters()))
def test_what_is_said_may_stand_in_a_record(text: str) -> None:
    found = said(text)
    assert found is None or (found == found.strip() and unsafe_character(found) is None)
    assert found is None or said(found) == found


# --- Ids -----------------------------------------------------------------------------------------


@given(st.text(st.characters()))
def test_a_slug_is_short_and_may_be_an_id(text: str) -> None:
    found = short_slug(text)
    assert found == "" or SLUG.fullmatch(found)
    assert len(found) <= LONGEST_SLUG


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour days", "harbour-days"),
        ("a" * 99, "a" * 48),
        ("a" * 47 + " b", "a" * 47),
        ("a" * 48 + " 2031", "a" * 43 + "-2031"),
        ("a" * 43 + " 2031", "a" * 43 + "-2031"),
        ("a" * 45 + " 2031", "a" * 43 + "-2031"),
        ("a" * 48 + " 20310", "a" * 48),
        ("2031 " + "a" * 60, "2031-" + "a" * 43),
        ("x " * 22 + "y 2031 and more", "x-" * 21 + "x-2031"),
    ],
)
def test_a_long_slug_is_cut_and_keeps_its_year(text: str, expected: str) -> None:
    assert short_slug(text) == expected


def test_ids_are_given_out_once() -> None:
    ids = Ids()
    assert [ids.new("people", "jo") for _ in range(3)] == ["jo", "jo-2", "jo-3"]
    assert ids.new("talks", "jo") == "jo"
    assert [ids.new("people", "jo", "jo-ek") for _ in range(3)] == ["jo-ek", "jo-ek-2", "jo-ek-3"]
    assert ids.new("people", "jo-4") == "jo-4"
    assert ids.new("people", "jo") == "jo-5"


def test_an_id_that_cannot_be_is_not_given_out() -> None:
    ids = Ids()
    assert [ids.new("places", "", "") for _ in range(2)] == ["places", "places-2"]
    assert ids.new("places", "", "quay") == "quay"


# --- People --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "key", "expected"),
    [
        ("fair-2031", "5", "fair#5"),
        ("fair", "5", "fair#5"),
        ("2031", "5", "2031#5"),
        ("36c3", "5", "c3#5"),
        ("37c3", "5", "c3#5"),
        ("fair31", "5", "fair#5"),
        ("fair2031", "5", "fair#5"),
        ("fair203", "5", "fair203#5"),
        ("fair-2031", "guid:9f", "guid:9f"),
        ("fair-2031", "https://jo.example/me", "https://jo.example/me"),
        ("fair-2031", "HTTPS://jo.example/me", "HTTPS://jo.example/me"),
        ("fair-2031", "urn:uuid:9f", "urn:uuid:9f"),
    ],
)
def test_a_key_is_worth_as_much_as_its_source(source: str, key: str, expected: str) -> None:
    assert identifier(source, key) == expected


@pytest.mark.parametrize(
    "key", ["mailto:Jo@fair.example", "MAILTO:jo@fair.example", "jo@fair.example"]
)
def test_an_address_of_mail_identifies_and_is_not_told(key: str) -> None:
    found = identifier("fair", key)
    assert found == identifier("other", "mailto:jo@fair.example")
    assert found != identifier("fair", "mailto:al@fair.example")
    assert "fair" not in found
    assert "jo" not in found.removeprefix("mail#")


# --- Guesses -------------------------------------------------------------------------------------


def test_reasons_are_kept_for_what_a_record_has() -> None:
    assert reasons((("kind", "so  it\nis"), ("name", "\0"), ("odd", "no")), Event) == {
        "kind": "so it is",
        "name": GUESSED,
    }


def test_what_is_said_first_stays_and_the_rest_is_added() -> None:
    named = Named("nhc")
    named.merge([TWO], [], name="Harbour", country=None)
    named.merge([ONE, TWO], [], name="HARBOUR", country="Norway")
    assert named.record(Organisation) == Organisation(
        id="nhc", name="Harbour", country="Norway", cite=(TWO, ONE)
    )


def test_a_guess_is_believed_until_it_is_stated() -> None:
    named = Named("nhc")
    named.merge([ONE], [("kind", "by  its name"), ("country", "\0")], name="Harbour",
                kind="port", country="Norway")  # fmt: skip
    assert named.record(Organisation, True).uncertain
    assert named.record(Organisation).inferred == {"kind": "by its name", "country": GUESSED}
    named.merge([ONE], [("kind", "again")], name="Harbour", kind="port", country="Norway")
    assert named.record(Organisation).inferred == {"kind": "by its name"}
    assert named.record(Organisation, True).uncertain
    named.merge([ONE], [], name="Harbour", kind="quay")
    assert named.record(Organisation).inferred == {"kind": "by its name"}
    assert not named.record(Organisation, True).uncertain
