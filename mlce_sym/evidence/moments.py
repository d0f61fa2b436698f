"""Expectations in closed form, tried by numbers: E[g(Y)], such as the Fisher information E[-∂² log f/∂θ²].

>>> from sympy import Interval, S, diff, exp, log, oo, pi, sqrt, symbols
>>> y, m, s = symbols("y mu sigma")
>>> f = exp(-((y - m) ** 2) / (2 * s**2)) / sqrt(2 * pi * s**2)
>>> domains = {m: S.Reals, s: Interval.open(0, oo)}
>>> expected(-1 / s**2 + 3 * (y - m) ** 2 / s**4, f, y, S.Reals, domains)
2/sigma**2

Bartlett's first identity E[∂ log f/∂θ] = 0 is one linear equation for each parameter in the expectations of the
statistics that occur in the score; they often determine what g needs, without an integral. Source: McCullagh and
Nelder, Generalized Linear Models, 2.2.2. The identity needs a support that does not move with θ; the numbers tell where
it fails.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

import sympy as sp
from sympy import Basic, Dummy, Expr, S, Symbol

from .balls import rebuilt
from .closed_forms import Domains, agrees_everywhere, closed_form, confirmed, typed
from .spans import log_terms

MISSING = Dummy()  # the expectation of what is in no score


def agrees(
    claimed: Expr,
    g: Expr,
    density: Expr,
    y: Symbol,
    support: Basic,
    parameters: Domains,
    known: Mapping[Symbol, Basic] | None = None,
) -> bool | None:
    """Is E[g(Y)] the claimed expression: True at every sample (to six digits), certainly False at one, or open."""
    return agrees_everywhere(claimed, g * density, y, support, {**(known or {}), **parameters})


def expected(
    g: Expr,
    density: Expr,
    y: Symbol,
    support: Basic,
    parameters: Domains,
    known: Mapping[Symbol, Basic] | None = None,
) -> Expr | None:
    """A closed form of E[g(Y)] that agrees with the numbers at every sample, or None.

    By Bartlett's identity where that is enough, else a guess that the numbers confirm.
    """
    domains = {**(known or {}), **parameters}
    found = by_scores(g, density, y, support, domains)
    if found is not None and confirmed(found, g * density, y, support, domains):
        return found
    return closed_form(g * density, y, support, domains)


def by_scores(g: Expr, density: Expr, y: Symbol, support: Basic, domains: Domains) -> Expr | None:
    """E[g] if it is linear in statistics whose expectations the scores determine; not yet tried by numbers."""
    if density.has(sp.Piecewise):
        return None
    names, means, unknown = _means(density, y, support, tuple(domains.items()))
    parts = _by_statistics(rebuilt(g, names), names[y])
    value = sp.Add(*(c * means.get(t, MISSING) for t, c in parts.items()))
    if value.free_symbols & {*unknown, MISSING}:
        return None
    found = min(value, sp.factor(value), key=sp.count_ops)
    return rebuilt(found, {new: old for old, new in names.items()})


@lru_cache(maxsize=8)
def _means(
    density: Expr, y: Symbol, support: Basic, domains: tuple[tuple[Symbol, Basic], ...]
) -> tuple[dict[Symbol, Dummy], dict[Expr, Expr], list[Dummy]]:
    """Names for the symbols, the expectations of the statistics of the scores, as far as the equations determine them
    that every score has expectation 0, and the names of what they leave open."""
    names = {symbol: typed(symbol, domain) for symbol, domain in (*domains, (y, support))}
    log_density = sp.Add(*log_terms(rebuilt(density, names)))
    scores = [_by_statistics(sp.diff(log_density, names[symbol]), names[y]) for symbol, _ in domains]
    unknown = {statistic: Dummy() for score in scores for statistic in score if statistic != 1}
    means = {S.One: S.One, **unknown}
    equations: list[Expr] = [sp.Add(*(c * means[t] for t, c in score.items())) for score in scores if score]
    solved = _solved(equations, [*unknown.values()])
    return names, {t: rebuilt(mean, solved) for t, mean in means.items()}, [*unknown.values()]


def _solved(equations: list[Expr], unknown: list[Dummy]) -> dict[Basic, Expr]:
    """What the equations determine, in terms of what they leave open."""
    found = next(iter(sp.linsolve(equations, *unknown)), None) if equations and unknown else None
    return {} if found is None else dict(zip(unknown, found, strict=True))


def _by_statistics(expr: Expr, y: Symbol) -> dict[Expr, Expr]:
    """Σ c_j T_j(y) as {T_j: c_j}; T is 1 for what is constant."""
    parts: dict[Expr, Expr] = defaultdict(lambda: S.Zero)
    for term in sp.Add.make_args(sp.expand(expr)):
        coefficient, statistic = term.as_independent(y, as_Add=False)
        parts[statistic] += coefficient
    return parts
