"""The zip file that Gradescope and ``otter run`` take: a test file for each check, and the kit."""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
import warnings
from pathlib import Path

from autograder.notebooks.archives import normalise
from autograder.notebooks.otter_tests import test_file
from autograder.notebooks.wheel import build_wheel, dependencies

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    from otter import __version__ as otter_version
    from otter import generate

FILES_ON_THE_GRADING_MACHINE = "/autograder/source/files"
PLUGIN = "autograder.notebooks.otter_plugin.IsolatedSubmission"


def write_grading_zip(path, exercise, root, seed):
    """Write the autograder of one exercise.

    Parameters
    ----------
    path : Path
        The zip file to write.
    exercise : Exercise
        Each of its checks becomes a test file of its own, so that results tell them apart.
    root : Path
        The repository whose wheel goes in.
    seed : int
        The course's seed; it decides on which examples submissions are graded.
    """
    with tempfile.TemporaryDirectory() as name, working_in(name) as folder:
        wheel = build_wheel(root, folder)
        tests = folder / "tests"
        tests.mkdir()
        for number, check in enumerate(exercise.checks, start=1):
            source = test_file(exercise, check.name, [check])
            (tests / f"{number:02}_{check.name}.py").write_text(source, encoding="utf-8")
        config = {"exercise": exercise.name, "seed": seed}
        (folder / "config.json").write_text(json.dumps(otter_config(config)), encoding="utf-8")
        (folder / "needs.txt").write_text("\n".join(requirements(root, wheel)), encoding="utf-8")
        generate.main(
            tests_dir="tests",
            output_path=str(path),
            config="config.json",
            requirements="needs.txt",
            overwrite_requirements=True,
            no_environment=True,
            files=[wheel.name],
        )
    normalise(path)


def otter_config(plugin_config):
    """Return Otter's configuration: isolate submissions, and show students every check."""
    return {
        "plugins": [{PLUGIN: plugin_config}],
        "show_all_public": True,
        "show_hidden": True,
        "force_public_test_summary": False,
    }


def requirements(root, wheel):
    """Return what the grading machine installs: Otter, a kernel, the kit and its needs."""
    return [
        f"otter-grader[grading]=={otter_version}",
        "ipykernel",
        f"{FILES_ON_THE_GRADING_MACHINE}/{wheel.name}",
        *dependencies(root),
    ]


@contextlib.contextmanager
def working_in(folder):
    """Work in a folder, as Otter Generate needs it, and come back."""
    before = os.getcwd()
    os.chdir(folder)
    try:
        yield Path(folder).resolve()
    finally:
        os.chdir(before)
