"""Hints come one at a time, on what the last check found."""

import json
from functools import partial

import numpy as np
import pytest
from click.testing import CliRunner

from autograder import notebook
from autograder.cli import main
from autograder.exercises import load_exercise
from autograder.exercises.handouts import heading_of
from autograder.imaging.arrays import as_record
from autograder.reports import hints
from autograder.reports.hints import NoHint, next_hint, remember

CONVOLUTION = load_exercise("convolution")
KNOWN = CONVOLUTION.misconceptions[0]

pytestmark = pytest.mark.usefixtures("_one_sandbox")


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


@pytest.mark.parametrize("words", [["gone.py"], ["gone.py", "--exercise", "convolution"], ["."]])
def test_after_a_check_that_could_not_begin_no_hint_is_on_an_earlier_one(words):
    remember(result(KNOWN.name, KNOWN.hint))
    said = CliRunner().invoke(main, ["check", *words]).output.removeprefix("Error: ").strip()
    with pytest.raises(NoHint) as caught:
        next_hint(CONVOLUTION)
    assert str(caught.value) == f"Your last check could not begin: {said}"
    remember(result(KNOWN.name, KNOWN.hint))
    assert next_hint(CONVOLUTION)[0] == 2


def test_a_hint_on_an_import_that_failed_is_about_the_line_with_the_import():
    found = result(status="crashed")
    found["checks"][1]["sentence"] = (
        "convolve2d stopped with an error. Line 3 (return np.zeros(3)): NameError: name 'np' is "
        "not defined. Before, while it was loaded: Line 1 (import numpyy as np): "
        "ModuleNotFoundError: No module named 'numpyy'"
    )
    remember(found)
    assert "import in line 1 letter by letter" in three()[1][1]


@pytest.mark.parametrize(
    ("remark", "todo"),
    [
        (" The file is empty.", "autograder start convolution writes"),
        (" Did you mean convolve? The name must be convolve2d.", "Mend that, and check again."),
    ],
)
def test_what_is_missing_has_a_hint_on_why(remark, todo):
    found = result(status="not_written")
    found["checks"][1]["sentence"] = f"There is no function named convolve2d yet.{remark}"
    remember(found)
    assert todo in next_hint(CONVOLUTION)[1]


def three():
    return [next_hint(CONVOLUTION) for _ in range(3)]


def test_a_known_mistake_has_its_own_hints_of_which_the_report_showed_the_first():
    remember(result(KNOWN.name, KNOWN.hint))
    assert [next_hint(CONVOLUTION)[1] for _ in range(2)] == list(KNOWN.hints[1:])


def test_what_is_not_known_has_hints_on_the_case():
    remember(result(), "my work.py")
    numbers, sentences = zip(*three(), strict=True)
    assert numbers == (1, 2, 3)
    assert "It matches." in sentences[0]
    assert "the result, its shape and its dtype" in sentences[1]
    assert "autograder replay rABC 'my work.py' --pdb" in sentences[2]
    assert "It is 1 instead of 0." not in " ".join(sentences)  # the report says that already


def wrong_at(*pixels):
    """Return a result in which these pixels of 4 x 4 are wrong, with a kernel of 3 x 3."""
    image, yours = np.zeros((4, 4)), np.zeros((4, 4))
    yours[tuple(zip(*pixels, strict=True))] = 1
    arguments = {"image": image.tolist(), "kernel": np.ones((3, 3)).tolist()}
    found = result()
    found["checks"][1]["counterexample"] = {
        **{"function": "convolve2d", "call": "convolve2d(...)", "arguments": arguments},
        **{"expected": image.tolist(), "yours": yours.tolist(), "token": "rABC"},
        "where": list(pixels[0]),
    }
    return found


@pytest.mark.parametrize(
    ("pixels", "spread"),
    [
        ([(0, 1), (3, 3)], "2 of 16 pixels are wrong, at the border only"),
        ([(1, 1)], "1 of 16 pixels is wrong, and none at the border"),
        ([(0, 0), (2, 2)], "2 of 16 pixels are wrong: look at what these have in common"),
        ([(i, j) for i in range(4) for j in range(4)], "All 16 pixels are wrong"),
    ],
)
def test_wrong_numbers_get_where_they_are_and_one_to_work_out(pixels, spread):
    remember(wrong_at(*pixels))
    (_, first), (_, second), _ = three()
    assert first.startswith(spread)
    assert f"work out only the pixel at {list(pixels[0])}" in second


def test_a_file_that_cannot_be_loaded_gets_no_line_to_step_through():
    found = result(status="crashed")
    text = "convolve2d could not be loaded. Line 3 (def): SyntaxError: expected ':'"
    found["checks"][1] |= {"sentence": text, "counterexample": None}
    remember(found, "mine.py")
    sentences = [sentence for _, sentence in three()]
    assert "python mine.py" in sentences[1]
    assert "replay" not in " ".join(sentences)
    assert "check again after each change" in next_hint(CONVOLUTION)[1]


@pytest.mark.parametrize("known", [KNOWN.name, None])
def test_after_the_last_hint_there_is_something_else_to_do(known):
    remember(result(known, "It seems so."), "mine.py")
    given = {next_hint(CONVOLUTION)[0] for _ in range(2)}
    for _ in range(2):
        number, sentence = next_hint(CONVOLUTION, lambda function: "The border")
        assert (given, number) == ({2, 3}, None)
        assert sentence.startswith("There is no further hint on this failure.")
        assert "autograder replay rABC mine.py --pdb" in sentence
        assert "ask your instructor" in sentence


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


@pytest.mark.parametrize(
    ("said", "second", "third"),
    [
        ("Line 2 (np.pad(a)): NameError: name 'np' is not defined", "Read line 2 letter", "import"),
        (
            "Line 2 of the cell that defines c (a()): NameError: name 'a' is not defined",
            "Read line 2 of the cell that defines c letter by letter",
            "import",
        ),
        ("Line 7 (x): UnboundLocalError: cannot access local", "Read line 7 letter", "capital"),
        ("Line 3 (import cv3): ModuleNotFoundError: No module", "in line 3 letter", "top"),
        (
            "It is called with 2 arguments, but it takes (image).",
            "begins with def",
            "def line of c",
        ),
    ],
)
def test_an_error_without_arrays_never_asks_for_shapes(said, second, third):
    found = crash()
    found["checks"][1]["sentence"] = f"convolve2d stopped with an error. {said}"
    remember(found)
    sentences = [sentence for _, sentence in three()]
    assert "shape" not in " ".join(sentences)
    assert second in sentences[1]
    assert third in sentences[2]


@pytest.mark.parametrize(("side", "first"), [(3, "while loop"), (100, "twice as wide")])
def test_a_loop_without_an_end_is_named_only_if_the_arrays_are_small(side, first):
    found = crash()
    found["checks"][1] |= {"status": "timed_out", "sentence": "A call took longer than 10 s."}
    found["checks"][1]["counterexample"]["arguments"]["image"] = [[0.0] * side] * side
    remember(found)
    assert first in three()[0][1]


def test_another_mistake_in_the_same_check_begins_with_its_first_hint():
    at_2 = result(hint="In line 2, the name np has no meaning yet.", status="crashed")
    remember(at_2)
    assert next_hint(CONVOLUTION)[0] == 2
    at_3 = result(hint="In line 3, the name np has no meaning yet.", status="crashed")
    remember(at_3)
    assert next_hint(CONVOLUTION)[0] == 3
    remember(result(hint="In line 3, a number is divided by 0.", status="crashed"))
    assert next_hint(CONVOLUTION)[0] == 2


@pytest.mark.parametrize(
    ("shape", "drawn"), [((20, 20), "(result != 0)"), ((9, 9, 9), "(result[p] != 0)")]
)
def test_a_mask_gets_its_outline_that_of_a_volume_on_one_plane(shape, drawn):
    head = {"shape": shape, "dtype": "<f8", "data": packed(np.ones(shape))}
    case = {"function": "remove_skull", "arguments": {"image": head}, "yours": head}
    found = result()
    found["checks"][1]["counterexample"] = case | {"expected": None, "where": None, "token": "r"}
    remember(found)
    assert f"plt.contour{drawn}" in three()[1][1]


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
    for name in ("kind", "shapes", "line", "forbidden", "function", "first", "spread", "file"):
        del kept["trouble"][name]
    (place / "convolution.json").write_text(json.dumps(kept))
    assert "replay rABC convolution.ipynb" in three()[2][1]


def test_a_check_cell_is_remembered_for_the_command():
    env = {"grader": notebook("convolution"), "convolve2d": lambda image, kernel: image * 2.0}
    report = eval("grader.check('convolve2d')", env)
    assert len(report.hints) == 2
    first = next(each for each in report.checks if each["status"] != "passed")
    assert [next_hint(CONVOLUTION)[1] for _ in range(2)] == report.hints
    assert first["counterexample"]["token"] in report.hints[-1]


def test_the_same_trouble_goes_on_with_the_hints_and_another_begins_anew():
    remember(result())
    assert next_hint(CONVOLUTION)[0] == 1
    remember(result())
    assert next_hint(CONVOLUTION)[0] == 2
    remember(result(name="fractions_are_kept"))
    assert next_hint(CONVOLUTION)[0] == 1


def test_a_function_that_is_not_written_gets_the_part_of_the_handout_to_read():
    found = result(status="not_written")
    found["checks"][1] |= {"sentence": "convolve2d is not written yet.", "counterexample": None}
    remember(found)
    for _ in range(2):
        number, sentence = next_hint(CONVOLUTION, partial(heading_of, "convolution"))
        assert number is None
        assert sentence.startswith('convolve2d is not written yet. Read the part "Your function"')


def test_a_hint_is_on_the_optional_function_that_the_last_check_showed(root):
    stub = root / "assignments/skull_removal/skull_removal.py"
    checked = CliRunner().invoke(main, ["check", "--optional", str(stub)])
    assert checked.exit_code == 1
    assert "All of this is optional: that costs no points." in checked.output
    told = CliRunner().invoke(main, ["hint", "skull_removal"])
    begin = 'dice_by_radius is not written yet. Read the part "Challenge: the best radius '
    assert told.output.startswith(begin)


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
    checked = CliRunner().invoke(main, ["check", stub])
    assert checked.exit_code == 1
    assert f" {stub}\n" in checked.output.partition("autograder replay ")[2]
    told = CliRunner().invoke(main, ["hint", "convolution"])
    assert told.exit_code == 0
    assert told.output.startswith("Hint 2 of 3 (hint 1 stands in the report of your check): ")
    wrong = CliRunner().invoke(main, ["hint", "knitting"])
    assert wrong.exit_code == 2
    assert "'knitting' is not one of" in wrong.output
