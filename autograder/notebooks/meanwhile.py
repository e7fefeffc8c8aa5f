"""What a cell shows while its checks take long."""

from __future__ import annotations

from contextlib import contextmanager

from autograder.reports.long_work import shown_meanwhile

SENTENCE = "Checking ..."


@contextmanager
def checking():
    """Say in a notebook that checks run, if they take over a second; it goes with their end."""
    from IPython import get_ipython
    from IPython.display import DisplayHandle

    if not hasattr(get_ipython(), "kernel"):
        yield  # a terminal has nothing that could be taken back
        return
    handle = DisplayHandle()

    def show():
        handle.display({"text/plain": SENTENCE}, raw=True)

    def hide():
        handle.update({"text/plain": "", "text/html": ""}, raw=True)

    with shown_meanwhile(show, hide):
        yield
