"""iCalendar: its lines, its entries, their speakers, and what calendars state together."""

from __future__ import annotations

import sys
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake import calendar_lines, ical
from clustertui.intake.document import PIECE, IntakeError
from clustertui.intake.moments import IN_UTC
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
from tests.intake.feeds import document, doubts, events, only, statements, talks, untold


def calendar(*entries: str, head: str = "X-WR-CALNAME:Harbour Days") -> str:
    return "\r\n".join(["BEGIN:VCALENDAR", head, *entries, "END:VCALENDAR", ""])


def entry(*lines: str, uid: str | None = None) -> str:
    named = [f"UID:{uid}"] if uid else []
    return "\r\n".join(["BEGIN:VEVENT", *named, *lines, "END:VEVENT"])


def talk(*lines: str, uid: str | None = None) -> str:
    return entry("SUMMARY:Tides", "DTSTART:20240203T100000", *lines, uid=uid)


def the_talk(*lines: str) -> StatedTalk:
    (found,) = talks(ical, calendar(talk(*lines)))
    return found


# --- Calendars -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("BEGIN:VCALENDAR\nEND:VCALENDAR", True),
        ("\ufeff\nbegin:vcalendar\n", True),
        ("BEGIN:VCARD", False),
        ("Title,Speaker\n", False),
    ],
)
def test_a_calendar_is_recognised(text: str, does: bool) -> None:
    assert ical.recognises(document(text)) is does


def test_timed_entries_are_the_talks_of_the_calendar() -> None:
    head = (
        "X-WR-CALNAME:Harbour Days\\, 2024\r\nX-WR-CALDESC:All <b>about</b> tides"
        "\r\nURL:https://x.example"
    )
    text = calendar(
        entry(
            "SUMMARY:Tides\\, and", "  foam", "DTSTART;TZID=Europe/Madrid:20240203T100000",
            "DURATION:PT45M", "LOCATION:Room 1", "CATEGORIES:Keynote session,Main track",
            "URL:https://x.example/1", "DESCRIPTION:About <i>tides</i>\\nand foam",
            "ATTENDEE;CN=Ana Quill:mailto:Ana@tide.example", uid="1",
        ),
        talk("DTEND:20240204T093000"),
        head=head,
    )  # fmt: skip
    source, event, first, second, doubt = statements(ical, text)
    assert source == StatedSource("Harbour Days, 2024", url="https://x.example")
    assert event == StatedEvent(
        "calendar Harbour Days, 2024", "Harbour Days, 2024", "conference", date(2024, 2, 3),
        date(2024, 2, 4), description="All about tides", url="https://x.example",
        where=(Where(1, 22),),
    )  # fmt: skip
    assert first == StatedTalk(
        event.key, "Tides, and foam", "1", "keynote", "Main track", "Room 1",
        datetime(2024, 2, 3, 10), datetime(2024, 2, 3, 10, 45), None, "About tides\nand foam",
        "https://x.example/1", (StatedPerson("Ana Quill", "mailto:ana@tide.example"),),
        (Where(5, 16),),
    )  # fmt: skip
    assert isinstance(second, StatedTalk)
    assert second.end == datetime(2024, 2, 4, 9, 30)
    assert doubt == Doubt(Where(17, 21), "no speaker is named")


def test_entries_of_a_day_or_longer_are_events_of_their_own() -> None:
    text = calendar(
        entry("SUMMARY:Tide workshop", "DTSTART;VALUE=DATE:20240203", "LOCATION:Lisbon",
              "ORGANIZER;CN=Tide Agency:mailto:x@y.example", uid="w"),
        entry("SUMMARY:Fair", "DTSTART:20240203", "DTEND:20240206"),
        entry("SUMMARY:Mission", "DTSTART:20240203T090000", "DTEND:20240205T180000"),
        entry("SUMMARY:Outlook", "DTSTART:20240203T000000", "DTEND:20240204T000000"),
        entry("SUMMARY:Marked", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE", "DTSTART:20240203T100000"),
        entry("SUMMARY:Long", "DTSTART;VALUE=DATE:20240203", "DURATION:P3D"),
        entry("SUMMARY:Same", "DTSTART;VALUE=DATE:20240203", "DTEND;VALUE=DATE:20240203"),
    )  # fmt: skip
    found = events(ical, text)
    assert [(each.name, each.kind, each.start, each.end) for each in found] == [
        ("Tide workshop", "workshop", date(2024, 2, 3), date(2024, 2, 3)),
        ("Fair", "fair", date(2024, 2, 3), date(2024, 2, 5)),
        ("Mission", "mission", date(2024, 2, 3), date(2024, 2, 5)),
        ("Outlook", "event", date(2024, 2, 3), date(2024, 2, 3)),
        ("Marked", "event", date(2024, 2, 3), date(2024, 2, 3)),
        ("Long", "event", date(2024, 2, 3), date(2024, 2, 5)),
        ("Same", "event", date(2024, 2, 3), date(2024, 2, 3)),
    ]
    assert found[0].key == "w"
    assert found[0].places == (StatedPlace("Lisbon"),)
    assert found[0].organisations == (("Tide Agency", "organiser"),)
    assert found[1].key == "lines 10–14"
    assert talks(ical, text) == []


def test_calendars_of_one_name_are_one_event_and_others_are_not() -> None:
    text = calendar(talk()) + calendar(talk()) + calendar(talk(), head="NAME:Foam Days")
    assert [each.name for each in events(ical, text)] == ["Harbour Days", "Foam Days"]
    assert [each.event for each in talks(ical, text)] == [
        "calendar Harbour Days", "calendar Harbour Days", "calendar Foam Days",
    ]  # fmt: skip


def test_the_user_may_name_the_event_and_else_the_file_does() -> None:
    assert events(ical, document(calendar(talk()), event="My Days"))[0].name == "My Days"
    nameless = calendar(talk(), head="VERSION:2.0")
    (found,) = events(ical, document(nameless, "tide.ics"))
    assert found.name == "tide"
    assert found.guessed == (("name", "the name of the file"),)


def test_a_calendar_without_any_event_is_refused() -> None:
    with pytest.raises(IntakeError, match=r"^harbour.txt: is a calendar without any event"):
        statements(ical, calendar("BEGIN:VTODO", "SUMMARY:Sweep", "END:VTODO"))


def test_without_the_library_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(IntakeError, match=r"needs the extra `intake`: pip install"):
        statements(ical, calendar(talk()))


# --- Times ---------------------------------------------------------------------------------------


def test_utc_is_turned_into_the_time_of_the_calendar() -> None:
    head = "X-WR-TIMEZONE:Europe/Madrid"
    given = calendar(talk().replace("100000", "100000Z"), head=head)
    assert talks(ical, given)[0].start == datetime(2024, 2, 3, 11)
    (utc,) = talks(ical, given.replace(head, "VERSION:2.0"))
    assert (utc.start, utc.guessed) == (datetime(2024, 2, 3, 10), (("start", IN_UTC),))
    with_zone = calendar(entry("SUMMARY:A", "DTSTART;TZID=UTC:20240203T100000"), head=head)
    assert talks(ical, with_zone)[0].start == datetime(2024, 2, 3, 11)


@pytest.mark.parametrize("zone", ["Atlantis/Deep", "../../passwd", "Europe"])
def test_an_unknown_zone_is_doubted_and_times_stay(zone: str) -> None:
    given = calendar(talk().replace("100000", "100000Z"), head=f"X-WR-TIMEZONE:{zone}")
    assert talks(ical, given)[0].start == datetime(2024, 2, 3, 10)
    assert doubts(ical, given)[0][1] == f"the time zone `{zone}` is not known; times stay in UTC"


@pytest.mark.parametrize(
    ("value", "start"),
    [
        ("DTSTART;TZID=America/New_York:20240203T101500", datetime(2024, 2, 3, 10, 15)),
        ('DTSTART;TZID="(UTC+01:00) Berlin, Rome":20240203T1015', datetime(2024, 2, 3, 10, 15)),
        ("DTSTART;TZID=Europe/Berlin:20240203T101500Z", datetime(2024, 2, 3, 10, 15)),
        ("DTSTART:2024-02-03T10:15:00+01:00", datetime(2024, 2, 3, 10, 15)),
        ("DTSTART:20240203T240000", datetime(2024, 2, 4)),
        ("DTSTART:20240203T235960", datetime(2024, 2, 4)),
    ],
)
def test_a_start_is_local_as_written(value: str, start: datetime) -> None:
    assert talks(ical, calendar(entry("SUMMARY:A", value)))[0].start == start


@pytest.mark.parametrize(
    "value", ["20240230T100000", "20240203T996000", "120080224T100000", "soon", "00010101T000000Z"]
)
def test_an_impossible_start_is_doubted_and_the_talk_comes_in(value: str) -> None:
    given = calendar(entry("SUMMARY:A", f"DTSTART:{value}", "DTEND:20240203T110000"))
    (found,) = talks(ical, given)
    assert (found.start, found.end) == (None, None)
    assert doubts(ical, given)[0] == (
        "lines 3–7", f"`{value}` is no date or time that there is", "",
    )  # fmt: skip


def test_a_day_that_there_is_not_is_still_an_event() -> None:
    (found,) = events(ical, calendar(entry("SUMMARY:A", "DTSTART;VALUE=DATE:20240230")))
    assert (found.start, found.precision) == (None, "none")


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (["DURATION:PXX"], "`PXX` is no length of time"),
        (["DURATION:-PT5M"], "`-PT5M` is no length of time"),
        (["DURATION:P2900000D"], "`P2900000D` is no length of time"),
        (["DURATION:PT"], "`PT` is no length of time"),
        (["DTEND:20240203T090000"], "it ends before it begins; the end is left out"),
        (["DTEND:20240202"], "it ends before it begins; the end is left out"),
    ],
)
def test_an_impossible_end_is_doubted(lines: list[str], message: str) -> None:
    assert the_talk(*lines).end is None
    assert message in [each[1] for each in doubts(ical, calendar(talk(*lines)))]


def test_a_length_next_to_an_end_or_without_a_start_changes_nothing() -> None:
    both = the_talk("DTEND:20240203T103000", "DURATION:PT5M")
    assert both.end == datetime(2024, 2, 3, 10, 30)
    given = calendar(entry("SUMMARY:A", "DURATION:PT5M"))
    assert talks(ical, given)[0].end is None
    assert doubts(ical, given)[0][1] == "no start is given"


# --- Series, cancelled and doubled entries -------------------------------------------------------


def test_a_series_gives_its_first_occurrence() -> None:
    given = calendar(talk("RRULE:FREQ=DAILY;COUNT=3", uid="s"))
    assert [each.key for each in talks(ical, given)] == ["s"]
    assert doubts(ical, given)[0][1] == "it repeats; only the first occurrence is taken"


def test_an_occurrence_of_its_own_stands_for_that_of_the_series() -> None:
    other = talk("RECURRENCE-ID:20240204T100000", uid="s")
    first = entry("SUMMARY:Moved", "DTSTART:20240203T150000", "RECURRENCE-ID:20240203T100000",
                  uid="s")  # fmt: skip
    series = talk("RRULE:FREQ=DAILY;COUNT=3", uid="s")
    given = calendar(series, other, first)
    assert [each.key for each in talks(ical, given)] == [
        "s 2024-02-04 10:00:00", "s 2024-02-03 10:00:00",
    ]  # fmt: skip
    assert [each for each in doubts(ical, given) if each[2]] == [
        ("lines 3–8",
         "it repeats, and its first occurrence is replaced by another entry", "talk"),
    ]  # fmt: skip


def test_what_is_cancelled_or_nameless_is_lost_and_told() -> None:
    given = calendar(
        talk("STATUS:CANCELLED"),
        entry("SUMMARY:Day", "DTSTART:20240203", "STATUS:cancelled"),
        entry("SUMMARY: ", "DTSTART:20240203T100000"),
        entry("DTSTART:20240203"),
    )
    assert [each for each in doubts(ical, given) if each[2]] == [
        ("lines 3–7", "it is cancelled", "talk"),
        ("lines 13–16", "it has no title", "talk"),
        ("lines 8–12", "it is cancelled", "event"),
        ("lines 17–19", "it has no title", "event"),
    ]
    assert only(StatedTalk, statements(ical, given)) == []
    assert events(ical, given) == []


def test_an_identifier_that_is_used_twice_is_no_key() -> None:
    given = calendar(talk(uid="1"), talk(uid="1"))
    assert [each.key for each in talks(ical, given)] == ["1", None]
    assert ("lines 8–12", "its identifier is used before: `1`", "") in doubts(ical, given)


# --- Faulty files --------------------------------------------------------------------------------


def test_folds_may_divide_a_letter_and_lines_may_end_anyhow() -> None:
    folded = b"SUMMARY:Caf\xc3\r\n \xa9 and foam\r\n"
    data = b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n" + folded + b"END:VEVENT\r\nEND:VCALENDAR"
    for variant in (
        data, data.replace(b"\r\n", b"\n"), b"\xef\xbb\xbf" + data,
        data.replace(b"\r\n", b"\n\n"), data.replace(b"\r\n", b"\r\r\n"),
    ):  # fmt: skip
        (found,) = talks(ical, variant)
        assert found.title == "Café and foam"
    text = data.decode("latin-1").replace("\xc3\r\n \xa9", "é")
    for encoding in ("windows-1252", "utf-16", "utf-16-be"):
        assert talks(ical, text.encode(encoding))[0].title == "Café and foam"
    assert talks(ical, text.replace("\r\n", "\r").encode())[0].title == "Café and foam"


def test_properties_that_say_nothing_of_the_talk_are_passed_over() -> None:
    given = calendar(talk("X-IMAGE:abc", " def", "DTSTAMP:x")) + "X-LAST:1"
    assert [each.title for each in talks(ical, given)] == ["Tides"]
    assert [each[1] for each in doubts(ical, given)] == ["no speaker is named"]


def test_alarms_tasks_and_zones_are_passed_over() -> None:
    alarm = "BEGIN:VALARM\r\nSUMMARY:Wake up\r\nno property\r\nEND:VALARM"
    zone = "BEGIN:VTIMEZONE\r\nBEGIN:STANDARD\r\nDTSTART:1\r\nEND:STANDARD\r\nEND:VTIMEZONE"
    task = "BEGIN:VTODO\r\nSUMMARY:Sweep\r\nEND:VTODO"
    (found,) = talks(ical, calendar(zone, task, talk(alarm), "BEGIN:VTODO\r\nSUMMARY:Open"))
    assert found.title == "Tides"
    assert found.start == datetime(2024, 2, 3, 10)


def test_what_has_no_end_comes_in_and_is_doubted() -> None:
    cut = "BEGIN:VEVENT\r\nSUMMARY:Cut\r\nDTSTART:20240203T100000"
    missing = "the entry has no END:VEVENT; it may be cut off"
    given = calendar(cut, talk(), cut)
    assert [each.title for each in talks(ical, given)] == ["Cut", "Tides", "Cut"]
    assert [each[0] for each in doubts(ical, given) if each[1] == missing] == [
        "lines 3–5", "lines 10–12",
    ]  # fmt: skip
    no_end = "the calendar has no END:VCALENDAR; it may be cut off"
    half = f"BEGIN:VCALENDAR\r\n{talk()}\r\n{cut}"
    assert [each[1] for each in doubts(ical, half) if "END:" in each[1]] == [no_end, missing]
    twice = doubts(ical, half + "\r\n" + calendar(cut))
    assert [each[0] for each in twice if each[1] == no_end] == ["line 8"]
    assert [each.title for each in talks(ical, cut)] == ["Cut"]


def test_a_stray_end_changes_nothing() -> None:
    given = "END:VEVENT\r\nEND:VCALENDAR\r\nEND:VTODO\r\nstray\r\n folded\r\n" + calendar(talk())
    assert [each.title for each in talks(ical, given)] == ["Tides"]


def test_lines_that_are_no_properties_are_doubted() -> None:
    given = calendar("nothing", talk("stray", "more stray"), talk("SUMMARY"))
    assert [each[:2] for each in doubts(ical, given) if "property" in each[1]] == [
        ("line 3", "the calendar has a line that is no property; it is left out"),
        ("line 7", "2 lines are no property and left out"),
        ("line 13", "a line is no property and left out"),
    ]


def test_a_property_that_the_library_cannot_read_is_doubted() -> None:
    given = calendar(talk('ATTENDEE;CN="Ana:mailto:x', "CATEGORIES;VALUE=DATE:Foam"))
    assert doubts(ical, given)[0][1] == "`a property` cannot be read and is left out"
    assert talks(ical, given)[0].session == "Foam"


def test_a_line_is_not_joined_to_the_begin_or_end_of_a_component() -> None:
    (found,) = talks(ical, calendar(talk().replace("SUMMARY", " SUMMARY")))
    assert found.title == "Tides"


def test_an_entry_that_the_library_cannot_read_at_all_is_lost(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(text: str) -> None:
        raise IndexError

    monkeypatch.setattr(ical, "_library", lambda document: fails)
    assert doubts(ical, calendar(talk())) == [("lines 3–6", "the entry cannot be read", "talk")]


def test_an_endless_line_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calendar_lines, "LONGEST_LINE", 100)
    with pytest.raises(IntakeError, match=r"line 4: is one endless line"):
        statements(ical, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\n" + "x" * (PIECE + 200))


def test_it_tells_how_far_it_has_come() -> None:
    told: list[tuple[int, int]] = []
    text = calendar(*[talk() for _ in range(2000)])
    list(ical.read(document(text), lambda done, size: told.append((done, size))))
    assert len(told) > 1
    assert told[-1] == (len(text), len(text))


LINES = st.sampled_from(
    [*calendar(talk("DURATION:PT5M", "RRULE:FREQ=DAILY", "ATTENDEE;CN=Ana Quill:mailto:a@b.example",
                    "ORGANIZER;CN=Bo Ek:x", "DESCRIPTION:Speaker: Bo Ek", uid="1")).split("\r\n"),
     "DTSTART;VALUE=DATE:20240203", "BEGIN:VALARM", "END:VALARM", " folded", "X-SPEAKER:Ana",
     "DTSTART:9", "DURATION:P", "CATEGORIES:a,b", "STATUS:CANCELLED", "RECURRENCE-ID:20240203",
     "ATTENDEE;CN=:;", "SUMMARY;X=\"", "URL:", "DTEND:00000000T000000Z"]
) | st.text(max_size=20)  # fmt: skip


@given(st.lists(LINES, max_size=30))
def test_every_entry_comes_out_or_is_told_as_lost(lines: list[str]) -> None:
    text = "\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines])
    count = 1 + lines.count("BEGIN:VEVENT")
    found = list(ical.read(document(text), untold))
    lost = [each for each in only(Doubt, found) if each.lost in ("talk", "event")]
    own = [each for each in only(StatedEvent, found) if not each.key.startswith("calendar ")]
    assert len(only(StatedTalk, found)) + len(own) + len(lost) == count


# --- Speakers ------------------------------------------------------------------------------------


def test_attendees_with_a_name_speak() -> None:
    found = the_talk(
        'ATTENDEE;CUTYPE=INDIVIDUAL;CN="Dr. Ana Quill":mailto:ana@tide.example',
        "ATTENDEE;CN=Room 1;CUTYPE=ROOM:mailto:room@tide.example",
        "ATTENDEE;CN=Bo Ek:invalid:nomail",
    )
    assert found.people == (
        StatedPerson("Ana Quill", "mailto:ana@tide.example"), StatedPerson("Bo Ek"),
    )  # fmt: skip


def test_attendees_without_a_name_are_lost_and_told() -> None:
    lines = ["ATTENDEE:mailto:bo@tide.example", "ATTENDEE;CN=bo@tide.example:mailto:bo@x.example"]
    assert the_talk(*lines).people == ()
    found = [each for each in doubts(ical, calendar(talk(*lines))) if each[2] == "person"]
    assert [each[1] for each in found] == [
        "a participant has no name: `mailto:bo@tide.example`",
        "a participant has no name: `mailto:bo@x.example`",
    ]


def test_one_address_of_several_people_is_no_key() -> None:
    given = calendar(
        talk("ATTENDEE;CN=Ana Quill:mailto:x@y.example"),
        talk("ATTENDEE;CN=Bo Ek:mailto:x@y.example"),
    )
    assert [each.people[0].key for each in talks(ical, given)] == ["mailto:x@y.example", None]


@pytest.mark.parametrize(
    ("lines", "names", "abstract"),
    [
        (["X-SPEAKER:Ana Quill"], ["Ana Quill"], None),
        (["X-SPEAKERS:Ana Quill\\, Bo Ek"], ["Ana Quill", "Bo Ek"], None),
        (["X-CONF-PRESENTER:Ana Quill", "X-SPEAKER:Bo Ek"], ["Ana Quill", "Bo Ek"], None),
        (["DESCRIPTION:Speaker: Ana Quill\\n\\nTides"], ["Ana Quill"], "Tides"),
        (["DESCRIPTION:Tides\\nSpeaker(s): Ana Quill\\, Bo Ek"], ["Ana Quill", "Bo Ek"], "Tides"),
        (["DESCRIPTION:Referenten:\\nAna Quill\\nTides"], ["Ana Quill"], "Tides"),
        (["DESCRIPTION:Speaker:"], [], None),
        (["DESCRIPTION:Speaker: TBA"], [], None),
        (["DESCRIPTION:Speakers of the sea are loud"], [], "Speakers of the sea are loud"),
        (["DESCRIPTION:A\\nB\\nC\\nSpeaker: Ana Quill"], [], "A\nB\nC\nSpeaker: Ana Quill"),
        (["DESCRIPTION:Speaker: Ana Quill", "ATTENDEE;CN=Quill Ana:x"], ["Quill Ana"], None),
    ],
)
def test_speakers_stand_in_several_places(
    lines: list[str], names: list[str], abstract: str | None
) -> None:
    found = the_talk(*lines)
    assert [each.name for each in found.people] == names
    assert found.abstract == abstract


def test_a_second_mention_adds_what_the_first_does_not_say() -> None:
    found = the_talk(
        "ATTENDEE;CN=Ana Quill:mailto:ana@tide.example", "DESCRIPTION:Speaker: Ana Quill (Tide)"
    )
    assert found.people == (
        StatedPerson("Ana Quill", "mailto:ana@tide.example", (StatedAffiliation("Tide"),)),
    )


def test_organisers_take_part_in_the_event() -> None:
    given = calendar(
        talk("ORGANIZER;CN=Tide Agency:mailto:x@y.example"),
        talk("ORGANIZER;CN=Tide Agency:mailto:x@y.example"),
        talk("ORGANIZER;CN=Ana Quill:mailto:ana@tide.example"),
        talk("ORGANIZER:mailto:x@y.example"),
    )
    (event,) = events(ical, given)
    assert event.organisations == (("Tide Agency", "organiser"),)
    assert event.people == (
        StatedPerson(
            "Ana Quill", "mailto:ana@tide.example", (StatedAffiliation(None, None, "organiser"),)
        ),
    )


def titled(*titles: str) -> str:
    return calendar(*(entry(f"SUMMARY:{each}", "DTSTART:20240203T100000") for each in titles))


def test_titles_may_end_in_the_speaker_where_most_of_them_do() -> None:
    given = titled("Tides - Ana Quill", "Foam – Bo Ek", "Salt | Carla Fé", "Coffee break",
                   "Open sea", "STATUS")  # fmt: skip
    assert all(not each.people for each in talks(ical, given))
    given = titled("Tides - Ana Quill", "Foam – Bo Ek", "Salt | Carla Fé", " ", "Coffee break",
                   "Open sea")  # fmt: skip
    found = talks(ical, given)
    assert [(each.title, [p.name for p in each.people]) for each in found] == [
        ("Tides", ["Ana Quill"]), ("Foam", ["Bo Ek"]), ("Salt", ["Carla Fé"]),
        ("Coffee break", []), ("Open sea", []),
    ]  # fmt: skip
    assert dict(found[0].guessed) == {
        "people": "the part of the title behind the dash",
        "title": "the part before the dash",
    }


@pytest.mark.parametrize(
    "titles",
    [
        ["Tides - Ana Quill", "Foam - Bo Ek"],
        ["Tides - Part One", "Foam - Open Data", "Salt - Welcome Reception"],
        ["Tides - a - Ana Quill", "Foam - Bo Ek", "Salt - Ana Quill"],
    ],
)
def test_a_title_is_not_divided_where_that_is_doubtful(titles: list[str]) -> None:
    assert [each.title for each in talks(ical, titled(*titles))] == titles


def test_a_title_is_not_divided_where_speakers_are_named_otherwise() -> None:
    given = titled("Tides - Ana Quill", "Foam - Bo Ek", "Salt - Carla Fé").replace(
        "SUMMARY:Tides", "ATTENDEE;CN=Dana Foe:x\r\nSUMMARY:Tides"
    )
    assert talks(ical, given)[1].title == "Foam - Bo Ek"
