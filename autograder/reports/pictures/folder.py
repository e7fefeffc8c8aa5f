"""The pictures of a result record in a folder, one file a check that did not pass."""

from __future__ import annotations

from autograder.reports.pictures.files import as_png
from autograder.reports.pictures.sheet import picture_of


def save_pictures(result, folder):
    """Write the picture of each check that did not pass, as ``<number>-<check>.png``.

    Parameters
    ----------
    result : dict
        A result record.
    folder : pathlib.Path
        Where to write them; it is made if need be. What is there of a check that has no picture
        now, since it passes, is removed; nothing else in it is touched.

    Returns
    -------
    paths : list of pathlib.Path
        The files written. There are none for checks without a counterexample.

    Raises
    ------
    OSError
        If the folder cannot be made, or a file not written.
    """
    paths = []
    for number, check in enumerate(result["checks"], start=1):
        path = folder / f"{number:02}-{check['name']}.png"
        figure = picture_of(check["counterexample"])
        if figure is not None:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(as_png(figure))
            paths.append(path)
        elif path.exists():
            path.unlink()
    return paths
