"""What a user has set: read with care, said in one sentence where it is faulty, and remembered."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from clustertui import settings
from clustertui.model import ClusterError
from clustertui.settings import (
    Settings,
    config_file,
    find_database,
    load_settings,
    remember_theme,
    remembered_theme,
    shown_path,
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home that holds nothing, and another current folder."""
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "CLUSTERTUI_DB"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.chdir(here)
    return home


# --- The configuration file ----------------------------------------------------------------------


def test_the_configuration_file_is_where_xdg_says(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert config_file() == home / ".config" / "clustertui" / "config.toml"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    assert config_file() == tmp_path / "config" / "clustertui" / "config.toml"


def test_without_a_file_there_are_the_defaults(tmp_path: Path) -> None:
    assert load_settings() == Settings(theme=None, documents=None, keys={})
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_the_file_of_the_user_is_read() -> None:
    config_file().parent.mkdir(parents=True)
    config_file().write_text('theme = "nørd"\n', "utf-8")
    assert load_settings() == Settings(theme="nørd")


def test_a_file_may_hold_all_there_is(home: Path, tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(
        'theme = "nord"\ndocuments = "~/papers"\n[keys]\nopen = "f5"\nsort = "f6,ctrl+o"\n'
    )
    assert load_settings(file) == Settings(
        theme="nord", documents=home / "papers", keys={"open": "f5", "sort": "f6,ctrl+o"}
    )


def test_an_empty_folder_of_documents_is_none(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text('documents = ""\n')
    assert load_settings(file).documents is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"theme", "is not valid TOML: Expected '=' after a key"),
        (b'theme = "a"\ntheme = "b"', "is not valid TOML: Cannot overwrite a value"),
        (b'theme = "\xff"', "is not valid TOML: 'utf-8' codec can't decode byte"),
        (b"colour = 1", "unknown key `colour`; known are theme, documents, keys"),
        (b"[Keys]", "unknown key `Keys`; known are theme, documents, keys"),
        (b"theme = 1", "`theme` must be text"),
        (b"documents = ['a']", "`documents` must be text"),
        (b'keys = "f5"', "`keys` must be a table"),
        (b"[keys]\nopen = 5", 'keys.open must be text, such as "f5" or "f5,ctrl+o"'),
        (b"[keys.open]", 'keys.open must be text, such as "f5" or "f5,ctrl+o"'),
        (b'documents = "~nobody-of-this-name/x"', "`documents`: ~nobody-of-this-name/x: there is"),
    ],
)
def test_each_fault_of_the_file_is_one_clear_sentence(
    tmp_path: Path, text: bytes, said: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(text)
    with pytest.raises(ClusterError) as raised:
        load_settings(file)
    assert str(raised.value).startswith(f"{file}: {said}")
    assert "\n" not in str(raised.value)


def test_a_file_that_is_nested_too_deeply_is_said(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_bytes(b"keys = " + b"[" * 20_000)
    raised: Exception | None = None
    try:
        load_settings(file)
    except Exception as error:
        raised = error.with_traceback(None)  # of a thousand calls
    assert isinstance(raised, ClusterError)


def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClusterError) as raised:
        load_settings(tmp_path)
    assert str(raised.value) == f"{tmp_path}: cannot be read: Is a directory"


def test_a_file_that_cannot_even_be_asked_for_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", f"/{'x' * 300}")
    with pytest.raises(ClusterError, match=r"config\.toml: cannot be read: File name too long"):
        load_settings()


# --- The theme -----------------------------------------------------------------------------------


def test_a_theme_is_remembered() -> None:
    assert remembered_theme() is None
    remember_theme("nord")
    assert remembered_theme() == "nord"
    remember_theme("gruvbox")
    assert remembered_theme() == "gruvbox"


def test_the_memory_is_where_xdg_says(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remember_theme("nord")
    file = home / ".local" / "state" / "clustertui" / "state.json"
    assert file.read_text() == '{"theme": "nord"}\n'
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    assert remembered_theme() is None
    remember_theme("gruvbox")
    assert (tmp_path / "state" / "clustertui" / "state.json").is_file()
    assert file.read_text() == '{"theme": "nord"}\n'


@pytest.mark.parametrize(
    "memory", [b"", b"{", b"[]", b'"nord"', b"null", b"{}", b'{"theme": 1}', b"\xff"]
)
def test_an_unreadable_memory_is_no_memory(home: Path, memory: bytes) -> None:
    file = home / ".local" / "state" / "clustertui" / "state.json"
    file.parent.mkdir(parents=True)
    file.write_bytes(memory)
    assert remembered_theme() is None
    remember_theme("nord")
    assert remembered_theme() == "nord"


def test_a_memory_that_cannot_be_kept_disturbs_nobody(home: Path) -> None:
    (home / ".local").touch()
    remember_theme("nord")
    assert remembered_theme() is None


# --- Which database ------------------------------------------------------------------------------


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package folder of an installation in a checkout: `checkout/src/clustertui`."""
    package = tmp_path / "checkout" / "src" / "clustertui"
    package.mkdir(parents=True)
    shutil.copy(settings.__file__, package)
    monkeypatch.setattr(settings, "__file__", str(package / "settings.py"))
    return package


def test_the_database_is_the_one_named_else_the_variable_else_here_else_the_programs(
    installation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each step takes away what goes before the next."""
    here = Path("data", "clusters.db")
    here.parent.mkdir()
    here.touch()
    packaged = installation / here
    packaged.parent.mkdir()
    packaged.touch()
    monkeypatch.setenv("CLUSTERTUI_DB", "variable.db")
    assert find_database("named.db") == Path("named.db")
    assert find_database(None) == find_database("") == Path("variable.db")
    monkeypatch.setenv("CLUSTERTUI_DB", "")
    assert find_database(None) == here
    here.unlink()
    assert find_database(None) == packaged
    packaged.unlink()
    assert find_database(None) == installation.parents[1] / here


def test_a_folder_is_not_the_database_of_a_checkout(installation: Path) -> None:
    Path("data", "clusters.db").mkdir(parents=True)
    assert find_database(None) == installation.parents[1] / "data" / "clusters.db"


def test_from_anywhere_there_is_a_database(real_database: Path) -> None:
    assert find_database(None) == real_database.resolve()


def test_a_home_folder_may_be_written_short(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert find_database("~/my.db") == home / "my.db"
    monkeypatch.setenv("CLUSTERTUI_DB", "~/other.db")
    assert find_database(None) == home / "other.db"


def test_the_home_of_nobody_is_said(tmp_path: Path) -> None:
    with pytest.raises(ClusterError):
        find_database("~nobody-of-this-name/my.db")


# --- Paths as they are shown ---------------------------------------------------------------------


def test_a_path_is_shown_as_short_as_it_can_be(home: Path, tmp_path: Path) -> None:
    here = Path.cwd()
    assert shown_path(here / "data" / "clusters.db") == "data/clusters.db"
    assert shown_path(Path("data", "clusters.db")) == "data/clusters.db"
    assert shown_path(home / "my.db") == "~/my.db"
    assert shown_path(tmp_path / "my.db") == str(tmp_path / "my.db")
    assert shown_path(here.parent / "herein.db") == str(here.parent / "herein.db")


def test_the_current_folder_goes_before_the_home_folder(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "work").mkdir()
    monkeypatch.chdir(home / "work")
    assert shown_path(home / "work" / "my.db") == "my.db"
    assert shown_path(home / "my.db") == "~/my.db"


def test_a_path_is_shown_to_a_user_without_a_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a container that runs under a number that no user has."""

    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    assert shown_path(tmp_path / "my.db") == str(tmp_path / "my.db")


def test_a_path_is_shown_from_a_folder_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    assert shown_path(tmp_path / "my.db") == str(tmp_path / "my.db")
