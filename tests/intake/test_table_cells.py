"""What the cells of a row say together."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from clustertui.intake.moments import DAY_FIRST, IN_UTC, ONLY_DAY
from clustertui.intake.stated import StatedAffiliation as Affiliation
from clustertui.intake.stated import StatedPerson
from clustertui.intake.table_cells import Span, Speakers, span, speakers

DAY = date(2024, 2, 3)
ENDS_EARLY = "it ends before it begins; the end is left out"


def people(*cells: str, email: str = "", commas: bool = False) -> Speakers:
    """Of the cells names, organisation, role and country."""
    names, organisation, role, country = (*cells, "", "", "")[:4]
    return speakers(names, organisation, role, country, email, commas)


@pytest.mark.parametrize(
    ("cells", "found"),
    [
        (("Ana Quill",), [("Ana Quill", ())]),
        (("TBA", "Tide"), []),
        (("", "Tide; Foam"), []),
        (("Ana Quill", " Tide ", "Chair", "Portugal"),
         [("Ana Quill", (Affiliation("Tide", None, "Chair", "Portugal"),))]),
        (("Ana Quill (Tide)",), [("Ana Quill", (Affiliation("Tide"),))]),
        (("Ana Quill (Foam)", "Tide"), [("Ana Quill (Foam)", (Affiliation("Tide"),))]),
        (("Ana Quill (Chair)",), [("Ana Quill", (Affiliation(None, None, "Chair"),))]),
        (("Ana Quill", "Tide; Foam", "Chair; Clerk"),
         [("Ana Quill", (Affiliation("Tide", None, "Chair"), Affiliation("Foam", None, "Clerk")))]),
        (("Ana Quill", "Tide; Foam", "Chair"),
         [("Ana Quill", (Affiliation("Tide", None, "Chair"), Affiliation("Foam", None, "Chair")))]),
        (("Ana Quill", "Tide; Foam; Salt", "Chair; Clerk"),
         [("Ana Quill", (Affiliation("Tide", None, "Chair"), Affiliation("Foam", None, "Clerk"),
                         Affiliation("Salt")))]),
        (("Ana Quill & Bo Ek", "Tide"),
         [("Ana Quill", (Affiliation("Tide"),)), ("Bo Ek", (Affiliation("Tide"),))]),
        (("Ana Quill; Bo Ek", "Tide; Foam", "", "Portugal"),
         [("Ana Quill", (Affiliation("Tide", None, None, "Portugal"),)),
          ("Bo Ek", (Affiliation("Foam", None, None, "Portugal"),))]),
    ],
)  # fmt: skip
def test_people_and_what_they_work_for(
    cells: tuple[str, ...], found: list[tuple[str, tuple[Affiliation, ...]]]
) -> None:
    assert people(*cells) == Speakers(
        tuple(StatedPerson(name, None, told) for name, told in found), ()
    )


def test_organisations_that_fit_to_nobody_are_told() -> None:
    told = people("Ana Quill; Bo Ek; Eun Rao", "Tide; Foam", "Chair; Clerk; Cook")
    assert told.doubts == ("3 people, but 2 organisations; the organisations are left out",)
    assert [each.affiliations for each in told.people] == [
        (Affiliation(None, None, role),) for role in ("Chair", "Clerk", "Cook")
    ]


def test_an_address_each_is_a_key() -> None:
    both = people("Ana Quill; Bo Ek", email="Ana@x.example, bo@x.example")
    assert [each.key for each in both.people] == ["mailto:ana@x.example", "mailto:bo@x.example"]
    one = people("Ana Quill; Bo Ek", email="info@x.example")
    assert [each.key for each in one.people] == [None, None]


def test_commas_part_people_where_the_column_says_so() -> None:
    assert len(people("Ana Quill, Bo Ek", commas=True).people) == 2
    assert len(people("Ana Quill, Bo Ek").people) == 1


def at(hour: int, minute: int = 0, day: int = 3) -> datetime:
    return datetime(2024, 2, day, hour, minute)


@pytest.mark.parametrize(
    ("cells", "start", "end", "guessed"),
    [
        (("2024-02-03", "10:00", "10:30", ""), at(10), at(10, 30), ""),
        (("2024-02-03", "", "", "10:00–10:30"), at(10), at(10, 30), ""),
        (("2024-02-03", "", "", "10.00 - 10.30 Uhr"), at(10), at(10, 30), ""),
        (("2024-02-03", "", "", "9:00-10:30"), at(9), at(10, 30), ""),
        (("2024-02-03", "", "", "10 am to 2 pm"), at(10), at(14), ""),
        (("2024-02-03", "", "11:00", "10:00"), at(10), at(11), ""),
        (("2024-02-03 10:00", "", "", ""), at(10), None, ""),
        (("2024-02-03", "23:30", "00:15", ""), at(23, 30), at(0, 15, 4), ""),
        (("", "2024-02-03T10:00", "2024-02-03T10:30", ""), at(10), at(10, 30), ""),
        (("", "2024-02-03T10:00Z", "", ""), at(10), None, IN_UTC),
        (("", "2024-02-03", "", "10:00"), at(10), None, ""),
        (("3/2/2024", "10:00", "", ""), at(10), None, DAY_FIRST),
        (("2024-02-03", "", "", ""), at(0), None, ONLY_DAY),
        (("2024-02-03", "", "10:30", ""), at(0), None, ONLY_DAY),
    ],
)
def test_when_a_row_takes_place(
    cells: tuple[str, str, str, str], start: datetime, end: datetime | None, guessed: str
) -> None:
    assert span(*cells) == Span(start, end, DAY, (end or start).date() if cells[2][:4] == "2024"
                                else DAY, "day", guessed)  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "first", "last", "precision"),
    [
        (("2024-02-03 – 2024-02-05", "", "", ""), DAY, date(2024, 2, 5), "day"),
        (("2024-02-03/2024-02-05", "", "", ""), DAY, date(2024, 2, 5), "day"),
        (("", "3 February 2024", "5 February 2024", ""), DAY, date(2024, 2, 5), "day"),
        (("2024", "", "", ""), date(2024, 1, 1), date(2024, 12, 31), "year"),
    ],
)
def test_the_days_of_a_row(
    cells: tuple[str, str, str, str], first: date, last: date, precision: str
) -> None:
    found = span(*cells)
    assert (found.first, found.last, found.precision, found.doubts) == (first, last, precision, ())


@pytest.mark.parametrize(
    ("cells", "doubts"),
    [
        (("20008-02-24", "", "", ""),
         ("`20008-02-24` is no date that can be read; write it as 2024-02-03",)),
        (("2024-02-03 – soon", "", "", ""),
         ("`2024-02-03 – soon` is no date that can be read; write it as 2024-02-03",)),
        (("2024-02-03", "noon", "", ""), ("`noon` is no time or date that can be read",)),
        (("", "10:00", "", ""), ("the time 10:00 has no day",)),
        (("2024", "", "", "10:00"), ("the time 10:00 has no day",)),
        (("2024-02-03", "10:00", "09:00", ""), (ENDS_EARLY,)),
        (("", "2024-02-03", "2024-02-01", ""), (ENDS_EARLY,)),
        (("", "", "", ""), ()),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_time_is_told(
    cells: tuple[str, str, str, str], doubts: tuple[str, ...]
) -> None:
    found = span(*cells)
    assert found.doubts == doubts
    assert found.end is None
