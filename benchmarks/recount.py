"""How long an extension takes to count in a class of 200 that is graded.

Run as ``python -m benchmarks.recount FOLDER``: 200 students hand in convolution and top-hats, some
right, some not; they are graded into FOLDER, and then one of them gets an extension.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COURSE = """
time_zone = "Europe/Berlin"
exercises = ["convolution", "tophat"]
[exercise.convolution]
due = 2026-03-07
[exercise.tophat]
due = 2026-03-14
[late]
policy = "late days"
days = 3
unknown = "in time"
"""
SAMPLES = ("right_with_windows", "half_done", "called_the_library", "untouched")
STUDENTS = 200


def main():
    """Make and grade the class, add an extension, and print how long the commands took."""
    folder = Path(sys.argv[1])
    for number in range(STUDENTS):
        student = folder / "class" / f"student{number:03}"
        student.mkdir(parents=True)
        for name in ("convolution.py", "tophat.py"):
            sample = ROOT / "tests" / "submissions" / SAMPLES[number % len(SAMPLES)] / name
            shutil.copyfile(sample, student / name)
    late = "".join(
        f"[handed_in.student{number:03}]\nconvolution = 2026-03-09\ntophat = 2026-03-16\n"
        for number in range(0, STUDENTS, 5)
    )
    file = folder / "course.toml"
    file.write_text(COURSE + late, encoding="utf-8")
    _timed("grade", folder / "class", "--out", folder / "out")
    for number, command in enumerate(("report", "grade"), start=1):
        extension = f"[extensions.student{5 * number:03}]\nconvolution = 2026-03-1{number}\n"
        file.write_text(COURSE + late + extension, encoding="utf-8")
        words = [] if command == "report" else [folder / "class", "--out"]
        _timed(command, *words, folder / "out")
    shutil.rmtree(folder)


def _timed(*words):
    start, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "autograder", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    print(done.stderr[-300:], end="")
    seconds, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    print(f"{words[0]}: {seconds:.1f} s, of processor time {cpu:.1f} s, status {done.returncode}")


if __name__ == "__main__":
    main()
