"""Keep two commands from writing into one folder of results at the same time."""

from __future__ import annotations

import contextlib

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

from autograder.grading.results import remove_unfinished
from autograder.grading.retrying import Stopped

NAME = ".lock"


@contextlib.contextmanager
def locked(out):
    """Have a folder to oneself; the lock ends with this process, however that ends.

    What another command that was killed has left half written there is removed.

    Parameters
    ----------
    out : Path
        The folder; it is made if there is none.

    Raises
    ------
    Stopped
        If another process has it.
    """
    out.mkdir(parents=True, exist_ok=True)
    with open(out / NAME, "w", encoding="utf-8") as file:
        try:
            if fcntl is not None:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Stopped(f"Another command writes into {out}; wait until it ends.") from error
        except OSError:  # a file system without locks
            pass
        remove_unfinished(out)
        yield
