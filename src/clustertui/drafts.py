"""A draft under review: the records of one page, what a person finds them to be, and their file."""

from __future__ import annotations

import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from clustertui.build import build, mark
from clustertui.entities import Records
from clustertui.gathering import read_programme
from clustertui.intake.document import open_document
from clustertui.intake.saving import rewrite, save
from clustertui.kinds import KINDS
from clustertui.model import ACCEPTED, REJECTED, UNCERTAIN, ClusterError, Ref
from clustertui.records import read_parts
from clustertui.rows import reviews_of


class Draft:
    """One record file, opened for review in a database of its own; every verdict is saved at once.

    Raises FaultyRecordsError, IntakeError or ClusterError when it cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.file = path if path.suffix == ".toml" else _imported(path)
        """The record file."""
        self.documents = self.file.absolute().parent
        """The folder where the page is looked for."""
        self._bytes = _read(self.file)
        self._records = read_parts(self.file)[-1]
        self._open = ExitStack()
        folder = self._open.enter_context(tempfile.TemporaryDirectory(prefix="clustertui-draft-"))
        self.database = Path(folder, f"{self.file.stem}.db")
        """The draft as a database, for as long as it is open."""
        build(self._records, self.database)

    @property
    def guesses(self) -> Counter[str]:
        """Kind → how many of its records nobody has judged yet."""
        reviews = reviews_of(self._records).items()
        return Counter(kind for (kind, _), review in reviews if review == UNCERTAIN)

    def judge(self, ref: Ref, verdict: str) -> None:
        """Write to the file what a person found an uncertain record to be.

        Raises ClusterError when the file cannot be written or was changed by somebody else.
        """
        if _read(self.file) != self._bytes:
            raise ClusterError(f"{self.file}: was changed meanwhile; open the draft again")
        records = _judged(self._records, ref, verdict)
        self._bytes = rewrite(records, self.file)
        self._records = records
        mark(self.database, ref, verdict)

    def close(self) -> None:
        """Let go of the database."""
        self._open.close()


def _imported(page: Path) -> Path:
    """The record file of a page: the one beside it, or a new one."""
    if str(page) == "-":
        raise ClusterError("--draft needs a file; save the page first: `clustertui import - -o F`")
    file = page.with_suffix(".toml")
    programme = read_programme(open_document(page))
    if file.exists():
        known = read_parts(file)[-1].sources
        if known and known[0].sha256 == programme.source.sha256:
            return file  # the review goes on
    save(programme.records, file)
    return file


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise ClusterError(f"{file}: cannot be read: {error.strerror}") from error


def _judged(records: Records, ref: Ref, verdict: str) -> Records:
    table = KINDS[ref.kind].plural
    found: tuple[Any, ...] = getattr(records, table)
    changed = tuple(
        replace(record, uncertain=verdict != ACCEPTED, rejected=verdict == REJECTED)
        if record.id == ref.id
        else record
        for record in found
    )
    return replace(records, **{table: changed})
