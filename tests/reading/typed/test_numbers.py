"""Numbers are exact and stay small, and nothing takes long."""

import time
from contextlib import suppress

import pytest
from sympy import Integer, Rational, exp, symbols

from .common import read, refusal

y, k = symbols("y k")
LARGE = "this number is too large here; write one between -400 and 400"
LONG = "a number may have at most 400 digits; write it shorter"
REFUSED = [
    ("10^10^10", f"1:1: {LARGE}"),
    ("2^{10^{10}}", f"1:1: {LARGE}"),
    ("2**400*2**400*2**400*2**400", f"1:1: {LONG}"),
    ("y^1000", f"1:1: {LARGE}"),
    ("y + 10^500", f"1:5: {LARGE}"),
    ("10^400", f"1:1: {LONG}"),
    ("9" * 401, f"1:1: {LONG}"),
    ("1e999", f"1:1: {LARGE}"),
    ("factorial(10^9)", f"1:1: {LARGE}"),
    ("(10^9)!", f"1:1: {LARGE}"),
    ("400!", f"1:1: {LONG}"),
    ("gamma(10^9+1/2)", f"1:1: {LARGE}"),
    (r"\binom{10^9}{10^8}", f"1:1: {LARGE}"),
    ("cosh(cosh(cosh(100)))", f"1:6: {LARGE}"),
    ("exp(10^9)", f"1:1: {LARGE}"),
    ("exp(10^9*log(2))", f"1:1: {LARGE}"),
    ("exp(10^9*y*log(2))", f"1:1: {LARGE}"),
    ("(2*y)^(10^9*k)", f"1:1: {LARGE}"),
    ("2^(y+10^9)/2^y", f"1:1: {LARGE}"),
    ("160000^(-1/123456789)", f"1:1: {LARGE}"),
    ("y*cosh((a+y)^11)", "1:3: this is too involved inside of cosh; write it with fewer powers and functions"),
    ("y*gamma(min(pi,-1))", "1:3: SymPy makes no term of this; write it in a simpler way"),
    ("max(" + ",".join(f"{i}*y" for i in range(9)) + ")", "1:1: max may have at most 8 arguments; write fewer"),
]


@pytest.mark.parametrize("text, message", REFUSED, ids=[text[:24] for text, _ in REFUSED])
def test_what_is_too_large_is_refused_at_once(text, message):
    start = time.process_time()
    assert refusal(text) == message
    assert time.process_time() - start < 2


READ = [
    ("9" * 400, Integer(10) ** 400 - 1),
    ("0.1", Rational(1, 10)),
    ("0.30000000000000000000000000000000001", Rational(30000000000000000000000000000000001, 10**35)),
    ("2^10", 1024),
    ("2^-10", Rational(1, 1024)),
    ("exp(-1000*y)", exp(-1000 * y)),
    ("y^0.1234567", y ** Rational(1234567, 10**7)),
    ("(-y)^399", (-y) ** 399),
]


@pytest.mark.parametrize("text, value", READ, ids=[text[:24] for text, _ in READ])
def test_numbers_are_exact(text, value):
    assert read(text) == value


@pytest.mark.parametrize(
    "text",
    [
        "abs(((tanh(y)+a)^9+b)^9*max(tanh(k)^7,cosh(y)^9))",
        "max((10^300+y)^9*k, (3^400)^(max(a,400)+b-k*y))",
        "besseli(1,(max(10^399+1/2,3^400))^(max(1/2,400)+a-b*y))",
        "binomial(gamma(2*e), 400)*y",
        "binomial(e/pi, 400)*y",
        "log(log(log(log(log(log(abs(abs(abs(abs(abs(y)))))))))))",
        "min(" + "min(y," * 20 + "a" + ")" * 20 + ",b)",
        "(" * 59 + "y" + "^9.5)" * 59,
        "y^" * 190 + "y",
        "|a|b|" * 300,
        r"\log" * 190 + "(y)",
    ],
    ids=lambda text: text[:24],
)
def test_what_sympy_takes_long_for_is_read_or_refused_at_once(text):
    start = time.process_time()
    with suppress(ValueError):
        assert read(text) is not None
    assert time.process_time() - start < 4
