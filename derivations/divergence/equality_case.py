"""Equality in Gibbs' inequality: the divergence is 0 if and only if the distributions are equal, class by class.

It is a sum of gaps, each of which is 0 where p_k = q_k, and positive elsewhere.
"""

from functools import cache
from typing import Any

from sympy import Lambda

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Cases, Equals, IndexRange, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..general.setting import K, k
from .gap_by_cases import gap_at_equality, gap_elsewhere
from .gaps import weighted_gaps
from .setting import at, distributions, divergence, gap, of_a_class, p, q, signs

of_class_k = Given((*signs, Member(k, IndexRange(1, K))))
same = Equals(p(k), q(k))


@cache
def no_gap_at_equality() -> Proof:
    line = chain(Equals(Cases(same, at(gap, k), 0), 0), of_class_k).by(use(gap_at_equality(), **of_a_class))
    return line.qed("no-gap-at-equality", "The gap of a class where the distributions agree", role="lemma")


@cache
def gap_of_another_class() -> Proof:
    line = chain(Lt(0, Cases(same, 1, at(gap, k))), of_class_k).by(use(gap_elsewhere(), **of_a_class))
    return line.qed("gap-of-another-class", "The gap of a class where they do not", role="lemma")


@cache
def zero_only_where_equal() -> Proof:
    both: dict[str, Any] = {"g": Lambda(k, p(k)), "h": Lambda(k, q(k))}
    met = ((no_gap_at_equality(), k), (gap_of_another_class(), k))
    return (
        chain(Equals(divergence, 0), distributions)
        .by(weighted_gaps())
        .by(use(rules.zero_at_equality, **both, because=met))
        .qed("equality", "The divergence is 0 if and only if the distributions are equal")
    )


EQUALITY = (no_gap_at_equality, gap_of_another_class, zero_only_where_equal)
