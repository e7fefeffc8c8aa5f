"""What a student should know of a file stands in its record, whatever the points."""

import pytest

from autograder.reports.terminal import check_report
from tests.reports.pages.sample import record

RIGHT = """
import numpy as np

def convolve2d(image, kernel):
    image, kernel = np.asarray(image, float), np.asarray(kernel, float)
    j, k = kernel.shape
    padded = np.pad(image, ((j // 2, j // 2), (k // 2, k // 2)))
    result = np.zeros(image.shape)
    for a in range(j):
        for b in range(k):
            result += kernel[a, b] * padded[a : a + image.shape[0], b : b + image.shape[1]]
    return result

"""


@pytest.mark.parametrize(
    "after",
    [
        "from scipy.signal import convolve2d",
        "from skimage.filters import correlate_sparse as convolve2d",
        "convolve2d = convolve2d(np.eye(3), np.eye(3))",
        "import scipy.signal\nconvolve2d = scipy.signal.convolve2d",
    ],
)
def test_a_right_function_has_its_points_whatever_takes_its_name_later(graded, after):
    result = graded(RIGHT + after)
    assert (result["points"], result["status"]) == (25, "passed")
    (note,) = result["notes"]
    assert after.splitlines()[-1] in note


def test_a_file_of_which_nothing_is_to_be_said_has_no_notes(graded):
    assert graded(RIGHT)["notes"] == []


def test_a_student_reads_the_notes():
    assert "\nTake care.\n" in check_report(record() | {"notes": ["Take care."]}).plain
