"""Tables of words as plain text: words parted by blanks, phrases parted by bars."""

from __future__ import annotations


def words_of(text: str) -> tuple[str, ...]:
    """The words between blanks."""
    return tuple(text.split())


def phrases_of(text: str) -> tuple[str, ...]:
    """The phrases between bars, whatever line breaks are within them."""
    return tuple(filter(None, (" ".join(each.split()) for each in text.split("|"))))
