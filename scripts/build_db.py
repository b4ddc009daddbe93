#!/usr/bin/env python3
"""Build data/clusters.db from data/records; the same as `clustertui build`, options included."""

import os
import sys
from pathlib import Path

from clustertui.cli import run

if __name__ == "__main__":
    os.chdir(Path(__file__).resolve().parents[1])
    sys.exit(run(["build", *sys.argv[1:]]))
