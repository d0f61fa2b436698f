"""The values of the declared functions (`functions/`) in balls, and their derivatives: ordinary mathematics.

Where a function is undefined is told by its argument here, never by what is declared.

>>> gamma(fmpq(5)), factorial(4), binomial(5, 2), binomial(2, 3), absolute_value(fmpq(-1, 2))
(24, 24, 10, 0, 1/2)
>>> gamma(0)
Traceback (most recent call last):
...
mlce_sym.evaluate.reals.Undefined: gamma of 0
"""

from __future__ import annotations

from collections.abc import Callable
from math import comb
from math import factorial as whole_factorial
from typing import Any, TypeAlias

from flint import arb, arb_series, fmpq

from .plain import Term
from .reals import INEXACT, Real, Undefined, Undetermined, ball, bounded, coefficient, equal, finite, integer, less

Value: TypeAlias = Callable[..., Real]
LARGEST_WHOLE = 1000  # up to here a factorial, and a binomial coefficient, is an exact integer


def _series(x: Real) -> Any:
    """A ball or a power series, for flint to calculate with."""
    return x if isinstance(x, arb_series) else ball(x)


def _finite(x: Any) -> Real:
    value: Real = finite(x) if isinstance(x, arb) else x
    return value


def _start(x: Real) -> Real:
    return coefficient(x, 0) if isinstance(x, arb_series) else x


def _above(x: Real, low: int, name: str) -> None:
    """Refuse a number that is not above `low`."""
    inside = less(low, _start(x))
    if inside is None:
        raise Undetermined(f"{name} of a number that may be {low}")
    if not inside:
        raise Undefined(f"{name} of {x}")


def _exact(x: Real) -> int | None:
    """The integer that an exact number is, or None."""
    return None if isinstance(x, INEXACT) else integer(x)


def gamma(x: Real) -> Real:
    _above(x, 0, "gamma")
    whole = _exact(x)
    if whole is not None and whole <= LARGEST_WHOLE:
        return whole_factorial(whole - 1)
    return _finite(_series(x).gamma())


def digamma(x: Real) -> Real:
    return polygamma(0, x)


def polygamma(m: Real, x: Real) -> Real:
    """The derivative of order m + 1 of log Γ."""
    order = integer(m)
    if order is None or order < 0:
        raise Undefined(f"polygamma of order {m}")
    _above(x, 0, "polygamma")
    if isinstance(x, arb_series) or order > 20:
        raise Undetermined("a derivative of log gamma that moves")
    if order == 0:
        return finite(ball(x).digamma())
    hurwitz = ball(order + 1).zeta(ball(x))
    return finite(hurwitz * whole_factorial(order) * (-1) ** (order + 1))


def beta(x: Real, y: Real) -> Real:
    return gamma(x) * gamma(y) * _power(gamma(x + y))


def _power(x: Real) -> Real:
    return 1 / x if isinstance(x, INEXACT) else 1 / fmpq(x)


def factorial(x: Real) -> Real:
    _above(x, -1, "factorial")
    return gamma(x + 1)


def binomial(n: Real, k: Real) -> Real:
    _above(n, -1, "binomial")
    top, bottom = _exact(n), _exact(k)
    if top is not None and bottom is not None and (bottom < 0 or top < bottom or top <= LARGEST_WHOLE):
        return comb(top, bottom) if bottom >= 0 else 0
    return bounded(gamma(n + 1) * _reciprocal_gamma(k + 1) * _reciprocal_gamma(n - k + 1))


def _reciprocal_gamma(x: Real) -> Real:
    """1/Γ, which is 0 at 0, −1, −2, …"""
    return _finite(_series(x).rgamma())


def modified_bessel(n: Real, x: Real) -> Real:
    """I_n of an integer order: the mean of e^{x cos t} cos nt over t."""
    order = integer(n)
    if order is None:
        raise Undefined(f"a Bessel function of order {n}")
    if isinstance(x, arb_series):
        raise Undetermined("a Bessel function that moves")
    return finite(ball(x).bessel_i(ball(abs(order))))


def absolute_value(x: Real) -> Real:
    negative = less(x, 0) if not isinstance(x, arb_series) else sign(x) == -1
    if negative is None:
        return ball(x).__abs__()
    return -x if negative else x


def sign(x: Real) -> Real:
    start = _start(x)
    if less(0, start):
        return 1
    if less(start, 0):
        return -1
    if equal(start, 0) and not isinstance(x, arb_series):
        return 0
    raise Undetermined("the sign of a number that may be 0")


def larger(x: Real, y: Real) -> Real:
    return _chosen(x, y, less(_start(x), _start(y)))


def smaller(x: Real, y: Real) -> Real:
    return _chosen(x, y, less(_start(y), _start(x)))


def _chosen(x: Real, y: Real, second: bool | None) -> Real:
    """The second number if it is told to be the one, or the first; where that cannot be told, what holds both."""
    if second is not None:
        return y if second else x
    if isinstance(x, arb_series) or isinstance(y, arb_series):
        raise Undetermined("the larger or smaller of two numbers that are not told apart")
    return ball(x).union(ball(y))


def sine(x: Real) -> Real:
    return 0 if _exact(x) == 0 else _finite(_series(x).sin())


def cosine(x: Real) -> Real:
    return 1 if _exact(x) == 0 else _finite(_series(x).cos())


def hyperbolic_sine(x: Real) -> Real:
    return 0 if _exact(x) == 0 else _finite(_difference(x, -1) / 2)


def hyperbolic_cosine(x: Real) -> Real:
    return 1 if _exact(x) == 0 else _finite(_difference(x, 1) / 2)


def _difference(x: Real, sign: int) -> Any:
    """e^x + sign e^(−x)."""
    z = _series(x)
    return z.exp() + sign * (-z).exp()


def hyperbolic_tangent(x: Real) -> Real:
    """Without overflow: 1 − 2/(1 + e^(2x))."""
    if _exact(x) == 0:
        return 0
    if less(_start(x), 0):
        return -hyperbolic_tangent(-x)
    return _finite(1 - 2 / (1 + (2 * _series(x)).exp()))


def error_function(x: Real) -> Real:
    return 0 if _exact(x) == 0 else _finite(_series(x).erf())


def inverse_hyperbolic_sine(x: Real) -> Real:
    return 0 if _exact(x) == 0 else _finite(_series(x).asinh())


def _times(*factors: Term) -> Term:
    return ("Mul", *factors)


def _share(x: Term, y: Term, sign: int) -> Term:
    """1 where x − y has the sign, 0 where it has the other, and undefined where it is 0."""
    apart = ("Add", x, _times(-1, y))
    return _times(("Rational", 1, 2), ("Add", 1, _times(sign, ("abs", apart), ("Pow", apart, -1))))


# The derivative in each argument, in terms of the arguments; None where there is none.
DERIVATIVES: dict[str, Callable[..., tuple[Term | None, ...]]] = {
    "gamma": lambda x: (_times(("gamma", x), ("digamma", x)),),
    "digamma": lambda x: (("polygamma", 1, x),),
    "beta": lambda x, y: tuple(
        _times(("beta", x, y), ("Add", ("digamma", z), _times(-1, ("digamma", ("Add", x, y))))) for z in (x, y)
    ),
    "factorial": lambda x: (_times(("factorial", x), ("digamma", ("Add", x, 1))),),
    "sin": lambda x: (("cos", x),),
    "cos": lambda x: (_times(-1, ("sin", x)),),
    "sinh": lambda x: (("cosh", x),),
    "cosh": lambda x: (("sinh", x),),
    "tanh": lambda x: (("Add", 1, _times(-1, ("Pow", ("tanh", x), 2))),),
    "erf": lambda x: (_times(2, ("Pow", ("Constant", "pi"), ("Rational", -1, 2)), ("exp", _times(-1, ("Pow", x, 2)))),),
    "asinh": lambda x: (("Pow", ("Add", 1, ("Pow", x, 2)), ("Rational", -1, 2)),),
    # |x|/x is undefined at 0, as the slope is
    "abs": lambda x: (_times(("abs", x), ("Pow", x, -1)),),
    "max": lambda x, y: (_share(x, y, 1), _share(x, y, -1)),
    "min": lambda x, y: (_share(x, y, -1), _share(x, y, 1)),
    # an order does not move
    "besseli": lambda n, x: (
        None,
        _times(("Rational", 1, 2), ("Add", ("besseli", ("Add", n, -1), x), ("besseli", ("Add", n, 1), x))),
    ),
    "polygamma": lambda m, x: (None, ("polygamma", ("Add", m, 1), x)),
}
