"""Which part of the kit may import which: what keeps student code out of the grade."""

import ast

import pytest

PACKAGE = "autograder"


def imported(path):
    """Return the modules of ours that a file imports, anywhere in it."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return {name for name in names if name.split(".")[0] in (PACKAGE, "reference", "tests")}


def files(root, pattern):
    found = sorted((root / PACKAGE).glob(pattern))
    assert found
    return found


def outside(names, allowed):
    return {n for n in names if n != PACKAGE and not n.startswith(tuple(allowed))}


def test_nothing_imports_a_solution_or_a_test(root):
    for path in files(root, "**/*.py"):
        assert not {n for n in imported(path) if n.startswith(("reference", "tests"))}, path


COMMAND_LINE = (f"{PACKAGE}.cli", f"{PACKAGE}.commands")


def test_nothing_imports_the_command_line(root):
    for path in files(root, "**/*.py"):
        if path.name not in ("__main__.py", "cli.py") and path.parent.name != "commands":
            assert not {n for n in imported(path) if n.startswith(COMMAND_LINE)}, path


FOR_CHECKS = [
    f"{PACKAGE}.{name}"
    for name in (
        *("compare", "exercise", "misconception", "forbidden", "weighted_sums", "strategies"),
        *("images", "kernels", "footprints", "head_strategies", "heads", "phantoms"),
        *("mistaken_borders", "mistaken_arrays", "mistaken_sums"),
    )
]


@pytest.mark.parametrize("pattern", ["exercises/*/checks.py", "exercises/*/misconceptions.py"])
def test_checks_and_misconceptions_know_only_what_they_compare(root, pattern):
    for path in files(root, pattern):
        own = f"{PACKAGE}.exercises.{path.parent.name}"
        assert not outside(imported(path), [*FOR_CHECKS, own]), path


BESIDE_STUDENTS = (
    *("alarms", "frames", "guard", "isolation", "landlock", "limits", "loading", "perform"),
    *("scratch", "shell", "syscalls", "tripwires", "worker", "zygote"),
)


@pytest.mark.parametrize("name", BESIDE_STUDENTS)
def test_what_runs_beside_students_code_knows_no_check(root, name):
    (path,) = files(root, f"sandbox/{name}.py")
    allowed = [f"{PACKAGE}.{part}" for part in ("sandbox", "forbidden", "figures")]
    names = imported(path)
    assert not outside(names, allowed)
    assert f"{PACKAGE}.sandbox.host" not in names
