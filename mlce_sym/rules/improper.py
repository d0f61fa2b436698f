"""Rules of all integrals over open intervals: in parts, and with another variable.

That an integral converges is part of its being defined, which no rule repeats.
"""

from sympy import Basic, Function, Interval, S, exp, symbols

from ..border.nodes import (
    Above,
    Below,
    Converges,
    DerivativeAt,
    ForAll,
    ImproperIntegral,
    Le,
    Lt,
    Member,
    Near,
    integral,
)
from ..border.rule import Rule

A, a, b, c, t, u = symbols("A a b c t u")
f, g = Function("f"), Function("g")
on_line, on_half_line = (u, S.Reals), (u, Above(0))

RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd edition"

improper_integral_of_sum = Rule(
    "improper integral of a sum",
    ImproperIntegral(f(u) + g(u), (u, A)),
    ImproperIntegral(f(u), (u, A)) + ImproperIntegral(g(u), (u, A)),
    (Converges(f(u), (u, A)),),
    needs="one of the two integrals to converge absolutely; then the other does",
    words="Convergent integrals may be added.",
    reference=f"{RUDIN}, 6.12 (a) and exercises 6.7 and 6.8",
    lemma="improper_integral_of_sum",
)

constant_out_of_improper_integral = Rule(
    "constant out of the improper integral",
    ImproperIntegral(c * f(u), (u, A)),
    c * ImproperIntegral(f(u), (u, A)),
    (Converges(f(u), (u, A)),),
    needs="an integral that converges absolutely",
    words="A constant factor may be taken out.",
    reference=f"{RUDIN}, 6.12 (a) and exercises 6.7 and 6.8",
    lemma="constant_out_of_improper_integral",
)

integral_without_ends = Rule(
    "integral without the ends",
    integral(f(u), u, a, b),
    ImproperIntegral(f(u), (u, Interval.open(a, b))),
    words="The integrals from points near the one end to points near the other go to the whole.",
    reference=f"{RUDIN}, 6.20 and exercise 6.7",
    lemma="integral_without_ends",
)

improper_integral_with_a_positive_value = Rule(
    "improper integral with a positive value",
    Lt(0, ImproperIntegral(f(u), (u, A))),
    S.true,
    (ForAll(Le(0, f(u)), (u, A)), Member(c, A), Lt(0, f(c))),
    needs="no value negative, and one positive",
    words="Around that point the integrand, which is continuous, stays above half that value.",
    reference=f"{RUDIN}, exercises 6.2, 6.7 and 6.8",
    lemma="improper_integral_with_a_positive_value",
)


def _in_two_parts(where: str, lemma: str, domain: Basic, below: Basic, above: Basic, *conditions: Basic) -> Rule:
    return Rule(
        f"integral over {where} in two parts",
        ImproperIntegral(f(u), (u, domain)),
        ImproperIntegral(f(u), (u, below)) + ImproperIntegral(f(u), (u, above)),
        conditions,
        needs="a point between the ends" if conditions else "",
        words="First up to c, then from there on.",
        reference=f"{RUDIN}, 6.12 (c) and exercises 6.7 and 6.8",
        lemma=lemma,
    )


interval_in_two_parts = _in_two_parts(
    "an interval",
    "interval_in_two_parts",
    *(Interval.open(a, b), Interval.open(a, c), Interval.open(c, b)),
    *(Le(a, c), Le(c, b)),
)
half_line_in_two_parts = _in_two_parts(
    "a half-line", "half_line_in_two_parts", Above(a), Interval.open(a, c), Above(c), Le(a, c)
)
line_in_two_parts = _in_two_parts("the line", "line_in_two_parts", S.Reals, Below(c), Above(c))

half_line_from_zero = Rule(
    "half-line from 0",
    ImproperIntegral(f(u), (u, Above(a))),
    ImproperIntegral(f(u + a), on_half_line),
    words="With u - a for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="half_line_from_zero",
)

line_shifted = Rule(
    "line, shifted",
    ImproperIntegral(f(u), on_line),
    ImproperIntegral(f(u + a), on_line),
    words="With u - a for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="line_shifted",
)

mirrored_half_line = Rule(
    "mirrored half-line",
    ImproperIntegral(f(u), (u, Below(b))),
    ImproperIntegral(f(b - u), on_half_line),
    words="With b - u for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="mirrored_half_line",
)

half_line_by_exponential = Rule(
    "half-line by the exponential function",
    ImproperIntegral(f(u), on_half_line),
    ImproperIntegral(f(exp(u)) * exp(u), on_line),
    words="With exp(u) for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="half_line_by_exponential",
)

half_line_scaled = Rule(
    "half-line, scaled",
    ImproperIntegral(f(u), on_half_line),
    c * ImproperIntegral(f(c * u), on_half_line),
    (Lt(0, c),),
    needs="a positive factor",
    words="With u/c for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="half_line_scaled",
)

half_line_by_growth = Rule(
    "half-line by exponential growth",
    ImproperIntegral(f(u), on_half_line),
    ImproperIntegral(f(exp(u) - 1) * exp(u), on_half_line),
    words="With exp(u) - 1 for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="half_line_by_growth",
)

interval_by_power = Rule(
    "interval by a power",
    ImproperIntegral(f(u), (u, Interval.open(0, b))),
    c * ImproperIntegral(f(u**c) * u ** (c - 1), (u, Interval.open(0, b ** (1 / c)))),
    (Lt(0, c), Lt(0, b)),
    needs="a positive exponent, and a positive end",
    words="With u^c for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="interval_by_power",
)

half_line_by_power = Rule(
    "half-line by a power",
    ImproperIntegral(f(u), (u, Above(a))),
    c * ImproperIntegral(f(u**c) * u ** (c - 1), (u, Above(a ** (1 / c)))),
    (Lt(0, c), Lt(0, a)),
    needs="a positive exponent, and a positive end",
    words="With u^c for u.",
    reference=f"{RUDIN}, 6.19",
    lemma="half_line_by_power",
)

fundamental_theorem_on_open_interval = Rule(
    "fundamental theorem of calculus on an open interval",
    ImproperIntegral(DerivativeAt(f(t), (t, Near(A, u))), (u, Interval.open(a, b))),
    f(b) - f(a),
    (Le(a, b), Member(a, A), Member(b, A)),
    needs="two ends, the second not below the first, around which the function is smooth",
    words="The integral of a derivative is what the function has gained from the one end to the other.",
    reference=f"{RUDIN}, 6.21",
    lemma="fundamental_theorem_on_open_interval",
)
