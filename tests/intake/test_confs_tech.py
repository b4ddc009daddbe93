"""Lists of conferences as confs.tech keeps them."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from clustertui.intake import confs_tech, jsonld, table
from clustertui.intake.document import IntakeError
from clustertui.intake.stated import StatedEvent, StatedPlace, StatedSource, Where
from tests.intake.feeds import document, doubts, events, short, statements


def conference(**more: Any) -> dict[str, Any]:
    return {
        "name": "TideConf", "url": "https://x.example", "startDate": "2024-02-03",
        "endDate": "2024-02-04", "city": "Lisbon", "country": "Portugal", **more,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (json.dumps([conference(twitter="@tide")], indent=2), True),
        ("\ufeff" + json.dumps([conference()]), True),
        (json.dumps([conference(), 7])[:-5], True),
        (json.dumps([{"@type": "Event", **conference()}]), False),
        (json.dumps([{"name": "A", "url": "x"}]), False),
        (json.dumps(conference()), False),
        ("[]", False),
        ("[1]", False),
        ("name,url,startDate", False),
    ],
    ids=short,
)
def test_a_list_of_flat_conferences_is_recognised(text: str, does: bool) -> None:
    assert confs_tech.recognises(document(text)) is does
    assert not (does and (jsonld.recognises(document(text)) or table.recognises(document(text))))


def test_every_conference_is_an_event_with_its_lines() -> None:
    text = json.dumps([conference(), conference(name="Tide &amp; foam workshop", online=True)],
                      indent=1)  # fmt: skip
    source, first, second = statements(confs_tech, document(text, "tides.json"))
    assert source == StatedSource("tides")
    assert first == StatedEvent(
        "conference 1", "TideConf", "conference", date(2024, 2, 3), date(2024, 2, 4),
        places=(StatedPlace("Lisbon", "Portugal"),), url="https://x.example", where=(Where(2, 9),),
    )  # fmt: skip
    assert isinstance(second, StatedEvent)
    assert (second.name, second.kind) == ("Tide & foam workshop", "workshop")
    assert second.places == (StatedPlace("Lisbon", "Portugal"), StatedPlace("online"))


@pytest.mark.parametrize(
    ("more", "places"),
    [
        ({"city": None, "country": None, "online": True}, (StatedPlace("online"),)),
        ({"city": "", "country": "Portugal"}, (StatedPlace("Portugal"),)),
        ({"country": None}, (StatedPlace("Lisbon"),)),
        ({"city": 7, "country": 7, "online": "no"}, ()),
    ],
)
def test_places(more: dict[str, Any], places: tuple[StatedPlace, ...]) -> None:
    assert events(confs_tech, json.dumps([conference(**more)]))[0].places == places


@pytest.mark.parametrize(
    ("more", "found", "message"),
    [
        ({"endDate": None}, (date(2024, 2, 3), date(2024, 2, 3), "day"), None),
        ({"endDate": "2024-13-01"}, (date(2024, 2, 3), date(2024, 2, 3), "day"),
         "the end `2024-13-01` is no date that there is"),
        ({"endDate": "2024-01-01"}, (date(2024, 2, 3), date(2024, 2, 3), "day"),
         "it ends before it begins; the end is left out"),
        ({"startDate": "20008-02-24"}, (None, None, "none"),
         "the start `20008-02-24` is no date that there is"),
        ({"startDate": ""}, (None, None, "none"), "no start is given"),
        ({"startDate": 7, "endDate": 7}, (None, None, "none"),
         "the start `7` is no date that there is"),
        ({"startDate": "2024-02", "endDate": "2024-02-04"},
         (date(2024, 2, 1), date(2024, 2, 4), "month"), None),
        ({"endDate": "2024-03"}, (date(2024, 2, 3), date(2024, 3, 31), "month"), None),
    ],
)  # fmt: skip
def test_dates(more: dict[str, Any], found: tuple[Any, ...], message: str | None) -> None:
    text = json.dumps([conference(**more)])
    (event,) = events(confs_tech, text)
    assert (event.start, event.end, event.precision) == found
    assert message is None or doubts(confs_tech, text)[0] == ("line 1", message, "")


def test_what_is_no_conference_is_lost_and_told() -> None:
    text = '[\n{"url": "x"},\n{"name": 7, "url": 7},\n7, {"name": "A", "url": 7}]'
    assert doubts(confs_tech, text)[:3] == [
        ("line 2", "the conference has no name", "event"),
        ("line 3", "the conference has no name", "event"),
        ("line 4", "this is no conference but a bare value", "event"),
    ]
    assert events(confs_tech, text)[0].url is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[{"name": "A"},\n]', "line 2: is no JSON: at column 1 a comma stands before"),
        ('{"name": "A"}', "is no list of conferences: it must begin with `\\["),
        ("[ ]", "is an empty list"),
        ("[" * 100_000, "nested too deeply"),
    ],
    ids=short,
)
def test_what_cannot_be_read_is_refused(text: str, message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        statements(confs_tech, text)
