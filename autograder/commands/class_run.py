"""What `grade` and `regrade` share: grade what is left of a class, and say what stops that."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from autograder.commands.console import Fault, Interrupted, console
from autograder.commands.pools import missing_here, pool_for
from autograder.commands.progress import tracked
from autograder.exercises import BadExercise, declarations, faults_noticed, require_whole
from autograder.files import require_writable
from autograder.grading.retrying import Stopped
from autograder.sandbox.worker.process import hide_memory

WHERE_BUILT = Path("dist")

rubrics_option = click.option(
    "--rubrics",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    callback=lambda _, __, given: given or WHERE_BUILT,
    help="The folder with the rubrics that `build` wrote, for the pages of written answers; "
    f"by default {WHERE_BUILT}, if there is one.",
)


def require_writable_or_fault(out):
    """Do nothing if results can be written to a folder; else a sentence, and exit status 2."""
    try:
        require_writable(out)
    except OSError as error:
        text = f"The results cannot be written to {out}: {error.strerror or error}."
        raise Fault(f"{text} Nothing has been graded yet.") from error


def require_ours_or_fault(ledger):
    """Do nothing if seed and limits of the last grading are this user's; else exit status 2."""
    if not ledger.is_ours:
        raise Fault(
            f"Somebody else, or you on another computer, wrote the seed in {ledger.path}. Give the "
            "seed with `autograder grade --seed`; then everything is graded again."
        )


def sound_declarations():
    """Return the declarations of all exercises; a sentence and exit status 2 if one is unusable.

    Work for an exercise that cannot be used would look like work for none.
    """
    declared = declarations()
    if wrong := faults_noticed():
        raise Fault("\n".join([*wrong.values(), "Nothing was graded."]))
    return declared


def run(grading, where, each=lambda result: None):
    """Grade what is left of a class; end with exit status 2 or 130 if that is cut short.

    Parameters
    ----------
    grading : ClassGrading
        The class.
    where : Where
        Where submissions run.
    each : callable
        Called with each result as it comes.

    Returns
    -------
    missing : str
        What submissions can do here that they should not, or ""; the command says it again last.
    """
    _require_whole_or_fault(grading)
    if where.jobs and where.scheduler:
        raise Fault("Give --jobs or --scheduler; a cluster has as many processes as its workers.")
    hide_memory()
    is_here = grading.left and not where.scheduler
    missing = missing_here(grading.terms.isolated, where.unsafe) if is_here else ""
    try:
        with pool_for(grading, where) as pool, closing(grading.results(pool)) as results:
            for result in tracked(console, results, len(grading.left), lambda: grading.running):
                each(result)
    except KeyboardInterrupt as error:
        raise Interrupted(_what_is_safe(grading)) from error
    except Stopped as error:
        raise Fault(f"{error} {_what_is_safe(grading)}") from error
    except OSError as error:
        text = f"The results cannot be written to {grading.out}: {error.strerror or error}."
        raise Fault(f"{text} {_what_is_safe(grading)}") from error
    return missing


def _require_whole_or_fault(grading):
    """Do nothing if all that is left can be graded with the whole kit; else say why not."""
    try:
        require_whole(sorted({each.exercise for each in grading.left}))
    except BadExercise as error:
        text = "Nothing was graded. The earlier grades stay as they are."
        raise Fault(f"{error} {text}") from error


def _what_is_safe(grading):
    """Return what has come of a grading that was cut short, and what to do."""
    done, total = grading.done
    if not done:
        return "Nothing has been graded yet."
    return (
        f"{done} of {total} results are done and are kept; run the same command again for the rest."
    )
