"""Folders of records and programmes of others in any mix become one set of records."""

from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from clustertui.decisions import Likeness
from clustertui.gathering import DECISIONS, gather, read_programme
from clustertui.intake.document import IntakeError, open_document
from clustertui.intake.saving import save
from clustertui.model import ClusterError
from clustertui.records import FaultyRecordsError
from clustertui.text import unsafe_character

pytestmark = pytest.mark.usefixtures("invented_importer")

CURATED = Path(__file__).parent.parent / "data" / "records"
PROGRAMME = "programme | fair-2031 | Fair 2031\nevent | fair | 2031-05-30\ntalk | Tides | {}\n"


def programme(path: Path, speaker: str = "Seung Lee", key: str = "fair-2031") -> Path:
    text = PROGRAMME.format(speaker).replace("fair-2031", key)
    path.write_text(text, "utf-8")
    return path


def people(*sources: Path, decisions: Path | None = None) -> list[str]:
    found = gather(sources, decisions=decisions)
    return [person.id for person in found.records.people if "lee" in person.id]


# --- What is read --------------------------------------------------------------------------------


def test_records_and_programmes_are_gathered_in_any_order(tmp_path: Path) -> None:
    file = programme(tmp_path / "fair.txt")
    for sources in ([CURATED, file], [file, CURATED]):
        found = gather(sources)
        assert {source.id for source in found.records.sources} == {
            "cluster-day-2018", "koranet-2010", "fair-2031",
        }  # fmt: skip
        assert [each.source.document for each in found.programmes] == ["fair.txt"]
        assert found.united.alike == [
            Likeness(90, "person/seung-lee", "person/seung-lee-fair-2031",
                     "both are named “Seung Lee”, nothing ties them")
        ]  # fmt: skip


def test_nothing_to_gather_is_no_record() -> None:
    assert len(gather([]).records) == 0


def test_programmes_alone_are_enough(tmp_path: Path) -> None:
    assert people(programme(tmp_path / "fair.txt")) == ["seung-lee"]


def test_a_single_record_file_will_do(tmp_path: Path) -> None:
    assert len(gather([CURATED / "places.toml"]).records.places) > 5
    with pytest.raises(FaultyRecordsError, match=r"none\.toml: cannot be read: there is no such"):
        gather([tmp_path / "none.toml"])


def test_a_programme_saved_among_the_records_is_one_of_them(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    for file in CURATED.glob("*.toml"):
        (folder / file.name).write_bytes(file.read_bytes())
    document = programme(tmp_path / "fair.txt", "Seung Lee @ KICOX")
    direct = gather([CURATED, document])
    save(direct.programmes[0].records, folder / "fair-2031.toml")
    saved = gather([folder])
    assert saved.records == direct.records
    assert saved.united.alike == direct.united.alike


def test_a_hidden_record_file_makes_no_folder_of_records(tmp_path: Path) -> None:
    (tmp_path / ".hidden.toml").write_text("")
    with pytest.raises(IntakeError):
        gather([tmp_path])


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_a_closed_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(IntakeError, match="Permission denied"):
        gather([tmp_path / "closed"])


def test_a_folder_that_cannot_be_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def closed(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", closed)
    with pytest.raises(IntakeError) as caught:
        gather([tmp_path])
    assert str(caught.value) == f"{tmp_path}: cannot be read: Permission denied"


def test_one_programme_twice_is_said(tmp_path: Path) -> None:
    file, copy = programme(tmp_path / "fair.txt"), programme(tmp_path / "copy.txt")
    edition = programme(tmp_path / "edition.txt", "Jo Ek")
    for sources, said in (
        ((file, file), "fair.txt is given twice; give it once"),
        ((file, copy), "fair.txt and copy.txt are one document; give it once"),
        (
            (file, edition),
            "fair.txt and edition.txt both claim the source id `fair-2031`; if they are editions"
            " of one programme, give only the newer one",
        ),
    ):
        with pytest.raises(ClusterError) as caught:
            gather(sources)
        assert str(caught.value) == said


def test_progress_is_told_with_a_name_that_is_safe_to_show(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    file = programme(tmp_path / "fair\x1b[2J.txt")
    gather([file], lambda *step: told.append(step))
    size = file.stat().st_size
    assert told == [("reading fair\ufffd[2J.txt", size, size)]
    assert unsafe_character(told[0][0]) is None
    assert read_programme(open_document(file)).source.id == "fair-2031"


@pytest.mark.parametrize("collects", [True, False])
def test_garbage_is_collected_afterwards_as_it_was_before(tmp_path: Path, collects: bool) -> None:
    was_on = gc.isenabled()
    (gc.enable if collects else gc.disable)()
    try:
        gather([programme(tmp_path / "fair.txt")])
        assert gc.isenabled() == collects
    finally:
        (gc.enable if was_on else gc.disable)()


# --- Decisions -----------------------------------------------------------------------------------


def test_decisions_are_those_of_the_folders_or_those_that_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "records"
    folder.mkdir()
    for file in CURATED.glob("*.toml"):
        (folder / file.name).write_bytes(file.read_bytes())
    document = programme(tmp_path / "fair.txt")
    assert people(folder, document) == ["seung-lee", "seung-lee-fair-2031"]
    decisions = folder / DECISIONS
    decisions.write_text("same person/seung-lee person/seung-lee-fair-2031  # met both\n")
    assert people(folder, document) == ["seung-lee"]
    named = tmp_path / "mine.txt"
    named.write_bytes(b"\xef\xbb\xbfdifferent person/seung-lee person/seung-lee-fair-2031\n")
    assert people(folder, document, decisions=named) == ["seung-lee", "seung-lee-fair-2031"]
    assert gather([folder, document], decisions=named).united.alike == []
    decisions.write_text("# taken back\n")
    assert people(folder, document) == ["seung-lee", "seung-lee-fair-2031"]


def test_decisions_that_cannot_be_read_are_said(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"same \xff\n")
    (tmp_path / "odd.txt").write_text("same\n")
    os.mkfifo(tmp_path / "fifo")
    reason = "cannot be read: it is not UTF-8, or no path"
    for name, said in (
        ("none.txt", "cannot be read: No such file or directory"),
        ("bad.txt", reason),
        ("a\0b", reason),
        ("fifo", "is no regular file"),
        (".", "is no regular file"),
    ):
        with pytest.raises(ClusterError) as caught:
            gather([CURATED], decisions=tmp_path / name)
        assert str(caught.value) == f"{tmp_path / name}: {said}"
    with pytest.raises(ClusterError, match=r"odd\.txt, line 1: is no decision"):
        gather([CURATED], decisions=tmp_path / "odd.txt")
