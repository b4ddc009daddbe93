"""Which words tell the kind of an event or of a talk."""

from __future__ import annotations

import pytest

from clustertui.intake.wording import (
    EVENT_KINDS,
    TALK_KINDS,
    kind_of_event,
    kind_of_talk,
    kind_of_title,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Harbour Days", None),
        ("Cluster workshop in Lisbon", "workshop"),
        ("Training workshop on trade fairs", "workshop"),
        ("On trade fairs", "fair"),
        ("Visit of a delegation", "visit"),
        ("Cluster Day 2018", "cluster day"),
        ("Clusterkonferenz", "conference"),
        ("Herbsttagung der Häfen", "conference"),
        ("Affair of the Commission for Information", None),
        ("Séminaire: la marée", "seminar"),
        ("B2B meeting", "meeting"),
        ("Tide summer school", "training"),
        ("Summer tide", None),
        ("Hafengeburtstag", None),
        ("Barbershop songs", None),
        ("The tide shop", None),
    ],
)
def test_a_word_of_the_name_tells_the_kind_of_an_event(name: str, kind: str | None) -> None:
    assert kind_of_event(name) == kind
    assert kind is None or kind in EVENT_KINDS


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Keynote session", "keynote"),
        ("Lightning-Talks", "lightning talk"),
        ("Podiumsdiskussion", "panel"),
        ("Hands-on", "tutorial"),
        ("Workshop (90 min)", "workshop"),
        ("Lunch break", "break"),
        ("Breakthroughs", None),
        ("Main track", None),
    ],
)
def test_a_label_names_the_kind_of_a_talk(label: str, kind: str | None) -> None:
    assert kind_of_talk(label) == kind
    assert kind is None or kind in TALK_KINDS


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Keynote: the tide", "keynote"),
        ("Keynotes we liked", None),
        ("Opening keynote", "keynote"),
        ("Opening the port", None),
        ("Panel – who owns the sea?", "panel"),
        ("Panels of the sun", None),
        ("Coffee break", "break"),
        ("Lunch", "break"),
        ("Lunch with a whale", None),
        ("Lightning talks, day 2", "lightning talk"),
        ("Workshop (part 1)", "workshop"),
        ("Tutorial", "tutorial"),
        ("The tide", None),
    ],
)
def test_a_title_may_say_its_kind_itself(title: str, kind: str | None) -> None:
    assert kind_of_title(title) == kind
