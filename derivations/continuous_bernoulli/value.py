"""The integral of p^t (1 − p)^{1 − t} over [0, 1] is (2p − 1)/logit p, and 1/2 for p = 1/2.

The formula is (1 − p) e^{t logit p}, and has (1 − p)/logit p e^{t logit p} as an antiderivative.
"""

from functools import cache

from sympy import S, exp, log

from mlce_sym import rules
from mlce_sym.border.nodes import Equals, derivative, integral
from mlce_sym.prover import chain
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .setting import B, formula, given, half, log_odds, logit, mass, p, t, uneven

growth = (
    *(rules.derivative_of_multiple, rules.derivative_of_exp),
    *(rules.derivative_of_multiple, rules.derivative_of_variable),
)


@cache
def the_integral() -> Proof:
    antiderivative = (1 - p) / logit(p) * exp(t * logit(p))
    return (
        chain(mass, given(uneven))
        .unfold(B)
        .eq(integral((1 - p) * exp(t * logit(p)), t, 0, 1), by=(log_odds, rules.log_of_quotient))
        .eq(integral(derivative(antiderivative, t, S.Reals), t, 0, 1), by=growth)
        .by(rules.fundamental_theorem)
        .unfold(logit)
        .eq((2 * p - 1) / log(p / (1 - p)))
        .fold(logit(p))
        .qed(
            "integral",
            "The integral",
            r"The denominator is $\log p - \log(1 - p)$, and not $0$.",
            idea="The integrand is a constant times an exponential of $t$, of which an antiderivative is known.",
        )
    )


@cache
def even() -> Proof:
    fair = Equals(p, half)
    return (
        chain(mass, given(fair))
        .by(Hypothesis(fair))
        .eq(integral(half, t, 0, 1), by=formula)
        .eq(integral(derivative(half * t, t, S.Reals), t, 0, 1), by=growth[2:])
        .eq(half, by=rules.fundamental_theorem)
        .qed("even", r"For $p = 1/2$ the integral is $1/2$", idea="At $1/2$ the function is constant.")
    )
