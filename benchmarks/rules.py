"""Take rules of isolation away one by one, and see whether a test misses each.

Run as ``python -m benchmarks.rules [RULE ...]``, as root on Linux; without names, all of them. Each
rule is taken out of a copy of this repository, in which the named tests run. Exit status 1 says
that nobody missed some rule.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORKER = "autograder/sandbox/worker"
SUITE = "tests/hostile/test_hostile.py"


@dataclass(frozen=True)
class Rule:
    """One rule: where it stands, what stands there without it, and the tests that miss it."""

    file: str
    rule: str
    without: str
    tests: tuple[str, ...]


RULES = {
    "names of forbidden functions lead nowhere": Rule(
        f"{WORKER}/removal.py",
        "holder[key] = stand_ins[id(value)]",
        "pass",
        ("tests/sandbox/test_sandbox.py", "-k", "forbidden"),
    ),
    "the machine code of forbidden functions is erased": Rule(
        f"{WORKER}/removal.py",
        "machine_code.erase(compiled, is_sealed)",
        "machine_code.erase([], is_sealed)",
        (SUITE, "-k", "i04 or i05"),
    ),
    "the machine code that only forbidden functions call is erased": Rule(
        f"{WORKER}/called_code.py",
        "others |= {each for each in new if library.names_outside(each, found)}",
        "others |= new",
        (SUITE, "-k", "i22"),
    ),
    "classes do not keep forbidden functions": Rule(
        f"{WORKER}/removal.py",
        "    _take_out_of_classes(functions, stand_ins)\n    for holder",
        "    for holder",
        (SUITE, "-k", "f07"),
    ),
    "packages of other Pythons are hidden": Rule(
        f"{WORKER}/absence.py",
        " | compiled.packages_of_others()",
        "",
        (SUITE, "-k", "f08"),
    ),
    "sources of forbidden functions are hidden": Rule(
        f"{WORKER}/removal.py",
        'if path.endswith(".py") and',
        'if path.endswith(".none") and',
        ("tests/sandbox/test_sandbox.py", "-k", "source_of"),
    ),
    "the kit's answers are hidden": Rule(
        f"{WORKER}/kit_parts.py",
        'if path.name not in ("__init__.py", *seen)',
        "if False",
        ("tests/sandbox/test_kit_unseen.py",),
    ),
    "no capability comes back": Rule(
        f"{WORKER}/privileges.py",
        "_libc.prctl(PR_CAPBSET_DROP, capability, 0, 0, 0)",
        "pass",
        ("tests/sandbox/test_privileges.py",),
    ),
    "no device is made": Rule(
        f"{WORKER}/syscalls.py",
        ', "mknod", "mknodat"',
        "",
        ("tests/sandbox/test_privileges.py",),
    ),
    "signals reach nobody else": Rule(
        f"{WORKER}/syscalls.py",
        'for name in ("kill", "tgkill"):',
        "for name in ():",
        ("tests/sandbox/test_isolation.py",),
    ),
    "each worker is a user of its own": Rule(
        f"{WORKER}/isolation.py",
        "_become(FIRST_STRANGER + os.getpid(), folder)",
        "_become(FIRST_STRANGER, folder)",
        ("tests/sandbox/test_own_folder.py",),
    ),
    "a worker's folder has a size": Rule(
        f"{WORKER}/mounts.py",
        'b"size=48m,nr_inodes=4096,mode=700"',
        'b"mode=700"',
        ("tests/sandbox/test_own_folder.py",),
    ),
    "nothing in a worker's folder is a program": Rule(
        f"{WORKER}/mounts.py",
        "flags = MS_NOSUID | MS_NODEV | MS_NOEXEC",
        "flags = MS_NOSUID | MS_NODEV",
        ("tests/sandbox/test_own_folder.py",),
    ),
    "a reply belongs to its call": Rule(
        f"{WORKER}/frames.py",
        "if magic != MAGIC or (nonce is not None and came != nonce):",
        "if magic != MAGIC:",
        ("tests/sandbox/test_frames.py",),
    ),
    "absurd shapes are refused": Rule(
        f"{WORKER}/frames.py",
        "if math.prod(side or 1 for side in shape) * dtype.itemsize > LONGEST_BODY:",
        "if False:",
        ("tests/sandbox/test_frames.py",),
    ),
    "a rewritten record does not stand": Rule(
        "autograder/grading/ledger.py",
        'return _digest_of(*(entry[name] for name in DECIDING), written) == entry["digest"]',
        "return True",
        ("tests/grading/test_unchanged.py", "tests/grading/test_resuming.py"),
    ),
    "a worker on the network signs its record": Rule(
        "autograder/grading/remote.py",
        "hmac.compare_digest(",
        "(lambda *_: True)(",
        ("tests/grading/test_remote.py",),
    ),
}


def missed_by(rule):
    """Return the tests that fail without a rule, and how many pass."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy"
        left_out = shutil.ignore_patterns(".git", "__pycache__", ".hypothesis", "dist")
        shutil.copytree(ROOT, copy, ignore=left_out)
        path = copy / rule.file
        path.write_text(path.read_text().replace(rule.rule, rule.without))
        command = [sys.executable, "-m", "pytest", "-q", "-n", "0", "-rf", *rule.tests]
        environment = os.environ | {"PYTHONPATH": str(copy)}
        done = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True)
    lines = done.stdout.splitlines()
    failed = [line.split(" ")[1] for line in lines if line.startswith("FAILED")]
    return failed, lines[-1] if lines else done.stderr


def main():
    """Print for each rule which tests miss it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rules", nargs="*", choices=[[], *RULES], metavar="RULE")
    options = parser.parse_args()
    not_missed = []
    for name in options.rules or RULES:
        failed, last = missed_by(RULES[name])
        print(f"{name}: {len(failed)} tests miss it, such as {failed[:1]} ({last})", flush=True)
        if not failed:
            not_missed.append(name)
    print(f"Nobody misses: {not_missed}")
    sys.exit(bool(not_missed))


if __name__ == "__main__":
    main()
