from __future__ import annotations

import pytest

from clustertui.intake.page.mentions import mentions_in, places_after


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("On 12th November 2019 the Agency organised the Korean Marine Cluster Day in Busan.",
         ["Korean Marine Cluster Day"]),
        ("It will be the basis for the 2nd Korea-EU Cluster Expert Workshop to be held in Spring.",
         ["2nd Korea-EU Cluster Expert Workshop"]),
        ("A first visit of Danish cluster managers to Busan took place in 2017.",
         ["first visit of Danish cluster managers to Busan"]),
        ("Il distretto ha organizzato a Genova la Giornata dei cluster marittimi, con 400 persone.",
         ["Giornata dei cluster marittimi"]),
        ("invites you to its second Spring School on Cluster Finance, which will be held", []),
        ("An info day will be held in Brussels.", ["info day"]),
        ("The workshops and visits went well.", []),
        ("the Harbour Workshop 2016 and the Forum of the Sea", ["Harbour Workshop 2016", "Forum of the Sea"]),
        ("In the week, the Korean delegation will come to Barcelona on Monday.",
         ["Korean delegation"]),
        ("We had a meeting.", []),
        ("the workshop of the. Next", []),
        ("a workshop in", []),
        ("on Monday Workshop day", ["Workshop day"]),
        ("see Messe", []),
        ("a Forum di", []),
    ],
)  # fmt: skip
def test_events_are_found_by_their_kind(sentence: str, names: list[str]) -> None:
    assert [each.name for each in mentions_in(sentence)] == names


def test_a_mention_knows_whether_it_is_a_name() -> None:
    (named,) = mentions_in("the Harbour Workshop")
    (plain,) = mentions_in("a return visit")
    assert named.proper
    assert not plain.proper


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("held in Rijeka, Croatia, from 9 July", ["Rijeka", "Croatia"]),
        ("in Italy and Austria", ["Italy", "Austria"]),
        ("held in Spring in Gent", ["Gent"]),
        ("in November at the port", []),
        ("in the Harbour Forum at Gent", ["Gent"]),
        ("nothing", []),
        ("in Foo Institute", []),
    ],
)
def test_places_stand_behind_small_words(sentence: str, places: list[str]) -> None:
    assert places_after(sentence) == places


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("After Rask Ltd. Workshop on Ropes was opened.", ["Workshop on Ropes"]),
        ("In Lund (the Harbour) Workshop on Ropes", ["Workshop on Ropes"]),
        ("the Harbour Forum (Lund) met", ["Harbour Forum"]),
        ("the Harbour Forum of sea", ["Harbour Forum of sea"]),
        ("the Forum of", []),
    ],
)
def test_a_name_ends_at_signs_and_at_the_end_of_the_sentence(
    sentence: str, names: list[str]
) -> None:
    assert [each.name for each in mentions_in(sentence)] == names


def test_a_place_ends_before_a_small_word() -> None:
    assert places_after("It took place in Lund and in May.") == ["Lund"]


@pytest.mark.parametrize("after", ["March 2019", "Spring 2019"])
def test_a_month_or_season_behind_a_name_is_none_of_it(after: str) -> None:
    assert [each.name for each in mentions_in(f"The Rope Workshop {after}")] == ["Rope Workshop"]
