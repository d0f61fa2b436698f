"""The slope of the loss along a line is Σ_i (p_i − y_i) x_iᵀv, and the same holds on a plane.

The loss is Σ_i (log(1 + exp η_i) − y_i η_i), and the derivative of its term in t is (p_i − y_i) x_iᵀv.
"""

from functools import cache

from sympy import Expr, Lambda, S, Sum, exp, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import derivative
from mlce_sym.prover import Chain, chain, use
from mlce_sym.prover.document import Proof

from ..softmax_gradient.two_classes import success
from .observation import one_label
from .setting import along, ell, eta, i, observations, on_a_line, on_a_plane, p, s, t, v, y


def _loss(given: Given, *at: Expr) -> Chain:
    term = log(1 + exp(eta(i, *at))) - y[i] * eta(i, *at)
    return (
        chain(ell(*at), given)
        .unfold(ell, p)
        .by(one_label())
        .eq(Sum(term, observations), by=use(rules.constant_factor, c=-1, f=Lambda(i, -term)))
    )


@cache
def loss_on_a_line() -> Proof:
    return _loss(on_a_line, t).qed("loss", "The loss on a line", role="lemma")


@cache
def loss_on_a_plane() -> Proof:
    return _loss(on_a_plane, s, t).qed("loss-on-a-plane", "The loss on a plane", role="lemma")


def _slope(loss: Proof, *at: Expr) -> Chain:
    odds = exp(eta(i, *at))
    return (
        chain(derivative(ell(*at), t, S.Reals), loss.derivation.given)
        .by(loss)
        .differentiate(Sum(odds / (1 + odds) * along(v) - y[i] * along(v), observations))
        .eq(Sum((p(i, *at) - y[i]) * along(v), observations), by=(loss.derivation.given.definitions[2], success()))
    )


@cache
def slope_on_a_line() -> Proof:
    return _slope(loss_on_a_line(), t).qed("slope", "The slope along a line")


@cache
def slope_on_a_plane() -> Proof:
    return _slope(loss_on_a_plane(), s, t).qed("slope-on-a-plane", "The slope on a plane", role="lemma")
