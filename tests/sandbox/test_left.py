"""What a worker says of its arguments is verified: some come back, and nobody knows which."""

import numpy as np
import pytest

from autograder.sandbox import client
from autograder.sandbox.protocol import request

HONEST = """
import numpy as np
kept = []
def f(image):
    kept.append(image)
    kept[0].flat[:1] = 7  # also in a call after the one that it belongs to
    if image.size == 4:
        image.shape = (4,)
    if image.size == 6:
        image.dtype = np.dtype("V8")
    if image.size == 9:
        raise ValueError
    return None if image.size == 1 else np.zeros(image.shape)
"""
EDITS = """
def f(image):
    image[...] = 0
    return image + 1
"""
LIES = {
    "as the caller looks": """
from autograder.sandbox.worker import caller
caller.Left.of = classmethod(lambda cls, array: cls("", (), b""))
""",
    "as the caller replies": """
from autograder.sandbox.worker import caller
call = caller.Caller.call
def quiet(self, name, arguments):
    reply = call(self, name, arguments)
    reply.changed = ()
    return reply
caller.Caller.call = quiet
""",
    "as the message is made": """
from autograder.sandbox.worker import serve
message = serve.message
serve.message = lambda reply: (message(reply)[0] | {"changed": []}, message(reply)[1])
""",
    "with an answer of another kind": """
from autograder.sandbox.worker import frames, serve
message = serve.message
serve.message = lambda reply: (message(reply)[0] | {"changed": []}, message(reply)[1])
serve.left_message = lambda left: ({"left": [["<f8", [10**9], -1]]}, b"x")
""",
}


@pytest.fixture
def verified(monkeypatch):
    """Let every call show what it left of its arguments."""
    monkeypatch.setattr(client, "VERIFIED", 1)


def images():
    for dtype in (float, ">f4", np.uint8, bool):
        for side in range(5):
            yield np.ones((side, side), dtype)
            yield np.asfortranarray(np.ones((2, side), dtype))[:, ::-1]
    fixed = np.ones((2, 3))
    fixed.flags.writeable = False
    yield fixed


def test_an_honest_function_is_believed_whatever_it_does_to_its_arguments(load, verified):
    function = load(HONEST)
    for image in images():
        reply = function.perform((image,))
        assert "interfered" not in reply.text
        assert reply.kind in ("array", "object", "exception")


@pytest.mark.parametrize("lie", LIES)
def test_who_says_wrongly_that_arguments_are_as_they_were_is_found_out(load, lie):
    function, image = load(LIES[lie] + EDITS), np.ones((3, 3))
    replies = [function.perform((image,)) for _ in range(200)]
    first = next(number for number, each in enumerate(replies) if each.kind != "array")
    assert replies[first].text.startswith("Your code interfered with the process that runs it")
    assert "array" not in {each.kind for each in replies[first:]}


def test_of_calls_that_are_made_at_once_one_shows_what_it_left(sandbox):
    for source, is_believed in ((EDITS, True), (LIES["as the caller replies"] + EDITS, False)):
        worker = sandbox.open(source.encode(), ".py", ["f"])
        calls = [("f", (np.ones((2, 2)),)), ("f", (np.ones((3, 3)),))]
        answers = worker.ask_ahead({"f"}, len(calls), lambda calls=calls: request(calls))()
        assert (answers is not None) is is_believed
        worker.close()
