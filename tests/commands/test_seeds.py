"""No seed is assumed, and none that grades is in anything that is published."""

import zipfile

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands.console import FAULT, PASSED
from autograder.grading.ledger import Ledger

SEED = "a-seed-that-nobody-guesses"


@pytest.fixture
def grade(class_of, pool, monkeypatch, tmp_path):
    """Grade a class into a folder; return the seed that the ledger keeps, and what was said."""
    class_of(ada="1", ben="22")
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    monkeypatch.delenv("AUTOGRADER_SEED", raising=False)

    def run(out, *words):
        words = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / out), *words]
        result = CliRunner().invoke(main, words)
        assert result.exit_code == PASSED, result.output
        return Ledger(tmp_path / out).terms.seed, result.output

    return run


def test_a_first_grading_without_a_seed_makes_one_and_says_so(grade, tmp_path):
    seed, said = grade("out")
    assert len(seed) == 32
    assert f"it is kept in {tmp_path / 'out' / '.graded.jsonl'}" in said.replace("\n", " ")
    assert seed not in said
    again, said = grade("out")
    assert again == seed
    assert "No --seed was given" not in said


def test_two_folders_have_seeds_of_their_own(grade):
    assert grade("one")[0] != grade("other")[0]


@pytest.mark.parametrize("words", [("--seed", SEED), ()])
def test_a_seed_may_be_given_or_stand_in_the_environment(grade, monkeypatch, words):
    if not words:
        monkeypatch.setenv("AUTOGRADER_SEED", SEED)
    seed, said = grade("out", *words)
    assert seed == SEED
    assert "No --seed was given" not in said


def test_a_seed_that_is_given_counts_before_that_of_the_last_time(grade):
    grade("out")
    seed, said = grade("out", "--seed", SEED)
    assert seed == SEED
    assert "The seed changed" in said


@pytest.mark.parametrize("words", [("--seed", SEED), ()])
def test_two_seeds_are_refused_before_anything_is_graded_again(grade, tmp_path, monkeypatch, words):
    (tmp_path / "course.toml").write_text('seed = "that-of-the-course"\n')
    assert grade("out")[0] == "that-of-the-course"
    if not words:
        monkeypatch.setenv("AUTOGRADER_SEED", SEED)
    words = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / "out"), *words]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "Give the seed in one place only" in " ".join(result.output.split())
    assert SEED not in result.output
    assert Ledger(tmp_path / "out").terms.seed == "that-of-the-course"


def test_nothing_that_a_grading_leaves_but_its_ledger_holds_the_seed(grade, tmp_path):
    grade("out", "--seed", SEED)
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(written) >= 7
    assert [path.name for path in written if SEED.encode() in path.read_bytes()] == [
        ".graded.jsonl"
    ]


@pytest.fixture
def build(root, monkeypatch, tmp_path):
    """Run `build` on one exercise, without touching the repository."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("AUTOGRADER_SEED", raising=False)
    monkeypatch.setattr("autograder.commands.build.exercises_in", lambda root: ("convolution",))
    monkeypatch.setattr("autograder.notebooks.handout_run.require_handout", lambda *_: None)
    (tmp_path / "reference").symlink_to(root / "reference")
    for name in ("autograder", "pyproject.toml", "README.md", "LICENSE"):
        (tmp_path / name).symlink_to(root / name)
    return lambda *words: CliRunner().invoke(main, ["build", *words])


def test_build_without_a_seed_refuses_before_it_writes_anything(build, tmp_path):
    result = build()
    assert result.exit_code == FAULT
    assert result.output.startswith("Error: The zips for Otter need the course's seed")
    assert not (tmp_path / "assignments").exists()
    assert not (tmp_path / "dist").exists()


def holding(seed, folder):
    """Return the names of the files that hold a seed, also in zips."""
    found = set()
    for path in (path for path in folder.rglob("*") if path.is_file()):
        texts = [path.read_bytes()]
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as opened:
                texts += map(opened.read, opened.namelist())
        found |= {path.name for text in texts if seed.encode() in text}
    return found


def test_what_is_built_for_students_holds_no_seed(build, tmp_path, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_SEED", SEED)
    result = build("--for-students")
    assert result.exit_code == PASSED, result.output
    assert (tmp_path / "assignments" / "convolution" / "convolution.ipynb").is_file()
    assert list(tmp_path.glob("dist/students/*.zip")) != []
    assert list(tmp_path.glob("dist/*.zip")) == []
    assert holding(SEED, tmp_path / "dist") | holding(SEED, tmp_path / "assignments") == set()


def test_of_what_is_built_only_the_zip_for_otter_holds_the_seed(build, tmp_path):
    result = build("--seed", SEED)
    assert result.exit_code == PASSED, result.output
    assert holding(SEED, tmp_path / "dist") == {"convolution-autograder.zip"}
    assert holding(SEED, tmp_path / "assignments") == set()


def test_the_hook_before_a_commit_builds_no_zip(root):
    hooks = (root / ".pre-commit-config.yaml").read_text("utf-8")
    (line,) = (line for line in hooks.splitlines() if "autograder build" in line)
    assert line.split("entry: ")[1] == "autograder build --for-students"
