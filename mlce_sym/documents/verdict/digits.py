"""Numbers as they are shown: what agrees to its digits, and what is worked out with rounded numbers."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

from sympy import Mul, Pow

from ...border.encoding import decode, encode
from ...certificate.writing import plain
from ...evaluate.instances import instances
from ...evaluate.numeric import compare
from ...evaluate.outcomes import Difference, outcome
from ...evaluate.plain import plain as plain_term
from ...evaluate.problem import problem_of
from ...reading.walk.readings import Reading
from ...terms.terms import Term, children, free, is_a, rebuilt
from ..equations.links import PROVED, UNKNOWN, Verdict
from ..equations.mentions import has, subterms

BEFORE = "it holds but for the digits of numbers that are rounded before they are put in"
WHOLE = "it holds if the whole number is a rounded one"
MANY = 100  # from here on people round to whole numbers


def rounded(left: Term, right: Term, reading: Reading) -> Verdict | None:
    """Of numbers alone: do they agree to the digits shown? None where they agree exactly, or do not."""
    if free(left) | free(right) or not _differ(left, right):
        return None
    units = {signed: unit for value, unit in reading.rounded for signed in (value, _negated(value))}
    half = max((units[side] for side in (left, right) if side in units), default=None)
    if half is not None and _within(left, right, half):
        return Verdict(PROVED, "to the digits shown, by rigorous enclosures")
    pairs = ((left, _unrounded(right, left, units)), (_unrounded(left, right, units), right))
    if any(pair != (left, right) and not _differ(*pair) for pair in pairs):
        return Verdict(UNKNOWN, BEFORE)
    is_whole = any(isinstance(one, int) and abs(one) >= MANY and _is_odd(other) for one, other in _both(left, right))
    return Verdict(UNKNOWN, WHOLE) if is_whole and _within(left, right, ("Rational", 1, 2)) else None


def _both(left: Term, right: Term) -> tuple[tuple[Term, Term], ...]:
    return (left, right), (right, left)


def _is_odd(term: Term) -> bool:
    """Does a number speak of roots, logarithms or π, so that people show a few of its digits?"""
    roots = (is_a(one, "Pow") and is_a(one[2], "Rational") for one in subterms(term))
    return has(term, "Constant", "exp", "log") or any(roots)


def _differ(left: Term, right: Term) -> bool:
    return isinstance(compare(plain(left), plain(right), tries=1), Difference)


def _unrounded(side: Term, other: Term, units: Mapping[Term, Term]) -> Term:
    """A side with each decimal as the part of the other side of which it is the rounding: 3.2/2.12 as 3.2/(15/√50)
    beside (103.2 − 100)/(15/√50)."""
    found = [one for part in list(subterms(other))[1:] if children(part) for one in (part, ("Mul", -1, part))]
    pairs = ((one, two) for one, two in product(units, units) if two != 0)
    quotients = {encode(Mul(decode(one), Pow(decode(two), -1))): (one, two) for one, two in pairs}

    def restored(term: Term) -> Term:
        if term in units:
            return next((one for one in found if _within(one, term, units[term])), term)
        if term in quotients:  # two decimals are read as one fraction
            over, under = quotients[term]
            return ("Mul", restored(over), ("Pow", restored(under), -1))
        return rebuilt(term, map(restored, children(term)))

    return restored(side)


def _within(one: Term, other: Term, unit: Term) -> bool:
    """Are two numbers surely no further apart?"""
    apart: Term = ("Add", one, ("Mul", -1, other))
    return all(surely(("Le", side, unit)) for side in (apart, ("Mul", -1, apart)))


def _negated(value: Term) -> Term:
    return encode(Mul(-1, decode(value)))


def surely(proposition: Term) -> bool:
    """Does a proposition about numbers alone hold, by the values of its sides in balls?"""
    (instance,) = instances(problem_of(()), tries=1)
    return outcome(plain_term(plain(proposition)), instance) is True
