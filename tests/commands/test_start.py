"""`autograder start` writes what a student begins with, and never over one's work."""

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercises import exercise_names, handouts
from tests.clean import run


@pytest.fixture
def start(tmp_path, monkeypatch):
    """Start an exercise in a folder of its own; return the result."""
    monkeypatch.chdir(tmp_path)
    return lambda name: CliRunner().invoke(main, ["start", name])


@pytest.mark.parametrize("name", exercise_names())
def test_notebook_and_script_are_those_that_were_built(name, start, root, tmp_path):
    result = start(name)
    assert result.exit_code == 0
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    folder = root / "assignments" / name
    assert files == {path.name: path.read_bytes() for path in folder.iterdir()}
    assert f"autograder check {name}.py, or autograder check {name}.ipynb" in result.output


@pytest.mark.parametrize("mine", ["tophat.py", "tophat.ipynb"])
def test_a_file_that_is_there_stays_as_it_is_and_the_other_is_written(mine, start, tmp_path):
    (tmp_path / mine).write_text("my work")
    result = start("tophat")
    assert (result.exit_code, (tmp_path / mine).read_text()) == (0, "my work")
    assert f"{mine} is here already and stays as it is" in result.output
    assert len(list(tmp_path.iterdir())) == 2


def test_starting_twice_changes_nothing(start, tmp_path):
    start("convolution")
    (tmp_path / "convolution.py").write_text("half done")
    assert start("convolution").output.count("stays as it is") == 2
    assert (tmp_path / "convolution.py").read_text() == "half done"


@pytest.mark.parametrize("kind", ["a folder", "a link that leads nowhere"])
def test_whatever_has_the_name_stays(kind, start, tmp_path):
    path = tmp_path / "convolution.py"
    if kind == "a folder":
        path.mkdir()
    else:
        path.symlink_to(tmp_path / "gone" / "convolution.py")
    assert start("convolution").exit_code == 0
    assert path.is_dir() == (kind == "a folder")
    assert not (tmp_path / "gone").exists()


def test_an_exercise_that_is_not_there_gets_a_list_and_writes_nothing(start, tmp_path):
    result = start("convolutoin")
    assert result.exit_code == 2
    assert "'convolution'" in result.output
    assert not list(tmp_path.iterdir())


def test_a_kit_without_handouts_says_so(start, monkeypatch, tmp_path):
    monkeypatch.setattr(handouts, "HANDOUTS", "elsewhere")
    result = start("convolution")
    assert result.exit_code == 2
    assert "holds no convolution.ipynb" in result.output


def test_the_wheel_alone_brings_the_handouts(clean_python, root, tmp_path):
    run(clean_python, "-m", "autograder", "start", "convolution", cwd=tmp_path)
    for path in (root / "assignments" / "convolution").iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    where = "import autograder, numpy; print(autograder.__file__)"
    assert str(root) not in run(clean_python, "-c", where, cwd=tmp_path).stdout
