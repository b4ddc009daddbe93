"""Names that tell a person from a thing, folded: given names, and family names.

They stand in text files beside this module, in alphabetical order; a name that is an ordinary word
as well, in a language of the pages, is left out.
"""

from __future__ import annotations

from pathlib import Path

from clustertui.intake.page.wordlists import words_of


def _names(file: str) -> frozenset[str]:
    return frozenset(words_of(Path(__file__).with_name(file).read_text(encoding="ascii")))


GIVEN_NAMES = _names("given_names.txt")
FAMILY_NAMES = _names("family_names.txt")
