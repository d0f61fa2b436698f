"""SymPy expressions in ball arithmetic: functions of one complex variable that enclose their values.

What cannot be enclosed raises `Undecided`, never gives a guess.

>>> from sympy import Symbol, gamma
>>> k = Symbol("k")
>>> ball(gamma(k) ** 2, {k: Rational(1, 2)}).str(10, radius=False)
'3.141592654'

Every function here may be integrated by Arb (`acb.integral`): where it is asked to be analytic and is not known to be
so on the whole ball (a branch cut, a kink, a change of case), its value is not finite. Source: F. Johansson, Numerical
integration in arbitrary-precision ball arithmetic, ICMS 2018.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from functools import reduce
from operator import add, mul
from typing import Any, TypeAlias, overload

import sympy as sp
from flint import acb, arb, ctx, fmpq
from sympy import Basic, Expr, Rational, S, Symbol
from sympy.core.relational import Relational

from ..terms.errors import MlceError

BITS = 128
MOST_TERMS = 2000
NAN = acb(arb.nan())

Node: TypeAlias = Callable[[acb, bool], acb]
Values: TypeAlias = Mapping[Any, Any]  # by symbol
Truth: TypeAlias = bool | None


def working() -> AbstractContextManager[None]:
    """The precision in which everything here is computed."""
    context: AbstractContextManager[None] = ctx.workprec(BITS)
    return context


class Undecided(MlceError):
    """The number cannot be enclosed; the message says why."""


ORDERS: Mapping[Any, tuple[Callable[[arb], bool], ...]] = {  # of the difference of the sides
    sp.StrictLessThan: (lambda gap: gap < 0,),
    sp.LessThan: (lambda gap: gap <= 0,),
    sp.StrictGreaterThan: (lambda gap: gap > 0,),
    sp.GreaterThan: (lambda gap: gap >= 0,),
    sp.Ne: (lambda gap: gap > 0, lambda gap: gap < 0),
}


def ball(expr: Expr, values: Values | None = None) -> arb:
    """A ball that certainly contains the real number that `expr` is at exact values of its symbols. The rational ones
    are not put in, for SymPy would work out their powers.

    Raises Undecided where a symbol has no value, a function is not known here, or the value is not real and finite.
    """
    irrational = {
        old: new for old, new in (values or {}).items() if isinstance(new, Expr) and not isinstance(new, sp.Number)
    }
    with working():
        within = rebuilt(expr, irrational) if irrational else expr
        return real_value(compiled(within, None, values or {})(acb(0), False), expr)


def told(fact: Basic, values: Values) -> bool:
    """Whether a fact certainly holds at these values. SymPy works out the powers of rational numbers, as q^(y^b), which
    may have no end: an order of such is told in balls.

    >>> q, y = sp.symbols("q y")
    >>> [told(fact, {q: Rational(1, 2), y: S(10) ** 9}) for fact in (0 < q**y - q ** (2 * y), q <= Rational(1, 2))]
    [True, True]
    """
    if not isinstance(fact, Relational) or type(fact) not in ORDERS or (fact.lhs - fact.rhs).is_rational_function():
        return bool(rebuilt(fact, values) == S.true)
    try:
        above = ball(fact.lhs - fact.rhs, values)
    except Undecided:
        return False
    return any(sign(above) for sign in ORDERS[type(fact)])


def real_value(value: acb, what: Any) -> arb:
    """The value, where it is finite and certainly real."""
    if not value.is_finite():
        raise Undecided(f"{what} has no finite value that ball arithmetic can tell")
    if value.imag != 0:
        raise Undecided(f"{what} is not known to be real")
    return value.real


def exact(number: Any) -> acb:
    """A rational number; a float is refused, for it hides which number was meant."""
    number = S(number, strict=True)
    if not isinstance(number, Rational):
        raise Undecided(f"{number} is not an exact rational number; write a fraction such as 1/10")
    return acb(fmpq(int(number.p), int(number.q)))


def compiled(expr: Basic, y: Symbol | None, values: Values) -> Node:
    """`expr` as a function of y, at the exact rational values of its other symbols."""
    if y is not None and expr == y:
        return lambda z, analytic: z
    if expr in values:
        return constant(exact(values[expr]))
    node = _node(expr, y, values)
    return node if y in expr.free_symbols else constant(node(acb(0), False))


def constant(value: acb) -> Node:
    return lambda z, analytic: value


def _node(expr: Basic, y: Symbol | None, values: Values) -> Node:
    if isinstance(expr, sp.Number) and expr.is_finite:
        return constant(exact(expr))
    if expr in _NUMBERS:
        return constant(_NUMBERS[expr]())
    if isinstance(expr, sp.Piecewise):
        return _cases([(compiled(e, y, values), condition(c, y, values)) for e, c in expr.args])
    if isinstance(expr, sp.Sum):
        return _total(expr, y, values)
    if type(expr) not in _HEADS:
        raise Undecided(f"{expr} has no value" if isinstance(expr, Symbol) else f"no ball arithmetic for {expr}")
    head, parts = _HEADS[type(expr)], [compiled(part, y, values) for part in expr.args]
    return lambda z, analytic: head(analytic, *[part(z, analytic) for part in parts])


def _total(expr: Any, y: Symbol | None, values: Values) -> Node:
    """A sum of few terms; or Σ_{k ≥ l} k^(−s), by the zeta function. Its index is no name beyond it."""
    body, (index, low, high) = expr.function, expr.limits[0]
    fixed = compiled(low, None, values), compiled(high, None, values) if high is not S.Infinity else None
    first, last = (None if end is None else end(acb(0), False).real.unique_fmpz() for end in fixed)
    if high is S.Infinity and body.is_Pow and body.base == index and index not in body.exp.free_symbols:
        exponent = compiled(body.exp, y, values)
        return lambda z, analytic: _hurwitz(-exponent(z, analytic), first)
    if first is None or last is None or last - first > MOST_TERMS:
        raise Undecided(f"no ball arithmetic for the sum {expr}")
    numbers = range(int(first), int(last) + 1)
    terms = [compiled(rebuilt(body, {index: sp.Integer(k)}), y, values) for k in numbers]
    return lambda z, analytic: sum((term(z, analytic) for term in terms), acb(0))


def _hurwitz(s: acb, first: Any) -> acb:
    return s.zeta(acb(first)) if first is not None and first > 0 and s.real > 1 else NAN


def condition(cond: Basic, y: Symbol | None, values: Values) -> Callable[[acb], Truth]:
    """The truth of a condition, None where the ball does not tell. Off the real line it is that of the real parts."""
    if cond in (S.true, S.false):
        return lambda z: cond == S.true
    if isinstance(cond, (sp.And, sp.Or)):
        parts, strong = [condition(c, y, values) for c in cond.args], isinstance(cond, sp.Or)
        return lambda z: _junction([part(z) for part in parts], strong)
    if isinstance(cond, sp.Not):
        inside = condition(cond.args[0], y, values)
        return lambda z: None if (t := inside(z)) is None else not t
    if not isinstance(cond, Relational) or type(cond) not in _RELATIONS:
        raise Undecided(f"no ball arithmetic for the condition {cond}")
    relation, difference = _RELATIONS[type(cond)], compiled(cond.lhs - cond.rhs, y, values)
    return lambda z: relation(difference(z, False).real)


def _junction(truths: list[Truth], strong: bool) -> Truth:
    if strong in truths:
        return strong
    return None if None in truths else not strong


def _certain(yes: Callable[[arb], bool], no: Callable[[arb], bool]) -> Callable[[arb], Truth]:
    return lambda d: True if yes(d) else (False if no(d) else None)


_RELATIONS: dict[type, Callable[[arb], Truth]] = {
    sp.StrictLessThan: _certain(lambda d: d < 0, lambda d: d >= 0),
    sp.LessThan: _certain(lambda d: d <= 0, lambda d: d > 0),
    sp.StrictGreaterThan: _certain(lambda d: d > 0, lambda d: d <= 0),
    sp.GreaterThan: _certain(lambda d: d >= 0, lambda d: d < 0),
    sp.Equality: _certain(lambda d: d == 0, lambda d: not d.contains(0)),
    sp.Unequality: _certain(lambda d: not d.contains(0), lambda d: d == 0),
}


def _cases(cases: list[tuple[Node, Callable[[acb], Truth]]]) -> Node:
    """The first case that holds; where that is open, all that may hold, or nothing analytic."""

    def value(z: acb, analytic: bool) -> acb:
        found: list[acb] = []
        for node, holds in cases:
            truth = holds(z)
            if truth is None and analytic:
                return NAN
            if truth is not False:
                found.append(node(z, analytic))
            if truth:
                return reduce(lambda a, b: a.union(b), found)
        return NAN

    return value


def _power(analytic: bool, base: acb, exponent: acb) -> acb:
    whole = exponent.real.unique_fmpz() if exponent.is_exact() and exponent.imag == 0 else None
    if whole is not None and abs(whole) < 2**31:
        power: acb = base ** int(whole)
        return power
    if base == 0 and exponent.imag == 0 and exponent.real > 0:
        return acb(0)
    return NAN if _negative(base) else base.pow(exponent, analytic=analytic)


def _negative(z: acb) -> bool:
    """A negative number has no real logarithm: thus everything is real at real arguments, as `Abs` and `Max` need."""
    return bool(z.imag == 0 and z.real < 0)


def _right(z: acb, analytic: bool) -> bool:
    """Is the ball, where it has to be, away from a cut along the negative half-line?"""
    return bool(z.real > 0 if analytic else not _negative(z))


def _real_extremum(name: str) -> Callable[..., acb]:
    return lambda analytic, *z: reduce(lambda a, b: getattr(a, name)(b, analytic=analytic), z)


def _binomial(analytic: bool, n: acb, k: acb) -> acb:
    return (n + 1).gamma() * (k + 1).rgamma() * (n - k + 1).rgamma()


def _bessel_i(analytic: bool, order: acb, z: acb) -> acb:
    entire = order.is_exact() and order.imag == 0 and order.real.is_integer()
    return z.bessel_i(order) if entire or _right(z, analytic) else NAN


def _meromorphic(name: str) -> Callable[..., acb]:
    return lambda analytic, z: getattr(z, name)()


_NUMBERS: dict[Basic, Callable[[], acb]] = {
    S.Pi: acb.pi,
    S.Exp1: lambda: acb(1).exp(),
    S.EulerGamma: lambda: acb(arb.const_euler()),
}
_HEADS: dict[type, Callable[..., acb]] = {
    sp.Add: lambda analytic, *z: reduce(add, z),
    sp.Mul: lambda analytic, *z: reduce(mul, z),
    sp.Pow: _power,
    sp.log: lambda analytic, z: NAN if _negative(z) else z.log(analytic=analytic),
    sp.Abs: lambda analytic, z: z.real_abs(analytic=analytic),
    sp.sign: lambda analytic, z: z.real_sgn(analytic=analytic),
    sp.Max: _real_extremum("real_max"),
    sp.Min: _real_extremum("real_min"),
    sp.loggamma: lambda analytic, z: z.lgamma() if _right(z, analytic) else NAN,
    sp.factorial: lambda analytic, z: (z + 1).gamma(),
    sp.binomial: _binomial,
    sp.beta: lambda analytic, a, b: a.gamma() * b.gamma() * (a + b).rgamma(),
    sp.polygamma: lambda analytic, n, z: (z.digamma() if n == 0 else z.polygamma(n)) if z.real > 0 else NAN,
    sp.besseli: _bessel_i,
    sp.zeta: _meromorphic("zeta"),
    sp.atan: lambda analytic, z: z.atan() if not analytic or abs(z.imag) < 1 else NAN,
    **{
        getattr(sp, name): _meromorphic(name)
        for name in ("exp", "gamma", "digamma", "cos", "sin", "tan", "cosh", "sinh", "tanh", "coth", "sech", "csch")
    },
    sp.erf: _meromorphic("erf"),
    sp.asinh: _meromorphic("asinh"),
    sp.erfc: _meromorphic("erfc"),
}


@overload
def rebuilt(expr: Expr, new: Mapping[Any, Any]) -> Expr: ...
@overload
def rebuilt(expr: Basic, new: Mapping[Any, Any]) -> Basic: ...
def rebuilt(expr: Basic, new: Mapping[Any, Any]) -> Basic:
    """The expression with other terms for some of its symbols, the indices of sums apart. What is put in holds no
    name that one could capture."""
    if expr in new:
        value: Basic = S(new[expr], strict=True)
        return value
    if isinstance(expr, sp.Sum):
        indices = {limit[0] for limit in expr.limits}
        new = {old: value for old, value in new.items() if old not in indices}
    made: Basic = expr.func(*(rebuilt(part, new) for part in expr.args)) if expr.args else expr
    return made


def zeros(expr: Expr, y: Symbol) -> Iterable[Expr]:
    """The real zeros of a polynomial in y with numbers as coefficients; none where it is no such polynomial."""
    try:
        poly = sp.Poly(expr, y)
        roots = sp.roots(poly) if poly.degree() <= 2 else dict.fromkeys(sp.real_roots(poly))
    except (sp.PolynomialError, NotImplementedError):
        return []
    return [root for root in roots if root.is_real]
