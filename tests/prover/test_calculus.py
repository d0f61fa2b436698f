"""Derivatives worked out: the same as SymPy's, by rules that the kernel checks."""

import pytest
from sympy import Function, IndexedBase, Integer, S, Sum, diff, exp, log, sqrt, symbols

from mlce_sym.border.given import Definition, Given
from mlce_sym.border.nodes import DerivativeAt, Lt, Member, derivative
from mlce_sym.prover import chain, logic
from mlce_sym.prover.calculus import worked_out
from mlce_sym.prover.derivation import reflexivity
from mlce_sym.terms.errors import Refused

a, b, s, t, x, i, n = symbols("a b s t x i n")
f, g, h = map(Function, "fgh")
y = IndexedBase("y")
SMOOTH = [
    *(Integer(3), x, t, x * t, t**2, t**3, (x * t) ** 3, x * t * exp(t), exp(exp(t))),
    *(log(1 + exp(x * t)), 1 / (1 + exp(-t)), (t**2 + x) / (t**2 + 1), (1 + t**2) ** -3, sqrt(1 + t**2)),
    *((1 + t**2) ** x, 1 / (1 + exp(t)) ** 2, t * log(1 + t**2) - x * (t - 1) ** 2),
]


def derived(term, *hypotheses):
    return worked_out(reflexivity(Given(hypotheses), derivative(term, t, S.Reals, at=a))).rhs


@pytest.mark.parametrize("term", SMOOTH, ids=str)
def test_it_is_what_sympy_gives(term):
    assert logic.equal(derived(term), diff(term, t).subs(t, a))


@pytest.mark.parametrize("term", SMOOTH, ids=str)
def test_so_are_second_derivatives(term):
    inner = derivative(term, t, S.Reals, at=s)
    found = worked_out(reflexivity(Given(), derivative(inner, s, S.Reals, at=a))).rhs
    assert logic.equal(found, diff(term, t, 2).subs(t, a))


def test_a_power_with_a_moving_exponent_is_an_exponential():
    base = 1 + t**2
    slope = log(1 + a**2) + 2 * a**2 / (1 + a**2)
    assert logic.equal(derived(base**t), exp(a * log(1 + a**2)) * slope)


def test_under_a_sum_its_index_stays():
    size = (Member(n, S.Integers), Lt(0, n))
    assert derived(Sum(y[i] * exp(t * y[i]), (i, 1, n)), *size) == Sum(y[i] ** 2 * exp(a * y[i]), (i, 1, n))


def test_the_author_s_names_of_indices_stay():
    j, x = symbols("j"), IndexedBase("x")
    rows = Sum(Sum(t * x[i, j], (j, 1, 2)), (i, 1, 2))
    assert derived(rows) == Sum(Sum(x[i, j], (j, 1, 2)), (i, 1, 2))


def test_definitions_are_unfolded_in_the_function_alone():
    known = Given((), (Definition(f(x), exp(b * x)), Definition(g(x), 1 + f(x) ** 2)))
    term = f(t) * derivative(g(t), t, S.Reals)
    assert worked_out(reflexivity(known, term)).rhs == 2 * b * f(t) ** 2 * exp(b * t)


def test_each_partial_derivative_is_one_along_a_line():
    mixed = derivative(derivative(exp(s * t), t, S.Reals), s, S.Reals)
    assert logic.equal(worked_out(reflexivity(Given(), mixed)).rhs, (1 + s * t) * exp(s * t))


def test_what_is_refused_stays():
    unknown = DerivativeAt(f(t), (t, derivative(t, t, S.Reals).domain))
    with pytest.raises(Refused, match="defined only where"):
        reflexivity(Given(), unknown)
    nothing = reflexivity(Given(), exp(x))
    assert worked_out(nothing) is nothing


def test_a_line_of_a_chain_is_differentiated():
    line = chain(derivative(log(1 + exp(t)), t, S.Reals)).differentiate(exp(t) / (1 + exp(t)))
    assert [(kept.step, kept.reason) for kept in line.lines] == [(len(line.derivation.steps), None)]
    assert str(line).endswith("differentiation")
    assert line.expression == exp(t) / (1 + exp(t))


def test_a_line_without_derivatives_and_a_wrong_target_are_refused():
    with pytest.raises(Refused, match="there is no derivative in exp"):
        chain(exp(t)).differentiate()
    with pytest.raises(Refused, match="they differ in\n  here:  2\n  there: 3"):
        chain(derivative(t**2, t, S.Reals)).differentiate(3 * t)
