"""A graded class, and a way to fill a gradebook with it."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.course.identities import write_identities
from tests.course.gradebook.tables import GRADES, IDENTITIES


@pytest.fixture
def graded(tmp_path):
    """A folder with what grading leaves."""
    (tmp_path / "graded").mkdir()
    (tmp_path / "graded" / "grades.csv").write_text(GRADES)
    write_identities(tmp_path / "graded", IDENTITIES)
    return tmp_path / "graded"


@pytest.fixture
def fill(graded):
    """Fill a gradebook given as text or bytes; return the result and the bytes of the new file."""

    def run(text, key, column, *more, encoding="utf-8", name="export.csv"):
        into = graded.parent / name
        data = text if isinstance(text, bytes) else text.encode(encoding)
        into.write_bytes(data)
        words = ["gradebook", graded, "--into", into, "--key", key, "--column", column, *more]
        result = CliRunner().invoke(main, [str(word) for word in words])
        assert into.read_bytes() == data
        new = into.with_name(f"{into.stem}-filled{into.suffix}")
        return result, new.read_bytes() if new.exists() else None

    return run
