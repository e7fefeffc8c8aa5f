"""The same checks on the same submissions elsewhere: Otter, nbgrader, and no isolation at all."""

from __future__ import annotations

import csv
import json
import os
import sys
from collections import Counter
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

from autograder.authoring.seeds import COURSE_SEED
from autograder.exercises import load_exercise
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.loading import load
from benchmarks.measuring import Stopwatch, run_all

ROOT = Path(__file__).resolve().parents[1]
KERNEL = "benchmark"
BOUND = """\
from autograder.exercises import load_exercise
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.notebooks.check_cell import GradedSubmission, run_graded_check
from autograder.sandbox.student_function import in_process
from autograder.sandbox.worker.tripwires import set_wires

one = load_exercise({exercise!r})
wires = set_wires(one.forbidden)
wires.forbid(one.forbidden)
functions = {{name: in_process(name, globals().get(name), wires) for name in one.functions}}
submission = GradedSubmission(one, judged(functions), Session({seed!r}))
"""


def otter(sample, home, processes):
    """Return the cost of ``otter run`` on a sample, and the points that each student gets.

    The zips are those that `autograder build` makes.
    """
    from autograder.notebooks.build import build_exercises

    for name in {name for _, name, _, _ in sample}:
        list(build_exercises([name], ROOT, home, COURSE_SEED, home / "assignments"))
    commands = []
    for student, name, _, source in sample:
        folder = home / student
        folder.mkdir()
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
        words = ["-m", "otter", "run", "-a", str(home / f"{name}-autograder.zip"), f"{name}.py"]
        commands.append(([sys.executable, *words], folder, environment()))
    cost = run_all(commands, processes)
    return cost, {student: otter_points(home / student) for student, *_ in sample}


def otter_points(folder):
    """Return the points that Otter left in a folder."""
    results = json.loads((folder / "results.json").read_text(encoding="utf-8"))
    return sum(each["score"] for each in results["tests"])


def nbgrader(sample, home, processes, python):
    """Return the cost of ``nbgrader autograde`` on a sample, and the points of each student.

    There is a graded cell for each check.
    Each process has a course of its own, with a part of the class.

    Parameters
    ----------
    python : str
        The Python of an environment that has nbgrader; kernels are of the one that runs this.
    """
    write_kernel(home / "kernels" / KERNEL)
    path = os.pathsep.join([str(Path(python).parent), os.environ["PATH"]])
    surroundings = environment() | {"JUPYTER_PATH": str(home), "PATH": path}
    generate, autograde = [], []
    for number in range(processes):
        course, part = home / f"course_{number}", sample[number::processes]
        names = sorted({name for _, name, _, _ in part})
        write_course(course, part)
        for commands, word in ((generate, "generate_assignment"), (autograde, "autograde")):
            line = " && ".join(f"{python} -m nbgrader {word} {name}" for name in names)
            commands.append((["sh", "-c", line], course, surroundings))
    run_all(generate, processes)
    cost = run_all(autograde, processes)
    courses = sorted(home.glob("course_*"))
    export = [python, "-m", "nbgrader", "export", "--to", "grades.csv"]
    run_all([(export, course, surroundings) for course in courses], processes)
    points = Counter()
    for course in courses:
        with open(course / "grades.csv", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):  # one for each of the course's assignments
                points[row["student_id"]] += float(row["score"])
    return cost, dict(points)


def write_kernel(folder):
    """Write the specification of a kernel that is this Python."""
    folder.mkdir(parents=True)
    words = [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    spec = {"argv": words, "display_name": KERNEL, "language": "python"}
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")


def write_course(course, part):
    """Write the sources of the assignments, and the submissions of a part of the class."""
    for student, name, _, source in part:
        assignment = course / "source" / name / f"{name}.ipynb"
        submission = course / "submitted" / student / name / f"{name}.ipynb"
        for path, solution in ((assignment, "pass"), (submission, source)):
            path.parent.mkdir(parents=True, exist_ok=True)
            nbformat.write(nbgrader_notebook(load_exercise(name), solution), path)
    text = "c = get_config()\nc.CourseDirectory.course_id = 'benchmark'\n"
    (course / "nbgrader_config.py").write_text(text, encoding="utf-8")


def nbgrader_notebook(one, solution):
    """Return a notebook with a cell for the solution, and a graded cell for each check."""
    bound = BOUND.format(exercise=one.name, seed=COURSE_SEED)
    cells = [nbgrader_cell("solution", solution, solution=True), nbgrader_cell("bound", bound)]
    for each in one.checks:
        call = f"run_graded_check(submission, {each.name!r})"
        cells.append(nbgrader_cell(each.name, call, grade=True, points=each.points))
    spec = {"name": KERNEL, "display_name": KERNEL, "language": "python"}
    return new_notebook(cells=cells, metadata={"kernelspec": spec})


def nbgrader_cell(name, source, **kind):
    """Return a code cell that nbgrader knows by this name."""
    kind = {"grade": False, "solution": False, "task": False, **kind}
    kind |= {"grade_id": name, "locked": not kind["solution"], "schema_version": 3}
    return new_code_cell(source, metadata={"nbgrader": {**kind, "cell_type": "code"}})


def in_one_process(made):
    """Return the cost of the checks in this very process, warm and without any isolation."""
    session = Session(COURSE_SEED)
    for name in {name for _, name, _, _ in made}:
        judged_here(name, "", session)  # so that the examples are drawn
    with Stopwatch() as watch:
        for _, name, _, source in made:
            judged_here(name, source, session)
    return watch.cost


def judged_here(name, source, session):
    """Return the outcomes of a submission that runs in this process."""
    one = load_exercise(name)
    namespace = load(source.encode(), ".py").namespace
    functions = judged({each: in_process(each, namespace.get(each)) for each in one.functions})
    outcomes = list(judge(one, functions, session))
    return diagnosed(one, functions, outcomes, session.answers)


def environment():
    """Return an environment in which the kit is the one of this repository."""
    return os.environ | {"PYTHONPATH": str(ROOT)}
