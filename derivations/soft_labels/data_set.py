"""Soft labels of a whole data set, and any model: the cross-entropy is the mean divergence, and a constant.

The label of the observation i is a distribution y_i1, …, y_iK of its own, and the model gives another, P_i(k; θ). Each
cross-entropy is entropy plus divergence, and the entropy of the labels does not depend on θ.
"""

from functools import cache
from typing import Any

from sympy import Function, IndexedBase, Lambda, Sum

from mlce_sym import rules
from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ArgMin, CrossEntropy, Entropy, ForAll, KLDivergence, Le, Lt, Member
from mlce_sym.prover import chain, use
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, Theta, i, n, observations, theta
from ..divergence.entropy_and_divergence import excess
from ..general.setting import K, classes, k
from ..models.setting import a_number

P, y = Function("P"), IndexedBase("y")
label, probability = y[i, k], P(i, k, theta)
of_one: dict[str, Any] = {"p": Lambda(k, label), "q": Lambda(k, probability)}

sizes = (*a_number(n), *a_number(K))
labels = ForAll(ForAll(Le(0, label), classes), observations)
positive = ForAll(ForAll(ForAll(Lt(0, probability), classes), observations), (theta, Theta))
loss = Definition(CE(theta), Sum(CrossEntropy(label, probability, classes), observations) / n)
for_all_theta = Given((*sizes, labels, positive), (loss,))
for_one_theta = Given((*for_all_theta.hypotheses, Member(theta, Theta)), (loss,))

entropy = Sum(Entropy(label, classes), observations) / n
divergence = Sum(KLDivergence(label, probability, classes), observations) / n


@cache
def mean_divergence() -> Proof:
    return (
        chain(CE(theta), for_one_theta)
        .unfold(CE)
        .by(use(excess(), **of_one))
        .eq(entropy + divergence, by=rules.sum_of_sum)
        .qed("mean-divergence", "The cross-entropy of soft labels is their mean entropy plus the mean divergence")
    )


@cache
def least_mean_divergence() -> Proof:
    return (
        chain(ArgMin(CE(theta), (theta, Theta)), for_all_theta)
        .by(mean_divergence())
        .by(use(rules.argmin_of_shifted, c=entropy, f=Lambda(theta, divergence)))
        .qed("least-mean-divergence", "Minimum cross-entropy of soft labels is minimum mean divergence")
    )
