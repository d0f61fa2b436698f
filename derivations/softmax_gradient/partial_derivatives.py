"""The partial derivative with respect to the logit z_j is p_j − y_j: the direction is v_k = δ_{k,j}, and t = 0.

A class c that is observed is the instance y_k = δ_{k,c}.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sympy import Basic, KroneckerDelta, Lambda, S, Sum, symbols

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals, IndexRange, Member, derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..categorical.setting import K
from ..models.setting import a_number
from .line import along_a_line
from .setting import C, along_v, classes, k, p, sum_to_one, t, v, y

c, j = symbols("c j")
unit = {v: Lambda(k, KroneckerDelta(k, j))}
one_hot = {y: Lambda(k, KroneckerDelta(k, c))}
the_class = Member(c, IndexRange(1, K))


def one_logit(fact: Basic, labels: Mapping[Any, Lambda] | None = None) -> Given:
    """The logit j moves alone."""
    definitions = tuple(d.instance({**unit, **(labels or {})}) for d in along_v.definitions)
    return Given((*a_number(K), Member(j, IndexRange(1, K)), fact), definitions)


@cache
def gradient() -> Proof:
    return (
        chain(derivative(C(t), t, S.Reals, at=0), one_logit(sum_to_one))
        .by(use(along_a_line(), t=0, v=unit[v]))
        .eq(p(j, 0) - y[j], by=rules.sifting)
        .qed(
            "gradient",
            "The partial derivative with respect to a logit is $p_j - y_j$",
            r"The logit $z_j$ moves alone: at $z$ it is $\partial C/\partial z_j = p_j - y_j$, or $\nabla C = p - y$.",
        )
    )


@cache
def one_hot_labels() -> Proof:
    return (
        chain(Equals(Sum(one_hot[y](k), classes), 1), Given((*a_number(K), the_class)))
        .by(use(rules.sifting, c=c, f=Lambda(k, 1)))
        .by(rules.known_equation)
        .qed("one-hot-labels", "One-hot labels sum to 1", role="lemma")
    )


@cache
def one_class() -> Proof:
    return (
        chain(derivative(C(t), t, S.Reals, at=0), one_logit(the_class, labels=one_hot))
        .by(use(gradient(), y=one_hot[y], because=one_hot_labels()))
        .qed("one-class", "One-hot labels: the observed class is $c$")
    )
