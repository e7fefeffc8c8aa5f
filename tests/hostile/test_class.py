"""A class with hostile students and hostile files."""

import os

from autograder.course.submissions.student_keys import as_name
from tests.hostile.classes import FILES, HONEST, HOSTILE, graded, hand_in


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
    assert {points.pop(as_name(name)) for name in ODD_NAMES} == {25}
    assert points == dict.fromkeys(("nul", "utf16", "huge", "empty", "nested"), 0)
    table = (out / "grades.csv").read_text()
    assert not any(line.startswith(("=", "-", "@", "+")) for line in table.splitlines())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["class", "out", "secret.py"]
