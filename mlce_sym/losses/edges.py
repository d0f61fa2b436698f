"""The maximum-likelihood estimate of a parameter at which the support ends: the largest, or the smallest observation.

The likelihood is 0 for parameters that leave an observation out, so that what is compared is every other parameter of
the set Θ of those that leave none out. A named observation y_j is at least (at most) every other one; that is a
hypothesis, and part of the answer.

>>> from sympy import Interval, oo, symbols
>>> from mlce_sym.families.family import Family, Named
>>> from .derive import loss_of
>>> y, b = symbols("y b")
>>> found = loss_of(Family("u", "Uniform", 1 / b, Named(y, Interval(0, b)), (Named(b, Interval.open(0, oo)),)))
>>> found.estimates, found.conditions
({b: y[k]}, (0 < y[k], (y[i] <= y[k] for all i in 1..n)))
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Abs, Basic, Expr, Interval, Lambda, Range, S, Symbol

from .. import rules
from ..border.binding import substitute
from ..border.given import Given
from ..border.nodes import ArgMax, IndexRange, Lt, Member, Without
from ..prover import Chain, chain, use
from ..prover.document import Line, Proof
from ..prover.logic import holds
from ..prover.tactics import common_form
from ..terms.errors import Refused
from .claims import Hypothesis, OnlyElement, Proved
from .estimate import Estimate
from .setting import Setting
from .theorem import Likelihood


def at_the_edge(model: Likelihood, optimum: Proof) -> Estimate | None:
    """The estimate, where the support ends at the one parameter and no other one of Θ is as good; None elsewhere."""
    extremes = () if model.several else _extremes(model.setting, model.point)
    return next(filter(None, (_best(model, optimum, k, extreme) for k, extreme in extremes)), None)


def _best(model: Likelihood, optimum: Proof, k: Symbol, extreme: Expr) -> Estimate | None:
    """The estimate, where the observation k is one at which it is that."""
    s = model.setting
    known = Given((*model.everywhere.hypotheses, Member(k, IndexRange(1, s.n))), model.definitions)
    inside = (substitute(s.quantified(fact), {model.point: extreme}) for fact in s.about_parameters)
    conditions = tuple(fact for fact in inside if not holds(known, fact))
    given = Given((*known.hypotheses, *conditions, Member(extreme, model.domain)), model.definitions)
    try:
        lemma = _below_all_others(model, extreme, given)
        line = chain(ArgMax(model.L, (model.point, model.domain)), given).by(optimum)
        least = use(rules.unique_minimiser, a=extreme, f=Lambda(model.point, model.ell), because=(lemma, model.point))
        theorem = line.by(least).qed(f"estimate{model.suffix}", "The maximum-likelihood estimate")
    except Refused:
        return None
    first, names = len(known.hypotheses), model.own_names
    supposed = tuple(Proved(theorem, Hypothesis(first + place, names)) for place in range(len(conditions)))
    return Estimate(Proved(theorem, OnlyElement(names)), supposed, (lemma, theorem))


def _extremes(s: Setting, p: Symbol) -> Iterator[tuple[Symbol, Expr]]:
    """What the parameter is where an observation lies at a closed end of the support, and which one that is."""
    support = s.family.data.domain
    if isinstance(support, Range):
        closed = [("j", support.start), ("k", support.stop - 1)]
    elif isinstance(support, Interval):
        ends = (("j", support.start, support.left_open), ("k", support.end, support.right_open))
        closed = [(name, end) for name, end, is_open in ends if not is_open]
    else:
        return
    moving = [(s.name(name), end) for name, end in closed if p in end.free_symbols]
    if len(moving) == 2 and moving[0][1] == -moving[1][1] == -p:
        yield moving[1][0], Abs(s.y[moving[1][0]])
    for k, end in moving:
        a, b = end.diff(p), end.xreplace({p: S.Zero})
        if p not in a.free_symbols:
            yield k, (s.y[k] - b) / a


def _below_all_others(model: Likelihood, extreme: Expr, given: Given) -> Proof:
    """ℓ at the extreme observation is less than at any other parameter of Θ. Raises Refused."""
    p = model.point
    apart = Given((*given.hypotheses, Member(p, Without(model.domain, extreme))), given.definitions)
    start: Basic = Lt(substitute(model.ell, {p: extreme}), model.ell)
    line = chain(start, apart).unfold(model.functions[2])
    try:
        loss = model.setting.parts.loss  # of one observation, which does not depend on it
        line = line.eq(Lt(substitute(loss, {p: extreme}), loss), reason="the same for every observation")
        line = line.by(rules.known_order)
    except Refused:
        simple = common_form(line.derivation)
        line = Chain(simple, (*line.lines, Line(len(simple.steps), "the constants do not count")))
        line = line if line.expression == rules.known_order.rhs else line.by(rules.known_order)
    return line.qed(f"edge{model.suffix}", "No other parameter is as good", role="lemma")
