"""A handout that shows a private helper of the solution is not built."""

import shutil

import pytest

from autograder.exercises import load_exercise
from autograder.notebooks.build import read_reference
from autograder.notebooks.handout import BuildError

HELPER = "\n\ndef _sum_of_weights(kernel):\n    return kernel.sum()\n"


@pytest.fixture
def reference(root, tmp_path):
    """Copy the reference of convolution, with a private helper in its solution."""
    folder = tmp_path / "reference"
    shutil.copytree(root / "reference" / "convolution", folder / "convolution")
    with open(folder / "convolution" / "solution.py", "a", encoding="utf-8") as file:
        file.write(HELPER)
    return folder


@pytest.mark.parametrize(
    "text",
    ["\n# More\n\nUse `_sum_of_weights`.\n", "\n```python\nprint(_sum_of_weights)\n```\n"],
    ids=["prose", "code"],
)
def test_a_handout_that_names_a_private_helper_is_refused(reference, text):
    with open(reference / "convolution" / "handout.md", "a", encoding="utf-8") as file:
        file.write(text)
    with pytest.raises(BuildError, match="_sum_of_weights, a private helper"):
        read_reference(load_exercise("convolution"), reference)


def test_a_private_helper_that_nobody_names_is_no_matter(reference):
    assert read_reference(load_exercise("convolution"), reference)
