"""How much the tests that are marked `long` try: a part in `make test`, and all in `make test-long`, which sets the
variable. Of those that are marked `slow`, which take more than a second, one row in ten is tried (`conftest.py`): none
of a test of fewer rows.

Whether it is all or a part, the same is tried in every run.
"""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
LONG = "MLCE_LONG" in os.environ
PART = 5  # one in five
ROWS = 10  # one row in ten of what is slow


def size(whole: int) -> int:
    """Of so many."""
    return whole if LONG else whole // PART


def sampled(items: Iterable[Item]) -> Iterator[Item]:
    """Of these, in their order."""
    return islice(items, 0, None, 1 if LONG else PART)
