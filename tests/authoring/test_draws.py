"""The same seed draws the same examples, in every process, and choices lead there again."""

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from autograder.authoring.draws import Draws, bytes_of, derived_seed
from autograder.authoring.strategies import images
from autograder.exercises import load_exercises

OTHER_MODULES = ("autograder.cli", "tests.sandbox.test_frames", "json")


def test_a_seed_gives_the_same_examples_again():
    one, other = (Draws(given(number=st.integers())(lambda f, number: None), 20) for _ in "12")
    assert one.examples(1) == other.examples(1)
    assert one.examples(1) != one.examples(2)


def test_choices_lead_to_the_same_example_again():
    draws = Draws(given(image=images(), factor=st.integers())(lambda f, image, factor: None), 20)
    for drawn in draws.examples(4):
        assert draws.repeat(bytes_of(drawn)).equals(drawn)


def test_an_edited_example_is_reached_by_choices_of_its_own():
    draws = Draws(given(image=images(smallest=3), sign=st.booleans())(lambda f, image, sign: 0), 9)
    for drawn in draws.examples(5):
        edited = drawn.edited([("image", 0, 1), ("image", 3, 0)])
        tidy = draws.tidied(edited)
        assert (tidy.edits, tidy["image"][0, 0]) == ((), 1)
        assert tidy.equals(edited)
        (pixels,) = (each for each in tidy.choices if isinstance(each, bytes))
        assert not any(pixels[tidy["image"].size :])


def test_edits_stay_where_no_choice_leads_to_them():
    draws = Draws(given(image=images(values=np.array([5.0, 7.0])))(lambda f, image: None), 5)
    edited = draws.examples(6)[0].edited([("image", 0, 0)])
    assert draws.tidied(edited).edits == (("image", 0, 0),)
    assert draws.tidied(edited).equals(edited)


def test_checks_of_one_course_draw_different_numbers():
    names = [check.name for each in load_exercises() for check in each.checks]
    assert len({derived_seed("course", name) for name in names}) == len(set(names))


DIGEST = """
import hashlib, re, sys
for name in sys.argv[1:]:
    __import__(name)
from autograder.exercises import load_exercise
digest = hashlib.sha256()
for check in load_exercise("convolution").checks:
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
        for modules, seed in [((), "1"), (OTHER_MODULES, "2")]
    }
    assert len(digests) == 1
