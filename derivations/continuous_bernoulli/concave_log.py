"""The logarithm is strictly concave: t log a + (1 − t) log b < log m at the weighted mean m = t a + (1 − t) b.

The difference is a sum of weighted gaps between the logarithm and its tangent, at a/m and at b/m.
"""

from functools import cache

from sympy import S, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..gibbs.setting import above
from .setting import t

a, b = symbols("a b")
mean = t * a + (1 - t) * b
two_numbers = Given((Lt(0, a), Lt(0, b), Different(a, b), Lt(0, t), Lt(t, 1)))
one, other = t * above(a / mean), (1 - t) * above(b / mean)


@cache
def second_gap() -> Proof:
    return (
        chain(Lt(0, other), two_numbers)
        .by(use(rules.order_of_multiples, c=1 - t, u=S.Zero, v=above(b / mean)))
        .by(rules.log_below_tangent)
        .qed("second-gap", "The gap at the second number", role="lemma")
    )


@cache
def first_gap() -> Proof:
    line = chain(Lt(0, one), two_numbers).by(use(second_gap(), t=1 - t, a=b, b=a))
    return line.qed("first-gap", "The gap at the first number", role="lemma")


@cache
def concave_log() -> Proof:
    return (
        chain(Lt(0, log(mean) - t * log(a) - (1 - t) * log(b)), two_numbers)
        .eq(Lt(0, one + other), by=rules.log_of_quotient, reason="log of a quotient, and the added terms cancel")
        .by(use(rules.positive_sum, u=one, v=other, because=(first_gap(), second_gap())))
        .qed("concave-log", "The logarithm is strictly concave")
    )


CONCAVE_LOG = (second_gap, first_gap, concave_log)
