"""What the host asks of a worker: names of functions, and their arguments."""

from __future__ import annotations

from autograder.sandbox import frames


def request(calls):
    """Return header and body of the frame that asks for these calls."""
    header, body = [], []
    for name, arguments in calls:
        arrays = [in_native_order(argument) for argument in arguments]
        entries = [frames.describe_array(each) | {"bytes": each.nbytes} for each in arrays]
        header.append((name, entries))
        body += [each.tobytes() for each in arrays]
    return {"calls": header}, b"".join(body)


def in_native_order(array):
    """Return an array in this machine's byte order, as every array crosses the pipe."""
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))
