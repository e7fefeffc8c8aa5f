"""A worker has no files but a small folder of its own, if this machine lets us mount one."""

import errno
import os
from pathlib import Path

import numpy as np
import pytest

from autograder import authoring
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.isolation import NAMES
from tests.sandbox.answers import PRELUDE, answer


@pytest.fixture
def own_folder(sandbox):
    """Answer in a worker that has a file system of its own."""
    _, held = answer(sandbox, "np.zeros(1)")
    if "mounts" not in held:
        pytest.skip("this machine lets nobody mount anything")
    return lambda body: answer(sandbox, body)[0]


FILLING = """attempt(fill)
def fill():
    for each in range(20):
        with open(str(each), "wb") as file:
            file.write(bytes(8 * 1024**2))
"""
MANY = """attempt(many)
def many():
    for each in range(5_000):
        open(str(each), "x").close()
"""
LINKS = """attempt(links)
def links():
    for each in range(20_000):
        os.symlink("x" * 3000, str(each))
"""


@pytest.mark.parametrize("body", [FILLING, MANY, LINKS])
def test_its_folder_is_full_before_the_machine_is(own_folder, body):
    assert own_folder(body) == [errno.ENOSPC]


WRITES = {
    "large files": FILLING,
    "many files": MANY,
    "many links": LINKS,
    "a folder": "attempt(lambda: os.mkdir('new'))",
    "a file without a name": "attempt(lambda: os.open('.', os.O_TMPFILE | os.O_RDWR))",
    "a pipe": "attempt(lambda: os.mkfifo('pipe'))",
    "what is there": "attempt(lambda: open('helper.py', 'a'))",
    "another name for it": "attempt(lambda: os.link('helper.py', 'new'))",
    "its end": "attempt(lambda: os.remove('helper.py'))",
    "another length": "attempt(lambda: os.truncate('helper.py', 10**7))",
}


def test_without_a_folder_that_has_a_size_nothing_is_written_and_what_is_beside_is_read():
    layers = [name for name in NAMES if name != "mounts"]
    parts = [
        body.replace("attempt", f"found{number} = lambda: attempt", 1)
        for number, body in enumerate(WRITES.values())
    ]
    calls = ", ".join(f"*found{number}()" for number in range(len(parts)))
    source = "\n".join([PRELUDE, "import helper", *parts, f"def f(image): return [{calls}]"])
    source += "\nlisted = f\ndef f(image): return np.array([helper.NUMBER, *listed(image)])\n"
    with Sandbox(Limits(load=20, call=5, submission=60), layers, of_all=b"") as sandbox:
        of = ["f"], (), [("helper.py", b"NUMBER = 7\n")]
        worker = sandbox.open(source.encode(), ".py", *of)
        number, *found = worker.subjects["f"](np.zeros(1)).tolist()
        worker.close()
    if "files" not in worker.held:
        pytest.skip("this machine has no Landlock")
    assert number == 7
    refused = {errno.EACCES, errno.EPERM}
    assert not {name for name, each in zip(WRITES, found, strict=True) if each not in refused}


CODE = """attempt(run)
def run():
    import mmap
    with open("code", "w+b") as file:
        file.write(bytes(4096))
        file.flush()
        mmap.mmap(file.fileno(), 4096, prot=mmap.PROT_READ | mmap.PROT_EXEC)
"""
LIBRARY = """np.array([loads()])
def loads():
    import shutil, _ctypes
    shutil.copyfile(_ctypes.__file__, "library.so")
    try:
        ctypes.CDLL("./library.so")
    except OSError:
        return 0
    return 1
"""


def test_what_it_writes_is_no_program(own_folder):
    assert own_folder(CODE)[0] in (errno.EPERM, errno.EACCES)
    assert own_folder(LIBRARY) == [0]


def test_python_and_the_root_cannot_be_changed(own_folder):
    for path in ("np.__file__", "'/new'", "'/etc/new'", "'/scratch/new'"):
        (came,) = own_folder(f"attempt(lambda: open({path}, 'a'))")
        assert came in (errno.EROFS, errno.EACCES)


def test_a_worker_sees_nothing_of_its_neighbours_folder(sandbox, own_folder):
    source = PRELUDE + "open('mine', 'w').close()\ndef f(image):\n    return image\n"
    with_file = sandbox.open(source.encode(), ".py", ["f"])
    assert own_folder("np.array([len(os.listdir('.')), os.path.exists('mine')])") == [0, 0]
    with_file.close()


@pytest.mark.skipif(os.geteuid() != 0, reason="it takes root to become another user")
def test_two_workers_are_two_users(own_folder):
    users = {own_folder("np.array([os.getuid()])")[0] for _ in range(2)}
    assert len(users - {0}) == 2


def test_hidden_files_are_hidden_without_landlock_too(own_folder):
    without_landlock = [name for name in NAMES if name != "files"]
    with Sandbox(Limits(load=20, call=5, submission=60), without_landlock, of_all=b"") as sandbox:
        for path in (authoring.__file__, Path(authoring.__file__).parent):
            body = f"attempt(lambda: os.open({str(path)!r}, 0))"
            assert answer(sandbox, body)[0] == [errno.EACCES]
