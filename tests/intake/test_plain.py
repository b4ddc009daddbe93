"""Plain text out of markup."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.plain import heading, is_tidy, label, one_line, plain, quoted
from clustertui.text import unsafe_character


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ""),
        ("  Tides and  foam ", "Tides and  foam"),
        (" one \n  two\tthree  ", "one\ntwo three"),
        ("Tides &amp; foam", "Tides & foam"),
        ("<p>One</p><p>Two</p>", "One\nTwo"),
        ("<p>one\ntwo</p>\n<p>three</p>", "one two\nthree"),
        ("One<br>Two<BR />Three<hr>Four", "One\nTwo\nThree\nFour"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"),
        ("<b>bold</b> and <A href='x'>link</A>", "bold and link"),
        ("<a href='x>y'>link</a>", "y'>link"),
        ("first *one*\nsecond\n\nthird<br>fourth", "first *one* second\nthird\nfourth"),
        ("a < b and List<int> and <https://x.example>",
         "a < b and List<int> and <https://x.example>"),
        ("1<2<br", "1<2<br"),
        ("<p>if a &lt; b &amp;&amp; c</p>", "if a < b && c"),
        ("x<!-- not <b>this</b> <p>nor this</p> -->y", "xy"),
        ("x<!-- no end", "x<!-- no end"),
        ("x<!-- one -->y<!-- no end <!-- no end", "xy<!-- no end <!-- no end"),
        ("x<SCRIPT>var a = '<p>';</script>y<style >p {}</style>z", "xyz"),
        ("x<style>no end<svg><path/></svg>y", "xno endy"),
        ("</script>x", "x"),
        ("One\r\nTwo\rThree\n\n\n\nFour", "One\nTwo\nThree\nFour"),
        ("&#99999999999999;x&#x41;&#8211;", "&#99999999999999;xA–"),
        ("x&copy=1 and R&notes; a&b; c&none;", "x&copy=1 and R&notes; a&b; c&none;"),
        ("soft\u00adhyphen\x07 and\u200b more", "softhyphen and more"),
        ("two\nlines\x07", "two\nlines"),
        ("bell\x07\n\nring\u200bing\n\x00", "bell\nringing"),
        ("tab\tbed", "tab bed"),
        ("no\u00a0break", "no break"),
        ("Größe – 大きさ 🦀\nzwei", "Größe – 大きさ 🦀\nzwei"),
        ("tag\U000e0041ged", "tagged"),
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
        ("Q&A &lt;live&gt;", "Q&A <live>"),
    ],
)
def test_a_heading_keeps_what_it_is_about(text: str, found: str) -> None:
    assert heading(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("  Tide \n\t tables\r\n", "Tide tables"),
        ("a &amp; b", "a &amp; b"),
        ("bell\x07ringing", "bell ringing"),
        ("left\u202eright", "leftright"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
    ],
)
def test_one_line_is_what_a_reader_sees(text: str, found: str) -> None:
    assert one_line(text) == found


def test_what_is_tidy_is_left_alone() -> None:
    assert is_tidy(" one two")
    assert not is_tidy("one  two")
    assert not is_tidy("one\ttwo")


def test_a_label_of_nothing_is_none() -> None:
    assert label(" \u200b\n") is None
    assert label(" Blue  Hall ") == "Blue Hall"


def test_a_value_in_a_fault_is_short_and_safe() -> None:
    assert quoted(" ten\x1b[31m ") == "`ten\ufffd[31m`"
    assert quoted("x" * 60) == f"`{'x' * 60}`"
    assert quoted("x" * 61) == f"`{'x' * 59}…`"


@given(
    st.text(st.characters() | st.sampled_from("<>&;/p\n!- "))
    | st.text("<>/!-&;#pbr script\n\r\x00", max_size=40)
)
def test_plain_text_is_safe_and_has_no_blank_at_an_end(text: str) -> None:
    found = plain(text)
    for line in found.split("\n"):
        assert unsafe_character(line) is None
        assert line == line.strip()
    assert "" not in found.split("\n") or found == ""
    line = one_line(text)
    assert line == " ".join(line.split())


@pytest.mark.parametrize(
    "piece",
    ["<script>", "<!--", "<p", "<a '", "&#", "<p>", "< ", "\n ", "<" + "p" * 9, "<svg><!--"],
)
def test_the_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    begun = process_time()
    plain(piece * 100_000)
    heading(f"</b>{piece * 100_000}")
    assert process_time() - begun < 20
