"""Pictures that are attached to a notebook's cell, as pages can show them."""

from __future__ import annotations

import base64
import binascii

# How a picture of a kind begins; no other kind is shown, and above all none that can run.
BEGINNINGS = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/gif": b"GIF8",
}
MOST, LARGEST = 6, 2 * 1024**2


def pictures_in(cell):
    """Return the names and addresses of the pictures in a cell.

    Parameters
    ----------
    cell : dict
        A cell of a notebook.

    Returns
    -------
    pictures : tuple of (str, str)
        At most `MOST`; an address begins with ``data:`` and holds the picture itself.
    """
    attached = cell.get("attachments")
    found = []
    for name, kinds in attached.items() if isinstance(attached, dict) else ():
        for kind, begins in BEGINNINGS.items():
            data = kinds.get(kind) if isinstance(kinds, dict) else None
            if isinstance(data, str) and (address := _address(kind, begins, data)):
                found.append((name, address))
    return tuple(found[:MOST])


def _address(kind, begins, data):
    """Return the address of a picture, or "" if it is none, or too large."""
    try:
        picture = base64.b64decode("".join(data[: 2 * LARGEST].split()), validate=True)
    except (ValueError, binascii.Error):
        return ""
    if not picture.startswith(begins) or len(picture) > LARGEST:
        return ""
    return f"data:{kind};base64,{base64.b64encode(picture).decode()}"
