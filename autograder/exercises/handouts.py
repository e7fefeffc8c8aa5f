"""What students receive of an exercise, as it lies in the installed kit or in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parents[1]
FOLDER = "assignments"  # a wheel has it in the package, a checkout beside it


def handout_of(name):
    """Return the notebook and the script that students of an exercise begin with.

    Parameters
    ----------
    name : str
        The exercise.

    Returns
    -------
    files : dict of str to bytes
        Their contents, by the files' names.

    Raises
    ------
    FileNotFoundError
        If this kit holds none; the message says which are missing.
    """
    names = (f"{name}.ipynb", f"{name}.py")
    places = (top / FOLDER / name for top in (PACKAGE, PACKAGE.parent))
    for folder in places:
        if all((folder / each).is_file() for each in names):
            return {each: (folder / each).read_bytes() for each in names}
    raise FileNotFoundError(f"This kit holds no {' and no '.join(names)}.")
