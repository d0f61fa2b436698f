"""Derivatives in an entry: the other entries stay."""

import pytest
from sympy import Derivative, IndexedBase, KroneckerDelta, S, Sum, exp, log, symbols

from mlce_sym import judge
from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Le, Member
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.prover.entries import in_place

a, i, j, k, n = symbols("a i j k n")
x, y = IndexedBase("x"), IndexedBase("y")
inside = [k >= 1, k <= n]
HERE = KroneckerDelta(i, k)


@pytest.mark.parametrize(
    "term, slope",
    [
        (Sum(x[i] ** 2, (i, 1, n)), 2 * x[k]),
        (Sum(a * x[i] * y[i], (i, 1, n)), a * y[k]),
        (log(Sum(exp(x[i]), (i, 1, n))), exp(x[k]) / Sum(exp(x[i]), (i, 1, n))),
        (x[k] ** 2 * x[i], 2 * x[k] * x[i] + x[k] ** 2 * KroneckerDelta(i, k)),
    ],
)
def test_the_derivative_in_an_entry(term, slope):
    assert judge(Derivative(term, x[k]), slope, inside).status == "proved"


def test_a_wrong_one_is_refuted():
    assert judge(Derivative(Sum(x[i] ** 2, (i, 1, n)), x[k]), 2 * Sum(x[i], (i, 1, n)), inside).status == "refuted"


def test_only_what_stands_for_itself_is_put_back():
    other = (1 - HERE) * x[i] + HERE * y[k]
    assert in_place(reflexivity(Given(), other)).rhs == other
    assert in_place(reflexivity(Given(), a + exp((1 - HERE) * x[i] + HERE * x[k]))).rhs == a + exp(x[i])


def test_entries_stand_in_their_place_everywhere_at_once_where_that_is_needed():
    """1 − f/(1 + f) is not 0; 1 − f/(1 + g) could be."""
    j, k, d = symbols("j k d")
    w = IndexedBase("w")
    here = KroneckerDelta(j, k)
    total = exp(Sum((1 - here) * w[j] + here * w[k], (j, 1, d)))
    plain = exp(Sum(w[j], (j, 1, d)))
    start = reflexivity(Given((Member(d, S.Integers), Le(1, d))), 1 / (1 - total / (1 + total)))
    assert in_place(start).rhs == 1 / (1 - plain / (1 + plain))
