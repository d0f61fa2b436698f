"""Which functions are seen to be smooth: each head, and the corners that are not."""

from __future__ import annotations

from functools import partial

import pytest

from mlce_sym.logic.convergence import smooth
from mlce_sym.logic.definedness import undefined
from mlce_sym.logic.given import Definition, assumed
from mlce_sym.logic.smoothness import continuous, rough

NOTHING = assumed((), ())
SERIES = partial(smooth, undefined=undefined)
N = ("Range", 1, "n")
HALF = ("Rational", 1, 2)
DELTA = ("KroneckerDelta", "t", 0)
SMOOTH = [
    "t",
    "x",
    ("Add", "t", ("Mul", "t", "x")),
    ("Pow", "t", 2),
    ("log", ("exp", "t")),
    ("Sum", "i", N, ("Mul", "t", "i")),
    ("Product", "i", N, ("exp", "t")),
    ("Sum", "t", N, ("KroneckerDelta", "t", "i")),
    ("KroneckerDelta", "x", 0),
    ("Apply", "g", "x"),
    ("Derivative", "s", ("Near", "Reals", ("Mul", 2, "t")), ("Mul", "s", "t")),
    ("Sum", "i", N, ("Derivative", "s", ("Near", ("Above", "x"), "t"), ("exp", ("Mul", "s", "i")))),
]
NOT_SMOOTH = [
    DELTA,
    ("Add", "t", DELTA),
    ("Mul", DELTA, "t"),
    ("exp", DELTA),
    ("Sum", "i", N, DELTA),
    ("Sum", "i", ("Range", 1, "t"), "i"),
    ("Apply", "g", "t"),
    ("Indexed", "y", "t"),
    ("Entropy", "i", N, "t"),
    ("Derivative", "s", ("Near", ("Above", "t"), "x"), "s"),
    ("Derivative", "s", ("Near", "Reals", DELTA), "s"),
    ("Derivative", "s", ("Near", "Reals", "x"), ("Mul", "s", DELTA)),
    ("Derivative", "t", ("Near", "Reals", DELTA), "t"),
    ("Product", "i", ("Range", "t", 5), "i"),
    ("Integral", "s", ("Between", 0, 1), "t"),
    ("Pow", "x", DELTA),
]


def differentiable(given, binder):
    return not list(rough(given, binder, SERIES))


def derivative(body, domain="Reals"):
    return ("Derivative", "t", ("Near", domain, HALF), body)


@pytest.mark.parametrize("body", SMOOTH)
def test_smooth(body):
    assert differentiable(NOTHING, derivative(body))
    assert differentiable(NOTHING, ("Integral", "t", ("Between", 0, 1), body))


@pytest.mark.parametrize("body", NOT_SMOOTH)
def test_not_smooth(body):
    assert not differentiable(NOTHING, derivative(body))
    assert not differentiable(NOTHING, ("Integral", "t", ("Between", 0, 1), body))


def test_a_derivative_is_on_an_open_set():
    for domain in ("Reals", ("Interval", 0, 1), ("Above", 0)):
        assert differentiable(NOTHING, derivative("t", domain))
    for domain in ("Integers", ("Finite", HALF), N, ("Without", ("Finite", HALF), 0)):
        assert not differentiable(NOTHING, derivative("t", domain))


def test_a_function_with_a_kink_is_smooth_where_that_is_excluded():
    assert differentiable(NOTHING, derivative(("abs", "t"), ("Above", 0)))
    assert not differentiable(NOTHING, derivative(("abs", "t")))
    given = assumed((("Ne", "x", 0),), ())
    assert differentiable(given, derivative(("Mul", "t", ("abs", "x")))) and not differentiable(
        given, derivative(("abs", ("Mul", "t", "x")), ("Interval", -1, 1))
    )


def test_a_definition_is_as_smooth_as_what_it_stands_for():
    smooth = assumed((), (Definition("Apply", "g", ("u", "v"), ("Mul", "u", ("KroneckerDelta", "v", 0))),))
    assert differentiable(smooth, derivative(("Apply", "g", "t", "x")))
    assert not differentiable(smooth, derivative(("Apply", "g", "x", "t")))
    assert not differentiable(smooth, derivative(("Apply", "g", DELTA, "x")))
    assert not differentiable(smooth, derivative(("Apply", "g", "t")))


CALL = ("Apply", "f", "t")
SUPPOSED = ("Smooth", "t", "Reals", CALL)
MISSING = [
    (("sin", "t"), []),
    (("sin", CALL), [SUPPOSED]),
    (("abs", "t"), [("ForAll", "t", "Reals", ("Ne", "t", 0))]),
    (("Pow", "t", "x"), [("ForAll", "t", "Reals", ("Lt", 0, "t"))]),
    (("Pow", "t", -1), []),
    (("Pow", "x", "t"), [("Lt", 0, "x")]),
    (("polygamma", 1, "t"), []),
    (("polygamma", "t", 1), [("Smooth", "t", "Reals", ("polygamma", "t", 1))]),
    (CALL, [SUPPOSED]),
    (("Apply", "f", ("Mul", 2, "t"), "x"), [("Smooth", "t_1", "Reals", ("Apply", "f", "t_1", "x"))]),
    (("Apply", "f", "t", "t"), [("Smooth", "t", "Reals", ("Apply", "f", "t", "t"))]),
    (("Apply", "f", ("Apply", "g", "t")), [("Smooth", "t", "Reals", ("Apply", "g", "t"))]),
    (("KroneckerDelta", "t", "x"), [("Smooth", "t", "Reals", ("KroneckerDelta", "t", "x"))]),
]


@pytest.mark.parametrize("body, expected", MISSING, ids=str)
def test_what_would_have_to_be_supposed(body, expected):
    found = list(rough(NOTHING, derivative(body), SERIES))
    assert found[: len(expected)] == expected and (expected or not found)


def improper(body, domain=("Above", 0)):
    return ("ImproperIntegral", "u", domain, body)


def series(body):
    return ("Sum", "k", ("From", 0), body)


def minus(*factors):
    return ("Mul", -1, *factors)


ABOVE, UNIT, T_SQUARED = ("Above", 0), ("Interval", 0, 1), ("Pow", "t", 2)
FALLING = ("exp", minus("t", "u"))
GAMMA = ("Mul", ("Pow", "u", ("Add", "t", -1)), ("exp", minus("u")))
BY_PARTS = [  # where t lies, and what is seen to be smooth in t there
    (UNIT, series(("Pow", "t", "k"))),
    (("Interval", -1, 1), series(("Mul", "k", ("Pow", "t", "k")))),
    ("Reals", series(("Mul", ("Pow", "t", "k"), ("Pow", ("factorial", "k"), -1)))),
    (("Above", 1), ("Sum", "k", ("From", 1), ("Pow", "k", minus("t")))),
    (ABOVE, improper(FALLING)),
    (ABOVE, improper(GAMMA)),
    (ABOVE, improper(("Mul", ("log", "u"), GAMMA))),
    ("Reals", improper(("exp", ("Add", ("Mul", "t", "u"), minus(("Pow", "u", 2)))), "Reals")),
    ("Reals", improper(("exp", minus(("Pow", ("Add", "u", minus("t")), 2))), "Reals")),
    (("Above", -1), improper(("Pow", "u", "t"), UNIT)),
]
NOT_BY_PARTS = [
    ("Reals", improper(("Pow", ("Add", "u", T_SQUARED), ("Rational", 1, 2)), UNIT)),  # has the term |t|³
    (
        "Reals",
        improper(("Mul", ("cos", ("Mul", "t", "u")), ("Pow", ("Add", 1, ("Pow", "u", 2)), -1)), "Reals"),
    ),  # exp(−|t|)
    ("Reals", improper(("exp", ("Add", ("Mul", ("abs", "t"), "u"), minus(("Pow", "u", 2)))), "Reals")),
    ("Reals", improper(("Mul", ("abs", ("Add", "u", minus("t"))), ("exp", minus(("Pow", "u", 2)))), "Reals")),
    (ABOVE, improper(("exp", minus(("Pow", "u", "t"))))),
    (("Interval", -2, 2), series(("Pow", "t", "k"))),
    ("Reals", improper(("Mul", ("Apply", "f", "u"), ("exp", minus(T_SQUARED, "u"))))),
    (ABOVE, ("ImproperIntegral", "u", ("Interval", 0, "t"), FALLING)),
]


@pytest.mark.parametrize("domain, term", BY_PARTS, ids=str)
def test_what_is_seen_to_converge_for_all_t_is_smooth_in_t(domain, term):
    assert not list(rough(NOTHING, ("Derivative", "t", ("Near", domain, "a"), term), SERIES))


@pytest.mark.parametrize("domain, term", NOT_BY_PARTS, ids=str)
def test_what_converges_need_not_be_smooth(domain, term):
    """That it converges for all t, where that is given, says nothing: over all u > 0, f(u) exp(−t² u) may do so and
    have a kink at t = 0."""
    inner = ("Converges", term[1], term[2], term[3])
    given = assumed((("Le", 0, "t"), inner), ())
    found = list(rough(given, ("Derivative", "t", ("Near", domain, "a"), term), SERIES))
    assert found


F_TX = ("Apply", "f", "t", "x")
FACTS = [
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "x")), F_TX, True),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "x")), ("Apply", "f", "t", "t"), False),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "x")), ("Apply", "f", "x", "t"), False),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "y")), F_TX, False),
    (("Smooth", "u", ("Interval", 0, 1), ("Apply", "f", "u", "x")), F_TX, False),
    (("ForAll", "s", "Reals", ("Smooth", "u", "Reals", ("Apply", "f", "u", "s"))), F_TX, True),
    (("ForAll", "s", "Reals", ("Smooth", "u", "Reals", ("Apply", "f", "u", "s"))), ("Apply", "f", "t", "t"), False),
    (("ForAll", "s", ("Above", 0), ("Smooth", "u", "Reals", ("Apply", "f", "u", "s"))), F_TX, False),
    (("ForAll", "s", "Reals", ("Smooth", "u", ("Above", "s"), ("Apply", "f", "u", "s"))), F_TX, False),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "u")), ("Apply", "f", "t", "t"), True),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "u")), F_TX, False),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "u")), ("Apply", "f", ("exp", "t"), ("exp", "t")), True),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "u")), ("Apply", "f", ("abs", "t"), ("abs", "t")), False),
    (("Smooth", "u", "Reals", ("Apply", "f", "u", "u")), ("Apply", "f", ("abs", "t"), ("Add", ("abs", "t"), 0)), False),
    (("Smooth", "u", "Reals", ("KroneckerDelta", "u", "x")), ("KroneckerDelta", "t", "y"), False),
    (("ForAll", "x", "Reals", ("Smooth", "u", "Reals", ("sign", "u"))), ("sign", "t"), False),
    (("ForAll", "x", "S", ("Smooth", "u", "Reals", ("Apply", "f", "u", "u"))), ("Apply", "f", "t", "t"), False),
    (("Lt", "x", 0), ("Pow", "x", "t"), False),
    (("Lt", 0, "x"), ("Pow", "x", "t"), True),
]


@pytest.mark.parametrize("fact, term, known", FACTS, ids=str)
def test_what_a_supposition_says(fact, term, known):
    assert differentiable(assumed((fact,), ()), derivative(term)) == known


def test_a_supposition_says_nothing_of_what_moves_in_another_derivative():
    given = assumed((("Smooth", "u", "Reals", ("Apply", "f", "u", "x")),), ())
    both = ("Derivative", "x", ("Near", "Reals", 0), ("Apply", "f", "t", "x"))
    assert not differentiable(given, derivative(both))


def test_continuous():
    for body in (("exp", ("abs", "u")), ("Add", "u", ("Mul", ("abs", "u"), ("log", ("exp", "u")))), ("Pow", "u", 2)):
        assert continuous(NOTHING, "u", "Reals", body, SERIES)
    for body in (("sign", "u"), ("exp", ("sign", "u")), ("Apply", "f", "u"), ("KroneckerDelta", "u", 0)):
        assert not continuous(NOTHING, "u", "Reals", body, SERIES)
    assert not continuous(NOTHING, "u", ("Finite", 0, 1), "u", SERIES)
