"""Regression: what the theorems state, and that density and loss have the same optimum in numbers."""

import math
import random

import pytest
from mlce_sym.derivations import document
from sympy import Abs, Function, IndexedBase, KroneckerDelta, Max, Piecewise, Product, Rational, Sum, exp, log, symbols

from mlce_sym import ArgMax, ArgMin, CrossEntropy, ForAll, Le, Lt, Member
from mlce_sym.border.nodes import Cases, IndexRange

i, n, k, K, c, a, v, s, tau, delta, nu, theta, Theta = symbols("i n k K c a v s tau delta nu theta Theta")
L, h, ell, m, p = map(Function, ("L", "h", "ell", "m", "p"))
y = IndexedBase("y")
each, over = (i, 1, n), (theta, Theta)
u, eta = y[i] - m(i, theta), m(i, theta)
tail = 1 + u**2 / (nu * s**2)
huber = Cases(Le(Abs(u), delta), u**2 / 2, delta * (Abs(u) - delta / 2))

# name: the likelihood of one observation, the loss of one, the factor, and what is dropped of the log-likelihood
INSTANCES = {
    "squared-error": ("MSE", a * exp(-(u**2) / (2 * v)), u**2, 1 / (2 * v), n * log(a)),
    "absolute-error": ("MAE", exp(-Abs(u) / s) / (2 * s), Abs(u), 1 / s, n * log(1 / (2 * s))),
    "quantile-loss": (
        *("QL", tau * (1 - tau) / s * exp(-Max(tau * u, (tau - 1) * u) / s)),
        *(Max(tau * u, (tau - 1) * u), 1 / s, n * log(tau * (1 - tau) / s)),
    ),
    "huber-loss": ("HL", a * exp(-huber), huber, 1, n * log(a)),
    "student-loss": ("TL", a * tail ** (-(nu + 1) / 2), log(tail), (nu + 1) / 2, n * log(a)),
    "poisson-loss": ("PL", h(i) * exp(y[i] * eta - exp(eta)), exp(eta) - y[i] * eta, 1, Sum(log(h(i)), each)),
}


def theorem(name):
    return next(proof.derivation for proof in document("regression").proofs if proof.derivation.name == name)


def meanings(name):
    return {definition.left: definition.right for definition in theorem(name).given.definitions}


def test_one_theorem_for_every_density_that_is_the_exponential_of_a_loss():
    found = theorem("which-density-gives-which-loss")
    product = Product(h(i) * exp(-c * ell(i, theta)), each)
    assert (found.lhs, found.rhs) == (ArgMax(product, over), ArgMin(Sum(ell(i, theta), each) / n, over))
    assert not found.given.definitions
    assert {Lt(0, c), ForAll(Lt(0, h(i)), each)} == set(found.given.hypotheses[2:])
    logs = theorem("density-and-loss")
    assert (logs.lhs, logs.rhs) == (log(product), Sum(log(h(i)), each) - c * Sum(ell(i, theta), each))


@pytest.mark.parametrize("name", INSTANCES)
def test_the_instances(name):
    called, density, loss, factor, dropped = INSTANCES[name]
    mean = Function(called)(theta)
    assert meanings(name) == {L(theta): Product(density, each), mean: Sum(loss, each) / n}
    assert (theorem(name).lhs, theorem(name).rhs) == (ArgMax(L(theta), over), ArgMin(mean, over))
    assert "which-density-gives-which-loss" in {getattr(step.by, "name", "") for step in theorem(name).steps}
    logs = theorem(f"{name}-log-likelihood")
    assert logs.lhs == log(L(theta))
    assert (logs.rhs - dropped + n * factor * mean).expand() == 0


def test_no_instance_supposes_anything_of_the_model():
    for proof in document("regression").proofs:
        assert not any(fact.has(m) for fact in proof.derivation.given.hypotheses)


def test_gamma_observations_give_the_deviance():
    half = y[i] * exp(-eta) - 1 - log(y[i]) + eta
    HD = Function("HD")(theta)
    assert meanings("gamma-deviance") == {
        L(theta): Product(h(i) * exp(-k * eta - k * y[i] * exp(-eta)), each),
        HD: Sum(half, each) / n,
    }
    assert theorem("gamma-deviance").rhs == ArgMin(HD, over)


def test_one_hot_labels_give_the_cross_entropy():
    CE = Function("CE")(theta)
    cross_entropy = CrossEntropy(KroneckerDelta(k, y[i]), p(i, k, theta), (k, 1, K))
    assert meanings("one-hot") == {L(theta): Product(p(i, y[i], theta), each), CE: Sum(cross_entropy, each) / n}
    assert (theorem("one-hot").lhs, theorem("one-hot").rhs) == (ArgMax(L(theta), over), ArgMin(CE, over))
    assert ForAll(Member(y[i], IndexRange(1, K)), each) in theorem("one-hot").given.hypotheses


VALUES = {a: Rational(2, 5), v: 2, s: Rational(3, 2), tau: Rational(1, 4), delta: 1, nu: 3}


@pytest.mark.parametrize("name", INSTANCES)
def test_in_numbers_the_greatest_likelihood_is_the_least_loss(name):
    """For models m_i(θ) = θ x_i on a grid, with the sums written out by Python."""
    _, density, loss, _, _ = INSTANCES[name]
    rng = random.Random(name)
    data = [(rng.uniform(0.5, 2), Rational(rng.randint(1, 6))) for _ in range(5)]
    grid = [t / 5 for t in range(1, 12)]

    def at(term, t, x, label):
        known = {**VALUES, y[i]: label, eta: t * x, h(i): 1 / math.factorial(label)}
        return float(plain(term).xreplace(known).evalf())

    likelihood = {t: math.prod(at(density, t, x, label) for x, label in data) for t in grid}
    mean = {t: sum(at(loss, t, x, label) for x, label in data) / len(data) for t in grid}
    assert max(grid, key=likelihood.__getitem__) == min(grid, key=mean.__getitem__)


def plain(term):
    return term.replace(
        lambda part: isinstance(part, Cases), lambda part: Piecewise((part.args[1], part.args[0]), (part.args[2], True))
    )
