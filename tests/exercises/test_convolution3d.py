"""What students read about volumes speaks of volumes."""

import re
from dataclasses import replace

import numpy as np
import pytest
from scipy import ndimage

from autograder.exercises import load_exercise
from autograder.judging.diagnosis import diagnosed
from autograder.judging.judge import judge
from autograder.judging.judged_function import judged
from autograder.judging.session import Session
from autograder.sandbox.student_function import in_process

OF_IMAGES = re.compile(r"(?<![-\w])(image|pixel)s?\b", re.IGNORECASE)


def test_hints_name_the_volume_and_its_voxels():
    for mistake in load_exercise("convolution3d").misconceptions:
        assert not [hint for hint in mistake.hints if OF_IMAGES.search(hint)], mistake.name


def wrapped_and_turned(volume, kernel):
    kernel = np.flip(kernel, (0, 1)).astype(float)
    return ndimage.correlate(volume.astype(float), kernel, mode="wrap")


def scaled(volume, kernel):
    return 0.7 * ndimage.correlate(volume.astype(float), kernel.astype(float), mode="constant") + 1


@pytest.mark.parametrize("made", [wrapped_and_turned, scaled])
def test_sentences_on_wrong_choices_name_them_as_well(made):
    part, session = load_exercise("convolution3d").parts[0], Session(5)
    part = replace(part, checks=part.checks[1:6])
    subjects = judged({"convolve3d": in_process("convolve3d", made)})
    failed = list(judge(part, subjects, session, search=False))
    outcomes = diagnosed(part, subjects, failed, session.answers)
    said = [text for each in outcomes for text in (each.hint, *each.further) if text]
    assert said
    assert not [text for text in said if OF_IMAGES.search(text)]
