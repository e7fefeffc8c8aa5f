"""What a cell shows while its checks take long."""

from __future__ import annotations

from contextlib import contextmanager

from autograder.imaging.jupyter import in_a_notebook
from autograder.reports.long_work import shown_meanwhile

SENTENCE = "Checking ..."


@contextmanager
def checking():
    """Say in a notebook that checks run, if they take over a second; it goes with their end."""
    if not in_a_notebook():
        yield  # a terminal has nothing that could be taken back
        return
    from IPython.display import DisplayHandle

    handle = DisplayHandle()

    def show():
        handle.display({"text/plain": SENTENCE}, raw=True)

    def hide():
        handle.update({"text/plain": "", "text/html": ""}, raw=True)

    with shown_meanwhile(show, hide):
        yield
