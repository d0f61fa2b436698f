"""The room of a parameter beside the others: what is given of both narrows its domain, and nothing else does."""

import pytest
from sympy import Interval, oo, symbols

from mlce_sym.border.given import Given
from mlce_sym.border.nodes import Lt
from mlce_sym.families.family import Family, Named, Unsupported
from mlce_sym.losses.claims import Proved
from mlce_sym.losses.room import in_positive_factors, narrowed, room
from mlce_sym.prompt.loss import loss

y, p, q, v = symbols("y p q v")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)
THREE = {"density": "p^x*q^y*(1 - p - q)^(1 - x - y)", "parameters": ("p > 0", "q > 0")}


def beside(domain, *given, other=POSITIVE, each=False):
    return Family("t", "T", p + q, Named(y, UNIT), (Named(p, domain), Named(q, other, each=each)), given=given)


@pytest.mark.parametrize(
    "domain, fact, end",
    [
        (POSITIVE, p + q < 1, Interval.open(0, 1 - q)),
        (UNIT, p + q < 1, Interval.open(0, 1 - q)),  # 1 − q < 1
        (UNIT, 2 * p > q, Interval.open(q / 2, 1)),
        (POSITIVE, p * q < 1, POSITIVE),
        (POSITIVE, p + y < 1, POSITIVE),  # of each observation
        (POSITIVE, p + q <= 1, POSITIVE),  # no open set
        (UNIT, p < q, UNIT),  # q may be greater than 1
    ],
)
def test_what_gives_a_parameter_an_end(domain, fact, end):
    family = beside(domain, fact)
    found = room(family, family.parameters[0])
    assert found == end
    kept = narrowed(family, family.parameters[0]).given
    assert (fact in kept) == (found == domain)


def test_the_domain_of_another_parameter_speaks_too():
    family = beside(Interval(-oo, oo), other=Interval.open(p, 3))
    assert room(family, family.parameters[0]) == Interval.open(-oo, q)


def test_signs_of_factors_are_those_that_are_known():
    given = Given((Lt(q, 1), Lt(v, 2)))
    assert str(in_positive_factors(p * (q - 1) / (v - 2), given)) == "p*(1 - q)/(2 - v)"
    assert in_positive_factors(p * (q - 1), Given()) == p * (q - 1)


@pytest.mark.slow
def test_shares_that_are_given_to_leave_something():
    found = loss(**THREE, data="x, y in {0, 1}", given=("p + q < 1", "x + y <= 1"))
    assert all(isinstance(claim, Proved) for claim in (*found.gradient.values(), *found.estimated.values()))
    assert {str(one) for one in found.estimates} == {"p", "q"}
    assert {one.says for one in found.convexity.values()} == {"convex"}


def test_without_it_nothing_is_proved():
    with pytest.raises(Unsupported, match="positive on its support"):
        loss(**THREE, data="x, y in {0, 1}", given=("x + y <= 1",))


BERNOULLI, RATE = (r"p^y (1-p)^{1-y}", r"y \in \{0, 1\}", "0 < p < 1"), (r"p e^{-p y}", "y > 0", "p > 0")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("model", "given", "estimate", "conditions"),
    [
        (BERNOULLI, "p < c", "Sum(y[i], (i, 1, n))/n", ["0 < Sum(y[i], (i, 1, n))/n", "Sum(y[i], (i, 1, n))/n < c"]),
        (RATE, "c < p", "n/Sum(y[i], (i, 1, n))", ["c < n/Sum(y[i], (i, 1, n))"]),
        (BERNOULLI, "p <= c", "", []),  # it may be c itself
    ],
)
def test_one_parameter_that_a_fact_binds_has_its_estimate_where_that_holds(model, given, estimate, conditions):
    density, data, parameter = model
    found = loss(density=density, data=data, parameters=parameter, known="0 < c < 1", given=given)
    assert [str(value) for value in found.estimates.values()] == [estimate] * bool(estimate)
    assert [str(fact) for fact in found.conditions] == conditions
    assert (found.estimate_status == "proved: the only maximiser") == bool(estimate)
