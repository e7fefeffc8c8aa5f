"""Bytes as the text of a token, which people copy and paste, and back.

A token is a letter and then Base64: the content, and a checksum by which a mistyped one is noticed.
"""

from __future__ import annotations

import base64
import zlib

# Of tokens as they are made now, and as they were made when they held Hypothesis' choices.
START, FORMER_START = "t", "r"
# Bytes of the checksum.
CHECKSUM = 2
# Characters of a token, and bytes of what is inflated.
LONGEST, MOST_BYTES = 2**16, 2**20


class BadToken(ValueError):
    """A token that leads nowhere; the message says why."""


def token_with(content):
    """Return the token that holds some bytes: letters, digits, ``-`` and ``_``."""
    return START + base64.urlsafe_b64encode(content + _checksum(content)).decode().rstrip("=")


def content_of(token, least):
    """Return the bytes in a token.

    Parameters
    ----------
    token : str
        As somebody typed or pasted it.
    least : int
        A whole token holds more bytes than so many.

    Raises
    ------
    BadToken
        If a part is missing or mistyped, or if an older version of the kit made it.
    """
    text = token.strip()
    start, content = text[:1], _bytes_of(text[1:])
    content, last = content[:-CHECKSUM], content[-CHECKSUM:]
    is_whole = len(content) > least and last == _checksum(content)
    if is_whole and start == FORMER_START:
        raise BadToken(
            "This token was made by an older version of the kit, which wrote tokens in another "
            "way. Check the file again to get a new one."
        )
    if not is_whole or start != START:
        raise BadToken(
            f"{_shortened(token)!r} is not a whole token. Copy everything between 'autograder "
            f"replay' and the file name in the message. A token starts with {START!r}."
        )
    return content


def _bytes_of(text):
    if len(text) > LONGEST:
        return b""
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), b"-_", validate=True)
    except ValueError:
        return b""


def _shortened(token):
    return token if len(token) <= 300 else f"{token[:300]}..."


def _checksum(content):
    """Return bytes by which a mistyped token is noticed."""
    return zlib.crc32(content).to_bytes(4, "big")[:CHECKSUM]


def deflated(data):
    """Return bytes as fewer bytes, which `inflated` takes."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflate.compress(data) + deflate.flush()


def inflated(data):
    """Return at most `MOST_BYTES`; ValueError if there are more, or none such."""
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        found = inflate.decompress(data, MOST_BYTES)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not inflate.eof or inflate.unused_data:
        raise ValueError("Some bytes are missing, or there are too many.")
    return found
