r"""[F(x)]_a^∞ and lim F(x), which are read as integrals of F′, with F′ worked out by the rules of calculus.

A derivative is worked out where it is seen to exist on the whole interval, by a theorem that says what it is there.

>>> slope = ("Derivative", "t", ("Near", ("Above", 0), "x"), ("exp", ("Mul", -1, "t")))
>>> worked(("ImproperIntegral", "x", ("Above", 0), slope), ())
('ImproperIntegral', 'x', ('Above', 0), ('Mul', -1, ('exp', ('Mul', -1, 'x'))))
"""

from __future__ import annotations

from ..border.encoding import decode, encode
from ..border.given import Given
from ..logic.definedness import undefined
from ..logic.given import assumed
from ..prover.calculus import worked_out
from ..prover.derivation import reflexivity
from ..terms.errors import MlceError
from ..terms.terms import Term, children, compound, free, is_a, rebuilt


def worked(term: Term, facts: tuple[Term, ...]) -> Term:
    """The term with the integrand worked out of every integral of a derivative over its whole interval."""
    term = rebuilt(term, tuple(worked(part, facts) for part in children(term)))
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
    return term if _has_derivative(result) else ("ImproperIntegral", variable, domain, result)


def is_change(term: Term) -> bool:
    """Is it the integral of a derivative over the set on which that is taken?"""
    if not is_a(term, "ImproperIntegral") or not is_a(term[3], "Derivative"):
        return False
    return bool(term[3][2] == ("Near", term[2], term[1]))


def _has_derivative(term: Term) -> bool:
    return is_a(term, "Derivative") or any(map(_has_derivative, children(term)))
