"""What a student writes does nothing to whoever reads it, and being put off changes no verdict."""

import unicodedata

import pytest

from autograder.exercises import load_exercise
from autograder.judging.grade import without_running
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.notebooks.check_cell import CheckFailed, GradedSubmission, run_graded_check
from autograder.reports.cells import cell_as_html
from autograder.reports.gradescope_results import completed
from autograder.sandbox.limits import TookLong
from autograder.sandbox.student_function import StudentFunction, in_process

CONVOLUTION, SESSION = load_exercise("convolution"), Session("s")
# It turns the reading direction, clears a screen, hides letters, and ends what it stands in.
TEXTS = {
    "turned": "\N{RIGHT-TO-LEFT OVERRIDE}dessaP\N{POP DIRECTIONAL FORMATTING}",
    "isolated": "\N{RIGHT-TO-LEFT ISOLATE}dessaP\N{POP DIRECTIONAL ISOLATE}",
    "terminal": "\x1b[2J\x1b]0;title\x07\x9b2J\r",
    "hidden": "pass\N{ZERO WIDTH SPACE}ed\N{SOFT HYPHEN}\x00\x08\x08",
    "markup": "</pre></details><script>alert(1)</script><img src=x onerror=alert(1)>{body}%s",
}


def steers(text):
    return {c for c in text if unicodedata.category(c)[0] == "C" and c != "\n"}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_no_text_steers_or_leaves_its_place_in_a_cell_or_on_gradescope(text):
    checks = without_running(CONVOLUTION, "s", "crashed", text)["checks"]
    results = {"tests": [{"name": each["name"]} for each in checks]}
    told = completed(results, {each["name"]: each for each in checks})["tests"]
    pages = [each["output"] for each in told]
    pages += [cell_as_html(checks, [text], text), cell_as_html([], [text], text, [text])]
    for page in pages:
        assert not steers(page)
        assert "<script" not in page
        assert "<img" not in page


def test_no_text_steers_where_otter_shows_it():
    def convolve2d(image, kernel):
        raise ValueError("".join(TEXTS.values()))

    functions = judged({"convolve2d": in_process("convolve2d", convolve2d)})
    submission = GradedSubmission(CONVOLUTION, functions, SESSION)
    with pytest.raises(CheckFailed, match="dessaP") as raised:
        run_graded_check(submission, CONVOLUTION.checks[0].name)
    assert not steers(str(raised.value))


@pytest.mark.parametrize("calls", [0, 1, 3])
def test_a_worker_that_does_not_start_again_in_time_is_put_off_and_not_wrong(calls):
    made = []

    def perform(arguments):
        made.append(arguments)
        if len(made) > calls:
            raise TookLong
        return function.perform(arguments)

    function = in_process("convolve2d", lambda image, kernel: image * 0.5)
    functions = judged({"convolve2d": StudentFunction("convolve2d", perform)})
    with pytest.raises(TookLong):
        list(judge(CONVOLUTION, functions, SESSION))
