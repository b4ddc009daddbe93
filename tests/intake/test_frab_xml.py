from __future__ import annotations

import codecs
import io
import re
import time
import tracemalloc
from collections.abc import Iterator
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake import frab_xml
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

FRAB = """<?xml version="1.0" encoding="UTF-8"?>
<schedule>
  <generator name="frab" version="0.7"/>
  <version>Spring tide</version>
  <conference>
    <acronym>tide31</acronym>
    <title>Tide &amp; Time 2031</title>
    <start>2031-05-03</start>
    <end>2031-05-04</end>
    <city>Grimstad</city>
    <base_url>https://example.org/31/</base_url>
    <time_zone_name>Europe/Oslo</time_zone_name>
  </conference>
  <day date="2031-05-03" start="2031-05-03T09:00:00+02:00" end="2031-05-04T04:00:00+02:00">
    <room name="Pier 9" guid="aa">
      <event id="11" guid="g-11">
        <date>2031-05-03T10:00:00+02:00</date>
        <start>10:00</start>
        <duration>00:45</duration>
        <room>Pier 9</room>
        <slug>tide31-11-ebb</slug>
        <url>/31/11</url>
        <recording>
          <license>CC</license>
          <optout>false</optout>
        </recording>
        <title>Ebb
          and   flow</title>
        <subtitle/>
        <track slug="sea">Sea</track>
        <type>lecture</type>
        <language>en</language>
        <abstract>&lt;p&gt;Low &amp;amp; high.&lt;/p&gt;</abstract>
        <description/>
        <persons>
          <person id="1">Ada Quay</person>
          <person id="2">Bo Reef</person>
        </persons>
        <links>
          <link href="https://example.org/slides">Slides</link>
        </links>
      </event>
      <event id="12"><start>00:30</start><title>Night swim</title>
        <persons><person id="1">Ada Quay</person></persons></event>
    </room>
    <room name="Attic"/>
  </day>
</schedule>
"""

PENTABARF = """<schedule>
  <conference>
    <title>FlutKon 2009</title>
    <start>2009-03-07</start>
    <end>2009-03-08</end>
    <day_change>04:00:00</day_change>
  </conference>
  <day index="1" date="2009-03-07">
  <event id="0">
      <start>15:00</start><duration>00:45</duration><room>Pier 9</room>
      <title>AIS</title><track>Lightning Talks</track><type></type>
      <persons>
          <person id="1">Ada Quay</person>
      </persons>
      <video></video>
      <end></end>
  </event>  <event id="5" room="Attic">
      <start>01:00</start><title>Stars</title><persons></persons>
  </event>
  </day>
</schedule>
"""


def document(text: str | bytes, name: str = "tide.xml") -> Document:
    data = text.encode() if isinstance(text, str) else text
    return Document(name, lambda: io.BytesIO(data), len(data), data[:PIECE])


def nobody(_done: int, _all: int) -> None:
    pass


def read(text: str | bytes) -> list[Statement]:
    return list(frab_xml.read(document(text), nobody))


def talks(statements: list[Statement]) -> list[StatedTalk]:
    return [each for each in statements if isinstance(each, StatedTalk)]


def doubts(statements: list[Statement]) -> list[Doubt]:
    return [each for each in statements if isinstance(each, Doubt)]


def event_of(statements: list[Statement]) -> StatedEvent:
    (event,) = [each for each in statements if isinstance(each, StatedEvent)]
    return event


def day(inside: str, conference: str = "") -> str:
    return (
        f"<schedule><conference><title>T</title>{conference}</conference>\n"
        f'<day date="2031-05-03">\n{inside}\n</day></schedule>'
    )


def one(inside: str) -> StatedTalk:
    (talk,) = talks(
        read(day(f'<event id="1"><title>Tides</title><start>10:00</start>{inside}</event>'))
    )
    return talk


def refusal(text: str | bytes) -> str:
    with pytest.raises(IntakeError) as caught:
        read(text)
    return str(caught.value)


# --- Whole documents -----------------------------------------------------------------------------


def test_a_schedule_is_read_whole_and_to_the_line() -> None:
    source, event, first, second = read(FRAB)
    assert source == StatedSource("Tide & Time 2031", url="https://example.org/31/", key="tide31")
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 4))
    assert first == StatedTalk(
        "conference", "Ebb and flow", "11", "presentation", "Sea", "Pier 9",
        datetime(2031, 5, 3, 10), datetime(2031, 5, 3, 10, 45), "en", "Low & high.",
        "https://example.org/31/11",
        (StatedPerson("Ada Quay", "id:1"), StatedPerson("Bo Reef", "id:2")),
        (Where(16, 42, "event 11"),),
    )  # fmt: skip
    assert isinstance(second, StatedTalk)
    assert (second.room, second.start) == ("Pier 9", datetime(2031, 5, 4, 0, 30))
    assert second.where == (Where(43, 44, "event 12"),)


def test_events_may_stand_directly_in_their_day() -> None:
    *_, first, doubt, second = read(PENTABARF)
    assert isinstance(first, StatedTalk)
    assert isinstance(second, StatedTalk)
    assert (first.key, first.room, first.kind) == ("0", "Pier 9", "lightning talk")
    assert (second.key, second.room, second.start) == ("5", "Attic", datetime(2009, 3, 8, 1))
    assert doubt == Doubt(Where(17, 19, "event 5"), "a talk without a speaker")


@pytest.mark.parametrize(
    "text",
    [
        FRAB.replace("<schedule>", '<schedule xmlns="https://example.org/ns">'),
        re.sub(r"<(/?)([a-z])", r"<\1s:\2", FRAB).replace(
            "<s:schedule>", '<s:schedule xmlns:s="https://example.org/ns">'
        ),
        "\ufeff" + FRAB,
        FRAB.replace("\n", "\r\n"),
    ],
    ids=["default namespace", "prefix", "byte order mark", "line ends"],
)
def test_the_same_is_read_however_it_is_written(text: str) -> None:
    assert frab_xml.recognises(document(text))
    assert read(text) == read(FRAB)


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"), (b"", "iso-8859-1"), (b"", "windows-1252"),
    ],
)  # fmt: skip
def test_the_same_is_read_in_any_encoding(mark: bytes, encoding: str) -> None:
    text = FRAB.replace("UTF-8", encoding[:6] if "utf" in encoding else encoding)
    text = text.replace("Ada Quay", "Åda Quåy")
    data = mark + text.encode(encoding)
    assert frab_xml.recognises(document(data))
    assert read(data) == read(FRAB.replace("Ada Quay", "Åda Quåy"))


def test_blanks_before_the_document_are_left_out_but_counted() -> None:
    text = "\n  \n" + FRAB
    assert frab_xml.recognises(document(text))
    assert talks(read(text))[0].where == (Where(18, 44, "event 11"),)
    assert "line 4:" in refusal("\n\n<schedule>\n<day></schedule>")


def test_reading_in_pieces_changes_nothing() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(7, size or 7))

    data = FRAB.encode()
    slow = Document("tide.xml", lambda: Slow(data), len(data), data)
    assert list(frab_xml.read(slow, nobody)) == read(FRAB)


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    size = len(FRAB.encode())
    list(frab_xml.read(document(FRAB), lambda *now: told.append(now)))
    assert told == [(size, size)]


# --- Recognition ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "", "schedule", "{}", "<", "<!-- no root", "<plan><schedule/></plan>", "<html/>",
        "<schedules/>", "<?xml version='1.0' encoding='nonsense'?><schedule/>",
        "<?xml version='1.0' encoding='shift_jis'?><schedule/>", "<!DOCTYPE html><schedule/>",
    ],
)  # fmt: skip
def test_another_document_is_not_recognised(text: str) -> None:
    assert not frab_xml.recognises(document(text))


@pytest.mark.parametrize(
    "text",
    ["<schedule/>", "<!-- a --><?b c?>\n<s:schedule xmlns:s='d'>", "<!DOCTYPE schedule><schedule>"],
)
def test_the_root_element_is_recognised(text: str) -> None:
    assert frab_xml.recognises(document(text))


@given(st.binary() | st.text("<>!?schedul ='-[]&").map(str.encode))
def test_anything_can_be_asked_for_and_read_or_refused(data: bytes) -> None:
    recognised = frab_xml.recognises(document(data))
    try:
        statements = read(data)
    except IntakeError as error:
        assert "\n" not in str(error)
    else:
        assert recognised
        assert statements


# --- Refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<schedule>\n<day>\n</schedule>", "tide.xml, line 3: is no valid XML (mismatched tag)"),
        ("<schedule>\n<day>", "tide.xml, line 2: is no valid XML (no element found)"),
        (FRAB[:900], "is no valid XML ("),
        ("<schedule><day>&nbsp;</day></schedule>", "line 1: is no valid XML (undefined entity)"),
        ("", "is no valid XML (no element found)"),
        (b"<schedule><day date='\xff'/></schedule>", "is no valid XML (not well-formed"),
        ("<plan/>", "is no schedule: its root element is `plan`"),
        ("<schedule><lesson/><lesson/><bell/></schedule>",
         "has neither days nor events; its `schedule` holds `lesson`, `bell`"),
        ("<schedule/>", "has neither days nor events; its `schedule` holds nothing"),
        ("<?xml version='1.0' encoding='nonsense'?><schedule/>",
         "declares an encoding that cannot be read (unknown encoding: nonsense); save it as UTF-8"),
        ("<?xml version='1.0' encoding='shift_jis'?><schedule/>", "save it as UTF-8"),
    ],
)  # fmt: skip
def test_what_is_no_schedule_is_refused_in_one_sentence(text: str | bytes, said: str) -> None:
    assert said in refusal(text)
    assert "\n" not in refusal(text)


@pytest.mark.parametrize("before", ["<schedule>\n", FRAB.partition("<title>Ebb")[0]])
def test_deep_nesting_is_refused_before_it_hurts(before: str) -> None:
    line = before.count("\n") + 1
    assert f"line {line}: is nested more than 100 elements deep" in refusal(
        before + "<a>" * 200_000
    )


BOMB = (
    '<!DOCTYPE schedule [\n<!ENTITY a "aaaaaaaaaa">\n<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">\n]>'
    "<schedule><day><event><title>&b;</title></event></day></schedule>"
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        "<!-- <schedule> -->" + BOMB,
        '<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]><schedule/>',
        '<!DOCTYPE schedule [<!ENTITY % x SYSTEM "https://example.org/x.dtd"> %x;]><schedule/>',
    ],
    ids=["bomb", "behind a comment", "a file", "the web"],
)
def test_entities_are_refused_in_every_encoding(text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"):
        data = text.encode(encoding)
        assert frab_xml.recognises(document(data))
        assert "declares entities, which no schedule needs" in refusal(data)


def test_a_talk_about_entities_is_none() -> None:
    assert one("<abstract><![CDATA[<!ENTITY a 'b'>]]></abstract>").abstract == "<!ENTITY a 'b'>"


def test_entities_of_html_are_known_where_a_document_type_may_declare_them() -> None:
    kind = '<!DOCTYPE schedule SYSTEM "https://example.org/schedule.dtd">'
    (talk,) = talks(read(kind + day("<event><title>Caf&eacute; &amp; bar</title></event>")))
    assert talk.title == "Café & bar"
    assert "uses the entity `tide`" in refusal(kind + day("<event><title>&tide;</title></event>"))


# --- The conference ------------------------------------------------------------------------------


def test_a_schedule_without_a_conference_is_called_as_its_document() -> None:
    text = '<schedule><day date="2031-05-04"/><day date="2031-05-03"/><day date="x"/></schedule>'
    source, event, doubt = read(text)
    assert source == StatedSource("tide")
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2031, 5, 3), date(2031, 5, 4))
    assert doubt == Doubt(Where(1), "`x` is no date")


def test_the_title_may_stand_in_the_root_and_facts_in_attributes() -> None:
    text = (
        '<schedule><title>Root</title><conference city="Grimstad"/>'
        '<day date="2031-05-03"/></schedule>'
    )
    event = event_of(read(text))
    assert event.name == "Root"
    assert [place.name for place in event.places] == ["Grimstad"]
    both = text.replace("<conference ", "<conference title='Own' ")
    assert event_of(read(both)).name == "Own"
    both = text.replace(
        '"Grimstad"/>', '"Grimstad"><title>Own</title></conference><title>No</title>'
    )
    assert event_of(read(both)).name == "Own"


def test_days_may_stand_in_the_conference() -> None:
    text = (
        "<schedule><conference><title>T</title><day date='2031-05-03'><event id='1'>"
        "<title>A</title></event></day><city>Late</city></conference></schedule>"
    )
    statements = read(text)
    assert len(talks(statements)) == 1
    assert doubts(statements)[-1] == Doubt(
        Where(item="conference"), "what stands of the conference after the talks was not taken"
    )


def test_a_day_outside_the_conference_is_doubted_on_its_line() -> None:
    text = day("", "<start>2031-06-01</start><end>2031-06-02</end>")
    assert doubts(read(text)) == [
        Doubt(Where(2), "2031-05-03 is outside the conference (2031-06-01 to 2031-06-02)")
    ]


def test_a_room_that_no_list_has_is_doubted() -> None:
    text = day('<room name="A"><event id="1"><title>T</title><start>9:00</start><room>B</room>'
               "<person>P</person></event></room>")  # fmt: skip
    assert doubts(read(text)) == [
        Doubt(Where(3, 3, "event 1"), "room `B` is not among the rooms of the schedule")
    ]
    assert not doubts(read(text.replace("<day ", "<rooms><room name='B'/></rooms><day ")))
    assert talks(read(text))[0].room == "B"


# --- Events --------------------------------------------------------------------------------------


def test_every_event_is_a_talk_or_lost() -> None:
    text = day(
        "<event/>"
        "<event id='1'><title>A</title><event id='2'><title>B</title></event></event>"
        "<room><event id='3'><title>C</title></event></room>"
        "<event id='3'><title>D</title></event>"
        "<x><event id='é/&lt;4'><title>E</title></event></x>"
    ).replace("</schedule>", "<event id='5'><title>F</title></event></schedule>")
    statements = read(text)
    lost = [each for each in doubts(statements) if each.lost]
    assert [talk.title for talk in talks(statements)] == ["A", "C", "D", "E", "F"]
    assert [talk.key for talk in talks(statements)] == ["1", "3", None, "é/<4", "5"]
    assert [each.message for each in lost] == [
        "a talk without a title", "an event inside another event",
    ]  # fmt: skip
    assert text.count("<event") == len(talks(statements)) + len(lost)


def test_an_event_may_be_named_by_code_or_guid() -> None:
    text = day("<event code='ABC' guid='g'><title>A</title></event><event guid='g'><title>B</title>"
               "</event><event><id>7</id><title>C</title></event>")  # fmt: skip
    assert [(t.key, t.where[0].item) for t in talks(read(text))] == [
        ("ABC", "event ABC"), ("g", "event g"), ("7", "event 7"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("inside", "names"),
    [
        ("", []),
        ("<persons/>", []),
        ("<persons> </persons>", []),
        ("<persons><person id='1'>Ada</person><person id='1'>Ada</person></persons>", ["Ada"]),
        ("<persons><person id='1'>Kim</person><person id='2'>Kim</person></persons>", ["Kim"] * 2),
        ("<persons><person/><person> </person><person>Bo</person></persons>", ["Bo"]),
        ("<persons><person name='Ada'/><person><name>Bo</name></person></persons>", ["Ada", "Bo"]),
        ("<person id='1'>Ada</person><speaker>Bo</speaker>", ["Ada", "Bo"]),
        ("<speakers><speaker>Ada <b>Quay</b></speaker></speakers>", ["Ada Quay"]),
        (
            "<persons><person>\n<name>Ada <b>Quay</b></name>\n<bio>B</bio></person></persons>",
            ["Ada Quay"],
        ),
        ("<persons><person name='A'><bio>B</bio></person></persons>", ["A"]),
        ("<persons>Ada, Bo,</persons>", ["Ada", "Bo"]),
        ("<links><link>Ada</link></links><logo name='x'/>", []),
    ],
)
def test_people_are_found_wherever_they_stand(inside: str, names: list[str]) -> None:
    assert [person.name for person in one(inside).people] == names


def test_a_person_may_have_an_affiliation() -> None:
    (ada, bo) = one(
        "<persons><person id='1' organization='Pier 9'>Ada</person>"
        "<person guid='g'><name>Bo</name><company>Reef &amp; Co</company><position>Diver</position>"
        "</person></persons>"
    ).people
    assert ada == StatedPerson("Ada", "id:1", (StatedAffiliation("Pier 9"),))
    assert bo == StatedPerson("Bo", "guid:g", (StatedAffiliation("Reef & Co", None, "Diver"),))


def test_the_attributes_of_a_person_are_told_apart() -> None:
    ids = one("<persons><person id='1'>Kim</person><person guid='1'>Kim</person></persons>").people
    assert [person.key for person in ids] == ["id:1", "guid:1"]


def test_more_people_than_are_remembered_are_still_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frab_xml, "MOST_PEOPLE", 2)
    names = ["Ada", "Bo", "Cy", "Di", "Ada"]
    inside = "".join(f"<event><title>T</title><person>{n}</person></event>" for n in names)
    assert [talk.people[0].name for talk in talks(read(day(inside)))] == names


@pytest.mark.parametrize(
    ("inside", "field", "value"),
    [
        ("<title>Second</title>", "title", "Tides"),
        ("<abstract><p>Low</p><p>and <b>high</b></p></abstract>", "abstract", "Low\nand high"),
        ("<description>a &lt; b<br/>c</description>", "abstract", "a < b\nc"),
        ("<room name='Pier 9'/>", "room", "Pier 9"),
        ("<room> </room>", "room", None),
        ("<track name='Sea'/>", "session", None),
        ("<type>podium</type>", "kind", "panel"),
        ("<language> de, en </language>", "language", "de, en"),
        ("<url>javascript:x</url>", "url", None),
        ("<end>11:00</end>", "end", datetime(2031, 5, 3, 11)),
        ("<duration>90</duration>", "end", datetime(2031, 5, 3, 11, 30)),
    ],
)
def test_a_field_is_read_as_it_is_meant(inside: str, field: str, value: object) -> None:
    assert getattr(one(inside), field) == value


def test_a_title_may_be_marked_up() -> None:
    (talk,) = talks(read(day("<event><title>Low <i>and</i> high</title></event>")))
    assert talk.title == "Low and high"


# --- Large documents -----------------------------------------------------------------------------


def test_a_long_comment_takes_no_longer_than_as_much_else() -> None:
    started = time.process_time()
    assert read("<!--" + "tide " * 4_000_000 + "-->" + FRAB.partition("?>")[2].strip())
    assert len(talks(read(day(f"<event id='{'7' * 10_000_000}'><title>T</title></event>")))) == 1
    assert time.process_time() - started < 4


class Long(io.RawIOBase):
    """A schedule of many talks that is never in memory as a whole."""

    def __init__(self, many: int) -> None:
        self._pieces = self._made(many)

    def _made(self, many: int) -> Iterator[bytes]:
        yield b"<schedule><conference><title>T</title></conference><day date='2031-05-03'>\n"
        for number in range(many):
            yield (
                f"<room name='R'><event id='{number}'><start>10:00</start><title>T</title>\n"
                f"<abstract>{'tide ' * 2000}</abstract>\n"
                f"<persons><person>P</person></persons></event></room>\n"
            ).encode()
        yield b"<persons>" + b"<person><name>Ada</name></person>\n" * 1000 + b"</persons>"
        yield b"</day></schedule>"

    def read(self, _size: int = -1, /) -> bytes:
        return next(self._pieces, b"")


def test_a_long_document_is_read_in_little_memory() -> None:
    many = 2000  # 20 MB
    long = Document("long.xml", lambda: Long(many))  # type: ignore[arg-type, return-value]
    tracemalloc.start()
    try:
        last = None
        count = 0
        for each in frab_xml.read(long, nobody):
            if isinstance(each, StatedTalk):
                count, last = count + 1, each
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == many
    assert last is not None
    assert last.where == (Where(many * 3 - 1, many * 3 + 1, f"event {many - 1}"),)
    assert peak < 4_000_000
