"""How long commands take: seconds, processor seconds, and the memory of all their processes."""

from __future__ import annotations

import os
import resource
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What something took: wall-clock seconds and processor seconds."""

    seconds: float
    processor: float


class Stopwatch:
    """Measures what happens in its context, in this process and in those that it waited for."""

    def __enter__(self):
        self._start = time.perf_counter(), processor_seconds()
        return self

    def __exit__(self, *_):
        start, processor = self._start
        self.cost = Cost(time.perf_counter() - start, processor_seconds() - processor)


def processor_seconds():
    """Return the processor time of this process and of all that have ended below it."""
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def run_all(commands, processes, statuses=(0,)):
    """Run commands, some at a time; return their `Cost` together.

    Parameters
    ----------
    commands : list of (list of str, path, dict)
        Words, working folder and environment of each.
    processes : int
        How many run at a time.
    statuses : tuple of int
        The exit statuses that say that all went well.
    """

    def run(command):
        words, folder, environment = command
        done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode not in statuses:
            raise RuntimeError(
                f"{words} ended with {done.returncode}: {(done.stdout + done.stderr)[-2000:]}"
            )

    with Stopwatch() as watch, ThreadPoolExecutor(processes) as pool:
        list(pool.map(run, commands))
    return watch.cost


class MemoryWatch:
    """Looks, as long as its context lasts, how much memory this process and all below it use.

    Attributes
    ----------
    peak : float
        The most that was seen, in MB; memory that processes share is counted once.
    """

    def __init__(self, every=0.5):
        self.peak = 0.0
        self._every = every
        self._ended = threading.Event()

    def __enter__(self):
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._ended.set()
        self._thread.join()

    def _watch(self):
        while not self._ended.wait(self._every):
            self.peak = max(self.peak, sum(map(megabytes, processes_below(os.getpid()))))


def processes_below(pid):
    """Return the ids of all processes that come from one, itself left out."""
    children = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError):
            continue
        children.setdefault(parent, []).append(int(entry.parent.name))
    found, new = [], children.get(pid, [])
    while new:
        found += new
        new = [child for each in new for child in children.get(each, [])]
    return found


def megabytes(pid):
    """Return the memory of a process, its share of what it has in common with others; 0 if gone."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
