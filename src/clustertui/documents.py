"""The source documents a user keeps: the very lines that a record stands on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from clustertui.matching import runs
from clustertui.model import Provenance
from clustertui.text import clean, word_places, words

LARGEST_DOCUMENT = 64 * 1024 * 1024
"""Bytes; a longer file is not read for a few lines."""

LONG_WORD = 4
"""Letters of a word that is set off even where it stands alone."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Numbered lines of a document, or the reason why there are none."""

    lines: tuple[tuple[int, str], ...] = ()
    missing: str | None = None


def taken(line: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """The parts of a line, as start and end, that stand in any of these texts, too.

    Whole texts are looked for first; of one that is not on the line as it stands, single words.
    """
    found = word_places(line)
    marked: set[int] = set()
    for text in texts:
        wanted = words(text)
        starts = [
            at for at in range(len(found) - len(wanted) + 1)
            if [word for word, _ in found[at : at + len(wanted)]] == wanted
        ] if wanted else []  # fmt: skip
        for at in starts:
            marked.update(range(found[at][1][0], found[at + len(wanted) - 1][1][-1] + 1))
        if not starts:
            long = {word for word in wanted if len(word) >= LONG_WORD}
            for word, places in found:
                if word in long:
                    marked.update(places)
    return list(runs(sorted(marked)))


class Documents:
    """A folder with source documents under the file names that the records give."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def passage(self, provenance: Provenance) -> Passage:
        """The cited lines, when the document is at hand and is the one that was cited."""
        if provenance.document is None:
            return Passage(missing="The records name no document for this source.")
        if provenance.first_line is None or provenance.last_line is None:
            return Passage()
        if self.folder is None:
            return Passage(
                missing=f"To read the passage here, name the folder that holds"
                f" {provenance.document} with --documents."
            )
        file = self.folder / Path(provenance.document).name
        try:
            if not file.is_file():
                return Passage(missing=f"{provenance.document} is not in {self.folder}.")
            if file.stat().st_size > LARGEST_DOCUMENT:
                return Passage(missing=f"{file} is too large to be shown.")
            data = file.read_bytes()
        except OSError as error:
            return Passage(missing=f"{file} cannot be read: {error.strerror}.")
        import hashlib  # not on the way to the first paint: it loads OpenSSL

        if provenance.sha256 and hashlib.sha256(data).hexdigest() != provenance.sha256:
            return Passage(
                missing=f"{file} is not the text that was cited, so its line numbers may not hold."
            )
        # Lines as an editor counts them: a form feed or U+2028 begins no new one, nor does the
        # end of the last line.
        text = re.split("\r\n|\n|\r", data.decode("utf-8-sig", errors="replace"))
        if not text[-1]:
            text.pop()
        first, last = provenance.first_line, provenance.last_line
        if first > len(text):
            return Passage(missing=f"{file} has only {len(text)} lines.")
        return Passage(
            tuple((n, clean(line)) for n, line in enumerate(text[first - 1 : last], start=first))
        )
