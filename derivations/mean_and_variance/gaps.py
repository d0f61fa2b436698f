"""The gap x − 1 − log x at x = V/s is not negative, and positive unless s = V: the logarithm lies below its tangent."""

from functools import cache

from sympy import Basic, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Proof
from mlce_sym.given import Given
from mlce_sym.nodes import Different, Le, Lt
from mlce_sym.prover import chain

from .setting import V, both_positive, m, s, ybar

a, b = symbols("a b")
gap, square = V / s - 1 - log(V / s), (ybar - m) ** 2 / s


def and_also(*facts: Basic) -> Given:
    return Given((*both_positive.hypotheses, *facts), both_positive.definitions)


@cache
def gap_of_any_variance() -> Proof:
    return (
        chain(Le(0, gap), both_positive)
        .by(rules.log_on_or_below_tangent)
        .qed("gap", "The gap is not negative", role="lemma")
    )


@cache
def gap_of_another_variance() -> Proof:
    return (
        chain(Lt(0, gap), and_also(Different(s, V)))
        .by(rules.log_below_tangent)
        .qed("positive-gap", "The gap of another variance", role="lemma")
    )


@cache
def one_positive() -> Proof:
    return (
        chain(Lt(0, a + b), Given((Lt(0, a), Le(0, b))))
        .by(rules.known_order)
        .qed("one-positive", "Of two terms one is positive", role="lemma")
    )
