from __future__ import annotations

import pytest

from clustertui.intake.page.titling import is_format, is_panel, titled


@pytest.mark.parametrize(
    ("text", "title", "kind"),
    [
        ("Keynote: Ships do not wait", "Ships do not wait", "keynote"),
        ("Keynote speech", "Keynote speech", "keynote"),
        ("Panel 2: Regulation as a head start", "Regulation as a head start", "panel"),
        ("Mesa-redonda: Quem fica?", "Quem fica?", "panel"),
        ("Podiumsdiskussion „Wer bezahlt das?“", "Wer bezahlt das?", "panel"),
        ("Round table – Who trains them?", "Who trains them?", "panel"),
        ("Presentation: The valley strategy", "The valley strategy", "presentation"),
        ("Opening lecture: Ham and noses", "Ham and noses", "presentation"),
        ("Briefing at the hotel: Doing business", "Doing business", "presentation"),
        ("Conferencia magistral: \"25 años después\"", "25 años después", "presentation"),
        ("Cluster policy: a history", "Cluster policy: a history", "presentation"),
        ("Who trains – and who pays", "Who trains – and who pays", "presentation"),
        ("“Dual” and “double”", "“Dual” and “double”", "presentation"),
        ("Company visit: Foo GmbH (bus leaves at 8.30)", "Company visit: Foo GmbH", "presentation"),
        ("Innovation Committee (IICC)", "Innovation Committee (IICC)", "presentation"),
        ("Fibre lasers (in English)", "Fibre lasers", "presentation"),
        ("The port (Prof. Anna Bergh)", "The port (Prof. Anna Bergh)", "presentation"),
        ("(a) b", "(a) b", "presentation"),
        ("Panel: x", "Panel: x", "panel"),
        ("Training for all: a plan", "Training for all: a plan", "presentation"),
        ("Closing keynote: Light", "Light", "keynote"),
        (" – ", None, "presentation"),
    ],
)  # fmt: skip
def test_a_title_stands_without_its_format(text: str, title: str | None, kind: str) -> None:
    assert titled(text) == (title, kind)


def test_formats_and_panels_are_known_by_name() -> None:
    assert is_format("Impuls 2")
    assert not is_format("Impulse response")
    assert is_panel("Panel II")
    assert not is_panel("Panellists")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("1ère table ronde : Qui paie les toits ?", "Qui paie les toits ?"),
        ("Agenda item 2 (a) Houses on wheels", "Houses on wheels"),
        ("How families sat on sand (1910-1960)", "How families sat on sand (1910-1960)"),
        ("“Nothing to declare”, smugglers in the novel", "“Nothing to declare”, smugglers in the novel"),
    ],
)  # fmt: skip
def test_what_belongs_to_a_title_and_what_only_counts_it(text: str, title: str) -> None:
    assert titled(text).title == title


@pytest.mark.parametrize(
    "text", ["I Tavola rotonda", "1st Panel discussion", "Forum II", "Panel #2"]
)
def test_a_counted_format_is_one(text: str) -> None:
    assert is_format(text) or is_panel(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Speaker Meeting – Topic: The clock that lost – Village Hall, 7.30",
            "The clock that lost",
        ),
        ("III. Land registers", "Land registers"),
        ("Lezing 'Veen en ongeduld'", "Veen en ongeduld"),
    ],
)
def test_a_title_among_other_things(text: str, title: str) -> None:
    assert titled(text).title == title
