"""A class of three that was graded, and then a check was changed."""

import pytest


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def changed(pool, monkeypatch):
    """Change the exercise, so that some students get other points."""

    def change(**points):
        monkeypatch.setattr("autograder.grading.jobs.exercise_version", lambda name: repr(points))
        submit = type(pool).submit

        def submitted(self, job):
            future = submit(self, job)
            if self.status == "grader_error":
                return future
            gained = points.get(job.student, 0)
            future.result()["points"] += gained
            future.result()["checks"][0]["points"] += gained
            return future

        monkeypatch.setattr(type(pool), "submit", submitted)

    return change


@pytest.fixture
def graded(class_of, run, out):
    """Grade a class of three."""
    folder = class_of(anna="1", ben="22", cleo="333")[0].path.parents[1]
    assert run("grade", folder, "--out", out, "--seed", "ours").exit_code == 0
    return folder


@pytest.fixture
def points(out):
    """Return the points in the table of grades, in the order of the students."""

    def in_table():
        lines = (out / "grades.csv").read_text().splitlines()[1:]
        return [line.split(",")[1] for line in lines]

    return in_table
