"""What people come for, done by keyboard and mouse on the real database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from textual.events import Key

from clustertui.catalogue import Catalogue
from clustertui.kinds import KINDS
from clustertui.model import Ref
from clustertui.tui.app import ClusterApp
from clustertui.tui.widgets.bars import Bar
from tests.tui.conftest import Journey, exploring, in_loop

WORKSHOP = "event/koranet-workshop-2010"
OF_KICOX = "Events 2 [Talks 2] People 2 Organisations 1 Points 11"
OUTCOMES = (
    "Expected outcomes"
    " 1. Insight into the cluster management projects of Korea and the EU"
    " 2. Shared cases of clusters engaged in international cooperation"
    " 3. Analysis of the potential and needs that researchers and companies in Korea and the EU"
    " have for international cooperation"
    " 4. Report of the workshop, entitled “Potentials for international cooperation on the basis"
    " of clusters”"
)
AIMS = (
    "Aims 1. Gain a clear view of where clusters stand in Korea and in Europe"
    " 2. Draw up policies, strategies and management practices for stronger international"
    " cooperation among clusters"
    " 3. Offer policy makers and experts on innovation and clusters a unique platform for sharing"
    " experience and good practice"
)


async def click_word(at: Journey, selector: str, word: str) -> None:
    """Click on the first letter of a word on a bar."""
    line = at.lines_of(at.browse.query_one(selector, Bar))[0]
    await at.click(selector, (line.index(word) + 1, 0))


async def go_to(at: Journey, address: str) -> None:
    """Move the cursor down the list to a record."""
    for _ in range(100):
        if at.here == address:
            return
        await at.press("down")
    raise AssertionError(f"{address} is not in the list")


# --- From an organisation to its talks -----------------------------------------------------------


@in_loop
async def test_from_an_organisation_to_its_talks_to_a_speaker_and_back(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("4")
        assert at.tabs == "Events 7 Talks 20 People 20 [Organisations 21] Points 35"
        await at.press("/", *"kicox")
        assert at.here == "organisation/kicox"
        assert at.sees("acronym: KICOX")
        await at.press("enter")
        assert at.breadcrumb == "All › Korea Industrial Complex Corporation"
        assert at.tabs == OF_KICOX
        assert [title[:14] for title in at.titles] == ["Cluster Policy", "Development of"]
        await at.press("down", "enter")
        assert at.breadcrumb.endswith("› Development of the region and International cooperation"
                                      " activities")  # fmt: skip
        assert at.tabs.startswith("Events 1 Talks 0 [People 1]")
        assert at.here == "person/in-hwa-chung"
        await at.press("escape")
        assert (at.tabs, at.here) == (OF_KICOX, "talk/regional-development-and-cooperation")
        await at.press("escape")
        assert (at.box.value, at.here) == ("kicox", "organisation/kicox")
        await at.press("backspace")
        assert (at.box.value, at.here) == ("", "organisation/kicox")
        assert at.breadcrumb == "All"
        assert "[Organisations 21]" in at.tabs


@in_loop
async def test_who_types_at_once_searches_and_enter_opens_the_best_hit(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox")
        assert at.tabs == "Events 1 Talks 2 People 2 [Organisations 1] Points 11"
        await at.press("enter")
        assert at.breadcrumb == "All › Korea Industrial Complex Corporation"
        assert at.tabs == OF_KICOX
        assert at.order == "programme"


@in_loop
async def test_a_search_within_a_scope_stays_in_it(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox", "enter", "/", *"policy")
        assert at.here == "talk/kicox-cluster-policy"
        assert at.bar("#count").startswith("1 of 2 ·")
        await at.press("escape")
        assert at.tabs == OF_KICOX
        assert at.breadcrumb == "All › Korea Industrial Complex Corporation"


# --- What an event was for -----------------------------------------------------------------------


@in_loop
async def test_the_workshop_shows_its_aims_and_its_expected_outcomes(real_database: Path) -> None:
    async with exploring(real_database, size=(120, 50)) as at:
        await at.press("1")
        await go_to(at, WORKSHOP)
        assert AIMS in at.detail_text
        assert OUTCOMES in at.detail_text
        assert "Where Seoul, Gyeonggi, Daejeon, Gumi" in at.detail_text


@in_loop
async def test_a_long_detail_is_read_to_its_end(real_database: Path) -> None:
    last = "19. Introduction of Gumi Electronics and Information Technology Research Institute"
    async with exploring(real_database, size=(100, 30)) as at:
        await at.press("1")
        await go_to(at, WORKSHOP)
        assert last not in at.detail_text
        await at.press("tab", "end")
        assert last in at.detail_text
        await at.press("home")
        assert at.detail_text.startswith("Cluster workshop in Korea")
        seen = at.detail_text
        for _ in range(9):
            await at.press("pagedown")
            seen += at.detail_text
        assert all(f" {number}. " in seen for number in range(1, 20))
        await at.press("escape")
        assert at.focus == "list"
        assert at.here == WORKSHOP


# --- Points --------------------------------------------------------------------------------------


@in_loop
async def test_the_nine_points_of_the_approach_and_the_line_they_stand_on(
    real_database: Path,
) -> None:
    async with exploring(real_database) as at:
        await at.press("5", "/", *"catalan approach")
        assert at.here == "point/catalan-approach-1"
        assert at.bar("#count").startswith("9 of 35")
        assert at.titles[0].startswith("Back clusters with government support")
        for number in range(2, 10):
            await at.press("down")
            assert at.here == f"point/catalan-approach-{number}"
            assert f"Approach {number} of 9" in at.detail_text
        before = at.breadcrumb
        await at.press("enter")
        assert at.focus == "detail"
        assert at.breadcrumb == before
        assert "Talk (untitled keynote) Main characteristics" in at.detail_text
        await at.press("p")
        assert at.sees("Encourage Catalan clusters and their Korean peers to cooperate")
        assert at.sees("Publisher European Cluster Collaboration Platform")
        with closing(Catalogue(real_database)) as catalogue:
            (cited,) = catalogue.provenance(Ref("point", "catalan-approach-9"))
        assert at.sees(cited.lines.capitalize())
        await at.press("escape")
        assert at.focus == "detail"


# --- People --------------------------------------------------------------------------------------


@in_loop
async def test_a_name_without_its_umlaut_leads_to_the_talks(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("/", *"muler")
        assert at.here == "person/mueller"
        await at.press("enter")
        assert at.breadcrumb == "All › Müller"
        assert "[Talks 2]" in at.tabs
        assert [title.split()[0] for title in at.titles] == ["Thematic", "Results"]


# --- Links in the detail -------------------------------------------------------------------------


@in_loop
async def test_a_link_in_the_detail_is_opened_by_keyboard(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox", "enter", "tab")
        assert at.detail.linked is not None
        assert str(at.detail.linked) == "person/hyeyoung-cho"
        await at.press("j", "down")
        assert str(at.detail.linked) == WORKSHOP
        await at.press("k")
        assert str(at.detail.linked) == "organisation/kicox"
        await at.press("k", "enter")
        assert at.breadcrumb == "All › Korea Industrial Complex Corporation › Hyeyoung Cho"
        assert at.focus == "list"
        await at.press("backspace")
        assert (at.tabs, at.here) == (OF_KICOX, "talk/kicox-cluster-policy")


@in_loop
async def test_a_link_in_the_detail_is_opened_by_mouse(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kicox", "enter")
        lines = at.lines_of(at.detail)
        y = next(n for n, line in enumerate(lines) if line.startswith("Event"))
        gutter = at.detail.content_region.x - at.detail.region.x
        await at.click("#detail", (lines[y].index("Cluster workshop") + gutter, y))
        assert at.breadcrumb.endswith("› Cluster workshop in Korea")
        assert "[Talks 19]" in at.tabs


@in_loop
async def test_every_link_of_every_record_leads_to_a_record(real_database: Path) -> None:
    catalogue = Catalogue(real_database)
    async with exploring(real_database) as at:
        for kind in KINDS:
            for row in catalogue.rows(kind):
                detail = catalogue.detail(row.ref)
                lines = [line for fact in detail.facts for line in fact.lines]
                lines += [line for section in detail.sections for line in section.lines]
                for piece in (piece for line in lines for piece in line.pieces if piece.ref):
                    assert piece.ref is not None
                    catalogue.row(piece.ref)
        await at.press("1", "enter", "tab", "enter")
        assert len(at.breadcrumb.split(" › ")) == 3
    catalogue.close()


# --- The way back --------------------------------------------------------------------------------


@in_loop
async def test_a_crumb_leads_back_to_its_step(real_database: Path) -> None:
    async with exploring(real_database, size=(160, 40)) as at:
        await at.press(*"kicox", "enter", "down", "enter", "enter")
        assert at.breadcrumb.endswith("› In-Hwa Chung")
        await click_word(at, "#breadcrumb", "Korea Industrial")
        assert (at.tabs, at.here) == (OF_KICOX, "talk/regional-development-and-cooperation")
        await click_word(at, "#breadcrumb", "Korea Industrial")
        assert at.tabs == OF_KICOX
        await click_word(at, "#breadcrumb", "All")
        assert (at.breadcrumb, at.box.value, at.here) == ("All", "kicox", "organisation/kicox")


@in_loop
async def test_at_the_beginning_the_way_back_goes_nowhere(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("escape")
        assert at.focus == "list"
        before = at.text
        await at.press("escape", "backspace", "escape")
        assert at.text == before
        assert at.is_running


@in_loop
async def test_the_search_is_cleared_before_the_way_back(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("4", *"/daejeon", "escape")
        assert (at.box.value, at.here) == ("", "organisation/daejeon-university")
        assert at.focus == "list"
        assert "[Organisations 21]" in at.tabs


# --- Kinds and orders ----------------------------------------------------------------------------


@in_loop
async def test_every_kind_has_its_number_and_its_tab(real_database: Path) -> None:
    async with exploring(real_database) as at:
        for number, kind in enumerate(KINDS.values(), start=1):
            await at.press(str(number))
            assert f"[{kind.title} " in at.tabs
            assert at.here.startswith(f"{kind.name}/")
        for kind in KINDS.values():
            await click_word(at, "#kinds", kind.title)
            assert f"[{kind.title} " in at.tabs


@in_loop
async def test_brackets_turn_through_the_kinds(real_database: Path) -> None:
    async with exploring(real_database) as at:
        turned = []
        for key in "]]]]]][[[[[[":
            await at.press(key)
            turned.append(at.here.split("/")[0])
        kinds = list(KINDS)
        assert turned == [*kinds[1:], *kinds[:2], *kinds[:1], *reversed(kinds)]


@in_loop
async def test_brackets_turn_through_kinds_without_records_too(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("3", *"/seel", "enter")
        assert at.breadcrumb == "All › Lucia Seel"
        turned = []
        for key in "]]]]]":
            await at.press(key)
            turned.append(at.tabs.split("[")[1].split()[0])
        assert sorted(turned) == sorted(kind.title for kind in KINDS.values())


@in_loop
async def test_brackets_turn_through_the_kinds_that_have_hits(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"muler", "down", "escape")
        await at.press(*"/muler", "down")
        assert at.tabs == "Events 0 Talks 2 [People 1] Organisations 0 Points 0"
        shown = set()
        for key in "]]]]]":
            await at.press(key)
            shown.add(at.here.split("/")[0])
        assert shown == {"person", "talk"}


@in_loop
async def test_the_list_is_sorted_by_its_orders_in_turn(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("3")
        assert at.order == "family name"
        assert at.titles[0] == "Hyung Keun Ahn"
        await at.press("s")
        assert at.order == "talks"
        await at.press("home")
        assert at.titles[0] == "Müller"
        await at.press("s")
        assert at.order == "family name"
        await click_word(at, "#kinds", "by family")
        assert at.order == "talks"


@in_loop
async def test_another_order_keeps_the_cursor_on_its_record(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("3")
        await go_to(at, "person/mueller")
        await at.press("s")
        assert at.here == "person/mueller"
        assert at.titles[0] == "Müller"


@in_loop
async def test_hits_go_by_rank_and_say_so(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"kim", "down", "s")
        assert at.order == "rank"
        await at.until(lambda: at.sees("clear the search to sort"))


# --- Haste ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["escape", "tab"])
@in_loop
async def test_keys_that_come_at_once_act_one_after_another(
    real_database: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    async with exploring(real_database) as at:
        monkeypatch.setattr(at.app, "open_url", lambda url: None)
        await at.press(place)
        for letter in "/kicox":
            at.send(letter)
        for _ in "/kicox":
            await at.settle()
        assert at.box.value == "kicox"
        assert at.tabs == "Events 1 Talks 2 People 2 [Organisations 1] Points 11"


@in_loop
async def test_a_search_and_its_enter_may_come_at_once(real_database: Path) -> None:
    async with exploring(real_database) as at:
        for key in (*"kicox", "enter"):
            at.send(key)
        await at.until(lambda: at.tabs == OF_KICOX)


@in_loop
async def test_what_is_typed_before_the_first_picture_is_searched(
    real_database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def type_at_once(app: ClusterApp) -> None:
        for letter in "quarter":
            app.post_message(Key(letter, letter))

    monkeypatch.setattr(ClusterApp, "on_load", type_at_once, raising=False)
    async with exploring(real_database) as at:
        for _ in "quarter":
            await at.settle()
        assert at.is_running
        assert at.box.value == "quarter"


# --- Moving --------------------------------------------------------------------------------------


@in_loop
async def test_letters_and_arrows_move_and_the_first_row_leads_into_the_search(
    real_database: Path,
) -> None:
    async with exploring(real_database) as at:
        await at.press("2")
        refs = [f"talk/{row.ref.id}" for row in Catalogue(real_database).rows("talk")]
        been = []
        for key in ("j", "down", "k", "up", "G", "k", "end", "g", "ctrl+d", "ctrl+u", "home"):
            await at.press(key)
            been.append(refs.index(at.here))
        page = been[8]
        assert been == [1, 2, 1, 0, 19, 18, 19, 0, page, 0, 0]
        assert 5 < page < 19
        await at.press("up")
        assert at.focus == "search"
        await at.press("down")
        assert at.focus == "list"
        assert at.here == refs[0]


@in_loop
async def test_from_the_search_box_arrows_and_pages_lead_into_the_hits(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"korea", "down")
        assert at.focus == "list"
        assert at.records.cursor == 1
        await at.press("/", "pagedown")
        assert at.records.cursor > 1


@in_loop
async def test_a_cursor_that_was_moved_stays_on_its_record_while_typing(
    real_database: Path,
) -> None:
    async with exploring(real_database) as at:
        await at.press("4")
        await go_to(at, "organisation/kaist")
        await at.press(*"/k")
        assert at.here == "organisation/kaist"


@in_loop
async def test_the_wheel_and_clicks_work_in_the_list(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("2")
        await at.click("#list", (8, 4))
        assert at.records.cursor == 2
        await at.click("#list", (8, 5))
        assert at.breadcrumb.startswith("All › Thematic cooperation offers")
        assert at.focus == "list"


# --- Nothing found -------------------------------------------------------------------------------


@in_loop
async def test_nothing_found_is_one_calm_line(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"zzzzqqqq")
        (said,) = [line for line in at.lines_of(at.records) if line]
        assert said.startswith("  Nothing matches “zzzzqqqq”. Esc clears")
        assert at.tabs == "[Events 0] Talks 0 People 0 Organisations 0 Points 0"
        assert at.detail_text == ""
        await at.press("enter", "down", "escape")
        assert at.tabs == "[Events 7] Talks 20 People 20 Organisations 21 Points 35"


@in_loop
async def test_no_key_minds_that_nothing_was_found(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"zzzzqqqq", "down")
        for key in ("enter", "s", "p", "y", "e", "o", "G", "g", "ctrl+d", "j", "tab", "enter", "?"):
            await at.press(key)
            assert at.is_running
        await at.press("escape", "escape")
        assert at.focus == "list"
        assert at.box.value == "zzzzqqqq"


@in_loop
async def test_the_command_of_a_view_without_hits_is_copied_too(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press(*"zzzzqqqq", "down", "Y")
        assert at.is_running
        assert at.app.clipboard == "clustertui list events --search zzzzqqqq"


@in_loop
async def test_after_nothing_was_found_the_same_kind_is_shown_again(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("4", *"/zzzzqqqq", "escape")
        assert "[Organisations 21]" in at.tabs


@in_loop
async def test_blanks_alone_are_no_search(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("2", "/", "space", "space")
        assert at.tabs == "Events 7 [Talks 20] People 20 Organisations 21 Points 35"
        assert at.order == "programme"


@in_loop
async def test_a_kind_without_records_says_so(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("3", *"/boesso", "enter", "5")
        assert at.sees("There are no points of Boesso.")
        await at.press("down", "G", "k")
        assert at.is_running


@in_loop
async def test_an_order_is_not_kept_for_a_kind_that_has_it_not(real_database: Path) -> None:
    async with exploring(real_database) as at:
        await at.press("5", "s")
        assert at.order == "text"
        await at.press("/", *"hyeyoung", "down")
        assert "[People 1]" in at.tabs
        await at.press("Y")
        await at.until(lambda: at.sees("clustertui list people --search hyeyoung"))
        assert not at.sees("--sort")
        await at.press("escape")
        assert at.order == "family name"
        await at.press("s")
        assert at.order == "talks"
        assert at.is_running
