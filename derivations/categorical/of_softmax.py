"""Softmax regression: maximum likelihood is minimum cross-entropy, which is the mean of log Σ_k exp z_ik − z_{i,y_i}.

Softmax is an instance of the categorical model. That its probabilities are positive is no assumption, since the
exponential is positive; and the logarithm of the quotient is the difference of the two terms.
"""

from functools import cache

from sympy import Lambda, Sum, exp, log

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import ArgMax, ArgMin, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, L, Theta, k, theta
from .maximum_likelihood import same_optimum
from .setting import DEFINITIONS, K, i, l, labels, n, observations, p, y, z

partition = Sum(exp(z(i, l, theta)), (l, 1, K))
softmax = Lambda((i, k, theta), exp(z(i, k, theta)) / partition)
of_softmax = tuple(definition.instance({p: softmax}) for definition in DEFINITIONS)


@cache
def softmax_regression() -> Proof:
    return (
        chain(ArgMax(L(theta), (theta, Theta)), Given(labels, of_softmax))
        .eq(ArgMin(CE(theta), (theta, Theta)), by=use(same_optimum(), p=softmax), reason="the theorem above")
        .qed("softmax", "Softmax regression")
    )


@cache
def log_sum_exp() -> Proof:
    loss = log(partition) - z(i, y[i], theta)
    return (
        chain(CE(theta), Given((*labels, Member(theta, Theta)), of_softmax))
        .unfold(CE)
        .by(rules.cross_entropy)
        .by(rules.sifting)
        .by(rules.log_of_quotient)
        .eq(Sum(loss, observations) / n)
        .qed(
            "log-sum-exp",
            "The cross-entropy of softmax in its logits",
            idea=(
                "Only the class that was seen is left of each inner sum, and the log of its softmax is a logit less "
                "the log of the denominator."
            ),
        )
    )
