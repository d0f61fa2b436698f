"""The loss of the network is not convex: half-way between two parameters it is larger than half the sum of both.

The weights at 0 are half-way between those at −1 and 1, and so is every place of the line between its neighbours.
"""

from functools import cache

from sympy import Interval, symbols

from mlce_sym import rules
from mlce_sym.border.nodes import ForAll, Le, Lt
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE
from ..models.setting import h, j, u, v
from .above_the_chord import larger_half_way
from .network import given, inputs, outputs
from .one_observation import loss_of_the_network
from .setting import half

s = symbols("s")


@cache
def outputs_half_way() -> Proof:
    line = chain((1 - s) * v(h, -1) + s * v(h, 1), given()).unfold(v).eq(v(h, 2 * s - 1), by=outputs)
    return line.qed("outputs-on-a-line", "The output weights lie on a line")


@cache
def inputs_half_way() -> Proof:
    line = chain((1 - s) * u(h, j, -1) + s * u(h, j, 1), given()).unfold(u).eq(u(h, j, 2 * s - 1), by=inputs)
    return line.qed("inputs-on-a-line", "The input weights lie on a line")


@cache
def network_larger_half_way() -> Proof:
    return (
        chain(Lt(half * CE(-1) + half * CE(1), CE(0)), given())
        .by(*(use(loss_of_the_network(), theta=place) for place in (-1, 1, 0)))
        .by(larger_half_way())
        .qed("network-half-way", "Half-way the loss of the network is larger")
    )


@cache
def network_not_convex() -> Proof:
    below_chord = Le(CE(2 * s - 1), (1 - s) * CE(-1) + s * CE(1))
    return (
        chain(ForAll(below_chord, (s, Interval.open(0, 1))), given())
        .by(use(rules.counterexample, a=half, because=network_larger_half_way()))
        .qed(
            "network-not-convex",
            "The loss of the network is not convex",
            "A convex function of the weights lies on or below its chords, those on this line among them.",
        )
    )
