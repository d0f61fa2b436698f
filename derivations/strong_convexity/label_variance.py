"""If the output z lies between −B and B, the variance σ(z) (1 − σ(z)) of the label is at least e^B/(1 + e^B)².

The variance is a/(1 + a)² with a = e^z, and b/(1 + b)² ≤ a/(1 + a)² where a ≤ b and 1 ≤ a b; take b = e^B.
"""

from functools import cache

from sympy import exp, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.observation import failure
from ..models.setting import logistic, sigma, z
from ..softmax_gradient.two_classes import success
from .setting import B, variance_at_B

a, b = symbols("a b")
within = (Le(-B, z), Le(z, B))


@cache
def two_numbers() -> Proof:
    return (
        chain(Le(b / (1 + b) ** 2, a / (1 + a) ** 2), Given((Lt(0, a), Le(a, b), Le(1, a * b))))
        .by(rules.at_most_by_difference)
        .eq(Le(0, (b - a) * (a * b - 1) / ((1 + a) ** 2 * (1 + b) ** 2)))
        .by(rules.known_bound)
        .qed("two-numbers", "Two numbers", role="lemma")
    )


@cache
def below_e_to_the_B() -> Proof:
    return (
        chain(Le(exp(z), exp(B)), Given(within))
        .by(rules.exponentials_at_most)
        .by(rules.known_bound)
        .qed("upper", "The upper bound", role="lemma")
    )


@cache
def above_e_to_the_minus_B() -> Proof:
    return (
        chain(Le(1, exp(z) * exp(B)), Given(within))
        .by(use(rules.exponentials_at_most, u=0, v=B + z))
        .by(rules.known_bound)
        .qed("lower", "The lower bound", role="lemma")
    )


@cache
def least_variance() -> Proof:
    bounds = (below_e_to_the_B(), above_e_to_the_minus_B())
    return (
        chain(Le(variance_at_B, sigma(z) * (1 - sigma(z))), Given(within, (logistic,)))
        .by(failure(), success())
        .by(use(two_numbers(), a=exp(z), b=exp(B), because=bounds))
        .qed("least-variance", "The least variance of a label")
    )
