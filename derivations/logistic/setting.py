"""Logistic regression whose weights move: along a line, w_j + t v_j, or on a plane, w_j + s u_j + t v_j."""

from sympy import Expr, Function, IndexedBase, Lambda, S, Sum, log, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import IndexRange, Member, derivative
from mlce_sym.families import data

from ..models.setting import a_number, d, j, logistic, sigma, x

c, l, m, s, t = symbols("c l m s t")  # noqa: E741
ell, eta, p = map(Function, ("ell", "eta", "p"))
u, v, w = map(IndexedBase, ("u", "v", "w"))
y = data("y")
i, n, observations = y.index, y.n, y.limit
features = (j, 1, d)


def along(direction: IndexedBase, row: Expr = i) -> Expr:
    """x_iᵀv"""
    return Sum(x[row, j] * direction[j], features)


def model(weights: Expr, *at: Expr) -> tuple[Definition, ...]:
    """The output, the probability of y_i = 1, and the loss, where the weights move."""
    likelihood = y[i] * log(p(i, *at)) + (1 - y[i]) * log(1 - p(i, *at))
    return (
        logistic,
        Definition(eta(i, *at), Sum(x[i, j] * weights, features)),
        Definition(p(i, *at), sigma(eta(i, *at))),
        Definition(ell(*at), -Sum(likelihood, observations)),
    )


sizes = (*a_number(n), *a_number(d))
on_a_line = Given(sizes, model(w[j] + t * v[j], t))
on_a_plane = Given(sizes, model(w[j] + s * u[j] + t * v[j], s, t))
slope = derivative(ell(t), t, S.Reals)
curvature = derivative(slope, t, S.Reals)
chord = {"f": Lambda(t, ell(t)), "a": 0, "b": 1, "c": c}


def is_feature(index: Expr) -> Member:
    return Member(index, IndexRange(1, d))


def spread(*at: Expr | int) -> Expr:
    """The variance of the label."""
    return p(i, *at) * (1 - p(i, *at))
