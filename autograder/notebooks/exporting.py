"""Hand in a notebook: pack the file that is running, grade what was packed, and say so.

Nothing is called exported that differs from what was run.
"""

from __future__ import annotations

import html
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

from autograder.authoring.seeds import STUDENT_SEED
from autograder.course.submissions.submission import BadSubmission
from autograder.course.written.answers import answers_in
from autograder.judging.grade import grade
from autograder.judging.session import Session
from autograder.notebooks.running import NotFound, RunningNotebook
from autograder.sandbox import host

# Otter keeps a zip's own name in it.
ZIP_NAME = "__zip_filename__"
DIFFERS = (
    "Not exported: {file} as saved differs from what you ran, in {names}. Save it (Ctrl+S), run "
    "its cells again from the top, then this cell. If your notebook is another file, name that: "
    'grader.export("its name.ipynb")'
)


@dataclass(frozen=True)
class ExportNote:
    """The result of an export.

    Attributes
    ----------
    text : str
        What there is to tell.
    path : Path or None
        The zip to hand in; None if nothing was exported.
    """

    text: str
    path: Path | None = None

    def __repr__(self):
        return self.text

    def _repr_html_(self):
        lines = html.escape(self.text).replace("\n", "<br>")
        return f'<section aria-label="Export"><p>{lines}</p></section>'


def exported(exercise, env, path=None, notebook=None):
    """Export the notebook that is running; see `Grader.export`.

    Parameters
    ----------
    exercise : Exercise
        What it is for.
    env : dict of str to object
        Its variables.
    path : str, optional
        Its file.
    notebook : RunningNotebook, optional
        What finds the file.

    Returns
    -------
    note : ExportNote
    """
    notebook = notebook or RunningNotebook(env)
    try:
        found, content = notebook.source(exercise.name, path)
    except NotFound as error:
        return ExportNote(f"Not exported: {error}")
    of = found.name if found else "the notebook on this page"
    names = notebook.differences(content)
    if names:
        return ExportNote(DIFFERS.format(file=of, names=", ".join(names)))
    try:
        packed = _pack(content, exercise.name, found.parent if found else Path.cwd())
    except OSError as error:
        where = error.filename or "the folder of the notebook"
        return ExportNote(f"Not exported: {where} cannot be written ({error.strerror}).")
    print("Checking what you hand in ...", flush=True)
    with zipfile.ZipFile(packed) as archive:
        content = archive.read(f"{exercise.name}.ipynb")
    _offer_download(packed)
    return ExportNote(f"Exported {of} to {packed.name}.\n{_worth(exercise, content)}", packed)


def _pack(content, name, folder):
    """Write a zip as Otter does, with the notebook under the exercise's own name; return it."""
    path = folder / f"{name}_{time.strftime('%Y_%m_%dT%H_%M_%S')}_{time.time_ns() % 10**6:06}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}.ipynb", content)
        archive.writestr(ZIP_NAME, path.name)
    return path


def _worth(exercise, content):
    """Return a sentence on the points of a notebook, and on its written answers."""
    record = _graded(exercise, content)
    points = record["points"]
    if points is None or record["status"] == "grader_error":
        return "The points of your zip are not known. That is a fault of the kit, and not yours."
    return f"What you hand in has {points} of {exercise.points} points{_about_answers(content)}."


def _graded(exercise, content):
    """Return the result record of a notebook, which runs in a process of its own."""
    if host.CAN_FORK:
        with host.Sandbox(of_all=content) as sandbox:
            session = Session(STUDENT_SEED)
            return grade(sandbox, exercise, content, ".ipynb", session, search=False)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"{exercise.name}.ipynb")
        path.write_bytes(content)
        words = [sys.executable, "-m", "autograder", "check", str(path), "--json"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return {"points": None, "status": "grader_error"}


def _about_answers(content):
    """Return the end of a sentence on written answers that are empty, or ""."""
    try:
        empty = sum(not cells for cells in answers_in(content).values())
    except BadSubmission:
        return ""
    if not empty:
        return ""
    return (
        f"; {empty} written answer is empty"
        if empty == 1
        else f"; {empty} written answers are empty"
    )


def _offer_download(path):
    """Let Colab offer the file for download: its disk goes when the page is closed."""
    if "google.colab" in sys.modules:
        from google.colab import files

        files.download(str(path))
