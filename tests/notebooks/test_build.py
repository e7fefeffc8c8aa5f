"""What the build writes: up to date, the same on every run, and without a trace of a solution."""

import ast
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest

from autograder.exercises import exercise_names, load_exercise
from autograder.notebooks.build import build_exercises
from autograder.notebooks.handout import BuildError, QuestionPart, read_handout
from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.stubs import is_stub

SEED = 7
BUILD_ALL = """\
import sys
from autograder.notebooks.build import build_exercises
dist, assignments = sys.argv[2] + "/dist", sys.argv[2] + "/assignments"
list(build_exercises(sys.argv[3:], sys.argv[1], dist, {seed}, assignments))
"""
FOR_ALL = pytest.mark.parametrize("name", exercise_names())


def build_all(root, folder, hash_seed):
    """Build every exercise in a process of its own, and return the folder."""
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(root)}
    script = BUILD_ALL.format(seed=SEED)
    command = [sys.executable, "-c", script, str(root), str(folder), *exercise_names()]
    subprocess.run(command, env=environment, check=True)
    return folder


@pytest.fixture(scope="session")
def built(root, tmp_path_factory):
    return build_all(root, tmp_path_factory.mktemp("built"), "1")


@pytest.fixture(scope="session")
def built_again(root, tmp_path_factory):
    return build_all(root, tmp_path_factory.mktemp("again"), "2")


def contents(folder):
    return {p.relative_to(folder): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def members(archive):
    """Return the contents of a zip file, and of the wheels in it, by name."""
    found = {}
    with zipfile.ZipFile(archive) as opened:
        for name in opened.namelist():
            found[name] = opened.read(name)
            if name.endswith(".whl"):
                wheel = archive.parent / Path(name).name
                wheel.write_bytes(found.pop(name))
                found |= {f"{name}/{inner}": text for inner, text in members(wheel).items()}
                wheel.unlink()
    return found


def lines_of_bodies(path):
    """Return the lines of a solution that are code: no docstring, signature or import."""
    source = path.read_text(encoding="utf-8")
    lines = source.splitlines()
    kept = set(range(1, len(lines) + 1))
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            kept -= set(range(node.lineno, node.end_lineno + 1))
        elif isinstance(node, ast.FunctionDef | ast.Module) and ast.get_docstring(node):
            first = getattr(node, "lineno", 1)
            kept -= set(range(first, node.body[0].end_lineno + 1))
    code = {lines[number - 1].strip() for number in kept}
    return {line for line in code if len(line) > 12}


def students_text(built, name):
    """Return all text that students receive for an exercise."""
    folder = built / "assignments" / name
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    cells = [cell.source for cell in notebook.cells]
    tests = json.dumps(notebook.metadata)
    return "\n".join([*cells, tests, (folder / f"{name}.py").read_text(encoding="utf-8")])


@FOR_ALL
def test_what_students_receive_is_up_to_date(built, root, name):
    committed, fresh = (contents(top / "assignments" / name) for top in (root, built))
    assert committed == fresh, "run: autograder build"


def test_a_second_build_gives_the_same_bytes(built, built_again):
    first, second = contents(built), contents(built_again)
    assert sorted(first) == sorted(second)
    assert [path for path in first if first[path] != second[path]] == []


@FOR_ALL
def test_no_line_of_a_solution_reaches_students(built, root, name):
    secrets = lines_of_bodies(root / "reference" / name / "solution.py")
    text = students_text(built, name)
    assert secrets
    assert not {line for line in secrets if line in text}


@FOR_ALL
def test_no_line_of_a_solution_is_in_what_grades(built, root, name):
    secrets = lines_of_bodies(root / "reference" / name / "solution.py")
    for member, content in members(built / "dist" / f"{name}-autograder.zip").items():
        lines = {line.strip() for line in content.decode("utf-8", "replace").splitlines()}
        assert not {line for line in secrets & lines if len(line) > 30}, member


@FOR_ALL
def test_rubrics_are_for_instructors_only(built, root, name):
    handout = (root / "reference" / name / "handout.md").read_text(encoding="utf-8")
    questions = [part for part in read_handout(handout, name) if isinstance(part, QuestionPart)]
    file = built / "dist" / f"{name}-rubric.md"
    assert file.exists() == bool(questions)
    found = members(built / "dist" / f"{name}-autograder.zip")
    graders_text = "".join(text.decode("utf-8", "replace") for text in found.values())
    for line in {line for each in questions for line in each.rubric.splitlines() if line}:
        assert line in file.read_text(encoding="utf-8")
        assert line not in students_text(built, name)
        assert line not in graders_text


@FOR_ALL
def test_the_stub_and_the_notebook_hold_every_function_unwritten(built, name):
    folder = built / "assignments" / name
    notebook = nbformat.read(folder / f"{name}.ipynb", as_version=4)
    stubs = [c.source for c in notebook.cells if c.source.rstrip().endswith("    ...")]
    for source in ("\n".join(stubs), (folder / f"{name}.py").read_text(encoding="utf-8")):
        loaded = load(source.encode(), ".py")
        assert not loaded.problems
        functions = load_exercise(name).functions
        assert all(is_stub(loaded.namespace[each]) for each in functions)


@FOR_ALL
def test_every_check_is_in_the_notebook_once_below_the_functions_it_needs(built, name):
    notebook = nbformat.read(built / f"assignments/{name}/{name}.ipynb", as_version=4)
    above, seen = set(), []
    for cell in notebook.cells:
        above |= {f for f in load_exercise(name).functions if f"def {f}(" in cell.source}
        if cell.source.startswith("grader.check("):
            test = notebook.metadata.otter.tests[cell.source.split('"')[1]]
            for check in load_exercise(name).checks:
                if f'run_check(cell, "{check.name}", env)' in test:
                    assert set(check.functions) <= above
                    seen.append(check.name)
    assert sorted(seen) == sorted(check.name for check in load_exercise(name).checks)


@FOR_ALL
def test_the_zip_has_one_test_file_a_check_and_configures_the_plugin(built, name):
    found = members(built / "dist" / f"{name}-autograder.zip")
    tests = sorted(member for member in found if member.startswith("tests/"))
    checks = [check.name for check in load_exercise(name).checks]
    assert tests == [f"tests/{n:02}_{check}.py" for n, check in enumerate(checks, start=1)]
    config = {"exercise": name, "seed": SEED, "unsafe": False}
    plugins = json.loads(found["otter_config.json"])["plugins"]
    assert plugins == [{"autograder.notebooks.otter_plugin.IsolatedSubmission": config}]


@FOR_ALL
def test_the_zip_brings_the_kit_and_asks_for_what_it_needs(built, name):
    found = members(built / "dist" / f"{name}-autograder.zip")
    (wheel,) = {member.partition(".whl/")[0] for member in found if ".whl/" in member}
    needs = found["environment.yml"].decode()
    for need in (f"/autograder/source/{wheel}.whl", "otter-grader[grading]", "ipykernel"):
        assert need in needs
    for need in ("numpy", "scikit-image", "hypothesis", "scipy", "matplotlib", "dipy"):
        assert f"- {need}>=" in needs


def test_the_zip_lets_others_enter_pythons_home_and_not_what_lies_beside_it(built):
    found = members(built / "dist" / "convolution-autograder.zip")
    setup = found["setup.sh"].decode()
    assert setup.endswith("\nchmod a+x /root\nchmod -R go= /autograder/source\n")


def test_the_wheel_holds_the_package_and_no_solution(built):
    found = members(built / "dist" / "convolution-autograder.zip")
    inside = [member.partition(".whl/")[2] for member in found if ".whl/" in member]
    assert "autograder/notebooks/otter_plugin.py" in inside
    tops = {Path(member).parts[0] for member in inside}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"autograder"}
    assert not [member for member in found if member.endswith(("solution.py", "handout.md"))]


def test_without_solutions_there_is_a_plain_message(tmp_path):
    with pytest.raises(BuildError, match="in a checkout"):
        list(build_exercises(["convolution"], tmp_path, tmp_path, SEED))
