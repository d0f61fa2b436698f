"""A process of its own: it is ended in time, and leaves nothing behind."""

import multiprocessing
import os
import time

from sympy import FiniteSet, Interval, Range, S, Symbol, exp, factorial, oo

from mlce_sym.evidence.limited import integral_or_sum, within

y = Symbol("y", real=True)


def for_ever():
    while True:
        try:
            time.sleep(1)
        except BaseException:  # what SymPy might do to a signal
            continue


def test_it_is_ended_in_time():
    begun = time.monotonic()
    assert within(0.2, for_ever) is None
    assert time.monotonic() - begun < 3
    assert not multiprocessing.active_children()


def test_what_fails_or_dies_gives_no_answer():
    assert within(5, divmod, 1, 0) is None
    assert within(5, os._exit, 3) is None
    assert within(5, divmod, 7, 2) == (3, 1)


def test_integrals_and_sums():
    assert integral_or_sum(exp(-(y**2)), y, Interval(0, 1)) is not None
    assert integral_or_sum(3**y / factorial(y), y, S.Naturals0) == exp(3)
    assert integral_or_sum(y**2, y, Range(1, 4)) == integral_or_sum(y, y, FiniteSet(4, 10)) == 14
    assert integral_or_sum(exp(y), y, Interval(0, oo)) is None
