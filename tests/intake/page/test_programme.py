from __future__ import annotations

from .reading import present, spoken, talks, titles, verdicts

TOP = "Harbour Day\n5 May 2016\n\nProgramme\n"


def test_a_session_with_a_time_heads_the_talks_below_it() -> None:
    page = TOP + (
        "10:00 – 12:00 Session 1: Moss and water\n"
        "Roofs that drink, Ida Holm (Moss Institute)\n"
        "Walls that breathe, Per Lund (Lichen Society)\n"
        "13:00 – 14:00 Session 2: Moss and people\n"
        "15:00 Moss at school, Ada Berg (Town of Lund)\n"
    )
    assert [(each.title, each.session) for each in talks(page)] == [
        ("Roofs that drink", "Session 1: Moss and water"),
        ("Walls that breathe", "Session 1: Moss and water"),
        ("Moss and people", None),
        ("Moss at school", "Session 2: Moss and people"),
    ]


def test_a_pause_under_its_own_time_is_no_talk() -> None:
    page = TOP + (
        "10:00\nTides and timber\nIda Holm (Moss Institute)\n"
        "11:00\nCoffee break\n"
        "11:30\nRopes\nEva Falk (Rope Museum)\n"
    )
    assert titles(page) == ["Tides and timber", "Ropes"]
    assert verdicts(page) == {4: "furniture", 8: "furniture", 9: "furniture"}


def test_a_list_heading_under_a_title_announces_its_speakers() -> None:
    page = TOP + (
        "10:00 Tides and timber\nSpeakers\nIda Holm (Moss Institute)\nEva Falk (Rope Museum)\n"
        "11:00 Ropes, Jon Rask (Rope Museum)\n"
    )
    assert [(title, len(people)) for title, people in spoken(page)] == [
        ("Tides and timber", 2), ("Ropes", 1),
    ]  # fmt: skip


def test_who_signs_a_letter_is_present_and_no_speaker() -> None:
    page = (
        "Dear Ms Holm,\n\nthank you for coming to the Harbour Day on 5 May 2016.\n\nProgramme\n"
        "10:00 Tides and timber, Ida Holm (Moss Institute)\n"
        "11:00 Ropes, Eva Falk (Rope Museum)\n\n"
        "Kind regards\nJon Rask\nHead of Events, Port of Lund\n"
    )
    assert titles(page) == ["Tides and timber", "Ropes"]
    assert present(page) == [("Jon Rask", [("Port of Lund", "Head of Events", None)])]


def test_posts_stand_under_the_names_of_participants() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nParticipants\n"
        "Ida Holm\nHead of Research, Moss Institute\n"
        "Eva Falk\nDirector, Rope Museum\n"
    )
    assert present(page) == [
        ("Ida Holm", [("Moss Institute", "Head of Research", None)]),
        ("Eva Falk", [("Rope Museum", "Director", None)]),
    ]


def test_a_title_under_a_speaker_and_the_post_closes_the_entry_of_a_list() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\n"
        "Jon Rask\nCaptain, Rope Museum\nThe end of rope\n\n"
        "Ada Berg\nDirector, Town of Lund\nCities without rope\n"
    )
    assert spoken(page) == [
        ("The end of rope", [("Jon Rask", [("Rope Museum", "Captain", None)])]),
        ("Cities without rope", [("Ada Berg", [("Town of Lund", "Director", None)])]),
    ]


def test_no_title_where_it_could_be_an_organisation() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\n"
        "Jon Rask\nCaptain, Rope Museum\nRope Museum Foundation\n\n"
        "Ada Berg\nDirector, Town of Lund\n"
    )
    assert titles(page) == []


def test_the_title_of_a_keynote_stands_on_the_line_below() -> None:
    page = TOP + (
        "10:00 Keynote\nTides and timber, Ida Holm (Moss Institute)\n"
        "11:00\nRopes (Eva Falk, Rope Museum)\n"
    )
    assert spoken(page) == [
        ("Tides and timber", [("Ida Holm", [("Moss Institute", None, None)])]),
        ("Ropes", [("Eva Falk", [("Rope Museum", None, None)])]),
    ]


def test_a_word_before_a_colon_is_a_format_or_a_prize_and_no_title() -> None:
    page = TOP + (
        "12:00 Cranes\nImpulse: Jon Rask (Rope Museum)\n"
        "13:00 Prizes\nGold: Ada Berg, Town of Lund\nSilver: Per Lund, Lichen Society\n"
    )
    assert spoken(page) == [
        ("Cranes", [("Jon Rask", [("Rope Museum", None, None)])]),
        ("Prizes", []),
    ]
    assert [name for name, _ in present(page)] == ["Ada Berg", "Per Lund"]


def test_rooms_are_furniture_and_visits_stay_talks_above_others() -> None:
    page = TOP + (
        "10:00 Visit to the port\n"
        "  - The new quay, Ida Holm (Port of Lund)\n"
        "  - The old quay, Eva Falk (Rope Museum)\n"
        "14:00 Room 5\nHall B\n"
        "15:00 Ropes, Jon Rask (Rope Museum)\n"
    )
    assert [(each.title, each.session) for each in talks(page)] == [
        ("Visit to the port", None), ("The new quay", None), ("The old quay", None),
        ("Ropes", None),
    ]  # fmt: skip
    assert verdicts(page) == {4: "furniture", 8: "furniture", 9: "furniture"}


def test_a_speaker_who_is_not_known_yet_is_no_title() -> None:
    page = TOP + "10:00 Ropes\nto be announced\n11:00 Tides, Ida Holm (Port of Lund)\n"
    assert spoken(page) == [
        ("Ropes", []), ("Tides", [("Ida Holm", [("Port of Lund", None, None)])]),
    ]  # fmt: skip
    assert verdicts(page) == {4: "furniture", 6: "furniture"}


def test_a_post_that_looks_like_a_name_belongs_to_the_name_above_it() -> None:
    page = TOP + "10:00 Knots\nEva Falk\nMarlu Xanteo, Director\n"
    assert spoken(page) == [("Knots", [("Eva Falk", [("Marlu Xanteo", "Director", None)])])]


def test_a_post_that_names_someone_belongs_to_the_name_above_it() -> None:
    page = TOP + "10:00 Moss\nIda Holm\nDirector, School of Ropes by Dr. Anna Berg\n"
    assert spoken(page) == [
        ("Moss", [("Ida Holm", [("School of Ropes by Dr. Anna Berg", "Director", None)])])
    ]


def test_who_has_a_post_gets_no_second_one_from_the_line_below() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\n"
        "Jon Rask (Rope Museum)\nDirector, Rope Museum\n\nAda Berg\nDirector, Town of Lund\n"
    )
    assert present(page) == [
        ("Jon Rask", [("Rope Museum", None, None)]),
        ("Ada Berg", [("Town of Lund", "Director", None)]),
    ]
    assert verdicts(page)[7] == "not understood"


def test_a_line_of_a_list_that_reads_as_title_and_people_names_a_person() -> None:
    page = "Harbour Day\n5 May 2016, Lund\n\nParticipants\n\nPer Lund – Moss and water\n"
    assert titles(page) == []
    assert [name for name, _ in present(page)] == ["Per Lund"]


def test_a_format_under_a_title_names_its_speaker() -> None:
    page = TOP + "10:00 Tides and timber\nShort talk: Ida Holm (Rope Museum)\n"
    assert spoken(page) == [("Tides and timber", [("Ida Holm", [("Rope Museum", None, None)])])]


def test_words_before_a_colon_that_are_many_are_a_title() -> None:
    page = TOP + "Gold from the deep sea: Ida Holm, Port of Lund\n10:00 Ropes\n"
    assert spoken(page)[0] == (
        "Gold from the deep sea", [("Ida Holm", [("Port of Lund", None, None)])],
    )  # fmt: skip


def test_a_doubtful_name_is_taken_where_a_title_waits_for_its_speaker() -> None:
    page = TOP + (
        "10:00 Tides and timber\nMarlu Xanteo\n11:00 Panel: Knots\nIda Holm (Port of Lund)\n"
        "- Ori Tassenka\n"
    )
    assert [(title, [name for name, _ in people]) for title, people in spoken(page)] == [
        ("Tides and timber", ["Marlu Xanteo"]), ("Knots", ["Ida Holm", "Ori Tassenka"]),
    ]  # fmt: skip


def test_a_name_under_a_speaker_of_a_list_is_no_title() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\n"
        "Jon Rask\nCaptain, Rope Museum\nThe end of rope\nRopes and knots\n\n"
        "Ada Berg\nDirector, Town of Lund\nMarlu Xanteo\n"
    )
    assert titles(page) == []
    assert [name for name, _ in present(page)] == ["Jon Rask", "Ada Berg"]
    assert verdicts(page) == {line: "furniture" if line == 4 else "not understood"
                              for line in (4, 8, 9, 13)}  # fmt: skip


def test_the_life_of_a_speaker_belongs_to_the_name_above_it() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\nJon Rask (Rope Museum)\n"
        "He was a captain for many years and has written three books about the sea and its "
        "people, all of them read widely.\n"
        "Ada Berg (Town of Lund)\n"
    )
    assert [name for name, _ in present(page)] == ["Jon Rask", "Ada Berg"]
    assert verdicts(page) == {4: "furniture"}


def test_running_text_set_apart_ends_a_title_without_time() -> None:
    page = TOP + (
        "- Ropes of the sea\n\n"
        "The sea is wide and it was always wide, which is what all of our guests said when they "
        "had been there.\n\n"
        "- Tides, Ida Holm (Port of Lund)\n- Knots, Eva Falk (Rope Museum)\n"
    )
    assert [each.abstract for each in talks(page)] == [None, None, None]
    assert [each.session for each in talks(page)] == [None, None, None]
    assert verdicts(page) == {4: "furniture", 7: "not understood"}


def test_a_link_that_says_nothing_is_no_post() -> None:
    page = TOP + "10:00 Tides\nIda Holm\n[–](#top)\n11:00 Knots, Eva Falk (Rope Museum)\n"
    assert [(title, len(people)) for title, people in spoken(page)] == [("Tides", 1), ("Knots", 1)]
    assert spoken(page)[0][1] == [("Ida Holm", [])]
    assert verdicts(page)[7] == "not understood"


def test_who_is_still_to_be_found_stands_on_a_line_of_its_own() -> None:
    page = TOP + "10:00 Tides and timber\nn.n.\n11:00 Ropes, Eva Falk (Rope Museum)\n"
    assert spoken(page)[0] == ("Tides and timber", [])


def test_a_line_in_small_letters_under_a_name_is_no_post_without_a_word_of_one() -> None:
    page = TOP + "10:00 Tides, Ida Holm (Port of Lund)\n12:00 Knots\nPer Lund\nit will be fine\n"
    assert spoken(page)[1] == ("Knots", [("Per Lund", [])])
    assert verdicts(page)[8] == "not understood"


def test_a_number_under_a_speaker_is_no_title() -> None:
    page = (
        "Harbour Day\n5 May 2016, Lund\n\nSpeakers\n\n"
        "Ada Berg\nDirector, Town of Lund\n+370 000 00000\n"
    )
    assert titles(page) == []
    assert [name for name, _ in present(page)] == ["Ada Berg"]


def test_every_item_stands_on_the_day_that_heads_it() -> None:
    page = (
        "Harbour Days\nMarch 2019\n\nProgramme\nMonday, 4 March\n10:00 Tides, Ida Holm (Port)\n"
        "Tuesday, 5 March\n10:00 Ropes, Eva Falk (Rope Museum)\n"
    )
    assert [str(each.start) for each in talks(page)] == [
        "2019-03-04 10:00:00", "2019-03-05 10:00:00",
    ]  # fmt: skip


def test_a_session_with_the_time_of_its_first_item_only_heads_it() -> None:
    page = TOP + (
        "8:00 – Heron Ballroom – General Session 1\n"
        "- 8:00-8:30 – Roofs that drink, Ida Holm (Moss Institute)\n"
        "- 8:30-9:00 – Walls that breathe, Per Lund (Lichen Society)\n"
    )
    assert [(each.title, each.session) for each in talks(page)] == [
        ("Roofs that drink", "General Session 1"), ("Walls that breathe", "General Session 1"),
    ]  # fmt: skip


def test_a_session_that_says_only_so_takes_the_title_below_and_its_talks() -> None:
    page = TOP + (
        "14:00 – 15:30 Session\nWho counts falls?\nRoom 3\n"
        "Moderators\nIda Holm, Moss Institute\nPer Lund, Lichen Society\nProgramme\n"
        "- Carpets and canes\nEva Falk, Rope Museum\n"
        "- Stairs and slippers\nJon Rask, Rope Museum\n"
    )
    assert [(each.title, each.session) for each in talks(page)] == [
        ("Carpets and canes", "Who counts falls?"), ("Stairs and slippers", "Who counts falls?"),
    ]  # fmt: skip


def test_after_a_country_the_next_line_is_another_person() -> None:
    page = TOP + (
        "10:00 Panel: Who cooks?\nAnna Berg, Jamaica\nZorv Mamaxi Apaz, Bolivia\n"
        "Yamx Barahoni, Secretary of the Foo Council, Honduras\n"
    )
    assert [name for _, people in spoken(page) for name, _ in people] == [
        "Anna Berg", "Zorv Mamaxi Apaz", "Yamx Barahoni",
    ]  # fmt: skip


def test_what_can_be_a_name_before_a_whole_post_is_no_post_of_the_name_above() -> None:
    page = TOP + (
        "10:00 Who pays for roofs?\nAnna Berg, project director\n"
        "Zorvan Fayel, Professor at the School of Fields\n"
    )
    assert [name for _, people in spoken(page) for name, _ in people] == [
        "Anna Berg", "Zorvan Fayel",
    ]  # fmt: skip


def test_speakers_without_titles_make_a_programme_beside_pauses() -> None:
    page = TOP + (
        "10:00 Anna Berg, Curator of Ropes\n11:00 Peter Falk, Head of Moss\n12:00 Lunch break\n"
    )
    assert [(title, len(people)) for title, people in spoken(page)] == [(None, 1), (None, 1)]


def test_a_greeting_with_its_speaker_is_an_item() -> None:
    page = (
        "Roof Day\n5 May 2016\n\nProgramme\nOpening: Anna Berg, Town of Lund\n"
        "1st round table: Who pays for roofs?\nPeter Falk, Rope Museum\nIda Holm, Moss Institute\n"
    )
    assert titles(page) == ["Opening", "Who pays for roofs?"]


def test_a_talk_that_is_to_be_announced_has_its_speaker() -> None:
    page = (
        "Open Nights\n\nSept 6, 2013 Prof. Anna Berg Living in a Bubble\n"
        "Dec 6, 2013 Dr. Peter Falk TBD\n"
    )
    assert spoken(page) == [
        ("Living in a Bubble", [("Anna Berg", [])]),
        (None, [("Peter Falk", [])]),
    ]


def test_a_few_items_of_every_programme_and_a_pause_make_one() -> None:
    page = "Harbour notes\n\n9:00 Welcome\n9:30 Coffee break\n10:00 Closing session of all boats\n"
    assert titles(page) == ["Welcome", "Closing session of all boats"]


def test_a_short_sentence_below_a_timed_speaker_is_what_they_say() -> None:
    page = TOP + (
        "9.30 - Ida Holm, Port of Lund.\n\nKnots between the harbour and the hills.\n"
        "10.00 - Eva Falk, Rope Museum.\n\nThe ropes of a monastery and what they cost.\n10.30 Lunch\n"
    )
    assert spoken(page) == [
        ("Knots between the harbour and the hills", [("Ida Holm", [("Port of Lund", None, None)])]),
        (
            "The ropes of a monastery and what they cost",
            [("Eva Falk", [("Rope Museum", None, None)])],
        ),
    ]
