"""Times, and how they are said."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from time import perf_counter
from typing import TypeVar

T = TypeVar("T")


def timed(action: Callable[..., T], *arguments: object) -> tuple[float, T]:
    """Milliseconds that an action took, and what it gave."""
    started = perf_counter()
    value = action(*arguments)
    return (perf_counter() - started) * 1000, value


def percentile(times: Sequence[float], part: float) -> float:
    """The smallest time that so large a part of all times does not exceed."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def spread(times: Sequence[float]) -> str:
    """`p50 1.2  p95 3.4  max 5.6 ms`."""
    return (
        f"p50 {percentile(times, 0.5):8.1f}  p95 {percentile(times, 0.95):8.1f}"
        f"  max {max(times):8.1f} ms"
    )
