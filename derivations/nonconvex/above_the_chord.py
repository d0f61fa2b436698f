"""Half-way between a point and its copy the loss lies above the chord, for log 2 > log(4/3)."""

from functools import cache

from mlce_sym import rules
from mlce_sym.border.nodes import Lt
from mlce_sym.prover import chain
from mlce_sym.prover.document import Proof

from .setting import g, half, not_constant
from .three_points import at_the_copy, at_the_point, half_way


@cache
def larger_half_way() -> Proof:
    return (
        chain(Lt(half * g(-1) + half * g(1), g(0)), not_constant())
        .unfold(g)
        .by(at_the_point(), at_the_copy(), half_way())
        .by(rules.order_of_logs)
        .by(rules.known_order)
        .qed("larger-half-way", "Half-way the loss is larger", idea="The three values are known, and $2 > 4/3$.")
    )
