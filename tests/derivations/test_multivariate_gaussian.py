"""The multivariate Gaussian: what the theorems state, and the same in numbers, exactly."""

from random import Random

import pytest
from mlce_sym.derivations import document
from sympy import FiniteSet, Function, IndexedBase, Matrix, Product, Rational, S, Sum, Symbol, exp, log, symbols

from mlce_sym import ArgMax, ArgMin, Equals, ForAll, Le, Lt, Member
from mlce_sym.border.nodes import Different, Without

i, j, k, l, n, d, c, a, theta, Theta = symbols("i j k l n d c a theta Theta")  # noqa: E741
L, Q, D, ell, mu, ybar = map(Function, ("L", "Q", "D", "ell", "mu", "ybar"))
y, A, m, u, v = map(IndexedBase, ("y", "A", "m", "u", "v"))
bound, differs = Symbol("lambda"), Function("s")
each, rows, columns = (i, 1, n), (j, 1, d), (k, 1, d)


def theorem(name):
    return next(p.derivation for p in document("multivariate-gaussian").proofs if p.derivation.name == name)


def sides(name):
    return theorem(name).lhs, theorem(name).rhs


def form(left, right):
    return Sum(Sum(left(j) * A[j, k] * right(k), columns), rows)


def test_the_loss_is_the_mean_squared_mahalanobis_distance():
    meanings = {definition.left: definition.right for definition in theorem("same-optimum").given.definitions}
    assert meanings[Q(i, theta)] == form(*[lambda j: y[i, j] - mu(j, theta)] * 2)
    assert meanings[L(theta)] == Product(c * exp(-Q(i, theta) / 2), each)
    assert meanings[ell(theta)] == Sum(Q(i, theta), each) / n
    assert sides("log-likelihood") == (log(L(theta)), n * log(c) - n * ell(theta) / 2)
    assert sides("same-optimum") == (ArgMax(L(theta), (theta, Theta)), ArgMin(ell(theta), (theta, Theta)))
    assert Lt(0, c) in theorem("same-optimum").given.hypotheses
    assert not any(h.has(A) for h in theorem("same-optimum").given.hypotheses)


def test_the_loss_is_spread_plus_the_distance_of_the_mean():
    spread = Sum(form(*[lambda j: y[i, j] - ybar(j)] * 2), each) / n
    assert sides("decomposition") == (ell(theta), spread + D(theta))


def test_the_mean_is_the_only_maximiser_where_the_matrix_is_positive_definite():
    found = theorem("estimate")
    assert (found.lhs, found.rhs) == (ArgMax(L(theta), (theta, Theta)), FiniteSet(a))
    supposed = {
        Member(a, Theta),
        ForAll(Equals(ybar(j), mu(j, a)), rows),
        Lt(0, bound),
        ForAll(Le(bound * Function("E")(theta), D(theta)), (theta, Theta)),
        ForAll(Different(ybar(differs(theta)), mu(differs(theta), theta)), (theta, Without(Theta, a))),
    }
    assert supposed <= set(found.given.hypotheses)
    meanings = {definition.left: definition.right for definition in found.given.definitions}
    assert meanings[Function("E")(theta)] == Sum((ybar(j) - mu(j, theta)) ** 2, rows)
    assert ForAll(Lt(0, D(theta)), (theta, Without(Theta, a))) not in found.given.hypotheses


def test_gradient_and_hessian_need_symmetry_alone():
    symmetric = ForAll(ForAll(Equals(A[j, k], A[k, j]), columns), rows)
    assert sides("gradient")[1] == Sum(A[l, k] * (m[k] - ybar(k)), columns)
    assert sides("hessian")[1] == form(lambda j: u[j], lambda j: v[j])
    for name in ("gradient", "hessian"):
        about = [h for h in theorem(name).given.hypotheses if h.has(A)]
        assert about == [symmetric]


@pytest.mark.parametrize("seed", range(8))
def test_in_numbers(seed):
    """Loss, decomposition, gradient and Hessian at random rational data, against matrices and exact differences."""
    random = Random(seed)
    size, count = random.randint(1, 3), random.randint(1, 4)

    def drawn(*shape):
        return Matrix(*shape, lambda *_: Rational(random.randint(-6, 6), random.randint(1, 3)))

    root, data, at, step = drawn(size, size), drawn(size, count), drawn(size, 1), drawn(size, 1)
    precision = root.T * root + Matrix.eye(size)
    mean = data * Matrix.ones(count, 1) / count

    def loss(point):
        residuals = [data[:, column] - point for column in range(count)]
        return sum(((r.T * precision * r)[0] for r in residuals), S.Zero) / count

    assert loss(at) == loss(mean) + ((mean - at).T * precision * (mean - at))[0]
    slope = (precision * (at - mean)).dot(step)
    assert (loss(at + step) - loss(at - step)) / 4 == slope  # exact for a square
    curvature = (step.T * precision * step)[0]
    assert (loss(at + step) - 2 * loss(at) + loss(at - step)) / 2 == curvature
    assert at == mean or loss(mean) < loss(at)


def test_without_symmetry_the_gradient_is_another():
    """A = (0 1; 0 0), y = 0, n = 1: half the loss is μ_1 μ_2 / 2, whose first slope is μ_2 / 2, not A μ."""
    first, second = symbols("m_1 m_2")
    slope = (first * second / 2).diff(first)
    assert slope != (Matrix([[0, 1], [0, 0]]) * Matrix([first, second]))[0]
