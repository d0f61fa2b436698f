"""The engine that the tests of the reader share."""

import os

import pytest

from mlce_sym.reading.back.engine import MISSING, Engine, installed


@pytest.fixture(scope="session")
def engine() -> Engine:
    """One engine for all tests, so that no text is read twice. On a CI machine latex2sympy2 must be there."""
    if not installed():
        (pytest.fail if os.environ.get("CI") else pytest.skip)(MISSING)
    return Engine()
