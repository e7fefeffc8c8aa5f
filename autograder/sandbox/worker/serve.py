"""What runs beside a student's code: load the submission, then answer calls until told to stop."""

from __future__ import annotations

import os

from autograder.sandbox.worker import frames, isolation, process
from autograder.sandbox.worker.caller import Caller, with_layout
from autograder.sandbox.worker.loading import load


def serve(sock, alarms, layers):
    """Load the submission that the first frame holds, then perform the calls of each frame.

    Parameters
    ----------
    sock : socket.socket
        The connection to the host.
    alarms : Alarms
        The tripwires, to be armed before any of the submission's code runs.
    layers : list of Layer
        What to enter before that.
    """
    nonce, header, source = frames.receive(sock)
    held, folder = isolation.enter(layers, header["folder"])
    os.environ |= {"HOME": folder, "TMPDIR": folder}
    process.die_with_parent()
    os.chdir(folder)
    alarms.arm(header["forbidden"])
    namespace, problem = load(bytes(source), header["suffix"])
    caller = Caller(namespace)
    states = {name: caller.state(name) for name in header["functions"]}
    frames.send(sock, nonce, {"states": states, "problem": problem, "held": held})
    while True:
        nonce, header, body = frames.receive(sock)
        arrays = arrays_from(header["arrays"], body)
        performed = (
            message(caller.call(name, tuple(arrays[place] for place in places)))
            for name, places in header["calls"]
        )
        headers, bodies = zip(*performed, strict=True)
        frames.send(sock, nonce, {"replies": headers}, b"".join(bodies))


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


def message(reply):
    """Return header and body for a `Reply`; what was forbidden, the host knows."""
    header = {
        "kind": reply.kind,
        "text": reply.text,
        "changed": reply.changed,
        "shares_memory": reply.shares_memory,
        "changed_earlier_result": reply.changed_earlier_result,
    }
    if reply.array is None:
        return header, b""
    entry = frames.describe_array(reply.array) | {"bytes": reply.array.nbytes}
    return header | entry, reply.array.tobytes()
