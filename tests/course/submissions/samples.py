"""Samples of the class, ways to hand them in, and what is found of them."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

from tests.classes import find

SAMPLES = Path(__file__).parents[2] / "submissions"
RIGHT = SAMPLES / "right_with_loops" / "convolution.py"
FLIPPED = SAMPLES / "flipped_the_kernel" / "convolution.py"
FLIPPED_3D = SAMPLES / "flipped_the_kernel" / "convolution3d.py"
NOTEBOOK = SAMPLES / "a_notebook" / "convolution.ipynb"
UNTOUCHED = SAMPLES / "untouched" / "convolution.py"
HANDOUT = SAMPLES.parent.parent / "assignments" / "convolution" / "convolution.ipynb"
TOPHAT = SAMPLES / "half_done" / "tophat.py"
SKULL = SAMPLES / "took_a_threshold_only" / "skull_removal.py"


def put(folder, name, source, time=None):
    """Write a file below a folder: a sample's bytes, bytes, or text."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    data = source.read_bytes() if isinstance(source, Path) else source
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    if time is not None:
        os.utime(path, (time, time))
    return path


def as_zip(members, **options):
    """Return the bytes of a zip of the given names and samples, bytes or texts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", **options) as archive:
        for name, source in members.items():
            archive.writestr(name, source.read_bytes() if isinstance(source, Path) else source)
    return file.getvalue()


def zip_of(folder, path):
    """Write a zip of all that lies below a folder."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in sorted(folder.rglob("*")):
            archive.write(each, each.relative_to(folder))
    return path


def otter_export(notebook, name="convolution.ipynb", **more):
    """Return the bytes of a zip as ``grader.export()`` writes it."""
    return as_zip({name: notebook, ".OTTER_LOG": b"\x80", "__zip_filename__": "x.zip", **more})


def class_zip(tmp_path, members, **options):
    """Make a zip of a class with one good student, Zoe, and other members."""
    path = tmp_path / "class.zip"
    path.write_bytes(as_zip({**members, "zoe/convolution.py": RIGHT}, **options))
    return path


def found(folder):
    """Return what is found in a folder, by student and exercise, and the notes."""
    submissions, notes = find(folder)
    return {(each.student, each.exercise): each.read().content for each in submissions}, notes


def students(folder):
    """Return what is found in a folder, by student."""
    return {student: data for (student, _), data in found(folder)[0].items()}


def contents(expected):
    """Return the bytes of samples."""
    return {key: sample.read_bytes() for key, sample in expected.items()}
