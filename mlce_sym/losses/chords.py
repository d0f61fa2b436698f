"""Convexity where a loss has kinks: it lies below its chords, since absolute values of linear functions do.

>>> from mlce_sym.families.families import family
>>> found = below_chords(Setting(family("laplace")), Symbol("mu"))
>>> found[-1].theorem
ell(c*mu_2 + mu_1*(1 - c)) <= c*ell(mu_2) + (1 - c)*ell(mu_1) = True
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sympy import Abs, Dummy, Expr, Max, Min, S, Sum, Symbol, expand_mul

from .. import rules
from ..border.binding import fresh, in_own_nodes, in_sympys_nodes
from ..border.given import Given
from ..border.nodes import IndexRange, Le, Lt
from ..prover import Chain, back, chain, use
from ..prover.derivation import Derivation, rewritten
from ..prover.document import Proof, lemmas
from ..prover.logic import holds
from ..prover.strategies import proved
from ..terms.errors import Refused
from .estimate import right_of
from .kinks import pinball
from .setting import Setting
from .slopes import given_at_a_point
from .theorem import Likelihood


@dataclass(frozen=True)
class Bent:
    """A loss of one observation k |g| + rest, where g and the rest are linear in the parameter, and k > 0 is a number
    for each observation."""

    k: Expr
    g: Expr
    rest: Expr

    @property
    def term(self) -> Expr:
        return self.k * Abs(self.g) + self.rest


def bent(setting: Setting, p: Symbol) -> Bent | None:
    """The loss in one parameter as such a sum, where it is one."""
    found = pinball(setting, p)
    if found is not None:
        return Bent(found.bend, found.g - p, found.tilt * (found.g - p) + found.c)
    loss = in_sympys_nodes(setting.parts.loss).replace(lambda part: isinstance(part, (Max, Min)), _halves)
    loss = expand_mul(loss)
    kinks = [part for part in loss.atoms(Abs) if part.has(p)]
    if len(kinks) != 1:
        return None
    (kink,), w = kinks, Dummy("w")
    apart = loss.xreplace({kink: w})
    k, g, rest = apart.diff(w), kink.args[0], apart.xreplace({w: S.Zero})
    linear = all(part.diff(p, 2) == 0 and not part.has(Abs) for part in (g, rest))
    return Bent(k, g, rest) if linear and not k.has(p, w) else None


def _halves(extreme: Expr) -> Expr:
    """max(a, b) = (a + b + |a − b|)/2, and min(a, b) with the other sign."""
    if len(extreme.args) != 2:
        return extreme
    a, b = extreme.args
    sign = 1 if isinstance(extreme, Max) else -1
    return (a + b + sign * Abs(a - b)) / 2


def below_chords(setting: Setting, p: Symbol) -> tuple[Proof, ...]:
    """ℓ((1 − c)p₁ + c p₂) ≤ (1 − c)ℓ(p₁) + c ℓ(p₂) for all p₁ and p₂, with what it rests on; nothing where it is not
    seen."""
    family = setting.family
    (own,), others = ([one for one in family.parameters if (one.symbol == p) == is_p] for is_p in (True, False))
    own = replace(own, each=False)  # one for all observations, of which there may be one
    if own.domain != S.Reals:
        return ()
    model = Likelihood(Setting(replace(family, parameters=(own,), known=(*family.known, *others))), f"-{p}")
    found = bent(model.setting, p)
    if found is None or not holds(given_at_a_point(model.setting, of_one=True), Lt(0, model.setting.of_each(found.k))):
        return ()
    try:
        return _below(model, found)
    except Refused:
        return ()


def _below(model: Likelihood, loss: Bent) -> tuple[Proof, ...]:
    """The theorem, and what it rests on. Raises Refused."""
    s, p, ell = model.setting, model.point, model.functions[2]
    taken = (*map(Symbol, s.names), *model.functions)
    one = fresh(p, taken)
    other, c = fresh(p, (*taken, one)), s.name("c")
    known = Given((*model.everywhere.hypotheses, Le(0, c), Le(c, 1)), model.definitions)
    g1, g2 = (s.of_each(loss.g.xreplace({p: point})) for point in (one, other))
    chord, between = (1 - c) * Abs(g1) + c * Abs(g2), Abs((1 - c) * g1 + c * g2)
    k, form, scaled = s.of_each(loss.k), _as_bent(model, loss), _scaled(c, p)
    line = chain(Le(0, k * (chord - between)), known.under(s.i, IndexRange(1, s.n)))
    line = line if k == 1 else line.by(use(rules.nonnegative_multiple, c=k, u=chord - between))
    line = line.by(back(rules.at_most_by_difference, u=between, v=chord)).by(scaled)
    line = line.by(use(rules.triangle_inequality, a=(1 - c) * g1, b=c * g2))
    term = line.qed(f"chord-of-one-{p}", role="lemma")
    total = Sum(k * (chord - between), s.observations)
    start = Le(ell((1 - c) * one + c * other), (1 - c) * ell(one) + c * ell(other))
    whole = chain(start, known).by(form).by(rules.at_most_by_difference)
    whole, gaps = _summed(whole, total / s.n, known, f"gaps-{p}")
    whole = whole.by(use(rules.nonnegative_multiple, c=1 / s.n, u=total))
    theorem = whole.by(use(rules.nonnegative_sum, because=(term, s.i))).qed(
        f"convex-{p}", f"The loss is convex in ${p}$"
    )
    behind = (Proof(lemma, role="lemma") for last in (scaled, form, *gaps) for lemma in (*lemmas(last), last))
    return (*behind, term, theorem)


def _scaled(c: Symbol, p: Symbol) -> Derivation:
    """c|u| = |cu| for c ≥ 0."""
    u = Symbol("u")
    found = proved(c * Abs(u), Abs(c * u), Given((Le(0, c),)), f"sign-of-factor-{p}")
    assert found is not None
    return found.named(f"factor-inside-{p}")


def _summed(line: Chain, total: Expr, known: Given, name: str) -> tuple[Chain, tuple[Derivation, ...]]:
    """0 ≤ … with one sum at the right, and the theorem that says so where no line does. Raises Refused."""
    try:
        return line.eq(Le(0, total)), ()
    except Refused:
        found = proved(right_of(line), total, known, f"{name}-of-one")
    if found is None:
        raise Refused("what is between the chord and the loss is not seen to be a sum")
    return line.by(found.named(name)), (found.named(name),)


def _as_bent(model: Likelihood, loss: Bent) -> Derivation:
    """ℓ(p) = (1/n) Σ_i [k |g| + rest], for every p."""
    s, p = model.setting, model.point
    line = chain(model.ell, model.somewhere).unfold(model.functions[2])
    target = in_own_nodes(s.mean(loss.term))
    same = proved(line.expression, target, model.somewhere, f"bent-cases-{p}")
    if same is None:
        raise Refused("the loss is not seen to be made of absolute values")
    return rewritten(line.derivation, (), same.named(f"in-absolute-values-{p}")).named(f"bent-{p}")
