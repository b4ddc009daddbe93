"""Which importer reads a document: the first that recognises its content."""

from __future__ import annotations

from importlib import import_module
from typing import cast

from clustertui.intake.document import Document, IntakeError, decoded
from clustertui.intake.stated import Importer
from clustertui.text import clean

IMPORTERS = (
    "frab_xml", "frab_json", "pretalx_json", "ical", "pyvideo", "confs_tech", "jsonld", "table",
    "page.importer",
)  # fmt: skip
"""Modules of this package, the strictest first; each is loaded only when it is asked."""
_SEEN = 60


def importer_of(document: Document) -> Importer:
    """The importer that reads a document. Raises IntakeError when there is none."""
    for name in IMPORTERS:
        importer = cast(Importer, import_module(f"clustertui.intake.{name}"))
        if importer.recognises(document):
            return importer
    if document.folder is not None:
        raise IntakeError(document.name, "holds neither record files nor videos in JSON")
    seen = clean(decoded(document.head).strip().partition("\n")[0][:_SEEN])
    raise IntakeError(document.name, f"is in no format that is known here; it begins “{seen}”")
