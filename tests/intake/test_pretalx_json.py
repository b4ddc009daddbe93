from __future__ import annotations

import io
import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake import pretalx_json
from clustertui.intake.document import PIECE, Document, IntakeError
from clustertui.intake.stated import (
    Doubt,
    StatedAffiliation,
    StatedEvent,
    StatedPerson,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)

EBB: dict[str, Any] = {
    "code": "EBB123",
    "title": "Ebb and flow",
    "speakers": [
        {"code": "ADA", "name": "Ada Quay", "biography": None, "avatar": None},
        {"code": "BO", "name": "Bo Reef", "biography": "Dives.", "email": ""},
    ],
    "submission_type": {"de": "Podium", "en": "Panel"},
    "track": {"de": "Meer", "en": "Sea"},
    "state": "confirmed",
    "abstract": "Low.",
    "description": "High.\r\n\r\n* dry",
    "duration": 30,
    "content_locale": "en",
    "slot": {
        "room_id": 4, "room": {"en": "Pier 9"}, "start": "2031-05-03T10:00:00+02:00",
        "end": "2031-05-03T10:45:00+02:00",
    },
}  # fmt: skip
WIDGET: dict[str, Any] = {
    "talks": [
        {"code": "EBB123", "id": 7, "title": "Ebb and flow", "abstract": "Low.",
         "speakers": ["ADA", "BO"], "track": 3, "start": "2031-05-03T10:00:00+02:00",
         "end": "2031-05-03T10:45:00+02:00", "room": 4, "duration": 45},
        {"id": 8, "title": {"de": "Pause", "en": "Coffee"}, "start": "2031-05-03T09:00:00Z",
         "end": "2031-05-03T11:30:00+02:00", "room": 4},
    ],
    "version": "1.0",
    "timezone": "Europe/Oslo",
    "event_start": "2031-05-03",
    "event_end": "2031-05-04",
    "tracks": [{"id": 3, "name": {"en": "Sea"}, "color": "#00f"}],
    "rooms": [{"id": 4, "name": {"en": "Pier 9"}}],
    "speakers": [{"code": "ADA", "name": "Ada Quay"}, {"code": "BO", "name": "Bo Reef"}],
}  # fmt: skip


def document(value: object) -> Document:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Document("tide.json", lambda: io.BytesIO(data), len(data), data[:PIECE])


def nobody(_done: int, _all: int) -> None:
    pass


def read(value: object) -> list[Statement]:
    return list(pretalx_json.read(document(value), nobody))


def talks(statements: list[Statement]) -> list[StatedTalk]:
    return [each for each in statements if isinstance(each, StatedTalk)]


def doubts(statements: list[Statement]) -> list[tuple[str | None, str, str]]:
    return [(e.where.item, e.lost, e.message) for e in statements if isinstance(e, Doubt)]


def page(*found: object, **more: object) -> dict[str, Any]:
    return {"count": len(found), "next": None, "previous": None, "results": list(found), **more}


PANEL = StatedTalk(
    "conference", "Ebb and flow", "EBB123", "panel", "Sea", "Pier 9", datetime(2031, 5, 3, 10),
    datetime(2031, 5, 3, 10, 45), "en", "Low.\nHigh.\n* dry", None,
    (StatedPerson("Ada Quay", "code:ADA"), StatedPerson("Bo Reef", "code:BO")),
    (Where(item="talk EBB123"),),
)  # fmt: skip


# --- The API -------------------------------------------------------------------------------------


@pytest.mark.parametrize("value", [page(EBB), [EBB]], ids=["page", "bare list"])
def test_talks_of_the_api_are_read_whole(value: object) -> None:
    assert pretalx_json.recognises(document(value))
    source, event, talk = read(value)
    assert source == StatedSource("tide")
    assert isinstance(event, StatedEvent)
    assert (event.name, event.start, event.end) == ("tide", date(2031, 5, 3), date(2031, 5, 3))
    assert talk == PANEL


def test_the_newer_api_has_a_list_of_slots() -> None:
    slot = EBB["slot"]
    later = {**slot, "start": "2031-05-04T10:00:00+02:00", "end": "2031-05-04T10:45:00+02:00"}
    newer = {**EBB, "slots": [slot], "submission_type": {"name": {"en": "Panel"}, "id": 1},
             "track": {"name": {"en": "Sea"}}}  # fmt: skip
    del newer["slot"]
    assert pretalx_json.recognises(document(page(newer)))
    assert read(page(newer))[2] == PANEL
    first, second = talks(read(page({**newer, "slots": [slot, later]})))
    assert (first.key, second.key, second.start) == ("EBB123", None, datetime(2031, 5, 4, 10))
    for slots in ([], [12, 13]):
        (talk,) = talks(read(page({**newer, "slots": slots})))
        assert (talk.start, talk.end, talk.room) == (None, None, None)


def test_slots_may_hold_their_talks() -> None:
    slot = {**EBB["slot"], "id": 9, "submission": {k: v for k, v in EBB.items() if k != "slot"}}
    for value in (page(slot), {"version": "1.0", "slots": [slot]}):
        assert pretalx_json.recognises(document(value))
        assert talks(read(value)) == [PANEL]


@pytest.mark.parametrize("room", ["Pier 9", {"en": "Pier 9"}, {"de": "Pier 9"}, {"name": "Pier 9"}])
def test_a_room_is_named_in_many_ways(room: object) -> None:
    (talk,) = talks(read(page({**EBB, "slot": {**EBB["slot"], "room": room}})))
    assert talk.room == "Pier 9"


def test_a_talk_without_an_end_lasts_its_minutes() -> None:
    slot = {"start": "2031-05-03T10:00:00Z", "room": None}
    (talk,) = talks(read(page({**EBB, "slot": slot})))
    assert talk.end == datetime(2031, 5, 3, 10, 30)


def test_a_talk_that_has_no_slot_is_kept_without_a_time() -> None:
    statements = read(page({**EBB, "slot": None}))
    (talk,) = talks(statements)
    assert (talk.start, talk.end, talk.room) == (None, None, None)
    assert doubts(statements) == [("talk EBB123", "", "no start time is given")]


@pytest.mark.parametrize("state", ["rejected", "withdrawn", "canceled", "submitted", "draft"])
def test_what_is_not_on_the_programme_is_lost_and_said(state: str) -> None:
    statements = read(page(EBB, {**EBB, "code": "NO", "state": state}))
    assert talks(statements) == [PANEL]
    assert doubts(statements) == [("talk NO", "talk", f"the talk is {state}, not on the programme")]


@pytest.mark.parametrize("state", ["accepted", "confirmed", None, 7])
def test_other_states_are_on_the_programme(state: object) -> None:
    assert len(talks(read(page({**EBB, "state": state})))) == 1


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"next": "https://example.org/?page=2", "count": 3},
         "this is one page with 1 of 3 talks; import the other pages too"),
        ({"next": "https://example.org/?page=2"},
         "this is one page with 1 talks; import the other pages too"),
        ({"count": 3}, "this is one page with 1 of 3 talks; import the other pages too"),
    ],
)  # fmt: skip
def test_one_page_of_several_is_said_to_be_one(more: dict[str, object], said: str) -> None:
    assert doubts(read(page(EBB, **more))) == [("pages", "", said)]


def test_numbers_without_names_are_said_once() -> None:
    bare = {**EBB, "submission_type": 41, "track": 42, "speakers": ["ADA"],
            "slot": {**EBB["slot"], "room": 43}}  # fmt: skip
    statements = read(page(bare, {**bare, "code": "TWO"}))
    first, second = talks(statements)
    assert (first.kind, first.session, first.room, first.people) == ("presentation", None, None, ())
    assert second.title == first.title
    assert doubts(statements) == [
        ("talk EBB123", "person", "a person without a name"),
        ("talk EBB123", "", "a talk without a speaker"),
        ("talk TWO", "person", "a person without a name"),
        ("talk TWO", "", "a talk without a speaker"),
        (
            "talk EBB123",
            "",
            "types of talks are numbers without names; export them with their names",
        ),
        ("talk EBB123", "", "tracks are numbers without names; export them with their names"),
        ("talk EBB123", "", "rooms are numbers without names; export them with their names"),
    ]


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        (
            [{"question": {"question": {"en": "Company / Organisation"}}, "answer": "Pier 9"}],
            "Pier 9",
        ),
        ([{"question": {"question": "Your affiliation:"}, "answer": "Pier 9"}], "Pier 9"),
        ([{"question": {"question": {"en": "Does your company pay?"}}, "answer": "Yes"}], None),
        ([{"question": {"question": {"en": "Your name"}}, "answer": "Ada"}], None),
        ([{"question": 12, "answer": "Pier 9"}, 7], None),
        ("none", None),
    ],
)
def test_an_affiliation_may_be_the_answer_to_a_question(answers: object, found: str | None) -> None:
    ada = {"code": "ADA", "name": "Ada Quay", "answers": answers}
    (talk,) = talks(read(page({**EBB, "speakers": [ada]})))
    affiliations = (StatedAffiliation(found),) if found else ()
    assert talk.people == (StatedPerson("Ada Quay", "code:ADA", affiliations),)


def test_every_result_is_a_talk_or_lost() -> None:
    statements = read(page(EBB, 7, {"code": "X", "title": ""}, EBB, {"title": "A", "speakers": 3}))
    assert [(talk.title, talk.key) for talk in talks(statements)] == [
        ("Ebb and flow", "EBB123"), ("Ebb and flow", None), ("A", None),
    ]  # fmt: skip
    assert [said for said in doubts(statements) if said[1]] == [
        ("talk number 2", "talk", "no talk but `7`"),
        ("talk X", "talk", "a talk without a title"),
    ]


# --- The schedule of the widget ------------------------------------------------------------------


def test_a_schedule_whose_parts_refer_to_each_other_is_read_whole() -> None:
    assert pretalx_json.recognises(document(WIDGET))
    source, event, talk, pause = read(WIDGET)
    assert source == StatedSource("tide")
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 4))
    assert talk == PANEL._replace(kind="presentation", language=None, abstract="Low.")
    assert pause == StatedTalk(
        "conference", "Coffee", "8", "break", None, "Pier 9", datetime(2031, 5, 3, 11),
        datetime(2031, 5, 3, 11, 30), where=(Where(item="talk 8"),),
    )  # fmt: skip


def test_the_event_may_be_named() -> None:
    source, event, *_ = read({**WIDGET, "event": {"name": {"en": "Tide 2031"}, "slug": "tide31"}})
    assert isinstance(source, StatedSource)
    assert (source.title, source.key) == ("Tide 2031", "tide31")
    assert isinstance(event, StatedEvent)
    assert event.name == "Tide 2031"


def test_what_refers_to_nothing_is_doubted() -> None:
    (talk, _) = WIDGET["talks"]
    lost = {**talk, "room": 99, "track": 99, "speakers": ["CY"]}
    statements = read({**WIDGET, "talks": [lost]})
    (found,) = talks(statements)
    assert (found.room, found.session, found.people) == ("99", "99", ())
    assert doubts(statements) == [
        ("talk EBB123", "person", "a person without a name"),
        ("talk EBB123", "", "a talk without a speaker"),
        ("talk EBB123", "", "room `99` is not among the rooms of the schedule"),
    ]


def test_a_day_outside_the_event_is_doubted_once() -> None:
    (talk, _) = WIDGET["talks"]
    late = [{**talk, "code": code, "start": f"2031-05-09T{code}:00:00+02:00",
             "end": f"2031-05-09T{code}:30:00+02:00"} for code in ("10", "11")]  # fmt: skip
    assert doubts(read({**WIDGET, "talks": late})) == [
        ("talk 10", "", "2031-05-09 is outside the conference (2031-05-03 to 2031-05-04)")
    ]


def test_the_night_after_the_event_is_of_the_event() -> None:
    (talk, _) = WIDGET["talks"]
    night = {**talk, "start": "2031-05-05T00:30:00+02:00", "end": "2031-05-05T01:00:00+02:00"}
    assert doubts(read({**WIDGET, "talks": [night]})) == []
    first = {**talk, "start": "0001-01-01T00:30:00", "end": None}
    assert len(doubts(read({**WIDGET, "talks": [first]}))) == 1


# --- Other documents -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    [b"", b"[", {}, [], [1], {"results": []}, {"results": [{"title": "T"}]},
     {"results": [{"code": "A", "title": "T"}]}, {"talks": [{"title": "T", "speakers": []}]},
     [{"title": "T", "speakers": [], "recorded": "2031-05-03"}],
     {"schedule": {"conference": {"days": []}}}],
)  # fmt: skip
def test_another_document_is_not_recognised(value: object) -> None:
    assert not pretalx_json.recognises(document(value))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (b"{\n", "tide.json, line 2: is no whole JSON"),
        (7, "tide.json: holds no list of talks; it is `7`"),
        ({"a": 1}, "holds no list of talks; it is an object with `a`"),
        ({"results": {"a": 1}}, "holds no list of talks; it is an object with `results`"),
        ([1, 2], "lists no talks with titles, but such as `1`"),
        ({"slots": [{"submission": "ABC"}]},
         "lists no talks with titles, but such as an object with `submission`"),
    ],
)  # fmt: skip
def test_a_form_that_is_not_known_is_refused_in_one_sentence(value: object, said: str) -> None:
    with pytest.raises(IntakeError) as caught:
        read(value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_talks_are_no_fault() -> None:
    assert talks(read(page())) == []


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["en", "name", "code", "id", "room", "start", "end"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(
    st.dictionaries(
        st.sampled_from([k for k in EBB if k not in ("title", "state", "slots")]), VALUES
    ),
    st.dictionaries(st.sampled_from([k for k in WIDGET if k != "talks"]), VALUES),
)
def test_values_of_any_kind_are_read_or_doubted(talk: dict[str, Any], more: dict[str, Any]) -> None:
    assert len(talks(read({**more, "talks": [{**talk, "title": "T"}]}))) == 1
