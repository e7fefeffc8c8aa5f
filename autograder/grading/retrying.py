"""Hand jobs to a pool, and find out which one it was if a process of the pool was killed."""

from __future__ import annotations

import time
from collections import deque
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, wait
from dataclasses import replace
from itertools import chain, islice

from autograder.processes import Interruptible
from autograder.sandbox.limits import TookLong

ATTEMPTS_ALONE = 2
# Seconds after which to look again for Ctrl-C, and whether there is still a pool.
PATIENCE = 0.2
LOST = "The connection to the cluster was lost."


class Stopped(Exception):
    """Grading cannot go on; the message says why. What was graded is on the disk."""


class Dispatch:
    """Hands jobs to a pool, no more than keep it busy, so that few are in memory at a time.

    Parameters
    ----------
    pool : LocalPool or Cluster
        What does them.
    jobs : iterable of Job
        Taken one by one, as there is room for them.
    meanwhile : callable
        Called once, when the first jobs are handed out.

    Attributes
    ----------
    running : dict of Job to float
        The jobs that are worked on, and since when by `time.monotonic`.
    """

    def __init__(self, pool, jobs, meanwhile=lambda: None):
        self.running = {}
        self._pool, self._meanwhile = pool, meanwhile
        self._jobs = iter(jobs)
        self._in_flight = {}
        self._suspects, self._put_off = [], deque()
        self._interruptible = Interruptible()

    def __iter__(self):
        """Yield ``(job, future)`` as each is done.

        What takes long comes last, when all others are handed out, so that it delays nobody.

        If a process is killed, all jobs of the pool fail. Each of them is then tried again, with
        no other beside it: one that kills its process every time costs nobody else anything.
        """
        with self._interruptible:
            self._top_up()
            self._meanwhile()
            while self._top_up():
                finished = [(self._in_flight.pop(each), each) for each in self._done()]
                finished = [each for each in finished if not self._is_put_off(*each)]
                broken = [job for job, future in finished if _is_broken(future)]
                self._suspects += broken
                self._top_up()
                yield from ((job, future) for job, future in finished if job not in broken)
                if self._suspects and not self._in_flight:
                    self._pool.restart()
                    alone = map(self._alone, self._suspects)
                    yield from (each for each in alone if not self._is_put_off(*each))
                    self._suspects = []

    def _done(self):
        """Wait until something is done, but not long; return the futures that are."""
        self._interruptible.check()
        return wait(self._in_flight, PATIENCE, FIRST_COMPLETED).done

    def _top_up(self):
        """Hand on jobs as long as there is room; return whether any are in flight."""
        if not self._suspects:
            room = self._pool.room - len(self._in_flight)
            for job in islice(chain(self._jobs, self._left_for_last()), max(room, 0)):
                self._in_flight[self._pool.submit(job)] = job
        self._note_running()
        return bool(self._in_flight)

    def _left_for_last(self):
        """Yield the jobs that were put off so far."""
        while self._put_off:
            yield replace(self._put_off.popleft(), may_take_long=True)

    def _is_put_off(self, job, future):
        """Return whether a job took too long for now; then it comes again later."""
        is_put_off = not future.cancelled() and isinstance(future.exception(), TookLong)
        if is_put_off:
            self._put_off.append(job)
        return is_put_off

    def _alone(self, job):
        """Return a job and its future when it has been tried with no other beside it."""
        self.running = {job: time.monotonic()}
        for _ in range(ATTEMPTS_ALONE):
            future = self._pool.submit(job)
            self._in_flight = {future: job}
            while not self._done():
                pass
            self._in_flight = {}
            if not _is_broken(future):
                break
            self._pool.restart()
        return job, future

    def _note_running(self):
        """Note what is worked on: what the pool was given first."""
        now, since = time.monotonic(), self.running
        first = islice(self._in_flight.values(), self._pool.width)
        self.running = {job: since.get(job, now) for job in first}


def _is_broken(future):
    """Return whether a job was not done since a process of the pool was killed."""
    return not future.cancelled() and isinstance(future.exception(), BrokenExecutor)
