"""Show how grading goes on: a bar in a terminal, a line a submission elsewhere."""

from __future__ import annotations

from rich.progress import Progress

from autograder.report import grade_line


def tracked(console, results, total):
    """Yield result records as they come, and show each.

    Parameters
    ----------
    console : rich.console.Console
        Where to show it.
    results : iterable of dict
        The records.
    total : int
        How many there will be.
    """
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("grading", total=total)
        for result in results:
            console.print(grade_line(result))
            bar.advance(task)
            yield result
