"""Samples lie inside their domains, are unequal, and are the same in every run."""

import pytest
from sympy import FiniteSet, Interval, Range, S, oo, symbols

from mlce_sym.evidence import Undecided
from mlce_sym.evidence.samples import outcomes, samples

a, b = symbols("a b")
DOMAINS = [Interval.open(0, oo), Interval.open(0, 1), S.Reals, Interval(-oo, 3), Interval(2, 5), S.Naturals]


@pytest.mark.parametrize("domain", [*DOMAINS, S.Naturals0, S.Integers, FiniteSet(2, 7), Range(3, 9)], ids=str)
def test_samples_lie_inside(domain):
    drawn = [values[a] for values in samples({a: domain})]
    assert all(domain.contains(value) == S.true for value in drawn) and len(set(drawn)) >= 2


def test_two_parameters_differ_and_an_end_may_be_one_of_them():
    drawn = samples({a: S.Reals, b: Interval.open(a, oo)})
    assert all(values[a] < values[b] for values in drawn)
    assert all(values[a] != values[b] for values in samples({a: Interval.open(0, 1), b: Interval.open(0, 1)}))


def test_other_domains_are_refused():
    with pytest.raises(Undecided, match="domain Complexes of a"):
        samples({a: S.Complexes})


@pytest.mark.parametrize("support", [*DOMAINS, S.Integers, FiniteSet(0, 1), Range(0, 4), Range(2, oo)], ids=str)
def test_outcomes_are_in_the_support(support):
    points = outcomes(support)
    assert len(points) >= 2 and all(support.contains(point) == S.true for point in points)
