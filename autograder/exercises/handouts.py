"""What students receive of an exercise, as it lies in an installed package or in a checkout."""

from __future__ import annotations

from autograder.authoring.origin import HANDOUTS
from autograder.authoring.origins import origins


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
        If there are none; the message says which are missing.
    """
    names, origin = (f"{name}.ipynb", f"{name}.py"), origins()[name]
    tops = (origin.home / origin.package.partition(".")[0], origin.folder, origin.home)
    for folder in (top / HANDOUTS / name for top in tops):
        if all((folder / each).is_file() for each in names):
            return {each: (folder / each).read_bytes() for each in names}
    whose = "this kit" if origin.is_kits else origin.whose
    raise FileNotFoundError(f"{whose[:1].upper()}{whose[1:]} holds no {' and no '.join(names)}.")
