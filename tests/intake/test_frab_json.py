from __future__ import annotations

import copy
import io
import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake import frab_json
from clustertui.intake.document import PIECE, Document, IntakeError
from clustertui.intake.stated import (
    Doubt,
    StatedEvent,
    StatedPerson,
    StatedPlace,
    StatedSource,
    StatedTalk,
    Statement,
    Where,
)

EBB: dict[str, Any] = {
    "url": "/31/11", "id": 11, "guid": "g-11", "logo": None, "date": "2031-05-03T10:00:00+02:00",
    "start": "10:00", "duration": "00:45", "room": "Pier 9", "slug": "tide31-11-ebb",
    "title": "Ebb &amp; flow", "subtitle": "", "track": "Sea", "type": "lightning_talk",
    "language": "en", "abstract": "<p>Low.</p>", "description": "High.\r\n\r\nDry.",
    "do_not_record": False,
    "persons": [
        {"guid": "p-1", "id": 1, "name": "ada", "public_name": "Ada Quay"},
        {"code": "BO", "public_name": "Bo Reef", "biography": "", "answers": []},
    ],
    "links": [{"url": "https://example.org", "title": "Slides"}], "attachments": [],
}  # fmt: skip
SWIM: dict[str, Any] = {
    "id": 12,
    "start": "00:30",
    "title": "Night swim",
    "persons": [{"name": "Ada"}],
}
FRAB: dict[str, Any] = {
    "schedule": {
        "version": "Spring tide",
        "base_url": "https://example.org/31/",
        "conference": {
            "acronym": "tide31",
            "title": "Tide & Time 2031",
            "start": "2031-05-03",
            "end": "2031-05-04",
            "daysCount": 2,
            "time_zone_name": "Europe/Oslo",
            "rooms": [{"name": "Pier 9", "guid": "r-1"}, {"name": "Attic"}],
            "days": [
                {
                    "index": 1,
                    "date": "2031-05-03",
                    "day_start": "2031-05-03T09:00:00+02:00",
                    "day_end": "2031-05-04T04:00:00+02:00",
                    "rooms": {"Pier 9": [EBB, SWIM], "Attic": []},
                },
            ],
        },
    }
}


def document(value: object) -> Document:
    data = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Document("tide.json", lambda: io.BytesIO(data), len(data), data[:PIECE])


def nobody(_done: int, _all: int) -> None:
    pass


def read(value: object) -> list[Statement]:
    return list(frab_json.read(document(value), nobody))


def talks(statements: list[Statement]) -> list[StatedTalk]:
    return [each for each in statements if isinstance(each, StatedTalk)]


def doubts(statements: list[Statement]) -> list[Doubt]:
    return [each for each in statements if isinstance(each, Doubt)]


def refusal(value: object) -> str:
    with pytest.raises(IntakeError) as caught:
        read(value)
    return str(caught.value)


def days(*found: object, **conference: object) -> dict[str, Any]:
    return {"schedule": {"conference": {"title": "T", "days": list(found), **conference}}}


def on_a_day(**said: object) -> dict[str, Any]:
    return days({"date": "2031-05-03", **said})


def test_a_schedule_is_read_whole() -> None:
    source, event, first, second, nameless = read(FRAB)
    assert source == StatedSource("Tide & Time 2031", url="https://example.org/31/", key="tide31")
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 4))
    assert first == StatedTalk(
        "conference", "Ebb & flow", "11", "lightning talk", "Sea", "Pier 9",
        datetime(2031, 5, 3, 10), datetime(2031, 5, 3, 10, 45), "en", "Low.\nHigh.\nDry.",
        "https://example.org/31/11",
        (StatedPerson("Ada Quay", "guid:p-1"), StatedPerson("Bo Reef", "code:BO")),
        (Where(item="event 11"),),
    )  # fmt: skip
    assert isinstance(second, StatedTalk)
    assert (second.room, second.start) == ("Pier 9", datetime(2031, 5, 4, 0, 30))
    assert nameless == Doubt(
        Where(item="event 12"), "`Ada` has no id, though other people here have one"
    )


def test_the_conference_may_stand_alone() -> None:
    assert read(FRAB["schedule"]) == read(FRAB)
    assert frab_json.recognises(document(FRAB["schedule"]))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_the_same_is_read_in_any_encoding(encoding: str) -> None:
    data = json.dumps(FRAB, indent=2).encode(encoding)
    assert frab_json.recognises(document(data))
    assert read(data) == read(FRAB)


@pytest.mark.parametrize(
    "value",
    [
        {"generator": {"name": "x", "n": [1]}, "$schema": "y", **FRAB},
        {"schedule": {"days": []}},
        {"schedule": {"events": []}},
        {"conference": {"days": []}},
    ],
)
def test_a_schedule_is_recognised_by_its_keys(value: object) -> None:
    assert frab_json.recognises(document(value))


@pytest.mark.parametrize(
    "value",
    [b"", b"{", b"<schedule><conference/></schedule>", {}, [], {"schedule": []}, {"days": []},
     {"schedule": "conference"}, {"schedule": {"monday": [{"conference": 1}]}},
     {"results": [{"code": "A", "title": "T", "speakers": []}]}],
)  # fmt: skip
def test_another_document_is_not_recognised(value: object) -> None:
    assert not frab_json.recognises(document(value))


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (b'{"schedule":\n {', "tide.json, line 2: is no whole JSON"),
        ([1], "is no schedule: it is a list of 1"),
        ({"schedule": [1, 2]}, "is no schedule: it is an object with `schedule`"),
        (
            {"schedule": {"monday": {}}},
            "has neither days nor events; it is an object with `monday`",
        ),
        ({"schedule": {"conference": 7}}, "has neither days nor events; it is an object with"),
        (days(7), "has a day 1 that is `7`"),
        ({"schedule": {"conference": {"days": {"a": 1}}}}, "days that are no list but an object"),
        ({"schedule": {"events": "all"}}, "has events that are no list but `all`"),
        (days(rooms=7), "has rooms that are no list but `7`"),
        (days(tracks={"a": 7}), "has tracks that are no list but an object with `a`"),
        (on_a_day(rooms=7), "has rooms of day 1 that are no list but `7`"),
        (on_a_day(rooms=["Attic"]), "has a room on day 1 that is `Attic`"),
        (on_a_day(rooms={"Attic": EBB}), "has events of room Attic on day 1 that are no list but"),
        (on_a_day(events="none"), "has events of day 1 that are no list but `none`"),
    ],
)
def test_a_form_that_is_not_known_is_refused_in_one_sentence(value: object, said: str) -> None:
    assert said in refusal(value)
    assert "\n" not in refusal(value)


def test_rooms_and_events_may_be_lists() -> None:
    one = {"id": 1, "title": "A", "start": "10:00"}
    for said in (
        {"rooms": [{"name": "Pier 9", "events": [one]}]},
        {"rooms": [{"name": "Pier 9", "talks": [one]}]},
        {"events": [{**one, "room": "Pier 9"}]},
        {"rooms": None, "events": [{**one, "room": {"name": "Pier 9", "slug": "pier"}}]},
    ):
        (talk,) = talks(read(on_a_day(**said)))
        assert (talk.room, talk.start) == ("Pier 9", datetime(2031, 5, 3, 10))


def test_the_second_version_has_its_events_beside_the_days() -> None:
    value = days({"index": 1, "date": "2031-05-03"}, tracks=[{"slug": "sea", "name": "Sea"}, 7])
    value["schedule"]["events"] = [
        {
            "type": "KEYNOTE", "code": "EBB", "start": "2031-05-03T10:00:00+02:00",
            "end": "2031-05-03T11:00:00+02:00", "room": {"name": "Attic"}, "title": "Ebb",
            "track": {"slug": "sea"},
            "participants": [{"guid": "p", "name": "Ada", "role": "SPEAKER"}],
        },
        {"code": "B", "title": "B", "start": "2031-05-03T12:00", "track": {"slug": "unknown"}},
    ]  # fmt: skip
    first, second = talks(read(value))
    assert first == StatedTalk(
        "conference", "Ebb", "EBB", "keynote", "Sea", "Attic", datetime(2031, 5, 3, 10),
        datetime(2031, 5, 3, 11), people=(StatedPerson("Ada", "guid:p"),),
        where=(Where(item="event EBB"),),
    )  # fmt: skip
    assert second.session is None


def test_dates_and_places_of_the_conference() -> None:
    value = days(
        {"date": "2031-05-04"}, {"day_start": "2031-05-03T09:00:00"}, {"date": "2031-02-30"},
        city={"en": "Grimstad"}, venue="Pier 9",
    )  # fmt: skip
    _, event, doubt = read(value)
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 4))
    assert event.places == (StatedPlace("Grimstad"), StatedPlace("Pier 9"))
    assert doubt == Doubt(Where(item="day 3"), "`2031-02-30` is no date")


def test_days_outside_and_rooms_unknown_are_doubted() -> None:
    value = copy.deepcopy(FRAB)
    conference = value["schedule"]["conference"]
    conference["days"][0]["date"] = "2031-05-09"
    conference["days"][0]["rooms"]["Cellar"] = [{**SWIM, "id": 13}]
    said = [(doubt.where.item, doubt.message) for doubt in doubts(read(value))]
    assert ("day 1", "2031-05-09 is outside the conference (2031-05-03 to 2031-05-04)") in said
    assert ("event 13", "room `Cellar` is not among the rooms of the schedule") in said


@pytest.mark.parametrize("key", ["persons", "participants", "duration"])
def test_two_rooms_of_one_name_on_a_day_lose_nothing(key: str) -> None:
    first = json.dumps({"id": 1, "title": "First", key: []})
    second = json.dumps({"id": 2, "title": "Second", key: []})
    text = (
        '{"schedule": {"conference": {"title": "T", "days": [{"date": "2031-05-03", '
        f'"rooms": {{"Attic": [{first}], "Attic": [{second}]}}}}]}}}}}}'
    )
    assert [talk.title for talk in talks(read(text.encode()))] == ["First", "Second"]


def test_a_room_without_a_name_is_no_room_of_the_list() -> None:
    value = days({"date": "2031-05-03", "rooms": {"Attic": [SWIM]}}, rooms=[{"name": " "}, {}])
    assert [each.message for each in doubts(read(value))] == []


def test_every_event_is_a_talk_or_lost() -> None:
    events = [{"id": 1, "title": "A"}, {"id": 2}, 7, {"id": 1, "title": "B"}, None,
              {"title": {"de": "C"}, "persons": [{"id": 3}, {"name": "P"}]}]  # fmt: skip
    statements = read(on_a_day(rooms={"Attic": events}))
    lost = [(each.where.item, each.lost, each.message) for each in doubts(statements) if each.lost]
    assert [(talk.title, talk.key) for talk in talks(statements)] == [
        ("A", "1"), ("B", None), ("C", None),
    ]  # fmt: skip
    assert lost == [
        ("event 2", "talk", "a talk without a title"),
        ("event number 3", "talk", "no talk but `7`"),
        ("event number 5", "talk", "no talk but nothing"),
        ("event number 6", "person", "a person without a name"),
    ]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["en", "name", "slug", "id", "title", "date"]), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip


@given(
    st.dictionaries(st.sampled_from([*EBB, "participants", "end", "code"]), VALUES),
    st.dictionaries(st.sampled_from(["date", "day_start", "day_end", "index"]), VALUES),
    st.dictionaries(st.sampled_from(["title", "acronym", "start", "end", "city"]), VALUES),
)
def test_values_of_any_kind_are_read_or_doubted(
    event: dict[str, Any], day: dict[str, Any], conference: dict[str, Any]
) -> None:
    statements = read(days({**day, "rooms": {"Attic": [event]}}, **conference))
    lost = [each for each in doubts(statements) if each.lost == "talk"]
    assert len(talks(statements)) + len(lost) == 1
