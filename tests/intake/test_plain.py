"""Plain text out of markup."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.plain import heading, one_line, plain
from clustertui.text import unsafe_character


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("  Tides   and foam ", "Tides and foam"),
        ("Tides &amp; foam", "Tides & foam"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>Two<BR />Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"),
        ("<b>bold</b> and <a href='x'>link</a>", "bold and link"),
        ("a < b and List<int> and <https://x.example>", "a < b and List<int> and <https://x.example>"),
        ("1<2<br", "1<2<br"),
        ("x<!-- not <b>this</b> -->y", "xy"),
        ("x<!-- no end", "x"),
        ("x<script>var a = '<p>';</script>y", "xy"),
        ("x<style>no end", "x"),
        ("</script>x", "x"),
        ("One\r\nTwo\rThree\n\n\n\nFour", "One\nTwo\nThree\n\nFour"),
        ("&#99999999999999;x&#x41;", ";xA"),
        ("soft\u00adhyphen\x07 and\u200b more", "softhyphen and more"),
        ("two\nlines\x07", "two\nlines"),
        ("no\u00a0break", "no break"),
    ],
)  # fmt: skip
def test_markup_becomes_plain_text(text: str, found: str) -> None:
    assert plain(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tides &#8211; and\n foam", "Tides – and foam"),
        ("<em>Tides</em> now", "Tides now"),
        ("The <table> element", "The <table> element"),
    ],
)
def test_a_heading_keeps_what_it_is_about(text: str, found: str) -> None:
    assert heading(text) == found


@given(st.text() | st.text("<>/!-&;#pbr script\n\r\x00", max_size=40))
def test_plain_text_is_safe_and_has_no_needless_blanks(text: str) -> None:
    for line in plain(text).split("\n"):
        assert unsafe_character(line) is None
        assert line == " ".join(line.split())
    assert "\n" not in one_line(text)


@pytest.mark.parametrize("piece", ["<script>", "<!--", "<p", "<a '", "&#", "<p>", "< "])
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    begun = perf_counter()
    plain(piece * 100_000)
    assert perf_counter() - begun < 20
