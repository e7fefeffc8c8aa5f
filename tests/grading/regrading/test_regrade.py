"""After a check was changed, `regrade` says who moves before it writes anything."""

import json
import os

from autograder.exercises import load_exercise


def files(out):
    return {str(path): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def test_where_nothing_was_changed_nothing_is_graded(graded, run, out, pool):
    pool.graded.clear()
    result = run("regrade", out)
    assert result.exit_code == 0
    assert result.output == "All 3 results stand: neither checks nor files changed.\n"
    assert pool.graded == []


def test_who_moves_is_said_before_it_is_written(graded, run, out, changed):
    before = files(out)
    changed(anna=4, cleo=-1)
    result = run("regrade", out, input="n\n")
    assert result.exit_code == 1
    lines = [line for line in result.output.splitlines() if "->" in line]
    assert [line.partition(" (")[0] for line in lines] == [
        "cleo/convolution: 3 -> 2",
        "anna/convolution: 1 -> 5",
    ]
    assert lines[0].endswith(f"(-1: {load_exercise('convolution').checks[0].name} -1)")
    assert "2 of 3 results change, by +3 points in all." in result.output
    assert {path: files(out)[path] for path in before} == before


def test_the_answer_yes_writes_it_without_grading_again(graded, run, out, changed, pool, points):
    changed(anna=4, cleo=-1)
    run("regrade", out, "--dry-run")
    pool.graded.clear()
    result = run("regrade", out, input="y\n")
    assert result.exit_code == 0
    assert pool.graded == []
    assert points() == ["5", "2", "2"]
    assert json.loads((out / "results/anna/convolution.json").read_text())["points"] == 5
    assert not (out / ".regraded").exists()
    assert "All 3 results stand" in run("regrade", out).output
    assert run("grade", graded, "--out", out, "--seed", "ours").output.startswith("3 of 3 have")


def test_a_dry_run_writes_nothing_to_the_results(graded, run, out, changed):
    before = files(out)
    changed(ben=1)
    assert run("regrade", out, "--dry-run").exit_code == 1
    assert {path: files(out)[path] for path in before} == before


def test_the_seed_is_that_of_the_grading(graded, run, out, changed, pool, monkeypatch):
    changed(ben=1)
    seeds, submit = [], pool.submit
    monkeypatch.setattr(pool, "submit", lambda job: seeds.append(job.terms.seed) or submit(job))
    run("regrade", out, "--yes")
    assert seeds == ["ours"] * 3


def test_what_the_grader_fails_on_keeps_its_result(graded, run, out, changed, pool, points):
    changed(anna=4)
    pool.status = "grader_error"
    result = run("regrade", out, "--yes")
    assert result.exit_code == 2
    assert "3 could not be graded" in result.output
    assert points() == ["1", "2", "3"]


def test_points_that_were_unknown_move_nobody(class_of, run, out, pool, points):
    pool.status = "grader_error"
    folder = class_of(anna="1", ben="22")[0].path.parents[1]
    result = run("grade", folder, "--out", out)
    assert result.exit_code == 2
    assert "anna/convolution: a fault of the kit; its points are unknown." in result.output
    assert points() == ["", ""]
    pool.status = "failed"
    result = run("regrade", out, "--yes")
    assert "0 of 2 results change their points." in result.output
    assert "2 more have points for the first time." in result.output
    assert "anna/convolution: unknown because of a fault of the kit -> 1" in result.output
    assert points() == ["1", "2"]


def test_a_file_that_changed_too_is_told_apart(graded, run, out, changed, class_of):
    changed(anna=4)
    class_of(ben="2222")
    lines = run("regrade", out, "--dry-run").output.splitlines()
    assert [line for line in lines if "another file than before" in line] == [
        line for line in lines if line.startswith("ben/convolution: 2 -> 4")
    ]


def test_submissions_that_were_moved_can_be_pointed_at(graded, run, out, changed, tmp_path, points):
    changed(anna=4)
    os.rename(graded, tmp_path / "elsewhere")
    lost = run("regrade", out, "--yes")
    assert lost.exit_code == 2
    assert "Say with --submissions where they are." in lost.output
    assert run("regrade", out, "--yes", "--submissions", tmp_path / "elsewhere").exit_code == 0
    assert points()[0] == "5"


def test_a_folder_without_grades_is_a_sentence(run, tmp_path):
    result = run("regrade", tmp_path)
    assert result.exit_code == 2
    assert "holds no class that was graded" in result.output


def test_results_that_only_say_something_else_are_counted(graded, run, out, changed, pool):
    changed()
    pool.status = "crashed"
    result = run("regrade", out, "--dry-run")
    assert "0 of 3 results change" in result.output
    assert "3 more keep their points, but their messages change." in result.output


def test_a_result_that_was_rewritten_keeps_no_points(graded, run, out, pool, points):
    path = out / "results/anna/convolution.json"
    path.write_text(path.read_text().replace('"points": 1,', '"points": 25,', 1))
    pool.status = "grader_error"
    assert run("regrade", out, "--yes").exit_code == 2
    assert points() == ["", "2", "3"]
