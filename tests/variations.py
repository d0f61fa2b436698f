"""Changes to a random term, for `random_pairs.py`: laws that hold, hold under conditions, or hold nearly.

Each law takes a term of its own shape and gives another one, or None where it has nothing to say.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from sympy import (
    Abs,
    Add,
    Basic,
    Derivative,
    Integer,
    Integral,
    KroneckerDelta,
    Max,
    Min,
    Mul,
    Pow,
    Product,
    Rational,
    S,
    Sum,
    Symbol,
    beta,
    binomial,
    cos,
    cosh,
    digamma,
    exp,
    expand,
    factor,
    factorial,
    gamma,
    log,
    loggamma,
    oo,
    preorder_traversal,
    sign,
    simplify,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
    together,
)

from .brute_force.terms import inner

Law = Callable[[random.Random, Any], Basic | None]


def two(rng: random.Random, term: Basic) -> tuple[Basic, Basic] | None:
    """The parts of a sum or product, in two."""
    if len(term.args) < 2:
        return None
    first, *rest = rng.sample(term.args, len(term.args))
    return first, term.func(*rest)


def _log(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    if isinstance(u, Mul):
        first, rest = two(rng, u)  # type: ignore[misc]
        return log(first) + log(rest)
    if isinstance(u, Pow):
        return rng.choice((u.exp * log(u.base), u.exp * log(Abs(u.base))))
    if isinstance(u, exp):
        return u.args[0]
    if isinstance(u, Product):
        return Sum(log(u.function), *u.limits)
    return -log(1 / u)


def _exp(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    if isinstance(u, Add):
        first, rest = two(rng, u)  # type: ignore[misc]
        return exp(first) * exp(rest)
    if isinstance(u, Sum):
        return Product(exp(u.function), *u.limits)
    if isinstance(u, Mul):
        first, rest = two(rng, u)  # type: ignore[misc]
        return Pow(exp(first), rest)
    return rng.choice((1 / exp(-u), cosh(u) + sinh(u), sqrt(exp(2 * u))))


def _pow(rng: random.Random, term: Any) -> Basic | None:
    base, e = term.args
    if isinstance(base, Mul):
        first, rest = two(rng, base)  # type: ignore[misc]
        return Pow(first, e) * Pow(rest, e)
    if isinstance(base, Pow):
        return Pow(base.base, base.exp * e) if base.exp != 2 else Pow(Abs(base.base), 2 * e)
    if isinstance(base, Product):
        return Product(base.function**e, *base.limits)
    if isinstance(e, Add):
        first, rest = two(rng, e)  # type: ignore[misc]
        return Pow(base, first) * Pow(base, rest)
    halves = (Pow(base**2, e / 2), Pow(Abs(base), e), Pow(-base, e))  # which now and then is the same
    return rng.choice((exp(e * log(base)), base * Pow(base, e - 1), expand(term), *halves))


def _gamma(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    return rng.choice(((u - 1) * gamma(u - 1), gamma(u + 1) / u, factorial(u - 1), exp(loggamma(u))))


def _factorial(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    i = Symbol("i")
    return rng.choice((u * factorial(u - 1), factorial(u + 1) / (u + 1), gamma(u + 1), Product(i, (i, 1, u))))


def _binomial(rng: random.Random, term: Any) -> Basic | None:
    n, k = term.args
    return rng.choice(
        (
            factorial(n) / (factorial(k) * factorial(n - k)),
            binomial(n, n - k),
            binomial(n - 1, k - 1) + binomial(n - 1, k),
            n * binomial(n - 1, k - 1) / k,
            gamma(n + 1) / (gamma(k + 1) * gamma(n - k + 1)),
        )
    )


def _abs(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    if isinstance(u, Mul) and rng.random() < 0.6:
        first, rest = two(rng, u)  # type: ignore[misc]
        return Abs(first) * Abs(rest)
    return rng.choice((Max(u, -u), sqrt(u**2), u * sign(u), u, -u, u**2 / Abs(u)))


def _max(rng: random.Random, term: Any) -> Basic | None:
    u, v = (term.args[0], type(term)(*term.args[1:]))
    s = 1 if isinstance(term, Max) else -1
    other = Min if isinstance(term, Max) else Max
    return rng.choice(((u + v + s * Abs(u - v)) / 2, u + v - other(u, v), u, v, -other(-u, -v)))


def _hyperbolic(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    if isinstance(term, tanh):
        return rng.choice((sinh(u) / cosh(u), 1 - 2 / (exp(2 * u) + 1), -tanh(-u)))
    s = 1 if isinstance(term, cosh) else -1
    return rng.choice(((exp(u) + s * exp(-u)) / 2, s * term.func(-u)))


def _circular(rng: random.Random, term: Any) -> Basic | None:
    (u,) = term.args
    if isinstance(term, tan):
        return sin(u) / cos(u)
    other = sin if isinstance(term, cos) else cos
    return rng.choice((sqrt(1 - other(u) ** 2), (1 - other(u) ** 2) / term))


def _series(rng: random.Random, term: Any) -> Basic | None:
    """Of a sum or product: split, pulled, shifted, reversed, cut, written out, renamed."""
    head, (k, low, high), body = type(term), term.limits[-1], inner(term)
    join: Any = Add if head is Sum else Mul
    if high is not oo and rng.random() < 0.3:
        middle = rng.choice((low, high, high - 1, Symbol("m")))
        return join(head(body, (k, low, middle)), head(body, (k, middle + 1, high)))
    if high is not oo and rng.random() < 0.2:
        return head(body.xreplace({k: low + high - k}), (k, low, high))
    if rng.random() < 0.2:
        return head(body.xreplace({k: k + 1}), (k, low - 1, high - 1))
    if rng.random() < 0.2:
        return join(body.xreplace({k: low}), head(body, (k, low + 1, high)))
    if isinstance(body, join):
        first, rest = two(rng, body)  # type: ignore[misc]
        return join(head(first, (k, low, high)), head(rest, (k, low, high)))
    return _same_factor(rng, term, body)


def _same_factor(rng: random.Random, term: Any, body: Any) -> Basic | None:
    head, (k, low, high) = type(term), term.limits[-1]
    if head is Sum and isinstance(body, Mul):
        chosen = rng.choice(body.args)
        return chosen * Sum(body / chosen, (k, low, high))
    if isinstance(body, (Sum, Product)) and rng.random() < 0.5:
        return type(body)(head(inner(body), (k, low, high)), body.limits[-1])
    if head is Product:
        return exp(Sum(log(body), (k, low, high))) if rng.random() < 0.5 else body ** (high - low + 1)
    return rng.choice((lambda: body * (high - low + 1), lambda: log(Product(exp(body), (k, low, high)))))()


def _worked_out(rng: random.Random, term: Any) -> Basic | None:
    """What SymPy makes of a sum, integral or derivative."""
    try:
        done: Basic = term.doit()
    except Exception:
        return None
    return None if done.has(S.NaN, S.ComplexInfinity, oo, S.ImaginaryUnit) or done.count_ops() > 60 else done


def _integral(rng: random.Random, term: Any) -> Basic | None:
    (t, low, high), body = term.limits[-1], inner(term)
    pick = rng.random()
    if pick < 0.4:
        return _worked_out(rng, term)
    if pick < 0.5 and isinstance(body, Add):
        return Add(*(Integral(part, (t, low, high)) for part in body.args))
    if pick < 0.6 and isinstance(body, Mul):
        chosen = rng.choice(body.args)
        return chosen * Integral(body / chosen, (t, low, high))
    if pick < 0.75:
        middle = rng.choice((Integer(0), Integer(1), low, high))
        return Integral(body, (t, low, middle)) + Integral(body, (t, middle, high))
    if pick < 0.85:
        return Integral(body.xreplace({t: -t}), (t, -high, -low))
    return Integral(body.xreplace({t: t + 1}), (t, low - 1, high - 1))


def _derivative(rng: random.Random, term: Any) -> Basic | None:
    body, (variable, count) = term.expr, term.variable_count[0]
    if rng.random() < 0.6 or count != 1:
        return _worked_out(rng, term)
    if isinstance(body, Add):
        return Add(*(Derivative(part, variable, evaluate=False) for part in body.args))
    if isinstance(body, Mul):
        first, rest = two(rng, body)  # type: ignore[misc]
        slopes = (Derivative(part, variable, evaluate=False) for part in (first, rest))
        return rest * next(slopes) + first * next(slopes)
    if isinstance(body, (Sum, Integral)):
        return type(body)(Derivative(body.function, variable, evaluate=False), *body.limits)
    return None


def _other(rng: random.Random, term: Any) -> Basic | None:
    """Of any term: what SymPy makes of it."""
    if term.has(Integral, Derivative, Sum, Product) or term.count_ops() > 12:
        return None
    try:
        made: Basic = rng.choice((expand, factor, together, simplify))(term)
    except Exception:
        return None
    return made


LAWS: dict[Any, Law] = {
    log: _log,
    exp: _exp,
    Pow: _pow,
    gamma: _gamma,
    loggamma: lambda rng, term: log(gamma(term.args[0])),
    factorial: _factorial,
    binomial: _binomial,
    beta: lambda rng, term: gamma(term.args[0]) * gamma(term.args[1]) / gamma(Add(*term.args)),
    digamma: lambda rng, term: digamma(term.args[0] - 1) + 1 / (term.args[0] - 1),
    Abs: _abs,
    Max: _max,
    Min: _max,
    sign: lambda rng, term: term.args[0] / Abs(term.args[0]),
    sinh: _hyperbolic,
    cosh: _hyperbolic,
    tanh: _hyperbolic,
    sin: _circular,
    cos: _circular,
    tan: _circular,
    Sum: _series,
    Product: _series,
    Integral: _integral,
    Derivative: _derivative,
    KroneckerDelta: lambda rng, term: KroneckerDelta(*reversed(term.args)),
}


def varied(rng: random.Random, term: Basic) -> Basic:
    """The term with a law at one place."""
    places = [part for part in preorder_traversal(term) if type(part) in LAWS]
    if not places or rng.random() < 0.1:
        return _other(rng, term) or term
    part = rng.choice(places)
    law = _worked_out if isinstance(part, (Sum, Product)) and rng.random() < 0.2 else LAWS[type(part)]
    made = law(rng, part)
    return term if made is None else replaced(term, part, made)


def replaced(term: Basic, part: Basic, made: Basic) -> Basic:
    """With the first occurrence exchanged; what is bound may be captured, and that is the point."""
    if term == part:
        return made
    arguments = list(term.args)
    for place, argument in enumerate(arguments):
        if part in preorder_traversal(argument):
            arguments[place] = replaced(argument, part, made)
            return _made(term, arguments)
    return term


def _made(term: Basic, arguments: list[Basic]) -> Basic:
    if isinstance(term, Derivative):
        return Derivative(*arguments, evaluate=False)
    return term.func(*arguments)


def spoiled(rng: random.Random, term: Basic) -> Basic:
    """The term with one mistake: a number, a sign, or a name."""
    numbers = sorted((part for part in preorder_traversal(term) if isinstance(part, Rational)), key=str)
    names = sorted((part for part in term.free_symbols if isinstance(part, Symbol)), key=str)
    pick = rng.random()
    if numbers and pick < 0.5:
        number = rng.choice(numbers)
        return replaced(term, number, number + rng.choice((-1, 1)))
    if len(names) > 1 and pick < 0.8:
        one, other = rng.sample(names, 2)
        return replaced(term, one, other)
    return rng.choice((-term, term + 1, 2 * term))
