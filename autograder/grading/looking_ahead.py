"""What a class has to have ready before its first submission is graded."""

from __future__ import annotations

import re

from autograder.exercises import declarations, load_exercise

# Files that are read to see what they use, before they are read to be graded.
_MOST_READ = 100


class LookingAhead:
    """What submissions that are left to grade mention, and what has to be ready for that.

    Parameters
    ----------
    submissions : list of Submission
        What is left to grade.

    Attributes
    ----------
    text : bytes or None
        What their files hold, one after the other; None if they are many. Then all that they may
        use is best ready.
    """

    def __init__(self, submissions):
        self._exercises = sorted({each.exercise for each in submissions})
        is_read = len(submissions) <= _MOST_READ
        self.text = b"\n".join(each.read().whole for each in submissions) if is_read else None

    @property
    def forbidden(self):
        """What the exercises forbid, without repetitions, as a sorted list of tuples.

        What is forbidden in optional functions that no file mentions is left out: hardly anybody
        has written these.
        """
        declared, found = declarations(), set()
        for name in self._exercises:
            optional = declared[name].optional
            found.add(tuple(declared[name].forbidden))
            found |= {tuple(optional[each]) for each in optional if self._is_mentioned(each)}
        return sorted(found)

    def rehearse(self, seed):
        """Find what the checks call, and the right answers, with the examples of a seed.

        Checks of optional functions that no file mentions are left out.
        """
        from autograder.grading.grader import session_of_this_process

        session = session_of_this_process(seed)
        for exercise in map(load_exercise, self._exercises):
            written = {each for each in exercise.functions if each not in exercise.optional}
            written |= {each for each in exercise.optional if self._is_mentioned(each)}
            session.prepare(exercise, written)

    def _is_mentioned(self, name):
        return self.text is None or re.search(rf"\b{name}\b".encode(), self.text) is not None
