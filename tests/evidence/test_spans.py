"""Bounds on half-lines hold at every point of them, and tails are bounded from above."""

import pytest
import sympy as sp
from flint import arb
from hypothesis import given
from hypothesis import strategies as st
from sympy import Rational, Symbol, exp, log, sqrt, tanh

from mlce_sym.evidence.balls import Undecided, ball, working
from mlce_sym.evidence.spans import above, span
from mlce_sym.evidence.tails import bound, diverges, ratio, tail

y = Symbol("y", positive=True)
numbers = st.fractions(min_value=-5, max_value=5, max_denominator=6).map(lambda q: Rational(q.numerator, q.denominator))
leaves = st.one_of(numbers, st.just(y), numbers.map(lambda q: y**q))
functions = st.sampled_from([exp, log, tanh, sp.Abs, sp.cosh, sp.sech, sp.digamma, sp.cos, sp.sin, lambda u: 1 / u])
expressions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(sp.Add, inner, inner), st.builds(sp.Mul, inner, inner), st.builds(lambda f, u: f(u), functions, inner)
    ),
    max_leaves=6,
)


@pytest.mark.slow
@given(expressions, st.sampled_from([Rational(1, 2), sp.S(1), sp.S(7)]))
def test_no_value_on_the_half_line_is_outside_the_span(expr, start):
    with working():
        found = span(expr, y, above(ball(start)))
    for step in (0, Rational(1, 7), 1, 10, 1000):
        try:
            value = ball(expr, {y: start + step})
        except Undecided:
            continue
        assert value.upper() >= found.low and value.lower() <= found.high


@pytest.mark.parametrize(
    "expr, low, high",
    [
        (y - y**2, None, -89),
        ((y - 3) / (y**2 - 3 * y + 1), 0, 0.15),
        (exp(-y) * y, 0, 0.001),
        (1 / y - 3 * sqrt(y), None, -9),
        (1 + 1 / (y + 99), 1, 1.2),
        (-sp.digamma(y + 1), None, -2),
    ],
)
def test_spans_are_narrow_where_terms_compete(expr, low, high):
    found = span(expr, y, above(arb(10)))
    assert found.high < high
    assert low is None or found.low >= low


@pytest.mark.parametrize(
    "f, start, true",
    [
        (exp(-3 * y), 2, exp(-6) / 3),
        (y ** Rational(-3, 2), 9, Rational(2, 3)),
        (y * exp(-y), 5, 6 * exp(-5)),
        (1 / (1 + y**2), 10, sp.pi / 2 - sp.atan(10)),
        (sp.sech(y), 3, sp.pi - 2 * sp.atan(exp(3))),
        (exp(-sqrt(y)), 400, 42 * exp(-20)),
        (exp(-y) / (1 + exp(-y)) ** 2, 4, 1 - 1 / (1 + exp(-4))),
    ],
)
def test_a_bound_is_above_the_tail_and_not_far(f, start, true):
    with working():
        found = bound(tail(f, y), arb(start))
    assert ball(true) <= found < 12 * ball(true)


@pytest.mark.parametrize(
    "f", [1 / y, exp(y), 1 / (y * log(y)), 1 / (y * log(y) ** 2), 1 / (y - 100) ** 2, y / y, exp(sp.sin(y))]
)
def test_what_is_not_seen_to_fall_has_no_bound(f):
    with working():
        assert bound(tail(f, y), arb(20)) is None


def test_where_the_integral_is_infinite():
    with working():
        signs = [diverges(tail(f, y), arb(20)) for f in (1 / y, -exp(y), y ** Rational(-9, 10), 1 / y**2, exp(-y))]
    assert signs == [1, -1, 1, 0, 0]


def test_what_may_jump_far_out_has_no_tail():
    with pytest.raises(Undecided, match="jump"):
        tail(sp.Piecewise((exp(-y), exp(y) < 1000), (1000 * exp(-y), True)), y)


@pytest.mark.parametrize(
    "f",
    [
        3**y / sp.factorial(y),
        sp.binomial(y + Rational(1, 2), y) * 2**-y,
        sp.gamma(2 * y + 1) ** -2,
        exp(-(y**2)),
        y**-2,
    ],
)
def test_ratios(f):
    for at in (3, 8):
        quotient = ball(f, {y: at + 1}) / ball(f, {y: at})
        assert ball(ratio(f, y), {y: at}).overlaps(quotient)
