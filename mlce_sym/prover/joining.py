"""Sums, products and integrals of the same thing, one of which begins where the other ends, as one; and products of
which all but the first and the last cancels.

>>> from sympy import IndexedBase, Sum, symbols
>>> from mlce_sym.border.given import Given
>>> from mlce_sym.border.nodes import Le, Member
>>> from mlce_sym.prover.derivation import reflexivity
>>> i, m, n = symbols("i m n"); y = IndexedBase("y")
>>> given = Given((Member(m, S.Integers), Member(n, S.Integers), Le(1, m), Le(m, n)))
>>> joined(reflexivity(given, Sum(y[i], (i, 1, m)) + Sum(y[i], (i, m + 1, n)))).rhs
Sum(y[i], (i, 1, n))
>>> closed(reflexivity(given, Sum(2 * i - 1, (i, 1, n)))).rhs
n**2
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import permutations

from sympy import Add, Basic, Expr, Lambda, Mul, Product, S, Sum, Symbol, cancel, factor, fraction
from sympy.concrete.gosper import gosper_term

from .. import rules
from ..border.binding import Scope, children, names, occurrences, opened, substitute
from ..border.nodes import Above, Below, ImproperIntegral, IndexRange
from ..border.places import Place
from .antiderivatives import is_finite
from .derivation import Derivation
from .justification import Use, at_place, first_place, use
from .logic import equal

MOST_OPERATIONS = 60  # in a term that is summed in closed form


def joined(theorem: Derivation) -> Derivation | None:
    """Two sums of the same terms, one of which begins where the other ends, as one sum; products and integrals, too."""
    for place, whole in _sums_and_products(theorem.rhs):
        scopes = [(k, scope) for k, part in enumerate(whole.args) if (scope := opened(part)) is not None]
        for (j, first), (k, second) in permutations(scopes, 2):
            how = _as_one(whole, first, second)
            if how is not None:
                where = (*place, (j, k)) if len(whole.args) > 2 else place
                longer = at_place(theorem, where, how)
                if longer is not None:
                    return longer
    return None


def _as_one(whole: Basic, first: Scope, second: Scope) -> Use | None:
    f = Lambda(first.variable, first.bodies[0])
    if first.head is not second.head:
        return None
    if isinstance(first.domain, IndexRange) and isinstance(second.domain, IndexRange):
        (low, r), (after, high) = first.domain.args, second.domain.args
        sums, products = isinstance(whole, Add) and first.head is Sum, isinstance(whole, Mul) and first.head is Product
        rule = rules.split_sum if sums else rules.split_product if products else None
        return use(rule, backward=True, f=f, l=low, m=high, r=r) if rule and equal(r + 1, after) else None
    if first.head is ImproperIntegral and isinstance(whole, Add):
        return _one_integral(first.domain, second.domain, f)
    return None


def _one_integral(below: Basic, above: Basic, f: Lambda) -> Use | None:
    (a, c), (begin, b) = _ends(below), _ends(above)
    if S.Infinity in (c, begin) or not equal(c, begin):
        return None
    ends = {name: end for name, end in (("a", a), ("b", b)) if end != S.Infinity}
    rule = {
        ("a", "b"): rules.interval_in_two_parts,
        ("a",): rules.half_line_in_two_parts,
        (): rules.line_in_two_parts,
    }.get(tuple(ends))
    return use(rule, backward=True, f=f, c=c, **ends) if rule else None


def _ends(domain: Basic) -> tuple[Basic, Basic]:
    """Where an interval begins and ends; an infinite end is S.Infinity, on either side."""
    if isinstance(domain, Above):
        return domain.args[0], S.Infinity
    if isinstance(domain, Below):
        return S.Infinity, domain.args[0]
    low, high = domain.args[:2] if is_finite(domain) else (S.Infinity, S.Infinity)
    return low, high


def _sums_and_products(term: Basic, place: Place = ()) -> Iterator[tuple[Place, Basic]]:
    if isinstance(term, (Add, Mul)):
        yield place, term
    for number, part in enumerate(children(term)):
        yield from _sums_and_products(part, (*place, number))


def closed(theorem: Derivation) -> Derivation | None:
    """A sum of a rational function of its index in closed form: of f(i + 1) − f(i), as Gosper's algorithm finds it."""
    for place, part in _sums(theorem.rhs, ()):
        scope = opened(part)
        assert scope is not None
        body, i = scope.bodies[0], scope.variable
        f = _difference(body, i, scope.domain.args[0]) if isinstance(body, Expr) else None
        same = f and at_place(theorem, (*place, 1), use(rules.equal_parts, u=body, v=substitute(f, {i: i + 1}) - f))
        longer = same and at_place(same, place, use(rules.telescoping_sum, f=Lambda(i, f)))
        if longer:
            return longer
    return None


def _sums(term: Basic, place: Place) -> Iterator[tuple[Place, Basic]]:
    scope = opened(term)
    if scope is not None and scope.head is Sum and isinstance(scope.domain, IndexRange):
        yield place, term
    for number, part in enumerate(children(term)):
        yield from _sums(part, (*place, number))


@lru_cache(maxsize=1000)
def _difference(body: Expr, i: Symbol, low: Expr) -> Expr | None:
    """A rational f with f(i + 1) − f(i) for the body, if there is one; a polynomial that is 0 at the low end."""
    if i not in names(body) or opened(body) or body.count_ops() > MOST_OPERATIONS or not body.is_rational_function(i):
        return None
    ratio = gosper_term(body, i)
    if ratio is None:
        return None
    f = cancel(ratio * body)
    return factor(f - substitute(f, {i: low}) if f.is_polynomial(i) else f)


def telescoped(theorem: Derivation) -> Derivation | None:
    """A product of f(i + 1)/f(i) as f at the one end over f at the other."""
    for part in dict.fromkeys(occurrences(theorem.rhs)):
        scope = opened(part)
        body = scope.bodies[0] if scope is not None and scope.head is Product else None
        if scope is None or not isinstance(body, Expr) or not isinstance(scope.domain, IndexRange):
            continue
        i, (top, bottom) = scope.variable, fraction(body)
        for f, after, before in ((bottom, top, bottom), (1 / top, bottom, top)):
            if i in names(before) and equal(after, substitute(before, {i: i + 1})):
                longer = first_place(theorem, use(rules.telescoping_product, f=Lambda(i, f)), part)
                if longer is not None:
                    return longer
    return None
