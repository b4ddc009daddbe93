"""Tables of talks or events with a header row."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from clustertui.intake import table
from clustertui.intake.document import Document, IntakeError
from clustertui.intake.stated import (
    Doubt,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedPlace,
    StatedSource,
    StatedTalk,
    Where,
)
from tests.intake.feeds import document, doubts, events, only, short, statements, talks, untold

FILE = (("name", "the name of the file"),)


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("Title,Speaker\nA,B\n", True),
        ("\ufeff\n\nTitel;Referent\nA;B\n", True),
        ("sep=;\nTitle;Speaker\n", True),
        ("Event\tDate\n", True),
        ("Title|Speaker\nA|B", True),
        ("| Title | Speaker |\n|---|---|\n", False),
        ("Title,Foo\nA,B\n", False),
        ("Title, Date\n\nOnce upon a time\nthere was a tide\n", False),
        ("Title,Date\n" + "x" * 200_000, False),
        ('{"title": 1, "speaker": 2}', False),
        ("<p>Title, Speaker</p>", False),
        ("[1]", False),
        ("sep=,", False),
        ("BEGIN:VCALENDAR\n", False),
    ],
    ids=short,
)
def test_a_table_is_recognised_by_its_header(text: str, does: bool) -> None:
    assert table.recognises(document(text)) is does


def test_what_the_user_calls_a_table_is_one() -> None:
    columns = {"title": "Foo"}
    assert table.recognises(document("Foo,Bar\nA,B\n", columns=columns))
    assert not table.recognises(document("<p>", columns=columns))


def test_a_folder_is_no_table() -> None:
    assert not table.recognises(Document("x", io.BytesIO, folder=Path(), columns={"title": "a"}))


def test_a_row_is_a_talk() -> None:
    text = (
        "Title,Speaker,Organisation,Role,Country,Event,Date,Start,End,Room,Track,URL,Abstract,"
        "Language,Type,City,Email,ID\n"
        "Tides &amp;  foam,Ana Quill,Tide Agency,Director,Portugal,Harbour Days,2024-02-03,10:00,"
        "10:30,Hall 3,Sea,https://x.example,<p>On</p> tides,en,Keynote,Lisbon,ana@x.example,7\n"
    )
    person = StatedPerson(
        "Ana Quill", "mailto:ana@x.example",
        (StatedAffiliation("Tide Agency", None, "Director", "Portugal"),),
    )  # fmt: skip
    assert statements(table, text) == [
        StatedSource("Harbour Days"),
        StatedEvent(
            "Harbour Days", "Harbour Days", "event", date(2024, 2, 3), date(2024, 2, 3),
            places=(StatedPlace("Lisbon"),), where=(Where(2, 2),),
        ),
        StatedTalk(
            "Harbour Days", "Tides & foam", "7", "keynote", "Sea", "Hall 3",
            datetime(2024, 2, 3, 10), datetime(2024, 2, 3, 10, 30), "en", "On\ntides",
            "https://x.example", (person,), (Where(2, 2),),
        ),
    ]  # fmt: skip


def test_several_events_of_a_table_are_several() -> None:
    text = (
        "Event,Title,Speaker,Date\nA Days,One,Ana Quill,2024-02-03\nB Workshop,Two,Ana Quill,\n"
        "A &#68;ays,Three,Ana Quill,2024-02-05\n,Four,Ana Quill,2024\n,Five,Ana Quill,2024-02-03\n"
    )
    found = statements(table, document(text, "tide.csv"))
    assert found[0] == StatedSource("tide")
    assert [
        (each.name, each.kind, each.start, each.end, each.precision, each.guessed)
        for each in only(StatedEvent, found)
    ] == [
        ("A Days", "event", date(2024, 2, 3), date(2024, 2, 5), "day", ()),
        ("B Workshop", "workshop", None, None, "none", ()),
        ("tide", "event", date(2024, 1, 1), date(2024, 12, 31), "year", FILE),
    ]
    assert [(each.event, each.title) for each in only(StatedTalk, found)] == [
        ("A Days", "One"), ("A Days", "Three"), ("B Workshop", "Two"), ("tide", "Four"),
        ("tide", "Five"),
    ]  # fmt: skip
    mine = document("Title,Speaker\nOne,Bo Ek\n", event="Mine")
    assert [(each.name, each.guessed) for each in events(table, mine)] == [("Mine", ())]


def test_a_place_is_the_room_where_it_changes_from_talk_to_talk() -> None:
    head = "Title,Speaker,Location\n"
    moving = head + "One,Ana Quill,Hall 1\nTwo,Bo Ek,Hall 2\nThree,Bo Ek,\n"
    assert [each.room for each in talks(table, moving)] == ["Hall 1", "Hall 2", None]
    assert events(table, moving)[0].places == ()
    staying = head + "One,Ana Quill,Lisbon\nTwo,,Lisbon\n"
    assert [each.room for each in talks(table, staying)] == [None, None]
    assert events(table, staying)[0].places == (StatedPlace("Lisbon"),)
    both = "Title,Speaker,Location,Room\nOne,Ana Quill,Lisbon,\nTwo,Bo Ek,Porto,2\n"
    assert [each.room for each in talks(table, both)] == [None, "2"]
    assert len(events(table, both)[0].places) == 2


def test_in_a_table_without_titles_a_row_is_an_event() -> None:
    text = (
        "Event;Date;City;Country;Organiser;Speaker;Organisation;Type;Description;Link\n"
        "Cluster day;2024-02-03;Lisbon;Portugal;Tide Agency;;;;All;https://x.example\n"
        "Harbour;3/2/2024;;Portugal;;;Foam Ltd;Fair;;\n"
        "Talk;;Porto;Portugal;;Ana Quill;Foam Ltd;;;\n"
        ";2024;;;;;;;;\n"
    )
    found = statements(table, text)
    assert found[1] == StatedEvent(
        "line 2", "Cluster day", "cluster day", date(2024, 2, 3), date(2024, 2, 3),
        description="All", places=(StatedPlace("Lisbon", "Portugal"),),
        organisations=(("Tide Agency", "organiser"),), url="https://x.example",
        where=(Where(2, 2),),
    )  # fmt: skip
    _, second, third = only(StatedEvent, found)
    assert (second.kind, second.places) == ("fair", (StatedPlace("Portugal"),))
    assert second.organisations == (("Foam Ltd", "organiser"),)
    assert second.guessed == (("start", "read as day before month"),)
    assert (third.places, third.organisations) == ((StatedPlace("Porto"),), ())
    assert third.people == (
        StatedPerson(
            "Ana Quill", None, (StatedAffiliation("Foam Ltd", None, None, "Portugal"),)
        ),
    )  # fmt: skip
    assert found[-1] == Doubt(Where(5, 5), "the row has no name of an event", "event")


def test_an_organiser_of_a_talk_organises_its_event() -> None:
    text = "Title,Speaker,Organiser\nOne,Ana Quill,Tide  Agency\nTwo,Bo Ek,\n"
    assert events(table, text)[0].organisations == (("Tide Agency", "organiser"),)


def test_first_and_last_names_are_put_together() -> None:
    text = "First name,Surname,Title\nAna,Quill,One\n"
    assert talks(table, text)[0].people == (StatedPerson("Ana Quill"),)


def test_one_address_of_several_people_is_no_key() -> None:
    text = "Title,Speaker,Email\nOne,Ana Quill,x@y.example\nTwo,Bo Ek,x@y.example\n"
    keys = [each.people[0].key for each in talks(table, text)]
    assert keys == ["mailto:x@y.example", None]


def test_lines_are_those_of_the_document() -> None:
    text = (
        '\n\nsep=;\n\nTitle;Speaker;Abstract\n"Two\nlines";Ana Quill;"a\n\nb"\n\n;;\nThree;Bo Ek\n'
    )
    found = talks(table, text)
    assert [(each.title, each.where) for each in found] == [
        ("Two lines", (Where(6, 9),)), ("Three", (Where(12, 12),)),
    ]  # fmt: skip
    assert found[0].abstract == "a\nb"
    assert talks(table, text.replace("\n", "\r\n").encode("utf-16")) == found
    assert talks(table, text.replace("\n", "\r").encode("windows-1252")) == found


@pytest.mark.parametrize(
    ("row", "message", "lost"),
    [
        ("Tides,Ana Quill,7,x", "the row has 4 cells and the header 3; what is beyond is left out",
         ""),
        (",Ana Quill,7", "the row has no title", "talk"),
        ("Tides,,7", "no speaker is named", ""),
        ("Tides,TBA,7", "no speaker is named", ""),
        ("Tides,Ana Quill,1", "its identifier is used before: `1`", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_row_is_told(row: str, message: str, lost: str) -> None:
    text = f"Title,Speaker,ID\nOne,Bo Ek,1\n{row}\n"
    assert doubts(table, text) == [("line 3", message, lost)]
    assert len(talks(table, text)) == 1 + (lost != "talk")
    if "used before" in message:
        assert [each.key for each in talks(table, text)] == ["1", None]


def test_what_is_wrong_with_cells_is_told() -> None:
    text = "Title,Speaker,Organisation,Date\nA,Bo Ek; Ana Quill; Eun Rao,Tide; Foam,20008-02-24\n"
    assert [each[1] for each in doubts(table, text)] == [
        "`20008-02-24` is no date that can be read; write it as 2024-02-03",
        "3 people, but 2 organisations; the organisations are left out",
    ]


def test_cells_beyond_the_header_that_are_empty_are_no_fault() -> None:
    assert doubts(table, "Title,Speaker\nA,Bo Ek,,\nCoffee break\n") == []


def test_columns_that_are_not_known_are_told() -> None:
    found = doubts(table, "Title,Foo,Speaker,,Bar\nA,1,Bo Ek,,2\n")
    assert found == [("line 1", "what these columns hold is left out: `Foo`, `Bar`", "")]


def test_the_user_says_which_column_is_which() -> None:
    given = document("Foo,Bar\nTides,Ana Quill\n", columns={"title": "foo", "speaker": "BAR"})
    (found,) = talks(table, given)
    assert (found.title, found.people) == ("Tides", (StatedPerson("Ana Quill"),))


@pytest.mark.parametrize(
    ("text", "columns", "message"),
    [
        ("Foo,Bar\n1,2\n", {}, r"the columns are `Foo`, `Bar`\. Say which one does, such as "
         r"--columns title=…,speaker=…"),
        ("Title,Bar\n1,2\n", {"speaker": "Who"},
         r"there is no column `Who`; the columns are `Title`, `Bar`"),
        ("\n \n", {}, r"the columns are none"),
        ("Title,Speaker\n", {}, "is a table without any row below its header"),
        ("Title,Speaker\n,\n", {}, "is a table without any row below its header"),
        ('Title,Speaker\nA,B\n\n"C,D\nE,F\n', {}, "line 4: a quotation mark opens a cell"),
        ('"Title,Speaker\nA,B', {}, "line 1: a quotation mark opens a cell"),
        ('Title,Speaker\nA,B\n"C' + "\n" * 140_000, {}, "line 3: a cell is too long"),
    ],
    ids=short,
)  # fmt: skip
def test_what_cannot_be_read_is_refused(text: str, columns: dict[str, str], message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        statements(table, document(text, columns=columns))


CELLS = st.text("aAé ,;\"\n|'=\t0123:-", max_size=12)


@examples(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8),
          st.sampled_from(",;\t|"), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))  # fmt: skip
def test_every_row_comes_out_or_is_told_as_lost(
    rows: list[list[str]], delimiter: str, encoding: str
) -> None:
    written = io.StringIO()
    csv.writer(written, delimiter=delimiter).writerows([["Title", "Speaker", "Date"], *rows])
    given = document(written.getvalue().encode(encoding))
    count = sum(any(map(str.strip, row)) for row in rows)
    if not count:
        return
    found = list(table.read(given, untold))
    lost = [each for each in only(Doubt, found) if each.lost == "talk"]
    assert len(only(StatedTalk, found)) + len(lost) == count
    titles = [" ".join(row[0].split()) for row in rows if row[0].strip()]
    assert [each.title for each in only(StatedTalk, found)] == titles
