"""Without the minus sign one minimises the likelihood: arg min −CE is arg min L, whatever the model is.

Minus the cross-entropy is the log-likelihood, divided by n; and the logarithm is strictly increasing.
"""

from functools import cache
from typing import Any

from sympy import Lambda, log, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Above, ArgMin, Lt, Member, Without, derivative
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.optimum import negative_log_likelihood
from ..bernoulli.setting import CE, L, Theta, for_all_theta, n, theta

s, u = symbols("s u")
log_of_likelihood: dict[str, Any] = {"f": Lambda(theta, L(theta)), "g": Lambda(u, log(u)), "a": 0, "c": 0}


@cache
def rising_log() -> Proof:
    return (
        chain(Lt(0, derivative(log(u), u, Above(0), at=s)), Given((Member(s, Without(Above(0), 0)),)))
        .differentiate()
        .by(rules.known_order)
        .qed("rising-log", "The slope of the logarithm is positive", role="lemma")
    )


@cache
def minus_sign() -> Proof:
    return (
        chain(ArgMin(-CE(theta), (theta, Theta)), for_all_theta())
        .eq(ArgMin(-n * CE(theta), (theta, Theta)), by=use(rules.argmin_of_scaled, c=n))
        .by(back(negative_log_likelihood()), reason="the log-likelihood")
        .by(use(rules.rising_on_half_line, **log_of_likelihood, because=(rising_log(), s)))
        .qed("minus-sign", "Without the minus sign one minimises the likelihood")
    )
