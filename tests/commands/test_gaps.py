"""Commands that grade say what is missing on this machine, and refuse if grades are in danger."""

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.sandbox import self_test
from autograder.sandbox.host import Sandbox

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

WITHOUT_FILES = ("network", "privileges", "calls")
WITHOUT_NETWORK = ("mounts", "privileges", "files")


@pytest.fixture
def grade(tmp_path):
    """Grade one file with these words; return the result of the command."""
    folder = tmp_path / "class" / "bob"
    folder.mkdir(parents=True)
    (folder / "convolution.py").write_text("def convolve2d(image, kernel):\n    return image * 1.0")
    words = ["grade", str(folder.parent), "--out", str(tmp_path / "out"), "--jobs", "1"]
    return lambda *more, **options: CliRunner().invoke(main, [*words, *more], **options)


@pytest.fixture
def machine_with(monkeypatch):
    """Let this machine have these layers and no others."""
    return lambda layers: monkeypatch.setattr(self_test, "Sandbox", partial(Sandbox, layers=layers))


def test_grade_refuses_without_isolation_of_files_and_says_why(grade, machine_with, tmp_path):
    machine_with(WITHOUT_FILES)
    result = grade()
    assert result.exit_code == 2
    assert "Nothing was graded, since grades are not safe on this machine." in result.output
    assert "A submission CAN read files outside its own folder." in result.output
    assert "--unsafe" in result.output
    assert not (tmp_path / "out" / "grades.csv").exists()


@pytest.mark.parametrize("layers", [WITHOUT_FILES, ()])
def test_unsafe_grades_and_says_what_is_missing_first_and_last(grade, machine_with, layers):
    machine_with(layers)
    lines = grade("--unsafe").output.splitlines()
    assert lines[0].startswith("On this machine: A submission CAN ")
    assert lines[-1] == lines[0]
    assert any("Grades are in" in line for line in lines)


def test_what_endangers_no_grade_is_said_first_and_last_and_graded(grade, machine_with):
    machine_with(WITHOUT_NETWORK)
    lines = grade().output.splitlines()
    assert lines[0].startswith("On this machine: A submission CAN ")
    assert lines[-1] == lines[0]


def test_required_isolation_refuses_for_any_gap_also_with_unsafe(grade, machine_with):
    machine_with(WITHOUT_NETWORK)
    result = grade("--require-isolation", "--unsafe")
    assert result.exit_code == 2
    assert "since isolation is required" in result.output


def test_nothing_is_looked_at_if_nothing_is_left_to_grade(grade, machine_with):
    grade()
    machine_with(WITHOUT_FILES)
    assert "Grades are in" in grade().output


def test_doctor_fails_if_anything_is_possible(machine_with):
    machine_with(WITHOUT_FILES)
    result = CliRunner().invoke(main, ["doctor"])
    assert result.exit_code == 1
    assert "A submission CAN write files outside its own folder." in result.output
    assert "A submission cannot start other programs." in result.output


def test_a_seed_can_come_from_a_file_or_the_environment(grade, tmp_path):
    file = tmp_path / "seed"
    file.write_text("autumn\n")
    grade("--seed-file", str(file))
    same = grade("--seed", "autumn").output
    assert "have not changed since they were graded" in same
    assert "have not changed" in grade(env={"AUTOGRADER_SEED": "autumn"}).output


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [("", (), "holds no seed"), ("a", ("--seed", "b"), "Give --seed or --seed-file.")],
)
def test_a_seed_file_that_cannot_count_is_a_sentence(grade, tmp_path, text, more, said):
    file = tmp_path / "seed"
    file.write_text(text)
    result = grade("--seed-file", str(file), *more)
    assert (result.exit_code, said in result.output) == (2, True)


def test_a_seed_file_that_is_not_there_is_a_sentence(grade, tmp_path):
    result = grade("--seed-file", str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert "The seed cannot be read from" in result.output


@pytest.mark.parametrize("words", [("--seed", "geheim"), ("--seed=geheim",)])
def test_a_typed_seed_leaves_the_list_of_processes(words):
    script = (
        "import sys, time\nfrom autograder.commands.grade import command\n"
        "command.callback = lambda **of: (print(of['seed'], flush=True), sys.stdin.read())\n"
        "command(['nowhere', '--out', 'out', *sys.argv[1:]])\n"
    )
    command = [sys.executable, "-c", script, *words]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, **pipes) as running:
        assert running.stdout.readline() == "geheim\n"
        shown = Path(f"/proc/{running.pid}/cmdline").read_bytes()
        running.stdin.close()
    assert b"geheim" not in shown
    assert b"nowhere" in shown


def test_no_worker_and_none_that_starts_them_has_a_seed_on_its_command_line(tmp_path):
    with Sandbox(only=b"") as sandbox:
        worker = sandbox.open(b"", ".py", ())
        for pid in (sandbox.pid, worker.pid):
            assert b"seed" not in Path(f"/proc/{pid}/cmdline").read_bytes()
        worker.close()
