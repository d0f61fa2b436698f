"""Identities that people who work with likelihoods write, and wrong versions of them, for `identities.py`.

Each row: name, left side, right side, a wrong right side, and what is given.
"""

from __future__ import annotations

from typing import Any

from sympy import (
    Abs,
    Derivative,
    Function,
    IndexedBase,
    Integer,
    Integral,
    KroneckerDelta,
    Max,
    Min,
    Product,
    Rational,
    Sum,
    beta,
    binomial,
    cosh,
    digamma,
    exp,
    factorial,
    gamma,
    log,
    loggamma,
    oo,
    pi,
    sign,
    sinh,
    sqrt,
    symbols,
    tanh,
)

i, j, k, n, m = symbols("i j k n m")
a, b, c, r, s, t, u, z = symbols("a b c r s t u z")
lam, mu, nu, phi, rho, sigma, theta = symbols("lambda mu nu phi rho sigma theta")
x, y, w = map(IndexedBase, "xyw")
f = Function("f")
size, unit = [n >= 1], [theta > 0, theta < 1]
over, over_m = (i, 1, n), (j, 1, m)
total = Sum(y[i], over)
logistic = 1 / (1 + exp(-z))

Row = tuple[str, Any, Any, Any, list[Any]]

PRODUCTS: list[Row] = [
    ("product-1", Product(c * x[i], over), c**n * Product(x[i], over), c * Product(x[i], over), [c > 0, *size]),
    ("product-2", Product(exp(-lam * y[i]), over), exp(-lam * total), exp(-n * lam * total), size),
    ("product-3", Product(x[i] ** a, over), Product(x[i], over) ** a, a * Product(x[i], over), [x[i] > 0]),
    (
        "product-4",
        Product(rho ** (1 - y[i]) * (1 - rho) ** y[i], over),
        rho ** (n - total) * (1 - rho) ** total,
        rho ** (n - total) * (1 - rho) ** (n + total),
        [rho > 0, rho < 1],
    ),
    ("product-5", Product(x[n - i], (i, 0, n - 1)), Product(x[i], over), Product(x[i], (i, 0, n - 1)), size),
]
LOGS: list[Row] = [
    (
        "log-1",
        log(Product(theta * (1 - theta) ** y[i], over)),
        n * log(theta) + total * log(1 - theta),
        n * log(theta) + log(1 - theta) / total,
        [*unit, *size],
    ),
    ("log-2", log(sqrt(a) / b), log(a) / 2 - log(b), 2 * log(a) - log(b), [a > 0, b > 0]),
    ("log-3", log(exp(a) + exp(b)), a + log(1 + exp(b - a)), a + log(1 + exp(a - b)), []),
    (
        "log-4",
        log(Product(exp(-Abs(y[i] - mu) / b) / (2 * b), over)),
        -n * log(2 * b) - Sum(Abs(y[i] - mu), over) / b,
        -n * log(2) - Sum(Abs(y[i] - mu), over) / b,
        [b > 0, *size],
    ),
    ("log-5", log(z**4), 4 * log(Abs(z)), 2 * log(Abs(z)), [z < 0]),
]
SUMS: list[Row] = [
    ("sum-1", Sum((y[i] - c) ** 2, over), Sum(y[i] ** 2, over) - 2 * c * total + n * c**2, total**2 + n * c**2, size),
    ("sum-2", Sum(a * x[i] + b * y[i], over), a * Sum(x[i], over) + b * total, (a + b) * Sum(x[i] + y[i], over), []),
    ("sum-3", Sum(y[i + 2], (i, 1, n)), Sum(y[i], (i, 3, n + 2)), Sum(y[i], (i, 2, n + 1)), size),
    (
        "sum-4",
        Sum(Sum(x[i] + y[j], over_m), over),
        m * Sum(x[i], over) + n * Sum(y[j], over_m),
        n * Sum(x[i], over) + m * Sum(y[j], over_m),
        [*size, m >= 1],
    ),
    ("sum-5", Sum((1 - KroneckerDelta(i, k)) * y[i], over), total - y[k], total - 1, [k >= 1, k <= n]),
]
CLOSED: list[Row] = [
    ("closed-1", Sum(2 * i, over), n * (n + 1), n * (n - 1), size),
    ("closed-2", Sum(i**2, over), n * (n + 1) * (2 * n + 1) / 6, n * (n + 1) * (2 * n + 1) / 3, size),
    ("closed-3", Sum(theta**i, (i, 0, n)), (1 - theta ** (n + 1)) / (1 - theta), 1 / (1 - theta), [*unit, *size]),
    ("closed-4", Sum(n - i, over), n * (n - 1) / 2, n * (n + 1) / 2, size),
    ("closed-5", Sum(1 / (i * (i + 1)), over), n / (n + 1), 1 / (n + 1), size),
]
GAMMA: list[Row] = [
    ("gamma-1", gamma(a + 2), a * (a + 1) * gamma(a), a * (a + 2) * gamma(a), [a > 0]),
    ("gamma-2", factorial(n + 1) / factorial(n), n + 1, n, size),
    ("gamma-3", beta(a, 1), 1 / a, a, [a > 0]),
    ("gamma-4", loggamma(a + 1), log(a) + loggamma(a), a + loggamma(a), [a > 0]),
    ("gamma-5", digamma(a + 1) - digamma(a), 1 / a, 1 / (a + 1), [a > 0]),
]
SERIES: list[Row] = [
    ("series-1", Sum(rho**k, (k, 1, oo)), rho / (1 - rho), 1 / (1 - rho), [rho > 0, rho < 1]),
    ("series-2", Sum(lam**k / factorial(k), (k, 0, oo)), exp(lam), exp(-lam), [lam > 0]),
    (
        "series-3",
        Sum(k * theta * (1 - theta) ** k, (k, 0, oo)),
        (1 - theta) / theta,
        1 / theta,
        unit,
    ),
    ("series-4", Sum(exp(-a * k), (k, 0, oo)), 1 / (1 - exp(-a)), 1 / (1 - exp(a)), [a > 0]),
    (
        "series-5",
        Sum(k * (k - 1) * exp(-lam) * lam**k / factorial(k), (k, 0, oo)),
        lam**2,
        lam**2 + lam,
        [lam > 0],
    ),
]
INTEGRALS: list[Row] = [
    ("integral-1", Integral(exp(-a * t), (t, 0, oo)), 1 / a, a, [a > 0]),
    ("integral-2", Integral(exp(-((t - mu) ** 2) / 2), (t, -oo, oo)), sqrt(2 * pi), sqrt(pi), []),
    ("integral-3", Integral(t**2 * exp(-b * t), (t, 0, oo)), 2 / b**3, 1 / b**3, [b > 0]),
    ("integral-4", Integral(a * t + 1, (t, 0, 2)), 2 * a + 2, 2 * a + 1, []),
    ("integral-5", Integral(t * (1 - t), (t, 0, 1)), Rational(1, 6), Rational(1, 3), []),
]
DERIVATIVES: list[Row] = [
    ("derivative-1", Derivative(a * log(z) - b * z, z), a / z - b, a / z - b * z, [z > 0]),
    ("derivative-2", Derivative(Sum((y[i] - mu) ** 2, over), mu), 2 * n * mu - 2 * total, 2 * n * mu + 2 * total, size),
    ("derivative-3", Derivative(exp(-(z**2) / 2), z), -z * exp(-(z**2) / 2), z * exp(-(z**2) / 2), []),
    ("derivative-4", Derivative(log(1 + exp(z)), (z, 2)), logistic * (1 - logistic), logistic**2, []),
    ("derivative-5", Derivative(f(z) ** 3, z), 3 * f(z) ** 2 * Derivative(f(z), z), 3 * f(z) ** 2, []),
]
SIGMOID: list[Row] = [
    ("sigmoid-1", logistic, exp(z) / (exp(z) + 1), exp(z) / (exp(z) - 1), [z > 0]),
    ("sigmoid-2", logistic, (1 + tanh(z / 2)) / 2, (1 + tanh(z)) / 2, []),
    ("sigmoid-3", log(logistic / (1 - logistic)), z, -z, []),
    ("sigmoid-4", log(1 + exp(z)), Max(z, 0) + log(1 + exp(-Abs(z))), Max(z, 0) + log(1 + exp(Abs(z))), []),
    ("sigmoid-5", exp(a) / (exp(a) + exp(b)), 1 / (1 + exp(b - a)), 1 / (1 + exp(a - b)), []),
]
ENTROPY: list[Row] = [
    (
        "entropy-1",
        -theta * log(phi) - (1 - theta) * log(1 - phi) + theta * log(theta) + (1 - theta) * log(1 - theta),
        theta * log(theta / phi) + (1 - theta) * log((1 - theta) / (1 - phi)),
        theta * log(phi / theta) + (1 - theta) * log((1 - phi) / (1 - theta)),
        [*unit, phi > 0, phi < 1],
    ),
    ("entropy-2", -Sum(log(1 / n) / n, over), log(n), n * log(n), size),
    (
        "entropy-3",
        Sum(w[i] * log(w[i] / x[i]), over),
        Sum(w[i] * log(w[i]), over) - Sum(w[i] * log(x[i]), over),
        Sum(w[i] * log(w[i]), over) - Sum(x[i] * log(w[i]), over),
        [w[i] > 0, x[i] > 0],
    ),
    ("entropy-4", -Sum(y[i] * log(theta), over), -total * log(theta), -n * total * log(theta), [*unit, *size]),
    (
        "entropy-5",
        log(sqrt(2 * pi * exp(1)) * sigma),
        (1 + log(2 * pi)) / 2 + log(sigma),
        log(2 * pi * sigma),
        [sigma > 0],
    ),
]
PIECES: list[Row] = [
    ("pieces-1", Abs(a) ** 4, a**4, Abs(a) ** 3, []),
    ("pieces-2", Min(a, b), (a + b - Abs(a - b)) / 2, (a + b + Abs(a - b)) / 2, []),
    ("pieces-3", Abs(a) / a, sign(a), Integer(1), [a < 0]),
    ("pieces-4", Max(a, b) - c, Max(a - c, b - c), Max(a, b - c), []),
    ("pieces-5", Abs(a - b), Max(a, b) - Min(a, b), Min(a, b) - Max(a, b), []),
]
ALGEBRA: list[Row] = [
    ("algebra-1", (a - b) * (a**2 + a * b + b**2), a**3 - b**3, (a - b) ** 3, []),
    ("algebra-2", 1 / (1 - a) - 1 / (1 + a), 2 * a / (1 - a**2), 2 / (1 - a**2), [a > 0, a < 1]),
    ("algebra-3", sqrt(a**3 * b), a * sqrt(a * b), a * sqrt(b), [a > 0, b > 0]),
    ("algebra-4", cosh(a) ** 2 - sinh(a) ** 2, Integer(1), cosh(2 * a), []),
    (
        "algebra-5",
        binomial(n + 1, k + 1),
        binomial(n, k) * (n + 1) / (k + 1),
        binomial(n, k) * (n + 1),
        [k >= 0, n >= k],
    ),
]
GROUPS = (*(PRODUCTS, LOGS, SUMS, CLOSED, GAMMA, SERIES, INTEGRALS, DERIVATIVES, SIGMOID, ENTROPY, PIECES, ALGEBRA),)
ROWS = [(name, left, right, given) for group in GROUPS for name, left, right, _, given in group]
WRONG = [(name, left, wrong, given) for group in GROUPS for name, left, _, wrong, given in group]
