"""Quotients that are 0/0 or ∞/∞ in floating-point numbers though their values are ordinary ones.

Each function gives a product in another form, or None where it has nothing to say; that it is the same is proved
elsewhere (`stable.same`).

>>> from sympy import symbols
>>> x, y = symbols("x y")
>>> of_error_functions(exp(-(x**2)) / (1 + erf(x))), of_differences(exp(x) / (exp(x) - 1))
(1/erfcx(-x), 1/(1 - exp(-x)))
>>> of_differences(x / (1 - exp(x))), of_squares(3 * y / (1 + y**2 * (x + 1) ** 2) / x)
(-1/exprel(x), 3*y/(x*hypot1(y*(x + 1))**2))
"""

from __future__ import annotations

from typing import Any

from sympy import Add, Integer, Mul, Pow, S, erf, exp, expand_mul, factor_terms

from .primitives import PRIMITIVES


def error_function(inside: Any) -> tuple[Any, Any]:
    """c and u where a sum is c(1 + erf u)."""
    if len(inside.args) == 2 and inside.args[0].is_Rational:
        c, rest = inside.args
        ratio = rest / c
        sign = -1 if ratio.could_extract_minus_sign() else 1
        if isinstance(sign * ratio, erf):
            return c, sign * (sign * ratio).args[0]
    return S.One, None


def of_error_functions(term: Any) -> Any:
    """e^(−ku²)/(c(1 + erf u))^k, of which both are too small where u is far below 0."""
    for part, k in _sums_below(term):
        c, u = error_function(part)
        for wave in Mul.make_args(term) if u is not None else ():
            if isinstance(wave, exp) and expand_mul(wave.exp + k * u**2) == 0:
                return term * part**k / wave / (c * PRIMITIVES["erfcx"](-u)) ** k
    return None


def of_differences(term: Any) -> Any:
    """u/(1 − e^u), which is 0/0 at 0, and e^u/(e^u − 1), which is ∞/∞ at ∞."""
    for part, k in _sums_below(term):
        constant, rest = part.as_coeff_Add()
        if abs(constant) != 1 or not isinstance(-constant * rest, exp):
            continue
        wave, rest = -constant * rest, term * part**k
        u, factors = wave.exp, Mul.make_args(rest)
        if k == 1 and set(Mul.make_args(-u if u.could_extract_minus_sign() else u)) <= set(factors):
            up = wave in factors
            return constant * (-rest / u / wave if up else -rest / u) / PRIMITIVES["exprel"](-u if up else u)
        if constant == -1 and wave**k in factors:
            return rest / wave**k / (1 - exp(-u)) ** k
    return None


def of_squares(term: Any) -> Any:
    """u^m/(1 + u²)^k for m ≤ 2k, where u² may overflow, by u/√(1 + u²) and √(1 + u²)."""
    for part, k in _sums_below(term):
        u = root(part - 1) if part.args[0] == 1 else None
        if u is not None:
            total = next(one for one in Mul.make_args(u) if isinstance(one, Add))
            rest = _in_terms_of(total, Mul(*map(factor_terms, Mul.make_args(term * part**k))))
            m = min(2 * k, next((e for b, e in map(_base_and_exponent, Mul.make_args(rest)) if b == total), 0))
            own = PRIMITIVES["over_hypot1"](u) ** m * PRIMITIVES["hypot1"](u) ** (m - 2 * k)
            return factor_terms(rest / u**m) * own
    return None


def _in_terms_of(total: Any, product: Any) -> Any:
    """The product with whole powers of −(a − b) as those of a − b."""
    parts = [(part, *_base_and_exponent(part)) for part in Mul.make_args(product)]
    turned = sum(e for _, b, e in parts if b == -total)
    return Mul((-1) ** turned, *(total**e if b == -total else part for part, b, e in parts))


def _base_and_exponent(part: Any) -> tuple[Any, int]:
    """b and k of b^k for a natural number k, else the part as it is, and 1."""
    b, e = part.as_base_exp()
    return (b, int(e)) if isinstance(e, Integer) and e > 0 else (part, 1)


def root(term: Any) -> Any:
    """u where a term is u², a square of a sum among its factors; None for another term."""
    parts = [part.as_base_exp() for part in Mul.make_args(term)]
    if not any(isinstance(base, Add) and exponent == 2 for base, exponent in parts):
        return None
    return Mul(*(base ** (exponent / 2) for base, exponent in parts))


def _sums_below(term: Any) -> list[tuple[Any, int]]:
    """The sums that a product is divided by, with their powers."""
    below = [one for one in Mul.make_args(term) if isinstance(one, Pow) and isinstance(one.exp, Integer)]
    return [(one.base, int(-one.exp)) for one in below if one.exp < 0 and isinstance(one.base, Add)]
