from __future__ import annotations

from clustertui.intake.stated import StatedOrganisation

from .reading import events, present, spoken, statements, talks, titles

PEOPLE = "Participants\n\nIda Holm (Port of Lund)\nEva Falk (Rope Museum)\n"


def test_a_list_of_people_at_the_top_makes_a_dated_page_an_event() -> None:
    page = f"Ropes of the sea\n5 March 2019\n\n{PEOPLE}"
    assert events(page)[0].name == "Ropes of the sea"
    assert [name for name, _ in present(page)] == ["Ida Holm", "Eva Falk"]


def test_a_place_and_people_further_down_make_it_one_too() -> None:
    top = "Ropes and knots\nThe sea and the land\n\n"
    (event,) = events(f"Ropes of the sea\n5 March 2019, Lund\n\n{top}{PEOPLE}")
    assert (event.name, str(event.start)) == ("Ropes of the sea", "2019-03-05")
    assert [place.name for place in event.places] == ["Lund"]
    assert [person.name for person in event.people] == ["Ida Holm", "Eva Falk"]


def test_a_talk_that_is_told_twice_is_one() -> None:
    page = (
        "Ropes of the sea\n5 March 2019\n\nIda Holm spoke on “Tides and timber”.\n\n"
        "At the end we all heard it again: Ida Holm spoke on “Tides and timber”.\n"
    )
    assert titles(page) == ["Tides and timber"]


def test_someone_who_stands_in_a_list_twice_is_one_person_on_both_lines() -> None:
    page = "Harbour Day\n3 March 2019\n\nParticipants\n\nIda Holm (Port of Lund)\nIda Holm\n"
    assert present(page) == [("Ida Holm", [("Port of Lund", None, None)])]
    lines = [where.first_line for where in events(page)[0].people[0].where]
    assert lines == [6, 7]


def test_a_speaker_who_is_listed_below_is_cited_there() -> None:
    page = (
        "Harbour Day\n3 March 2019\n\n10:00 Tides, Ida Holm\n"
        "11:00 Ropes, Ida Holm (Port of Lund)\n\nParticipants\n\n"
        "Ida Holm (Port of Lund), Eva Falk (Rope Museum)\n"
    )
    post = [("Ida Holm", [("Port of Lund", None, None)])]
    assert spoken(page) == [("Tides", post), ("Ropes", post)]
    assert [talk.people[0].where[0].first_line for talk in talks(page)] == [9, 9]
    assert [name for name, _ in present(page)] == ["Eva Falk"]


def test_an_organisation_that_is_named_twice_with_its_acronym_is_one() -> None:
    page = (
        "Harbour Day\n3 March 2019, Lund\n\nThe Knot Research Institute (KRI) was there. "
        "The Knot Research Institute (KRI) was there again, and all were happy.\n"
    )
    found = [each for each in statements(page) if isinstance(each, StatedOrganisation)]
    assert [(each.name, each.acronym) for each in found] == [("Knot Research Institute", "KRI")]


def test_a_talk_told_twice_in_running_text_is_one() -> None:
    page = (
        "On 5 May 2016 the Port of Lund organised the Harbour Forum in Lund, and many came. Later "
        "that day, when the rain had stopped and the doors stood open, Ida Holm, who has lived in "
        "the port for all her life, spoke on “Tides and timber”, at length and without a single "
        "note, to more than two hundred guests from all over the region, from the islands and from "
        "the other side of the sea as well, where the ropes had once been made.\n\n"
        "After lunch, when the sun had come out and the cranes stood still for an hour or two, "
        "Ida Holm spoke on “Tides and timber” once more, this time with pictures, for all those who "
        "had come late, and in the evening, when most of the guests had gone home by train or "
        "boat, she gave a keynote to the crew of the old lightship, who had asked her for it since "
        "the spring of last year, as the port never fails to tell.\n"
    )
    assert titles(page) == ["Tides and timber"]


def test_organisations_cite_every_line_that_names_them() -> None:
    told = "The Baltic Harbour Institute for Ropes (BHIR) came to Lund to see the old ropes.\n"
    page = f"Harbour Day\n5 May 2016, Lund\n\n{told}\n{told}"
    found = [each for each in statements(page) if isinstance(each, StatedOrganisation)]
    assert [(each.name, [where.first_line for where in each.where]) for each in found] == [
        ("Baltic Harbour Institute for Ropes", [4, 6])
    ]


def test_days_of_the_document_are_no_days_of_its_talks() -> None:
    page = (
        "Harbour Day (programme as of 3 May 2016)\n10 May 2016\n\n"
        "10:00 Tides, Ida Holm (Port of Lund)\n"
    )
    assert [str(talk.start) for talk in talks(page)] == ["2016-05-10 10:00:00"]
