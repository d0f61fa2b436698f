"""The same examples in every run: a random failure is found by `HYPOTHESIS_PROFILE=wide`, not by whoever pushes
next."""

import gc
import os

import pytest
from hypothesis import settings

from mlce_sym.__main__ import GARBAGE

from . import derived

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
