"""Replies with a shape of many, of negative and of fractional sides."""

import json
import os
import struct
import sys
import time


def caller(name):
    """Return a variable of whoever loads or calls us."""
    frame = sys._getframe()
    while frame:
        if name in frame.f_locals:
            return frame.f_locals[name]
        frame = frame.f_back


def frame_of(nonce, header, body=b"", lengths=None):
    text = json.dumps(header).encode()
    sizes = lengths or (len(text), len(body))
    return struct.pack(">4s16sIQ", b"IPA1", nonce, *sizes) + text + body


def write(data):
    for fd in range(3, 99):
        try:
            os.write(fd, data)
        except OSError:
            continue


def convolve2d(image, kernel):
    write(frame_of(bytes(caller("nonce")), {"kind": "array", "changed": [], "dtype": "f8", "shape": [2**62, 4, -1, 0.5]}, b""))
    time.sleep(20)
