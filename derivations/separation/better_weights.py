"""If the direction v separates the labels, the weights w + v are better than w, whatever w is.

From w to w + v the margin of every observation grows by (2 y_i − 1) x_iᵀv > 0, so that every term of the loss falls.
"""

from functools import cache
from typing import Any

from sympy import Lambda, exp

from mlce_sym import rules
from mlce_sym.border.nodes import IndexRange, Lt, Member
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from ..logistic.setting import ell, eta, i, n, v, y
from ..models.setting import j, x
from .margins import loss_in_margins
from .setting import beyond, given, margin, moved, separated, w


@cache
def output_beyond() -> Proof:
    parts: dict[str, Any] = {"f": Lambda(j, x[i, j] * w(j, theta)), "g": Lambda(j, x[i, j] * v[j])}
    return (
        chain(eta(i, beyond), given(moved))
        .unfold(eta)
        .by(Hypothesis(moved))
        .by(use(rules.sum_of_sum, **parts))
        .fold(eta(i, theta))
        .qed("output-beyond", "The output beyond", role="lemma", idea="The output is linear in the weights.")
    )


@cache
def better_term() -> Proof:
    here, there = eta(i, theta), eta(i, beyond)
    lower, upper = (exp(-(2 * y[i] - 1) * output) for output in (there, here))
    return (
        chain(Lt(margin(y[i], there), margin(y[i], here)), given(separated, moved, Member(i, IndexRange(1, n))))
        .by(rules.order_of_logs)
        .by(rules.order_by_difference, back(rules.order_by_difference, u=lower, v=upper))
        .by(rules.order_of_exponentials)
        .by(use(output_beyond(), theta_1=beyond))
        .by(rules.known_order)
        .qed(
            "better-term",
            "Every observation is fitted better",
            role="lemma",
            idea="A step along the separating direction enlarges each margin, in which the loss decreases.",
        )
    )


@cache
def better() -> Proof:
    return (
        chain(Lt(ell(beyond), ell(theta)), given(separated, moved))
        .by(loss_in_margins())
        .by(use(rules.greater_terms, because=(better_term(), i)))
        .qed("better", "The weights $w + v$ are better than $w$")
    )
