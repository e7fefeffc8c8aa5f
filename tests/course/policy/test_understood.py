"""What `autograder course` says of a file, and the file that it writes."""

import re

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.policy.understood import understood
from autograder.exercises import declarations, load_exercises

DUE = 'time_zone = "Europe/Berlin"\n[exercise.tophat]\ndue = 2026-03-07T23:59:00\n'
LATER = '[extensions."Ana Müller"]\ntophat = 2026-03-14T23:59:00\n'
COMMENTED = re.compile(r"^# ?(?=[a-z_]+ = |\[)", re.M)
POLICIES = {
    'policy = "per day"\ndeduction = "10 %"\ncap = "50 %"\n': (
        "Late: 10 % of the points possible for each day begun, at most 50 %."
    ),
    'policy = "curve"\ncurve = [["1 day", "90 %"]]\n': (
        "Late: 90 % count after 1 day; in between, the share falls evenly."
    ),
    'policy = "late days"\ndays = 5\nmost = 2\n': "Late: 5 days for the term, at most 2 on one",
}


@pytest.fixture
def said(course):
    return lambda text: understood(course(text), declarations())


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *words: CliRunner().invoke(main, ["course", *words])


def test_an_extension_is_said_with_its_day_and_time_zone(said):
    assert "Ana Müller: top-hats until 14 March, 23:59 Europe/Berlin." in said(DUE + LATER)
    assert "All dates are in 2026." in said(DUE + LATER)


def test_years_are_said_where_they_differ(said):
    sentences = said(DUE + LATER.replace("2026", "2027"))
    assert "Ana Müller: top-hats until 14 March 2027, 23:59 Europe/Berlin." in sentences


@pytest.mark.parametrize("policy", POLICIES)
def test_the_late_policy_is_said(said, policy):
    assert any(each.startswith(POLICIES[policy]) for each in said(f"{DUE}[late]\n{policy}"))


def test_an_extension_that_gives_no_more_time_is_said(said):
    assert any("changes nothing" in each for each in said(DUE + LATER.replace("-14T", "-07T")))
    assert not any("changes nothing" in each for each in said(DUE + LATER))


def test_points_and_weights_are_said(said):
    rules = "points = 40\nweight = 0.5\nchecks = { shape_is_kept = 0 }\n"
    (line,) = [each for each in said(DUE + rules) if each.startswith("tophat")]
    assert "worth 40 points together" in line
    assert "0.5 times" in line
    assert "shape_is_kept is dropped" in line


def test_the_file_of_init_is_understood_and_holds_a_new_seed(run, tmp_path):
    assert run("init").exit_code == 0
    assert run("check").exit_code == 0
    seeds = re.findall(r'^seed = "\w{16}"$', (tmp_path / "course.toml").read_text("utf-8"), re.M)
    assert run("init", "other.toml").exit_code == 0
    assert len(seeds) == 1
    assert seeds[0] not in (tmp_path / "other.toml").read_text("utf-8")


@pytest.mark.parametrize("number", range(3))
def test_every_comment_of_init_is_a_line_that_may_be_used(run, tmp_path, number):
    run("init")
    text = COMMENTED.sub("", (tmp_path / "course.toml").read_text("utf-8"))
    head, *policies = re.split(r"^(?=policy = )", text, flags=re.M)
    tail = policies[-1].partition("\n\n# Students")[2]
    chosen = policies[number].partition("\n\n")[0]
    (tmp_path / "course.toml").write_text(f"{head}{chosen}\n# Students{tail}", encoding="utf-8")
    result = run("check")
    assert result.exit_code == 0, result.output
    assert "Ada Example: 2-D convolution until 21 March, 23:59 Europe/Berlin." in result.output


def test_the_comments_of_init_name_what_the_exercises_are_worth(run, tmp_path):
    run("init")
    text = (tmp_path / "course.toml").read_text("utf-8")
    points = [each.points for each in load_exercises()]
    assert re.findall(r"^# points = (\S+)", text, re.M) == list(map(str, points))


def test_init_never_replaces_a_file(run, tmp_path):
    (tmp_path / "course.toml").write_text("title = 'mine'")
    assert run("init").exit_code == 2
    assert (tmp_path / "course.toml").read_text() == "title = 'mine'"


def test_check_shows_each_mistake_and_exits_with_2(run, tmp_path):
    (tmp_path / "course.toml").write_text("sed = 3\n[exercise.tophats]\n")
    result = run("check")
    assert result.exit_code == 2
    assert "line 1" in result.output
    assert "line 2" in result.output
