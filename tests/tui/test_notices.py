"""Messages that go by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.notifications import SeverityLevel
from textual.widgets._toast import Toast, ToastHolder

from clustertui.tui import notices
from clustertui.tui.notices import SHORTEST, Notice, replaces
from tests.tui.conftest import exploring, in_loop


def test_a_message_whose_time_is_over_still_has_a_moment_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = 1000.0
    monkeypatch.setattr(notices, "monotonic", lambda: now)
    notice = Notice("A message.", timeout=5, raised_at=now)
    assert notice.time_left == 5
    assert not notice.has_expired
    now += 5.0001
    assert notice.has_expired
    assert notice.time_left == SHORTEST  # an interval below zero runs in circles


@in_loop
async def test_the_messages_of_the_app_are_such_and_go_by_themselves(few_talks: Path) -> None:
    async with exploring(few_talks) as at:
        at.app.notify("[b]A name[/b]", timeout=0.2)
        await at.until(lambda: bool(at.app.screen.query(Toast)))
        assert str(at.app.screen.query_one(Toast).render()) == "[b]A name[/b]"
        assert all(isinstance(each, Notice) for each in at.app._notifications)
        await at.until(lambda: not at.app.screen.query(Toast))
        assert not len(at.app._notifications)


@pytest.mark.parametrize(
    ("title", "message", "severity", "goes"),
    [
        ("Copied", "Another record", "information", True),
        ("Copied", "Another record", "error", False),
        ("Saved", "Another record", "information", False),
    ],
)
def test_a_message_goes_when_a_newer_one_of_its_kind_comes(
    title: str, message: str, severity: SeverityLevel, goes: bool
) -> None:
    old = Notice("A record", "Copied", "information")
    assert replaces(Notice(message, title, severity), old) is goes


def test_of_two_errors_both_stay_unless_they_are_the_same() -> None:
    old = Notice("No space left.", severity="error")
    assert replaces(Notice("No space left.", severity="error"), old)
    assert not replaces(Notice("No such folder.", severity="error"), old)


@in_loop
async def test_a_key_pressed_again_and_again_shows_one_message(few_talks: Path) -> None:
    async with exploring(few_talks) as at:
        for number in range(9):
            at.app.notify(f"Record {number}", title="Copied")
            await at.settle()
        await at.until(lambda: "Record 8" in at.text)
        assert [str(each.render()) for each in at.app.screen.query(Toast)] == ["Copied\nRecord 8"]
        assert len(at.app.screen.query(ToastHolder)) == 1
        assert len(at.app._notifications) == 1
