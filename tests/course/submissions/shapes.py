"""The sample class in the shapes in which real systems hand it over.

Each function writes files below a folder and returns what should be found there: for each student's
key and exercise the sample submission that counts.
"""

from __future__ import annotations

from tests.course.submissions.samples import (
    FLIPPED,
    FLIPPED_3D,
    HANDOUT,
    NOTEBOOK,
    RIGHT,
    SKULL,
    TOPHAT,
    UNTOUCHED,
    otter_export,
    put,
)


def plain(folder):
    put(folder, "ada/convolution.py", RIGHT)
    put(folder, "ben/convolution.ipynb", NOTEBOOK)
    put(folder, "cleo/tophat.py", TOPHAT)
    put(folder, "cleo/Convolution (1).py", FLIPPED)
    return {
        ("ada", "convolution"): RIGHT,
        ("ben", "convolution"): NOTEBOOK,
        ("cleo", "convolution"): FLIPPED,
        ("cleo", "tophat"): TOPHAT,
    }


# As Ruby writes it: keys that are symbols, nanoseconds, and numbers in quotes only where needed.
METADATA = """\
---
submission_234567890:
  :submitters:
  - :name: Ada Example
    :sid: '3031234567'
    :email: ada@example.org
  :created_at: 2026-01-31 12:00:00.123456000 Z
  :score: 3.0
  :status: processed
  :results:
    tests:
    - name: a claim
      score: 1.0
      max_score: 2.0
      output: |
        :submitters:
        - :name: not a student
  :history:
  - :id: 234567001
    :created_at: 2026-01-30 12:00:00.000000000 Z
    :score: 0.0
submission_234567891:
  :submitters:
  - :name: Ben Example
    :sid: 0031234568
    :email: ben@example.org
  - :name: Ada Example
    :sid:
    :email: other.ada@example.org
  :created_at: 2026-01-31 12:30:00.000000000 Z
  :score: 0.0
"""


def gradescope(folder):
    put(folder, "submission_metadata.yml", METADATA)
    put(folder, "submission_234567890/convolution.ipynb", NOTEBOOK)
    put(folder, "submission_234567890/.OTTER_LOG", b"\x80")
    put(folder, "submission_234567891/convolution.py", FLIPPED)
    put(folder, "submission_234567891/convolution3d-Copy1.py", FLIPPED_3D)
    return {
        ("3031234567", "convolution"): NOTEBOOK,
        ("0031234568", "convolution"): FLIPPED,
        ("0031234568", "convolution3d"): FLIPPED_3D,
        ("other.ada@example.org", "convolution"): FLIPPED,
        ("other.ada@example.org", "convolution3d"): FLIPPED_3D,
    }


def canvas(folder):
    put(folder, "exampleada_340934_208490284_convolution.ipynb", NOTEBOOK)
    put(folder, "exampleada_340934_208490285_sketch.pdf", b"%PDF")
    put(folder, "examplebenjürgen_LATE_334244_394803480_convolution.py", FLIPPED)
    put(folder, "examplebenjürgen_LATE_334244_394803490_convolution.ipynb", HANDOUT)
    put(folder, "examplebenjürgen_LATE_334244_394803489_convolution-1.py", RIGHT)
    put(folder, "exampleada_777_1_tophat-2.py", TOPHAT)
    put(folder, "anon_b4cDe_394803490_convolution.py", FLIPPED)
    put(folder, "LATE_anon_x7Qpz_394803491_convolution.py", FLIPPED)
    export = otter_export(NOTEBOOK)
    put(folder, "examplecleo_5_6_convolution_2026_01_31T12_00_00_000000-1.zip", export)
    return {
        ("exampleada_340934", "convolution"): NOTEBOOK,
        ("examplebenjürgen_334244", "convolution"): RIGHT,
        ("exampleada_777", "tophat"): TOPHAT,
        ("anon_b4cDe", "convolution"): FLIPPED,
        ("anon_x7Qpz", "convolution"): FLIPPED,
        ("examplecleo_5", "convolution"): NOTEBOOK,
    }


def moodle(folder):
    put(folder, "Ada Example_12345_assignsubmission_file_/convolution.ipynb", NOTEBOOK)
    put(folder, "Ada Example_12346_assignsubmission_file/convolution.py", FLIPPED)
    put(folder, "Ben Example_12347_assignsubmission_file_convolution.py", RIGHT)
    put(folder, "Ben Example_12347_assignsubmission_onlinetext_onlinetext.html", "<p>Done!</p>")
    return {
        ("Ada Example_12345", "convolution"): NOTEBOOK,
        ("Ada Example_12346", "convolution"): FLIPPED,
        ("Ben Example_12347", "convolution"): RIGHT,
    }


def nbgrader(folder):
    stamps = {"ps1": "2026-01-31 12:00:00.123456 UTC", "ps1late": "2026-02-01 00:00:00.5 UTC\n"}
    for student, assignment, sample in [
        ("bitdiddle", "ps1", UNTOUCHED),
        ("bitdiddle", "ps1late", RIGHT),
        ("hacker", "ps1", FLIPPED),
    ]:
        place = f"submitted/{student}/{assignment}"
        put(folder, f"{place}/convolution.py", sample)
        put(folder, f"{place}/timestamp.txt", stamps[assignment])
        put(folder, f"{place}/helpers/data.csv", "1,2")
    put(folder, "source/ps1/convolution.ipynb", "{}")
    put(folder, "release/ps1/convolution.ipynb", "{}")
    put(folder, "gradebook.db", b"SQLite format 3\0")
    return {("bitdiddle", "convolution"): RIGHT, ("hacker", "convolution"): FLIPPED}


def classroom(folder):
    for assignment, user, name, sample in [
        ("image-processing", "octo-cat", "convolution.py", RIGHT),
        ("image-processing", "hubot", "assignments/convolution/convolution.py", FLIPPED),
        ("image-processing", "hubot", "assignments/convolution/convolution.ipynb", HANDOUT),
        ("image-processing", "mona", "assignments/convolution/convolution.py", UNTOUCHED),
        ("image-processing", "mona", "assignments/convolution/convolution.ipynb", NOTEBOOK),
        ("brains", "octo-cat", "skull-removal.py", SKULL),
    ]:
        repository = f"{assignment}-submissions/{assignment}-{user}"
        put(folder, f"{repository}/{name}", sample)
        put(folder, f"{repository}/.git/HEAD", "ref: refs/heads/main\n")
        put(folder, f"{repository}/README.md", "# Homework")
    put(
        folder,
        "classroom_roster.csv",
        '"identifier","github_username","github_id","name"\n"3031","Octo-Cat","1","Ada Example"\n',
    )
    return {
        ("octo-cat", "convolution"): RIGHT,
        ("octo-cat", "skull_removal"): SKULL,
        ("hubot", "convolution"): FLIPPED,
        ("mona", "convolution"): NOTEBOOK,
    }


def otter(folder):
    name = "convolution_2026_01_{day}T12_00_00_000000.zip"
    put(folder, f"ada/{name.format(day=30)}", otter_export(UNTOUCHED, "convolution.py"))
    put(folder, f"ada/{name.format(day=31)}", otter_export(NOTEBOOK, **{"notes.pdf": b"%PDF"}))
    put(folder, f"ben_{name.format(day=31)}", otter_export(NOTEBOOK, "Untitled.ipynb"))
    put(folder, "cleo.zip", otter_export(FLIPPED, "work/convolution.py"))
    return {
        ("ada", "convolution"): NOTEBOOK,
        ("ben", "convolution"): NOTEBOOK,
        ("cleo", "convolution"): FLIPPED,
    }


SHAPES = (plain, gradescope, canvas, moodle, nbgrader, classroom, otter)
