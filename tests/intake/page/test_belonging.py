from __future__ import annotations

import pytest

from clustertui.intake.page.belonging import doubtful_people
from clustertui.intake.page.items import Item
from clustertui.intake.stated import StatedPerson

from .reading import entries_of


def doubtful(text: str, item: Item | None) -> list[str]:
    (entry,) = entries_of(text)
    return [person.name for person in doubtful_people(entry, item).people]


@pytest.mark.parametrize(
    ("text", "item", "names"),
    [
        ("Marlu Xanteo", Item("Tides"), []),  # after a gap
        ("Marlu Xanteo", None, []),
        ("10:00 Marlu Xanteo", Item("Tides"), []),
        ("Tides and timber of the north", Item("Tides"), []),
        ("- Marlu Xanteo", Item("Tides", [StatedPerson("Ida Holm")], panel=True), ["Marlu Xanteo"]),
        ("Marlu Xanteo", Item("Tides", [StatedPerson("Ida Holm")], panel=True), []),
        ("- Marlu Xanteo", Item("Tides", [StatedPerson("Ida Holm")]), []),
    ],
)
def test_a_doubtful_name_fits_below_what_waits_for_people(
    text: str, item: Item | None, names: list[str]
) -> None:
    assert doubtful(text, item) == names


def test_it_fits_right_below_a_title() -> None:
    entry = entries_of("Tides\nMarlu Xanteo\n")[1]
    assert [person.name for person in doubtful_people(entry, Item("Tides")).people] == [
        "Marlu Xanteo"
    ]
