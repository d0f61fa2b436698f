"""Powers and exponentials taken apart, so that those with one base cancel: another writing, with a script.

>>> from mlce_sym.logic.given import assumed
>>> split_power(Scope(assumed((), ()), (("given_1", ("Lt", 0, "a")),), frozenset()), ("Pow", "a", ("Add", 1, "b")))
(('Mul', ('Pow', 'a', 1), ('Pow', 'a', 'b')), ['assert (0 < a).', '{ exact given_1. }', 'split_power.'])
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

from ..logic import polynomials
from ..logic.algebra import canonical, normal
from ..logic.polynomials import EMPTY, UNIT, Monomial, Quotient, ordered
from ..terms.terms import Compound, Term, children, is_a, rebuilt
from .facts import nonzero_facts, prove
from .fractions import denominators, product
from .scope import Scope
from .scripts import Script, asserted


def split_power(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """a^(2 - y) = a^2 / a^y, so that powers with one base cancel."""
    if not is_a(leaf, "Pow") or type(leaf[2]) is int:
        return None
    factors = _factors_of_power(leaf[1], normal(leaf[2]))
    if factors is None or [canonical(f) for f in factors if type(f[2]) is not int] == [canonical(leaf)]:
        return None
    positive = asserted(("Lt", 0, leaf[1]), prove(scope, ("Lt", 0, leaf[1])))
    return product(factors), [*positive, *nonzero_facts(scope, denominators(leaf[2])), "split_power."]


def split_exp(scope: Scope, leaf: Term) -> tuple[Term, Script] | None:
    """exp(2a - b + c log x) = exp(a)^2 / exp(b) * x^c."""
    if not is_a(leaf, "exp"):
        return None
    factors = _factors_of_exp(normal(leaf[1]))
    if factors is None or (len(factors) == 1 and is_a(factors[0], "exp")):
        return None
    powers = [factor[1] for factor in factors if is_a(factor, "Pow") and not is_a(factor[1], "exp")]
    bases = [base[1] if is_a(base, "Pow") and base[2] == 1 else base for base in powers]
    positive = [line for x in bases for line in asserted(("Lt", 0, x), prove(scope, ("Lt", 0, x)))]
    return product(factors), [*positive, *nonzero_facts(scope, denominators(leaf[1])), "split_power."]


def term_of(quotient: Quotient) -> Term:
    """The quotient as a term, with exp(x) where algebra has e^x."""
    return _with_exp(polynomials.term_of(quotient))


def _with_exp(term: Term) -> Term:
    if type(term) is not tuple:
        return term
    if is_a(term, "Pow") and term[1] == ("exp", 1) and type(term[2]) is not int:
        return ("exp", _with_exp(term[2]))
    return rebuilt(term, map(_with_exp, children(term)))


def _factors_of_exp(exponent: Quotient) -> list[Term] | None:
    if exponent.bottom != UNIT:
        return None
    return [_factor_of_exp(monomial, Fraction(times)) for monomial, times in ordered(exponent.top)]


def _factor_of_exp(monomial: Monomial, times: Fraction) -> Term:
    """exp of a monomial: x^c where it is c log x, or an integer power of exp."""
    log = next((atom for atom, exponent in sorted(monomial, key=repr) if exponent == 1 and is_a(atom, "log")), None)
    if log is not None:
        return _power(log[1], term_of(Quotient({monomial - {(log, 1)}: times})))
    part = ("exp", term_of(Quotient({monomial: Fraction(1, times.denominator)})))
    return part if times.numerator == 1 else ("Pow", part, times.numerator)


def _power(base: Term, exponent: Term) -> Compound:
    """base^exponent with 1/base as 1/base^1, for `split_power` looks for powers."""
    return ("Pow", ("Pow", base, 1), -1) if exponent == -1 else ("Pow", base, exponent)


def _factors_of_power(base: Term, exponent: Quotient) -> list[Compound] | None:
    """base^k for the whole part of the exponent, and integer powers of base^m for its other parts."""
    if exponent.bottom != UNIT:
        return None
    constant = Fraction(exponent.top.get(EMPTY, 0))
    count = floor(constant)
    factors: list[Compound] = [_power(base, count)] if count else []
    rest = {monomial: times for monomial, times in exponent.top.items() if monomial != EMPTY}
    rest |= {EMPTY: constant - count} if constant != count else {}
    for monomial, coefficient in ordered(rest):
        times = Fraction(coefficient)
        unit = term_of(Quotient({monomial: Fraction(1, times.denominator)}))
        power = ("Pow", base, unit)
        factors.append(power if times.numerator == 1 else ("Pow", power, times.numerator))
    return factors
