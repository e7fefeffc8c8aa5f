"""A cluster neither runs anything in the process that grades nor makes results up."""

import os
import shutil
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from autograder.grading.class_grading import ClassGrading
from autograder.grading.cluster import Cluster
from autograder.grading.jobs import Terms
from autograder.grading.retrying import Stopped
from autograder.sandbox.limits import Limits
from tests.hostile.classes import written

pytest.importorskip("distributed", reason="the extra 'cluster' is not installed")

TERMS = Terms("a seed", Limits(load=30, call=10, submission=60))
PROGRAM = "from distributed.cli.dask_{0} import main; main()"
UNTIL_THERE = 60
WORKER = str(Path(__file__).parent / "hostile_worker.py")


@contextmanager
def cluster(folder, scheme="tcp", tls=(), host="127.0.0.1"):
    """Run a scheduler and a worker in processes of their own; give the scheduler's address.

    The worker answers as the file ``answers`` of the folder says.
    """
    (folder / "answers").write_text("honest")
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    address = f"{scheme}://127.0.0.1:{port}"
    more = {"ANSWERS": str(folder / "answers"), "TRACES": str(folder / "traces")}
    common = ["--no-dashboard", *tls]
    commands = {
        "scheduler": ["--host", f"{scheme}://{host}", "--port", str(port), *common],
        "worker": [address, "--nthreads", "1", "--host", f"{scheme}://127.0.0.1", *common],
    }
    commands["worker"] += ["--preload", WORKER, "--local-directory", str(folder)]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(name), *words],
            env=os.environ | more,
            stderr=subprocess.DEVNULL,
        )
        for name, words in commands.items()
    ]
    try:
        wait_for(port)
        yield address
    finally:
        for each in reversed(running):
            each.terminate()
            each.wait()


def wait_for(port):
    end = time.monotonic() + UNTIL_THERE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            assert time.monotonic() < end
            time.sleep(0.1)


def graded(class_of, tmp_path, address, **options):
    """Grade two students who did nothing; return their records."""
    submissions = class_of(ann="pass", bob="")
    grading = ClassGrading(submissions, tmp_path / "out", TERMS)
    with Cluster(address, {"convolution"}, TERMS, **options) as pool:
        list(grading.results(pool))
    return written(tmp_path / "out")


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """Run one cluster for many tests; return its folder and its address."""
    folder = tmp_path_factory.mktemp("cluster")
    with cluster(folder) as address:
        yield folder, address


@pytest.fixture
def graded_by(shared, class_of, tmp_path):
    """Grade two students on a cluster that answers in some way; return their records."""
    folder, address = shared

    def graded_with(answers):
        (folder / "answers").write_text(answers)
        return graded(class_of, tmp_path, address)

    return graded_with


def opened_here(shared):
    return (shared[0] / "traces" / str(os.getpid())).exists()


def test_an_honest_cluster_grades_though_no_pickle_is_opened_here(graded_by):
    assert [each["status"] for each in graded_by("honest").values()] == ["not_written"] * 2


@pytest.mark.parametrize("answers", ["answers_a_pickle", "raises_a_pickle"])
def test_a_pickle_is_not_opened_and_grading_stops_with_a_sentence(graded_by, shared, answers):
    with pytest.raises(Stopped, match=r"sent something that would run .*\. It was not opened\."):
        graded_by(answers)
    assert not opened_here(shared)


@pytest.mark.parametrize(
    "answers", ["does_not_sign", "answers_for_another", "signs_what_is_no_record"]
)
def test_what_is_not_signed_for_this_job_is_no_result(graded_by, answers):
    records = graded_by(answers)
    assert {each["status"] for each in records.values()} == {"grader_error"}
    assert {each["points"] for each in records.values()} == {None}


def test_an_answer_counts_once(graded_by):
    records = graded_by("repeats_its_first_answer")
    assert sorted(each["status"] for each in records.values()) == ["grader_error", "not_written"]


def test_a_scheduler_that_others_can_reach_is_refused_without_tls(class_of, tmp_path):
    with (
        cluster(tmp_path, host="0.0.0.0") as address,
        pytest.raises(Stopped, match="can be reached from other machines"),
    ):
        graded(class_of, tmp_path, address)


@pytest.fixture
def certificates(tmp_path):
    """Make the files that trustme makes: a certificate that signs itself, and its key."""
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    folder = tmp_path / "certificates"
    folder.mkdir()
    words = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=graders"
    files = ["-keyout", str(folder / "server.key"), "-out", str(folder / "server.pem")]
    subprocess.run(["openssl", *words.split(), *files], check=True, stderr=subprocess.DEVNULL)
    shutil.copy(folder / "server.pem", folder / "client.pem")
    return folder


def test_tls_needs_the_certificates_of_the_run(class_of, tmp_path, certificates):
    names = {"--tls-ca-file": "client.pem", "--tls-cert": "server.pem", "--tls-key": "server.key"}
    tls = [word for option, name in names.items() for word in (option, str(certificates / name))]
    with cluster(tmp_path, scheme="tls", tls=tls) as address:
        with pytest.raises(Stopped, match="needs --certificates"):
            graded(class_of, tmp_path, address)
        with pytest.raises(Stopped, match=r"holds no client\.pem"):
            graded(class_of, tmp_path, address, certificates=tmp_path)
        records = graded(class_of, tmp_path, address, certificates=certificates)
    assert [each["status"] for each in records.values()] == ["not_written"] * 2
