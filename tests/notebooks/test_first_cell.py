"""The first cell of a student's notebook says what to install, and installs it on Colab."""

import re
import sys
import types

import pytest

from autograder.notebooks.first_cell import course_lines, first_cell
from autograder.notebooks.front_end import make_exports_readable

URL = "https://example.org/kit.whl"


@pytest.fixture
def cell(tmp_path):
    """Return the first cell where a course gives this line, or none."""

    def made(install=None):
        if install is not None:
            (tmp_path / "course.toml").write_text(f"install = '{install}'\n", encoding="utf-8")
        return first_cell("convolution", tmp_path)

    return made


@pytest.mark.parametrize("line", [URL, f"pip install {URL}", f"python -m pip install {URL}"])
def test_the_courses_line_is_what_to_install(cell, line):
    assert f"#     pip install {URL}\n" in cell(line)
    assert f'KIT = "{URL}"\n' in cell(line)


def test_without_a_course_it_is_the_wheel_beside_the_notebook(cell):
    assert "pip install image_processing_assignments-" in cell()


def test_the_course_says_where_colab_finds_the_notebooks(tmp_path):
    assert course_lines(tmp_path) == ("", "")
    (tmp_path / "course.toml").write_text('colab = "https://example.org/{exercise}.ipynb"\n')
    assert course_lines(tmp_path) == ("", "https://example.org/{exercise}.ipynb")


def test_a_line_that_would_end_the_string_is_refused(cell):
    with pytest.raises(ValueError, match="install should be one line"):
        cell('kit"; import os')


def test_where_the_kit_is_missing_the_line_is_told_and_on_colab_it_is_run(cell, monkeypatch):
    monkeypatch.setitem(
        sys.modules, "autograder", types.ModuleType("autograder")
    )  # an unrelated one
    with pytest.raises(
        ImportError, match=f"First install the kit, in a terminal: pip install {URL}"
    ):
        exec(cell(URL), {})
    ran = []
    monkeypatch.setitem(sys.modules, "google.colab", types.ModuleType("google.colab"))
    monkeypatch.setattr("subprocess.run", lambda words, check: ran.append(words))
    with pytest.raises(ImportError):
        exec(cell(), {})
    assert ran[0][:4] == [sys.executable, "-m", "pip", "install"]
    assert ran[0][-1] == URL


def test_the_style_for_exports_is_for_a_page_whose_body_is_the_notebook(monkeypatch):
    shown = []
    monkeypatch.setattr("autograder.notebooks.front_end.in_a_notebook", lambda: True)
    monkeypatch.setattr("IPython.display.display", lambda bundle, raw: shown.append(bundle))
    make_exports_readable()
    (bundle,) = shown
    rules = re.findall(r"^(\S[^{]*)\{", bundle["text/html"].replace("<style>\n", ""), re.M)
    assert rules
    assert all(part.strip().startswith("body.jp-Notebook") for r in rules for part in r.split(","))
