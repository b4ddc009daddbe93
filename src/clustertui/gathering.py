"""Everything a catalogue is made from: folders of records and programmes of others, in any mix."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from clustertui.entities import Records
from clustertui.identity import Decisions, United, read_decisions, unite
from clustertui.intake.assembly import Programme, assemble
from clustertui.intake.document import Document, open_document
from clustertui.intake.recognise import importer_of
from clustertui.merging import without_rejected
from clustertui.model import ClusterError
from clustertui.records import read_parts

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
    return Gathered(unite(parts, _decisions(folders, decisions)), programmes)


def read_programme(document: Document, progress: Progress | None = None) -> Programme:
    """The records of one document. Raises IntakeError when it cannot be read as a whole."""
    importer = importer_of(document)
    step = f"reading {document.name}"

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
        return path.is_dir() and any(each.suffix == ".toml" for each in path.iterdir())
    except OSError:  # said when it is read
        return False


def _decisions(folders: Sequence[Path], named: Path | None) -> Decisions:
    files = [named] if named else [file for f in folders if (file := f / DECISIONS).is_file()]
    same: list[tuple[str, str]] = []
    different: set[frozenset[str]] = set()
    for file in files:
        try:
            found = read_decisions(file.read_text(encoding="utf-8-sig"), str(file))
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "it is not UTF-8"
            raise ClusterError(f"{file}: cannot be read: {reason}") from error
        same += found.same
        different |= found.different
    return Decisions(tuple(same), frozenset(different))
