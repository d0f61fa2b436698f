"""Families of counts and labels.

Source of the densities: Johnson, Kemp and Kotz, Univariate Discrete Distributions, 3rd edition; the logit and log-rate
forms: McCullagh and Nelder, Generalized Linear Models, 2nd edition, 2.2.
"""

from __future__ import annotations

from sympy import Eq, FiniteSet, Interval, Piecewise, Range, S, binomial, exp, factorial, oo, symbols

from .family import Family, Named

y, p, q, m, r, mu, lam, z, eta, w = symbols("y p q m r mu lambda z eta w")
POSITIVE, UNIT = Interval.open(0, oo), Interval.open(0, 1)
JKK, GLM = (
    "Johnson, Kemp and Kotz, Univariate Discrete Distributions",
    "McCullagh and Nelder, Generalized Linear Models",
)

label, count, trials = Named(y, FiniteSet(0, 1)), Named(y, S.Naturals0), Named(y, S.Naturals)
probability, rate = Named(p, UNIT), Named(lam, POSITIVE, r"\lambda")
up_to_m, size = Named(y, Range(0, m + 1)), Named(m, S.Naturals)

DISCRETE = (
    Family(
        "bernoulli",
        "Bernoulli, success probability",
        p**y * (1 - p) ** (1 - y),
        label,
        (probability,),
        called="binary cross-entropy",
        source=f"{JKK}, chapter 3",
    ),
    Family(
        "bernoulli-logit",
        "Bernoulli, logit",
        exp(y * z) / (1 + exp(z)),
        label,
        (Named(z, S.Reals),),
        called="binary cross-entropy with logits",
        source=f"{GLM}, 4.3",
    ),
    Family(
        "bernoulli-logit-weighted",
        "Bernoulli, logit, with a weight of the ones",
        (1 + exp(-z)) ** (-w * y) * (1 + exp(z)) ** (y - 1),
        label,
        (Named(z, S.Reals),),
        (Named(w, POSITIVE),),
        called="binary cross-entropy with logits and a positive weight",
        source="King and Zeng, Political Analysis 9 (2001), (9)",
        quasi=True,
    ),
    Family(
        "binomial",
        "Binomial, success probability in m trials",
        binomial(m, y) * p**y * (1 - p) ** (m - y),
        up_to_m,
        (probability,),
        (size,),
        called="binomial cross-entropy",
        source=f"{JKK}, chapter 3",
    ),
    Family(
        "poisson",
        "Poisson, rate",
        lam**y * exp(-lam) / factorial(y),
        count,
        (rate,),
        called="Poisson loss",
        source=f"{JKK}, chapter 4",
    ),
    Family(
        "poisson-log-rate",
        "Poisson, log-rate",
        exp(eta * y - exp(eta)) / factorial(y),
        count,
        (Named(eta, S.Reals, r"\eta"),),
        called="Poisson loss with log input",
        source=f"{GLM}, 6.2",
    ),
    Family(
        "geometric",
        "Geometric on 1, 2, …: the trial of the first success",
        p * (1 - p) ** (y - 1),
        trials,
        (probability,),
        source=f"{JKK}, chapter 5",
    ),
    Family(
        "negative-binomial",
        "Negative binomial: failures before the r-th success",
        binomial(y + r - 1, y) * p**r * (1 - p) ** y,
        count,
        (probability,),
        (Named(r, POSITIVE),),
        source=f"{JKK}, chapter 5",
    ),
    Family(
        "negative-binomial-mean",
        "Negative binomial with known dispersion, mean",
        binomial(y + r - 1, y) * (r / (r + mu)) ** r * (mu / (r + mu)) ** y,
        count,
        (Named(mu, POSITIVE, r"\mu"),),
        (Named(r, POSITIVE),),
        called="negative binomial loss",
        source="Hilbe, Negative Binomial Regression, 2nd edition, chapter 8",
    ),
    Family(
        "zero-inflated-poisson",
        "Zero-inflated Poisson: 0 with probability q, else Poisson",
        Piecewise((q + (1 - q) * exp(-lam), Eq(y, 0)), ((1 - q) * lam**y * exp(-lam) / factorial(y), True)),
        count,
        (Named(q, UNIT), rate),
        called="zero-inflated Poisson loss",
        source="Lambert, Zero-inflated Poisson regression, Technometrics 34, 1992",
    ),
    Family(
        "hurdle-poisson",
        "Hurdle Poisson: 0 with probability q, else a positive Poisson count",
        Piecewise((q, Eq(y, 0)), ((1 - q) * lam**y / ((exp(lam) - 1) * factorial(y)), True)),
        count,
        (Named(q, UNIT), rate),
        called="hurdle Poisson loss",
        source="Mullahy, Specification and testing of some modified count data models, J. Econometrics 33, 1986",
    ),
)
