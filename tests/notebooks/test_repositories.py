"""What goes to GitHub and GitLab: each push is checked there, on public images, as `check` does."""

import json
import os
import subprocess
import xml.etree.ElementTree as ET
from types import SimpleNamespace

import pytest
import yaml

from autograder.authoring.seeds import STUDENT_SEED
from autograder.exercises import exercise_names, load_exercise
from autograder.notebooks.kit_wheel import build_wheel
from autograder.notebooks.repositories import write_repositories
from autograder.notebooks.student_package import student_files
from tests.clean import run

FOR_ALL = pytest.mark.parametrize("name", exercise_names())
WRONG = "tests/submissions/flipped_the_kernel/convolution.py"
RUNNER = {
    "CLASSROOM": "images",
    "ASSIGNMENT": "convolution",
    "SUBMISSION_TAG": "submit/2026-06-01T14-32-05Z-a1b2c3d",
    "COMMIT_URL": "https://example.org/commit/a1b2c3d",
    "RELEASE_URL": "https://example.org/releases/1",
    "OWNER": "ada",
    "ASSIGNMENT_TYPE": "individual",
}
GONE = ""
WORKFLOW = ".github/workflows/checks.yml"
WHEN = "2026-06-01T14:32:01+00:00"


@pytest.fixture(scope="module")
def dist(root, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    wheel = build_wheel(root, folder)
    for name in exercise_names():
        exercise, handout = load_exercise(name), root / "assignments" / name
        write_repositories(folder, exercise, student_files(exercise, handout, (wheel,)))
    return folder


@pytest.fixture
def repository(dist, clean_python, tmp_path):
    """Make a student's repository of a folder; files may be committed, and commands run, in it."""
    variables = {
        **{
            f"GIT_{who}_{what}": "ada@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        },
        **{f"GIT_{who}_DATE": WHEN for who in ("AUTHOR", "COMMITTER")},
        "PATH": os.pathsep.join([str(clean_python.parent), os.environ["PATH"]]),
        "PIP_NO_INDEX": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "XDG_STATE_HOME": str(tmp_path / "state"),
    }

    def make(folder):
        here = tmp_path / "repository"
        subprocess.run(["cp", "-r", dist / folder, here], check=True)

        def bash(*lines, **more):
            script = "\n".join(["set -eo pipefail", *lines])
            return run("bash", "-c", script, cwd=here, check=False, **variables, **more)

        def commit(files):
            for name, source in files.items():
                (here / name).write_text(source, encoding="utf-8")
                if source == GONE:
                    (here / name).unlink()
            done = bash("git init -q .; git add -A; git commit -q --allow-empty -m work")
            assert done.returncode == 0, done.stderr

        commit({})
        return SimpleNamespace(folder=here, bash=bash, commit=commit)

    return make


def steps(path):
    """Return the commands of a workflow, in order."""
    job = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]["checks"]
    return [step["run"] for step in job["steps"] if "run" in step]


@FOR_ALL
def test_the_folders_are_there_and_the_workflows_name_actions_and_files_that_exist(name, dist):
    workflow = yaml.safe_load(
        (dist / f"github/{name}/template/.github/workflows/checks.yml").read_text()
    )
    assert workflow["permissions"] == {"contents": "read"}
    assert "push" in workflow[True]  # YAML takes "on" for a truth value
    for folder in (f"github/{name}/template", f"gitlab/{name}"):
        assert {f"{name}.ipynb", f"{name}.py", "pytest.ini", "requirements.txt"} <= {
            path.name for path in (dist / folder).iterdir()
        }
    assert {path.suffix for path in (dist / f"github/{name}/classroom50").iterdir()} == {
        *(".py", ".txt", ".whl", ".json")
    }


def test_the_steps_of_githubs_workflow_put_the_points_of_each_check_into_the_summary(
    repository, root, graded
):
    here = repository("github/convolution/template")
    source = (root / WRONG).read_text(encoding="utf-8")
    here.commit({"convolution.py": source})
    summary = here.folder.parent / "summary.md"
    commands = steps(here.folder / WORKFLOW)
    done = here.bash(*commands, GITHUB_STEP_SUMMARY=str(summary))
    assert done.returncode == 1, done.stderr
    text = summary.read_text(encoding="utf-8")
    for check in graded(source, seed=STUDENT_SEED)["checks"]:
        assert f"| {check['points']}/{check['possible']} | " in text
        assert f" | {check['claim']} |" in text
    assert "14 of 25 points" in text


def test_the_script_of_gitlabs_pipeline_leaves_a_junit_file(repository, root):
    here = repository("gitlab/convolution")
    here.commit({"convolution.py": (root / WRONG).read_text(encoding="utf-8")})
    pipeline = yaml.safe_load((here.folder / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    done = here.bash(*pipeline["checks"]["script"])
    assert done.returncode == 1, done.stderr
    report = here.folder / pipeline["checks"]["artifacts"]["reports"]["junit"]
    suite = ET.parse(report).getroot().find("testsuite")
    assert (suite.get("tests"), suite.get("failures"), suite.get("errors")) == ("20", "7", "0")
    assert "convolution.py: 14 of 25 points" in done.stdout


def test_of_notebook_and_script_the_one_that_was_committed_last_counts(repository, root):
    here = repository("github/convolution/template")
    (choose,) = [s for s in steps(here.folder / WORKFLOW) if "git" in s]
    choose = choose.splitlines()[0]
    assert here.bash(choose, "echo $file").stdout.strip() == "convolution.ipynb"
    here.commit({"convolution.py": "x = 1\n"})
    here.commit({"README.md": "Mine.\n"})
    assert here.bash(choose, "echo $file").stdout.strip() == "convolution.py"


@pytest.fixture
def classroom50(repository, dist, clean_python):
    """Grade a student's repository as Classroom 50 does; return it, and what came."""

    def grade(files, **variables):
        here = repository("github/convolution/template")
        here.commit(files)
        script = dist / "github/convolution/classroom50/autograder.py"
        done = here.bash(f'"{clean_python}" "{script}"', **{**RUNNER, **variables})
        path = here.folder / "result.json"
        found = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None
        return done, found, here

    return grade


def test_classroom50_gets_a_result_of_its_form_with_the_points_of_check(classroom50, root, graded):
    source = (root / WRONG).read_text(encoding="utf-8")
    # Neither is what it says: a module with the kit's name, and a result with full marks.
    mine = {"convolution.py": source, "autograder.py": "raise SystemExit(0)\n", "result.json": "{}"}
    done, result, here = classroom50(mine)
    assert done.returncode == 0, done.stderr
    ours = graded(source, seed=STUDENT_SEED)
    tests = result.pop("tests")
    assert result == {
        "schema": "classroom50/result/v1",
        **{"classroom": "images", "assignment": "convolution", "owner": "ada"},
        **{"assignment_type": "individual", "submission": RUNNER["SUBMISSION_TAG"]},
        **{"commit": RUNNER["COMMIT_URL"], "review": RUNNER["COMMIT_URL"]},
        **{"release": RUNNER["RELEASE_URL"], "datetime": "2026-06-01T14:32:01Z"},
        **{"score": 2 * ours["points"], "max-score": 2 * ours["possible"]},  # some give half ones
    }
    for test, check in zip(tests, ours["checks"], strict=True):
        assert test["test-name"] == check["claim"]
        assert test["passed"] == (check["status"] == "passed")
        assert [type(test[each]) for each in ("score", "max-score")] == [int, int]
        assert test["score"] == 2 * check["points"]
        assert test["max-score"] == 2 * check["possible"]
    (first, *_) = [test for test in tests if not test["passed"]]
    assert first["message"].startswith("A single bright pixel should give the kernel")
    assert first["hint"].startswith("You flipped the kernel before")
    assert here.bash(f"autograder replay {first['token']} convolution.py").returncode == 1
    assert "14 of 25 points" in (here.folder / "release-body.md").read_text(encoding="utf-8")


def test_a_repository_without_the_files_has_no_points_and_says_so(classroom50):
    done, result, _ = classroom50({"convolution.py": GONE, "convolution.ipynb": GONE})
    assert (done.returncode, result["score"], result["max-score"]) == (0, 0, 50)
    text = "There is no convolution.ipynb and no convolution.py in the repository."
    assert {test["message"] for test in result["tests"]} == {text}


@pytest.mark.parametrize("content", ["not a notebook", '{"cells": 3}'])
def test_a_notebook_that_is_none_has_no_points_and_a_sentence(classroom50, content):
    done, result, _ = classroom50({"convolution.ipynb": content, "convolution.py": GONE})
    assert (done.returncode, result["score"]) == (0, 0)
    assert all(test["message"] and not test["passed"] for test in result["tests"])


@pytest.mark.parametrize("missing", ["CLASSROOM", "COMMIT_URL"])
def test_without_what_classroom50_sets_there_is_an_error_and_no_result(classroom50, missing):
    done, result, _ = classroom50({"result.json": '{"score": 25}'}, **{missing: ""})
    assert done.returncode != 0
    assert result is None
    assert missing in done.stderr
