"""Losses with one kink, at the observation: their sum is least at the sample quantiles of one level.

Nothing here is proved: it is what a status says where there is no estimate to prove.

>>> from mlce_sym.families.families import family
>>> at_quantiles(Setting(family("asymmetric-laplace")))
{mu: tau}
>>> at_quantiles(Setting(family("gaussian")))
{}
"""

from __future__ import annotations

from collections.abc import Mapping

from sympy import Basic, Dummy, Expr, S, Symbol, expand_mul, factor

from ..border.binding import in_sympys_nodes
from ..border.given import Given
from ..border.nodes import Lt
from ..prover.logic import holds
from .setting import Setting
from .slopes import given_at_a_point


def at_quantiles(setting: Setting) -> dict[Symbol, Expr]:
    """The level τ for every parameter p in which −log f is a(y − p) + c where y > p, and b(p − y) + c where y < p,
    with a, b > 0: τ = a/(a + b), where it depends on no other parameter, and p may
    be any observation.

    A sum of n such losses is least at those p which at most nτ observations lie below, and at most n(1 − τ) above.
    Source: Koenker, Quantile Regression, 1.3.
    """
    given = given_at_a_point(setting)
    wide = [p.symbol for p in setting.family.parameters if p.domain in (S.Reals, setting.family.data.domain)]
    found = ((p, _level(setting, p, given)) for p in wide)
    return {p: level for p, level in found if level is not None and not level.free_symbols & {*setting.symbols}}


def _level(setting: Setting, p: Symbol, given: Given) -> Expr | None:
    above, below = (_at_a_distance(setting, p, side) for side in (1, -1))
    if above is None or below is None or above[1] != below[1]:
        return None
    a, b = above[0], below[0]
    return factor(a / (a + b)) if holds(given, Lt(0, a)) and holds(given, Lt(0, b)) else None


def _at_a_distance(setting: Setting, p: Symbol, side: int) -> tuple[Expr, Expr] | None:
    """a and c where −log f at y = p ± u is a u + c for every u > 0."""
    parts, u = setting.parts, Dummy("u", positive=True)
    loss = in_sympys_nodes(parts.factor * parts.loss + parts.constant)
    if setting.indexed or setting.z not in loss.free_symbols:
        return None
    real: dict[Basic, Expr] = {symbol: Dummy(str(symbol), real=True) for symbol in sorted(loss.free_symbols, key=str)}
    back: Mapping[Expr, Basic] = {dummy: symbol for symbol, dummy in real.items()}
    apart = expand_mul(loss.xreplace(real).xreplace({real[setting.z]: real[p] + side * u}))
    a, c = apart.diff(u), apart.xreplace({u: S.Zero})
    if expand_mul(apart - a * u - c) != 0 or a.has(u, real[p]) or c.has(real[p]):
        return None
    return a.xreplace(back), c.xreplace(back)


def status(levels: Mapping[Symbol, Expr]) -> str:
    """What is to be said of them.

    >>> status({Symbol("mu"): S.Half})
    'mu: the loss is least at every sample median (not proved)'
    """
    names = {p: "median" if level == S.Half else f"quantile of level {level}" for p, level in levels.items()}
    return "; ".join(f"{p}: the loss is least at every sample {name} (not proved)" for p, name in names.items())
