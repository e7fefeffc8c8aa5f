"""Files that are written in one step."""

import errno
import os

import pytest

from autograder.files import write_new


def test_a_new_file_is_whole_and_nothing_lies_beside_it(tmp_path):
    write_new(tmp_path / "a.csv", b"whole")
    assert (tmp_path / "a.csv").read_bytes() == b"whole"
    assert os.listdir(tmp_path) == ["a.csv"]


@pytest.mark.parametrize("has_links", [True, False])
def test_a_file_that_is_there_is_not_touched(tmp_path, monkeypatch, has_links):
    def no_links(*_):
        raise OSError(errno.EPERM, "Operation not permitted")

    if not has_links:
        monkeypatch.setattr("os.link", no_links)
    (tmp_path / "a.csv").write_bytes(b"mine")
    with pytest.raises(FileExistsError):
        write_new(tmp_path / "a.csv", b"other")
    assert (tmp_path / "a.csv").read_bytes() == b"mine"
    assert os.listdir(tmp_path) == ["a.csv"]
    write_new(tmp_path / "b.csv", b"new")
    assert (tmp_path / "b.csv").read_bytes() == b"new"


def test_a_full_disk_leaves_no_part_of_a_file(tmp_path, monkeypatch):
    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path / "a.csv", b"whole")
    assert os.listdir(tmp_path) == []


def test_what_a_killed_command_left_is_removed_and_nothing_else(tmp_path):
    for name in (".a.csv.abcd1234", ".a.csv", ".a.csv.abcd12345", ".b.csv.abcd1234"):
        (tmp_path / name).touch()
    write_new(tmp_path / "a.csv", b"whole")
    assert not (tmp_path / ".a.csv.abcd1234").exists()
    assert len(os.listdir(tmp_path)) == 4
