"""The loss is convex: its curvature along a line is a sum of squares with positive weights, and so never negative."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..softmax_gradient.two_classes import success
from .curvature import curvature_on_a_line
from .observation import failure
from .setting import c, chord, curvature, ell, on_a_line, p, sizes, t


@cache
def never_negative() -> Proof:
    return (
        chain(Le(0, curvature), on_a_line)
        .by(curvature_on_a_line())
        .unfold(p)
        .by(failure(), success())
        .by(rules.nonnegative_sum)
        .qed(
            "never-negative",
            "The Hessian is positive semidefinite",
            idea="The curvature is a sum of squares with positive weights.",
        )
    )


@cache
def convex() -> Proof:
    weight = (Le(0, c), Le(c, 1))
    return (
        chain(Le(ell(c), (1 - c) * ell(0) + c * ell(1)), Given((*sizes, *weight), on_a_line.definitions))
        .by(use(rules.below_chord, **chord, because=(never_negative(), t)))
        .qed(
            "convex",
            "The loss is convex",
            "The points $w$ and $w + v$ are any two, and $w + c v$ lies between them.",
        )
    )
