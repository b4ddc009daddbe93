from __future__ import annotations

import pytest

from clustertui.intake.stated import StatedEvent

from .reading import events, statements

TOP = "Harbour Day\n5 May 2016, Lund\n\n10:00 Tides, Ida Holm (Port of Lund)\n\n"


def names(text: str) -> list[str]:
    return [event.name for event in events(text)]


def test_follow_ups_and_calendar_entries_are_events_of_their_own() -> None:
    page = TOP + (
        "Next meeting: 3 June 2016, Malmö\n"
        "Next meeting: soon\n"
        "12 September 2016, Gent — Rope Forum\n"
        "Knot Workshop: 3 October 2016, Oslo\n"
        "Publication deadline: 1 June 2016\n"
    )
    main, *others = events(page)
    assert [(each.name, each.kind, str(each.start)) for each in others] == [
        ("Next meeting", "meeting", "2016-06-03"),
        ("Rope Forum", "forum", "2016-09-12"),
        ("Knot Workshop", "workshop", "2016-10-03"),
    ]
    assert [[place.name for place in each.places] for each in others] == [
        ["Malmö"], ["Gent"], ["Oslo"],
    ]  # fmt: skip
    assert main.follow_ups == tuple(each.key for each in others)


def test_a_follow_up_of_running_text() -> None:
    page = TOP + "A follow-up, the Rope Forum, will be held in Gent on 12 September 2016.\n"
    assert [(each.name, str(each.start)) for each in events(page)][1:] == [
        ("Rope Forum", "2016-09-12")
    ]


@pytest.mark.parametrize(
    "line",
    [
        # the same event again
        "The Harbour Day in Lund was held on 5 May 2016 with many guests.",
        # of the document
        "The Rope Forum report was published on 3 May 2017, more or less.",
        # only a weekday
        "The Rope Forum will be held on a Monday next time, we hope.",
        # a sentence without end
        "The Rope Forum of 3 May 2017 " + "was long and " * 200 + "ended.",
        # no event comes next
        "The next ferry will leave on 3 June 2017.",
        # nobody says when
        "The next summit will be held in Gent.",
        # a shop, no event
        "3 June 2017, Gent — open from nine",
    ],
)
def test_no_event_beside_the_main_one(line: str) -> None:
    assert names(TOP + line + "\n") == ["Harbour Day"]


def test_the_same_event_told_twice_is_one() -> None:
    told = "The Rope Forum will be held in Gent on 12 September 2016.\n\n"
    assert names(TOP + told + told.replace("Rope Forum", "Forum of Ropes")) == [
        "Harbour Day", "Rope Forum",
    ]  # fmt: skip


def test_two_dates_of_a_sentence_go_to_the_nearest_names() -> None:
    page = TOP + (
        "After the Knot Workshop on 3 October 2016 in Oslo the Rope Forum on 4 November 2016 in "
        "Gent closes the year.\n"
    )
    assert [(each.name, str(each.start)) for each in events(page)][1:] == [
        ("Knot Workshop", "2016-10-03"), ("Rope Forum", "2016-11-04"),
    ]  # fmt: skip


def test_the_title_of_an_html_page_names_the_event_where_nothing_else_does() -> None:
    page = (
        b"<html><head><title>Harbour Workshop</title></head><body>"
        b"<p>10:00 Tides, Ida Holm (Port of Lund)</p>"
        b"<p>11:00 Ropes, Eva Falk (Rope Museum)</p></body></html>"
    )
    found = [each for each in statements(page, "x.html") if isinstance(each, StatedEvent)]
    assert [each.name for each in found] == ["Harbour Workshop"]


def test_the_files_name_stands_in_where_the_page_names_no_event() -> None:
    (event,) = events("10:00 Tides, Ida Holm (Port of Lund)\n11:00 Ropes, Eva Falk (Rope Museum)\n")
    assert event.name == "page"
    assert dict(event.guessed)["name"] == "the page names no event; this is the file's name"


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("# Workshop: Ropes\n", "Ropes"),
        ("Event: Rope Forum\nDate: 5 May 2016\n", "Rope Forum"),
        ("International Conference\nRopes of the sea\n5 May 2016\n", "Ropes of the sea"),
        ("- a bullet\nHarbour Day\n5 May 2016\n", "Harbour Day"),
        ("Press release\nHarbour Day\n5 May 2016\n", "Harbour Day"),
    ],
)
def test_the_name_at_the_top(top: str, name: str) -> None:
    assert names(f"{top}\n10:00 Tides, Ida Holm (Port of Lund)\n")[0] == name


def test_a_letter_names_its_event_in_a_sentence() -> None:
    page = (
        "Dear Ms Holm,\n\nthank you for coming to the Harbour Day on 5 May 2016.\n\nProgramme\n"
        "10:00 Tides, Ida Holm (Moss Institute)\n"
    )
    assert names(page) == ["Harbour Day"]


def test_news_is_about_the_event_that_its_headline_names_too() -> None:
    page = (
        "Rope Forum in Gent: the sea has the last word\n\n"
        "Before the Knot Workshop and the Rope Forum on 12 September 2016 the town was quiet.\n\n"
        "Ida Holm spoke on “Tides and timber”.\n"
    )
    assert names(page)[0] == "Rope Forum"


def test_a_deadline_alone_makes_no_call() -> None:
    assert names("Ropes of the sea\nA note of the port\nDeadline: 5 March 2019\n") == []
    assert names("Call for proposals: Ropes\nDeadline: 5 March 2019\n") == ["Ropes"]


def test_a_label_of_the_place_makes_the_headline_the_name() -> None:
    page = (
        "Ropes of the sea\nPlace: Lund\nIda Holm spoke on “Tides and timber”.\n\n"
        "The Port of Lund held the Rope Workshop on 5 March 2019, and many came.\n"
    )
    assert names(page) == ["Ropes of the sea"]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Harbour Day 2019 | Lund | Sweden\n\nProgramme\n", "Harbour Day 2019"),
        ("Host: Harbour Workshop\n\n", "Host: Harbour Workshop"),
    ],
)
def test_a_row_or_label_at_the_top_names_the_event(top: str, name: str) -> None:
    page = f"{top}10:00 | Tides | Ida Holm (Port of Lund)\n11:00 | Knots | Eva Falk (Rope Museum)\n"
    assert names(page)[0] == name


def test_of_two_events_in_a_headline_the_told_one_is_the_pages() -> None:
    page = (
        "The Knot Workshop and the Rope Forum\n\n"
        "On 12 September 2016 the Rope Forum was held in Gent by many people of the town.\n\n"
        "Ida Holm spoke on “Tides and timber”.\n"
    )
    assert names(page)[0] == "Rope Forum"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("HARBOURS MEET", "Nordic Harbour Forum"),
        ("Nordic Harbour Forum: the sea has the last word", "Nordic Harbour Forum"),
        ("Nordic Harbour Forum in Oslo", "Nordic Harbour Forum in Oslo"),
        ("Sea Congress", "Sea Congress"),
    ],
)
def test_a_sentence_names_the_event_better_than_a_headline_of_many_words_or_none(
    headline: str, name: str
) -> None:
    page = (
        f"For immediate release\n\n{headline}\n\n"
        "OSLO, 11 June 2021 – Many will gather on 23 June 2021 for the Nordic Harbour Forum.\n\n"
        "- Ida Holm spoke on “Tides and timber”\n- Eva Falk spoke on “Ropes”\n"
    )
    assert (events(page)[0].name, str(events(page)[0].start)) == (name, "2021-06-23")


def test_a_sentence_on_top_names_its_event_and_is_not_the_name() -> None:
    page = (
        "The Island Regions Innovation Forum seats ministries and firms at one table.\n"
        "5 May 2016\n\n10:00 Tides, Ida Holm\n11:00 Ropes, Tor Berg\n"
    )
    assert events(page)[0].name == "Island Regions Innovation Forum"


def test_headings_of_lists_and_links_to_the_content_name_no_event() -> None:
    page = (
        "Skip to main content\nKey Speakers\n(News)\n1. Start\nHarbour Day\n5 May 2016\n\n"
        "10:00 Tides, Ida Holm\n11:00 Ropes, Tor Berg\n"
    )
    assert events(page)[0].name == "Harbour Day"


def test_a_word_for_the_kind_before_a_colon_makes_a_name_of_what_follows() -> None:
    page = (
        "COURSE: Cluster Management in Practice\nAutumn term 2018 | Lviv | 5 October 2018\n"
        "SPEAKERS A–Z\n\nIda Holm\nDirector, Port of Lund\n"
    )
    assert events(page)[0].name == "Cluster Management in Practice"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The next summit is to be held in Lund in August 2017.", "next summit"),
        ("Das nächste Treffen ist für August 2017 in Lund geplant.", "nächste Treffen"),
    ],
)
def test_a_sentence_announces_the_next_one_and_does_not_date_this_one(line: str, name: str) -> None:
    page = f"Harbour Summit\n\nIn May 2016 Lund was the place to talk of ropes.\n\n{line}\n"
    first, second = events(page)
    assert (str(first.start), str(first.end)) == ("2016-05-01", "2016-05-31")
    assert (second.name, str(second.start)) == (name, "2017-08-01")
