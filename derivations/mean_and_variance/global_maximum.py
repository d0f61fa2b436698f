"""The mean ȳ and the variance V together are the only maximiser: what differs in one of them has a smaller likelihood.

The excess is n/2 times the gap x − 1 − log x at x = V/s, and a square over s: neither is negative, and one is positive.
"""

from functools import cache

from sympy import Basic, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, Lt
from mlce_sym.prover import Chain, back, chain, use
from mlce_sym.prover.document import Proof

from .gaps import gap, gap_of_another_variance, gap_of_any_variance, one_positive, square
from .log_likelihood import log_likelihood
from .setting import L, V, both_positive, half, m, n, s, ybar


def and_also(*facts: Basic) -> Given:
    return Given((*both_positive.hypotheses, *facts), both_positive.definitions)


@cache
def excess() -> Proof:
    return (
        chain(log(L(ybar, V)) - log(L(m, s)), both_positive)
        .by(log_likelihood())
        .eq(n * half * (gap + square), by=rules.log_of_quotient)
        .qed("excess", "The excess of the log-likelihood at the mean and the variance of the observations")
    )


def below(given: Given) -> Chain:
    """L(m, s) < L(ȳ, V) if and only if the gap and the square have a positive sum."""
    return (
        chain(Lt(L(m, s), L(ybar, V)), given)
        .by(back(rules.order_of_logs))
        .by(rules.order_by_difference)
        .by(excess())
        .by(use(rules.order_of_multiples, c=n * half, u=0, v=gap + square))
    )


@cache
def another_variance() -> Proof:
    return (
        below(and_also(Different(s, V)))
        .by(use(one_positive(), a=gap, b=square, because=gap_of_another_variance()))
        .qed("another-variance", "With another variance the likelihood is smaller, whatever the mean")
    )


@cache
def another_mean() -> Proof:
    return (
        below(and_also(Different(m, ybar)))
        .by(use(one_positive(), a=square, b=gap, because=gap_of_any_variance()))
        .qed(
            "another-mean",
            "With another mean the likelihood is smaller, whatever the variance",
            "So the mean and the variance of the observations are the only maximiser of both together.",
        )
    )
