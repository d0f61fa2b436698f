"""Theorems on estimates: what they say, and what they take for granted."""

import pytest
from sympy import FiniteSet, Indexed, IndexedBase, Sum, Symbol, symbols

from mlce_sym import loss
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


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "outcomes", "estimate"),
    [
        (r"\begin{cases}\theta^2 & y=0\\ 2\theta(1-\theta) & y=1\\ (1-\theta)^2 & y=2\end{cases}", "0, 1, 2", 0.6),
        (r"\theta^{\mathbb{1}\{y=1\}}(1-\theta)^{1_{\{y=0\}}}", "0, 1", 0.4),
    ],
)
def test_shares_of_cases(density, outcomes, estimate):
    """Hardy–Weinberg: the share of alleles; for y = 0, 1, 1, 0, 2 or 1, 0, 1, 0, 0."""
    found = loss(density=density, data=rf"y \in \{{{outcomes}\}}", parameters=r"0 < \theta < 1")
    assert found.estimate_status == "proved: the only maximiser"
    (value,) = found.estimates.values()
    y = [0, 1, 1, 0, 2] if "2" in outcomes else [1, 0, 1, 0, 0]
    plain = value.subs(Symbol("n"), 5).doit()
    entries = {part: y[int(part.indices[0]) - 1] for part in plain.atoms(Indexed)}
    assert float(plain.subs(entries)) == pytest.approx(estimate)


@pytest.mark.parametrize(
    "formula, domain, estimate",
    [
        ("c*(1 - p) - log(p)", "0 < p < 1", None),  # -1/c is in no interval of positive numbers
        ("c*p - log(p)", "0 < p < 1", 1 / Symbol("c")),  # where c > 1
        ("(p + c)^2", "p > 0", None),
        ("(p + c)^2", "p in Reals", -Symbol("c")),
    ],
)
def test_a_point_that_lies_outside_whatever_the_data_are_is_none(formula, domain, estimate):
    found = loss(formula=formula, data="y in {1}", parameters=domain, known="c > 0").estimates
    assert next(iter(found.values()), None) == estimate
