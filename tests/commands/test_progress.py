"""Who watches is told how it goes on: a bar in a terminal, a line a submission elsewhere."""

import io
import time

import pytest
from rich.console import Console

from autograder.authoring.source import Source
from autograder.commands.console import shown_if_long
from autograder.commands.progress import running_long, tracked
from autograder.exercises import load_exercise
from autograder.grading.jobs import Job, Terms
from autograder.judging.grade import without_running

RESULTS = [without_running(load_exercise("convolution"), name, "crashed", "Why.") for name in "abc"]


def job(student):
    return Job(student, "convolution", Source(b"", ".py"), "", Terms("a seed"))


def shown(is_terminal, running):
    """Return what is shown of three results."""
    console = Console(file=io.StringIO(), force_terminal=is_terminal, width=120, highlight=False)
    assert list(tracked(console, RESULTS, 3, lambda: running)) == RESULTS
    return console.file.getvalue()


def test_on_a_pipe_there_is_one_line_a_submission():
    lines = shown(False, {job("slow"): time.monotonic() - 60}).splitlines()
    assert lines == [f"{name}/convolution: 0 of 25 points (crashed)" for name in "abc"]


def test_in_a_terminal_there_is_a_bar_with_the_names_of_what_runs_long():
    text = shown(True, {job("slow"): time.monotonic() - 60})
    assert "Still running: slow/convolution 60 s" in text
    assert "3/3" in text


@pytest.mark.parametrize(
    ("ages", "text"),
    [
        ({}, ""),
        ({"a": 4}, ""),
        ({"a": 4, "b": 7.2}, "b/convolution 7 s"),
        ({"a": 6, "b": 7}, "b/convolution 7 s, a/convolution 6 s"),
        ({"\x1b[2J": 6}, "?[2J/convolution 6 s"),
    ],
)
def test_what_runs_long_is_named_with_the_longest_first(ages, text):
    assert running_long({job(name): -age for name, age in ages.items()}, 0) == text


def test_no_more_names_are_shown_than_fit():
    text = running_long({job(name): 0 for name in "abcdef"}, 9)
    assert text.count("convolution") == 4
    assert text.endswith("and 2 more")


@pytest.mark.parametrize("is_terminal", [True, False])
def test_a_terminal_shows_that_something_takes_long_and_a_file_does_not(monkeypatch, is_terminal):
    written = io.StringIO()
    monkeypatch.setattr(
        "autograder.commands.console.console",
        Console(file=written, force_terminal=is_terminal, width=80),
    )
    monkeypatch.setattr("autograder.reports.long_work.UNTIL_SHOWN", 0)
    with shown_if_long("Checking ..."):
        while is_terminal and "Checking ..." not in written.getvalue():
            time.sleep(0.01)
    assert ("Checking ..." in written.getvalue()) is is_terminal


def test_what_takes_no_second_shows_nothing(monkeypatch):
    written = io.StringIO()
    monkeypatch.setattr(
        "autograder.commands.console.console", Console(file=written, force_terminal=True, width=80)
    )
    monkeypatch.setattr("autograder.reports.long_work.UNTIL_SHOWN", 3600)
    with shown_if_long("Checking ..."):
        pass
    assert written.getvalue() == ""
