"""SymPy's derivatives, as those of the language."""

import pytest
from sympy import Derivative, Function, IndexedBase, Interval, KroneckerDelta, S, Subs, Sum, symbols

from mlce_sym.border.nodes import Above, Below, DerivativeAt, Lt, Member, Near, derivative
from mlce_sym.prover.differentials import NotUnderstood, bounds, points, read

a, b, i, k, n, t, z = symbols("a b i k n t z")
f, g = Function("f"), Function("g")
x = IndexedBase("x")


@pytest.mark.parametrize(
    "said, wanted",
    [
        ((), S.Reals),
        ((Lt(0, z),), Above(0)),
        ((Lt(z, 1),), Below(1)),
        ((Lt(0, z), Lt(z, 1)), Interval.open(0, 1)),
        ((Lt(a, z), Lt(0, z)), Above(a)),
        ((Lt(z**2, z), Lt(f(z), z)), S.Reals),
        ((Member(z, Interval.open(a, b)),), Interval.open(a, b)),
        ((Member(z, Interval(0, 1)), Member(z, Interval.Lopen(0, 1)), Member(z, S.Integers)), S.Reals),
        ((Lt(0, t),), S.Reals),
    ],
)
def test_what_is_said_of_a_point_bounds_it(said, wanted):
    assert bounds(z, said) == wanted


def test_an_order_is_as_many_derivatives():
    once = derivative(f(z), z, S.Reals)
    assert read(Derivative(f(z), z), {}) == once
    assert read(Derivative(f(z), z, 2), {}) == derivative(once, z, S.Reals)
    assert read(Derivative(f(z, t), z, t), {t: Above(0)}) == derivative(derivative(f(z, t), z, S.Reals), t, Above(0))
    assert read(2 * Sum(Derivative(f(i, z), z), (i, 1, n)) < a, {}) == (
        2 * Sum(derivative(f(i, z), z, S.Reals), (i, 1, n)) < a
    )


def test_the_derivative_in_an_entry_moves_that_entry_alone():
    here = KroneckerDelta(i, k)
    moved = read(Derivative(Sum(x[i] ** 2, (i, 1, n)), x[k]), {x[k]: Above(0)})
    assert moved == DerivativeAt(Sum(((1 - here) * x[i] + here * t) ** 2, (i, 1, n)), (t, Near(Above(0), x[k])))
    assert read(Derivative(x[1] * x[2] ** 2, x[2]), {}) == derivative(x[1] * t**2, t, S.Reals, at=x[2])


def test_a_free_index_is_not_the_bound_one_of_the_same_name():
    body = read(Derivative(Sum(x[k] ** 2, (k, 1, n)), x[k], evaluate=False), {}).bodies[0]
    assert body.limits[0][0] != k


def test_another_point_than_the_variable():
    assert read(f(2 * z).diff(z), {}) == 2 * derivative(f(symbols("xi_1")), symbols("xi_1"), S.Reals, at=2 * z)
    assert points(Subs(Derivative(f(t), t), t, a + 1), Derivative(g(z), z)) == (a + 1, t, z)


@pytest.mark.parametrize(
    "term", [Derivative(f(z), (z, n)), Derivative(f(z), f(z)), Subs(f(t), t, 2 * z, evaluate=False)]
)
def test_what_is_not_understood_is_quoted(term):
    with pytest.raises(NotUnderstood, match="not understood"):
        read(term, {})
