"""How much memory the work on a document may take: what needs more is unknown, and the process goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

LARGEST = 2**30  # bytes, besides what the process has when it begins


def bound(largest: int = LARGEST) -> tuple[int, int] | None:
    """From now on this process gets no more than so many bytes: what needs more raises MemoryError. The limits that it
    had are returned; where the system has none, nothing is done."""
    if sys.platform == "win32":
        return None
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    before = resource.getrlimit(resource.RLIMIT_DATA)
    limit, hard = used + largest, before[1]
    if hard == resource.RLIM_INFINITY or limit < hard:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
    return before


@contextmanager
def bounded(largest: int = LARGEST) -> Iterator[None]:
    """What runs inside gets no more than so many bytes."""
    before = bound(largest)
    try:
        yield
    finally:
        if before is not None:
            import resource

            resource.setrlimit(resource.RLIMIT_DATA, before)
