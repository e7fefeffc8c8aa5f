"""What the build uses of Otter though no page promises it: a test says what goes if it does."""

from inspect import signature

import nbformat
import pytest
from otter import assign, generate
from otter.test_files.exception_test import ExceptionTestFile

from autograder.exercises import exercise_names


def test_otters_own_functions_take_what_the_build_gives_them():
    """They are not documented; without them, the build runs ``python -m otter``, and takes long."""
    made = signature(assign.main).bind("master", "result", no_pdfs=True, no_run_tests=True)
    assert list(made.arguments) == ["master", "result", "no_pdfs", "no_run_tests"]
    options = ("tests_dir", "output_path", "config", "requirements", "overwrite_requirements")
    names = (*options, "no_environment", "files")
    assert set(names) <= set(signature(generate.main).parameters)


@pytest.mark.parametrize("name", exercise_names())
def test_otter_finds_the_tests_of_a_notebook_in_its_metadata(root, name):
    """Their format is Otter's own: without it, check cells would look for files."""
    notebook = nbformat.read(root / f"assignments/{name}/{name}.ipynb", as_version=4)
    for name, source in notebook.metadata.otter.tests.items():
        test = ExceptionTestFile.from_metadata(source, "notebook")
        assert test.name == name
        assert [case.name for case in test.test_cases]
