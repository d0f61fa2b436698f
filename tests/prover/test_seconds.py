"""Time that is over: it ends what runs, even what catches it once, and does not reach what comes after."""

from __future__ import annotations

import time

import pytest

from mlce_sym.prover.seconds import Stopped, within


def work(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass


def test_what_takes_too_long_is_stopped():
    with pytest.raises(Stopped), within(0.05):
        work(5)


def test_what_catches_it_is_stopped_again():
    caught = []
    with pytest.raises(Stopped), within(0.05):
        try:
            work(5)
        except Exception as error:
            caught.append(error)
        work(5)
    assert [type(error) for error in caught] == [Stopped]


def test_what_ends_in_time_is_left_alone():
    with within(0.05):
        pass
    with within(None):
        work(0.1)
