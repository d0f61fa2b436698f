"""Gradients, Hessians and convexity: exact statements, and the same in numbers by differences."""

import math
import random

from mlce_sym.derivations import document
from sympy import FiniteSet, Function, IndexedBase, KroneckerDelta, Rational, S, Sum, exp, log, symbols

from mlce_sym.border.nodes import ArgMin, Different, Equals, ForAll, IndexRange, Le, Lt, Member, derivative

B, K, c, d, i, j, k, l, m, n, s, t = symbols("B K c d i j k l m n s t")  # noqa: E741
kappa, rate, mu, theta, beyond, Theta = symbols("kappa lambda mu theta theta_1 Theta")
C, J, W, ell, eta, p, sigma = map(Function, ("C", "J", "w", "ell", "eta", "p", "sigma"))
u, v, w, x, y, z = map(IndexedBase, "uvwxyz")
classes, each, features = (k, 1, K), (i, 1, n), (j, 1, d)
sizes = (Member(n, S.Integers), Le(1, n), Member(d, S.Integers), Le(1, d))


def along(direction, row=i):
    return Sum(x[row, j] * direction[j], features)


def theorem(name, of):
    return next(proof.derivation for proof in document(name).proofs if proof.derivation.name == of)


def sides(name, of):
    found = theorem(name, of)
    return found.lhs, found.rhs


def given(name, of):
    return theorem(name, of).given.hypotheses


def meaning(name, of, head):
    return next(definition.right for definition in theorem(name, of).given.definitions if definition.head == head)


def slope(term, at=t):
    return derivative(term, t, S.Reals, at=at)


curvature = slope(slope(ell(t)))
variance = p(i, t) * (1 - p(i, t))


def test_the_gradient_of_softmax_and_cross_entropy_is_p_minus_y():
    name = "softmax-gradient"
    total = Sum(exp(z[l] + t * v[l]), (l, 1, K))
    assert meaning(name, "along-a-line", p) == exp(z[k] + t * v[k]) / total
    assert meaning(name, "along-a-line", C) == -Sum(y[k] * log(p(k, t)), classes)
    assert sides(name, "along-a-line") == (slope(C(t)), Sum((p(k, t) - y[k]) * v[k], classes))
    assert meaning(name, "gradient", p) == exp(z[k] + t * KroneckerDelta(k, j)) / Sum(
        exp(z[l] + t * KroneckerDelta(l, j)), (l, 1, K)
    )
    assert sides(name, "gradient") == (slope(C(t), 0), p(j, 0) - y[j])
    assert Equals(Sum(y[k], classes), 1) in given(name, "gradient")
    assert not any(fact.has(y) for fact in given(name, "one-class"))
    assert sides(name, "one-class") == (slope(C(t), 0), p(j, 0) - KroneckerDelta(j, c))
    u, label = symbols("z y")
    assert sides(name, "binary") == (derivative(log(1 + exp(u)) - label * u, u, S.Reals), sigma(u) - label)


def test_the_gradient_and_the_hessian_of_logistic_regression():
    name, unit = "logistic", KroneckerDelta(j, l)
    assert meaning(name, "slope", eta) == Sum(x[i, j] * (w[j] + t * v[j]), features)
    likelihood = y[i] * log(p(i, t)) + (1 - y[i]) * log(1 - p(i, t))
    assert meaning(name, "slope", ell) == -Sum(likelihood, each)
    assert given(name, "slope") == given(name, "curvature") == sizes
    assert sides(name, "slope") == (slope(ell(t)), Sum((p(i, t) - y[i]) * along(v), each))
    assert meaning(name, "gradient", eta) == Sum(x[i, j] * (w[j] + t * unit), features)
    assert sides(name, "gradient") == (slope(ell(t), 0), Sum(x[i, l] * (p(i, 0) - y[i]), each))
    assert sides(name, "curvature") == (curvature, Sum(variance * along(v) ** 2, each))
    at = p(i, 0, 0)
    moved = w[j] + s * KroneckerDelta(j, k) + t * unit
    assert meaning(name, "hessian", eta) == Sum(x[i, j] * moved, features)
    assert sides(name, "hessian") == (
        derivative(derivative(ell(s, t), t, S.Reals, at=0), s, S.Reals, at=0),
        Sum(x[i, k] * at * (1 - at) * x[i, l], each),
    )


def test_the_logistic_loss_is_convex_and_strictly_so_with_full_rank():
    name, chord = "logistic", (1 - c) * ell(0) + c * ell(1)
    rank = (Member(m, IndexRange(1, n)), Different(along(v, m), 0))
    assert sides(name, "never-negative") == (Le(0, curvature), S.true)
    assert given(name, "never-negative") == sizes
    assert sides(name, "convex") == (Le(ell(c), chord), S.true)
    assert given(name, "convex") == (*sizes, Le(0, c), Le(c, 1))
    assert sides(name, "positive") == (Lt(0, curvature), S.true)
    assert given(name, "positive") == (*sizes, *rank)
    assert sides(name, "strictly-convex") == (Lt(ell(c), chord), S.true)
    assert given(name, "strictly-convex") == (*sizes, *rank, Lt(0, c), Lt(c, 1))


def test_where_it_is_strongly_convex_and_where_not():
    name, squares = "strong-convexity", Sum(v[j] ** 2, features)
    assert meaning(name, "strongly-convex", J) == ell(t) + rate / 2 * Sum((w[j] + t * v[j]) ** 2, features)
    assert sides(name, "strongly-convex") == (Le(rate * squares, slope(slope(J(t)))), S.true)
    assert given(name, "strongly-convex") == sizes
    constant = mu * exp(B) / (1 + exp(B)) ** 2
    assert sides(name, "bounded") == (Le(constant * squares, curvature), S.true)
    within = (ForAll(Le(-B, eta(i, t)), each), ForAll(Le(eta(i, t), B), each))
    assert given(name, "bounded") == (*sizes, *within, Le(mu * squares, Sum(along(v) ** 2, each)))
    for ray in ("curvature-on-a-ray", "not-everywhere"):
        assert meaning(name, ray, eta) == Sum(x[i, j] * t * v[j], features)
    assert sides(name, "curvature-on-a-ray") == (Lt(curvature, 4 * n / t**2), S.true)
    assert given(name, "curvature-on-a-ray") == (*sizes, Lt(0, t))
    assert sides(name, "not-everywhere") == (ForAll(Le(rate * squares, curvature), (t, S.Reals)), S.false)
    assert given(name, "not-everywhere") == (*sizes, Lt(0, rate), Lt(0, squares))


def test_separable_data_have_no_minimiser():
    name = "separation"
    separated = ForAll(Lt(0, (2 * y[i] - 1) * along(v)), each)
    labels = ForAll(Member(y[i], FiniteSet(0, 1)), each)
    moved = ForAll(Equals(W(j, beyond), W(j, theta) + v[j]), features)
    assert sides(name, "better") == (Lt(ell(beyond), ell(theta)), S.true)
    assert given(name, "better") == (*sizes, labels, separated, moved)
    assert sides(name, "no-best-point") == (Member(theta, ArgMin(ell(t), (t, Theta))), S.false)
    assert sides(name, "no-minimiser") == (ArgMin(ell(t), (t, S.Reals)), S.EmptySet)
    assert given(name, "no-minimiser") == (*sizes, labels, separated)


# In numbers


def logistic_loss(weights, rows, labels):
    scores = (sum(a * b for a, b in zip(row, weights, strict=True)) for row in rows)
    return sum(math.log1p(math.exp(score)) - label * score for score, label in zip(scores, labels, strict=True))


def moved_by(weights, direction, step):
    return [a + step * b for a, b in zip(weights, direction, strict=True)]


def data(seed):
    draw = random.Random(seed)
    rows = [[draw.gauss(0, 1) for _ in range(3)] for _ in range(5)]
    labels = [draw.randrange(2) for _ in rows]
    return rows, labels, *([draw.gauss(0, 1) for _ in range(3)] for _ in range(2))


def test_the_slope_and_the_curvature_in_numbers():
    for seed in range(5):
        rows, labels, weights, direction = data(seed)
        h = 1e-4
        down, here, up = (logistic_loss(moved_by(weights, direction, step), rows, labels) for step in (-h, 0, h))
        products = [sum(a * b for a, b in zip(row, direction, strict=True)) for row in rows]
        scores = [sum(a * b for a, b in zip(row, weights, strict=True)) for row in rows]
        chances = [1 / (1 + math.exp(-score)) for score in scores]
        first = sum((p - label) * a for p, label, a in zip(chances, labels, products, strict=True))
        second = sum(p * (1 - p) * a**2 for p, a in zip(chances, products, strict=True))
        assert math.isclose((up - down) / (2 * h), first, rel_tol=1e-5, abs_tol=1e-7)
        assert math.isclose((up - 2 * here + down) / h**2, second, rel_tol=1e-4)
        bound = max(map(abs, scores))
        assert second >= math.exp(bound) / (1 + math.exp(bound)) ** 2 * sum(a**2 for a in products)


def test_far_out_the_curvature_is_below_every_constant():
    for constant in (Rational(1, 5), Rational(1, 1000)):
        there = -math.log(constant)
        value = math.exp(there) / (1 + math.exp(there)) ** 2
        assert math.isclose(value, constant / (1 + constant) ** 2) and value < constant


def test_separable_data_in_numbers():
    rows, labels = [[1, 2], [1, -1], [1, -3]], [1, 0, 0]
    losses = [logistic_loss([0, 2 * step], rows, labels) for step in range(5)]
    assert losses == sorted(losses, reverse=True) and 0 < losses[-1] < 1e-3
