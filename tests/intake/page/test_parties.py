from __future__ import annotations

from .reading import events

TALK = "\n10:00 Tides, Ida Holm (Port of Lund)\n"


def parties(text: str) -> list[tuple[str, str]]:
    return list(events(text)[0].organisations)


def test_labels_name_organisers_and_partners() -> None:
    page = (
        "Harbour Day\nDate: 5 May 2016\nPlace: Lund\nHost: Port of Lund\n"
        "In cooperation with: Rope Museum; 3M Nordic\nPartners: Rope Museum, Lund Society\n"
    )
    assert parties(page + TALK) == [
        ("Port of Lund", "organiser"), ("Rope Museum", "partner"), ("3M Nordic", "partner"),
        ("Lund Society", "partner"),
    ]  # fmt: skip
    event = events(page + TALK)[0]
    assert [place.name for place in event.places] == ["Lund"]
    assert event.where[0].last_line == 6


def test_an_organiser_is_no_partner_as_well_and_small_words_are_neither() -> None:
    page = (
        "Harbour Day\nDate: 5 May 2016\nOrganiser: Port of Lund together with Rope Museum\n"
        "Partners: Rope Museum; various others\n"
    )
    assert parties(page + TALK) == [("Port of Lund", "organiser"), ("Rope Museum", "organiser")]


def test_running_text_names_who_organises() -> None:
    page = (
        "Harbour Day\n5 May 2016\n\nThe day is organised by the Port of Lund in cooperation with "
        "Rope Museum, and with many friends from all over the region.\n"
    )
    assert parties(page + TALK) == [("Port of Lund", "organiser"), ("Rope Museum", "organiser")]


def test_nobody_is_named_where_the_text_only_describes() -> None:
    page = (
        "Harbour Day\n5 May 2016\n\nThe day is organised by friends of the sea together with "
        "their neighbours from all over the region.\n"
    )
    assert parties(page + TALK) == []


def test_a_sentence_that_tells_of_the_event_names_organiser_and_place() -> None:
    page = "On 5 May 2016 the Port of Lund organised the Harbour Forum in Lund. Ida Holm spoke.\n"
    assert parties(page) == [("Port of Lund", "organiser")]
    assert [place.name for place in events(page)[0].places] == ["Lund"]


def test_the_place_stands_beside_the_date_or_with_its_country() -> None:
    for page in ("Harbour Day\n5 May 2016, Lund\n", "Harbour Day\n5 May 2016\nLund, Sweden\n"):
        event = events(page + TALK)[0]
        assert [place.name for place in event.places][:1] == ["Lund"]


def test_a_link_that_leads_on_is_no_part_of_a_name() -> None:
    page = (
        "Harbour Day\n5 May 2016\n\nThe day is organised by the Port of Lund in cooperation with "
        "Rope Museum and with many friends from all over the region.\n"
    )
    assert events(page + TALK)[0].organisations == (
        ("Port of Lund", "organiser"), ("Rope Museum", "organiser"),
    )  # fmt: skip
