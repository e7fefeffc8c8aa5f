"""The course file that `autograder course init` writes: every key, most of them commented out."""

from __future__ import annotations

import json

SAMPLE = """\
# The course, for `autograder grade` and the commands after it. Every key may be left out.
# Put this file beside the submissions, or name it with --course. `autograder course check` says
# what it means. A line that starts with # says nothing yet.

# title = "Image processing"

# The seed decides on which images submissions are graded. Nobody but you should know it.
seed = {seed}

# Needed for times that do not say theirs, as in 2026-03-14T23:59:00+01:00.
# time_zone = "Europe/Berlin"

# The exercises of the course; without this line, all of the kit's.
# exercises = {exercises}

# Folders beside this file with exercises of your own, each called like its exercise, such as
# "exercises/sobel"; docs/add-an-exercise.md says what they hold.
# folders = []            # of exercises of your own

# hints = true
# install = "pip install image-processing-assignments"
# colab = "https://colab.research.google.com/github/you/course/blob/main/{{exercise}}.ipynb"
# regrades = "Write to me within a week, with the token of the case."

{rules}
# Lateness. Without a policy all points count, whenever the work comes. Choose one of three:
# [late]
# policy = "per day"    # a deduction for each day begun
# deduction = "10 %"    # or a number of points
# cap = "50 %"          # the most that all days cost
# of = "possible"       # or "earned": what shares are taken of
# grace = "15 minutes"
# unknown = "empty"     # or "in time": if nothing says when the work came

# policy = "curve"      # a share that falls with time, evenly between these corners
# curve = [["1 day", "90 %"], ["3 days", "50 %"], ["7 days", "0 %"]]

# policy = "late days"  # days for the whole term, spent so that the total is highest
# days = 5
# most = 2              # on one exercise
# deduction = "100 %"   # for each day beyond them

# Students go by their key in grades.csv, by number, e-mail or name.
# [extensions."Ada Example"]
# {first} = 2026-03-21T23:59:00

# When work came, if no system says it; your word counts more than the system's.
# [handed_in."Ada Example"]
# {first} = 2026-03-14T22:00:00
"""

RULES = """\
# [exercise.{name}]   # {title}
# due = 2026-03-14T23:59:00
# points = {points}           # its checks together, whatever each of them is worth
{optional}# weight = 1.0          # how many times it counts in the total
# checks = {{ {check} = 0 }}  # points of single checks; 0 drops one
"""
OPTIONAL = "# optional = 5          # its optional checks together; 0 without this line\n"


def sample_course(declarations, seed, exercise_of):
    """Return the text of a course file with a comment for each key.

    Parameters
    ----------
    declarations : dict of str to Declaration
        The exercises that there are.
    seed : str
        The seed that it names.
    exercise_of : callable
        Returns the `Exercise` of a name.
    """
    rules = [
        RULES.format(
            name=each.name,
            title=each.title,
            points=each.points,
            check=each.checks[0].name,
            optional=OPTIONAL if each.optional else "",
        )
        for each in map(exercise_of, declarations)
    ]
    return SAMPLE.format(
        seed=json.dumps(seed),
        exercises=json.dumps(list(declarations)),
        rules="\n".join(rules),
        first=next(iter(declarations)),
    )
