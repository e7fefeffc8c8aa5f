"""Check cells that pass while their function is at fault in a check that could have been run.

    python -m benchmarks.false_greens

Each known mistake of the exercises with several functions takes the place of its function, once
alone and once with all other functions right; then the cell of that function is run.
"""

from __future__ import annotations

import argparse
from dataclasses import replace

from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import load_exercise
from autograder.judging.session import Session
from autograder.notebooks.cell_run import checked

EXERCISES = ("tophat", "skull_removal")


def false_greens(name, most=None):
    """Return the names of the known mistakes whose cell passes.

    Parameters
    ----------
    name : str
        The exercise.
    most : int, optional
        Try so many of them, evenly spread.
    """
    # The known mistakes call what students may not, and would fail for that alone.
    exercise = replace(load_exercise(name), forbidden=())
    session = Session(STUDENT_SEED)
    # A mistake that only is about a forbidden library gives right results.
    mistakes = [each for each in exercise.misconceptions if not each.is_about_libraries]
    step = 1 if most is None else max(1, len(mistakes) // most)
    found = []
    for mistake in mistakes[::step][:most]:
        for others in ({}, exercise.oracles):
            env = others | {mistake.of: mistake.function}
            checks, _ = checked(exercise, mistake.of, env, session)
            if all(each["status"] == "passed" for each in checks):
                found.append(f"{mistake.name}{' with others' if others else ''}")
    return found


def main():
    """Print how many there are, and which."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exercises", nargs="*", default=EXERCISES)
    for name in parser.parse_args().exercises:
        found = false_greens(name)
        print(f"{name}: {len(found)} false greens{': ' if found else ''}{', '.join(found)}")


if __name__ == "__main__":
    main()
