"""Every member of the sample class gets the grade that is written here, twice the same."""

import pytest

from autograder.exercises import load_exercise
from autograder.sandbox.limits import Limits
from tests.classes import find, grade_class, records

GRADES = {
    ("a_notebook", "convolution"): 25,
    ("assumed_3_by_3", "convolution"): 12.5,
    ("called_the_library", "convolution"): 0,
    ("called_the_library", "tophat"): 10.5,
    ("clipped_the_values", "convolution"): 11,
    ("flipped_the_kernel", "convolution"): 14,
    ("flipped_the_kernel", "convolution3d"): 9.5,
    ("half_done", "convolution"): 3.5,
    ("half_done", "tophat"): 9,
    ("has_a_syntax_error", "convolution"): 0,
    ("left_the_border_out", "convolution"): 11,
    ("let_bytes_wrap", "convolution"): 22,
    ("never_ends", "convolution"): 0,
    ("right_by_shifting", "convolution"): 25,
    ("right_with_loops", "convolution"): 25,
    ("right_with_windows", "convolution"): 25,
    ("right_with_windows", "convolution3d"): 20,
    ("right_with_windows", "skull_removal"): 35,
    ("right_with_windows", "tophat"): 20,
    ("swapped_the_top_hats", "tophat"): 13.5,
    ("took_a_threshold_only", "skull_removal"): 10,
    ("untouched", "convolution"): 0,
    ("untouched", "convolution3d"): 0,
    ("untouched", "skull_removal"): 0,
    ("untouched", "tophat"): 0,
    ("went_slice_by_slice", "convolution3d"): 13,
    ("went_slice_by_slice", "skull_removal"): 13.5,
}


# Who is graded a second time, by one process: each exercise, right work and wrong.
# `test_determinism` does so in other circumstances.
AGAIN = ("right_with_windows", "flipped_the_kernel")


@pytest.fixture(scope="module")
def folders(root, tmp_path_factory):
    """Grade the sample class, and some of it again; return the two folders of results."""
    submissions, notes = find(root / "tests" / "submissions")
    assert notes == []
    outs = [tmp_path_factory.mktemp("graded") for _ in range(2)]
    some = [each for each in submissions if each.path.parent.name in AGAIN]
    for out, which, jobs in zip(outs, (submissions, some), (2, 1), strict=True):
        list(grade_class(which, out, "course", Limits(call=2, load=20), jobs=jobs))
    return outs


def test_everybody_gets_the_grade_that_is_due(folders):
    points = {(r["student"], r["exercise"]): r["points"] for r in records(folders[0]).values()}
    assert points == GRADES


def test_two_runs_give_the_same_grades_and_records(folders):
    one, other = folders
    rows, same = ((each / "grades.csv").read_text().splitlines() for each in (one, other))
    assert len(same) == len(AGAIN) + 1
    assert set(same) <= set(rows)
    first, second = records(one), records(other)
    assert second == {path: first[path] for path in second}


def test_the_table_holds_the_points_of_the_records(folders):
    header, *rows = (folders[0] / "grades.csv").read_text().splitlines()
    columns = header.split(",")
    assert columns[0] == "student"
    assert columns[-2:] == ["total", "possible"]
    for row in rows:
        cells = row.split(",")
        assert sum(float(cell) for cell in cells[1:-2] if cell) == float(cells[-2])
        assert float(cells[-1]) == sum(load_exercise(name).points for name in columns[1:-2])


def test_every_record_is_as_the_contract_says(folders):
    for record in records(folders[0]).values():
        assert list(record) == [
            *("student", "exercise", "points", "possible", "status", "seconds", "checks", "notes"),
        ]
        for check in record["checks"]:
            assert list(check) == [
                *("name", "claim", "points", "possible", "status", "sentence", "message"),
                *("counterexample", "misconception", "hint", "further", "optional"),
            ]
            if not check["optional"]:
                assert (check["status"] == "passed") == (check["points"] == check["possible"])
            assert bool(check["message"]) == (check["status"] != "passed")
