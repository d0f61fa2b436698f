"""On all weights the loss is not strongly convex: no constant κ > 0 bounds the curvature from below.

With the one observation x = 1 the curvature at w = −log κ is κ/(1 + κ)², which is below κ.
"""

from functools import cache

from sympy import Lambda, S, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Proof
from mlce_sym.given import Given
from mlce_sym.nodes import ForAll, Le, Lt, derivative
from mlce_sym.prover import chain, use

from ..logistic.setting import curvature, ell, t
from .single_observation import at_one, curvature_of_one, observed

kappa = symbols("kappa")


@cache
def far_out() -> Proof:
    there = derivative(derivative(ell(t), t, S.Reals), t, S.Reals, at=-log(kappa))
    return (
        chain(Lt(there, kappa), Given((*observed, Lt(0, kappa)), at_one.definitions))
        .by(use(curvature_of_one(), t=-log(kappa)))
        .eq(Lt(kappa / (1 + kappa) ** 2, kappa))
        .eq(Lt(0, kappa**2 * (2 + kappa) / (1 + kappa) ** 2), by=rules.order_by_difference)
        .by(rules.known_order)
        .qed("far-out", "Far out the loss is almost straight", role="lemma")
    )


@cache
def not_strongly_convex() -> Proof:
    how = use(rules.counterexample, a=-log(kappa), f=Lambda(t, kappa), g=Lambda(t, curvature), because=far_out())
    return (
        chain(ForAll(Le(kappa, curvature), (t, S.Reals)), Given((*observed, Lt(0, kappa)), at_one.definitions))
        .by(how)
        .qed("not-everywhere", "On all weights the loss is not strongly convex: no constant will do")
    )
