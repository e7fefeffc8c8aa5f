"""A class that hands in two exercises through a system for courses, as its downloads."""

from __future__ import annotations

import json
import zipfile
from itertools import cycle
from pathlib import Path

from benchmarks import download_shapes
from benchmarks.class_of import ROOT, sources
from benchmarks.download_classes import Person

NAMES = ("Ada Ångström", "Ben O'Brien", "李小龙", "Jürgen Müller", "Zoë (Jr.) Lee", "Bob Smith")
KINDS = ("right", "mistaken", "unfinished")
LABS = ("convolution", "tophat")
# So many different files there are of an exercise; whoever comes later hands in one of them.
DIFFERENT = 6


def class_of(count):
    """Return the people of a class; names come again, numbers and user names do not."""
    return [Person(1000 + n, NAMES[n % len(NAMES)], f"user{n:03}") for n in range(count)]


def answer_of(person):
    """Return what a student answers: a text with a name in it that no other page may show."""
    return f"Green counts most, says secret-{person.user}."


def write_downloads(folder, people, system):
    """Write one zip an exercise, as a system for courses makes it.

    The second student hands in the first exercise twice, the third hands in a file for the second
    that cannot be opened, and the first one nothing for it.

    Parameters
    ----------
    folder : Path
        Where to write.
    people : list of Person
        The class.
    system : str
        The name of a function of `download_shapes`.

    Returns
    -------
    zips : list of Path
    """
    shape, zips = getattr(download_shapes, system), []
    for lab, exercise in enumerate(LABS):
        sources = _different(exercise)
        handed_in = []
        for number, (person, source) in enumerate(zip(people, cycle(sources), strict=False)):
            attempts = [_work(exercise, source, person)]
            if exercise == LABS[0] and number == 1 and system not in _last_alone():
                attempts.append(_work(exercise, sources[0], person))
            if exercise == LABS[1] and number == 2:
                attempts = [{"work.rar": b"Rar!"}]
            if exercise == LABS[0] or number:
                handed_in.append((person, attempts))
        path = folder / f"lab {lab + 1}.zip"
        with zipfile.ZipFile(path, "w") as archive:
            for name, data in shape(handed_in, lab).items():
                archive.writestr(name, data)
        zips.append(path)
    return zips


def files_in(zips):
    """Return how many files in downloads may be work."""
    endings = (".py", ".ipynb", ".rar")
    return sum(name.endswith(endings) for each in zips for name in zipfile.ZipFile(each).namelist())


def _last_alone():
    return [each.__name__ for each in download_shapes.LAST_ALONE]


def _different(exercise):
    """Return some right, mistaken and unfinished solutions of an exercise."""
    endless = {kind: sources(kind, exercise) for kind in KINDS}
    return [next(endless[kind]) for _, kind in zip(range(DIFFERENT), cycle(KINDS), strict=False)]


def _work(exercise, source, person):
    """Return the file that a student hands in: a notebook with answers, or a script."""
    if exercise != LABS[0]:
        return {f"{exercise}.py": source.encode()}
    path = Path(ROOT) / "assignments" / exercise / f"{exercise}.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        tags = cell["metadata"].get("tags", [])
        if cell["cell_type"] == "markdown" and "otter_answer_cell" in tags:
            cell["source"] = answer_of(person)
        if "def convolve2d(" in "".join(cell["source"]):
            cell["source"] = source
    return {f"{exercise}.ipynb": json.dumps(notebook).encode()}
