"""The first cell of a student's notebook, which works anywhere or says what to install."""

from __future__ import annotations

import re

from autograder.course.policy.course_file import NAME, read_course
from autograder.course.policy.sections import BadCourse
from autograder.exercises import declarations_with, load_exercise
from autograder.notebooks.wheels import wheel_names

CELL = """\
# Run this cell first. It needs the course's kit.
# Install the kit once, in a terminal:
#     pip install {words}
KIT = {kit}
try:
    from autograder import notebook
except ImportError:
    import subprocess
    import sys

    if "google.colab" not in sys.modules:
        raise ImportError(
            f"First install the kit, in a terminal: pip install {shown}"
        ) from None
    pip = [sys.executable, "-m", "pip", "install", "--quiet"]
    subprocess.run([*pip, {star}KIT], check=True)
    from autograder import notebook
grader = notebook("{name}")"""


def first_cell(name, root):
    """Return the source of the first cell.

    Parameters
    ----------
    name : str
        The exercise.
    root : Path
        The repository: `install` in its ``course.toml`` is what ``pip install`` takes. Without one,
        it is the kit's wheel beside the notebook. The wheel of a package that brings the exercise
        lies there in any case.

    Raises
    ------
    ValueError
        If that file is not understood, or `install` is not a line for a string of Python.
    """
    kits, *others = wheel_names(name)
    words = (course_lines(root)[0] or kits, *others)
    if others:
        shown, star, kit = "{' '.join(KIT)}", "*", ", ".join(f'"{each}"' for each in words)
        return CELL.format(name=name, words=" ".join(words), kit=f"({kit})", shown=shown, star=star)
    (word,) = words
    return CELL.format(name=name, words=word, kit=f'"{word}"', shown="{KIT}", star="")


def course_lines(root):
    """Return what a course's own file says of where students work.

    Returns
    -------
    install : str
        What ``pip install`` takes for the kit, or "".
    colab : str
        The address at which Colab opens a notebook, with ``{exercise}`` for its name, or "".

    Raises
    ------
    ValueError
        If the ``course.toml`` of this folder is not understood, or `install` is not a line for a
        string of Python.
    """
    path = root / NAME
    if not path.is_file():
        return "", ""
    try:
        course = read_course(path, declarations_with, _names_of_checks)
    except BadCourse as error:
        raise ValueError(str(error)) from error
    line = course.install
    if not set(line).isdisjoint('\n"\\'):
        raise ValueError(f"{path}: install should be one line such as a URL, not {line!r}.")
    return re.sub(r"^(python3? -m )?pip install\s+", "", line.strip()), course.colab


def _names_of_checks(name):
    return tuple(check.name for check in load_exercise(name).checks)
