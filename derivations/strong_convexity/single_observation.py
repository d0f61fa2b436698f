"""With the one observation x = 1 and the weight t the curvature of the loss is e^t/(1 + e^t)².

It is the variance of the label, p (1 − p), at the output t.
"""

from functools import cache

from sympy import S, exp

from mlce_sym import rules
from mlce_sym.certificate import Proof
from mlce_sym.given import Given
from mlce_sym.kernel import Hypothesis
from mlce_sym.nodes import Equals
from mlce_sym.prover import chain, use

from ..logistic.curvature import curvature_on_a_line
from ..logistic.observation import failure
from ..logistic.setting import curvature, eta, n, on_a_line, p, t, v, w
from ..models.setting import d, x
from ..softmax_gradient import success

one = {n: S.One, d: S.One}
observed = (Equals(x[1, 1], 1), Equals(v[1], 1), Equals(w[1], 0))
at_one = Given(observed, tuple(q.instance(one) for q in on_a_line.definitions))


@cache
def output_of_one() -> Proof:
    return (
        chain(eta(1, t), at_one)
        .unfold(eta)
        .by(rules.last_term, rules.empty_sum)
        .eq(t, by=tuple(map(Hypothesis, observed)))
        .qed("output-of-one", "The output at one observation", role="lemma")
    )


@cache
def curvature_of_one() -> Proof:
    return (
        chain(curvature, at_one)
        .by(use(curvature_on_a_line(), n=1, d=1))
        .by(rules.last_term, rules.empty_sum)
        .by(rules.last_term, rules.empty_sum)
        .eq(p(1, t) * (1 - p(1, t)), by=tuple(map(Hypothesis, observed[:2])))
        .unfold(p)
        .by(output_of_one())
        .eq(exp(t) / (1 + exp(t)) ** 2, by=(failure(), success()))
        .qed("curvature-of-one", "The curvature at one observation", role="lemma")
    )
