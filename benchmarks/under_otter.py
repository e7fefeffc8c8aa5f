"""Grade hostile submissions by Otter in the folders that Gradescope has, and print a table.

Run as ``python -m benchmarks.under_otter [FILE ...]``, as root on Linux; without files, all of the
hostile suite. It takes Otter some 15 seconds a file, more on a busy machine. ``due`` is what the
honest part of a file earns. Exit status 1 says that some file got more, or that something else is
not as it should be.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from autograder.notebooks.build import build_exercises
from benchmarks.surroundings import HOSTILE, NEIGHBOUR, ROOT, exercise_of
from tests.hostile.expected import DUE

LAYOUT = Path("/autograder")
SEED = "a seed"
# A neighbour is graded after so many files.
EVERY = 10
MEGABYTE = 1000**2


def main():
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", help="names without .py; all by default")
    parser.add_argument("--at-once", type=int, default=1, help="how many files")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    files = options.files or sorted(DUE)
    if options.inside:
        inside(files, Path(options.inside))
        return
    wanted = sorted({*files, *(DUE[name] for name in files if DUE[name])})
    with tempfile.TemporaryDirectory() as home, ThreadPoolExecutor(options.at_once) as pool:
        for name in {exercise_of(name).name for name in wanted}:
            list(build_exercises([name], ROOT, Path(home), SEED, Path(home) / "assignments"))
        parts = [wanted[number :: options.at_once] for number in range(options.at_once)]
        is_there = LAYOUT.exists()
        LAYOUT.mkdir(exist_ok=True)  # to mount something there, which only we see
        try:
            found = [
                row for rows in pool.map(lambda part: outside(part, home), parts) for row in rows
            ]
        finally:
            if not is_there:
                LAYOUT.rmdir()
    sys.exit(print_table(files, {row["name"]: row for row in found}))


def print_table(files, rows):
    """Print what was found; return whether something is not as it should be."""
    points = {name: row["points"] for name, row in rows.items()}
    due = {name: points.get(DUE[name], 0) for name in files}
    more = [name for name in files if points[name] is None or points[name] > due[name]]
    changed = sum(row["neighbour changed"] for row in rows.values())
    left = [name for name, row in rows.items() if row["left"]]
    host = max(row["host, MB"] for row in rows.values())
    print("| file | due | points | s |\n|---|---|---|---|")
    for name in files:
        print(f"| {name} | {due[name]} | {points[name]} | {rows[name]['seconds']} |")
    print(f"\n{len(files)} files; more than due, or unknown: {more}; other records that change: ")
    print(f"{changed}; something left: {left}; most memory of the host: {host} MB; ")
    print(f"largest report: {max(row['report, kB'] for row in rows.values())} kB")
    return bool(more or changed or left or host >= 1000)


def outside(files, home):
    """Grade files in a process that has folders and processes of its own; return the rows."""
    command = ["unshare", "--mount", "--pid", "--fork", "--mount-proc", sys.executable, "-m"]
    command += ["benchmarks.under_otter", *files, "--inside", home]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def inside(files, home):
    """Grade files one after the other; print a line of JSON for each."""
    undisturbed = graded(NEIGHBOUR, home)["report"]
    for number, name in enumerate(files):
        row = graded(name, home)
        report = row.pop("report")
        row["neighbour changed"] = bool(
            (number % EVERY == 0 or name == files[-1])
            and graded(NEIGHBOUR, home)["report"] != undisturbed
        )
        row |= {"name": name, "report, kB": len(json.dumps(report)) // 1000}
        print(json.dumps(row), flush=True)
        print(f"{number + 1} of {len(files)}: {row}", file=sys.stderr, flush=True)


def graded(name, home):
    """Grade one file as Gradescope does; return what there is to see of it."""
    lay_out(name, home)
    start, host = time.monotonic(), 0
    words = [sys.executable, str(LAYOUT / "source" / "run_otter.py")]
    environment = os.environ | {"TMPDIR": str(LAYOUT / "tmp")}
    with open(LAYOUT / "results" / "log", "w") as log:
        running = subprocess.Popen(words, env=environment, cwd=LAYOUT, stdout=log, stderr=log)
        while running.poll() is None:
            time.sleep(0.2)
            host = max(host, *map(_peak, _others()), 0)
    report = json.loads((LAYOUT / "results" / "results.json").read_text())
    tests = report["tests"]
    points = sum(each["score"] for each in tests) if tests else None
    left = [*map(_words, _others()), *os.listdir(LAYOUT / "tmp")]
    seconds = round(time.monotonic() - start)
    return {"points": points, "seconds": seconds, "host, MB": host, "left": left, "report": report}


def lay_out(name, home):
    """Make the folders that Gradescope has, with one file handed in."""
    (path,) = HOSTILE.glob(f"{name}.*")
    exercise = exercise_of(name).name
    if LAYOUT.is_mount():
        subprocess.run(["umount", "--lazy", str(LAYOUT)], check=True)
    mount = ["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", str(LAYOUT)]
    subprocess.run(mount, check=True)
    for folder in ("source", "submission", "results", "tmp"):
        (LAYOUT / folder).mkdir()
    with zipfile.ZipFile(home / f"{exercise}-autograder.zip") as archive:
        archive.extractall(LAYOUT / "source")
    for each in (LAYOUT / "source", *(LAYOUT / "source").rglob("*")):
        each.chmod(0o700)  # as the zip's set-up does
    (LAYOUT / "submission_metadata.json").write_text("{}")
    shutil.copy(path, LAYOUT / "submission" / f"{exercise}{path.suffix}")


def _others():
    """Return the processes that are here beside this one."""
    return [pid for pid in os.listdir("/proc") if pid.isdigit() and int(pid) != os.getpid()]


def _words(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""


def _peak(pid):
    """Return the most memory that a process of Otter's or of the kit's host had, in MB."""
    words = _words(pid)
    if "run_otter" not in words and "ipykernel" not in words:
        return 0
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return (
        sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")) // MEGABYTE
    )


if __name__ == "__main__":
    main()
