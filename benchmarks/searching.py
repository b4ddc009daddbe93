"""How long a search takes and whether it finds, beside other ways to search the same rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random

from benchmarks import rivals
from benchmarks.figures import percentile, spread, timed
from benchmarks.universe import CLEAN_KINDS, Query, queries
from clustertui.catalogue import Catalogue
from clustertui.entities import Records
from clustertui.model import View
from clustertui.search import Search

FIRST = 50
"""Hits that are fetched, as many as a tall list shows."""


def measure(records: Records, path: Path, folder: Path) -> None:
    """Print times and recall of the engine and of its rivals on the same rows and queries."""
    asked = queries(records)
    print(f"search, {len(records.talks):,} talks, {len(asked)} queries, first {FIRST} hits")
    engine = Search(Catalogue(path))
    engine.warm_up()

    def ours(typed: str) -> list[str]:
        results = engine.find(View("talk", typed))
        hits = results.page(0, FIRST)
        return [hit.row.ref.id for hit in hits if hit.row.ref.kind == "talk"]

    _report("clustertui", ours, asked, by_kind=True)
    rows = rivals.texts_of(records)
    fts5 = rivals.fts5(rows, folder / f"{len(rows)}.fts5")
    _report("FTS5 prefix + bm25", fts5, asked)
    few = asked[:: max(1, len(asked) * len(rows) // 3_000_000)]
    _report("rapidfuzz WRatio scan", rivals.rapidfuzz_scan(rows), few)
    fzf = rivals.fzf(rows, folder / f"{len(rows)}.txt")
    if fzf is not None:
        _report("fzf --filter", fzf, few)
        reading = percentile([timed(fzf, "\x7f\x7f")[0] for _ in range(3)], 0.5)
        print(f"  fzf --filter needs {reading:.0f} ms of these to read the file and find nothing")
    _keystrokes(asked, {"clustertui": ours, "FTS5 prefix + bm25": fts5})


def _report(
    name: str, search: Callable[[str], list[str]], asked: Sequence[Query], by_kind: bool = False
) -> None:
    times: dict[str, list[float]] = defaultdict(list)
    first: dict[str, list[bool]] = defaultdict(list)
    tenth: dict[str, list[bool]] = defaultdict(list)
    for query in asked:
        took, found = timed(search, query.typed)
        for kind in (query.kind, "clean" if query.kind in CLEAN_KINDS else "misspelt", "all"):
            times[kind].append(took)
            first[kind].append(found[:1] == [query.talk])
            tenth[kind].append(query.talk in found[:10])
    for kind, values in times.items():
        if by_kind or kind in ("all", "clean", "misspelt"):
            recall = f"recall@1 {_share(first[kind])}  @10 {_share(tenth[kind])}"
            print(
                f"  {name:22} {kind:10} n={len(values):3}  {spread(values)}  {recall}", flush=True
            )


def _share(found: Sequence[bool]) -> str:
    return f"{sum(found) / len(found):.3f}"


def _keystrokes(asked: Sequence[Query], engines: dict[str, Callable[[str], list[str]]]) -> None:
    """Every state of the search box while some of the queries are typed."""
    sample = Random(3).sample(list(asked), 20)
    typed = [query.typed[:end] for query in sample for end in range(1, len(query.typed) + 1)]
    for name, search in engines.items():
        times = [timed(search, text)[0] for text in typed if text.strip()]
        print(f"  {name:22} each key   n={len(times):3}  {spread(times)}", flush=True)
