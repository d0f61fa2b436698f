"""Where a density is positive: what is typed as cases, one of which is 0, as a support; and what is still to be said.

>>> from sympy import oo, symbols
>>> from mlce_sym.families.family import Named
>>> y, b = symbols("y b")
>>> cases = Piecewise((1 / b, (y >= 0) & (y <= b)), (0, True))
>>> positive = Named(b, Interval.open(0, oo))
>>> found = where_positive(Family("u", "Uniform", cases, Named(y, Interval(0, oo)), (positive,)))
>>> found.density, found.data.domain
(1/b, Interval(0, b))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sympy import (
    Abs,
    And,
    Basic,
    Expr,
    FiniteSet,
    GreaterThan,
    Integer,
    Interval,
    Lambda,
    LessThan,
    Mul,
    Ne,
    Not,
    Number,
    Piecewise,
    Pow,
    Range,
    S,
    Set,
    StrictGreaterThan,
    StrictLessThan,
    Symbol,
    binomial,
    exp,
    log,
    oo,
    sstr,
)
from sympy.core.relational import Relational

from ..border.binding import substitute
from ..border.given import Given
from ..border.nodes import Cases, Different, Le, Undefined
from ..families.family import Family, Named, facts
from ..prover.logic import holds, missing
from .setting import Setting
from .slopes import given_at_a_point

MOST_OUTCOMES = 1000
ORDER = (GreaterThan, StrictGreaterThan, LessThan, StrictLessThan)


def where_positive(family: Family) -> Family:
    """A density that is 0 but in one case as what it is there: the condition narrows the support, or is given."""
    family = replace(family, density=_exhausted(family.density, family.data))
    f = _in_one_case(family.density)
    if not isinstance(f, Piecewise) or len(f.args) != 2 or f.args[1] != (S.Zero, S.true):
        return family
    (value, condition), _ = f.args
    support, given = family.data.domain, list[Basic]()
    for fact in condition.args if isinstance(condition, And) else (condition,):
        narrowed = _narrowed(support, family.data.symbol, fact)
        support, given = (support, [*given, fact]) if narrowed is None else (narrowed, given)
    data = replace(family.data, domain=support)
    return replace(family, density=value, data=data, given=(*family.given, *given))


def _in_one_case(f: Expr) -> Expr:
    """A product, some factors of which are 0 but in one case, as what it is where all of these are the case."""
    factors = Mul.make_args(f)
    single: list[Any] = [part for part in factors if _is_in_one_case(part)]
    if not single or f in single:
        return f
    others = Mul(*(part for part in factors if part not in single))
    value = others * Mul(*(part.args[0][0] for part in single))
    return Piecewise((value, And(*(part.args[0][1] for part in single))), (S.Zero, True))


def _is_in_one_case(part: Any) -> bool:
    return isinstance(part, Piecewise) and len(part.args) == 2 and part.args[1] == (S.Zero, S.true)


def _exhausted(f: Expr, data: Named) -> Expr:
    """Cases that together are all of the support: the last one is what is left."""
    if not isinstance(f, Piecewise) or f.args[-1][1] == S.true:
        return f
    *first, (value, last) = f.args
    outcomes = _representatives(data.domain, [condition for _, condition in f.args])
    left = [y for y in outcomes if not any(_said(condition, data.symbol, y) for _, condition in first)]
    told = left and all(_said(last, data.symbol, y) for y in left)
    return Piecewise(*first, (value, True)) if told or _is_left(last, [c for _, c in first], data) else f


def _is_left(last: Basic, first: Iterable[Basic], data: Named) -> bool:
    """Whether a condition holds of all numbers of an interval for which none of the first ones does."""
    facts_of_last = last.args if isinstance(last, And) else (last,)
    if not isinstance(data.domain, Interval) or not all(isinstance(fact, Relational) for fact in facts_of_last):
        return False
    others = (Not(condition) for condition in first)
    known = Given((*facts(data.symbol, data.domain), *(c for c in others if isinstance(c, Relational))))
    return all(holds(known, fact) for fact in facts_of_last)


def _representatives(support: Set, conditions: list[Basic]) -> list[Basic]:
    """All outcomes; of the integers from a number on, perhaps up to a name, those up to one above every number in the
    conditions, which say the same of all that follow."""
    if isinstance(support, FiniteSet):
        return list(support)
    first = _first(support)
    numbers = [number for condition in conditions for number in condition.atoms(Number)]
    linear = all(
        any(isinstance(side, Symbol) for side in part.args) for c in conditions for part in c.atoms(Relational)
    )
    if first is None or not linear or any(abs(number) > MOST_OUTCOMES for number in numbers):
        return []
    return list(map(Integer, range(first, int(max(numbers, default=S.Zero)) + 2)))


def _first(support: Set) -> int | None:
    """The least of the integers from a number on."""
    if isinstance(support, Range) and support.step == 1 and support.start.is_Integer:
        return int(support.start)
    return {S.Naturals0: 0, S.Naturals: 1}.get(support)


def _said(condition: Basic, symbol: Symbol, y: Basic) -> bool:
    """Whether a condition holds of an outcome."""
    return bool(condition.xreplace({symbol: y}) == S.true)


def _narrowed(support: Set, y: Symbol, fact: Any) -> Set | None:
    """The outcomes that meet a fact; or the interval with the end that y ≤ b or y ≥ a gives it, where it had none
    there, or that one."""
    if isinstance(support, FiniteSet) and all(_said(fact, y, one) or _said(~fact, y, one) for one in support):
        return FiniteSet(*(one for one in support if _said(fact, y, one)))
    if not isinstance(support, Interval) or not isinstance(fact, ORDER):
        return None
    low, high = fact.args if isinstance(fact, (LessThan, StrictLessThan)) else reversed(fact.args)
    is_open = isinstance(fact, (StrictGreaterThan, StrictLessThan))
    if low == y and support.end in (oo, high):
        return Interval(support.start, high, support.left_open, is_open or (support.right_open and support.end == high))
    if high == y and support.start in (-oo, low):
        return Interval(low, support.end, is_open or (support.left_open and support.start == low), support.right_open)
    return None


def apart_from_kinks(family: Family) -> Family:
    """The family, where the density is positive only apart from a kink, as |y − μ|^β is, from an end of the support, as
    y e^(−y) on y ≥ 0 is, or from some values of the parameters, as ξ^(−1) is: that no observation lies there, and that
    these are others, is given, which leaves out a set of measure 0."""
    kinks = {part.args[0] for part in family.density.atoms(Abs) if family.data.symbol in part.free_symbols}
    continuous = isinstance(family.data.domain, Interval) or family.data.domain == S.Reals
    needed = unmet(family)
    if needed and all(isinstance(fact, Ne) and family.data.symbol not in fact.free_symbols for fact in needed):
        return replace(family, given=(*family.given, *needed))
    inner = _without_ends(family) if needed else iter(())
    if (within := next((one for one in inner if not unmet(one)), None)) is not None:
        return within
    if not kinks or not continuous or not needed:
        return family
    apart = replace(family, given=(*family.given, *(Different(kink, 0) for kink in sorted(kinks, key=str))))
    return family if unmet(apart) else apart


def _without_ends(family: Family) -> Iterator[Family]:
    """The family where no observation lies at the lower end of the support, at the upper one, or at either."""
    y, support = family.data.symbol, family.data.domain
    if not isinstance(support, Interval):
        return
    ends = ((support.start, support.left_open), (support.end, support.right_open))
    closed = [end for end, is_open in ends if not is_open]
    for left_out in ([end] for end in closed) if len(closed) < 2 else ([closed[0]], [closed[1]], closed):
        opened = (support.left_open or support.start in left_out, support.right_open or support.end in left_out)
        data = replace(family.data, domain=Interval(support.start, support.end, *opened))
        yield replace(family, data=data, given=(*family.given, *(Different(y, end) for end in left_out)))


def unmet(family: Family) -> tuple[Basic, ...]:
    """What has to hold of an observation so that its density is positive, and does not follow."""
    setting = Setting(family)
    return _missing(setting, (setting.of_data(setting.density),))


def _missing(setting: Setting, terms: Iterable[Expr]) -> tuple[Basic, ...]:
    """What the logarithms of these terms need, and does not follow."""
    given = given_at_a_point(setting, of_one=True)
    back = {setting.vector(s): Lambda(setting.i, s) for s in setting.varying}
    needs = (fact for term in terms for fact in missing(given, log(term, evaluate=False)))
    return tuple(dict.fromkeys(substitute(fact, back) for fact in needs))


def needed(family: Family) -> tuple[Basic, ...]:
    """The same as facts about the factors of the density, where these do."""
    setting = Setting(family)
    return _missing(setting, _bases(setting.of_data(setting.density))) or unmet(family) if unmet(family) else ()


def _bases(term: Expr) -> Iterator[Expr]:
    """The bases of the factors, of each case."""
    for part in Mul.make_args(term):
        if isinstance(part, Cases):
            yield from (base for value in part.args[1:] for base in _bases(value))
        elif isinstance(part, Pow) and not isinstance(part, exp):
            yield from _bases(part.base)
        else:
            yield part


def advice(family: Family) -> str:
    """What to say so that the density is positive, in the names that were typed."""
    lacking = needed(family)
    if any(fact == S.false or fact.has(Undefined) for fact in lacking):
        y = family.data.symbol
        return f"no case need hold of {y}; let the last one be 'otherwise', or narrow the support to where one does"
    said = list(map(_written, dict.fromkeys(fact for one in lacking for fact in _plainer(family, one))))
    options = " ".join(f"--given '{fact}'" for fact in said)
    return f"nothing says that {' and '.join(said)}; narrow the support, or say it: {options}" if said else ""


def _plainer(family: Family, fact: Basic) -> tuple[Basic, ...]:
    """That C(m, y) is positive as y ≤ m, where that is enough."""
    binomials = fact.atoms(binomial) if isinstance(fact, StrictLessThan) else ()
    setting = Setting(family)
    known = given_at_a_point(setting, of_one=True)
    for m, y in (one.args for one in binomials):
        more = Given((*known.hypotheses, setting.of_data(Le(y, m))), known.definitions)
        if holds(more, setting.of_data(fact)):
            return (Le(y, m),)
    return (fact,)


def _written(fact: Basic) -> str:
    return f"{fact.lhs} != {fact.rhs}" if isinstance(fact, Ne) else str(sstr(fact))
