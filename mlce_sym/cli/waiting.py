"""What takes longer than a moment says so on a terminal, until it is done."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import click

MOMENT = 2  # seconds without a word


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Count the seconds on a line of its own, which goes away at the end; nothing is written to a file or a pipe."""
    if not sys.stderr.isatty():
        yield
        return
    done = Event()
    counting = Thread(target=_count, args=(what, done), daemon=True)
    counting.start()
    try:
        yield
    finally:
        done.set()
        counting.join()


def _count(what: str, done: Event) -> None:
    seconds = 0
    while not done.wait(1):
        seconds += 1
        if seconds >= MOMENT:
            click.echo(f"\r{what} … {seconds} s\x1b[K", nl=False, err=True)
    if seconds >= MOMENT:
        click.echo("\r\x1b[K", nl=False, err=True)
