"""The figures of a handout alone, as it is run with right functions."""

from __future__ import annotations

import io
import runpy
from contextlib import redirect_stdout

import matplotlib

from autograder.imaging.figures.output import collected
from autograder.notebooks.handout import HEADING, Code, QuestionPart, StubPlace


def handout_figures(parts, solution):
    """Yield each figure of a handout with the heading that it stands below.

    Parameters
    ----------
    parts : list
        The handout, from `handout.read_handout`. Its code runs in this process.
    solution : path
        The file of right functions, for the places of the stubs.

    Yields
    ------
    heading : str
    figure : dict of str to str
        The picture, base64, by ``"image/png"``, and its words by ``"text/plain"``.
    """
    matplotlib.use("agg")
    right, variables, heading = runpy.run_path(str(solution)), {"__name__": "__main__"}, ""
    for part in parts:
        if isinstance(part, StubPlace):
            variables |= {name: right[name] for name in part.functions}
        elif isinstance(part, Code):
            with collected() as figures, redirect_stdout(io.StringIO()):
                exec(part.source, variables)
            yield from ((heading, figure) for figure in figures)
        elif not isinstance(part, QuestionPart) and (found := HEADING.match(part.text)):
            heading = found["text"].strip()
