from __future__ import annotations

import pytest

from clustertui.intake.page.lives import lives_of, organisation_of
from clustertui.intake.stated import StatedPerson

from .reading import entries_of, spoken


@pytest.mark.parametrize(
    ("text", "organisation", "role"),
    [
        ("Anna Bergh directs the Reed & Mud Cluster.", "Reed & Mud Cluster", None),
        ("Anna Bergh leitet das Haus der Moore, das alle kennen.", "Haus der Moore", None),
        ("Anna Bergh is finance officer of the School of Reeds.", "School of Reeds",
         "finance officer"),
        ("Anna Bergh, based in Gent, is senior trainer at Haff Movers.", "Haff Movers",
         "senior trainer"),
        ("Bergh, Anna: reed keeper, Haff Movers. Likes mud.", "Haff Movers", "reed keeper"),
        ("Anna Bergh, engineer, Haff Movers", "Haff Movers", "engineer"),
    ],
)  # fmt: skip
def test_a_life_tells_the_organisation(text: str, organisation: str, role: str | None) -> None:
    (told,) = organisation_of("Anna Bergh", text)
    assert (told.organisation, told.role) == (organisation, role)


@pytest.mark.parametrize(
    "text",
    [
        "Paul Weiss directs the Reed Cluster.",
        "Anna Berghof directs the Reed Cluster.",
        "Anna Bergh is tall.",
        "Anna Bergh sings.",
        "Anna Bergh",
        "Anna Bergh, Paul Weiss",
        "Anna Bergh " + "sings " * 100,
    ],
)
def test_other_lines_tell_none(text: str) -> None:
    assert organisation_of("Anna Bergh", text) == ()


def test_speakers_take_it_from_their_lives() -> None:
    page = """\
        Reed Forum, Gent, 3 May 2010

        10:00 Mud and memory (Anna Bergh)
        10:30 Counting eels (Paul Weiss)
        11:00 Farewell (Madonna)

        Who is who

        Anna Bergh runs the Reed Laboratory, which is wet.
        Weiss, Paul: director, Haff Museum, Germany
        """
    assert spoken(page)[:2] == [
        ("Mud and memory", [("Anna Bergh", [("Reed Laboratory", None, None)])]),
        ("Counting eels", [("Paul Weiss", [("Haff Museum", "director", "Germany")])]),
    ]


def test_a_line_that_only_names_someone_tells_no_life() -> None:
    people = [StatedPerson("Ida Holm"), StatedPerson("Eva Falk")]
    lines = entries_of("Ida Holm and Eva Falk\n\nIda Holm is a researcher at the Moss Institute.\n")
    found = lives_of(people, lines)
    assert {name: person.affiliations[0].organisation for name, (person, _) in found.items()} == {
        "ida holm": "Moss Institute"
    }
    assert found["ida holm"][1].first_line == 3
