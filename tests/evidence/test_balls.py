"""Values in balls: they contain the number, and what has no real value is refused."""

import pytest
import sympy as sp
from flint import acb, arb
from sympy import Piecewise, Rational, S, Symbol

from mlce_sym.evidence.balls import Undecided, ball, compiled, told, working, zeros

y = Symbol("y")
FUNCTIONS = [
    sp.exp(y), sp.log(y), sp.sqrt(y), sp.Abs(y - 3), sp.gamma(y), sp.loggamma(y), sp.digamma(y), sp.polygamma(2, y),
    sp.factorial(y), sp.binomial(5, y), sp.beta(y, 2), sp.cos(y), sp.sin(y), sp.tan(y), sp.cosh(y), sp.sinh(y),
    sp.tanh(y), sp.sech(y), sp.besseli(0, y), sp.besseli(y, 2), sp.Max(y, 1), sp.Min(y, 1, 2), sp.erf(y), sp.erfc(y),
    sp.zeta(y + 1), sp.atan(y), sp.sign(y - 2), sp.pi * y, sp.E**y, y**y, y ** Rational(-2, 3), (y - 5) ** 3,
    Piecewise((y, y < 1), (y**2, y < 4), (7, True)), Piecewise((1, (y > 1) & (y < 3)), (2, True)),
]  # fmt: skip


@pytest.mark.parametrize("value", [Rational(1, 3), S(2), Rational(7, 2)], ids=str)
@pytest.mark.parametrize("expr", FUNCTIONS, ids=str)
def test_a_ball_contains_the_number(expr, value):
    found = ball(expr, {y: value})
    true = sp.N(expr.subs(y, value), 60)
    assert found.rad() < 1e-25 and found.overlaps(arb(str(true), "1e-50"))


@pytest.mark.parametrize(
    "expr, says",
    [
        (sp.log(y - 5), "no finite value"),
        (sp.sqrt(y - 5), "no finite value"),
        (sp.Abs(sp.sqrt(y - 5)) ** 2, "no finite value"),
        (sp.loggamma(y - Rational(7, 2)), "no finite value"),
        (1 / (y - 2), "no finite value"),
        (sp.Function("h")(y), "no ball arithmetic for h"),
        (sp.Float("0.1") * y, "write a fraction"),
        (Symbol("x") + y, "x has no value"),
        (S.NaN, "nan"),
        (S.ImaginaryUnit * y, "I"),
    ],
    ids=str,
)
def test_what_has_no_real_value_is_refused(expr, says):
    with pytest.raises(Undecided, match=says):
        ball(expr, {y: S(2)})


def integral(expr, low, high):
    with working():
        return acb.integral(compiled(expr, y, {}), low, high, rel_tol=arb("1e-15"), abs_tol=arb("1e-15")).real


@pytest.mark.parametrize(
    "expr, low, high, value",
    [
        (sp.sqrt(y), 0, 4, Rational(16, 3)),
        (sp.Abs(y - Rational(1, 3)), 0, 1, Rational(5, 18)),
        (sp.Max(y, 1 - y), 0, 1, Rational(3, 4)),
        (sp.Min(y, 1 - y), 0, 1, Rational(1, 4)),
        (Piecewise((1, y < Rational(1, 3)), (2, y < 2), (5, True)), 0, 3, S(26) / 3),
        (Piecewise((y, ~(sp.exp(y) < 2)), (0, True)), 0, 1, (1 - sp.log(2) ** 2) / 2),
        (sp.sign(y - 1), 0, 3, S(1)),
        (sp.log(y + 1), 0, 1, 2 * sp.log(2) - 1),
        (sp.atan(10 * y), -1, 2, (20 * sp.atan(20) - sp.log(401) / 2 - 10 * sp.atan(10) + sp.log(101) / 2) / 10),
        (sp.besseli(Rational(1, 2), y), 1, 2, None),
    ],
    ids=str,
)
def test_integrals_respect_cuts_kinks_and_cases(expr, low, high, value):
    found = integral(expr, low, high)
    if value is None:
        value = sp.Integral(expr, (y, low, high)).evalf(30)
    assert found.rad() < 1e-9 and found.overlaps(arb(str(sp.N(value, 40)), "1e-18"))


def test_zeros_of_polynomials_only():
    assert set(zeros(y**2 - 2, y)) == {sp.sqrt(2), -sp.sqrt(2)}
    assert list(zeros(y**2 + 1, y)) == list(zeros(sp.exp(y) - 1, y)) == list(zeros(S(3), y)) == []


def test_a_fact_about_powers_is_told_without_working_them_out():
    half, much = Rational(1, 2), Rational(10) ** 30
    x = Symbol("x")
    facts = {x**y - x ** (y + 1) > 0: True, x**y < 0: False, sp.Ne(x**y, 0): True, x**y >= 0: True, 2 * x**y < x: True}
    assert {fact: told(fact, {x: half, y: much}) for fact in facts} == facts
    assert told(x <= half, {x: half}) and not told(x < half, {x: half}) and not told(sp.log(x) < 0, {x: -half})
