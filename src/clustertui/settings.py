"""What a user has set: the files it stands in, and which database is meant."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from platformdirs.unix import Unix

from clustertui.model import ClusterError, DatabaseError

_FOLDERS = Unix("clustertui")  # the XDG folders, on every system
_IN_CHECKOUT = Path("data", "clusters.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """The configuration file, checked as far as it can be without the interface."""

    theme: str | None = None
    documents: Path | None = None
    """The folder with the source documents."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Name of an action → the keys that do it, parted by commas."""


def config_file() -> Path:
    """Where the configuration file is looked for."""
    return _FOLDERS.user_config_path / "config.toml"


def load_settings(file: Path | None = None) -> Settings:
    """The settings in the configuration file; without a file, the defaults.

    Raises ClusterError when the file cannot be read or holds what it should not.
    """
    file = file or config_file()
    try:
        data = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise ClusterError(f"{file}: cannot be read: {error.strerror}") from error
    import tomllib  # not on the way to the first paint

    try:
        values = tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise ClusterError(f"{file}: is not valid TOML: {error}") from error
    for key, kind in values.items():
        expected = {"theme": str, "documents": str, "keys": dict}.get(key)
        if expected is None:
            raise ClusterError(f"{file}: unknown key `{key}`; known are theme, documents, keys")
        if not isinstance(kind, expected):
            raise ClusterError(
                f"{file}: `{key}` must be {'a table' if expected is dict else 'text'}"
            )
    keys = values.get("keys", {})
    for action, pressed in keys.items():
        if not isinstance(pressed, str):
            raise ClusterError(f'{file}: keys.{action} must be text, such as "f5" or "f5,ctrl+o"')
    documents = values.get("documents")
    return Settings(
        theme=values.get("theme"),
        documents=_user_path(documents, f"{file}: `documents`: ") if documents else None,
        keys=keys,
    )


def remembered_theme() -> str | None:
    """The theme chosen last, if any; an unreadable memory is no memory."""
    try:
        theme = json.loads(_state_file().read_text(encoding="utf-8")).get("theme")
    except (OSError, ValueError, AttributeError):
        return None
    return theme if isinstance(theme, str) else None


def remember_theme(theme: str) -> None:
    """Keep the theme for the next launch, where the state folder allows it."""
    file = _state_file()
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps({"theme": theme}) + "\n", encoding="utf-8")
    except OSError:
        return  # a choice that cannot be kept is no reason to disturb anyone


def _state_file() -> Path:
    return _FOLDERS.user_state_path / "state.json"


def find_database(named: str | None) -> Path:
    """The database that is meant: the one named, else the variable CLUSTERTUI_DB, else
    `data/clusters.db` under the current folder, else the one that came with the program.
    """
    if given := named or os.environ.get("CLUSTERTUI_DB"):
        return _user_path(given)
    if _IN_CHECKOUT.is_file():
        return _IN_CHECKOUT
    here = Path(__file__).resolve()
    installed = here.parent / _IN_CHECKOUT
    return installed if installed.is_file() else here.parents[2] / _IN_CHECKOUT


def find_documents(named: str | None, settings: Settings) -> Path | None:
    """The folder with the source documents: the one named, else the variable
    CLUSTERTUI_DOCUMENTS, else that of the configuration file.
    """
    given = named or os.environ.get("CLUSTERTUI_DOCUMENTS")
    return _user_path(given) if given else settings.documents


def _user_path(given: str, where: str = "") -> Path:
    try:
        return Path(given).expanduser()
    except RuntimeError as error:
        raise DatabaseError(f"{where}{given}: there is no such home folder") from error


def shown_path(path: Path) -> str:
    """A path as short as it can be said: relative to the current folder or to the home folder."""
    for base, prefix in ((Path.cwd, ""), (Path.home, "~/")):
        try:  # a folder may be gone, and not every user has a home
            return f"{prefix}{path.absolute().relative_to(base())}"
        except (OSError, RuntimeError, ValueError):
            continue
    return str(path)
