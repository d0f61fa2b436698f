"""A minimiser with two different units is not alone: exchange them, and it is another minimiser.

Of the permutation π it is enough that it puts a unit in the place k that differs from the one that was there.
"""

from functools import cache
from typing import Any

from sympy import Lambda

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMin, Different, Lt, Member, Without
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, Theta, theta
from ..models.setting import h
from .closed_under_permutation import minimisers
from .different_copies import different_copies
from .setting import ALL_UNITS, at_theta, given, move, perm
from .two_permutations import D, distance, k, t

kept: dict[str, Any] = {"W": Lambda(t, t), "rho": Lambda(h, h)}


def another_unit_there() -> Given:
    known = given(at_theta, Member(k, ALL_UNITS), Lt(0, D(perm(k), k)))
    return Given(known.hypotheses, (*known.definitions, distance))


@cache
def another_point() -> Proof:
    line = chain(Different(move(theta), theta), another_unit_there()).by(use(different_copies(), **kept))
    return line.qed("another-point", "It is another point", role="lemma")


@cache
def not_alone() -> Proof:
    best = ArgMin(CE(t), (t, Theta))
    return (
        chain(Member(move(theta), Without(best, theta)), another_unit_there())
        .by(use(rules.member_without_a_point, because=another_point()))
        .by(minimisers())
        .qed("not-alone", "A minimiser with two different units is not alone")
    )
