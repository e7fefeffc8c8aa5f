"""When a call is late: what a process waits for a processor is not its own time.

A neighbour that keeps all processors busy slows everything that runs beside it. Linux counts, for
each process, how long it was ready to run and did not; by so much a deadline moves.
"""

from __future__ import annotations

import time
from pathlib import Path

# How many times its limit a call may take in all, whatever it waited for: nobody waits for ever.
MOST_TIMES = 4
# Seconds of waiting that are worth asking for once more.
WORTH_IT = 0.05


class Waiting:
    """How long a process waited for a processor, and how much of that it was given back.

    Parameters
    ----------
    pid : int
        The process.
    """

    def __init__(self, pid):
        self._path = Path(f"/proc/{pid}/schedstat")
        self._given = 0.0

    def give_back(self, most):
        """Return the seconds that it waited and has not been given back, `most` at the most."""
        seconds = min(max(self._seconds() - self._given, 0.0), most)
        self._given += seconds
        return seconds

    def _seconds(self):
        """Return how long it has waited in all; 0 if this machine does not count."""
        try:
            return int(self._path.read_text().split()[1]) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0


class Deadline:
    """Says how much time is left, as `frames` asks.

    Parameters
    ----------
    seconds : float
        The limit, of the process's own time.
    waiting : Waiting
        Of the process that has to keep it.
    """

    def __init__(self, seconds, waiting):
        self._end = time.monotonic() + seconds
        self._most = (MOST_TIMES - 1) * seconds
        self._waiting = waiting
        self.moved = 0.0

    def __call__(self):
        """Return the seconds that are left, 0 if there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            more = self._waiting.give_back(self._most - self.moved)
            if more + left < WORTH_IT:
                return 0
            self._end += more
            self.moved += more
            left += more
        return left
