from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustertui.intake.schedule_text import label, line, prose, quoted
from clustertui.text import unsafe_character


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("", ""),
        ("  Tide \n\t tables\r\n", "Tide tables"),
        ("Salt &amp; Sand", "Salt & Sand"),
        ("Q&A &lt;live&gt;", "Q&A <live>"),
        ("a&b; c&nosuchthing;", "a&b; c&nosuchthing;"),
        ("bell\x07ringing", "bell ringing"),
        ("Hafen\u00adbecken\u200b", "Hafenbecken"),
        ("left\u202eright", "leftright"),
        ("half \ud83d of a pair", "half \ufffd of a pair"),
        ("tag\U000e0041ged", "tagged"),
        ("non\u00a0breaking", "non breaking"),
        ("Größe – 大きさ 🦀", "Größe – 大きさ 🦀"),
    ],
)
def test_a_line_is_what_a_reader_sees(printed: str, shown: str) -> None:
    assert line(printed) == shown


def test_a_label_of_nothing_is_none() -> None:
    assert label(" \u200b\n") is None
    assert label(" Blue  Hall ") == "Blue Hall"


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ("", ""),
        (" one \n two ", "one\ntwo"),
        ("one\r\n\r\n\r\ntwo\rthree", "one\ntwo\nthree"),
        ("<p>one\ntwo</p>\n<p>three</p>", "one two\nthree"),
        ("<P>one<BR/>two</P>", "one\ntwo"),
        ("one<br>two<hr />three", "one\ntwo\nthree"),
        ("<ul><li>salt</li><li>sand</li></ul>", "salt\nsand"),
        ("<p>a <b>bold</b> <a href='x>y'>link</a></p>", "a bold y'>link"),
        ("first *one*\nsecond\n\nthird<br>fourth", "first *one* second\nthird\nfourth"),
        ("vector<int> and <https://example.org> and 1 < 2 > 0",
         "vector<int> and <https://example.org> and 1 < 2 > 0"),
        ("<p>if a &lt; b &amp;&amp; c</p>", "if a < b && c"),
        ("<pre>x</pre><em>y</em><EM>z</EM>", "x\nyz"),
        ("seen<!-- <p>unseen</p> -->too", "seentoo"),
        ("open <!-- comment", "open <!-- comment"),
        ("<script>alert('x')</script>after<style>p {}</style>", "after"),
        ("bell\x07\n\nring\u200bing\n\x00", "bell\nringing"),
        ("tab\tbed", "tab bed"),
    ],
)  # fmt: skip
def test_prose_is_plain_with_a_paragraph_a_line(printed: str, shown: str) -> None:
    assert prose(printed) == shown


@given(st.text(st.characters() | st.sampled_from("<>&;/p\n!- ")))
def test_nothing_that_cannot_be_shown_is_left(text: str) -> None:
    assert unsafe_character(line(text)) is None
    assert all(unsafe_character(each) is None for each in prose(text).split("\n"))
    assert line(text) == " ".join(line(text).split())
    assert "" not in prose(text).split("\n") or prose(text) == ""


@pytest.mark.parametrize("part", ["<!--", "<script", "<p ", "&#1", "< ", "\n ", "<" + "p" * 9])
def test_no_text_takes_long(part: str) -> None:
    started = time.process_time()
    prose(part * 50_000)
    line(part * 50_000)
    assert time.process_time() - started < 2


def test_a_value_in_a_fault_is_short_and_safe() -> None:
    assert quoted(" ten\x1b[31m ") == "`ten\ufffd[31m`"
    assert quoted("x" * 60) == f"`{'x' * 60}`"
    assert quoted("x" * 61) == f"`{'x' * 59}…`"
