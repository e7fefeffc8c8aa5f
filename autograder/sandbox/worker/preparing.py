"""Prepare a process that workers are forked from: import the stack, take out what is forbidden."""

from __future__ import annotations

import gc
import importlib
import signal
import sys
from pathlib import Path

from autograder.sandbox.worker import process
from autograder.sandbox.worker.absence import Absence
from autograder.sandbox.worker.kit_parts import OnlySeenParts, unseen_files


def made_ready(task, shared=None):
    """Make the shell, import the stack without what should not be there; return the `Absence`.

    Parameters
    ----------
    task : dict
        As `Server` has it.
    shared : Absence, optional
        That of the process that this one was forked from, of which we have what is imported.

    Raises
    ------
    ImportError
        If something is imported there that should not be here.
    """
    gc.disable()  # hardly anything of what is imported is garbage
    gc.unfreeze()  # so that every reference to what is forbidden is found
    absence = _prepare(task, shared)
    gc.collect()
    gc.freeze()  # so that collecting garbage leaves in place what workers share with us
    gc.enable()
    return absence


def _prepare(task, shared):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    process.adopt_orphans()
    process.keep_memory()
    if task["shell"]:
        importlib.import_module("IPython.core.interactiveshell")  # with compiled code of its own
    absence = Absence(task["forbidden"], shared)
    for name in task["stack"]:
        absence.load(name)
    if task["shell"]:
        importlib.import_module("autograder.sandbox.worker.notebooks").shell()
    elif task["sealed"]:  # a student's own check of a script needs neither
        importlib.import_module("autograder.sandbox.worker.graders").stand_in_for_graders()
    absence.complete(task["sealed"])
    hidden = task["hidden"]
    _leave_repositories(hidden["paths"])
    absence.files |= unseen_files() | set(hidden["paths"])
    sys.meta_path.insert(0, OnlySeenParts(hidden["packages"]))
    return absence


def _leave_repositories(hidden):
    """Take folders that hold the kit, or what is hidden, off the path.

    In a checkout that folder also holds the solutions. One of installed packages stays.
    """
    homes = {Path(__file__).resolve().parents[3], *(Path(path).parent for path in hidden)}
    left = {home for home in homes if home.name not in ("site-packages", "dist-packages")}
    sys.path[:] = [p for p in sys.path if p and Path(p).resolve() not in left]
