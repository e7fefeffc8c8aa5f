"""Measure how long `autograder check` takes on a right solution, beside importing libraries.

Run as ``python -m benchmarks.check_time``. Both are started in turn, warm, with a cache of their
own; the ratio of the least times is printed, and that of the medians. The kit is compiled before,
as it is where pip installed it. Nothing else should be running; ``--processor`` compares processor
time instead, where something is.
"""

from __future__ import annotations

import argparse
import compileall
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
RIGHT = ROOT / "tests" / "right" / "convolution" / "chapters_loop.py"
LIBRARIES = "import numpy, scipy.ndimage, skimage.filters, skimage.morphology, matplotlib.pyplot"


def seconds(words, environment, of_processors):
    """Return how long a Python process takes, with what it starts."""
    before, start = os.times(), time.perf_counter()
    subprocess.run([sys.executable, *words], env=environment, stdout=subprocess.DEVNULL, check=True)
    took, after = time.perf_counter() - start, os.times()
    used = after.children_user + after.children_system
    return used - before.children_user - before.children_system if of_processors else took


def main():
    """Print both times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", nargs="?", default=RIGHT, help="a right solution of convolution")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--processor", action="store_true")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "autograder", quiet=2)
    check = ["-m", "autograder", "check", str(options.file), "--exercise", "convolution"]
    with tempfile.TemporaryDirectory(prefix="check-time-") as folder:
        own = dict.fromkeys(("XDG_CACHE_HOME", "XDG_STATE_HOME"), folder)
        environment = os.environ | own | {"PYTHONPATH": str(ROOT)}
        first = seconds(check, environment, options.processor)
        checks, imports = [], []
        for _ in range(options.rounds):
            imports.append(seconds(["-c", LIBRARIES], environment, options.processor))
            checks.append(seconds(check, environment, options.processor))
    print(f"The first check took {first:.2f} s.")
    for name, of in (("least", min), ("median", median)):
        one, other = of(checks), of(imports)
        print(f"{name}: check {one:.3f} s, imports {other:.3f} s, ratio {one / other:.2f}")


if __name__ == "__main__":
    main()
