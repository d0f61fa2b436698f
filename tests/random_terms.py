"""Random terms of the whole language, and hypotheses about their names, for `random_pairs.py`.

The names are drawn, too: those of constants and functions of SymPy among them.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sympy import (
    Abs,
    Add,
    And,
    Basic,
    Contains,
    Derivative,
    Eq,
    FiniteSet,
    Function,
    IndexedBase,
    Integer,
    Integral,
    Interval,
    KroneckerDelta,
    Max,
    Min,
    Mul,
    Ne,
    Piecewise,
    Pow,
    Product,
    Rational,
    S,
    Subs,
    Sum,
    Symbol,
    beta,
    binomial,
    cos,
    cosh,
    digamma,
    erf,
    exp,
    factorial,
    gamma,
    log,
    loggamma,
    oo,
    pi,
    polygamma,
    sign,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

from mlce_sym.border.nodes import ForAll, Lt, Member

REALS = ("a", "b", "c", "theta", "lambda", "E", "S", "I", "N", "O", "pi", "gamma", "beta", "Q", "x1", "t_1")
SIZES = ("n", "m", "K", "N_1")
INDICES = ("i", "j", "k", "I_1", "s")
DATA = ("x", "y", "w", "p")
NUMBERS = (-2, -1, 0, 1, 2, 3)
EXTREMES = (Integer(10) ** 20, Integer(10) ** 400, Rational(1, 10**400))  # no float holds the last two
SMOOTH = (exp, sin, cos, sinh, cosh, tanh, erf)
BASES = (Integer(2), Rational(1, 2), Rational(3, 2))


@dataclass(frozen=True)
class Names:
    """The symbols of one pair: real numbers, sizes, indices (free or bound), variables, data and a function."""

    reals: tuple[Symbol, ...]
    sizes: tuple[Symbol, ...]
    indices: tuple[Symbol, ...]
    moving: tuple[Symbol, ...]
    data: tuple[IndexedBase, ...]
    function: Any


def named(rng: random.Random) -> Names:
    """Now and then with assumptions, of which SymPy makes use when it builds a term."""
    facts = rng.choice(({}, {}, {}, {"real": True}, {"positive": True}, {"nonnegative": True}))
    whole = rng.choice(({}, {}, {"integer": True, "positive": True}, {"integer": True, "nonnegative": True}))
    return Names(
        tuple(Symbol(name, **facts) for name in rng.sample(REALS, 3)),
        tuple(Symbol(name, **whole) for name in rng.sample(SIZES, 2)),
        tuple(Symbol(name, **({"integer": True} if whole else {})) for name in rng.sample(INDICES, 3)),
        tuple(map(Symbol, rng.sample(("t", "u", "z", "r"), 2))),
        tuple(IndexedBase(name) for name in rng.sample(DATA, 2)),
        Function(rng.choice(("f", "g", "h"))),
    )


@dataclass(frozen=True)
class Terms:
    """A source of random terms; those inside a binder may speak of its variable."""

    rng: random.Random
    names: Names
    scope: tuple[Symbol, ...] = ()
    variable: Symbol | None = None  # of the innermost integral or derivative

    def inside(self, index: Symbol) -> Terms:
        return Terms(self.rng, self.names, (*self.scope, index), self.variable)

    def along(self, variable: Symbol) -> Terms:
        return Terms(self.rng, self.names, self.scope, variable)

    def any(self, depth: int) -> Basic:
        if depth <= 0 or self.rng.random() < 0.15:
            return self.leaf()
        return self.rng.choice(WIDE)(self, depth - 1)

    def leaf(self) -> Basic:
        rng, names = self.rng, self.names
        if self.variable is not None and rng.random() < 0.5:
            return self.variable
        if self.scope and rng.random() < 0.6:
            index = rng.choice(self.scope)
            return rng.choice((index, names.data[0][index], names.data[0][index], names.data[1][index]))
        pick = rng.random()
        if pick < 0.6:
            return rng.choice(names.reals)
        if pick < 0.75:
            return rng.choice(names.sizes)
        return Integer(rng.choice(NUMBERS)) if pick < 0.96 else rng.choice((pi, Rational(1, 3)))

    def whole(self) -> Basic:
        """An integer, of a few kinds."""
        rng = self.rng
        return rng.choice((*self.names.sizes, *self.names.sizes, *self.scope, Integer(rng.choice((0, 1, 2, 3)))))

    def positive(self, depth: int) -> Basic:
        """What is often positive: as an argument of log, Γ and roots, and as a base."""
        term = self.any(depth)
        kind = self.rng.randrange(6)
        made: tuple[Callable[[Basic], Basic], ...] = (exp, lambda u: 1 + u**2, Abs)
        return made[kind](term) if kind < 3 else self.rng.choice((*self.names.reals, 1 + self.whole()))


def _sum(terms: Terms, depth: int) -> Basic:
    return Add(terms.any(depth), terms.any(depth))


def _product(terms: Terms, depth: int) -> Basic:
    return Mul(terms.any(depth), terms.any(depth))


def _power(terms: Terms, depth: int) -> Basic:
    rng = terms.rng
    if rng.random() < 0.4:
        return Pow(terms.any(depth), rng.choice((-2, -1, 2, 3)))
    if rng.random() < 0.3:  # a whole power of any base, of which some laws hold, and others do not
        base = rng.choice((Integer(-1), terms.leaf(), -terms.leaf(), terms.leaf() * terms.leaf(), terms.any(depth)))
        return Pow(base, rng.choice((terms.whole(), 2 * terms.whole(), terms.whole() + 1, -terms.whole())))
    exponent = rng.choice((Rational(1, 2), Rational(-1, 2), Rational(3, 2), terms.leaf(), terms.whole()))
    return Pow(terms.positive(depth), exponent)


def _smooth(terms: Terms, depth: int) -> Basic:
    return terms.rng.choice((exp, exp, *SMOOTH, tan))(terms.any(depth))


def _logarithm(terms: Terms, depth: int) -> Basic:
    made = terms.positive(depth) * terms.positive(depth) if terms.rng.random() < 0.4 else terms.positive(depth)
    return log(made)


def _kinked(terms: Terms, depth: int) -> Basic:
    kind = terms.rng.choice((Abs, Abs, sign, Max, Min))
    return kind(*(terms.any(depth) for _ in range(2 if kind in (Max, Min) else 1)))


def _gammas(terms: Terms, depth: int) -> Basic:
    rng, whole = terms.rng, terms.whole()
    return rng.choice(
        (
            lambda: factorial(whole),
            lambda: factorial(whole + rng.choice((-1, 1))),
            lambda: binomial(whole, terms.whole()),
            lambda: binomial(whole + 1, terms.leaf()),
            lambda: gamma(terms.positive(depth)),
            lambda: gamma(terms.leaf() + 1),
            lambda: loggamma(terms.positive(0)),
            lambda: beta(terms.positive(0), terms.positive(0)),
            lambda: digamma(terms.positive(0)),
            lambda: polygamma(rng.choice((0, 1, 2)), terms.positive(0)),
        )
    )()


def _delta(terms: Terms, depth: int) -> Basic:
    return KroneckerDelta(terms.whole(), rng_index(terms)) * terms.any(depth)


def rng_index(terms: Terms) -> Basic:
    return terms.rng.choice((*terms.scope, *terms.names.indices))


def _range(terms: Terms, depth: int) -> Basic:
    rng = terms.rng
    index, head = rng.choice(terms.names.indices), rng.choice((Sum, Sum, Product))
    low = rng.choice((Integer(1), Integer(1), Integer(1), Integer(0), terms.whole()))
    high = rng.choice((*terms.names.sizes, terms.whole(), terms.whole() - 1))
    return head(terms.inside(index).any(depth), (index, low, high))


def _entry(terms: Terms, depth: int) -> Basic:
    index = rng_index(terms)
    return terms.rng.choice(terms.names.data)[index + terms.rng.choice((0, 0, 0, 1))]


def _function(terms: Terms, depth: int) -> Basic:
    return terms.names.function(terms.whole(), terms.rng.choice((*terms.scope, *terms.names.sizes)))


def _cases(terms: Terms, depth: int) -> Basic:
    return Piecewise((terms.any(depth), terms.leaf() > 0), (terms.any(depth), True))


def _series(terms: Terms, depth: int) -> Basic:
    """An infinite sum of a well-known kind, which may converge."""
    rng = terms.rng
    k, low = rng.choice(terms.names.indices), rng.choice((0, 0, 1, 1, 2))
    base = rng.choice((*terms.names.reals, *BASES, exp(-rng.choice(terms.names.reals))))
    real = rng.choice(terms.names.reals)
    body = rng.choice(
        (
            base**k,
            k * base**k,
            base**k / factorial(k),
            k * base**k / factorial(k),
            base**k / (k + 1),
            (k + 1) ** (-rng.choice((1, 2, 3, 2 + real**2))),
            binomial(k + real, k) * base**k,
            base**k * real ** (k + 1),
            base ** (k**2),
            base**k / factorial(k + 1),
            log(k + 1) * base**k,
            KroneckerDelta(k, rng.choice(terms.names.sizes)) * base**k,
        )
    )
    factor = terms.leaf() if rng.random() < 0.4 else Integer(1)
    return Sum(factor * body, (k, low, oo))


def _improper(terms: Terms, depth: int) -> Basic:
    rng = terms.rng
    t, real = rng.choice(terms.names.moving), rng.choice(terms.names.reals)
    rate = rng.choice((Integer(1), Integer(2), real, real**2 + 1))
    low, high = rng.choice(((0, oo), (0, oo), (1, oo), (-oo, oo), (-oo, 0), (0, 1), (real, oo), (-oo, real), (0, real)))
    kinds = (
        exp(-rate * t),
        exp(-rate * t**2),
        1 / (t**real + t ** rng.choice(terms.names.reals)),
        1 / (rate + exp(t)),
        1 / (exp(-1 / t) + exp(-2 / t)),
        log(t) ** 2 / (1 + t),
        t**real / (1 + t**2),
        1 / (t + sqrt(t)),
        1 / (1 - log(t)),
        gamma(t + real) / factorial(t + 1),
        exp(-Abs(t)),
        t**real * exp(-rate * t),
        t ** Rational(rng.choice((-3, -1, 1)), 2) * exp(-t),
        t ** (-rng.choice((1, 2, 3))),
        1 / (1 + t**2),
        t * exp(-(t**2) / rate),
        log(t) * exp(-t),
        t ** (real - 1) * (1 - t) ** rng.choice((1, 2)),
        exp(-t) / (1 + exp(-t)) ** 2,
        Abs(t - real) * exp(-Abs(t)),
        Max(t, real) * exp(-(t**2)),
        (t - real) ** 2 * exp(-((t - real) ** 2)),
    )
    body = rng.choice(kinds) * (rng.choice(kinds) if rng.random() < 0.3 else 1)
    factor = terms.leaf() if rng.random() < 0.3 else Integer(1)
    return Integral(factor * body, (t, low, high))


def _integral(terms: Terms, depth: int) -> Basic:
    t, rng = terms.rng.choice(terms.names.moving), terms.rng
    low = rng.choice((Integer(0), Integer(0), Integer(-1), *terms.names.reals))
    high = rng.choice((Integer(1), Integer(2), *terms.names.reals, *terms.names.sizes))
    return Integral(terms.along(t).any(min(depth, 1)), (t, low, high))


def _derivative(terms: Terms, depth: int) -> Basic:
    rng = terms.rng
    variable = rng.choice((*terms.names.reals, *terms.names.moving[:1]))
    slope = Derivative(terms.along(variable).any(depth), (variable, rng.choice((1, 1, 1, 2))), evaluate=False)
    return Subs(slope, variable, rng.choice(terms.names.reals)) if rng.random() < 0.1 else slope


WIDE: tuple[Callable[[Terms, int], Basic], ...] = (
    *(3 * (_sum, _product)),
    *(2 * (_power, _smooth, _logarithm, _kinked, _gammas)),
    *(4 * (_range,)),
    *(2 * (_entry,)),
    *(_delta, _function, _cases, _series, _series, _improper, _integral, _derivative, _derivative),
)


def positivity(names: Names, rng: random.Random) -> list[Basic]:
    """What is often needed: that real numbers and entries are positive, or between 0 and 1."""
    index, data = rng.choice(names.indices), names.data
    found: list[Basic] = []
    for real in names.reals:
        found += rng.choice(([real > 0], [real > 0], [real > 0, real < 1], [Ne(real, 0)], [real >= 0], []))
    found += rng.choice(([], [data[0][index] > 0], [data[0][index] >= 0], [data[0][index] > 0, data[0][index] < 1]))
    return [h for h in found if h != S.true]


def hypotheses(names: Names, rng: random.Random) -> list[Any]:
    """Hypotheses of every kind, each now and then."""
    (a, b, c), (n, m), index = names.reals, names.sizes, rng.choice(names.indices)
    x, y = names.data
    kinds = (
        [n >= 1],
        [n >= 1, m >= 1],
        [n >= 0, m >= n],
        [n > m],
        [Eq(a, b)],
        [a < b],
        [a <= b],
        [a < b, b < c],
        [a > 1],
        [a < 0],
        [Contains(a, Interval(0, 1))],
        [Contains(a, Interval.open(0, 1))],
        [Contains(a, FiniteSet(0, 1))],
        [Contains(b, FiniteSet(-1, 1))],
        [Contains(a, S.Integers)],
        [Contains(n, S.Naturals)],
        [Contains(n, FiniteSet(0))],
        [Contains(x[index], FiniteSet(0, 1))],
        [Contains(y[index], Interval(0, 1))],
        [Ne(x[index], 0)],
        [ForAll(Lt(0, x[index]), (index, 1, n))],
        [ForAll(Member(x[index], S.Integers), (index, S.Integers))],
        [Eq(Sum(x[index], (index, 1, n)), 1)],
        [And(a > 0, b > 0)],
        [Eq(a, 0)],
        [Ne(a, b)],
        [sqrt(2) < a],
    )
    chosen = [h for _ in range(rng.choice((0, 0, 1, 1, 2))) for h in rng.choice(kinds)]
    return [h for h in (*chosen, *(positivity(names, rng) if rng.random() < 0.6 else [])) if h is not S.true]
