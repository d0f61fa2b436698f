"""On the ray t v the curvature is below 4n/t², and so below any κ > 0 at t = 1 + 4n/κ."""

from functools import cache

from sympy import S, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le, Lt, derivative
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.document import Proof

from ..logistic.setting import ell, n, t
from .on_a_ray import curvature_on_a_ray, ray, sizes

kappa = symbols("kappa")
far = 1 + 4 * n / kappa
bound = 4 * n / far**2
curvature_there = derivative(derivative(ell(t), t, S.Reals), t, S.Reals, at=far)
any_constant = Given((*sizes, Lt(0, kappa)), ray)


@cache
def far_enough() -> Proof:
    return (
        chain(Lt(0, kappa - bound), Given((Le(1, n), Lt(0, kappa))))
        .eq(Lt(0, (kappa + 4 * n + 16 * n**2 / kappa) / far**2))
        .by(rules.known_order)
        .qed("far-enough", "How far is enough", role="lemma")
    )


@cache
def bound_there() -> Proof:
    return (
        chain(Lt(0, bound - curvature_there), any_constant)
        .by(back(rules.order_by_difference, u=curvature_there, v=bound))
        .by(use(curvature_on_a_ray(), t=far))
        .qed("bound-there", "The bound there", role="lemma")
    )


@cache
def far_out() -> Proof:
    gaps = {"u": bound - curvature_there, "v": kappa - bound, "because": (bound_there(), far_enough())}
    return (
        chain(Lt(curvature_there, kappa), any_constant)
        .by(rules.order_by_difference)
        .by(use(rules.positive_sum, **gaps))
        .qed("far-out", "Far out the loss is almost straight", role="lemma")
    )
