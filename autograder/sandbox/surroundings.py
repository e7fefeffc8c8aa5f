"""The environment variables of the processes that run submissions, and of those that grade."""

from __future__ import annotations

import os
from pathlib import Path

# Without these, the GNU allocator hands memory back to the system after every large message.
KEEPING_MEMORY = {
    "MALLOC_TOP_PAD_": str(1 << 20),
    "MALLOC_TRIM_THRESHOLD_": str(1 << 28),
    "MALLOC_MMAP_THRESHOLD_": str(1 << 25),
}


def environment():
    """Return the environment of workers: little, and nothing secret.

    Freed memory is filled with a pattern, so that a forgotten pixel shows, and stays with the
    process, which soon needs it again.
    """
    package_home = str(Path(__file__).resolve().parents[2])
    return {
        "PATH": os.defpath,
        "HOME": str(Path.home()),
        "LANG": "C.UTF-8",
        "PYTHONPATH": package_home,
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "MPLBACKEND": "agg",
        "MALLOC_PERTURB_": "165",
        **KEEPING_MEMORY,
        **dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"),
        **{k: v for k, v in os.environ.items() if k in ("OPENBLAS_CORETYPE", "SYSTEMROOT")},
    }
