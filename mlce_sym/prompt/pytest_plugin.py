"""For pytest, which finds it by itself where the package is installed: the fixture `assert_identity`,
`--mlce-seconds`, the time for each identity, and `--mlce-kept`, the folder in which proofs are kept."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial

import pytest

from ..prover.seconds import SECONDS

FOLDER = ".mlce"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("mlce", "identities that are proved")
    group.addoption(
        "--mlce-seconds", type=_seconds, default=SECONDS, help=f"for each identity of a test (default: {SECONDS:g})"
    )
    group.addoption(
        "--mlce-kept",
        default=FOLDER,
        metavar="FOLDER",
        help=f"where proofs are kept, which the next run replays (default: {FOLDER}; empty: nowhere)",
    )


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of seconds above 0")
    return seconds


@pytest.fixture(name="assert_identity")
def _assert_identity(request: pytest.FixtureRequest) -> Callable[..., None]:
    """`mlce_sym.assert_identity`, with the time that `--mlce-seconds` gives it: it passes only for what is proved."""
    from .assert_identity import assert_identity

    seconds, folder = map(request.config.getoption, ("--mlce-seconds", "--mlce-kept"))
    return partial(assert_identity, seconds=seconds, kept=request.config.rootpath / folder if folder else None)
