"""Explain what is wrong with one function: a known mistake, or the choices that are wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

import numpy as np

from autograder.authoring.choices import Finding
from autograder.judging.arguments import swapped
from autograder.judging.asking import NoMoreCalls
from autograder.judging.choosing import findings
from autograder.judging.crashes import late_call, meaning_of

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
    shown : callable
        Takes an `Outcome`, and returns what is `Shown` of the function, or None.
    others : callable
        Returns the findings to fall back on if none of these explains a failure.
    of_shown : callable
        Takes what is shown, and returns the last finding to fall back on, or None.
    said : callable
        Takes a sentence, and returns it in the words of the exercise.
    unwritten : tuple of str
        The functions that the student has not written yet.
    """

    mistake: object = None
    findings: tuple[Finding, ...] = ()
    shown: Callable = field(default=lambda outcome: None)
    others: Callable = field(default=tuple)
    of_shown: Callable = field(default=lambda shown: None)
    said: Callable = str
    unwritten: tuple[str, ...] = ()

    def of(self, function, outcome):
        """Return the name of the mistake or None, the hint, and further ones, for one outcome."""
        if self.mistake is not None:
            return self.mistake.name, self.mistake.hint, ()
        first = self._behind(function, outcome)
        if first is None:
            return None, "", ()
        also = [each for each in self._that_fit(outcome) if each != first and not each.is_all]
        most = 0 if first.key.startswith("follows:") else MOST_FURTHER
        further = tuple(self.said(each.sentence) for each in also[:most])
        return None, self.said(first.sentence), further

    def _that_fit(self, outcome):
        """Return the findings that may stand below a failure.

        If a call has no result, or one of a wrong shape, nobody asks what its numbers would be.
        """
        shown = self.shown(outcome)
        if shown is None or shown.about not in ("crash", "shape"):
            return self.findings
        shown = replace(shown, about="shape")
        return [each for each in self.findings if _first_that_explains([each], shown)]

    def _behind(self, function, outcome):
        """Return the finding that explains a failure, or None."""
        if self.findings and self.findings[0].explains is _always:
            return self.findings[0]
        if outcome.status == "timed_out":
            return late_call(outcome)
        if outcome.status == "crashed":
            return self._behind_a_crash(function, outcome)
        shown = self.shown(outcome)
        if shown is None:
            return None
        found = _first_that_explains(self.findings, shown)
        return found or _first_that_explains(self.others(), shown) or self._of_shown(shown)

    def _of_shown(self, shown):
        """Return what there is to say of the case itself, or None."""
        try:
            return self.of_shown(shown)
        except (ValueError, TypeError, IndexError):  # results may be of any shape and dtype
            return None

    def _behind_a_crash(self, function, outcome):
        """Return what explains an error: a choice that stops such calls, or the error itself."""
        meaning = meaning_of(function, outcome.message, self.unwritten)
        shown = self.shown(outcome)
        if shown is None:
            return meaning
        shown = replace(shown, error=meaning.key if meaning else "")
        stopping = [each for each in self.findings if each.stops]
        return _first_that_explains(stopping, shown) or meaning


def _first_that_explains(findings, shown):
    """Return the first of some findings that is behind what is shown, or None."""
    for finding in findings:
        try:
            with np.errstate(all="ignore"):
                if finding.explains(shown):
                    return finding
        except Exception:  # noqa: BLE001 - results may be of any shape and dtype
            continue
    return None


def explanation(exercise, asks, subject, outcomes, mistake, shown, others):
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
    shown : callable
        Takes an `Outcome`, and returns what is `Shown` of the function, or None.
    others : callable
        Returns findings on its results as a whole.
    """
    if not subject.is_written:
        return _Explanation()
    found = _returned_no_array(subject) or swapped(exercise, subject)
    if found:
        return _Explanation(findings=(replace(found, explains=_always),))
    known = mistake()
    if any(each.status == "timed_out" for each in outcomes) or subject.forbidden:
        return _Explanation(mistake=known)
    follows = _follows(exercise, asks, subject.name)
    if follows is None and known is not None:
        return _Explanation(mistake=known)
    found = findings(exercise.choices, asks, subject.name)
    for each in asks.values():
        each.renew()
    found = found if follows is None else [follows, *found]
    choices = exercise.choices.get(subject.name)
    of_shown = (choices and choices.of_shown) or (lambda shown: None)
    said = choices.said if choices else str
    unwritten = tuple(each.name for each in asks.values() if not each.is_written)
    return _Explanation(None, tuple(found), shown, others, of_shown, said, unwritten)


def _follows(exercise, asks, name):
    """Return the `Finding` that a function is wrong only because another one is, or None."""
    choices = exercise.choices.get(name)
    if choices is None or choices.follows is None:
        return None
    try:
        return choices.follows(asks[name])
    except (NoMoreCalls, ValueError, TypeError):  # results may be of any shape and dtype
        return None


def _always(shown):
    """Accept any failure."""
    return True


def _returned_no_array(subject):
    """Return the `Finding` on results that are not arrays, if no call gave one."""
    kinds = {call.failure for call in subject.history}
    if len(kinds) != 1 or not next(iter(kinds), "").startswith("object returned"):
        return None
    what = kinds.pop().removeprefix("object returned ")
    if what == "None":
        return Finding("returned_nothing", NOTHING)
    if what.endswith("list"):
        text = "The result is a Python list; it should be an array."
        return Finding("returned_a_list", text)
    kind = what.rpartition(" ")[2]
    if kind in RETURNED:
        return Finding(f"returned_a_{kind}", RETURNED[kind])
    text = f"The function returns {what}; it should return a NumPy array of numbers."
    if "type float" in what or "type int" in what or "type bool" in what:
        text = "The function returns a single number; return the whole array after the last loop."
    return Finding("returned_no_array", text)


NOTHING = "The function returns nothing: end it with a return of the array that it makes."
RETURNED = {
    "tuple": "The function returns a tuple: a comma behind return makes one. Return the array "
    "alone.",
    "generator": "The function returns a generator, as yield makes it: put all values into an "
    "array.",
}
