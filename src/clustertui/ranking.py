"""Why one hit stands before another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from operator import itemgetter
from typing import NamedTuple

from clustertui.kinds import KINDS, NAME_LABELS
from clustertui.matching import EXACT, Meaning
from clustertui.model import Row
from clustertui.text import joined_pairs, padded, words


class Tier(IntEnum):
    """Why a hit ranks where it does: every hit of a tier stands before all hits of the next.

    Within a tier, names go before contexts and those before running text; then words that stand
    together, fewer typos, shorter texts, and last the order of the list.
    """

    NAME = 0
    OTHER_NAME = 1
    ALL_WORDS = 2
    COMPLETED = 3
    MISSPELT = 4
    ONE_MISSING = 5

    @property
    def label(self) -> str:
        """The tier in words."""
        return self.name.lower().replace("_", " ")


_IN_NAME, _IN_CONTEXT, _IN_TEXT = range(3)


@dataclass(frozen=True, slots=True)
class Found:
    """A row with all its texts, as the index led to it."""

    number: int
    row: Row
    also: str


class Rank(NamedTuple):
    """Smaller is better, field by field."""

    tier: int
    level: int
    """Whether the words stand in names, in the context or in running text."""
    scattered: int
    """0 when one text holds all words."""
    cost: int
    length: int
    """Letters of the text that holds them."""
    number: int


class Field(NamedTuple):
    """One searchable text of a row."""

    label: str
    """Empty for the title and the context, which are seen anyway."""
    level: int
    text: str
    padded: str
    """Its folded words, a blank before and after each."""


def rank_all(
    found: Sequence[Found], meanings: Sequence[Meaning], missing: Meaning | None = None
) -> list[tuple[Rank, Found]]:
    """The rows that hold all the words, best first.

    `missing` is a word that was left out because nothing holds all of them.
    """
    ranked = []
    for each, fields in zip(found, _fields(found), strict=True):
        ranks = _rank(each.number, fields, meanings, missing)
        if ranks is not None:
            ranked.append((ranks, each))
    ranked.sort(key=itemgetter(0))
    return ranked


def _fields(found: Sequence[Found]) -> list[list[Field]]:
    """The searchable texts of each row, names first; all are folded in one go, which is quicker."""
    labelled: list[list[tuple[str, int, str]]] = []
    for each in found:
        level = _IN_NAME if KINDS[each.row.ref.kind].titles_are_names else _IN_TEXT
        texts = [("", level, each.row.title), ("", _IN_CONTEXT, each.row.context)]
        for line in filter(None, each.also.split("\n")):
            label, parted, text = line.partition(": ")
            if not parted:  # a text may have several lines
                label, text = "", line
            texts.append((label, _IN_NAME if label in NAME_LABELS else _IN_TEXT, text))
        labelled.append(texts)
    lines = iter(padded([text for texts in labelled for _, _, text in texts]))
    fields = [[Field(*texts, next(lines)) for texts in row] for row in labelled]
    for each, row in zip(found, fields, strict=True):
        kind = KINDS[each.row.ref.kind]
        people = kind.people_of(each.row.title, each.row.context)
        if " " in people:
            at = 0 if kind.people_in == "title" else 1
            row[at] = row[at]._replace(padded=f"{row[at].padded}{' '.join(joined_pairs(people))} ")
    return fields


def _rank(
    number: int, fields: Sequence[Field], meanings: Sequence[Meaning], missing: Meaning | None
) -> Rank | None:
    worst = level = cost = 0
    holding = fields
    for meaning in meanings:
        best: tuple[int, int, int] | None = None
        meeting = []
        for field in fields:
            met = meaning.meet(field.padded)
            if met is not None:
                meeting.append(field)
                candidate = (met[0], field.level, met[1])
                if best is None or candidate < best:
                    best = candidate
        if best is None:
            return None
        worst, level, cost = max(worst, best[0]), max(level, best[1]), cost + best[2]
        holding = [field for field in holding if field in meeting] if holding else []
    whole = _shortest(holding)
    tier = Tier.ALL_WORDS + worst
    if missing is not None:
        tier, cost = Tier.ONE_MISSING, cost + 10 * len(missing.typed)
    elif worst == EXACT and (named := _named(fields, meanings)):
        tier, whole = (Tier.OTHER_NAME if named.label else Tier.NAME), named
    length = len((whole or fields[0]).padded)
    return Rank(int(tier), level, int(whole is None), cost, length, number)


def reasons(found: Sequence[Found], meanings: Sequence[Meaning]) -> list[str]:
    """For each row the labelled text that matches, where title and context do not show why."""
    return [_reason(fields, meanings) for fields in _fields(found)]


def _reason(fields: Sequence[Field], meanings: Sequence[Meaning]) -> str:
    named = _named(fields, meanings)
    if named is None:
        seen = fields[0].padded + fields[1].padded
        if all(meaning.meet(seen) for meaning in meanings):
            return ""
        holding = [field for field in fields if all(m.meet(field.padded) for m in meanings)]
        named = _shortest(holding) or next(
            (field for field in fields[2:] if any(m.meet(field.padded) for m in meanings)), None
        )
    return f"{named.label}: {named.text}" if named and named.label else ""


def _shortest(holding: Sequence[Field]) -> Field | None:
    """Of the texts that hold all words a name rather than another, a short one rather than long."""
    return min(holding, key=lambda field: (field.level, len(field.padded)), default=None)


def _named(fields: Sequence[Field], meanings: Sequence[Meaning]) -> Field | None:
    """The name that the typed words are, word for word or written together."""
    together = "".join(meaning.typed for meaning in meanings)
    for field in fields:
        named = field.level == _IN_NAME and together in field.padded.replace(" ", "")
        if named and "".join(words(field.text)) == together:
            return field
    return None
