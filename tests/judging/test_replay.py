"""A token leads to the case that it was printed for, and to the same message."""

import json
import pdb
import re
from io import StringIO

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercises import load_exercise, load_exercises
from autograder.judging.judge import judge, outcome_of
from autograder.judging.judged_function import judged
from autograder.judging.replay import NothingToDebug, debug, replay
from autograder.judging.session import Session
from autograder.judging.token_text import BadToken
from autograder.judging.tokens import case_of
from autograder.judging.trials import try_example
from autograder.judging.verify import solution
from autograder.sandbox.student_function import in_process
from tests.classes import find, grade_class

FLIPPED = "tests/submissions/flipped_the_kernel/convolution.py"

pytestmark = pytest.mark.usefixtures("_one_sandbox")


@pytest.fixture(scope="module")
def tokens(root):
    """Return the tokens of a few mistakes of every exercise, with their outcomes."""
    found = []
    for one in load_exercises():
        names = {}
        exec(solution(one.name, root), names)
        session = Session(7)
        for mistake in one.misconceptions[:3]:
            functions = {name: names[name] for name in one.functions} | {mistake.of: mistake}
            made = judged({name: in_process(name, f) for name, f in functions.items()})
            failed = [each for each in judge(one, made, session) if each.counterexample]
            found += [(functions, each) for each in failed]
    assert len(found) > 20
    return found


def test_a_token_leads_to_the_same_failure(tokens):
    for functions, outcome in tokens:
        case = case_of(outcome.counterexample.token)
        assert case.check.name == outcome.name
        made = judged({name: in_process(name, f) for name, f in functions.items()})
        failure = try_example(case.check, made, case.example)
        again = outcome_of(failure, case.check, load_exercise(case.exercise.name))
        assert again.message == outcome.message


def test_a_token_from_grading_a_class_replays_with_the_same_message(root, tmp_path, sandbox):
    (tmp_path / "class" / "one").mkdir(parents=True)
    source = (root / FLIPPED).read_bytes()
    (tmp_path / "class" / "one" / "convolution.py").write_bytes(source)
    submissions, _ = find(tmp_path / "class")
    (record,) = grade_class(submissions, tmp_path / "graded", "a secret seed", jobs=1)
    failed = [each for each in record["checks"] if each["counterexample"]]
    assert failed
    for each in failed:
        outcome = replay(case_of(each["counterexample"]["token"]), sandbox, source, ".py")
        assert (outcome.name, outcome.message) == (each["name"], each["message"])


def printed_token(root):
    result = CliRunner().invoke(main, ["check", str(root / FLIPPED), "--json"])
    failed = [each for each in json.loads(result.output)["checks"] if each["counterexample"]]
    return failed[0]["counterexample"]["token"]


def test_replay_tells_a_wrong_file_from_a_right_one(root):
    token = printed_token(root)
    wrong = CliRunner().invoke(main, ["replay", token, str(root / FLIPPED)])
    assert wrong.exit_code == 1
    assert re.search(r"failed +0/2", wrong.output)
    right = root / "tests/submissions/right_with_windows/convolution.py"
    result = CliRunner().invoke(main, ["replay", token, str(right)])
    assert result.exit_code == 0
    assert re.search(r"passed +2/2", result.output)


@pytest.mark.parametrize(
    "broken", ["", "t", "nonsense", "tAAAA", "t!!!", "tc2QDz1L3AABpAAAAAAAAAAABRaa"]
)
def test_a_damaged_token_is_a_sentence(root, broken):
    with pytest.raises(BadToken, match="whole token"):
        case_of(broken)
    result = CliRunner().invoke(main, ["replay", "--", broken, str(root / FLIPPED)])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_a_token_of_the_former_kind_is_a_sentence_of_its_own(root):
    former = "rI4NyiZS8AAAAAEECQW0lng"
    result = CliRunner().invoke(main, ["replay", former, str(root / FLIPPED)])
    assert result.exit_code == 2
    assert "older version of the kit" in result.output
    with pytest.raises(BadToken, match="whole token"):
        case_of(former[:-1] + "A")  # mistyped, and of the former kind


def test_the_debugger_stops_in_the_students_function_on_that_case(root):
    case = case_of(printed_token(root))
    seen = StringIO()
    debugger = pdb.Pdb(stdin=StringIO("p kernel.tolist()\nc\n"), stdout=seen)
    debug(case, (root / FLIPPED).read_bytes(), ".py", debugger)
    assert "convolve2d" in seen.getvalue()
    assert str(case.example["kernel"].tolist()) in seen.getvalue()


def test_the_verdict_comes_after_the_debugger(root, monkeypatch):
    debugger = pdb.Pdb(stdin=StringIO("q\n"), stdout=StringIO())
    monkeypatch.setattr("pdb.Pdb", lambda: debugger)
    result = CliRunner().invoke(main, ["replay", printed_token(root), str(root / FLIPPED), "--pdb"])
    assert result.exit_code == 1
    assert "failed" in result.output


def test_there_is_nothing_to_debug_in_a_stub(root):
    case = case_of(printed_token(root))
    stub = (root / "assignments/convolution/convolution.py").read_bytes()
    with pytest.raises(NothingToDebug, match="convolve2d must be written"):
        debug(case, stub, ".py")
