"""What code hosts get of a result record."""

import pytest

from autograder.exercises import exercise_names, load_exercise
from autograder.judging.grade import without_running
from autograder.reports.code_hosts import NEEDED, classroom_result


@pytest.mark.parametrize("name", exercise_names())
def test_classroom_50_has_whole_points_that_add_up(name):
    exercise = load_exercise(name)
    record = without_running(exercise, "", "passed")
    result = classroom_result(record, dict.fromkeys(NEEDED.values(), "x"), "2026-06-01T14:32:01Z")
    for field in ("score", "max-score"):
        points = [each[field] for each in result["tests"]]
        assert {type(each) for each in (*points, result[field])} == {int}
        assert sum(points) == result[field] > 0
    assert result["max-score"] % exercise.points == 0
