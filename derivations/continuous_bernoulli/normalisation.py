"""Divided by its integral the formula is a density on [0, 1]: that of the continuous Bernoulli distribution.

The normalising constant is logit p/(2p − 1); for p = 2/3 it is 3 log 2, and for p = 4/5 it is 10/3 log 2.
"""

from functools import cache

from sympy import Expr, Rational, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import integral
from mlce_sym.prover import Chain, chain, use
from mlce_sym.prover.document import Proof

from .setting import B, C, better, given, label, logit, normaliser, of_one, p, t, uneven
from .value import the_integral


@cache
def normalised() -> Proof:
    return (
        chain(integral(C(p) * B(t, p), t, 0, 1), given())
        .by(rules.integral_of_multiple)
        .eq(1, by=normaliser)
        .qed("normalised", "The density of the continuous Bernoulli distribution")
    )


@cache
def the_normaliser() -> Proof:
    return chain(C(p), given(uneven)).unfold(C).by(the_integral()).qed("normaliser", "The normalising constant")


@cache
def at_label() -> Proof:
    return _constant(label, 3 * log(2)).qed("at-label", r"The constant for $p = 2/3$", role="lemma")


@cache
def at_better() -> Proof:
    return _constant(better, Rational(10, 3) * log(2)).qed("at-better", r"The constant for $p = 4/5$", role="lemma")


def _constant(point: Expr, value: Expr) -> Chain:
    return chain(C(point), Given((), of_one)).by(use(the_normaliser(), p=point)).unfold(logit).eq(value)
