"""What the language lacks, and may have no value: arcsin x, a limit. Nothing is proved by leaving such a part out.

A part that stands on both sides is there on either, or on neither: arcsin x + y = y + arcsin x says what it should.
Infinity, and ±x, are no numbers at all: of these nothing follows but that a side is itself.

>>> arcsin = ("Apply", "arcsin", "x")
>>> is_left_out(("Add", arcsin, "y"), ("Add", "y", arcsin), {"arcsin"}), is_left_out(("Mul", 0, arcsin), 0, {"arcsin"})
(False, True)
>>> is_left_out(("Mul", 2, "infinity"), ("Add", "infinity", "infinity"), {"infinity"})
True
"""

from __future__ import annotations

from collections.abc import Set

from ...logic.given import readable
from ...terms.terms import Term, alpha, children, compound, is_a, is_binder, rebuilt, substitute

NO_NUMBERS = frozenset(("infinity", "plus_or_minus", "minus_or_plus"))
BOUND = "#"  # which no name is


def is_left_out(left: Term, right: Term, partial: Set[str]) -> bool:
    """Does a part with one of these names stand on one side alone, or what is no number on any, if they differ?"""
    if not partial or alpha(left) == alpha(right):
        return False
    ours, theirs = _parts(left, partial), _parts(right, partial)
    return ours != theirs or any(part in NO_NUMBERS or (is_a(part, "Apply") and part[1] in NO_NUMBERS) for part in ours)


def _parts(term: Term, partial: Set[str]) -> frozenset[Term]:
    """The parts with one of these names, whatever the variables that are bound around them are called."""
    if is_binder(term):
        domain, *bodies = children(term)
        bodies = [substitute(body, {str(compound(term)[1]): BOUND}) for body in bodies]
        term = rebuilt(term, (domain, *bodies))
    is_own = term in partial if isinstance(term, str) else is_a(term, "Apply") and term[1] in partial
    own = frozenset((readable(term) or term,)) if is_own else frozenset[Term]()
    return own.union(*(_parts(part, partial) for part in children(term)))
