"""Scores a folder of pages with gold: `scripts/evaluate_intake.py GOLD_DIR [--json] [--wrong]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from clustertui.intake.page.scoring import MEASURES, Score, score_folder, total
from clustertui.model import ClusterError


def as_data(score: Score) -> dict[str, dict[str, float]]:
    """Precision, recall and F1 of each measure."""
    return {
        name: {"precision": count.precision, "recall": count.recall, "f1": count.f1}
        for name, count in score.counts.items()
    }


def main() -> int:
    """Prints the table; 2 for a folder that cannot be scored."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    parser.add_argument("--wrong", action="store_true", help="say what was missed or invented")
    arguments = parser.parse_args()
    try:
        scores = score_folder(arguments.folder)
    except ClusterError as error:
        print(error, file=sys.stderr)
        return 2
    everything = total(scores.values())
    if arguments.json:
        pages = {name: as_data(score) for name, score in scores.items()}
        print(json.dumps({"pages": pages, "all": as_data(everything)}, indent=2))
        return 0
    print(f"{'F1':<28}" + "".join(f"{name:>14}" for name in MEASURES))
    for name, score in scores.items():
        print(f"{name:<28}" + "".join(f"{score.counts[each].f1:>14.2f}" for each in MEASURES))
        if arguments.wrong:
            print("".join(f"    {line}\n" for line in score.wrong), end="")
    for what in ("precision", "recall", "f1"):
        row = (getattr(everything.counts[each], what) for each in MEASURES)
        print(f"{'all: ' + what:<28}" + "".join(f"{value:>14.3f}" for value in row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
