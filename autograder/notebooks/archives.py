"""Zip files that are the same to the byte whenever and wherever they are made."""

from __future__ import annotations

import zipfile

LONG_AGO = (1980, 1, 1, 0, 0, 0)
RUN_BY_GRADESCOPE = ("setup.sh", "run_autograder")


def normalise(path):
    """Rewrite a zip file: members by name, without dates, owners or compression.

    Compressed bytes differ between versions of zlib. Members keep their contents, so the hashes
    that a wheel keeps of them stay right.
    """
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, LONG_AGO)
            info.create_system = 3
            info.external_attr = (0o100755 if name in RUN_BY_GRADESCOPE else 0o100644) << 16
            archive.writestr(info, members[name])
