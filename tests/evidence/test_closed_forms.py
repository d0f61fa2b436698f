"""Suggested closed forms: they agree with the numbers, or there is none."""

import sympy as sp
from sympy import Interval, S, exp, oo, pi, sqrt

from mlce_sym.evidence.closed_forms import agrees_everywhere, closed_form, monomial

from .families import LINE, POSITIVE, a, b, m, s, y

DOMAINS = {a: POSITIVE, b: POSITIVE}


def test_powers_are_found_without_sympy():
    assert monomial(a * exp(-(b**2) * y), y, Interval(0, oo), DOMAINS) == a / b**2
    assert monomial(exp(-((y - m) ** 2) / s), y, LINE, {m: S.Reals, s: POSITIVE}) == sqrt(pi) * sqrt(s)
    assert monomial(exp(-a * y) + exp(-b * y), y, Interval(0, oo), DOMAINS) is None
    assert monomial(exp(-a * y) / sp.zeta(3), y, Interval(0, oo), DOMAINS) is None


def test_no_more_is_said_than_a_guess_tells():
    assert closed_form(exp(-a * y) + exp(-b * y), y, Interval(0, oo), DOMAINS) is None


def test_a_sum_over_few_outcomes_is_written_out():
    assert closed_form(a**y, y, sp.FiniteSet(0, 1), {a: POSITIVE}) == 1 + a


def test_agreement_needs_every_sample():
    f = exp(-a * y)
    assert agrees_everywhere(1 / a, f, y, Interval(0, oo), {a: POSITIVE}) is True
    assert agrees_everywhere(2 / (2 * a + (a - S(3) / 2) / 10**9), f, y, Interval(0, oo), {a: POSITIVE}) is False
    assert agrees_everywhere(sp.Function("h")(a), f, y, Interval(0, oo), {a: POSITIVE}) is None
