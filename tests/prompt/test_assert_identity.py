"""`assert_identity` passes for what is proved alone, and its message is of use."""

import pytest
from sympy import Eq, Function, IndexedBase, Product, Sum, exp, factorial, log, symbols

from mlce_sym import assert_identity
from mlce_sym.prover.apart import first_difference

i, j, n, theta, a, b = symbols("i j n theta a b")
x, y = map(IndexedBase, "xy")
likelihood = Product(theta ** y[i] * (1 - theta) ** (1 - y[i]), (i, 1, n))


def message(*arguments):
    with pytest.raises(AssertionError) as caught:
        assert_identity(*arguments)
    return str(caught.value)


def test_it_passes_for_what_is_proved():
    assert_identity(log(a * b), log(a) + log(b), given=[a > 0, b > 0])


def test_a_refutation_shows_values_counterexample_and_where_the_sides_part():
    wrong = Sum(y[i] * log(theta) + y[i] * log(1 - theta), (i, 1, n))
    first, left, right, difference = message(log(likelihood), wrong, [theta > 0, theta < 1]).splitlines()
    assert first.startswith("refuted: the values differ: ") and "theta = " in first and "y[1] = " in first
    assert left.startswith(f"  left:  {log(likelihood)} ≈ -")
    assert right.startswith(f"  right: {wrong} ≈ ")
    assert difference.endswith("against log(1 - theta)*Sum(y[i], (i, 1, n))")


def test_sides_with_nothing_in_common_are_brought_together_first():
    poisson = Product(a ** y[i] * exp(-a) / factorial(y[i]), (i, 1, n))
    wrong = log(a) * Sum(y[i], (i, 1, n)) - a - Sum(log(factorial(y[i])), (i, 1, n))
    *_, difference = message(log(poisson), wrong, [a > 0]).splitlines()
    assert difference == "  first difference: -a*n against -a"


def test_a_difference_that_is_the_whole_is_not_said_twice():
    f = Function("f")
    assert len(message(f(a), f(b) - f(a)).splitlines()) == 3


def test_an_unknown_answer_says_why():
    text = message(log(a * b), log(a) + log(b))
    assert text.startswith("unknown: it holds where 0 < a; 0 < b, and nothing given says so\n")
    assert len(text.splitlines()) == 3  # the sides do not part


def test_an_equation_has_both_sides():
    assert_identity(Eq(log(a * b), log(a) + log(b)), given=[a > 0, b > 0])
    with pytest.raises(TypeError, match=r"^False is no equation: == compares how terms are written; give both sides"):
        assert_identity(log(a * b) == log(a) + log(b))


@pytest.mark.parametrize(
    "left, right, expected",
    [
        (a + log(b), a + log(2 * b), (b, 2 * b)),
        (Sum(x[i] * a, (i, 1, n)), Sum(x[j] * b, (j, 1, n)), (a, b)),
        (Sum(x[i], (i, 1, n)), Sum(x[j], (j, 0, n)), (1, 0)),
        (Sum(x[i], (i, 1, n)), Sum(y[i], (i, 1, n)), (x[i], y[i])),
        (a * b + theta, b + theta, (a * b, b)),
        (log(a), Sum(a, (i, 1, n)), (log(a), Sum(a, (i, 1, n)))),
    ],
)
def test_the_first_difference_is_as_deep_as_it_can_be(left, right, expected):
    assert first_difference(left, right) == expected
