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

from ..border.binding import as_written, children, closed, opened
from ..border.given import Given, innermost
from ..border.nodes import Converges, DerivativeAt, From, ImproperIntegral
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
    scope = opened(term) if term.has(DerivativeAt) else None
    if scope is None:
        whole = not term.has(DerivativeAt) or not children(term)
        return term if whole else as_written(term, tuple(_worked(given, part) for part in children(term)))
    inside, scope = given.inside(scope)  # where a definition may speak of a variable of that name
    bodies = tuple(_worked(inside, one) for one in scope.bodies)
    found = term if bodies == scope.bodies else closed(replace(scope, bodies=bodies))
    if not (scope.head is ImproperIntegral or isinstance(scope.domain, From)):
        return found
    if not any(isinstance(innermost(c), Converges) for c in missing(given, found)):
        return found
    try:
        bodies = tuple(worked_out(reflexivity(inside, one)).rhs for one in bodies)
    except Refused:
        return found
    return found if any(one.has(DerivativeAt) for one in bodies) else closed(replace(scope, bodies=bodies))
