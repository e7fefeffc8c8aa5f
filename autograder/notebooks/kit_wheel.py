"""Wheels, the same to the byte whenever they are built, and what they ask for."""

from __future__ import annotations

import io
import zipfile
from importlib.metadata import distributions
from pathlib import Path
from types import MappingProxyType

from build import ProjectBuilder
from packaging.requirements import Requirement

from autograder.files import replace_bytes

LONG_AGO = (1980, 1, 1, 0, 0, 0)
RUN_AS_PROGRAMS = ("setup.sh", "run_autograder", "postBuild")


def build_wheel(root, folder):
    """Build the wheel of the repository `root` into `folder` and return its path.

    The build downloads nothing: what it needs is installed with the extra ``instructor``.
    """
    path = Path(ProjectBuilder(root).build("wheel", folder))
    normalise(path, path)
    path.chmod(0o644)  # it is handed out
    return path


def requirements_of(wheel, extra=""):
    """Return what a wheel needs, by itself or for one of its extras.

    Parameters
    ----------
    wheel : Path
        A wheel.
    extra : str
        The extra, of which only what it adds counts; by default none.

    Returns
    -------
    list of Requirement
        In the wheel's order; what is for some systems only says so.
    """
    (package,) = distributions(path=[str(wheel)])
    found = []
    for text in package.requires or ():
        bare, _, marker = text.replace('"', "'").partition(";")
        conditions = [each.strip() for each in marker.split(" and ") if each.strip()]
        extras = [each for each in conditions if each.startswith("extra ==")]
        if extras == ([f"extra == '{extra}'"] if extra else []):
            rest = " and ".join(each for each in conditions if each not in extras)
            found.append(Requirement(f"{bare}; {rest}" if rest else bare))
    return found


def normalise(source, path, more=MappingProxyType({}), others=MappingProxyType({})):
    """Write a zip file again: members by name, without dates, owners or compression.

    Parameters
    ----------
    source, path : Path
        The zip file that is read, and where it belongs.
    more, others : dict of str to bytes, optional
        What to add at the end of members, and what others have instead, by name.
    """
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | dict(others)
    write_zip(path, {name: content + more.get(name, b"") for name, content in members.items()})


def write_zip(path, members):
    """Write a zip file in one step, the same to the byte whenever and wherever it is written.

    Compressed bytes differ between versions of zlib, so nothing is compressed. Nobody but the user
    may read the file until its mode is changed.

    Parameters
    ----------
    path : Path
        The zip file.
    members : dict of str to bytes
        The contents, by name.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, LONG_AGO)
            is_program = name.rpartition("/")[2] in RUN_AS_PROGRAMS
            info.create_system = 3
            info.external_attr = (0o100755 if is_program else 0o100644) << 16
            archive.writestr(info, members[name])
    replace_bytes(path, written.getvalue(), sync=False)
