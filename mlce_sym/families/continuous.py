"""Families of positive numbers, and of numbers in an interval.

Source of the densities: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions, 2nd edition, volumes 1
and 2.
"""

from __future__ import annotations

from sympy import Interval, S, beta, exp, gamma, log, oo, pi, sqrt, symbols

from .discrete import POSITIVE, UNIT
from .family import Family, Named

y, lam, mu, k, a, b, m, q, scale_ = symbols("y lambda mu k alpha beta m q s")
sigma2, kappa, phi = symbols("sigma2 kappa phi")
JKB = "Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions"

positive = Named(y, POSITIVE)
rate, shape, mean = Named(lam, POSITIVE, r"\lambda"), Named(k, POSITIVE), Named(mu, POSITIVE, r"\mu")
location, variance = Named(mu, S.Reals, r"\mu"), Named(sigma2, POSITIVE, r"\sigma^2")
alpha_, beta_ = Named(a, POSITIVE, r"\alpha"), Named(b, POSITIVE, r"\beta")
of_gamma = lam**k * y ** (k - 1) * exp(-lam * y) / gamma(k)
log_normal = exp(-((log(y) - mu) ** 2) / (2 * sigma2)) / (y * sqrt(2 * pi * sigma2))
inverse_gaussian = sqrt(lam / (2 * pi * y**3)) * exp(-lam * (y - mu) ** 2 / (2 * mu**2 * y))

CONTINUOUS = (
    Family(
        "exponential",
        "Exponential, rate",
        lam * exp(-lam * y),
        Named(y, Interval(0, oo)),
        (rate,),
        source=f"{JKB}, chapter 19",
    ),
    Family(
        "exponential-mean",
        "Exponential, mean",
        exp(-y / mu) / mu,
        Named(y, Interval(0, oo)),
        (mean,),
        source=f"{JKB}, chapter 19",
    ),
    Family(
        "gamma-rate", "Gamma, rate with known shape", of_gamma, positive, (rate,), (shape,), source=f"{JKB}, chapter 17"
    ),
    Family(
        "gamma-mean",
        "Gamma, mean with known shape",
        (k / mu) ** k * y ** (k - 1) * exp(-k * y / mu) / gamma(k),
        positive,
        (mean,),
        (shape,),
        called="gamma loss",
        source="McCullagh and Nelder, Generalized Linear Models, 8.2",
    ),
    Family("gamma", "Gamma, rate and shape", of_gamma, positive, (rate, shape), source=f"{JKB}, chapter 17"),
    Family(
        "weibull",
        "Weibull with known shape, rate of y^k",
        lam * k * y ** (k - 1) * exp(-lam * y**k),
        positive,
        (rate,),
        (shape,),
        source=f"{JKB}, chapter 21",
    ),
    Family(
        "weibull-scale",
        "Weibull with known shape, scale",
        k * scale_ ** (-k) * y ** (k - 1) * exp(-(scale_ ** (-k)) * y**k),
        positive,
        (Named(scale_, POSITIVE),),
        (shape,),
        source=f"{JKB}, chapter 21",
    ),
    Family(
        "pareto",
        "Pareto with known minimum",
        a * m**a / y ** (a + 1),
        Named(y, Interval(m, oo)),
        (alpha_,),
        (Named(m, POSITIVE),),
        source=f"{JKB}, chapter 20",
    ),
    Family(
        "rayleigh",
        "Rayleigh, square of the scale",
        y / sigma2 * exp(-(y**2) / (2 * sigma2)),
        positive,
        (variance,),
        source=f"{JKB}, chapter 18",
    ),
    Family(
        "half-normal",
        "Half-normal, square of the scale",
        sqrt(2 / (pi * sigma2)) * exp(-(y**2) / (2 * sigma2)),
        Named(y, Interval(0, oo)),
        (variance,),
        source=f"{JKB}, chapter 13",
    ),
    Family(
        "log-normal",
        "Log-normal, mean and variance of log y",
        log_normal,
        positive,
        (location, variance),
        source=f"{JKB}, chapter 14",
    ),
    Family(
        "beta",
        "Beta",
        y ** (a - 1) * (1 - y) ** (b - 1) / beta(a, b),
        Named(y, UNIT),
        (alpha_, beta_),
        source=f"{JKB}, chapter 25",
    ),
    Family(
        "inverse-gaussian",
        "Inverse Gaussian, mean and shape",
        inverse_gaussian,
        positive,
        (mean, rate),
        source=f"{JKB}, chapter 15",
    ),
    Family(
        "tweedie",
        "Tweedie's quasi-likelihood of power 1 < q < 2, known dispersion",
        exp((y * mu ** (1 - q) / (1 - q) - mu ** (2 - q) / (2 - q)) / phi),
        Named(y, Interval(0, oo)),
        (mean,),
        (Named(q, Interval.open(1, 2)), Named(phi, POSITIVE, r"\phi")),
        called="Tweedie loss",
        source="Jørgensen, The Theory of Dispersion Models, chapter 4; McCullagh and Nelder, 9.2",
        quasi=True,
    ),
)
