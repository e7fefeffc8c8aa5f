"""Show how grading goes on: a bar in a terminal, a line a submission elsewhere."""

from __future__ import annotations

import time

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from autograder.reports.terminal import grade_line, harmless

# Seconds after which a submission is named, and how many are at most.
LONG = 5.0
MOST_NAMED = 4


def tracked(console, results, total, running):
    """Yield result records as they come, and show each.

    Parameters
    ----------
    console : rich.console.Console
        Where to show it.
    results : iterable of dict
        The records.
    total : int
        How many there will be.
    running : callable
        Returns the jobs that are worked on, and since when by `time.monotonic`, as a dict.
    """
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TimeRemainingColumn(),
        TextColumn("left"),
    )
    is_hidden = not console.is_terminal
    with _Bar(*columns, console=console, transient=True, disable=is_hidden, running=running) as bar:
        task = bar.add_task("grading", total=total)
        for result in results:
            console.print(grade_line(result))
            bar.advance(task)
            yield result


class _Bar(Progress):
    """A progress bar with the names of what runs long on a line below it."""

    def __init__(self, *columns, running, **options):
        self._running = running
        super().__init__(*columns, **options)

    def get_renderables(self):
        """Yield the bar, and the names if there are any."""
        yield from super().get_renderables()
        names = running_long(self._running(), time.monotonic())
        if names:
            yield Text(f"Still running: {names}", style="yellow")


class _Rate(ProgressColumn):
    """How many submissions are graded in a minute."""

    def render(self, task):
        """Return the rate, as far as it is known."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{60 * speed:.0f}/min")


def running_long(running, now):
    """Return the names of the jobs that run longer than `LONG`, each with its seconds.

    Parameters
    ----------
    running : dict of Job to float
        The jobs, and since when they run, in seconds.
    now : float
        The time by the same clock.
    """
    by_age = sorted(running.items(), key=lambda item: item[1])
    late = [(job, now - since) for job, since in by_age if now - since > LONG]
    names = [f"{harmless(job.student)}/{job.exercise} {age:.0f} s" for job, age in late]
    more = [f"and {len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    return ", ".join(names[:MOST_NAMED] + more)
