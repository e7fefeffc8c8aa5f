"""Which files a worker sees, by Landlock: two sets of rules, and both have to allow a file.

The first is the same for all workers and made once: Python's files without those that are hidden,
and the folder of all workers. The second is made by each worker: its own folder and nobody else's.
Landlock has no quotas, so a folder may only be written to if its size is limited otherwise.
"""

from __future__ import annotations

import os
from pathlib import Path

from landlockpy import AccessFS, Ruleset, Scope, supported

from autograder.sandbox.worker.mounts import OWN

READ = AccessFS.READ_FILE | AccessFS.EXECUTE
IN_A_FILE = READ | AccessFS.WRITE_FILE


def seen_files(folders, files, hidden, homes):
    """Return how to see Python's files, but not what is hidden of them, and one's own folder.

    That is written to only if it is the one in memory.

    Parameters
    ----------
    folders, files, hidden : list of path
        Folders that may be read, files and devices beside them, and what below them may not.
    homes : list of path
        The folders in which workers get folders of their own.

    Returns
    -------
    enter : callable or None
        Takes the worker's own folder; None if the kernel has no Landlock.
    """
    if not supported():
        return None
    scope = Scope.SIGNAL | Scope.ABSTRACT_UNIX_SOCKET
    shared = Ruleset(scoped=scope)
    _allow(shared, folders, AccessFS.READ_DIR)
    _allow(shared, _all_but({os.path.realpath(path) for path in hidden}, folders), READ)
    _allow(shared, files, IN_A_FILE)
    _allow(shared, homes, shared.handled_fs)

    def see_no_other_files(folder):
        own = Ruleset()
        _allow(own, folders, READ | AccessFS.READ_DIR)
        _allow(own, files, IN_A_FILE)
        _allow(own, [folder], own.handled_fs if folder == OWN else READ | AccessFS.READ_DIR)
        for ruleset in (shared, own):
            ruleset.restrict()
            ruleset.close()

    return see_no_other_files


def _allow(ruleset, paths, rights):
    """Allow what a file or folder can be used for, out of the rights given, for each path."""
    for path in paths:
        if os.path.isdir(path):
            ruleset.allow_path(path, rights)
        elif os.path.exists(path):
            ruleset.allow_path(path, rights & IN_A_FILE)


def _all_but(hidden, folders):
    """Return paths that together hold all that is below the folders, but nothing that is hidden.

    Links are passed over: what they lead to is allowed, or not, where it stands.
    """
    above = {str(folder) for path in hidden for folder in Path(path).parents}
    found, to_do = {}, [os.path.realpath(folder) for folder in folders]
    for folder in to_do:  # which grows
        if folder in found:
            continue
        found[folder] = folder not in above
        if found[folder]:
            continue
        with os.scandir(folder) as entries:
            inside = [e for e in entries if not e.is_symlink() and e.path not in hidden]
        found |= {entry.path: True for entry in inside if not entry.is_dir()}
        to_do += [entry.path for entry in inside if entry.is_dir()]
    return [path for path, is_whole in found.items() if is_whole]
