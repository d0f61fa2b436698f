"""A backstop for whoever waits at the prompt: work that takes too long is stopped, and says so.

A search has a budget of steps, so that the same question gets the same answer; this is for what the budget misses.
"""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from ..terms.errors import MlceError

SECONDS, AGAIN = 10.0, 1.0


class Stopped(MlceError):
    """The time that was given is over."""


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Raise Stopped in what runs inside once so many seconds have passed (None: never), whatever the thread; and again
    each second, should something inside have caught it."""
    if seconds is None:
        yield
        return
    worker, over, lock = threading.get_ident(), threading.Event(), threading.Lock()

    def stop() -> None:
        pause = seconds
        while not over.wait(pause):
            with lock:
                if not over.is_set():
                    _raise(worker, Stopped)
            pause = AGAIN

    threading.Thread(target=stop, daemon=True).start()
    try:
        yield
    finally:
        with lock:
            over.set()
            _raise(worker, None)  # one that is still on its way is for nobody


def _raise(thread: int, error: type[BaseException] | None) -> None:
    """Have CPython raise an error in another thread, at its next instruction."""
    raised = ctypes.py_object(error) if error else None
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), raised)
