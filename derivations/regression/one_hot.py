"""Classes 1, …, K with the probabilities p_{i,k}(θ) > 0: one-hot labels give the categorical cross-entropy.

What is in the exponent is −log p_{i,y_i}(θ), the cross-entropy of the one-hot label and the probabilities.
"""

from functools import cache

from sympy import KroneckerDelta, S, log

from mlce_sym import rules
from mlce_sym.border.nodes import CrossEntropy, ForAll, IndexRange, Lt, Member
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, Theta, k, theta
from ..categorical.setting import K, classes, p
from ..models.setting import a_number
from .instance import Instance
from .setting import i, mean, observations, y_i

labels = (*a_number(K), ForAll(Member(y_i, IndexRange(1, K)), observations))
positive = ForAll(ForAll(ForAll(Lt(0, p(i, k, theta)), classes), observations), (theta, Theta))

categorical = Instance(
    name="one-hot",
    density=p(i, y_i, theta),
    loss=CE(theta),
    of_each=-log(p(i, y_i, theta)),
    factor=S.One,
    base=S.One,
    facts=(*labels, positive),
    defined=mean(CrossEntropy(KroneckerDelta(k, y_i), p(i, k, theta), classes)),
    by=(rules.cross_entropy, rules.sifting),
)


@cache
def one_hot() -> Proof:
    return categorical.same_optimum("One-hot labels: categorical cross-entropy")
