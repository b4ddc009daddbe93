"""Texts, ids and names that a document gives, made fit for records."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from clustertui.entities import Citation
from clustertui.text import clean, slug

LONGEST_SLUG = 48


def said(text: str | None) -> str | None:
    """A text as one line that a record may hold, or None when nothing is left of it."""
    if not text:
        return None
    if len(text) < 4000 and text.isascii() and text.isprintable():
        return text.strip() or None
    return " ".join(filter(None, map(_clean_part, text.split()))) or None


def _clean_part(part: str) -> str:
    return clean(part).replace("\ufffd", "").strip()


@lru_cache(maxsize=4096)
def short_slug(text: str) -> str:
    """`text` as an identifier that is not endless."""
    short = slug(text)[:LONGEST_SLUG]
    return short.strip("-")


class Ids:
    """Gives out ids: readable, and never twice in a table."""

    def __init__(self) -> None:
        self._taken: dict[str, set[str]] = defaultdict(set)
        self._numbers: Counter[tuple[str, str]] = Counter()

    def new(self, table: str, *wanted: str) -> str:
        """The first of some ids that is free, or the last one with a number."""
        taken = self._taken[table]
        free = next((each for each in wanted if each and each not in taken), None)
        while free is None or free in taken:
            self._numbers[table, wanted[-1]] += 1
            free = f"{wanted[-1]}-{self._numbers[table, wanted[-1]] + 1}"
        taken.add(free)
        return free


@dataclass(slots=True)
class Named:
    """A record that is named at many places of a document."""

    id: str
    cite: dict[Citation, None] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    guessed: dict[str, str] = field(default_factory=dict)
    certain: bool = False
    """Whether it stands at any place without a guess."""

    def merge(
        self, cite: Iterable[Citation], guessed: Iterable[tuple[str, str]], **values: Any
    ) -> None:
        """What one more place says; what was said first stays."""
        self.cite.update(dict.fromkeys(cite))
        reasons = dict(guessed)
        self.certain = self.certain or not reasons
        for name, value in values.items():
            if value is not None and self.values.get(name) is None:
                self.values[name] = value
                if name in reasons:
                    self.guessed[name] = reasons[name]

    def record(self, cls: Any, default: Citation, guesses: bool) -> Any:
        """The record of what was said; with `guesses`, what was never certain is to be reviewed."""
        known = {name: reason for name, reason in self.guessed.items() if self.values.get(name)}
        return cls(id=self.id, cite=tuple(self.cite) or (default,), inferred=known,
                   uncertain=guesses and not self.certain, **self.values)  # fmt: skip
