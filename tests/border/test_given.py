"""Hypotheses and definitions: what is refused, what is known under a binder, and the facts in a hypothesis."""

import pytest
from sympy import FiniteSet, Function, IndexedBase, Integer, Interval, Lambda, Rational, S, Symbol, log, symbols

from mlce_sym.border.binding import opened
from mlce_sym.border.given import Definition, Fact, Given, defining, facts
from mlce_sym.border.nodes import ArgMax, Different, ForAll, IndexRange, Le, Lt, Member, Without

a, b, c, i, n, t, x = symbols("a b c i n t x")
f, g, y = Function("f"), Function("g"), IndexedBase("y")
D, E = symbols("D E")


@pytest.mark.parametrize(
    "definitions, reason",
    [
        ([Definition(f(x, x), x)], "distinct variables"),
        ([Definition(f(1), x)], "distinct variables"),
        ([Definition(f(g(x)), x)], "distinct variables"),
        ([Definition(D, a), Definition(D, b)], "defined twice"),
        ([Definition(f(x), a), Definition(f(x, t), b)], "defined twice"),
        ([Definition(D, D + 1)], "by itself"),
        ([Definition(f(x), f(x - 1))], "by itself"),
        ([Definition(D, E), Definition(E, a)], "defined later"),
        ([Definition(D, E), Definition(E, D)], "defined later"),
        ([Definition(a + b, Integer(7))], "is no name"),
        ([Definition(Integer(3), Integer(4))], "is no name"),
        ([Definition(log(x), x)], "is no name"),
    ],
)
def test_a_definition_that_is_more_than_a_new_name_is_refused(definitions, reason):
    with pytest.raises(ValueError, match=reason):
        Given((), tuple(definitions))


def test_unfolding():
    given = Given((), (Definition(f(x), x + a), Definition(y[i], i**2), Definition(D, f(2))))
    assert given.unfolded(f(t)) == t + a
    assert given.unfolded(f(a)) == 2 * a
    assert given.unfolded(y[n + 1]) == (n + 1) ** 2
    assert given.unfolded(D) == f(2)
    assert given.unfolded(f(x, t)) is None and given.unfolded(g(x)) is None and given.unfolded(a + b) is None


def test_an_instance_keeps_the_arguments_apart():
    assert Definition(f(x), a * x).instance({a: x}) == Definition(f(Symbol("x_1")), x * Symbol("x_1"))
    assert Definition(f(x), g(x)).instance({g: Lambda(t, t**2)}) == Definition(f(x), x**2)
    assert Definition(D, a + x).instance({a: x}) == Definition(D, 2 * x)


def test_under_a_binder_what_was_said_of_an_outer_variable_of_that_name_is_dropped():
    given = Given((Lt(0, t), Lt(0, a), ForAll(Lt(0, y[t]), (t, 1, n))))
    assert given.under(t, IndexRange(1, n)).hypotheses == (*given.hypotheses[1:], Member(t, IndexRange(1, n)))


def test_under_a_binder_a_domain_that_speaks_of_the_outer_variable_says_nothing():
    """Member(t, (2t, 1)) inside would say t < 0, of the wrong t."""
    assert Given().under(t, Interval.open(2 * t, 1)).hypotheses == ()


@pytest.mark.parametrize(
    "definitions, kept",
    [
        ([Definition(D, t)], []),
        ([Definition(t, Integer(5))], []),
        ([Definition(f(t), t**2)], [0]),
        ([Definition(f(x), t * x), Definition(E, f(2)), Definition(g(x), x)], [2]),
    ],
)
def test_under_a_binder_definitions_by_an_outer_variable_of_that_name_are_dropped(definitions, kept):
    given = Given((Lt(0, f(1)), Lt(0, E)), tuple(definitions)).under(t, S.Reals)
    assert given.definitions == tuple(definitions[index] for index in kept)


def test_inside_a_binder_no_definition_is_lost():
    given = Given((), (Definition(D, log(t)),))
    inside, scope = given.inside(opened(ArgMax(D * t, (t, S.Reals))))
    assert inside.definitions == given.definitions
    assert scope.variable == Symbol("t_1") and scope.bodies == (D * Symbol("t_1"),)
    assert defining(given) == {D, t}


FACTS = [
    (Member(x, Interval.open(a, b)), [Lt(a, x), Lt(x, b)]),
    (Member(x, Interval(a, b)), [Le(a, x), Le(x, b)]),
    (Member(x, Interval.Ropen(a, b)), [Le(a, x), Lt(x, b)]),
    (Member(x, IndexRange(1, n)), [Le(1, x), Le(x, n), Member(x, S.Integers)]),
    (Member(x, Without(Interval.open(0, 1), a)), [Different(x, a), Member(x, Interval.open(0, 1)), Lt(0, x), Lt(x, 1)]),
    (Member(x, FiniteSet(0, 1)), [Le(0, x), Le(x, 1), Member(x, S.Integers)]),
    (Member(x, FiniteSet(Rational(1, 2), 2)), [Le(Rational(1, 2), x), Le(x, 2)]),
    (Member(x, FiniteSet(a, 1)), []),
    (Lt(a, b), []),
]


@pytest.mark.parametrize("hypothesis, consequences", FACTS)
def test_the_atomic_facts_of_a_hypothesis(hypothesis, consequences):
    assert facts(Given((hypothesis,))) == tuple(Fact((), s) for s in (hypothesis, *consequences))


def test_the_facts_of_a_quantified_hypothesis_have_variables_of_their_own():
    (fact,) = facts(Given((ForAll(ForAll(Lt(t, f(i, x)), (x, t, n)), (i, 1, n)),)))
    assert fact == Fact(((i, IndexRange(1, n)), (x, IndexRange(t, n))), Lt(t, f(i, x)))
    (fact,) = facts(Given((ForAll(ForAll(Lt(0, y[i]), (i, 1, i)), (i, 1, n)),)))
    inner = Symbol("i_1")
    assert fact == Fact(((i, IndexRange(1, n)), (inner, IndexRange(1, i))), Lt(0, y[inner]))
