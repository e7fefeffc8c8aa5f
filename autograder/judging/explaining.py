"""Explain what is wrong with one function: a known mistake, or the choices that are wrong."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.authoring.choices import Finding
from autograder.judging.asking import NoMoreCalls
from autograder.judging.choosing import findings
from autograder.judging.contrasts import contrast
from autograder.judging.crashes import meaning_of

MOST_FURTHER = 2


@dataclass(frozen=True)
class _Explanation:
    """What is wrong with a function.

    Attributes
    ----------
    mistake : Misconception or None
        The known mistake that it makes, and no other.
    findings : tuple of Finding
        The choices that are wrong, the costliest first, if no known mistake is all that is wrong.
    """

    mistake: object = None
    findings: tuple[Finding, ...] = ()

    def of(self, function, outcome):
        """Return the name of the mistake or None, the hint, and further ones, for one outcome."""
        if self.mistake is not None:
            return self.mistake.name, self.mistake.hint, ()
        fitting = self._fitting(function, outcome)
        sentences = [each.sentence for each in fitting]
        return None, sentences[0] if sentences else "", tuple(sentences[1 : MOST_FURTHER + 1])

    def _fitting(self, function, outcome):
        """Return the findings, the one first that is about this failure.

        What stops with an error for some arguments gives a result of a wrong shape for others.
        """
        if outcome.status == "failed" and "It has shape" in outcome.message:
            return sorted(self.findings, key=lambda each: not each.stops)
        if outcome.status != "crashed":
            return sorted(self.findings, key=lambda each: each.stops)
        fitting = sorted(self.findings, key=lambda each: not each.stops)
        meaning = meaning_of(function, outcome.message)
        if meaning is not None and not any(each.stops for each in fitting):
            fitting.insert(0, meaning)
        return fitting


def explanation(exercise, asks, subject, outcomes, mistake, compared, relation):
    """Return the `_Explanation` of one function.

    Parameters
    ----------
    exercise : Exercise
        What was checked.
    asks : dict of str to Ask
        Its functions.
    subject : JudgedFunction
        The function, which is wrong.
    outcomes : list of Outcome
        Those that did not pass because of it.
    mistake : callable
        Returns the known mistake that its calls show, or None.
    compared : callable
        Returns pairs of the arguments of its calls and whether what came was right.
    relation : callable
        Returns a sentence on how its results relate to the right ones, or "".
    """
    if not subject.is_written:
        return _Explanation()
    found = _returned_no_array(subject)
    if found:
        return _Explanation(findings=(found,))
    known = mistake()
    if any(each.status == "timed_out" for each in outcomes) or subject.forbidden:
        return _Explanation(mistake=known)
    follows = _follows(exercise, asks, subject.name)
    if follows is not None:
        return _Explanation(findings=(follows,))
    if known is not None:
        return _Explanation(mistake=known)
    found = findings(exercise.choices, asks, subject.name)
    if not found and (sentence := relation()):
        found = [Finding("relation", sentence)]
    if not found and (other := contrast(compared(), exercise.parameters[subject.name])):
        found = [other]
    return _Explanation(findings=tuple(found))


def _follows(exercise, asks, name):
    """Return the `Finding` that a function is wrong only because another one is, or None."""
    choices = exercise.choices.get(name)
    if choices is None or choices.follows is None:
        return None
    try:
        return choices.follows(asks[name])
    except (NoMoreCalls, ValueError, TypeError):  # results may be of any shape and dtype
        return None


def _returned_no_array(subject):
    """Return the `Finding` on results that are not arrays, if no call gave one."""
    kinds = {call.failure for call in subject.history}
    if len(kinds) != 1 or not next(iter(kinds), "").startswith("object returned"):
        return None
    what = kinds.pop().removeprefix("object returned ")
    if what == "None":
        return Finding("returned_nothing", NOTHING)
    if what.endswith("list"):
        return Finding("returned_a_list", "The result is a Python list; it should be an array.")
    text = f"The function returns {what}; it should return a NumPy array of numbers."
    if "type float" in what or "type int" in what or "type bool" in what:
        text = "The function returns a single number; return the whole array after the last loop."
    return Finding("returned_no_array", text)


NOTHING = "The function returns nothing: end it with a return of the array that it makes."
