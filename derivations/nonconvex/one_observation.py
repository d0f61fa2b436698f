"""For one observation x = y = 1 and two hidden units the cross-entropy is −log σ(c_1 φ(a_1) + c_2 φ(a_2)).

The input weights are a_1 and a_2, the output weights c_1 and c_2; every sum has one term or two.
"""

from functools import cache

from sympy import Integer, S

from mlce_sym import rules
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Equals
from mlce_sym.prover import chain, use
from mlce_sym.prover.derivation import Hypothesis
from mlce_sym.prover.document import Proof

from ..bernoulli.setting import CE, n, theta, y
from ..models.setting import d, eta, given, m, network, sigma, u, v, x
from .setting import ell, loss

observed = (Equals(x[1, 1], 1), Equals(y[1], 1))


def one_observation() -> Given:
    """The network and its cross-entropy for n = 1 observation, d = 1 input and m = 2 hidden units."""
    sizes = {n: S.One, d: S.One, m: Integer(2)}
    definitions = (q.instance(sizes) for q in given(network).definitions if q.head in (sigma, eta, CE))
    return Given(observed, (*definitions, loss))


@cache
def loss_of_one_observation() -> Proof:
    return (
        chain(CE(theta), one_observation())
        .unfold(CE)
        .by(rules.last_term, rules.empty_sum)
        .by(Hypothesis(observed[1]))
        .unfold(eta)
        .by(use(rules.last_term, m=1), rules.empty_sum)
        .by(Hypothesis(observed[0]))
        .by(rules.last_term, rules.last_term, rules.empty_sum)
        .eq(ell(u(1, 1, theta), u(2, 1, theta), v(1, theta), v(2, theta)), by=loss)
        .qed("one-observation", "One observation and two hidden units")
    )
