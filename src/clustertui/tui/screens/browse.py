"""The one screen: search, breadcrumb, tabs, list and detail of one view."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.kinds import KINDS, orders_of
from clustertui.model import UNCERTAIN, ClusterError, Hit, Ref, View
from clustertui.search import Results
from clustertui.settings import shown_path
from clustertui.text import clean
from clustertui.tui.actions import ACTIONS, bar_keys, bindings, help_rows, working_keys
from clustertui.tui.exporting import Exporting, file_stem
from clustertui.tui.keys import KeyDone
from clustertui.tui.layout import Paragraph, fitting
from clustertui.tui.pages import detail_page, keys_page, provenance_page, why_empty
from clustertui.tui.screens.clipboard import Clipboard, record_text, view_command
from clustertui.tui.screens.dialogs import ExportDialog, PageDialog
from clustertui.tui.searching import Answer, Searcher
from clustertui.tui.trail import Trail
from clustertui.tui.widgets.bars import Bar, Breadcrumb, KeyBar, KindTabs, Label, TitleBar
from clustertui.tui.widgets.page_view import PageView
from clustertui.tui.widgets.record_list import RecordList
from clustertui.tui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from clustertui.drafts import Draft


class Browse(Screen[None]):
    """Conducts the widgets: keys change the trail, the trail decides what is shown."""

    BINDINGS: ClassVar = bindings()
    AUTO_FOCUS = "#search"
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (60, "-stacked"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual declares it so

    def __init__(
        self, catalogue: Catalogue, documents: Documents, draft: Draft | None, size: Size
    ) -> None:
        # Textual sets these classes too, but after all styles were computed without them.
        wide = fitting(self.HORIZONTAL_BREAKPOINTS, size.width)
        tall = fitting(self.VERTICAL_BREAKPOINTS, size.height)
        super().__init__(classes=f"{wide} {tall}")
        self._catalogue = catalogue
        self._searcher = Searcher(catalogue, self._answer_later)
        self._documents = documents
        self._draft = draft
        self._trail = Trail()
        self._results: Results | None = None
        self._pending = False  # whether the results of the view are still to come
        self._keep: Ref | None = None
        self._open_next = False
        self._detail_whole = False  # whether it holds more than what is seen at first
        self._clipboard = Clipboard()
        self._page_of = lru_cache(maxsize=64)(self._read_page)  # while typing, few come up again

    def compose(self) -> ComposeResult:
        """The bars above, list beside detail, the keys below."""
        yield TitleBar(id="title")
        yield Breadcrumb(id="breadcrumb")
        with Horizontal(id="searching"):
            yield Bar(id="prompt")
            yield SearchBox(self.words_changed, id="search")
            yield Bar(id="count")
        yield KindTabs(id="kinds")
        with Container(id="panes"):
            yield RecordList(self.cursor_moved, id="list")
            yield PageView(id="detail")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show everything."""
        self.show_title()
        self.query_one("#prompt", Bar).put([Label("/", "accent")])
        self.set_focus(self._box)  # at once: what is typed before the first picture counts, too
        self.show_view()
        self.watch(self, "focused", self.show_keys)
        self.set_interval(1.0, self.show_title)
        self.post_message(KeyDone())  # from now on keys find their widgets

    def show_title(self) -> None:
        """Name what is shown; a database is offered anew once a build has replaced it."""
        path, guesses = self._catalogue.path, None
        if self._draft is not None:
            path, guesses = self._draft.file, sum(self._draft.guesses.values())
        self.query_one(TitleBar).show(shown_path(path), self._catalogue.is_replaced, guesses)

    def on_unmount(self) -> None:
        """End the thread of the search."""
        self._searcher.close()

    # --- widgets ---------------------------------------------------------------------------------

    @property
    def _box(self) -> SearchBox:
        return self.query_one("#search", SearchBox)

    @property
    def _list(self) -> RecordList:
        return self.query_one("#list", RecordList)

    @property
    def _detail(self) -> PageView:
        return self.query_one("#detail", PageView)

    @property
    def _pane(self) -> RecordList | PageView:
        return self._detail if self.focused is self._detail else self._list

    # --- showing ---------------------------------------------------------------------------------

    def show_view(self, keep: Ref | None = None) -> None:
        """Show the view that the trail ends with, the cursor on `keep` if it is among the hits."""
        self._keep, self._open_next = keep, False
        answer = self._searcher.ask(self._trail.here.view)
        self._pending = answer is None
        steps = self._trail.steps
        self.query_one(Breadcrumb).show([s.scope.title if s.scope else "All" for s in steps])
        if answer is None:
            self.query_one("#count", Bar).put([], [Label("searching …", "muted")])
        else:
            self.show_answer(answer)

    def _answer_later(self, answer: Answer) -> None:
        """Called in the thread of the search."""
        with suppress(RuntimeError):  # the app has ended
            self.app.call_later(self._show_late, answer)

    def _show_late(self, answer: Answer) -> None:
        if self._pending and self.is_attached and self._searcher.is_newest(answer):
            self._pending = False
            self.show_answer(answer)
            if self._open_next:
                self.action_open()

    def show_answer(self, results: Answer) -> None:
        """Show the hits and their counts."""
        if isinstance(results, ClusterError):
            self.app.notify(clean(str(results)), severity="error")
            return
        self._results = results
        view = results.view
        order = (
            "by rank" if view.words.strip() else f"by {view.sort or next(iter(orders_of(view)))}"
        )
        said = {kind: results.count_said(kind) for kind in KINDS}
        self.query_one(KindTabs).show(view.kind, said, order)
        total = f"{results.totals[view.kind]:,} · {results.seconds * 1000:.0f} ms"
        found = [Label(f"{said[view.kind]} of {total}", "muted")] if view.words.strip() else []
        self.query_one("#count", Bar).put([], found)
        cursor = results.position(self._keep) if self._keep is not None else None
        empty = why_empty(view, self._trail.here.scope, any(results.totals.values()))
        self._list.show(results, cursor or 0, empty)

    def cursor_moved(self, hit: Hit | None) -> None:
        """Show the record under the cursor; without one, the record that the view is about."""
        scope = self._trail.here.scope
        ref = hit.row.ref if hit else scope.ref if scope else None
        self._trail.remember(hit.row.ref if hit else None)
        if ref is None:
            self._detail.show(())
            return
        # While typing, no more of a record is read than is seen of it.
        self._detail_whole = False
        self._show_detail(ref, self._detail.lines_seen + 5)

    def _show_detail(self, ref: Ref, most_lines: int | None = None) -> None:
        assert self._results is not None
        glance = most_lines is not None
        self._detail.show(self._page_of(ref, most_lines), self._results.spans, glance)

    def _read_page(self, ref: Ref, most_lines: int | None) -> tuple[Paragraph, ...]:
        return tuple(detail_page(self._catalogue.detail(ref, most_lines)))

    @on(PageView.Reading)
    def show_whole_detail(self) -> None:
        """The detail is about to be read: show all of it."""
        ref = self._shown_ref()
        if ref is not None and not self._detail_whole:
            self._detail_whole = True
            self._show_detail(ref)

    def show_keys(self) -> None:
        """Name the most useful keys that work with the present focus."""
        typing = self.focused is self._box
        self.query_one(KeyBar).show(bar_keys(self._working_keys(), typing))

    # --- what the widgets tell -------------------------------------------------------------------

    def words_changed(self, words: str) -> None:
        """Search for what was typed; a cursor that was moved stays on its record."""
        if words != self._trail.here.view.words:
            moved = self._list.cursor > 0
            keep = self._trail.here.cursor if moved or not words else None
            typing = bool(self._trail.here.view.words)
            self._trail.change(words=words)
            self.show_view(keep)
            if typing != bool(words):
                self.show_keys()

    @on(Input.Submitted, "#search")
    def open_first(self) -> None:
        """Enter in the search box opens the record under the cursor."""
        self.action_open()

    @on(RecordList.Opened)
    def open_clicked(self) -> None:
        """A click on the record under the cursor opens it."""
        self.action_open()

    @on(PageView.LinkOpened)
    def open_link(self, message: PageView.LinkOpened) -> None:
        """A link in the detail leads to its record."""
        self._drill(message.ref)

    @on(Bar.Clicked, "#kinds")
    def kind_clicked(self, message: Bar.Clicked) -> None:
        """A tab shows its kind; the name of the order changes it."""
        if message.value == "sort":
            self.action_sort()
        else:
            self.action_kind(message.value)

    @on(Bar.Clicked, "#breadcrumb")
    def crumb_clicked(self, message: Bar.Clicked) -> None:
        """A crumb leads back to its step."""
        if int(message.value) < len(self._trail.steps) - 1:
            self._go_back(int(message.value))

    @on(Bar.Clicked, "#keys")
    @on(Bar.Clicked, "#title")
    async def key_clicked(self, message: Bar.Clicked) -> None:
        """A key in the bar does what the key does."""
        call = next(action.call for action in ACTIONS if action.id == message.value)
        await self.run_action(call)

    # --- finding ---------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Type a search."""
        self._box.ready = False
        self.set_focus(self._box)
        self._box.action_end()

    def action_open(self) -> None:
        """Drill into the record under the cursor, as soon as it is known."""
        if self._pending:
            self._open_next = True
            return
        if self.focused is self._detail and self._detail.linked is not None:
            self._drill(self._detail.linked)
        elif self._list.hit is not None:
            self._drill(self._list.hit.row.ref)

    def _drill(self, ref: Ref) -> None:
        if KINDS[ref.kind].is_leaf and ref == self._trail.here.cursor:
            self.action_details()
            return
        counts = self._catalogue.counts(ref)
        leads_to = KINDS[ref.kind].leads_to
        kind = next((kind for kind in (*leads_to, *KINDS) if counts[kind]), leads_to[0])
        self._trail.drill(self._catalogue.row(ref), kind)
        self._arrive()

    def action_back(self) -> None:
        """From the detail to the list; then clear the search; then one step back."""
        if self.focused is self._detail:
            self.remove_class("-reading")
            self.set_focus(self._list)
        elif self._trail.here.view.words:
            keep = self._trail.here.cursor
            shown = self._shown_view()
            self._trail.change(words="", kind=shown.kind, sort=shown.sort)
            self._arrive(keep)
        elif not self._go_back() and self.focused is not self._list:
            self.set_focus(self._list)

    def _go_back(self, to: int | None = None) -> bool:
        if not self._trail.back(to):
            return False
        self._arrive(self._trail.here.cursor)
        return True

    def _arrive(self, keep: Ref | None = None) -> None:
        """Show another step of the trail, with the focus on the list."""
        with self.prevent(Input.Changed):
            self._box.value = self._trail.here.view.words
        self.show_view(keep)
        self.remove_class("-reading")
        self.set_focus(self._list)

    def action_details(self) -> None:
        """Between list and detail."""
        if self.focused is self._detail:
            self.remove_class("-reading")
            self.set_focus(self._list)
        else:
            self.add_class("-reading")  # where there is room for one pane only
            self.show_whole_detail()
            self.set_focus(self._detail)

    # --- kinds and orders ------------------------------------------------------------------------

    def action_kind(self, kind: str) -> None:
        """Show another kind."""
        self._trail.change(kind=kind, sort="")
        self.show_view()
        self.set_focus(self._list)

    def action_turn(self, by: int) -> None:
        """Show the next kind, or the one before."""
        shown = self._shown_view().kind
        counts = self._results.counts if self._results is not None else {}
        # A kind without hits would give way to another one at once.
        kinds = [
            kind for kind in KINDS if kind == shown or counts.get(kind) or not any(counts.values())
        ]
        self.action_kind(kinds[(kinds.index(shown) + by) % len(kinds)])

    def action_sort(self) -> None:
        """Sort by the next order of the kind."""
        view = self._shown_view()
        if view.words.strip():
            self.app.notify("Hits go by rank; clear the search to sort.")
            return
        orders = list(orders_of(view))
        following = orders[(orders.index(view.sort or orders[0]) + 1) % len(orders)]
        self._trail.change(kind=view.kind, sort=following)
        self.show_view(self._trail.here.cursor)

    # --- moving ----------------------------------------------------------------------------------

    def action_move(self, steps: int) -> None:
        """Up or down in the list or in the detail; up from the first record into the search."""
        if self.focused is self._box:
            self.set_focus(self._list)
            if steps < 0 or not self._trail.here.view.words:
                return
        elif self.focused is self._list and steps < 0 and self._list.cursor == 0:
            self.set_focus(self._box)
            return
        self._pane.move(steps)

    def action_page(self, pages: int) -> None:
        """A screen up or down."""
        self._pane.move_page(pages)

    def action_edge(self, side: int) -> None:
        """To the first or the last."""
        self._pane.move_edge(side)

    # --- doing -----------------------------------------------------------------------------------

    def _shown_view(self) -> View:
        view = self._results.view if self._results is not None else self._trail.here.view
        # The words may have led to another kind, which has other orders.
        return view if view.sort in orders_of(view) else replace(view, sort="")

    def _shown_ref(self) -> Ref | None:
        here = self._trail.here
        return here.cursor or (here.scope.ref if here.scope else None)

    def action_provenance(self) -> None:
        """Show the lines of the sources that the record stands on."""
        ref = self._shown_ref()
        if ref is not None:
            detail = self._catalogue.detail(ref)
            passages = [(cited, self._documents.passage(cited)) for cited in detail.provenance]
            self.app.push_screen(PageDialog("Sources", tuple(provenance_page(detail, passages))))

    def action_copy(self) -> None:
        """Copy the record; the second time in a row, show the text to select."""
        if (ref := self._shown_ref()) is not None:
            self._clipboard.copy(self.app, record_text(self._catalogue.detail(ref)))

    def action_copy_command(self) -> None:
        """Copy the command that prints this view."""
        self._clipboard.copy(self.app, view_command(self._shown_view()))

    def action_export(self) -> None:
        """Write this view to a file."""
        results = self._results
        if results is None or not len(results):
            self.app.notify("There is nothing to export in this view.")
            return
        view = results.view
        export = partial(Exporting, self._catalogue, view)
        self.app.push_screen(ExportDialog(file_stem(view), export))

    def action_reload(self) -> None:
        """Read the database anew; the view stays as far as its records are still there."""
        if self._reread():
            self._arrive(self._trail.here.cursor)

    def _reread(self) -> bool:
        try:
            self._catalogue.reload()
        except ClusterError as error:
            self.app.notify(clean(str(error)), severity="error")
            return False
        self._searcher.close()
        self._searcher = Searcher(self._catalogue, self._answer_later)
        self._page_of.cache_clear()
        self._trail.renew(self._catalogue.row)
        self.show_title()
        return True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a draft is reviewed."""
        return action != "judge" or self._draft is not None

    def action_judge(self, verdict: str) -> None:
        """Say what a guessed record is, and go on to the next one of the list."""
        hit = self._list.hit
        if self._draft is None or hit is None or not hit.row.review:
            self.app.notify("This record was not guessed; it needs no review.")
            return
        following = self._list.following(lambda row: row.review == UNCERTAIN)
        try:
            self._draft.judge(hit.row.ref, verdict)
        except ClusterError as error:
            self.app.notify(clean(str(error)), severity="error")
            return
        if self._reread():
            kind = next(iter(self._draft.guesses), None)
            if following is None and kind is not None:  # the guesses of another kind come next
                self._trail.change(kind=kind, words="")
            self.show_view(following or hit.row.ref)

    def action_web(self) -> None:
        """Open the web address of the record."""
        ref = self._shown_ref()
        url = self._catalogue.detail(ref).url if ref else None
        if url and url.startswith(("https://", "http://")):
            self.app.open_url(url)
        else:
            self.app.notify("No web address is known for this record.")

    def action_help(self) -> None:
        """Show the keys that work here."""
        rows = help_rows(self._working_keys())
        self.app.push_screen(PageDialog("Keys", tuple(keys_page(rows))))

    def _working_keys(self) -> dict[str, list[str]]:
        """Name of an action → the keys that do it with the present focus."""
        box = self._box if self.focused is self._box else None
        return working_keys(self.active_bindings, box.types if box else lambda key: False)
