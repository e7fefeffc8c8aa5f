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


def nbgrader_one_assignment(folder):
    for student, sample in [("bitdiddle", RIGHT), ("hacker", FLIPPED)]:
        put(folder, f"{student}/problem 1.py", sample)
        put(folder, f"{student}/timestamp.txt", "2026-01-31 12:00:00.123456 UTC")
    return {("bitdiddle", "convolution"): RIGHT, ("hacker", "convolution"): FLIPPED}


def nbgrader_exchange(folder):
    for student, time, sample in [
        ("bitdiddle", "2026-01-31 13:00:00.123456 UTC", RIGHT),
        ("bitdiddle", "2026-01-31 12:00:00.123456 UTC", UNTOUCHED),
        ("hacker", "2026-01-31 12:00:00.123456 UTC", FLIPPED),
    ]:
        put(folder, f"{student}+ps1+{time}+ab12/problem1.py", sample)
        put(folder, f"{student}+ps1+{time}+ab12/timestamp.txt", time)
    return {("bitdiddle", "convolution"): RIGHT, ("hacker", "convolution"): FLIPPED}


SCORES = """\
username,first_name,last_name,email,section,score,max_score,datetime,submission_tag,submitted_by,\
review_url,late,override
octo-cat,Ada,Example,ada@example.org,A,,,2026-01-31T12:00:00Z,submit/1,octo-cat,,true,
octo-cat,Ada,Example,ada@example.org,A,,,2026-01-30T12:00:00Z,submit/0,octo-cat,,false,
x-bob,Mallory,Example,m@example.org,A,,,2026-01-30T12:00:00Z,submit/0,x-bob,,false,
bob,Bob,Example,bob@example.org,B,,,2026-01-30T12:00:00Z,submit/0,bob,,false,
mona,Mona,Example,mona@example.org,B,,,,,,,,
"""


def classroom50(folder):
    place = "image-lab-hello_submissions_2026_02_01_T_12_00_00"
    for user, sample in [("octo-cat", RIGHT), ("x-bob", FLIPPED), ("bob", NOTEBOOK)]:
        name = "convolution" + sample.suffix
        put(folder, f"{place}/image-lab-hello-{user}/{name}", sample)
        put(folder, f"{place}/image-lab-hello-{user}/.git/HEAD", "ref: refs/heads/main\n")
    put(folder, f"{place}/scores.csv", SCORES)
    put(folder, "roster.csv", "username,first_name,last_name,email,section,github_id,role\n")
    return {
        ("octo-cat", "convolution"): RIGHT,
        ("x-bob", "convolution"): FLIPPED,
        ("bob", "convolution"): NOTEBOOK,
    }


GRADES = """\
Lab 1,Points

Display ID,ID,Last Name,First Name,grade,Submission date,Late submission
ada,1,Example,Ada,,2026-01-31,Late
ben,2,"Example, Jr.",Ben,,,
cleo,3,Example,Cleo,,,
"""


def sakai(folder):
    place = "bulk_download/Lab 1"
    put(folder, f"{place}/grades.csv", GRADES)
    put(folder, f"{place}/Example, Ada(ada)/Submission attachment(s)/convolution.ipynb", NOTEBOOK)
    put(folder, f"{place}/Example, Ada(ada)/Feedback Attachment(s)/convolution.ipynb", HANDOUT)
    put(folder, f"{place}/Example, Ada(ada)/timestamp.txt", "20260131120000123")
    put(folder, f"{place}/Example, Jr., Ben(ben)/Submission attachment(s)/hw.py", RIGHT)
    put(folder, f"{place}/Example, Jr., Ben(ben)/timestamp.txt", "20260131120000123")
    put(folder, f"{place}/Example, Cleo(cleo)/comments.txt", "")
    return {("ada", "convolution"): NOTEBOOK, ("ben", "convolution"): RIGHT}


def sakai_flat(folder):
    put(folder, "Example, Ada(ada)_Submission attachment(s)_convolution.ipynb", NOTEBOOK)
    put(folder, "Example (B), Ben(ben)_Submission attachment(s)_x(eve)_Submission.py", RIGHT)
    put(folder, "Example (B), Ben(ben)_submissionText.html", "<p>Done!</p>")
    return {("ada", "convolution"): NOTEBOOK, ("ben", "convolution"): RIGHT}


def brightspace(folder):
    put(folder, "index.html", "<html>")
    put(folder, "101-77 - Ada Ex-Ample - Jan 31, 2026 900 PM/convolution.ipynb", NOTEBOOK)
    put(folder, "101-77 - Ada Ex-Ample - Jan 31, 2026 800 PM/convolution.py", FLIPPED)
    put(folder, "102-77 - Ben Example - Feb 1, 2026 1201 AM/hw - 103-77 - Cleo.py", RIGHT)
    return {
        ("Ada Ex-Ample_101", "convolution"): NOTEBOOK,
        ("Ben Example_102", "convolution"): RIGHT,
    }


def brightspace_flat(folder):
    put(folder, "101-77 - Ada Ex-Ample - Jan 31, 2026 900 PM - convolution.ipynb", NOTEBOOK)
    start = "102-77 - Ben Example - 1 February, 2026 1201"
    put(folder, f"{start} - 103-77 - Cleo - Jan 31, 2026 900 PM - x.py", RIGHT)
    return {
        ("Ada Ex-Ample_101", "convolution"): NOTEBOOK,
        ("Ben Example_102", "convolution"): RIGHT,
    }


def blackboard(folder):
    for user, hour, name, sample in [
        ("ada", 12, "convolution.ipynb", NOTEBOOK),
        ("ada", 11, "convolution.ipynb", HANDOUT),
        ("b_en", 12, "Lab_1_ada_attempt_2027-01-31-12-00-00_x.py", RIGHT),
    ]:
        start = f"Lab_1_{user}_attempt_2026-01-31-{hour}-00-00"
        put(folder, f"{start}_{name}", sample)
        put(folder, f"{start}.txt", f"Name: {user.title()} Example ({user})\nAssignment: Lab_1\n")
    return {("ada", "convolution"): NOTEBOOK, ("b_en", "convolution"): RIGHT}


SHAPES = (
    *(plain, gradescope, canvas, moodle, sakai, sakai_flat, brightspace, brightspace_flat),
    *(blackboard, nbgrader, nbgrader_one_assignment, nbgrader_exchange),
    *(classroom, classroom50, otter),
)
