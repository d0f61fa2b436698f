"""The loss is not convex: half-way between a point and its copy it lies above the chord, for log 2 > log(4/3)."""

from functools import cache

from sympy import Interval, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import ForAll, Le, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from .setting import g, half, not_constant
from .three_points import at_the_copy, at_the_point, half_way

s = symbols("s")


@cache
def larger_half_way() -> Proof:
    return (
        chain(Lt(half * g(-1) + half * g(1), g(0)), not_constant())
        .unfold(g)
        .by(at_the_point(), at_the_copy(), half_way())
        .by(rules.order_of_logs)
        .by(rules.known_order)
        .qed("larger-half-way", "Half-way the loss is larger")
    )


@cache
def not_convex() -> Proof:
    return (
        chain(ForAll(Le(g(2 * s - 1), (1 - s) * g(-1) + s * g(1)), (s, Interval.open(0, 1))), not_constant())
        .by(use(rules.counterexample, a=half, because=larger_half_way()))
        .qed(
            "not-convex",
            "The loss is not convex",
            "Were the loss a convex function of the weights, so would $g$ be, the loss on one line.",
        )
    )
