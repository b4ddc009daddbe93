from __future__ import annotations

import pytest

from clustertui.intake.page.repair import mended, plain


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ("MÃ¼ller", "Müller"),
        ("â€žClusterâ€œ", "„Cluster“"),
        ("GrÃ¼ÃŸe", "Grüße"),
        ("cafÃ© Ã\u00a0 Paris", "café à Paris"),
        ("WojciechÃ³w Åšliwa", "Wojciechów Śliwa"),
    ],
)
def test_broken_letters_are_mended_and_can_be_printed_again(broken: str, meant: str) -> None:
    whole = mended(broken)
    assert plain(whole.text) == meant
    assert whole.printed(whole.text) == broken


@pytest.mark.parametrize("text", ["Müller", "CAFÉ”", "Ä”", "plain", "Â ", "Ã\x01", "100 Â€ Ã¿x"])
def test_sound_text_stays_as_it_is(text: str) -> None:
    assert mended(text).text in (text, text.replace("Ã¿", "ÿ"))


def test_a_letter_printed_both_ways_stays_mended() -> None:
    whole = mended("MÃ¼ller und Müller")
    assert whole.text == "Müller und Müller"
    assert whole.printed("Müller") == "Müller"


def test_what_cannot_be_mended_stays_among_what_can() -> None:
    assert mended("Ã¼ Ñ” ÃŒ Ã\x81 é€‚").text.startswith("ü")


def test_plain_text_has_plain_blanks_and_nothing_invisible() -> None:
    assert plain("o\u00a0 x\u00ady\u200b\n") == "o  xy\n"
    assert plain("a\x00b") == "ab"


def test_bytes_that_are_no_letter_stay() -> None:
    assert mended("cafÃ© à€€").text == "café à€€"
