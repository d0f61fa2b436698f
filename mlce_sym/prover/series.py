"""Infinite sums worked out: split into weights, constants out, and then by what is known of each weight. Every step is
made by the kernel, which also looks at whether the parts converge.

>>> from sympy import Integer, Sum, factorial, oo, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Lt
>>> from mlce_sym.prover.derivation import reflexivity
>>> a, k = symbols("a k")
>>> start = reflexivity(Given((Lt(0, a),)), Sum(k * a**k / factorial(k), (k, 0, oo)))
>>> further(further(start)).rhs
a*exp(a)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sympy import (
    Add,
    Basic,
    Expr,
    Integer,
    Lambda,
    Mul,
    Pow,
    Rational,
    Sum,
    Symbol,
    binomial,
    cancel,
    exp,
    factorial,
    gamma,
    limit,
    oo,
    sqrt,
)
from sympy.concrete.gosper import gosper_term

from .. import rules
from ..border.binding import Scope, children, names, occurrences, opened, renamed, substitute
from ..border.nodes import From
from ..border.places import Place, replaced
from ..border.rule import Rule
from ..terms.errors import Refused
from .derivation import Algebra, Derivation, reflexivity, rewritten
from .gammas import alike
from .justification import Use, at_place, first_place, onto, use
from .logic import equal
from .powers import apart
from .weights import Term, Weight, coefficients, terms

MOST_TERMS = 12  # that are added in front


@dataclass(frozen=True)
class Part:
    """An infinite sum or integral in a whole term, seen open."""

    term: Basic
    variable: Symbol
    domain: Basic
    body: Expr
    whole: Basic

    def function(self, body: Expr) -> Lambda:
        return Lambda(self.variable, body)


Ways = Callable[[Part], Iterator[Use]]


def further(theorem: Derivation) -> Derivation | None:
    """One step further at one of the infinite sums, or None."""
    ways_of = (_telescoped, _with_one_ratio, lambda t: stepped(t, _fits, ways), _by_gamma, _of_one_ratio, _absorbed)
    return next((longer for way in ways_of if (longer := way(theorem))), None)


def _telescoped(theorem: Derivation) -> Derivation | None:
    """The sum of f(k) − f(k + 1), where Gosper's algorithm finds a rational f that goes to 0."""
    for place, scope in _infinite_sums(theorem.rhs):
        body, v = scope.bodies[0], scope.variable
        if not isinstance(body, Expr) or not body.is_rational_function(v) or cancel(body).is_polynomial(v):
            continue
        ratio = gosper_term(body, v)
        if ratio is None:
            continue
        f = cancel(-ratio * body)
        f = cancel(f - limit(f, v, oo))
        difference = f - substitute(f, {v: v + 1})
        same = at_place(theorem, (*place, 1), use(rules.equal_parts, u=body, v=difference))
        longer = same and at_place(same, place, use(rules.telescoping_series, f=Lambda(v, f)))
        if longer is not None:
            return longer
    return None


def _with_one_ratio(theorem: Derivation) -> Derivation | None:
    return with_one_ratio(theorem, _infinite_sums, lambda longer: stepped(longer, _fits, ways))


def with_one_ratio(
    theorem: Derivation,
    sums: Callable[[Basic], Iterator[tuple[Place, Scope]]],
    step: Callable[[Derivation], Derivation | None],
) -> Derivation | None:
    """A sum with (a b)^k for a^k b^k, as the rules of the weights have it, and a step from there."""
    for place, scope in sums(theorem.rhs):
        body, v = scope.bodies[0], scope.variable
        found = terms(body, v) if isinstance(body, Expr) else None
        known = {1 / factorial(2 * v), 1 / factorial(2 * v + 1)}  # these have powers a^(2 k), and no ratio
        if not found or not any(
            isinstance(t.weight.ratio, (Mul, Pow)) and not known & {*t.weight.others} for t in found
        ):
            continue
        wanted = Add(*(term.at(v) for term in found))
        longer = None if equal(body, wanted) else in_powers_alike(theorem, replaced(theorem.rhs, (*place, 1), wanted))
        if longer is not None:
            return step(longer) or longer  # before the powers are taken apart again
    return None


def _infinite_sums(term: Basic, place: Place = ()) -> Iterator[tuple[Place, Scope]]:
    scope = opened(term)
    if scope is not None and scope.head is Sum and isinstance(scope.domain, From):
        yield place, scope
    for number, part in enumerate(children(term)):
        yield from _infinite_sums(part, (*place, number))


def in_powers_alike(theorem: Derivation, target: Basic) -> Derivation | None:
    """The target for the right side, where both are equal once all powers are taken apart."""
    try:
        left, right = apart(theorem), apart(reflexivity(theorem.given, target))
    except Refused:
        return None
    if not equal(left.rhs, right.rhs):
        return None
    return onto(rewritten(left, (), Algebra(), target=right.rhs), right)


def _fits(scope: Scope) -> bool:
    return scope.head is Sum and isinstance(scope.domain, From)


def _by_gamma(theorem: Derivation) -> Derivation | None:
    """Binomial coefficients of the index by Γ; and Γ(k + 1) as k!, where a step follows."""
    plain = theorem
    for k, part in _parts_of_sums(theorem.rhs):
        if isinstance(part, binomial) and k in names(part):
            longer = first_place(theorem, use(rules.binomial_by_gamma), part)
            if longer is not None:
                return longer
        elif part == gamma(k + 1):
            how = use(rules.factorial_by_gamma, backward=True, x=k)
            plain = first_place(plain, how, part) or plain
    if plain is theorem:
        return None
    return _with_one_ratio(plain) or stepped(plain, _fits, ways) or _of_one_ratio(plain)


def _parts_of_sums(term: Basic) -> Iterator[tuple[Symbol, Basic]]:
    """The parts of its infinite sums, each with the index."""
    for part in dict.fromkeys(occurrences(term)):
        scope = opened(part)
        if scope is not None and _fits(scope):
            yield from ((scope.variable, inner) for inner in occurrences(part))


def _of_one_ratio(theorem: Derivation) -> Derivation | None:
    """A sum of powers r^k e^(t k), once they are written as (r e^t)^k."""
    for term in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(term)
        if scope is None or not _fits(scope) or not isinstance(scope.bodies[0], Expr):
            continue
        weights = {found.weight for found in terms(scope.bodies[0], scope.variable) or ()}
        for weight in weights if len(weights) == 1 else ():
            rate = dict(weight.rates).get(1)
            if rate is not None and weight.ratio != 1:
                how = use(rules.power_of_product, backward=True, a=weight.ratio, b=exp(rate), c=scope.variable)
                together = first_place(theorem, how)
                return together and stepped(together, _fits, ways)
    return None


def _absorbed(theorem: Derivation) -> Derivation | None:
    """1/((k + 1) k!) as 1/(k + 1)!, and then k + 1 as the index."""
    for place, scope in _infinite_sums(theorem.rhs):
        k, body, low = scope.variable, scope.bodies[0], scope.domain.args[0]
        over = {1 / (k + 1), 1 / factorial(k)}
        if low == 0 and isinstance(body, Expr) and over <= {*Mul.make_args(body)}:
            wanted = body * (k + 1) * factorial(k) / factorial(k + 1)
            longer = alike(theorem, replaced(theorem.rhs, (*place, 1), wanted))
            f = Lambda(k, substitute(wanted, {k: k - 1}))
            return longer and at_place(longer, place, use(rules.shifted_series, backward=True, f=f, l=1))
    return None


def stepped(theorem: Derivation, fits: Callable[[Scope], bool], found: Ways) -> Derivation | None:
    for term in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(term)
        if scope is None or not fits(scope) or not isinstance(scope.bodies[0], Expr):
            continue
        part = Part(term, scope.variable, scope.domain, scope.bodies[0], theorem.rhs)
        for how in found(part):
            longer = first_place(theorem, how, term) or _with_body(theorem, how, part)
            if longer is not None:
                return longer
    return None


def _with_body(theorem: Derivation, how: Use, part: Part) -> Derivation | None:
    """The same, with the body first written as the rule has it: two fractions are told to be equal by multiplying
    across, and two integrals of them only if they are written alike."""
    scope = opened(how.sides[0])
    if scope is None or not names(scope.bodies[0]) & how.schematic <= how.known().keys():
        return None
    wanted = renamed(substitute(scope.bodies[0], how.known()), scope.variable, part.variable)
    if wanted == part.body or not equal(wanted, part.body):
        return None
    (place, *_) = _where(theorem.rhs, part.term)
    written = at_place(theorem, (*place, 1), use(rules.equal_parts, u=part.body, v=wanted))
    return written and (at_place(written, place, how) or first_place(written, how))  # SymPy may have put it elsewhere


def _where(term: Basic, part: Basic, place: Place = ()) -> Iterator[Place]:
    if term == part:
        yield place
    for number, inner in enumerate(children(term)):
        yield from _where(inner, part, (*place, number))


def ways(part: Part) -> Iterator[Use]:
    """What may be done with a sum, the most telling first."""
    found = terms(part.body, part.variable)
    if found:
        yield from _by_weight(part, found)
    elif part.body == 0:
        yield use(rules.constant_out_of_series, c=Integer(0), f=part.function(Rational(1, 2) ** part.variable))
    yield from linear(part, rules.series_of_sum, rules.constant_out_of_series)


def _by_weight(part: Part, found: list[Term]) -> Iterator[Use]:
    low, weights = part.domain.args[0], list(dict.fromkeys(term.weight for term in found))
    if len(weights) > 1:
        yield from _split(part, [term for term in found if term.weight == weights[0]], found)
    elif low == 1 and len(found) == 1 and found[0].power == -1:
        yield from _with_constant(part, found, rules.logarithmic_series, r=_ratio(found[0].weight))
    elif low != 0:
        yield use(rules.series_with_one_term_more if _begins_earlier(part, weights[0]) else rules.shifted_series)
    elif all(isinstance(term.power, Integer) and term.power >= 0 for term in found):
        yield from _weighted(part, found)


def _begins_earlier(part: Part, weight: Weight) -> bool:
    """Is it a sum of what is known from 0 on, without its first few terms?"""
    low = part.domain.args[0]
    few = isinstance(low, Integer) and 0 < low <= MOST_TERMS
    return few and bool(weight.others) and _kind(weight, part.variable) is not None


def _ratio(weight: Weight) -> Expr:
    return Mul(weight.ratio, *(exp(rate) for degree, rate in weight.rates if degree == 1))


def _split(part: Part, first: list[Term], found: list[Term]) -> Iterator[Use]:
    v = part.variable
    one, rest = (Add(*(term.at(v) for term in found if (term in first) == side)) for side in (True, False))
    yield use(rules.series_of_sum, f=part.function(one), g=part.function(rest))


def linear(part: Part, of_sum: Rule, constant: Rule) -> Iterator[Use]:
    """One summand from the others, or the constant factors out, of what is not known otherwise."""
    v, body = part.variable, part.body.expand(power_exp=False, power_base=False, log=False, basic=False)
    summands = Add.make_args(body)
    if len(summands) > 1:
        one, rest = summands[0], Add(*summands[1:])
        yield use(of_sum, f=part.function(one), g=part.function(rest))
    else:
        fixed, moving = body.as_independent(v, as_Add=False)
        if fixed != 1 and v in names(moving):
            yield use(constant, c=fixed, f=part.function(moving))


def _with_constant(part: Part, found: list[Term], rule: Rule, **bindings: Expr) -> Iterator[Use]:
    """The rule for v^power · weight, once the constant is out."""
    (term,) = found
    if equal(term.constant, Integer(1)):
        yield Use(rule, bindings)
    else:
        yield use(rules.constant_out_of_series, c=term.constant, f=part.function(_plain(term).at(part.variable)))


def _plain(term: Term) -> Term:
    return Term(Integer(1), term.power, term.weight)


def _weighted(part: Part, found: list[Term]) -> Iterator[Use]:
    """Of a polynomial times r^k, a^k/k! or Γ(k + c) r^k/k!."""
    v, weight = part.variable, found[0].weight
    yield from _hyperbolic(part, found)
    kind = _kind(weight, v)
    if kind is None:
        return
    closed, lowered, bindings = kind
    if len(found) == 1 and found[0].power == 0:
        yield from _with_constant(part, found, closed, **bindings)
    elif lowered is rules.geometric_series_by_differences:
        polynomial = Add(*(term.constant * v**term.power for term in found))
        yield Use(lowered, {"f": part.function(polynomial), **bindings})
    elif any(term.power == 0 for term in found):
        yield from _split(part, [term for term in found if term.power != 0], found)
    else:
        others = Mul(*(other for other in weight.others if other != 1 / factorial(v)))
        quotient = Add(*(term.constant * v ** (term.power - 1) for term in found)) * others
        yield Use(lowered, {"f": part.function(quotient), "a": _ratio(weight)})


def _hyperbolic(part: Part, found: list[Term]) -> Iterator[Use]:
    """Of a^(2 k)/(2 k)! or a^(2 k + 1)/(2 k + 1)!."""
    (term, *others), v = found, part.variable
    for odd, rule in enumerate((rules.hyperbolic_cosine_series, rules.hyperbolic_sine_series)):
        if others or term.power != 0 or term.weight.others != (1 / factorial(2 * v + odd),):
            continue
        for a in dict.fromkeys((_root(_ratio(term.weight)), sqrt(_ratio(term.weight)))):
            constant, plain = term.constant / a**odd, a ** (2 * v + odd) / factorial(2 * v + odd)
            if equal(constant, Integer(1)):
                yield use(rule, a=a)
            else:
                yield use(rules.constant_out_of_series, c=constant, f=part.function(plain))


def _root(square: Expr) -> Expr:
    powers = ((factor, *factor.as_base_exp()) for factor in Mul.make_args(square))
    return Mul(*(base ** (e / 2) if isinstance(e / 2, Integer) else sqrt(factor) for factor, base, e in powers))


def _kind(weight: Weight, v: Symbol) -> tuple[Rule, Rule, dict[str, Expr]] | None:
    """The rule for the weight alone, the one that lowers a power of the index, and what their names stand for."""
    if any(degree > 1 for degree, _ in weight.rates):
        return None
    ratio = _ratio(weight)
    if not weight.others:
        return rules.geometric_series, rules.geometric_series_by_differences, {"r": ratio}
    if weight.others == (1 / factorial(v),):
        return rules.exponential_series, rules.index_out_of_exponential_series, {"a": ratio}
    numerators = [other for other in weight.others if isinstance(other, gamma)]
    if len(numerators) == 1 and {*weight.others} == {1 / factorial(v), *numerators}:
        found = coefficients(numerators[0].args[0], v)
        if found is not None and found.get(1) == 1 and set(found) <= {0, 1}:
            known = {"r": ratio, "c": found.get(0, Integer(0))}
            return rules.negative_binomial_series, rules.index_out_of_exponential_series, known
    return None
