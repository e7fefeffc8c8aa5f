"""Zips and folders that are made to do harm are read as far as that is safe, which is said."""

import os
import random
import struct
import zipfile

import pytest

from autograder.layouts import contents, handed_in
from autograder.submissions import BadSubmission, find, read
from tests.layouts.shapes import FLIPPED, RIGHT, as_zip, canvas, otter_export, plain, put, zip_of

GOOD = RIGHT.read_bytes()


def students(folder):
    return {each.student: read(each.path) for each in find(folder)[0]}


def class_zip(tmp_path, members, **options):
    """Make a zip of a class with one good student, Zoe, and other members."""
    path = tmp_path / "class.zip"
    path.write_bytes(as_zip({**members, "zoe/convolution.py": RIGHT}, **options))
    return path


@pytest.mark.parametrize(
    "name",
    [
        "../convolution.py",
        "ada/../../convolution.py",
        "/etc/convolution.py",
        "..\\ada\\convolution.py",
        "C:\\ada\\convolution.py",
        "ada/C:convolution.py",
        "ada/" + "x" * 600 + "/convolution.py",
    ],
)
def test_a_path_that_leads_out_of_a_zip_is_never_followed(tmp_path, name):
    path = class_zip(tmp_path, {name: FLIPPED})
    assert students(path) == {"zoe": GOOD}
    assert any("left out, its path leads" in note for note in find(path)[1])
    assert [each.name for each in tmp_path.iterdir()] == ["class.zip"]


def test_a_bomb_is_not_unpacked_beyond_the_limit(tmp_path):
    path = class_zip(
        tmp_path, {"ada/convolution.py": b"#" * (21 << 20)}, compression=zipfile.ZIP_DEFLATED
    )
    bomb, good = (each.path for each in find(path)[0])
    with pytest.raises(BadSubmission, match="larger than 20 MB"):
        read(bomb)
    assert read(good) == GOOD


def test_a_file_that_is_larger_than_the_zip_says_is_refused(tmp_path):
    data = bytearray(as_zip({"ada/convolution.py": b"#" * 100_000}, compression=8))
    entry = data.rindex(b"PK\1\2")
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    path = tmp_path / "class.zip"
    path.write_bytes(data)
    (submission,), _ = find(path)
    with pytest.raises(BadSubmission, match="cannot be unpacked"):
        read(submission.path)


def with_flag(data, flag):
    """Return a zip in which the first file has a flag set, in both places that hold flags."""
    data = bytearray(data)
    data[6] |= flag
    data[data.index(b"PK\1\2") + 8] |= flag
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (with_flag(otter_export(RIGHT, "convolution.py"), 1), "it is encrypted"),
        (as_zip({"convolution.py": RIGHT}, compression=zipfile.ZIP_LZMA), "cannot be read here"),
        (as_zip({"inner.zip": otter_export(RIGHT, "convolution.py")}), "it is a zip in a zip"),
        (b"PK\5\6" + bytes(3), "it is no zip that can be read"),
        (b"", "it is no zip that can be read"),
        (otter_export(RIGHT)[:-30], "it is no zip that can be read"),
        (b"PK\5\6" + b"\xfe" * 18, "it lists too many files"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_students_zip_that_cannot_be_used_is_left_out_and_that_is_said(
    tmp_path, data, why, packed
):
    put(tmp_path, "made/ada/convolution.zip", data)
    put(tmp_path, "made/zoe/convolution.py", RIGHT)
    folder = tmp_path / "made"
    if packed:
        folder = zip_of(folder, tmp_path / "class.zip")
    assert students(folder) == {"zoe": GOOD}
    (note,) = find(folder)[1]
    assert note.startswith("ada/convolution.zip")
    assert "left out" in note
    assert why in note


def test_a_zip_that_lists_too_many_files_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(contents, "LONGEST_INNER_LIST", 10_000)
    many = {f"{n}/{'x' * 50}": b"" for n in range(200)}
    put(tmp_path, "ada.zip", as_zip({"a.zip": as_zip(many)}))
    put(tmp_path, "ben/convolution.zip", as_zip(many))
    put(tmp_path, "zoe/convolution.py", RIGHT)
    assert students(zip_of(tmp_path, tmp_path.parent / "class.zip")) == {"zoe": GOOD}
    monkeypatch.setattr(contents, "LONGEST_LIST", 100)
    contents.zip_on_disk.cache_clear()
    with pytest.raises(BadSubmission, match="it lists too many files"):
        find(tmp_path.parent / "class.zip")


def test_of_a_student_with_many_or_deep_files_only_some_are_looked_at(tmp_path, monkeypatch):
    monkeypatch.setattr(handed_in, "MOST_FILES", 20)
    for number in range(50):
        put(tmp_path, f"ada/{number}.txt", "")
        put(tmp_path, f"ben/{number}/{number}.txt", "")
    put(tmp_path, "cleo/" + "deep/" * 20 + "convolution.py", RIGHT)
    put(tmp_path, "zoe/convolution.py", RIGHT)
    assert students(tmp_path) == {"zoe": GOOD}
    notes = find(tmp_path)[1]
    assert [note.split(": ")[0] for note in notes] == ["ada", "ben", "cleo" + "/deep" * 8]


def test_names_in_a_zip_become_names_that_any_file_system_takes(tmp_path):
    odd = (
        "-rf",
        "=1+1",
        "a\nb",
        "\x1b[2J",
        "\u202eevil",
        "a?b",
        "a*b",
        "~",
        "x" * 300,
        "con.",
        " ",
    )
    path = class_zip(tmp_path, {f"{name}/convolution.py": RIGHT for name in odd})
    found = students(path)
    assert set(found.values()) == {GOOD}
    assert len(found) == len(odd) + 1
    for name in found:
        assert not set(name) & set('<>:"/\\|?*\n\x1b\u202e')
        assert len(name.encode()) < 200
        assert name not in ("", ".", "..")


def test_students_whose_names_differ_in_case_only_are_kept_apart(tmp_path):
    path = class_zip(tmp_path, {"Ada/convolution.py": RIGHT, "ada/convolution.py": FLIPPED})
    found = students(path)
    assert len({name.casefold() for name in found}) == len(found) == 3
    assert sum("2 students would have this name" in note for note in find(path)[1]) == 2
    assert found == students(path)


def test_a_folder_and_a_zip_of_unlike_names_do_not_become_one_student(tmp_path):
    put(tmp_path, "a_b/convolution.py", RIGHT)
    put(tmp_path, "a?b.zip", otter_export(FLIPPED, "convolution.py"))
    found = students(tmp_path)
    assert sorted(found.values()) == sorted([GOOD, FLIPPED.read_bytes()])


def test_a_file_with_the_name_of_a_folder_hides_nothing_silently(tmp_path):
    path = class_zip(tmp_path, {"ada": b"", "ada/convolution.py": RIGHT})
    assert students(path) == {"zoe": GOOD}
    assert any("a file has the name of its folder" in note for note in find(path)[1])


def test_a_link_in_a_zip_is_no_submission(tmp_path):
    link = zipfile.ZipInfo("ada/convolution.py")
    link.external_attr = 0o120777 << 16
    path = tmp_path / "class.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(link, "/etc/passwd")
        archive.writestr("zoe/convolution.py", GOOD)
    assert students(path) == {"zoe": GOOD}
    assert find(path)[1] == ["ada/convolution.py: left out, it is not a plain file."]


def test_pipes_and_links_on_the_disk_are_not_opened(tmp_path):
    for name in ("submission_metadata.yml", "classroom_roster.csv", "ada.zip", "gradebook.db"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "ben.zip").symlink_to("/dev/zero")
    put(tmp_path, "zoe/convolution.py", RIGHT)
    os.mkfifo(tmp_path / "zoe" / "timestamp.txt")
    assert students(tmp_path) == {"zoe": GOOD}


@pytest.mark.parametrize(
    "names",
    [
        ("ps1/timestamp.txt", "ps1/convolution.py"),
        (".git/HEAD",),
        ("submission_metadata.yml",),
        ("x_1_2_convolution.py", "x_3_assignsubmission_file_convolution.py"),
        ("submitted/x/y/timestamp.txt", "gradebook.db"),
        ("x-submissions/x-y/convolution.py",),
    ],
)
def test_no_student_makes_the_class_look_like_another_layout(tmp_path, names):
    expected = {student for student, _ in plain(tmp_path)}
    for name in names:
        put(tmp_path / "mallory", name, FLIPPED)
    found = students(tmp_path)
    assert set(found) - {"mallory"} == expected


def test_no_student_takes_the_place_of_another_by_the_name_of_a_file(tmp_path):
    canvas(tmp_path)
    before = students(tmp_path)
    put(tmp_path, "mallory_666_999999999_exampleada_340934_1000000000_convolution.py", FLIPPED)
    put(tmp_path, "mallory_666_999999998_convolution.zip", as_zip({"ada/convolution.py": FLIPPED}))
    after = students(tmp_path)
    assert {name: after[name] for name in before} == before


def test_damaged_zips_are_read_or_refused(tmp_path):
    chance = random.Random(0)
    whole = as_zip({"ada/convolution.py": RIGHT, "ben.zip": otter_export(RIGHT)}, compression=8)
    path = tmp_path / "class.zip"
    outcomes = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.choice([1, 3, 30])):
            data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data[: chance.choice([len(data), chance.randrange(len(data))])])
        try:
            outcomes |= {len(read(each.path)) > 0 for each in find(path)[0]}
        except BadSubmission:
            outcomes.add("refused")
    assert outcomes >= {True, "refused"}
