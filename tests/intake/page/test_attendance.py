from __future__ import annotations

from .reading import present, spoken, titles

TOP = "Harbour Day\n5 May 2016\n\n"


def test_someone_of_a_list_who_stands_again_above_a_title_speaks() -> None:
    page = TOP + (
        "Programme\n10:00 Tides and timber\nIda Holm, Port of Lund\n\n"
        "Speakers\nIda Holm, Port of Lund\nTor Berg, Crane Institute\n\n"
        "Tor Berg\nRopes of rye in winter\n"
    )
    assert spoken(page) == [
        ("Tides and timber", [("Ida Holm", [("Port of Lund", None, None)])]),
        ("Ropes of rye in winter", [("Tor Berg", [("Crane Institute", None, None)])]),
    ]


def test_what_panellists_speak_for_is_no_title() -> None:
    page = TOP + (
        "Programme\n10:00 Panel on cranes\n"
        "Cities: Ms. Ida Holm, Port of Lund\nFarms: Mr. Tor Berg, Crane Institute\n"
    )
    assert spoken(page) == [
        ("Panel on cranes",
         [("Ida Holm", [("Port of Lund", None, None)]),
          ("Tor Berg", [("Crane Institute", None, None)])]),
    ]  # fmt: skip


def test_speakers_with_posts_lives_and_titles_below_their_names() -> None:
    page = TOP + (
        "Speakers\nIda Holm\nDirector, Port of Lund\nShe has led the port since 2004.\n"
        "Tor Berg\nHead of ropes, Crane Institute\nRopes of rye in winter\n\n"
        "Eva Lind\nChair, Dam Society\nHow dams fail\n"
    )
    assert titles(page) == ["Ropes of rye in winter", "How dams fail"]
    assert present(page) == [("Ida Holm", [("Port of Lund", "Director", None)])]


def test_the_caption_of_a_picture_and_the_name_below_it_are_one_person() -> None:
    page = (
        "Harvest Summit 2018\n5 May 2018, Lund\n\nSpeakers include:\n\n"
        "Anna Berg\n\nAnna Berg\nChief Executive\nSavanna Credit\n\n"
        "Peter Falk\n\nPeter Falk\nChairman\nVane Commodities\n"
    )
    assert present(page) == [
        ("Anna Berg", [("Savanna Credit", "Chief Executive", None)]),
        ("Peter Falk", [("Vane Commodities", "Chairman", None)]),
    ]


def test_a_title_between_a_keynote_speaker_and_the_life_below_is_the_talk() -> None:
    page = (
        "Sea Days\n5 May 2018, Lund\n\nKeynote Speakers\n\nAnna\nBerg\nDirector, Tide Service\n\n"
        "What boats know about the tide\n"
        "Anna Berg looks after the gauges of the whole coast, and she trusts numbers.\n\n"
        "Peter\nFalk\nEditor, Tidal Letters\n"
    )
    assert spoken(page) == [
        ("What boats know about the tide",
         [("Anna Berg", [("Tide Service", "Director", None)])]),
    ]  # fmt: skip
