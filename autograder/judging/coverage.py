"""Which strata the examples of each check cover, and whether every seed covers all of them.

A stratum is what one seed may try and another leave out: a dtype, a form, a memory layout, a kind
of number, a kind of head. Seeds decide nothing only if what one of them tries, all of them try.
"""

from __future__ import annotations

from collections import Counter

import numpy as np

from autograder.judging.session import Session

STRATA_SEEDS = 60
LONG = 64
LARGE, HUGE, TINY = 255, 2**32, 1e-6


def strata_of_checks(exercise, seeds=STRATA_SEEDS):
    """Return for each check, by name, a `Counter` of with how many seeds it covers each stratum.

    Parameters
    ----------
    exercise : Exercise
        Whose checks are looked at.
    seeds : int
        With how many seeds.
    """
    found = {check.name: Counter() for check in exercise.checks}
    for seed in range(seeds):
        session = Session(f"strata-{seed}")
        for check in exercise.checks:
            found[check.name].update(_covered(check, exercise, session))
    return found


def uneven_checks(strata, seeds=STRATA_SEEDS):
    """Return the names of the checks of which some seeds, not all, cover a stratum."""
    return [name for name, counted in strata.items() if any(n < seeds for n in counted.values())]


def _covered(check, exercise, session):
    """Return the strata that the examples of a check cover, and the calls that it makes of them."""
    found = set()
    for example in session.examples(check):
        for name, value in example.items():
            found |= {f"{name}: {each}" for each in getattr(value, "strata", ())}
    run = session.dry_run(check, exercise.oracles)
    for call in run.calls if run and run.replies else ():
        for name, array in zip(exercise.parameters[call.function], call.arguments, strict=True):
            found |= {f"{name}: {each}" for each in _strata_of(array)}
    return found


def _strata_of(array):
    """Return the strata in which an array lies."""
    size = float(np.abs(array.astype(float)).max(initial=0))
    kinds = {
        "by columns": array.flags.f_contiguous and not array.flags.c_contiguous,
        "strided": not array.flags.forc,
        "read only": not array.flags.writeable,
        "negative": (array < 0).any() if array.dtype != bool else False,
        "large": LARGE < size <= HUGE,
        "huge": size > HUGE,
        "tiny": 0 < size < TINY,
    }
    return {str(array.dtype), _form(array.shape), *(kind for kind, has in kinds.items() if has)}


def _form(shape):
    """Return what kind of shape this is."""
    of = f"{len(shape)}-D"
    if max(shape) >= LONG:
        return f"{of} long"
    if max(shape) == 1:
        return f"{of} of one"
    if min(shape) == 1:
        return f"{of} thin along axis {shape.index(1)}"
    return f"{of} equal" if len(set(shape)) == 1 else f"{of} longest along axis {np.argmax(shape)}"
