"""How long a build takes, beside a bare insert of the same rows."""

from __future__ import annotations

import resource
import sqlite3
from contextlib import closing
from pathlib import Path

from benchmarks.figures import timed
from clustertui.build import build
from clustertui.entities import Records
from clustertui.rows import rows_of
from clustertui.schema import TABLES


def measure(records: Records, path: Path, quiet: bool = False) -> None:
    """Build `records` at `path` and say how that compares."""
    took, _ = timed(build, records, path)
    if quiet:
        return
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    bare_path = path.with_suffix(".bare")
    bare, _ = timed(_bare_insert, path, records, bare_path)
    size, plain = path.stat().st_size, bare_path.stat().st_size
    print(f"build, {len(records.talks):,} talks: {took / 1000:.1f} s"
          f" = {took / bare:.1f} × a bare executemany of the same rows ({bare / 1000:.1f} s);"
          f" file {size / 1e6:.0f} MB = {size / plain:.1f} × the plain tables;"
          f" peak memory of the process, records included, {peak:.2f} GiB", flush=True)  # fmt: skip
    bare_path.unlink()


def _bare_insert(built: Path, records: Records, path: Path) -> None:
    """The rows of every table into tables without keys, indexes, checks and search."""
    with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(built)) as done:
        connection.execute("PRAGMA synchronous = OFF")
        rows = rows_of(records)
        for name, table in TABLES.items():
            connection.execute(f"CREATE TABLE {name} ({', '.join(table.columns)})")
            marks = ", ".join("?" * len(table.columns))
            found = rows[name] if name in rows else done.execute(f"SELECT * FROM {name}")
            connection.executemany(f"INSERT INTO {name} VALUES ({marks})", found)
        connection.commit()
