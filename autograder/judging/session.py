"""What is the same for all submissions that are judged with one seed, found once for all of them.

Whoever judges makes a session and passes it on: a command or a notebook cell one for its call, a
process that grades a class one for its seed.
"""

from __future__ import annotations

from autograder.authoring.failures import GraderError
from autograder.authoring.oracles import answers_kept_in
from autograder.judging.answer_cache import AnswerCache
from autograder.judging.dry_run import dry_run


class Session:
    """The examples of a seed, what checks call on them, and the right answers.

    Parameters
    ----------
    seed : int or str
        Decides which examples are drawn.
    answers : AnswerCache, optional
        One that outlasts the session; by default it has its own.
    """

    def __init__(self, seed, answers=None):
        self.seed = seed
        self.answers = AnswerCache() if answers is None else answers
        self._examples, self._dry_runs = {}, {}

    def examples(self, check):
        """Return the examples of a check; GraderError if they cannot be drawn."""
        if check.draws not in self._examples:
            try:
                self._examples[check.draws] = check.draws.examples(self.seed)
            except Exception as error:
                text = f"The examples of {check.name} could not be drawn: {error!r}"
                raise GraderError(text) from error
        return self._examples[check.draws]

    def dry_run(self, check, oracles):
        """Return the `DryRun` of a check, or None; see `dry_run.dry_run`."""
        if check not in self._dry_runs:
            with self.keeping_answers():
                self._dry_runs[check] = dry_run(check, oracles, self)
        return self._dry_runs[check]

    def prepare(self, exercise, functions):
        """Find what the checks of some functions of an exercise call, and the right answers."""
        for check in exercise.checks:
            if set(check.functions) <= set(functions):
                self.dry_run(check, exercise.oracles)

    def keeping_answers(self):
        """Return a context in which right answers are found once."""
        return answers_kept_in(self.answers)
