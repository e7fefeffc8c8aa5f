"""The version of an exercise changes with what decides a verdict on it, and with nothing else."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from autograder.exercises import exercise_names
from autograder.grading.fingerprint import exercise_version, sources

LOADED = """
import importlib, json, sys
import autograder.judging.grade, autograder.sandbox.host, autograder.sandbox.worker.fork_server
for part in ("checks", "misconceptions"):
    importlib.import_module(f"autograder.exercises.{sys.argv[1]}.{part}")
print(json.dumps([m.__file__ for n, m in sys.modules.items() if n.split(".")[0] == "autograder"]))
"""
VERSIONS = """
import json
from autograder.exercises import exercise_names
from autograder.grading.fingerprint import exercise_version
print(json.dumps({name: exercise_version(name) for name in exercise_names()}))
"""


def printed(home, script, *arguments):
    """Run a script with the package below `home`; return the JSON that it prints."""
    command = [sys.executable, "-B", "-c", script, *arguments]
    environment = os.environ | {"PYTHONPATH": str(home)}
    done = subprocess.run(command, env=environment, cwd=home, check=True, capture_output=True)
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", exercise_names())
def test_a_version_covers_all_that_is_loaded_to_grade(root, name):
    loaded = set(printed(root, LOADED, name))
    assert len(loaded) > 30
    assert loaded <= {str(path) for path in sources(name)}


@pytest.fixture
def package(root, tmp_path):
    """Copy the package; return its folder."""
    ignored = shutil.ignore_patterns("__pycache__")
    return shutil.copytree(root / "autograder", tmp_path / "autograder", ignore=ignored)


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("exercises/tophat/checks.py", {"tophat"}),
        ("exercises/tophat/misconceptions.py", {"tophat"}),
        ("judging/judge.py", set(exercise_names())),
        ("authoring/assertions.py", set(exercise_names())),
        ("sandbox/worker/tripwires.py", set(exercise_names())),
        ("sandbox/host.py", set(exercise_names())),
        ("exercises/weighted_sums/library_sums.py", set(exercise_names())),
        ("grading/grader.py", set(exercise_names())),
        ("grading/ledger.py", set()),
        ("reports/terminal.py", set()),
        ("commands/grade.py", set()),
        ("notebooks/build.py", set()),
    ],
)
def test_a_changed_file_changes_what_depends_on_it(package, file, changed):
    before = printed(package.parent, VERSIONS)
    with (package / file).open("a") as source:
        source.write("\n# A change.\n")
    after = printed(package.parent, VERSIONS)
    assert {name for name in exercise_names() if after[name] != before[name]} == changed


def test_another_library_is_another_version(monkeypatch):
    before = exercise_version.__wrapped__("tophat")
    assert exercise_version.__wrapped__("tophat") == before
    monkeypatch.setattr("autograder.grading.fingerprint.installed", lambda: {"numpy": "0.1"})
    assert exercise_version.__wrapped__("tophat") != before
