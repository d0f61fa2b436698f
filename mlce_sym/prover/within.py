"""What stands inside of integrals and series, worked out while what a person writes is read: an iterated integral is
that of what its inner one is, and so are series of integrals; derivatives as in −E[∂²ℓ/∂θ²], and products as in the
marginal likelihood ∫ Π_i p(y_i|θ) p(θ) dθ, where they hide that the integral converges. Each integrand is replaced by
what a theorem says that it is, for every value of the variable, for each of which it has to be defined; where the new
integral converges, the old one does, to the same number. So is a derivative that hides whether the whole is defined, as
one below a line does.

>>> from sympy import Derivative, Integral, exp, log, oo, symbols
>>> from mlce_sym.prover.understood import understood
>>> a, u, v = symbols("a u v")
>>> score = Derivative(log(a) - a * u, a)
>>> worked_within(understood([a > 0], Integral(score**2 * a * exp(-a * u), (u, 0, oo)))).terms
(ImproperIntegral(a*(-u + 1/a)**2*exp(-a*u), (u, Above(0))),)
>>> worked_within(understood([], Integral(v, (v, 0, u), (u, 0, 1)))).terms
(ImproperIntegral(u**2/2, (u, Interval.open(0, 1))),)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sympy import Add, Basic, Function, Mul, Pow, Product

from .. import rules
from ..border.binding import Scope, children, closed, occurrences, opened, rebuilt
from ..border.given import Given, innermost
from ..border.nodes import Converges, DerivativeAt, From, ImproperIntegral
from ..terms.errors import Refused
from .calculus import worked_out
from .derivation import Derivation, reflexivity
from .logic import missing
from .tactics import common_form
from .understood import Understood

HIDING = (DerivativeAt, Product)


def worked_within(read: Understood) -> Understood:
    """The same, where that is seen; what holds around a point alone stays as it is."""
    if read.before is not None:
        return read
    given = read.given
    return replace(read, terms=tuple(_differentiated(given, _worked(given, term)) for term in read.terms))


def _differentiated(given: Given, term: Basic) -> Basic:
    """With its derivatives worked out, where they hide whether it is defined, as those below a line do."""
    is_hidden = term.has(DerivativeAt) and any(c.has(DerivativeAt) for c in missing(given, term))
    return _without_slopes(given, term) if is_hidden else term


def _without_slopes(given: Given, term: Basic) -> Basic:
    if not term.has(DerivativeAt):
        return term
    if isinstance(term, DerivativeAt):
        return _slope(given, term)
    scope = opened(term)
    if scope is None:
        return _with_parts(term, (_without_slopes(given, part) for part in children(term)))
    inside, scope = given.inside(scope)
    return closed(replace(scope, bodies=tuple(_without_slopes(inside, body) for body in scope.bodies)))


def _slope(given: Given, term: Basic) -> Basic:
    """A derivative worked out, where that goes to the end."""
    try:
        found = worked_out(reflexivity(given, term)).rhs
    except Refused:
        return term
    return term if found.has(DerivativeAt) else found


def _worked(given: Given, term: Basic) -> Basic:
    """With the integrands of its integrals, and the terms of its series, worked out."""
    if not any(map(_hides, occurrences(term))):
        return term
    scope = opened(term)
    if scope is None:
        return _with_parts(term, (_worked(given, part) for part in children(term)))
    inside, scope = given.inside(scope)
    bodies = tuple(_worked(inside, body) for body in scope.bodies)
    if _is_infinite(scope):
        bodies = (_integrand(given, inside, replace(scope, bodies=bodies)),)
    return term if bodies == scope.bodies else closed(replace(scope, bodies=bodies))


def _hides(term: Basic) -> bool:
    """Is it an integral or series with a derivative, a product, or another integral or series, inside?"""
    scope = opened(term)
    return scope is not None and _is_infinite(scope) and (_has_infinite(*scope.bodies) or term.has(*HIDING))


def _is_infinite(scope: Scope) -> bool:
    return scope.head is ImproperIntegral or isinstance(scope.domain, From)


def _has_infinite(*terms: Basic) -> bool:
    scopes = (opened(part) for term in terms for part in occurrences(term))
    return any(scope is not None and _is_infinite(scope) for scope in scopes)


def _integrand(given: Given, inside: Given, scope: Scope) -> Basic:
    """What the body is for each value of the variable, where that is found, without derivatives and integrals."""
    (body,) = scope.bodies
    try:
        if _has_infinite(body):
            found = common_form(reflexivity(inside, body)).rhs
            body = body if _has_infinite(found) else found
        whole = closed(replace(scope, bodies=(body,)))
        if body.has(*HIDING) and any(isinstance(innermost(c), Converges) for c in missing(given, whole)):
            return _slope(inside, body) if body.has(DerivativeAt) else _in_powers(reflexivity(inside, body)).rhs
    except Refused:
        pass
    return body


def _in_powers(theorem: Derivation) -> Derivation:
    """The right side with its products as powers, where their factors are powers of one base."""
    return common_form(theorem, more=(rules.product_of_powers,))


def _with_parts(term: Basic, parts: Iterable[Basic]) -> Basic:
    """The term with other parts, of which SymPy may cancel none: I/J is not 1, though both are worked out to be alike,
    where J is 0."""
    parts = tuple(parts)
    if parts != children(term) and isinstance(term, (Add, Mul, Pow, Function)):
        return term.func(*parts, evaluate=False)
    return rebuilt(term, parts)
