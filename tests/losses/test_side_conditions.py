"""The conditions of an estimate hold exactly where it is a number in the domain of the parameter."""

import random

import pytest
from sympy import S, Symbol, Unequality, oo

import mlce_sym
from mlce_sym.border.nodes import Above, Member
from mlce_sym.evidence.samples import outcomes
from tests.losses.numbers import value

REAL = "y in Reals"
GAUSSIAN = "exp(-(y - {})**2/2)/sqrt(2*pi)"
TYPED = [
    (r"\begin{cases} p & y = 0 \\ 2y(1-p) & 0 < y \end{cases}", r"0 \le y \le 1", "0 < p < 1", ""),
    (GAUSSIAN.format("c*t"), REAL, "t in Reals", "c in Reals"),
    (GAUSSIAN.format("c*t"), REAL, "t > 0", "c < 0"),
    (GAUSSIAN.format("t"), REAL, "-1 < t < 1", ""),
    (GAUSSIAN.format("t"), REAL, "t > -1", ""),
    (GAUSSIAN.format("(2*t - 1)"), REAL, "0 < t < 1", ""),
    ("exp(-(y - t)**2/(2*t))/sqrt(2*pi*t)", REAL, "t > 0", ""),
    ("theta**((y+1)/2)*(1-theta)**((1-y)/2)", "y in {-1, 1}", "0 < theta < 1", ""),
    ("exp(t*y)/(exp(-t) + exp(t))", "y in {-1, 1}", "t in Reals", ""),
    ("binomial(2, y+1)*p^(y+1)*(1-p)^(1-y)", "y in {-1, 0, 1}", "0 < p < 1", ""),
    ("a*y^(a-1)", "0 < y < 1", "a > 1", ""),
    ("(t+1)*y^t", "0 < y < 1", "t > 0", ""),
    ("l*exp(-l*(y - 3))", "y >= 3", "l > 0", ""),
    ("l*exp(-l*(y - c))", "y >= c", "l > 0", "c in Reals"),
    ("p^abs(y)*(1-p)/(1+p)", "y in Integers", "0 < p < 1", ""),
    ("t^2*(y+1)*exp(-t*y)/(1+t)", "y > 0", "t > 0", ""),
]


def loss(density, data, parameter, known):
    return mlce_sym.loss(density=density, data=data, parameters=[parameter], known=[known] if known else [])


def true(condition, data, known):
    if isinstance(condition, Member):
        return inside(condition.args[0], condition.args[1], data, known)
    low, high = (value(part, data, known) for part in condition.args)
    return low != high if isinstance(condition, Unequality) else low < high


def inside(point, domain, data, known):
    try:
        number = value(point, data, known)
    except (TypeError, ValueError, ZeroDivisionError):  # no real number
        return False
    limits = (domain.args[0], oo) if isinstance(domain, Above) else (domain.inf, domain.sup)
    low, high = (float(limit.subs(known)) for limit in limits)
    return bool(low < number < high)


def defined(conditions, data, known):
    for condition in conditions:
        try:
            if not true(condition, data, known):
                return False
        except (TypeError, ValueError, ZeroDivisionError):
            return False
    return True


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED, ids=[f"{density}, {parameter}" for density, _, parameter, _ in TYPED])
def test_the_conditions_are_no_weaker_and_no_stronger_than_they_have_to_be(typed):
    found, chosen, tried = loss(*typed), random.Random(str(typed)), {}
    ((_, point),) = found.estimates.items()
    for turn in range(120):
        known = {Symbol("c"): S(chosen.choice((-3, -1, 0, 2)))} if typed[-1] else {}
        domain = found.family.data.domain.subs(known)
        ends = [end for end in (domain.inf, domain.sup) if domain.contains(end) == S.true]
        data = [chosen.choice([*outcomes(domain), *ends * 10]) for _ in range(turn % 4 + 1)]
        if (tuple(data), *known.values()) in tried:
            continue
        expected = inside(point, found.family.parameters[0].domain, data, known)
        assert defined(found.conditions, data, known) == expected, (data, known, found.conditions)
        tried[tuple(data), *known.values()] = expected
    assert True in tried.values()


@pytest.mark.slow
@pytest.mark.parametrize("typed", TYPED, ids=[f"{density}, {parameter}" for density, _, parameter, _ in TYPED])
def test_what_is_proved_under_them(typed):
    assert loss(*typed).estimate_status == "proved: the only maximiser"
