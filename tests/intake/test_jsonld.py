"""schema.org events: which there are, what is a talk of which, and what each says."""

from __future__ import annotations

import json
import sys
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from clustertui.intake import confs_tech, jsonld, pyvideo
from clustertui.intake.document import PIECE, Document, IntakeError
from clustertui.intake.jsonld_nodes import Graph
from clustertui.intake.moments import IN_UTC, ONLY_DAY
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


def event(name: str | None = "Harbour Days", **more: Any) -> dict[str, Any]:
    node = {"@type": "Event", "name": name, **more}
    return {key.replace("at_", "@"): value for key, value in node.items()}


def person(name: str, **more: Any) -> dict[str, Any]:
    return {"@type": "Person", "name": name} | {
        key.replace("at_", "@"): value for key, value in more.items()
    }


def firm(name: str, **more: Any) -> dict[str, Any]:
    return {"@type": "Organization", "name": name, **more}


def given(*nodes: Any) -> str:
    return json.dumps({"@context": "https://schema.org", "@graph": list(nodes)})


def one_talk(**more: Any) -> StatedTalk:
    (found,) = talks(jsonld, given(event(subEvent=event("Tides", **more))))
    return found


# --- Recognition and reading ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ('{"@context": "https://schema.org", "@type": "Event"}', True),
        ('\ufeff [{"@type": ["Thing", "schema:BusinessEvent"]}]', True),
        ('{"@type": "https://schema.org/Festival"}', True),
        ('{"@context": "http://schema.org", "@graph": []}', True),
        ('{"@type": "Person"}', False),
        ('{"schedule": {"conference": {"title": "Event"}}}', False),
        ('{"count": 1, "results": [{"code": "A"}]}', False),
        ('[{"name": "A", "url": "x", "startDate": "2024-01-01"}]', False),
        ('<script type="application/ld+json">{"@type":"Event"}</script>', True),
        ('<script type="application/ld+json">{&quot;@type&quot;:&quot;Event&quot;}</script>', True),
        ('<script type="application/ld+json">{"@type":"Person"}</script>', False),
        ("<html><p>Event</p></html>", False),
        ("BEGIN:VCALENDAR", False),
    ],
)
def test_events_are_recognised(text: str, does: bool) -> None:
    assert jsonld.recognises(document(text)) is does
    assert not (does and (confs_tech.recognises(document(text))))
    assert not (does and (pyvideo.recognises(document(text))))


def test_a_script_far_down_the_page_is_recognised() -> None:
    script = '<script type="application/ld+json">{"@type":"Event"}</script>'
    page = "<html>" + "<p>tide</p>" * PIECE + script
    assert jsonld.recognises(document(page))

    def gone() -> Any:
        raise OSError

    head = page.encode()[:PIECE]
    assert not jsonld.recognises(Document("x", gone, len(page), head))


def test_a_page_gives_the_events_of_its_scripts_with_their_lines() -> None:
    page = """<!doctype html>
<html><head><title>Tide &amp; Foam</title>
<script>var a = 1;</script>
<script type="application/ld+json">
[{"@type": "Person", "name": "Ana"},
 {"@type": "Event", "name": "Harbour
 Days", "startDate": "2024-02-03"}]
</script>
<script type='Application/LD+JSON'>{"@type": "Event", "name": "Foam Fair"}</script>
"""
    source, first, second = statements(jsonld, page)
    assert source == StatedSource("Tide & Foam")
    assert isinstance(first, StatedEvent)
    assert isinstance(second, StatedEvent)
    assert (first.name, first.where) == ("Harbour Days", (Where(6, 7, "script 2 [1]"),))
    assert (second.name, second.where) == ("Foam Fair", (Where(9, 9, "script 3 [0]"),))


def test_a_faulty_script_is_doubted_and_the_others_come_in() -> None:
    faulty = '<script type="application/ld+json">\n{"@type": "Event",}</script>\n'
    whole = '<script type="application/ld+json">{"@type": "Event", "name": "A"}</script>'
    found = doubts(jsonld, f"<p>\n{faulty}{whole}")
    assert found == [
        ("line 3", "a script is no JSON: at column 19 a comma stands before the closing bracket; "
         "take it out", "event"),
    ]  # fmt: skip
    assert statements(jsonld, f"<p>{whole}")[0] == StatedSource("A")
    with pytest.raises(IntakeError, match=r"^harbour.txt, line 3: a script is no JSON"):
        statements(jsonld, f"<p>\n{faulty}")
    deep = f'<script type="application/ld+json">{"[" * 99999}</script>'
    with pytest.raises(IntakeError, match=r"line 1: a script is JSON that is nested too deeply"):
        statements(jsonld, f"<p>{deep}")


def test_comments_are_not_read_and_pages_may_be_deep_and_unfinished() -> None:
    script = '<script type="application/ld&#x2B;json">{"@type": "Event", "name": "A"}'
    page = (
        f"<!doctype html>\n<!-- {script}</script> -->\n<TITLE>One<title>{'<div>' * 99999}{script}"
    )
    assert [(each.name, str(each.where[0])) for each in events(jsonld, page)] == [("A", "line 3")]
    (source, *_) = statements(jsonld, page.replace("<title>", "</Title><title>Two</title>"))
    assert source == StatedSource("One")
    with pytest.raises(IntakeError, match="holds no event"):
        statements(jsonld, f"<!-- {script}")
    assert jsonld.recognises(document(page))


def test_a_script_that_cannot_be_found_again_still_counts() -> None:
    script = '<script type="application/ld+json">{"@type": "Event",\0 "name": "A"}</script>'
    page = f"<p>A page about tides and foam</p>{script}"
    assert [each.name for each in events(jsonld, page)] == ["A"]


def test_a_script_that_is_escaped_like_text_is_read() -> None:
    text = '{"@type": "Event", "name": "A"}'.replace('"', "&quot;")
    page = f'<p><script type="application/ld+json">{text}</script>'
    assert [each.name for each in events(jsonld, page)] == ["A"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"@type": "Event", "name": "A",}', r"line 1: is no JSON: at column 32 a comma stands"),
        ('{"@type": "Person", "name": "A"}', r"harbour.txt: holds no event of schema.org"),
        ("<html><title></title></html>", r"holds no event"),
        ("[" * 100_000, r"nested too deeply"),
        ('{"@type": "Event"', r"no whole JSON"),
    ],
    ids=short,
)
def test_what_cannot_be_read_is_refused(text: str, message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        statements(jsonld, text)


def test_events_that_are_too_deep_to_compare_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def deep(graph: object) -> None:
        raise RecursionError

    monkeypatch.setattr(Graph, "settle", deep)
    with pytest.raises(IntakeError, match="nested too deeply"):
        statements(jsonld, given(event()))


def test_without_the_library_a_page_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "selectolax.lexbor", None)
    with pytest.raises(IntakeError, match=r"needs the extra `intake`: pip install"):
        statements(jsonld, "<p>")
    assert [each.name for each in events(jsonld, given(event()))] == ["Harbour Days"]


@pytest.mark.parametrize(
    "text",
    [
        '{"@context": {"s": "http://schema.org/"}, "@type": "s:Event", "s:name": "A"}',
        '{"@type": "schema:Event", "schema:name": "A"}',
        '[{"@type": ["http://schema.org/Event"], "http://schema.org/name": [{"@value": "A"}]}]',
        '{"@type": "Event", "name": {"@list": 1, "name": "A"}}',
        '{"@type": "Event", "name": [{"@value": "B", "@language": "de"},'
        ' {"@value": "A", "@language": "en-GB"}]}',
    ],
)
def test_prefixes_and_wrapped_values_are_undone(text: str) -> None:
    assert [each.name for each in events(jsonld, text)] == ["A"]


def test_events_inside_lists_and_pages_are_found() -> None:
    listed = {"@type": "ItemList", "itemListElement": [
        {"@type": "ListItem", "item": event("A")}, {"@type": "ListItem", "item": "x"}]}  # fmt: skip
    page = {"@type": "WebPage", "mainEntity": event("B", startDate=2024)}
    text = given(listed, page, {"@type": "PublicationEvent", "name": "C"}, 7)
    assert [(each.name, each.start) for each in events(jsonld, text)] == [
        ("A", None), ("B", date(2024, 1, 1)),
    ]  # fmt: skip


# --- Events --------------------------------------------------------------------------------------


def test_an_event_says_when_where_and_by_whom() -> None:
    text = given(
        event(
            "Tide &amp; foam  conference", at_id="#days", startDate="2024-02-03",
            endDate="2024-02-05T18:00", description="<p>One</p><p>Two</p>", url="https://x.example",
            location={"@type": "Place", "name": "Hall 3", "address": {
                "addressLocality": "Lisbon",
                "addressCountry": {"@type": "Country", "name": "Portugal"}}},
            organizer=[firm("Tide Agency"), person("Ana Quill", jobTitle="Director"), "Port"],
            sponsor=firm("Foam Ltd"), funder={"name": "Sea Fund"}, attendee=person("Bo Ek"),
            performer=[firm("Shanty Choir"), firm("")],
        )
    )  # fmt: skip
    found = statements(jsonld, text)
    assert found[1] == StatedEvent(
        "#days", "Tide & foam conference", "conference", date(2024, 2, 3), date(2024, 2, 5),
        description="One\nTwo",
        places=(StatedPlace("Lisbon", "Portugal"), StatedPlace("Hall 3", "Portugal")),
        organisations=(
            ("Shanty Choir", "performer"), ("Tide Agency", "organiser"), ("Port", "organiser"),
            ("Foam Ltd", "sponsor"), ("Sea Fund", "funder"),
        ),
        people=(
            StatedPerson("Bo Ek"),
            StatedPerson("Ana Quill", None, (StatedAffiliation(None, None, "Director"),)),
        ),
        url="https://x.example", where=(Where(1, 1, "[0].@graph[0]"),),
    )  # fmt: skip
    assert found[2:] == [
        Doubt(Where(1, 1, "[0].@graph[0]"), "an organisation has no name and is left out")
    ]


@pytest.mark.parametrize(
    ("location", "places"),
    [
        ("Lisbon", [StatedPlace("Lisbon")]),
        (["Lisbon", {"@type": "VirtualLocation"}], [StatedPlace("Lisbon"), StatedPlace("online")]),
        ({"@type": "Place", "address": "1 Quay, Lisbon"}, [StatedPlace("1 Quay, Lisbon")]),
        ({"@type": "Place", "name": "Hall", "address": "1 Quay"}, [StatedPlace("Hall")]),
        ({"@type": "Place"}, []),
        ("", []),
    ],
)
def test_places_are_written_in_several_ways(location: Any, places: list[StatedPlace]) -> None:
    (found,) = events(jsonld, given(event(location=location)))
    assert list(found.places) == places


@pytest.mark.parametrize(
    ("more", "kind"),
    [
        ({"at_type": "Hackathon"}, "hackathon"),
        ({"at_type": ["Thing", "CourseInstance"]}, "training"),
        ({"at_type": "SocialEvent"}, "event"),
        ({"name": "Tide workshop", "at_type": "Hackathon"}, "workshop"),
    ],
)
def test_the_name_and_then_the_type_tell_the_kind(more: dict[str, Any], kind: str) -> None:
    assert events(jsonld, given(event(**{"name": "Days", **more})))[0].kind == kind


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ("2024-02-03", None, (date(2024, 2, 3), date(2024, 2, 3), "day")),
        ("2024-02", None, (date(2024, 2, 1), date(2024, 2, 29), "month")),
        ("2024-02", "2025", (date(2024, 2, 1), date(2025, 12, 31), "year")),
        (None, "2024-02-03", (None, None, "none")),
        ("2024-02-03", "2024-02-01", (date(2024, 2, 3), date(2024, 2, 3), "day")),
        ("20008-02-24", "", (None, None, "none")),
    ],
)
def test_dates_are_as_exact_as_stated(start: Any, end: Any, found: tuple[Any, ...]) -> None:
    (each,) = events(jsonld, given(event(startDate=start, endDate=end)))
    assert (each.start, each.end, each.precision) == found


@pytest.mark.parametrize(
    ("more", "message", "lost"),
    [
        ({"startDate": "20008-02-24"}, "`20008-02-24` is no date or time that there is", ""),
        ({"startDate": "2024-02-03", "endDate": "2024-02-01"},
         "it ends before it begins; the end is left out", ""),
        ({"name": " "}, "the event has no name", "event"),
        ({"eventStatus": "https://schema.org/EventCancelled"}, "`Harbour Days` is cancelled",
         "event"),
        ({"performer": person("")}, "a person has no name", "person"),
        ({"performer": {"@id": "#ana"}}, "a person has no name: `#ana`", "person"),
        ({"subEvent": {"@id": "#foam"}},
         "it refers to `#foam`, which the document does not describe", ""),
        ({"superEvent": "Foam"}, "it refers to `Foam`, which the document does not describe", ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(more: dict[str, Any], message: str, lost: str) -> None:
    assert doubts(jsonld, given(event(**more))) == [("line 1", message, lost)]


def test_an_event_that_has_parts_is_not_lost() -> None:
    text = given(
        event(None, subEvent=event("A", performer="Ana Quill")),
        event("B", eventStatus="EventCancelled", subEvent=event("C", performer="Bo Ek")),
    )
    found = events(jsonld, document(text, "tide.json"))
    assert [each.name for each in found] == ["tide", "B"]
    assert found[0].guessed == (("name", "the document gives the event no name"),)
    assert [each[1:] for each in doubts(jsonld, text)] == [
        ("the event has no name; the document's is taken", ""), ("`B` is cancelled", ""),
    ]  # fmt: skip
    assert events(jsonld, document(text, event="Mine"))[0].name == "Mine"


# --- Parts and talks -----------------------------------------------------------------------------


def test_a_part_with_a_speaker_is_a_talk() -> None:
    node = event(
        "Keynote: tides", at_id="#t", startDate="2024-02-03T10:00:00+01:00",
        endDate="2024-02-03T10:45:00+01:00", performer=person("Dr. Ana Quill", at_id="#ana"),
        inLanguage={"@type": "Language", "name": "English"}, location=[{}, {"name": "Room 1"}],
        description="About tides", url="https://x.example/t",
    )  # fmt: skip
    found = statements(jsonld, given(event(subEvent=[node], startDate="2024-02-03")))
    assert found[2] == StatedTalk(
        "[0].@graph[0]", "Keynote: tides", "#t", "keynote", None, "Room 1",
        datetime(2024, 2, 3, 10), datetime(2024, 2, 3, 10, 45), "English", "About tides",
        "https://x.example/t", (StatedPerson("Ana Quill", "id:#ana"),),
        (Where(1, 1, "[0].@graph[0].subEvent[0]"),),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("whole", "part", "is_talk"),
    [
        ({}, {"performer": "Ana Quill"}, True),
        ({}, {"performer": []}, False),
        ({}, {"startDate": "2024-02-03T10:00"}, True),
        ({"startDate": "2024-02-03"}, {"startDate": "2024-02-03T10:00"}, True),
        ({"startDate": "2024-02-02", "endDate": "2024-02-04"}, {"startDate": "2024-02-03T10:00"},
         True),
        ({"startDate": "2024-02-03"}, {"startDate": "2024-02-04T10:00"}, False),
        ({}, {"startDate": "2024-02-03T10:00", "endDate": "2024-02-05T10:00"}, False),
        ({}, {"startDate": "2024-02-03T10:00", "endDate": "2024-02-03"}, True),
        ({}, {"startDate": "2024-02-03"}, False),
        ({}, {"performer": "Ana Quill", "subEvent": [event("A")]}, False),
        ({"at_type": "EventSeries"}, {"performer": "Ana Quill"}, False),
    ],
)  # fmt: skip
def test_which_part_is_a_talk(whole: dict[str, Any], part: dict[str, Any], is_talk: bool) -> None:
    text = given(event(**whole, subEvent=event("Tides", **part)))
    assert ("Tides" in [each.title for each in talks(jsonld, text)]) is is_talk
    if not is_talk:
        assert [each.parent for each in events(jsonld, text)][:2] == [None, "[0].@graph[0]"]


def test_parts_are_known_by_reference_from_either_side() -> None:
    text = given(
        event("B", at_id="#b", superEvent={"@id": "#a"}),
        event("A", at_id="#a", subEvent=["#c", {"@id": "#b", "@type": "Event"}, None]),
        event("C", at_id="#c"),
        event("D", superEvent="https://x.example/a"),
        event("E", url="https://x.example/a"),
    )
    assert [(each.name, each.parent) for each in events(jsonld, text)] == [
        ("A", None), ("B", "#a"), ("C", "#a"), ("E", None), ("D", "[0].@graph[4]"),
    ]  # fmt: skip


def test_a_mentioned_whole_is_one_event_however_often_it_is_mentioned() -> None:
    named, dated = event("Days"), event("Days", startDate="2024-02-03")
    text = given(
        event("A", superEvent=named), event("B", superEvent=[named]),
        event("Foam", at_id="#f", startDate="2024-02-03"),
        event("C", superEvent=event("Foam", startDate="2024-02-03")),
        event("D", superEvent=event("Foam", startDate="2025-02-03")),
        event("E", superEvent=event("Foam!", at_id="#f")),
        event("Foam", superEvent=event("Foam")),
        event("F", superEvent=event(None)),
    )  # fmt: skip
    found = [(each.name, each.parent) for each in events(jsonld, text)]
    assert found == [
        ("Days", None), ("A", "[0].@graph[0].superEvent"), ("B", "[0].@graph[0].superEvent"),
        ("Foam", None), ("C", "#f"), ("E", "#f"), ("Foam", "#f"),
        ("Foam", None), ("D", "[0].@graph[4].superEvent"),
        ("harbour", None), ("F", "[0].@graph[7].superEvent"),
    ]  # fmt: skip
    text = given(event("A", superEvent=named), event("B", superEvent=dated), dated)
    assert [each.name for each in events(jsonld, text)] == ["Days", "A", "B"]


def test_circles_are_opened() -> None:
    circle = "it is said to be a part of itself"
    text = given(
        event("A", at_id="#a", superEvent={"@id": "#b"}),
        event("B", at_id="#b", superEvent={"@id": "#c"}),
        event("C", at_id="#c", superEvent={"@id": "#a"}),
        event("D", superEvent={"@id": "#c"}),
        event("E", at_id="#e", subEvent={"@id": "#e"}),
    )
    assert {each.name: each.parent for each in events(jsonld, text)} == {
        "A": None, "B": "#c", "C": "#a", "D": "#c", "E": None,
    }  # fmt: skip
    assert [each[1] for each in doubts(jsonld, text)] == [circle, circle]
    assert len(only(Doubt, statements(jsonld, text))) == 2


def test_one_event_that_is_described_twice_is_one_and_two_of_one_id_are_doubted() -> None:
    text = given(
        event("A", at_id="#a"),
        event("A", at_id="#a", startDate="2024-02-03"),
        event("B", at_id="#a"),
        event("C", subEvent=[event("D", at_id="#a", performer="Ana Quill")]),
    )
    found = events(jsonld, text)
    assert [(each.key, each.name, each.start) for each in found] == [
        ("#a", "A", date(2024, 2, 3)), ("[0].@graph[2]", "B", None), ("[0].@graph[3]", "C", None),
    ]  # fmt: skip
    assert [each.key for each in talks(jsonld, text)] == [None]
    assert [each[1] for each in doubts(jsonld, text)] == ["its identifier is used before: `#a`"] * 2


def test_what_is_wrong_with_a_talk_is_told() -> None:
    timed = {"startDate": "2024-02-03T10:00"}
    text = given(
        event(subEvent=[
            event("", **timed), event("A", **timed, eventStatus="EventCancelled"),
            event("Coffee break", **timed), event("B", **timed),
            event("C", performer=[firm("Foam Ltd"), person("TBA")], attendee=[
                person("Bo Ek"), firm("Port")]),
        ])
    )  # fmt: skip
    assert [each[1:] for each in doubts(jsonld, text)] == [
        ("the talk has no title", "talk"), ("`A` is cancelled", "talk"),
        ("`B`: no speaker is named", ""),
        ("a person has no name: `TBA`", "person"), ("`C`: no speaker is named", ""),
    ]  # fmt: skip
    (whole,) = events(jsonld, text)
    assert whole.organisations == (("Foam Ltd", "performer"), ("Port", "participant"))
    assert whole.people == (StatedPerson("Bo Ek"),)


@pytest.mark.parametrize(
    ("more", "start", "end", "guessed"),
    [
        ({"startDate": "2024-02-03T10:00Z"}, datetime(2024, 2, 3, 10), None, IN_UTC),
        ({"startDate": "2024-02-03"}, datetime(2024, 2, 3), None, ONLY_DAY),
        ({"startDate": "2024-02-03T10:00", "duration": "PT45M"}, datetime(2024, 2, 3, 10),
         datetime(2024, 2, 3, 10, 45), ""),
        ({"startDate": "2024-02-03T10:00", "duration": "long"}, datetime(2024, 2, 3, 10), None, ""),
        ({"startDate": "2024-02-03T10:00", "endDate": "2024-02-03T09:00"},
         datetime(2024, 2, 3, 10), None, ""),
        ({}, None, None, ""),
    ],
)  # fmt: skip
def test_times_are_local_as_written(
    more: dict[str, Any], start: datetime | None, end: datetime | None, guessed: str
) -> None:
    found = one_talk(performer="Ana Quill", **more)
    assert (found.start, found.end) == (start, end)
    assert found.guessed == ((("start", guessed),) if guessed else ())


@pytest.mark.parametrize(
    ("location", "room"),
    [("Room 1", "Room 1"), ({"@type": "VirtualLocation"}, "online"), ({}, None), (None, None)],
)
def test_a_talk_has_one_room(location: Any, room: str | None) -> None:
    assert one_talk(performer="Ana Quill", location=location).room == room


# --- People --------------------------------------------------------------------------------------

QUILL = "Ana Quill"


@pytest.mark.parametrize(
    ("performer", "found"),
    [
        ("Ana Quill, Bo Ek", [StatedPerson(QUILL), StatedPerson("Bo Ek")]),
        ([person(QUILL), person(QUILL)], [StatedPerson(QUILL)]),
        ({"name": QUILL}, [StatedPerson(QUILL)]),
        ({"@list": [person(QUILL)]}, [StatedPerson(QUILL)]),
        ({"@type": "Person", "givenName": "Ana", "familyName": "Quill"}, [StatedPerson(QUILL)]),
        (person(QUILL, email="mailto:Ana@x.example"),
         [StatedPerson(QUILL, "mailto:ana@x.example")]),
        (person(QUILL, url="https://a.example"),
         [StatedPerson(QUILL, "id:https://a.example", (), "https://a.example")]),
        (person(QUILL, worksFor=firm("Tide"), jobTitle=["Director", "Chair"]),
         [StatedPerson(QUILL, None, (StatedAffiliation("Tide", None, "Director"),))]),
        (person(QUILL, affiliation=["Tide", firm("Foam", address={"addressCountry": "PT"}), ""],
                memberOf=firm("Tide")),
         [StatedPerson(QUILL, None, (StatedAffiliation("Tide"),
                                     StatedAffiliation("Foam", None, None, "PT")))]),
        ({"@type": "PerformanceRole", "performer": person(QUILL), "roleName": "chair"},
         [StatedPerson(QUILL, None, (StatedAffiliation(None, None, "chair"),))]),
        ({"@type": "Role"}, []),
        (7, []),
    ],
)  # fmt: skip
def test_people_are_written_in_several_ways(performer: Any, found: list[StatedPerson]) -> None:
    assert list(one_talk(performer=performer).people) == found


def test_a_person_is_described_once_and_referred_to() -> None:
    text = given(
        event("Days", subEvent=[
            event("A", performer={"@id": "#ana"}),
            event("B", performer=person("Ana", at_id="#ana")),
            event("C", performer={"@id": 7}),
        ]),
        person("Ana Quill", at_id="#ana", worksFor={"@id": "#tide"}),
        {"@id": "#tide", "@type": "Organization", "name": "Tide"},
    )  # fmt: skip
    known = StatedPerson("Ana Quill", "id:#ana", (StatedAffiliation("Tide"),))
    assert [each.people for each in talks(jsonld, text)] == [(known,), (known,), ()]


def test_two_people_may_work_for_one_organisation() -> None:
    found = one_talk(performer=[person(name, worksFor=firm("Tide")) for name in (QUILL, "Bo Ek")])
    assert [each.affiliations for each in found.people] == [(StatedAffiliation("Tide"),)] * 2


def test_an_organiser_keeps_the_role_of_the_job() -> None:
    text = given(event(organizer=[person("Ana Quill"), person("Bo Ek", jobTitle="Chair")]))
    (found,) = events(jsonld, text)
    assert [each.affiliations[0].role for each in found.people] == ["organiser", "Chair"]


# --- Any input -----------------------------------------------------------------------------------

NODES = st.recursive(
    st.none() | st.integers() | st.sampled_from(
        ["A", "", "#a", "2024-02-03", "2024-02-03T10:00", "Ana Quill", "20008-01-01", "\ud800"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(
            ["@id", "name", "startDate", "endDate", "subEvent", "superEvent", "performer",
             "location", "organizer", "duration", "address", "affiliation", "email", "url",
             "description", "@value", "@list", "eventStatus", "attendee", "jobTitle"]),
        inner, max_size=5,
    ).map(lambda node: {"@type": "Event", **node}) | st.dictionaries(
        st.sampled_from(["@type", "@graph", "item", "name"]), inner, max_size=3),
    max_leaves=20,
)  # fmt: skip


@examples(st.lists(NODES, min_size=1, max_size=4))
def test_any_graph_is_read_and_every_talk_has_its_event(nodes: list[Any]) -> None:
    try:
        found = list(jsonld.read(document(given(event(), *nodes)), untold))
    except IntakeError as error:
        pytest.fail(str(error))
    known = [each.key for each in only(StatedEvent, found)]
    assert len(known) == len(set(known))
    assert all(each.event in known for each in only(StatedTalk, found))
    assert all(each.parent in (None, *known) for each in only(StatedEvent, found))
    for each in only(StatedEvent, found):
        seen: list[str] = []
        parent = each.parent
        while parent:
            assert parent not in seen
            seen.append(parent)
            (parent,) = [other.parent for other in only(StatedEvent, found) if other.key == parent]


def test_a_part_of_a_long_item_is_named_by_its_path() -> None:
    text = json.dumps(event(subEvent=[event(f"T{n}", performer="Bo Ek") for n in range(99)]),
                      indent=1)  # fmt: skip
    found = talks(jsonld, text)
    assert found[98].where == (Where(item="[0].subEvent[98]"),)
    assert [each.where[0].first_line for each in events(jsonld, text)] == [None]
