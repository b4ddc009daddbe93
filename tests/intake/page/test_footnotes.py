from __future__ import annotations

import pytest

from .reading import spoken, unaccounted

POSTERS = """\
    Reed Symposium, Gent, 3 May 2010

    P01  Mud and memory
         Anna Bergh {0}, Paul Weiss {1}
    P02  Counting eels
         Maria Rossi {1}

    {0} Institute of Reeds, Norway
    {1} Haff Museum, Germany
"""


@pytest.mark.parametrize("marks", [("(1)", "(2)"), ("[1]", "[2]"), ("¹", "²")])
def test_a_number_behind_a_name_leads_to_the_organisation(marks: tuple[str, str]) -> None:
    page = POSTERS.format(*marks)
    assert spoken(page) == [
        ("Mud and memory", [("Anna Bergh", [("Institute of Reeds", None, "Norway")]),
                            ("Paul Weiss", [("Haff Museum", None, "Germany")])]),
        ("Counting eels", [("Maria Rossi", [("Haff Museum", None, "Germany")])]),
    ]  # fmt: skip
    assert unaccounted(page) == set()


def test_notes_that_nobody_refers_to_stay_as_they_are() -> None:
    page = """\
        Reed Symposium, Gent, 3 May 2010

        10:00 Mud and memory (Anna Bergh, Haff Museum)
        10:30 Counting eels (Maria Rossi, Haff Museum)

        (1) Bring boots along
        (2) Bring a lamp along
        """
    assert [people[0][0] for _, people in spoken(page)] == ["Anna Bergh", "Maria Rossi"]
