"""Load a submission that defines `f`, in a sandbox that is patient or in one that is not."""

from contextlib import contextmanager

import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits


@pytest.fixture
def load(sandbox):
    """Load a submission that defines `f`; return it as a `StudentFunction`."""
    with loading_in(sandbox) as open_worker:
        yield open_worker


@pytest.fixture(scope="module")
def hasty():
    """A sandbox that waits hardly longer than a right submission takes."""
    with Sandbox(Limits(load=2, call=0.5, submission=60)) as running:
        yield running


@pytest.fixture
def load_hastily(hasty):
    with loading_in(hasty) as open_worker:
        yield open_worker


@contextmanager
def loading_in(sandbox):
    workers = []

    def open_worker(source, suffix=".py", forbidden=()):
        workers.append(sandbox.open(source.encode(), suffix, ["f"], forbidden))
        return workers[-1].subjects["f"]

    yield open_worker
    for worker in workers:
        worker.close()
