"""A plug-in for pytest: a submission is collected as one test a check, if that is asked for.

It is asked for by ``autograder = true`` in pytest.ini, for files that are named like an exercise,
or by ``--exercise NAME``, for files of that name and those that the command line names;
``--course FILE`` names a course file whose folders bring exercises. pytest
imports this module in every run once the kit is there, so it imports no other of the kit's.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain

import pytest

SUFFIXES = (".py", ".ipynb")


@pytest.hookimpl
def pytest_addoption(parser):
    """Add what it is asked for by."""
    parser.addini("autograder", "Collect submissions, one test a check.", "bool", default=False)
    group = parser.getgroup("autograder")
    group.addoption("--exercise", metavar="NAME", help="Collect submissions of this exercise.")
    group.addoption(
        "--course",
        metavar="FILE",
        help=("A course.toml; the folders that it names bring exercises too."),
    )


@pytest.hookimpl
def pytest_configure(config):
    """Stop if there is no exercise of the name that was given, or no such course."""
    if course := config.getoption("course"):
        _bring_exercises_of(course)
    name = config.getoption("exercise")
    if name is not None and name not in (there_are := _names()):
        raise pytest.UsageError(
            f"There is no exercise named {name!r}; there are {', '.join(there_are)}."
        )


@pytest.hookimpl(wrapper=True)
def pytest_collect_file(file_path, parent):
    """Collect a submission as what it is, and not as a module, which would run it in here."""
    collectors = yield
    name = _exercise_of(file_path, parent)
    if name is None:
        return collectors
    return [SubmissionFile.from_parent(parent, path=file_path, exercise_name=name)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let the last report on a check know its points: it may come from another process."""
    report = yield
    if call.when == "teardown" and isinstance(item, CheckItem):
        report.autograder_points = (item.parent.nodeid, *item.points)
    return report


@pytest.hookimpl
def pytest_terminal_summary(terminalreporter):
    """Print the points of each submission, of those checks that ran."""
    from autograder.authoring.exercise import total

    sums = {}
    for report in chain(*terminalreporter.stats.values()):
        if found := getattr(report, "autograder_points", None):
            file, *numbers = found
            sums.setdefault(file, []).append(numbers)
    if sums:
        terminalreporter.section("points")
    for file, numbers in sorted(sums.items()):
        points, possible = zip(*numbers, strict=True)
        known = "?" if None in points else total(points)
        terminalreporter.write_line(f"{file}: {known} of {total(possible)} points")


def _bring_exercises_of(course):
    from autograder.commands.console import Fault
    from autograder.commands.counted import course_at

    try:
        course_at(course)
    except Fault as error:
        raise pytest.UsageError(error.message) from error


def _names():
    from autograder.exercises import exercise_names

    return exercise_names()


def _exercise_of(path, parent):
    """Return the name of the exercise for which pytest should collect a file, or None."""
    asked = parent.config.getoption("exercise")
    if path.suffix not in SUFFIXES or not (asked or parent.config.getini("autograder")):
        return None
    if asked:
        return asked if path.stem == asked or parent.session.isinitpath(path) else None
    return path.stem if path.stem in _names() else None


class SubmissionFile(pytest.File):
    """A submission; its items are the checks of its exercise."""

    def __init__(self, *, exercise_name, **options):
        super().__init__(**options)
        self._exercise_name = exercise_name

    def collect(self):
        """Yield an item a check; nothing of the submission runs yet."""
        from autograder.commands.own_work import read_own_work
        from autograder.course.submissions.submission import BadSubmission
        from autograder.exercises import load_exercise

        self._exercise = load_exercise(self._exercise_name)
        try:
            self._source = read_own_work(self.path, self._exercise)
        except BadSubmission as error:
            raise self.CollectError(str(error)) from error
        for check in self._exercise.checks:
            yield CheckItem.from_parent(self, name=check.claim, check=check)

    @cached_property
    def outcomes(self):
        """The result of each check, by name, as `autograder check` has it in its record."""
        from autograder.commands.own_work import judged_own_work

        result = judged_own_work(self._source, self._exercise)
        return {each["name"]: each for each in result["checks"]}


class CheckItem(pytest.Item):
    """One check of a submission, named by its sentence; ``-k`` knows it by its short name, too."""

    def __init__(self, *, check, **options):
        super().__init__(**options)
        self._check, self._outcome = check, None
        self.extra_keyword_matches.add(check.name)

    @property
    def points(self):
        """The points that it has, None if they are not known, and those that it may have."""
        return (self._outcome and self._outcome["points"]), self._check.points

    def setup(self):
        """Judge the submission, once for all its checks; a fault of the kit is an error."""
        self._outcome = self.parent.outcomes[self._check.name]
        if self._outcome["status"] == "grader_error":
            raise _ToldInWords(_told(self._outcome))

    def runtest(self):
        """Fail with what the check found."""
        is_left_out = self._check.is_optional and self._outcome["status"] == "not_written"
        if self._outcome["status"] == "not_run" or is_left_out:
            pytest.skip(_told(self._outcome))
        if self._outcome["status"] != "passed":
            raise _ToldInWords(_told(self._outcome))

    def repr_failure(self, excinfo, style=None):
        """Return what the check found, and no line of ours, if that is behind a failure."""
        if excinfo.errisinstance(_ToldInWords):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self):
        """Return where it stands, for what shows a place."""
        return self.path, 0, self.name


class _ToldInWords(Exception):
    """A check that did not pass; ``str()`` of it is all that there is to tell."""


def _told(check):
    from autograder.reports.failure_text import failure_text
    from autograder.reports.terminal import harmless

    return harmless(failure_text(check))
