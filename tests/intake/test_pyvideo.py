"""Recorded talks as pyvideo keeps them."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from clustertui.intake import pyvideo
from clustertui.intake.document import Document, IntakeError, open_document
from clustertui.intake.moments import ONLY_DAY
from clustertui.intake.stated import StatedEvent, StatedSource, StatedTalk, Where
from tests.intake.feeds import document, doubts, events, short, statements, talks, untold

Write = Callable[..., Path]
RECORDED = "the days on which the talks were recorded"


def video(title: str = "Tides", **more: Any) -> dict[str, Any]:
    return {
        "title": title, "speakers": ["Ana Quill"], "recorded": "2016-05-30",
        "videos": [{"type": "tape", "url": "https://x.example/v"}], **more,
    }  # fmt: skip


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes an event's folder: its category and its videos by file name."""

    def write(folder: str, category: Any = None, **videos: Any) -> Path:
        path = tmp_path / folder
        (path / "videos").mkdir(parents=True)
        if category is not None:
            (path / "category.json").write_text(json.dumps(category), "utf-8")
        for name, item in videos.items():
            text = item if isinstance(item, str) else json.dumps(item)
            (path / "videos" / f"{name}.json").write_text(text, "utf-8")
        return path

    return write


def test_a_folder_is_an_event_and_a_file_a_talk(write: Write) -> None:
    path = write(
        "tideconf-2016",
        {"title": "TideConf  2016", "description": "All of <b>tides</b>", "url": "https://x.example"},
        one=video(language="eng", description="About &amp; on", recorded="2016-05-30T10:00:00",
                  duration=90),
        two=video("Foam", recorded="2016-05-29", speakers=["Bo Ek", "TBD"], summary="S"),
    )  # fmt: skip
    given = open_document(path)
    assert pyvideo.recognises(given)
    assert statements(pyvideo, given) == [
        StatedSource("TideConf 2016", url="https://x.example", key="tideconf-2016"),
        StatedEvent(
            "tideconf-2016", "TideConf 2016", "conference", date(2016, 5, 29), date(2016, 5, 30),
            description="All of tides", url="https://x.example",
            where=(Where(item="category.json"),),
            guessed=(("start", RECORDED), ("end", RECORDED)),
        ),
        *talks(pyvideo, given),
    ]  # fmt: skip
    foam, tides = talks(pyvideo, given)
    assert tides == StatedTalk(
        "tideconf-2016", "Tides", "videos/one.json", "presentation", None, None,
        datetime(2016, 5, 30, 10), datetime(2016, 5, 30, 10, 1, 30), "eng", "About & on",
        "https://x.example/v", tides.people, (Where(item="videos/one.json"),),
    )  # fmt: skip
    assert [each.name for each in (*foam.people, *tides.people)] == ["Bo Ek", "Ana Quill"]
    assert (foam.start, foam.guessed) == (datetime(2016, 5, 29), (("start", ONLY_DAY),))
    assert foam.abstract == "S"


def test_talks_stand_by_day_then_title_then_file(write: Write) -> None:
    path = write(
        "days", {"title": "Days"},
        a=video("B"), b=video("A", recorded="2016-06-01"), c=video("A"), d=video("A"),
        e=video("First?", recorded=None),
    )  # fmt: skip
    found = talks(pyvideo, open_document(path))
    assert [each.key for each in found] == [
        f"videos/{name}.json" for name in ("c", "d", "a", "b", "e")
    ]


def test_a_folder_of_many_events(write: Write, tmp_path: Path) -> None:
    write("b-days", {"title": "B Days"}, one=video())
    write("a-days", {"title": "A meetup"}, one=video())
    write(".schemas", {"title": "No event"})
    (tmp_path / "notes").mkdir()
    (tmp_path / "LICENSE").write_text("x")
    given = open_document(tmp_path)
    assert pyvideo.recognises(given)
    told: list[int] = []
    found = list(pyvideo.read(given, lambda done, size: told.append(done)))
    assert found[0] == StatedSource(tmp_path.name)
    assert [(e.key, e.name, e.kind) for e in found if isinstance(e, StatedEvent)] == [
        ("a-days", "A meetup", "meeting"), ("b-days", "B Days", "conference"),
    ]  # fmt: skip
    assert [each.key for each in found if isinstance(each, StatedTalk)] == [
        "a-days/videos/one.json", "b-days/videos/one.json",
    ]  # fmt: skip
    assert 0 < told[0] < told[1]


@pytest.mark.parametrize(
    ("category", "dates", "guessed"),
    [
        ({"start_date": "2016-05-28", "end_date": "2016-05-31"}, (28, 31), ()),
        ({"start_date": "2016-05-28"}, (28, 30), (("end", RECORDED),)),
        ({"start_date": "2016-05-31"}, (31, 31), ()),
        ({"start_date": "2016-05-28", "end_date": "2016-05-01"}, (28, 30), (("end", RECORDED),)),
        ({"end_date": "2016-05-31"}, (30, 30), (("start", RECORDED), ("end", RECORDED))),
        ({"start_date": "soon"}, (30, 30), (("start", RECORDED), ("end", RECORDED))),
    ],
)
def test_the_days_of_an_event(
    write: Write, category: dict[str, str], dates: tuple[int, int], guessed: tuple[Any, ...]
) -> None:
    given = open_document(write("days", {"title": "Days", **category}, one=video()))
    (found,) = events(pyvideo, given)
    assert (found.start, found.end) == tuple(date(2016, 5, day) for day in dates)
    assert found.guessed == guessed
    if category.get("start_date") == "soon":
        assert doubts(pyvideo, given) == [("category.json", "`soon` is no date that there is", "")]


def test_an_event_without_any_day(write: Write) -> None:
    (found,) = events(pyvideo, open_document(write("days", {"title": "Days"})))
    assert (found.start, found.end, found.precision, found.guessed) == (None, None, "none", ())


@pytest.mark.parametrize(
    ("item", "message", "lost"),
    [
        (video(" "), "the talk has no title", "talk"),
        (video(recorded="20008-02-24"), "`20008-02-24` is no date that there is", ""),
        (video(speakers=[]), "no speaker is named", ""),
        (video(speakers=None), "no speaker is named", ""),
        (video(speakers=["Various speakers"]), "no speaker is named", ""),
        (video(speakers=["Ana Quill", {"name": "Bo"}]), "a speaker is not given as a name",
         "person"),
        ("[]", "it holds no object with a title", "talk"),
        ('{"title": "A",\n}', "is no JSON: at column 1 a comma stands before the closing bracket; "
         "take it out (line 2)", "talk"),
        ("[" * 99999, "is JSON that is nested too deeply to be read", "talk"),
    ],
    ids=short,
)  # fmt: skip
def test_what_is_wrong_with_a_talk_is_told(
    write: Write, item: Any, message: str, lost: str
) -> None:
    given = open_document(write("days", {"title": "Days"}, bad=item))
    assert doubts(pyvideo, given) == [("videos/bad.json", message, lost)]
    assert len(talks(pyvideo, given)) == (lost != "talk")


@pytest.mark.parametrize("category", [None, {}, {"title": 7}])
def test_an_event_without_a_title_has_the_name_of_its_folder(write: Write, category: Any) -> None:
    given = open_document(write("days", category, one=video()))
    assert [each.name for each in events(pyvideo, given)] == ["days"]
    assert doubts(pyvideo, given) == [
        ("category.json", "the event has no title; the name of its folder is taken", ""),
    ]  # fmt: skip


def test_a_faulty_category_is_told_once(write: Write) -> None:
    path = write("days", None, one=video())
    (path / "category.json").write_text("{")
    (found,) = doubts(pyvideo, open_document(path))
    assert found == ("category.json", "is no whole JSON: the text ends at column 2 (line 1)", "")


def test_what_is_no_file_of_a_talk_is_passed_over(write: Write, tmp_path: Path) -> None:
    path = write("days", {"title": "Days"}, one=video())
    (path / "videos" / "notes.txt").write_text("x")
    (path / "videos" / ".hidden.json").write_text("x")
    (path / "videos" / "folder.json").mkdir()
    os.mkfifo(path / "videos" / "pipe.json")
    assert len(statements(pyvideo, open_document(path))) == 3


def test_what_cannot_be_opened_or_is_too_long_is_told(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = open_document(write("days", {"title": "D"}, one=video(), two=video("x" * 500)))
    monkeypatch.setattr(pyvideo, "LONGEST_TEXT", 400)
    assert doubts(pyvideo, given) == [
        ("videos/two.json", "cannot be read: it is too long", "talk"),
    ]  # fmt: skip


def test_a_folder_without_talks_or_events(tmp_path: Path) -> None:
    (tmp_path / "days").mkdir()
    (tmp_path / "days" / "category.json").write_text('{"title": "Days"}')
    (found,) = doubts(pyvideo, open_document(tmp_path / "days"))
    assert found[:2] == (
        "videos", "the folder of its talks cannot be read: No such file or directory",
    )  # fmt: skip
    (tmp_path / "empty").mkdir()
    empty = open_document(tmp_path / "empty")
    assert not pyvideo.recognises(empty)
    with pytest.raises(IntakeError, match=r"^empty: holds no event"):
        statements(pyvideo, empty)
    gone = Document("gone", empty.open, folder=tmp_path / "gone")
    assert not pyvideo.recognises(gone)
    with pytest.raises(IntakeError, match=r"^gone: cannot be read: No such file"):
        statements(pyvideo, gone)


# --- One file ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "does"),
    [
        (json.dumps(video(), indent=2), True),
        (json.dumps({"title": "A", "speakers": []}), False),
        (json.dumps({"title": "A", "talks": [], "rooms": [], "speakers": []}), False),
        ("[]", False),
    ],
    ids=short,
)
def test_a_file_is_recognised(text: str, does: bool) -> None:
    assert pyvideo.recognises(document(text)) is does


def test_a_file_alone_is_one_talk() -> None:
    given = document(json.dumps(video(category="TideConf 2016")), "one.json")
    source, event, talk = statements(pyvideo, given)
    assert source == StatedSource("TideConf 2016")
    assert isinstance(event, StatedEvent)
    assert (event.start, event.end) == (date(2016, 5, 30), date(2016, 5, 30))
    assert isinstance(talk, StatedTalk)
    assert (talk.event, talk.key) == (event.key, "one.json")


def test_a_file_alone_without_an_event_is_named_by_the_user_or_itself() -> None:
    text = json.dumps(video(recorded=None, videos=[None, {"url": 7}]))
    (event,) = events(pyvideo, document(text, "one.json"))
    assert (event.name, event.guessed) == ("one", (("name", "the name of the file"),))
    assert events(pyvideo, document(text, event="Mine"))[0].name == "Mine"
    assert talks(pyvideo, text)[0].url is None


@pytest.mark.parametrize(
    ("more", "end"),
    [
        ({"duration": 60}, None),
        ({"recorded": "2016-05-30T10:00", "duration": 60.5}, datetime(2016, 5, 30, 10, 1)),
        ({"recorded": "2016-05-30T10:00", "duration": "PT1M"}, None),
        ({"recorded": "2016-05-30T10:00", "duration": -1}, None),
        ({"recorded": "2016-05", "duration": 60}, None),
        ({"videos": None}, None),
    ],
)
def test_a_length_makes_an_end_where_the_start_is_known(
    more: dict[str, Any], end: datetime | None
) -> None:
    assert talks(pyvideo, json.dumps(video(**more)))[0].end == end


@pytest.mark.parametrize(
    ("text", "message"),
    [("[]", "holds no object with a title"), ('{"a": 1,}', "line 1: is no JSON: at column 9")],
)
def test_a_file_that_cannot_be_read_is_refused(text: str, message: str) -> None:
    with pytest.raises(IntakeError, match=message):
        statements(pyvideo, text)


def test_several_speakers_in_one_text() -> None:
    text = json.dumps(video(speakers=["Ana Quill & Bo Ek", "Carla Fé and Dana Foe", "Eun (Tide)"]))
    assert [each.name for each in talks(pyvideo, text)[0].people] == [
        "Ana Quill", "Bo Ek", "Carla Fé", "Dana Foe", "Eun (Tide)",
    ]  # fmt: skip
    assert list(pyvideo.read(document(text), untold))
