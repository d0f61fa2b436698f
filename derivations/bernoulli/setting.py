"""Observation i has success probability p_i(θ): the probability of a label, the likelihood, and the cross-entropy."""

from sympy import Function, Product, Sum, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import ForAll, Member
from mlce_sym.families import Bernoulli, data, hypotheses

theta, Theta, k = symbols("theta Theta k")
p, P, L, CE = map(Function, ("p", "P", "L", "CE"))
y = data("y")
i, n, observations = y.index, y.n, y.limit

p_i = p(i, theta)
model = Bernoulli(p_i)
log_terms = y[i] * log(p_i) + (1 - y[i]) * log(1 - p_i)

probability = Definition(P(i, k, theta), model.probability(k))
likelihood_of_theta = Definition(L(theta), Product(P(i, y[i], theta), observations))
mean_cross_entropy = Definition(CE(theta), -Sum(log_terms, observations) / n)
DEFINITIONS = (probability, likelihood_of_theta, mean_cross_entropy)


def for_all_theta() -> Given:
    """n ≥ 1; y_i in {0, 1}; 0 < p_i(θ) < 1 for every i and every θ in Θ."""
    facts = hypotheses(model, y).hypotheses
    return Given(tuple(ForAll(h, (theta, Theta)) if h.has(theta) else h for h in facts), DEFINITIONS)


def for_one_theta() -> Given:
    given = for_all_theta()
    return Given((*given.hypotheses, Member(theta, Theta)), given.definitions)
