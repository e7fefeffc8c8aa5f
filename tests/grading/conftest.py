"""Commands that grade, without running anything."""

import pytest
from click.testing import CliRunner

from autograder.cli import main


@pytest.fixture
def run(pool, monkeypatch):
    """Run a command whose processes are a `PretendPool`; return its result."""
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    return lambda *words, **options: CliRunner().invoke(main, [str(w) for w in words], **options)
