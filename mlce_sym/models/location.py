"""Families on the real line, and on the circle. May import family and continuous.

Sources: Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions; Koenker, Quantile Regression, 2.4, for the
asymmetric Laplace density; Huber, Robust Statistics, 4.5; Mardia and Jupp, Directional Statistics, 3.5.
"""

from __future__ import annotations

from sympy import Abs, Interval, Piecewise, S, besseli, cos, cosh, erf, exp, gamma, pi, sqrt, symbols

from .continuous import JKB, location, sigma2, variance
from .discrete import POSITIVE, UNIT
from .family import Family, Named

y, mu, s, tau, delta, nu, kappa = symbols("y mu s tau delta nu kappa")
real, scale = Named(y, S.Reals), Named(s, POSITIVE)
u = y - mu
gaussian = exp(-(u**2) / (2 * sigma2)) / sqrt(2 * pi * sigma2)
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
        source=f"{JKB}, 13.1",
    ),
    Family(
        "gaussian-variance",
        "Gaussian, variance with known mean",
        gaussian,
        real,
        (variance,),
        (location,),
        source=f"{JKB}, 13.1",
    ),
    Family(
        "gaussian-mean-variance",
        "Gaussian, mean and variance",
        gaussian,
        real,
        (location, variance),
        called="Gaussian negative log-likelihood",
        source=f"{JKB}, 13.1",
    ),
    Family(
        "laplace",
        "Laplace, location with known scale",
        laplace,
        real,
        (location,),
        (scale,),
        called="mean absolute error",
        source=f"{JKB}, 24.1",
    ),
    Family(
        "laplace-location-scale",
        "Laplace, location and scale",
        laplace,
        real,
        (location, scale),
        source=f"{JKB}, 24.1",
    ),
    Family(
        "asymmetric-laplace",
        "Asymmetric Laplace, quantile of known level",
        tau * (1 - tau) / s * exp(-pinball / s),
        real,
        (location,),
        (Named(tau, UNIT, r"\tau"), scale),
        called="pinball loss",
        source="Koenker, Quantile Regression, 2.4",
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
        source=f"{JKB}, 23.11",
    ),
    Family(
        "student-t",
        "Student's t with known degrees of freedom, location and scale",
        student,
        real,
        (location, scale),
        (Named(nu, POSITIVE, r"\nu"),),
        source=f"{JKB}, 28.2",
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
