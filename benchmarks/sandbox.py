"""Measure the sandbox: how soon a worker is ready, what a call costs, how much memory a worker has.

Run as ``python -m benchmarks.sandbox``; nothing else should be running.
"""

from __future__ import annotations

import os
import statistics
import time
from functools import partial
from pathlib import Path

import numpy as np

from autograder.authoring.forbidden import WEIGHTED_SUMS
from autograder.sandbox.host import Sandbox
from autograder.sandbox.protocol import request

SOURCE = b"def f(image): return image + 1"
WORKERS, CALLS, AHEAD = 50, 500, 50


def milliseconds(action, times):
    """Return the median time of an action, in milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return 1000 * statistics.median(taken)


def private_megabytes(pid):
    """Return the memory that a process shares with no other, in megabytes; None off Linux."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()[1:]
    except OSError:
        return None
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return (kilobytes["Private_Dirty"] + kilobytes["Private_Clean"]) / 1024


def main():
    """Print the figures, on one processor, as each process of `grade` has one to itself."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    image = np.random.default_rng(0).random((64, 64))
    with Sandbox() as sandbox:
        for name, forbidden in (("", ()), (" without weighted sums", WEIGHTED_SUMS)):
            sandbox.open(SOURCE, ".py", ["f"], forbidden).close()  # wait until all is imported
            workers = []

            def start(forbidden=forbidden, workers=workers):
                workers.append(sandbox.open(SOURCE, ".py", ["f"], forbidden))

            def end(workers=workers):
                workers.pop().close()

            started, ended = milliseconds(start, WORKERS), milliseconds(end, WORKERS)
            print(f"worker started and loaded{name}: {started:.1f} ms, ended: {ended:.1f} ms")
        worker = sandbox.open(SOURCE, ".py", ["f"], WEIGHTED_SUMS)
        call = worker.subjects["f"]
        taken = milliseconds(lambda: call.observe(image), CALLS)
        print(f"call with 64 x 64 floats: {taken:.3f} ms")
        memory = private_megabytes(worker.pid)
        print("private memory of a worker: " + (f"{memory:.1f} MB" if memory else "not known here"))
        many = [("f", (image.copy(),)) for _ in range(AHEAD)]

        def ask():
            return worker.ask_ahead({"f"}, AHEAD, partial(request, many))()

        ahead = milliseconds(ask, CALLS // AHEAD) / AHEAD
        print(f"the same, {AHEAD} calls made at once: {ahead:.3f} ms each")
        worker.close()


if __name__ == "__main__":
    main()
