"""Build exercises: read two files of each, write what students receive and what grades."""

from __future__ import annotations

import ast
import re
import tempfile
from pathlib import Path

from autograder.authoring.stub import StubError, stub_of
from autograder.exercises import load_exercise
from autograder.files import replace
from autograder.notebooks.first_cell import course_lines, first_cell
from autograder.notebooks.grading_zip import write_grading_zip
from autograder.notebooks.handout import BuildError, QuestionPart, functions_of, read_handout
from autograder.notebooks.master import master_notebook
from autograder.notebooks.repositories import write_repositories
from autograder.notebooks.student_notebook import student_notebook
from autograder.notebooks.student_package import student_files, write_student_package
from autograder.notebooks.wheels import Wheels

ABOUT_THE_STUB = """\
{title}: write the bodies of the functions below.

The docstrings say what each function should do. To see how far you are, run

    autograder check {name}.py
"""


def build_exercises(names, root, out_dist, seed, assignments=None, *, unsafe=False):
    """Build notebooks and stubs, what grades them, and what students get them in.

    The same files in give the same bytes out, whenever the build runs. Wheels are built when all
    notebooks and stubs are written, since they go into them.

    Parameters
    ----------
    names : list of str
        The exercises, folders of ``reference``.
    root : Path
        The repository's folder.
    out_dist : Path
        Folder for the autograder and the rubric, which students do not receive.
    seed : int, str or None
        The course's seed, for grading; without one, no zip that grades is written.
    assignments : Path or None
        Folder for what students receive; ``root / "assignments"`` if this is None.
    unsafe : bool
        Whether the zip grades even if submissions can read or write files there.

    Yields
    ------
    path : Path
        Of the students' notebook and stub, of the rubric if there are written questions, of the
        zip that grades if there is a seed, of the folder and the zip for students, and of the
        folders for GitHub and GitLab.

    Raises
    ------
    BuildError
        If `root` has no such exercise, or its solution or handout is not fit for the build; the
        message says what to change.
    """
    root, dist = Path(root).resolve(), Path(out_dist).resolve()
    handouts = Path(assignments).resolve() if assignments else root / "assignments"
    try:
        install, colab = course_lines(root)
    except ValueError as error:
        raise BuildError(str(error)) from error
    for name in names:
        yield from _write_handout(load_exercise(name), root, handouts / name, dist)
    with tempfile.TemporaryDirectory() as folder:
        built = Wheels(root, Path(folder))
        for name in names:
            wheels = built.of(name)
            exercise, archive = load_exercise(name), dist / f"{name}-autograder.zip"
            if seed is not None:
                config = {"exercise": name, "seed": seed, "unsafe": unsafe}
                write_grading_zip(archive, exercise, wheels, config)
                yield archive
            address = colab.replace("{exercise}", name)
            files = student_files(exercise, handouts / name, wheels, install, address)
            yield from write_student_package(dist / "students", name, files)
            yield from write_repositories(dist, exercise, files)


def _write_handout(exercise, root, folder, dist):
    """Write notebook and stub of an exercise, and pages for instructors; return their paths."""
    name = exercise.name
    stub, parts = read_reference(exercise, root / "reference")
    master = master_notebook(exercise, parts, stub)
    notebook = student_notebook(exercise, master, parts, first_cell(name, root))
    about = ABOUT_THE_STUB.format(name=name, title=name.replace("_", " ").capitalize())
    sources = {
        folder / f"{name}.ipynb": notebook,
        folder / f"{name}.py": stub.module(about),
        dist / f"{name}-rubric.md": rubric_source(name, parts),
        dist / f"{name}-teaching.md": _teaching_of(root, name),
    }
    dist.mkdir(parents=True, exist_ok=True)
    return [_write(path, source) for path, source in sources.items() if source]


def _teaching_of(root, name):
    """Return the page for those who teach an exercise, or "" if there is none."""
    path = root / "reference" / name / "teaching.md"
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _write(path, source):
    """Write a text file with the line ends of Unix, and return its path."""
    replace(path, source, sync=False)
    path.chmod(0o644)  # it is handed out
    return path


def read_reference(exercise, reference):
    """Return stub and handout of an exercise, after making sure that they fit each other."""
    folder = reference / exercise.name
    if not reference.is_dir():
        raise BuildError(
            f"{reference.parent} has no folder 'reference': exercises are built in a checkout of "
            "the repository, not from the installed package."
        )
    for missing in (p for p in ("solution.py", "handout.md") if not (folder / p).is_file()):
        raise BuildError(f"{folder / missing} does not exist.")
    try:
        stub = stub_of((folder / "solution.py").read_text(encoding="utf-8"))
    except (StubError, SyntaxError) as error:
        raise BuildError(f"{folder / 'solution.py'}: {error}") from error
    parts = read_handout((folder / "handout.md").read_text(encoding="utf-8"), exercise.name)
    require_match(exercise, stub, parts)
    _require_no_helpers((folder / "solution.py").read_text(encoding="utf-8"), parts)
    return stub, parts


def _require_no_helpers(solution, parts):
    """Raise `BuildError` if a handout names a private function of the solution."""
    tree = ast.parse(solution)
    private = {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("_")
    }
    for part in parts:
        text = getattr(part, "text", "") or getattr(part, "source", "")
        for name in sorted(private & set(re.findall(r"\w+", text))):
            raise BuildError(
                f"The handout names {name}, a private helper of the solution. Students should not "
                f"see it:\n{text}"
            )


def require_match(exercise, stub, parts):
    """Raise `BuildError` unless exercise, solution and handout speak of the same things."""
    if stub.parameters != exercise.parameters:
        raise BuildError(
            f"The public functions of the solution are {stub.parameters}; "
            f"those of the exercise {exercise.parameters}."
        )
    asked = {part.title: part.points for part in parts if isinstance(part, QuestionPart)}
    if asked != exercise.questions:
        raise BuildError(
            f"The handout asks {asked}; QUESTIONS in the checks has {exercise.questions}."
        )
    places = functions_of(parts)
    if sorted(places) != sorted(stub.functions):
        raise BuildError(
            f"The handout should import each of {sorted(stub.functions)} once; "
            f"it imports {sorted(places)}."
        )


def rubric_source(name, parts):
    """Return the written questions of a handout with their rubrics, as Markdown, or "".

    The person who grades the answers reads it.
    """
    questions = [part for part in parts if isinstance(part, QuestionPart)]
    if not questions:
        return ""
    total = sum(each.points for each in questions)
    sections = [f"# {name}: written questions ({total} points)", "For instructors only."]
    for each in questions:
        sections += [
            f"## {each.title} ({each.points} points)",
            each.text.partition("\n")[2].strip(),
            "### Rubric",
            each.rubric,
        ]
    return "\n\n".join(sections) + "\n"
