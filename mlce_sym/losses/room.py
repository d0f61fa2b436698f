"""The open set in which a parameter lies beside the others: its domain, and what is given of it and of them.

>>> from sympy import symbols
>>> from mlce_sym.families.family import Named
>>> y, p, q = symbols("y p q")
>>> numbers = (Named(p, Interval.open(0, oo)), Named(q, Interval.open(0, oo)))
>>> family = Family("t", "Three", p + q, Named(y, Interval.open(0, 1)), numbers, given=(p + q < 1,))
>>> room(family, numbers[0])
Interval.open(0, 1 - q)
>>> narrowed(family, numbers[0]).given
(0 < 1 - q,)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sympy import Basic, Expr, Interval, Mul, S, Set, StrictGreaterThan, StrictLessThan, expand_mul, oo

from ..border.given import Given
from ..border.nodes import Le, Lt
from ..families.family import Family, Named, facts
from ..prover.logic import holds

UP, DOWN = 1, -1


def room(family: Family, named: Named) -> Set:
    """The domain with the ends that strict inequalities, linear in the parameter, give it beside the other numbers."""
    return _narrowed(family, named)[0]


def narrowed(family: Family, named: Named) -> Family:
    """The family where the domain of that parameter says this, and what is given says that it has a number in it."""
    domain, told = _narrowed(family, named)
    if not told or not isinstance(domain, Interval):
        return family
    numbers = tuple(replace(one, domain=domain) if one == named else one for one in family.parameters)
    is_any = [Lt(domain.start, domain.end)] if domain.start != -oo and domain.end != oo else []
    return replace(family, parameters=numbers, given=(*(f for f in family.given if f not in told), *is_any))


def _narrowed(family: Family, named: Named) -> tuple[Set, tuple[Basic, ...]]:
    """The set, and the facts that it says."""
    domain, told = named.domain, list[Basic]()
    for fact in _about(family, named):
        side, end = _bound(fact, named) or (0, S.Zero)
        within = _with_end(family, domain, side, end) if side else None
        if within is not None and _says_the_same(fact, Lt(named.symbol, end) if side == UP else Lt(end, named.symbol)):
            domain, told = within, [*told, fact]
    return domain, tuple(told)


def _about(family: Family, named: Named) -> Iterator[Basic]:
    """What is said of the parameter and of other numbers that are the same for all observations."""
    of_each = {family.data.symbol, *(one.symbol for one in (*family.parameters, *family.known) if one.each)}
    others = (one for one in (*family.parameters, *family.known) if one != named)
    said = (*family.given, *(fact for one in others for fact in facts(one.symbol, one.domain)))
    yield from (fact for fact in said if named.symbol in fact.free_symbols and not of_each & fact.free_symbols)


def _bound(fact: Basic, named: Named) -> tuple[int, Expr] | None:
    """The end that it gives the parameter, and on which side, where it is a strict inequality linear in it."""
    if not isinstance(fact, (StrictLessThan, StrictGreaterThan)):
        return None
    low, high = fact.args if isinstance(fact, StrictLessThan) else reversed(fact.args)
    gap = expand_mul(high - low)
    slope = gap.diff(named.symbol)
    if not slope.is_Rational or slope == 0:
        return None
    end = expand_mul(named.symbol - gap / slope)
    return (UP if slope < 0 else DOWN), end


def _says_the_same(fact: Basic, order: Basic) -> bool:
    """Whether each of the two follows from the other one."""
    return holds(Given((fact,)), order) and holds(Given((order,)), fact)


def _with_end(family: Family, domain: Set, side: int, end: Expr) -> Set | None:
    """The open interval with that end, where it is known to be within the one that there was."""
    if domain == S.Reals:
        domain = Interval(-oo, oo)
    if not isinstance(domain, Interval) or not (domain.left_open and domain.right_open):
        return None
    before = domain.end if side == UP else domain.start
    inside = Le(end, before) if side == UP else Le(before, end)
    if before not in (oo, -oo) and not holds(known(family), inside):
        return None
    return Interval.open(domain.start, end) if side == UP else Interval.open(end, domain.end)


def known(family: Family) -> Given:
    """What is declared and given of the numbers."""
    numbers = (*family.parameters, *family.known)
    return Given((*(fact for one in numbers for fact in facts(one.symbol, one.domain)), *family.given))


def in_positive_factors(point: Expr, given: Given) -> Expr:
    """(q − 1)/(m − 1) as (1 − q)/(1 − m), where what is given says that 1 − q and 1 − m are positive."""

    def is_negative(factor: Expr) -> bool:
        base, exponent = factor.as_base_exp()
        return bool(base.is_Add and exponent.is_odd) and holds(given, Lt(base, 0))

    parts = [(-1, _opposite(one)) if is_negative(one) else (1, one) for one in Mul.make_args(point)]
    return Mul(*(sign for sign, _ in parts)) * Mul(*(part for _, part in parts))


def _opposite(factor: Expr) -> Expr:
    """1/(1 − q) of 1/(q − 1)."""
    base, exponent = factor.as_base_exp()
    return (-base) ** exponent
