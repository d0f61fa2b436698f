"""The cross-entropy depends on the labels through their mean alone: it is −ȳ log θ − (1 − ȳ) log(1 − θ)."""

from functools import cache

from sympy import Sum, log

from mlce_sym import rules
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, i, n, observations, theta, y
from .setting import for_one_theta, mean, ybar

binary_form = -ybar * log(theta) - (1 - ybar) * log(1 - theta)


@cache
def in_terms_of_the_mean() -> Proof:
    y_log, rest = Sum(y[i], observations) * log(theta), Sum(1 - y[i], observations) * log(1 - theta)
    return (
        chain(CE(theta), for_one_theta())
        .unfold(CE)
        .by(rules.sum_of_sum)
        .eq(
            -1 / n * (y_log + rest),
            by=(use(rules.constant_factor, c=log(theta)), use(rules.constant_factor, c=log(1 - theta))),
        )
        .by(rules.sum_of_sum, use(rules.constant_factor, c=-1), rules.sum_of_constant)
        .eq(binary_form, by=mean)
        .qed(
            "binary-form",
            "The cross-entropy in terms of the mean",
            idea=r"The sum meets the labels only through $\sum_{i=1}^{n} y_i = n \bar y$.",
        )
    )
