"""Hosts whose workers come from one import do not feel each other."""

import os
import signal
import socket
import time
from pathlib import Path

import numpy as np
import pytest

from autograder.sandbox.handles import HostHandle, ServerHandle
from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits

SOURCE = b"import os, numpy as np\ndef f(image): return np.array([os.getppid()])"
# Which of the first descriptors are open, without a look into /proc, which workers may not read.
LISTING = b"""
def is_open(fd):
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True

def f(image):
    return np.array([is_open(fd) for fd in range(128)])
"""
PATIENCE = 20


@pytest.fixture
def hosts():
    """Two hosts that have their workers from processes forked from that of a third."""
    with Sandbox(Limits()).start(()) as server:
        handles = server.handles([None, None])
        found = [Sandbox(Limits()).attach(handle) for handle in handles]
        yield server, *found
        for host in found:
            host.stop()
    homes = [place.home for handle in handles for place in handle.places.values()]
    assert len(homes) == 2
    assert not any(Path(home).exists() for home in homes)


def parent_of_worker(host):
    """Open a submission; return the process that its worker was forked from."""
    worker = host.open(SOURCE, ".py", ["f"])
    pid = int(worker.subjects["f"](np.zeros(1))[0])
    worker.close()
    return pid


def is_there(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{pid}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def wait_until_gone(pid):
    end = time.monotonic() + PATIENCE
    while is_there(pid):
        assert time.monotonic() < end
        time.sleep(0.02)


def test_each_host_has_a_process_of_its_own(hosts):
    server, *others = hosts
    parents = [parent_of_worker(host) for host in others]
    assert len({*parents, server.server().pid}) == 3


def test_workers_hold_no_connection_but_their_own(hosts):
    listed = b"import os, numpy as np\n" + LISTING
    counts = set()
    for host in hosts:
        worker = host.open(listed, ".py", ["f"])
        counts.add(int(worker.subjects["f"](np.zeros(1)).sum()))
        worker.close()
    assert len(counts) == 1


@pytest.mark.parametrize("said", [[b"nonsense"], [b"ready", b"nonsense"]])
def test_a_host_gets_on_if_its_process_talks_nonsense(tmp_path, said):
    theirs, ours = socket.socketpair(type=socket.SOCK_DGRAM)
    with theirs:
        for each in said:
            theirs.send(each)
        handle = HostHandle(None, {(): ServerHandle(ours, str(tmp_path / "home"))})
        host = Sandbox(Limits()).attach(handle)
        assert parent_of_worker(host) == host.server().pid
    host.stop()


def test_a_host_that_leaves_takes_its_process_along_and_no_other(hosts):
    _, first, second = hosts
    gone, stays = parent_of_worker(first), parent_of_worker(second)
    first.stop()
    wait_until_gone(gone)
    assert parent_of_worker(second) == stays


def test_a_host_goes_on_where_the_import_is_gone(hosts):
    server, first, second = hosts
    before = parent_of_worker(first)
    os.kill(server.server().pid, signal.SIGKILL)
    assert parent_of_worker(first) == before
    assert parent_of_worker(second) not in (before, server.server().pid)


def test_a_host_whose_process_was_killed_starts_another_one(hosts):
    _, first, second = hosts
    killed, stays = parent_of_worker(first), parent_of_worker(second)
    os.kill(killed, signal.SIGKILL)
    assert parent_of_worker(first) not in (killed, stays)
    assert parent_of_worker(second) == stays
