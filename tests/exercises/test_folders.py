"""Exercises in folders that a course file names."""

from types import SimpleNamespace

import pytest

from autograder.authoring.origins import bring, brought, hidden_from_submissions, look_again
from autograder.exercises import load_exercise
from autograder.grading.fingerprint import exercise_version
from autograder.grading.grader import fault_here
from autograder.grading.jobs import Terms
from autograder.grading.pool import LocalPool
from autograder.pytest_plugin import pytest_configure
from autograder.sandbox.limits import Limits
from tests.brought import FILES, SOLUTION, forget, install
from tests.exercises.test_brought import call, grade


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Return what writes a course of one folder, and makes it the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(folder="exercises/means", named=None, **changed):
        changed = {f"{module}.py": text for module, text in changed.items()}
        for file, text in (FILES | changed).items():
            if text is not None:
                (tmp_path / folder).mkdir(parents=True, exist_ok=True)
                (tmp_path / folder / file).write_text(text)
        solution = tmp_path / "reference" / "means" / "solution.py"
        solution.parent.mkdir(parents=True, exist_ok=True)
        solution.write_text(SOLUTION)
        text = f"title = 'Signals'\nfolders = ['{named or folder}']\n"
        (tmp_path / "course.toml").write_text(text)
        return tmp_path / folder

    _start_anew()
    yield write
    _start_anew()


def _start_anew():
    forget("course_means")
    look_again()
    load_exercise.cache_clear()
    exercise_version.cache_clear()


def test_its_exercise_is_listed_checked_and_graded_and_hidden(course, tmp_path):
    folder = course()
    assert "means" not in call("list")
    assert "means" in call("list", "--course", "course.toml")
    words = "check", "reference/means/solution.py", "--exercise", "means", "--course", "course.toml"
    assert "4 of 4 points" in call(*words)
    look_again()
    rows, _ = grade(tmp_path, means=SOLUTION)
    assert rows[0]["means"] == "4"
    assert {str(folder), str(tmp_path / "reference")} <= set(hidden_from_submissions()[0])
    assert "means (Running mean)" in call("course", "check")


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ({"checks": None}, "it holds no checks.py"),
        ({"named": "exercises/others"}, "it holds no __init__.py"),
        ({"folder": "exercises/tophat"}, "the kit has one of this name"),
        ({"folder": "exercises/two-means"}, "small letters"),
        ({"__init__": "import nowhere_to_be_found"}, "No module named 'nowhere_to_be_found'"),
        ({"__init__": "TITLE = 'Means'"}, "course_means has no FUNCTIONS"),
    ],
)
def test_a_folder_that_brings_nothing_is_a_mistake_with_its_line(course, tmp_path, made, said):
    course(**made)
    rows, printed = grade(tmp_path, status=2, means=SOLUTION)
    assert rows is None
    assert "course.toml, line 2: folders is" in printed
    assert said in printed


def test_pytest_has_it_by_the_course_file(course):
    course()
    options = {"exercise": "means", "course": "course.toml"}
    pytest_configure(SimpleNamespace(getoption=options.get))
    options["course"] = "nowhere.toml"
    with pytest.raises(pytest.UsageError, match=r"no file nowhere\.toml"):
        pytest_configure(SimpleNamespace(getoption=options.get))


@pytest.mark.parametrize("value", ["'exercises/means'", "[1]", "['']"])
def test_folders_are_a_list_of_texts(course, tmp_path, value):
    course()
    (tmp_path / "course.toml").write_text(f"folders = {value}\n")
    assert 'a list of folders, such as ["exercises/sobel"]' in call("course", "check", status=2)


def test_a_folder_and_a_package_of_one_name_are_both_refused(course, tmp_path, monkeypatch):
    course()
    monkeypatch.syspath_prepend(tmp_path / "site")
    install(tmp_path / "site", package="other_package")
    look_again()
    assert "brings one of this name, too" in call("course", "check", status=2)


def test_another_process_has_it_too(course):
    folder = course()
    assert "it has to be there" not in fault_here({}, {}, Terms(1))
    assert "what brings it has to be there" in fault_here({}, {"means": "a version"}, Terms(1))
    bring([folder], folder.parents[1])
    assert fault_here({}, {"means": exercise_version("means")}, Terms(1)) == ""
    with LocalPool(1, Limits()) as pool:
        assert pool._submit(brought).result() == brought()
