"""If c ≤ r_i for every i, then c μ Σ_j v_j² ≤ Σ_i r_i (x_iᵀv)², with the least eigenvalue μ of XᵀX.

In two steps: c μ Σ_j v_j² ≤ c Σ_i (x_iᵀv)², and c (x_iᵀv)² ≤ r_i (x_iᵀv)² in every term.
"""

from functools import cache

from sympy import IndexedBase, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ForAll, Le
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.setting import along, i, m, observations, on_a_line, v
from .setting import full_rank, is_observation, mu, spanned, squares

c, r = symbols("c"), IndexedBase("r")
at_least_c, weighted = ForAll(Le(c, r[i]), observations), Sum(r[i] * along(v) ** 2, observations)


@cache
def one_observation() -> Proof:
    square = along(v, m) ** 2
    return (
        chain(Le(c * square, r[m] * square), Given((*on_a_line.hypotheses, is_observation, Le(c, r[m]))))
        .by(use(rules.bound_times_nonnegative, c=square, u=c, v=r[m]))
        .qed("one-term", "One observation", role="lemma")
    )


@cache
def all_observations() -> Proof:
    return (
        chain(Le(c * spanned, weighted), Given((*on_a_line.hypotheses, at_least_c)))
        .eq(Le(Sum(c * along(v) ** 2, observations), weighted), by=use(rules.constant_factor, c=c))
        .by(use(rules.terms_at_most, because=(one_observation(), m)))
        .qed("all-observations", "All observations", role="lemma")
    )


@cache
def least_eigenvalue() -> Proof:
    return (
        chain(Le(c * mu * squares, c * spanned), Given((*on_a_line.hypotheses, Le(0, c), full_rank)))
        .by(use(rules.bound_times_nonnegative, c=c, u=mu * squares, v=spanned))
        .qed("least-eigenvalue", "The least eigenvalue", role="lemma")
    )


@cache
def weighted_squares() -> Proof:
    return (
        chain(Le(c * mu * squares, weighted), Given((*on_a_line.hypotheses, Le(0, c), at_least_c, full_rank)))
        .by(use(rules.bound_in_two_steps, b=c * spanned, because=(least_eigenvalue(), all_observations())))
        .qed(
            "weighted-squares",
            "Weighted sums of squares",
            r"The least eigenvalue of $X^T X$ is such a number $\mu$; it is positive if $X$ has full column rank.",
            role="lemma",
        )
    )
