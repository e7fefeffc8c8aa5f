"""Find the file of the notebook that is running, and whether it holds what was run."""

from __future__ import annotations

import json
import linecache
import os
import sys
import time
import types
from pathlib import Path

from autograder.notebooks.front_end import ask_to_save

# How long the front end may take to begin to save, in seconds, and to write what was run last.
# JupyterLab always answers, others may not.
JUPYTERLAB_BEGINS, OTHERS_BEGIN, WRITTEN, STEP = 30.0, 5.0, 3.0, 0.1


class NotFound(Exception):
    """No file can be handed in; the message says what to do."""


class RunningNotebook:
    """The notebook that is running, as its kernel knows it.

    Parameters
    ----------
    env : dict of str to object
        Its variables.
    environ : mapping, optional
        The variables of the process's environment.
    folder : Path, optional
        The folder in which it runs.
    """

    def __init__(self, env, environ=os.environ, folder=None):
        self._env, self._environ = env, environ
        self._folder = Path.cwd() if folder is None else Path(folder)
        ipython = sys.modules.get("IPython")
        self._shell = ipython.get_ipython() if ipython else None

    def source(self, exercise_name, path=None):
        """Return the notebook's file, and its bytes after an attempt to save it.

        Parameters
        ----------
        exercise_name : str
            What the notebook should be for, if it has to be looked for.
        path : str, optional
            Where it is, if that is known.

        Returns
        -------
        path : Path or None
            None on Colab, if there is no file.
        content : bytes

        Raises
        ------
        NotFound
            If there is no such file, or several could be it.
        """
        if path is None and "google.colab" in sys.modules:
            return None, _from_colab()
        found = Path(path) if path is not None else self._named() or self._alike(exercise_name)
        found = self._folder / found
        if not found.is_file():
            raise NotFound(
                f"There is no file {found}. Save the notebook, then run this cell again."
            )
        if not self.differences(content := _read(found)):
            return found, content
        return found, self._saved(found, content)

    def differences(self, content):
        """Return the names of functions that the file defines otherwise than what was run."""
        cells = {self._plain(each) for each in cells_in(content)}
        return sorted(name for name, cell in self._defined() if self._plain(cell) not in cells)

    def _named(self):
        """Return the file that the front end names, if it does and there is such a file."""
        for name in (self._env.get("__vsc_ipynb_file__"), self._environ.get("JPY_SESSION_NAME")):
            if name and str(name).endswith(".ipynb") and (self._folder / name).is_file():
                return Path(name)
        return None

    def _alike(self, exercise_name):
        """Return the only notebook here for the exercise that holds all that was run."""
        ours = [
            path for path in sorted(self._folder.glob("*.ipynb")) if _is_for(exercise_name, path)
        ]
        alike = [path for path in ours if not self.differences(_read(path))] or ours
        if len(alike) == 1:
            return alike[0]
        if not alike:
            raise NotFound(
                f"No notebook for {exercise_name} was found in {self._folder}. Name its file: "
                f'grader.export("{exercise_name}.ipynb")'
            )
        names = ", ".join(path.name for path in alike)
        raise NotFound(
            f"Several notebooks could be this one: {names}. Name yours: "
            f'grader.export("{alike[0].name}")'
        )

    def _defined(self):
        """Yield each function that a cell has defined, by name, with the source of the cell."""
        for name, value in self._env.items():
            if isinstance(value, types.FunctionType) and value.__module__ == "__main__":
                lines = linecache.getlines(value.__code__.co_filename)
                if lines and not Path(value.__code__.co_filename).is_file():
                    yield name, "".join(lines)

    def _plain(self, cell):
        """Return a cell as Python, as IPython keeps the cells that it has run."""
        return (self._shell.transform_cell(cell) if self._shell else cell).strip()

    def _saved(self, path, content):
        """Ask the front end to save the notebook; return the bytes of the file once it has.

        Some front ends cannot be asked, and what they saved a moment ago may lack what was run
        last: after a while the bytes are what the file holds then.
        """
        before = path.stat().st_mtime_ns
        if not ask_to_save():
            return content
        from_jupyterlab = "JPY_SESSION_NAME" in self._environ
        end = time.monotonic() + (JUPYTERLAB_BEGINS if from_jupyterlab else OTHERS_BEGIN)
        begun = False
        while self.differences(content) and time.monotonic() < end:
            time.sleep(STEP)
            if not begun and path.stat().st_mtime_ns != before:
                begun, end = True, time.monotonic() + WRITTEN
            content = _read(path)
        return content


def cells_in(content):
    """Return the sources of the code cells of a notebook; none if it is not a notebook."""
    try:
        cells = json.loads(content)["cells"]
        return ["".join(each["source"]) for each in cells if each["cell_type"] == "code"]
    except (ValueError, TypeError, KeyError):
        return []


def _is_for(exercise_name, path):
    """Return whether a file is a notebook for an exercise: one of its cells says so."""
    try:
        return any(f'notebook("{exercise_name}")' in cell for cell in cells_in(_read(path)))
    except NotFound:
        return False


def _read(path):
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(f"{path} cannot be read: {error.strerror}.") from error


def _from_colab():
    """Return the notebook as Colab's page has it: there is no file."""
    from google.colab import _message  # Colab offers nothing else

    answer = _message.blocking_request("get_ipynb", request="", timeout_sec=60)
    if not answer or "ipynb" not in answer:
        raise NotFound("Colab did not give the notebook. Save it, then run this cell again.")
    return json.dumps(answer["ipynb"]).encode()
