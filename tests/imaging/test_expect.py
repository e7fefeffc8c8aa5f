"""Numbers from paper: what is said about them, and what is not."""

import inspect

import numpy as np
import pytest

from autograder.imaging.expect import digest_of, expect

DIGEST = digest_of("[3, 4]", 57)


@pytest.mark.parametrize("number", [57, 57.0, np.int64(57), "57"])
def test_the_right_number_is_right_in_every_form(number, capsys):
    expect("[3, 4]", number, DIGEST)
    assert capsys.readouterr().out == "[3, 4]: right.\n"


@pytest.mark.parametrize("number", [56, 0, float("nan"), float("inf"), [1], "many", ..., None])
def test_another_number_is_answered_without_the_right_one(number, capsys):
    expect("[3, 4]", number, DIGEST, hint="Look again.")
    said = capsys.readouterr().out
    assert said
    assert "right" not in said
    assert "57" not in said


def test_the_same_number_has_another_digest_at_another_place():
    assert digest_of("[3, 5]", 57) != DIGEST
    assert "57" not in inspect.getsource(expect)
