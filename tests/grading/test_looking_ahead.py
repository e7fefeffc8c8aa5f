"""What a class has to have ready before it is graded depends on what its files mention."""

import pytest

from autograder.course.submissions.submission import Submission
from autograder.exercises import declarations
from autograder.grading.looking_ahead import LookingAhead


@pytest.mark.parametrize(
    ("work", "is_got_ready"),
    [(b"def opening(): pass", False), (b"def erode(): pass", True), (b"eroded = 1", False)],
)
def test_what_optional_functions_may_not_use_is_got_ready_if_a_file_mentions_one(
    tmp_path, work, is_got_ready
):
    path = tmp_path / "tophat.py"
    path.write_bytes(work)
    ahead = LookingAhead([Submission("a", "tophat", path)])
    rules = declarations()["tophat"]
    assert ahead.text == work
    of_required = [tuple(rules.forbidden)]
    of_all = sorted({tuple(each) for each in rules.forbidden_by_part})
    assert ahead.forbidden == (of_all if is_got_ready else of_required)


def test_many_files_are_not_read_ahead_and_all_they_may_use_is_got_ready(tmp_path):
    path = tmp_path / "tophat.py"
    path.write_text("x = 1")
    ahead = LookingAhead([Submission(str(n), "tophat", path) for n in range(101)])
    assert ahead.text is None
    rules = declarations()["tophat"]
    assert ahead.forbidden == sorted({tuple(each) for each in rules.forbidden_by_part})
