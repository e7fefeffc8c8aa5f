"""The same seed draws the same examples, in every process, whatever else it has imported."""

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.internal.conjecture import providers

from autograder.authoring.draws import Draws, derived_seed
from autograder.authoring.strategies import images, square_images
from autograder.exercises import load_exercises


def test_a_seed_gives_the_same_examples_again():
    one, other = (Draws(given(number=st.integers())(lambda f, number: None), 20) for _ in "12")
    assert one.examples(1) == other.examples(1)
    assert one.examples(1) != one.examples(2)


def test_no_image_is_the_same_with_every_seed():
    draws = Draws(given(image=square_images(smallest=4))(lambda function, image: None), 8)
    images_of = [{each["image"].tobytes() for each in draws.examples(seed)} for seed in range(9)]
    assert len(set.union(*images_of)) == 9 * 8


def test_an_example_holds_the_arguments_that_are_drawn_and_no_other():
    draws = Draws(given(image=images(), factor=st.integers())(lambda f, image, factor: None), 20)
    assert draws.names == ("image", "factor")
    assert {tuple(drawn) for drawn in draws.examples(4)} == {("image", "factor")}


def test_the_one_private_name_of_hypothesis_is_still_there():
    # Without it numbers come from the source of loaded modules: see `Draws` and CONTRIBUTING.
    assert providers._get_local_constants() == providers.Constants()


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
        for modules, seed in [
            ((), "1"),
            (("autograder.cli", "tests.sandbox.test_frames", "json"), "2"),
        ]
    }
    assert len(digests) == 1
