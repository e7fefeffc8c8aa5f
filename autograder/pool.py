"""A pool of processes on this machine, each with the scientific stack imported."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import threading
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor

from autograder.grading_process import grade_job, sandbox_of_this_process

MOST_PROCESSES = 61  # what Windows can wait for at once


class LocalPool:
    """Grades jobs in processes of its own; a context manager.

    Left by an exception, it ends its processes in the middle of what they do.

    Parameters
    ----------
    size : int or None
        How many processes; as many as there are processors if None.
    limits : Limits
        Those of the sandboxes, which get ready at once.

    Attributes
    ----------
    width : int
        How many jobs are worked on at a time.
    room : int
        How many jobs to hand out at a time, one more so that no process is ever idle.
    """

    def __init__(self, size, limits):
        self.width = min(size or os.cpu_count() or 1, MOST_PROCESSES)
        self.room = self.width + 1
        self._limits = limits

    def __enter__(self):
        self._others = set(multiprocessing.active_children())
        self._start()
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            for process in set(multiprocessing.active_children()) - self._others:
                process.kill()
        self._executor.shutdown(cancel_futures=True)

    def _start(self):
        self._executor = ProcessPoolExecutor(
            self.width,
            multiprocessing.get_context("spawn"),
            initializer=join_pool,
            initargs=(self._limits, self._processors()),
        )
        for _ in range(self.width):  # each of these starts a process
            self._submit(os.getpid)

    def _processors(self):
        """Return a queue with a processor for each process, or None where they are no match.

        A process and its worker wait for each other all the time: on one processor they do so
        without waking another up.
        """
        if not hasattr(os, "sched_setaffinity"):  # not on Linux
            return None
        processors = sorted(os.sched_getaffinity(0))
        if len(processors) != self.width:
            return None
        queue = multiprocessing.get_context("spawn").SimpleQueue()
        for each in processors:
            queue.put(each)
        return queue

    def submit(self, job):
        """Return the future of a job's result; BrokenExecutor comes by it, too."""
        try:
            return self._submit(grade_job, job)
        except BrokenExecutor as error:
            future = Future()
            future.set_exception(error)
            return future

    def _submit(self, *call):
        with uninterrupted():
            return self._executor.submit(*call)

    def restart(self):
        """Start new processes where one of the old was killed."""
        self._executor.shutdown()
        self._start()


def join_pool(limits, processors):
    """Make a new process ready: it ends with its parent, however that ends, and has a sandbox."""
    if processors is not None:
        os.sched_setaffinity(0, {processors.get()})
    threading.Thread(target=leave_with_parent, daemon=True).start()
    with contextlib.suppress(OSError):  # the first job meets it again, and tells it
        sandbox_of_this_process(limits)


def leave_with_parent():
    """Wait until the parent process has ended, and end this one."""
    multiprocessing.parent_process().join()
    os._exit(1)


@contextlib.contextmanager
def uninterrupted():
    """Keep Ctrl-C from processes that are started here; this one gets it a moment later."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
