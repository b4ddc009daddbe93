"""What a person reads of an import: how much came in, what is doubtful, what of each line."""

from __future__ import annotations

import io
from datetime import date, datetime

import pytest

from clustertui.intake.account import FEW, account, counted, summary, taken_lines
from clustertui.intake.assembly import Programme, assemble
from clustertui.intake.document import Document
from clustertui.intake.stated import (
    FURNITURE,
    NOT_UNDERSTOOD,
    Doubt,
    LineNote,
    StatedEvent,
    StatedOrganisation,
    StatedPerson,
    StatedPlace,
    StatedPoint,
    StatedTalk,
    Statement,
    Where,
)
from clustertui.text import unsafe_character

PAGE = "Harbour fair\n\nTides – Jo Ek\nmenu\nqqqq\x1b[2J zzzz\n"
FAIR = StatedEvent("fair", "Fair", "fair", date(2031, 5, 30), date(2031, 6, 2), where=(Where(1),))


def document(text: str = PAGE) -> Document:
    data = text.encode()
    return Document("fair.txt", lambda: io.BytesIO(data), len(data), data)


def taken(*statements: Statement) -> Programme:
    return assemble(document(), "page of text", statements, guesses=True)


def told(*statements: Statement, whole: bool = False) -> list[str]:
    text = account(taken(*statements), document(), whole)
    assert text.endswith("\n")
    return text.split("\n")[:-1]


def talks(number: int) -> list[StatedTalk]:
    return [StatedTalk("fair", f"Talk {n}") for n in range(1, number + 1)]


# --- One line ------------------------------------------------------------------------------------


def test_the_summary_counts_what_came_in_and_what_did_not() -> None:
    lost = [Doubt(Where(), "odd", kind) for kind in ("talk", "person", "talk", "person", "event")]
    programme = taken(
        FAIR._replace(places=(StatedPlace("Nøvik"),)),
        StatedTalk("fair", "Tides", people=(StatedPerson("Jo Ek"),)),
        StatedTalk("fair", "Locks", people=(StatedPerson("Al Moe"),)),
        StatedOrganisation("Harbour"),
        *lost,
        Doubt(Where(), "only a part", ""),
    )
    assert summary(programme) == (
        "fair.txt: page of text: 1 event, 2 talks, 2 people, 1 organisation, 1 place;"
        " left out: 1 event, 2 people, 2 talks"
    )
    one = taken(Doubt(Where(), "odd", "person"), Doubt(Where(), "odd", "point"))
    assert summary(one) == "fair.txt: page of text: no record; left out: 1 person, 1 point"


def test_large_numbers_can_be_read() -> None:
    programme = taken(FAIR, *talks(1234))
    assert counted(programme.records) == "1 event, 1,234 talks"


def test_a_document_without_a_name_goes_by_its_title() -> None:
    found = Document("standard input", lambda: io.BytesIO(b"a\n"), 2, b"a\n")
    assert summary(assemble(found, "table", [FAIR])) == "Fair: table: 1 event"


# --- The sample ----------------------------------------------------------------------------------


def test_events_and_their_talks_are_shown_as_they_would_come_in() -> None:
    start = datetime(2031, 5, 30, 9, 30)
    assert told(
        FAIR,
        StatedTalk("fair", "Tides", start=start),
        StatedTalk("fair", None, session="Sea"),
        StatedEvent("later", "Later", "workshop", where=(Where(2),)),
    ) == [
        "fair.txt: page of text: 2 events, 2 talks",
        "  Fair · 30 May – 2 June 2031 · fair",
        "    30 May 09:30  Tides",
        "    (Sea)",
        "  Later · workshop",
    ]


def test_of_many_a_few_are_shown_unless_all_are_asked_for() -> None:
    events = [StatedEvent(f"e{n}", f"Event {n}") for n in range(FEW + 2)]
    few = told(FAIR, *talks(FEW + 3), *events)
    assert few[2 : 3 + FEW] == [
        *(f"    Talk {n}" for n in range(1, FEW + 1)), "    … and 3 more talks",
    ]  # fmt: skip
    assert few[-1] == "  … and 3 more events"
    whole = told(FAIR, *talks(FEW + 3), *events, whole=True)
    assert len(whole) == 1 + 1 + FEW + 3 + len(events)
    assert not any("more" in line for line in whole)
    exact = told(FAIR, *talks(FEW))
    assert not any("more" in line for line in exact)


# --- Guesses and doubts --------------------------------------------------------------------------


def test_what_is_guessed_is_told_with_its_reasons() -> None:
    guess = (("kind", "the first of the day"), ("title", "in capitals"))
    lines = told(
        FAIR,
        StatedTalk("fair", "Tides", guessed=guess, people=(
            StatedPerson("Jo Ek", guessed=(("name", "two capitals"),)),)),
        StatedPoint("figure", "Quays", "boats", "fair", value=7.0, guessed=(("odd", "so"),)),
        StatedOrganisation("Harbour", guessed=(("kind", "by its name"),)),
    )  # fmt: skip
    at = lines.index("guessed, to be reviewed (4):")
    assert lines[at + 1 :] == [
        "  talks/fair-tides: Tides (kind: the first of the day; title: in capitals)",
        "  people/jo-ek: Jo Ek (name: two capitals)",
        "  organisations/harbour: Harbour",
        "  points/fair-figure-1: 7 boats",
    ]


def test_many_guesses_are_cut() -> None:
    guesses = [t._replace(guessed=(("kind", "so"),)) for t in talks(FEW + 2)]
    assert told(FAIR, *guesses)[-1] == "  … and 2 more guesses"
    assert not any("more guesses" in line for line in told(FAIR, *guesses, whole=True))


def test_a_record_without_a_name_is_told_by_its_subject() -> None:
    guessed = StatedTalk("fair", None, session="Sea", guessed=(("session", "so"),))
    assert "  talks/fair-untitled: Sea (session: so)" in told(FAIR, guessed)


def test_doubts_of_one_kind_are_told_together_with_their_places() -> None:
    doubts = [Doubt(Where(n), "an unknown room") for n in (3, 5, 7, 9)]
    doubts.append(Doubt(Where(4, 6), "a talk without title", "talk"))
    doubts += [Doubt(Where(item="event 7"), "no date"), Doubt(Where(), "odd", "event")]
    lines = told(FAIR, *doubts)
    at = lines.index("doubts (7):")
    assert lines[at + 1 :] == [
        "  line 3, line 5, line 7 and 1 more: an unknown room",
        "  lines 4–6: a talk without title; talk left out",
        "  event 7: no date",
        "  odd; event left out",
    ]


def test_very_many_kinds_of_doubts_are_cut() -> None:
    doubts = [Doubt(Where(1), f"odd {n}") for n in range(4 * FEW + 1)]
    assert told(FAIR, *doubts)[-1] == "  … and 1 more doubts"
    assert told(FAIR, *doubts, whole=True)[-1] == f"  line 1: odd {4 * FEW}"


def test_no_text_of_a_document_is_a_control() -> None:
    hostile = "a\x1b[2J\x9b\u202eb"
    lines = told(
        FAIR._replace(name=hostile),
        StatedTalk("fair", hostile),
        Doubt(Where(item=hostile), hostile),
        LineNote(5, NOT_UNDERSTOOD),
        whole=True,
    )
    assert any("zzzz" in line for line in lines)
    assert [line for line in lines if unsafe_character(line)] == []


# --- Every line of a page ------------------------------------------------------------------------

STATED = (
    FAIR,
    StatedTalk("fair", "Tides", people=(StatedPerson("Jo Ek"),), where=(Where(3),)),
    LineNote(4, FURNITURE),
)


def test_every_line_of_a_page_is_accounted_for() -> None:
    lines = told(*STATED)
    assert lines[-3:] == [
        "lines (4): 2 taken, 1 furniture, 1 not understood",
        "      5  qqqq\ufffd[2J zzzz",
        "         = not understood",
    ]
    whole = told(*STATED, whole=True)
    at = whole.index("lines (4): 2 taken, 1 furniture, 1 not understood")
    assert whole[at + 1 :] == [
        "      1  Harbour fair",
        "         = event Fair",
        "      3  Tides – Jo Ek",
        "         = talk Tides; person Jo Ek",
        "      4  menu",
        "         = furniture",
        "      5  qqqq\ufffd[2J zzzz",
        "         = not understood",
    ]


def test_the_lines_of_a_schedule_are_not_told() -> None:
    assert not any(line.startswith("lines") for line in told(*STATED[:2]))


def test_what_is_taken_of_a_line_is_said_once() -> None:
    programme = taken(
        FAIR._replace(where=(Where(1, 2), Where(1), Where(item="event 1"))),
        StatedPoint("aim", "Aims", "Meet", "fair", where=(Where(2),)),
        StatedOrganisation("Harbour", where=(Where(3),)),
    )
    assert taken_lines(programme) == {
        1: ["event Fair"],
        2: ["event Fair", "point Meet"],
        3: ["organisation Harbour"],
    }


@pytest.mark.parametrize(
    ("where", "said"),
    [(Where(), ""), (Where(3), "line 3"), (Where(3, 3), "line 3"), (Where(3, 5), "lines 3–5"),
     (Where(item="event 7"), "event 7"), (Where(3, None, "event 7"), "line 3")],
)  # fmt: skip
def test_a_place_is_said_in_words(where: Where, said: str) -> None:
    assert str(where) == said
