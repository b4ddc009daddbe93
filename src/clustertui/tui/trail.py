"""The way through the catalogue: views, each with the record that was under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from clustertui.catalogue import UnknownRecordError
from clustertui.model import Ref, Row, View


@dataclass(frozen=True, slots=True)
class Step:
    """One view on the way, and where its cursor stood."""

    view: View
    scope: Row | None = None
    """The record that the view is about; None is everything."""
    cursor: Ref | None = None


class Trail:
    """Where one is and how one came there. The last step is what is shown."""

    def __init__(self) -> None:
        self._steps = [Step(View())]

    @property
    def here(self) -> Step:
        """What is shown."""
        return self._steps[-1]

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, the first one being everything."""
        return tuple(self._steps)

    def change(self, **changes: object) -> None:
        """Show another view of the same scope."""
        view = replace(self.here.view, **changes)  # type: ignore[arg-type]
        self._steps[-1] = replace(self.here, view=view)

    def remember(self, cursor: Ref | None) -> None:
        """Note which record the cursor is on."""
        self._steps[-1] = replace(self.here, cursor=cursor)

    def drill(self, row: Row, kind: str) -> None:
        """One step further: what is linked to a record, one kind of it first."""
        self._steps.append(Step(View(kind=kind, scope=row.ref), row))

    def back(self, to: int | None = None) -> bool:
        """One step back, or back to the step with this number. False at the beginning."""
        if len(self._steps) == 1:
            return False
        del self._steps[len(self._steps) - 1 if to is None else to + 1 :]
        return True

    def renew(self, row_of: Callable[[Ref], Row]) -> None:
        """Give every step the record that it is about now; one that is gone ends the trail."""
        for number, step in enumerate(self._steps):
            if step.scope is None:
                continue
            try:
                self._steps[number] = replace(step, scope=row_of(step.scope.ref))
            except UnknownRecordError:
                del self._steps[number:]
                return
