"""A regrading that is cut short while it writes is finished by the next."""

import errno
import os
import shutil

import pytest


class Killed(BaseException):
    """Stands for whatever ends a process at once."""


def test_a_regrading_that_is_killed_while_it_writes_is_finished_by_the_next(
    graded, run, out, changed, monkeypatch, points
):
    """Kill it at the first, third, ... file that it writes, until it comes through."""
    before = shutil.copytree(out, out.parent / "before")
    changed(anna=4, cleo=-1)
    for moment in range(0, 100, 2):
        shutil.rmtree(out)
        shutil.copytree(before, out)
        with monkeypatch.context() as patch:
            patch.setattr("os.replace", deadly_after(moment))
            try:
                run("regrade", out, "--yes")
                return
            except Killed:
                pass
        assert run("regrade", out, "--yes").exit_code == 0
        assert points() == ["5", "2", "2"], moment
        assert not (out / ".regraded").exists()
    pytest.fail("it never came through")


def deadly_after(moment):
    replace, left = os.replace, iter(range(moment))

    def deadly(*paths):
        if next(left, None) is None:
            raise Killed
        replace(*paths)

    return deadly


def test_a_full_disk_is_a_sentence(graded, run, out, changed, monkeypatch, points):
    changed(anna=4)
    run("regrade", out, "--dry-run")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("autograder.grading.ledger.write_record", full)
        result = run("regrade", out, "--yes")
    assert result.exit_code == 2
    assert "No space left on device. Each result is the old one or the new one" in result.output
    assert run("regrade", out, "--yes").exit_code == 0
    assert points() == ["5", "2", "3"]
