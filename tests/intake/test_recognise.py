"""The first importer that recognises a document reads it; what none does is refused."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from clustertui.intake import recognise
from clustertui.intake.document import Document, IntakeError
from clustertui.intake.recognise import importer_of


@pytest.fixture(autouse=True)
def _importers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two importers, by what a document begins with, and one that must not be loaded."""
    for name, start in (("strict", b"<a"), ("lenient", b"<")):
        module: Any = ModuleType(f"clustertui.intake.{name}")
        module.recognises = lambda document, start=start: document.head.startswith(start)
        monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(recognise, "IMPORTERS", ("strict", "lenient"))


def document(head: bytes, folder: Path | None = None) -> Document:
    return Document("a.txt", io.BytesIO, len(head), head, folder)


@pytest.mark.parametrize(("head", "name"), [(b"<a/>", "strict"), (b"<b/>", "lenient")])
def test_the_first_that_recognises_a_document_reads_it(head: bytes, name: str) -> None:
    assert importer_of(document(head)) is sys.modules[f"clustertui.intake.{name}"]


def test_an_importer_is_loaded_only_when_it_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recognise, "IMPORTERS", ("strict", "there_is_none"))
    assert importer_of(document(b"<a/>")) is sys.modules["clustertui.intake.strict"]


@pytest.mark.parametrize(
    ("head", "seen"),
    [
        (b"key: value\nmore", "key: value"),
        (b"\xef\xbb\xbf\n  [1, 2]\n", "[1, 2]"),
        ("Straße\n".encode("utf-16"), "Straße"),
        (b"caf\xe9", "café"),
        (b"x\x1b[2J\xc2\x9by\n", "x\ufffd[2J\ufffdy"),
        (b"y" * 999, "y" * 60),
    ],
)
def test_what_nobody_recognises_is_refused_with_what_was_seen(head: bytes, seen: str) -> None:
    with pytest.raises(IntakeError) as caught:
        importer_of(document(head))
    assert str(caught.value) == (
        f"a.txt: is in no format that is known here; it begins “{seen}”"
    )  # fmt: skip


def test_a_folder_that_nobody_recognises_is_refused(tmp_path: Path) -> None:
    with pytest.raises(IntakeError) as caught:
        importer_of(document(b"", tmp_path))
    assert str(caught.value) == "a.txt: holds neither record files nor videos in JSON"
