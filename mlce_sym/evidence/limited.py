"""SymPy's integrals and sums, in a process of its own that is ended when its time is over.

May import balls and SymPy. A thread cannot be ended, and a signal handler works in the main thread alone and may be
swallowed by an `except` inside SymPy; a process can always be killed, and what it has spoiled goes with it. Where the
system can fork, it starts in about 10 ms.

>>> from sympy import Symbol, exp, oo, symbols
>>> y, rate = symbols("y lambda", positive=True)
>>> integral_or_sum(exp(-rate * y), y, sp.Interval(0, oo))
1/lambda
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

import sympy as sp
from sympy import Basic, Expr, Interval, S, Symbol

from .balls import rebuilt

SECONDS = 2.0


def within(seconds: float, function: Callable[..., Any], *args: Any) -> Any:
    """function(*args), or None if it takes longer, fails, or its process dies."""
    methods = multiprocessing.get_all_start_methods()
    context: Any = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_answer, args=(theirs, function, args), daemon=True)
    process.start()
    theirs.close()
    try:
        return ours.recv() if ours.poll(seconds) else None
    except EOFError:
        return None
    finally:
        process.kill()
        process.join()
        ours.close()


def _answer(pipe: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    """SymPy fails in many ways, and none of them matters to who only asked for a suggestion."""
    try:
        found = function(*args)
    except Exception:
        found = None
    pipe.send(found)


def integral_or_sum(f: Expr, y: Symbol, support: Basic, seconds: float = SECONDS) -> Expr | None:
    """What SymPy says that the sum or integral is, in one case where it distinguishes several; None without an answer.

    An answer is a suggestion, to be checked by numbers.
    """
    return within(seconds, _asked, f, y, support)


def _asked(f: Expr, y: Symbol, support: Basic) -> Expr | None:
    found = _found(f, y, support)
    if isinstance(found, sp.Piecewise):
        found = found.args[0][0]
    if found is None or found.has(sp.Integral, sp.Sum, sp.oo, sp.nan, sp.zoo):
        return None
    return min(found, sp.cancel(found), key=sp.count_ops)


def _found(f: Expr, y: Symbol, support: Basic) -> Expr | None:
    if isinstance(support, sp.FiniteSet):
        return sp.Add(*(rebuilt(f, {y: outcome}) for outcome in support.args))
    limits = _limits(support)
    if limits is None:
        return None
    return sp.integrate(f, (y, *limits)) if isinstance(support, Interval) else sp.summation(f, (y, *limits))


def _limits(support: Basic) -> tuple[Expr, Expr] | None:
    if isinstance(support, Interval):
        return support.start, support.end
    if isinstance(support, sp.Range) and support.step == 1:
        return support.start, support.stop - 1
    known = {S.Naturals: (S.One, sp.oo), S.Naturals0: (S.Zero, sp.oo), S.Integers: (-sp.oo, sp.oo)}
    return known.get(support)
