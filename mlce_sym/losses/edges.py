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
from typing import cast

from sympy import Basic, Expr, Interval, Lambda, Range, Set, Symbol

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
from .theorem import Likelihood


def at_the_edge(model: Likelihood, optimum: Proof) -> Estimate | None:
    """The estimate, where the support ends at the one parameter and no other one of Θ is as good; None elsewhere."""
    s = model.setting
    if model.several or not _ends_at(s.family.data.domain, model.point):
        return None
    extreme = s.y[s.name("j" if cast(Interval, s.family.data.domain).start == model.point else "k")]
    known = Given((*model.everywhere.hypotheses, Member(extreme.indices[0], IndexRange(1, s.n))), model.definitions)
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


def _ends_at(support: Set, p: Symbol) -> bool:
    """Whether a closed end of the support is the parameter, and the other end does not depend on it."""
    if isinstance(support, Range):
        ends: Iterator[Expr] = iter((support.start, support.stop - 1))
    elif isinstance(support, Interval):
        closed = ((support.start, support.left_open), (support.end, support.right_open))
        ends = iter(end for end, is_open in closed if not (is_open and end == p))
    else:
        return False
    moving = [end for end in ends if p in end.free_symbols]
    return moving == [p]


def _below_all_others(model: Likelihood, extreme: Expr, given: Given) -> Proof:
    """ℓ at the extreme observation is less than at any other parameter of Θ. Raises Refused."""
    p = model.point
    apart = Given((*given.hypotheses, Member(p, Without(model.domain, extreme))), given.definitions)
    start: Basic = Lt(substitute(model.ell, {p: extreme}), model.ell)
    line = chain(start, apart).unfold(model.functions[2])
    simple = common_form(line.derivation)
    line = Chain(simple, (*line.lines, Line(len(simple.steps), "the constants do not count")))
    line = line if line.expression == rules.known_order.rhs else line.by(rules.known_order)
    return line.qed(f"edge{model.suffix}", "No other parameter is as good", role="lemma")
