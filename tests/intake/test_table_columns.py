"""Which column of a table holds what."""

from __future__ import annotations

import pytest

from clustertui.intake.table_columns import (
    COLUMNS,
    columns_of,
    delimiter_of,
    folded,
    names_several,
    recognised,
    split,
)


@pytest.mark.parametrize(
    ("header", "column"),
    [
        ("Title", "title"), ("TITEL ", "title"), ("Título", "title"), ("Intitulé", "title"),
        ("Speaker(s)", "speaker"), ("Referent(en)", "speaker"), ("Referent:in", "speaker"),
        ("Conférencier", "speaker"), ("Affiliation", "organisation"),
        ("Entreprise", "organisation"),
        ("Funktion", "role"), ("País", "country"), ("Veranstaltung", "event"), ("Fecha", "date"),
        ("Start_date", "start"), ("Bis", "end"), ("Uhrzeit", "time"), ("Salle", "room"),
        ("Track", "session"), ("Lien", "url"), ("Résumé", "abstract"), ("Sprache", "language"),
        ("Type", "kind"), ("Ville", "place"), ("E-Mail", "email"), ("Nr.", "id"),
        ("First name", "given"), ("Apellidos", "family"), ("organisation", "organisation"),
        ("Host", "organiser"),
    ],
)  # fmt: skip
def test_a_column_is_known_by_its_name_in_four_languages(header: str, column: str) -> None:
    assert columns_of(["Title" if column != "title" else "x", header], {})[column] == 1
    assert column in COLUMNS


def test_the_first_of_two_columns_of_one_name_counts() -> None:
    assert columns_of(["Title", "Talk", "Speaker"], {}) == {"title": 0, "speaker": 2}


@pytest.mark.parametrize(
    ("header", "places"),
    [
        (["Name", "Title"], {"speaker": 0, "title": 1}),
        (["Name", "Date"], {"event": 0, "date": 1}),
        (["Name", "Speaker", "Title"], {"speaker": 1, "title": 2}),
        (["Name", "First name", "Title"], {"given": 1, "title": 2}),
    ],
)
def test_whose_name_it_is_depends_on_the_other_columns(
    header: list[str], places: dict[str, int]
) -> None:
    assert columns_of(header, {}) == places


def test_what_the_user_says_comes_first() -> None:
    header = ["What", "Title", "Who"]
    assert columns_of(header, {"title": "what", "speaker": "WHO"}) == {"title": 0, "speaker": 2}
    assert columns_of(["Title", "x"], {"event": "Title"}) == {"event": 0}
    with pytest.raises(LookupError, match="Whom"):
        columns_of(header, {"speaker": "Whom"})
    with pytest.raises(LookupError, match="speakr"):
        columns_of(header, {"speakr": "Who"})


def test_names_are_compared_without_case_marks_and_endings() -> None:
    assert folded(" Título(s) ") == "titulo"
    assert recognised(["Title", "Vortrag", "Foam", "Date"]) == 2
    assert names_several("Speakers")
    assert names_several("Author(s)")
    assert not names_several("Speaker")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_that_by_which_most_columns_are_known(delimiter: str) -> None:
    line = delimiter.join(["Title", '"Speaker"', "a,b" if delimiter != "," else "x"])
    assert delimiter_of(line, {}) == delimiter
    assert delimiter_of(delimiter.join(["Foo", "Bar"]), {"title": "foo"}) == delimiter


def test_a_line_that_no_table_begins_with_has_no_cells() -> None:
    assert split("x" * 200_000, ",") == []
    assert split("", ",") == []
