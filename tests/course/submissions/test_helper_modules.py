"""Modules beside a submission go along with it if it imports them, and nothing else does."""

import io
import json
import zipfile

import numpy as np
import pytest

from autograder.course.submissions.helper_modules import LARGEST_TOGETHER
from autograder.course.submissions.submission import BadSubmission, Submission, read_source

PAD = "def pad(image): return image + 7\n"


def notebook(*lines):
    cell = {"cell_type": "code", "source": [f"{line}\n" for line in lines], "metadata": {}}
    return json.dumps(
        {"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": [cell]}, indent=1
    )


def beside(folder, **files):
    for name, text in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_name(f"{path.name}.py").write_text(text)


@pytest.fixture
def helpers(tmp_path):
    """Return the names of the helper modules of a script."""

    def found(text, name="convolution.py"):
        (tmp_path / name).write_text(text)
        return [name for name, _ in read_source(tmp_path / name).helpers]

    return found


@pytest.mark.parametrize(
    "line",
    [
        "from my_helpers import pad",
        "import my_helpers",
        "import numpy as np, my_helpers as mine",
        "try:\n    from my_helpers import (pad,\n   crop)\nexcept ImportError: pass",
        "from .my_helpers import pad",
        "import os; x = 1\nimport my_helpers",
    ],
)
@pytest.mark.parametrize("kind", ["script", "notebook", "notebook of one string"])
def test_a_module_that_is_imported_goes_along(tmp_path, helpers, line, kind):
    beside(tmp_path, my_helpers=PAD, tophat="x = 1", not_imported="x = 2")
    if kind == "script":
        assert helpers(f"{line}\n") == ["my_helpers.py"]
    else:
        made = json.loads(notebook(*line.split("\n")))
        if kind != "notebook":
            made["cells"][0]["source"] = "".join(made["cells"][0]["source"])
        assert helpers(json.dumps(made), "convolution.ipynb") == ["my_helpers.py"]


def test_what_a_module_imports_goes_along_too(tmp_path, helpers):
    beside(tmp_path, one="import two", two="import one, three", three="", other="")
    assert helpers("import one") == ["one.py", "three.py", "two.py"]


def test_of_a_package_the_modules_that_are_imported_go_along(tmp_path, helpers):
    beside(
        tmp_path, mine____init__="", mine__pads="from . import sides", mine__sides="", mine__x=""
    )
    (tmp_path / "mine" / "__init__.py").write_text("")
    found = helpers("from mine.pads import pad")
    assert found == ["mine/__init__.py", "mine/pads.py", "mine/sides.py"]


def test_a_file_that_is_run_goes_along(tmp_path, helpers):
    beside(tmp_path, my_helpers=PAD)
    assert helpers(notebook("%run my_helpers.py"), "convolution.ipynb") == ["my_helpers.py"]


@pytest.mark.parametrize("line", ["import numpy", "from json import pad", "import my_helper", ""])
def test_what_is_installed_or_not_imported_stays(tmp_path, helpers, line):
    beside(tmp_path, numpy="x = 1", json="x = 1", my_helpers=PAD)
    assert helpers(line) == []


def test_a_link_or_a_module_above_does_not_go_along(tmp_path):
    beside(tmp_path, secret="x = 1")
    (tmp_path / "ada").mkdir()
    (tmp_path / "ada" / "linked.py").symlink_to(tmp_path / "secret.py")
    path = tmp_path / "ada" / "convolution.py"
    path.write_text(
        "import linked\nfrom .. import secret\nfrom ..secret import x\n%run ../secret.py"
    )
    assert read_source(path).helpers == ()


def test_modules_go_along_out_of_a_zip(tmp_path):
    inner = io.BytesIO()
    for target in (inner, tmp_path / "class.zip"):
        with zipfile.ZipFile(target, "w") as made:
            made.writestr("ada/convolution.py", "import my_helpers")
            made.writestr("ada/my_helpers.py", PAD)
            made.writestr("my_helpers.py", "x = 1")
            if target is not inner:
                made.writestr("ben.zip", inner.getvalue())
    for path in ("ada/convolution.py", "ben.zip/ada/convolution.py"):
        source = read_source(tmp_path / "class.zip" / path)
        assert source.helpers == (("my_helpers.py", PAD.encode()),)


def test_a_submission_is_another_one_if_its_module_changes(tmp_path):
    (tmp_path / "convolution.py").write_text("import my_helpers")
    beside(tmp_path, my_helpers=PAD)
    before = Submission("ada", "convolution", tmp_path / "convolution.py").digest
    beside(tmp_path, my_helpers=PAD + "\n")
    assert Submission("ada", "convolution", tmp_path / "convolution.py").digest != before


@pytest.mark.parametrize("sizes", [[LARGEST_TOGETHER + 1], [LARGEST_TOGETHER // 2 + 1] * 2])
def test_too_much_does_not_go_along_in_silence(tmp_path, sizes):
    names = [f"m{number}" for number in range(len(sizes))]
    beside(tmp_path, **{name: "#" * size for name, size in zip(names, sizes, strict=True)})
    (tmp_path / "convolution.py").write_text(f"import {', '.join(names)}")
    with pytest.raises(
        BadSubmission, match=r"imports m\d\.py, which cannot go along; it may import 1 MiB of"
    ):
        read_source(tmp_path / "convolution.py")


def test_too_many_modules_are_refused(tmp_path):
    beside(tmp_path, **{f"m{n}": f"import m{n + 1}" for n in range(99)})
    (tmp_path / "convolution.py").write_text("import m0")
    with pytest.raises(BadSubmission, match="more than 30 modules"):
        read_source(tmp_path / "convolution.py")


@pytest.mark.parametrize("suffix", [".py", ".ipynb"])
def test_a_submission_runs_with_the_modules_beside_it(sandbox, tmp_path, suffix):
    beside(tmp_path, my_helpers=PAD, mine__more="from my_helpers import pad\n")
    lines = ["from my_helpers import pad", "import mine.more", "def f(image): return pad(image)"]
    path = tmp_path / f"convolution{suffix}"
    path.write_text(notebook(*lines) if suffix == ".ipynb" else "\n".join(lines))
    source = read_source(path)
    worker = sandbox.open(source.content, suffix, ["f"], helpers=source.helpers)
    np.testing.assert_array_equal(worker.subjects["f"](np.zeros((2, 2))), np.full((2, 2), 7))
    assert worker.problems == ()
    worker.close()
