"""What a document states, as records: each thing once, fit for a record file, nothing unsaid."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustertui.build import build
from clustertui.entities import (
    EVENT_KINDS,
    POINT_KINDS,
    TALK_KINDS,
    Affiliation,
    Citation,
    EventLink,
    Involvement,
    OtherName,
    Records,
)
from clustertui.identity import unite
from clustertui.intake.assembly import Programme, assemble
from clustertui.intake.document import STANDARD_INPUT, Document
from clustertui.intake.stated import (
    NOT_UNDERSTOOD,
    Doubt,
    LineNote,
    StatedAffiliation,
    StatedEvent,
    StatedOrganisation,
    StatedPerson,
    StatedPlace,
    StatedPoint,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.recordfile import write_tables
from clustertui.records import read_parts

NINE_LINES = b"line\n" * 9
FAIR = StatedEvent("fair", "Fair", start=date(2031, 5, 30), where=(Where(1),))


def document(name: str = "fair.txt", data: bytes = NINE_LINES) -> Document:
    return Document(name, lambda: io.BytesIO(data), len(data), data)


def taken(*statements: Statement, name: str = "fair.txt") -> Programme:
    return assemble(document(name), "invented", statements, guesses=True)


def doubts(programme: Programme) -> list[str]:
    """Every doubt in one line."""
    return [f"{doubt.where}: {doubt.message} ({doubt.lost})" for doubt in programme.doubts]


def lines(first: int, last: int | None = None, source: str = "fair") -> Citation:
    return Citation(source=source, first_line=first, last_line=last or first)


# --- The source ----------------------------------------------------------------------------------


def test_what_a_document_says_of_itself_becomes_the_source() -> None:
    stated = StatedSource("Harbour  fair\n2031", "Press", "Jo Ek", datetime(2031, 6, 1, 9),
                          "https://fair.example", "Fair 2031")  # fmt: skip
    programme = taken(stated, FAIR)
    (source,) = programme.records.sources
    assert source == programme.source
    assert (source.id, source.title) == ("fair-2031", "Harbour fair 2031")
    assert (source.publisher, source.author) == ("Press", "jo-ek")
    assert (source.published, source.url) == (date(2031, 6, 1), "https://fair.example")
    assert (source.document, source.lines, source.format) == ("fair.txt", 9, "invented")
    assert source.sha256 is not None
    assert len(source.sha256) == 64


@pytest.mark.parametrize(
    ("statements", "name", "id_", "title"),
    [
        pytest.param([], "Port days.ics", "port-days", "Port days", id="the file says it"),
        pytest.param([FAIR], "a.ics", "fair", "Fair", id="the first event says it"),
        pytest.param([StatedSource("…", key="\0")], "…", "source", "…", id="nothing to go by"),
        pytest.param([StatedSource("", key="")], "\u202e", "source", "untitled", id="no text"),
        pytest.param([StatedSource("灯台 2031")], "a", "dengtai-2031", "灯台 2031", id="letters"),
    ],
)
def test_a_source_always_has_an_id_and_a_title(
    statements: list[Statement], name: str, id_: str, title: str
) -> None:
    source = taken(*statements, name=name).source
    assert (source.id, source.title) == (id_, title)


def test_the_year_at_the_end_of_a_long_title_stays_in_the_id() -> None:
    title = "Annual conference of the association of all harbours and lighthouses {}"
    first, second = (taken(StatedSource(title.format(year))).source.id for year in (2030, 2031))
    assert first != second
    assert second.endswith("-2031")
    assert max(len(first), len(second)) <= 48


@pytest.mark.parametrize(
    ("name", "folder", "kept"),
    [("fair.txt", None, "fair.txt"), (".fair", None, "fair"), (STANDARD_INPUT, None, None),
     ("fair", Path(), None)],
)  # fmt: skip
def test_a_document_is_named_when_it_is_a_file(
    name: str, folder: Path | None, kept: str | None, tmp_path: Path
) -> None:
    found = Document(name, lambda: io.BytesIO(b"a"), folder=tmp_path if folder else None)
    assert assemble(found, "invented", []).source.document == kept


# --- Citations -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("where", "cited"),
    [
        ((Where(3, 5),), (lines(3, 5),)),
        ((Where(3),), (lines(3),)),
        ((Where(3), Where(7, 8)), (lines(3), lines(7, 8))),
        ((Where(item="event 7"),), (Citation(source="fair", item="event 7"),)),
        ((Where(item="\0"),), (Citation(source="fair", item="whole document"),)),
        ((), (lines(1),)),
        ((Where(5, 2),), (lines(5),)),
        ((Where(0, 0),), (lines(1),)),
        ((Where(700, 900),), (lines(9),)),
        ((Where(8, 900), Where(8, 9)), (lines(8, 9),)),
    ],
)
def test_every_record_cites_lines_that_are_there(
    where: tuple[Where, ...], cited: tuple[Citation, ...]
) -> None:
    (talk,) = taken(FAIR, StatedTalk("fair", "Tides", where=where)).records.talks
    assert talk.cite == cited


# --- Events --------------------------------------------------------------------------------------


def test_everything_stated_of_an_event_is_in_its_record() -> None:
    stated = FAIR._replace(
        kind="workshop", end=date(2031, 6, 2), date_text="Whitsun", description="Tents.",
        places=(StatedPlace("Nøvik", "Norway"), StatedPlace("Nøvik", "Norway")),
        organisations=(("Harbour", "host"), ("", "host"), ("Port", "")),
        people=(StatedPerson("Jo Ek"),), url="https://fair.example",
        guessed=(("kind", "it says so"), ("shoe_size", "no")), where=(Where(2, 3),),
    )  # fmt: skip
    (event,) = taken(stated).records.events
    assert (event.id, event.name, event.kind) == ("fair", "Fair", "workshop")
    assert (event.start, event.end, event.precision) == (
        date(2031, 5, 30), date(2031, 6, 2), "day",
    )  # fmt: skip
    assert (event.date_text, event.description) == ("Whitsun", "Tents.")
    assert (event.places, event.url) == (("novik",), "https://fair.example")
    assert event.organisations == (
        Involvement(organisation="harbour", role="host"),
        Involvement(organisation="port", role="organiser"),
    )
    assert event.people == (Affiliation(person="jo-ek"),)
    assert (event.inferred, event.uncertain) == ({"kind": "it says so"}, True)
    assert event.cite == (lines(2, 3),)


@pytest.mark.parametrize(
    ("start", "end", "precision", "expected", "doubt"),
    [
        (date(2031, 5, 30), None, "day", (date(2031, 5, 30), date(2031, 5, 30), "day"), None),
        (None, date(2031, 5, 30), "day", (date(2031, 5, 30), date(2031, 5, 30), "day"), None),
        (None, None, "season", (None, None, "none"), None),
        (date(2031, 5, 30), None, "none", (date(2031, 5, 30), date(2031, 5, 30), "day"), None),
        (date(2031, 5, 30), None, "week", (date(2031, 5, 30), date(2031, 5, 30), "day"), None),
        (date(2031, 1, 1), date(2031, 12, 31), "year",
         (date(2031, 1, 1), date(2031, 12, 31), "year"), None),
        (datetime(2031, 5, 30, 9), datetime(2031, 5, 30, 18), "day",
         (date(2031, 5, 30), date(2031, 5, 30), "day"), None),
        (date(2031, 5, 30), date(2031, 5, 1), "day", (date(2031, 5, 30), date(2031, 5, 30), "day"),
         "line 1: “Fair” ends before it begins; its end is left out ()"),
    ],
)  # fmt: skip
def test_the_days_of_an_event_are_bounds_that_hold(
    start: date | None, end: date | None, precision: str, expected: object, doubt: str | None
) -> None:
    programme = taken(FAIR._replace(start=start, end=end, precision=precision))
    (event,) = programme.records.events
    assert (event.start, event.end, event.precision) == expected
    assert type(event.start) in (date, type(None))
    assert doubts(programme) == ([doubt] if doubt else [])


def test_kinds_that_the_catalogue_does_not_have_are_the_plainest() -> None:
    found = taken(FAIR._replace(kind="opera"), StatedTalk("fair", "Tides", kind="aria")).records
    assert found.events[0].kind == "event"
    assert found.talks[0].kind == "presentation"


def test_parts_and_follow_ups_are_linked_whatever_their_order() -> None:
    found = taken(
        StatedEvent("day", "Day", parent="fair", follow_ups=("next", "next")),
        FAIR,
        StatedEvent("next", "Next"),
    ).records.events
    day, fair, following = found
    assert (day.parent, fair.parent, following.parent) == (fair.id, None, None)
    assert day.links == (EventLink(to=following.id, relation="prepares"),)


def test_a_circle_of_parents_is_cut_and_reported() -> None:
    programme = taken(
        StatedEvent("a", "A", parent="c", where=(Where(1),)),
        StatedEvent("b", "B", parent="a", where=(Where(2),)),
        StatedEvent("c", "C", parent="b", where=(Where(3),)),
        StatedEvent("d", "D", parent="d", where=(Where(4),)),
    )
    parents = {event.name: event.parent for event in programme.records.events}
    assert [name for name, parent in parents.items() if parent is None] == ["C", "D"]
    assert doubts(programme) == [
        "line 3: “C” is part of itself ()",
        "line 4: “D” is part of itself ()",
    ]


def test_a_parent_or_follow_up_outside_of_the_document_is_reported() -> None:
    programme = taken(FAIR._replace(parent="days", follow_ups=("more", "fair")))
    assert (programme.records.events[0].parent, programme.records.events[0].links) == (None, ())
    assert doubts(programme) == [
        "line 1: “Fair” is part of an event that is not in the document ()",
        "line 1: “Fair” prepares an event that is not in the document ()",
        "line 1: “Fair” prepares an event that is not in the document ()",
    ]


def test_a_second_event_of_one_identifier_stays_out_and_is_reported() -> None:
    programme = taken(
        FAIR,
        StatedTalk("fair", "Tides"),
        StatedEvent("fair", "Other fair", where=(Where(4),)),
        StatedTalk("fair", "Locks"),
    )
    assert [event.name for event in programme.records.events] == ["Fair"]
    assert [talk.event for talk in programme.records.talks] == ["fair", "fair"]
    assert doubts(programme) == ["line 4: “Other fair” goes by the identifier of “Fair” (event)"]
    assert programme.lost == {"event": 1}


def test_a_talk_of_an_event_that_is_not_stated_has_one_all_the_same() -> None:
    programme = taken(StatedSource("Days"), FAIR, StatedTalk("other", "Tides"))
    (talk,) = programme.records.talks
    assert [(event.id, event.name) for event in programme.records.events] == [
        ("days", "Fair"),
        ("days-other", "Days"),
    ]
    assert talk.event == "days-other"


def test_an_event_that_is_stated_after_its_talks_is_theirs() -> None:
    programme = taken(StatedSource("Days"), StatedTalk("fair", "Tides"), FAIR)
    (event,) = programme.records.events
    assert (event.name, event.start) == ("Fair", date(2031, 5, 30))
    assert programme.records.talks[0].event == event.id
    assert programme.doubts == []


# --- Talks ---------------------------------------------------------------------------------------


def test_everything_stated_of_a_talk_is_in_its_record() -> None:
    stated = StatedTalk(
        "fair", "Tides", "7", "keynote", "Sea", "Pier", datetime(2031, 5, 30, 9, tzinfo=UTC),
        datetime(2031, 5, 30, 10, tzinfo=UTC), "no", "Low.\n\nHigh.", "https://fair.example/7",
        (StatedPerson("Jo Ek", "5", (StatedAffiliation("Harbour", "NHC", "Head", "Norway"),)),),
        (Where(3),), (("kind", "the first"),),
    )  # fmt: skip
    found = taken(FAIR, stated).records
    (talk,) = found.talks
    assert (talk.id, talk.event, talk.position, talk.kind) == ("fair-7", "fair", 1, "keynote")
    assert (talk.title, talk.subject, talk.session) == ("Tides", None, "Sea")
    assert (talk.room, talk.language) == ("Pier", "no")
    assert (talk.start, talk.end) == (datetime(2031, 5, 30, 9), datetime(2031, 5, 30, 10))
    assert (talk.abstract, talk.url) == ("Low. High.", "https://fair.example/7")
    assert talk.speakers == (
        Affiliation(person="jo-ek", organisation="harbour", role="Head"),
    )  # fmt: skip
    assert (talk.cite, talk.inferred, talk.uncertain) == (
        (lines(3),), {"kind": "the first"}, True,
    )  # fmt: skip
    (person,) = found.people
    assert (person.name, person.identifiers, person.uncertain) == ("Jo Ek", ("fair#5",), False)
    (organisation,) = found.organisations
    assert (organisation.acronym, organisation.country) == ("NHC", "Norway")


def test_talks_are_numbered_within_their_event() -> None:
    talks = taken(
        FAIR, StatedEvent("b", "B"), StatedTalk("fair", "x"), StatedTalk("b", "x"),
        StatedTalk("fair", "y"),
    ).records.talks  # fmt: skip
    assert [(talk.event, talk.position) for talk in talks] == [
        ("fair", 1), ("fair-b", 1), ("fair", 2),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("session", "kind", "subject"),
    [("Sea", "keynote", "Sea"), ("\0", "keynote", "keynote without a title"),
     (None, "\x1b[2J", "presentation without a title")],
)  # fmt: skip
def test_a_talk_without_a_title_has_a_subject(session: str | None, kind: str, subject: str) -> None:
    (talk,) = taken(FAIR, StatedTalk("fair", " ", session=session, kind=kind)).records.talks
    assert (talk.title, talk.subject) == (None, subject)


def test_a_talk_that_ends_before_it_begins_is_reported_and_comes_in() -> None:
    start = datetime(2031, 5, 30, 9)
    talk = StatedTalk("fair", "Tides", start=start, end=start - timedelta(1), where=(Where(3),))
    programme = taken(FAIR, talk)
    assert (programme.records.talks[0].start, programme.records.talks[0].end) == (start, None)
    assert doubts(programme) == ["line 3: a talk ends before it begins; its end is left out ()"]


@pytest.mark.parametrize(
    ("key", "id_"),
    [(None, "fair-tides"), ("2871", "fair-2871"), ("KX/7", "fair-kx-7"), ("…", None),
     ("0b8f1c52-77aa-4d0c-9d1f-27f6ad6d2a52", None)],
)  # fmt: skip
def test_the_id_of_a_talk_is_what_the_document_calls_it(key: str | None, id_: str | None) -> None:
    first, again = (taken(FAIR, StatedTalk("fair", "Tides", key)).records.talks[0] for _ in "ab")
    assert first.id == again.id
    assert first.id == id_ or (id_ is None and len(first.id) == len("fair-") + 10)


def test_no_two_talks_have_one_id() -> None:
    talks = [StatedTalk("fair", "Tides", key) for key in (None, None, "1", "1", "tides")]
    assert [talk.id for talk in taken(FAIR, *talks).records.talks] == [
        "fair-tides", "fair-tides-2", "fair-1", "fair-1-2", "fair-tides-3",
    ]  # fmt: skip


# --- Organisations, points, the rest -------------------------------------------------------------


def test_an_organisation_is_described_wherever_it_is_named() -> None:
    found = taken(
        FAIR._replace(organisations=(("Nøvik Harbour", "host"),)),
        StatedOrganisation("NOVIK HARBOUR", "NHC", "cluster", "Norway", "Quays.", 1931,
                           "https://nhc.example", (Where(4),), (("kind", "by its name"),)),
    ).records.organisations  # fmt: skip
    (organisation,) = found
    assert (organisation.name, organisation.acronym, organisation.kind) == (
        "Nøvik Harbour", "NHC", "cluster",
    )  # fmt: skip
    assert (organisation.country, organisation.description) == ("Norway", "Quays.")
    assert (organisation.founded, organisation.url) == (1931, "https://nhc.example")
    assert organisation.inferred == {"kind": "by its name"}
    assert not organisation.uncertain  # it also stands where nothing is guessed
    assert organisation.cite == (lines(1), lines(4))


@pytest.mark.parametrize("founded", [0, -5, 2**31, None])
def test_a_year_that_is_none_is_left_out(founded: int | None) -> None:
    (found,) = taken(StatedOrganisation("Harbour", founded=founded)).records.organisations
    assert found.founded is None


def test_points_are_numbered_within_their_list_and_belong_to_something() -> None:
    found = taken(
        FAIR,
        StatedPoint("aim", "Aims", "Meet", "fair", where=(Where(2),)),
        StatedPoint("aim", "Aims", "Dredge"),
        StatedPoint("aim", "\0", "Sail", organisation="Harbour"),
        StatedPoint("figure", "Quays", "boats", "fair", value=7.5, unit="t", printed="7,5"),
        StatedPoint("aim", "Aims", "Trade", "fair", value=3.0),
    ).records
    assert [(p.number, p.topic, p.text) for p in found.points] == [
        (1, "Aims", "Meet"), (2, "Aims", "Dredge"), (1, "aim", "Sail"), (1, "Quays", "boats"),
        (3, "Aims", "Trade"),
    ]  # fmt: skip
    assert [p.event for p in found.points] == ["fair", "fair-event", None, "fair", "fair"]
    assert found.points[2].organisation == "harbour"
    assert (found.points[3].value, found.points[3].unit, found.points[3].printed) == (
        7.5, "t", "7,5",
    )  # fmt: skip
    assert found.points[4].value is None
    assert len({p.id for p in found.points}) == 5


@pytest.mark.parametrize(
    "point",
    [
        StatedPoint("aim", "Aims", "\0"),
        StatedPoint("wish", "Aims", "Meet"),
        StatedPoint("figure", "Quays", "boats"),
        StatedPoint("figure", "Quays", "boats", value=float("nan")),
        StatedPoint("figure", "Quays", "boats", value=float("inf")),
    ],
)
def test_a_point_that_can_be_none_is_reported(point: StatedPoint) -> None:
    programme = taken(FAIR, point)
    assert programme.records.points == ()
    assert programme.lost == {"point": 1}


def test_doubts_and_lines_of_the_importer_are_kept() -> None:
    doubt, note = Doubt(Where(3), "odd", "talk"), LineNote(4, NOT_UNDERSTOOD)
    programme = taken(FAIR, doubt, note)
    assert (programme.doubts, programme.notes) == ([doubt], [note])
    assert programme.lost == {"talk": 1}


# --- Whatever is stated --------------------------------------------------------------------------

TEXTS = st.one_of(
    st.text(st.characters(), max_size=20),  # lone surrogates and controls too
    st.sampled_from(
        ["", " ", "\0", "\ud800", "KICOX", "Kim", "kim", "A b", "a-b", "灯台", "x" * 10_000,
         "word " * 2_000, "a\u3164", "\u202e", "#", '"', "\\", "'''", "]]", "e\u0301" * 9]
    ),
)  # fmt: skip
MAYBE = st.none() | TEXTS
KEYS = st.sampled_from(["", "a", "b", "c", "\0", "mailto:jo@fair.example", "guid:1"]) | TEXTS
DAYS = st.none() | st.dates() | st.datetimes()
TIMES = st.none() | st.datetimes() | st.datetimes(timezones=st.just(UTC))
WHERE = st.lists(
    st.builds(
        Where,
        st.none() | st.integers(-9, 99),
        st.none() | st.integers(-9, 99),
        MAYBE,
    ),
    max_size=3,
).map(tuple)
GUESSED = st.lists(
    st.tuples(st.sampled_from(["name", "kind", "title", "country", "url", "odd", "cite"]), TEXTS),
    max_size=3,
).map(tuple)
AFFILIATIONS = st.lists(st.builds(StatedAffiliation, MAYBE, MAYBE, MAYBE, MAYBE), max_size=2)
PEOPLE = st.lists(
    st.builds(
        StatedPerson, TEXTS, st.none() | KEYS, AFFILIATIONS.map(tuple), MAYBE, WHERE, GUESSED
    ),
    max_size=3,
).map(tuple)
PLACES = st.lists(st.builds(StatedPlace, TEXTS, MAYBE), max_size=2).map(tuple)
STATEMENTS: st.SearchStrategy[Statement] = st.one_of(
    st.builds(StatedSource, TEXTS, MAYBE, MAYBE, DAYS, MAYBE, MAYBE),
    st.builds(
        StatedEvent, KEYS, TEXTS, st.sampled_from(EVENT_KINDS) | TEXTS, DAYS, DAYS,
        st.sampled_from(["day", "year", "none", "odd"]), MAYBE, MAYBE, st.none() | KEYS, PLACES,
        st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple), PEOPLE,
        st.lists(KEYS, max_size=2).map(tuple), MAYBE, WHERE, GUESSED,
    ),
    st.builds(
        StatedTalk, KEYS, MAYBE, st.none() | KEYS, st.sampled_from(TALK_KINDS) | TEXTS, MAYBE,
        MAYBE, TIMES, TIMES, MAYBE, MAYBE, MAYBE, PEOPLE, WHERE, GUESSED,
    ),
    st.builds(
        StatedOrganisation, TEXTS, MAYBE, MAYBE, MAYBE, MAYBE, st.none() | st.integers(), MAYBE,
        WHERE, GUESSED,
    ),
    st.builds(
        StatedPoint, st.sampled_from(POINT_KINDS) | TEXTS, TEXTS, TEXTS, st.none() | KEYS, MAYBE,
        st.none() | st.floats(), MAYBE, MAYBE, WHERE, GUESSED,
    ),
    st.builds(Doubt, st.just(Where(1)), TEXTS),
)  # fmt: skip


def in_order(records: Records) -> Records:
    """The same records by their ids, as they are read from files."""
    return Records(
        **{each.name: tuple(sorted(getattr(records, each.name), key=lambda record: record.id))
           for each in fields(Records)}
    )  # fmt: skip


def written(records: Records) -> str:
    return write_tables(
        (each.name, record) for each in fields(Records) for record in getattr(records, each.name)
    )


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STATEMENTS, max_size=8), TEXTS, st.sampled_from([b"", b"a\r\nb", NINE_LINES]))
def test_whatever_is_stated_makes_a_sound_record_file(
    statements: list[Statement], name: str, data: bytes
) -> None:
    programme = assemble(document(name, data), "invented", statements)
    with TemporaryDirectory() as folder:
        file = Path(folder, "a.toml")
        file.write_bytes(written(programme.records).encode())
        _, read = read_parts(file)  # raises when there is any fault
    assert read == in_order(programme.records)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(STATEMENTS, min_size=1, max_size=6), min_size=2, max_size=3))
def test_whatever_is_stated_can_be_united_and_built(parts: list[list[Statement]]) -> None:
    def read(number: int, statements: Iterable[Statement]) -> Records:
        own = [StatedSource(f"Fair {number}"), *statements]
        mine = (each for each in own[1:] if not isinstance(each, StatedSource))
        return assemble(document(f"{number}.txt"), "invented", [own[0], *mine]).records

    united = unite([read(number, part) for number, part in enumerate(parts)])
    with TemporaryDirectory() as folder:
        counts = build(united.records, Path(folder, "a.db"))
    assert counts["people"] == len(united.records.people)
    assert counts["talks"] == sum(isinstance(s, StatedTalk) for part in parts for s in part)


@given(st.lists(STATEMENTS, max_size=8))
def test_what_comes_in_and_what_is_reported_are_all_there_is(statements: list[Statement]) -> None:
    programme = taken(*statements)
    for cls, table, lost in (
        (StatedEvent, programme.records.events, "event"),
        (StatedPoint, programme.records.points, "point"),
        (StatedTalk, programme.records.talks, "talk"),
    ):
        stated = [each for each in statements if isinstance(each, cls)]
        if cls is StatedEvent:  # an event that nothing states is one more
            assert len(table) + programme.lost[lost] >= len(stated)
        else:
            assert len(table) + programme.lost[lost] == len(stated)


def test_other_names_are_kept_when_two_become_one() -> None:
    first = taken(StatedSource("A"), StatedOrganisation("Korea Complex", "KC")).records
    second = taken(StatedSource("B"), StatedOrganisation("KC")).records
    (found,) = unite([first, second]).records.organisations
    assert (found.name, found.names) == ("Korea Complex", ())
    third = taken(StatedSource("C"), StatedOrganisation("korea-complex")).records
    (found,) = unite([first, second, third]).records.organisations
    assert found.names == (OtherName(name="korea-complex", kind="as printed"),)
