"""p^t (1 − p)^{1 − t} is no density: its integral over [0, 1] is below 1/2 for every p other than 1/2.

It lies below the arithmetic mean t p + (1 − t) (1 − p), and that has the integral 1/2.
"""

from functools import cache

from sympy import S

from mlce_sym import rules
from mlce_sym.border.nodes import Lt, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import B, given, half, mass, over, p, t, uneven
from .two_means import M, below_the_mean, lead, not_above_the_mean, two_means

of_a_square = (
    *(rules.derivative_of_sum, rules.derivative_of_multiple),
    *(rules.derivative_of_square, rules.derivative_of_variable),
)
linear = (rules.improper_integral_of_sum, rules.constant_out_of_improper_integral)


@cache
def integral_of_the_mean() -> Proof:
    antiderivative = (1 - p) * t + (2 * p - 1) * t**2 / 2
    return (
        chain(over(M(t, p)), given(definitions=two_means))
        .unfold(M)
        .eq(over(derivative(antiderivative, t, S.Reals)), by=of_a_square)
        .by(rules.fundamental_theorem_on_open_interval)
        .eq(half)
        .qed("integral-of-the-mean", "The integral of the arithmetic mean", role="lemma")
    )


@cache
def lead_at_half() -> Proof:
    line = chain(Lt(0, M(half, p) - B(half, p)), given(uneven, definitions=two_means)).by(use(below_the_mean(), t=half))
    return line.qed("lead-at-half", "The lead half-way", role="lemma")


@cache
def integral_of_the_lead() -> Proof:
    positive = use(
        rules.improper_integral_with_a_positive_value, c=half, because=(lead_at_half(), (not_above_the_mean(), t))
    )
    line = chain(Lt(0, over(lead)), given(uneven, definitions=two_means)).by(positive)
    return line.qed("integral-of-the-lead", "The integral of the lead is positive", role="lemma")


@cache
def below_half() -> Proof:
    return (
        chain(Lt(mass, half), given(uneven, definitions=two_means))
        .by(rules.order_by_difference)
        .by(rules.integral_without_ends)
        .eq(Lt(0, over(M(t, p)) - over(B(t, p))), by=integral_of_the_mean())
        .eq(Lt(0, over(lead)), by=linear)
        .by(integral_of_the_lead())
        .qed(
            "below-half",
            r"For $p \ne 1/2$ the integral is below $1/2$",
            "A density has the integral 1.",
            idea="The geometric mean lies below the arithmetic mean, whose integral is $1/2$.",
        )
    )
