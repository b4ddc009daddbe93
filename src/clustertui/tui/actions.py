"""Everything a user can do, once: keys, bar, help and palette are all made from this."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from textual.binding import ActiveBinding, Binding, BindingsMap, BindingType
from textual.keys import format_key

from clustertui.kinds import KINDS
from clustertui.model import ClusterError
from clustertui.text import suggestion


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a user can do."""

    id: str
    """Its name in the configuration file."""
    keys: str
    """The keys that do it, parted by commas."""
    call: str
    """The Textual action."""
    label: str
    """A word for the key bar; empty stays off the bar."""
    meaning: str
    """What it does, for help and palette."""
    group: str
    priority: int = 9
    """In the key bar the smallest come first and stay longest."""
    palette: bool = True


_KIND_ACTIONS = tuple(
    Action(f"kind-{kind.plural}", str(number), f"kind('{kind.name}')", "",
           f"Show the {kind.plural}", "Kinds")
    for number, kind in enumerate(KINDS.values(), start=1)
)  # fmt: skip

ACTIONS: tuple[Action, ...] = (
    Action("search", "/", "search", "search", "Search", "Find", 1),
    Action("open", "enter", "open", "open", "Open: show what is linked to the record", "Find", 2),
    Action("back", "escape,backspace", "back", "back",
           "Go one step back; first clear the search", "Find", 3),
    Action("details", "tab,shift+tab", "details", "details",
           "Move between list and details, where every link can be opened", "Find", 4),
    *_KIND_ACTIONS,
    Action("previous-kind", "[", "turn(-1)", "", "The kind before", "Kinds"),
    Action("next-kind", "]", "turn(1)", "", "The kind after", "Kinds"),
    Action("sort", "s", "sort", "sort", "Sort the list in another order", "Kinds", 8),
    Action("down", "down,j", "move(1)", "", "Down", "Move", palette=False),
    Action("up", "up,k", "move(-1)", "", "Up; from the first record into the search", "Move",
           palette=False),
    Action("page-down", "pagedown,ctrl+d", "page(1)", "", "A page down", "Move", palette=False),
    Action("page-up", "pageup,ctrl+u", "page(-1)", "", "A page up", "Move", palette=False),
    Action("first", "home,g", "edge(-1)", "", "To the first", "Move", palette=False),
    Action("last", "end,G", "edge(1)", "", "To the last", "Move", palette=False),
    Action("source", "p", "provenance", "source", "Show the lines of the sources it stands on",
           "Do", 5),
    Action("copy", "y", "copy", "copy", "Copy the record; again shows the text to select",
           "Do", 7),
    Action("copy-command", "Y", "copy_command", "", "Copy the command that prints this view",
           "Do"),
    Action("export", "e", "export", "", "Write this view to a file: CSV, JSON or Markdown", "Do"),
    Action("web", "o", "web", "", "Open the web address of the record", "Do"),
    Action("accept", "x", "judge('accepted')", "accept", "Accept what was guessed", "Review", 5),
    Action("reject", "n", "judge('rejected')", "reject", "Reject what was guessed", "Review", 5),
    Action("undecided", "u", "judge('uncertain')", "undecided", "Leave open what was guessed",
           "Review", 5),
    Action("help", "?,f1", "help", "help", "Show the keys that work here", "Program",
           6),
    Action("palette", "ctrl+p,:", "app.command_palette", "commands", "Show all commands",
           "Program", 6, palette=False),
    Action("reload", "R,ctrl+r", "reload", "", "Reload the database", "Program"),
    Action("suspend", "ctrl+z", "app.suspend_process", "", "Leave for the shell; fg comes back",
           "Program", palette=False),
    Action("quit", "q,ctrl+q", "app.quit", "quit", "Quit", "Program", 9),
)  # fmt: skip

_PUNCTUATION = {
    next(iter(BindingsMap([Binding(mark, "")]).key_to_bindings)): mark
    for mark in string.punctuation
    if mark != ","
}
"""Textual's name of a key → the punctuation mark that it types."""

_BY_ID = {action.id: action for action in ACTIONS}


def bindings(group: str | None = None) -> list[BindingType]:
    """The Textual bindings of all actions, or of those of one group."""
    return [
        Binding(action.keys, action.call, action.label or action.id, id=action.id, show=False)
        for action in ACTIONS
        if group in (None, action.group)
    ]


def action_of(binding: Binding) -> Action | None:
    """The action behind a binding; Textual's own keys for quitting and the palette have one too."""
    if binding.id is not None:
        return _BY_ID.get(binding.id)
    return next((action for action in ACTIONS if action.call == f"app.{binding.action}"), None)


def working_keys(
    active: Mapping[str, ActiveBinding], typed: Callable[[str], bool]
) -> dict[str, list[str]]:
    """Name of an action → the keys that do it now; `typed` says which keys are text instead."""
    keys: dict[str, list[str]] = {}
    for key, each in active.items():
        action = action_of(each.binding)
        if action is not None and not typed(key):
            keys.setdefault(action.id, []).append(key)
    return keys


def bar_keys(working: Mapping[str, Sequence[str]], typing: bool) -> list[tuple[str, str, str]]:
    """Key, word and action of what the key bar names, the most useful first."""
    keys = working.get("down", ()) if typing else ()
    return [(key_label(key), "list", "down") for key in keys[:1]] + [
        (key_label(working[action.id][0]), action.label, action.id)
        for action in sorted(ACTIONS, key=lambda each: each.priority)
        if action.label and action.id in working
    ]


def help_rows(working: Mapping[str, Sequence[str]]) -> list[tuple[str, str, str]]:
    """Group, keys and meaning of everything that works here."""
    return [
        (action.group, "  ".join(map(key_label, working[action.id])), action.meaning)
        for action in ACTIONS
        if action.id in working
    ]


def checked_keymap(keys: Mapping[str, str], file: str) -> dict[str, str]:
    """The keymap of the configuration file: action → keys.

    Raises ClusterError for an unknown action, an empty list of keys, or a key that would then
    do two things.
    """
    taken: dict[str, str] = {}
    for action in ACTIONS:
        for key in _split(keys.get(action.id, action.keys)):
            other = taken.setdefault(key, action.id)
            if other != action.id:
                raise ClusterError(
                    f"{file}: keys: {key} is set for both `{other}` and `{action.id}`;"
                    " give one of them another key"
                )
    for name, pressed in keys.items():
        if name not in _BY_ID:
            raise ClusterError(f"{file}: keys: unknown action `{name}`{suggestion(name, _BY_ID)}")
        if not _split(pressed):
            raise ClusterError(f"{file}: keys: `{name}` names no key")
    return dict(keys)


def _split(keys: str) -> list[str]:
    """The keys of a list by their characters, so that `?` and `question_mark` are one."""
    names = (part.strip() for part in keys.split(","))
    return [character_of(name) or name for name in names if name]


def character_of(key: str) -> str | None:
    """The character that a key types; None for keys that type none."""
    return key if len(key) == 1 else _PUNCTUATION.get(key)


def key_label(key: str) -> str:
    """A key as it is written for people."""
    named = {"enter": "⏎", "escape": "esc", "pageup": "pgup", "pagedown": "pgdn"}
    return named.get(key) or format_key(key)


def key_labels(keys: str | Iterable[str]) -> str:
    """Several keys as they are written for people."""
    return " ".join(key_label(key) for key in (_split(keys) if isinstance(keys, str) else keys))
