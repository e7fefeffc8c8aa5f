"""What hints are about: one failure, and three hints on it by its kind.

An error asks for shapes, a mask for its outline, numbers for paper.
"""

from __future__ import annotations

import re

import numpy as np

from autograder.imaging.arrays import from_record
from autograder.reports.failed_call import FailedCall

_LINE = re.compile(r"Line (\d+) \(")
_FORBIDDEN = re.compile(r"The work of \w+ should be your own\..* it called ([\w.]+)\.", re.I)


def trouble_in(check):
    """Return what is kept of a check that did not pass, for hints on it: a dict for JSON.

    Parameters
    ----------
    check : dict
        A check of a result record.
    """
    example, sentence = check["counterexample"] or {}, check["sentence"]
    return {
        "check": check["name"],
        "status": check["status"],
        "claim": check["claim"],
        "misconception": check["misconception"],
        "relation": "" if check["misconception"] else check["hint"],
        "is_hinted_at": bool(check["hint"]),  # the report showed that as the first hint
        "seen": sentence.partition("\n")[0],
        "token": example.get("token", ""),
        "kind": _kind_of(check),
        "shapes": _shapes_in(example),
        "line": found[1] if (found := _LINE.search(sentence)) else "",
        "forbidden": found[1] if (found := _FORBIDDEN.search(sentence)) else "",
    }


def _kind_of(check):
    """Return what it is about: an ``error``, ``time``, a ``rule``, a ``mask`` or ``numbers``."""
    if check["status"] in ("crashed", "timed_out"):
        return {"crashed": "error", "timed_out": "time"}[check["status"]]
    if _FORBIDDEN.search(check["sentence"]):
        return "rule"
    example = check["counterexample"] or {}
    case = FailedCall.of(example) if "arguments" in example else None
    return "mask" if case is not None and case.is_of_a_large_image else "numbers"


def _shapes_in(example):
    """Return the shapes of the arguments of a case, by name."""
    arguments = example.get("arguments", {})
    return {name: list(np.shape(from_record(value))) for name, value in arguments.items()}


def hints_on(exercise, trouble):
    """Return the hints on a trouble: those of the known mistake behind it, or those of its kind.

    Parameters
    ----------
    exercise : Exercise
        Knows the mistakes.
    trouble : dict
        From `trouble_in`, perhaps of an earlier version.
    """
    known = {each.name: each.hints for each in exercise.misconceptions}
    if trouble["misconception"] in known:
        return known[trouble["misconception"]]
    if trouble["status"] == "not_written":
        return (trouble["seen"],)
    first = (
        trouble["relation"] or f"Begin with the first check that does not pass: {trouble['claim']}"
    )
    again = f"autograder replay {trouble['token']} FILE --pdb"
    last = f"Go through your function line by line on this case: {again}"
    return (first, _by_kind(trouble), last)


def _by_kind(trouble):
    """Return the second hint."""
    kind = trouble.get("kind", "numbers")
    if kind == "error":
        shapes = trouble["shapes"].items()
        was = " and ".join(f"{name} has shape {tuple(shape)}" for name, shape in shapes)
        line = f"line {trouble['line']}" if trouble["line"] else "the line that stops"
        told = f"In this call {was}. " if was else ""
        return f"{told}Print the shapes of all arrays in {line} just before it runs."
    if kind == "time":
        return "Print a number in each turn of your loops: which of them goes on, and what ends it?"
    if kind == "rule":
        return f"Look for what calls {trouble['forbidden']}, and write the steps of it yourself."
    if kind == "mask":
        return (
            "Draw the outline of what you keep over the image, plt.contour(result != 0), after "
            "each of your steps: which step is the first with a wrong outline?"
        )
    return f"Work this out with pencil and paper: {trouble['seen']}"
