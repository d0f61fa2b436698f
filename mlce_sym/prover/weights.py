"""What the terms of a series or an integrand are: constants times powers of the variable times a weight, such as r^k/k!
or an exponential of a polynomial. SymPy suggests it; the kernel checks what is made of it.

>>> from sympy import factorial, symbols
>>> k, a, t = symbols("k a t")
>>> [(term.constant, term.power, term.weight.at(k)) for term in terms(exp(-a) * (k + 1) * a**k / factorial(k), k)]
[(exp(-a), 1, a**k/factorial(k)), (exp(-a), 0, a**k/factorial(k))]
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sympy import Add, Dummy, Expr, Integer, Mul, Poly, PolynomialError, Pow, S, Symbol, exp, expand

from ..border.binding import names, opened


@dataclass(frozen=True)
class Weight:
    """exp(Σ rate·v^degree) · ratio^v · others, where none of the others is a power of v."""

    rates: tuple[tuple[int, Expr], ...] = ()
    ratio: Expr = S.One
    others: tuple[Expr, ...] = ()

    def at(self, v: Symbol) -> Expr:
        exponent = Add(*(rate * v**degree for degree, rate in self.rates))
        return Mul(exp(exponent), self.ratio**v, *self.others)


@dataclass(frozen=True)
class Term:
    """constant · v^power · weight."""

    constant: Expr
    power: Expr
    weight: Weight

    def at(self, v: Symbol) -> Expr:
        return Mul(self.constant, v**self.power, self.weight.at(v))


@lru_cache(maxsize=1000)
def terms(body: Expr, v: Symbol) -> list[Term] | None:
    """The body multiplied out, with equal weights and powers collected; None where it is not seen through."""
    held: dict[Expr, Dummy] = {}
    polynomial = _held(body, v, held)
    if polynomial is None:
        return None
    multiplied = expand(polynomial, power_exp=False, power_base=False, log=False, basic=False)
    shown = {dummy: part for part, dummy in held.items()}
    found: dict[tuple[Expr, Weight], Expr] = {}
    for product in Add.make_args(multiplied):
        term = _term(product, v, shown)
        if term is None:
            return None
        key = (term.power, term.weight)
        found[key] = found.get(key, S.Zero) + term.constant
    kept = [Term(constant, power, weight) for (power, weight), constant in found.items() if expand(constant) != 0]
    return sorted(kept, key=lambda term: (str(term.weight), -_number(term.power), str(term.power)))


def _number(power: Expr) -> int:
    return int(power) if isinstance(power, Integer) else 0


def _held(term: Expr, v: Symbol, held: dict[Expr, Dummy]) -> Expr | None:
    """The term with a dummy for whatever of the variable is no sum, product or whole power."""
    if v not in names(term) and not isinstance(term, Mul):
        base, _ = term.as_base_exp()
        return held.setdefault(term, Dummy()) if base.is_Add else term  # 1/(1 - e^-a) stays, and is no 1/(e^a - 1)
    if term == v:
        return term
    whole = isinstance(term, Pow) and type(term) is Pow and isinstance(term.exp, Integer) and term.exp > 0
    if isinstance(term, (Add, Mul)) or whole:
        parts = [_held(part, v, held) for part in (term.args[:1] if whole else term.args)]
        if any(part is None for part in parts):
            return None
        return term.func(*parts, *(term.args[1:] if whole else ()))
    return None if opened(term) else held.setdefault(term, Dummy())


def _term(product: Expr, v: Symbol, shown: dict[Dummy, Expr]) -> Term | None:
    constant: Expr = S.One
    power: Expr = S.Zero
    weights: list[Weight] = []
    for factor in Mul.make_args(product):
        base, exponent = factor.as_base_exp() if type(factor) is Pow else (factor, S.One)
        if base == v:
            power += exponent
        elif isinstance(base, Dummy):
            split = _split(shown[base] ** exponent if exponent != 1 else shown[base], v)
            if split is None:
                return None
            constant, power = constant * split.constant, power + split.power
            weights.append(split.weight)
        else:
            constant *= factor
    return Term(constant, power, _together(weights))


def _together(weights: list[Weight]) -> Weight:
    rates: dict[int, Expr] = {}
    for degree, rate in (pair for weight in weights for pair in weight.rates):
        rates[degree] = rates.get(degree, S.Zero) + rate
    others = Mul.make_args(_collected(part for weight in weights for part in weight.others))
    ratio = Mul(*(weight.ratio for weight in weights))
    kept = tuple(sorted((degree, rate) for degree, rate in rates.items() if expand(rate) != 0))
    return Weight(kept, ratio, tuple(sorted((other for other in others if other != 1), key=str)))


def _collected(factors: Iterable[Expr]) -> Expr:
    """Their product, with one power of each base."""
    exponents: dict[Expr, Expr] = {}
    for base, exponent in (factor.as_base_exp() for factor in factors):
        exponents[base] = exponents.get(base, S.Zero) + exponent
    return Mul(*(base**exponent for base, exponent in exponents.items()))


def _split(factor: Expr, v: Symbol) -> Term | None:
    """A factor that is no polynomial, as a term."""
    if v not in names(factor):
        return Term(factor, S.Zero, Weight())
    if isinstance(factor, exp):
        return _of_exponential(factor.exp, v)
    if type(factor) is Pow:
        base, exponent = factor.args
        if isinstance(base, exp):
            return _of_exponential(base.exp * exponent, v)
        if base == v and v not in names(exponent):
            return Term(S.One, exponent, Weight())
        if v not in names(base):
            return _of_power(base, exponent, v)
        if type(base) is Pow and v not in names(exponent):
            return _split(Pow(base.base, base.exp * exponent), v)
        if isinstance(base, Mul) and v not in names(exponent):
            return _of_product(base, exponent, v)
    return Term(S.One, S.Zero, Weight(others=(factor,)))


def _of_product(base: Mul, exponent: Expr, v: Symbol) -> Term | None:
    """(c v u)^e as c^e v^e u^e."""
    found = [_split(Pow(factor, exponent), v) for factor in base.args]
    known = [one for one in found if one is not None]
    if len(known) != len(found):
        return None
    constant, power = Mul(*(one.constant for one in known)), Add(*(one.power for one in known))
    return Term(constant, power, _together([one.weight for one in known]))


def coefficients(term: Expr, v: Symbol) -> dict[int, Expr] | None:
    """Those of a polynomial in the variable, by degree; None for what is none."""
    try:
        polynomial = Poly(term, v)
    except PolynomialError:
        return None
    found = {degree: c for degree, c in enumerate(reversed(polynomial.all_coeffs())) if c != 0}
    return None if any(v in names(c) for c in found.values()) else found


def _of_exponential(exponent: Expr, v: Symbol) -> Term | None:
    found = coefficients(exponent, v)
    if found is None:
        fixed, moving = exponent.as_independent(v, as_Add=True)
        return Term(exp(fixed), S.Zero, Weight(others=(exp(moving),)))
    rates = tuple(sorted((degree, rate) for degree, rate in found.items() if degree > 0))
    return Term(exp(found.get(0, S.Zero)), S.Zero, Weight(rates))


def _of_power(base: Expr, exponent: Expr, v: Symbol) -> Term | None:
    found = coefficients(exponent, v)
    if found is None or set(found) - {0, 1}:
        return None
    return Term(base ** found.get(0, S.Zero), S.Zero, Weight(ratio=base ** found.get(1, S.Zero)))
