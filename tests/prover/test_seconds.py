"""Time that is over: it ends what runs, even what catches it once, and does not reach what comes after."""

from __future__ import annotations

import cProfile
import threading
import time
from contextlib import suppress

import pytest

from mlce_sym.prover import seconds as module
from mlce_sym.prover.seconds import Over, Stopped, within


def work(seconds):
    end = time.thread_time() + seconds
    while time.thread_time() < end:
        pass


def test_what_takes_too_long_is_stopped():
    with pytest.raises(Stopped), within(0.05):
        work(5)


@pytest.mark.slow
def test_what_catches_it_is_stopped_again():
    caught = []
    with pytest.raises(Stopped), within(0.05):
        try:
            work(5)
        except BaseException as error:
            caught.append(error)
        work(5)
    assert [type(error) for error in caught] == [Over]


def test_it_is_no_error_of_what_runs_inside():
    """Which would go on with the next thing to try, and with the one after it."""
    with pytest.raises(Stopped), within(0.05):
        for _ in range(100):
            with suppress(Exception):
                work(1)


def test_what_ends_in_time_is_left_alone():
    with within(0.05):
        pass
    with within(None):
        work(0.1)


def test_seconds_are_those_of_the_work_and_not_of_the_clock_on_the_wall():
    """A thread that sleeps, or that others do not let work, has not worked."""
    with within(0.05):
        time.sleep(0.2)
    done = threading.Event()
    other = threading.Thread(target=lambda: [work(0.01) for _ in iter(done.is_set, True)])
    other.start()
    with within(0.4):
        work(0.2)
    done.set()
    other.join()
    with pytest.raises(Stopped), within(0.05):
        time.sleep(0.1)
        work(5)


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_where_threads_have_no_clock_of_their_own_the_process_has_one(monkeypatch, platform):
    monkeypatch.setattr(module.sys, "platform", platform)
    with within(0.05):
        time.sleep(0.2)
    with pytest.raises(Stopped), within(0.05):
        work(5)


def test_where_there_are_no_threads_nothing_is_stopped(monkeypatch):
    monkeypatch.setattr(module.sys, "platform", "emscripten")
    monkeypatch.setattr(module.threading, "Thread", None)
    with within(0.01):
        work(0.05)


def test_a_profiler_goes_on_after_it():
    """Nothing is left for the interpreter to look for: with a profiler it never came back from that."""
    profile = cProfile.Profile()
    with within(1):
        work(0)
    profile.enable()
    with within(1):
        work(0)
    work(0)
    profile.disable()
    with pytest.raises(Stopped), within(0.05):
        work(5)
    profile.enable()
    work(0)
    profile.disable()
