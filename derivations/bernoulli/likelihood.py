"""The likelihood: a product of p_i^{y_i} (1 − p_i)^{1 − y_i}, and the same by cases.

The label y_i is 1 or 0, so the probability of y_i is P(1)^{y_i} P(0)^{1 − y_i}.
"""

from functools import cache

from sympy import Lambda, Product

from mlce_sym import rules
from mlce_sym.families import likelihood
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import L, P, for_one_theta, i, k, model, observations, probability, theta, y


@cache
def the_likelihood() -> Proof:
    return (
        chain(L(theta), for_one_theta())
        .unfold(L, reason="independent observations")
        .eq(likelihood(model, y), by=probability)
        .qed("likelihood", "The likelihood")
    )


@cache
def two_cases() -> Proof:
    by_cases = use(rules.binary_cases, f=Lambda((k,), P(i, k, theta)), y=y[i])
    return (
        chain(L(theta), for_one_theta())
        .unfold(L)
        .eq(Product(P(i, 1, theta) ** y[i] * P(i, 0, theta) ** (1 - y[i]), observations), by=by_cases)
        .qed("two-cases", "The likelihood by cases")
    )
