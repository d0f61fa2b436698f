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
from ..terms.terms import CALLS, Compound, Term, children, free, fresh, is_a, substitute
from .given import Given, opened

ELEMENTARY = ("Add", "Mul", "Pow", "log", "exp", *(name for name, f in FUNCTIONS.items() if f.smooth))


def differentiable(given: Given, binder: Compound) -> bool:
    """Is the function of a derivative smooth on an open set, where it is defined on all of that set? Is that of an
    integral smooth around its interval, where it is defined on all of that?"""
    head, variable, domain, body = binder
    if head == "Derivative" and not (domain[1] == "Reals" or is_a(domain[1], "Interval", "Above")):
        return False
    name = fresh(variable, given.names | free(body) - {variable})
    return _smooth(given, substitute(body, {variable: name}), name)


def _smooth(given: Given, term: Term, variable: str) -> bool:
    if term == variable or variable not in free(term):
        return True
    if is_a(term, *ELEMENTARY):
        return all(_smooth(given, part, variable) for part in children(term))
    if is_a(term, "Sum", "Product", "Derivative"):
        return _smooth_binder(given, term, variable)
    definition = given.defined(term[1]) if is_a(term, *CALLS) else None
    if definition is None or len(definition.parameters) != len(children(term)):
        return False
    pairs = tuple(zip(definition.parameters, children(term), strict=True))
    moved = [parameter for parameter, part in pairs if variable in free(part)]
    parts = all(_smooth(given, part, variable) for _, part in pairs)
    return parts and all(_smooth(given, definition.right, parameter) for parameter in moved)


def _smooth_binder(given: Given, binder: Compound, variable: str) -> bool:
    """The domain, but for the point of a derivative, may not move with the variable."""
    head, bound, domain, _ = binder
    fixed, moving = domain[1:] if head == "Derivative" else (domain, 0)
    inside, (body,) = opened(given, binder)
    still = variable not in free(fixed) and _smooth(given, moving, variable)
    return still and (bound == variable or _smooth(inside, body, variable))
