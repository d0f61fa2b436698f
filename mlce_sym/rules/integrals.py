"""Values of integrals over open intervals, which may have infinite ends, of continuous functions; they converge
absolutely.

That an integral converges is part of its being defined, which no rule repeats.
"""

from sympy import Abs, Expr, Interval, S, erf, exp, gamma, log, pi, polygamma, sqrt, symbols

from ..border.nodes import Above, Equals, ImproperIntegral, Lt
from ..border.rule import Rule

a, b, c, d, e, m, u, v = symbols("a b c d e m u v")
on_line, on_half_line = (u, S.Reals), (u, Above(0))

RUDIN = "Rudin, Principles of Mathematical Analysis, 3rd edition"
DLMF = "NIST Digital Library of Mathematical Functions"
JKB = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd edition"

bell = exp(-((u - m) ** 2) / (2 * v))
tent, around = exp(-Abs(e * u + d) / b), u + d * e  # e is 1 or -1, so that |u - m| may be written as |m - u|


def _gaussian(moment: int, value: Expr, words: str) -> Rule:
    name = ("total", "first", "second", "third", "fourth")[moment]
    return Rule(
        f"Gaussian integral, {name}" + " central moment" * bool(moment),
        ImproperIntegral((u - m) ** moment * bell, on_line),
        value,
        (Lt(0, v),),
        needs="a positive variance",
        words=words,
        reference=f"{RUDIN}, 8.21 (101)" if moment == 0 else f"{JKB}, volume 1, 13.3",
        lemma=f"gaussian_{name}",
    )


gaussian_total = _gaussian(0, sqrt(2 * pi * v), "The area under the bell curve.")
gaussian_first = _gaussian(1, S.Zero, "The curve is symmetric around m.")
gaussian_second = _gaussian(2, v * sqrt(2 * pi * v), "By parts, from the total.")
gaussian_third = _gaussian(3, S.Zero, "The curve is symmetric around m.")
gaussian_fourth = _gaussian(4, 3 * v**2 * sqrt(2 * pi * v), "By parts, from the second moment.")

gaussian_by_coefficients = Rule(
    "Gaussian integral, by the coefficients of its exponent",
    ImproperIntegral(exp(b * u - a * u**2), on_line),
    sqrt(pi / a) * exp(b**2 / (4 * a)),
    (Lt(0, a),),
    needs="an exponent that falls at both ends",
    words="The exponent is -(u - m)^2/(2 v) + b^2/(4 a), where v = 1/(2 a) and m = b/(2 a).",
    reference=f"{RUDIN}, 8.21 (101)",
    lemma="gaussian_by_coefficients",
)

gaussian_over_half_line = Rule(
    "Gaussian integral over the half-line",
    ImproperIntegral(exp(b * u - a * u**2), on_half_line),
    sqrt(pi / a) / 2 * exp(b**2 / (4 * a)) * (1 + erf(b / (2 * sqrt(a)))),
    (Lt(0, a),),
    needs="an exponent that falls at infinity",
    words="The error function is an integral of the bell curve, which the square completed gives.",
    reference=f"{DLMF}, 7.7.6; {JKB}, volume 1, 13.1",
    lemma="gaussian_over_half_line",
)

gaussian_lowered = Rule(
    "first moment of a Gaussian integral over the half-line",
    ImproperIntegral(u * exp(b * u - a * u**2), on_half_line),
    1 / (2 * a) + b / (2 * a) * ImproperIntegral(exp(b * u - a * u**2), on_half_line),
    (Lt(0, a),),
    needs="an exponent that falls at infinity",
    words="By parts: (2 a u - b) exp(b u - a u^2) is the derivative of -exp(b u - a u^2).",
    reference=f"{RUDIN}, 6.21 and exercise 6.8; {JKB}, volume 1, 13.10.1",
    lemma="gaussian_lowered",
)

exponential_integral = Rule(
    "exponential integral over the half-line",
    ImproperIntegral(exp(-b * u), on_half_line),
    1 / b,
    (Lt(0, b),),
    needs="a positive rate",
    words="The integrand is the derivative of -exp(-b u)/b.",
    reference=f"{DLMF}, 4.10.8",
    lemma="exponential_integral",
)

power_lowered = Rule(
    "power in an exponential integral, by parts",
    ImproperIntegral(u**c * exp(-b * u), on_half_line),
    c / b * ImproperIntegral(u ** (c - 1) * exp(-b * u), on_half_line),
    (Lt(0, b), Lt(0, c)),
    needs="a positive rate and a positive exponent",
    words="By parts; at both ends u^c exp(-b u) is 0.",
    reference=f"{RUDIN}, 8.18 (a); {DLMF}, 5.5.1 and 5.9.1",
    lemma="power_in_exponential_integral",
)

gamma_integral = Rule(
    "gamma integral",
    ImproperIntegral(u ** (a - 1) * exp(-b * u), on_half_line),
    gamma(a) / b**a,
    (Lt(0, b),),
    needs="a positive rate; that the shape is positive both sides need",
    words="The gamma function's definition, with b u for u.",
    reference=f"{RUDIN}, 8.17; {DLMF}, 5.9.1",
    lemma="gamma_integral",
)

gamma_integral_of_power = Rule(
    "gamma integral with a power in the exponent",
    ImproperIntegral(u ** (a - 1) * exp(-b * u**c), on_half_line),
    e * gamma(a / c) / (c * b ** (a / c)),
    (Lt(0, b), Lt(0, e * c), Equals(e**2, 1)),
    needs="a positive rate, and the sign of c, which is that of a",
    words="The gamma integral, with u for u^c.",
    reference=f"{DLMF}, 5.9.1",
    lemma="gamma_integral_of_power",
)

log_gamma_integral_of_power = Rule(
    "gamma integral with a power in the exponent and a logarithm",
    ImproperIntegral(log(u) * u ** (a - 1) * exp(-b * u**c), on_half_line),
    e * gamma(a / c) / (c**2 * b ** (a / c)) * (polygamma(0, a / c) - log(b)),
    (Lt(0, b), Lt(0, e * c), Equals(e**2, 1)),
    needs="a positive rate, and the sign of c, which is that of a",
    words="The gamma integral with a logarithm, with u for u^c.",
    reference=f"{DLMF}, 5.9.1 and 5.9.19",
    lemma="log_gamma_integral_of_power",
)

log_gamma_integral = Rule(
    "gamma integral with a logarithm",
    ImproperIntegral(log(u) * u ** (a - 1) * exp(-b * u), on_half_line),
    gamma(a) / b**a * (polygamma(0, a) - log(b)),
    (Lt(0, a),),
    needs="a positive shape; that the rate is positive both sides need",
    words="The derivative of the gamma integral in a.",
    reference=f"{DLMF}, 5.9.19",
    lemma="gamma_integral_with_logarithm",
)


beta_integral = Rule(
    "beta integral",
    ImproperIntegral(u ** (a - 1) * (1 - u) ** (b - 1), (u, Interval.open(0, 1))),
    gamma(a) * gamma(b) / gamma(a + b),
    (Lt(0, a),),
    needs="a positive exponent; that the other is positive both sides need",
    words="The beta function.",
    reference=f"{RUDIN}, 8.20 (96); {DLMF}, 5.12.1",
    uncertified="it is not proved in Coq that the integral is a quotient of gamma functions",
)


beta_integral_over_half_line = Rule(
    "beta integral over the half-line",
    ImproperIntegral(u ** (a - 1) * (d + b * u**c) ** (-a / c - m), on_half_line),
    gamma(a / c) * gamma(m) / (c * b ** (a / c) * d**m * gamma(a / c + m)),
    (Lt(0, b), Lt(0, d), Lt(0, c), Lt(0, a)),
    needs="positive coefficients and exponents; that m is positive both sides need",
    words="The beta integral, with v for b u^c/(d + b u^c).",
    reference=f"{DLMF}, 5.12.3",
    uncertified="it is not proved in Coq that the integral is a quotient of gamma functions",
)


def _log_beta(of: str, factor: Expr, own: Expr) -> Rule:
    return Rule(
        f"beta integral with the logarithm of {of}",
        ImproperIntegral(log(factor) * u ** (a - 1) * (1 - u) ** (b - 1), (u, Interval.open(0, 1))),
        gamma(a) * gamma(b) / gamma(a + b) * (polygamma(0, own) - polygamma(0, a + b)),
        (Lt(0, a),),
        needs="a positive exponent; that the other is positive both sides need",
        words="The derivative of the beta integral in one of its exponents.",
        reference=f"{DLMF}, 5.12.1 and 5.2.2",
        uncertified="it is not proved in Coq that the integral is a quotient of gamma functions",
    )


log_beta_integral = _log_beta("u", u, a)
log_beta_integral_from_one = _log_beta("1 - u", 1 - u, b)

power_from_zero = Rule(
    "integral of a power from 0",
    ImproperIntegral(u**c, (u, Interval.open(0, b))),
    b ** (c + 1) / (c + 1),
    (Lt(-1, c), Lt(0, b)),
    needs="an exponent above -1, and a positive end",
    words="The integrand is the derivative of u^(c + 1)/(c + 1), which is 0 at 0.",
    reference=f"{RUDIN}, 6.21 and exercise 6.7",
    lemma="integral_of_power_from_zero",
)

power_to_infinity = Rule(
    "integral of a power to infinity",
    ImproperIntegral(u**c, (u, Above(a))),
    -(a ** (c + 1)) / (c + 1),
    (Lt(c, -1), Lt(0, a)),
    needs="an exponent below -1, and a positive end",
    words="The integrand is the derivative of u^(c + 1)/(c + 1), which vanishes at infinity.",
    reference=f"{RUDIN}, 6.21 and exercise 6.8",
    lemma="integral_of_power_to_infinity",
)


gaussian_absolute = Rule(
    "Gaussian integral, mean absolute deviation",
    ImproperIntegral(Abs(e * u + d) * exp(-((u + d * e) ** 2) / (2 * v)), on_line),
    2 * v,
    (Lt(0, v), Equals(e**2, 1)),
    needs="a positive variance, and a coefficient of 1 or -1",
    words="Twice the integral of x exp(-x^2/(2 v)) over the half-line, whose integrand is a derivative.",
    reference=f"{JKB}, volume 1, 13.3",
    lemma="gaussian_deviation",
)

log_from_zero = Rule(
    "integral of a power times a logarithm from 0",
    ImproperIntegral(u**c * log(u), (u, Interval.open(0, b))),
    b ** (c + 1) * (log(b) / (c + 1) - 1 / (c + 1) ** 2),
    (Lt(-1, c), Lt(0, b)),
    needs="an exponent above -1, and a positive end",
    words="By parts; u^(c + 1) log u goes to 0 at 0.",
    reference=f"{DLMF}, 4.10.3",
    lemma="integral_of_power_and_logarithm",
)

log_to_infinity = Rule(
    "integral of a power times a logarithm to infinity",
    ImproperIntegral(u**c * log(u), (u, Above(a))),
    a ** (c + 1) * (1 / (c + 1) ** 2 - log(a) / (c + 1)),
    (Lt(c, -1), Lt(0, a)),
    needs="an exponent below -1, and a positive end",
    words="By parts; u^(c + 1) log u vanishes at infinity.",
    reference=f"{DLMF}, 4.10.3",
    uncertified="its limit at infinity is not proved in Coq yet",
)


def _laplace(name: str, lemma: str, weight: Expr, value: Expr, words: str) -> Rule:
    return Rule(
        f"Laplace integral, {name}",
        ImproperIntegral(weight * tent, on_line),
        value,
        (Lt(0, b), Equals(e**2, 1)),
        needs="a positive scale, and a coefficient of 1 or -1",
        words=words,
        reference=f"{JKB}, volume 2, 24.2 and 24.3",
        lemma=lemma,
    )


laplace_total = _laplace("total", "laplace_total", S.One, 2 * b, "Twice the integral of exp(-u/b) over the half-line.")
laplace_first = _laplace("first central moment", "laplace_first_moment", around, S.Zero, "The curve is symmetric.")
laplace_second = _laplace(
    "second central moment", "laplace_second_moment", around**2, 4 * b**3, "Twice that over the half-line."
)
laplace_absolute = _laplace(
    "mean absolute deviation", "laplace_deviation", Abs(e * u + d), 2 * b**2, "Twice that over the half-line."
)

cauchy_integral = Rule(
    "Cauchy integral",
    ImproperIntegral(1 / (v + (u - m) ** 2), on_line),
    pi / sqrt(v),
    words="The integrand is the derivative of arctan((u - m)/s)/s, where s^2 = v.",
    reference=f"{JKB}, volume 1, 16.2; {DLMF}, 4.24.9",
    uncertified="no integral of a fraction over the line is proved in Coq here",
)

logistic_integral = Rule(
    "logistic integral",
    ImproperIntegral(exp(b * u + d) / (1 + exp(b * u + d)) ** 2, on_line),
    1 / b,
    (Lt(0, b),),
    needs="a positive slope",
    words="The integrand is the derivative of the sigmoid function, over its slope.",
    reference=f"{JKB}, volume 2, 23.2",
    uncertified="no integral of a fraction of exponentials over the line is proved in Coq here",
)

logistic_over_half_line = Rule(
    "logistic integral over the half-line",
    ImproperIntegral(exp(b * u + d) / (1 + exp(b * u + d)) ** 2, on_half_line),
    1 / (b * (1 + exp(d))),
    (Lt(0, b),),
    needs="a positive slope",
    words="The integrand is the derivative of the sigmoid function, over its slope.",
    reference=f"{JKB}, volume 2, 23.2",
    lemma="logistic_over_half_line",
)
