"""What runs beside a student's code: load the submission, then answer calls until told to stop."""

from __future__ import annotations

import itertools
import os

from autograder.sandbox.worker import frames, hidden_files, isolation, process
from autograder.sandbox.worker.beside import put_beside
from autograder.sandbox.worker.caller import Caller, with_layout
from autograder.sandbox.worker.loading import load
from autograder.sandbox.worker.problems import MOST_PROBLEMS


def serve(sock, absence, layers):
    """Load the submission in the first frame, then perform the calls of each frame.

    Parameters
    ----------
    sock : socket.socket
        The connection to the host.
    absence : Absence
        What is not there.
    layers : list of Layer
        What to enter before that.
    """
    nonce, header, body = frames.receive(sock)
    absence.enter()
    source, *helpers = parts_of(bytes(body), header["sizes"])
    first = [each for each in layers if each.name in isolation.BEFORE_FILES]
    held, folder = isolation.enter(first, header["folder"])
    put_beside(folder, list(zip(header["helpers"], helpers, strict=True)))
    held += isolation.enter(layers[len(first) :], folder)[0]
    os.environ |= {"HOME": folder, "TMPDIR": folder}
    process.die_with_parent()
    os.chdir(folder)
    if "files" not in held:
        hidden_files.refuse(absence.files)
    loaded = load(source, header["suffix"], header["functions"])
    caller = Caller(loaded.namespace, wires=absence.wires)
    found = {
        "states": {name: caller.state(name) for name in header["functions"]},
        "problems": [vars(each) for each in loaded.problems[:MOST_PROBLEMS]],
        "remarks": loaded.remarks,
        "held": held,
    }
    frames.send(sock, nonce, found)
    lefts = []
    while True:
        nonce, header, body = frames.receive(sock)
        if "left_by" in header:
            frames.send(sock, nonce, *left_message(lefts[header["left_by"]]))
            continue
        arrays = arrays_from(header["arrays"], body)
        performed, lefts = [], []
        for name, places in header["calls"]:
            performed.append(message(caller.call(name, tuple(arrays[each] for each in places))))
            lefts.append(caller.left)
        headers, bodies = zip(*performed, strict=True)
        frames.send(sock, nonce, {"replies": headers}, b"".join(bodies))


def parts_of(body, sizes):
    """Return the parts of a body that have these sizes, one after the other."""
    ends = list(itertools.accumulate(sizes))
    return [body[end - size : end] for end, size in zip(ends, sizes, strict=True)]


def arrays_from(entries, body):
    """Return the arrays in the body of a request, laid out in memory as the host holds them."""
    arrays, start = [], 0
    for entry in entries:
        stop = start + entry["bytes"]
        array = frames.array_from(entry, body[start:stop])
        if entry["strides"] is not None:
            array = with_layout(array, entry["strides"])
        array.flags.writeable = entry["writeable"]
        arrays.append(array)
        start = stop
    return arrays


def left_message(left):
    """Return header and body for what a call left of its arguments."""
    entries = [(each.dtype, each.shape, len(each.content)) for each in left]
    return {"left": entries}, b"".join(each.content for each in left)


def message(reply):
    """Return header and body for a `Reply`."""
    header = {
        "kind": reply.kind,
        "text": reply.text,
        "changed": reply.changed,
        "shares_memory": reply.shares_memory,
        "changed_earlier_result": reply.changed_earlier_result,
        "forbidden": reply.forbidden,
    }
    if reply.array is None:
        return header, b""
    entry = frames.describe_array(reply.array) | {"bytes": reply.array.nbytes}
    return header | entry, reply.array.tobytes()
