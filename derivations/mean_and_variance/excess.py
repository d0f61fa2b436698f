"""The excess of the log-likelihood at ȳ and V is n/2 times the gap of the variances and a square over s."""

from functools import cache

from sympy import log

from mlce_sym import rules
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .gaps import gap
from .log_likelihood import log_likelihood
from .setting import L, V, both_positive, half, m, n, s, ybar

square = (ybar - m) ** 2 / s
sum_of_both = gap + square


@cache
def excess() -> Proof:
    return (
        chain(log(L(ybar, V)) - log(L(m, s)), both_positive)
        .by(log_likelihood())
        .eq(n * half * sum_of_both, by=rules.log_of_quotient)
        .qed("excess", "The excess of the log-likelihood at the mean and the variance of the observations")
    )
