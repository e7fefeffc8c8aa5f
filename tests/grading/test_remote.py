"""An answer of a cluster's worker counts for one question, under the key of one run."""

import pickle
from types import SimpleNamespace

import pytest

from autograder.grading import remote
from autograder.grading.jobs import Refused, Terms
from autograder.grading.remote import BadAnswer, graded, no_pickles, record_from
from autograder.grading.retrying import Stopped
from autograder.grading.tls import require_tls

KEY = b"the key of a run"
JOB = SimpleNamespace(student="ann", exercise="convolution", version="1", terms=Terms("a seed"))
RECORD = {"student": "ann", "exercise": "convolution", "points": 3}


@pytest.fixture
def answer(monkeypatch):
    monkeypatch.setattr(remote, "grade_job", lambda job: RECORD)
    return graded(KEY, "question", True, JOB)


def test_a_signed_record_comes_back(answer):
    assert record_from(KEY, "question", JOB, answer) == RECORD


@pytest.mark.parametrize("stop", [0, 31, 32, -1])
def test_part_of_an_answer_does_not_count(answer, stop):
    for forged in (answer[:stop], answer + answer[:stop] + b" "):
        with pytest.raises(BadAnswer, match="not signed"):
            record_from(KEY, "question", JOB, forged)


@pytest.mark.parametrize("at", [0, 31, 32, 60])
def test_an_answer_with_one_other_byte_does_not_count(answer, at):
    forged = answer[:at] + bytes([answer[at] ^ 1]) + answer[at + 1 :]
    with pytest.raises(BadAnswer, match="not signed"):
        record_from(KEY, "question", JOB, forged)


def test_an_answer_to_another_question_or_under_another_key_does_not_count(answer):
    for key, name in ((KEY, "another"), (b"another", "question")):
        with pytest.raises(BadAnswer, match="not signed"):
            record_from(key, name, JOB, answer)


@pytest.mark.parametrize("answer", ["text", None, 5, [], {"record": RECORD}, RECORD])
def test_what_is_not_bytes_does_not_count(answer):
    with pytest.raises(BadAnswer, match="not in bytes"):
        record_from(KEY, "question", JOB, answer)


def test_a_record_of_another_student_does_not_count(answer):
    with pytest.raises(BadAnswer, match="another submission"):
        record_from(KEY, "question", SimpleNamespace(student="bob", exercise="convolution"), answer)


def test_a_fault_of_a_worker_is_a_sentence_and_no_record(monkeypatch):
    monkeypatch.setattr(remote, "grade_job", lambda job: 1 / 0)
    with pytest.raises(BadAnswer, match="a worker failed: ZeroDivisionError"):
        record_from(KEY, "question", JOB, graded(KEY, "question", True, JOB))


def test_a_worker_that_refuses_says_so(monkeypatch):
    def refuse(job):
        raise Refused("It has another kit.")

    monkeypatch.setattr(remote, "grade_job", refuse)
    with pytest.raises(Refused, match="It has another kit"):
        record_from(KEY, "question", JOB, graded(KEY, "question", True, JOB))


def test_no_pickle_that_could_do_anything_is_opened_while_the_guard_is_on(tmp_path):
    harmful = pickle.dumps(tmp_path)
    with no_pickles.on() as guard:
        assert pickle.loads(pickle.dumps([bytes, str])) == [bytes, str]
        assert guard.refused == ""
        with pytest.raises(PermissionError, match="none is opened here"):
            pickle.loads(harmful)
        assert "Path" in guard.refused
    assert pickle.loads(harmful) == tmp_path


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:1", "tcp://localhost:1", "tcp://[::1]:1"])
def test_one_machine_needs_no_tls(address):
    assert require_tls(address) is None
    assert require_tls("tls://10.0.0.1:1") is None


@pytest.mark.parametrize(
    "address", ["tcp://10.0.0.1:1", "tcp://grader:1", "ws://0.0.0.0:1", "ucx://[fe80::1]:1"]
)
def test_beyond_one_machine_there_is_tls_or_nothing(address):
    with pytest.raises(Stopped, match="can be reached from other machines"):
        require_tls(address)
