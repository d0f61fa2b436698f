"""Losses with one kink, at the observation or a function of it: the sample quantiles of one level are where the
likelihood is greatest.

>>> from mlce_sym.families.families import family
>>> at_quantiles(Setting(family("asymmetric-laplace")))
{mu: tau}
>>> at_quantiles(Setting(family("gaussian")))
{}
>>> best = best_quantiles(Setting(family("laplace")))[Symbol("mu")]
>>> best.conditions[0].value
Sum(Piecewise((1, m > y[i]), (0, True)), (i, 1, n)) <= n/2
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from sympy import Abs, Basic, Dummy, Expr, Lambda, Max, Min, Piecewise, Pow, S, Sum, Symbol, expand_mul, factor, sign

from .. import rules
from ..border.binding import in_own_nodes, in_sympys_nodes
from ..border.given import Given
from ..border.nodes import Cases, Le, Lt, Member
from ..prover import back, chain, use
from ..prover.derivation import Derivation, rewritten
from ..prover.document import Proof, lemmas
from ..prover.logic import holds
from ..prover.strategies import proved
from ..terms.errors import Refused
from .claims import Hypothesis, Proved
from .setting import Setting
from .slopes import given_at_a_point
from .theorem import Likelihood


@dataclass(frozen=True)
class Quantiles:
    """That the likelihood is greatest at m, wherever these conditions hold: m is a sample quantile of this level."""

    m: Symbol
    level: Expr
    conditions: tuple[Proved, ...]
    proofs: tuple[Proof, ...]

    @property
    def called(self) -> str:
        return "median" if self.level == S.Half else f"quantile of level {self.level}"


@dataclass(frozen=True)
class Pinball:
    """A loss of one observation a(g − p) + c where g > p, and b(p − g) + c where g < p, for g = g(y), which may be the
    observation itself or log y; c does not depend on p."""

    g: Expr
    a: Expr
    b: Expr
    c: Expr

    @property
    def level(self) -> Expr:
        return factor(self.a / (self.a + self.b))

    @property
    def bend(self) -> Expr:
        return (self.a + self.b) / 2

    @property
    def tilt(self) -> Expr:
        return (self.a - self.b) / 2

    def deviations(self, gap: Expr) -> Expr:
        """The loss without c, where y − p is that gap."""
        return self.bend * Abs(gap) + self.tilt * gap


def at_quantiles(setting: Setting) -> dict[Symbol, Expr]:
    """The level τ for every parameter p in which −log f is a(y − p) + c where y > p, and b(p − y) + c where y < p,
    with a, b > 0: τ = a/(a + b), where it depends on no other parameter.

    A sum of n such losses is least at those p which at most nτ observations lie below, and at most n(1 − τ) above.
    Source: Koenker, Quantile Regression, 1.3.
    """
    return {p: found.level for p, found in _pinballs(setting)}


def _pinballs(setting: Setting) -> Iterator[tuple[Symbol, Pinball]]:
    for p in setting.symbols:
        found = pinball(setting, p)
        if found is not None and not found.level.free_symbols & {*setting.symbols}:
            yield p, found


def pinball(setting: Setting, p: Symbol) -> Pinball | None:
    """The loss in p as such a sum, where it is one."""
    if setting.indexed:
        return None
    constants = (setting.parts.constant, S.Zero)  # (y − p)/2 has been taken apart, log y may have nothing to do with p
    found = (_pinball_at(setting, p, g, constant) for g in _kinks(setting, p) for constant in constants)
    return next(filter(None, found), None)


def _kinks(setting: Setting, p: Symbol) -> Iterator[Expr]:
    """What p may be compared with: y, and the g of |g − p|."""
    yield setting.z
    loss = in_sympys_nodes(setting.parts.loss)
    inside = sorted((part.args[0] for part in loss.atoms(Abs) if part.has(p)), key=str)
    found = (p - term / term.diff(p) for term in inside if abs(term.diff(p)) == 1)
    yield from dict.fromkeys(g for g in found if g != setting.z and g.free_symbols == {setting.z})


def _pinball_at(setting: Setting, p: Symbol, g: Expr, constant: Expr) -> Pinball | None:
    above, below = (_at_a_distance(setting, p, g, constant, side) for side in (1, -1))
    if above is None or below is None or above[1] != below[1]:
        return None
    parts, given = setting.parts, given_at_a_point(setting)
    if not (holds(given, Lt(0, above[0])) and holds(given, Lt(0, below[0]))):
        return None
    a, b = (in_sympys_nodes(side[0] / parts.factor) for side in (above, below))
    return Pinball(g, a, b, expand_mul(in_sympys_nodes(parts.loss).xreplace({p: g})))


def _at_a_distance(setting: Setting, p: Symbol, g: Expr, constant: Expr, side: int) -> tuple[Expr, Expr] | None:
    """a and c where −log f, with that constant, is a u + c at g = p ± u for every u > 0."""
    parts, u, w = setting.parts, Dummy("u", positive=True), Dummy("w")
    loss = in_sympys_nodes(parts.factor * parts.loss + constant).xreplace({g: w})
    if _is_smooth(loss) or w not in loss.free_symbols or (setting.z != g and setting.z in loss.free_symbols):
        return None
    real: dict[Basic, Expr] = {symbol: Dummy(str(symbol), real=True) for symbol in sorted(loss.free_symbols, key=str)}
    back: Mapping[Expr, Basic] = {dummy: symbol for symbol, dummy in real.items()}
    if p not in real:
        return None
    apart = expand_mul(loss.xreplace(real).xreplace({real[w]: real[p] + side * u}))
    a, c = apart.diff(u), apart.xreplace({u: S.Zero})
    if expand_mul(apart - a * u - c) != 0 or a.has(u, real[p]) or c.has(real[p]):
        return None
    return a.xreplace(back), c.xreplace(back)


def _is_smooth(loss: Expr) -> bool:
    """Whether it is made of smooth functions alone, so that it has no kink: √(u²) would be |u|."""
    roots = (power for power in loss.atoms(Pow) if not power.exp.is_Integer)
    return not loss.has(Abs, Max, Min, Piecewise, sign) and not any(power.base.free_symbols for power in roots)


def best_quantiles(setting: Setting) -> dict[Symbol, Quantiles]:
    """The theorem for each such parameter, whatever the others are."""
    found = {}
    for p in dict(_pinballs(setting)):
        try:
            found[p] = _best(setting, p)
        except Refused:
            continue
    return found


def _best(setting: Setting, p: Symbol) -> Quantiles:
    """ℓ(m) ≤ ℓ(p) for every p, if m is a sample quantile. Raises Refused."""
    family = setting.family
    (own,), others = ([one for one in family.parameters if (one.symbol == p) == is_p] for is_p in (True, False))
    model = Likelihood(Setting(replace(family, parameters=(own,), known=(*family.known, *others))), f"-{p}")
    s = model.setting
    found, m, ell = pinball(s, p), s.name("m"), model.functions[2]
    assert found is not None
    g = cast(Expr, s.of_each(in_own_nodes(found.g)))
    below, above = (Sum(Cases(order, 1, 0), s.observations) for order in (Lt(g, m), Lt(m, g)))
    supposed = (Le(below, found.level * s.n), Le(above, (1 - found.level) * s.n))
    known = (*model.everywhere.hypotheses, Member(m, model.domain))
    given = Given((*known, *supposed, Member(p, model.domain)), model.definitions)
    form = _in_deviations(model, found)
    least, other = (Sum(found.deviations(g - point), s.observations) for point in (m, p))
    line = chain(Le(ell(m), ell(p)), given).by(form).by(rules.at_most_by_difference)
    line = line.eq(Le(0, (other - least) / s.n)).by(use(rules.nonnegative_multiple, c=1 / s.n, u=other - least))
    line = line.by(back(rules.at_most_by_difference, u=least, v=other))
    quantile = use(rules.sample_quantile, a=m, t=p, b=found.bend, c=found.tilt, f=Lambda(s.i, g))
    theorem = line.by(quantile).qed(f"quantile-{p}", "Every sample quantile is best")
    first = len(known) - (model.domain != S.Reals)  # that m lies in the set of the parameter is a condition, too
    places = range(first, len(known) + len(supposed))
    claims = tuple(Proved(theorem, Hypothesis(place, model.own_names)) for place in places)
    behind = (Proof(lemma, role="lemma") for lemma in (*lemmas(form), form))
    return Quantiles(m, found.level, claims, (*behind, theorem))


def _in_deviations(model: Likelihood, one: Pinball) -> Derivation:
    """ℓ(p) = (1/n) Σ_i [(a + b)/2 |g_i − p| + (a − b)/2 (g_i − p) + c(y_i)], for every p."""
    s, p = model.setting, model.point
    line = chain(model.ell, model.somewhere).unfold(model.functions[2])
    rest = s.mean(one.c) if one.c != 0 else S.Zero
    target = in_own_nodes(Sum(one.deviations(s.of_each(one.g) - p), s.observations) / s.n + rest)
    same = proved(line.expression, target, model.somewhere, f"cases-{p}")
    if same is None:
        raise Refused("the loss is not seen to be made of absolute values")
    return rewritten(line.derivation, (), same.named(f"in-cases-{p}")).named(f"deviations-{p}")


def status(found: Mapping[Symbol, Quantiles], alone: bool) -> str:
    """What is to be said of them."""
    if not alone:
        return "; ".join(f"{p}: every sample {one.called} is best (proved)" for p, one in found.items())
    return next((f"proved: every sample {one.called} is a maximiser" for one in found.values()), "")
