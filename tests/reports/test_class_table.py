"""The table that ends a grading: a small class by student, a large one by exercise."""

from autograder.reports.class_table import MOST_STUDENTS, class_table

HEADER = ["student", "convolution", "total"]


def summaries(points, exercise="convolution", mistakes=(), status="failed"):
    return [
        {"exercise": exercise, "student": f"s{number:03}", "points": each, "possible": 25}
        | {"status": status, "mistakes": list(mistakes)}
        for number, each in enumerate(points)
    ]


def test_a_small_class_sees_the_points_of_each_student():
    rows = [["ada", "25", "25"], ["Anne-Sofie", "", ""]]
    assert class_table(HEADER, rows, []).splitlines() == [
        "student     convolution  total",
        "ada                  25     25",
        "Anne-Sofie            -      -",
    ]


def test_columns_stand_below_each_other_whatever_the_script_of_a_name():
    rows = [["李小龙", "7", "7"], ["o\u0301scar", "8", "8"]]
    assert class_table(HEADER, rows, []).splitlines()[1:] == [
        "李小龙             7      7",
        "o\u0301scar              8      8",
    ]


def test_a_name_that_steers_a_terminal_does_not():
    assert "\x1b" not in class_table(HEADER, [["a\x1b[2J\nb", "7", "7"]], [])


def test_a_large_class_sees_quartiles_and_the_commonest_mistakes():
    rows = [[f"s{number}", "1", "1"] for number in range(MOST_STUDENTS + 1)]
    came = [
        *summaries([0, 5, 10, 20, 25], mistakes=["flipped_the_kernel"]),
        *summaries([3], mistakes=["clipped_the_values", "flipped_the_kernel"]),
        *summaries([30, 31], "tophat"),
    ]
    assert class_table(HEADER, rows, came).splitlines()[1:] == [
        "convolution       6              3.5   7.5            17.5  25"
        "  flipped the kernel (6), clipped the values (1)",
        "tophat            2            30.25  30.5           30.75  25  -",
    ]


def test_what_the_grader_failed_on_is_in_no_quartile():
    rows = [["s", "1", "1"]] * (MOST_STUDENTS + 1)
    came = summaries([9]) + summaries([None], status="grader_error")
    assert class_table(HEADER, rows, came).splitlines()[1].split()[1:5] == ["1", "9", "9", "9"]


def test_a_large_class_of_which_nothing_was_graded_has_an_empty_table():
    rows = [["s", "", ""]] * (MOST_STUDENTS + 1)
    came = summaries([None], status="grader_error")
    assert len(class_table(HEADER, rows, came).splitlines()) == 1
