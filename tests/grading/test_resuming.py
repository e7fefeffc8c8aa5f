"""What was graded and has not changed is not graded again, whatever happened in between."""

import hashlib
import json
import shutil
from dataclasses import replace

import pytest

from autograder.course.submissions.submission import Submission
from autograder.grading.class_grading import ClassGrading
from autograder.grading.jobs import Terms
from autograder.grading.ledger import Ledger
from autograder.sandbox.limits import Limits
from tests.classes import records

TERMS = Terms("a seed")


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def grade(pool, out):
    """Grade a class without running anything; return the students that had to be graded."""

    def graded(submissions, terms=TERMS, **options):
        pool.graded.clear()
        found = [Submission(each.student, each.exercise, each.path) for each in submissions]
        list(ClassGrading(found, out, terms, **options).results(pool))
        return sorted(pool.graded)

    return graded


def written(out):
    """Return all files below a folder of results, without what may differ between two runs."""
    return records(out), (out / "grades.csv").read_text()


def test_an_unchanged_class_is_not_graded_again(class_of, grade, out):
    submissions = class_of(a="1", b="22")
    assert grade(submissions) == ["a", "b"]
    before = (out / "results/a/convolution.json").stat()
    assert grade(submissions) == []
    assert (out / "results/a/convolution.json").stat().st_mtime_ns == before.st_mtime_ns
    assert (out / "grades.csv").read_text().splitlines()[1:] == ["a,1,1,25", "b,2,2,25"]


def test_one_changed_submission_is_graded_and_no_other(class_of, grade, out):
    grade(class_of(a="1", b="22", c="333"))
    assert grade(class_of(b="55555")) == ["b"]
    assert "b,5,5,25" in (out / "grades.csv").read_text()


@pytest.mark.parametrize(
    "terms",
    [
        Terms("another seed"),
        Terms("a seed", Limits(call=11)),
        Terms("a seed", isolated=True),
    ],
)
def test_other_terms_are_another_grading(class_of, grade, terms):
    submissions = class_of(a="1", b="22")
    grade(submissions)
    assert grade(submissions, terms) == ["a", "b"]


def test_a_changed_exercise_is_graded_again(class_of, grade, monkeypatch):
    submissions = class_of(a="1")
    grade(submissions)
    monkeypatch.setattr("autograder.grading.jobs.exercise_version", lambda name: "another")
    assert grade(submissions) == ["a"]


def test_all_are_graded_again_where_that_is_asked_for(class_of, grade):
    submissions = class_of(a="1", b="22")
    grade(submissions)
    assert grade(submissions, force=True) == ["a", "b"]


def test_a_fault_of_the_grader_is_tried_again(class_of, grade, pool):
    submissions = class_of(a="1")
    pool.status = "grader_error"
    grade(submissions)
    assert grade(submissions) == ["a"]


def test_a_file_that_cannot_be_read_is_not_read_again_and_again(class_of, grade, tmp_path):
    submissions = class_of(a="1")
    huge = tmp_path / "class" / "a" / "convolution.py"
    with huge.open("wb") as file:
        file.truncate(21 << 20)
    grade(submissions)
    assert grade(submissions) == []
    huge.write_text("small")
    assert grade(submissions) == ["a"]


def test_a_result_that_is_another_students_is_not_believed(class_of, grade, out):
    submissions = class_of(a="1", b="22", c="333")
    grade(submissions)
    shutil.copy(out / "results/c/convolution.json", out / "results/a/convolution.json")
    (out / "results/b/convolution.json").unlink()
    assert grade(submissions) == ["a", "b"]


def test_a_ledger_that_was_cut_off_costs_one_result(class_of, grade, out):
    submissions = class_of(a="1", b="22")
    grade(submissions)
    ledger = out / ".graded.jsonl"
    ledger.write_bytes(ledger.read_bytes()[:-20])
    assert len(grade(submissions)) == 1
    assert grade(submissions) == []


@pytest.mark.parametrize(
    "line", ["5", "{}", '{"student": "a", "exercise": "convolution"}', '{"terms": {}}', "\\"]
)
def test_a_line_that_says_nothing_changes_nothing(class_of, grade, out, line):
    submissions = class_of(a="1", b="22")
    grade(submissions)
    with (out / ".graded.jsonl").open("a") as ledger:
        ledger.write(f"{line}\n")
    assert grade(submissions) == []


def rewritten(out, **changes):
    """Write other points into a result, and whatever the ledger needs that has no key."""
    path = out / "results/a/convolution.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    lines = [json.loads(line) for line in (out / ".graded.jsonl").read_text().splitlines()]
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    lines = [each | {"digest": digest} if "key" in each else each for each in lines]
    (out / ".graded.jsonl").write_text("".join(json.dumps(each) + "\n" for each in lines))


def test_a_result_that_was_rewritten_with_its_digest_is_graded_again(class_of, grade, out):
    submissions = class_of(a="1")
    grade(submissions)
    rewritten(out, points=25)
    grading = ClassGrading(submissions, out, TERMS)
    assert grading.ledger.misfits == [("a", "convolution")]
    assert grade(submissions) == ["a"]
    assert json.loads((out / "results/a/convolution.json").read_text())["points"] == 1


def test_an_old_result_of_a_student_is_not_believed_for_a_new_file(class_of, grade, out):
    grade(class_of(a="12345"))
    good = (out / "results/a/convolution.json").read_bytes()
    line = (out / ".graded.jsonl").read_text().splitlines()[-1]
    submissions = class_of(a="1")
    grade(submissions)
    (out / "results/a/convolution.json").write_bytes(good)
    now = json.loads((out / ".graded.jsonl").read_text().splitlines()[-1])
    forged = json.loads(line) | {"key": now["key"], "source": now["source"]}
    with (out / ".graded.jsonl").open("a") as ledger:
        ledger.write(json.dumps(forged) + "\n")
    assert grade(submissions) == ["a"]


def test_bytes_that_are_no_text_in_the_ledger_cost_nothing_else(class_of, grade, out):
    submissions = class_of(a="1", b="22")
    grade(submissions)
    with (out / ".graded.jsonl").open("ab") as ledger:
        ledger.write(b"\xff\xfe\x00\n" + b"[" * 100_000 + b"\n")
    assert grade(submissions) == []
    (out / ".graded.jsonl").write_bytes(b"\xff" * 1000)
    assert grade(submissions) == ["a", "b"]


def test_another_user_grades_all_again(class_of, grade, out, monkeypatch, tmp_path):
    submissions = class_of(a="1")
    grade(submissions)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    assert not Ledger(out).is_ours
    assert grade(submissions) == ["a"]
    key = tmp_path / "another" / "autograder" / "ledger-key"
    assert key.stat().st_mode & 0o777 == 0o600
    assert grade(submissions) == []


def test_a_key_that_others_could_read_is_replaced(class_of, grade, monkeypatch, tmp_path):
    key = tmp_path / "another" / "autograder" / "ledger-key"
    key.parent.mkdir(parents=True)
    key.write_bytes(b"k" * 32)
    key.chmod(0o644)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    grade(class_of(a="1"))
    assert key.stat().st_mode & 0o777 == 0o600
    assert key.read_bytes() != b"k" * 32


def test_results_without_a_submission_stay_and_do_not_count(class_of, grade, out):
    a, b = class_of(a="1", b="22")
    grade([a, b])
    grading = ClassGrading([b], out, TERMS)
    assert grading.ledger.without_submission([b]) == [("a", "convolution")]
    assert grade([b]) == []
    assert (out / "results/a/convolution.json").exists()
    assert (out / "grades.csv").read_text().splitlines()[1:] == ["b,2,2,25"]
    assert grade([a, b]) == []


def test_no_points_stand_in_the_table_where_nothing_was_graded_yet(class_of, pool, out):
    results = ClassGrading(class_of(a="1", b="22"), out, TERMS).results(pool)
    next(results)
    results.close()
    assert (out / "grades.csv").read_text().splitlines()[1:] == ["a,1,1,25", "b,,,25"]
    assert json.loads((out / "results/b/convolution.json").read_text())["status"] == "not_run"


class Killed(BaseException):
    """Stands for whatever ends a process at once."""


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("name", ["os.replace", "os.fsync", "builtins.open"])
def test_a_grading_that_ends_anywhere_is_finished_by_the_next(
    class_of, grade, out, monkeypatch, name, before
):
    """End it at the first, second, ... call of what writes, until it comes through."""
    submissions = class_of(a="1", b="22", c="333")
    grade(submissions)
    undisturbed = written(out)
    for moment in range(100):
        shutil.rmtree(out)
        grade(class_of(a="a former version", b="22", c="333"))
        class_of(a="1", b="22", c="333")
        with monkeypatch.context() as patch:
            cut_short(patch, name, moment, before)
            try:
                grade(submissions, replace(TERMS, limits=Limits(call=5)))
                return
            except Killed:
                pass
        grade(submissions)
        assert written(out) == undisturbed, moment
    pytest.fail("it never came through")


def cut_short(patch, name, moment, before):
    """Let the call of this number, counted from 0, and all after it end the process."""
    module, _, function = name.rpartition(".")
    original = getattr(__import__(module), function)
    calls = iter(range(moment))

    def deadly(*arguments, **options):
        if next(calls, None) is not None:
            return original(*arguments, **options)
        if not before:
            original(*arguments, **options)
        raise Killed

    patch.setattr(name, deadly)
