"""What a verdict names as missing is taken as given."""

import pytest
from sympy import Derivative, Function, Integral, Sum, log, oo, symbols

from mlce_sym import Exists, judge
from mlce_sym.border.nodes import Above, Converges, From

a, k, r, x, z = symbols("a k r x z")
f, g = Function("f"), Function("g")
series = Sum(r**k, (k, 0, oo))


def test_it_says_that_a_sum_or_an_integral_converges():
    assert Exists(series) == Converges(r**k, (k, From(0)))
    assert Exists(Integral(f(x), (x, 0, oo))) == Converges(f(x), (x, Above(0)))
    assert str(Exists(series)) == "the sum of r**k over k in 0.. converges absolutely"


@pytest.mark.parametrize("term", [r, Sum(r, (k, 1, 3)), log(series)])
def test_other_terms_are_refused(term):
    with pytest.raises(TypeError, match="neither a sum to infinity nor an integral"):
        Exists(term)


ENOUGH = [
    (Sum(a * r**k, (k, 0, oo)), a * series, []),
    (Derivative(log(f(z)), z), Derivative(f(z), z) / f(z), []),
    (log(x**2), 2 * log(x), []),
]


@pytest.mark.parametrize("left, right, given", ENOUGH)
def test_what_is_missing_is_enough_when_it_is_given(left, right, given):
    before = judge(left, right, given)
    assert before.status == "unknown" and before.reason.startswith("it holds where")
    assert judge(left, right, [*given, *before.conditions]).status == "proved"


@pytest.mark.slow
def test_what_cannot_be_met_proves_nothing():
    assert judge(Sum(1, (k, 0, oo)), 5, [Exists(Sum(1, (k, 0, oo)))]).status != "proved"
    assert judge(series, 1 / (1 - r), [Exists(series), r > 1]).status != "proved"
