"""The gap x − 1 − log x at x = V/s is positive unless s = V: the logarithm lies below its tangent."""

from functools import cache

from sympy import Expr, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Equals, Le, Lt
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .setting import V, and_also, s

a, b = symbols("a b")
gap: Expr = V / s - 1 - log(V / s)


@cache
def gap_of_another_variance() -> Proof:
    return (
        chain(Lt(0, gap), and_also(Different(s, V)))
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


@cache
def the_other() -> Proof:
    return (
        chain(Lt(0, a), Given((Lt(0, a + b), Equals(b, 0))))
        .by(rules.known_order)
        .qed("the-other", "Where one term is 0, the other one is the sum", role="lemma")
    )
