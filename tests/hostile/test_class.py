"""A class with hostile students, hostile files and a grader that is killed half-way."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from autograder.classroom import grade_class
from autograder.sandbox.host import Limits
from autograder.submissions import find

FILES = {path.stem: path for path in (Path(__file__).parent / "submissions").glob("[a-z]*_*.*")}
HONEST = (
    *("c00_honest_right", "c01_honest_wrong", "c02_honest_zeros", "c03_honest_partial"),
    *("c05_honest_noisy", "c07_honest_demonstration"),
)
HOSTILE = (
    *("a05_eats_memory", "a07_starts_thousands_of_threads", "a11_uses_up_descriptors"),
    *("b02_ends_its_process", "b05_kills_all_it_can_name", "b06_leaves_a_survivor"),
    *("c10_writes_result_files", "e10_remembers_for_the_next", "g01_deletes_files"),
    *("h12_kills_the_zygote", "h25_digs_a_deep_tree", "h28_raises_text_that_no_file_holds"),
)
LIMITS = Limits(load=20, call=4, submission=60)


def hand_in(folder, names):
    """Make a class folder in which each of the named files was handed in by a student."""
    for name in names:
        source = FILES[name]
        (folder / name).mkdir(parents=True)
        (folder / name / f"convolution{source.suffix}").write_bytes(source.read_bytes())
    return folder


def graded(folder, out, **options):
    """Grade a class; return each student's record as it is on the disk, without its seconds."""
    submissions, _ = find(folder)
    list(grade_class(submissions, out, "a seed", LIMITS, **options))
    return written(out)


def written(out):
    records = [json.loads(path.read_text()) for path in sorted(out.glob("results/*/*.json"))]
    return {each["student"]: each | {"seconds": 0} for each in records}


def test_hostile_students_change_nothing_for_the_others(tmp_path):
    alone = graded(hand_in(tmp_path / "few", HONEST), tmp_path / "alone")
    among = graded(hand_in(tmp_path / "all", HONEST + HOSTILE), tmp_path / "among")
    assert set(among) == set(HONEST + HOSTILE)
    assert {name: among[name] for name in HONEST} == alone
    assert "grader_error" not in {each["status"] for each in among.values()}


ODD_NAMES = (
    "-rf",
    "=HYPERLINK(1)",
    "@x",
    "a\nb",
    "\x1b[2J",
    "\u202eevil",
    "a,b",
    "'; drop",
    "\udcff",
)


def test_a_hostile_folder_is_graded_as_far_as_it_can_be(tmp_path):
    folder, out = tmp_path / "class", tmp_path / "out"
    secret = tmp_path / "secret.py"
    secret.write_text("def convolve2d(image, kernel): return image")
    right = FILES["c00_honest_right"].read_bytes()
    contents = {
        "nul": b"\0" * 100 + right,
        "utf16": right.decode().encode("utf-16"),
        "bom": b"\xef\xbb\xbf" + right,
        "huge": b"#" * (21 << 20),
        "empty": b"",
        "nested": b"(" * 50_000,
    }
    for name, text in contents.items() | {(name, right) for name in ODD_NAMES}:
        (folder / name).mkdir(parents=True)
        (folder / name / "convolution.py").write_bytes(text)
    for name in ("link", "fifo", "directory", "locked"):
        (folder / name).mkdir()
    (folder / "link" / "convolution.py").symlink_to(secret)
    os.mkfifo(folder / "fifo" / "convolution.py")
    (folder / "directory" / "convolution.py").mkdir()
    (folder / "outside").symlink_to(tmp_path)
    (folder / "locked").chmod(0)
    records = graded(folder, out, jobs=1)
    points = {name: each["points"] for name, each in records.items()}
    assert points.pop("bom") == 25
    assert {name: points.pop(name) for name in ODD_NAMES} == dict.fromkeys(ODD_NAMES, 25)
    assert points == dict.fromkeys(("nul", "utf16", "huge", "empty", "nested"), 0)
    table = (out / "grades.csv").read_text()
    assert not any(line.startswith(("=", "-", "@", "+")) for line in table.splitlines())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class", "out", "secret.py"]


GRADE = """
import sys
from autograder.classroom import grade_class
from autograder.sandbox.host import Limits
from autograder.submissions import find

if __name__ == "__main__":
    submissions, _ = find(sys.argv[1])
    limits = Limits(load=20, call=4, submission=60)
    for record in grade_class(submissions, sys.argv[2], "a seed", limits, jobs=1):
        print(record["student"], flush=True)
"""


@pytest.fixture
def start(tmp_path, root):
    """Start grading in a process of its own."""
    script = tmp_path / "grade.py"
    script.write_text(GRADE)

    def started(folder, out):
        return subprocess.Popen(
            [sys.executable, script, folder, out],
            env=os.environ | {"PYTHONPATH": str(root), "TMPDIR": str(tmp_path)},
            stdout=subprocess.PIPE,
            start_new_session=True,
            text=True,
        )

    return started


def test_a_killed_grader_loses_nothing_that_running_it_again_does_not_bring(tmp_path, start):
    names = (*HONEST, "b02_ends_its_process", "b03_asks_to_exit")
    folder = hand_in(tmp_path / "class", names)
    undisturbed = graded(folder, tmp_path / "undisturbed", jobs=1)
    killed = start(folder, tmp_path / "out")
    killed.stdout.readline()
    os.killpg(killed.pid, signal.SIGKILL)
    killed.wait()
    assert set(written(tmp_path / "out")) == set(names)
    assert "not_run" in {each["status"] for each in written(tmp_path / "out").values()}
    assert start(folder, tmp_path / "out").wait() == 0
    assert written(tmp_path / "out") == undisturbed
    tables = [(tmp_path / name / "grades.csv").read_bytes() for name in ("out", "undisturbed")]
    assert tables[0] == tables[1]
    assert leftovers(tmp_path) == []


def leftovers(folder, patience=5.0):
    """Return the folders of workers that are still there after a while."""
    end = time.monotonic() + patience
    while (found := list(folder.glob("autograder-*"))) and time.monotonic() < end:
        time.sleep(0.1)
    return found
