"""Everything a catalogue is made from: folders of records and programmes of others, in any mix."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from os.path import exists
from pathlib import Path

from clustertui.decisions import Decisions, read_decisions
from clustertui.entities import Records
from clustertui.identity import United, unite
from clustertui.intake.assembly import Programme, assemble
from clustertui.intake.document import Document, open_document
from clustertui.intake.recognise import importer_of
from clustertui.merging import without_rejected
from clustertui.model import ClusterError
from clustertui.records import is_record_file, read_parts
from clustertui.text import clean

DECISIONS = "decisions.txt"
"""The file of a folder of records that says which records are the same, and which are not."""

Progress = Callable[[str, int, int], None]
"""Called with the step at hand, the bytes done and the bytes in all (0 when not known)."""


@dataclass(slots=True)
class Gathered:
    """What was read, united."""

    united: United
    programmes: list[Programme] = field(default_factory=list)

    @property
    def records(self) -> Records:
        """The records of everything together."""
        return self.united.records


def gather(
    sources: Sequence[Path], progress: Progress | None = None, decisions: Path | None = None
) -> Gathered:
    """Read folders of records, record files and programmes, and make one of what is one.

    Raises FaultyRecordsError, IntakeError or ClusterError when anything cannot be read.
    """
    folders = [path for path in sources if _holds_records(path)]
    programmes = [read_programme(open_document(path), progress)
                  for path in sources if path not in folders]  # fmt: skip
    parts = [without_rejected(part) for part in read_parts(*folders)] if folders else []
    parts += [programme.records for programme in programmes]
    decided = _decisions(folders, decisions)
    with _without_collecting():
        return Gathered(unite(parts, decided), programmes)


def read_programme(document: Document, progress: Progress | None = None) -> Programme:
    """The records of one document. Raises IntakeError when it cannot be read as a whole."""
    importer = importer_of(document)
    step = f"reading {clean(document.name)}"

    def tell(done: int, total: int) -> None:
        if progress is not None:
            progress(step, done, total)

    with _without_collecting():
        statements = importer.read(document, tell)
        return assemble(document, importer.NAME, statements, importer.GUESSES)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Records hold no circles; looking for some among a million costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _holds_records(path: Path) -> bool:
    """Whether a path is a record file, or a folder of them; one that is neither is a programme."""
    if path.suffix == ".toml" and not path.is_dir():
        return True
    try:
        return path.is_dir() and any(map(is_record_file, path.iterdir()))
    except OSError:  # said when it is read
        return False


def _decisions(folders: Sequence[Path], named: Path | None) -> Decisions:
    files = [named] if named else [file for f in folders if exists(file := f / DECISIONS)]
    found = [read_decisions(_text_of(file), str(file)) for file in files]
    return Decisions(
        tuple(pair for each in found for pair in each.same),
        tuple(pair for each in found for pair in each.different),
    )


def _text_of(file: Path) -> str:
    try:
        if exists(file) and not file.is_file():  # a pipe would be waited for
            raise ClusterError(f"{file}: is no regular file")
        return file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ClusterError(f"{file}: cannot be read: {error.strerror}") from error
    except ValueError as error:  # no UTF-8, or a path with a NUL
        raise ClusterError(f"{file}: cannot be read: it is not UTF-8, or no path") from error
