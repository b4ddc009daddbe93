"""How the program starts and ends: the launch of the interface, and one exit code for each end."""

from __future__ import annotations

import gc
import io
import os
import runpy
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from clustertui import __main__, __version__
from clustertui.catalogue import Catalogue
from clustertui.cli import run
from clustertui.crash import log_file
from clustertui.documents import Documents
from clustertui.launch import launch, review
from clustertui.model import ClusterError, DatabaseError, UsageError
from clustertui.outcome import exit_code_of
from clustertui.search import Search

INSTEAD = ("`clustertui search WORDS`", "`clustertui list KIND`", "`clustertui show REF`")


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, database: Path) -> Iterator[None]:
    """A home and a current folder that hold nothing, and the invented universe to read."""
    interrupted = signal.getsignal(signal.SIGINT)
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "CLUSTERTUI_DOCUMENTS", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name in ("ESCDELAY", "NO_COLOR", "_CLUSTERTUI_COMPLETE"):
        monkeypatch.setenv(name, "")  # so that it is put back whatever the launch does with it
        monkeypatch.delenv(name)
    monkeypatch.setenv("CLUSTERTUI_DB", str(database))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.chdir(tmp_path)
    yield
    signal.signal(signal.SIGINT, interrupted)


class FakeApp:
    """The interface, as far as a launch knows it."""

    built: list[FakeApp]
    code: int | None = 0
    error: Exception | None = None

    def __init__(
        self, catalogue: Catalogue, search: Search, documents: Documents, **options: Any
    ) -> None:
        self.catalogue = catalogue
        self.search = search
        self.documents = documents
        self.options = options
        self.return_code: int | None = None
        self.collects: bool | None = None
        self.fault = FakeApp.error
        FakeApp.built.append(self)

    def run(self) -> None:
        self.collects = gc.isenabled()
        self.return_code = FakeApp.code


@pytest.fixture
def apps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[FakeApp]]:
    """Every application that is run, instead of the real one."""
    monkeypatch.setattr("clustertui.tui.app.ClusterApp", FakeApp)
    monkeypatch.setattr(FakeApp, "built", [], raising=False)
    monkeypatch.setattr(FakeApp, "code", 0)
    yield FakeApp.built
    gc.enable()
    for app in FakeApp.built:
        app.catalogue.close()


class Stream:
    """A standard stream that is, or is not, a terminal."""

    def __init__(self, is_terminal: bool) -> None:
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


@pytest.fixture
def launched(apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Launches on a terminal, but for the streams that are told otherwise."""

    def launched(*arguments: Any, **streams: Stream | None) -> int:
        with monkeypatch.context() as patch:
            for name in ("stdin", "stdout", "stderr"):
                patch.setattr(sys, name, streams.get(name, Stream(True)))
            run = review if _is_page(arguments) else launch
            return run(*arguments)

    return launched


def _is_page(arguments: tuple[Any, ...]) -> bool:
    return bool(arguments) and isinstance(arguments[0], Path)


Launch = Callable[..., int]


def write_configuration(home: Path, text: str) -> Path:
    file = home / ".config" / "clustertui" / "config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    return file


# --- The launch ----------------------------------------------------------------------------------


def test_a_launch_puts_the_parts_together(
    launched: Launch, apps: list[FakeApp], database: Path
) -> None:
    assert launched() == 0
    (app,) = apps
    assert app.catalogue.path == database
    assert isinstance(app.search, Search)
    assert app.documents.folder is None
    assert app.options["theme"] is None
    assert app.options["keymap"] == {}
    assert app.collects is False


def test_a_launch_shows_the_database_and_the_documents_that_were_named(
    launched: Launch,
    apps: list[FakeApp],
    real_database: Path,
    tmp_path: Path,
) -> None:
    write_configuration(tmp_path, 'documents = "/set"\n')
    launched(str(real_database), str(tmp_path / "papers"))
    launched()
    assert apps[0].catalogue.path == real_database
    assert [app.documents.folder for app in apps] == [tmp_path / "papers", Path("/set")]


def test_a_page_is_shown_as_a_draft_with_its_own_folder(
    launched: Launch, apps: list[FakeApp], tmp_path: Path
) -> None:
    page = tmp_path / "tides.txt"
    page.write_text("Tide Workshop\n3 May 2031, Novik\n10:00 Tides, Ann Ek (Novik University)\n")
    assert launched(page) == 0
    (app,) = apps
    assert app.options["draft"].file == tmp_path / "tides.toml"
    assert app.documents.folder == tmp_path
    assert not app.catalogue.path.exists(), "its database is gone with it"


def test_a_launch_obeys_the_configuration(
    launched: Launch, apps: list[FakeApp], tmp_path: Path
) -> None:
    write_configuration(tmp_path, 'theme = "nord"\n[keys]\nsort = "f7"\n')
    launched()
    assert apps[0].options["theme"] == "nord"
    assert apps[0].options["keymap"] == {"sort": "f7"}


def test_the_theme_chosen_last_goes_before_the_configured_one(
    launched: Launch, apps: list[FakeApp], tmp_path: Path
) -> None:
    write_configuration(tmp_path, 'theme = "nord"\n')
    memory = tmp_path / ".local" / "state" / "clustertui"
    memory.mkdir(parents=True)
    (memory / "state.json").write_text('{"theme": "gruvbox"}')
    launched()
    assert apps[0].options["theme"] == "gruvbox"


@pytest.mark.parametrize(("value", "theme"), [("1", "nord"), ("", "nord"), (None, "nord")])
def test_no_color_keeps_the_theme_and_an_empty_one_means_nothing(
    launched: Launch,
    apps: list[FakeApp],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    value: str | None,
    theme: str,
) -> None:
    write_configuration(tmp_path, 'theme = "nord"\n')
    if value is not None:
        monkeypatch.setenv("NO_COLOR", value)
    launched()
    assert apps[0].options["theme"] == theme
    assert os.environ.get("NO_COLOR") == (value or None)


@pytest.mark.parametrize(("given", "taken"), [(None, "25"), ("100", "100")])
def test_escape_is_quick_unless_the_user_says_otherwise(
    launched: Launch,
    apps: list[FakeApp],
    monkeypatch: pytest.MonkeyPatch,
    given: str | None,
    taken: str,
) -> None:
    if given is not None:
        monkeypatch.setenv("ESCDELAY", given)
    launched()
    assert len(apps) == 1
    assert os.environ["ESCDELAY"] == taken


def test_an_interrupt_before_the_interface_takes_signals_is_no_end_as_usual(
    launched: Launch, apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeApp, "run", lambda app: signal.raise_signal(signal.SIGINT))
    with pytest.raises(KeyboardInterrupt):
        launched()
    assert signal.getsignal(signal.SIGINT) is not signal.default_int_handler


def test_whoever_launches_with_a_handler_of_their_own_keeps_it(
    launched: Launch, apps: list[FakeApp]
) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    assert launched() == 0
    assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN


@pytest.mark.parametrize(("ended", "code"), [(0, 0), (None, 0), (4, 4), (1, 70)])
def test_a_launch_ends_with_the_code_of_the_interface(
    launched: Launch, monkeypatch: pytest.MonkeyPatch, ended: int | None, code: int
) -> None:
    monkeypatch.setattr(FakeApp, "code", ended)
    assert launched() == code


@pytest.mark.parametrize("stream", ["stdin", "stdout", "stderr"])
@pytest.mark.parametrize("instead", [Stream(False), None], ids=["piped", "closed"])
def test_without_a_terminal_it_is_said_what_to_use_instead(
    launched: Launch, apps: list[FakeApp], stream: str, instead: Stream | None
) -> None:
    with pytest.raises(UsageError, match="there is no terminal to draw on") as raised:
        launched(**{stream: instead})
    assert all(command in str(raised.value) for command in INSTEAD)
    assert apps == []


@pytest.mark.parametrize("term", ["dumb", None])
def test_a_dumb_terminal_is_not_drawn_on(
    launched: Launch, apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch, term: str | None
) -> None:
    if term is None:
        monkeypatch.delenv("TERM")
    else:
        monkeypatch.setenv("TERM", term)
    with pytest.raises(UsageError, match="TERM is dumb or unset") as raised:
        launched()
    assert all(command in str(raised.value) for command in INSTEAD)
    assert apps == []


def test_a_faulty_configuration_is_said_instead_of_a_launch(
    launched: Launch, apps: list[FakeApp], tmp_path: Path
) -> None:
    write_configuration(tmp_path, "colour = 1\n")
    with pytest.raises(ClusterError, match="unknown key `colour`"):
        launched()
    assert apps == []


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ('nonsense = "f5"', "unknown action `nonsense`"),
        ('sort = "q"', "q is set for both"),
        ('sort = ","', "`sort` names no key"),
    ],
)
def test_faulty_keys_are_said_instead_of_a_launch(
    launched: Launch, apps: list[FakeApp], tmp_path: Path, keys: str, reason: str
) -> None:
    file = write_configuration(tmp_path, f"[keys]\n{keys}\n")
    with pytest.raises(ClusterError, match=reason) as raised:
        launched()
    gc.enable()
    assert str(raised.value).startswith(f"{file}: keys: ")
    assert apps == []


def test_a_missing_database_is_said_instead_of_a_launch(
    launched: Launch, apps: list[FakeApp]
) -> None:
    with pytest.raises(DatabaseError, match=r"none\.db: no such database"):
        launched("none.db")
    assert apps == []


# --- From the command line -----------------------------------------------------------------------


def main_with(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit code of `clustertui` with these arguments."""
    monkeypatch.setattr(sys, "argv", ["clustertui", *arguments])
    with pytest.raises(SystemExit) as left:
        __main__.main()
    assert isinstance(left.value.code, int)
    return left.value.code


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clustertui.launch._check_terminal", lambda: None)


@pytest.mark.usefixtures("terminal")
def test_alone_the_program_launches_the_interface(
    apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch, database: Path
) -> None:
    monkeypatch.setattr(FakeApp, "code", 4)
    assert main_with(monkeypatch) == 4
    assert apps[0].catalogue.path == database


@pytest.mark.usefixtures("terminal")
def test_options_alone_launch_the_interface_too(
    apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch, real_database: Path
) -> None:
    assert main_with(monkeypatch, "--db", str(real_database), "--documents", "papers") == 0
    assert apps[0].catalogue.path == real_database
    assert apps[0].documents.folder == Path("papers")
    assert run([]) == 0
    assert apps[1].documents.folder is None


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("options", [["--db", "{}"], []], ids=["with options", "alone"])
def test_a_variable_names_the_documents(
    apps: list[FakeApp], monkeypatch: pytest.MonkeyPatch, database: Path, options: list[str]
) -> None:
    monkeypatch.setenv("CLUSTERTUI_DOCUMENTS", "papers")
    main_with(monkeypatch, *(option.format(database) for option in options))
    assert apps[0].documents.folder == Path("papers")


@pytest.mark.usefixtures("terminal")
def test_a_home_folder_may_be_written_short_wherever_documents_are_named(
    apps: list[FakeApp], tmp_path: Path
) -> None:
    run(["--documents=~/papers"])
    assert apps[0].documents.folder == tmp_path / "papers"


def test_a_command_runs_and_gives_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main_with(monkeypatch, "--version") == 0
    assert capsys.readouterr() == (f"clustertui {__version__}\n", "")
    assert main_with(monkeypatch, "nonsense") == 2
    assert main_with(monkeypatch, "--db", "none.db", "path") == 0
    assert main_with(monkeypatch, "--db", "none.db", "list", "talks") == 3


def test_the_package_can_be_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["clustertui", "--version"])
    with pytest.raises(SystemExit) as left:
        runpy.run_path(__main__.__file__, run_name="__main__")
    assert left.value.code == 0
    assert capsys.readouterr().out == f"clustertui {__version__}\n"


@pytest.mark.parametrize("arguments", [[], ["--db", "x.db"]])
def test_a_process_without_a_terminal_draws_nothing_and_ends_with_2(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clustertui", *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"\x1b" not in done.stderr
    assert all(command.encode() in done.stderr for command in INSTEAD)


# --- Ends ----------------------------------------------------------------------------------------


def raises(error: BaseException) -> Callable[[], int]:
    def action() -> int:
        raise error

    return action


@pytest.mark.parametrize("code", [0, 1, 70])
def test_an_action_gives_its_code(code: int) -> None:
    assert exit_code_of(lambda: code) == code


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ClusterError("records are faulty"), 1),
        (UsageError("wrong usage"), 2),
        (DatabaseError("no database"), 3),
    ],
)
def test_what_a_person_can_mend_is_said_on_stderr(
    capsys: pytest.CaptureFixture[str], error: ClusterError, code: int
) -> None:
    assert exit_code_of(raises(error)) == code
    assert capsys.readouterr() == ("", f"{error}\n")


def test_each_line_of_an_error_is_safe_to_show(capsys: pytest.CaptureFixture[str]) -> None:
    exit_code_of(raises(ClusterError("one\x1b[31m\ntwo\x9b\ttabbed")))
    assert capsys.readouterr().err == "one\ufffd[31m\ntwo\ufffd tabbed\n"


def test_an_interrupt_is_130_and_silent(capsys: pytest.CaptureFixture[str]) -> None:
    assert exit_code_of(raises(KeyboardInterrupt())) == 130
    assert capsys.readouterr() == ("", "")


def test_an_error_of_the_program_itself_is_said_with_the_place_of_its_account(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert exit_code_of(raises(ZeroDivisionError("private"))) == 70
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "an error of its own (ZeroDivisionError)" in err
    assert str(log_file()) in err
    assert "private" not in err + log_file().read_text("utf-8")


def test_an_error_of_the_interface_is_said_by_whoever_launched_it(
    launched: Launch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FakeApp, "error", DatabaseError("the database broke"))
    with pytest.raises(DatabaseError, match="the database broke"):
        launched()


def test_a_stream_that_takes_nothing_changes_no_exit_code() -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "clustertui", "list", "talks", "--db", "none.db"],
            stderr=full,
            timeout=30,
        )
    assert done.returncode in (3, 120)  # 120 is Python's own for a stream it could not flush


@pytest.mark.parametrize(
    ("variables", "shown"),
    [
        ({"PYTHONIOENCODING": "ascii"}, "Muller"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "Muller"),
        ({"PYTHONIOENCODING": "latin-1"}, "M\xfcller"),
        ({"LC_ALL": "C"}, "Müller".encode().decode("latin-1")),
    ],
    ids=str,
)
def test_letters_that_an_encoding_has_not_are_readable(
    real_database: Path, variables: dict[str, str], shown: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clustertui", "list", "people", "--db", str(real_database)],
        env=os.environ | {"LANG": "C"} | variables, capture_output=True, timeout=30,
    )  # fmt: skip
    out = done.stdout.decode("latin-1")
    assert (done.returncode, done.stderr) == (0, b"")
    assert shown in out
    assert "?" not in out
    assert len(out.splitlines()) == 20


def test_talk_never_goes_to_stdout() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clustertui", "list", "talks", "--db", "none.db"],
        stdout=subprocess.PIPE,
        preexec_fn=lambda: os.close(2),
        timeout=30,
    )
    assert (done.returncode, done.stdout) == (3, b"")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_closed_stream_swallows_what_it_is_given(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], stream: str
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(sys, stream, None)
        assert run(["list", "talks"]) == 0
        assert run(["list", "talks", "--db", "none.db"]) == 3
    out, err = capsys.readouterr()
    assert (out == "", err == "") == (stream == "stdout", stream == "stderr")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_stream_shows_every_letter_readably(
    monkeypatch: pytest.MonkeyPatch, encoding: str
) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding, errors="strict")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stderr", stream)
        assert exit_code_of(raises(ClusterError("“Müller”: \ud800"))) == 1
    stream.flush()
    said = raw.getvalue().decode(encoding)
    assert said.startswith(
        {"ascii": '"Muller"', "latin-1": '"Müller"', "utf-8": "“Müller”"}[encoding]
    )


def test_an_interrupt_is_only_left_to_the_system_while_loading(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = signal.getsignal(signal.SIGINT)
    seen: list[Any] = []

    def note() -> int:
        seen.append(signal.getsignal(signal.SIGINT))
        return 0

    monkeypatch.setattr(__main__, "_run", note)
    for handler in (signal.default_int_handler, signal.SIG_IGN):
        signal.signal(signal.SIGINT, handler)
        try:
            with pytest.raises(SystemExit):
                __main__.main()
        finally:
            signal.signal(signal.SIGINT, before)
    assert seen == [signal.default_int_handler, signal.SIG_IGN]
