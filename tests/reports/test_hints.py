"""Hints come one at a time, on what the last check found."""

import json

import numpy as np
import pytest
from click.testing import CliRunner

from autograder import notebook
from autograder.cli import main
from autograder.exercises import load_exercise
from autograder.imaging.arrays import as_record
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


def crash():
    example = {"function": "convolve2d", "arguments": {"image": [[0.0]], "kernel": [[0.0] * 3] * 3}}
    case = example | {"expected": None, "yours": None, "where": None, "token": "rABC"}
    said = "convolve2d stopped with an error. Line 9 (image @ kernel): ValueError: matmul"
    found = result(status="crashed")
    found["checks"][1] |= {"sentence": said, "counterexample": case}
    return found


def test_an_error_gets_shapes_and_line_and_never_pencil_and_paper():
    remember(crash())
    _, (_, second), _ = three()
    assert second == (
        "In this call image has shape (1, 1) and kernel has shape (3, 3). "
        "Print the shapes of all arrays in line 9 just before it runs."
    )


def test_a_mask_gets_its_outline():
    head = {"shape": [20, 20], "dtype": "<f8", "data": packed(np.ones((20, 20)))}
    case = {"function": "remove_skull", "arguments": {"image": head}, "yours": head}
    found = result()
    found["checks"][1]["counterexample"] = case | {"expected": None, "where": None, "token": "r"}
    remember(found)
    assert "plt.contour(result != 0)" in three()[1][1]


def packed(array):
    return as_record(array)["data"]


def test_a_call_that_takes_too_long_and_a_forbidden_one_have_hints_of_their_own():
    remember(result(status="timed_out"))
    assert "loops" in three()[1][1]
    found = result(name="another")
    found["checks"][1]["sentence"] = (
        "The work of convolve2d should be your own. It called scipy.signal.convolve2d."
    )
    remember(found)
    assert "what calls scipy.signal.convolve2d," in three()[1][1]


def test_what_an_earlier_version_kept_still_gives_hints(place):
    remember(result())
    kept = json.loads((place / "convolution.json").read_text())
    for name in ("kind", "shapes", "line", "forbidden"):
        del kept["trouble"][name]
    (place / "convolution.json").write_text(json.dumps(kept))
    assert "pencil and paper" in three()[1][1]


def test_a_check_cell_is_remembered_for_the_command():
    env = {"grader": notebook("convolution"), "convolve2d": lambda image, kernel: image * 2.0}
    report = eval("grader.check('convolve2d')", env)
    assert len(report.hints) == 2
    first = next(each for each in report.checks if each["status"] != "passed")
    assert three()[1][1] == report.hints[-1]
    assert first["counterexample"]["token"] in report.hints[-1]


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
    with pytest.raises(NoHint, match="Check your work first"):
        next_hint(CONVOLUTION)
    remember({"exercise": "convolution", "checks": result()["checks"][:1]})
    with pytest.raises(NoHint, match="All checks passed"):
        next_hint(CONVOLUTION)
    (place / "convolution.json").write_text("{damaged")
    with pytest.raises(NoHint, match="Check your work first"):
        next_hint(CONVOLUTION)


def test_the_command_gives_one_sentence_after_a_check(root):
    stub = str(root / "tests/submissions/flipped_the_kernel/convolution.py")
    assert CliRunner().invoke(main, ["check", stub]).exit_code == 1
    told = CliRunner().invoke(main, ["hint", "convolution"])
    assert told.exit_code == 0
    assert told.output.startswith("Hint 2 of 3: ")
    wrong = CliRunner().invoke(main, ["hint", "knitting"])
    assert wrong.exit_code == 2
    assert "'knitting' is not one of" in wrong.output
