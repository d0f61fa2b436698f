"""Finite sums with the weights C(n, k) a^k b^(n − k) over 0 ≤ k ≤ n, worked out: the powers of the index are lowered
until the binomial theorem fits.

>>> from sympy import Sum, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Le, Lt, Member
>>> from mlce_sym.prover.derivation import reflexivity
>>> a, k, n = symbols("a k n")
>>> known = Given((Lt(0, a), Member(n, S.Integers), Le(0, n)))
>>> further(reflexivity(known, Sum(binomial(n, k) * a**k, (k, 0, n)))).rhs
(a + 1)**n
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from sympy import (
    Add,
    Basic,
    Expr,
    Indexed,
    Integer,
    Mul,
    Pow,
    S,
    Sum,
    Symbol,
    binomial,
    cancel,
    exp,
    factorial,
    fraction,
)

from .. import rules
from ..border.binding import Scope, children, names, occurrences, opened, rebuilt
from ..border.nodes import IndexRange
from ..border.places import Place, replaced
from ..terms.errors import Refused
from .derivation import Algebra, Derivation, reflexivity, rewritten
from .gammas import alike
from .justification import Use, at_place, first_place, onto, use
from .logic import equal
from .series import MOST_TERMS, Part, in_powers_alike, stepped, with_one_ratio
from .weights import Term, Weight, terms


def further(theorem: Derivation) -> Derivation | None:
    """One step further at one of these sums, or None."""
    ways_of = (_stepped, _completed, _absorbed, _from_its_first, _by_binomials, _gathered, _with_one_ratio)
    return next((longer for way in ways_of if (longer := way(theorem))), None)


def _gathered(theorem: Derivation) -> Derivation | None:
    """A sum of C(n, k) (s a)^k b^(n − k) for C(n, k) s^k a^k b^(n − k), and a step from there, before the powers are
    taken apart again."""
    for place, scope in _from_zero(theorem.rhs):
        body, k, n = scope.bodies[0], scope.variable, scope.domain.args[1]
        found = terms(body, k) if isinstance(body, Expr) and body.has(binomial) else None
        if not found or not isinstance(n, Expr) or not all(_is_plain(t, n, k) for t in found):
            continue
        if any(t.weight.rates or t.weight.ratio.has(exp) for t in found):
            continue  # exponentials go together with their denominators
        wanted = Add(*(_with_two_bases(term, k, n) for term in found))
        longer = None if equal(body, wanted) else in_powers_alike(theorem, replaced(theorem.rhs, (*place, 1), wanted))
        if longer is not None and (further_on := _stepped(longer)) is not None:
            return further_on
    return None


def _with_two_bases(term: Term, k: Symbol, n: Expr) -> Expr:
    a, b = _bases(term.weight)
    return Mul(term.constant, b**-n, k**term.power, binomial(n, k), a**k, b ** (n - k))


def _with_one_ratio(theorem: Derivation) -> Derivation | None:
    return with_one_ratio(theorem, _alternating, _stepped)


def _stepped(theorem: Derivation) -> Derivation | None:
    return stepped(theorem, lambda scope: scope.head is Sum and isinstance(scope.domain, IndexRange), _ways)


def _alternating(term: Basic) -> Iterator[tuple[Place, Scope]]:
    """The sums of binomial coefficients with powers of −1: (−1)^k a^k is (−a)^k only as a product of whole powers."""
    for place, scope in _from_zero(term):
        powers = (part for part in occurrences(scope.bodies[0]) if isinstance(part, Pow) and part.base == -1)
        if scope.bodies[0].has(binomial) and any(scope.variable in names(power.exp) for power in powers):
            yield place, scope


def _completed(theorem: Derivation) -> Derivation | None:
    """A sum of them without its first few or last few terms, as the one over 0 ≤ k ≤ n less those."""
    for term in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(term)
        n = None if scope is None or scope.head is not Sum else _end_of_whole(scope)
        if scope is not None and n is not None:
            longer = _less_the_ends(theorem, term, scope, n)
            if longer is not None:
                return longer
    return None


def _end_of_whole(scope: Scope) -> Expr | None:
    """n, where the terms hold C(n, k), and those that are missing from 0 to n are few."""
    v, body = scope.variable, scope.bodies[0]
    if not isinstance(scope.domain, IndexRange) or not body.has(binomial):
        return None
    low, high = scope.domain.args
    found = terms(body, v) or []
    for n in sorted({b.args[0] for b in body.atoms(binomial) if b.args[1] == v}, key=str):
        missing = (low, n - high)
        is_few = all(isinstance(count, Integer) and 0 <= count <= MOST_TERMS for count in missing)
        if is_few and any(missing) and found and all(_is_plain(each, n, v) for each in found):
            return n
    return None


def _less_the_ends(theorem: Derivation, term: Basic, scope: Scope, n: Expr) -> Derivation | None:
    """The whole sum, split where the other one begins and ends."""
    assert isinstance(scope.domain, IndexRange)
    v, body, (low, high) = scope.variable, scope.bodies[0], scope.domain.args
    whole, first, begun, last = (Sum(body, (v, *ends)) for ends in ((0, n), (0, low - 1), (0, high), (high + 1, n)))
    absent = Add(*(first,) * (low != 0), *(last,) * (high != n))
    try:
        other = reflexivity(theorem.given, _put(theorem.rhs, term, whole - absent))
    except Refused:
        return None
    cuts: tuple[tuple[Basic, Expr], ...] = ((whole, high),) * (high != n)
    for part, r in (*cuts, *((begun, low - 1),) * (low != 0)):
        longer = first_place(other, use(rules.split_sum, r=r), part)
        if longer is None:
            return None
        other = longer
    return onto(rewritten(theorem, (), Algebra(), target=other.rhs), other) if equal(other.rhs, theorem.rhs) else None


def _put(term: Basic, part: Basic, other: Basic) -> Basic:
    return other if term == part else rebuilt(term, (_put(inner, part, other) for inner in children(term)))


def _ways(part: Part) -> Iterator[Use]:
    low, n = part.domain.args
    if low != 0 or not isinstance(n, Expr) or not part.body.has(binomial):
        return
    yield use(rules.vandermonde)
    yield use(rules.beta_binomial_sum)
    yield from _hypergeometric(part, n)
    found = terms(part.body, part.variable)
    if found and all(_is_plain(term, n, part.variable) for term in found):
        if len({term.weight for term in found}) > 1:
            first = [term for term in found if term.weight == found[0].weight]
            yield _split(part, first, [term for term in found if term not in first])
        else:
            yield from _weighted(part, found, n)


def _hypergeometric(part: Part, r: Expr) -> Iterator[Use]:
    """Of a polynomial times k C(m, k) C(n, r − k)."""
    v = part.variable
    for one, other in permutations(sorted((b for b in part.body.atoms(binomial) if v in names(b)), key=str), 2):
        if one.args[1] == v and equal(other.args[1], r - v):
            quotient = cancel(part.body / (v * one * other))
            if v not in names(fraction(quotient)[1]):
                yield use(
                    rules.index_out_of_vandermonde, m=one.args[0], n=other.args[0], r=r, f=part.function(quotient)
                )


def _absorbed(theorem: Derivation) -> Derivation | None:
    """C(n, k)/(k + 1) as C(n + 1, k + 1)/(n + 1), and then k + 1 as the index."""
    for place, scope in _sums(theorem.rhs):
        k, body = scope.variable, scope.bodies[0]
        assert isinstance(body, Expr)
        for chosen in (b for b in body.atoms(binomial) if b.args[1] == k and 1 / (k + 1) in Mul.make_args(body)):
            n = chosen.args[0]
            wanted = body * (k + 1) / chosen * binomial(n + 1, k + 1) / (n + 1)
            longer = alike(theorem, replaced(theorem.rhs, (*place, 1), wanted))
            if longer is not None:
                return at_place(longer, place, use(rules.shift_of_sum, c=1))
    return None


def _from_its_first(theorem: Derivation) -> Derivation | None:
    """A sum over k ≥ l of 1/(k − l)! or C(m, k − l) as one over k ≥ 0."""
    for place, scope in _sums(theorem.rhs):
        k, low = scope.variable, scope.domain.args[0]
        parts = [*occurrences(scope.bodies[0])]
        counts = {part.args[-1] for part in parts if isinstance(part, (factorial, binomial))}
        entries = (part for part in parts if isinstance(part, Indexed) and k in names(part))
        if isinstance(low, Expr) and low != 0 and k - low in counts and not any(entries):
            return at_place(theorem, place, use(rules.shift_of_sum, c=-low))
    return None


def _by_binomials(theorem: Derivation) -> Derivation | None:
    """1/(k! (n − k)!) as C(n, k)/n!, and C(n, k)² as C(n, k) C(n, n − k), in a sum over 0 ≤ k ≤ n."""
    for place, scope in _from_zero(theorem.rhs):
        wanted = _with_binomials(scope.bodies[0], scope.variable, scope.domain.args[1])
        if wanted is not None:
            return alike(theorem, replaced(theorem.rhs, (*place, 1), wanted))
    return None


def _with_binomials(body: Basic, k: Symbol, n: Basic) -> Expr | None:
    if not isinstance(body, Expr) or not isinstance(n, Expr):
        return None
    factors, over, square = Mul.make_args(body), 1 / factorial(k) / factorial(n - k), binomial(n, k) ** 2
    if set(over.args) <= set(factors):
        return body / over * binomial(n, k) / factorial(n)
    return body / binomial(n, k) * binomial(n, n - k) if square in factors else None


def _sums(term: Basic, place: Place = ()) -> Iterator[tuple[Place, Scope]]:
    """The sums over a range."""
    scope = opened(term)
    if scope is not None and scope.head is Sum and isinstance(scope.domain, IndexRange):
        yield place, scope
    for number, part in enumerate(children(term)):
        yield from _sums(part, (*place, number))


def _from_zero(term: Basic) -> Iterator[tuple[Place, Scope]]:
    return ((place, scope) for place, scope in _sums(term) if scope.domain.args[0] == 0)


def _is_plain(term: Term, n: Expr, v: Symbol) -> bool:
    """Is it C(n, k) times a power of the index, and exponentials of multiples of it?"""
    weight = term.weight
    whole = isinstance(term.power, Integer) and term.power >= 0
    return whole and weight.others == (binomial(n, v),) and all(degree == 1 for degree, _ in weight.rates)


def _weighted(part: Part, found: list[Term], n: Expr) -> Iterator[Use]:
    """Of a polynomial times C(n, k) a^k b^(n − k): the theorem for 1; other constants and lower powers out."""
    a, b = _bases(found[0].weight)
    constants = [(term, term.constant * b ** (-n)) for term in found]
    (first, constant), v = constants[0], part.variable
    if len(found) == 1 and first.power == 0:
        if equal(constant, S.One):
            yield use(rules.binomial_theorem, a=a, b=b, n=n)
        else:
            weight = binomial(n, v) * a**v * b ** (n - v)
            yield use(rules.constant_factor, c=constant, f=part.function(weight))
    elif any(term.power == 0 for term in found):
        higher = [term for term in found if term.power != 0]
        yield _split(part, higher, [term for term in found if term.power == 0])
    else:
        quotient = Add(*(c * v ** (term.power - 1) for term, c in constants))
        yield use(rules.index_out_of_binomial_sum, a=a, b=b, n=n, f=part.function(quotient))


def _bases(weight: Weight) -> tuple[Expr, Expr]:
    """a and b of a^k b^(−k)."""
    top, bottom = fraction(weight.ratio)
    return top * exp(Add(*(rate for _, rate in weight.rates))), bottom


def _split(part: Part, *groups: list[Term]) -> Use:
    one, rest = (Add(*(term.at(part.variable) for term in group)) for group in groups)
    return use(rules.sum_of_sum, f=part.function(one), g=part.function(rest))
