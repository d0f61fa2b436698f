"""The code of a loss against balls: at ordinary values, and at the edges of what floats can hold."""

import math
import types
from contextlib import suppress
from fractions import Fraction
from functools import cache

import pytest
from flint import acb, arb, ctx
from sympy import (
    Add,
    Eq,
    Expr,
    FiniteSet,
    Interval,
    Piecewise,
    Pow,
    Range,
    Rational,
    S,
    Symbol,
    cos,
    exp,
    log,
    oo,
    polygamma,
    preorder_traversal,
    sin,
    sqrt,
)

from mlce_sym.evidence import Undecided
from mlce_sym.evidence.balls import compiled, real_value
from mlce_sym.families.families import FAMILIES, family
from mlce_sym.families.family import Family, Named
from mlce_sym.losses.code import code_of
from mlce_sym.losses.formulas import written
from mlce_sym.losses.functions import functions
from mlce_sym.losses.primitives import PRIMITIVES, meant
from mlce_sym.losses.targets import TARGETS
from mlce_sym.terms.errors import NoSuchName

NAMES = [f.name for f in FAMILIES]
REAL = (-800.0, -37.5, -1e-8, 0.0, 0.3, 800.0)
POSITIVE = (1e-300, 1e-8, 0.7, 37.5, 1e9)
UNIT = (1e-300, 1e-8, 0.3, 1 - 2.0**-53)
COUNTS = (0, 1, 5, 10**9)
MOST = 40
ULPS = 8
FEW_BITS, ENOUGH_BITS, MOST_BITS = 200, 100, 2600
BETAS = [PRIMITIVES[name].head for name in ("betaln", "logbinomial")]
STEEP = {PRIMITIVES[name].head for name in ("sigmoid", "expm1")}


@cache
def code(name):
    return code_of(family(name))


@cache
def module(name, target):
    made = types.ModuleType(name)
    exec(compile(code(name).module(target), f"{name}.py", "exec"), made.__dict__)
    return made


def values_of(domain, before):
    domain = domain.xreplace(before)
    if domain == S.Reals:
        return REAL
    if domain in (S.Naturals, S.Naturals0):
        return COUNTS[1:] if domain == S.Naturals else COUNTS
    if isinstance(domain, FiniteSet):
        return tuple(map(int, domain))
    if isinstance(domain, Range):
        last = int(domain.stop) - 1
        return tuple(sorted({int(domain.start), last // 2, last}))
    assert isinstance(domain, Interval)
    if domain.end == oo:
        return tuple(float(domain.start) + value for value in POSITIVE if float(domain.start) + value > domain.start)
    low, high = float(domain.start), float(domain.end)
    return tuple(low + (high - low) * share for share in UNIT if low < low + (high - low) * share < high)


def points(f):
    """Values of all numbers, those that others' domains speak of first."""
    numbers = (*f.known, *f.parameters, f.data)

    def extended(place, before):
        if place == len(numbers):
            yield before
            return
        for value in values_of(numbers[place].domain, in_fractions(before)):
            yield from extended(place + 1, {**before, numbers[place].symbol: value})

    found = list(extended(0, {}))
    step = max(1, len(found) // MOST)
    return found[::step]


def true_value(term, exact):
    """In a ball that is far smaller than what floats see: in many digits where few do not do."""
    with suppress(Undecided), ctx.workprec(FEW_BITS):
        value = real_value(compiled(term, None, exact)(acb(0), False), term)
        if value.rel_accuracy_bits() >= ENOUGH_BITS:
            return value
    with ctx.workprec(MOST_BITS):
        return real_value(compiled(term, None, exact)(acb(0), False), term)


@cache
def parts(term):
    """Each once, with what it means."""
    return {part: meant(part) for part in preorder_traversal(term)}


def sizes(term, point):
    """The sizes of all parts of a formula; None where one is too large or too small for a float on the way."""
    found = {}
    for part, meaning in parts(term).items():
        try:
            size = abs(float(true_value(meaning, point).mid())) if isinstance(part, Expr) else 1.0
        except Undecided:
            return None
        if size and not 1e-300 < size < 1e300:
            return None
        found[part] = size
    return found


def branches(term):
    """The values of cases, and what is added on the scale of logarithms."""
    for part in preorder_traversal(term):
        if isinstance(part, Piecewise):
            yield from (value for value, _ in part.args)
        if part.func == PRIMITIVES["logaddexp"].head:
            yield from part.args


def tolerance(term, point):
    """Eight units in the last place of the largest summand, and what the rounded argument of an exponential, a sine or
    a power makes of it; None where floats cannot follow. Log-gammas and their slopes, and scaled Bessel functions, are
    as exact as the largest number on the way."""
    found = sizes(term, point)
    if found is None:
        return None
    largest = [
        found[part] / math.prod(found[wave] or 1.0 for wave in part.atoms(sin, cos)) for part in Add.make_args(term)
    ]
    largest += [found[part] for value in branches(term) for part in Add.make_args(value)]
    steep = [part for part in found if isinstance(part, (exp, sin, cos, Pow)) or part.func in STEEP]
    moved = [found[inner] for part in steep for inner in preorder_traversal(part) if isinstance(inner, Add)]
    moved += [found[part.exp] * 700 for part in steep if isinstance(part, Pow) and not part.exp.is_number]
    on_the_way = [math.lgamma(sum(found[a] for a in part.args)) for part in found if part.func in BETAS]
    on_the_way += [1.0 for part in found if part.func == PRIMITIVES["ive"].head or isinstance(part, polygamma)]
    return ULPS * math.ulp(max(*largest, *on_the_way, 0.0)) * max(1.0, *moved, 1.0)


def results(made, f, name, point):
    c = code(f.name)
    by_name = {c.names[symbol]: value for symbol, value in point.items()}
    found = getattr(made, name)(*(by_name[one] for one in c.order), reduction="none")
    return found if isinstance(found, tuple) else (found,)


def in_fractions(point):
    return {symbol: Rational(*Fraction(value).as_integer_ratio()) for symbol, value in point.items()}


@cache
def wanted(name, what):
    """The points, and at each of them the bounds and the true values of the formulas that have a bound there."""
    found, forms = [], [form.term for key, form in code(name).forms.items() if what in (key, key[0])]
    for point in points(family(name)):
        exact = in_fractions(point)
        bounds = [(term, tolerance(term, exact)) for term in forms]
        of_each = [None if bound is None else (bound, true_value(meant(term), exact), term) for term, bound in bounds]
        found.append((point, of_each))
    return found


def check(name, target, what, times=1):
    """The code against the balls, within so many times the tolerance; how many values were compared."""
    compared = 0
    for point, of_each in wanted(name, what):
        if not any(of_each) or (target == "python" and None in of_each):
            continue  # a float of Python's own that overflows is an exception
        values = results(module(name, target), family(name), what, point)
        for value, (bound, true, term) in ((v, one) for v, one in zip(values, of_each, strict=True) if one):
            assert abs(float((true - arb(float(value))).mid())) <= times * bound, (point, term, value, true)
            compared += 1
    return compared


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("target", ["numpy", "python"])
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_the_code_is_as_exact_as_floats_can_be(name, target):
    if name == "von-mises" and target == "python":
        with pytest.raises(NoSuchName, match="take --code numpy"):
            code(name).module(target)
        return
    assert all(check(name, target, what) >= 2 or is_constant(name, what) for what in ("loss", "gradient", "hessian"))


def is_constant(name, what):
    """Whether all values are 0, or too few points were there to try."""
    forms = [form.term for key, form in code(name).forms.items() if what in (key, key[0])]
    return all(term.is_number for term in forms)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_what_is_smooth_is_proved(name):
    kinks = {"laplace", "laplace-location-scale", "asymmetric-laplace", "huber", "von-mises"}
    unproved = [what for what, form in code(name).forms.items() if not form.proved]
    assert "loss" not in unproved and bool(unproved) == (name in kinks)


EXTREMES = [  # family, numbers in the order of the arguments, the loss
    ("bernoulli-logit", (1, -800.0), 800.0),
    ("bernoulli-logit", (1, 800.0), 0.0),
    ("bernoulli-logit", (0, 800.0), 800.0),
    ("bernoulli", (0, 1e-300), 1e-300),
    ("bernoulli", (0, 0.0), 0.0),
    ("bernoulli", (1, 1.0), 0.0),
    ("poisson", (10**9, 1e9), 1e9 - 1e9 * math.log(1e9)),
    ("poisson", (0, 0.0), 0.0),
    ("sech", (800.0, 0.0), 800.0 - math.log(2)),
    ("sech", (1e-9, 0.0), 5e-19),
    ("logistic", (-800.0, 0.0, 1.0), 800.0),
    ("student-t", (1e200, 0.0, 1e-20, 3.0), 2 * (math.log(1e220) - math.log(3) / 2) * 2 + math.log(1e-20)),
    ("huber", (1e9, 0.0, 1.0), 1e9 - 0.5),
]


@pytest.mark.slow
@pytest.mark.parametrize("name, numbers, expected", EXTREMES)
@pytest.mark.parametrize("target", ["numpy", "python"])
def test_extremes(name, numbers, expected, target):
    found = float(module(name, target).loss(*numbers))
    assert found == pytest.approx(expected, rel=1e-14, abs=1e-320)


def test_arrays_of_any_shape_weights_and_reductions():
    numpy = pytest.importorskip("numpy")
    made = module("poisson", "numpy")
    y, lam, w = numpy.array([[0, 1, 2], [3, 4, 5]]), numpy.array([1.0, 2.0, 3.0]), numpy.array([[1.0], [3.0]])
    each = made.loss(y, lam, reduction="none")
    assert each.shape == (2, 3) and numpy.allclose(each, lam - y * numpy.log(lam))
    assert made.loss(y, lam) == pytest.approx(each.mean())
    assert made.loss(y, lam, reduction="sum") == pytest.approx(each.sum())
    assert made.loss(y, lam, weights=w) == pytest.approx((each * w).sum() / 12)
    assert made.gradient(y, lam).shape == made.hessian(y, 2.0).shape == (2, 3)
    assert module("gaussian", "numpy").hessian(y, 0.0, 1.0).shape == (2, 3)
    with pytest.raises(ValueError, match="'mean', 'sum' or 'none'"):
        made.loss(y, lam, reduction="median")


def test_all_that_is_returned_is_of_one_shape():
    numpy = pytest.importorskip("numpy")
    made, mu = module("gaussian", "numpy"), numpy.array([0.0, 1.0, 2.0])
    assert made.hessian(1.0, mu, 1.0).shape == made.hessian(1.0, 0.0, mu + 1).shape == (3,)
    assert made.hessian(1.0, mu, 1.0, reduction="sum") == pytest.approx(6.0)
    assert made.hessian(1.0, mu, 1.0, weights=[1.0, 2.0, 3.0], reduction="mean") == pytest.approx(2.0)


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in NAMES if name != "von-mises"])
@pytest.mark.parametrize("target", ["torch", "jax"])
def test_the_other_libraries_are_written_in_the_same_words(name, target):
    text = code(name).module(target)
    compile(text, name, "exec")
    assert "np." not in text.replace("jnp.", "") and "numpy as np" not in text and f"import {target}" in text
    assert text.count("def ") >= 4 and max(map(len, text.splitlines())) < 400


def test_torch_has_no_functions_of_plain_numbers():
    y, both = Symbol("y"), PRIMITIVES["logaddexp"]
    text = written(both(log(Rational(1, 3)), y) + sqrt(2) * y + exp(1), {y: "y"}, TARGETS["torch"])
    assert text == "y*1.4142135623730951 + torch.logaddexp(torch.as_tensor(-1.0986122886681098), y) + 2.718281828459045"


def test_names_that_python_keeps_are_changed():
    assert "lambda_: float" in code("exponential").module("python")


def test_there_is_no_other_library():
    with pytest.raises(NoSuchName, match="there is numpy, python, torch, jax"):
        code("poisson").module("julia")


def test_a_power_of_a_count_has_its_slopes_where_the_count_is_0():
    y, q, b = Symbol("y"), Named(Symbol("q"), Interval.open(0, 1)), Named(Symbol("b"), Interval.open(0, oo))
    density = q.symbol ** (y**b.symbol) - q.symbol ** ((y + 1) ** b.symbol)
    weibull = Family("weibull", "Discrete Weibull", density, Named(y, S.Naturals0), (q, b))
    f = functions(code_of(weibull).module("numpy"), "weibull")
    assert f.gradient(0, 0.6, 1.3) == (pytest.approx(2.5), 0)
    assert f.hessian(0, 0.6, 1.3) == (pytest.approx(6.25), 0, 0)
    assert f.gradient(3, 0.6, 1.3) == (pytest.approx(-5.01564582723668), pytest.approx(1.14167966599309))


@pytest.mark.slow
def test_a_softmax_of_which_one_class_has_0_overflows_nowhere():
    y, a, b = Symbol("y"), Symbol("a"), Symbol("b")
    total = exp(a) + exp(b) + 1
    classes = Piecewise((exp(a) / total, Eq(y, 1)), (exp(b) / total, Eq(y, 2)), (1 / total, True))
    logits = Family("three", "Three", classes, Named(y, FiniteSet(1, 2, 3)), (Named(a, S.Reals), Named(b, S.Reals)))
    assert all(form.proved for form in code_of(logits).forms.values())
    f = functions(code_of(logits).module("numpy"), "three")
    assert f.loss(1, -800.0, 800.0) == 1600 and f.gradient(2, 800.0, -800.0) == (1, -1)
    assert f.hessian(3, 800.0, 800.0) == (pytest.approx(0.25), pytest.approx(-0.25), pytest.approx(0.25))
