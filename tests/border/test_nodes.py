"""The nodes: one bound variable, kept as written, never evaluated."""

import pytest
from sympy import Expr, FiniteSet, Function, Interval, S, Symbol, Tuple, log, symbols
from sympy.logic.boolalg import Boolean

from mlce_sym.border.nodes import (
    Above,
    ArgMax,
    ArgMin,
    Below,
    CrossEntropy,
    Different,
    Entropy,
    Equals,
    ForAll,
    ImproperIntegral,
    IndexRange,
    KLDivergence,
    Le,
    Lt,
    Member,
    Without,
    derivative,
    in_words,
)

k, t, x, Theta = symbols("k t x Theta")
p, q = Function("p"), Function("q")


@pytest.mark.parametrize(
    "head, bodies", [(ArgMax, 1), (ArgMin, 1), (ForAll, 1), (Entropy, 1), (CrossEntropy, 2), (KLDivergence, 2)]
)
def test_a_binder_takes_its_bodies_and_one_limit(head, bodies):
    parts = (p(k), q(k))[:bodies]
    binder = head(*parts, (k, 0, x))
    assert binder.args == (*parts, Tuple(k, IndexRange(0, x)))
    assert (binder.variable, binder.domain, binder.bodies) == (k, IndexRange(0, x), parts)
    assert binder.free_symbols == {x}
    assert head(*binder.args) == binder
    with pytest.raises(TypeError, match=f"takes {bodies} expression"):
        head(p(k), p(k), p(k), (k, 0, 1))


def test_the_domain_is_outside_the_scope_of_the_variable():
    assert ArgMax(t, (t, Interval.open(t, 1))).free_symbols == {t}


@pytest.mark.parametrize("limit", [(p(k), 0, 1), (1, 0, 1), ("k", 0, 1)])
def test_only_a_symbol_can_be_bound(limit):
    with pytest.raises(TypeError, match="a bound variable must be a Symbol"):
        Entropy(p(k), limit)


@pytest.mark.parametrize("limit", [(k,), (k, 0, 1, 2)])
def test_a_limit_is_a_set_or_two_bounds(limit):
    with pytest.raises(TypeError, match="a limit is"):
        Entropy(p(k), limit)


@pytest.mark.parametrize("make", [Lt, Le, Different, Equals])
def test_relations_are_kept_as_they_are_written(make):
    for sides in ((x, x), (S.Zero, S.One), (S.One, S.Zero)):
        assert make(*sides).args == sides


def test_members_and_sets_are_not_evaluated():
    assert Member(0, FiniteSet(0, 1)).args == (S.Zero, FiniteSet(0, 1))
    assert Without(FiniteSet(0, 1), 0).args == (FiniteSet(0, 1), S.Zero)
    assert isinstance(Member(x, Theta), Boolean)
    assert isinstance(Entropy(p(k), (k, 0, 1)), Expr) and not isinstance(ArgMax(t, (t, Theta)), Expr)


@pytest.mark.parametrize(
    "make",
    [lambda s: Lt(0, s), lambda s: Member(s, Theta), lambda s: ArgMax(s, (t, Theta)), lambda s: IndexRange(1, s)],
)
def test_no_text_is_read(make):
    with pytest.raises(TypeError, match="text is never evaluated"):
        make("x")


def test_the_printed_forms():
    assert str(ForAll(Lt(0, x), (x, 1, Symbol("n")))) == "(0 < x for all x in 1..n)"
    assert str(Member(x, IndexRange(0, 1))) == "x in 0..1"
    assert str(ArgMin(log(t), (t, Theta))) == "ArgMin(log(t), (t, Theta))"


def test_the_words_of_messages():
    half, whole = ImproperIntegral(t**2, (t, Above(x))), ImproperIntegral(t, (t, S.Reals))
    assert in_words(half) == "Integral(t**2, (t, x, oo))" and in_words(whole) == "Integral(t, (t, -oo, oo))"
    assert in_words(Member(x, Interval.open(0, 1))) == "x in (0, 1)" and in_words(Interval(0, x)) == "[0, x]"
    assert in_words(derivative(t**2, t, S.Reals)) == "Derivative(t**2, t)"
    assert in_words(derivative(t**2, t, Below(0), at=-3)) == "(Derivative(t**2, t) at t = -3)"
    assert in_words(Without(Theta, 0)) == "Theta without 0"
