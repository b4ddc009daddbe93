"""What people decide about who is who, and the groups that come of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.decisions import Decisions, Groups, Likeness, read_decisions
from clustertui.model import ClusterError

# --- The file ------------------------------------------------------------------------------------


def test_a_file_of_decisions_is_read() -> None:
    text = (
        "# who is who\r\n\r\nsame person/a person/b\n  same organisation/x  organisation/y # why\n"
        "different person/a\tperson/c#\n   # nothing\n"
    )
    assert read_decisions(text, "decisions.txt") == Decisions(
        (("person/a", "person/b"), ("organisation/x", "organisation/y")),
        (("person/a", "person/c"),),
    )
    assert read_decisions("", "decisions.txt") == Decisions()


@pytest.mark.parametrize(
    "line",
    [
        "person/a person/b",
        "same person/a",
        "same person/a person/b person/c",
        "same person/a organisation/b",
        "same place/a place/b",
        "same people/a people/b",
        "same person/A person/b",
        "similar person/a person/b",
        "same person/a person/a",
        "same person/a\x0bperson/b\x1b[2J!",
    ],
)
def test_what_is_no_decision_is_said_with_its_line(line: str) -> None:
    with pytest.raises(ClusterError) as caught:
        read_decisions(f"# \u2028 one line\n{line}\n", "folder/decisions\x1b.txt")
    assert str(caught.value) == (
        "folder/decisions\ufffd.txt, line 2: is no decision; write `same person/a person/b`"
        " or `different organisation/a organisation/b`"
    )


def test_opposite_decisions_are_said_with_both_lines() -> None:
    with pytest.raises(ClusterError) as caught:
        read_decisions("same person/a person/b\n\ndifferent person/b person/a\n", "d.txt")
    assert str(caught.value) == "d.txt, line 3: line 1 says the opposite; take one of them out"


def test_a_decision_may_stand_twice() -> None:
    assert len(read_decisions("same person/a person/b\n" * 2, "d.txt").same) == 2


# --- Groups --------------------------------------------------------------------------------------


def groups(*addresses: str, same: str = "", different: str = "") -> Groups:
    """Groups of some records, with pairs such as `ab` that people have decided on."""
    found = Groups(
        Decisions(
            tuple((f"person/{ab[0]}", f"person/{ab[1]}") for ab in same.split()),
            tuple((f"person/{ab[0]}", f"person/{ab[1]}") for ab in different.split()),
        )
    )
    for address in addresses:
        found.add(f"person/{address}")
    return found


def test_a_record_leads_itself_until_it_joins() -> None:
    found = groups("a", "b", "c")
    assert found.of("person/a") == "person/a"
    assert found.of("person/unknown") == "person/unknown"
    assert found.join("person/c", "person/b")
    assert found.join("person/c", "person/b")
    assert [found.of(f"person/{each}") for each in "abc"] == ["person/a", "person/b", "person/b"]
    assert found.join("person/c", "person/a")
    assert {found.of(f"person/{each}") for each in "abc"} == {"person/a"}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_groups_are_those_of_the_joins_and_led_by_their_first(joins: list[tuple[int, int]]) -> None:
    found = groups(*map(str, range(31)))
    expected = {number: {number} for number in range(31)}
    for one, other in joins:
        assert found.join(f"person/{one}", f"person/{other}")
        whole = expected[one] | expected[other]
        expected.update(dict.fromkeys(whole, whole))
    for number, group in expected.items():
        assert found.of(f"person/{number}") == f"person/{min(group)}"


def test_a_very_long_way_to_a_leader_is_gone() -> None:
    found = groups(*map(str, range(20_000)))
    for number in range(19_999, 0, -1):
        found.join(f"person/{number}", f"person/{number - 1}")
    assert found.of("person/19999") == "person/0"


def test_what_people_told_apart_stays_apart_whatever_joins_it() -> None:
    found = groups("a", "b", "c", "d", different="ad")
    assert found.join("person/a", "person/b")
    assert found.join("person/c", "person/d")
    assert found.parted("person/b", "person/c")
    assert not found.parted("person/a", "person/b")
    assert not found.join("person/b", "person/c")
    assert found.of("person/c") == "person/c"


def test_two_records_of_one_origin_become_one_by_decision_only() -> None:
    found = groups(same="ab")
    found.add("person/a", 1)
    found.add("person/b", 1)
    found.add("person/c", 2)
    assert not found.join("person/a", "person/b")
    assert found.join("person/a", "person/c")
    assert not found.join("person/c", "person/b")
    found.replay("person")
    assert found.of("person/b") == "person/a"


def test_only_decisions_of_the_kind_are_replayed_and_unknown_ones_are_named() -> None:
    found = groups("a", "b", "c", same="ab cz", different="yz")
    found.replay("organisation")
    assert found.of("person/b") == "person/b"
    found.replay("person")
    assert found.of("person/b") == "person/a"
    assert found.unknown() == ["person/y", "person/z"]


def test_decisions_that_contradict_each_other_in_a_circle_are_a_fault() -> None:
    with pytest.raises(ClusterError, match="the decision `same person/b person/c` makes two"):
        groups("a", "b", "c", same="ab bc", different="ac").replay("person")


# --- What is alike -------------------------------------------------------------------------------


def test_a_likeness_is_reported_once_with_the_best_reason() -> None:
    found = groups("a", "b", "c", "d")
    found.suspect(80, "person/b", "person/a", "worse")
    found.suspect(90, "person/a", "person/b", "better")
    found.suspect(70, "person/b", "person/a", "worst")
    found.suspect(95, "person/c", "person/d", "best")
    assert found.alike() == [
        Likeness(95, "person/c", "person/d", "best"),
        Likeness(90, "person/a", "person/b", "better"),
    ]


def test_a_likeness_of_members_is_one_of_their_groups() -> None:
    found = groups("a", "b", "c", "d")
    found.suspect(80, "person/b", "person/d", "one")
    found.suspect(90, "person/a", "person/c", "two")
    found.join("person/a", "person/b")
    found.join("person/c", "person/d")
    assert found.alike() == [Likeness(90, "person/a", "person/c", "two")]


def test_what_is_one_or_told_apart_is_not_alike() -> None:
    found = groups("a", "b", "c", different="cb")
    found.suspect(80, "person/a", "person/b", "one")
    found.suspect(80, "person/b", "person/c", "two")
    found.join("person/a", "person/b")
    assert found.alike() == []
