"""What is typed is exactly the term that one would build by hand."""

import pytest
from sympy import (
    Abs,
    And,
    E,
    Eq,
    Max,
    Min,
    Piecewise,
    Rational,
    besseli,
    beta,
    binomial,
    cos,
    cosh,
    exp,
    factorial,
    gamma,
    log,
    pi,
    sin,
    sinh,
    sqrt,
    symbols,
    tanh,
)

from mlce_sym.reading.typed.declared import density

from .common import names, read, refusal

y, a, b, k, n, theta, lam, x_m, mu, sigma, delta, kappa = symbols("y a b k n theta lambda x_m mu sigma delta kappa")
HALF = Rational(1, 2)

EVERY = cos(y) + sin(y) + sin(y) / cos(y) + sinh(y) + cosh(y) + tanh(y)
SAME = [
    (r"\lambda e^{-\lambda y}", lam * exp(-lam * y)),
    ("lambda*exp(-lambda*y)", lam * exp(-lam * y)),
    ("λ*e**(-λ*y)", lam * exp(-lam * y)),
    (r"λ e^{-λ y}", lam * exp(-lam * y)),
    (r"\theta^y(1-\theta)^{1-y}", theta**y * (1 - theta) ** (1 - y)),
    (r"\theta(1-\theta)", theta * (1 - theta)),
    (r"(\theta)(1-\theta)a", a * theta * (1 - theta)),
    (r"{\theta}^{y}{a}", a * theta**y),
    ("0.5", HALF),
    (".25*y", y / 4),
    ("1e-3*y", y / 1000),
    ("1.50e2", 150),
    (r"0.1\theta", theta / 10),
    (r"\frac12", HALF),
    (r"\frac1{k}", 1 / k),
    (r"\frac{1}2", HALF),
    (r"\frac ab", a / b),
    (r"\tfrac{1}{2}y + \dfrac\theta2", y / 2 + theta / 2),
    (r"\frac{1}{2}\frac{a}{b}", a / (2 * b)),
    (r"\frac{\frac{a}{b}}{k}", a / (b * k)),
    (r"\sqrt2\pi", sqrt(2) * pi),
    (r"\sqrt{2\pi}", sqrt(2 * pi)),
    (r"\sqrt[3]{y}", y ** Rational(1, 3)),
    (r"\sqrt[k]{y}", y ** (1 / k)),
    ("sqrt(y)^3", sqrt(y) ** 3),
    (r"\exp(-y)\,a", a * exp(-y)),
    (r"exp(-y)\,a", a * exp(-y)),
    (r"\exp\left(-y\right)", exp(-y)),
    (r"\exp\{-y\}", exp(-y)),
    (r"\exp\bigl[-y\bigr]", exp(-y)),
    (r"\exp \frac{-y}{2}", exp(-y / 2)),
    (r"\mathrm{e}^{-y}", exp(-y)),
    (r"e", E),
    ("E*y", E * y),
    (r"\log y + 1", log(y) + 1),
    (r"\log(1-y)", log(1 - y)),
    (r"\ln\theta", log(theta)),
    (r"y\log\theta", y * log(theta)),
    (r"y\log\theta+(1-y)\log(1-\theta)", y * log(theta) + (1 - y) * log(1 - theta)),
    (r"\log{\left(y \right)}", log(y)),
    (r"\log\log y", log(log(y))),
    (r"\log y^2", log(y**2)),
    (r"\log y!", log(factorial(y))),
    (r"\log^2 y", log(y) ** 2),
    (r"\cosh^{2}(y)\,k", k * cosh(y) ** 2),
    (r"-\log\theta", -log(theta)),
    (r"\lvert y\rvert", Abs(y)),
    (r"\left|y-\mu\right|", Abs(y - mu)),
    ("|y-mu|", Abs(y - mu)),
    (r"|a||b|\,", Abs(a) * Abs(b)),
    ("|a|-|b|", Abs(a) - Abs(b)),
    (r"a|b|\,", a * Abs(b)),
    ("abs(|y|-a)", Abs(Abs(y) - a)),
    (r"\left|a|b|k\right|", Abs(a * Abs(b) * k)),
    (r"\binom{n}{y}", binomial(n, y)),
    (r"\binom ny", binomial(n, y)),
    ("binomial(n, y)", binomial(n, y)),
    ("y!", factorial(y)),
    (r"\frac{n!}{y!(n-y)!}", factorial(n) / (factorial(y) * factorial(n - y))),
    (r"2y!\,a", 2 * factorial(y) * a),
    (r"y!^{2}", factorial(y) ** 2),
    (r"\Gamma(k)", gamma(k)),
    (r"\Gamma\left(\frac{k}{2}\right)^2", gamma(k / 2) ** 2),
    ("gamma(k)*Gamma(a)", gamma(k) * gamma(a)),
    (r"B(a,b)\,", beta(a, b)),
    (r"\mathrm{B}(a,b)", beta(a, b)),
    ("beta(a,b)", beta(a, b)),
    (r"I_0(\kappa)", besseli(0, kappa)),
    (r"I_{1}(\kappa)", besseli(1, kappa)),
    ("besseli(0,kappa)", besseli(0, kappa)),
    (r"\cos y + \sin y + \tan y + \sinh y + \cosh y + \tanh y", EVERY),
    ("cos(y) + sin(y) + tan(y) + sinh(y) + cosh(y) + tanh(y)", EVERY),
    (r"\operatorname{sech}(y)", 1 / cosh(y)),
    (r"\mathrm{sech}\, y", 1 / cosh(y)),
    ("sech(y)", 1 / cosh(y)),
    (r"\max(a,b)", Max(a, b)),
    (r"\min\{a,b\}^2", Min(a, b) ** 2),
    ("Max(a,b,k)+min(a,b)", Max(a, b, k) + Min(a, b)),
    (r"a\cdot b \times k", a * b * k),
    (r"a\,b\;k\!n~y\ \theta\quad\mu", a * b * k * n * y * theta * mu),
    (r"\left[a+\{b+(k)\}\right]", a + b + k),
    (r"e^{-y^2/2}", exp(-(y**2) / 2)),
    ("-y^2", -(y**2)),
    (r"-\theta^2", -(theta**2)),
    ("2^-y", 2 ** (-y)),
    ("-2^-y*a", -a * 2 ** (-y)),
    ("a^b^k", a ** (b**k)),
    ("a**b^k", a ** (b**k)),
    ("a/b*k", a * k / b),
    ("a/b/k", a / (b * k)),
    ("a - b - k", a - b - k),
    ("a*-b", -a * b),
    (r"a-b+k\,", a - b + k),
    (r"\lambda^{-1}", 1 / lam),
    (r"y^{k-1}", y ** (k - 1)),
    (r"x_m^\theta", x_m**theta),
    (r"x_{m}^{\theta}", x_m**theta),
    ("a\n +\n b", a + b),
    ("pi*y", pi * y),
    ("π*y", pi * y),
    (r"2·a−b", 2 * a - b),
    ("2y", 2 * y),
    ("(a)(b)", a * b),
    ("y²", y**2),
    (r"a\cdot-b", -a * b),
    (r"n \choose y", binomial(n, y)),
    (r"\log_2 y", log(y) / log(2)),
    (r"\begin{align}a\end{align}", a),
]  # fmt: skip


@pytest.mark.parametrize("text, term", SAME, ids=[text for text, _ in SAME])
def test_a_text_is_read_as_the_term_built_by_hand(text, term):
    assert read(text) == term


between = Piecewise((a, And(y > 0, y <= b)), (b, True))
huber = Piecewise((y**2 / 2, Abs(y) <= delta), (delta * (Abs(y) - delta / 2), True))
HUBER = r"""
\begin{cases}
  \frac{y^2}{2} & \text{if } |y| \le \delta \\
  \delta\left(|y|-\frac\delta2\right) & \text{otherwise}
\end{cases}
"""
CASES = [
    (HUBER, huber),
    (r"\begin{cases} y^2/2, & |y| \leq \delta, \\[2pt] \delta(|y|-\delta/2), & \text{else} \\ \end{cases}", huber),
    ("Piecewise((y^2/2, abs(y) <= delta), (delta*(abs(y) - delta/2), True))", huber),
    (r"\begin{cases} a & 0 < y \le b \\ b & \text{otherwise}\end{cases}", between),
    ("Piecewise((a, (y > 0) and y <= b), (b, True))", between),
    (r"\begin{cases} a & \text{for } y = 1 \\ b & \text{for } y \ne 1\end{cases}", Piecewise((a, Eq(y, 1)), (b, True))),
    (r"-\begin{cases} a & y > b \\ b & \text{otherwise}\end{cases}", -Piecewise((a, y > b), (b, True))),
]  # fmt: skip


@pytest.mark.parametrize("text, term", CASES)
def test_cases(text, term):
    assert read(text) == term


@pytest.mark.parametrize("text", [r"\frac{1}{\sqrt{2\pi\sigma^2}}\exp\left(-\frac{(y-\mu)^2}{2\sigma^{2}}\right)",
                                  "exp(-(y-mu)**2/(2*sigma**2))/sqrt(2*pi*sigma^2)"])  # fmt: skip
@pytest.mark.parametrize("declared", [r"\sigma^2 > 0", "sigma**2 > 0"])
def test_a_declared_square_is_one_parameter(text, declared):
    v = symbols("sigma2")
    assert density(text, names("y > 0", r"\mu \in \R", declared)) == exp(-((y - mu) ** 2) / (2 * v)) / sqrt(2 * pi * v)


@pytest.mark.parametrize("text, column", [(r"\sigma\,y", 1), (r"\sigma^3 y", 1), (r"y\sigma^{-2}", 2), ("y*sigma", 3)])
def test_the_name_of_a_declared_square_stands_for_nothing_else(text, column):
    wanted = rf"1:{column}: \sigma^2 is declared, as one parameter, and \sigma is not; declare '\sigma > 0' instead"
    assert refusal(text, "y > 0", r"\sigma^2 > 0") == wanted


def test_symbols_have_no_assumptions():
    assert all(symbol.assumptions0 == {"commutative": True} for symbol in read(r"\lambda e^{-\lambda y}").free_symbols)


REFUSED = [
    (
        r"\lambda e^{-\nu y}",
        r"1:13: nothing says what \nu is; declare it with --parameter '\nu \in \mathbb{R}' or --known '…'",
    ),
    ("a*nu", "1:3: nothing says what nu is; declare it with --parameter 'nu in R' or --known '…'"),
    ("a +\n \\nu", r"2:2: nothing says what \nu is; declare it with --parameter '\nu \in \mathbb{R}' or --known '…'"),
    (r"\theta^{y_i}", "1:9: nothing says what y_i is; write the density of one observation, in y, or declare it"),
    ("gamma*y", "1:1: nothing says what gamma is; declare it, or write gamma(…) for the function"),
    ("exp*y", "1:1: exp: it is a function, and no name; write what it takes, as in exp(…)"),
    ("sqrt y", "1:1: sqrt: it is a function, and no name; write what it takes, as in sqrt(…)"),
    (r"\lambda E", r"1:9: nothing says what E is; declare it with --parameter 'E \in \mathbb{R}' or --known '…'"),
    (r"f(y)\,a", r"1:1: nothing says what f is; declare it with --parameter 'f \in \mathbb{R}' or --known '…'"),
    ("y(a)", "1:1: y is declared as a number, no function; write y*(…)"),
    ("1/0", "1:1: this is undefined, as 1/0 or log 0 is; write what has a value"),
    ("a + y/(1-1)", "1:7: this is undefined, as 1/0 or log 0 is; write what has a value"),
    (r"\frac{y}{a-a}", "1:1: this is undefined, as 1/0 or log 0 is; write what has a value"),
    (r"\log 0", "1:1: this is undefined, as 1/0 or log 0 is; write what has a value"),
    (r"\Gamma(-1)", "1:1: this is undefined, as 1/0 or log 0 is; write what has a value"),
    (r"\sqrt{-1}", "1:1: this is no real number; write what is real"),
    (r"y + \log(-2)", "1:5: this is no real number; write what is real"),
    (r"\sqrt[3]{-8}", "1:1: this is no real number; write what is real"),
    (r"\sqrt(y)", r"1:1: 'sqrt': it is not clear how far the root goes; write \sqrt{…}"),
    (r"\sqrt[3]\,", r"1:1: 'sqrt': it is not clear how far the root goes; write \sqrt{…}"),
    (r"\infty", "1:1: infinity is no number; write what has a value"),
    ("beta(a)", "1:1: beta does not take 1 arguments"),
    ("exp(a, b)", "1:1: exp does not take 2 arguments"),
    (r"1 + \arctan a", "1:5: arctan is no function that is known"),
    (r"I_0(a, b)\,", "1:4: I does not take 2 arguments"),
    ("Piecewise((a, True), (b, y > 0))", "1:12: a case: what is otherwise has to be the last case; move it to the end"),
    (
        "Piecewise((a, 1 < 2), (b, True))",
        "1:15: this compares numbers alone; write the case that holds, without a condition",
    ),
    (
        "Piecewise((a, Piecewise((a, y > 0), (b, True)) > 0), (b, True))",
        "1:15: a condition may not have cases in it; write it without",
    ),
]


@pytest.mark.parametrize("text, message", REFUSED)
def test_what_is_refused_and_how(text, message):
    assert refusal(text) == message


def test_an_unknown_function_is_refused_with_the_list_of_those_that_are_known():
    assert refusal("f(y)").startswith("1:1: f is no function that is known; the functions are exp, log, sqrt, abs, ")
    assert refusal("ex(y)") == "1:1: ex is no function that is known; did you mean exp?"
