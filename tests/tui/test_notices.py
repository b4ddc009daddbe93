"""Messages that go by themselves."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets._toast import Toast

from clustertui.tui import notices
from clustertui.tui.notices import SHORTEST, Notice
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
