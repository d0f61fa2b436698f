"""The gap x − 1 − log x at x = V/s is not negative, and positive unless s = V: the logarithm lies below its tangent."""

from functools import cache

from sympy import log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Le, Lt
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .setting import V, m, s, ybar

a, b = symbols("a b")
gap, square = V / s - 1 - log(V / s), (ybar - m) ** 2 / s


variances = (Lt(0, s), Lt(0, V))


@cache
def gap_of_any_variance() -> Proof:
    return (
        chain(Le(0, gap), Given(variances))
        .by(rules.log_on_or_below_tangent)
        .qed("gap-of-any-variance", "The gap is not negative", role="lemma")
    )


@cache
def gap_of_another_variance() -> Proof:
    return (
        chain(Lt(0, gap), Given((*variances, Different(s, V))))
        .by(rules.log_below_tangent)
        .qed("gap-of-another-variance", "The gap of another variance", role="lemma")
    )


@cache
def one_positive() -> Proof:
    return (
        chain(Lt(0, a + b), Given((Lt(0, a), Le(0, b))))
        .by(rules.known_order)
        .qed("one-positive", "Of two terms one is positive", role="lemma")
    )
