"""What students receive of an exercise, as it lies in an installed package or in a checkout."""

from __future__ import annotations

import json
import re

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


def heading_of(name, function):
    """Return the heading in an exercise's notebook below which students write a function, or "".

    Parameters
    ----------
    name, function : str
        The exercise, and one of its functions.
    """
    try:
        notebook = json.loads(handout_of(name)[f"{name}.ipynb"])
    except FileNotFoundError:
        return ""
    heading = ""
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            heading = (re.findall(r"^#+ +(.+)$", source, re.MULTILINE) or [heading])[-1]
        elif re.search(rf"^def {function}\(", source, re.MULTILINE):
            return heading
    return ""
