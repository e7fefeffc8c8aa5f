"""A folder that cannot be written is reported before anything is read or graded."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.commands import grade, regrade, report
from autograder.files import require_writable


@pytest.fixture
def refused(monkeypatch):
    """Let no command look for submissions, or read results."""

    def unexpected(*_):
        raise AssertionError("it was read before the folder was tried")

    monkeypatch.setattr(grade, "find", unexpected)
    monkeypatch.setattr(regrade, "find", unexpected)
    monkeypatch.setattr(report, "WrittenTables", unexpected)


@pytest.fixture
def read_only(monkeypatch):
    """Let no file be made anywhere."""

    def no_file(**_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("tempfile.TemporaryFile", no_file)


def test_grade_tries_its_folder_before_it_reads_the_class(refused, tmp_path):
    (tmp_path / "file").touch()
    words = ["grade", str(tmp_path / "class"), "--out", str(tmp_path / "file" / "out")]
    result = CliRunner().invoke(main, words)
    assert result.exit_code == 2
    assert "cannot be written to" in result.output
    assert "Nothing has been graded yet." in result.output


@pytest.mark.usefixtures("refused", "read_only")
def test_report_tries_its_folder_before_it_reads_the_results(tmp_path):
    result = CliRunner().invoke(main, ["report", str(tmp_path)])
    assert result.exit_code == 2
    assert f"{tmp_path} cannot be written: Read-only file system." in result.output


@pytest.mark.usefixtures("refused", "read_only")
def test_regrade_tries_its_folder_before_it_reads_the_class(tmp_path):
    header = '{"folder": "class", "terms": {"seed": "a", "limits": {}, "isolated": false}}'
    (tmp_path / ".graded.jsonl").write_text(header)
    result = CliRunner().invoke(main, ["regrade", str(tmp_path)])
    assert result.exit_code == 2
    assert "Read-only file system. Nothing has been graded yet." in result.output


@pytest.mark.parametrize("command", ["regrade", "grade"])
def test_a_seed_that_somebody_else_wrote_is_not_taken(tmp_path, command):
    header = '{"folder": "class", "terms": {"seed": "a", "limits": {}, "isolated": false}}'
    (tmp_path / ".graded.jsonl").write_text(header)
    words = ["regrade", tmp_path]
    if command == "grade":
        words = ["grade", tmp_path / "class", "--out", tmp_path / "out"]
        (tmp_path / "out").mkdir()
        (tmp_path / ".graded.jsonl").rename(tmp_path / "out" / ".graded.jsonl")
        (tmp_path / "class" / "ada").mkdir(parents=True)
        (tmp_path / "class" / "ada" / "convolution.py").write_text("x = 1")
    result = CliRunner().invoke(main, [str(each) for each in words])
    assert result.exit_code == 2
    assert "Somebody else, or you on another computer, wrote the seed" in result.output


def test_trying_a_folder_makes_nothing(tmp_path):
    require_writable(tmp_path / "new" / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["report"],
        ["regrade"],
        ["return", "--for", "files"],
        ["gradebook", "--into", "x", "--key", "id"],
    ],
    ids=lambda words: words[0],
)
def test_a_file_is_not_taken_for_the_folder_of_a_class(words, tmp_path):
    (tmp_path / "grades.csv").touch()
    result = CliRunner().invoke(main, [*words, str(tmp_path / "grades.csv")])
    assert result.exit_code == 2
    assert "grades.csv' is a file." in result.output
