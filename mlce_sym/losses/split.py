"""What −log f of one observation is made of: terms that depend on the parameters, and those that are dropped.

It suggests; the kernel proves (`theorem`).

>>> from sympy import exp, symbols
>>> y, a, b = symbols("y a b")
>>> parts(a * b * exp(-a * y), (a,), {y})
Parts(loss=a*y - log(a), factor=1, constant=-log(b))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from math import gcd, lcm

from sympy import Add, Expr, Integer, Mul, Number, Pow, Rational, S, Symbol, exp, expand_mul, log

from ..border.nodes import Cases
from ..families.family import Unsupported


@dataclass(frozen=True)
class Parts:
    """−log f(y) = factor · loss + constant, where neither factor nor constant depends on the parameters, and the
    factor not on y, or on what else varies with the observation."""

    loss: Expr
    factor: Expr
    constant: Expr


def parts(
    density: Expr, parameters: Iterable[Symbol], varying: Set[Symbol], negative: Set[Symbol] = frozenset()
) -> Parts:
    """The parts of −log f, where some names stand for negative numbers. Raises Unsupported where f does not depend on
    the parameters."""
    wanted = set(parameters)
    each = (part for term in logs(density, negative) for part in _cases_apart(_opposite(term), wanted))
    terms = list(_collected(each, wanted))
    moving = [term for term in terms if term.free_symbols & wanted]
    if not moving:
        unknown = ", ".join(sorted(map(str, wanted)))
        raise Unsupported(f"the density does not depend on {unknown}: nothing is to be estimated")
    factor = _common_factor(moving, wanted | varying)
    fixed = _joined((term for term in terms if term not in moving), varying)
    return Parts(Add(*(term / factor for term in moving)), factor, fixed)


def _opposite(term: Expr) -> Expr:
    """Minus the term; in each case, where it has cases."""
    return Cases(term.args[0], *map(_opposite, term.args[1:])) if isinstance(term, Cases) else -term


def _cases_apart(term: Expr, wanted: set[Symbol]) -> tuple[Expr, ...]:
    """Cases as the sum of two, the one of what depends on the parameters in each case, the other of the rest."""
    if not isinstance(term, Cases):
        return (term,)
    condition, *values = term.args
    pairs = [_parted(value, wanted) for value in values]
    moving, fixed = zip(*pairs, strict=True)
    if condition.free_symbols & wanted or not any(fixed):
        return (term,)
    return Cases(condition, *moving), Cases(condition, *fixed)


def _parted(value: Expr, wanted: set[Symbol]) -> tuple[Expr, Expr]:
    terms = [part for one in Add.make_args(value) for part in _cases_apart(one, wanted)]
    moving = [one for one in terms if one.free_symbols & wanted]
    return Add(*moving), Add(*(one for one in terms if one not in moving))


def _collected(terms: Iterable[Expr], wanted: set[Symbol]) -> Iterator[Expr]:
    """The terms with the coefficients of each logarithm added up; those of a fixed one are multiplied out."""
    coefficients: dict[Expr, Expr] = {}
    rest: list[Expr] = []
    for term in terms:
        coefficient, logarithm = of_logarithm(term)
        if logarithm == 1:
            rest.append(term)
        else:
            coefficients[logarithm] = coefficients.get(logarithm, S.Zero) + coefficient
    for logarithm, coefficient in coefficients.items():
        fixed = not logarithm.free_symbols & wanted
        yield from (part * logarithm for part in (Add.make_args(expand_mul(coefficient)) if fixed else (coefficient,)))
    yield from Add.make_args(Add(*rest))


def of_logarithm(term: Expr) -> tuple[Expr, Expr]:
    """A term as coefficient times logarithm; times 1 where it has none, or several."""
    inside = [factor for factor in Mul.make_args(term) if isinstance(factor, log)]
    return (term / inside[0], inside[0]) if len(inside) == 1 else (term, S.One)


def _joined(terms: Iterable[Expr], varying: Set[Symbol]) -> Expr:
    """Their sum, with one logarithm for those of numbers with coefficients ±c: (log v − log 2)/2 as log(v/2)/2."""
    coefficients: dict[Expr, Expr] = {}
    for coefficient, logarithm in map(of_logarithm, terms):
        coefficients[logarithm] = coefficients.get(logarithm, S.Zero) + coefficient
    numbers: dict[Expr, list[Expr]] = {}
    rest = []
    for logarithm, coefficient in coefficients.items():
        if logarithm == 1 or varying & logarithm.free_symbols:
            rest.append(coefficient * logarithm)
        else:
            numbers.setdefault(coefficient, []).append(logarithm.args[0])
    products: dict[Expr, Expr] = {coefficient: Mul(*found) for coefficient, found in numbers.items()}
    for coefficient in [c for c in products if c.could_extract_minus_sign() and -c in products]:
        products[-coefficient] /= products.pop(coefficient)
    return Add(*rest, *(coefficient * log(inside) for coefficient, inside in products.items()))


def logs(f: Expr, negative: Set[Symbol] = frozenset()) -> Iterator[Expr]:
    """The terms of log f, its products, powers and exponentials taken apart.

    >>> from sympy import symbols
    >>> y, s = symbols("y s")
    >>> list(logs(-y / s, {y}))
    [-log(s), log(-y)]
    """
    if isinstance(f, Mul) and not _is_opposite(f, negative):
        yield from (term for part in _positive(f, negative) for term in logs(part, negative))
    elif isinstance(f, exp):
        yield from Add.make_args(f.exp)
    elif isinstance(f, Pow):
        yield from (f.exp * term for term in logs(f.base, negative))
    elif isinstance(f, Rational) and f.q != 1 and f.p == 1:
        yield -log(f.q)
    elif isinstance(f, Cases):
        condition, *values = f.args
        yield Cases(condition, *(Add(*logs(value, negative)) for value in values))
    elif f != S.One:
        yield log(f)


def _is_opposite(product: Mul, negative: Set[Symbol]) -> bool:
    """Whether it is minus a logarithm, or minus a negative number."""
    number, *others = product.args
    return number == -1 and len(others) == 1 and (isinstance(others[0], log) or others[0] in negative)


def _positive(product: Mul, negative: Set[Symbol]) -> tuple[Expr, ...]:
    """The factors, where a minus sign goes to what is negative, or may well be: a logarithm, or a sum, to an odd
    power."""
    number, *others = product.args
    bases = [(f, f.as_base_exp()[0]) for f in others]
    kinds = (f for kind in (log, Add) for f, base in bases if isinstance(base, kind))
    turned = next((f for f, base in bases if base in negative), None) or next(kinds, None)
    if turned is None or not (isinstance(number, Rational) and number < 0):
        return product.args
    base, exponent = turned.as_base_exp()
    if not isinstance(exponent, Integer) or int(exponent) % 2 == 0:
        return product.args
    return (-number, *(f for f in others if f is not turned), Pow(-base, exponent, evaluate=False))


def _common_factor(terms: list[Expr], varying: set[Symbol]) -> Expr:
    """The positive factor that all terms share, as far as it can be seen: numbers, and powers of what is known."""
    fixed = [term.as_independent(*varying, as_Add=False)[0] for term in terms]
    numbers = [abs(part.as_coeff_Mul()[0]) for part in fixed]
    common = set.intersection(*(set(Mul.make_args(part.as_coeff_Mul()[1])) for part in fixed))
    return _common_number(numbers) * Mul(*sorted(common, key=str))


def _common_number(numbers: list[Expr]) -> Number:
    fractions = [number for number in numbers if isinstance(number, Rational)]
    if len(fractions) < len(numbers):
        return S.One
    return Rational(gcd(*(n.p for n in fractions)), lcm(*(n.q for n in fractions)))
