"""Functions by the names with which a density was typed: what is shown has the same values."""

import pytest
from sympy import Function, Symbol, exp, log, symbols

from mlce_sym import loss
from mlce_sym.losses.spelled import in_names

y, z, a, b, x = symbols("y z a b x")
p = 1 / (1 + exp(-z))
TERMS = [
    p - y,
    (p - y) * x,
    exp(-z) / (1 + exp(-z)) ** 2,
    exp(z) / (1 + exp(z)) - exp(2 * z) / (1 + exp(z)) ** 2,
    y * log(1 + exp(-z)) + (y - 1) * log(1 - p),
    log(1 + exp(z)) - y * z,
    p**y * (1 - p) ** (1 - y),
    x**2 * exp(a + b * x) / (1 + exp(a + b * x)) ** 2,
    exp(-z) * exp(-2 * a),
]
MEANT = {"sigma": lambda u: 1 / (1 + exp(-u)), "softplus": lambda u: log(1 + exp(u))}


@pytest.mark.parametrize("names", [("sigma",), ("softplus",), ("sigma", "softplus"), ()])
@pytest.mark.parametrize("term", TERMS, ids=str)
def test_what_is_shown_is_the_same_number(term, names):
    shown = in_names(term, names)
    plain = shown.replace(lambda t: t.func.__name__ in MEANT, lambda t: MEANT[t.func.__name__](*t.args))
    for values in ({y: 1, z: -0.7, a: 0.3, b: 2, x: 0.5}, {y: 0, z: 1.9, a: -1, b: 0.25, x: -3}):
        assert float(plain.subs(values)) == pytest.approx(float(term.subs(values)), abs=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("density", "name", "gradient"),
    [
        (r"\sigma(z)^y (1 - \sigma(z))^{1-y}", "σ(u) = 1/(1 + exp(−u))", "σ(z) − y_i"),
        (r"\operatorname{expit}(z)^y (1 - \operatorname{expit}(z))^{1-y}", "expit(u) = ", "expit(z) − y_i"),
        ("exp(y*z - softplus(z))", "softplus(u) = log(1 + exp(u))", "exp(z)/(1 + exp(z)) − y_i"),
    ],
)
def test_names_are_kept_and_explained(density, name, gradient):
    found = loss(density=density, data=r"y \in \{0, 1\}", parameters=r"z \in \mathbb{R}")
    text = str(found)
    assert name in text and gradient in text
    assert not {Function("sigma"), Function("softplus")} & {t.func for t in found.nll.atoms(Function)}


@pytest.mark.slow
def test_a_parameter_of_that_name_is_no_function():
    found = loss(density=r"\frac{1}{\sigma (1 + y/\sigma)^2}", data="y > 0", parameters=r"\sigma > 0")
    assert found.spelled == () and Symbol("sigma") in found.nll.free_symbols
