from __future__ import annotations

from .reading import present, spoken, talks, titles, verdicts

TOP = "Harbour Day\n5 May 2016\n\nProgramme\n"


def test_a_speaker_is_told_in_several_labelled_lines() -> None:
    page = TOP + (
        "10:00 Tides and timber\nSpeaker: Ida Holm\nRole: Harbour master\n"
        "Affiliation: Port of Lund, Sweden\nCountry: Sweden\n"
    )
    assert spoken(page) == [
        ("Tides and timber", [("Ida Holm", [("Port of Lund", "Harbour master", "Sweden")])])
    ]


def test_an_affiliation_without_a_speaker_is_only_cited() -> None:
    page = TOP + (
        "11:00 Cranes\nCountry: Norway\nAffiliation: Crane Society\n12:00 Tides, Ida Holm (Port)\n"
    )
    assert spoken(page)[0] == ("Cranes", [])
    assert talks(page)[0].where[0].last_line == 7


def test_a_label_that_says_nothing_changes_nothing() -> None:
    page = TOP + "10:00 Tides\nSpeaker: Ida Holm (Port of Lund)\nCountry: -\nTime: all day\n"
    assert spoken(page) == [("Tides", [("Ida Holm", [("Port of Lund", None, None)])])]


def test_people_behind_panel_are_its_speakers_and_a_second_line_adds_to_them() -> None:
    page = TOP + (
        "12:00 Panel: Ada Berg (Town of Lund), Per Lund (Lichen Society)\n"
        "Panel: Eva Falk (Moss Institute), Jon Rask (Rope Museum)\n"
    )
    (panel,) = talks(page)
    assert (panel.title, panel.kind) == ("Panel", "panel")
    assert [each.name for each in panel.people] == ["Ada Berg", "Per Lund", "Eva Falk", "Jon Rask"]


def test_what_a_speaker_label_says_may_be_no_name() -> None:
    page = TOP + (
        "14:00 Speaker: to be seen on the day itself and then written up\n15:00 Tides, Ida Holm (Port)\n"
    )
    assert spoken(page)[:1] == [("to be seen on the day itself and then written up", [])]


def test_a_title_after_its_label_may_hold_the_speaker() -> None:
    page = TOP + (
        "15:00 Ropes, Jon Rask (Rope Museum)\n"
        "Title: The end of rope (Eva Falk, Moss Institute)\n"
        "Lecture: The start of rope\n"
    )
    assert spoken(page)[1:] == [
        ("The end of rope", [("Eva Falk", [("Moss Institute", None, None)])])
    ]
    assert verdicts(page)[7] == "not understood"


def test_an_empty_label_is_a_title_or_the_heading_of_a_list() -> None:
    page = TOP + "10:00 Tides\nSpeakers:\nIda Holm (Port of Lund)\n\nPanel:\nEva Falk\nJon Rask\n"
    assert [each[0] for each in spoken(page)] == ["Tides", "Panel"]
    page = "Harbour Day\n5 May 2016, Lund\n\nSpeakers:\nIda Holm (Port of Lund)\n"
    assert present(page) == [("Ida Holm", [("Port of Lund", None, None)])]


def test_participants_after_the_last_talk_are_present_at_the_event() -> None:
    page = TOP + (
        "10:00 Tides and timber, Ida Holm (Moss Institute)\n\nParticipants: Eva Falk, Jon Rask\n"
    )
    assert titles(page) == ["Tides and timber"]
    assert [name for name, _ in present(page)] == ["Eva Falk", "Jon Rask"]


def test_who_sums_up_after_a_blank_line_belongs_to_the_event() -> None:
    page = TOP + (
        "10:00 Tides and timber, Ida Holm (Moss Institute)\n\nModerator: Eva Falk, Rope Museum\n"
    )
    assert [[name for name, _ in people] for _, people in spoken(page)] == [["Ida Holm"]]
    assert present(page) == [("Eva Falk", [("Rope Museum", "Moderator", None)])]


def test_the_top_names_who_leads_the_event() -> None:
    page = "Harbour Day\n5 May 2016\nChair: Eva Falk, Rope Museum\n\n10:00 Tides, Ida Holm (Port)\n"
    assert present(page) == [("Eva Falk", [("Rope Museum", "Chair", None)])]


def test_a_name_alone_at_the_top_is_not_enough() -> None:
    page = "Harbour Day\n5 May 2016\nChair: to be named\n\n10:00 Tides, Ida Holm (Port of Lund)\n"
    assert present(page) == []


def test_a_label_alone_after_a_pause_heads_people_without_a_talk() -> None:
    page = TOP + (
        "Coffee\n\nModerator:\n\nJon Rask (Rope Museum)\n\n10:00 Tides, Ida Holm (Port of Lund)\n"
    )
    assert titles(page) == ["Tides"]
    assert present(page) == [("Jon Rask", [("Rope Museum", None, None)])]


def test_a_label_of_a_format_alone_is_the_title() -> None:
    page = TOP + "10:00\nLecture:\nIda Holm (Port of Lund)\n"
    assert spoken(page) == [("Lecture", [("Ida Holm", [("Port of Lund", None, None)])])]


def test_a_format_before_a_name_is_no_title_of_its_own() -> None:
    page = TOP + (
        "10:00 Tides and timber\nVortrag: Ida Holm, Port of Lund\n"
        "11:00 Ropes\nKeynote: Eva Falk (Rope Museum)\n13:00 Lecture: Ada Berg, Town of Lund\n"
    )
    assert [(title, [name for name, _ in people]) for title, people in spoken(page)] == [
        ("Tides and timber", ["Ida Holm"]), ("Ropes", ["Eva Falk"]), ("Lecture", ["Ada Berg"]),
    ]  # fmt: skip


def test_a_timed_panel_under_the_title_of_a_session_is_that_session() -> None:
    page = TOP + (
        "Session 1: Ropes and rye\n10:00 Panel:\nIda Holm, Port of Lund\n"
        "Tor Berg, Crane Institute\n11:00 Panel:\nEva Lind, Dam Society\n"
    )
    assert spoken(page) == [
        ("Ropes and rye",
         [("Ida Holm", [("Port of Lund", None, None)]),
          ("Tor Berg", [("Crane Institute", None, None)])]),
        ("Panel", [("Eva Lind", [("Dam Society", None, None)])]),
    ]  # fmt: skip


def test_the_host_of_a_talk_does_not_speak() -> None:
    page = (
        "Colloquium\n5 May 2016, Lund\n\nSpeaker: Anna Berg, Moss Institute\nTitle: Ropes and rain\n"
        "Host: Peter Falk\n\nSpeaker: Ida Holm, Rope Museum\nTitle: Moss and rain\nHost: Jon Rask\n"
    )
    assert [[name for name, _ in people] for _, people in spoken(page)] == [
        ["Anna Berg"],
        ["Ida Holm"],
    ]
