"""What the host asks of a worker: names of functions, and their arguments."""

from __future__ import annotations

import json

from autograder.sandbox.worker import frames


def request(calls):
    """Return header, as JSON, and body of the frame that asks for these calls.

    An array that is an argument of several calls is sent once.

    Parameters
    ----------
    calls : list of (str, tuple of ndarray)
        Names and arguments.
    """
    places, entries, bodies, asked = {}, [], [], []
    for name, arguments in calls:
        for each in arguments:
            if id(each) not in places:
                places[id(each)] = len(entries)
                array = in_native_order(each)
                entries.append(frames.describe_array(array) | {"bytes": array.nbytes})
                bodies.append(array.tobytes())
        asked.append((name, [places[id(each)] for each in arguments]))
    return json.dumps({"arrays": entries, "calls": asked}).encode(), b"".join(bodies)


def in_native_order(array):
    """Return an array in this machine's byte order, as every array crosses the pipe."""
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))
