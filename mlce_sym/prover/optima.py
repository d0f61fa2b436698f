"""arg max and arg min of functions that are monotone functions of one another, brought to a common form.

Each becomes the arg min of a function without constants and factors of known sign; a product of positive factors is put
on the scale of the logarithm, and of an increasing function of a simpler term that term is kept.

>>> from sympy import Function, S, Symbol, exp
>>> from mlce_sym.prover.derivation import reflexivity
>>> t, f = Symbol("t"), Function("f")
>>> theorem = reflexivity(Given(), ArgMax(3 * exp(f(t)) + 2, (t, S.Reals)))
>>> while (longer := further(theorem)) is not None:
...     theorem = longer
>>> theorem.rhs
ArgMin(-f(t), (t, Reals))
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import gcd, lcm
from typing import Any

from sympy import (
    Abs,
    Add,
    Basic,
    Derivative,
    Expr,
    Integer,
    Interval,
    Lambda,
    Mul,
    Pow,
    Product,
    Rational,
    S,
    Subs,
    Symbol,
    cancel,
    diff,
    fraction,
    log,
)

from .. import rules
from ..border.binding import Scope, children, fresh, names, occurrences, opened, rebuilt, renamed, substitute
from ..border.given import Given
from ..border.nodes import Above, ArgMax, ArgMin, Lt, Member, Without, derivative
from ..border.places import Place
from ..border.rule import Rule
from ..terms.errors import Refused
from .calculus import worked_out
from .derivation import Algebra, Derivation, reflexivity, rewritten
from .justification import at_place, back, first_place, use
from .logic import holds
from .weights import coefficients

SPANS: tuple[Basic, ...] = (Interval.open(0, 1), Interval.open(-1, 1), Above(1), Above(0), S.Reals)
MOST_TRIED, SMALL, LARGEST = 8, 20, 80


def further(theorem: Derivation) -> Derivation | None:
    """One step nearer to the common form, or None."""
    for place, part in _optima(theorem.rhs):
        scope = opened(part)
        assert scope is not None
        if isinstance(part, ArgMax):
            return _mirrored(theorem, place, scope)
        for way in (_shifted, _scaled, _squared, _completed, _nearest, _on_the_log_scale, _at_slope_zero, _within):
            longer = way(theorem, place, scope)
            if longer is not None:
                return longer
    return None


def _optima(term: Basic, place: Place = ()) -> Iterator[tuple[Place, Basic]]:
    if isinstance(term, (ArgMax, ArgMin)):
        yield place, term
    for number, part in enumerate(children(term)):
        yield from _optima(part, (*place, number))


def bodies(term: Basic) -> Iterator[tuple[Place, Expr]]:
    """What is optimal there, and where it stands."""
    scopes = ((place, opened(part)) for place, part in _optima(term))
    yield from (((*place, 1), _body(scope)) for place, scope in scopes if scope is not None)


def _function(scope: Scope, body: Basic) -> Lambda:
    return Lambda(scope.variable, body)


def _body(scope: Scope) -> Expr:
    (body,) = scope.bodies
    assert isinstance(body, Expr)
    return body


def _inside(theorem: Derivation, scope: Scope) -> tuple[Given, Scope]:
    """What is given of the variable in its domain, under a name of its own."""
    given = theorem.given
    taken = frozenset(name for h in given.hypotheses for name in names(h))
    variable = fresh(scope.variable, taken) if scope.variable in taken else scope.variable
    if variable != scope.variable:
        scope = Scope(scope.head, variable, scope.domain, (renamed(_body(scope), scope.variable, variable),))
    return Given((*given.hypotheses, Member(variable, scope.domain)), given.definitions), scope


def _mirrored(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """arg max f as arg min −f."""
    return at_place(theorem, place, use(rules.argmax_of_negative, f=_function(scope, -_body(scope))))


def _shifted(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """Without the terms that do not move."""
    terms = Add.make_args(_body(scope))
    fixed = [term for term in terms if scope.variable not in names(term)]
    if not fixed or len(fixed) == len(terms):
        return None
    rest = Add(*(term for term in terms if term not in fixed))
    return at_place(theorem, place, use(rules.argmin_of_shifted, c=Add(*fixed), f=_function(scope, rest)))


def _scaled(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """Without the factors, common to all terms, whose sign is known."""
    terms = Add.make_args(_body(scope))
    if scope.variable not in names(_body(scope)):
        return None
    split = [_factors(term, scope.variable) for term in terms]
    factor: Expr = Rational(gcd(*(abs(c.p) for c, _ in split)), lcm(*(c.q for c, _ in split)))
    for base in dict.fromkeys(base for _, powers in split for base in powers):
        power = base ** min(powers.get(base, S.Zero) for _, powers in split)
        factor *= next((sign * power for sign in (1, -1) if holds(theorem.given, Lt(0, sign * power))), S.One)
    if factor == 1:
        return None
    rest = Add(*(term / factor for term in terms))
    return at_place(theorem, place, use(rules.argmin_of_scaled, c=factor, f=_function(scope, rest)))


def _factors(term: Expr, variable: Symbol) -> tuple[Rational, dict[Expr, Any]]:
    """The number in a term, and the rational powers in it that do not move."""
    number, rest = term.as_coeff_Mul()
    assert isinstance(number, Rational)
    powers: dict[Expr, Any] = {}
    for factor in Mul.make_args(rest):
        if variable in names(factor) or factor == 1:
            continue
        is_power = isinstance(factor, Pow) and isinstance(factor.exp, Rational)
        base, exponent = factor.args if is_power else (factor, S.One)
        powers[base] = powers.get(base, S.Zero) + exponent
    return number, powers


def _squared(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """An even power as an absolute value."""
    body = _body(scope)
    if not (isinstance(body, Pow) and isinstance(body.exp, Integer) and int(body.exp) > 0 and int(body.exp) % 2 == 0):
        return None
    root = body.base ** (body.exp / 2)
    return at_place(theorem, place, use(rules.argmin_of_square, f=_function(scope, root)))


def _completed(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """α t² + β t as the square that it is, but for what does not move."""
    t, body = scope.variable, _body(scope)
    known = coefficients(body, t)
    if known is None or set(known) != {1, 2}:
        return None
    square, fixed = known[2] * (t + known[1] / (2 * known[2])) ** 2, -(known[1] ** 2) / (4 * known[2])
    longer = at_place(theorem, (*place, 1), use(rules.equal_parts, u=body, v=Add(square, fixed, evaluate=False)))
    return longer and at_place(longer, place, use(rules.argmin_of_shifted, c=fixed, f=_function(scope, square)))


def _nearest(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """The only point that is nearest to a point of the set."""
    body = _body(scope)
    known = coefficients(body.args[0], scope.variable) if isinstance(body, Abs) else None
    if known is None or set(known) - {0, 1} or 1 not in known:
        return None
    point = -known.get(0, S.Zero) / known[1]
    return at_place(theorem, place, use(rules.unique_minimiser, f=_function(scope, body), a=point))


def _on_the_log_scale(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """A product of factors that move as its logarithm, where it is positive; where it is negative, its negative."""
    given, inside = _inside(theorem, scope)
    body = _body(inside)
    if not _is_product(body, inside.variable):
        return None
    if holds(given, Lt(0, body)):
        u = _outer(theorem, inside)
        return _through(theorem, place, _Composed(inside, body, u, log(u), Above(0)), backward=True)
    if not holds(given, Lt(body, 0)):
        return None
    longer = at_place(theorem, place, back(rules.argmax_of_negative, f=_function(inside, body)))
    longer = longer and at_place(longer, place, back(rules.argmax_of_log, f=_function(inside, -body)))
    return longer and at_place(longer, place, use(rules.argmax_of_negative, f=_function(inside, -log(-body))))


def _at_slope_zero(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """The only point where the slope is 0, if that is a fraction: the function falls before it, and rises after it."""
    body, t, domain = _body(scope), scope.variable, scope.domain
    rule = _minimiser(domain)
    slope = diff(body, t) if rule else S.Zero  # as SymPy suggests it
    known = coefficients(fraction(cancel(slope))[0], t) if not slope.has(Derivative, Subs) else None
    if known is None or set(known) - {0, 1} or 1 not in known:
        return None
    point = -known.get(0, S.Zero) / known[1]
    s = fresh(t, frozenset(name for h in theorem.given.hypotheses for name in names(h)) | names(theorem.rhs) | {t})
    quotient = substitute(cancel(slope / (t - point)), {t: s})
    apart = Given((*theorem.given.hypotheses, Member(s, Without(domain, point))), theorem.given.definitions)
    signs = Lt(0, (s - point) * derivative(body, t, domain, at=s))
    try:
        squared = rewritten(
            worked_out(reflexivity(apart, signs)), (), Algebra(), target=Lt(0, quotient * (s - point) ** 2)
        )
    except Refused:
        return None
    shown = first_place(squared, use(rules.known_order))
    if shown is None or shown.rhs != S.true:
        return None
    evidence = (shown.named(f"slopes of {body}"), s)
    return at_place(theorem, place, use(rule, f=_function(scope, body), a=point, because=[evidence]))


def _minimiser(domain: Basic) -> Rule | None:
    if isinstance(domain, Above):
        return rules.minimiser_on_half_line
    on_interval = rules.minimiser_on_interval if isinstance(domain, Interval) else None
    return rules.minimiser_on_line if domain == S.Reals else on_interval


def _is_product(body: Expr, variable: Symbol) -> bool:
    """Is it a product or power of several parts that move?"""
    factors = [factor for factor in Mul.make_args(body) if variable in names(factor)]
    if len(factors) != 1:
        return len(factors) > 1
    (factor,) = factors
    if isinstance(factor, Pow):
        return variable in names(factor.exp) or _is_product(factor.base, variable)
    return isinstance(factor, Product)


@dataclass(frozen=True)
class _Composed:
    """outer(core), where outer is a term in u; `domain` is an open set in which the core lies."""

    scope: Scope
    core: Expr
    u: Symbol
    outer: Expr
    domain: Basic
    falls: bool = False

    @property
    def rule(self) -> Rule:
        if isinstance(self.domain, Above):
            return rules.falling_on_half_line if self.falls else rules.rising_on_half_line
        return rules.rising_on_line if self.domain == S.Reals else rules.rising_on_interval

    @property
    def ends(self) -> dict[str, Basic]:
        ends = () if self.domain == S.Reals else self.domain.args[: 1 if isinstance(self.domain, Above) else 2]
        return dict(zip("ab", ends, strict=False))

    def sign_at(self, slope: Basic) -> Basic:
        return Lt(slope, 0) if self.falls else Lt(0, slope)


def _outer(theorem: Derivation, scope: Scope) -> Symbol:
    taken = {name for term in (theorem.rhs, *theorem.given.hypotheses) for name in names(term)}
    taken |= {*theorem.rhs.atoms(Symbol), scope.variable}
    return fresh(Symbol("u"), taken) if any(str(name) == "u" for name in taken) else Symbol("u")


def _within(theorem: Derivation, place: Place, scope: Scope) -> Derivation | None:
    """Of a monotone function of a term that is in it, the term."""
    given, inside = _inside(theorem, scope)
    body, u = _body(inside), _outer(theorem, inside)
    if body.count_ops() > LARGEST:
        return None
    for core in _cores(body, inside.variable):
        outer = _put(body, core, u)
        domain = next(d for d in SPANS if holds(given, Member(core, d)))
        for found in _readings(inside, core, u, outer, domain):
            longer = _through(theorem, place, found)
            if longer is not None:
                return longer
    return None


def _readings(scope: Scope, core: Expr, u: Symbol, outer: Expr, domain: Basic) -> Iterator[_Composed]:
    """As a rising function of the core, or a falling one: then, but for half-lines, as a rising one of its negative."""
    yield _Composed(scope, core, u, outer, domain)
    if isinstance(domain, Above):
        yield _Composed(scope, core, u, outer, domain, falls=True)
    else:
        turned = Interval.open(-domain.end, -domain.start) if isinstance(domain, Interval) else domain
        yield _Composed(scope, -core, u, substitute(outer, {u: -u}), turned)


def _cores(body: Expr, variable: Symbol) -> list[Expr]:
    """The parts through which alone the variable enters, the smallest first."""
    parts = {part for part in occurrences(body) if isinstance(part, Expr) and variable in names(part)}
    kept = []
    for part in sorted(parts - {body, -body}, key=lambda part: (part.count_ops(), str(part))):
        if variable in names(_put(body, part, S.One)):
            continue
        in_log = _is_product(part, variable) and variable not in names(_put(body, log(part), S.One))
        if not in_log and (part != variable or body.count_ops() < SMALL):
            kept.append(part)
    return kept[:MOST_TRIED]


def _put(term: Basic, old: Basic, new: Basic) -> Any:
    """The term with another one for a part of it, wherever that means the same."""
    if term == old:
        return new
    scope = opened(term)
    if scope is not None and scope.variable in names(old):
        return term
    return rebuilt(term, tuple(_put(part, old, new) for part in children(term)))


def _through(theorem: Derivation, place: Place, found: _Composed, backward: bool = False) -> Derivation | None:
    """The step by the rule of monotone functions, if the sign of the slope is shown."""
    evidence = _slope(theorem.given, found)
    if evidence is None:
        return None
    bindings = {**found.ends, "c": S.Zero, "f": _function(found.scope, found.core), "g": Lambda(found.u, found.outer)}
    return at_place(theorem, place, use(found.rule, backward=backward, because=[evidence], **bindings))


def _slope(given: Given, found: _Composed) -> tuple[Derivation, Symbol] | None:
    """That the slope has its sign, at each point but 0."""
    s = fresh(found.u, {found.u, *names(found.outer), *(name for h in given.hypotheses for name in names(h))})
    inside = Given((*given.hypotheses, Member(s, Without(found.domain, S.Zero))), given.definitions)
    try:
        if not holds(inside, found.sign_at(substitute(diff(found.outer, found.u), {found.u: s}))):
            return None  # as SymPy suggests it, in a moment
        statement = found.sign_at(derivative(found.outer, found.u, found.domain, at=s))
        theorem = first_place(worked_out(reflexivity(inside, statement)), use(rules.known_order))
    except Refused:
        return None
    if theorem is None or theorem.rhs != S.true:
        return None
    return theorem.named(f"slope of {found.outer}"), s
