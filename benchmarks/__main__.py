"""`make bench`: imports, builds, searches and key-to-screen, each beside a named reference.

python -m benchmarks [--talks N,N,…] [--only start,import,build,search,keys]
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from benchmarks import building, importing, searching, terminal
from benchmarks.universe import universe

SECTIONS = ("start", "import", "build", "search", "keys")


def main() -> None:
    """Run the sections that are asked for, at every size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--talks", default="10000,100000", help="sizes; 1000000 takes 15 minutes")
    parser.add_argument("--only", default=",".join(SECTIONS), help="sections, parted by commas")
    asked = parser.parse_args()
    only = asked.only.split(",")
    if "start" in only:
        terminal.measure_start()
    with tempfile.TemporaryDirectory(prefix="clustertui-bench-") as folder:
        if "import" in only:
            importing.measure(100_000, Path(folder))
        databases = [Path("data/clusters.db").resolve()]
        for talks in map(int, asked.talks.split(",")):
            records = universe(talks)
            path = Path(folder, f"{talks}.db")
            building.measure(records, path, quiet="build" not in only)
            databases.append(path)
            if "search" in only:
                searching.measure(records, path, Path(folder))
        if "keys" in only:
            terminal.measure_keys(databases)


if __name__ == "__main__":
    main()
