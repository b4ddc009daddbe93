from __future__ import annotations

import pytest

from clustertui.intake.page.roles import with_role
from clustertui.intake.stated import StatedAffiliation, StatedPerson

ANNA = StatedPerson("Anna Berg")
MUSEUM = StatedAffiliation("Rope Museum")


@pytest.mark.parametrize(
    ("label", "role"),
    [("Moderator", "Moderator"), ("Moderators", "Moderator"), ("session chair", "session chair")],
)
def test_a_label_that_says_what_a_person_is_is_a_role(label: str, role: str) -> None:
    assert with_role(ANNA, label).affiliations == (StatedAffiliation(role=role),)


@pytest.mark.parametrize("label", ["Moderated by", "Speaker", "With"])
def test_a_label_that_says_what_is_done_is_none(label: str) -> None:
    assert with_role(ANNA, label) == ANNA


def test_the_role_stands_with_the_organisation_that_is_known() -> None:
    person = ANNA._replace(affiliations=(MUSEUM, StatedAffiliation("Port of Lund")))
    first, second = with_role(person, "Chair").affiliations
    assert (first, second) == (MUSEUM._replace(role="Chair"), StatedAffiliation("Port of Lund"))


def test_a_role_that_is_known_stays() -> None:
    person = ANNA._replace(affiliations=(MUSEUM._replace(role="Director"),))
    assert with_role(person, "Chair") == person
