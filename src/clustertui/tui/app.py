"""The application: its parts, its theme, its signals."""

from __future__ import annotations

import asyncio
import gc
import signal
from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.driver import Driver
from textual.events import Event, Key
from textual.notifications import Notify, SeverityLevel
from textual.screen import Screen
from textual.theme import ThemeProvider
from textual.widgets._toast import Toast, ToastHolder

from clustertui.catalogue import Catalogue
from clustertui.documents import Documents
from clustertui.search import Search
from clustertui.settings import remember_theme
from clustertui.tui.actions import ACTIONS, character_of, key_labels
from clustertui.tui.keys import LOST, KeyDone, KeyQueue
from clustertui.tui.notices import Notice, replaces
from clustertui.tui.palette import Palette
from clustertui.tui.screens.browse import Browse

if TYPE_CHECKING:
    from clustertui.drafts import Draft

DEFAULT_THEME = "textual-dark"


class ClusterApp(App[None]):
    """clustertui in a terminal. Everything it shows comes from the parts it is given."""

    TITLE = "clustertui"
    CSS_PATH: ClassVar = ["app.tcss", "screens/browse.tcss", "screens/dialogs.tcss"]

    def __init__(
        self,
        catalogue: Catalogue,
        search: Search,
        documents: Documents,
        theme: str | None = None,
        keymap: dict[str, str] | None = None,
        driver_class: type[Driver] | None = None,
        draft: Draft | None = None,
    ) -> None:
        super().__init__(driver_class=driver_class)
        self._catalogue = catalogue
        self._search = search
        self._documents = documents
        self._draft = draft
        self.theme = theme if theme in self.available_themes else DEFAULT_THEME
        self.animation_level = "none"
        self._keys_held = KeyQueue()
        self._keys = keymap or {}
        self.set_keymap(self._keys)
        quit_keys = self._keys.get("quit", "ctrl+q").split(",")
        self._leaving_keys = {key for key in quit_keys if character_of(key) is None}
        """Keys that quit, and that type nothing anywhere."""

    def get_default_screen(self) -> Screen[None]:
        """The one screen there is."""
        return Browse(self._catalogue, self._documents, self._draft, self.size)

    async def on_event(self, event: Event) -> None:
        """Let keys that arrive together act one by one."""
        if isinstance(event, Key) and (self._exit or not self.screen_stack):
            return  # who leaves has no more keys
        if not isinstance(event, Key) or event.is_forwarded:
            await super().on_event(event)
            return
        if event.key in self._leaving_keys:
            self._keys_held.clear()  # however much was typed ahead
        if (key := self._keys_held.put(event)) is not None:
            await super().on_event(key)
        self._follow_key()

    async def on_key_done(self) -> None:
        """A key has gone all its way: the next one may pass."""
        if self._exit or not self.screen_stack:
            return
        if (key := self._keys_held.following()) is not None:
            await super().on_event(key)
            self._follow_key()

    def _follow_key(self) -> None:
        if self._keys_held.must_follow():
            (self.focused or self.screen).post_message(KeyDone())

    def _free_keys(self) -> None:
        if self._keys_held.is_stuck():
            self.post_message(KeyDone())

    def on_load(self) -> None:
        """Before the terminal is taken: whatever happens from now on, it is given back."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            loop.add_signal_handler(number, self._leave, number)
        loop.set_exception_handler(self._task_failed)

    def on_mount(self) -> None:
        """Tidy up memory after the first paint."""
        self.theme_changed_signal.subscribe(self, lambda theme: remember_theme(theme.name))
        self.app_resume_signal.subscribe(self, lambda _: self.screen.refresh(layout=True))
        self.set_interval(LOST, self._free_keys)
        self.call_after_refresh(self._settle)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a message for a few seconds; it is plain text unless `markup` is asked for."""
        lasts = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.post_message(Notify(Notice(message, title, severity, lasts, markup)))

    @on(Notify)
    def _one_of_a_kind(self, event: Notify) -> None:
        """Take away what a newer message replaces, so that a key held does not fill the screen."""
        for earlier in [*self._notifications]:
            if replaces(event.notification, earlier):
                self._unnotify(earlier, refresh=False)
        for holder in chain(*(screen.query(ToastHolder) for screen in self.screen_stack)):
            if any(each._notification not in self._notifications for each in holder.query(Toast)):
                holder.remove()

    def _leave(self, number: int) -> None:
        self.exit(return_code=128 + number)

    # --- errors ----------------------------------------------------------------------------------

    @property
    def fault(self) -> Exception | None:
        """The error that ended the program, for whoever launched it to tell."""
        return self._exception

    def fail(self, error: Exception) -> None:
        """End with an error."""
        self._handle_exception(error)

    def _task_failed(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self.fail(error)

    def _fatal_error(self) -> None:
        # Textual's own prints the traceback with the values of all variables, records among them.
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    # --- memory ----------------------------------------------------------------------------------

    def _settle(self) -> None:
        """Searches are warmed up, and what lives as long as the program is never looked at again
        by the garbage collector, whose pauses would be felt while typing.
        """
        self._search.warm_up()
        gc.collect()
        gc.freeze()
        gc.enable()

    def action_command_palette(self) -> None:
        """Show all commands."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(Palette())

    def search_themes(self) -> None:
        """Show all themes."""
        self.push_screen(Palette(providers=[ThemeProvider], placeholder="Search for themes…"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The palette: everything a key does, and the themes."""
        for action in ACTIONS if isinstance(screen, Browse) else ():
            if action.palette and (action.group != "Review" or self._draft is not None):
                yield SystemCommand(
                    action.meaning,
                    f"key {key_labels(self._keys.get(action.id, action.keys))}",
                    lambda call=action.call: screen.run_action(call),
                )
        yield SystemCommand("Choose a theme", "light or dark, kept for next time",
                            self.action_change_theme)  # fmt: skip
