"""A backstop for whoever waits at the prompt: work that takes too long is stopped, and says so.

A search has a budget of steps, so that the same question gets the same answer; this is for what the budget misses.
The seconds are those that a processor works on it: beside other work a question may take longer, and is not stopped.
"""

from __future__ import annotations

import ctypes
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from ..terms.errors import MlceError

SECONDS, AGAIN = 10.0, 1.0


class Stopped(MlceError):
    """The time that was given is over."""


class Over(BaseException):
    """What ends the work, and what runs inside does not take for one of its own errors."""


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """End what runs inside once it has worked for so many seconds (None: never), in any thread, and raise Stopped;
    again each second, should something inside have caught Over. Where there are no threads, as in a browser, never."""
    if seconds is None or sys.platform == "emscripten":
        yield
        return
    worker, over, lock = threading.get_ident(), threading.Event(), threading.Lock()
    clock = _clock(worker)
    end = clock() + seconds
    sent = threading.Event()

    def stop(end: float, pause: float) -> None:
        while not over.wait(pause):
            with lock:
                if over.is_set():  # and the worker's clock may be gone
                    return
                if (pause := end - clock()) <= 0:
                    sent.set()
                    _raise(worker, Over)
                    end, pause = clock() + AGAIN, AGAIN

    threading.Thread(target=stop, args=(end, seconds), daemon=True).start()
    try:
        try:
            yield
        finally:
            over.set()
            with lock:  # nothing is sent any more, and what was arrives in here
                pass
    except Over:
        raise Stopped from None
    finally:
        if sent.is_set():
            _take(worker)


def _take(thread: int) -> None:
    """Have what is on its way to this thread arrive. To send nothing in its place would leave CPython looking for it at
    each call, for good."""
    try:
        _raise(thread, Over)
        while True:
            pass
    except Over:
        return


def _clock(thread: int) -> Callable[[], float]:
    """The CPU seconds of a thread; where a system tells them of the whole process alone (macOS, Windows), these."""
    if sys.platform == "linux":
        return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))
    return time.process_time


def _raise(thread: int, error: type[BaseException]) -> None:
    """Have CPython raise an error in a thread, at its next instruction."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
