"""A random model, for tests: values for every name, truth in it (100 digits), random terms, and facts that hold in it.

It shares nothing with the project but the node types. What the kernel proves from facts that hold in a model must hold
in it, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from functools import reduce
from typing import Any

from mpmath import diff, ln, mp, mpf, quad
from mpmath import exp as exponential
from sympy import (
    Abs,
    Add,
    Basic,
    Eq,
    Expr,
    Function,
    Indexed,
    IndexedBase,
    Integer,
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
    Set,
    StrictLessThan,
    Sum,
    Symbol,
    beta,
    binomial,
    cos,
    cosh,
    erf,
    exp,
    factorial,
    gamma,
    log,
    polygamma,
    sign,
    sin,
    sinh,
    tanh,
)
from sympy.core.function import AppliedUndef

from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    Binder,
    Cases,
    CrossEntropy,
    DerivativeAt,
    Different,
    Entropy,
    Equals,
    ForAll,
    IndexRange,
    IntegralOver,
    KLDivergence,
    Le,
    Lt,
    Member,
    Without,
)

mp.dps = 100
FUNCTIONS_OF: dict[Any, Any] = {
    **{Abs: abs, sign: mp.sign, Max: max, Min: min},
    **{sin: mp.sin, cos: mp.cos, sinh: mp.sinh, cosh: mp.cosh, tanh: mp.tanh, erf: mp.erf},
    **{gamma: mp.gamma, factorial: mp.factorial, beta: mp.beta, polygamma: lambda m, x: mp.psi(int(m), x)},
}
FUNCTIONS = (*FUNCTIONS_OF, binomial)
NEAR = mpf(10) ** -25
REALS = [Symbol(name) for name in "xyz"]
INTEGERS = [Symbol(name) for name in "nm"]
INDICES = [Symbol(name) for name in "ij"]
F, G, Y = Function("f"), Function("g"), IndexedBase("w")
SERIES = (Sum, Product, Entropy, CrossEntropy, KLDivergence)
Env = dict[Any, Any]


TAME = ("add", "add", "mul", "mul", "square", "delta", "exp", "series", "series")
WILD = ("inverse", "inverse", "root", "log")


class Undefined(Exception):
    """The term has no value here."""


class OutOfReach(Undefined):
    """A number too large, or too near to 0, for floating-point numbers to tell."""


def near(a: Any, b: Any) -> bool:
    return bool(abs(a - b) <= NEAR * (1 + abs(a) + abs(b)))


def sign_of(value: Any) -> int:
    return 0 if near(value, 0) else int(mp.sign(value))


def value(term: Basic, env: Env) -> Any:
    """The number that a term is. Raises Undefined, where the certificate's language has no value."""
    if isinstance(term, Rational):
        return mpf(int(term.p)) / int(term.q)
    if isinstance(term, Symbol):
        return mpf(env[term])
    if term in (S.Pi, S.Exp1):
        return +(mp.pi if term == S.Pi else mp.e)
    if isinstance(term, SERIES):
        return _series(term, env)
    if isinstance(term, (DerivativeAt, IntegralOver)):
        return _slope(term, env) if isinstance(term, DerivativeAt) else _area(term, env)
    if isinstance(term, (Indexed, AppliedUndef)):
        head, parts = (term.base, term.indices) if isinstance(term, Indexed) else (term.func, term.args)
        return mpf(env[head](*(value(part, env) for part in parts)))
    if hasattr(term, "bodies") or isinstance(term, (Cases, Piecewise)):
        raise OutOfReach(f"{type(term).__name__} is not evaluated here")
    return _of_parts(term, [value(part, env) for part in term.args])


def _of_parts(term: Basic, parts: list[Any]) -> Any:
    if isinstance(term, (Add, Mul)):
        return reduce(lambda a, b: a + b if isinstance(term, Add) else a * b, parts)
    if isinstance(term, KroneckerDelta):
        return mpf(1 if near(*parts) else 0)
    if isinstance(term, Pow):
        return _power(*parts)
    if isinstance(term, log):
        return ln(_positive(parts[0]))
    if isinstance(term, FUNCTIONS):
        return _declared(term, parts)
    if not isinstance(term, exp):
        raise Undefined(f"{term} is no real number")
    if abs(parts[0]) > 50:
        raise OutOfReach("too large to compare")
    return exponential(parts[0])


def _declared(term: Basic, parts: list[Any]) -> Any:
    """The functions of the language, by mpmath; Γ and its kin where their arguments are positive."""
    if any(abs(part) > 50 for part in parts):
        raise OutOfReach("too large to compare")
    *_, last = parts
    least = {polygamma: 0, gamma: 0, factorial: -1}.get(type(term))
    if (least is not None and last <= least) or (isinstance(term, beta) and min(parts) <= 0):
        raise Undefined("outside of its domain")
    if isinstance(term, binomial):
        if parts[0] <= -1:
            raise Undefined("outside of its domain")
        return mp.gamma(parts[0] + 1) * mp.rgamma(last + 1) * mp.rgamma(parts[0] - last + 1)
    return FUNCTIONS_OF[type(term)](*parts)


def _power(base: Any, exponent: Any) -> Any:
    if abs(exponent) > 30 or abs(base) > 10**9:
        raise OutOfReach("too large to compare")
    if exponent != int(exponent):
        return mpf(0) if base == 0 and exponent > 0 else _positive(base) ** exponent
    if near(base, 0) and exponent < 0:
        raise Undefined("division by zero")
    return base ** int(exponent)


def _positive(number: Any) -> Any:
    if abs(number) <= NEAR and number != 0:
        raise OutOfReach("too near to 0 to compare")
    if number <= 0:
        raise Undefined("not positive")
    return number


def _limit(term: Basic) -> tuple[Symbol, Basic, Basic, list[Basic]]:
    if isinstance(term, (Sum, Product)):
        *inner, (variable, low, high) = term.limits
        return variable, low, high, [type(term)(term.function, *inner) if inner else term.function]
    return term.variable, *term.domain.args, list(term.bodies)


def whole_numbers(low: Basic, high: Basic, env: Env) -> range:
    first, last = value(low, env), value(high, env)
    if not near(first, round(first)) or not near(last, round(last)) or last < first - 1 - NEAR:
        raise Undefined("a range that makes no sense")
    return range(round(first), round(last) + 1)


def _series(term: Basic, env: Env) -> Any:
    variable, low, high, bodies = _limit(term)
    if high == S.Infinity:
        raise OutOfReach("an infinite sum")
    rows = [[value(body, {**env, variable: k}) for body in bodies] for k in whole_numbers(low, high, env)]
    if isinstance(term, (Sum, Product)):
        return _of_parts(
            Add(*REALS) if isinstance(term, Sum) else Mul(*REALS),
            [mpf(isinstance(term, Product)), *(r[0] for r in rows)],
        )
    for p, *q in rows:
        if sign_of(p) < 0 or any(sign_of(each) <= 0 for each in q):
            raise Undefined("not a distribution")
    if isinstance(term, CrossEntropy):
        return -sum((p * ln(q) for p, q in rows if sign_of(p)), mpf(0))
    return sum((p * (ln(p / q[0]) if q else -ln(p)) for p, *q in rows if sign_of(p)), mpf(0))


def _slope(term: Any, env: Env) -> Any:
    domain, point = term.domain.args
    at = value(point, env)
    if not _member(at, domain, env):
        raise Undefined("no point of the open set")
    return diff(lambda t: value(term.bodies[0], {**env, term.variable: t}), at)


def _area(term: Any, env: Env) -> Any:
    low, high = (value(end, env) for end in term.domain.args)
    if low > high:
        raise Undefined("an interval from right to left")
    return quad(lambda t: value(term.bodies[0], {**env, term.variable: t}), [low, high], maxdegree=3)


def true(statement: Basic, env: Env) -> bool:
    """Does the proposition hold? Raises Undefined where it speaks of a term without value."""
    if statement in (S.true, S.false):
        return bool(statement)
    if isinstance(statement, ForAll):
        domain, (body,) = statement.domain, statement.bodies
        return min((true(body, {**env, statement.variable: k}) for k in elements(domain, env)), default=True)
    if isinstance(statement, Member):
        return _member(value(statement.args[0], env), statement.args[1], env)
    a, b = (value(side, env) for side in statement.args)
    if isinstance(statement, (Eq, Ne)):
        return near(a, b) == isinstance(statement, Eq)
    return bool(a < b and not near(a, b)) if isinstance(statement, StrictLessThan) else bool(a <= b or near(a, b))


def elements(domain: Basic, env: Env) -> list[Any]:
    """The members of a finite set, in order."""
    if isinstance(domain, IndexRange):
        return [mpf(k) for k in whole_numbers(*domain.args, env)]
    if isinstance(domain, (ArgMax, ArgMin)):
        return _optima(domain, env)
    if isinstance(domain, Without):
        point = value(domain.args[1], env)
        return [each for each in elements(domain.args[0], env) if not near(each, point)]
    if domain != S.EmptySet and not domain.is_FiniteSet:
        raise Undefined(f"{domain} is not finite")
    found: list[Any] = []
    for each in sorted(value(part, env) for part in domain.args):
        if not found or not near(each, found[-1]):
            found.append(each)
    return found


def _optima(term: Basic, env: Env) -> list[Any]:
    points = elements(term.domain, env)
    heights = [value(term.bodies[0], {**env, term.variable: point}) for point in points]
    best = max if isinstance(term, ArgMax) else min
    return [point for point, height in zip(points, heights, strict=True) if near(height, best(heights))]


def same(left: Basic, right: Basic, env: Env) -> bool:
    """Are both sides of an equation the same number, finite set or truth value? Undefined where a side has none."""
    if isinstance(left, Expr):
        return near(value(left, env), value(right, env))
    if isinstance(left, (Set, Binder, Without, IndexRange)) and not isinstance(left, ForAll):
        here, there = elements(left, env), elements(right, env)
        return len(here) == len(there) and all(map(near, here, there))
    return true(left, env) == true(right, env)


def _member(number: Any, domain: Basic, env: Env) -> bool:
    if domain in (S.Integers, S.Reals):
        return domain == S.Reals or near(number, round(number))
    if isinstance(domain, IndexRange):
        return near(number, round(number)) and round(number) in whole_numbers(*domain.args, env)
    if isinstance(domain, Above):
        low = value(domain.args[0], env)
        return bool(low < number and not near(low, number))
    if isinstance(domain, Without):
        return _member(number, domain.args[0], env) and not near(number, value(domain.args[1], env))
    if not isinstance(domain, Interval):
        return any(near(number, each) for each in elements(domain, env))
    low, high = (value(end, env) for end in domain.args[:2])
    return bool(low < number < high and not near(low, number) and not near(high, number))


def environment(rng: random.Random) -> Env:
    """Values for every name, drawn once for each place of a function or data vector."""
    tables: dict[Any, Any] = {}

    def drawn(name: Basic) -> Callable[..., Any]:
        def at(*place: Any) -> Any:
            key = (name, tuple(round(p * 10**9) for p in place))
            return tables.setdefault(key, mpf(random.Random(f"{key}{seed}").choice((-2, -1, 0, 1, 1, 2, 0.5, 3))))

        return at

    seed = rng.random()
    reals = {s: mpf(rng.choice((-2, -1, -0.5, 0, 0.25, 0.5, 1, 2, 3))) for s in REALS}
    return {**reals, **{s: rng.randint(0, 3) for s in (*INTEGERS, *INDICES)}, F: drawn(F), G: drawn(G), Y: drawn(Y)}


class Terms:
    """Random terms, drawn from one source."""

    def __init__(self, rng: random.Random, tame: bool = False) -> None:
        self.rng = rng
        self.kinds = TAME if tame else (*TAME, *WILD)
        self.starts = (1, 0) if tame else (1, 1, 0, 2)
        self.ends = INTEGERS if tame else (*INTEGERS, *INTEGERS, INTEGERS[0] - 1, INTEGERS[0] + 1, Integer(2), *INDICES)

    def leaf(self, scope: list[Symbol]) -> Basic:
        index = self.rng.choice([*scope, *scope, *INDICES, *INTEGERS, Integer(1)])
        number = self.rng.choice((-1, 2, 1, Rational(1, 2), -3, 0))
        named = (
            *REALS,
            *REALS,
            index,
            Y[index],
            Y[index],
            F(index),
            F(self.rng.choice(REALS)),
            G(index, self.rng.choice(REALS)),
        )
        return self.rng.choice((*named, S(number)))

    def term(self, depth: int = 3, scope: list[Symbol] | None = None) -> Basic:
        scope = scope or []
        if depth == 0 or self.rng.random() < 0.15:
            return self.leaf(scope)
        kind = self.rng.choice(self.kinds)
        if kind == "series":
            index = self.rng.choice(INDICES)
            body = self.term(depth - 1, [*scope, index])
            return self.rng.choice((Sum, Sum, Product))(
                body, (index, self.rng.choice(self.starts), self.rng.choice([*scope, *self.ends]))
            )
        a, b = self.term(depth - 1, scope), self.term(depth - 1, scope)
        if a == 0 and kind in WILD:
            return b
        return self.made(kind, a, b)

    def made(self, kind: str, a: Basic, b: Basic) -> Basic:
        root = self.rng.choice((Rational(1, 2), Rational(-1, 2), Rational(3, 2), b, 1 - b))
        return {
            "add": lambda: a + b,
            "mul": lambda: a * b,
            "square": lambda: a ** self.rng.choice((2, 2, 3)),
            "delta": lambda: KroneckerDelta(a, b),
            "exp": lambda: exp(a),
            "inverse": lambda: a ** self.rng.choice((-1, -1, -2)),
            "root": lambda: a**root,
            "log": lambda: log(a),
        }[kind]()

    def facts(self, env: Env, count: int) -> Iterator[Basic]:
        """Propositions that hold in the model; now and then one for every index."""
        yield from (Member(n, S.Integers) for n in (*INTEGERS, *INDICES))
        yield from (Le(0, n) for n in INTEGERS)
        for _ in range(count):
            try:
                yield from (fact for fact in self.about(env) if true(fact, env))
            except Undefined:
                continue

    def about(self, env: Env) -> list[Basic]:
        a, b = self.term(self.rng.choice((0, 0, 1, 2))), self.term(self.rng.choice((0, 0, 0, 1)))
        if self.rng.random() < 0.3:
            i = self.rng.choice(INDICES)
            part = self.rng.choice((Y[i], F(i), G(i, a)))
            limit = (i, 1, self.rng.choice(INTEGERS))
            return [
                ForAll(kind(*sides), limit) for kind in (Lt, Le, Different, Equals) for sides in ((0, part), (part, b))
            ]
        return [kind(*sides) for kind in (Lt, Le, Different, Equals) for sides in ((a, b), (b, a))]


def defined(term: Basic, env: Env) -> bool:
    """Has the term a value, as far as can be told?"""
    try:
        value(term, env)
    except OutOfReach:
        return True
    except Undefined:
        return False
    return True
