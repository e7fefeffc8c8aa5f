"""Records of checks that stay small, whatever a submission returned or said."""

from __future__ import annotations

import json

# Bytes of all the checks of one submission, in a file; what is then cut short comes on top.
MOST_EVIDENCE = 400_000
# Characters of a sentence that is cut short.
LONGEST_SENTENCE = 1000


def bounded(records):
    """Return the records of checks, without what is too large of it to be kept.

    What comes first has the most room: the arrays of later checks are left out once `MOST_EVIDENCE`
    is used up, and then their pictures in text.

    Parameters
    ----------
    records : list of dict
        What `Outcome.record` returns, in the order of the checks.

    Returns
    -------
    records : list of dict
        With the same fields.
    """
    kept, left = [], MOST_EVIDENCE
    for record in records:
        for cut in (record, _without_arrays(record), _cut_short(record)):
            size = len(json.dumps(cut, indent=1))
            if size <= left:
                break
        kept.append(cut)
        left = max(left - size, 0)
    return kept


def _without_arrays(record):
    """Return a record whose counterexample is only text."""
    example = record["counterexample"]
    without = {"arguments": {}, "expected": None, "yours": None}
    return record | {"counterexample": example and example | without}


def _cut_short(record):
    """Return a record that says what is wrong, and how to see it again."""
    example = record["counterexample"]
    text = record["sentence"][:LONGEST_SENTENCE]
    again = f"To run it again: autograder replay {example['token']} FILE" if example else ""
    message = f"{text}\n\n{again}" if len(again) <= LONGEST_SENTENCE and again else text
    return record | {"sentence": text, "message": message, "counterexample": None}
