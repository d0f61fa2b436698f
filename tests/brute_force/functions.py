"""The functions of the language by their definitions, with the domains that its reference gives them."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import comb
from math import factorial as whole_factorial

import mpmath

from .numbers import LARGEST, Number, OutOfReach, Undefined, compared, is_exact, real, signum, within_reach


def _log(x: Number) -> Number:
    if signum(x) <= 0:
        raise Undefined("a logarithm of what is not positive")
    return Fraction(0) if is_exact(x) and x == 1 else mpmath.log(real(x))


def _factorial(x: Number) -> Number:
    if compared(x, Fraction(-1)) <= 0:
        raise Undefined("a factorial of −1 or less")
    within_reach(x)
    return Fraction(whole_factorial(int(x))) if _is_whole(x) else mpmath.gamma(real(x) + 1)


def _gamma(x: Number) -> Number:
    if signum(x) <= 0:
        raise Undefined("Γ of what is not positive")
    return _factorial(x - 1)


def _binomial(n: Number, k: Number) -> Number:
    if compared(n, Fraction(-1)) <= 0:
        raise Undefined("a binomial coefficient of −1 or less")
    if _is_whole(n) and _is_whole(k):
        return Fraction(comb(int(n), int(k)) if k >= 0 else 0)
    n, k = within_reach(real(n)), within_reach(real(k))
    return mpmath.gamma(n + 1) * mpmath.rgamma(k + 1) * mpmath.rgamma(n - k + 1)


def _beta(x: Number, y: Number) -> Number:
    total = x + y if is_exact(x, y) else real(x) + real(y)
    product = real(_gamma(x)) * real(_gamma(y))
    return product / real(_gamma(total))


def _polygamma(order: Number, x: Number) -> Number:
    if not _is_whole(order) or order < 0 or signum(x) <= 0:
        raise Undefined("ψ of what is not positive, or of no order")
    return mpmath.psi(int(order), real(x))


def _is_whole(x: Number) -> bool:
    return is_exact(x) and x.denominator == 1


def _sign(x: Number) -> Number:
    return Fraction(signum(x))


def _delta(x: Number, y: Number) -> Number:
    return Fraction(compared(x, y) == 0)


def _larger(*parts: Number) -> Number:
    return max(parts) if is_exact(*parts) else max(map(real, parts))


def _smaller(*parts: Number) -> Number:
    return min(parts) if is_exact(*parts) else min(map(real, parts))


def _plain(f: Callable[[Number], Number], at_zero: int) -> Callable[[Number], Number]:
    """A function of mpmath's, exact at 0."""

    def applied(x: Number) -> Number:
        if is_exact(x) and x == 0:
            return Fraction(at_zero)
        return f(within_reach(real(x)))

    return applied


def _ratio(above: str, below: str) -> Callable[[Number], Number]:
    def applied(x: Number) -> Number:
        divisor = FUNCTIONS[below](x)
        if signum(divisor) == 0:
            raise Undefined("division by zero")
        return real(FUNCTIONS[above](x)) / real(divisor)

    return applied


def _exp(x: Number) -> Number:
    return mpmath.mpf(0) if x < -LARGEST else _plain(mpmath.exp, 1)(x)


FUNCTIONS: dict[str, Callable[..., Number]] = {
    "log": _log,
    "Abs": abs,
    "sign": _sign,
    "Max": _larger,
    "Min": _smaller,
    "factorial": _factorial,
    "gamma": _gamma,
    "loggamma": lambda x: _log(_gamma(x)),
    "binomial": _binomial,
    "beta": _beta,
    "polygamma": _polygamma,
    "digamma": lambda x: _polygamma(Fraction(0), x),
    "KroneckerDelta": _delta,
    "exp": _exp,
    "sin": _plain(mpmath.sin, 0),
    "cos": _plain(mpmath.cos, 1),
    "sinh": _plain(mpmath.sinh, 0),
    "cosh": _plain(mpmath.cosh, 1),
    "tanh": _plain(mpmath.tanh, 0),
    "erf": _plain(mpmath.erf, 0),
    "erfc": _plain(mpmath.erfc, 1),
    "one": lambda x: Fraction(1),
}
FUNCTIONS |= {
    "tan": _ratio("sin", "cos"),
    "cot": _ratio("cos", "sin"),
    "sec": _ratio("one", "cos"),
    "csc": _ratio("one", "sin"),
    "coth": _ratio("cosh", "sinh"),
    "sech": _ratio("one", "cosh"),
    "csch": _ratio("one", "sinh"),
}


def applied(name: str, arguments: list[Number]) -> Number:
    """The value of a function. Raises Undefined off its domain, and OutOfReach for what has no value here."""
    if name not in FUNCTIONS:
        raise OutOfReach(f"{name} has no value here")
    return FUNCTIONS[name](*arguments)
