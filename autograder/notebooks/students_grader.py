"""What ``grader`` is in a student's notebook: it checks what is written so far, and hands it in.

It needs no file to check: neither the notebook's own, whatever that is called, nor a folder of
tests.
"""

from __future__ import annotations

import contextlib
import inspect
import io

from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import declarations, load_exercise

MOST_PRINTED = 100_000


class CellReport:
    """What a check cell found; notebooks show it as HTML, and all else as text.

    Attributes
    ----------
    checks : list of dict
        The checks that were run, as they stand in a result record.
    waiting : list of str
        Sentences on what cannot be checked yet.
    printed : str
        What the functions printed meanwhile.
    hints : sequence of str
        Further hints on the first failure.
    """

    def __init__(self, checks, waiting=(), printed="", hints=()):
        self.checks, self.waiting = checks, list(waiting)
        self.printed, self.hints = printed, hints

    def _repr_html_(self):
        from autograder.reports.cells import cell_as_html

        return cell_as_html(self.checks, self.waiting, self.printed, self.hints)

    def __repr__(self):
        from autograder.reports.cells import cell_as_text

        return cell_as_text(self.checks, self.waiting, self.printed)


class _InterruptedCell(KeyboardInterrupt):
    """The student stopped a check; notebooks show three lines in place of a traceback."""

    def _render_traceback_(self):
        return [
            "Interrupted: the checks did not finish, and nothing was kept.",
            "If it took long, a loop of yours may be slow, or may not end.",
            "Run the cell again when you have changed something.",
        ]


class Grader:
    """The checks of one exercise, on the functions of whoever calls.

    Parameters
    ----------
    exercise_name : str
        Which exercise.

    Raises
    ------
    ValueError
        If there is none of this name; the message lists those there are.
    """

    def __init__(self, exercise_name):
        if exercise_name not in declarations():
            load_exercise(exercise_name)  # says which there are
        self._name = exercise_name

    def check(self, function):
        """Run each check that can be run on a function with what is written so far.

        Parameters
        ----------
        function : str
            The function's name.

        Returns
        -------
        report : CellReport

        Raises
        ------
        ValueError
            If the exercise has no function of this name.
        """
        from autograder.notebooks.cell_run import checked
        from autograder.notebooks.taken_names import taken_names

        exercise = load_exercise(self._name)
        if function not in exercise.functions:
            there_are = ", ".join(exercise.functions)
            raise ValueError(f"{self._name} has no function {function!r}; there are {there_are}.")
        env = inspect.currentframe().f_back.f_globals
        taken = list(taken_names([function], env))

        def run(session):
            checks, waiting = checked(exercise, function, env, session)
            return checks, [*taken, *waiting]

        return _report(exercise, run)

    def check_all(self):
        """Run all checks of the exercise, as for the grade; return the `CellReport`."""
        from autograder.notebooks.cell_run import all_checked
        from autograder.notebooks.taken_names import taken_names

        exercise, env = load_exercise(self._name), inspect.currentframe().f_back.f_globals
        taken = list(taken_names(exercise.functions, env))
        return _report(exercise, lambda session: (all_checked(exercise, env, session), taken))

    def export(self, path=None):
        """Hand in: save the notebook if that can be asked for, pack it, grade what was packed.

        Parameters
        ----------
        path : str, optional
            The notebook's file; without it, the one that is running is looked for.

        Returns
        -------
        note : ExportNote
            What is handed in and how many points it has, or why nothing is.
        """
        from autograder.notebooks.exporting import exported

        env = inspect.currentframe().f_back.f_globals
        return exported(load_exercise(self._name), env, path)


def _report(exercise, run):
    """Return the `CellReport` on a run of checks, and remember it for ``autograder hint``.

    What functions print, and warn of, is kept for its end.
    """
    from autograder.judging.session import Session
    from autograder.notebooks.meanwhile import checking
    from autograder.reports.hints import further_hints, remember

    printed = io.StringIO()
    kept = contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed)
    try:
        with checking(), kept[0], kept[1]:
            checks, waiting = run(Session(STUDENT_SEED))
    except KeyboardInterrupt:
        raise _InterruptedCell from None
    with contextlib.suppress(OSError):  # then only the command has no hints
        remember({"exercise": exercise.name, "checks": checks})
    text = printed.getvalue()[:MOST_PRINTED]
    return CellReport(checks, waiting, text, further_hints(exercise, checks))
