"""A name that stands on one side alone: what may the text mean by it for the equation to hold?

Nothing, if the side is the same whatever it is. If the equation would hold for 1 or 0 in its place, a factor or a term
has been dropped, unless the text says that it is; where there is no text, it does not.

>>> from mlce_sym.documents.agreement import agree
>>> sides = ("Mul", "n", ("Pow", "a", -1)), ("Pow", "a", -1)
>>> idle(sides[0], ("n",), (), agree), dropped(*sides, ("n",), (), agree)
(False, 1)
>>> idle(("Add", ("Pow", 1, "n"), "a"), ("n",), (), agree)
True
"""

from __future__ import annotations

from collections.abc import Callable

from ..certificate.names import every_name, renamed
from ..terms.terms import Term, free, fresh, substitute
from .roles import leaves

Facts = tuple[Term, ...]
Agree = Callable[[Term, Term, Facts], bool]  # do two terms agree at values at which facts hold?


def idle(side: Term, names: tuple[str, ...], facts: Facts, agree: Agree) -> bool:
    """Does a side have the same value, whatever the variables, entries and functions of these names are?"""
    taken = frozenset[str]().union(*map(every_name, (side, *facts)))
    others = {name: fresh(f"{name}_2", taken) for name in names}
    said = tuple(renamed(fact, others) for fact in facts if free(fact) & set(names))
    return agree(side, renamed(side, others), (*facts, *said))


def dropped(left: Term, right: Term, names: tuple[str, ...], facts: Facts, agree: Agree) -> int | None:
    """1 or 0, if the equation would hold with that for the variable; None otherwise."""
    (name, *others), kept = names, tuple(fact for fact in facts if not free(fact) & set(names))
    if others or not {name} & {*leaves(left), *leaves(right)}:
        return None
    for value in (1, 0):
        if agree(substitute(left, {name: value}), substitute(right, {name: value}), kept):
            return value
    return None
