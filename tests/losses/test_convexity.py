"""Convexity: theorems on second derivatives, and chords that the negative log-density lies above, by its own values."""

from dataclasses import replace

import pytest
from sympy import Function, IndexedBase, LessThan, StrictLessThan, Symbol, log

from mlce_sym import loss
from mlce_sym.border.nodes import DerivativeAt
from mlce_sym.evidence import ball
from mlce_sym.families.families import FAMILIES, family
from mlce_sym.losses.claims import Proved
from mlce_sym.losses.convexity import NotConvex, NotKnown, Shown, convexity
from mlce_sym.losses.report import as_data, as_text
from mlce_sym.losses.setting import Setting
from mlce_sym.losses.slopes import gradient, hessian
from mlce_sym.prompt.loss import Typed, _of_formula, _typed
from tests.losses.numbers import found

c, NAMES = Symbol("c"), [f.name for f in FAMILIES]
NOT_KNOWN = {  # a function in two pieces; a difference of trigammas; and what numbers do not refute
    ("huber", "mu"),
    *(("beta", "alpha"), ("beta", "beta"), ("von-mises", "kappa")),
    ("hurdle-poisson", "lambda"),
}
CONVEX = [
    *(("bernoulli", "p"), ("bernoulli-logit", "z"), ("poisson", "lambda"), ("poisson-log-rate", "eta")),
    *(("gaussian", "mu"), ("gamma", "k"), ("gamma", "lambda"), ("gumbel", "mu"), ("logistic", "mu")),
    *(("inverse-gaussian", "lambda"), ("log-normal", "mu"), ("pareto", "alpha")),
]


def of(name):
    return {str(getattr(p, "base", p)): one for p, one in found(name).convexity.items()}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_what_is_called_convex_is_a_theorem_on_the_second_derivative(name):
    loss = found(name)
    shown = {proof.theorem.name: proof.theorem for proof in loss.proofs}
    for p, one in of(name).items():
        assert isinstance(one, NotKnown) == ((name, p) in NOT_KNOWN)
        if isinstance(one, Shown):
            assert isinstance(one.claim, Proved) and shown[one.claim.proof.name] == one.claim.proof.theorem
            assert one.claim.proof.theorem.rhs == ("True",)
            assert isinstance(one.claim.value, (StrictLessThan, LessThan))
            low, second = one.claim.value.args
            chord = Function("ell")(Symbol(f"{p}_1") * (1 - c) + Symbol(f"{p}_2") * c)
            assert (low == 0 and second.has(DerivativeAt)) or low == chord


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_chord_refutes_by_the_density_itself(name):
    f = family(name)
    for p, one in of(name).items():
        if isinstance(one, NotConvex):

            def nll(point, p=p, at=one.at):
                fixed = f.density.xreplace({**at, Symbol(p): point})
                others = dict.fromkeys(fixed.free_symbols, 1)  # what the loss does not depend on
                return ball(-log(fixed.xreplace(others)))

            assert nll((one.low + one.high) / 2) > (nll(one.low) + nll(one.high)) / 2


@pytest.mark.parametrize("name, p", CONVEX)
def test_convex_losses(name, p):
    assert isinstance(of(name)[p], Shown)


def test_how_it_is_said():
    loss = found("gaussian-mean-variance")
    text = as_text(loss)
    assert "in μ: strictly convex   [proved]" in text
    assert "in σ²: not convex   [refuted by values: with μ = 1/2 and y = 0 it is above its chord" in text
    said = as_data(loss)["convexity"]
    assert said["mu"] == {"says": "strictly convex", "how": "proved"}
    assert said["sigma2"]["chord"] == ["1/10", "8"] and IndexedBase("y") not in said
    assert "in μ: not known: no theorem speaks of the second derivative" in as_text(found("huber"))
    assert "in α: not known: no proof of the sign" in as_text(found("beta"))


KINKED = [
    ("max(0, 1 - y*z)", "y in {-1, 1}", "z in R", ()),  # the hinge loss
    ("max(0, 1 - y*f)", "y in {-1, 1}", "f in R", ()),  # f is the density's name as well
    ("max(0, 1 - y*z_i)", "y in {-1, 1}", "z_i in R", ()),
    ("abs(y - b*x_i)/s_i", "y in R", "b in R", ("x_i in R", "s_i > 0")),
    ("abs(y - m) + w*m", "y in R", "m in R", ("w > 0",)),
    ("min(y - m, 2*(y - m)) + 4*abs(y - m)", "y in R", "m in R", ()),
]


@pytest.mark.slow
@pytest.mark.parametrize("formula, data, parameter, known", KINKED)
def test_what_has_kinks_lies_below_its_chords(formula, data, parameter, known):
    (one,) = loss(formula=formula, data=data, parameters=parameter, known=known).convexity.values()
    assert (one.says, one.word) == ("convex", "proved")


@pytest.mark.slow
@pytest.mark.parametrize(
    "density, data, parameter, given",
    [
        ("1/(2*t)", "-t <= y <= t", "t > 0", ()),
        ("1/(2*t)", "|y| <= t", "t > 0", ()),
        ("exp(-(y - 1)/t)/t", "y > 1", "t > 0", ("t < 9",)),
    ],
)
def test_a_chord_keeps_the_observation_in_the_support_and_what_is_given(density, data, parameter, given):
    (one,) = loss(density=density, data=data, parameters=parameter, given=given).convexity.values()
    assert isinstance(one, NotConvex)
    assert abs(one.at[Symbol("y")]) <= one.low < one.high < 9 if not given else one.high < 9


@pytest.mark.slow
@pytest.mark.parametrize("formula", ["-abs(y - m)", "min(0, y - m)", "abs(y - m) - 2*abs(y + m)", "abs(y - m^2)"])
def test_a_kink_that_bends_down_is_never_called_convex(formula):
    (one,) = loss(formula=formula, data="y in R", parameters="m in R").convexity.values()
    assert isinstance(one, NotConvex)


@pytest.mark.slow
@pytest.mark.parametrize(
    "density, data, known",
    [
        ("(q*l^y*exp(-l) + (1 - q)*m^y*exp(-m))/factorial(y)", "y in Naturals0", ("l > 0", "m > 0")),
        ("q*a*exp(-a*y) + (1 - q)*b*exp(-b*y)", "y > 0", ("a > 0", "b > 0")),
    ],
)
def test_the_weight_of_a_mixture(density, data, known):
    (one,) = loss(density=density, data=data, parameters="0 < q < 1", known=known).convexity.values()
    assert (one.says, one.word) == ("convex", "proved")


@pytest.mark.parametrize(
    "formula, known, says",
    [
        ("-log(exp(-m*a_i) - exp(-m*b_i))", ["a_i > 0", "b_i > a_i"], "strictly convex"),  # censored within intervals
        ("sqrt((y - m)^2 + e^2)", ["e > 0"], "strictly convex"),
        ("-sqrt((y - m)^2 + e^2)", ["e > 0"], "not convex"),
        ("-log(exp(-m*a_i) - exp(-m*b_i)) - m^2*w", ["a_i > 0", "b_i > a_i", "w > 0"], "not convex"),
    ],
)
def test_fractions_and_roots_over_one_denominator(formula, known, says):
    s = Setting(replace(_of_formula(_typed(Typed(formula, "y in R", ["m > 0"], known, ()))), contribution=True))
    (one,) = convexity(s, hessian(s, gradient(s))).values()
    assert one.says == says
