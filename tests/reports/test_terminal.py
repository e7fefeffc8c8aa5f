"""A report in a terminal begins with what is written, and folds what is not."""

from autograder.reports.terminal import check_report, grade_line

NOT_YET = "There is no function named opening yet."


def check(name, status, sentence="", points=1):
    """Return a check of a record, without a case."""
    return {
        **{"name": name, "claim": f"{name} holds.", "status": status, "possible": points},
        **{"points": points if status == "passed" else 0, "sentence": sentence},
        **{"message": sentence, "counterexample": None, "hint": "", "further": []},
        **{"misconception": None, "optional": False},
    }


def report(*checks):
    """Return the report on some checks as plain text."""
    record = {"exercise": "tophat", "points": 0, "checks": list(checks), "notes": []}
    return check_report(record).plain


def test_checks_of_what_is_not_written_are_one_line_below_what_is():
    idle = [check(f"c{n}", "not_written", NOT_YET, 0.5) for n in range(12)]
    idle += [check("d", "not_written", "closing is not written yet.")]
    text = report(*idle, check("e", "failed", "It is 1 instead of 0."))
    lines = text.splitlines()
    assert lines[2] == "     failed  0/1  e holds."
    assert "not written  13 checks wait (7 points) for opening and closing." in lines
    assert "c1 holds." not in text


def test_the_line_keeps_what_may_help_to_find_the_function():
    more = f"{NOT_YET} Did you mean opened?"
    text = report(check("a", "failed", "Wrong."), check("b", "not_written", more))
    assert "not written  1 check waits (1 point) for opening." in text
    assert "Did you mean opened?" in text


def test_of_several_functions_that_cannot_be_loaded_each_error_is_said_once():
    errors = ["Line 1 (a): SyntaxError", "Line 1 (b): SyntaxError"]
    also = "\n\nAlso, while it was loaded: "
    text = report(
        check("a", "crashed", f"opening could not be loaded. {also.join(errors)}"),
        check("b", "crashed", f"closing could not be loaded. {also.join(reversed(errors))}"),
    )
    assert "opening and closing could not be loaded. Line 1 (a)" in text
    assert [text.count(each) for each in errors] == [1, 1]


def test_an_empty_file_is_said_to_be_empty_on_each_screen():
    checks = [check("a", "not_written", f"{NOT_YET} The file is empty.")]
    assert "The file is empty. Save your work into it" in report(*checks)
    record = {"student": "ada", "exercise": "tophat", "points": 0, "possible": 1}
    line = grade_line(record | {"status": "not_written", "checks": checks})
    assert line.plain.endswith("(not written: the file is empty)")
