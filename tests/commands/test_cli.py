"""The command line: what it prints, and its exit status."""

import json
import os

import pytest
from click.testing import CliRunner

from autograder.cli import COMMANDS, main
from autograder.exercises import load_exercise, load_exercises

RIGHT = "tests/submissions/right_with_windows/convolution.py"
FLIPPED = "tests/submissions/flipped_the_kernel/convolution.py"

pytestmark = pytest.mark.usefixtures("_one_sandbox")


@pytest.fixture
def run(root, monkeypatch):
    """Run the command in the repository; return its result."""
    monkeypatch.chdir(root)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


def test_the_help_has_the_first_sentence_of_every_command(run):
    for name, sentence in COMMANDS.items():
        assert main.get_command(None, name).get_short_help_str(limit=200) == sentence
    shown = " ".join(run("--help").output.split())
    assert all(f"{name} {sentence}" in shown for name, sentence in COMMANDS.items())


def test_list_shows_every_exercise_with_functions_and_points(run):
    result = run("list")
    assert result.exit_code == 0
    for each in load_exercises():
        line = next(line for line in result.output.splitlines() if line.startswith(each.name + " "))
        assert f"{each.points} points" in line
        assert all(function in line for function in each.functions)


def test_list_of_an_exercise_shows_each_check_by_the_name_that_a_course_file_takes(run):
    result = run("list", "tophat")
    lines = [line.split() for line in result.output.splitlines()]
    checks = load_exercise("tophat").checks
    assert [line[0] for line in lines] == [each.name for each in checks]
    points = [float(line[1]) for line in lines if line[1] != "optional"]
    assert sum(points) == load_exercise("tophat").points


def test_check_of_a_right_submission_exits_with_0(run):
    result = run("check", RIGHT)
    assert result.exit_code == 0
    assert "25 of 25 points" in result.output


def test_check_of_the_untouched_stub_finds_nothing_written(run):
    result = run("check", "assignments/convolution/convolution.py", "--json")
    assert result.exit_code == 1
    assert {c["status"] for c in json.loads(result.output)["checks"]} == {"not_written"}


def test_a_script_without_work_leads_to_the_notebook_beside_it(run, root, tmp_path):
    mine, notebook = tmp_path / "convolution.py", tmp_path / "convolution.ipynb"
    mine.write_bytes((root / "assignments/convolution/convolution.py").read_bytes())
    assert "If you work in" not in run("check", mine).output
    notebook.write_text("")
    said = " ".join(run("check", mine).output.split())
    assert f"check that one: autograder check {notebook}" in said


def test_a_forgotten_return_is_one_failure_that_all_other_checks_wait_for(run, tmp_path):
    file = tmp_path / "my work.py"
    file.write_text("def convolve2d(image, kernel):\n    image + 1.0\n")
    told = run("check", file).output
    assert told.count("A check that is not run waits until you mend the first failure") == 1
    token = told.partition("autograder replay ")[2].split()[0]
    assert f"autograder replay {token} '{file}'" in run("replay", token, file).output


def test_check_of_the_reference_passes(run):
    result = run("check", "reference/convolution/solution.py", "--exercise", "convolution")
    assert result.exit_code == 0


def test_one_error_behind_all_checks_is_told_once(run, tmp_path):
    file = tmp_path / "convolution.py"
    file.write_text("def convolve2d(image, kernel):\n    return (\n")
    assert run("check", file).output.count("SyntaxError") == 1
    assert run("check", file, "--all").output.count("SyntaxError") > 1


def test_it_is_said_how_to_see_the_other_failures(run):
    assert "Run with --all to see the case of every failure." in run("check", FLIPPED).output
    assert "With --all" not in run("check", FLIPPED, "--all").output


def test_pictures_of_what_failed_are_saved_and_their_places_said(run, tmp_path):
    result = run("check", FLIPPED, "--save-figures", tmp_path / "pictures")
    saved = sorted(tmp_path.glob("pictures/*"))
    assert saved[0].name == "03-a_bright_pixel_gives_the_kernel.png"
    assert [line for line in result.output.splitlines() if line.endswith(".png")] == [
        str(path) for path in saved
    ]


def test_saving_pictures_leaves_the_record_on_the_output_as_it_is(run, tmp_path):
    result = run("check", FLIPPED, "--json", "--save-figures", tmp_path)
    assert json.loads(result.stdout)["points"] == 14
    assert "03-a_bright_pixel_gives_the_kernel.png" in result.stderr


def test_where_nothing_failed_no_picture_is_saved_and_that_is_said(run, tmp_path):
    result = run("check", RIGHT, "--save-figures", tmp_path / "pictures")
    assert "No picture was saved" in result.output
    assert not (tmp_path / "pictures").exists()


def test_a_folder_that_cannot_be_made_is_told_in_a_sentence(run, tmp_path):
    (tmp_path / "file").write_text("")
    result = run("check", FLIPPED, "--save-figures", tmp_path / "file" / "pictures")
    assert result.exit_code == 2
    assert f"{tmp_path}/file/pictures cannot be written: Not a directory." in result.output


def test_a_flipped_kernel_is_shown_on_at_most_three_by_three_pixels(run):
    result = run("check", FLIPPED, "--json")
    assert result.exit_code == 1
    failed = [c for c in json.loads(result.output)["checks"] if c["status"] == "failed"]
    assert failed
    shown = failed[0]["counterexample"]
    for array in shown["arguments"].values():
        assert len(array) <= 3
        assert len(array[0]) <= 3
    assert shown["text"] in failed[0]["message"]
    assert shown["call"] in failed[0]["message"]
    assert shown["call"].startswith("convolve2d(np.array(")


def test_details_are_shown_for_the_first_failure_only_unless_asked(run):
    assert run("check", FLIPPED).output.count("To try it") == 1
    assert run("check", FLIPPED, "--all").output.count("To try it") > 1


def test_grade_writes_grades_and_tells_of_each(run, root, tmp_path):
    students = tmp_path / "class"
    for name, path in [("one", RIGHT), ("other", FLIPPED)]:
        (students / name).mkdir(parents=True)
        os.symlink(root / path, students / name / "linked.py")
        (students / name / "convolution.py").write_bytes((root / path).read_bytes())
    result = run("grade", students, "--out", tmp_path / "graded")
    assert result.exit_code == 1
    assert "2 students have work that was not graded: one, other." in result.output
    assert "one/convolution: 25 of 25 points (passed)" in result.output
    assert (tmp_path / "graded" / "grades.csv").read_text().startswith("student,convolution,total")


FILLING = ("--into", "nowhere.csv", "--key", "ID", "--column", "x")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["check", "nowhere.py"], "There is no file"),
        (["check", "README.md"], "for a notebook or in .py for a script; it ends in .md."),
        (["check", "LICENSE"], "has no ending: a notebook has .ipynb, and a script .py."),
        (["check", "docs"], "docs is a folder. Name a file in it"),
        (["course", "check", "no.toml"], "To write one, run: autograder course init no.toml"),
        (["check", RIGHT, "--exercise", "knitting"], "There is no exercise named 'knitting'"),
        (["check", "tests/conftest.py"], "Name one with --exercise"),
        (["grade", "docs", "--out", "/tmp/x"], "There are no submissions"),
        (["grade", "nowhere", "--out", "/tmp/x"], "cannot be read"),
        (["grade", "tests/submissions", "--out", "/dev/null/x"], "cannot be written"),
        (["grade", "tests/submissions", "--out", "tests/submissions/graded"], "give one beside it"),
        (["verify", "--exercise", "knitting"], "There is no exercise named 'knitting'"),
        (["check"], "Missing argument"),
        (["hint", "knitting"], "'knitting' is not one of 'convolution', "),
        (["check", "/dev/null/x.ipynb"], "There is no file"),
        (["return", "nowhere", "--for", "files"], "There is no grades.csv in nowhere"),
        (["gradebook", "nowhere", *FILLING], "There is no grades.csv in nowhere"),
        (["gradebook", "README.md", *FILLING], "Directory 'README.md' is a file."),
    ],
)
def test_wrong_usage_is_a_sentence_and_exit_status_2(run, words, sentence):
    result = run(*words)
    assert result.exit_code == 2
    assert sentence in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("name", ["hw.ipynb", "hw.py"])
def test_an_empty_file_of_another_name_is_refused_for_one_reason(run, tmp_path, name):
    (tmp_path / name).write_text("\n")
    result = run("check", tmp_path / name)
    assert result.exit_code == 2
    assert result.output.endswith(f"{name} is empty. Save your work into it, and check again.\n")


UNCLOSED = "    return (image\n\nx = 1\n"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("convolution.py", f"def convolve2d(image, kernel):\n{UNCLOSED}", "convolve2d could not"),
        ("tophat.py", f"def opening(image, footprint):\n{UNCLOSED}", "opening, closing, white_"),
        ("tophat.ipynb", "", "The file is empty. Save your work into it, and check again."),
        ("convolution3d.ipynb", "[]", "it holds no list of cells."),
    ],
)
def test_a_file_that_cannot_be_loaded_is_one_sentence(run, tmp_path, name, text, sentence):
    (tmp_path / name).write_text(text)
    result = run("check", tmp_path / name)
    assert result.exit_code == 1
    _count, _empty, *lines = result.output.splitlines()
    assert sentence in lines[0]
    assert [line for line in lines[1:] if "Line 3" not in line] == []
    assert "Error" not in lines[0].replace("SyntaxError: '(' was never closed", "")


def test_an_empty_file_and_a_notebook_that_is_none_are_no_tracebacks(run, tmp_path):
    for name, text in [("convolution.py", ""), ("convolution.ipynb", "{")]:
        path = tmp_path / name
        path.write_text(text)
        result = run("check", path)
        assert result.exit_code == 1
        assert "0 of 25 points" in result.output


def test_verify_needs_the_solutions(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["verify"])
    assert result.exit_code == 2
    assert "in a checkout of the repository" in result.output
