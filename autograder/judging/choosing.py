"""Which choices of a wrong function are wrong, each found by itself with a few more calls."""

from __future__ import annotations

import numpy as np

from autograder.judging.asking import Ask, NoMoreCalls


def findings(choices, asks, name):
    """Return the `Finding` of each wrong choice of one function, the costliest first.

    Parameters
    ----------
    choices : dict of str to Choices
        What the exercise declares.
    asks : dict of str to Ask
        The exercise's functions.
    name : str
        The function.
    """
    if name not in choices:
        return []
    found, seen = [], choices[name].observe(asks[name])
    for choice in (*choices[name].all, choices[name].otherwise):
        if choice is None or (choice is choices[name].otherwise and found):
            continue
        try:
            with np.errstate(all="ignore"):
                finding = choice(seen)
        except NoMoreCalls:
            break
        except Exception:  # noqa: BLE001 - no result is so odd that its report should be lost
            continue
        if finding is not None and finding not in found:
            found.append(finding)
            if finding.is_all:
                break
    return found


def asks_of(subjects):
    """Return an `Ask` for each function, by name; each knows the others."""
    asks = {}
    for subject in subjects.values():
        Ask(subject, asks)
    return asks
