"""On all weights the loss is not strongly convex, whatever the data: no λ > 0 will do in any direction v ≠ 0."""

from functools import cache

from sympy import Lambda, S

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ForAll, Le, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..logistic.setting import curvature, t
from .on_a_ray import ray, sizes
from .setting import squares
from .where_almost_straight import any_constant, far, far_out, kappa
from .with_penalty import rate


@cache
def no_constant() -> Proof:
    how = use(rules.counterexample, a=far, f=Lambda(t, kappa), g=Lambda(t, curvature), because=far_out())
    return (
        chain(ForAll(Le(kappa, curvature), (t, S.Reals)), any_constant)
        .by(how)
        .qed("no-constant", "No constant bounds the curvature from below", role="lemma")
    )


@cache
def not_strongly_convex() -> Proof:
    return (
        chain(ForAll(Le(rate * squares, curvature), (t, S.Reals)), Given((*sizes, Lt(0, rate), Lt(0, squares)), ray))
        .by(use(no_constant(), kappa=rate * squares))
        .qed("not-everywhere", "Whatever the data: on all weights the loss is not strongly convex")
    )
