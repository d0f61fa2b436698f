"""Cross-entropy is entropy plus divergence, also where a probability p_k is 0.

Term by term: −p log q is −p log p and p log(p/q) where p is positive, and where p is 0 all three are 0.
"""

from functools import cache

from sympy import Sum, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import CrossEntropy, Entropy
from mlce_sym.prover import back, chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..general.setting import classes, k
from .setting import apart, at, divergence, either_way, of_a_class, of_numbers, own, p, q, seen, signs, u, unseen, v

term = -u * log(v)


@cache
def unseen_term() -> Proof:
    return (
        chain(apart - own, of_numbers(unseen))
        .by(rules.case_equal)
        .eq(term, by=Hypothesis(unseen))
        .qed("unseen-term", "A term of the cross-entropy where the probability is 0", role="lemma")
    )


@cache
def seen_term() -> Proof:
    return (
        chain(apart - own, of_numbers(seen))
        .by(rules.case_not_equal)
        .eq(term, by=rules.log_of_quotient)
        .qed("seen-term", "A term of the cross-entropy where the probability is positive", role="lemma")
    )


@cache
def each_term() -> Proof:
    whole = either_way(apart - own, unseen_term(), seen_term())
    return whole.qed("each-term", "A term of the cross-entropy", role="lemma")


@cache
def excess() -> Proof:
    minus = use(rules.constant_factor, c=-1)
    return (
        chain(CrossEntropy(p(k), q(k), classes), Given(signs))
        .by(rules.cross_entropy)
        .eq(Sum(at(term, k), classes), by=minus)
        .by(back(each_term(), **of_a_class))
        .eq(Sum(at(apart, k), classes) - Sum(at(own, k), classes), by=(rules.sum_of_sum, minus))
        .eq(Entropy(p(k), classes) + divergence, by=(rules.entropy_of_distribution, rules.kl_divergence))
        .qed(
            "entropy-plus-divergence",
            "Cross-entropy is entropy plus divergence",
            idea=r"Term by term, $\log q = \log p - \log(p/q)$ where $p > 0$.",
        )
    )


EXCESS = (unseen_term, seen_term, each_term, excess)
