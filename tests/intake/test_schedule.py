from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime

import pytest

from clustertui.intake.document import Document
from clustertui.intake.schedule import Programme, SaidPeople, address, kind_of, person, wording
from clustertui.intake.schedule_times import Day
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

HERE = Where(item="event 7")
SATURDAY = Day(date(2031, 5, 3))
ADA = StatedPerson("Ada Quay", "id:1")


def programme(event: str | None = None, **facts: str | None) -> Programme:
    return Programme(Document("tides.xml", io.BytesIO, event=event), facts)


def head(made: Programme, days: Iterable[date] = ()) -> tuple[StatedSource, StatedEvent, list[str]]:
    source, event, *doubts = made.head(lambda: days)
    assert isinstance(source, StatedSource)
    assert isinstance(event, StatedEvent)
    return source, event, [doubt.message for doubt in doubts if isinstance(doubt, Doubt)]


def talk(made: Programme | None = None, /, **said: str | None) -> tuple[StatedTalk, list[str]]:
    *doubts, found = (made or programme()).talk(
        HERE, "7", {"title": "Tides", "start": "10:00", **said}, [ADA], SATURDAY
    )
    assert isinstance(found, StatedTalk)
    return found, [doubt.message for doubt in doubts if isinstance(doubt, Doubt)]


# --- Kinds, people, texts, addresses -------------------------------------------------------------


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("lecture", "presentation"), ("maintrack", "presentation"), ("devroom", "presentation"),
        ("", "presentation"), ("breakout session", "presentation"), ("other", "presentation"),
        ("lightningtalk", "lightning talk"), ("Lightning Talk (5 min)", "lightning talk"),
        ("Keynote", "keynote"), ("KEYNOTES", "keynote"), ("workshop", "workshop"),
        ("Hands-on Workshop", "workshop"), ("Tutorial", "tutorial"), ("podium", "panel"),
        ("Panel Discussion", "panel"), ("Podiumsdiskussion", "panel"), ("break", "break"),
        ("Lunch break", "break"), ("Talk 30 (lightning talks)", "presentation"),
    ],
)  # fmt: skip
def test_a_type_means_a_kind(printed: str, kind: str) -> None:
    assert kind_of(printed) == kind


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ({"name": " Ada  Quay "}, StatedPerson("Ada Quay")),
        ({"name": "Ada", "public_name": "Ada Quay"}, StatedPerson("Ada Quay")),
        ({"full_public_name": "Ada Quay", "id": "1"}, ADA),
        ({"full_name": "Ada Quay", "code": "ABC"}, StatedPerson("Ada Quay", "code:ABC")),
        ({"name": "Ada Quay", "id": "1", "guid": "f0", "code": "A"},
         StatedPerson("Ada Quay", "guid:f0")),
        ({"name": "Ada Quay", "company": "Pier 9", "position": "Pilot", "country": "NO"},
         StatedPerson("Ada Quay", None, (StatedAffiliation("Pier 9", None, "Pilot", "NO"),))),
        ({"name": "Ada Quay", "job_title": "Pilot"},
         StatedPerson("Ada Quay", None, (StatedAffiliation(None, None, "Pilot"),))),
        ({"name": "Ada Quay", "url": "https://example.org/ada", "role": "SPEAKER"},
         StatedPerson("Ada Quay", url="https://example.org/ada")),
        ({"name": "Ada Quay", "country": "NO"}, StatedPerson("Ada Quay")),
        ({"name": " ", "id": "1"}, None),
        ({"id": "1"}, None),
    ],
)  # fmt: skip
def test_a_person_is_what_is_said_of_one(
    said: dict[str, str | None], found: StatedPerson | None
) -> None:
    assert person(said) == found


@pytest.mark.parametrize("field", ["organization", "organisation", "affiliation", "company",
                                   "institution", "employer"])  # fmt: skip
def test_an_affiliation_has_many_names(field: str) -> None:
    found = person({"name": "Ada", field: "Pier 9"})
    assert found is not None
    assert found.affiliations == (StatedAffiliation("Pier 9"),)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"), (None, None), (7, "7"), (7.0, "7"), (7.5, "7.5"), (True, None),
        ({"de": "Flut", "en": "Tide"}, "Tide"), ({"de": "Flut", "fr": "Marée"}, "Flut"),
        ({"de-formal": "Flut"}, "Flut"), ({"de": ""}, None), ({"en": None, "de": "Flut"}, "Flut"),
        ({"name": {"en": "Hall"}, "id": 3}, "Hall"), ({"title": "Hall"}, "Hall"), ({}, None),
        ({"capacity": 3}, None), (["en", "de", 3], "en, de"), ([], None),
    ],
)  # fmt: skip
def test_the_wording_of_a_value_is_english_where_there_are_several(
    value: object, text: str | None
) -> None:
    assert wording(value) == text


def test_people_are_read_from_whatever_lists_them() -> None:
    people = SaidPeople()
    ada = {"id": 1, "public_name": "Ada Quay"}
    assert people.of([ada, ada, {"id": 2}, "Bo Reef", 3.5, None]) == [
        ADA, ADA, None, StatedPerson("Bo Reef"), StatedPerson("3.5"), None,
    ]  # fmt: skip
    assert people.of([{"id": 0, "name": "Nil"}]) == [StatedPerson("Nil", "id:0")]
    assert people.of(None) == []
    assert people.of(ada) == [ADA]
    assert people.of([{**ada, "company": "Pier 9"}]) == [
        ADA._replace(affiliations=(StatedAffiliation("Pier 9"),))
    ]
    assert people.of([{"id": 1, "name": {"en": "Ada Quay"}}]) == [ADA]
    assert people.of([{"guid": 1, "public_name": "Ada Quay"}])[0] != ADA


@pytest.mark.parametrize(
    ("printed", "base", "found"),
    [
        (None, None, None),
        ("", "https://example.org/", None),
        (" https://example.org/a \n", None, "https://example.org/a"),
        ("/talk/7", "https://example.org/x/", "https://example.org/talk/7"),
        ("talk/7", "https://example.org/x/", "https://example.org/x/talk/7"),
        ("talk/7", None, None),
        ("javascript:alert(1)", "https://example.org/", None),
        ("https://example.org/\x1b", None, None),
        ("//[x", "https://example.org/", None),
    ],
)
def test_an_address_is_one_of_the_web(
    printed: str | None, base: str | None, found: str | None
) -> None:
    assert address(printed, base) == found


# --- The head ------------------------------------------------------------------------------------


def test_the_conference_is_stated_whole() -> None:
    source, event, doubts = head(
        programme(
            title="Tide &amp; Time 2031", acronym="Tide31", subtitle="All about water",
            start="2031-05-03", end="2031-05-04T20:00:00+02:00", city="Grimstad", venue="Pier 9",
            base_url="https://example.org/31/", country="NO",
        )
    )  # fmt: skip
    assert source == StatedSource("Tide & Time 2031", url="https://example.org/31/", key="tide31")
    assert event == StatedEvent(
        "conference", "Tide & Time 2031", "conference", date(2031, 5, 3), date(2031, 5, 4),
        description="All about water", url="https://example.org/31/",
        places=(StatedPlace("Grimstad", "NO"), StatedPlace("Pier 9", "NO")),
    )  # fmt: skip
    assert doubts == []


def test_a_conference_without_a_title_is_called_as_its_document() -> None:
    source, event, _ = head(programme())
    assert source == StatedSource("tides")
    assert (event.name, event.start, event.end, event.precision) == ("tides", None, None, "none")


def test_the_name_that_the_user_gives_prevails() -> None:
    source, event, _ = head(programme("Tide Days", title="TD"))
    assert (source.title, source.key, event.name) == ("TD", "td", "Tide Days")
    source, event, _ = head(programme("Tide Days"))
    assert (source.title, source.key, event.name) == ("Tide Days", None, "Tide Days")


def test_the_key_comes_from_the_title_without_an_acronym() -> None:
    assert head(programme(title="FlutKon 2031"))[0].key == "flutkon-2031"
    assert head(programme(title="!?"))[0].key is None


@pytest.mark.parametrize(
    ("start", "end", "days", "first", "last"),
    [
        (None, None, [4, 3, 5], 3, 5),
        ("2031-05-02", None, [3, 4], 2, 4),
        ("2031-05-09", None, [3, 4], 9, 9),
        ("2031-05-02", None, [], 2, 2),
        (None, "2031-05-04", [], 4, 4),
        (None, "2031-05-04", [3], 3, 4),
    ],
)
def test_dates_that_the_conference_lacks_are_those_of_its_days(
    start: str | None, end: str | None, days: list[int], first: int, last: int
) -> None:
    _, event, doubts = head(programme(start=start, end=end), [date(2031, 5, day) for day in days])
    assert (event.start, event.end) == (date(2031, 5, first), date(2031, 5, last))
    assert doubts == []


def test_dates_that_cannot_be_are_doubted() -> None:
    _, event, doubts = head(programme(start="2031-02-30", end="soon"), [date(2031, 5, 3)])
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 3))
    assert doubts == [
        "start of the conference, `2031-02-30`, is no date",
        "end of the conference, `soon`, is no date",
    ]
    _, event, doubts = head(programme(start="2031-05-04", end="2031-05-03"))
    assert (event.start, event.end) == (None, None)
    assert doubts == ["the conference ends (2031-05-03) before it starts (2031-05-04)"]


def test_a_day_outside_the_conference_is_doubted() -> None:
    made = programme(start="2031-05-03", end="2031-05-04")
    head(made)
    said = [list(made.outside(Day(date(2031, 5, day)), HERE)) for day in (2, 3, 4, 5)]
    assert said[1] == said[2] == list(made.outside(Day(), HERE)) == []
    assert said[0] == [
        Doubt(HERE, "2031-05-02 is outside the conference (2031-05-03 to 2031-05-04)")
    ]
    assert len(said[3]) == 1
    assert list(programme().outside(SATURDAY, HERE)) == []


# --- Talks ---------------------------------------------------------------------------------------


def test_a_talk_is_stated_whole() -> None:
    found, doubts = talk(
        programme(base_url="https://example.org/", time_zone_name="Europe/Berlin"),
        subtitle="A tale", type="Workshop", track=" Deep  water ", room="Pier 9",
        duration="00:45", language="en", abstract="<p>Low.</p>", description="High &amp; dry.",
        url="/talk/7", date="2031-05-03T08:00:00Z",
    )  # fmt: skip
    assert doubts == []
    assert found == StatedTalk(
        "conference", "Tides", "7", "workshop", "Deep water", "Pier 9",
        datetime(2031, 5, 3, 10), datetime(2031, 5, 3, 10, 45), "en",
        "A tale\nLow.\nHigh & dry.", "https://example.org/talk/7", (ADA,), (HERE,),
    )  # fmt: skip


def test_an_abstract_that_the_description_repeats_stands_once() -> None:
    assert talk(abstract="Low.", description="<p>Low.</p><p>High.</p>")[0].abstract == "Low.\nHigh."
    assert talk(abstract="Low.", description="Low.")[0].abstract == "Low."
    assert talk(abstract=" ", description="")[0].abstract is None


def test_a_talk_without_a_title_is_lost() -> None:
    for title in (None, "", " \n", "\u200b"):
        assert programme().talk(HERE, "7", {"title": title}, [ADA], SATURDAY) == [
            Doubt(HERE, "a talk without a title", "talk")
        ]


def test_a_talk_without_a_speaker_is_kept() -> None:
    doubt, found = programme().talk(HERE, None, {"title": "A", "start": "9:00"}, [], SATURDAY)
    assert doubt == Doubt(HERE, "a talk without a speaker")
    assert isinstance(found, StatedTalk)
    assert (found.key, found.people) == (None, ())
    only = programme().talk(
        HERE, None, {"title": "A", "start": "9:00", "type": "break"}, [], SATURDAY
    )
    assert len(only) == 1


def test_a_kind_is_guessed_from_the_track_only_where_no_type_is_printed() -> None:
    found, _ = talk(track="Lightning Talks")
    assert (found.kind, found.guessed) == (
        "lightning talk", (("kind", "the track is `Lightning Talks`"),)
    )  # fmt: skip
    assert talk(track="Keynotes", type=" ")[0].kind == "keynote"
    for said in ({"type": "lecture", "track": "Keynotes"}, {"track": "Workshops"}, {}):
        found, _ = talk(**said)
        assert (found.kind, found.guessed) == ("presentation", ())


@pytest.mark.parametrize(
    ("said", "end", "doubts"),
    [
        ({}, None, []),
        ({"duration": " "}, None, []),
        ({"duration": "1:30"}, "2031-05-03 11:30", []),
        ({"duration": "30:00"}, "2031-05-04 16:00", []),
        ({"duration": "long"}, None, ["duration `long` is no length of time"]),
        ({"duration": "long", "end": "11:00"}, "2031-05-03 11:00",
         ["duration `long` is no length of time"]),
        ({"end": "10:45"}, "2031-05-03 10:45", []),
        ({"end": "01:00"}, "2031-05-04 01:00", []),
        ({"end": "2031-05-03T11:00:00+02:00"}, "2031-05-03 11:00", []),
        ({"end": " "}, None, []),
        ({"end": "10:00"}, None, ["end `10:00` is no time after the start"]),
        ({"end": "2031-05-02T11:00"}, None,
         ["end `2031-05-02T11:00` is no time after the start"]),
        ({"end": "late"}, None, ["end `late` is no time after the start"]),
        ({"start": None, "end": "11:00"}, None, ["no start time is given"]),
        ({"start": None, "duration": "1:00"}, None, ["no start time is given"]),
        ({"start": "9999-12-31T23:00", "duration": "2:00"}, None,
         ["duration `2:00` goes beyond all dates"]),
        ({"start": "9999-12-31T23:00", "end": "01:00"}, None,
         ["end `01:00` is no time after the start"]),
    ],
)  # fmt: skip
def test_a_talk_ends_after_its_duration(
    said: dict[str, str | None], end: str | None, doubts: list[str]
) -> None:
    found, messages = talk(**said)
    assert (found.end, messages) == (end and datetime.fromisoformat(end), doubts)


def test_an_id_that_is_used_twice_names_the_first() -> None:
    made = programme()
    assert talk(made)[0].key == "7"
    found, doubts = talk(made)
    assert (found.key, doubts) == (None, ["id `7` is used twice; this talk goes without"])


def test_people_are_stated_once_and_the_nameless_are_lost() -> None:
    kim, other = StatedPerson("Kim", "id:2"), StatedPerson("Kim", "id:3")
    *doubts, found = programme().talk(
        HERE, "7", {"title": "A", "start": "9:00"}, [kim, None, other, kim], SATURDAY
    )
    assert isinstance(found, StatedTalk)
    assert found.people == (kim, other)
    assert doubts == [
        Doubt(HERE, "a person without a name", "person"),
        Doubt(HERE, "`Kim` is listed twice and taken once"),
    ]


def test_people_without_ids_are_doubted_where_others_have_some() -> None:
    bo = StatedPerson("Bo Reef")
    said = {"title": "A", "start": "9:00"}
    made = programme()
    made.talk(HERE, "7", said, [bo], SATURDAY)
    assert list(made.end()) == []
    made.talk(HERE, "8", said, [ADA], SATURDAY)
    assert list(made.end()) == [
        Doubt(HERE, "`Bo Reef` has no id, though other people here have one")
    ]


def test_a_room_that_the_document_does_not_list_is_doubted() -> None:
    made = programme()
    assert talk(made, room="Pier  9")[0].room == "Pier 9"
    talk(made, room="Attic")
    assert list(made.end()) == []
    made.rooms = {"Pier 9"}
    assert list(made.end()) == [Doubt(HERE, "room `Attic` is not among the rooms of the schedule")]
    made = programme()
    made.rooms = {"Pier 9"}
    talk(made, room="Pier 9")
    assert list(made.end()) == []


def test_the_night_belongs_to_the_day_before() -> None:
    made = programme(day_change="04:00:00")
    assert talk(made, start="00:30")[0].start == datetime(2031, 5, 4, 0, 30)
    assert talk(start="00:30")[0].start == datetime(2031, 5, 3, 0, 30)
