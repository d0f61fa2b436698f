"""The meaning of the real-valued nodes of the certificate language (`docs/certificate.md`): ordinary mathematics.

Nothing here comes from the kernel: a wrong definition there is noticed here. What makes sense of propositions, or of
what is infinite, stands above (`meaning.py`).

>>> from mlce_sym.evaluate.meaning import NOWHERE
>>> from mlce_sym.evaluate.plain import plain
>>> number(plain(["Sum", "i", ["Range", 1, 3], ["Pow", "i", 2]]), NOWHERE, {})
14
"""

from __future__ import annotations

from collections.abc import Iterable

from flint import arb, arb_series, fmpq

from ..functions import FUNCTIONS
from . import functions
from .differentials import differentiated
from .integrals import integrated
from .plain import Compound, NotATerm, Term, free_names, is_a
from .reals import (
    INEXACT,
    Exact,
    Real,
    Truth,
    Undefined,
    Undetermined,
    at_most,
    bounded,
    coefficient,
    equal,
    exponential,
    integer,
    less,
    logarithm,
    power,
)
from .sets import both
from .world import Bound, Meaning, Meanings, World, decided, named, number


def _add(term: Compound, world: World, bound: Bound) -> Real:
    total: Real = 0
    for part in term[1:]:
        total = total + number(part, world, bound)
    return total


def _mul(term: Compound, world: World, bound: Bound) -> Real:
    exact: Exact = 1
    inexact = None
    for part in term[1:]:
        value = number(part, world, bound)
        if not isinstance(value, INEXACT):
            exact = exact * value
        else:
            inexact = value if inexact is None else inexact * value
    if inexact is None or exact == 0:
        return exact
    return inexact * exact


def _pow(term: Compound, world: World, bound: Bound) -> Real:
    return power(number(term[1], world, bound), number(term[2], world, bound))


def _constant(term: Compound, world: World, bound: Bound) -> Real:
    if term[1] != "pi":
        raise NotATerm(f"the constant {term[1]} is not known")
    return arb.pi()


def _call(term: Compound, world: World, bound: Bound) -> Real:
    return named(term[0], term[1], tuple([number(part, world, bound) for part in term[2:]]), world)


def _delta(term: Compound, world: World, bound: Bound) -> Real:
    return decided(equal(number(term[1], world, bound), number(term[2], world, bound)))


def _undefined(term: Compound, world: World, bound: Bound) -> Real:
    raise Undefined("none of the cases")


def indices(domain: Term, world: World, bound: Bound) -> range:
    """The integers of a Range; its bounds must be integers with hi ≥ lo − 1."""
    if not is_a(domain, "Range"):
        raise NotATerm("a sum or product runs over a Range")
    low, high = (integer(number(part, world, bound)) for part in domain[1:])
    if low is None or high is None:
        raise Undefined("a range whose bounds are not integers")
    if high < low - 1:
        raise Undefined(f"a range from {low} to {high}")
    world.spend(high - low)
    return range(low, high + 1)


def finite_sum(term: Compound, world: World, bound: Bound) -> Real:
    _, variable, domain, body = term
    inner = dict(bound)
    total: Real = 0
    for inner[variable] in indices(domain, world, bound):
        total = total + number(body, world, inner)
    return bounded(total)


def _product(term: Compound, world: World, bound: Bound) -> Real:
    _, variable, domain, body = term
    inner = dict(bound)
    total: Real = 1
    for inner[variable] in indices(domain, world, bound):
        total = bounded(_times(total, number(body, world, inner)))
    return total


def _times(a: Real, b: Real) -> Real:
    """The product; it is exactly 0 where one factor is."""
    return 0 if (a == 0 or b == 0) and not (isinstance(a, INEXACT) and isinstance(b, INEXACT)) else a * b


def _derivative(term: Compound, world: World, bound: Bound) -> Real:
    """The derivative at the point, taken formally; of an unknown function it is another unknown function.

    It is undefined where the body is; where the formal one alone is, the body need not be smooth, or may still be.
    """
    _, variable, (_, domain, point), body = term
    inner = {**bound, variable: _within(domain, number(point, world, bound), world, bound)}
    number(body, world, inner)
    formal = world.memo.get(("Derivative", variable, body))
    if formal is None:
        formal = world.memo["Derivative", variable, body] = differentiated(body, variable)
    try:
        return bounded(number(formal, world, inner))
    except Undefined as reason:
        raise Undetermined(f"a derivative where the rules of calculus give what is undefined: {reason}") from None


def _within(domain: Term, point: Real, world: World, bound: Bound) -> Real:
    """The point itself, which must lie in the set where that is an interval: in schemes a variable stands for it."""
    here = coefficient(point, 0) if isinstance(point, arb_series) else point
    inside: Truth = True
    if isinstance(domain, tuple):
        ends = [number(part, world, bound) for part in domain[1:]]
        inside = both(domain[0] == "Below" or less(ends[0], here), domain[0] == "Above" or less(here, ends[-1]))
    if not decided(inside):
        raise Undefined("a derivative outside of its set")
    return point


def _at(term: Compound, world: World, bound: Bound) -> Real:
    _, variable, point, body = term
    return number(body, world, {**bound, variable: number(point, world, bound)})


def ends(domain: Compound, world: World, bound: Bound) -> tuple[Real, Real]:
    """The ends a ≤ b of a closed interval."""
    low, high = (number(part, world, bound) for part in domain[1:])
    if decided(less(high, low)):
        raise Undefined("an interval that ends before it begins")
    return low, high


def _integral(term: Compound, world: World, bound: Bound) -> Real:
    """The integral, enclosed; one that moves with the variable of another integral is not."""
    _, variable, domain, body = term
    if any(isinstance(bound.get(name), arb_series) for name in free_names(term)):
        raise Undetermined("an integral that depends on the variable of another one")
    low, high = ends(domain, world, bound)
    return integrated(lambda t: number(body, world, {**bound, variable: t}), low, high)


def _probabilities(term: Compound, world: World, bound: Bound) -> Iterable[list[Real]]:
    """(p(k),) or (p(k), q(k)) for every k; p(k) ≥ 0 and q(k) > 0 or it is undefined."""
    _, variable, domain, *bodies = term
    inner = dict(bound)
    for inner[variable] in indices(domain, world, bound):
        values = [number(body, world, inner) for body in bodies]
        if not decided(at_most(0, values[0])):
            raise Undefined("a negative probability")
        if len(values) == 2 and not decided(less(0, values[1])):
            raise Undefined("log of a probability that is not positive")
        yield values


def _entropy(term: Compound, world: World, bound: Bound) -> Real:
    return _total(-(p * logarithm(p)) for (p,) in _probabilities(term, world, bound) if p != 0)


def _cross_entropy(term: Compound, world: World, bound: Bound) -> Real:
    return _total(-(p * logarithm(q)) for p, q in _probabilities(term, world, bound) if p != 0)


def _divergence(term: Compound, world: World, bound: Bound) -> Real:
    return _total(p * logarithm(p * power(q, -1)) for p, q in _probabilities(term, world, bound) if p != 0)


def _total(terms: Iterable[Real]) -> Real:
    total: Real = 0
    for value in terms:
        total = total + value
    return bounded(total)


def _of_function(value: functions.Value) -> Meaning:
    return lambda term, world, bound: value(*[number(part, world, bound) for part in term[1:]])


NUMBERS: Meanings = {
    "Rational": lambda term, world, bound: fmpq(term[1], term[2]),
    "Constant": _constant,
    "Add": _add,
    "Mul": _mul,
    "Pow": _pow,
    "log": lambda term, world, bound: logarithm(number(term[1], world, bound)),
    "exp": lambda term, world, bound: exponential(number(term[1], world, bound)),
    "Indexed": _call,
    "Apply": _call,
    "KroneckerDelta": _delta,
    "Undefined": _undefined,
    "Sum": finite_sum,
    "Product": _product,
    "Derivative": _derivative,
    "At": _at,
    "Integral": _integral,
    "Entropy": _entropy,
    "CrossEntropy": _cross_entropy,
    "KLDivergence": _divergence,
    **{name: _of_function(getattr(functions, declared.ball)) for name, declared in FUNCTIONS.items()},
}
