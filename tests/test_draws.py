"""The same seed draws the same examples, in every process, and a failure is shrunk."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.draws import Draws, derived_seed
from autograder.exercise import exercises


@given(number=st.integers(0, 1000))
def is_small(subject, number):
    """The number is below 50."""


def test_a_seed_gives_the_same_examples_again():
    one, other = (Draws(given(number=st.integers())(lambda f, number: None), 20) for _ in "12")
    assert one.examples(1) == other.examples(1)
    assert one.examples(1) != one.examples(2)


def test_the_visitor_is_led_to_the_smallest_failure():
    draws, seen = Draws(is_small, 50), []

    def visit(drawn):
        if drawn["number"] >= 50:
            seen.append(drawn["number"])
            raise ArithmeticError

    with pytest.raises(ArithmeticError):
        draws.visit(3, visit)
    assert min(seen) == 50


def test_checks_of_one_course_draw_different_numbers():
    names = [check.name for each in exercises() for check in each.checks]
    assert len({derived_seed("course", name) for name in names}) == len(set(names))


DIGEST = """
import hashlib, re, sys
for name in sys.argv[1:]:
    __import__(name)
from autograder.exercise import exercise
digest = hashlib.sha256()
for check in exercise("convolution").checks:
    examples = re.sub("0x[0-9a-f]+", "", repr(check.draws.examples(5)))
    digest.update(examples.encode())
print(digest.hexdigest())
"""


def test_examples_do_not_depend_on_what_else_is_imported(root):
    digests = {
        subprocess.run(
            [sys.executable, "-c", DIGEST, *modules],
            capture_output=True,
            text=True,
            check=True,
            cwd=root,
            env={"PYTHONPATH": str(root), "PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for modules, seed in [((), "1"), (("autograder.cli", "tests.test_frames", "json"), "2")]
    }
    assert len(digests) == 1
