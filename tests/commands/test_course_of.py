"""A course goes from downloads to a filled gradebook and zips of feedback by the commands."""

import pytest

from benchmarks.course_of import CourseRun


# Nothing is run here: `python -m benchmarks.course_of` does the same with 200 who are graded.
@pytest.mark.parametrize("system", ["gradescope", "moodle"])
def test_a_course_goes_from_downloads_to_gradebook_and_feedback(
    tmp_path, system, pool, monkeypatch
):
    pool.status = "passed"
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    CourseRun(tmp_path, 5, system).run()
    assert len(pool.graded) == 2 * 5 - 2  # nobody was graded twice
