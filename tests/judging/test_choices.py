"""What students write wrongly gets a true sentence, and what is right gets none."""

from importlib import import_module
from pathlib import Path

import numpy as np
import pytest

from autograder.exercises import load_exercise
from autograder.judging.asking import MOST_CALLS
from autograder.judging.choosing import asks_of, findings
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process
from benchmarks.attempts import optional
from benchmarks.attempts.convolution import loops
from benchmarks.true_of import is_true

TESTS = Path(__file__).parents[1]
RIGHT = sorted((TESTS / "right").glob("*/*.py"))
CHAPTER = ("convolution", "convolution3d", "tophat", "skull_removal")


def attempts(by_choice):
    """Return the attempts whose sentence comes from a choice, or the others."""
    found = []
    for name in CHAPTER:
        first = load_exercise(name).functions[0]
        for title, parts in import_module(f"benchmarks.attempts.{name}").ATTEMPTS.items():
            function, key, source = parts if len(parts) == 3 else (first, *parts)
            is_by_choice = not key.startswith(("error:", "only:", "returned_no", "returned_a_list"))
            if is_by_choice == by_choice:
                found.append(pytest.param(name, function, key, source, id=f"{name}-{title}"))
    return found


def subjects_of(name, source):
    """Return the functions of a submission, which is not a stranger's, in this process."""
    namespace = {"__name__": "submission"}
    exec(compile(source, "<submission>", "exec"), namespace)
    functions = load_exercise(name).functions
    return judged({each: in_process(each, namespace.get(each)) for each in functions})


def found_in(name, source, function):
    """Return the keys of what is found in one function."""
    one, asks = load_exercise(name), asks_of(subjects_of(name, source))
    follows = one.choices[function].follows
    first = follows(asks[function]) if follows else None
    found = findings(one.choices, asks, function)
    return [each.key for each in ([first] if first else found)]


@pytest.mark.parametrize(("name", "function", "key", "source"), attempts(by_choice=True))
def test_the_costliest_wrong_choice_of_an_attempt_is_found_first(name, function, key, source):
    assert found_in(name, source, function)[0] == key


@pytest.mark.parametrize("last", ["result.clip(0, 1)", "np.sign(result)", "result > 0"])
def test_a_kernel_whose_sums_are_lost_is_not_called_unused(last):
    found = found_in("convolution", loops(after=f"result = {last}"), "convolve2d")
    assert "ignored_the_kernel" not in found


@pytest.mark.parametrize("attempt", optional.ATTEMPTS.values(), ids=optional.ATTEMPTS)
def test_what_is_wrong_with_an_optional_function_is_found_first(attempt):
    name, function, key, source = attempt
    assert found_in(name, source, function)[0] == key


@pytest.mark.parametrize(
    ("attempt", "untrue"),
    [
        ("tophat-the darker of image and dilation", "planes:"),
        ("tophat-two faults: black the wrong way round, clipped", "planes:"),
        ("skull_removal-made bytes", "fixed_the_threshold"),
        ("skull_removal-a fixed frame", "eroded"),
        ("skull_removal-what is darker than the threshold", "kept_the_mask"),
        ("skull_removal-the threshold of another scale", "filled_the_rest_with_a_number"),
        ("convolution-transposed by its letters", "padded_for_square_kernels"),
    ],
)
def test_what_only_looks_like_another_mistake_is_not_told(attempt, untrue):
    (found,) = [each.values for each in attempts(by_choice=True) if each.id == attempt]
    name, function, _, source = found
    assert not [key for key in found_in(name, source, function) if key.startswith(untrue)]


@pytest.mark.parametrize(("name", "function", "key", "source"), attempts(by_choice=False))
def test_an_attempt_that_gives_no_array_gets_a_sentence(name, function, key, source):
    one, subjects = load_exercise(name), subjects_of(name, source)
    session = Session(5)
    failed = list(judge(one, subjects, session, search=False))
    outcomes = diagnosed(one, subjects, failed, session.answers)
    behind = [o for o in outcomes if o.status != "passed" and o.counterexample]
    assert any(o.hint for o in behind if o.counterexample.function == function)


@pytest.mark.parametrize("path", RIGHT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_in_right_work_nothing_is_found(path):
    one = load_exercise(path.parent.name)
    for function in one.choices:
        assert found_in(one.name, path.read_text(), function) == []


@pytest.mark.parametrize("name", CHAPTER)
def test_all_that_is_found_in_known_mistakes_is_true_of_them(name):
    one = load_exercise(name)
    right = {each: one.oracles.get(each) for each in one.functions}
    for mistake in one.misconceptions:
        for function in (mistake.function, *mistake.otherwise):
            functions = right | {mistake.of: function}
            made = {each: in_process(each, made) for each, made in functions.items()}
            subjects = judged(made)
            for finding in findings(one.choices, asks_of(subjects), mistake.of):
                assert is_true(finding.key, {mistake.name}), (mistake.name, finding.key)


@pytest.mark.parametrize(
    ("sample", "key"),
    [("took_a_threshold_only", "largest piece"), ("went_slice_by_slice", "no brain")],
)
def test_the_shipped_skull_removals_get_a_sentence(sample, key, graded):
    source = (TESTS / "submissions" / sample / "skull_removal.py").read_text()
    failed = [c for c in graded(source, "skull_removal")["checks"] if c["status"] == "failed"]
    assert all(c["hint"] for c in failed)
    assert any(key in c["hint"] for c in failed)


def test_other_wrong_choices_come_along_with_the_first():
    one = load_exercise("convolution")
    sources = {param.id: param.values[3] for param in attempts(by_choice=True)}
    source = sources["convolution-two faults: flipped, zeros_like"]
    subjects = subjects_of("convolution", source)
    session = Session(5)
    failed = list(judge(one, subjects, session, search=False))
    outcomes = diagnosed(one, subjects, failed, session.answers)
    failed = [each for each in outcomes if each.status != "passed"]
    for each in failed:
        told = " ".join([each.hint, *each.further])
        assert "flipped the kernel" in told
        assert "np.zeros_like" in told
    assert any("flipped the kernel" in each.hint for each in failed)
    assert all("np.zeros_like" in each.hint for each in failed if "dtype" in each.sentence)


def test_a_function_that_loops_is_not_called_again():
    one, calls = load_exercise("convolution"), []

    def convolve2d(image, kernel):
        calls.append(image.shape)
        return np.zeros(image.shape)

    session = Session(5)
    subjects = judged({"convolve2d": in_process("convolve2d", convolve2d)})
    outcomes = list(judge(one, subjects, session, search=False))
    late = [type(each)(**vars(each) | {"status": "timed_out"}) for each in outcomes]
    before = len(calls)
    diagnosed(one, subjects, late, session.answers)
    assert len(calls) == before


def test_asking_has_an_end():
    calls = []

    def convolve2d(image, kernel):
        calls.append(1)
        return np.random.default_rng(len(calls)).normal(size=image.shape)

    one = load_exercise("convolution")
    subjects = judged({"convolve2d": in_process("convolve2d", convolve2d)})
    findings(one.choices, asks_of(subjects), "convolve2d")
    assert len(calls) <= MOST_CALLS
