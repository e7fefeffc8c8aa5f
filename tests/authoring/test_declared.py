"""What an exercise declares wrongly is refused in a sentence that says what was expected."""

import pytest

from autograder.authoring.check import check
from autograder.authoring.misconception import misconception


@pytest.mark.parametrize("docstring", [None, "", "  \n"])
def test_a_check_without_a_docstring_is_refused_by_its_name(docstring):
    def a_claim(convolve2d): ...

    a_claim.__doc__ = docstring
    with pytest.raises(ValueError, match="a_claim has no docstring"):
        check(points=1)(a_claim)


@pytest.mark.parametrize(
    ("docstring", "count"), [(None, 0), ("One.", 1), ("One.\n\nTwo.", 2), ("1\n\n2\n\n3\n\n4", 4)]
)
def test_a_misconception_without_three_hints_is_refused_by_its_name(docstring, count):
    def flipped(image): ...

    flipped.__doc__ = docstring
    with pytest.raises(ValueError, match=f"flipped has {count} hints: expected 3"):
        misconception(of="convolve2d", caught_by=None)(flipped)
