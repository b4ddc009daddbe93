from __future__ import annotations

from clustertui.intake.page.items import Item, joined_lines
from clustertui.intake.stated import StatedAffiliation, StatedPerson, Where

IDA = StatedPerson("Ida Holm", affiliations=(StatedAffiliation("Port of Lund"),))


def test_someone_named_twice_only_gains_what_was_missing() -> None:
    item = Item()
    item.add([StatedPerson("Ida Holm")])
    item.add([IDA])
    item.add([StatedPerson("IDA HOLM", affiliations=(StatedAffiliation("Rope Museum"),))])
    assert item.people == [IDA]


def test_a_post_below_a_name_keeps_the_role_before_it() -> None:
    chair = StatedPerson("Eva Falk", affiliations=(StatedAffiliation(role="Chair"),))
    item = Item(people=[chair], unaffiliated=1)
    item.give_post((StatedAffiliation("Rope Museum"), StatedAffiliation("Port of Lund")))
    assert item.people[0].affiliations == (
        StatedAffiliation("Rope Museum", role="Chair"), StatedAffiliation("Port of Lund"),
    )  # fmt: skip
    assert item.unaffiliated == 0


def test_neighbouring_lines_are_one_place() -> None:
    assert joined_lines([(7, 7), (3, 4), (5, 5)]) == (Where(3, 5), Where(7, 7))
