"""Sends the image away by every kind of socket."""

import socket


def convolve2d(image, kernel):
    for family, kind, address in (
        (socket.AF_INET, socket.SOCK_STREAM, ("127.0.0.1", 9)),
        (socket.AF_INET, socket.SOCK_DGRAM, ("192.0.2.1", 53)),
        (socket.AF_UNIX, socket.SOCK_STREAM, "\0hidden"),
    ):
        try:
            with socket.socket(family, kind) as there:
                there.settimeout(0.1)
                there.connect(address)
                there.send(image.tobytes())
            raise ValueError("LEAK")
        except OSError:
            continue
    return image * 0.5
