"""The loss is Σ_i log(1 + exp(−(2 y_i − 1) η_i)): it depends only on the margins (2 y_i − 1) η_i.

For the label 1 this is log(1 + exp(−z)) = log(1 + exp z) − z, and for the label 0 it is log(1 + exp z).
"""

from functools import cache

from sympy import FiniteSet, Lambda, Sum, exp, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import k, theta
from ..logistic.observation import label, one_label
from ..logistic.setting import ell, eta, i, observations, p, y
from ..models.setting import z
from .setting import given, margin


@cache
def two_forms() -> Proof:
    return chain(1 + exp(-z), Given()).eq(exp(-z) * (1 + exp(z))).qed("two-forms", "Two forms", role="lemma")


@cache
def in_margins() -> Proof:
    return (
        chain(margin(label, z), Given((Member(label, FiniteSet(0, 1)),)))
        .by(use(rules.binary_cases, f=Lambda(k, 1 + exp(-(2 * k - 1) * z)), y=label))
        .by(rules.log_of_two_factors, rules.log_of_power)
        .by(two_forms())
        .eq(log(1 + exp(z)) - label * z, by=rules.log_of_two_factors)
        .qed(
            "margin",
            "The loss of one observation in its margin",
            idea="A label is 0 or 1: both cases are one formula, and the log of a power is linear in $y$.",
        )
    )


@cache
def loss_in_margins() -> Proof:
    term = log(1 + exp(eta(i, theta))) - y[i] * eta(i, theta)
    return (
        chain(ell(theta), given())
        .unfold(ell, p)
        .by(one_label())
        .eq(Sum(term, observations), by=use(rules.constant_factor, c=-1, f=Lambda(i, -term)))
        .eq(Sum(margin(y[i], eta(i, theta)), observations), by=use(in_margins()))
        .qed("loss-in-margins", "The loss in the margins", idea="Each observation enters through its margin alone.")
    )
