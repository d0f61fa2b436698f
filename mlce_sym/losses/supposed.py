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

from collections.abc import Iterator, Mapping
from typing import Any, cast

from sympy import Basic, Expr, Interval, LessThan, Ne, Range, Rational, S, Set, StrictLessThan, Symbol, oo

from ..border.binding import in_sympys_nodes
from ..border.nodes import Converges, From
from ..evidence import Undecided, ball, total
from ..evidence.balls import rebuilt, told
from ..evidence.samples import outcomes, samples
from ..families.family import Family
from .positive import needed

SAMPLES = 15  # of values of the parameters and of what is known
LEAST = 8  # places at which a fact has to hold
STARTS, ROUNDS, SHARES, FINEST = 3, 8, (2, 8, 64), 4096  # of the ways down from the lowest ones


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
    gap = in_sympys_nodes(fact.args[1] - fact.args[0])
    told = list(_told(gap, family))
    least = 0 if isinstance(fact, LessThan) else 1
    signs = [_sign(value) for value, _ in told]
    if len(signs) < LEAST or min(map(abs, signs) if isinstance(fact, Ne) else signs) < least:
        return False
    starts = sorted(told, key=lambda one: float(one[0].mid()))[:STARTS] if not isinstance(fact, Ne) else []
    return all(_sign(_lowest(gap, family, *start)) >= least for start in starts)


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


def _values(family: Family) -> Iterator[Mapping[Symbol, Expr]]:
    """Values of the parameters and of what is known; those at the closed ends of their domains as well."""
    found = samples(_domains(family), SAMPLES)
    yield from found
    for symbol, domain in _domains(family).items():
        if isinstance(domain, Interval):
            ends = ((domain.start, domain.left_open), (domain.end, domain.right_open))
            yield from ({**found[0], symbol: end} for end, is_open in ends if not is_open and end.is_Rational)


def _domains(family: Family) -> dict[Symbol, Set]:
    return {one.symbol: one.domain for one in (*family.known, *family.parameters)}


def _told(gap: Expr, family: Family) -> Iterator[tuple[Any, dict[Symbol, Expr]]]:
    """The number where its sign is certain, and the values of everything in it."""
    for values in _values(family):
        for y in outcomes(rebuilt(family.data.domain, values)):
            at = {**values, family.data.symbol: y}
            if (value := _certain(gap, at)) is not None:
                yield value, at


def _certain(gap: Expr, at: Mapping[Symbol, Expr]) -> Any:
    """The number there as a ball, if its sign is certain."""
    try:
        value = ball(gap, at)
    except Undecided:
        return None
    return value if value > 0 or value < 0 or value == 0 else None


def _sign(value: Any) -> int:
    return 1 if value > 0 else -1 if value < 0 else 0


def _lowest(gap: Expr, family: Family, value: Any, at: dict[Symbol, Expr]) -> Any:
    """The least of the numbers on a way down from there: one name after the other moves, as far as its domain goes."""
    domains = {**_domains(family), family.data.symbol: family.data.domain}
    for _ in range(ROUNDS):
        before = value
        for symbol in domains:
            for moved in _beside(at[symbol], rebuilt(domains[symbol], at)):
                there = {**at, symbol: moved}
                if not _is_allowed(family, domains, there) or (lower := _certain(gap, there)) is None:
                    continue
                value, at = (lower, there) if lower < value else (value, at)
        if value < 0 or not value < before:
            break
    return value


def _beside(value: Any, domain: Basic) -> Iterator[Expr]:
    """Numbers at its sides; towards the ends of an interval, or one further."""
    if not isinstance(domain, Interval):
        yield from (value - 1, value + 1) if value.is_Integer else ()
        return
    for end, sign in ((domain.start, -1), (domain.end, 1)):
        width = abs(end - value) if end.is_finite else 2 * abs(value) + 2
        for share in SHARES:
            moved = Rational(round((value + sign * width / share) * FINEST), FINEST)
            yield from (moved,) if moved != value else ()


def _is_allowed(family: Family, domains: Mapping[Symbol, Set], at: Mapping[Symbol, Expr]) -> bool:
    """Whether all of them lie in their domains, and what is given holds."""
    sets = {symbol: cast(Set, rebuilt(domain, at)) for symbol, domain in domains.items()}
    inside = all(domain.contains(at[symbol]) == S.true for symbol, domain in sets.items())
    return inside and all(told(fact, at) for fact in family.given)
