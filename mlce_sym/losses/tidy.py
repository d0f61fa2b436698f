"""A derivative as people write it: rational functions of one exponential in terms of p = 1/(1 + e^(−u)),
which is e^u/(1 + e^u).

It suggests; the kernel proves (`slopes`).

>>> from sympy import symbols
>>> y, z = symbols("y z")
>>> tidied(-y * exp(-z) / (1 + exp(-z)) - (y - 1) * exp(-z) / ((1 - 1 / (1 + exp(-z))) * (1 + exp(-z)) ** 2))
-y + 1/(1 + exp(-z))
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sympy import (
    Add,
    Basic,
    Dummy,
    Expr,
    Indexed,
    Mul,
    Piecewise,
    Pow,
    S,
    Sum,
    cancel,
    exp,
    factor,
    together,
)

from ..border.nodes import Cases

ENOUGH = 0.9  # a form is taken where it has so much fewer operations


def tidied(term: Expr) -> Expr:
    """The simpler form of it, or of the sums in it; itself where none is found."""
    if term.has(Sum):
        found: Expr = term.replace(Sum, lambda body, *limits: Sum(tidied(body), *limits))
        return found
    exponent = _exponent(term)
    if exponent is None:
        return term
    p, short = Dummy("p", positive=True), Dummy("t", positive=True)
    rational = term.replace(exp, lambda inside: short ** cancel(inside / exponent))
    if rational.has(exp):
        return term
    falls = exponent.could_extract_minus_sign()
    in_p = factor(cancel(together(rational.xreplace({short: 1 / p - 1 if falls else p / (1 - p)}))))
    success = 1 / (1 + exp(exponent)) if falls else exp(exponent) / (1 + exp(exponent))
    simple = _without_minus(in_p).xreplace({p: success})
    return simple if simple.count_ops() <= ENOUGH * term.count_ops() else term


def into_sum(product: Expr) -> Expr:
    """The minus sign in front of a product with one sum in it, within the sum: −Σ (p − y) as Σ (y − p).

    >>> from sympy import IndexedBase, symbols
    >>> i, n, m, s = symbols("i n m s")
    >>> y, x = IndexedBase("y"), IndexedBase("x")
    >>> into_sum(-Sum(2 * m - 2 * y[i], (i, 1, n)) / (2 * s)), into_sum(-Sum(x[i] * (m - y[i]), (i, 1, n)))
    (Sum(-m + y[i], (i, 1, n))/s, Sum((-m + y[i])*x[i], (i, 1, n)))
    """
    number, rest = product.as_coeff_Mul()
    sums = [part for part in Mul.make_args(rest) if isinstance(part, Sum)]
    if len(sums) != 1:
        return product
    (total,), sign = sums, -1 if number.is_negative else 1
    others = Mul(*(part for part in Mul.make_args(rest) if part != total))
    return sign * number * others * apart(_turned(sign * total.function, _is_difference), total)


def with_signs(term: Expr, sign: Callable[[Expr], int]) -> Expr:
    """Sums among factors by the sign that is known of them: what is at most 0 as minus its opposite, and 1 − a as
    −(a − 1) where nothing is known of it; numbers, and the minus sign of whole sums, outside.

    `sign` says 1 of what is known to be at least 0, −1 of what is known to be at most 0, else 0.

    >>> from sympy import IndexedBase, log, symbols
    >>> i, n, p, y = (*symbols("i n p"), IndexedBase("y"))
    >>> known = {1 - p: 1, p - 1: -1, 1 - y[i]: 1, y[i] - 1: -1}
    >>> with_signs(Sum((y[i] - 1) * log(1 - p) - y[i] * log(p), (i, 1, n)), known.get)
    -Sum((1 - y[i])*log(1 - p) + log(p)*y[i], (i, 1, n))
    """
    if isinstance(term, Sum):
        return apart(with_signs(term.function, sign), term)
    if isinstance(term, Piecewise):
        return Piecewise(*((with_signs(value, sign), condition) for value, condition in term.args))
    if term.is_Add:
        return Add(*(with_signs(part, sign) for part in term.args))
    if isinstance(term, (Mul, Pow)) and not isinstance(term, exp):
        return into_sum(_squared([part for factor in Mul.make_args(term) for part in _with_sign(factor, sign)]))
    return term


def joined(term: Expr) -> Any:
    """Products without the denominators of their sums that they share: s(1 + 1/s) as s + 1.

    >>> from sympy import symbols
    >>> u, s = symbols("u s")
    >>> joined(2 * u / (s**2 * (1 + u**2 / s**2))), joined(s * u * (1 + 1 / s)), joined(u * (1 + 1 / s))
    (2*u/(s**2 + u**2), u*(s + 1), u*(1 + 1/s))
    >>> k = symbols("k")
    >>> joined(k * u / s**2 * (u / s) ** (k - 1))
    k*(u/s)**k/s
    """
    return term.replace(lambda part: isinstance(part, Mul), _without_shared, simultaneous=False)


def _without_shared(product: Expr) -> Expr:
    whole = (_with_whole_power(product, part) for part in product.args if isinstance(part, Pow) and part.exp.is_Add)
    product = min([product, *whole], key=lambda form: form.count_ops())
    powers = [part.as_base_exp() for part in Mul.make_args(product)]
    bases = {base for base, _ in powers}
    return Mul(*((together(b) if b.is_Add and _below(b) & bases else b) ** exponent for b, exponent in powers))


def _with_whole_power(product: Expr, power: Any) -> Expr:
    """(y/s)^(k − 1) y/s as (y/s)^k."""
    number, rest = power.exp.as_coeff_Add()
    others = Mul(*(part for part in product.args if part != power))
    return others * power.base**number * power.base**rest if number.is_Integer else product


def _below(total: Expr) -> set[Basic]:
    """What its terms are divided by."""
    powers = (part.as_base_exp() for term in total.args for part in Mul.make_args(term))
    return {base for base, exponent in powers if exponent.is_Integer and exponent.is_negative}


def _with_sign(part: Expr, sign: Callable[[Expr], int]) -> tuple[Expr, Expr]:
    """A factor as a number times what is left."""
    if isinstance(part, Sum):
        return S.One, with_signs(part, sign)
    base, exponent = part.as_base_exp()
    if not (base.is_Add and exponent.is_Integer):
        return S.One, part
    number, rest = _content(with_signs(base, sign))
    if exponent.is_odd and _is_turned(rest, sign):
        number, rest = -number, -rest
    return number**exponent, rest**exponent


def _squared(factors: list[Expr]) -> Expr:
    """Their product, where (m − y_i)(y_i − m) is −(y_i − m)²."""
    turned = next((one for one in factors if one.is_Add and _is_of_data(one) and -one in factors), None)
    return Mul(*factors) if turned is None else Mul(-1, *(-one if one == turned else one for one in factors))


def _is_of_data(total: Expr) -> bool:
    """Whether the minus sign in it is that of an entry of a vector."""
    return any(part.has(Indexed) and part.could_extract_minus_sign() for part in total.args)


def _is_turned(total: Expr, sign: Callable[[Expr], int]) -> bool:
    """Whether its opposite is written; only where it has a minus sign, or nothing is positive in it."""
    negative = [part for part in total.args if part.could_extract_minus_sign()]
    if len(negative) == len(total.args):
        return True
    if not negative:
        return False
    known = sign(total)
    alone = len(total.args) == len(negative) + 1 and total.as_coeff_Add()[0].is_positive
    return bool(known < 0 or (known == 0 and alone))


def _shared(total: Expr) -> list[Expr]:
    """The factors of all of its terms, numbers apart."""
    first, *others = (Mul.make_args(term) for term in total.args)
    return [part for part in first if not part.is_number and all(part in one for one in others)]


def _content(total: Any) -> tuple[Expr, Expr]:
    """The greatest number that its terms share, and what is left: 2a − 2b as 2 and a − b."""
    number, rest = total.primitive()
    return number, rest


def apart(body: Expr, total: Sum) -> Expr:
    """Σ of a body, with numbers, what does not depend on the index, and a minus sign of all of its terms outside."""
    if body.is_Add:
        shared = [part for part in _shared(body) if total.limits[0][0] not in part.free_symbols]
        number, rest = _content(Add(*(term / Mul(*shared) for term in body.args)))
        if all(part.could_extract_minus_sign() for part in rest.args):
            number, rest = -number, -rest
        return Mul(number, *shared, Sum(rest, *total.limits))
    number, rest = body.as_coeff_Mul()
    outside, inside = rest.as_independent(total.limits[0][0], as_Add=False)
    if inside == 1 or body.has(Cases, Piecewise):  # a minus sign goes into cases
        return Sum(body, *total.limits)
    return Mul(number, outside * Sum(inside, *total.limits))


def _turned(term: Expr, which: Callable[[Expr], bool]) -> Expr:
    """−x(p − y) as x(y − p): the first sum of this kind, where there is a minus in front."""
    number, rest = term.as_coeff_Mul()
    turned = next((part for part in Mul.make_args(rest) if part.is_Add and which(part)), None)
    if not number.is_negative or turned is None:
        return term
    return -number * Mul(*(-part if part is turned else part for part in Mul.make_args(rest)))


def _is_difference(total: Expr) -> bool:
    return any(part.could_extract_minus_sign() for part in total.args)


def with_complements(product: Expr, p: Expr) -> Expr:
    """−(y − p)(p − 1) as (y − p)(1 − p), and (y − p)(p − 1) as (p − y)(1 − p).

    >>> from sympy import symbols
    >>> y, p, x = symbols("y p x")
    >>> with_complements((y - p) * (p - 1) * x, p)
    x*(1 - p)*(p - y)
    """
    parts = [(-1, 1 - p) if part == p - 1 else (1, part) for part in Mul.make_args(product)]
    return _turned(Mul(*(sign for sign, _ in parts), *(part for _, part in parts)), _is_difference_of(1 - p))


def _is_difference_of(other: Expr) -> Callable[[Expr], bool]:
    return lambda total: total != other and _is_difference(total)


def _without_minus(product: Expr) -> Expr:
    """−(p − 1)x as (1 − p)x."""
    return _turned(product, _starts_with_minus)


def _starts_with_minus(total: Expr) -> bool:
    return bool(total.as_coeff_Add()[0].is_negative)


def _exponent(term: Expr) -> Expr | None:
    """The one v, up to whole factors, of the exponentials e^v, where 1 + e^v or 1 + e^(−v) is divided by."""
    exponents = {part.exp for part in term.atoms(exp)}
    below = {part.base for part in term.atoms(Pow) if part.exp.is_negative and part.base.is_Add and part.base.has(exp)}
    found = [v for v in exponents for one in below if one == 1 + exp(v)]
    if not found:
        return None
    v = min(found, key=lambda one: (not one.could_extract_minus_sign(), str(one)))
    return v if all(cancel(one / v).is_Integer for one in exponents) else None
