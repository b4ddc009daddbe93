"""The way through the catalogue: forth, back, and back to the same cursor."""

from __future__ import annotations

from clustertui.catalogue import UnknownRecordError
from clustertui.model import Ref, Row, View
from clustertui.tui.trail import Step, Trail

KICOX = Row(Ref("organisation", "kicox"), "Korea Industrial Complex Corporation", "KICOX")
POLICY = Row(Ref("talk", "kicox-cluster-policy"), "Cluster Policy of KICOX", "2010")
CHO = Ref("person", "hyeyoung-cho")


def test_it_begins_with_everything() -> None:
    trail = Trail()
    assert trail.here == Step(View())
    assert trail.steps == (Step(View()),)
    assert not trail.back()
    assert not trail.back(0)


def test_a_change_stays_on_the_same_step() -> None:
    trail = Trail()
    trail.change(kind="organisation", words="kicox")
    trail.change(sort="talks")
    assert trail.here == Step(View("organisation", "kicox", None, "talks"))
    assert len(trail.steps) == 1


def test_drilling_is_a_step_with_a_scope_and_without_words() -> None:
    trail = Trail()
    trail.change(words="kicox", sort="talks")
    trail.drill(KICOX, "talk")
    assert trail.here == Step(View("talk", "", KICOX.ref), KICOX)


def test_back_is_the_step_before_with_its_words_and_its_cursor() -> None:
    trail = Trail()
    trail.change(kind="organisation", words="kicox")
    trail.remember(KICOX.ref)
    trail.drill(KICOX, "talk")
    trail.remember(POLICY.ref)
    trail.drill(POLICY, "person")
    trail.remember(CHO)
    assert trail.back()
    assert trail.here == Step(View("talk", "", KICOX.ref), KICOX, POLICY.ref)
    assert trail.back()
    assert trail.here == Step(View("organisation", "kicox"), None, KICOX.ref)
    assert not trail.back()


def test_back_may_go_several_steps() -> None:
    trail = Trail()
    for row in (KICOX, POLICY, KICOX):
        trail.drill(row, "talk")
    assert trail.back(1)
    assert [step.scope for step in trail.steps] == [None, KICOX]
    assert trail.back(0)
    assert [step.scope for step in trail.steps] == [None]


def test_what_was_handed_out_does_not_change() -> None:
    trail = Trail()
    steps, here = trail.steps, trail.here
    trail.change(words="x")
    trail.drill(KICOX, "talk")
    assert steps == (here,) == (Step(View()),)


def test_a_trail_is_renewed_up_to_the_first_record_that_is_gone() -> None:
    trail = Trail()
    trail.drill(KICOX, "talk")
    trail.drill(POLICY, "person")
    now = Row(KICOX.ref, "KICOX under its new name", "")
    trail.renew(lambda ref: {KICOX.ref: now, POLICY.ref: POLICY}[ref])
    assert [step.scope for step in trail.steps] == [None, now, POLICY]

    def row_of(ref: Ref) -> Row:
        if ref == KICOX.ref:
            return KICOX
        raise UnknownRecordError

    trail.renew(row_of)
    assert [step.scope for step in trail.steps] == [None, KICOX]
