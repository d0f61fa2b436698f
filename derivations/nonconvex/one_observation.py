"""On the line the loss of the network is that of two units: g(t), for every x ≠ 0 and any number of other units."""

from functools import cache

from sympy import KroneckerDelta, Lambda, Sum

from mlce_sym import rules
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, theta
from ..models.setting import d, eta, h, j, phi, u, v, x
from .network import e, given, observed, q, side, size
from .setting import a, c, g, loss, on_the_line, r

active = theta * c * phi(a + theta * r * side)


@cache
def along_the_input() -> Proof:
    return (
        chain(Sum(x[1, j] * e(j), (j, 1, d)), given())
        .unfold(e)
        .by(use(rules.constant_factor, c=1 / q))
        .by(back(size))
        .qed("along-the-input", "The direction of the input", role="lemma")
    )


@cache
def output_of_the_network() -> Proof:
    parts = {str(k): KroneckerDelta(k, h) for k in (1, 2)}
    return (
        chain(eta(1, theta), given())
        .unfold(eta)
        .unfold(u, v)
        .by(use(rules.constant_factor, c=a + theta * r * side))
        .by(along_the_input())
        .by(use(rules.sum_of_sum, f=Lambda(h, parts["1"] * active), g=Lambda(h, -parts["2"] * active)))
        .by(use(rules.sifting, c=1, f=Lambda(h, active)), use(rules.sifting, c=2, f=Lambda(h, -active)))
        .qed(
            "output-of-the-network",
            "The output of the network",
            role="lemma",
            idea="The two units enter with opposite signs: write the sums out.",
        )
    )


@cache
def loss_of_the_network() -> Proof:
    return (
        chain(CE(theta), given())
        .unfold(CE)
        .by(rules.last_term, rules.empty_sum)
        .by(Hypothesis(observed[0]))
        .by(output_of_the_network())
        .eq(g(theta), by=(on_the_line, loss))
        .qed(
            "one-observation",
            "The loss of the network on the line",
            idea="With one observation, whose label is 1, the log of the probability at the output is left.",
        )
    )
