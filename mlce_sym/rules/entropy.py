"""Entropy, cross-entropy and KL divergence of distributions on the integers l ≤ k ≤ m, in nats.

That p(k) ≥ 0 and q(k) > 0 is part of these nodes' being defined.
"""

from sympy import Function, Sum, log, symbols

from ..border.nodes import CrossEntropy, Entropy, ForAll, KLDivergence, Lt
from ..border.rule import Rule

k, l, m = symbols("k l m")  # noqa: E741
p, q = Function("p"), Function("q")

POSITIVE = (ForAll(Lt(0, p(k)), (k, l, m)),)

entropy_of_positive = Rule(
    "entropy of a positive distribution",
    Entropy(p(k), (k, l, m)),
    -Sum(p(k) * log(p(k)), (k, l, m)),
    POSITIVE,
    needs="every probability positive",
    words="The definition, where no term needs 0 log 0 = 0.",
    reference="Cover and Thomas, Elements of Information Theory, (2.1)",
    lemma="entropy_of_positive",
)

cross_entropy = Rule(
    "cross-entropy",
    CrossEntropy(p(k), q(k), (k, l, m)),
    -Sum(p(k) * log(q(k)), (k, l, m)),
    words="The definition.",
    reference="Goodfellow, Bengio and Courville, Deep Learning, 3.13",
    lemma="cross_entropy",
)

kl_divergence = Rule(
    "KL divergence",
    KLDivergence(p(k), q(k), (k, l, m)),
    Sum(p(k) * log(p(k) / q(k)), (k, l, m)),
    POSITIVE,
    needs="every probability of the first distribution positive",
    words="The definition, where no term needs 0 log 0 = 0.",
    reference="Cover and Thomas, Elements of Information Theory, (2.26)",
    lemma="kl_divergence",
)

excess_of_cross_entropy = Rule(
    "cross-entropy is entropy plus divergence",
    CrossEntropy(p(k), q(k), (k, l, m)),
    Entropy(p(k), (k, l, m)) + KLDivergence(p(k), q(k), (k, l, m)),
    words="Term by term, -p log q = -p log p + p log(p/q); where p is 0, all three are 0.",
    reference="Cover and Thomas, Elements of Information Theory, 2.3",
    lemma="excess_of_cross_entropy",
)
