"""The file that a student hands in, as it is read once and passed on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True)
class Source:
    """A file as it was read, or why it could not be.

    Attributes
    ----------
    content : bytes
        What it holds; nothing if it could not be read.
    suffix : {".py", ".ipynb"}
        What kind of file it is.
    problem : str
        Why it could not be read, as a sentence, or "".
    helpers : tuple of (str, bytes)
        Modules of the student's own that lie beside it and go along: for each its path from there,
        and what it holds.
    """

    content: bytes = field(repr=False)
    suffix: str
    problem: str = ""
    helpers: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)

    @property
    def whole(self):
        """What it holds and what its helper modules hold, one after the other."""
        return b"\n".join([self.content, *(content for _, content in self.helpers)])

    @cached_property
    def digest(self):
        """A digest of all this, as hexadecimal digits: the same digest, the same file.

        Example
        -------
        >>> Source(b"x = 1", ".py").digest == Source(b"x = 1", ".ipynb").digest
        False
        """
        digest = hashlib.sha256(f"{self.suffix} {self.problem}\n".encode("utf-8", "replace"))
        digest.update(self.content)
        for name, content in self.helpers:
            digest.update(f"\n{name} {len(content)}\n".encode("utf-8", "replace") + content)
        return digest.hexdigest()
