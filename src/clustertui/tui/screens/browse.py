"""The one screen: search, breadcrumb, tabs, list and detail of one view."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.widgets import Input

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.kinds import KINDS
from clustertui.model import Hit, Ref, View
from clustertui.report import source_lines
from clustertui.search import Results, Search
from clustertui.settings import shown_path
from clustertui.tui.actions import ACTIONS, action_of, bindings, character_of, key_label
from clustertui.tui.layout import Paragraph
from clustertui.tui.pages import detail_page, keys_page, provenance_page, text_page
from clustertui.tui.screens.dialogs import ExportDialog, PageDialog
from clustertui.tui.trail import Trail
from clustertui.tui.widgets.bars import Bar, Breadcrumb, KeyBar, KindTabs, Label
from clustertui.tui.widgets.page_view import PageView
from clustertui.tui.widgets.record_list import RecordList
from clustertui.tui.widgets.search_box import SearchBox


class Browse(Screen[None]):
    """Conducts the widgets: keys change the trail, the trail decides what is shown."""

    BINDINGS: ClassVar = bindings()
    AUTO_FOCUS = "#search"
    HORIZONTAL_BREAKPOINTS = [(0, "-single"), (60, "-stacked"), (100, "-wide")]  # noqa: RUF012 - Textual declares it so
    VERTICAL_BREAKPOINTS = [(0, "-low"), (16, "-tall")]  # noqa: RUF012 - Textual declares it so

    def __init__(
        self, catalogue: Catalogue, search: Search, documents: Documents, size: Size
    ) -> None:
        # Textual sets these classes too, but after all styles were computed without them.
        wide = _fitting(self.HORIZONTAL_BREAKPOINTS, size.width)
        tall = _fitting(self.VERTICAL_BREAKPOINTS, size.height)
        super().__init__(classes=f"{wide} {tall}")
        self._catalogue = catalogue
        self._search = search
        self._documents = documents
        self._trail = Trail()
        self._results: Results | None = None
        self._copied = ""
        # While typing, the same few records come under the cursor again and again.
        self._page_of = lru_cache(maxsize=64)(self._read_page)

    def compose(self) -> ComposeResult:
        """The bars above, list beside detail, the keys below."""
        yield Bar(id="title")
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
        path = shown_path(self._catalogue.path)
        self.query_one("#title", Bar).put([Label("clustertui", "strong")], [Label(path, "muted")])
        self.query_one("#prompt", Bar).put([Label("/", "accent")])
        self.show_view()
        self.watch(self, "focused", self.show_keys)

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
        here = self._trail.here
        results = self._results = self._search.find(here.view)
        view = results.view
        order = "by rank" if view.words.strip() else f"by {view.sort or next(iter(_sorts(view)))}"
        self.query_one(KindTabs).show(view.kind, dict(results.counts), order)
        said = (
            f"{len(results):,} of {results.totals[view.kind]:,} · {results.seconds * 1000:.0f} ms"
        )
        found = [Label(said, "muted")] if view.words.strip() else []
        self.query_one("#count", Bar).put([], found)
        self.query_one(Breadcrumb).put(list(self._crumbs()))
        cursor = results.position(keep) if keep is not None else None
        self._list.show(results, cursor or 0, tuple(self._why_empty(results)))

    def _crumbs(self) -> Iterable[Label]:
        steps = self._trail.steps
        for number, step in enumerate(steps):
            last = number == len(steps) - 1
            name = step.scope.title if step.scope else "All"
            yield Label(name if last else f"{name} › ", "strong" if last else "muted", str(number))

    def _why_empty(self, results: Results) -> Iterable[str]:
        if len(results):
            return
        view, scope = results.view, self._trail.here.scope
        where = f" of {scope.title}" if scope else ""
        kind = KINDS[view.kind].plural
        if view.words.strip():
            yield f"Nothing{where} matches “{view.words.strip()}”. Esc clears the search."
        elif scope and not any(results.totals.values()):
            yield f"Nothing else is linked to {scope.title}. Esc goes back."
        else:
            yield f"There are no {kind}{where}."

    def cursor_moved(self, hit: Hit | None) -> None:
        """Show the record under the cursor; without one, the record that the view is about."""
        scope = self._trail.here.scope
        ref = hit.row.ref if hit else scope.ref if scope else None
        self._trail.remember(hit.row.ref if hit else None)
        if ref is None:
            self._detail.show(())
            return
        assert self._results is not None
        self._detail.show(self._page_of(ref), self._results.spans)

    def _read_page(self, ref: Ref) -> tuple[Paragraph, ...]:
        return tuple(detail_page(self._catalogue.detail(ref)))

    def show_keys(self) -> None:
        """Name the most useful keys that work with the present focus."""
        keys = self._working_keys()
        labels = []
        if self.focused is self._box and "down" in keys:
            labels += [Label(key_label(keys["down"][0]), "key", "down"), Label(" list  ", "muted")]
        for action in sorted(ACTIONS, key=lambda each: each.priority):
            if action.label and action.id in keys:
                labels.append(Label(key_label(keys[action.id][0]), "key", action.id))
                labels.append(Label(f" {action.label}  ", "muted", action.id))
        self.query_one(KeyBar).put(labels)

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
    async def key_clicked(self, message: Bar.Clicked) -> None:
        """A key in the bar does what the key does."""
        call = next(action.call for action in ACTIONS if action.id == message.value)
        await self.run_action(call)

    # --- finding ---------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Type a search."""
        self._box.ready = False
        self._box.focus()
        self._box.action_end()

    def action_open(self) -> None:
        """Drill into the record under the cursor."""
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
            self._list.focus()
        elif self._trail.here.view.words:
            keep = self._trail.here.cursor
            self._trail.change(words="", kind=self._results.view.kind if self._results else "")
            self._arrive(keep)
        elif not self._go_back() and self.focused is not self._list:
            self._list.focus()

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
        self._list.focus()

    def action_details(self) -> None:
        """Between list and detail."""
        if self.focused is self._detail:
            self.remove_class("-reading")
            self._list.focus()
        else:
            self.add_class("-reading")  # where there is room for one pane only
            self._detail.focus()

    # --- kinds and orders ------------------------------------------------------------------------

    def action_kind(self, kind: str) -> None:
        """Show another kind."""
        self._trail.change(kind=kind, sort="")
        self.show_view()
        self._list.focus()

    def action_turn(self, by: int) -> None:
        """Show the next kind, or the one before."""
        kinds = list(KINDS)
        shown = self._results.view.kind if self._results else kinds[0]
        self.action_kind(kinds[(kinds.index(shown) + by) % len(kinds)])

    def action_sort(self) -> None:
        """Sort by the next order of the kind."""
        view = self._shown_view()
        if view.words.strip():
            self.app.notify("Hits go by rank; clear the search to sort.", markup=False)
            return
        orders = list(_sorts(view))
        following = orders[(orders.index(view.sort or orders[0]) + 1) % len(orders)]
        self._trail.change(kind=view.kind, sort=following)
        self.show_view(self._trail.here.cursor)

    # --- moving ----------------------------------------------------------------------------------

    def action_move(self, steps: int) -> None:
        """Up or down in the list or in the detail; up from the first record into the search."""
        if self.focused is self._box:
            self._list.focus()
            if steps < 0 or not self._trail.here.view.words:
                return
        elif self.focused is self._list and steps < 0 and self._list.cursor == 0:
            self._box.focus()
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
        return self._results.view if self._results else self._trail.here.view

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
        ref = self._shown_ref()
        if ref is not None:
            detail = self._catalogue.detail(ref)
            row = detail.row
            self._copy(
                "\n".join([row.title, row.context, str(ref), *source_lines(detail.provenance)])
            )

    def action_copy_command(self) -> None:
        """Copy the command that prints this view."""
        view = self._shown_view()
        command = ["clustertui", "list", KINDS[view.kind].plural]
        for option, value in (("--of", view.scope), ("--search", view.words.strip()),
                              ("--sort", view.sort)):  # fmt: skip
            command += [option, str(value)] if value else []
        self._copy(shlex.join(command))

    def _copy(self, text: str) -> None:
        if text == self._copied:
            self._copied = ""
            page = text_page("Select the text with the mouse, holding Shift where needed.", text)
            self.app.push_screen(PageDialog("Copy by hand", tuple(page)))
            return
        self.app.copy_to_clipboard(text)
        self._copied = text
        first = text.splitlines()[0]
        self.app.notify(
            f"{first}\nIf nothing arrived, press the key again for the text.",
            title="Sent to the clipboard", markup=False,
        )  # fmt: skip

    def action_export(self) -> None:
        """Write this view to a file."""
        results = self._results
        if results is None or not len(results):
            self.app.notify("There is nothing to export in this view.", markup=False)
            return
        view = results.view
        parts = [KINDS[view.kind].plural]
        parts += ["of", view.scope.id] if view.scope else []
        refs = [hit.row.ref for hit in results.page(0, len(results))]
        self.app.push_screen(
            ExportDialog("-".join(parts), lambda: self._catalogue.sheet(KINDS[view.kind], refs))
        )

    def action_web(self) -> None:
        """Open the web address of the record."""
        ref = self._shown_ref()
        url = self._catalogue.detail(ref).url if ref else None
        if url and url.startswith(("https://", "http://")):
            self.app.open_url(url)
        else:
            self.app.notify("No web address is known for this record.", markup=False)

    def action_help(self) -> None:
        """Show the keys that work here."""
        self.app.push_screen(PageDialog("Keys", tuple(keys_page(self._help_rows()))))

    def _help_rows(self) -> Iterable[tuple[str, str, str]]:
        working = self._working_keys()
        for action in ACTIONS:
            if keys := working.get(action.id):
                yield action.group, "  ".join(map(key_label, keys)), action.meaning

    def _working_keys(self) -> dict[str, list[str]]:
        """Name of an action → the keys that do it with the present focus."""
        box = self._box
        keys: dict[str, list[str]] = {}
        for key, active in self.active_bindings.items():
            action = action_of(active.binding)
            if action and not (self.focused is box and _is_typed(key, box)):
                keys.setdefault(action.id, []).append(key)
        return keys


def _fitting(breakpoints: Sequence[tuple[int, str]] | None, size: int) -> str:
    return next((name for least, name in reversed(breakpoints or ()) if size >= least), "")


def _is_typed(key: str, box: SearchBox) -> bool:
    return box.check_consume_key(key, character_of(key)) or key == "backspace"


def _sorts(view: View) -> dict[str, str]:
    return KINDS[view.kind].sorts
