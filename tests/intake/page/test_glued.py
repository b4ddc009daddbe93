from __future__ import annotations

import pytest

from clustertui.intake.page.glued import unglued

from .reading import spoken


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Moss on the scalesBeatriz Arnaut", "Moss on the scales | Beatriz Arnaut"),
        ("Duarte MeloDirector, Foo", "Duarte Melo | Director, Foo"),
        ("Anna KelkarAravalli Institute of Rope", "Anna Kelkar | Aravalli Institute of Rope"),
        ("Tides 20mSpeaker: Ida Holm", "Tides | Speaker: Ida Holm"),
        ("Ida Holm [ Port of Lund ]", "Ida Holm (Port of Lund)"),
        ("5 May 202408:30 Opening", "5 May 2024 08:30 Opening"),
        ("in jeder Hinsicht11. Juni", "in jeder Hinsicht 11. Juni"),
        ("Ropes,Rye and more", "Ropes, Rye and more"),
    ],
)
def test_words_that_a_page_ran_together_are_parted(text: str, parted: str) -> None:
    assert unglued(text) == parted


@pytest.mark.parametrize(
    "text", ["McDonald Ida", "MacOS Ventura", "DeVries Tor", "YouTube Channel", "x" * 2000]
)
def test_capitals_within_a_word_part_nothing_else(text: str) -> None:
    assert unglued(text) == text


def test_a_title_and_its_speaker_without_a_blank_between_them() -> None:
    page = "Harbour Day\n5 May 2016\n\n10:00 Tides and timberIda Holm, Port of Lund\n11:00 End\n"
    assert spoken(page)[0] == ("Tides and timber", [("Ida Holm", [("Port of Lund", None, None)])])


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Welcome and introductionsConference Moderator: Anna Berg",
         "Welcome and introductions | Conference Moderator: Anna Berg"),
        ("What a maker must knowANNA BERG – Head, Foo ClusterIVO LIND – Owner, Bar",
         "What a maker must know | ANNA BERG – Head, Foo Cluster; IVO LIND – Owner, Bar"),
    ],
)  # fmt: skip
def test_labels_and_names_in_capitals_that_are_run_on(text: str, parted: str) -> None:
    assert unglued(text) == parted
