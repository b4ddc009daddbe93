"""A draft: verdicts reach its file and its database, and nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from clustertui.build import mark
from clustertui.catalogue import Catalogue
from clustertui.drafts import Draft
from clustertui.gathering import gather
from clustertui.model import ACCEPTED, REJECTED, UNCERTAIN, ClusterError, Ref
from clustertui.records import read_parts

TIDE, QUAYS, ANN = Ref("talk", "dock-tide"), Ref("talk", "dock-quays"), Ref("person", "ann-ek")
RECORDS = """
[[sources]]
id = "dock"
title = "Dock page"
lines = 3
document = "dock.txt"
format = "page of text"

[[people]]
id = "ann-ek"
name = "Ann Ek"
cite = ["dock:2"]
uncertain = true

[[events]]
id = "dock"
name = "Dock Days"
kind = "conference"
precision = "none"
cite = ["dock:1"]

[[talks]]
id = "dock-tide"
event = "dock"
position = 1
kind = "presentation"
title = "The tide and the quay"
speakers = [{ person = "ann-ek" }]
cite = ["dock:2"]
inferred = { title = "the words before the bracket" }
uncertain = true

[[talks]]
id = "dock-quays"
event = "dock"
position = 2
kind = "presentation"
title = "Another talk on quays"
cite = ["dock:3"]
uncertain = true
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "dock.toml"
    file.write_text(RECORDS, encoding="utf-8")
    return file


@pytest.fixture
def draft(file: Path) -> Iterator[Draft]:
    with closing(Draft(file)) as draft:
        yield draft


def reviews(draft: Draft) -> dict[str, str]:
    with closing(Catalogue(draft.database)) as catalogue:
        return {
            str(row.ref): row.review
            for kind in ("event", "talk", "person")
            for row in catalogue.rows(kind)
        }


def test_what_was_guessed_waits_for_a_verdict(draft: Draft) -> None:
    assert dict(draft.guesses) == {"talk": 2, "person": 1}
    assert reviews(draft) == {
        "event/dock": "", "talk/dock-tide": UNCERTAIN, "talk/dock-quays": UNCERTAIN,
        "person/ann-ek": UNCERTAIN,
    }  # fmt: skip


def test_a_verdict_is_saved_and_seen_at_once(draft: Draft, file: Path) -> None:
    draft.judge(TIDE, ACCEPTED)
    draft.judge(QUAYS, REJECTED)
    assert reviews(draft)["talk/dock-tide"] == ACCEPTED
    assert reviews(draft)["talk/dock-quays"] == REJECTED
    assert dict(draft.guesses) == {"person": 1}
    talks = {talk.id: talk for talk in read_parts(file)[-1].talks}
    assert (talks["dock-tide"].uncertain, talks["dock-tide"].rejected) == (False, False)
    assert talks["dock-tide"].inferred == {"title": "the words before the bracket"}
    assert (talks["dock-quays"].uncertain, talks["dock-quays"].rejected) == (True, True)


def test_a_verdict_can_be_taken_back(draft: Draft, file: Path) -> None:
    before = read_parts(file)
    for verdict in (ACCEPTED, REJECTED, UNCERTAIN):
        draft.judge(TIDE, verdict)
    assert read_parts(file) == before
    assert draft.guesses["talk"] == 2


def test_a_review_goes_on_where_it_was_left(draft: Draft, file: Path) -> None:
    draft.judge(TIDE, ACCEPTED)
    draft.judge(QUAYS, REJECTED)
    with closing(Draft(file)) as again:
        assert dict(again.guesses) == {"person": 1}
        assert reviews(again)["talk/dock-quays"] == REJECTED


def test_what_is_rejected_goes_nowhere_else(draft: Draft, file: Path) -> None:
    draft.judge(ANN, REJECTED)
    draft.judge(QUAYS, REJECTED)
    records = gather([file]).records
    assert [talk.id for talk in records.talks] == ["dock-tide"]
    assert records.people == ()
    assert records.talks[0].speakers == ()


def test_work_of_somebody_else_is_not_written_over(draft: Draft, file: Path) -> None:
    file.write_text(RECORDS.replace("tide", "ebb"), encoding="utf-8")
    with pytest.raises(ClusterError, match="was changed meanwhile; open the draft again"):
        draft.judge(TIDE, ACCEPTED)
    assert "ebb" in file.read_text(encoding="utf-8")
    assert reviews(draft)["talk/dock-tide"] == UNCERTAIN


def test_a_file_that_is_gone_is_said(draft: Draft, file: Path) -> None:
    file.unlink()
    with pytest.raises(ClusterError, match=r"dock\.toml: cannot be read: No such file"):
        draft.judge(TIDE, ACCEPTED)


def test_its_database_is_gone_afterwards(file: Path) -> None:
    draft = Draft(file)
    assert draft.database.is_file()
    draft.close()
    assert not draft.database.parent.exists()


def test_a_mark_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match="cannot be written"):
        mark(tmp_path, TIDE, ACCEPTED)


def test_standard_input_is_saved_first() -> None:
    with pytest.raises(ClusterError, match="--draft needs a file"):
        Draft(Path("-"))


# --- Drafts of pages -----------------------------------------------------------------------------

PAGE = (
    "Harbour Cluster Workshop\n3 May 2031, Novik, Norway\n\nProgramme\n"
    "10:00 Tides and quays, Ann Ek (Novik University, Norway)\n"
    "11:00 Herring prices, Bo Falk (Fish Agency, Norway)\n"
)


def test_a_page_becomes_a_draft_beside_it(tmp_path: Path) -> None:
    page = tmp_path / "harbour.txt"
    page.write_text(PAGE, encoding="utf-8")
    with closing(Draft(page)) as draft:
        assert draft.file == tmp_path / "harbour.toml"
        assert draft.documents == tmp_path
        with closing(Catalogue(draft.database)) as catalogue:
            titles = [row.title for row in catalogue.rows("talk")]
    assert titles == ["Tides and quays", "Herring prices"]


def test_the_review_of_a_page_goes_on_in_its_draft(tmp_path: Path) -> None:
    page = tmp_path / "harbour.txt"
    page.write_text(PAGE, encoding="utf-8")
    Draft(page).close()
    file = tmp_path / "harbour.toml"
    mended = file.read_text(encoding="utf-8").replace("Herring prices", "Herring and prices")
    file.write_text(mended, encoding="utf-8")
    Draft(page).close()
    assert file.read_text(encoding="utf-8") == mended


def test_a_page_that_has_changed_makes_a_new_draft_and_keeps_the_old_one(tmp_path: Path) -> None:
    page = tmp_path / "harbour.txt"
    page.write_text(PAGE, encoding="utf-8")
    Draft(page).close()
    before = (tmp_path / "harbour.toml").read_bytes()
    page.write_text(PAGE + "12:00 Gulls, Cy Dahl (Bird Agency, Norway)\n", encoding="utf-8")
    Draft(page).close()
    assert (tmp_path / "harbour.toml~").read_bytes() == before
    assert "Gulls" in (tmp_path / "harbour.toml").read_text(encoding="utf-8")


def test_records_written_by_hand_are_not_written_over_by_a_draft(tmp_path: Path) -> None:
    page = tmp_path / "harbour.txt"
    page.write_text(PAGE, encoding="utf-8")
    by_hand = RECORDS.replace('format = "page of text"\n', "")
    (tmp_path / "harbour.toml").write_text(by_hand, encoding="utf-8")
    with pytest.raises(ClusterError, match="holds something else than a sound import"):
        Draft(page)
    assert (tmp_path / "harbour.toml").read_text(encoding="utf-8") == by_hand
