"""Values of terms by definitions, and by what is given."""

from fractions import Fraction

import pytest
from sympy import Function, IndexedBase, Sum, exp, symbols

from mlce_sym.border.given import Definition
from mlce_sym.figures.values import curve, grid, inside, surface

i, n, x, z = symbols("i n x z")
f, y = Function("f"), IndexedBase("y")


def test_definitions_are_followed_and_data_are_given():
    known = (Definition(f(z), exp(z)),)
    assert curve(f(x) - 1, x, [0, 1], known) == [0.0, pytest.approx(1.718281828459045, abs=1e-15)]
    assert curve(x * Sum(y[i], (i, 1, n)), x, [2], n=3, y=[1, 2, 4]) == [14.0]


def test_a_name_without_a_value_is_no_number():
    with pytest.raises(KeyError):
        curve(x + z, x, [1])


def test_a_row_for_each_value_of_the_second():
    assert surface(x + 10 * z, (x, z), [1, 2]) == [[11.0, 12.0], [21.0, 22.0]]


def test_points():
    assert grid(0, 1, 2) == [0, Fraction(1, 2), 1]
    near = inside(0, 1, 4)
    assert near == sorted(near) and near[1] == Fraction(1, 2) and 0 < near[0] < Fraction(1, 4)
