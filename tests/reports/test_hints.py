"""Hints come one at a time, on what the last check found."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercises import load_exercise
from autograder.reports import hints
from autograder.reports.hints import NoHint, next_hint, remember

CONVOLUTION = load_exercise("convolution")
KNOWN = CONVOLUTION.misconceptions[0]


@pytest.fixture(autouse=True)
def place(tmp_path, monkeypatch):
    """Keep what is remembered in a folder of this test."""
    monkeypatch.setattr(hints, "user_state_path", lambda *args, **kwargs: tmp_path)
    return tmp_path


def result(misconception=None, hint="", status="failed", name="matches_skimage"):
    check = {
        **{"name": name, "claim": "It matches.", "status": status, "points": 0, "possible": 2},
        **{"sentence": "It is 1 instead of 0.", "counterexample": {"token": "rABC"}},
        **{"misconception": misconception, "hint": hint},
    }
    passed = check | {"name": "first", "points": 2, "status": "passed", "sentence": ""}
    return {"exercise": "convolution", "checks": [passed, check]}


def test_a_fault_of_ours_is_not_said_to_have_passed():
    fault = result(status="grader_error")
    fault["checks"][1]["points"] = None
    remember(fault)
    with pytest.raises(NoHint, match="a fault of the kit, and not yours"):
        next_hint(CONVOLUTION)


def three():
    return [next_hint(CONVOLUTION) for _ in range(3)]


def test_a_known_mistake_has_its_own_hints_of_which_the_report_showed_the_first():
    remember(result(KNOWN.name, KNOWN.hint))
    assert [sentence for _, sentence in three()] == [*KNOWN.hints[1:], KNOWN.hints[-1]]


def test_what_is_not_known_has_hints_on_the_case():
    remember(result())
    numbers, sentences = zip(*three(), strict=True)
    assert numbers == (1, 2, 3)
    assert "It matches." in sentences[0]
    assert "It is 1 instead of 0." in sentences[1]
    assert "autograder replay rABC FILE --pdb" in sentences[2]


def test_the_same_trouble_goes_on_with_the_hints_and_another_begins_anew():
    remember(result())
    assert next_hint(CONVOLUTION)[0] == 1
    remember(result())
    assert next_hint(CONVOLUTION)[0] == 2
    remember(result(name="fractions_are_kept"))
    assert next_hint(CONVOLUTION)[0] == 1


def test_a_function_that_is_not_written_needs_no_three_hints():
    remember(result(status="not_written"))
    assert {sentence for _, sentence in three()} == {"It is 1 instead of 0."}


def test_without_a_check_and_without_a_failure_there_is_no_hint(place):
    with pytest.raises(NoHint, match="Check your file first"):
        next_hint(CONVOLUTION)
    remember({"exercise": "convolution", "checks": result()["checks"][:1]})
    with pytest.raises(NoHint, match="All checks passed"):
        next_hint(CONVOLUTION)
    (place / "convolution.json").write_text("{damaged")
    with pytest.raises(NoHint, match="Check your file first"):
        next_hint(CONVOLUTION)


def test_the_command_gives_one_sentence_after_a_check(root):
    stub = str(root / "tests/submissions/flipped_the_kernel/convolution.py")
    assert CliRunner().invoke(main, ["check", stub]).exit_code == 1
    told = CliRunner().invoke(main, ["hint", "convolution"])
    assert told.exit_code == 0
    assert told.output.startswith("Hint 2 of 3: ")
    wrong = CliRunner().invoke(main, ["hint", "knitting"])
    assert wrong.exit_code == 2
    assert "There is no exercise" in wrong.output
