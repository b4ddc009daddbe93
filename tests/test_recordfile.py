"""One record file: read strictly, each fault in the file's own terms, and written in one form."""

from __future__ import annotations

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.entities import (
    Affiliation,
    Citation,
    Event,
    EventLink,
    Involvement,
    Organisation,
    OtherName,
    Person,
    Place,
    Point,
    Record,
    Source,
    Talk,
)
from clustertui.recordfile import Entry, Problem, read_entries, write_tables
from clustertui.text import unsafe_character

PLACE = '[[places]]\nid = "novik"\nname = "Nøvik"\n'
PERSON = '[[people]]\nid = "jo"\nname = "Jo"\ncite = ["page:1"]\n'
SOURCE = '[[sources]]\nid = "page"\ntitle = "Page"\nlines = 9\n'
EVENT = (
    '[[events]]\nid = "fair"\nname = "Fair"\nkind = "fair"\nprecision = "none"\ncite = ["page:1"]\n'
)
TALK = (
    '[[talks]]\nid = "tides"\nevent = "fair"\nposition = 1\nkind = "keynote"\ntitle = "Tides"\n'
    'cite = ["page:1"]\n'
)
ORGANISATION = '[[organisations]]\nid = "nhc"\nname = "NHC"\ncite = ["page:1"]\n'


def read(text: str) -> list[tuple[str, Record]]:
    """The records of a file that has no fault."""
    problems: list[Problem] = []
    found = []
    for entry in read_entries(text, "a.toml", problems):
        assert entry.record is not None
        assert entry.faults == []
        found.append((entry.table, entry.record))
    assert problems == []
    return found


def entries(text: str) -> list[Entry]:
    """What every table of a file says, well-formed or not."""
    return list(read_entries(text, "a.toml", []))


def faults(text: str) -> list[str]:
    """What is said of a file, each fault on its line."""
    problems: list[Problem] = []
    list(read_entries(text, "a.toml", problems))
    return [str(problem) for problem in problems]


# --- Reading -------------------------------------------------------------------------------------


def test_a_file_without_records_is_no_fault() -> None:
    assert read("") == []
    assert read("# nothing yet\n") == []


def test_every_field_is_read_as_its_type() -> None:
    text = (
        '[[events]]\nid = "fair"\nname = "Fair [b]"\nkind = "fair"\nprecision = "day"\n'
        "start = 2031-05-30\nend = 2031-06-02\nposition = 2\n"
        'places = ["novik", "old-town"]\n'
        'organisations = [{ organisation = "nhc", role = "host" }]\n'
        'people = [{ person = "jo" }]\n'
        'links = [{ to = "other", relation = "prepares" }]\n'
        'cite = ["page:38", "page:5-10"]\ninferred = { start = "because" }\n'
    )
    assert read(text) == [
        (
            "events",
            Event(
                id="fair",
                name="Fair [b]",
                kind="fair",
                precision="day",
                start=date(2031, 5, 30),
                end=date(2031, 6, 2),
                position=2,
                places=("novik", "old-town"),
                organisations=(Involvement(organisation="nhc", role="host"),),
                people=(Affiliation(person="jo"),),
                links=(EventLink(to="other", relation="prepares"),),
                cite=(
                    Citation(source="page", first_line=38, last_line=38),
                    Citation(source="page", first_line=5, last_line=10),
                ),
                inferred={"start": "because"},
            ),
        )
    ]


def test_a_whole_number_will_do_where_a_fraction_may_stand() -> None:
    assert read(PLACE + "lat = 5\nlon = -1.5\n") == [
        ("places", Place(id="novik", name="Nøvik", lat=5.0, lon=-1.5))
    ]


@pytest.mark.parametrize("number", [1, 2**31 - 1])
def test_a_whole_number_may_be_as_large_as_any_database_holds(number: int) -> None:
    assert read(ORGANISATION + f"founded = {number}\n") == [
        (
            "organisations",
            Organisation(
                id="nhc",
                name="NHC",
                founded=number,
                cite=(Citation(source="page", first_line=1, last_line=1),),
            ),
        )
    ]


def test_windows_line_ends_are_read() -> None:
    assert read(PLACE.replace("\n", "\r\n")) == read(PLACE)


def test_tables_may_stand_in_any_order_and_often() -> None:
    found = read(PLACE + SOURCE + PLACE.replace("novik", "other"))
    assert [(table, record.id) for table, record in found] == [
        ("places", "novik"),
        ("places", "other"),
        ("sources", "page"),
    ]


# --- Faults --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            PERSON + 'fammily_name = "Jo"\n',
            "a.toml: people/jo: unknown key `fammily_name` (did you mean `family_name`?)",
            id="unknown key",
        ),
        pytest.param(
            PERSON + "shoe_size = 46\n",
            "a.toml: people/jo: unknown key `shoe_size`",
            id="unknown key like no other",
        ),
        pytest.param(
            TALK + 'speakers = [{ person = "jo", organization = "nhc" }]\n',
            "a.toml: talks/tides: unknown key `speakers[1].organization`"
            " (did you mean `organisation`?)",
            id="unknown key within",
        ),
        pytest.param(
            '[[peple]]\nid = "jo"\n',
            "a.toml: unknown table `peple` (did you mean `people`?)",
            id="unknown table",
        ),
        pytest.param(
            'xyzzy = "jo"\n', "a.toml: unknown table `xyzzy`", id="unknown table like no other"
        ),
        pytest.param(
            '[people]\nid = "jo"\n',
            "a.toml: `people` must be written [[people]], once a record",
            id="single brackets",
        ),
        pytest.param(
            "people = [1, 2]\n",
            "a.toml: `people` must be written [[people]], once a record",
            id="list of numbers",
        ),
        pytest.param(
            'people = "jo"\n',
            "a.toml: `people` must be written [[people]], once a record",
            id="text for a table",
        ),
        pytest.param(
            '[[places]]\nid = "novik"\n', "a.toml: places/novik: `name` is missing", id="missing"
        ),
        pytest.param(
            PLACE + '[[places]]\nname = "Lost"\n',
            "a.toml: places/[2]: `id` is missing",
            id="missing id",
        ),
        pytest.param(
            "[[places]]\nid = 7\nname = 'Seven'\n",
            "a.toml: places/[1]: `id` must be text, not a whole number",
            id="number for an id",
        ),
        pytest.param(
            PLACE.replace("novik", "Nøvik Town"),
            "a.toml: places/Nøvik Town: `id`: 'Nøvik Town' is no slug:"
            " small letters and digits, parted by single hyphens",
            id="no slug",
        ),
        pytest.param(
            PLACE.replace("novik", "a--b"),
            "a.toml: places/a--b: `id`: 'a--b' is no slug:"
            " small letters and digits, parted by single hyphens",
            id="two hyphens",
        ),
        pytest.param(
            PLACE.replace("Nøvik", ""), "a.toml: places/novik: `name` is empty", id="empty name"
        ),
        pytest.param(
            PLACE.replace("Nøvik", " \u3000"),
            "a.toml: places/novik: `name` is empty",
            id="blank name",
        ),
        pytest.param(
            PLACE.replace("Nøvik", " Nøvik"),
            "a.toml: places/novik: `name` begins or ends with a blank",
            id="blank before",
        ),
        pytest.param(
            PLACE.replace("Nøvik", "Nø\\u001b[31mvik"),
            "a.toml: places/novik: `name` holds the character U+001B, which cannot be shown",
            id="escape",
        ),
        pytest.param(
            PLACE.replace("Nøvik", "Nø\\nvik"),
            "a.toml: places/novik: `name` holds the character U+000A, which cannot be shown",
            id="line break",
        ),
        pytest.param(
            PLACE.replace("Nøvik", "Nø\\u202Evik"),
            "a.toml: places/novik: `name` holds the character U+202E, which cannot be shown",
            id="override",
        ),
        pytest.param(
            PERSON + 'inferred = { name = "so\\tthere" }\n',
            "a.toml: people/jo: `inferred.name` holds the character U+0009, which cannot be shown",
            id="tab in a reason",
        ),
        pytest.param(
            PLACE.replace('"Nøvik"', "9"),
            "a.toml: places/novik: `name` must be text, not a whole number",
            id="number for text",
        ),
        pytest.param(
            PLACE.replace('"Nøvik"', "true"),
            "a.toml: places/novik: `name` must be text, not true or false",
            id="truth for text",
        ),
        pytest.param(
            PLACE + 'lat = "61"\n',
            "a.toml: places/novik: `lat` must be a number, not text",
            id="text for a number",
        ),
        pytest.param(
            PLACE + "lat = 12:30:00\n",
            "a.toml: places/novik: `lat` must be a number, not time",
            id="time for a number",
        ),
        pytest.param(
            SOURCE.replace("9", "9.0"),
            "a.toml: sources/page: `lines` must be a whole number, not a number",
            id="fraction for a whole number",
        ),
        pytest.param(
            SOURCE.replace("9", "true"),
            "a.toml: sources/page: `lines` must be a whole number, not true or false",
            id="truth for a whole number",
        ),
        pytest.param(
            EVENT + 'places = "novik"\n',
            "a.toml: events/fair: `places` must be a list, not text",
            id="text for a list",
        ),
        pytest.param(
            EVENT + 'places = ["novik", 2]\n',
            "a.toml: events/fair: `places[2]` must be text, not a whole number",
            id="number in a list",
        ),
        pytest.param(
            EVENT + 'people = ["jo"]\n',
            "a.toml: events/fair: `people[1]` must be a table, not text",
            id="text for a table within",
        ),
        pytest.param(
            EVENT + 'organisations = [{ organisation = "nhc" }]\n',
            "a.toml: events/fair: `organisations[1].role` is missing",
            id="missing within",
        ),
        pytest.param(
            EVENT + 'inferred = "guessed"\n',
            "a.toml: events/fair: `inferred` must be a table, not text",
            id="text for reasons",
        ),
        pytest.param(
            EVENT + "inferred = { start = 5 }\n",
            "a.toml: events/fair: `inferred.start` must be text, not a whole number",
            id="number for a reason",
        ),
        pytest.param(
            EVENT + 'inferred = { strat = "guessed" }\n',
            "a.toml: events/fair: `inferred` names an unknown field `strat`"
            " (did you mean `start`?)",
            id="reason for no field",
        ),
        pytest.param(
            EVENT.replace('kind = "fair"', 'kind = "workshp"'),
            "a.toml: events/fair: `kind`: 'workshp' is not known (did you mean `workshop`?)",
            id="unknown word",
        ),
        pytest.param(
            TALK.replace("keynote", "opera"),
            "a.toml: talks/tides: `kind`: 'opera' is not known; it may be presentation, keynote,"
            " panel, workshop, lightning talk, tutorial, break",
            id="unknown word like no other",
        ),
        pytest.param(
            ORGANISATION + 'names = [{ name = "Old", kind = "formr" }]\n',
            "a.toml: organisations/nhc: `names[1].kind`: 'formr' is not known"
            " (did you mean `former`?)",
            id="unknown word within",
        ),
        pytest.param(
            EVENT + 'start = "2010-11-23"\n',
            "a.toml: events/fair: `start` is '2010-11-23', no date;"
            " write it as 2010-11-23, without quotes",
            id="date in quotes",
        ),
        pytest.param(
            EVENT + 'start = "2010-13-45"\n',
            "a.toml: events/fair: `start` is '2010-13-45', no date;"
            " write it as 2010-11-23, without quotes",
            id="no date in quotes",
        ),
        pytest.param(
            EVENT + "start = 2010-11-23T09:00:00\n",
            "a.toml: events/fair: `start` must be a date, not a date with a time",
            id="date with a time",
        ),
        pytest.param(
            EVENT + "start = 2010\n",
            "a.toml: events/fair: `start` must be a date, not a whole number",
            id="year for a date",
        ),
        pytest.param(
            PERSON.replace('"page:1"', '"page 1"'),
            "a.toml: people/jo: `cite[1]`: 'page 1' is no citation;"
            " write it as source:38, source:5-10 or source#item",
            id="no citation",
        ),
        pytest.param(
            PERSON.replace('"page:1"', "1"),
            "a.toml: people/jo: `cite[1]`: a whole number is no citation;"
            " write it as source:38, source:5-10 or source#item",
            id="number for a citation",
        ),
        pytest.param(
            PERSON.replace('"page:1"', '"page:1", "page:0"'),
            "a.toml: people/jo: `cite[2]`: 'page:0' does not name lines;"
            " they count from 1, the smaller first",
            id="line zero",
        ),
        pytest.param(
            PERSON.replace("page:1", "page:9-3"),
            "a.toml: people/jo: `cite[1]`: 'page:9-3' does not name lines;"
            " they count from 1, the smaller first",
            id="lines backwards",
        ),
        pytest.param(
            PERSON.replace("page:1", "page#a\\u202Eb"),
            "a.toml: people/jo: `cite[1]` holds the character U+202E, which cannot be shown",
            id="override in a citation",
        ),
        pytest.param(
            TALK + 'start = "09:30"\n',
            "a.toml: talks/tides: `start` is '09:30', no time;"
            " write it as 2010-11-23T09:30:00, without quotes",
            id="time in quotes",
        ),
        pytest.param(
            TALK + "start = 2010-11-23T09:30:00Z\n",
            "a.toml: talks/tides: `start` must be the local time at the event, without a zone",
            id="time with a zone",
        ),
        pytest.param(
            TALK + "start = 2010-11-23\n",
            "a.toml: talks/tides: `start` must be a date with a time, not a date",
            id="day for a time",
        ),
        pytest.param(
            PERSON + 'uncertain = "no"\n',
            "a.toml: people/jo: `uncertain` must be true or false, not text",
            id="text for a truth",
        ),
        pytest.param(
            PERSON.replace('["page:1"]', '"page:1"'),
            "a.toml: people/jo: `cite` must be a list, not text",
            id="citation without a list",
        ),
    ],
)
def test_a_fault_is_said_with_file_record_and_suggestion(text: str, said: str) -> None:
    assert faults(text) == [said]


@pytest.mark.parametrize("number", ["0", "-1", "2147483648", "9223372036854775808"])
def test_a_whole_number_out_of_bounds_is_a_fault(number: str) -> None:
    assert faults(ORGANISATION + f"founded = {number}\n") == [
        "a.toml: organisations/nhc: `founded` must be between 1 and 2147483647"
    ]


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "9" * 400, "-" + "9" * 400])
def test_a_number_that_is_not_finite_is_a_fault(number: str) -> None:
    assert faults(PLACE + f"lat = {number}\n") == [
        "a.toml: places/novik: `lat` must be a finite number"
    ]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param(EVENT + "start = 2010-02-30\n", "line 7", id="day that is none"),
        pytest.param(PLACE + "lat = \n", "line 4", id="no value"),
        pytest.param(PLACE + 'name = "Again"\n', "line 4", id="key twice"),
        pytest.param(PLACE + 'country = "Ø\n', "line 4", id="open quote"),
        pytest.param(PLACE + 'country = "\x1b"\n', "line 4", id="raw escape"),
        pytest.param("[[places]\n", "line 1", id="open bracket"),
    ],
)
def test_broken_toml_is_said_with_its_line(text: str, place: str) -> None:
    (said,) = faults(text)
    assert said.startswith("a.toml: is not valid TOML: ")
    assert place in said
    assert unsafe_character(said) is None


def test_brackets_without_end_are_no_crash() -> None:
    (said,) = faults("x = " + "[" * 100_000)
    assert said.startswith("a.toml: is not valid TOML: ")


def test_several_faults_of_one_record_are_all_said() -> None:
    text = EVENT.replace('name = "Fair"', 'name = ""') + 'start = "soon"\nplaces = 3\ncolour = 1\n'
    assert faults(text) == [
        "a.toml: events/fair: unknown key `colour`",
        "a.toml: events/fair: `name` is empty",
        "a.toml: events/fair: `start` is 'soon', no date; write it as 2010-11-23, without quotes",
        "a.toml: events/fair: `places` must be a list, not a whole number",
    ]


def test_all_missing_keys_of_one_record_are_said() -> None:
    assert faults('[[talks]]\nid = "tides"\ntitle = ""\n') == [
        "a.toml: talks/tides: `event` is missing",
        "a.toml: talks/tides: `position` is missing",
        "a.toml: talks/tides: `kind` is missing",
        "a.toml: talks/tides: `title` is empty",
        "a.toml: talks/tides: `cite` is missing",
    ]


def test_a_number_without_end_is_a_fault_and_no_crash() -> None:
    (said,) = faults(SOURCE.replace("9", "9" * 5000))
    assert said.startswith("a.toml: ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('[[places]]\nid = "a\\u001b[2J"\nname = "A"\n', id="id"),
        pytest.param('[[places]]\nid = "a"\nname = "A"\n"na\\nme" = 1\n', id="key"),
        pytest.param('"\\u001b[2J" = 1\n', id="table"),
        pytest.param(PERSON + 'inferred = { "\\u001b[2J" = "so" }\n', id="inferred field"),
    ],
)
def test_a_fault_holds_no_control_character_of_the_file(text: str) -> None:
    for said in faults(text):
        assert unsafe_character(said) is None


def test_a_faulty_record_does_not_hide_the_sound_ones() -> None:
    problems: list[Problem] = []
    text = PLACE + "[[places]]\nid = 'x'\n" + PERSON
    found = list(read_entries(text, "a.toml", problems))
    assert [each.record.id for each in found if each.record] == ["novik", "jo"]
    assert [(each.table, each.name) for each in found if not each.record] == [("places", "x")]
    assert len(problems) == 1


def test_an_entry_says_whom_it_names_and_where_it_stands() -> None:
    (entry,) = entries(
        '[[talks]]\nid = "tides"\nevent = "fair"\nposition = 0\nkind = "keynote"\n'
        'title = "Tides"\nspeakers = [{ person = "jo" }, { person = "al", organisation = "nhc" }]\n'
        'cite = ["page:1", "letter:2-3"]\n'
    )
    assert (entry.file, entry.table, entry.name) == ("a.toml", "talks", "tides")
    assert entry.record is None
    assert entry.faults == ["`position` must be between 1 and 2147483647"]
    assert entry.references == [
        ("event", "events", "fair"),
        ("speakers[1].person", "people", "jo"),
        ("speakers[2].person", "people", "al"),
        ("speakers[2].organisation", "organisations", "nhc"),
        ("cite", "sources", "page"),
        ("cite", "sources", "letter"),
    ]
    assert list(map(str, entry.citations)) == ["page:1", "letter:2-3"]
    assert str(entry.problem("is odd")) == "a.toml: talks/tides: is odd"


def test_an_entry_without_an_id_goes_by_its_number() -> None:
    nameless = '[[places]]\nname = "A"\n'
    assert [entry.name for entry in entries(PLACE + nameless + nameless)] == [
        "novik",
        "[2]",
        "[3]",
    ]


def test_problems_are_sorted_by_file_then_by_record() -> None:
    sorted_ = [Problem("a", "", "z"), Problem("a", "b/c", "a"), Problem("b", "", "a")]
    assert sorted(reversed(sorted_)) == sorted_


# --- Writing -------------------------------------------------------------------------------------


def test_the_canonical_form_is_this() -> None:
    records: list[tuple[str, Record]] = [
        (
            "organisations",
            Organisation(
                id="nhc",
                name='Nøvik "Harbour" \\ Cluster',
                founded=1931,
                names=(OtherName(name="[Old]", kind="former"),),
                cite=(Citation(source="page", first_line=1, last_line=1),),
                inferred={"name": "because", "founded": "so it is"},
            ),
        ),
        ("sources", Source(id="page", title="Page", lines=9, published=date(2031, 6, 1))),
        ("places", Place(id="novik", name="Nøvik", lat=61.5, lon=5.0)),
    ]
    assert write_tables(records) == (
        '[[sources]]\nid = "page"\ntitle = "Page"\nlines = 9\npublished = 2031-06-01\n'
        '\n[[places]]\nid = "novik"\nname = "Nøvik"\nlat = 61.5\nlon = 5\n'
        '\n[[organisations]]\nid = "nhc"\nname = "Nøvik \\"Harbour\\" \\\\ Cluster"\n'
        'founded = 1931\nnames = [\n    { name = "[Old]", kind = "former" },\n]\n'
        'cite = ["page:1"]\ninferred = { name = "because", founded = "so it is" }\n'
    )


def test_a_long_list_is_written_one_item_a_line() -> None:
    lines = tuple(Citation(source="a-rather-long-name", first_line=n, last_line=n + 1)
                  for n in range(10, 14))  # fmt: skip
    text = write_tables([("people", Person(id="jo", name="Jo", cite=lines))])
    assert 'cite = [\n    "a-rather-long-name:10-11",\n' in text
    assert text.endswith('    "a-rather-long-name:13-14",\n]\n')


@pytest.mark.parametrize(("length", "is_one_line"), [(72, True), (73, False)])
def test_a_list_stands_on_one_line_while_it_is_short(length: int, is_one_line: bool) -> None:
    places = ("a" * 30, "b" * (length - 30))
    event = Event(id="e", name="E", kind="fair", precision="none", places=places, cite=())
    line = f'places = ["{places[0]}", "{places[1]}"]\n'
    assert len(line) == len("places = ") + length + len('["", ""]\n')
    assert (line in write_tables([("events", event)])) == is_one_line


def test_records_of_a_table_keep_their_order() -> None:
    people = [("people", Person(id=name, name=name, cite=())) for name in ("b", "c", "a")]
    assert [record.id for _, record in read(_cited(write_tables(people)))] == ["b", "c", "a"]


def _cited(text: str) -> str:
    return text.replace("\n\n", "\ncite = []\n\n") + "cite = []\n"


SAFE_TEXT = (
    st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1)
    .map(str.strip)
    .filter(lambda text: text and unsafe_character(text) is None)
)
SLUGS = st.lists(
    st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=5), min_size=1, max_size=3
).map("-".join)
MAYBE_TEXT = st.none() | SAFE_TEXT
NUMBERS = st.integers(1, 2**31 - 1)
FLOATS = st.none() | st.floats(allow_nan=False, allow_infinity=False)
CITATIONS = st.lists(
    st.builds(Citation, source=SLUGS, item=SAFE_TEXT)
    | st.builds(
        lambda source, first, more: Citation(
            source=source, first_line=first, last_line=first + more
        ),
        SLUGS,
        st.integers(1, 9999),
        st.integers(0, 99),
    ),
    min_size=1,
    max_size=6,
).map(tuple)


def _records(cls: type[Record], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(cls, id=SLUGS, **fields)


RECORDS: st.SearchStrategy[tuple[str, Record]] = st.one_of(
    st.tuples(
        st.just("places"),
        _records(Place, name=SAFE_TEXT, country=MAYBE_TEXT, lat=FLOATS, lon=FLOATS),
    ),
    st.tuples(
        st.just("talks"),
        _records(
            Talk,
            event=SLUGS,
            position=NUMBERS,
            kind=st.sampled_from(["presentation", "keynote"]),
            title=MAYBE_TEXT,
            subject=MAYBE_TEXT,
            session=MAYBE_TEXT,
            room=MAYBE_TEXT,
            start=st.none() | st.datetimes(),
            end=st.none() | st.datetimes(),
            language=MAYBE_TEXT,
            abstract=MAYBE_TEXT,
            url=MAYBE_TEXT,
            uncertain=st.booleans(),
            speakers=st.lists(
                st.builds(
                    Affiliation,
                    person=SLUGS,
                    organisation=st.none() | SLUGS,
                    role=MAYBE_TEXT,
                ),
                max_size=3,
            ).map(tuple),
            cite=CITATIONS,
            inferred=st.dictionaries(st.sampled_from(["title", "session"]), SAFE_TEXT),
        ),
    ),
    st.tuples(
        st.just("people"),
        _records(
            Person,
            name=SAFE_TEXT,
            identifiers=st.lists(SAFE_TEXT, max_size=3).map(tuple),
            cite=CITATIONS,
            uncertain=st.booleans(),
        ),
    ),
    st.tuples(
        st.just("points"),
        _records(
            Point,
            kind=st.sampled_from(["figure", "aim"]),
            number=NUMBERS,
            topic=SAFE_TEXT,
            text=SAFE_TEXT,
            value=FLOATS,
            cite=CITATIONS,
        ),
    ),
    st.tuples(
        st.just("sources"),
        _records(
            Source,
            title=SAFE_TEXT,
            lines=NUMBERS,
            published=st.none() | st.dates(),
            note=MAYBE_TEXT,
            format=MAYBE_TEXT,
        ),
    ),
)


@given(st.lists(RECORDS, max_size=5))
def test_what_is_written_is_read_as_it_was(records: list[tuple[str, Record]]) -> None:
    text = write_tables(records)
    found = read(text)
    assert sorted(found, key=repr) == sorted(records, key=repr)
    assert write_tables(found) == text
