"""Every command in the documents is run by a test, or stands here with the reason why none does."""

import ast
import re

import pytest

BLOCK = re.compile(r"^```(?:sh|text)\n(.*?)^```|((?:^    \S.*\n)+)", re.MULTILINE | re.DOTALL)
# `tests/test_documents.py` runs what the pages for people begin a line with, and the README shows.
RUN_AS_THEY_STAND = ("student", "teach", "grade", "return")
# What a command holds, and the test that runs it; these are only parsed where they stand.
RUN_BY = {
    "--pdb": "tests/judging/test_replay.py::test_the_verdict_comes_after_the_debugger",
    "--watch": "tests/commands/test_watching.py::test_a_save_is_followed_by_a_verdict",
    "lab2.zip": "tests/commands/test_downloads.py::"
    "test_a_class_has_the_same_grades_download_by_download_and_at_once",
    "moodle": "tests/commands/test_hand_back.py::test_pages_go_back_under_the_names_that_came_in",
    "--written": "tests/browser/test_marking.py::"
    "test_points_by_keyboard_are_the_points_that_come_back",
    "otter grade": "tests/notebooks/test_otter_agrees.py::"
    "test_in_a_container_points_are_the_same_and_a_failure_has_its_picture",
    "grade tests/submissions": "tests/grading/test_sample_class.py",
    "autograder build": "tests/notebooks/test_build.py::test_what_students_receive_is_up_to_date",
    "sphinx": "tests/browser/test_site.py::test_the_site_builds_without_a_warning",
    "autograder verify": "tests/judging/test_verify.py",
}
# Words of a line that no test runs, and why.
RUN_BY_NOBODY = {
    "setup.sh": "makes an environment and installs from the network",
    "python3 -m venv": "makes an environment",
    "pip install": "installs from the network",
    "trustme": "another program; tests make such certificates with openssl",
    "mkdir -m 700": "a folder for that",
    "python -m pytest": "the tests themselves",
}


def lines_of(path):
    """Yield the lines of a document's blocks that are commands."""
    for fenced, indented in BLOCK.findall(path.read_text("utf-8")):
        for line in (fenced or indented).splitlines():
            command = line.strip().removeprefix("$ ")
            shown = fenced and "$ " in fenced and not line.startswith("$ ")
            if not shown and re.match(r"(\. |autograder |python|otter |mkdir |cp |pip )", command):
                yield command


def is_run_as_it_stands(path, command):
    if path.stem == "README":
        return command.split()[:2] in (["autograder", each] for each in ("start", "check", "hint"))
    by_hand = any(each in command for each in RUN_BY)
    is_ours = command.startswith("autograder ") and not by_hand
    # tests/exercises/test_fifth_exercise.py runs the block of the walk-through in a shell
    return path.stem == "add-an-exercise" or (path.stem in RUN_AS_THEY_STAND and is_ours)


def test_every_command_of_the_documents_is_run_by_a_test_or_has_a_reason(root):
    paths = [root / "README.md", root / "CONTRIBUTING.md", *sorted(root.glob("docs/*.md"))]
    found = [(path, command) for path in paths for command in lines_of(path)]
    assert len(found) >= 35
    known = (*RUN_BY, *RUN_BY_NOBODY)
    nobodys = [
        f"{path.name}: {command}"
        for path, command in found
        if not is_run_as_it_stands(path, command) and not any(each in command for each in known)
    ]
    assert nobodys == []
    unused = [each for each in known if not any(each in command for _, command in found)]
    assert unused == []


@pytest.mark.parametrize("place", RUN_BY.values(), ids=RUN_BY)
def test_the_test_that_runs_a_command_is_there(root, place):
    file, _, name = place.partition("::")
    tree = ast.parse((root / file).read_text("utf-8"))
    tests = [each.name for each in tree.body if isinstance(each, ast.FunctionDef)]
    assert name in tests if name else any(each.startswith("test_") for each in tests)


def test_every_module_of_ours_that_the_documents_run_is_there(root):
    paths = [root / "README.md", root / "CONTRIBUTING.md", *root.glob("docs/*.md")]
    text = " ".join(path.read_text("utf-8") for path in paths)
    modules = set(re.findall(r"python -m\s+((?:benchmarks|autograder)[.\w]*)", text))
    assert len(modules) >= 8
    missing = [
        module
        for module in modules
        for place in [root / module.replace(".", "/")]
        if not place.with_suffix(".py").is_file() and not (place / "__main__.py").is_file()
    ]
    assert missing == []


def test_every_session_of_nox_that_the_documents_name_is_there(root):
    sessions = re.findall(r"^def (\w+)\(session", (root / "noxfile.py").read_text("utf-8"), re.M)
    paths = [root / "README.md", root / "CONTRIBUTING.md", *root.glob("docs/*.md")]
    named = {
        name
        for path in paths
        for name in re.findall(r"nox (?:--session|-s) (\w+)", path.read_text("utf-8"))
    }
    assert named <= {*sessions}
    assert named
