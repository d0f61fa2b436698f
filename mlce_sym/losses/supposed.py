"""That a density is positive, where the logic does not see it and numbers speak for it: a hypothesis, which is printed.

>>> from sympy import Interval, S, symbols
>>> from ..families.family import Family, Named
>>> y, q, b = symbols("y q b")
>>> weibull = q ** (y**b) - q ** ((y + 1) ** b)
>>> unit, positive = Named(q, Interval.open(0, 1)), Named(b, Interval.open(0, oo))
>>> supposed(Family("weibull", "Discrete Weibull", weibull, Named(y, S.Naturals0), (unit,), (positive,)))
(0 < q**(y**b) - q**((y + 1)**b),)
"""

from __future__ import annotations

from collections.abc import Iterator

from sympy import Basic, Expr, LessThan, Ne, Range, Set, StrictLessThan, Symbol, oo

from ..border.binding import in_sympys_nodes
from ..border.nodes import Converges, From
from ..evidence import Undecided, ball, total
from ..evidence.balls import rebuilt
from ..evidence.samples import outcomes, samples
from ..families.family import Family
from .positive import needed

SAMPLES = 15  # of values of the parameters and of what is known
LEAST = 8  # places at which a fact has to hold


def supposed(family: Family) -> tuple[Basic, ...]:
    """What has to hold so that the density is positive and does not follow, if certain numbers agree with each of these
    facts wherever they are told, and nothing if they do not."""
    facts = needed(family)
    return facts if all(_is_seen(fact, family) for fact in facts) else ()


def _is_seen(fact: Basic, family: Family) -> bool:
    if isinstance(fact, Converges):
        return _is_finite(fact, family)
    if not isinstance(fact, (StrictLessThan, LessThan, Ne)):
        return False
    signs = list(_signs(in_sympys_nodes(fact.args[1] - fact.args[0]), family))
    least = 0 if isinstance(fact, LessThan) else 1
    return len(signs) >= LEAST and min(map(abs, signs) if isinstance(fact, Ne) else signs) >= least


def _is_finite(fact: Converges, family: Family) -> bool:
    """Whether a series of positive terms without the observation has a finite sum at all values that are tried."""
    body, index = in_sympys_nodes(fact.bodies[0]), fact.variable
    if not isinstance(fact.domain, From) or family.data.symbol in body.free_symbols:
        return False
    try:
        found = [total(body, index, Range(fact.domain.args[0], oo), values) for values in samples(_domains(family))]
    except Undecided:
        return False
    return all(one.rigorous and not one.infinite for one in found)


def _domains(family: Family) -> dict[Symbol, Set]:
    return {one.symbol: one.domain for one in (*family.known, *family.parameters)}


def _signs(gap: Expr, family: Family) -> Iterator[int]:
    """Of a number, where it is certain: at values of everything in it."""
    for values in samples(_domains(family), SAMPLES):
        for y in outcomes(rebuilt(family.data.domain, values)):
            try:
                value = ball(gap, {**values, family.data.symbol: y})
            except Undecided:
                continue
            if value > 0 or value < 0 or value == 0:
                yield 1 if value > 0 else -1 if value < 0 else 0
