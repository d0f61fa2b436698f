"""Real-valued terms against mpmath, at random."""

from __future__ import annotations

import mpmath
import pytest
from flint import arb, fmpq
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from mlce_sym.evaluate.reals import Undefined, power

from .worlds import Table, value

numbers = st.one_of(
    st.integers(-4, 4),
    st.builds(lambda p, q: ["Rational", p, q], st.integers(-9, 9), st.integers(2, 7)),
    st.just("x"),
)
terms = st.recursive(
    numbers,
    lambda inner: st.one_of(
        st.builds(lambda *parts: ["Add", *parts], inner, inner, inner),
        st.builds(lambda *parts: ["Mul", *parts], inner, inner),
        st.builds(lambda a, b: ["Pow", a, b], inner, inner),
        st.builds(lambda a: ["log", a], inner),
        st.builds(lambda a: ["exp", a], inner),
        st.builds(lambda n, a: ["Sum", "i", ["Range", 1, n], ["Mul", "i", a]], st.integers(0, 3), inner),
        st.builds(lambda n, a: ["Product", "i", ["Range", 2, n], ["Add", "i", a]], st.integers(1, 3), inner),
    ),
    max_leaves=8,
)


def by_mpmath(term, names):
    """The value by mpmath with 60 digits. Raises ValueError where it is not real, or too near to the edge to tell."""
    if isinstance(term, int):
        return mpmath.mpf(term)
    if isinstance(term, str):
        return mpmath.mpf(names[term])
    head, *parts = term
    if head in ("Sum", "Product"):
        index, (_, low, high), body = parts
        values = [by_mpmath(body, {**names, index: i}) for i in range(low, high + 1)]
    else:
        values = [by_mpmath(part, names) for part in parts]
    found = BY_MPMATH[head](values)
    if abs(found) > mpmath.mpf(10) ** 30 or 0 < abs(found) < mpmath.mpf(10) ** -30:
        raise ValueError("out of the range that is compared")
    return found


def log_by_mpmath(values):
    if values[0] <= 0:
        raise ValueError("log of what is not positive")
    return mpmath.log(values[0])


def power_by_mpmath(values):
    a, b = values
    if a == 0 and b == 0:
        return mpmath.mpf(1)
    if (a == 0 and b < 0) or (a < 0 and b != int(b)):
        raise ValueError("no real power")
    return mpmath.power(a, b)


BY_MPMATH = {
    "Rational": lambda values: values[0] / values[1],
    "Add": mpmath.fsum,
    "Sum": mpmath.fsum,
    "Mul": mpmath.fprod,
    "Product": mpmath.fprod,
    "Pow": power_by_mpmath,
    "log": log_by_mpmath,
    "exp": lambda values: mpmath.exp(min(values[0], mpmath.mpf(1000))),
}


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(terms, st.integers(-3, 5))
def test_random_terms_against_mpmath(term, x):
    with mpmath.workdps(60):
        try:
            expected = by_mpmath(term, {"x": x})
        except ValueError:
            assume(False)
        found = value(term, Table({("x",): x}))
        ball = found if isinstance(found, arb) else arb(found)
        assert abs(mpmath.mpf(ball.mid().str(40, radius=False)) - expected) <= mpmath.mpf(10) ** -12 * (
            1 + abs(expected)
        )


@settings(max_examples=200, deadline=None)
@given(st.integers(-30, 30), st.integers(1, 9), st.integers(-8, 8), st.integers(1, 4))
def test_powers_of_rationals_against_mpmath(p, q, r, s):
    base, exponent = fmpq(p, q), fmpq(r, s)
    try:
        expected = power_by_mpmath([mpmath.mpf(p) / q, mpmath.mpf(r) / s])
    except ValueError:
        with pytest.raises(Undefined):
            power(base, exponent)
    else:
        assert abs(float(arb(power(base, exponent))) - expected) <= 1e-9 * abs(expected)
