"""What is kept of a failure, so that hints can be given on it later: all that they speak of."""

from __future__ import annotations

import re

import numpy as np

from autograder.imaging.arrays import from_record
from autograder.imaging.grids import pixel_of, place
from autograder.reports.failed_call import FailedCall
from autograder.reports.failure_text import UNLOADED, name_in

# In a notebook, the line is followed by the words for its cell.
_LINE = re.compile(r"Line (\d+[^(]*) \(")
_FAILED_BEFORE = re.compile(r": NameError: .* Before, while it was loaded: Line (\d+[^(]*) \(")
_FORBIDDEN = re.compile(r"The work of \w+ should be your own\..* it called ([\w.]+)\.", re.I)


def trouble_in(check):
    """Return what is kept of a check that did not pass, for hints on it: a dict for JSON.

    Parameters
    ----------
    check : dict
        A check of a result record.
    """
    example, sentence = check["counterexample"] or {}, check["sentence"]
    case = FailedCall.of(example) if "arguments" in example else None
    return {
        "check": check["name"],
        "status": check["status"],
        "claim": check["claim"],
        "function": example.get("function", "") or name_in(sentence),
        "misconception": check["misconception"],
        "relation": "" if check["misconception"] else check["hint"],
        "is_hinted_at": bool(check["hint"]),  # the report showed that as the first hint
        "seen": sentence.partition("\n")[0],
        "token": example.get("token", ""),
        "has_call": bool(example.get("call")),
        "kind": _kind_of(check, case),
        "shapes": _shapes_in(example),
        "line": _line_in(sentence),
        "forbidden": found[1] if (found := _FORBIDDEN.search(sentence)) else "",
        "first": _first_wrong(case),
        "spread": _spread_of(case),
    }


def _kind_of(check, case):
    """Return what it is about: a ``file``, an ``error``, ``time``, a ``rule``, a ``mask``, ...

    The last is ``numbers``.
    """
    if UNLOADED in check["sentence"]:
        return "file"
    if check["status"] in ("crashed", "timed_out"):
        return {"crashed": "error", "timed_out": "time"}[check["status"]]
    if _FORBIDDEN.search(check["sentence"]):
        return "rule"
    return "mask" if case is not None and case.is_of_a_large_image else "numbers"


def _line_in(sentence):
    """Return the line that an error names, or what it misses if that failed before; or ""."""
    found = _FAILED_BEFORE.search(sentence) or _LINE.search(sentence)
    return found[1] if found else ""


def _shapes_in(example):
    """Return the shapes of the arguments of a case, by name."""
    arguments = example.get("arguments", {})
    return {name: list(np.shape(from_record(value))) for name, value in arguments.items()}


def _first_wrong(case):
    """Return where the first wrong pixel is, as ``the pixel at [0, 2]``, or ""."""
    if case is None or case.where is None:
        return ""
    what = pixel_of(case.image) if case.lies_on_the_image else "number"
    return f"the {what} at {place(case.where)}"


def _spread_of(case):
    """Return a sentence on how many pixels are wrong, and on which side of the border, or ""."""
    if case is None or case.differing is None or not case.lies_on_the_image:
        return ""
    wrong, pixels = case.differing, f"{pixel_of(case.image)}s"
    count = int(wrong.sum())
    if not count or wrong.size == 1:
        return ""
    if count == wrong.size:
        return f"All {count} {pixels} are wrong: look at what you do to every one of them."
    some = f"{count} of {wrong.size} {pixels} {'is' if count == 1 else 'are'} wrong"
    inner = wrong[_inside_of(case)]
    if inner.size and not inner.any():
        return f"{some}, at the border only: look at what you take for the {pixels} beyond it."
    if inner.size and inner.sum() == count:
        return f"{some}, and none at the border."
    return f"{some}: look at what these have in common." if count > 1 else f"{some}."


def _inside_of(case):
    """Return the slices of the pixels whose neighbourhood lies inside the image."""
    weights = case.weights[1]
    sides = (3,) * case.image.ndim if weights is None else weights.shape
    return tuple(
        slice(side // 2, max(length - side // 2, 0))
        for side, length in zip(sides, case.image.shape, strict=True)
    )
