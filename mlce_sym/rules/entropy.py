"""Entropy, cross-entropy and KL divergence of distributions on the integers l ≤ k ≤ m, in nats, with 0·log 0 = 0.

That p(k) ≥ 0 and q(k) > 0 is part of these nodes' being defined.
"""

from sympy import Expr, Function, Sum, log, symbols

from ..border.nodes import Cases, CrossEntropy, Entropy, Equals, KLDivergence
from ..border.rule import Rule

k, l, m = symbols("k l m")  # noqa: E741
p, q = Function("p"), Function("q")


def _weighted(term: Expr) -> Expr:
    """Σ p(k) · term, where nothing is weighted with 0."""
    total: Expr = Sum(Cases(Equals(p(k), 0), 0, p(k) * term), (k, l, m))
    return total


entropy_of_distribution = Rule(
    "entropy",
    Entropy(p(k), (k, l, m)),
    -_weighted(log(p(k))),
    words="The definition; 0 log 0 is 0.",
    reference="Cover and Thomas, Elements of Information Theory, 2nd edition, (2.1)",
    lemma="entropy",
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
    _weighted(log(p(k) / q(k))),
    words="The definition; 0 log 0 is 0.",
    reference="Cover and Thomas, Elements of Information Theory, 2nd edition, (2.26)",
    lemma="kl_divergence",
)
