"""Is a function a density: nowhere negative, and of total mass 1?

>>> from sympy import Interval, exp, oo, symbols
>>> y, rate = symbols("y lambda")
>>> is_density(rate * exp(-rate * y), y, Interval(0, oo), {rate: Interval.open(0, oo)}).kind
'agrees'
>>> print(is_density(exp(-rate * y), y, Interval(0, oo), {rate: Interval.open(0, oo)}))
differs: at lambda = 3/2 the total is 0.666667, not 1; it seems to be 1/lambda
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from flint import arb
from sympy import (
    And,
    Basic,
    Contains,
    Eq,
    Expr,
    FiniteSet,
    Integer,
    Interval,
    Ne,
    Piecewise,
    Rational,
    S,
    Symbol,
    Unequality,
)
from sympy.core.relational import Relational

from .balls import Undecided, ball, rebuilt
from .closed_forms import FEW, Domains, close, closed_form
from .estimates import estimate
from .halflines import Total
from .samples import COUNT, outcomes, samples
from .totals import total

Kind = Literal["agrees", "differs", "negative", "undecided"]

TURNS = 12  # as many more samples are tried where some have to meet what is given
NEARLY = 1e-4  # by which an estimate may be off


@dataclass(frozen=True)
class Finding:
    """`agrees`: at every sample the total is 1 to six digits and no negative value was met: evidence, not a proof.
    `differs`, `negative`: certain, by the rigorous `value` at the values in `at` (and at `outcome`).
    `undecided`: `why`. A `suggestion` is a closed form of the total that agrees at every sample.
    """

    kind: Kind
    at: tuple[tuple[Symbol, Rational], ...] = ()
    value: arb | None = None
    outcome: Expr | None = None
    suggestion: Expr | None = None
    why: str = ""

    def __str__(self) -> str:
        place = ", ".join(f"{symbol} = {value}" for symbol, value in self.at)
        at = f"at {place} " if place else ""
        if self.kind == "differs":
            seems = f"; it seems to be {self.suggestion}" if self.suggestion is not None else ""
            return f"differs: {at}the total is {shown(self.value)}, not 1{seems}"
        if self.kind == "negative":
            return f"negative: {at}the value at {self.outcome} is {shown(self.value)}"
        return f"undecided: {at}{self.why}" if self.kind == "undecided" else "agrees"


def shown(number: arb | None) -> str:
    if number is None or not number.is_finite():
        return "infinite"
    return str(number.str(6, radius=False))


def is_density(
    density: Expr,
    y: Symbol,
    support: Basic,
    parameters: Domains,
    known: Mapping[Symbol, Basic] | None = None,
    given: tuple[Basic, ...] = (),
) -> Finding:
    """Try the density at rational values inside the domains (SymPy sets) of the parameters and known constants that
    meet what is given of them; what is given of the observation narrows the support.

    Domains are read in order: `known`, then `parameters`; an end may name an earlier symbol.
    """
    domains = {**(known or {}), **parameters}
    undecided: list[Finding] = []
    narrowing = [fact for fact in given if y in fact.free_symbols and not isinstance(fact, Unequality)]
    density = Piecewise((density, And(*narrowing)), (0, True)) if narrowing else density
    try:
        for place, values in enumerate(_meeting(domains, [fact for fact in given if y not in fact.free_symbols])):
            found = _negative(density, y, support, values)
            if found is None and (place < FEW or not _is_roughly_one(density, y, support, values)):
                found = _mass(density, y, support, values)
            if found is not None and found.kind != "undecided":
                return _of_given(found, narrowing) if given else _explained(found, density, y, support, domains)
            undecided += [found] if found is not None else []
    except Undecided as reason:
        return Finding("undecided", why=str(reason))
    return undecided[0] if undecided else Finding("agrees")


def _of_given(found: Finding, narrowing: list[Basic]) -> Finding:
    """What is given of an observation may be its support, or may not: that the total is not 1 there tells nothing."""
    if found.kind != "differs" or not narrowing:
        return found
    return Finding("undecided", found.at, why=f"the total is {shown(found.value)} where what is given holds")


def _meeting(domains: Domains, facts: list[Basic]) -> Iterator[dict[Symbol, Rational]]:
    """Samples at which the facts hold. Raises Undecided where there are none."""
    if not facts:
        yield from samples(domains)
        return
    tried = [values for values in samples(domains, COUNT * TURNS) if all(_holds(fact, values) for fact in facts)]
    if not tried:
        raise Undecided("values that meet what is given were not found")
    yield from tried[:COUNT]


def _holds(fact: Basic, values: dict[Symbol, Rational]) -> bool:
    sides = (rebuilt(side, values) for side in fact.args)
    return bool(fact.func(*sides) == S.true)


def _is_roughly_one(density: Expr, y: Symbol, support: Basic, values: dict[Symbol, Rational]) -> bool:
    """As far as that is quick to see; what is known rigorously at a few samples need not be at all."""
    found = estimate(density, y, support, values)
    return found is not None and abs(found - 1) < NEARLY


def _negative(density: Expr, y: Symbol, support: Basic, values: dict[Symbol, Rational]) -> Finding | None:
    for outcome, value in _values(density, y, support, values):
        if value < 0:
            return Finding("negative", tuple(values.items()), value, outcome)
    return None


def _values(density: Expr, y: Symbol, support: Basic, values: dict[Symbol, Rational]) -> Iterator[tuple[Expr, arb]]:
    """The density at some outcomes, where balls tell it."""
    for outcome in outcomes(rebuilt(support, values)):
        try:
            yield outcome, ball(density, {**values, y: outcome})
        except Undecided:
            continue


def point_masses(density: Expr, y: Symbol, support: Basic) -> tuple[Expr, ...]:
    """The numbers of an interval that cases tell apart from those beside them: they may have probabilities.

    >>> from sympy import Eq, Interval, Ne, oo, symbols
    >>> y, p = symbols("y p")
    >>> point_masses(Piecewise((p, Eq(y, 0)), (2 * y * (1 - p), True)), y, Interval(0, 1))
    (0,)
    >>> point_masses(Piecewise((2 * y, y < 1), (p, True)), y, Interval(0, 1)), point_masses(abs(y), y, Interval(0, 1))
    ((1,), ())
    >>> point_masses(Piecewise((1 - p, y < 1), (p, True)), y, Interval(0, oo))  # from 1 on it is p
    ()
    """
    if not isinstance(support, Interval) and support is not S.Reals:
        return ()
    found = {end for condition in _conditions(density, y) for end in _numbers(condition, y)}
    return tuple(sorted((end for end in found if _is_apart(density, y, end, support)), key=str))


def _conditions(density: Expr, y: Symbol) -> Iterator[Any]:
    """What cases ask of y."""
    cases = (condition for piece in density.atoms(Piecewise) for _, condition in piece.args)
    return (one for condition in cases for one in condition.atoms(Relational, Contains) if y in one.free_symbols)


def _numbers(condition: Any, y: Symbol) -> tuple[Any, ...]:
    """The numbers with which a condition compares y itself."""
    if isinstance(condition, Contains):
        element, domain = condition.args
        return domain.args if element == y and isinstance(domain, FiniteSet) else ()
    return tuple(side for side in condition.args if y not in side.free_symbols) if y in condition.args else ()


def _is_apart(density: Expr, y: Symbol, c: Expr, support: Any) -> bool:
    """Is the case at c neither the one below nor the one above it, as far as there are numbers there?"""
    sides = (*((-1,) if c != support.inf else ()), *((1,) if c != support.sup else ()))
    here = _beside(density, y, c, 0)
    return here != 0 and here not in [_beside(density, y, c, side) for side in sides]


def _beside(term: Any, y: Symbol, c: Expr, side: int) -> Any:
    """The term with what its conditions compare with c decided, at c (0), below (−1) or above it (1)."""
    if isinstance(term, Contains) and c in _numbers(term, y):
        return S.true if side == 0 else S.false
    if isinstance(term, Relational) and set(term.args) == {y, c}:
        return term.func(*(Integer(side) if one == y else S.Zero for one in term.args))
    if not term.has(Piecewise, Relational, Contains):
        return term
    return term.func(*(_beside(part, y, c, side) for part in term.args))


def _is_hidden(density: Expr, y: Symbol) -> bool:
    """Does a case ask for single numbers otherwise than by their names, as |y| = 1?"""
    return any(isinstance(one, (Eq, Ne)) and not _numbers(one, y) for one in _conditions(density, y))


def _with_masses(found: Total, density: Expr, y: Symbol, support: Any, values: dict[Symbol, Rational]) -> Total:
    """The total of a density beside probabilities of single numbers: of the integral, and of these."""
    inside = [
        c for c in (rebuilt(one, values) for one in point_masses(density, y, support)) if c in rebuilt(support, values)
    ]
    return (
        Total(found.value + sum(ball(density, {**values, y: c}) for c in inside), found.rigorous) if inside else found
    )


def _mass(density: Expr, y: Symbol, support: Basic, values: dict[Symbol, Rational]) -> Finding | None:
    """What is found at these values, or None where the total is 1."""
    at = tuple(values.items())
    try:
        found = total(density, y, support, values)
        if not found.value.contains(1):
            found = _with_masses(found, density, y, support, values)
    except Undecided as reason:
        return Finding("undecided", at, why=str(reason))
    if found.rigorous and not found.value.contains(1):
        if _is_hidden(density, y):
            return Finding("undecided", at, why="which numbers have probabilities of their own is not seen")
        return Finding("differs", at, found.value)
    return None if found.rigorous and close(found.value, arb(1)) else Finding("undecided", at, why=_vague(found))


def _vague(found: Total) -> str:
    reason = "it is known too roughly" if found.rigorous else "what is far out could not be bounded"
    return f"the total is about {shown(found.value)}, but {reason}"


def _explained(found: Finding, density: Expr, y: Symbol, support: Basic, domains: Domains) -> Finding:
    """With a closed form of a finite total that is not 1."""
    if (
        found.kind != "differs"
        or found.value is None
        or not found.value.is_finite()
        or point_masses(density, y, support)
    ):
        return found
    return Finding("differs", found.at, found.value, suggestion=closed_form(density, y, support, domains))
