"""Special functions as names: to the kernel Γ(k) or |u| is the value of a function of which it knows nothing.

A theorem about such names holds for any functions, so for the special ones too; what it needs of them is among its
hypotheses.

>>> from sympy import gamma, symbols
>>> k, y = symbols("k y")
>>> hidden = opaque(y**(k - 1) / gamma(k))
>>> hidden.term, hidden.restored(hidden.term)
(y**(k - 1)/Gamma(k), y**(k - 1)/gamma(k))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, overload

import sympy
from sympy import (
    Abs,
    Basic,
    Dummy,
    Expr,
    Function,
    Indexed,
    KroneckerDelta,
    Lambda,
    NumberSymbol,
    Piecewise,
    Pow,
    Symbol,
    exp,
    log,
)
from sympy.core.function import AppliedUndef
from sympy.functions.elementary.hyperbolic import HyperbolicFunction

from ..border.binding import children, rebuilt, substitute

NAMES: dict[type[Basic], str] = {
    Abs: "abs",
    sympy.gamma: "Gamma",
    sympy.loggamma: "logGamma",
    sympy.beta: "Beta",
    sympy.besseli: "besselI",
    Piecewise: "piecewise",
}
# Positive wherever a density has them: at positive arguments, or at whole numbers from 0 to n.
POSITIVE = ("Gamma", "Beta", "factorial", "binomial", "besselI", "erf")


@dataclass(frozen=True)
class Opaque:
    """A term of the kernel's language, and what the functions in it stand for."""

    term: Expr
    meaning: Mapping[Any, Lambda] = field(default_factory=dict)

    @overload
    def restored(self, term: Expr) -> Expr: ...
    @overload
    def restored(self, term: Basic) -> Basic: ...
    def restored(self, term: Basic) -> Basic:
        """The term with the special functions for the names."""
        return substitute(term, self.meaning)


def opaque(expr: Basic) -> Opaque:
    """A term in which every function that is not elementary is a name; cosh and the like are written with exp."""
    meaning: dict[Any, Lambda] = {}
    taken = {symbol.name for symbol in expr.free_symbols if isinstance(symbol, Symbol)}
    return Opaque(_hidden(expr, taken, meaning), meaning)


def _hidden(expr: Basic, taken: set[str], meaning: dict[Any, Lambda]) -> Any:
    if isinstance(expr, HyperbolicFunction):
        return _hidden(expr.rewrite(exp), taken, meaning)
    if not isinstance(expr, (Function, Piecewise)) or isinstance(expr, (exp, log, KroneckerDelta, AppliedUndef)):
        return rebuilt(expr, (_hidden(part, taken, meaning) for part in children(expr)))
    whole = isinstance(expr, Piecewise) or expr.atoms(Pow, NumberSymbol)  # its arguments may be no exact numbers
    arguments = _atoms(expr) if whole else expr.args
    slots = [Dummy(f"u{place}") for place in range(len(arguments))]
    value = expr.xreplace(dict(zip(arguments, slots, strict=True))) if whole else expr.func(*slots)
    function = _named(expr, value, slots, taken, meaning)
    return function(*(_hidden(part, taken, meaning) for part in arguments))


def _atoms(expr: Basic) -> list[Basic]:
    """The variables in a term, and the entries of data vectors."""
    entries = {entry: Dummy() for entry in expr.atoms(Indexed)}
    variables = expr.xreplace(entries).free_symbols - set(entries.values())
    return sorted((*entries, *variables), key=str)


def _named(expr: Basic, value: Basic, slots: list[Dummy], taken: set[str], meaning: dict[Any, Lambda]) -> Any:
    """A name for the function, the same for the same function and for no other one."""
    stem, number = NAMES.get(type(expr), type(expr).__name__), 0
    while True:
        name = stem if not number else f"{stem}{number}"
        function, stands_for = Function(name), Lambda(tuple(slots), value)
        if name not in taken and meaning.setdefault(function, stands_for).dummy_eq(stands_for):
            return function
        number += 1
