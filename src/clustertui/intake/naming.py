"""Texts, ids and names that a document gives, made fit for records."""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from clustertui.entities import Citation
from clustertui.text import clean, is_clean, slug

LONGEST_SLUG = 48
GUESSED = "guessed"
"""The reason of a guess that has none."""
_GLOBAL = ("guid:", "urn:", "http:", "https:")
"""How keys begin that no two people of the world share."""
_MAIL = re.compile(r"(?i:mailto:)?[^@\s:/]+@[^@\s]+")
_EDITION = re.compile(r"(-\d+|(?<!\d)(\d\d|\d{4}))$|^\d+(?=[a-z])")
_YEAR = re.compile(r"(?:^|-)((?:19|20)\d\d)(?=-|$)")


def said(text: str | None) -> str | None:
    """A text as one line that a record may hold, or None when nothing is left of it."""
    if not text:
        return None
    parts = text.split()
    line = " ".join(parts)
    if is_clean(line) and "\ufffd" not in line:
        return line or None
    return " ".join(filter(None, map(_clean_part, parts))) or None


def _clean_part(part: str) -> str:
    return clean(part).replace("\ufffd", "").strip()


@lru_cache(maxsize=4096)
def short_slug(text: str) -> str:
    """`text` as an identifier that is not endless; a year in what is cut off stays."""
    whole = slug(text)
    short = whole[:LONGEST_SLUG].strip("-")
    if short == whole:
        return whole
    year = _YEAR.search(whole, len(short) - 4)
    return f"{short[: LONGEST_SLUG - 5].strip('-')}-{year[1]}" if year else short


def identifier(source: str, key: str) -> str:
    """What makes a person one in all sources, as far as the key that one source has is worth."""
    if _MAIL.fullmatch(key):  # the address of a person is nobody's business here
        address = key.lower().removeprefix("mailto:")
        return f"mail#{hashlib.sha256(address.encode()).hexdigest()[:16]}"
    if key.lower().startswith(_GLOBAL):
        return key
    return f"{_EDITION.sub('', source) or source}#{key}"


def reasons(guessed: Iterable[tuple[str, str]], cls: Any) -> dict[str, str]:
    """Why fields of a record are believed; what is no field of it is not named."""
    return {name: said(reason) or GUESSED for name, reason in guessed
            if name in cls.__dataclass_fields__}  # fmt: skip


class Ids:
    """Gives out ids: readable, and never twice in a table."""

    def __init__(self) -> None:
        self._taken: dict[str, set[str]] = defaultdict(set)
        self._numbers: Counter[tuple[str, str]] = Counter()

    def new(self, table: str, *wanted: str) -> str:
        """The first of some ids that is free, or the last one with a number.

        Where nothing is wanted that an id may be, the id is the table's name and a number.
        """
        taken = self._taken[table]
        wanted = tuple(filter(None, wanted)) or (table,)
        free = next((each for each in wanted if each not in taken), None)
        while free is None or free in taken:
            self._numbers[table, wanted[-1]] += 1
            free = f"{wanted[-1]}-{self._numbers[table, wanted[-1]] + 1}"
        taken.add(free)
        return free


@dataclass(slots=True)
class Named:
    """A record that is named at many places of a document."""

    id: str
    cite: list[Citation] = field(default_factory=list)
    values: dict[str, Any] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)
    certain: bool = False
    """Whether it stands at any place without a guess."""

    def merge(
        self, cite: Iterable[Citation], guessed: Iterable[tuple[str, str]], **values: Any
    ) -> None:
        """What one more place says; what was said first stays."""
        self.cite += cite
        reasons = dict(guessed)
        self.certain = self.certain or not reasons
        for name, value in values.items():
            if value is not None and self.values.get(name) is None:
                self.values[name] = value
                if name in reasons:
                    self.guessed[name] = said(reasons[name]) or GUESSED
            elif value is not None and value == self.values.get(name) and name not in reasons:
                self.guessed.pop(name, None)

    def record(self, cls: Any, guesses: bool = False) -> Any:
        """The record of what was said; with `guesses`, what was never certain is to be reviewed."""
        return cls(id=self.id, cite=tuple(dict.fromkeys(self.cite)), inferred=self.guessed,
                   uncertain=guesses and not self.certain, **self.values)  # fmt: skip
