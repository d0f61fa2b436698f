"""Where `mlce` keeps the library during the tests, and what a test does where there is no `coqc`."""

import os
import shutil

import pytest


def pytest_collection_modifyitems(items):
    """What runs `coqc` is for `make test-coq`: it takes longer than all the rest."""
    for item in items:
        if "coqc" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.coqc)


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
