r"""Derivatives as SymPy's own, and their values at what is no name.

f″(s/n) is f″(x), where x = s/n: the derivative is worked out at a name, by a theorem, and what the theorem needs of
the name is needed of the value.

>>> half = ("Mul", ("Rational", 1, 2), "a")
>>> slope, needed = at_values(("Derivative", "lambda", ("Near", "Reals", half), ("log", "lambda")), ())
>>> slope == ("Pow", half, -1), [one.proposition == ("Lt", 0, half) for one in needed]
(True, [True])

[F(x)]_a^∞ and lim F(x) are read as integrals of F′: F′ is worked out where it is seen to exist on the whole interval.

>>> slope = ("Derivative", "t", ("Near", ("Above", 0), "x"), ("exp", ("Mul", -1, "t")))
>>> worked(("ImproperIntegral", "x", ("Above", 0), slope), ())
('ImproperIntegral', 'x', ('Above', 0), ('Mul', -1, ('exp', ('Mul', -1, 'x'))))
"""

from __future__ import annotations

from sympy import Basic, Derivative, Subs, Symbol

from ...border.binding import children, names, rebuilt, substitute
from ...border.encoding import decode, encode
from ...border.given import Given
from ...border.nodes import DerivativeAt, Near
from ...logic.definedness import undefined
from ...logic.given import assumed
from ...prover.calculus import worked_out
from ...prover.derivation import reflexivity
from ...prover.understood import understood
from ...terms.errors import MlceError
from ...terms.terms import Term, compound, free, is_a
from ...terms.terms import children as parts
from ...terms.terms import rebuilt as remade
from ...terms.terms import substitute as put
from .mentions import has
from .roles import Supposed, roles

EXISTS = "so that the derivative exists"
Valued = tuple[Term, tuple[Supposed, ...]]


def at_values(term: Term, facts: tuple[Term, ...]) -> Valued:
    """The term with the derivatives at what is no name worked out, and what is needed of the values."""
    if is_a(term, "Derivative") and not isinstance(term[2][2], (str, int)) and not is_a(term[2][2], "Indexed"):
        return _at_value(term, facts) or (term, ())
    found = [at_values(part, facts) for part in parts(term)]
    return remade(term, (part for part, _ in found)), tuple(dict.fromkeys(one for _, some in found for one in some))


def _at_value(term: Term, facts: tuple[Term, ...]) -> Valued | None:
    _, variable, near, body = compound(term)
    name, (head, domain, value) = str(variable), near
    if name in frozenset[str]().union(*map(free, (*facts, near))):
        return None
    said = tuple(one for one in roles((body,)) if name in free(one.proposition))
    given = [decode(one) for one in (*facts, *(one.proposition for one in said))]
    try:
        whole = understood(given, spoken(("Derivative", name, (head, domain, name), body)))
        more = whole.unmet_at_points
        whole = whole.where(more) if more else whole
        if whole.unmet:
            return None
        result = encode(worked_out(reflexivity(whole.given, *whole.terms)).rhs)
    except MlceError:
        return None
    there: dict[str, Term] = {name: value}
    said = (*said, *(Supposed(encode(one), EXISTS) for one in more))
    needed = tuple(Supposed(put(one.proposition, there), one.words) for one in said)
    return None if has(result, "Derivative") else (put(result, there), needed)


def worked_in_totals(term: Term, facts: tuple[Term, ...]) -> Term:
    """The term with the derivatives in infinite sums and integrals worked out where they exist at all values there."""
    term = remade(term, (worked_in_totals(part, facts) for part in parts(term)))
    is_total = is_a(term, "ImproperIntegral") or (is_a(term, "Sum") and is_a(term[2], "From"))
    if not is_total or not has(term, "Derivative") or compound(term)[1] in frozenset[str]().union(*map(free, facts)):
        return term
    head, variable, domain, body = compound(term)
    return (head, variable, domain, _worked_inside(body, (*facts, ("Member", variable, domain))))


def _worked_inside(term: Term, facts: tuple[Term, ...]) -> Term:
    if not is_a(term, "Derivative"):
        return remade(term, (_worked_inside(part, facts) for part in parts(term)))
    try:
        whole = understood([*map(decode, facts)], spoken(term))
        if whole.unmet or whole.unmet_at_points:
            return term
        result = encode(worked_out(reflexivity(whole.given, *whole.terms)).rhs)
    except MlceError:
        return term
    return term if has(result, "Derivative") else result


def spoken(term: Term) -> Basic:
    """The SymPy term, in which a derivative on the whole line is SymPy's own, so that its open set is found."""
    return _with_derivatives(decode(term))


def _with_derivatives(term: Basic) -> Basic:
    if not term.has(DerivativeAt):
        return term
    if isinstance(term, DerivativeAt):
        body, variable, near = term.bodies[0], term.variable, term.domain
        if isinstance(near, Near) and isinstance(body, Basic):
            inside, point = _with_derivatives(body), near.args[1]
            if isinstance(point, Symbol) and point not in names(inside):
                inside, variable = substitute(inside, {variable: point}), point
            slope = Derivative(inside, variable)
            return slope if point == variable else Subs(slope, variable, point)
    return rebuilt(term, map(_with_derivatives, children(term)))


def worked(term: Term, facts: tuple[Term, ...]) -> Term:
    """The term with the integrand worked out of every integral of a derivative over its whole interval."""
    term = remade(term, (worked(part, facts) for part in parts(term)))
    if not is_change(term):
        return term
    _, variable, domain, slope = compound(term)
    if variable in frozenset[str]().union(*map(free, facts)):
        return term
    inside = (*facts, ("Member", variable, domain))
    try:
        if undefined(assumed(inside, ()), slope) is not None:
            return term
        found = worked_out(reflexivity(Given(tuple(map(decode, inside))), decode(slope)))
        result = encode(found.rhs)
    except MlceError:
        return term
    return term if has(result, "Derivative") else ("ImproperIntegral", variable, domain, result)


def is_change(term: Term) -> bool:
    """Is it the integral of a derivative over the set on which that is taken?"""
    if not is_a(term, "ImproperIntegral") or not is_a(term[3], "Derivative"):
        return False
    return bool(term[3][2] == ("Near", term[2], term[1]))
