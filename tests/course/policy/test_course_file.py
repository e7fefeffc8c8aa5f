"""A course file is understood as a whole, or each of its mistakes is shown with its line."""

from datetime import datetime, timedelta, timezone
from decimal import Decimal

import pytest

from autograder.course.policy.course_file import BadCourse, course_beside, read_course
from autograder.course.policy.course_rules import Course
from autograder.course.policy.lateness import Curve, LateDays, PerDay
from autograder.course.policy.sections import unknown

WHOLE = """
title = "Autumn"
seed = 7
time_zone = "Europe/Berlin"
exercises = ["convolution", "tophat"]
hints = false
install = "pip install x"
colab = "https://example.org/{exercise}.ipynb"
regrades = "Write to me."
[exercise.tophat]
due = 2026-03-07T23:59:00
points = 40
weight = 0.5
checks = { shape_is_kept = 0, border_is_zero = 3 }
[late]
policy = "per day"
deduction = "10 %"
cap = 20
grace = "15 minutes"
unknown = "in time"
[extensions."Ana Müller"]
tophat = "2026-03-14"
[handed_in.bob]
convolution = 2026-03-01T12:00:00Z
"""


@pytest.mark.parametrize(
    "address",
    ["http://example.org/{exercise}", "https://example.org/x.ipynb", "https://a/) {exercise}"],
)
def test_an_address_for_colab_has_a_place_for_the_exercise(course, address):
    assert "begins with https:// and has {exercise}" in mistakes(course, f'colab = "{address}"')[0]


def mistakes(course, text):
    with pytest.raises(BadCourse) as caught:
        course(text)
    return str(caught.value).splitlines()


def test_an_empty_file_says_nothing(course):
    empty = course("")
    assert (empty.policy, empty.seed, empty.hints) == (None, None, True)
    assert empty.rules("tophat") == Course().rules("tophat")


def test_every_key_is_read(course):
    found = course(WHOLE)
    rules = found.rules("tophat")
    assert (found.title, found.seed, found.hints) == ("Autumn", "7", False)
    assert (found.install, found.regrades) == ("pip install x", "Write to me.")
    assert found.colab == "https://example.org/{exercise}.ipynb"
    assert list(found.exercises) == ["convolution", "tophat"]
    assert (rules.points, rules.weight) == (40, Decimal("0.5"))
    assert rules.checks == {"shape_is_kept": 0, "border_is_zero": 3}
    assert isinstance(found.policy, PerDay)
    assert (found.grace, found.unknown_is_in_time) == (timedelta(minutes=15), True)
    assert found.extensions["Ana Müller"]["tophat"].isoformat() == "2026-03-14T23:59:00+01:00"
    noon = datetime(2026, 3, 1, 12, tzinfo=timezone.utc)
    assert found.handed_in["bob"]["convolution"] == noon


def test_its_digest_changes_with_what_it_says(course):
    assert course(WHOLE).digest != course(WHOLE.replace("03-14", "03-15")).digest
    assert course(WHOLE).digest == course(f"# a comment\n{WHOLE}").digest
    assert len(course("").digest) == 64


def test_nobody_can_guess_the_seed_by_the_digest(course):
    assert course(WHOLE).digest == course(WHOLE.replace("seed = 7", "seed = 8")).digest


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(course):
    assert course("\ufeff" + WHOLE.replace("\n", "\r\n")) == course(WHOLE)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('policy = "per day"\ndeduction = 2', PerDay),
        ('policy = "curve"\ncurve = [["1 day", "90 %"], ["2 days", "90 %"]]', Curve),
        ('policy = "late days"\ndays = 5\nmost = 2', LateDays),
    ],
)
def test_each_policy_is_read(course, text, kind):
    assert isinstance(course(f"[late]\n{text}\n").policy, kind)


MISTAKES = [
    ("sed = 3", 1, "did you mean 'seed'?"),
    ("\n# a comment\ntitle = 3", 3, "it should be a text in quotation marks"),
    ('time_zone = "Berlin"', 1, 'such as "Europe/Berlin"'),
    ('exercises = ["tophats"]', 1, "did you mean 'tophat'?"),
    ("[exercises.tophat]\npoints = 3", 1, "[exercise.NAME]"),
    ("[exercise.tophats]\npoints = 3", 1, "did you mean 'tophat'?"),
    ("[exercise.tophat]\ndue = 2026-03-07T23:59:00", 2, "time_zone"),
    ('[exercise.tophat]\ndue = "soon"', 2, "a date and a time"),
    ("[exercise.tophat]\npoint = 3", 2, "did you mean 'points'?"),
    ("[exercise.tophat]\npoints = -3", 2, "from 0"),
    ("[exercise.tophat]\npoints = true", 2, "points in [exercise.tophat] is true"),
    ("[exercise.tophat]\nweight = nan", 2, "from 0"),
    ("[exercise.tophat]\n\nchecks = { shape_is_kep = 0 }", 3, "did you mean 'shape_is_kept'?"),
    ("[exercise.tophat]\nchecks = 3", 2, "[exercise.tophat.checks]"),
    ('exercises = ["tophat"]\n[exercise.convolution]\npoints = 3', 2, "there are tophat"),
    ('[late]\npolicy = "daily"', 2, '"per day" or "curve" or "late days"'),
    ('[late]\ngrace = "15 minutes"', 1, "no policy"),
    ('[late]\npolicy = "per day"', 1, "needs deduction"),
    ('[late]\npolicy = "per day"\ndeduction = "110 %"', 3, 'such as "10 %"'),
    ('[late]\npolicy = "per day"\ndeduction = 1\ngrace = 15', 4, '"15 minutes"'),
    ('[late]\npolicy = "per day"\ndeduction = 1\ndays = 3', 4, "There is no key 'days' in [late]"),
    ('[late]\npolicy = "late days"', 1, "needs days"),
    ('[late]\npolicy = "curve"\ncurve = [["1 day", "50 %"], ["2 days", "60 %"]]', 3, "never rise"),
    ('[late]\npolicy = "curve"\ncurve = [["1 day"]]', 3, "pairs"),
    ("title = { a = [1, true] }", 1, "title is { a = [1, true] }; it should be a text"),
    ('hints = ["yes"]', 1, 'hints is ["yes"]; it should be true or false'),
    ("seed = [2026-01-31, 2.5]", 1, "seed is [2026-01-31, 2.5]; it should be"),
    ('[late]\npolicy = { "per day" = 1 }', 2, 'is { "per day" = 1 }; it should be'),
    ('[late]\npolicy = "curve"\ncurve = { a = 1 }', 3, "curve in [late] is { a = 1 }; it"),
    (f"title = [{'1, ' * 40}]", 1, f"[{'1, ' * 20}1...; it should be"),
    ('[extensions."Ana"]\ntophats = 2026-03-14', 2, "did you mean 'tophat'?"),
    ("[extensions]\nAna = 2026-03-14", 2, "[extensions.Ana]"),
]


@pytest.mark.parametrize(("text", "line", "allowed"), MISTAKES)
def test_a_mistake_is_shown_with_its_line_and_what_is_allowed(course, text, line, allowed):
    (said,) = mistakes(course, text)
    assert said.startswith(f"course.toml, line {line}: ")
    assert allowed in said


def test_of_many_names_the_nearest_are_shown_and_where_the_others_are():
    many = [f"claim_{number}" for number in range(45)]
    said = unknown("a_claim_4", many, "check", listed_by="autograder list tophat")
    assert "did you mean 'claim_4'?" in said
    said = unknown("xyz", many, "check", listed_by="autograder list tophat")
    assert said.count("claim_") == 3
    assert said.endswith("`autograder list tophat` lists all.")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title = Autumn", "A text stands in quotation marks."),
        ('title = "Autumn\n', "Is a quotation mark missing at the end of this line?"),
        ('title = "Autumn', "Is a quotation mark missing at the end of this line?"),
        ("[late\n", "Is the bracket ] missing at the end of this line?"),
        ('exercises = ["tophat"\n', "Is the bracket ] missing at the end of the list?"),
    ],
)
def test_a_file_that_is_not_toml_gets_what_is_probably_missing(course, text, hint):
    (said,) = mistakes(course, text)
    assert said.endswith(hint)


def test_all_mistakes_are_shown_in_the_order_of_their_lines(course):
    text = 'sed = 3\n[late]\npolicy = "x"\n[exercise.tophat]\ndue = 3\npoint = 4\n'
    lines = [int(each.partition("line ")[2].partition(":")[0]) for each in mistakes(course, text)]
    assert lines == [1, 3, 5, 6]


@pytest.mark.parametrize("text", ["title = Autumn", "title = 'a'\ntitle = 'b'", "[late"])
def test_what_is_no_toml_is_refused_with_its_line(course, text):
    (said,) = mistakes(course, text)
    assert "is not TOML" in said
    assert "line" in said


def test_what_is_no_text_is_refused(course, tmp_path):
    course("")
    (tmp_path / "course.toml").write_bytes(b"title = '\xff'")
    with pytest.raises(BadCourse, match="UTF-8"):
        read_course(tmp_path / "course.toml", dict, tuple)


def test_the_file_beside_the_submissions_is_found_and_none_that_a_student_put_there(tmp_path):
    (tmp_path / "class" / "ada").mkdir(parents=True)
    (tmp_path / "class" / "ada" / "course.toml").touch()
    assert course_beside([tmp_path / "class"]) is None
    (tmp_path / "course.toml").touch()
    assert course_beside([tmp_path / "class", tmp_path / "b.zip"]) == tmp_path / "course.toml"


def test_a_file_among_the_submissions_is_refused(tmp_path):
    (tmp_path / "class").mkdir()
    (tmp_path / "class" / "course.toml").touch()
    with pytest.raises(BadCourse, match="lies among the submissions"):
        course_beside([tmp_path / "class"])


def test_two_files_beside_two_downloads_are_refused(tmp_path):
    for name in "ab":
        (tmp_path / name / "class").mkdir(parents=True)
        (tmp_path / name / "course.toml").touch()
    with pytest.raises(BadCourse, match="--course"):
        course_beside([tmp_path / "a" / "class", tmp_path / "b" / "class"])
