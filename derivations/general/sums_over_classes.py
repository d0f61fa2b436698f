"""A sum over the observations is a sum over the classes, in which the term of the class k is counted N_k times.

Write g(y_i) as Σ_k δ_{k,y_i} g(k) and exchange the two sums.
"""

from functools import cache

from sympy import Function, Sum

from mlce_sym import rules
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import N, classes, counts, i, is_k, k, observations, with_classes, y

g = Function("g")


@cache
def class_counts() -> Proof:
    by_observation = Sum(Sum(is_k * g(k), classes), observations)
    by_class = Sum(Sum(is_k * g(k), observations), classes)
    return (
        chain(Sum(g(y[i]), observations), with_classes)
        .eq(by_observation, by=rules.sifting)
        .eq(by_class, by=rules.exchange_of_sums)
        .eq(Sum(Sum(is_k, observations) * g(k), classes), by=use(rules.constant_factor, c=g(k)))
        .eq(Sum(N(k) * g(k), classes), by=counts)
        .qed(
            "class-counts",
            "A sum over observations as a sum over classes",
            "Here $g$ is any function.",
            idea=(
                "Sort the observations by their classes: a Kronecker delta lets a sum over the classes in, and the "
                "two sums change places."
            ),
        )
    )
