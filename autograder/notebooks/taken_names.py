"""Say in a notebook which name stands for something else than the student's own function.

For the grade the last definition counts, whatever takes its name after that; a running notebook has
only what the name stands for now.
"""

from __future__ import annotations

import re

from autograder.sandbox.worker.definitions import Definitions

# IPython keeps the sources of all cells that were run under this name.
HISTORY = "In"


def taken_names(names, env):
    """Yield a sentence for each function that was defined, and whose name something else took.

    Parameters
    ----------
    names : iterable of str
        The functions.
    env : dict of str to object
        The variables of a notebook.
    """
    history = env.get(HISTORY)
    cells = [each for each in history if isinstance(each, str)] if isinstance(history, list) else []
    definitions = Definitions(env, names)
    for name in names:
        line = re.compile(rf"^[ \t]*(?:async[ \t]+)?def[ \t]+{re.escape(name)}\b", re.MULTILINE)
        if name in env and not definitions.is_own(env[name]) and any(map(line.search, cells)):
            yield (
                f"{name} is {_kind(env[name])} now, and not your function: a later line took its "
                "name. For the grade your definition counts; run its cell again to check it."
            )


def _kind(value):
    """Return what a value is, in a few words."""
    module = getattr(value, "__module__", None)
    if callable(value) and isinstance(module, str):
        return f"a function of {module}"
    return f"an object of type {type(value).__name__}"
