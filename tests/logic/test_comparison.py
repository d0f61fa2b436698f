"""What compares two terms of a sum: known answers, and what is not so."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import pytest

from mlce_sym.logic.algebra import canonical
from mlce_sym.logic.comparison import MOST_VALUES, by_comparison, by_values
from mlce_sym.logic.entailment import about, holds, sign
from mlce_sym.logic.given import assumed


def asking(given):
    return partial(sign, given)


def valued(given, term, depth):
    form = canonical(term)
    return by_values(asking(given), about(given, (), depth), form, depth)


def less(*terms):
    return tuple(("Lt", low, high) for low, high in pairwise(terms))


def minus(a, b):
    return ("Add", a, ("Mul", -1, b))


def exp(a):
    return ("exp", a)


def power(a, b):
    return ("Pow", a, b)


def by(name, a):
    return (name, a)


NEGATIVE_U = ("Mul", -1, "u")
LABEL = ("Member", "y", ("Finite", -1, 0, 1))
POSITIVE = [
    (less(0, "u"), minus(1, exp(NEGATIVE_U))),
    (less(0, "u"), minus(exp("u"), 1)),
    (less("u", "v"), minus(exp("v"), exp("u"))),
    ((), minus(1, exp(("Mul", -1, exp("u"))))),
    ((*less(0, "u", 1), *less(0, "v")), minus(1, power("u", "v"))),
    ((*less(0, "u", 1), *less("v", "w")), minus(power("u", "v"), power("u", "w"))),
    (less(0, "u", 1), minus(1, power(minus(1, "u"), 5))),
    (less(-1, "u", 1), minus(1, power("u", 2))),
    (less(-1, "u", 1), ("Add", 1, ("Mul", "u", ("cos", "v")))),
    (less(0, "u", "w"), ("Add", "w", ("Mul", "u", ("cos", "v")))),
    ((), minus(1, power(("tanh", "u"), 2))),
    *((less("u", "v"), minus(by(name, "v"), by(name, "u"))) for name in ("sinh", "tanh", "erf")),
    (less(0, "u", "v"), minus(("log", "v"), ("log", "u"))),
    ((), ("Add", "u", power(("Add", 1, power("u", 2)), ("Rational", 1, 2)))),
    ((LABEL, *less(0, "u")), ("Add", power("y", 2), ("Mul", minus(1, power("y", 2)), "u"))),
]
NOT_POSITIVE = [
    ((("Le", 0, "u"),), minus(1, exp(NEGATIVE_U))),
    ((), minus(exp("u"), 1)),
    ((("Le", "u", "v"),), minus(exp("v"), exp("u"))),
    ((*less(0, "u"), *less(0, "v")), minus(1, power("u", "v"))),
    ((("Le", -1, "u"), *less("u", 1)), minus(1, power("u", 2))),
    ((("Le", -1, "u"), *less("u", 1)), ("Add", 1, ("Mul", "u", ("cos", "v")))),
    (less("u", "v"), minus(("cos", "v"), ("cos", "u"))),
    (less("u", "v"), minus(("abs", "v"), ("abs", "u"))),
    ((), ("Add", "u", power(power("u", 2), ("Rational", 1, 2)))),
    ((LABEL,), ("Add", power("y", 2), ("Mul", minus(1, power("y", 2)), "u"))),
]


@pytest.mark.parametrize(("hypotheses", "term"), POSITIVE, ids=str)
def test_positive(hypotheses, term):
    assert holds(assumed(hypotheses, ()), ("Lt", 0, term))
    assert holds(assumed(hypotheses, ()), ("Lt", ("Mul", -1, term), 0))


@pytest.mark.parametrize(("hypotheses", "term"), NOT_POSITIVE, ids=str)
def test_not_positive(hypotheses, term):
    assert not holds(assumed(hypotheses, ()), ("Lt", 0, term))


def test_a_root_is_at_least_what_has_no_greater_square():
    for given, term in (
        ((("Le", power("u", 2), "v"),), minus(power("v", ("Rational", 1, 2)), "u")),
        (less(0, "u"), minus(power(("Add", power("u", 2), 1), ("Rational", 1, 2)), 1)),
    ):
        assert holds(assumed(given, ()), ("Le", 0, term))
    for given, term in (
        (less(0, "u"), minus(power("u", ("Rational", 1, 2)), 1)),
        ((("Le", "u", "v"), *less(0, "v")), minus(power("v", ("Rational", 1, 2)), "u")),
    ):
        assert not holds(assumed(given, ()), ("Le", 0, term))


def test_multiples_of_powers_are_compared_by_their_logarithms():
    given = assumed((*less(0, "a", 1), *less(1, "b"), *less("u", "v")), ())
    term = minus(("Mul", "b", exp("v")), ("Mul", "a", exp("u")))
    assert by_comparison(asking(given), term, 3) == {1}
    assert 1 in by_comparison(asking(given), minus(("Mul", "a", exp("v")), ("Mul", "b", exp("u"))), 3)
    assert by_comparison(asking(given), minus(("Mul", "a", exp("v")), ("Mul", "b", exp("u"))), 3) >= {-1, 0, 1}


def test_a_comparison_goes_no_deeper_than_it_is_told():
    given = assumed(less("u", "v"), ())
    tower = minus(exp(exp("v")), exp(exp("u")))
    assert by_comparison(asking(given), tower, 3) == {1}
    assert by_comparison(asking(given), tower, 0) == {-1, 0, 1}


def test_values_are_those_of_a_membership():
    label = assumed((("False",), LABEL, *less("y", 5)), ())
    assert valued(label, ("Add", power("y", 2), ("Mul", -2, "y"), 2), 3) == {1}
    assert valued(label, ("Add", "y", 1), 3) == {0, 1}
    assert valued(assumed(less("y", 5), ()), ("Add", "y", 1), 3) == {-1, 0, 1}
    many = assumed((("Member", "y", ("Finite", *range(MOST_VALUES))),), ())
    assert valued(many, ("Add", "y", 1), 3) == {-1, 0, 1}
    others = assumed((LABEL, ("Ne", "y", -1)), ())
    assert valued(others, ("Add", "y", 1), 3) == {1}
    assert valued(assumed((LABEL, ("Ne", "z", -1)), ()), ("Add", "y", 1), 3) == {0, 1}


def test_a_root_of_a_square_may_be_the_negative():
    root = power(power("u", 2), ("Rational", 1, 2))
    assert 1 in sign(assumed((), ()), ("Add", "u", root))
