"""What a user writes about derivatives, and what it takes for granted."""

import pytest
from sympy import Derivative, Function, IndexedBase, Interval, Ne, Rational, S, Sum, log, sqrt, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import Above, Below, Different, ForAll, Le, Lt, Smooth, derivative
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.understood import at_point, read_like, understood

i, n, t, theta, z = symbols("i n t theta z")
f, g = Function("f"), Function("g")
x = IndexedBase("x")
AROUND = Interval.open(*symbols("z_1 z_2"))


def slope(term, order=1):
    return Derivative(term, (z, order))


@pytest.mark.parametrize(
    "term, wanted",
    [
        (slope(f(z) * g(z)), (Smooth(f(z), z), Smooth(g(z), z))),
        (slope(f(2 * z)), (Smooth(f(z), z),)),
        (slope(f(z), 2), (Smooth(f(z), z),)),
        (slope(f(z, 2)), (Smooth(f(z, 2), z),)),
        (slope(f(z, z**2)), (Smooth(f(z, z**2), z),)),
        (slope(Sum(f(i, z), (i, 1, 3))), (ForAll(Smooth(f(i, z), z), (i, 1, 3)),)),
        (slope(z**2), ()),
    ],
)
def test_unknown_functions_are_supposed_to_be_smooth(term, wanted):
    read = understood([], term)
    assert read.given.hypotheses == wanted and not read.unmet


def test_a_mixed_derivative_supposes_that_the_first_one_is_smooth_in_the_other_variable():
    read = understood([], Derivative(f(z, t), z, t))
    both = ForAll(Smooth(f(z, t), z), (t, S.Reals)), Smooth(derivative(f(z, t), z, S.Reals), t)
    assert read.given.hypotheses == both and not read.unmet


@pytest.mark.parametrize(
    "said, term, set_",
    [
        ([], slope(z**2), S.Reals),
        ([z > 0], slope(log(z)), Above(0)),
        ([z > 0, z < 1], slope(log(z / (1 - z))), Interval.open(0, 1)),
        ([z >= 1], slope(sqrt(z)), AROUND),
        ([z < 0], slope(log(-z)), Below(0)),
        ([Ne(z, 0)], slope(1 / z, 2), AROUND),
        ([f(z) > 0], slope(log(f(z))), AROUND),
        ([1 + x[i] * z > 0], slope(Sum(log(1 + x[i] * z), (i, 1, n))), AROUND),
    ],
)
def test_the_set_is_what_is_given_of_the_point_or_an_interval_around_it(said, term, set_):
    read = understood(said, term)
    assert read.over == {z: set_} and not read.unmet
    reflexivity(read.given, *read.terms)


@pytest.mark.parametrize(
    "said, term, needs",
    [
        ([], slope(log(z)), (Lt(0, z),)),
        ([], slope(1 / z), (Different(z, 0),)),
        ([z >= 0], slope(sqrt(z)), (Lt(0, z),)),
        ([], slope(abs(z)), (Different(z, 0),)),
        ([], slope(log(f(z))), (Lt(0, f(z)),)),
        ([z <= Rational(1, 2)], slope(log(1 - 2 * z)), (Lt(0, 1 - 2 * z),)),
    ],
)
def test_what_is_missing_is_said_of_the_point_and_is_enough_there(said, term, needs):
    read = understood(said, term)
    assert read.unmet_at_points == needs
    assert not understood([*said, *needs], term).unmet
    assert not read.where(needs).unmet


def test_what_holds_on_the_boundary_is_not_taken_to_hold_around_it():
    assert understood([Le(0, f(z))], slope(sqrt(f(z)))).unmet
    assert understood([Lt(0, f(z))], slope(log(abs(f(z))))).unmet == ()


def test_no_uniform_neighbourhood_is_made_up_for_infinitely_many_points():
    positive = ForAll(Lt(0, f(z, t)), (t, S.Reals))
    read = understood([positive], Derivative(Derivative(log(f(z, t)), t), z))
    assert read.unmet


def test_a_condition_that_is_no_inequality_is_kept_for_the_whole_set():
    everywhere = ForAll(Le(0, f(z)), (z, S.Reals))
    assert at_point(everywhere, {z: S.Reals}) == everywhere


def test_definitions_stay():
    given = Given((Lt(0, theta),), (Definition(f(t), log(t)),))
    read = understood(given, Derivative(f(theta), theta))
    assert read.given == given and not read.unmet
    assert read.terms == (derivative(f(theta), theta, Above(0)),)


def test_a_later_line_is_read_like_the_first():
    read = understood([Ne(z, 0)], slope(1 / z))
    theorem = reflexivity(read.given, *read.terms)
    assert read_like(theorem, -slope(1 / z)) == -theorem.lhs
