"""How much memory the work on a document may take: what needs more is unknown, and the process goes on."""

from __future__ import annotations

import sys

LARGEST = 2**30  # bytes, besides what the process has when it begins


def bounded(largest: int = LARGEST) -> None:
    """From now on this process gets no more than so many bytes: what needs more raises MemoryError. Where the system
    has no such limits, nothing is done."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    limit = used + largest
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
