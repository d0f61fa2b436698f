"""If the units of θ differ pairwise, two different permutations make two different parameters of it.

So the m! permutations give m! different points, all of the same cross-entropy.
"""

from functools import cache

from sympy import Lambda

from mlce_sym import rules
from mlce_sym.border.nodes import Different
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import theta
from .setting import move, perm
from .two_permutations import D, differ_pairwise, differ_there, gap, k, other_move, other_perm, t, weights

COUNT = "So the $m!$ permutations of the units make $m!$ different points, all of the same loss."


@cache
def distance_of_copies() -> Proof:
    line = chain(gap(move(theta)), differ_there).by(*map(Hypothesis, weights)).fold(D(perm(k), other_perm(k)))
    return line.qed("distance-of-copies", "The distance of two copies in a place", role="lemma")


@cache
def no_distance() -> Proof:
    line = chain(gap(other_move(theta)), differ_there).by(rules.sum_of_constant)
    return line.qed("no-distance", "The distance of a copy from itself", role="lemma")


@cache
def apart_in_a_place() -> Proof:
    return (
        chain(Different(gap(move(theta)), gap(other_move(theta))), differ_there)
        .by(distance_of_copies(), no_distance())
        .by(rules.known_difference)
        .qed("apart", "Two copies are apart in a place", role="lemma")
    )


@cache
def different_copies() -> Proof:
    return (
        chain(Different(move(theta), other_move(theta)), differ_there)
        .by(use(rules.different_values, f=Lambda(t, gap(t)), because=apart_in_a_place()))
        .qed("different-copies", "Copies with different units in a place are different points")
    )


@cache
def all_different() -> Proof:
    return (
        chain(Different(move(theta), other_move(theta)), differ_pairwise)
        .by(different_copies())
        .qed("all-different", "Units that differ pairwise have pairwise different permuted copies", COUNT)
    )


DIFFERENT = (distance_of_copies, no_distance, apart_in_a_place, different_copies, all_different)
