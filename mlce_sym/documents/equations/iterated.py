"""Iterated integrals, and series of integrals, as those of what their inner ones are: then they have values.

>>> inner = ("ImproperIntegral", "v", ("Interval", 0, "u"), "v")
>>> singly(("ImproperIntegral", "u", ("Interval", 0, 1), inner), "a", ())[0]
('ImproperIntegral', 'u', ('Interval', 0, 1), ('Mul', ('Rational', 1, 2), ('Pow', 'u', 2)))
"""

from __future__ import annotations

from ...border.encoding import decode, encode
from ...prover.understood import understood
from ...prover.within import worked_within
from ...terms.errors import MlceError
from ...terms.terms import Term, children, is_a
from .mentions import has


def singly(left: Term, right: Term, facts: tuple[Term, ...]) -> tuple[Term, Term] | None:
    """Both sides so, where the facts hold; None where that is not found, or nothing is iterated."""
    sides = left, right
    if not any(map(_is_iterated, sides)) or any(has(side, "Derivative") for side in sides):
        return None
    try:
        one, other = worked_within(understood([*map(decode, facts)], *map(decode, sides))).terms
    except MlceError:
        return None
    found = encode(one), encode(other)
    return None if any(map(_is_iterated, found)) else found


def _is_iterated(term: Term, inside: bool = False) -> bool:
    if not isinstance(term, tuple):
        return False
    is_total = is_a(term, "ImproperIntegral") or (is_a(term, "Sum") and is_a(term[2], "From"))
    return (is_total and inside) or any(_is_iterated(part, is_total or inside) for part in children(term))
