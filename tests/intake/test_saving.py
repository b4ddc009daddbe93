"""An import is written whole or not at all, and never over the work of a person."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from clustertui.entities import Citation, Event, Organisation, Person, Records, Source, Talk
from clustertui.intake.saving import Saved, differences, rewrite, save
from clustertui.model import ClusterError
from clustertui.records import read_parts

FIRST, SECOND = "a" * 64, "b" * 64


def edition(sha256: str, *titles: str, line: int = 1) -> Records:
    """The records of a programme with some talks."""
    cite = (Citation(source="fair", first_line=line, last_line=line),)
    return Records(
        sources=(
            Source(id="fair", title="Fair", lines=9, sha256=sha256, format="invented"),
        ),
        people=(Person(id="jo", name="Jo", cite=cite),),
        events=(Event(id="fair", name="Fair", kind="fair", precision="none", cite=cite),),
        talks=tuple(
            Talk(id=f"fair-{title.lower()}", event="fair", position=number, kind="keynote",
                 title=title, cite=cite)
            for number, title in enumerate(titles, start=1)
        ),
    )  # fmt: skip


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "fair.toml"


def left(target: Path) -> list[str]:
    """The files that are there."""
    return sorted(path.name for path in target.parent.iterdir())


def refused(records: Records, target: Path) -> str:
    """Why an import is not written; everything is as it was."""
    before = {path: path.read_bytes() for path in target.parent.iterdir() if path.is_file()}
    with pytest.raises(ClusterError) as caught:
        save(records, target)
    assert {p: p.read_bytes() for p in target.parent.iterdir() if p.is_file()} == before
    return str(caught.value)


# --- Once and again ------------------------------------------------------------------------------


def test_an_import_is_written_and_can_be_read(target: Path) -> None:
    records = edition(FIRST, "Tides")
    assert save(records, target) == Saved(True)
    assert read_parts(target)[1:] == [records]
    assert left(target) == ["fair.toml"]


def test_a_second_time_nothing_changes(target: Path) -> None:
    save(edition(FIRST, "Tides"), target)
    before = target.stat()
    assert save(edition(FIRST, "Tides"), target) == Saved(False)
    assert target.stat().st_mtime_ns == before.st_mtime_ns
    assert left(target) == ["fair.toml"]


def test_a_newer_edition_replaces_the_older_which_is_kept(target: Path) -> None:
    save(edition(FIRST, "Tides", "Locks", "Quays"), target)
    target.chmod(0o640)
    older = target.read_bytes()
    found = save(edition(SECOND, "Boats", "Tides", "Quays", line=2), target)
    assert found == Saved(True, target.with_name("fair.toml~"), {"talks": (1, 0, 1)})
    assert read_parts(target)[1] != edition(FIRST, "Tides", "Locks", "Quays")
    assert (target.parent / "fair.toml~").read_bytes() == older
    assert left(target) == ["fair.toml", "fair.toml~"]
    assert target.stat().st_mode & 0o777 == 0o640


def test_every_older_edition_is_kept(target: Path) -> None:
    for number in range(4):
        save(edition(f"{number}" * 64, f"Talk{number}"), target)
    kept = ["fair.toml~", "fair.toml~2", "fair.toml~3"]
    assert left(target) == ["fair.toml", *kept]
    for number, name in enumerate(kept):
        assert f"Talk{number}" in (target.parent / name).read_text("utf-8")
    save(edition("0" * 64, "Talk0"), target)
    assert save(edition("3" * 64, "Talk3"), target).kept == target.parent / "fair.toml~"


def test_a_link_stays_a_link(target: Path, tmp_path: Path) -> None:
    real = tmp_path / "real" / "records.toml"
    real.parent.mkdir()
    save(edition(FIRST, "Tides"), real)
    target.symlink_to(real)
    save(edition(SECOND, "Locks"), target)
    assert target.is_symlink()
    assert read_parts(real)[1].talks[0].title == "Locks"
    assert left(real) == ["records.toml", "records.toml~"]


# --- What must not be lost -----------------------------------------------------------------------


def test_a_file_edited_by_hand_is_not_overwritten_from_the_same_document(target: Path) -> None:
    save(edition(FIRST, "Tides"), target)
    text = target.read_text("utf-8").replace('"Jo"', '"Jo Ek"')
    # A person may also tie an import to the curated records, which are not at hand here.
    text += '\n[[organisations]]\nid = "x"\nname = "X"\ncite = ["letter:1"]\n'
    target.write_text(text, "utf-8")
    assert refused(edition(FIRST, "Tides"), target) == (
        f"{target}: was edited since it was imported from this document; write to another file,"
        " or remove it first"
    )
    found = save(edition(SECOND, "Tides"), target)
    assert found.changes == {"people": (0, 1, 0), "organisations": (0, 0, 1)}
    assert (target.parent / "fair.toml~").read_text("utf-8") == text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# My notes\n\nNot records at all.\n", id="something else"),
        pytest.param("", id="nothing"),
        pytest.param('[[places]]\nid = "novik"\nname = "Nøvik"\n', id="records by hand"),
        pytest.param('[[sources]]\nid = "fair"\ntitle = "Fair"\nlines = 9\nformat = "x"\n'
                     '[[places]]\nid = "novik"\n', id="an import with a fault"),
        pytest.param("caf\udce9", id="no text"),
    ],
)  # fmt: skip
def test_what_is_no_import_is_not_overwritten(target: Path, text: str) -> None:
    target.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert refused(edition(FIRST, "Tides"), target) == (
        f"{target}: holds something else than a sound import; write to another file, or remove it"
        " first"
    )


def test_what_is_no_file_is_not_overwritten(target: Path, tmp_path: Path) -> None:
    os.mkfifo(target)
    assert refused(edition(FIRST, "Tides"), target) == f"{target}: is no regular file"
    assert refused(edition(FIRST, "Tides"), tmp_path) == f"{tmp_path}: is no regular file"


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    nowhere = tmp_path / "none" / "fair.toml"
    with pytest.raises(ClusterError) as caught:
        save(edition(FIRST, "Tides"), nowhere)
    assert str(caught.value) == f"{nowhere}: cannot be written: No such file or directory"
    with pytest.raises(ClusterError, match="cannot be written: File name too long"):
        save(edition(FIRST, "Tides"), tmp_path / ("x" * 999))


class Killed(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("step", range(6))
def test_killed_at_any_step_the_older_edition_is_whole(
    target: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    save(edition(FIRST, "Tides"), target)
    older = target.read_bytes()
    steps = iter(range(99))

    def deadly(real: Any) -> Any:
        def call(*arguments: Any, **options: Any) -> Any:
            if next(steps) == step:
                raise Killed
            return real(*arguments, **options)

        return call

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", deadly(os.fsync))
        patch.setattr(shutil, "copymode", deadly(shutil.copymode))
        patch.setattr(Path, "replace", deadly(Path.replace))
        with pytest.raises(Killed):
            save(edition(SECOND, "Locks"), target)
    assert target.read_bytes() == older
    assert not any(".writing-" in name for name in left(target))
    found = save(edition(SECOND, "Locks"), target)
    assert found.kept == target.with_name("fair.toml~")
    assert found.kept.read_bytes() == older
    assert left(target) == ["fair.toml", "fair.toml~"]


def test_a_review_is_written_over_its_file(target: Path, tmp_path: Path) -> None:
    save(edition(FIRST, "Tides"), target)
    target.chmod(0o640)
    link = tmp_path / "link.toml"
    link.symlink_to(target)
    assert rewrite(edition(FIRST, "Locks"), link) == target.read_bytes()
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert read_parts(target)[1] == edition(FIRST, "Locks")
    assert left(target) == ["fair.toml", "link.toml"]
    target.unlink()
    with pytest.raises(ClusterError, match=r"fair\.toml: cannot be written: No such file"):
        rewrite(edition(FIRST, "Locks"), target)


# --- What has changed ----------------------------------------------------------------------------


def test_what_was_added_changed_and_has_gone_is_counted() -> None:
    old, new = edition(FIRST, "Tides", "Locks"), edition(SECOND, "Tides", "Boats", "Quays")
    talks = tuple(replace(t, room="Pier") if t.title == "Tides" else t for t in new.talks)
    hall = Organisation(id="hall", name="Hall", cite=())
    new = replace(new, talks=talks, people=(), organisations=(hall,))
    assert differences(old, new) == {
        "talks": (2, 1, 1),
        "people": (0, 0, 1),
        "organisations": (1, 0, 0),
    }


def test_another_place_in_the_document_is_no_change() -> None:
    old, new = edition(FIRST, "Tides", "Locks"), edition(SECOND, "Locks", "Tides", line=5)
    assert differences(old, new) == {}
