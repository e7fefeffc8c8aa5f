"""Zips that are made to do harm are read as far as that is safe, and the rest is said."""

import random
import struct
import zipfile

import pytest

from autograder.course.submissions import contents
from autograder.course.submissions.submission import BadSubmission, read_source
from tests.classes import find
from tests.course.submissions.samples import (
    FLIPPED,
    RIGHT,
    as_zip,
    class_zip,
    otter_export,
    put,
    students,
    zip_of,
)

GOOD = RIGHT.read_bytes()


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
        read_source(bomb)
    assert read_source(good).content == GOOD


def test_a_file_that_is_larger_than_the_zip_says_is_refused(tmp_path):
    data = bytearray(as_zip({"ada/convolution.py": b"#" * 100_000}, compression=8))
    entry = data.rindex(b"PK\1\2")
    data[entry + 24 : entry + 28] = struct.pack("<L", 10)
    path = tmp_path / "class.zip"
    path.write_bytes(data)
    (submission,), _ = find(path)
    with pytest.raises(BadSubmission, match="cannot be unpacked"):
        read_source(submission.path)


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
        (b"PK\5\6" + bytes(3), "it cannot be read as a zip"),
        (b"", "it cannot be read as a zip"),
        (otter_export(RIGHT)[:-30], "it cannot be read as a zip"),
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
            outcomes |= {len(read_source(each.path).content) > 0 for each in find(path)[0]}
        except BadSubmission:
            outcomes.add("refused")
    assert outcomes >= {True, "refused"}


@pytest.mark.parametrize("parts", [230, 20, 1])
@pytest.mark.parametrize("packed", [False, True])
def test_a_students_zip_that_lists_too_much_is_refused_before_its_list_is_read(
    tmp_path, monkeypatch, parts, packed
):
    def not_to_be_called(*_):
        raise AssertionError("its list is read")

    for module in ("contents", "hand_in", "looks", "conserved", "recognise"):
        name = f"autograder.course.submissions.{module}.LONGEST_INNER_LIST"
        monkeypatch.setattr(name, 100_000)
    monkeypatch.setattr("autograder.course.submissions.recognise.LONGEST_LIST", 100_000)
    names = ["/".join([f"{n:x}", *("a" * parts)]) for n in range(2000)]
    put(tmp_path, "made/ada/convolution.zip", as_zip(dict.fromkeys(names, b"")))
    put(tmp_path, "made/zoe/convolution.py", RIGHT)
    folder = tmp_path / "made"
    folder = zip_of(folder, tmp_path / "class.zip") if packed else folder
    if not packed:
        monkeypatch.setattr(zipfile.ZipFile, "infolist", not_to_be_called)
    assert students(folder) == {"zoe": GOOD}
    assert any("it lists too many files" in note for note in find(folder)[1])


def test_paths_of_too_many_folders_are_left_out(tmp_path):
    path = class_zip(tmp_path, {"ada/" + "a/" * 30 + "convolution.py": FLIPPED})
    assert students(path) == {"zoe": GOOD}
    assert any("is too long" in note for note in find(path)[1])


def test_a_class_zip_of_too_many_folders_is_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.course.submissions.zip_folders.MOST_FOLDERS", 20)
    path = class_zip(tmp_path, {f"ada/{n}/convolution.py": FLIPPED for n in range(30)})
    with pytest.raises(BadSubmission, match="more than 20 folders; give it unpacked"):
        find(path)


def test_a_folder_of_too_many_files_is_left_out(tmp_path, monkeypatch):
    monkeypatch.setattr("autograder.course.submissions.folders.MOST_CHILDREN", 20)
    for n in range(30):
        put(tmp_path, f"ada/{n}.py", b"")
    put(tmp_path, "zoe/convolution.py", RIGHT)
    assert students(tmp_path) == {"zoe": GOOD}
    assert any("ada: left out, it holds more than 20" in note for note in find(tmp_path)[1])


def test_memory_that_runs_out_on_one_is_a_note_on_that_one(tmp_path, monkeypatch):
    def opened(path, *_):
        raise MemoryError

    for module in ("hand_in", "looks", "conserved"):
        monkeypatch.setattr(f"autograder.course.submissions.{module}.opened", opened)
    put(tmp_path, "ada/convolution.zip", as_zip({"convolution.py": RIGHT}))
    put(tmp_path, "zoe/convolution.py", RIGHT)
    assert students(tmp_path) == {"zoe": GOOD}
    assert any("takes too much memory" in note for note in find(tmp_path)[1])
