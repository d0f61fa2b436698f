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

import sympy as sp
from sympy import Basic, Dummy, Expr, S, Symbol

from .balls import rebuilt
from .closed_forms import Domains, agrees_everywhere, closed_form, confirmed, typed
from .spans import log_terms


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
    names = {symbol: typed(symbol, domain) for symbol, domain in {**domains, y: support}.items()}
    inside, outcome = rebuilt(density, names), names[y]
    log_density = sp.Add(*log_terms(inside))
    scores = [_by_statistics(sp.diff(log_density, names[symbol]), outcome) for symbol in domains]
    found = _expectation(_by_statistics(rebuilt(g, names), outcome), scores)
    return None if found is None else rebuilt(found, {new: old for old, new in names.items()})


def _by_statistics(expr: Expr, y: Symbol) -> dict[Expr, Expr]:
    """Σ c_j T_j(y) as {T_j: c_j}; T is 1 for what is constant."""
    parts: dict[Expr, Expr] = defaultdict(lambda: S.Zero)
    for term in sp.Add.make_args(sp.expand(expr)):
        coefficient, statistic = term.as_independent(y, as_Add=False)
        parts[statistic] += coefficient
    return parts


def _expectation(g: dict[Expr, Expr], scores: list[dict[Expr, Expr]]) -> Expr | None:
    """Σ c_j E[T_j], with E[T_j] from the equations that every score has expectation 0."""
    unknown = {statistic: Dummy() for part in (g, *scores) for statistic in part if statistic != 1}
    means = {S.One: S.One, **unknown}
    solved = _solved(
        [sp.Add(*(c * means[t] for t, c in score.items())) for score in scores if score], [*unknown.values()]
    )
    value = sp.Add(*(c * rebuilt(means[t], solved) for t, c in g.items()))
    if value.free_symbols & set(unknown.values()):
        return None
    return min(value, sp.factor(value), key=sp.count_ops)


def _solved(equations: list[Expr], unknown: list[Dummy]) -> dict[Basic, Expr]:
    """What the equations determine, in terms of what they leave open."""
    found = next(iter(sp.linsolve(equations, *unknown)), None) if equations and unknown else None
    return {} if found is None else dict(zip(unknown, found, strict=True))
