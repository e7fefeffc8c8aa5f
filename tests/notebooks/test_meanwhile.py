"""A cell says that checks run, if that takes long, and no longer when they are over."""

import time

import pytest
from IPython.core.displaypub import CapturingDisplayPublisher
from IPython.core.interactiveshell import InteractiveShell

from autograder.notebooks import meanwhile
from autograder.reports import long_work


@pytest.fixture
def cell(monkeypatch):
    """A notebook's cell; a list of what is published there."""
    shell = InteractiveShell.instance()
    published = CapturingDisplayPublisher()
    monkeypatch.setattr(shell, "kernel", object(), raising=False)
    monkeypatch.setattr(shell, "display_pub", published)
    return published


def test_what_takes_long_is_said_and_then_taken_back(cell, monkeypatch):
    monkeypatch.setattr(long_work, "UNTIL_SHOWN", 0)
    with meanwhile.checking():
        while not cell.outputs:
            time.sleep(0.01)
    shown, hidden = cell.outputs
    assert shown["data"] == {"text/plain": "Checking ..."}
    assert not any(hidden["data"].values())
    assert hidden["transient"] == shown["transient"]
    assert (shown["update"], hidden["update"]) == (False, True)


def test_nothing_is_said_of_what_is_quick(cell):
    with meanwhile.checking():
        pass
    assert cell.outputs == []


def test_an_error_passes_through_and_nothing_stays(cell, monkeypatch):
    monkeypatch.setattr(long_work, "UNTIL_SHOWN", 0)

    @meanwhile.checking()
    def stopped():
        while not cell.outputs:
            time.sleep(0.01)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert not any(cell.outputs[-1]["data"].values())


def test_a_terminal_shows_nothing(capsys, monkeypatch):
    monkeypatch.setattr(long_work, "UNTIL_SHOWN", 0)
    with meanwhile.checking():
        time.sleep(0.05)
    assert capsys.readouterr().out == ""
