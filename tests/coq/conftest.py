"""Where `mlce` keeps the library during the tests, and what a test does where there is no `coqc`."""

import os
import shutil

import pytest


@pytest.fixture(autouse=True)
def cache(monkeypatch, tmp_path_factory):
    """A cache that all workers share, away from the user's own."""
    folder = tmp_path_factory.getbasetemp().parent / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def coqc():
    if shutil.which("coqc") is None:
        assert not os.environ.get("CI"), "CI has to install coq"
        pytest.skip("coqc is not installed")
