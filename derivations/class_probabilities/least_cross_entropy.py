"""The cross-entropy from positive shares q_k is least at the point a with p_k(a) = q_k, and at no other.

By Gibbs' inequality: the cross-entropy at θ exceeds the one at a by the divergence, which is 0 at a, and positive at
every other point, for its probabilities differ from the shares in the class c(θ).
"""

from functools import cache
from typing import Any

from sympy import Function, Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMin, CrossEntropy, Equals, KLDivergence, Lt, Member, Without
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..divergence.different import positive_where_different, zero_where_equal
from ..divergence.entropy_and_divergence import excess
from ..general.setting import K, Theta, classes, f, k, theta
from ..models.setting import a_number
from .setting import a, c, probabilities, told_apart

q = Function("q")
shares = (*a_number(K), *probabilities, *told_apart(q), Equals(Sum(q(k), classes), 1))
of_shares = Given(shares)
another = Given((*shares, Member(theta, Without(Theta, a))))


@cache
def below_all_others() -> Proof:
    own, other = (CrossEntropy(q(k), f(k, at), classes) for at in (a, theta))
    apart = KLDivergence(q(k), f(k, theta), classes)
    none = use(zero_where_equal(), p=Lambda(k, q(k)))
    names: dict[str, Any] = {"p": Lambda(k, q(k)), "q": Lambda(k, f(k, theta)), "c": c(theta)}
    strict = use(positive_where_different(), **names)
    return (
        chain(Lt(own, other), another)
        .by(back(Hypothesis(of_shares.hypotheses[6]), k=k))
        .by(rules.order_by_difference)
        .by(use(excess(), p=names["p"], q=names["q"]), use(excess(), p=names["p"], q=Lambda(k, q(k))))
        .eq(Lt(0, apart), by=none)
        .by(strict)
        .qed(
            "below-all-others",
            "The cross-entropy at the shares",
            role="lemma",
            idea="The difference is a divergence, which is positive where the distributions differ.",
        )
    )


@cache
def least() -> Proof:
    return (
        chain(ArgMin(CrossEntropy(q(k), f(k, theta), classes), (theta, Theta)), of_shares)
        .by(use(rules.unique_minimiser, a=a, because=(below_all_others(), theta)))
        .qed("least", "The cross-entropy is least at the shares alone", role="lemma")
    )
