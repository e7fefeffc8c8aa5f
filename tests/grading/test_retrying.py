"""Jobs are handed out a few at a time, and one that kills its process costs no other anything."""

from concurrent.futures import BrokenExecutor, Future
from dataclasses import dataclass

import pytest

from autograder.grading.retrying import Dispatch
from autograder.sandbox.limits import TookLong


class Pool:
    """A pool of two processes, which does the oldest job whenever somebody waits.

    Parameters
    ----------
    deadly : set of str
        The jobs that kill their process, and all others with it.
    """

    width, room = 2, 3

    def __init__(self, deadly=()):
        self.deadly = set(deadly)
        self.in_flight = []
        self.most_in_flight = self.starts = 0
        self.is_broken = False

    def submit(self, job):
        future = Future()
        self.in_flight.append((job, future))
        self.most_in_flight = max(self.most_in_flight, len(self.in_flight))
        return future

    def work(self):
        if self.is_broken or self.in_flight[0][0] in self.deadly:
            self.is_broken = True
            for _, future in self.in_flight:
                future.set_exception(BrokenExecutor())
            self.in_flight = []
        else:
            job, future = self.in_flight.pop(0)
            future.set_result(job.upper())

    def restart(self):
        assert not self.in_flight
        self.is_broken = False
        self.starts += 1


@pytest.fixture
def dispatched(monkeypatch):
    """Hand jobs to a pool; return the Dispatch, and the pool."""

    def start(jobs, **options):
        pool = Pool(**options)

        def wait(futures, *_, **__):
            pool.work()
            return type("Waited", (), {"done": {f for f in futures if f.done()}})

        monkeypatch.setattr("autograder.grading.retrying.wait", wait)
        return Dispatch(pool, jobs), pool

    return start


def outcomes(dispatch):
    return {job: "died" if future.exception() else future.result() for job, future in dispatch}


def test_every_job_is_done_once(dispatched):
    dispatch, pool = dispatched("abcdefg")
    assert outcomes(dispatch) == {job: job.upper() for job in "abcdefg"}
    assert pool.starts == 0


def test_no_more_jobs_are_taken_than_there_is_room_for(dispatched):
    taken = []
    dispatch, pool = dispatched(taken.append(job) or job for job in "abcdefgh")
    for done, _ in enumerate(dispatch, start=1):
        assert len(taken) <= done + pool.room
    assert pool.most_in_flight == pool.room


@pytest.mark.parametrize("deadly", ["a", "d", "g", "bf", "abcdefg"])
def test_a_job_that_kills_its_process_costs_no_other_anything(dispatched, deadly):
    dispatch, _ = dispatched("abcdefg", deadly=deadly)
    expected = {job: "died" if job in deadly else job.upper() for job in "abcdefg"}
    assert outcomes(dispatch) == expected


@dataclass(frozen=True)
class Turn:
    """A job that may have to be put off."""

    name: str
    may_take_long: bool = False


@pytest.mark.parametrize("slow", ["a", "d", "g", "bf", "abcdefg"])
@pytest.mark.parametrize("deadly", ["", "c", "a"])
def test_what_takes_long_is_done_last_and_once(dispatched, monkeypatch, slow, deadly):
    real = Pool.work

    def work(pool):
        job, future = pool.in_flight[0]
        if job.name in slow and not job.may_take_long and not pool.is_broken:
            pool.in_flight.pop(0)
            future.set_exception(TookLong())
        else:
            real(pool)

    monkeypatch.setattr(Pool, "work", work)
    monkeypatch.setattr(Turn, "upper", lambda turn: turn.name.upper(), raising=False)
    dispatch, _ = dispatched(map(Turn, "abcdefg"), deadly=[Turn(name) for name in deadly])
    done = [job for job, _ in dispatch]
    assert sorted(each.name for each in done) == list("abcdefg")
    late = [each.name for each in done if each.may_take_long]
    assert late == list(slow)
    assert [each.name for each in done][-len(slow) :] == late


def test_what_runs_is_what_was_handed_out_first(dispatched):
    dispatch, _ = dispatched("abcd")
    assert dispatch.running == {}
    seen = ["".join(dispatch.running) for _ in dispatch]
    assert seen == ["bc", "cd", "d", ""]


def test_a_job_is_timed_from_when_it_began_to_run(dispatched, monkeypatch):
    clock = iter(range(100))
    monkeypatch.setattr("autograder.grading.retrying.time.monotonic", lambda: next(clock))
    dispatch, _ = dispatched("abcd")
    each = iter(dispatch)
    next(each)
    first = dict(dispatch.running)
    next(each)
    assert dispatch.running["c"] == first["c"]
    assert dispatch.running["d"] > first["c"]
