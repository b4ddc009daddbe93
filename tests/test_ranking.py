"""Why one hit stands before another, and what is told as the reason."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.matching import Meaning
from clustertui.model import Ref, Row
from clustertui.ranking import Found, Tier, rank_all, reasons


def found(
    number: int, title: str, context: str = "", also: str = "", kind: str = "organisation"
) -> Found:
    return Found(number, Row(Ref(kind, f"{kind}-{number}"), title, context), also)


def meanings(typed: str) -> list[Meaning]:
    """Typed words; one written `polciy=policy` may stand for `policy`."""
    pairs = [word.partition("=") for word in typed.split()]
    return [Meaning(word, {meant: 12} if meant else None) for word, _, meant in pairs]


def order(typed: str, *rows: Found, missing: str = "") -> list[int]:
    """The numbers of the rows, best first, however they are given."""
    given_up = Meaning(missing) if missing else None
    ranked = rank_all(rows, meanings(typed), given_up)
    assert ranked == rank_all(rows[::-1], meanings(typed), given_up)
    assert [rank for rank, _ in ranked] == sorted(rank for rank, _ in ranked)
    return [each.number for _, each in ranked]


def tier(typed: str, row: Found, missing: str = "") -> Tier | None:
    """The tier of one row."""
    ranked = rank_all([row], meanings(typed), Meaning(missing) if missing else None)
    return Tier(ranked[0][0].tier) if ranked else None


# --- Tiers ---------------------------------------------------------------------------------------


def test_the_tiers_stand_in_their_documented_order() -> None:
    assert [each.label for each in Tier] == [
        "name", "other name", "all words", "completed", "misspelt", "one missing"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "row", "expected"),
    [
        ("old quay", found(1, "Old Quay"), Tier.NAME),
        ("oldquay", found(1, "Old Quay", kind="person"), Tier.NAME),
        ("old quay", found(1, "Dock", also="alias: Old Quay"), Tier.OTHER_NAME),
        ("muller", found(1, "Müller"), Tier.NAME),
        ("mueller", found(1, "Müller"), Tier.ALL_WORDS),
        ("oq", found(1, "Old Quay", also="acronym: OQ"), Tier.OTHER_NAME),
        ("oq", found(1, "Old Quay", also="description: OQ"), Tier.ALL_WORDS),
        ("quay old", found(1, "Old Quay"), Tier.ALL_WORDS),
        ("quay", found(1, "Old Quay"), Tier.ALL_WORDS),
        ("old spain", found(1, "Old Quay", "Spain"), Tier.ALL_WORDS),
        ("old qu", found(1, "Old Quay"), Tier.COMPLETED),
        ("ol quay", found(1, "Old Quay"), Tier.COMPLETED),
        ("old quya=quay", found(1, "Old Quay"), Tier.MISSPELT),
        ("ol quya=quay", found(1, "Old Quay"), Tier.MISSPELT),
        ("old quay spain", found(1, "Old Quay"), None),
        ("old", found(1, "", "", ""), None),
        ("let the water in", found(1, "Let the water in", kind="point"), Tier.ALL_WORDS),
        ("tides", found(1, "Let it in", also="topic: Tides", kind="point"), Tier.OTHER_NAME),
    ],
)
def test_a_row_stands_in_the_tier_of_its_worst_word(
    typed: str, row: Found, expected: Tier | None
) -> None:
    assert tier(typed, row) == expected


@pytest.mark.parametrize("typed", ["old quay", "old", "ol", "odl=old"])
def test_with_a_word_left_out_every_row_is_of_the_last_tier(typed: str) -> None:
    assert tier(typed, found(1, "Old Quay"), missing="spain") == Tier.ONE_MISSING


def test_every_hit_of_a_tier_stands_before_all_hits_of_the_next() -> None:
    rows = [
        found(9, "Quay"),
        found(8, "Zoo", also="alias: Quay"),
        found(7, "A quay of old and weathered stone by the sea"),
        found(6, "Zoo", also="description: By the quay"),
        found(5, "Quays"),
        found(4, "Quayside"),
        found(3, "Key"),
    ]
    ranked = rank_all(rows, [Meaning("quay", {"key": 12})])
    assert [each.number for _, each in ranked] == [9, 8, 7, 6, 5, 4, 3]
    assert [Tier(rank.tier).label for rank, _ in ranked] == [
        "name", "other name", "all words", "all words", "completed", "completed", "misspelt"
    ]  # fmt: skip


# --- Within a tier -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "rows"),
    [
        pytest.param(
            "tides",
            [
                found(4, "Board of the moon and the tides"),
                found(3, "Zoo", also="alias: The moon and the tides of all the seas"),
                found(2, "Zoo", "Moon and tides"),
                found(1, "Zoo", also="description: Tides"),
            ],
            id="names, context, running text",
        ),
        pytest.param(
            "stone quay",
            [found(2, "The very old quay of stone"), found(1, "Stone", "quay")],
            id="names before what stands partly in the context",
        ),
        pytest.param(
            "stone quay",
            [
                found(2, "Zoo", "a very old quay of stone and wood"),
                found(1, "Stone", "quay"),
            ],
            id="together before scattered",
        ),
        pytest.param(
            "quay", [found(2, "A quay"), found(1, "A quay of stone")], id="shorter before longer"
        ),
        pytest.param(
            "qua",
            [found(2, "Quay of very old stone"), found(1, "Quayside")],
            id="fewer letters to come",
        ),
        pytest.param("quay", [found(1, "Quay one"), found(2, "Quay two")], id="order of the list"),
    ],
)
def test_the_better_row_comes_first(typed: str, rows: list[Found]) -> None:
    assert order(typed, *rows) == [row.number for row in rows]


def test_of_misspelt_rows_the_nearer_comes_first() -> None:
    meaning = Meaning("muler", {"muller": 11, "mueller": 22})
    rows = [found(1, "Mueller"), found(2, "Muller of old and weathered stone")]
    assert [each.number for _, each in rank_all(rows, [meaning])] == [2, 1]


def test_of_two_fields_the_better_meeting_counts() -> None:
    row = found(1, "Zoo", "quays", "description: a quay")
    ((rank, _),) = rank_all([row], meanings("quay"))
    assert rank.tier == Tier.ALL_WORDS
    assert rank.cost == 0


def test_a_longer_word_that_is_missing_costs_more() -> None:
    costs = [
        rank_all([found(1, "Quay")], meanings("quay"), Meaning(word))[0][0].cost
        for word in ("of", "old", "weathered")
    ]
    assert costs == sorted(set(costs))


def test_without_words_or_rows_there_is_nothing_to_rank() -> None:
    assert rank_all([], meanings("quay")) == []
    assert reasons([], meanings("quay")) == []


ROWS = st.builds(
    found,
    st.integers(1, 99),
    st.sampled_from(["Quay", "Old Quay", "quays of the sea", "Zoo"]),
    st.sampled_from(["", "Quay", "Sea · old"]),
    st.sampled_from(["", "alias: Quay\n", "description: old quay\nalias: Sea\n"]),
    st.sampled_from(["organisation", "person", "point"]),
)


@given(st.lists(ROWS, unique_by=lambda row: row.number), st.permutations(["quay", "old", "se"]))
def test_the_order_depends_neither_on_that_of_the_rows_nor_on_that_of_the_words(
    rows: list[Found], typed: list[str]
) -> None:
    for count in (1, 2, 3):
        some = sorted(typed)[:count]
        expected = rank_all(rows, meanings(" ".join(some)))
        turned = [word for word in typed if word in some]
        found_again = rank_all(rows[::-1], meanings(" ".join(turned)))
        assert {each.number for _, each in found_again} == {each.number for _, each in expected}
        if turned == some:
            assert found_again == expected
        assert len(expected) <= len(rows)


# --- Reasons -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "row", "reason"),
    [
        pytest.param("quay", found(1, "Old Quay", also="alias: Quay house"), "", id="title"),
        pytest.param("spain", found(1, "Quay", "Spain", "alias: Spain house"), "", id="context"),
        pytest.param("old spain", found(1, "Old Quay", "Spain"), "", id="title and context"),
        pytest.param("quay", found(1, "Old Quay", also="alias: Quay"), "alias: Quay",
                     id="another name, word for word"),
        pytest.param("oldquay", found(1, "Old Quay", also="role: Old quay"), "", id="together"),
        pytest.param("fish", found(1, "Quay", also="alias: Dock\nformer name: Fish Market"),
                     "former name: Fish Market", id="further text"),
        pytest.param("stone pier", found(1, "Quay", also="role: Stone\nrole: Stone pier house\n"
                                                         "description: stone pier"),
                     "description: stone pier", id="the shortest that holds all words"),
        pytest.param("stone pier", found(1, "Quay", also="description: pier stone\n"
                                                         "alias: the very old stone pier"),
                     "alias: the very old stone pier", id="a name rather than a text"),
        pytest.param("stone quay", found(1, "Quay", also="role: Chair: stone"),
                     "role: Chair: stone", id="the first that holds any word"),
        pytest.param("fihs=fish", found(1, "Quay", also="alias: Fish"), "alias: Fish",
                     id="misspelt"),
        pytest.param("pier", found(1, "Quay", also="description: Fish\nof the pier\n"), "",
                     id="a further line"),
        pytest.param("fish", found(1, "Quay", "Dock", "alias: Pier"), "", id="nowhere"),
    ],
)  # fmt: skip
def test_the_reason_is_told_where_title_and_context_do_not_show_it(
    typed: str, row: Found, reason: str
) -> None:
    assert reasons([row], meanings(typed)) == [reason]
