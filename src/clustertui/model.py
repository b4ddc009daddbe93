"""The values that travel between rooms: addresses, views, rows, details, and what can go wrong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


class ClusterError(Exception):
    """Something a person can mend: one sentence that says what, where and what to do."""


class UsageError(ClusterError):
    """The program was called in a way that cannot work."""


class DatabaseError(ClusterError):
    """There is no database to read, or the file is none that this program can read."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """The address of one record, written `organisation/kicox`."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}/{self.id}"

    @classmethod
    def parse(cls, address: str) -> Ref | None:
        """The record that `address` names, or None when it has not the form of an address."""
        kind, slash, id_ = address.partition("/")
        return cls(kind, id_) if kind and slash and id_ else None


@dataclass(frozen=True, slots=True)
class View:
    """What is shown, whole: everything else on the screen follows from these four."""

    kind: str = ""
    """The kind of the records in the list; empty follows the best hit."""
    words: str = ""
    """The search, as typed."""
    scope: Ref | None = None
    """Only what is linked to this record; None is everything."""
    sort: str = ""
    """The name of an order of the kind; empty is its first one. With words, hits go by rank."""


UNCERTAIN, ACCEPTED, REJECTED = "uncertain", "accepted", "rejected"
"""What a record of a draft may be; one that was never guessed is none of these."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record as a list shows it."""

    ref: Ref
    title: str
    context: str
    review: str = ""
    """UNCERTAIN when a program guessed the record; what a person then found it to be."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One line of a list: a record and why it is there."""

    row: Row
    reason: str = ""
    """The labelled text that matched (`former name: …`) when title and context do not show it."""
    tier: str = ""
    """The name of the tier that ranked the hit; empty without a search."""


# --- What the detail of a record is made of ------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; with `ref` it is a link to that record."""

    text: str
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a detail."""

    pieces: tuple[Piece, ...]
    number: int | None = None
    """Its printed number in a numbered list."""
    group: str | None = None
    """The heading it stands under, such as a session of a programme."""

    @property
    def text(self) -> str:
        """The whole line as text."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact, short enough for one or a few lines."""

    label: str
    lines: tuple[Line, ...]
    inferred: str | None = None
    """Why the fact is believed, when no source says it outright."""


@dataclass(frozen=True, slots=True)
class Section:
    """A titled list, such as the expected outcomes of a workshop."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a record, or one field of it, stands."""

    title: str
    """Title of the source."""
    source: str
    """Its id."""
    publisher: str | None
    author: str | None
    published: str | None
    url: str | None
    document: str | None
    """File name of the source document, as kept by the user."""
    sha256: str | None
    """Digest of the document whose lines are counted."""
    first_line: int | None
    last_line: int | None
    item: str | None = None
    """The source's own identifier, where lines mean nothing."""

    @property
    def lines(self) -> str:
        """`line 38`, `lines 5–10`, or the source's own identifier."""
        if self.first_line is None:
            return self.item or ""
        if self.first_line == self.last_line:
            return f"line {self.first_line}"
        return f"lines {self.first_line}–{self.last_line}"


@dataclass(frozen=True, slots=True)
class Detail:
    """Everything that is known of one record, ready to be laid out."""

    row: Row
    summary: str | None
    """A description of a sentence or two."""
    facts: tuple[Fact, ...]
    sections: tuple[Section, ...]
    provenance: tuple[Provenance, ...]
    inferred: Mapping[str, str]
    """Field → why it is believed, where no source says it outright."""
    url: str | None = None
