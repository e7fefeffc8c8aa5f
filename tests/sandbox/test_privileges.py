"""A worker has no privileges, even if it is root."""

import errno
import sys

import pytest

from autograder.sandbox.host import Sandbox
from autograder.sandbox.limits import Limits
from autograder.sandbox.worker.isolation import NAMES
from tests.sandbox.answers import answer, answers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the layers are Linux's")

LAYERS = {
    "all": NAMES,
    "as_root": tuple(name for name in NAMES if name not in ("mounts", "user")),
    "without_landlock": tuple(name for name in NAMES if name != "files"),
    "calls_only": ("privileges", "calls"),
}


@pytest.fixture(scope="module", params=sorted(LAYERS))
def surroundings(request):
    with Sandbox(
        Limits(load=20, call=5, submission=60), LAYERS[request.param], of_all=b""
    ) as running:
        yield running


GIVEN_UP = {
    "it_makes_a_device": "attempt(lambda: os.mknod('disk', stat.S_IFBLK | 0o600, 254 << 8))",
    "it_makes_a_character_device": "attempt(lambda: os.mknod('m', stat.S_IFCHR, (1 << 8) + 1))",
    "it_makes_a_pipe": "attempt(lambda: os.mkfifo('pipe'))",
    "it_makes_a_pipe_with_mknod": "attempt(lambda: os.mknod('pipe', stat.S_IFIFO | 0o600))",
    "it_makes_a_socket_file": "attempt(lambda: os.mknod('socket', stat.S_IFSOCK | 0o600))",
    "it_sets_the_clock": "attempt(lambda: time.clock_settime(0, time.time()))",
    "it_adjusts_the_clock": "number(libc.adjtimex(ctypes.create_string_buffer(b'\\x02', 208)))",
    "it_adjusts_a_clock": "number(libc.clock_adjtime(0, ctypes.create_string_buffer(208)))",
    "it_reads_the_kernels_log": "number(libc.klogctl(10, None, 0))",
    "it_opens_a_file_system": "number(libc.syscall(430, b'tmpfs', 0))",
    "it_copies_a_mount": "number(libc.syscall(428, -100, b'/', 1))",
    "it_moves_a_mount": "number(libc.syscall(429, -100, b'/', -100, b'.', 0))",
    "it_picks_a_file_system": "number(libc.syscall(433, -100, b'/', 0))",
    "it_changes_a_mount": "number(libc.syscall(442, -100, b'/', 0, None, 0))",
    "it_opens_a_ring": "number(libc.syscall(425, 1, ctypes.create_string_buffer(256)))",
    "it_enters_a_ring": "number(libc.syscall(426, 0, 1, 0, 0, None, 0))",
    "it_opens_a_process": "number(libc.syscall(434, os.getppid(), 0))",
    "it_makes_secret_memory": "number(libc.syscall(447, 0))",
    "it_changes_a_mode_the_new_way": "number(libc.syscall(452, -100, b'.', 0o777, 0))",
    "it_copies_a_mount_the_newest_way": "number(libc.syscall(467, -100, b'/', 1, None, 0))",
    "it_uses_a_call_that_is_still_to_come": "number(libc.syscall(500, 0, 0))",
    "it_loads_a_filter": "number(libc.syscall(317, 2, 0, None))",
    "it_loads_a_filter_by_prctl": "number(libc.prctl(22, 2, None, 0, 0))",
    "it_loads_a_filter_by_half_a_register": (
        "number(libc.syscall(157, ctypes.c_long(22 + (7 << 32)), 2, None, 0, 0))"
    ),
    "it_outlives_its_parent": "number(libc.prctl(1, 0, 0, 0, 0))",
    "it_moves_another_to_a_processor": "attempt(lambda: os.sched_setaffinity(os.getppid(), {0}))",
    "it_moves_itself_to_a_processor": "attempt(lambda: os.sched_setaffinity(0, {0}))",
    "it_makes_another_idle": (
        "attempt(lambda: os.sched_setscheduler(os.getppid(), os.SCHED_IDLE, os.sched_param(0)))"
    ),
    "it_runs_in_real_time": (
        "attempt(lambda: os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(1)))"
    ),
    "it_makes_another_nice": "attempt(lambda: os.setpriority(os.PRIO_PROCESS, os.getppid(), 19))",
    "it_makes_its_user_nice": "attempt(lambda: os.setpriority(os.PRIO_USER, 0, 19))",
    "it_lets_the_kernel_signal_for_it": (
        "attempt(lambda: __import__('fcntl').fcntl(0, 8, os.getppid()))"
    ),
    "it_chooses_the_signal": "attempt(lambda: __import__('fcntl').fcntl(0, 10, signal.SIGKILL))",
    "it_lets_a_descriptor_signal": "number(libc.ioctl(0, 0x8901, ctypes.byref(ctypes.c_int(1))))",
    "it_takes_a_lease": (
        "attempt(lambda: __import__('fcntl').fcntl(os.open(np.__file__, 0), 1024, 0))"
    ),
    "it_locks_a_file": ("attempt(lambda: __import__('fcntl').flock(os.open(np.__file__, 0), 5))"),
    "it_locks_a_part_of_a_file": (
        "attempt(lambda: __import__('fcntl').lockf(os.open(np.__file__, 0), 5, 1, 1))"
    ),
    "it_asks_who_locked_a_file": (
        "attempt(lambda: __import__('fcntl').fcntl(os.open(np.__file__, 0), 5, bytes(32)))"
    ),
    "it_locks_for_a_descriptor": (
        "attempt(lambda: __import__('fcntl').fcntl(os.open(np.__file__, 0), 37, bytes(32)))"
    ),
    "it_empties_the_cache_of_a_file": (
        "attempt(lambda: os.posix_fadvise(os.open(np.__file__, 0), 0, 0, os.POSIX_FADV_DONTNEED))"
    ),
    "it_sees_what_of_a_file_others_have_read": (
        "number(libc.syscall(451, os.open(np.__file__, 0), bytes(16), bytes(64), 0))"
    ),
    "it_asks_the_kernel_for_a_program": "number(libc.syscall(321, 0, None, 0))",
    "it_counts_events": "number(libc.syscall(298, None, 0, -1, -1, 0))",
    "it_handles_page_faults": "number(libc.syscall(323, 0))",
    "it_keeps_a_key": "number(libc.syscall(248, b'user', b'a', b'b', 1, -4))",
    "it_writes_all_disks": "number(libc.syscall(306, 0))",
}


@pytest.fixture(scope="module")
def given_up(surroundings):
    return answers(surroundings, GIVEN_UP)


@pytest.mark.parametrize("name", GIVEN_UP)
def test_what_no_exercise_needs_is_refused(given_up, name):
    came, held = given_up
    assert "calls" in held
    assert came[name] in ([errno.EPERM], [errno.ENOSYS])


@pytest.fixture(scope="module", params=["all", "as_root"])
def with_the_c_library(request):
    """A sandbox in which a submission gets as far as the kernel."""
    with Sandbox(
        Limits(load=20, call=5, submission=60), LAYERS[request.param], of_all=b""
    ) as running:
        yield running


SETS = """[
    sum(libc.prctl(23, each, 0, 0, 0) > 0 for each in range(64)),
    sum(libc.prctl(47, 1, each, 0, 0) > 0 for each in range(64)),
    libc.prctl(39, 0, 0, 0, 0), *sets()]
def sets():
    header, found = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    assert libc.capget(header, found) == 0
    return list(found)
"""


def test_no_capability_is_left_and_none_comes_back(with_the_c_library):
    came, held = answer(
        with_the_c_library, f"np.array({SETS.partition(']')[0]}])" + SETS.partition("]")[2]
    )
    assert "privileges" in held
    assert came == [0, 0, 1, *[0] * 6]


def test_privileges_do_not_come_back_with_a_change_of_user(with_the_c_library):
    body = "np.array([libc.setresuid(0, 0, 0), libc.prctl(23, 21, 0, 0, 0)])"
    came, _ = answer(with_the_c_library, body)
    assert came[1] == 0
