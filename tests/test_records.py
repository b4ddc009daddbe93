"""A folder of records: whole and sound, or every fault of every file at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from clustertui.entities import Citation, Records
from clustertui.model import ClusterError
from clustertui.records import (
    MOST_HINTS,
    FaultyRecordsError,
    canonical_difference,
    read_parts,
    read_records,
)

SOUND = {
    "page.toml": """\
[[sources]]
id = "page"
title = "Page"
lines = 9

[[events]]
id = "fair"
name = "Fair"
kind = "fair"
precision = "none"
cite = ["page:1"]

[[talks]]
id = "tides"
event = "fair"
position = 1
kind = "keynote"
title = "Tides"
speakers = [
    { person = "jo", organisation = "nhc" },
]
cite = ["page:2-3"]

[[points]]
id = "aim-1"
kind = "aim"
number = 1
topic = "Aims"
text = "Dredge"
event = "fair"
cite = ["page:9"]
""",
    "people.toml": """\
[[people]]
id = "jo"
name = "Jo"
cite = ["page:2"]
""",
    "organisations.toml": """\
[[organisations]]
id = "nhc"
name = "NHC"
cite = ["page:2"]
""",
}
"""A folder without a fault, for tests to put one into."""


def folder(path: Path, **changes: str) -> Path:
    """The sound folder at `path`, with some text added at the end of some of its files."""
    path.mkdir(exist_ok=True)
    for name, text in SOUND.items():
        (path / name).write_text(text + changes.pop(name.removesuffix(".toml"), ""), "utf-8")
    assert not changes
    return path


def faults(*folders: Path) -> list[str]:
    """What is said of faulty folders, a line for each fault."""
    with pytest.raises(FaultyRecordsError) as caught:
        read_records(*folders)
    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    return str(caught.value).splitlines()


# --- Reading -------------------------------------------------------------------------------------


def test_all_files_of_a_folder_are_read_together(tmp_path: Path) -> None:
    found = read_records(folder(tmp_path))
    assert len(found) == 6
    assert found.talks[0].cite == (Citation(source="page", first_line=2, last_line=3),)
    assert found.talks[0].speakers[0].person == found.people[0].id == "jo"


def test_records_may_stand_in_several_folders(tmp_path: Path) -> None:
    first, second = folder(tmp_path / "first"), tmp_path / "second"
    second.mkdir()
    (first / "people.toml").rename(second / "more.toml")
    assert read_records(first, second) == read_records(folder(tmp_path / "whole"))


def test_a_document_may_be_a_single_line_and_cited_to_its_last(tmp_path: Path) -> None:
    more = '\n[[sources]]\nid = "note"\ntitle = "Note"\nlines = 1\n'
    more += '\n[[places]]\nid = "a"\nname = "A"\n'
    cited = '\n[[people]]\nid = "al"\nname = "Al"\ncite = ["note:1", "page:9"]\n'
    assert len(read_records(folder(tmp_path, page=more, people=cited))) == 9


def test_records_are_in_the_order_of_their_ids(records: Records) -> None:
    ids = [person.id for person in records.people]
    assert ids == sorted(ids)


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "notes.txt").write_bytes(b"\xff not a record")
    (path / "page.toml~").write_text("not = [")
    (path / "deeper").mkdir()
    (path / "deeper" / "more.toml").write_text("not = [")
    assert len(read_records(path)) == 6


def test_the_universe_of_the_tests_is_sound_and_troublesome(records: Records) -> None:
    names = [person.name for person in records.people]
    assert len(set(names)) < len(names), "two people of one name"
    assert any(not talk.speakers for talk in records.talks)
    assert any(not talk.title for talk in records.talks)
    assert any(len(talk.title or "") > 500 for talk in records.talks)
    assert {event.precision for event in records.events} == {
        "day", "month", "season", "year", "none"
    }  # fmt: skip
    assert any(event.parent for event in records.events)


def test_of_very_many_missing_records_the_first_get_a_suggestion(tmp_path: Path) -> None:
    people = "".join(
        f'\n[[people]]\nid = "person-{n}"\nname = "P"\ncite = ["page:1"]\n' for n in range(3000)
    )
    named = "".join(f'    {{ person = "persom-{n}" }},\n' for n in range(2000))
    text = TALK.replace("[[talks]]", f"[[talks]]\nspeakers = [\n{named}]") + 'title = "Locks"\n'
    said = faults(folder(tmp_path, people=people, page=text))
    assert len(said) == 2000
    assert sum("did you mean `person-" in line for line in said) == MOST_HINTS


def test_a_talk_does_not_end_before_it_begins(tmp_path: Path) -> None:
    text = TALK + 'title = "Locks"\nstart = 2031-05-30T10:00:00\nend = 2031-05-30T09:00:00\n'
    assert faults(folder(tmp_path, page=text)) == [
        "page.toml: talks/locks: `end`: 2031-05-30 09:00:00 is before `start`, 2031-05-30 10:00:00"
    ]


# --- Imported files ------------------------------------------------------------------------------

IMPORTED = """\
[[sources]]
id = "{id}"
title = "Days"
lines = 3
format = "invented"

[[events]]
id = "fair"
name = "Another fair"
kind = "fair"
precision = "none"
cite = ["{id}#event 1"]

[[talks]]
id = "tides"
event = "fair"
position = 1
kind = "keynote"
title = "Ebb"
speakers = [
    {{ person = "{person}", organisation = "nhc" }},
]
cite = ["{id}:3", "page:9"]
"""


def test_each_imported_file_has_ids_of_its_own(tmp_path: Path) -> None:
    path = folder(tmp_path)
    for id_ in ("days-1", "days-2"):
        (path / f"{id_}.toml").write_text(IMPORTED.format(id=id_, person="jo"), "utf-8")
    by_hand, first, second = read_parts(path)
    assert by_hand == read_records(folder(tmp_path / "alone"))
    assert [source.id for part in (first, second) for source in part.sources] == [
        "days-1", "days-2",
    ]  # fmt: skip
    assert first.events[0].cite == (Citation(source="days-1", item="event 1"),)
    assert read_records(path) == by_hand


def test_an_imported_file_may_be_read_alone(tmp_path: Path) -> None:
    file = tmp_path / "days.toml"
    file.write_text(IMPORTED.format(id="days", person="jo").replace("talks", "places"), "utf-8")
    with pytest.raises(FaultyRecordsError):
        read_parts(file)
    file.write_text(IMPORTED.partition("[[talks]]")[0].format(id="days"), "utf-8")
    by_hand, imported = read_parts(file)
    assert (len(by_hand), len(imported)) == (0, 2)


def test_records_by_hand_do_not_see_those_of_an_imported_file(tmp_path: Path) -> None:
    text = '\n[[people]]\nid = "al"\nname = "Al"\ncite = ["days:1"]\n'
    path = folder(tmp_path, people=text)
    (path / "days.toml").write_text(IMPORTED.format(id="days", person="al"), "utf-8")
    assert faults(path) == ["people.toml: people/al: `cite`: no record sources/days"]


def test_faults_of_an_imported_file_are_those_of_any_other(tmp_path: Path) -> None:
    path = folder(tmp_path)
    text = IMPORTED.format(id="days", person="jjo").replace("days:3", "days:4")
    (path / "days.toml").write_text(text, "utf-8")
    assert faults(path) == [
        "days.toml: talks/tides: `cite`: days:4 is outside the document, which has 3 lines",
        "days.toml: talks/tides: `speakers[1].person`: no record people/jjo (did you mean `jo`?)",
    ]


# --- Files that cannot be read -------------------------------------------------------------------


def test_a_missing_folder_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "nowhere"
    assert faults(path) == [f"{path}: cannot be read: No such file or directory"]


def test_a_file_for_a_folder_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_text("")
    assert faults(path) == [f"{path}: cannot be read: Not a directory"]


def test_a_folder_without_records_is_a_fault(tmp_path: Path) -> None:
    assert faults(tmp_path) == [f"{tmp_path}: holds no record files (*.toml)"]


def test_a_folder_for_a_file_is_a_fault(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "more.toml").mkdir()
    assert faults(path) == ["more.toml: cannot be read: it is no regular file"]


def test_a_link_to_nowhere_is_a_fault(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "more.toml").symlink_to(path / "gone")
    assert faults(path) == ["more.toml: cannot be read: there is no such file"]


def test_a_file_that_cannot_be_opened_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = folder(tmp_path)
    (path / "more.toml").write_text("")
    read_bytes = Path.read_bytes

    def refuse(file: Path) -> bytes:
        if file.name == "more.toml":
            raise PermissionError(13, "Permission denied")
        return read_bytes(file)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert faults(path) == ["more.toml: cannot be read: Permission denied"]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_file_without_permission_is_a_fault(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "more.toml").write_text("")
    (path / "more.toml").chmod(0)
    assert faults(path) == ["more.toml: cannot be read: Permission denied"]


def test_a_file_that_is_not_utf8_is_a_fault_with_its_line(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "more.toml").write_bytes("# one\n# two\n# Nøvik\n".encode("latin-1"))
    assert faults(path) == ["more.toml: is not UTF-8 (line 3); save it as UTF-8"]


def test_broken_toml_is_a_fault_of_its_file(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "more.toml").write_text("[[people\n")
    (said,) = faults(path)
    assert said.startswith("more.toml: is not valid TOML: ")


# --- Faults between records ----------------------------------------------------------------------

EVENT = '[[events]]\nid = "visit"\nname = "Visit"\nkind = "visit"\ncite = ["page:1"]\n'
TALK = (
    '[[talks]]\nid = "locks"\nevent = "fair"\nposition = 2\nkind = "keynote"\ncite = ["page:1"]\n'
)
POINT = (
    '[[points]]\nid = "aim-2"\nkind = "aim"\nnumber = 2\ntopic = "Aims"\ntext = "Lock"\n'
    'cite = ["page:1"]\n'
)
SOURCE = '[[sources]]\nid = "letter"\ntitle = "Letter"\nlines = 3\n'
PERSON = '[[people]]\nid = "al"\nname = "Al"\ncite = ["page:1"]\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            TALK.replace("fair", "fiar") + 'title = "Locks"\n',
            "page.toml: talks/locks: `event`: no record events/fiar (did you mean `fair`?)",
            id="unknown reference",
        ),
        pytest.param(
            TALK.replace("fair", "zzz") + 'title = "Locks"\n',
            "page.toml: talks/locks: `event`: no record events/zzz",
            id="unknown reference like no other",
        ),
        pytest.param(
            TALK + 'title = "Locks"\nspeakers = [{ person = "joe", organisation = "nhc" }]\n',
            "page.toml: talks/locks: `speakers[1].person`: no record people/joe"
            " (did you mean `jo`?)",
            id="unknown reference within",
        ),
        pytest.param(
            EVENT + 'precision = "none"\nplaces = ["novik"]\n',
            "page.toml: events/visit: `places[1]`: no record places/novik",
            id="unknown reference in a list",
        ),
        pytest.param(
            SOURCE + 'author = "joo"\n',
            "page.toml: sources/letter: `author`: no record people/joo (did you mean `jo`?)",
            id="unknown author",
        ),
        pytest.param(
            PERSON.replace("page:1", "pag:1"),
            "page.toml: people/al: `cite`: no record sources/pag (did you mean `page`?)",
            id="unknown source",
        ),
        pytest.param(
            PERSON.replace("page:1", "page:1-10"),
            "page.toml: people/al: `cite`: page:1-10 is outside the document, which has 9 lines",
            id="line outside the document",
        ),
        pytest.param(
            PERSON.replace('"page:1"', ""),
            "page.toml: people/al: `cite` is empty: every record says on which lines it stands",
            id="no citation",
        ),
        pytest.param(
            PERSON.replace("al", "jo").replace("Al", "Jo"),
            "people.toml: people/jo: duplicate id, first used in page.toml",
            id="duplicate id",
        ),
        pytest.param(
            SOURCE.replace("3", "0"),
            "page.toml: sources/letter: `lines` must be between 1 and 2147483647",
            id="source without lines",
        ),
        pytest.param(
            SOURCE + 'document = "../letter.txt"\n',
            "page.toml: sources/letter: `document` must be a plain file name",
            id="document elsewhere",
        ),
        pytest.param(
            SOURCE + 'document = ".letter"\n',
            "page.toml: sources/letter: `document` must be a plain file name",
            id="hidden document",
        ),
        pytest.param(
            EVENT + 'precision = "day"\nstart = 2010-11-25\nend = 2010-11-23\n',
            "page.toml: events/visit: `end`: 2010-11-23 is before `start`, 2010-11-25",
            id="end before start",
        ),
        pytest.param(
            EVENT + 'precision = "year"\nstart = 2010-01-01\n',
            "page.toml: events/visit: `start` and `end` are needed with precision 'year'",
            id="no end",
        ),
        pytest.param(
            EVENT + 'precision = "none"\nend = 2010-11-23\n',
            "page.toml: events/visit: `precision` is none, yet there is a date",
            id="date without precision",
        ),
        pytest.param(
            EVENT + 'precision = "none"\nparent = "visit"\n',
            "page.toml: events/visit: `parent`: the event is part of itself",
            id="part of itself",
        ),
        pytest.param(
            EVENT + 'precision = "none"\nlinks = [{ to = "visit", relation = "prepares" }]\n',
            "page.toml: events/visit: `links`: the record is linked to itself",
            id="linked to itself",
        ),
        pytest.param(
            TALK,
            "page.toml: talks/locks: needs a `title`, or a `subject` where the source gives no"
            " title",
            id="neither title nor subject",
        ),
        pytest.param(
            TALK + 'title = "L"\nspeakers = [{ person = "jo" }, { person = "jo" }]\n',
            "page.toml: talks/locks: `speakers` names the same affiliation twice",
            id="affiliation twice",
        ),
        pytest.param(
            TALK.replace("2", "1") + 'title = "Locks"\n',
            "page.toml: talks/locks: `position`: 1 is taken by tides",
            id="position taken",
        ),
        pytest.param(
            POINT,
            "page.toml: points/aim-2: needs an `event`, `talk`, `organisation` or `place` that it"
            " is about",
            id="point of nothing",
        ),
        pytest.param(
            POINT.replace('"aim"', '"figure"') + 'event = "fair"\n',
            "page.toml: points/aim-2: `value` and the kind `figure` go together",
            id="figure without value",
        ),
        pytest.param(
            POINT + 'event = "fair"\nvalue = 0\n',
            "page.toml: points/aim-2: `value` and the kind `figure` go together",
            id="value without figure",
        ),
        pytest.param(
            POINT.replace("2", "1", 2).replace("aim-1", "aim-2") + 'event = "fair"\n',
            "page.toml: points/aim-2: `number`: 1 is taken by aim-1",
            id="number taken",
        ),
    ],
)
def test_a_fault_is_said_with_file_record_and_suggestion(
    tmp_path: Path, text: str, said: str
) -> None:
    assert faults(folder(tmp_path, page="\n" + text)) == [said]


def test_events_that_are_parts_of_each_other_are_faults(tmp_path: Path) -> None:
    first, second, third = (
        EVENT.replace("visit", name, 1) + f'precision = "none"\nparent = "{parent}"\n'
        for name, parent in (("one", "two"), ("two", "one"), ("three", "two"))
    )
    assert faults(folder(tmp_path, page=first + second + third)) == [
        "page.toml: events/one: `parent`: the event is part of itself",
        "page.toml: events/two: `parent`: the event is part of itself",
    ]


def test_a_number_may_be_taken_once_in_each_list(tmp_path: Path) -> None:
    others = POINT.replace('"Aims"', '"More aims"').replace("= 2", "= 1") + 'event = "fair"\n'
    assert len(read_records(folder(tmp_path, page=others))) == 7


def test_an_event_may_stand_before_its_parent(tmp_path: Path) -> None:
    part = EVENT.replace("visit", "a-part", 1) + 'precision = "none"\nparent = "fair"\n'
    assert read_records(folder(tmp_path, page=part)).events[0].parent == "fair"


def test_the_faults_of_all_files_are_said_in_one_run(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        people='\n[[people]]\nid = "al"\nname = ""\ncite = ["page:1"]\n',
        organisations='\n[[organisations]]\nid = "abc"\nname = "ABC"\nkountry = "X"\n'
        'cite = ["page:1"]\n',
        page="\n" + TALK.replace("fair", "fiar") + PERSON.replace('"al"', '"jo"'),
    )
    (path / "broken.toml").write_text("[[talks]]\nid =\n")
    (path / "latin.toml").write_bytes(b"\xff")
    found = faults(path)
    assert found[0].startswith("broken.toml: is not valid TOML: ")
    assert found[1:] == [
        "latin.toml: is not UTF-8 (line 1); save it as UTF-8",
        "organisations.toml: organisations/abc: unknown key `kountry` (did you mean `country`?)",
        "page.toml: talks/locks: `event`: no record events/fiar (did you mean `fair`?)",
        "page.toml: talks/locks: needs a `title`, or a `subject` where the source gives no title",
        "people.toml: people/al: `name` is empty",
        "people.toml: people/jo: duplicate id, first used in page.toml",
    ]


def test_a_reference_into_a_faulty_file_says_so(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "people.toml").write_text("[[people]]\nid = \n")
    assert faults(path)[0] == (
        "page.toml: talks/tides: `speakers[1].person`: no record people/jo;"
        " it may stand in people.toml, which cannot be read"
    )


def test_a_reference_is_not_looked_for_in_a_file_without_records(tmp_path: Path) -> None:
    path = folder(tmp_path)
    (path / "people.toml").write_text("# nobody yet\n")
    assert faults(path) == ["page.toml: talks/tides: `speakers[1].person`: no record people/jo"]


def test_records_without_an_id_are_no_duplicates_of_each_other(tmp_path: Path) -> None:
    path = folder(tmp_path, page='\n[[places]]\nname = "A"\n', people='\n[[places]]\nname = "B"\n')
    assert faults(path) == [
        "page.toml: places/[1]: `id` is missing",
        "people.toml: places/[1]: `id` is missing",
    ]


def test_a_malformed_record_is_checked_against_the_others_all_the_same(tmp_path: Path) -> None:
    text = TALK.replace("fair", "fiar") + 'title = "Locks"\nplatform = "5"\n'
    assert faults(folder(tmp_path, page=text)) == [
        "page.toml: talks/locks: `event`: no record events/fiar (did you mean `fair`?)",
        "page.toml: talks/locks: unknown key `platform`",
    ]


def test_one_fault_is_said_once_and_not_again_where_the_record_is_named(tmp_path: Path) -> None:
    path = folder(tmp_path)
    text = (path / "people.toml").read_text("utf-8")
    (path / "people.toml").write_text(text + "shoe_size = 46\n", "utf-8")
    assert faults(path) == ["people.toml: people/jo: unknown key `shoe_size`"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(TALK.replace("= 2", "= 0") + 'title = "L"\n', id="position of a talk"),
        pytest.param(POINT.replace("= 2", "= -1") + 'event = "fair"\n', id="number of a point"),
    ],
)
def test_places_in_a_list_count_from_one(tmp_path: Path, text: str) -> None:
    assert len(faults(folder(tmp_path, page=text))) == 1


def test_a_number_that_no_database_holds_is_a_fault(tmp_path: Path) -> None:
    text = TALK.replace("= 2", "= 9223372036854775808") + 'title = "Locks"\n'
    assert len(faults(folder(tmp_path, page=text))) == 1


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_a_figure_is_a_finite_number(tmp_path: Path, value: str) -> None:
    text = POINT.replace('"aim"', '"figure"') + f'event = "fair"\nvalue = {value}\n'
    assert len(faults(folder(tmp_path, page=text))) == 1


def test_faults_can_be_mended_by_a_person() -> None:
    assert issubclass(FaultyRecordsError, ClusterError)


# --- The canonical form --------------------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_canonical_file_differs_from_nothing(tmp_path: Path, name: str) -> None:
    assert canonical_difference(folder(tmp_path) / name) is None


def test_the_files_of_the_test_universe_are_canonical() -> None:
    files = sorted((Path(__file__).parent / "records").glob("*.toml"))
    assert files
    assert [file.name for file in files if canonical_difference(file) is not None] == []


@pytest.mark.parametrize(
    "text",
    [
        '[[people]]\nname = "Jo"\nid = "jo"\ncite = ["page:2"]\n',
        "[[people]]\nid = 'jo'\nname = 'Jo'\ncite = ['page:2']\n",
        '# a comment\n[[people]]\nid = "jo"\nname = "Jo"\ncite = ["page:2"]\n',
        '[[people]]\r\nid = "jo"\r\nname = "Jo"\r\ncite = ["page:2"]\r\n',
        '[[people]]\nid = "jo"\nname = "Jo"\ncite = ["page:2-2"]',
    ],
)
def test_any_other_form_is_answered_with_the_canonical_one(tmp_path: Path, text: str) -> None:
    file = tmp_path / "people.toml"
    file.write_bytes(text.encode())
    assert canonical_difference(file) == SOUND["people.toml"]
    file.write_text(SOUND["people.toml"], "utf-8")
    assert canonical_difference(file) is None


def test_a_faulty_file_has_no_canonical_form(tmp_path: Path) -> None:
    file = tmp_path / "people.toml"
    for content in (b"[[people]]\nid = 7\n", b"\xff"):
        file.write_bytes(content)
        with pytest.raises(FaultyRecordsError, match=r"^people\.toml: "):
            canonical_difference(file)
