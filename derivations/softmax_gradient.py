"""The gradient of the cross-entropy in the logits is p − y: for softmax with any labels, and for the logistic function.

The logits move along a line, z_k + t v_k. The derivative in t is Σ_k (p_k − y_k) v_k in every direction v, so that at
t = 0 the partial derivative with respect to the logit z_j is p_j − y_j. Of the labels only their sum is used: they may
be soft, and a class c is the instance y_k = δ_{k,c}.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from sympy import Basic, Function, IndexedBase, KroneckerDelta, Lambda, S, Sum, exp, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import Equals, IndexRange, Member, derivative
from mlce_sym.prover import chain, use

from .categorical import K
from .models import a_number, logistic, sigma

TITLE = "The gradient of softmax and cross-entropy"

c, j, k, l, t, u, label = symbols("c j k l t z y")  # noqa: E741
C, p = map(Function, ("C", "p"))
v, y, z = map(IndexedBase, ("v", "y", "z"))
classes = (k, 1, K)

logit = Lambda(k, z[k] + t * v[k])
total = Sum(exp(logit(l)), (l, 1, K))
softmax = Definition(p(k, t), exp(logit(k)) / total)
loss = Definition(C(t), -Sum(y[k] * log(p(k, t)), classes))
moved, correct = Sum(p(k, t) * v[k], classes), Sum(y[k] * v[k], classes)

sum_to_one = Equals(Sum(y[k], classes), 1)
along_v = Given((*a_number(K), sum_to_one), (softmax, loss))
unit = {v: Lambda(k, KroneckerDelta(k, j))}
one_hot = {y: Lambda(k, KroneckerDelta(k, c))}
the_class = Member(c, IndexRange(1, K))


def one_logit(fact: Basic, labels: Mapping[Any, Lambda] | None = None) -> Given:
    """The logit j moves alone."""
    definitions = tuple(d.instance({**unit, **(labels or {})}) for d in along_v.definitions)
    return Given((*a_number(K), Member(j, IndexRange(1, K)), fact), definitions)


@cache
def log_sum_exp() -> Proof:
    return (
        chain(C(t), along_v)
        .unfold(C, p)
        .eq(-Sum(y[k] * logit(k) - y[k] * log(total), classes), by=rules.log_of_quotient)
        .eq(
            log(total) * Sum(y[k], classes) - Sum(y[k] * logit(k), classes),
            by=(
                rules.sum_of_sum,
                use(rules.constant_factor, c=log(total)),
                use(rules.constant_factor, c=-1),
            ),
        )
        .eq(log(total) - Sum(y[k] * logit(k), classes), by=Hypothesis(sum_to_one))
        .qed("log-sum-exp", "The cross-entropy in the logits", role="lemma")
    )


@cache
def along_a_line() -> Proof:
    return (
        chain(derivative(C(t), t, S.Reals), along_v)
        .by(log_sum_exp())
        .differentiate(Sum(v[k] * exp(logit(k)), classes) / total - correct)
        .eq(moved - correct, by=(softmax, use(rules.constant_factor, c=1 / total)))
        .eq(Sum(p(k, t) * v[k] - y[k] * v[k], classes), by=(rules.sum_of_sum, use(rules.constant_factor, c=-1)))
        .eq(Sum((p(k, t) - y[k]) * v[k], classes))
        .qed("along-a-line", "The derivative along a line")
    )


@cache
def gradient() -> Proof:
    return (
        chain(derivative(C(t), t, S.Reals, at=0), one_logit(sum_to_one))
        .by(use(along_a_line(), t=0, v=unit[v]))
        .eq(p(j, 0) - y[j], by=rules.sifting)
        .qed("gradient", "The partial derivative with respect to a logit is $p_j - y_j$")
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


@cache
def success() -> Proof:
    return (
        chain(sigma(u), Given((), (logistic,)))
        .unfold(sigma)
        .eq(exp(u) / (1 + exp(u)))
        .qed("success", "The probability of the label 1", role="lemma")
    )


@cache
def binary() -> Proof:
    loss = log(1 + exp(u)) - label * u
    return (
        chain(derivative(loss, u, S.Reals), Given((), (logistic,)))
        .differentiate(exp(u) / (1 + exp(u)) - label)
        .eq(sigma(u) - label, by=success())
        .qed("binary", "Two classes: the cross-entropy of the logistic function")
    )


PROOFS = (log_sum_exp, along_a_line, gradient, one_hot_labels, one_class, success, binary)
NOTATION = {
    "p": {"subscripts": 1},
    "sigma": {"latex": r"\sigma", "text": "σ"},
}
MEANINGS = {
    "p": "softmax of the logits $z + t v$",
    "C": "the cross-entropy of the labels at the logits $z + t v$, in nats",
    "sigma": "the logistic function",
}


def document() -> Document:
    return Document("softmax-gradient", TITLE, tuple(proof() for proof in PROOFS), NOTATION, MEANINGS)
