"""When a cluster needs TLS, and with which certificates."""

from __future__ import annotations

import ipaddress
from pathlib import Path
from urllib.parse import urlsplit

from autograder.grading.retrying import Stopped

# The files that `python -m trustme` writes, in the order in which Dask asks for them.
CERTIFICATES = ("client.pem", "server.pem", "server.key")


def require_tls(address):
    """Raise `Stopped` for an address that others than this machine reach, without TLS."""
    if not address.startswith("tls://") and not _is_here(address):
        raise Stopped(
            f"{address} can be reached from other machines, and whoever reaches it could choose "
            "grades. Beyond one machine a cluster needs tls:// and --certificates; "
            "docs/grade.md says how to make them."
        )


def _is_here(address):
    """Return whether an address leads no further than this machine."""
    parts = urlsplit(address)
    try:
        return parts.scheme == "inproc" or ipaddress.ip_address(parts.hostname).is_loopback
    except ValueError:
        return parts.hostname == "localhost"


def security_for(address, certificates):
    """Return Dask's settings for TLS, None for an address without it.

    Parameters
    ----------
    address : str
        Where the scheduler is.
    certificates : Path or None
        The folder that holds `CERTIFICATES`.

    Raises
    ------
    Stopped
        If one of them is missing.
    """
    if not address.startswith("tls://"):
        return None
    if certificates is None:
        raise Stopped("An address that begins with tls:// needs --certificates.")
    files = [Path(certificates) / name for name in CERTIFICATES]
    for file in files:
        if not file.is_file():
            raise Stopped(f"{certificates} holds no {file.name}; docs/grade.md says how.")
    from distributed import Security

    names = ("tls_ca_file", "tls_client_cert", "tls_client_key")
    return Security(require_encryption=True, **dict(zip(names, map(str, files), strict=True)))
