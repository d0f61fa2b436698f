"""Densities of the common families, with the domains of their parameters, as a person would type them."""

from sympy import (
    Abs,
    FiniteSet,
    Interval,
    Piecewise,
    Range,
    Rational,
    S,
    besseli,
    beta,
    binomial,
    cos,
    exp,
    factorial,
    gamma,
    log,
    oo,
    pi,
    sech,
    sqrt,
    symbols,
)
from sympy import erf as error_function

y, a, b, k, m, n, p, r, s = symbols("y a b k mu n p r sigma")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)
LINE, PLACE, SCALE = S.Reals, {m: S.Reals}, {s: POSITIVE}
z = (y - m) / s

gauss = exp(-((y - m) ** 2) / (2 * s**2)) / sqrt(2 * pi * s**2)
gamma_density = b**a * y ** (a - 1) * exp(-b * y) / gamma(a)
weibull = k / s * (y / s) ** (k - 1) * exp(-((y / s) ** k))
student = gamma((k + 1) / 2) / (gamma(k / 2) * sqrt(k * pi)) * (1 + (y - m) ** 2 / k) ** (-(k + 1) / 2)
inverse_gauss = sqrt(a / (2 * pi * y**3)) * exp(-a * (y - b) ** 2 / (2 * b**2 * y))
huber = Piecewise((y**2 / 2, Abs(y) <= k), (k * Abs(y) - k**2 / 2, True))
huber_mass = 2 * exp(-(k**2) / 2) / k + sqrt(2 * pi) * error_function(k / sqrt(2))
lopsided = Piecewise((exp(-a * (y - m)), y >= m), (exp(b * (y - m)), True)) * a * b / (a + b)

FAMILIES = {
    "Bernoulli": (p**y * (1 - p) ** (1 - y), FiniteSet(0, 1), {p: UNIT}),
    "binomial": (binomial(n, y) * p**y * (1 - p) ** (n - y), Range(0, n + 1), {n: S.Naturals, p: UNIT}),
    "geometric": (p * (1 - p) ** (y - 1), S.Naturals, {p: UNIT}),
    "negative binomial": (binomial(y + r - 1, y) * p**r * (1 - p) ** y, S.Naturals0, {p: UNIT, r: POSITIVE}),
    "Poisson": (a**y * exp(-a) / factorial(y), S.Naturals0, {a: POSITIVE}),
    "zero-inflated": (
        Piecewise((p + (1 - p) * exp(-a), y <= 0), ((1 - p) * a**y * exp(-a) / factorial(y), True)),
        S.Naturals0,
        {a: POSITIVE, p: UNIT},
    ),
    "Gaussian": (gauss, LINE, {**PLACE, **SCALE}),
    "Laplace": (exp(-Abs(y - m) / b) / (2 * b), LINE, {**PLACE, b: POSITIVE}),
    "exponential": (a * exp(-a * y), Interval(0, oo), {a: POSITIVE}),
    "gamma": (gamma_density, POSITIVE, {a: POSITIVE, b: POSITIVE}),
    "Weibull": (weibull, POSITIVE, {k: POSITIVE, **SCALE}),
    "Pareto": (a * b**a / y ** (a + 1), Interval(b, oo), {a: POSITIVE, b: POSITIVE}),
    "Rayleigh": (y / s**2 * exp(-(y**2) / (2 * s**2)), POSITIVE, SCALE),
    "log-normal": (exp(-((log(y) - m) ** 2) / (2 * s**2)) / (y * s * sqrt(2 * pi)), POSITIVE, {**PLACE, **SCALE}),
    "half-normal": (sqrt(2 / pi) / s * exp(-(y**2) / (2 * s**2)), Interval(0, oo), SCALE),
    "beta": (y ** (a - 1) * (1 - y) ** (b - 1) / beta(a, b), Interval(0, 1), {a: POSITIVE, b: POSITIVE}),
    "Student": (student, LINE, {**PLACE, k: POSITIVE}),
    "Cauchy": (1 / (pi * s * (1 + z**2)), LINE, {**PLACE, **SCALE}),
    "asymmetric Laplace": (lopsided, LINE, {**PLACE, a: POSITIVE, b: POSITIVE}),
    "Huber": (exp(-huber) / huber_mass, LINE, {k: POSITIVE}),
    "sech": (sech(pi * z / 2) / (2 * s), LINE, {**PLACE, **SCALE}),
    "von Mises": (exp(k * cos(y - m)) / (2 * pi * besseli(0, k)), Interval(-pi, pi), {**PLACE, k: POSITIVE}),
    "inverse Gaussian": (inverse_gauss, POSITIVE, {a: POSITIVE, b: POSITIVE}),
    "logistic": (exp(-z) / (s * (1 + exp(-z)) ** 2), LINE, {**PLACE, **SCALE}),
    "Gumbel": (exp(-z - exp(-z)) / s, LINE, {**PLACE, **SCALE}),
    "uniform": (1 / (b - a), Interval(a, b), {a: S.Reals, b: Interval.open(a, oo)}),
    "continuous Bernoulli": (
        p**y * (1 - p) ** (1 - y) * (log(p) - log(1 - p)) / (2 * p - 1),
        Interval(0, 1),
        {p: Interval.open(0, Rational(1, 2))},
    ),
}
