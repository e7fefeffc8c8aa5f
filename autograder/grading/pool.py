"""A pool of processes on this machine, each with the scientific stack imported."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import sys
import threading
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait

from autograder.authoring.origins import bring, brought
from autograder.grading.grader import attach, grade_job
from autograder.processes import gc_paused, uninterrupted
from autograder.sandbox.host import Sandbox
from autograder.sandbox.worker.process import keep_memory

MOST_PROCESSES = 61  # what Windows can wait for at once
# Seconds in which a process leaves when it has to.
UNTIL_GONE = 5.0


class LocalPool:
    """Grades jobs in processes of its own; a context manager.

    Left by an exception, it ends its processes in the middle of what they do.

    Parameters
    ----------
    size : int or None
        How many processes; as many as there are processors if None.
    limits : Limits
        Those of the sandboxes, which get ready at once.
    forbidden : iterable of tuple
        What the exercises forbid that will be graded.
    prepare : callable
        Finds what all processes will need. If they are forked from this one, they have it; else
        each finds it for itself.
    of_all : bytes, optional
        All files that will be graded, as `Sandbox` takes them.

    Attributes
    ----------
    width : int
        How many jobs are worked on at a time.
    room : int
        How many jobs to hand out at a time: enough that no process is idle while a page is written.
    """

    def __init__(self, size, limits, forbidden=(), prepare=lambda: None, of_all=None):
        self.width = min(size or os.cpu_count() or 1, MOST_PROCESSES)
        self.room = 2 * self.width
        self._limits, self._forbidden, self._prepare = limits, forbidden, prepare
        self._of_all = of_all

    def __enter__(self):
        self._others = set(multiprocessing.active_children())
        self._start()
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            self._tell_to_leave()
        self._executor.shutdown(cancel_futures=True)
        self._fork_server.stop()

    def _tell_to_leave(self):
        """End the processes, none of them while it sends a result: we would wait for the rest."""
        self._open_while_wanted.close()
        for process in set(multiprocessing.active_children()) - self._others:
            process.join(UNTIL_GONE)
            process.kill()

    def _start(self):
        with uninterrupted():
            sandbox = Sandbox(self._limits, of_all=self._of_all)
            self._fork_server = sandbox.start(*self._forbidden)
        context = self._context()
        self._stop, self._open_while_wanted = context.Pipe(duplex=False)
        handles = self._fork_server.handles(self._processors())
        places = context.SimpleQueue()
        for place in range(self.width):
            places.put(place)
        initargs = (brought(), self._limits, handles, places, self._stop, self._open_while_wanted)
        self._executor = ProcessPoolExecutor(self.width, context, _join_pool, initargs)
        for _ in range(self.width):  # each of these starts a process
            self._submit(os.getpid)
        for handle in handles:  # they have their own now, and must find out when one of them ends
            handle.close()

    def _context(self):
        """Return how processes are started: forked, with what was found for all of them, if safe.

        It is not safe if this process has other threads: a lock that one of them holds would stay
        locked in the copy for good. Nor is it with Apple's libraries.
        """
        if sys.platform != "linux" or threading.active_count() > 1:
            return multiprocessing.get_context("spawn")
        with gc_paused():
            self._prepare()
            gc.freeze()  # so that collecting garbage leaves in place what is shared
        return multiprocessing.get_context("fork")

    def _processors(self):
        """Return a processor for each process, or None if they do not match.

        A process and its worker wait for each other all the time: on one processor they do so
        without waking another up.
        """
        if hasattr(os, "sched_setaffinity"):  # Linux
            processors = sorted(os.sched_getaffinity(0))
            if len(processors) == self.width:
                return processors
        return [None] * self.width

    def submit(self, job):
        """Return the future of a job's result; BrokenExecutor comes by it, too."""
        try:
            return self._submit(work, job)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
            return future

    def _submit(self, *call):
        with uninterrupted():
            return self._executor.submit(*call)

    def restart(self):
        """Start new processes if one of the old was killed."""
        self._executor.shutdown()
        self._fork_server.stop()  # it may be that which was killed
        self._start()


class Work:
    """What a process of the pool does: jobs, in the middle of which it can be ended.

    Between two of them it may be sending a result, of which no half must be sent.
    """

    def __init__(self):
        self._lock = threading.Lock()
        self._is_busy = self._is_over = False

    def __call__(self, *job):
        """Return the result record of a job; it is what `grade_job` takes."""
        self._pass(is_busy=True)
        try:
            return grade_job(*job)
        finally:
            self._pass(is_busy=False)

    def end(self):
        """End this process: in the middle of a job, or before the next one begins."""
        with self._lock:
            self._is_over = True
            if self._is_busy:
                os._exit(1)

    def _pass(self, is_busy):
        with self._lock:
            if self._is_over:
                os._exit(1)
            self._is_busy = is_busy


_work = Work()


def work(job):
    """Return the result record of a job, in a process of the pool; `TookLong` if others wait."""
    return _work(job, not job.may_take_long)


def _join_pool(exercises, limits, handles, places, stop_pipe, open_while_wanted):
    """Make a new process ready: it ends with its parent, however that ends, and has a sandbox."""
    open_while_wanted.close()  # it is the parent's to keep open
    bring(*exercises)
    threading.Thread(target=_leave_when_told, args=(stop_pipe,), daemon=True).start()
    keep_memory()
    with contextlib.suppress(OSError):  # the first job starts a sandbox of its own
        own = handles[places.get()]
        for handle in handles:
            if handle is not own:
                handle.close()
        if own.processor is not None:
            os.sched_setaffinity(0, {own.processor})
        attach(own, limits)


def _leave_when_told(stop_pipe):
    """End this process when the other end of a pipe is closed, or when the parent has ended."""
    parent = multiprocessing.parent_process()
    if parent.sentinel not in wait([parent.sentinel, stop_pipe]):
        _work.end()
        parent.join()
    os._exit(1)
