"""Where the outputs lie between −B and B the loss is strongly convex, with the constant μ e^B/(1 + e^B)².

There every label has at least the variance e^B/(1 + e^B)², and the curvature is the sum of the squares (x_iᵀv)²,
weighted with the variances.
"""

from functools import cache

from sympy import Lambda

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ForAll, Le
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.curvature import curvature_on_a_line
from ..logistic.setting import curvature, eta, i, m, n, observations, on_a_line, p, spread, t
from ..models.setting import d
from .label_variance import least_variance
from .setting import B, full_rank, is_observation, mu, squares, variance_at_B
from .sums_of_squares import weighted_squares

bounded = (ForAll(Le(-B, eta(i, t)), observations), ForAll(Le(eta(i, t), B), observations))
variance_of_m = p(m, t) * (1 - p(m, t))


@cache
def variance_at_one() -> Proof:
    facts = (*on_a_line.hypotheses, is_observation, Le(-B, eta(m, t)), Le(eta(m, t), B))
    return (
        chain(Le(variance_at_B, variance_of_m), Given(facts, on_a_line.definitions))
        .unfold(p)
        .by(use(least_variance(), z=eta(m, t)))
        .qed("at-one", "The variance of one label", role="lemma")
    )


@cache
def strongly_convex_where_bounded() -> Proof:
    facts = (*on_a_line.hypotheses, *bounded, full_rank)
    return (
        chain(Le(variance_at_B * mu * squares, curvature), Given(facts, on_a_line.definitions))
        .by(curvature_on_a_line())
        .by(
            use(
                weighted_squares(),
                c=variance_at_B,
                mu=mu,
                d=d,
                n=n,
                r=Lambda(i, spread(t)),
                because=(variance_at_one(), m),
            )
        )
        .qed("bounded", "Where the outputs are bounded the loss is strongly convex")
    )
