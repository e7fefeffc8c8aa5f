"""Whether what leaves the house holds a solution: archives and folders, looked through to the end.

    python -m benchmarks.archives dist/*

What is looked for are the references, the right solutions in unlike styles and those of the sample
class. Code counts as the same where only its layout, comments, docstrings, annotations or the names
of its variables differ, and also as bytecode, in a notebook, in a string or in an archive within.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
import tarfile
import zipfile
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from benchmarks.code_marks import marks_in, marks_to_look_for

ROOT = Path(__file__).resolve().parents[1]
SOLUTIONS = (
    "reference/*/solution.py",
    "tests/right/*/*.py",
    "tests/submissions/right_*/*.py",
    "tests/submissions/a_notebook/*.ipynb",
)
GZIP, ZIP = b"\x1f\x8b", b"PK\x03\x04"


@dataclass(frozen=True)
class Secrets:
    """All that must not leave the house.

    Parameters
    ----------
    root : Path
        The repository.
    """

    root: Path = ROOT

    @cached_property
    def marks(self):
        """The `Marks` of each solution, by its path below the repository."""
        paths = [path for pattern in SOLUTIONS for path in sorted(self.root.glob(pattern))]
        return {
            path.relative_to(self.root).as_posix(): marks_to_look_for(path.read_bytes())
            for path in paths
        }

    @cached_property
    def _places(self):
        """The solutions by each of the marks that tell one alone."""
        places = defaultdict(set)
        for name, marks in self.marks.items():
            for mark in marks.telling:
                places[mark].add(name)
        return places

    def found_in(self, content):
        """Return the names of the solutions of which there is code in the bytes of a file, sorted.

        A function that is more than a phrase tells by itself, and so do three lines of its body;
        where all are short, as of top-hats, it takes all of them.
        """
        if content not in self._known:  # the kit's wheel is in many archives
            there = marks_in(content)
            found = {name for mark in there.telling for name in self._places.get(mark, ())}
            whole = {name for name, marks in self.marks.items() if marks.all_in(there)}
            self._known[content] = sorted(found | whole)
        return self._known[content]

    @cached_property
    def _known(self):
        return {}


def findings(paths, secrets):
    """Yield a sentence for each file, however deep in archives, that holds a solution.

    Parameters
    ----------
    paths : iterable of Path
        Archives, folders and other files.
    secrets : Secrets
        What to look for.

    Raises
    ------
    FileNotFoundError
        If there is no such path, or nothing to look for.
    """
    if not secrets.marks:
        raise FileNotFoundError(f"{secrets.root} holds no solutions to look for.")
    for path in paths:
        for name, content in unpacked_files(Path(path)):
            try:
                for each in secrets.found_in(content):
                    yield f"{name} holds code of {each}."
            except ValueError as error:
                yield f"{name} cannot be read: {error}"


def unpacked_files(path):
    """Yield pairs of a name and the bytes of each file in a folder, an archive, or by itself."""
    if path.is_dir():
        for each in sorted(path.rglob("*")):
            if each.is_file():
                yield from _unpacked(str(each), each.read_bytes())
    else:
        yield from _unpacked(str(path), path.read_bytes())


def _unpacked(name, content):
    """Yield the files in an archive, and in archives in it; or the file itself."""
    if content.startswith(GZIP):
        content = gzip.decompress(content)
    if content.startswith(ZIP):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = [(each, archive.read(each)) for each in archive.namelist()]
    elif content[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            files = [each for each in archive.getmembers() if each.isfile()]
            members = [(each.name, archive.extractfile(each).read()) for each in files]
    else:
        yield name, content
        return
    for member, inner in members:
        yield from _unpacked(f"{name}/{member}", inner)


def main():
    """Print what holds a solution; exit with 1 if anything does."""
    parser = argparse.ArgumentParser(description="Whether archives hold a solution.")
    parser.add_argument("paths", nargs="+", type=Path, help="Archives, folders and other files.")
    options = parser.parse_args()
    found = list(findings(options.paths, Secrets()))
    print("\n".join(found) or f"No solution is in {', '.join(map(str, options.paths))}.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
