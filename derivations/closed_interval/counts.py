"""A whole number s ≥ 0 and a number x ≥ 0 other than s: x^s e^{−x} < s^s e^{−s} in three cases, where 0⁰ = 1.

For s = 0 it is e^{−x}; for x = 0 < s it is 0; and where both are positive, the logarithm of the quotient is s times
the gap between log and its tangent at x/s.
"""

from functools import cache

from sympy import Basic, Expr, S, exp, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Equals, Le, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..gibbs.setting import above

s, x = symbols("s x")


def likeness(count: Expr, at: Expr) -> Expr:
    """x^s e^{−x}, with a count for s."""
    return at**count * exp(-at)


lead = likeness(s, s) - likeness(s, x)
no_count, no_size = Equals(s, 0), Equals(x, 0)
a_count = (Member(s, S.Integers), Le(0, s), Le(0, x), Different(x, s))


def given(*more: Basic) -> Given:
    return Given((*a_count, *more))


@cache
def without_a_count() -> Proof:
    line = chain(Lt(0, lead), given(no_count)).by(Hypothesis(no_count)).by(rules.known_order)
    return line.qed("without-a-count", "Of the count 0", role="lemma")


@cache
def at_zero() -> Proof:
    line = chain(Lt(0, lead), given(Different(s, 0), no_size)).by(Hypothesis(no_size))
    line = line.by(rules.power_of_zero).by(rules.known_order)
    return line.qed("at-zero", "Of a positive count, at 0", role="lemma")


@cache
def between() -> Proof:
    gap = above(x / s)
    return (
        chain(Lt(0, lead), given(Different(s, 0), Different(x, 0)))
        .by(back(rules.order_by_difference, u=likeness(s, x), v=likeness(s, s)))
        .by(back(rules.order_of_logs))
        .by(rules.log_of_two_factors)
        .by(rules.log_of_power)
        .by(rules.order_by_difference)
        .eq(Lt(0, s * gap), by=rules.log_of_quotient)
        .by(use(rules.order_of_multiples, c=s, u=S.Zero, v=gap))
        .by(rules.log_below_tangent)
        .qed(
            "between",
            "Of a positive count, at a positive number",
            role="lemma",
            idea="Taking logs leaves the distance between the log and its tangent at 1.",
        )
    )
