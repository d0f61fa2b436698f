"""Expectations and variances as SymPy writes them, by what they mean: sums and integrals over the laws.

E f(X) = Σ_k f(k) P(X = k), or ∫ f(x) p(x) dx; Var X = E X² − (E X)². Random variables are independent, as they are in
SymPy, so that E(X Y) = E X · E Y; of one factor with two of them nothing is said. A law is what its density in SymPy
says, which stands in the statement that is judged.

>>> from sympy import Symbol
>>> from sympy.stats import Exponential, Expectation, Poisson, Variance
>>> rate = Symbol("r")
>>> written_out(Expectation(2 * Poisson("N", rate) + 1))
2*Sum(k*r**k*exp(-r)/factorial(k), (k, 0, oo)) + 1
>>> written_out(Expectation(Exponential("T", rate)))
Integral(r*x*exp(-r*x), (x, 0, oo))
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sympy import Add, Basic, Dummy, Expr, Interval, Mul, Piecewise, Pow, S, Sum, Symbol, binomial
from sympy.integrals.integrals import Integral

from .binding import as_written, children, fresh
from .names import NotPlain
from .nodes import Le

STARTS = {S.Naturals0: 0, S.Naturals: 1}
Meaning = Callable[[Any], Expr]


def written_out(term: Basic) -> Basic:
    """The term with sums and integrals for its expectations and variances. Raises NotPlain where a law has none."""
    if "sympy.stats" not in sys.modules:
        return term  # then nobody has made any
    meaning = MEANINGS.get(_kind(term))
    if meaning is not None:
        inside, *condition = map(written_out, term.args)
        if condition:
            raise NotPlain(f"{term} is under a condition: say what it is as an integral or sum")
        return meaning(inside)
    if _kind(term) == "RandomSymbol" or not term.args:
        return term
    return as_written(term, map(written_out, children(term)))


def presumed_of_laws(term: Basic) -> Iterator[Basic]:
    """What a law is made for only: a binomial one for a number of trials."""
    for variable in sorted(_random(term), key=str) if "sympy.stats" in sys.modules else ():
        law = getattr(variable.pspace, "distribution", None)
        if law is not None and type(law).__name__ == "BinomialDistribution":
            yield Le(0, law.args[0])


def _kind(term: Basic) -> str:
    """The name of a class of `sympy.stats`, which takes long to import."""
    return type(term).__name__ if str(type(term).__module__).startswith("sympy.stats") else ""


def _random(term: Basic) -> frozenset[Any]:
    if _kind(term) == "RandomSymbol":
        return frozenset((term,))
    return frozenset().union(*map(_random, term.args))


def expectation(term: Expr) -> Expr:
    random = _random(term)
    if isinstance(term, Add):
        return Add(*map(expectation, term.args))
    if isinstance(term, Mul):
        return Mul(*(_of_one(Mul(*factors), variable) for variable, factors in _by_variable(term.args)))
    if len(random) > 1:
        raise NotPlain(f"{term} has {len(random)} random variables in one factor: say what its expectation is")
    return _of_one(term, next(iter(random), None))


def _by_variable(parts: tuple[Expr, ...]) -> list[tuple[Any, list[Expr]]]:
    """The factors or terms by the random variable that each of them has; None for those without."""
    found: dict[Any, list[Expr]] = {}
    for part in parts:
        random = _random(part)
        if len(random) > 1:
            raise NotPlain(f"{part} has {len(random)} random variables: multiply it out")
        found.setdefault(next(iter(random), None), []).append(part)
    return sorted(found.items(), key=lambda item: str(item[0]))


def variance(term: Expr) -> Expr:
    """Those of independent terms add up, and a constant has none."""
    if isinstance(term, Add):
        terms = ((Add(*parts), variable) for variable, parts in _by_variable(term.args))
        return Add(*(_variance_of_one(part) for part, variable in terms if variable is not None))
    return _variance_of_one(term)


def _variance_of_one(term: Expr) -> Expr:
    return expectation(Pow(term, 2)) - expectation(term) ** 2 if _random(term) else S.Zero


MEANINGS: dict[str, Meaning] = {"Expectation": expectation, "Variance": variance}


def _of_one(term: Expr, variable: Any) -> Expr:
    """The expectation of a term with one random variable, over its law."""
    if variable is None:
        return term
    if not type(variable.pspace).__name__.startswith("Single") or _random(variable.pspace.distribution):
        raise NotPlain(f"{variable} has no law of its own")
    law, continuous = variable.pspace.distribution, "Continuous" in type(variable.pspace).__name__
    at = partial(_with, term, variable)
    taken = {symbol for part in (at(Dummy()), *law.args) for symbol in part.atoms(Symbol)}
    plain = Symbol("x" if continuous else "k")
    x = fresh(plain, taken) if plain.name in {symbol.name for symbol in taken} else plain
    if continuous:
        return _over_interval(at(x), law, x)
    return _over_integers(at, law, x)


def _over_interval(body: Expr, law: Any, x: Symbol) -> Expr:
    if not isinstance(law.set, Interval):
        raise NotPlain(f"the law {law} is on no interval")
    whole: Expr = Integral(body * _inside(law.pdf(x)), (x, *law.set.args[:2]))
    return whole


def _inside(density: Expr) -> Expr:
    """Of a density that is 0 outside of its set, what it is there."""
    if not isinstance(density, Piecewise):
        return density
    inside, *others = density.args
    if [tuple(other) for other in others] != [(0, True)]:
        raise NotPlain(f"the density {density} has several pieces")
    found: Expr = inside.args[0]
    return found


def _over_integers(at: Callable[[Basic], Expr], law: Any, k: Symbol) -> Expr:
    start = next((first for values, first in STARTS.items() if values == law.set), None)
    if start is not None:
        return Sum(at(k) * _inside(law.pdf(k)), (k, start, S.Infinity))
    if type(law).__name__ == "BinomialDistribution" and law.args[2:] == (1, 0):
        n, p = law.args[:2]
        return Sum(at(k) * binomial(n, k) * p**k * (1 - p) ** (n - k), (k, 0, n))
    values: Any = getattr(law, "dict", None)
    if not hasattr(values, "items"):
        raise NotPlain(f"the law {law} has no values that are known")
    return Add(*(at(value) * weight for value, weight in values.items()))


def _with(term: Basic, variable: Any, value: Basic) -> Any:
    if term == variable:
        return value
    return as_written(term, (_with(part, variable, value) for part in children(term))) if term.args else term
