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

from sympy import Dummy, Expr, Mul, Pow, Sum, cancel, exp, factor, together

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
    """c Σ f as Σ (c f), for the number c in front of a product with one sum in it: −Σ (p − y) as Σ (y − p).

    >>> from sympy import IndexedBase, symbols
    >>> i, n, m, s = symbols("i n m s")
    >>> y, x = IndexedBase("y"), IndexedBase("x")
    >>> into_sum(-Sum(2 * m - 2 * y[i], (i, 1, n)) / (2 * s)), into_sum(-Sum(x[i] * (m - y[i]), (i, 1, n)))
    (Sum(-m + y[i], (i, 1, n))/s, Sum((-m + y[i])*x[i], (i, 1, n)))
    """
    number, rest = product.as_coeff_Mul()
    sums = [part for part in Mul.make_args(rest) if isinstance(part, Sum)]
    if number == 1 or len(sums) != 1:
        return product
    others = Mul(*(part for part in Mul.make_args(rest) if part != sums[0]))
    return others * Sum(_turned(number * sums[0].function, _is_difference), *sums[0].limits)


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
