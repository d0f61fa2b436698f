"""Declarations: which name, how it is printed, and in which set it lies."""

import pytest
from sympy import FiniteSet, Interval, Range, S, Symbol, log, oo, pi, symbols

from mlce_sym.reading.typed.declared import Declared, declaration
from mlce_sym.reading.typed.mistyped import Mistyped

x_m, n, alpha, beta = symbols("x_m n alpha beta")
RIGHT, UNIT = Interval.open(0, oo), Interval.open(0, 1)

DECLARED = [
    ("y > 0", "y", "y", RIGHT),
    ("0 < y", "y", "y", RIGHT),
    ("y >= 0", "y", "y", Interval(0, oo)),
    ("y ≥ 0", "y", "y", Interval(0, oo)),
    ("y < 0", "y", "y", Interval.open(-oo, 0)),
    (r"0 < \theta < 1", "theta", r"\theta", UNIT),
    (r"1 > \theta > 0", "theta", r"\theta", UNIT),
    (r"0 \le y \le 1", "y", "y", Interval(0, 1)),
    (r"0 \leq y < 1", "y", "y", Interval.Ropen(0, 1)),
    (r"0 < y < \infty", "y", "y", RIGHT),
    ("0 < y < oo", "y", "y", RIGHT),
    (r"-\pi < y \le \pi", "y", "y", Interval.Lopen(-pi, pi)),
    (r"\mu \in \mathbb{R}", "mu", r"\mu", S.Reals),
    (r"\mu\in\mathbb R", "mu", r"\mu", S.Reals),
    (r"\mu \in \R", "mu", r"\mu", S.Reals),
    (r"\mu \in (-\infty, \infty)", "mu", r"\mu", S.Reals),
    ("mu in R", "mu", r"\mu", S.Reals),
    ("mu in Reals", "mu", r"\mu", S.Reals),
    (r"y \in \mathbb{R}_{>0}", "y", "y", RIGHT),
    (r"y \in \R_{\ge 0}", "y", "y", Interval(0, oo)),
    (r"y \in \mathbb{Z}", "y", "y", S.Integers),
    (r"y \in \mathbb{N}_0", "y", "y", S.Naturals0),
    (r"y \in \{0, 1\}", "y", "y", FiniteSet(0, 1)),
    (r"y \in \left\{-1, \frac12, 1\right\}", "y", "y", FiniteSet(-1, S.Half, 1)),
    ("y in {0, 1}", "y", "y", FiniteSet(0, 1)),
    (r"y \in \{0, 1, 2, \dots\}", "y", "y", S.Naturals0),
    ("y in {0, 1, 2, ...}", "y", "y", S.Naturals0),
    (r"y \in \{1, 2, \ldots\}", "y", "y", S.Naturals),
    (r"y \in \{3, 4, \ldots\}", "y", "y", Range(3, oo)),
    (r"y \in \{n, n + 1, \dots\}", "y", "y", Range(n, oo)),
    (r"y \in \{\dots, -1, 0, 1, \dots\}", "y", "y", S.Integers),
    (r"y \in \{0, \dots, n\}", "y", "y", Range(0, n + 1)),
    (r"y \in \{0, 1, \dots, n - 1\}", "y", "y", Range(0, n)),
    ("y in {0, ..., 3}", "y", "y", Range(0, 4)),
    (r"y \in (0, 1)", "y", "y", UNIT),
    ("y in (0, 1]", "y", "y", Interval.Lopen(0, 1)),
    (r"y \in [0, \infty)", "y", "y", Interval(0, oo)),
    (r"y \in [\alpha, \alpha+\beta)", "y", "y", Interval.Ropen(alpha, alpha + beta)),
    ("y > x_m", "y", "y", Interval.open(x_m, oo)),
    (r"y \ge x_{\min}", "y", "y", Interval(Symbol("x_min"), oo)),
    ("y > log(2)", "y", "y", Interval.open(log(2), oo)),
    ("y > e", "y", "y", Interval.open(Symbol("e"), oo)),
    (r"\sigma^2 > 0", "sigma2", r"\sigma^2", RIGHT),
    ("sigma**2 > 0", "sigma2", r"\sigma^2", RIGHT),
    (r"s_y^{2} > 0", "s_y2", "s_y^2", RIGHT),
    ("rate > 0", "rate", r"\mathrm{rate}", RIGHT),
    (r"rate \in \R", "rate", r"\mathrm{rate}", S.Reals),
    (r"\mathrm{rate} > 0", "rate", r"\mathrm{rate}", RIGHT),
    (r"\mu_0 \in \R", "mu_0", r"\mu_0", S.Reals),
    (r"x_{\min} > 0", "x_min", r"x_{\min}", RIGHT),
    ("x_min > 0", "x_min", r"x_{\min}", RIGHT),
    (r"\theta_{\text{true}} > 0", "theta_true", r"\theta_{\mathrm{true}}", RIGHT),
    ("x10 > 0", "x10", "x_{10}", RIGHT),
    (r"\varepsilon > 0", "varepsilon", r"\varepsilon", RIGHT),
    ("λ > 0", "lambda", r"\lambda", RIGHT),
    *((f"{name} > 0", name, name, RIGHT) for name in ("i", "e", "E", "S", "I", "N", "O", "Q", "C", "R", "Z")),
    *((f"{name} > 0", name, f"\\{name}", RIGHT) for name in ("lambda", "beta", "gamma", "zeta", "pi", "Gamma")),
    *((f"{name} > 0", name, rf"\mathrm{{{name}}}", RIGHT) for name in ("exp", "log", "is", "None", "Piecewise")),
]


@pytest.mark.parametrize("text, name, latex, domain", DECLARED, ids=[entry[0] for entry in DECLARED])
def test_a_declaration(text, name, latex, domain):
    assert declaration(text) == Declared(Symbol(name), latex, domain)


FORM = r"a declaration is written like 'y > 0', '0 < \theta < 1', '\mu \in \mathbb{R}' or 'y \in \{0, 1\}'"
REFUSED = [
    ("", "1:1: nothing is written; write a formula, such as 'exp(-y)' or 'y > 0'"),
    ("y", f"1:2: the text ends too early; {FORM}"),
    ("y >", f"1:4: the text ends too early; {FORM}"),
    ("> 0", f"1:1: '>' is not expected here; {FORM}"),
    ("mu real", f"1:1: this is no name that can be declared; {FORM}"),
    ("a, b > 0", f"1:2: ',' is not expected here; {FORM}"),
    ("y = 3", f"1:1: this says no set; {FORM}"),
    (r"y \ne 0", f"1:1: this says no set; {FORM}"),
    ("0 < a < b < 1", f"1:1: this says no set; {FORM}"),
    ("2*y > 0", f"1:7: this is no name that can be declared; {FORM}"),
    (r"\sigma^3 > 0", f"1:12: this is no name that can be declared; {FORM}"),
    (r"a + b \in \R", f"1:1: this is no name that can be declared; {FORM}"),
    ("0 < y > 1", "1:1: the signs point in different directions; write '0 < y < 1'"),
    ("1 < y < 0", "1:1: there is no such number; give a lower end that is below the upper one"),
    ("y in (1, 1)", "1:6: there is no such number; give a lower end that is below the upper one"),
    ("y > y", "1:1: the set of y speaks of y itself; give known ends"),
    ("y <= oo", r"1:6: infinity is no value; write an interval such as [0, \infty)"),
    (r"y \in (0, \infty]", r"1:11: infinity is no value; write an interval such as [0, \infty)"),
    ("y > oo", r"1:5: infinity is no value; write an interval such as [0, \infty)"),
    ("y > 1/0", "1:5: this is undefined, as 1/0 or log 0 is; write what has a value"),
    (
        "y > cosh(n)^11",
        "1:5: this is too involved for the end of an interval; write it with fewer powers and functions",
    ),
    (r"y \in \mathbb{N}", r"1:7: \mathbb{N} has two readings: did you mean '\{0, 1, \dots\}' or '\{1, 2, \dots\}'?"),
    ("y in N", r"1:6: N has two readings: did you mean '\{0, 1, \dots\}' or '\{1, 2, \dots\}'?"),
    (r"y \in \mathbb{R}_+", r"1:7: \mathbb{R}_+ has two readings: did you mean 'y > 0' or 'y >= 0'?"),
    ("y in Q", f"1:6: Q is no set that is known; {FORM}"),
    (r"y \in {0,1}", r"1:7: '{' is not expected here; the braces of a set are written \{ and \}"),
    (
        r"y \in \{0, 2, 4, \dots\}",
        r"1:9: a list: this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}",
    ),
    (
        r"y \in \{n/2, n/2 + 1, \dots\}",
        r"1:7: this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}",
    ),
    (r"y \in \{0, \dots, n/2\}", r"1:7: this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}"),
    ("y in {3, ..., 1}", r"1:6: this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}"),
    ("y in {..., 1}", r"1:7: a list: this list is not clear; write it like \{0, 1, \dots\} or \{0, \dots, n\}"),
    ("y in (0, ..., 1)", r"1:6: an interval has two ends, as (0, 1); a set is written \{0, 1\}"),
    ("y in (0, 1, 2)", r"1:6: an interval has two ends, as (0, 1); a set is written \{0, 1\}"),
    (r"y \in ]0,1[", "1:7: ']': it closes nothing; remove it, or add what it closes"),
    (r"y \in \{0,1", r"1:7: '{': it is not closed; add '\}'"),
    (r"\hat\theta > 0", "1:1: give the name without an accent or a prime"),
    (r"\theta' > 0", "1:1: give the name without an accent or a prime"),
]


@pytest.mark.parametrize("text, message", REFUSED)
def test_what_is_refused_and_how(text, message):
    with pytest.raises(Mistyped) as wrong:
        declaration(text, "--known")
    assert str(wrong.value) == f"--known:{message}"
