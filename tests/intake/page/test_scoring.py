from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clustertui.intake.document import IntakeError
from clustertui.intake.page.scoring import (
    Count,
    Score,
    accounted_lines,
    matched,
    read_gold,
    score_folder,
    similarity,
    title_similarity,
    total,
)
from clustertui.intake.stated import Doubt, LineNote, StatedPerson, StatedTalk, Where

PAGE = """\
Reed Roof Workshop
Place: Lund
Date: 12 May 2014

Programme
09:00 Why reeds last, Anna Bergström (Lund University, Sweden)
09:30 Fire and thatch, Karl Olofsson (Malmö Fire Agency)
10:00 Questions from the floor, Eva Lindqvist (Roofers' Association)
"""


def gold_of(**changes: Any) -> dict[str, Any]:
    talk = {
        "title": "Why reeds last",
        "speakers": [
            {
                "name": "Anna Bergström",
                "affiliations": [
                    {"organisation": "Lund University", "role": None, "country": "Sweden"}
                ],
            }
        ],
    }
    event = {"name": "Reed Roof Workshop", "start": "2014-05-12", "end": "2014-05-12"}
    return {"events": [event], "talks": [talk], **changes}


def write(folder: Path, name: str, page: str, gold: object) -> None:
    (folder / f"{name}.txt").write_text(page, "utf-8")
    (folder / f"{name}.gold.json").write_text(json.dumps(gold), "utf-8")


def scored(folder: Path, gold: dict[str, Any], page: str = PAGE) -> Score:
    write(folder, "page", page, gold)
    return score_folder(folder)["page"]


def counts(score: Score, name: str) -> tuple[int, int, int]:
    count = score.counts[name]
    return count.right, count.read, count.stated


def test_nothing_read_of_nothing_is_right() -> None:
    assert (Count().precision, Count().recall, Count().f1) == (1.0, 1.0, 1.0)


def test_precision_recall_and_their_mean() -> None:
    count = Count(2, 4, 8)
    assert (count.precision, count.recall) == (0.5, 0.25)
    assert count.f1 == pytest.approx(1 / 3)


def test_case_accents_and_signs_do_not_make_texts_different() -> None:
    assert similarity("Réseau des Fleuves!", "reseau des fleuves") == 1.0
    assert similarity("Rivers", "Bees") < 0.5


@pytest.mark.parametrize(
    ("read", "gold", "same"),
    [
        (None, None, True),
        (None, "Why reeds last", False),
        ("Why reeds last", None, False),
        ("Why reeds last: a story of water", "Why reeds last", True),
        ("Why reeds lasted: a story of water", "Why reeds last", False),
        ("Why reeds last", "Why reeds last: a story of water", False),
    ],
)
def test_a_title_may_go_on_into_a_subtitle(read: str | None, gold: str | None, same: bool) -> None:
    assert (title_similarity(read, gold) >= 0.9) is same


def test_the_most_alike_are_matched_first_and_each_once() -> None:
    found = matched(["reed roof", "reed roofs"], ["reed roofs"], similarity, 0.5)
    assert found == [(1, 0)]
    assert matched(["bees"], ["ships"], similarity, 0.9) == []


def test_what_is_right_missed_and_invented(tmp_path: Path) -> None:
    score = scored(tmp_path, gold_of())
    assert counts(score, "event names") == (1, 1, 1)
    assert counts(score, "event dates") == (1, 1, 1)
    assert counts(score, "talks") == (1, 3, 1)
    assert counts(score, "speakers") == (1, 3, 1)
    assert counts(score, "affiliations") == (1, 3, 1)
    assert counts(score, "countries") == (1, 1, 1)
    assert counts(score, "lines") == (7, 7, 7)
    assert any(line.startswith("invented talk: Fire and thatch") for line in score.wrong)


def test_a_talk_that_the_page_holds_and_the_importer_missed(tmp_path: Path) -> None:
    talk = {"title": "The price of reed", "speakers": [{"name": "Nobody", "affiliations": []}]}
    score = scored(tmp_path, gold_of(talks=[talk]))
    assert counts(score, "talks")[0] == 0
    assert counts(score, "speakers") == (0, 3, 1)
    assert "missed talk: The price of reed" in score.wrong


def test_wrong_speakers_roles_and_affiliations_are_told(tmp_path: Path) -> None:
    gold = gold_of()
    speakers = gold["talks"][0]["speakers"]
    speakers[0]["affiliations"][0]["role"] = "Reader"
    speakers[0]["affiliations"].append({"organisation": "Thatch Museum"})
    speakers.append({"name": "Erik Berg", "affiliations": []})
    wrong = scored(tmp_path, gold).wrong
    assert "roles of Anna Bergström: None instead of Reader" in wrong
    assert any(line.startswith("affiliation of Anna Bergström") for line in wrong)
    assert any(line.startswith("speakers of Why reeds last") for line in wrong)


def test_an_event_is_matched_by_its_date_where_its_name_is_read_otherwise(tmp_path: Path) -> None:
    event = {"name": "Thatchers in conversation", "start": "2014-05-12", "end": "2014-05-12"}
    score = scored(tmp_path, gold_of(events=[event]))
    assert counts(score, "event names") == (0, 1, 1)
    assert counts(score, "event dates") == (1, 1, 1)
    assert "name of Thatchers in conversation: Reed Roof Workshop" in score.wrong


def test_the_name_of_an_event_that_is_only_a_heading_is_not_scored(tmp_path: Path) -> None:
    event = {
        "name": "Programme", "start": "2014-05-12", "end": "2014-05-12", "name_is_heading": True,
    }  # fmt: skip
    score = scored(tmp_path, gold_of(events=[event]))
    assert counts(score, "event names") == (0, 0, 0)
    assert counts(score, "event dates") == (1, 1, 1)


def test_events_missed_and_invented_and_dates_that_are_wrong(tmp_path: Path) -> None:
    right = {"name": "Reed Roof Workshop", "start": "2014-05-13", "end": None}
    other = {"name": "Straw Congress", "start": "2015-01-01", "end": "2015-01-02"}
    score = scored(tmp_path, gold_of(events=[right, other]))
    assert counts(score, "event dates") == (0, 1, 2)
    assert "missed event: Straw Congress" in score.wrong
    assert any(line.startswith("date of Reed Roof Workshop: 2014-05-12") for line in score.wrong)
    score = scored(tmp_path, gold_of(events=[]))
    assert any(line.startswith("invented event: Reed Roof Workshop") for line in score.wrong)


def test_lines_are_accounted_for_by_citations_and_notes() -> None:
    person = StatedPerson("Anna Berg", where=(Where(7),))
    talk = StatedTalk("t", "Reeds", people=(person,), where=(Where(2, 3), Where(None)))
    assert accounted_lines([talk, LineNote(5, "furniture"), Doubt(Where(9), "?")]) == {2, 3, 5, 7}


def test_all_pages_are_summed(tmp_path: Path) -> None:
    write(tmp_path, "one", PAGE, gold_of())
    write(tmp_path, "two", PAGE, gold_of())
    scores = score_folder(tmp_path)
    assert sorted(scores) == ["one", "two"]
    assert counts(total(scores.values()), "talks") == (2, 6, 2)


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ("[]", "is no object"),
        ("{", "is no JSON"),
        ('{"events": {}}', "`events` is no list"),
        ('{"talks": 3}', "`talks` is no list"),
        ('{"events": [{"name": "X", "start": null}]}', "`events`, entry 1 lacks `end`"),
        ('{"talks": ["X"]}', "`talks`, entry 1 lacks `title`"),
        (
            '{"talks": [{"title": "T", "speakers": [{"name": "N"}]}]}',
            "a speaker of `T` lacks `name` or `affiliations`",
        ),
        (
            '{"talks": [{"title": "T", "speakers": [{"name": "N", "affiliations": [{}]}]}]}',
            "an affiliation of `N` lacks `organisation`",
        ),
        (
            '{"talks": [{"title": "T", "speakers": ["N"]}]}',
            "a speaker of `T` lacks `name` or `affiliations`",
        ),
        ('{"talks": [{"title": "T", "speakers": 3}]}', "`speakers` of `T` is no list"),
        (
            '{"talks": [{"title": "T", "speakers": [{"name": "N", "affiliations": ["O"]}]}]}',
            "an affiliation of `N` lacks `organisation`",
        ),
    ],
)
def test_faulty_gold_is_told_in_a_sentence(tmp_path: Path, gold: str, said: str) -> None:
    (tmp_path / "page.gold.json").write_text(gold, "utf-8")
    with pytest.raises(IntakeError) as caught:
        read_gold(tmp_path / "page.txt")
    assert said in str(caught.value)
    assert "page.gold.json" in str(caught.value)


def test_gold_in_another_encoding_is_told(tmp_path: Path) -> None:
    (tmp_path / "page.gold.json").write_bytes(b'{"events": "\xff"}')
    with pytest.raises(IntakeError, match="is no JSON"):
        read_gold(tmp_path / "page.txt")


def test_missing_gold_and_missing_pages_are_told(tmp_path: Path) -> None:
    with pytest.raises(IntakeError, match="holds no page"):
        score_folder(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE, "utf-8")
    with pytest.raises(IntakeError, match=r"page\.gold\.json: cannot be read: No such file"):
        score_folder(tmp_path)


def test_an_event_without_a_name_and_a_role_alone_are_not_scored(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(
        "Harbour Day\n5 May 2016, Lund\n\n10:00 Tides, Ida Holm (Port of Lund)\n", "utf-8"
    )
    gold = {
        "events": [{"name": None, "start": "2016-05-05", "end": "2016-05-05"}],
        "talks": [{"title": "Tides", "speakers": [{"name": "Ida Holm", "affiliations": [
            {"organisation": "Port of Lund"}, {"organisation": None, "role": "pilot"}]}]}],
    }  # fmt: skip
    page.with_name("page.gold.json").write_text(json.dumps(gold), "utf-8")
    counts = score_folder(tmp_path)["page"].counts
    assert counts["event names"].stated == 0
    assert counts["affiliations"].f1 == counts["event dates"].f1 == 1.0


@pytest.mark.parametrize(
    ("gold", "said"),
    [
        ('{"events": [{"name": 3, "start": null, "end": null}]}', "`name` that is no text"),
        ('{"talks": [{"title": "T", "speakers": [{"name": null, "affiliations": []}]}]}',
         "lacks `name`"),
    ],
)  # fmt: skip
def test_what_is_no_text_is_told(tmp_path: Path, gold: str, said: str) -> None:
    (tmp_path / "page.gold.json").write_text(gold, "utf-8")
    with pytest.raises(IntakeError, match=said):
        read_gold(tmp_path / "page.txt")
