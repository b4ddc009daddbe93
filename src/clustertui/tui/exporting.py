"""An export in a thread of its own: the interface goes on, and it can be broken off."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from clustertui.catalogue import Catalogue
from clustertui.export import FORMATS, Record
from clustertui.kinds import KINDS
from clustertui.model import ClusterError, View
from clustertui.search import Search
from clustertui.text import slug

BATCH = 500
"""Records that are read at a time."""
PATIENCE = 0.1
"""Seconds that a key waits for a small export, so that both are seen in one frame."""


def format_of(file: Path) -> str:
    """The format that the name of a file asks for."""
    return file.suffix.removeprefix(".").lower()


def file_stem(view: View) -> str:
    """A name for a file with what a view shows: `talks-of-kicox`."""
    of = ["of", slug(view.scope.id)] if view.scope else []
    return "-".join([KINDS[view.kind].plural, *of])


class Exporting:
    """Writes all records of a view to a new file, whole or not at all."""

    def __init__(
        self, catalogue: Catalogue, view: View, file: Path, tell: Callable[[], None]
    ) -> None:
        self.file = file
        self.done, self.total = 0, 0
        """Records read, and records there are."""
        self.fault: str | None = None
        """Why nothing was written, once it has ended."""
        self._catalogue, self._view = catalogue, view
        self._tell = tell
        self._ended, self._cancelled = Event(), Event()
        self._thread = Thread(target=self._run, name="export", daemon=True)

    @property
    def is_over(self) -> bool:
        """Whether the file is there, or never will be."""
        return self._ended.is_set()

    def start(self) -> None:
        """Begin, and wait a little for the end. Tells from the thread how far it is."""
        self._thread.start()
        self._ended.wait(PATIENCE)

    def cancel(self) -> None:
        """Write nothing, if it is not too late."""
        self._cancelled.set()

    def _run(self) -> None:
        try:
            records = self._records()
            if not self._cancelled.is_set():
                self._write(FORMATS[format_of(self.file)](records))
        except FileExistsError:
            self.fault = f"{self.file} is there already; choose another name."
        except OSError as error:
            self.fault = f"{self.file} cannot be written: {error.strerror}."
        except ClusterError as error:
            self.fault = str(error)
        except Exception as error:  # the thread must not end in silence
            self.fault = f"The export failed: {type(error).__name__}."
        self._ended.set()
        self._tell()

    def _records(self) -> list[Record]:
        records: list[Record] = []
        with contextlib.closing(self._catalogue.reopened()) as catalogue:
            results = Search(catalogue).find(self._view)
            kind = KINDS[results.view.kind]
            self.total = len(results)
            for at in range(0, self.total, BATCH):
                if self._cancelled.is_set():
                    break
                refs = [hit.row.ref for hit in results.page(at, BATCH)]
                records += catalogue.sheet(kind, refs)
                self.done = len(records)
                self._tell()
        return records

    def _write(self, text: str) -> None:
        """Beside the file first: what bears its name is whole, and nothing is written over."""
        folder = self.file.parent
        handle, name = tempfile.mkstemp(prefix=".clustertui-", dir=folder)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
                mask = os.umask(0o022)
                os.umask(mask)
                os.fchmod(handle, 0o666 & ~mask)
                out.write(text)
            if os.path.lexists(self.file):
                raise FileExistsError
            os.rename(name, self.file)
        finally:
            with contextlib.suppress(FileNotFoundError):
                os.unlink(name)
