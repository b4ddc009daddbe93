from __future__ import annotations

import pytest

from clustertui.intake.page.datelines import past_dateline


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Gent, 3 May 2010 – The forum met on 2 May 2010.", "The forum met on 2 May 2010."),
        ("Bad Sole (15.11.2018). Am 13. November 2018 kam man.", "Am 13. November 2018 kam man."),
        ("Burgo, 20 de mayo de 2023.- Se celebró ayer, 19 de mayo de 2023.",
         "Se celebró ayer, 19 de mayo de 2023."),
        ("Gent, 3 May 2010 – The forum was large.", "Gent, 3 May 2010 – The forum was large."),
        ("On 3 May 2010 the forum met; on 4 May 2010 it closed.",
         "On 3 May 2010 the forum met; on 4 May 2010 it closed."),
        ("we met in the old port of Gent, 3 May 2010 – and on 4 May 2010",
         "we met in the old port of Gent, 3 May 2010 – and on 4 May 2010"),
        ("In May 2010 – before 3 June 2010 – it rained.",
         "In May 2010 – before 3 June 2010 – it rained."),
        ("No date at all.", "No date at all."),
    ],
)  # fmt: skip
def test_a_dateline_says_when_a_report_was_written(text: str, rest: str) -> None:
    assert past_dateline(text) == rest
