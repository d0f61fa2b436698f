r"""Derivatives as SymPy's own, and their values at what is no name.

f″(s/n) is f″(x), where x = s/n: the derivative is worked out at a name, by a theorem, and what the theorem needs of
the name is needed of the value.

>>> half = ("Mul", ("Rational", 1, 2), "a")
>>> slope, needed = at_values(("Derivative", "lambda", ("Near", "Reals", half), ("log", "lambda")), ())
>>> slope == ("Pow", half, -1), [one.proposition == ("Lt", 0, half) for one in needed]
(True, [True])
"""

from __future__ import annotations

from sympy import Basic, Derivative, Subs, Symbol

from ..border.binding import children, names, rebuilt, substitute
from ..border.encoding import decode, encode
from ..border.nodes import DerivativeAt, Near
from ..prover.calculus import worked_out
from ..prover.derivation import reflexivity
from ..prover.understood import understood
from ..terms.errors import MlceError
from ..terms.terms import Term, compound, free, is_a
from ..terms.terms import children as parts
from ..terms.terms import rebuilt as remade
from ..terms.terms import substitute as put
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
    return None if has_derivative(result) else (put(result, there), needed)


def worked_in_totals(term: Term, facts: tuple[Term, ...]) -> Term:
    """The term with the derivatives in infinite sums and integrals worked out where they exist at all values there."""
    term = remade(term, (worked_in_totals(part, facts) for part in parts(term)))
    is_total = is_a(term, "ImproperIntegral") or (is_a(term, "Sum") and is_a(term[2], "From"))
    if not is_total or not has_derivative(term) or compound(term)[1] in frozenset[str]().union(*map(free, facts)):
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
    return term if has_derivative(result) else result


def has_derivative(term: Term) -> bool:
    return is_a(term, "Derivative") or any(map(has_derivative, parts(term)))


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
