"""Dropping the factor 1/n multiplies the cross-entropy by n, and leaves its arg min."""

from functools import cache

from sympy import Sum

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMin
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import (
    CE,
    Theta,
    for_all_theta,
    for_one_theta,
    log_terms,
    mean_cross_entropy,
    n,
    observations,
    theta,
)

total = -Sum(log_terms, observations)


@cache
def factor() -> Proof:
    return (
        chain(total, for_one_theta())
        .eq(n * CE(theta), by=mean_cross_entropy)
        .qed("factor", r"Without $1/n$ the value is $n$ times as large")
    )


@cache
def factor_and_optimum() -> Proof:
    return (
        chain(ArgMin(total, (theta, Theta)), for_all_theta())
        .by(factor())
        .by(rules.argmin_of_scaled)
        .qed("factor-and-optimum", r"Without $1/n$ the optimum is the same")
    )
