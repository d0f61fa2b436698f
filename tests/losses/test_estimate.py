"""Theorems on estimates: what they say, and what they take for granted."""

import pytest
from sympy import FiniteSet, IndexedBase, Sum, symbols

from mlce_sym.border.nodes import ArgMax
from tests.losses.numbers import found

i, n, m, r, s, k = symbols("i n m r s k")
y = IndexedBase("y")
total = Sum(y[i], (i, 1, n))

FORMS = {
    "bernoulli": total / n,
    "binomial": total / (m * n),
    "poisson": total / n,
    "geometric": n / total,
    "gaussian": total / n,
    "exponential": n / total,
    "exponential-mean": total / n,
    "gamma-rate": k * n / total,
    "gamma-mean": total / n,
    "negative-binomial-mean": total / n,
    "tweedie": total / n,
}


@pytest.mark.parametrize("name", FORMS)
def test_the_estimate_in_the_form_that_people_write(name):
    (value,) = found(name).estimates.values()
    assert value == FORMS[name]


@pytest.mark.parametrize("name", [*FORMS, "gumbel", "pareto", "weibull", "rayleigh"])
def test_the_theorem_is_about_the_arg_max_of_the_likelihood(name):
    loss = found(name)
    last = loss.proofs[-1].derivation
    (parameter,) = loss.family.parameters
    assert isinstance(last.lhs, ArgMax) and str(last.lhs.args[0].func) == "L"
    assert isinstance(last.rhs, FiniteSet) and len(last.rhs) == 1
    assert parameter.symbol not in last.rhs.free_symbols


def test_no_more_is_taken_for_granted_than_is_said():
    for name in (*FORMS, "gumbel"):
        loss = found(name)
        before, last = loss.proofs[1].derivation.given, loss.proofs[-1].derivation.given
        assert len(last.hypotheses) == len(before.hypotheses) + len(loss.conditions)
