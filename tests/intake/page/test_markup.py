from __future__ import annotations

from textwrap import dedent

import pytest

from clustertui.intake.page import markup as room
from clustertui.intake.page.lines import Line, Page
from clustertui.intake.page.markup import is_html, read_html


def read(text: str) -> Page:
    return read_html(dedent(text))


def said(text: str) -> list[str]:
    return [line.text for line in read(text).lines]


def test_html_is_told_by_its_tags() -> None:
    assert is_html("<!DOCTYPE html><p>x")
    assert is_html("<p>a</p><p>b</p><p>c</p>")
    assert not is_html("a < b and c > d")
    assert not is_html("one </p> only")


def test_blocks_are_lines_with_the_number_of_their_source_line() -> None:
    page = read("""\
        <html><head><title>The &amp; page</title><style>p { x }</style></head>
        <body>
        <h1>Heat Below</h1>
        <p>Akureyri &mdash; <b>5&nbsp;May</b>
        2022</p>
        <ul><li>One</li><li>Two
        </ul>
        <ol><li>First<li>Second</ol>
        text<br>more
        </body></html>
        """)
    assert page.title == "The & page"
    assert page.lines == (
        Line(3, 3, "Heat Below", 0, "", 1, (), True),
        Line(4, 5, "Akureyri — 5 May 2022", 0, "", 0, (), True),
        Line(6, 6, "One", 0, "-", 0, (), True),
        Line(6, 6, "Two", 0, "-", 0, (), False),
        Line(8, 8, "First", 0, "1.", 0, (), True),
        Line(8, 8, "Second", 0, "2.", 0, (), False),
        Line(9, 9, "text", 0, "", 0, (), True),
        Line(9, 9, "more", 0, "", 0, (), False),
    )
    assert page.silent == {1, 2, 7, 10}


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var x = '<p>Secret</p>';</script>",
        "<SCRIPT>Secret",
        "<nav><a>Secret</a></nav>",
        "<footer><p>Secret</p></footer>",
        "<div hidden><p>Secret</p></div>",
        "<div style='display: none'><p>Secret</p></div>",
        "<p aria-hidden=\"true\">Secret</p>",
        "<!-- <p>Secret</p> -->",
        "<!-- Secret",
        "<template><p>Secret</p></template>",
        "<select><option>Secret<option>Secret</select>",
    ],
)  # fmt: skip
def test_what_a_browser_does_not_show_is_not_read(hidden: str) -> None:
    assert said(f"<body><p>Seen</p>{hidden}") == ["Seen"]


@pytest.mark.parametrize(
    "shown",
    [
        "<p data-x='display none'>Seen</p>",
        "<p hidden=until-found>Seen</p>",
        "<p aria-hidden=false>Seen</p>",
        "<p style='color: none'>Seen</p>",
        "<p title='a > b'>Seen</p>",
        '<p title="it\'s > b">Seen</p>',
        "</p></div>Seen",
        "<?php ?>Seen",
        "<p>Seen<",
    ],
)
def test_what_a_browser_shows_is_read(shown: str) -> None:
    assert [line.rstrip("<") for line in said(f"<body>{shown}")] == ["Seen"]


def test_a_sign_that_opens_no_tag_is_text() -> None:
    assert said("<body><p>3 < 4 and 5 <6</p>") == ["3 < 4 and 5 <6"]
    assert said("<body><p>a</p><b title='never closed>rest") == ["a", "rest"]
    assert said("<body><p>a</p><b title='never > closed") == ["a", "closed"]


def test_a_table_is_rows_with_cells() -> None:
    page = read("""\
        <table>
        <tr><th>Time<th>Topic</tr>
        <tr>
          <td>9:00</td>
          <td><p>Light</p><p>Heat</p></td>
          <td></td>
        </tr>
        <tr><td>Lunch</td></tr><tr><td> </td></tr>
        </table>
        """)
    assert [(line.number, line.last, line.cells, line.text) for line in page.lines] == [
        (2, 2, ("Time", "Topic"), "Time | Topic"),
        (3, 5, ("9:00", "Light¶¶Heat", ""), "9:00 | Light  Heat"),
        (8, 8, (), "Lunch"),
    ]


def test_a_list_of_terms_is_labels() -> None:
    assert said("<dl><dt>Date</dt> <dd>3 May</dd><dt>Venue<dd>Gent<dd>Hall</dl>") == [
        "Date: 3 May", "Venue: Gent", "Hall",
    ]  # fmt: skip


def test_deep_and_broken_pages_are_read_in_time() -> None:
    assert said("<body>" + "<div>" * 20_000 + "x" + "</div>" * 20_000) == ["x"]
    assert said("<body>" + "<p" * 20_000) == []
    assert said("<body>" + "</ul>" * 10 + "<li>x") == ["x"]


def test_an_endless_page_is_read_up_to_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_LINES", 2)
    page = read("<p>one\n<p>two\n<p>three\n\n<p>four")
    assert [line.text for line in page.lines] == ["one", "two"]
    assert page.unread == (5,)
