"""The derivative in t is Σ_k (p_k − y_k) v_k, in every direction v: that of log Σ_k exp(z_k + t v_k) is Σ_k p_k v_k.

Of the labels only their sum is used: they may be soft.
"""

from functools import cache

from sympy import S, Sum, exp, log

from mlce_sym import rules
from mlce_sym.border.nodes import derivative
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from .setting import C, along_v, classes, k, logit, p, softmax, sum_to_one, t, total, v, y

moved, correct = Sum(p(k, t) * v[k], classes), Sum(y[k] * v[k], classes)


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
        .qed(
            "log-sum-exp",
            "The cross-entropy in the logits",
            role="lemma",
            idea=(
                "The log of a softmax is a logit less the log of the denominator, which is counted once as the "
                "labels add up to 1."
            ),
        )
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
        .qed(
            "along-a-line",
            "The derivative along a line",
            idea=(
                "The derivative of the log of a sum of exponentials is the mean of the exponents' derivatives with "
                "softmax for the weights."
            ),
        )
    )
