"""A Dask cluster grades as this machine does, even if a part of it is lost."""

import os
import shutil
import socket
import threading
import time
from contextlib import nullcontext, suppress

import pytest
from click.testing import CliRunner

from autograder.cli import main
from autograder.exercises import load_exercise
from autograder.grading.class_grading import ClassGrading
from autograder.grading.cluster import Cluster
from autograder.grading.jobs import Terms
from autograder.grading.retrying import Stopped
from autograder.judging.grade import without_running
from autograder.sandbox.limits import Limits
from autograder.sandbox.self_test import Gaps
from tests.classes import find, grade_class
from tests.hostile.classes import written

distributed = pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

TERMS = Terms("a seed", Limits(load=30, call=10, submission=60))
CAN_FLY = Gaps("A submission CAN fly.", endanger_grades=True)
CLASS = (
    *("assumed_3_by_3", "called_the_library", "clipped_the_values", "flipped_the_kernel"),
    *("half_done", "has_a_syntax_error", "right_by_shifting", "right_with_windows", "untouched"),
)


@pytest.fixture
def submissions(root, tmp_path):
    """Return a class in which everybody handed in the convolution."""
    for student in CLASS:
        (tmp_path / "class" / student).mkdir(parents=True)
        source = root / "tests" / "submissions" / student / "convolution.py"
        shutil.copy(source, tmp_path / "class" / student)
    return find(tmp_path / "class")[0]


@pytest.fixture(autouse=True)
def _the_scheduler_is_here(monkeypatch):
    """Let pickles be opened: a scheduler in this very process has to; see test_hostile_cluster."""
    monkeypatch.setattr("autograder.grading.cluster.no_pickles", WithPickles)


class WithPickles:
    refused = ""

    @classmethod
    def on(cls):
        return nullcontext(cls)


@pytest.fixture
def cluster():
    """Start a cluster in this very process, for what needs no more."""
    started = local_cluster(processes=False, n_workers=1)
    yield started
    with suppress(TimeoutError):
        started.close(timeout=2)


def local_cluster(**options):
    options |= {"threads_per_worker": 1, "dashboard_address": None, "memory_limit": 0}
    options |= {"protocol": "tcp", "host": "127.0.0.1"}
    return distributed.LocalCluster(silence_logs=60, **options)


def test_a_cluster_that_loses_a_worker_gives_the_grades_of_this_machine(submissions, tmp_path):
    list(grade_class(submissions, tmp_path / "here", TERMS.seed, TERMS.limits, jobs=2))
    grading = ClassGrading(submissions, tmp_path / "there", TERMS)
    with (
        local_cluster(processes=True, n_workers=3) as started,
        Cluster(started.scheduler_address, {"convolution"}, TERMS) as pool,
        distributed.Client(started, set_as_default=False) as watching,
    ):
        assert pool.width == 3
        processes = watching.run(os.getpid)
        for count, _ in enumerate(grading.results(pool)):
            if count == 1:
                os.kill(processes[next(iter(busy(watching)))], 9)
    assert written(tmp_path / "there") == written(tmp_path / "here")
    tables = [(tmp_path / name / "grades.csv").read_bytes() for name in ("here", "there")]
    assert tables[0] == tables[1]


def busy(client):
    """Return the addresses of the workers that work on something."""
    return [worker for worker, jobs in client.processing().items() if jobs]


SCHEDULER_IS_GONE = threading.Event()


def first_only(job):
    """Grade the first student, without running anything; nobody else while there is a cluster."""
    if job.student != CLASS[0]:
        SCHEDULER_IS_GONE.wait(60)
    return without_running(load_exercise(job.exercise), job.student, "failed", "A message.")


def test_a_scheduler_that_goes_away_is_a_sentence_and_keeps_what_is_done(
    submissions, tmp_path, cluster, monkeypatch
):
    monkeypatch.setattr("autograder.grading.remote.grade_job", first_only)
    grading = ClassGrading(submissions, tmp_path / "out", TERMS)
    with Cluster(cluster.scheduler_address, {"convolution"}, TERMS) as pool:
        results = grading.results(pool)
        next(results)
        cluster.scheduler.loop.add_callback(cluster.scheduler.close)
        with pytest.raises(Stopped, match=r"The connection to the cluster was lost\."):
            next(results)
    SCHEDULER_IS_GONE.set()
    statuses = {name: each["status"] for name, each in written(tmp_path / "out").items()}
    assert statuses == dict.fromkeys(CLASS, "not_run") | {CLASS[0]: "failed"}
    assert grading.done == (1, len(CLASS))


def refusal(address, terms=TERMS):
    """Return why a cluster is not used."""
    with pytest.raises(Stopped) as stopped, Cluster(address, {"convolution"}, terms):
        pass
    return str(stopped.value)


def test_a_worker_with_another_library_is_refused(cluster, monkeypatch):
    monkeypatch.setattr("autograder.grading.cluster.installed", lambda: {"numpy": "0.1"})
    told = refusal(cluster.scheduler_address)
    assert "cannot grade: it has numpy" in told
    assert told.endswith("instead of 0.1.")


def test_a_worker_with_other_checks_is_refused(cluster, monkeypatch):
    monkeypatch.setattr("autograder.grading.cluster.exercise_version", lambda name: "another")
    assert "it has other checks of convolution" in refusal(cluster.scheduler_address)


def test_a_worker_that_does_not_isolate_is_refused_where_that_is_required(cluster, monkeypatch):
    monkeypatch.setattr("autograder.grading.grader.gaps", lambda limits: CAN_FLY)
    told = refusal(cluster.scheduler_address, Terms("a seed", isolated=True))
    assert told.endswith("cannot grade: A submission CAN fly.")


def test_a_worker_on_which_grades_are_in_danger_is_refused_unless_that_is_wanted(
    cluster, monkeypatch
):
    monkeypatch.setattr("autograder.grading.remote.gaps", lambda limits: CAN_FLY)
    assert refusal(cluster.scheduler_address).endswith("cannot grade: A submission CAN fly.")
    with Cluster(cluster.scheduler_address, {"convolution"}, TERMS, unsafe=True) as pool:
        assert pool.width == 1


def test_a_cluster_without_workers_is_a_sentence(monkeypatch):
    monkeypatch.setattr("autograder.grading.cluster.UNTIL_WORKERS", 0.2)
    with local_cluster(processes=False, n_workers=0) as empty:
        assert refusal(empty.scheduler_address).endswith("has no workers.")


def test_a_cluster_whose_last_worker_went_away_is_not_waited_for(cluster, monkeypatch):
    monkeypatch.setattr("autograder.grading.cluster.UNTIL_WORKERS", 0.2)
    monkeypatch.setattr("autograder.grading.cluster.BETWEEN_QUESTIONS", 0)
    with Cluster(cluster.scheduler_address, {"convolution"}, TERMS) as pool:
        cluster.scale(0)
        with pytest.raises(Stopped, match="has had no worker"):
            ask_until_it_stops(pool)


def ask_until_it_stops(pool, patience=30):
    end = time.monotonic() + patience
    while time.monotonic() < end:
        assert pool.room >= 1
        time.sleep(0.05)


@pytest.mark.parametrize("address", ["nowhere", "tcp://127.0.0.1", "feather://127.0.0.1:1"])
def test_what_is_no_address_is_a_sentence(address):
    assert refusal(address).startswith(f"There is no Dask scheduler at {address}: ")


def test_a_scheduler_that_is_not_there_touches_nothing(root, tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    words = ["grade", str(root / "tests" / "submissions"), "--out", str(tmp_path / "out")]
    result = CliRunner().invoke(main, [*words, "--scheduler", f"tcp://127.0.0.1:{port}"])
    assert result.exit_code == 2
    assert f"There is no Dask scheduler at tcp://127.0.0.1:{port}: Connection refused." in (
        result.output
    )
    assert "Traceback" not in result.output
    assert not (tmp_path / "out").exists()
