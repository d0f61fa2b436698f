"""The same examples in every run: a random failure is found by `HYPOTHESIS_PROFILE=wide`, not by whoever pushes
next."""

import gc
import os
from itertools import chain, groupby

import pytest
from hypothesis import settings

from mlce_sym.__main__ import GARBAGE

from . import derived
from .samples import LONG, ROWS

settings.register_profile("suite", derandomize=True, deadline=None)
settings.register_profile("wide", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))

os.environ.pop("COLUMNS", None)  # text is as wide as always
gc.set_threshold(GARBAGE)  # as the command does: searching for garbage took a tenth of all tests


@pytest.fixture(autouse=True, scope="session")
def losses():
    """Each is derived once in a process."""
    with pytest.MonkeyPatch.context() as patch:
        derived.once(patch)
        yield


def pytest_collection_modifyitems(config, items):
    """Of the rows of a test that is slow, one in ten is tried by `make test`: the tenth, the twentieth, …"""
    rows = (tuple(found) for _, found in groupby(items, key=lambda item: item.nodeid.partition("[")[0]))
    kept = [found[ROWS - 1 :: ROWS] if found[0].get_closest_marker("slow") and not LONG else found for found in rows]
    tried = [*chain.from_iterable(kept)]
    config.hook.pytest_deselected(items=[*set(items) - set(tried)])
    items[:] = tried
