"""The loss is strictly convex if X has full column rank.

Then for every v ≠ 0 some observation m has x_mᵀv ≠ 0, and its term makes the curvature along v positive.
"""

from functools import cache

from sympy import Basic

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Different, IndexRange, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..softmax_gradient.two_classes import success
from .curvature import curvature_on_a_line
from .observation import failure
from .setting import along, c, chord, curvature, ell, m, n, on_a_line, p, sizes, t, v

full_rank = (Member(m, IndexRange(1, n)), Different(along(v, m), 0))


def if_full_rank(*more: Basic) -> Given:
    return Given((*sizes, *full_rank, *more), on_a_line.definitions)


@cache
def positive() -> Proof:
    return (
        chain(Lt(0, curvature), if_full_rank())
        .by(curvature_on_a_line())
        .unfold(p)
        .by(failure(), success())
        .by(use(rules.sum_with_a_positive_term, c=m))
        .qed(
            "positive",
            "The Hessian is positive definite if $X$ has full column rank",
            "If it has, every $v$ other than 0 has such an observation $m$.",
            idea="The curvature is a sum of squares with positive weights, and one of the squares is not 0.",
        )
    )


@cache
def strictly_convex() -> Proof:
    weight = (Lt(0, c), Lt(c, 1))
    return (
        chain(Lt(ell(c), (1 - c) * ell(0) + c * ell(1)), if_full_rank(*weight))
        .by(use(rules.strictly_below_chord, **chord, because=(positive(), t)))
        .qed("strictly-convex", "Then the loss is strictly convex")
    )
