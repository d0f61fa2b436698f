"""Derivatives inside of integrals and series that are not seen to converge, worked out while what a person writes is
read, as in −E[∂²ℓ/∂θ²]: then it is seen. Each is replaced by what a theorem says that it is, for every value of the
variable.

>>> from sympy import Derivative, Integral, exp, log, oo, symbols
>>> from mlce_sym.prover.understood import understood
>>> a, u = symbols("a u")
>>> score = Derivative(log(a) - a * u, a)
>>> worked_within(understood([a > 0], Integral(score**2 * a * exp(-a * u), (u, 0, oo)))).terms
(ImproperIntegral(a*(-u + 1/a)**2*exp(-a*u), (u, Above(0))),)
"""

from __future__ import annotations

from dataclasses import replace

from sympy import Basic

from ..border.binding import Scope, as_written, children, closed, names, opened
from ..border.given import Given, innermost
from ..border.nodes import Converges, DerivativeAt, From, ImproperIntegral, Member
from ..terms.errors import Refused
from .calculus import worked_out
from .derivation import reflexivity
from .logic import missing
from .understood import Understood


def worked_within(read: Understood) -> Understood:
    """The same, where that is seen; what holds around a point alone stays as it is."""
    if read.before is not None or not any(term.has(DerivativeAt) for term in read.terms):
        return read
    return replace(read, terms=tuple(_worked(read.given, term) for term in read.terms))


def _worked(given: Given, term: Basic) -> Basic:
    scope = opened(term)
    if scope is None or not (scope.head is ImproperIntegral or isinstance(scope.domain, From)):
        return as_written(term, tuple(_worked(given, part) for part in children(term))) if children(term) else term
    unseen = term.has(DerivativeAt) and any(isinstance(innermost(c), Converges) for c in missing(given, term))
    if not unseen or any(scope.variable in names(h) for h in given.hypotheses):
        return term
    inside = Given((*given.hypotheses, Member(scope.variable, scope.domain)), given.definitions)
    try:
        (body,) = (worked_out(reflexivity(inside, one)).rhs for one in scope.bodies)
    except Refused:
        return term
    return term if body.has(DerivativeAt) else closed(Scope(scope.head, scope.variable, scope.domain, (body,)))
