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
