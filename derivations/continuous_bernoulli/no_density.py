"""p^t (1 − p)^{1 − t} is no density for p ≠ 1/2: its integral over [0, 1] is below 1.

For p > 1/2 that says 2p − 1 < logit p, which follows from log x < x − 1 at x = (1 − p)/p. For p < 1/2 the integral is
the same as for 1 − p.
"""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..gibbs.setting import above
from .setting import given, half, log_odds, logit, mass, p
from .symmetry import symmetric
from .value import the_integral

gap, rest = above((1 - p) / p), (2 * p - 1) * (1 - p) / p


@cache
def tangent() -> Proof:
    return (
        chain(Lt(0, gap), given(Lt(half, p)))
        .by(rules.log_below_tangent)
        .qed("tangent", "The log-odds lie above a tangent", role="lemma")
    )


@cache
def above_half() -> Proof:
    return (
        chain(Lt(mass, 1), given(Lt(half, p)))
        .by(the_integral())
        .eq(Lt(2 * p - 1, logit(p)), by=back(rules.order_of_multiples, c=logit(p)))
        .by(rules.order_by_difference)
        .by(log_odds, rules.log_of_quotient)
        .eq(Lt(0, gap + rest), by=rules.log_of_quotient, reason="log of a quotient, and the added terms cancel")
        .by(use(rules.positive_sum, u=gap, v=rest, because=tangent()))
        .qed("above-half", r"For $p > 1/2$ it is no density", "Its integral is below $1$.")
    )


@cache
def below_half() -> Proof:
    return (
        chain(Lt(mass, 1), given(Lt(p, half)))
        .by(back(symmetric()))
        .by(use(above_half(), p=1 - p))
        .qed("below-half", r"For $p < 1/2$ it is no density, either")
    )
