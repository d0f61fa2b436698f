"""Dropping the minus sign does not leave the arg min: for the labels 0 and 1 it is not 1/2 that minimises −CE.

The value of −CE at 1/4 is lower.
"""

from functools import cache

from sympy import Rational, log

from mlce_sym import rules
from mlce_sym.border.nodes import ArgMin, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, theta
from ..iid.binary_form import in_terms_of_the_mean
from ..iid.setting import unit
from .setting import zero_and_one
from .with_sign import mean_of_two

half, quarter = Rational(1, 2), Rational(1, 4)


@cache
def a_greater_value() -> Proof:
    return (
        chain(Lt(-CE(quarter), -CE(half)), zero_and_one())
        .by(rules.order_of_negatives)
        .by(in_terms_of_the_mean(), reason="in terms of the mean")
        .by(mean_of_two())
        .by(rules.order_by_difference)
        .eq(Lt(0, log(Rational(4, 3)) / 2))
        .by(rules.known_order)
        .qed(
            "greater-value",
            r"Without the sign $1/4$ is better than $1/2$",
            role="lemma",
            idea=r"Both are numbers: the first is $\frac{1}{2}\log\frac{16}{3}$, the second $\log 2$.",
        )
    )


@cache
def without_the_sign() -> Proof:
    return (
        chain(Member(half, ArgMin(-CE(theta), (theta, unit))), zero_and_one())
        .by(use(rules.not_a_minimiser, b=quarter, because=a_greater_value()))
        .qed(
            "without-the-sign",
            r"$1/2$ does not minimise $-\mathrm{CE}$",
            r"Without the minus sign the optimum is another: by the theorem above $1/2$ minimises $\mathrm{CE}$.",
        )
    )
