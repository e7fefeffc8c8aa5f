"""A class that is graded by a course file, without running anything."""

import pytest
from click.testing import CliRunner

from autograder.cli import main


@pytest.fixture
def run_pretending(pool, monkeypatch):
    """Run a command whose processes are a `PretendPool`; return its result."""
    pool.status = "passed"
    monkeypatch.setattr("autograder.grading.pool.LocalPool", lambda *_: pool)
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])


@pytest.fixture
def graded_by(class_of, run_pretending, tmp_path):
    """Grade a class of Anna, Ben and Carl by a course file, and read the table."""
    folder = class_of(anna="a" * 25, ben="b" * 25, carl="c" * 25)[0].path.parents[1]
    out = tmp_path / "out"

    def grade(text, command="grade"):
        (tmp_path / "course.toml").write_text(text, encoding="utf-8")
        result = (
            run_pretending("grade", folder, "--out", out)
            if command == "grade"
            else run_pretending("report", out)
        )
        return out, result

    return grade
