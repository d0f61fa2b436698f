"""Which functions are seen to have derivatives of every order on an open set, or around a closed interval
(`docs/certificate.md`, Definedness).

The variable may stand in sums, products, powers, log, exp and the functions that are declared smooth, under sums and
products over ranges without it, in the points and functions of other derivatives, and in the arguments of what is
defined so. All of these are defined on open sets: what is defined on a closed interval is so on an open one around it.

>>> from mlce_sym.logic.given import assumed
>>> nothing = assumed((), ())
>>> differentiable(nothing, ("Derivative", "t", ("Near", "Reals", 0), ("exp", ("Mul", "t", "x"))))
True
>>> differentiable(nothing, ("Derivative", "t", ("Near", ("Finite", 0), 0), ("exp", "t")))
False
>>> differentiable(nothing, ("Integral", "t", ("Between", 0, 1), ("KroneckerDelta", "t", 0)))
False
"""

from __future__ import annotations

from ..functions import FUNCTIONS
from ..terms.terms import CALLS, Term, children, free, fresh, is_a, substitute
from .given import Given, opened

ELEMENTARY = ("Add", "Mul", "Pow", "log", "exp", *(name for name, f in FUNCTIONS.items() if f.smooth))
CONTINUOUS = (*ELEMENTARY, *(name for name, f in FUNCTIONS.items() if f.continuous))
OPEN = ("Interval", "Above", "Below")


def differentiable(given: Given, binder: Term) -> bool:
    """Is the function of a derivative smooth on an open set, where it is defined on all of that set? Is that of an
    integral smooth around its interval, where it is defined on all of that?"""
    head, variable, domain, body = binder
    if head == "Derivative" and not (domain[1] == "Reals" or is_a(domain[1], *OPEN)):
        return False
    name = fresh(variable, given.names | free(body) - {variable})
    return _smooth(given, substitute(body, {variable: name}), name)


def continuous(given: Given, variable: str, domain: Term, body: Term) -> bool:
    """Is the function continuous on a set that is an open interval, where it is defined on all of that? So it is on an
    open set around a point, where it is defined there."""
    if not (domain == "Reals" or is_a(domain, *OPEN)):
        return False
    name = fresh(variable, given.names | free(body) - {variable})
    return _continuous(given, substitute(body, {variable: name}), name)


def _continuous(given: Given, term: Term, variable: str) -> bool:
    if is_a(term, *CONTINUOUS):
        return all(_continuous(given, part, variable) for part in children(term))
    return _smooth(given, term, variable)


def _smooth(given: Given, term: Term, variable: str) -> bool:
    if term == variable or variable not in free(term):
        return True
    if is_a(term, *ELEMENTARY):
        return all(_smooth(given, part, variable) for part in children(term))
    if is_a(term, "Sum", "Product", "Derivative") and not is_a(term[2], "From"):
        return _smooth_binder(given, term, variable)
    definition = given.defined(term[1]) if is_a(term, *CALLS) else None
    if definition is None or len(definition.parameters) != len(children(term)):
        return False
    pairs = tuple(zip(definition.parameters, children(term), strict=True))
    moved = [parameter for parameter, part in pairs if variable in free(part)]
    parts = all(_smooth(given, part, variable) for _, part in pairs)
    return parts and all(_smooth(given, definition.right, parameter) for parameter in moved)


def _smooth_binder(given: Given, term: Term, variable: str) -> bool:
    """The domain, but for the point of a derivative, may not move with the variable."""
    fixed, moving = term[2][1:] if term[0] == "Derivative" else (term[2], 0)
    inside, (body,) = opened(given, term)
    still = variable not in free(fixed) and _smooth(given, moving, variable)
    return still and (term[1] == variable or _smooth(inside, body, variable))
