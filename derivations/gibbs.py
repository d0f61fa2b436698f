"""Gibbs' inequality for two distributions on {0, 1}: KL(p‖q) > 0 unless p = q.

The logarithm lies below its tangent, log x < x − 1 for x ≠ 1, at x = b/a and at x = (1−b)/(1−a).
"""

from functools import cache

from sympy import Function, S, log, symbols

from mlce_sym import rules
from mlce_sym.certificate import Document, Proof
from mlce_sym.given import Definition, Given
from mlce_sym.models import Bernoulli
from mlce_sym.nodes import Different, KLDivergence, Lt
from mlce_sym.prover import chain, use

a, b, k = symbols("a b k")
Q = Function("Q")
model = Definition(Q(k, a), Bernoulli(a).probability(k))

two_distributions = Given((Lt(0, a), Lt(a, 1), Lt(0, b), Lt(b, 1)), (model,))
different = Given((*two_distributions.hypotheses, Different(b, a)), (model,))

divergence = KLDivergence(Q(k, a), Q(k, b), (k, 0, 1))


def below_tangent(x: object) -> object:
    return x - 1 - log(x)


@cache
def written_out() -> Proof:
    return (
        chain(divergence, two_distributions)
        .by(rules.kl_divergence)
        .by(rules.last_term, reason="the two terms")
        .by(rules.last_term)
        .by(rules.empty_sum)
        .unfold(Q)
        .eq(a * log(a / b) + (1 - a) * log((1 - a) / (1 - b)))
        .qed("divergence", "The divergence of two Bernoulli distributions")
    )
