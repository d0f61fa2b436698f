"""SymPy's derivatives at the prompt: proved, refuted, or unknown with the condition that would do."""

import pytest
from sympy import (
    Abs,
    Derivative,
    Function,
    GreaterThan,
    IndexedBase,
    Max,
    Min,
    Ne,
    Product,
    Rational,
    Subs,
    Sum,
    Symbol,
    beta,
    cos,
    cosh,
    digamma,
    erf,
    exp,
    factorial,
    log,
    loggamma,
    pi,
    polygamma,
    sign,
    sin,
    sqrt,
    symbols,
    tan,
    tanh,
)

from mlce_sym import Smooth, assert_identity, chain, derivative, judge, prove, verify

a, b, i, n, t, theta, z = symbols("a b i n t theta z")
f, g = Function("f"), Function("g")
x = IndexedBase("x")
D = Derivative
sigmoid = 1 / (1 + exp(-z))

TRUE = [
    (D(log(1 + exp(z)), z), sigmoid, []),
    (D(log(theta / (1 - theta)), theta), 1 / (theta * (1 - theta)), [theta > 0, theta < 1]),
    (D(exp(-(z**2) / 2), z, 2), (z**2 - 1) * exp(-(z**2) / 2), []),
    (D(1 / z, z), -1 / z**2, [Ne(z, 0)]),
    (D(sqrt(z), z), 1 / (2 * sqrt(z)), [GreaterThan(z, 1)]),
    (D(z**a, z), a * z ** (a - 1), [z > 0]),
    (D(z**z, z), z**z * (1 + log(z)), [z > 0]),
    (D(f(z) * g(z), z), D(f(z), z) * g(z) + f(z) * D(g(z), z), []),
    (D(log(f(z)), z), D(f(z), z) / f(z), [f(z) > 0]),
    (D(f(z) ** 2, z, 2), 2 * D(f(z), z) ** 2 + 2 * f(z) * D(f(z), z, 2), []),
    (D(f(2 * z), z), 2 * Subs(D(f(t), t), t, 2 * z), []),
    (D(f(z**2), z), f(z**2).diff(z), []),
    (D(Sum(f(i, t), (i, 1, n)), t), Sum(D(f(i, t), t), (i, 1, n)), []),
    (D(Product(exp(t * x[i]), (i, 1, n)), t), Sum(x[i], (i, 1, n)) * Product(exp(t * x[i]), (i, 1, n)), []),
    (D(sin(z), z, 2), -sin(z), []),
    (D(tan(z), z), 1 + tan(z) ** 2, [cos(z) > 0]),
    (D(log(cosh(z)), z), tanh(z), []),
    (D(erf(z / sqrt(2)) / 2, z), exp(-(z**2) / 2) / sqrt(2 * pi), []),
    (D(loggamma(a) - loggamma(b), a), digamma(a), [a > 0, b > 0]),
    (D(digamma(z), z, 2), polygamma(2, z), [z > 0]),
    (D(log(beta(a, b)), a), digamma(a) - digamma(a + b), [a > 0, b > 0]),
    (D(factorial(z), z), factorial(z) * digamma(z + 1), [z >= 0]),
    (D(Abs(z), z), sign(z), [Ne(z, 0)]),
    (D(Max(z, a, b), z), 1, [z > a, z > b]),
    (D(Min(z, 1), z), 0, [z > 1]),
    (derivative(t**2, t), 2 * t, []),
    (derivative(t**2, t, at=3), 6, []),
    (D(sqrt(Symbol("p", positive=True)), Symbol("p", positive=True)), 1 / (2 * sqrt(Symbol("p", positive=True))), []),
]


@pytest.mark.parametrize("lhs, rhs, given", TRUE, ids=str)
def test_what_is_true_is_proved_and_its_double_is_refuted(lhs, rhs, given):
    assert str(judge(lhs, rhs, given)).startswith("proved")
    assert judge(lhs, 2 * rhs + 1, given).status == "refuted"


@pytest.mark.parametrize(
    "lhs, rhs, needs, words",
    [
        (D(log(z), z), 1 / z, z > 0, "0 < z"),
        (D(1 / z, z), -1 / z**2, Ne(z, 0), "z ≠ 0"),
        (D(Abs(z), z) * Abs(z), z, Ne(z, 0), "z ≠ 0"),
        (D(log(f(z)), z), D(f(z), z) / f(z), f(z) > 0, "0 < f(z)"),
    ],
)
def test_the_missing_condition_is_named_and_taken_back(lhs, rhs, needs, words):
    verdict = judge(lhs, rhs)
    assert str(verdict) == f"unknown: it holds where {words}, and nothing given says so"
    assert judge(lhs, rhs, verdict.conditions).status == judge(lhs, rhs, [needs]).status == "proved"


def test_what_is_supposed_of_an_unknown_function_is_said_and_taken_back():
    verdict = judge(D(f(z), z) + z, z + D(f(z), z) * 1)
    assert str(verdict) == "proved: by the kernel, where f(z) is smooth in z"
    assert verdict.conditions == (Smooth(f(z), z),)
    assert judge(D(2 * f(z), z), 2 * D(f(z), z), verdict.conditions).conditions == verdict.conditions


def test_a_kink_is_no_smooth_point():
    assert judge(D(Abs(z), z), 0, [Smooth(f(z), z), z <= 0, z >= 0]).status == "unknown"
    assert judge(D(Max(z, 0), z), Rational(1, 2)).status != "proved"


def test_slopes_and_values_of_one_function_are_free_of_each_other_only_where_they_are():
    rising = [Derivative(f(t), t) > 0]
    assert judge(Abs(f(1) - f(0)), f(1) - f(0), rising).status != "proved"
    assert judge(D(f(z), z), D(f(z), z) + 1, [f(z) > 0]).status == "refuted"


def test_the_verbs_take_them():
    assert_identity(D(z**3, z), 3 * z**2)
    with pytest.raises(AssertionError, match="refuted"):
        assert_identity(D(z**3, z), 3 * z**3)
    line = chain(D(f(z) ** 2, z)).differentiate().eq(2 * f(z) * D(f(z), z))
    assert str(line.theorem).startswith("Derivative(f(z)**2")
    proved = prove(D(1 / z, z), -1 / z**2, given=[z < 0])
    assert verify(proved.certificate) and "smooth" not in proved.write("tex")
    assert "is smooth in" in prove(D(2 * f(z), z), 2 * D(f(z), z)).write("md")
