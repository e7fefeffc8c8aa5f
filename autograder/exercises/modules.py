"""The modules of an exercise, wherever it comes from."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path

from autograder.authoring.origins import origins
from autograder.exercises.sound import BadExercise


def module_of(name, *part):
    """Return a module of an exercise; BadExercise if it cannot be imported, whatever the reason."""
    origin = origins()[name]
    path = ".".join((origin.package, *part))
    try:
        if origin.is_folder:
            _import_folder(origin)
        return importlib.import_module(path)
    except (Exception, SystemExit) as error:
        what = f"{type(error).__name__}: {error}".rstrip(".")
        raise BadExercise(f"{path.replace('.', '/')} cannot be loaded. {what}.") from error


def value_of(module, name):
    """Return what a module calls by a name; BadExercise if that is nothing."""
    try:
        return getattr(module, name)
    except AttributeError as error:
        raise BadExercise(f"{module.__name__.replace('.', '/')} has no {name}.") from error


def optional_value(name, part, constant):
    """Return what a module of an exercise holds by a name; {} if it has no such module."""
    there_is = (origins()[name].folder / f"{part}.py").is_file()
    return value_of(module_of(name, part), constant) if there_is else {}


def _import_folder(origin):
    """Import the package in a folder of a course, which lies on no path, unless that is done."""
    path = origin.folder / "__init__.py"
    if origin.package in sys.modules:
        if Path(sys.modules[origin.package].__file__) != path:
            raise ImportError(f"{origin.package} is another folder's in this process")
        return
    places = [str(origin.folder)]
    spec = importlib.util.spec_from_file_location(
        origin.package, path, submodule_search_locations=places
    )
    module = sys.modules[origin.package] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except BaseException:
        del sys.modules[origin.package]
        raise
