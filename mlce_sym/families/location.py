"""Families on the real line, and on the circle.

The mass of Huber's density is √(2π) erf(δ/√2) between −δ and δ, for erf is 2/√π ∫ e^{−t²}, and 2 ∫_δ^∞ e^{δ²/2 − δu} du
= (2/δ) e^{−δ²/2} beyond. Main source: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions.
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Abs, Interval, Piecewise, S, besseli, cos, cosh, erf, exp, gamma, pi, sqrt, symbols

from .continuous import JKB, location, sigma2, variance
from .discrete import POSITIVE, UNIT
from .family import Family, Named

y, mu, s, v, tau, delta, nu, kappa = symbols("y mu s v tau delta nu kappa")
real, scale = Named(y, S.Reals), Named(s, POSITIVE)
u = y - mu
gaussian = exp(-(u**2) / (2 * sigma2)) / sqrt(2 * pi * sigma2)
variance_of_one = Named(v, POSITIVE, each=True)
of_one = exp(-(u**2) / (2 * v)) / sqrt(2 * pi * v)
laplace = exp(-Abs(u) / s) / (2 * s)
pinball = Piecewise((tau * u, u >= 0), ((tau - 1) * u, True))
huber = Piecewise((u**2 / 2, Abs(u) <= delta), (delta * (Abs(u) - delta / 2), True))
mass_of_huber = sqrt(2 * pi) * erf(delta / sqrt(2)) + 2 * exp(-(delta**2) / 2) / delta
student = gamma((nu + 1) / 2) / (sqrt(nu * pi) * gamma(nu / 2) * s) * (1 + u**2 / (nu * s**2)) ** (-(nu + 1) / 2)

LOCATION = (
    Family(
        "gaussian",
        "Gaussian, mean with known variance",
        gaussian,
        real,
        (location,),
        (variance,),
        called="mean squared error",
        source=f"{JKB}, chapter 13",
    ),
    Family(
        "gaussian-variance",
        "Gaussian, variance with known mean",
        gaussian,
        real,
        (variance,),
        (location,),
        source=f"{JKB}, chapter 13",
    ),
    Family(
        "gaussian-mean-variance",
        "Gaussian, mean and variance",
        gaussian,
        real,
        (location, variance),
        called="Gaussian negative log-likelihood",
        source=f"{JKB}, chapter 13",
    ),
    Family(
        "gaussian-known-variances",
        "Gaussian, mean with the known variance of each observation",
        of_one,
        real,
        (location,),
        (variance_of_one,),
        called="mean squared error, weighted by inverse variances",
        source="Aitken, Proceedings of the Royal Society of Edinburgh 55 (1936)",
    ),
    Family(
        "gaussian-heteroscedastic",
        "Gaussian, mean and variance of each observation, which a model gives",
        of_one,
        real,
        (replace(location, each=True), variance_of_one),
        called="heteroscedastic Gaussian negative log-likelihood",
        source="Nix and Weigend, IEEE International Conference on Neural Networks (1994)",
    ),
    Family(
        "laplace",
        "Laplace, location with known scale",
        laplace,
        real,
        (location,),
        (scale,),
        called="mean absolute error",
        source=f"{JKB}, chapter 24",
    ),
    Family(
        "laplace-scale",
        "Laplace, scale with known location",
        laplace,
        real,
        (scale,),
        (location,),
        source=f"{JKB}, chapter 24",
    ),
    Family(
        "laplace-location-scale",
        "Laplace, location and scale",
        laplace,
        real,
        (location, scale),
        source=f"{JKB}, chapter 24",
    ),
    Family(
        "asymmetric-laplace",
        "Asymmetric Laplace, quantile of known level",
        tau * (1 - tau) / s * exp(-pinball / s),
        real,
        (location,),
        (Named(tau, UNIT, r"\tau"), scale),
        called="pinball loss",
        source="Koenker and Machado, Journal of the American Statistical Association 94 (1999)",
    ),
    Family(
        "huber",
        "Huber's density, location with known threshold",
        exp(-huber) / mass_of_huber,
        real,
        (location,),
        (Named(delta, POSITIVE, r"\delta"),),
        called="Huber loss",
        source="Huber, Robust Statistics, 4.5",
    ),
    Family(
        "sech",
        "Hyperbolic secant, location",
        1 / (pi * cosh(u)),
        real,
        (location,),
        called="log-cosh loss",
        source="Baten, Bulletin of the American Mathematical Society 40 (1934), 284-290, with h = π/2",
    ),
    Family(
        "student-t",
        "Student's t with known degrees of freedom, location and scale",
        student,
        real,
        (location, scale),
        (Named(nu, POSITIVE, r"\nu"),),
        source=f"{JKB}, chapter 28",
    ),
    Family(
        "gumbel",
        "Gumbel, location with known scale",
        exp(-u / s - exp(-u / s)) / s,
        real,
        (location,),
        (scale,),
        source=f"{JKB}, chapter 22",
    ),
    Family(
        "logistic",
        "Logistic, location with known scale",
        exp(-u / s) / (s * (1 + exp(-u / s)) ** 2),
        real,
        (location,),
        (scale,),
        source=f"{JKB}, chapter 23",
    ),
    Family(
        "von-mises",
        "Von Mises on the circle, direction and concentration",
        exp(kappa * cos(u)) / (2 * pi * besseli(0, kappa)),
        Named(y, Interval.open(-pi, pi)),
        (location, Named(kappa, POSITIVE, r"\kappa")),
        source="Mardia and Jupp, Directional Statistics, 3.5.4",
    ),
)
